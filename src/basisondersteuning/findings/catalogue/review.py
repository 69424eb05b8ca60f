"""Codes BO422-BO426: the register of who read what beside the source."""

from __future__ import annotations
