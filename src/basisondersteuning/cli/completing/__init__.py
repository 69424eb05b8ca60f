"""What the Tab key completes: `suggest` answers from a table of words. Plain Python, since Tab must be quick."""
