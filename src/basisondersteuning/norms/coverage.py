"""What the tests beside a frame guard: each status that a rule can reach, and both sides of each term."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ..findings.catalogue import frame as codes
from ..findings.catalogue import reading
from ..findings.finding import Finding, Place
from ..model.frame import Normenkader
from ..model.frame_beside import Kaderproeven
from ..records.discover import discover
from ..records.load import Loaded, load
from ..records.nearmiss import nearest
from ..records.tree import Path
from .calendar import Calendar
from .cases import Outcome, Suite, open_suite
from .frame import Frame, Rule
from .library import CASES_SUFFIX, Library
from .reachable import MovedCalendar, RuleTerm, reachable, terms, with_moved_term
from .status import Status


@dataclass(slots=True)
class Report:
    """What the tests of one frame gave.

    `possible` holds the statuses that each rule can reach, for the rules that this frame guards itself; `shown` the
    rules and statuses that an expectation shows that was met.
    """

    frame: Frame
    cases: int = 0
    expectations: int = 0
    terms: int = 0
    possible: dict[str, frozenset[Status]] = field(default_factory=dict)
    shown: set[tuple[str, Status]] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def missing(self, code: str) -> list[Status]:
        """The statuses that a rule can reach and that no test shows."""
        return [one for one in Status if one in self.possible[code] and (code, one) not in self.shown]


def open_suites(paths: list[str], library: Library) -> tuple[list[Suite], list[Finding]]:
    """The tests in files and folders, each with its frame; and what is wrong with files that cannot be run at all."""
    suites: list[Suite] = []
    findings: list[Finding] = []
    frames = {frame.code: frame for series in library.series.values() for frame in series.versions}
    for found in discover(paths):
        if isinstance(found, Finding):
            findings.append(found)
            continue
        loaded = load(found.path, today=date.max, named=found.named)
        record = loaded.record
        if not isinstance(record, Kaderproeven):
            if loaded.kind == "kaderproeven" or (loaded.kind is None and found.path.endswith(CASES_SUFFIX)):
                findings += loaded.findings
            elif found.named and loaded.kind not in (None, "normenkader"):
                findings.append(reading.WRONG_KIND.at(loaded.place(("soort",)), "Dit zijn geen kaderproeven."))
            continue
        frame = frames.get(record.kader)
        if frame is None:
            meant = nearest(record.kader, frames)
            remedy = f"Bedoelde u `{meant}`?" if meant else ""
            findings.append(codes.NOT_FOUND.at(loaded.place(("kader",)), remedy=remedy, suggestion=meant))
        elif (suite := open_suite(loaded, frame)) is not None:
            suites.append(suite)
    return suites, findings


def run(frame: Frame, library: Library, suites: list[Suite]) -> Report:
    """Run all tests of a frame, and see which statuses and which terms none of them guards."""
    report = Report(frame)
    mine = [one for one in suites if one.frame is frame]
    base = library.loaded[frame.code].record
    below = base.gebaseerd_op if isinstance(base, Normenkader) else None
    older = next((one for many in library.series.values() for one in many.versions if one.code == below), None)
    rules = [one for one in frame.rules if older is None or _differs(one, frame, older)]
    for suite in mine:
        report.findings += suite.findings
        report.cases += len(suite.record.proeven)
        for outcome in suite.outcomes(frame, Calendar(suite.record.roosters)):
            report.expectations += 1
            _weigh(outcome, suite, report)
    _look_for_gaps(rules, mine, library.loaded[frame.code], report)
    report.findings.sort(key=lambda one: one.sort_key)
    return report


def _weigh(outcome: Outcome, suite: Suite, report: Report) -> None:
    name, path = outcome.expectation.name, outcome.expectation.path
    if not outcome.met:
        report.findings.append(codes.CASE_FAILED.at(suite.loaded.place(path), outcome.words))
    elif name in report.frame.by_code:
        report.shown.update((name, Status(one)) for one in outcome.got)


def _differs(rule: Rule, frame: Frame, older: Frame) -> bool:
    """Whether a rule is not the same as in the frame that this one builds on, where its tests stand."""
    same = older.by_code.get(rule.code)
    if same is None or same.raw != rule.raw:
        return True
    if rule.over == "dossier" and (frame.record.niveaus, frame.record.einde) != (older.record.niveaus, older.record.einde):
        return True  # only a dossier has niveaus and an end
    return [one.deadline for one in terms(rule)] != [one.deadline for one in terms(same)]


def _look_for_gaps(rules: list[Rule], suites: list[Suite], loaded: Loaded, report: Report) -> None:
    frame = report.frame
    report.possible = {rule.code: reachable(rule, frame) for rule in rules}
    every = [(rule, term) for rule in rules for term in terms(rule)]
    report.terms = len(every)
    if rules and not suites:
        message = "Naast dit normenkader staan geen proeven."
        report.findings.append(codes.CASE_MISSING.at(loaded.place(("code",)), message))
        return
    for rule in rules:
        missing = report.missing(rule.code)
        if missing:
            message = f"Geen proef laat {rule.code} zien als {_or([one.words for one in missing])}."
            remedy = "" if rule.over == "dossier" else "Voeg een proef met `feiten` toe met deze uitkomst."
            report.findings.append(codes.CASE_MISSING.at(_place(rule, (), loaded), message, remedy=remedy))
    for rule, term in every:
        ways = [words for days, words in ((-1, "korter"), (1, "langer")) if not _noticed(rule, term, days, suites, frame)]
        if ways:
            message = f"Geen proef merkt het als deze termijn van {rule.code} één dag {_or(ways)} wordt."
            report.findings.append(codes.CASE_TERM.at(_place(rule, term.path, loaded), message))


def _noticed(rule: Rule, term: RuleTerm, days: int, suites: list[Suite], frame: Frame) -> bool:
    """Whether some expectation on this rule, met until now, fails when the last day of a term moves."""
    moved = with_moved_term(frame, rule, term)
    for suite in suites:
        now = suite.outcomes(frame, Calendar(suite.record.roosters), rule.code)
        then = suite.outcomes(moved, MovedCalendar(suite.record.roosters, days), rule.code)
        if any(one.met and not other.met for one, other in zip(now, then, strict=True)):
            return True
    return False


def _place(rule: Rule, path: Path, loaded: Loaded) -> Place:
    """Where a rule stands, or a part of it; for a rule that only the setting of its term makes different, that setting."""
    record = loaded.record
    assert isinstance(record, Normenkader)
    for index, one in enumerate(record.regels):
        if one.code == rule.code:
            return loaded.place(("regels", index, *(path or ("code",))))
    used = {one.deadline.setting for one in terms(rule)}
    own = [index for index, one in enumerate(record.instellingen) if one.naam in used]
    return loaded.place(("instellingen", own[0]) if own else ("code",))


def _or(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} of {words[-1]}"
