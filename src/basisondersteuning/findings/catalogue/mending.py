"""Codes BO930 to BO939: remedies that are applied, and putting a file in order."""

from __future__ import annotations
