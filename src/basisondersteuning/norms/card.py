"""What people see of a rule; apart from the compiled rule, so that a list of duties needs no models."""

from __future__ import annotations

from typing import NamedTuple

from ..findings.finding import Severity


class RuleCard(NamedTuple):
    """What a list of duties shows of a rule; plain data, so that it can travel between processes."""

    code: str
    title: str
    severity: Severity
    role: str
    action: str
    short: str
    question: str | None
