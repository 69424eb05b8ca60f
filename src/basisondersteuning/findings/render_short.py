"""One line a finding, for lists and for programs that jump to a place; no values from the record."""

from __future__ import annotations

from .catalogue import all_codes
from .finding import Finding


def short(finding: Finding) -> str:
    """`file:line:column: fout BO204 datum: message`."""
    name = all_codes()[finding.code].name
    meant = f" Bedoelde u `{finding.suggestion}`?" if finding.suggestion else ""
    return f"{finding.place}: {finding.severity.value} {finding.code} {name}: {finding.message}{meant}"
