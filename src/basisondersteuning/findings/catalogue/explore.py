"""Codes BO44x: what exploring a norm frame shows, before any dossier is read."""

from __future__ import annotations
