"""Files that people open: PDF and Word, made from the HTML of a document or from a Word template."""
