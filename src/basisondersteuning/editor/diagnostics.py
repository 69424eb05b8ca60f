"""Findings and duties as the diagnostics of an editor."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from ..casework.tasks import Task
from ..findings.finding import Finding, Severity
from ..norms.status import Status
from .duties import duty_message, duty_place
from .examined import Examined

SOURCE = "bo"
"""Who says it, as the editor shows."""

_SEVERITY = {
    Severity.FOUT: types.DiagnosticSeverity.Error,
    Severity.WAARSCHUWING: types.DiagnosticSeverity.Warning,
    Severity.ADVIES: types.DiagnosticSeverity.Information,
}


def diagnostics(examined: Examined) -> list[types.Diagnostic]:
    """All that is to be shown with a text, in order of place."""
    found = [of_finding(one, examined) for one in examined.findings]
    if examined.assessment is not None:
        found += _of_tasks(examined.assessment.tasks, examined)
    return sorted(found, key=lambda one: (one.range.start.line, one.range.start.character))


def of_finding(finding: Finding, examined: Examined) -> types.Diagnostic:
    """A finding, with what to do about it."""
    return types.Diagnostic(
        examined.text.of(finding.place),
        f"{finding.message}\n{finding.remedy}" if finding.remedy else finding.message,
        _SEVERITY[finding.severity],
        finding.code,
        source=SOURCE,
        related_information=[
            types.DiagnosticRelatedInformation(types.Location(examined.uri, examined.text.of(one.place)), one.label)
            for one in finding.related
            if one.place.file == examined.path
        ]
        or None,
    )


def _of_tasks(tasks: list[Task], examined: Examined) -> Iterator[types.Diagnostic]:
    for task in tasks:
        place = examined.text.of(duty_place(task, examined))
        yield types.Diagnostic(place, duty_message(task), _weight(task), task.card.code, source=SOURCE)


def _weight(task: Task) -> types.DiagnosticSeverity:
    """What was not done in time stands out; what can still be done is a hint."""
    if not task.status.failed:
        return types.DiagnosticSeverity.Information if task.status is Status.ONBEKEND else types.DiagnosticSeverity.Hint
    heavy = task.card.severity is Severity.FOUT
    return types.DiagnosticSeverity.Warning if heavy else types.DiagnosticSeverity.Information
