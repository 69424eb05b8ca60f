"""The letter of the samenwerkingsverband to a school about its SOP."""
