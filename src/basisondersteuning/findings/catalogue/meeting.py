"""Codes BO6xx: a meeting of the ondersteuningsteam, its agenda and what it adds to dossiers."""

from __future__ import annotations
