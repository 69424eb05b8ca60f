"""One line a finding, for lists and for programs that jump to a place; no values from the record."""

from __future__ import annotations

from .catalogue import name_of
from .finding import Finding


def short(finding: Finding) -> str:
    """`file:line:column: fout BO204 datum: message`."""
    name = name_of(finding)
    meant = f" Bedoelde u `{finding.suggestion}`?" if finding.suggestion else ""
    return f"{finding.place}: {finding.severity.value} {finding.code} {name}: {finding.message}{meant}"
