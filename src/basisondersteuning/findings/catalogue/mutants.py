"""Codes BO434-BO436: changes of a norm frame that no test notices."""

from __future__ import annotations
