"""Codes BO900 to BO909: changing a file that people wrote, and taking that back."""

from __future__ import annotations
