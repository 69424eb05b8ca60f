"""A norm frame as a rule book."""
