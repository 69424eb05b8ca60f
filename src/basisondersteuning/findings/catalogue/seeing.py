"""Codes BO940 to BO959: the overview of a caseload, watching it, and the state of this computer."""

from __future__ import annotations
