"""Floor 1: what can be wrong, and how it is shown."""
