"""Figures and records of others, brought into ours; nothing here opens a connection."""
