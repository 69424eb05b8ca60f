"""A run as suites and cases: for a SOP a case for each rule, for any file a case for each code that was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...findings.catalogue import all_codes
from ...findings.finding import Finding, readable
from ...findings.render_junit import Case, Suite
from ...norms.status import Status
from .run import Checked, Run

_SKIPPED = {
    None: "Er was geen aanleiding voor deze regel.",
    Status.ONBEKEND: "Niet te zien: er ontbreekt een gegeven.",
    Status.OORDEEL_NODIG: "Mensen moeten hierover eerst oordelen.",
}

_NOT_SHOWN = "Niet nagekomen; deze bevinding is weggelaten, omdat zij bekend is of niet gevraagd werd."


def suites(run: Run) -> Iterator[Suite]:
    """A suite for each file, and one for what the files show together."""
    titles = {one.code: one.title for one in run.rules}
    for one in run.results():
        yield _suite(one, run, titles)
    if run.across:
        yield Suite("alle bestanden samen", "", tuple(_found(run.across, run)))


def _suite(checked: Checked, run: Run, titles: dict[str, str]) -> Suite:
    file = readable(checked.path)
    name = file if checked.sent is None else f"{checked.sent.school} {checked.sent.year}"
    own = [one for one in checked.findings if one.norm is None]
    cases = list(_found(own, run)) or [Case("vorm en samenhang")]
    by_rule: dict[str, list[Finding]] = {}
    for one in checked.findings:
        if one.norm is not None:
            by_rule.setdefault(one.code, []).append(one)
    if checked.kind == "sop" and checked.sop is None:
        cases.append(Case("normen", skipped="Dit SOP is niet aan de normen gehouden."))
    for cell in checked.sop.cells if checked.sop is not None else ():
        title = f"{cell.rule} {titles.get(cell.rule, '')}".rstrip()
        found = by_rule.get(cell.rule, [])
        if cell.status is None or cell.status in _SKIPPED:
            cases.append(Case(title, skipped=found[0].message if found else _SKIPPED[cell.status]))
        elif found:
            cases.append(_case(title, found, run))
        else:
            cases.append(Case(title, skipped=_NOT_SHOWN if cell.status.failed else None))
    return Suite(name, file, tuple(cases))


def _found(findings: Iterable[Finding], run: Run) -> Iterator[Case]:
    """A case for each code that was found."""
    by_code: dict[str, list[Finding]] = {}
    for one in findings:
        by_code.setdefault(one.code, []).append(one)
    for code, some in by_code.items():
        known = all_codes().get(code)
        yield _case(f"{code} {known.title}" if known is not None else code, some, run)


def _case(name: str, findings: list[Finding], run: Run) -> Case:
    details = "\n".join(f"{one.place}: {one.message} {one.remedy}" for one in findings)
    if any(one.severity.reaches(run.threshold) for one in findings):
        return Case(name, failure=findings[0].message, details=details)
    return Case(name, said=findings[0].severity.value, details=details)
