"""Codes BO910 to BO929: what is added to a record or made anew (`bo log`, `bo waive`, `bo new`, `bo init`)."""

from __future__ import annotations
