"""Who may see what of a record."""
