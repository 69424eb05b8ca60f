"""The support that runs in a group."""
