"""Codes BO7xx: documents, templates and the settings they follow."""

from __future__ import annotations
