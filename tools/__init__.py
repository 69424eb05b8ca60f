"""Helpers for who works on `bo`; none of this is installed with it."""
