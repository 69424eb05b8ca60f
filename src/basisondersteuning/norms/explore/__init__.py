"""Bounded exploration of a norm frame before any dossier is read: which timelines it allows, judged by the engine itself."""
