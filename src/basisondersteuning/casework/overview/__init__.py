"""The whole caseload in one view: a card per pupil, and the board that is made of them."""
