"""What a new record begins with: what the folder of a school already tells, and the text to fill in."""
