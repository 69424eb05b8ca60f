"""Counts from dossiers that may leave a school: pupils per niveau, duties and transitions, with small counts suppressed."""
