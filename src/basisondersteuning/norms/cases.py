"""The tests that stand beside a frame as data (`kaderproeven`): read them and run them.

A test holds one version of a frame against small timelines, apart from the versions before and after it. Its words
are those of a dossier, and the same reader and the same checks read them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple, get_args

from ..findings.catalogue import frame as codes
from ..findings.catalogue import shape
from ..findings.finding import Finding, Severity
from ..model.base import Vakgebied
from ..model.dossier import Afwijking, Dossier, Leerling
from ..model.frame_beside import Kaderproef, Kaderproeven
from ..model.pattern_words import CONDITIONS, LEVEL_WORDS
from ..model.pattern_words import NO_OCCASION as NO_OCCASION
from ..model.types import FIRST_YEAR, parse_date
from ..records.coherence import check
from ..records.load import Loaded
from ..records.tree import Document, Path
from .calendar import Calendar
from .case_facts import facts_of_case
from .evaluate import evaluate
from .facts import Fact, FactVerdict, judge_facts
from .frame import Frame, Series
from .levels import NONE
from .problems import Problems
from .status import Status
from .verdict import Verdict


class Expectation(NamedTuple):
    """What a test expects on a day, and where that stands in its file.

    `name` is the code of a rule or one of `LEVEL_WORDS`. `strand` is set for a niveau, and for a rule that is judged as
    a condition for the next niveau. `wanted` are statuses or one niveau; `each` means that every activation, however
    many, has the one status that is wanted.
    """

    path: Path
    name: str
    strand: str | None
    wanted: tuple[str, ...]
    each: bool = False

    def got(self, verdict: Verdict | FactVerdict) -> tuple[str, ...]:
        """What a verdict says instead; for a rule the statuses of its activations in order of date."""
        if self.strand is None:
            found = [one for one in verdict.all_activations if one.rule.code == self.name]
            return tuple(one.status.value for one in sorted(found, key=lambda one: (one.day, one.strand or "")))
        strand = next((one for one in verdict.strands if one.strand.name == self.strand), None)
        if self.name in LEVEL_WORDS:
            rank = 0 if strand is None else strand.rank if self.name == "niveau" else strand.supported
            return (verdict.frame.levels[rank - 1].code if rank else NONE,)
        ahead = strand.conditions if strand is not None else []
        return tuple(one.status.value for one in ahead if one.rule.code == self.name)

    def met_by(self, got: tuple[str, ...]) -> bool:
        """Whether this is what was expected."""
        if self.each:
            return bool(got) and set(got) == set(self.wanted)
        return got == self.wanted


class FactCase(NamedTuple):
    """What a test about another record than a dossier gives: its facts and its waivers."""

    over: str
    facts: list[Fact]
    waivers: list[Afwijking]


class Case(NamedTuple):
    """One test: a dossier made of its timeline, or facts, and the expectations per day."""

    name: str
    given: Dossier | FactCase
    days: tuple[tuple[date, tuple[Expectation, ...]], ...]

    def verdict(self, series: Series, frame: Frame, calendar: Calendar, day: date) -> Verdict | FactVerdict:
        """What a frame says of this test as of a day."""
        if isinstance(self.given, Dossier):
            return evaluate(self.given, series, frame, calendar, day)
        over, facts, waivers = self.given
        return judge_facts(over, facts, waivers, series, frame, calendar, day)


@dataclass(slots=True)
class Suite:
    """The tests of one file, ready to run; `findings` holds what is wrong with the file itself."""

    loaded: Loaded
    frame: Frame
    record: Kaderproeven
    cases: list[Case] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def outcomes(self, frame: Frame, calendar: Calendar, rule: str | None = None) -> Iterator[Outcome]:
        """What a frame gives for every expectation, test by test and day by day; with `rule` for those on one rule."""
        series = Series(frame.series, (frame,))
        for case in self.cases:
            for day, expectations in case.days:
                wanted = [one for one in expectations if rule is None or one.name == rule]
                if wanted:
                    verdict = case.verdict(series, frame, calendar, day)
                    for one in wanted:
                        yield Outcome(case, day, one, one.got(verdict))


class Outcome(NamedTuple):
    """What came of one expectation."""

    case: Case
    day: date
    expectation: Expectation
    got: tuple[str, ...]

    @property
    def met(self) -> bool:
        """Whether it is what was expected."""
        return self.expectation.met_by(self.got)

    @property
    def words(self) -> str:
        """What was expected and what came, as a person reads it."""
        one = self.expectation
        what = one.name if one.strand is None else f"{one.name} ({one.strand.replace('_', ' ')})"
        return f"{self.case.name}, {self.day.isoformat()}: {what} zou {_listed(one.wanted)} zijn, maar is {_listed(self.got)}."


def _listed(words: tuple[str, ...]) -> str:
    known = {one.value: one.words for one in Status}
    return ", ".join(known.get(one, one) for one in words) if words else "niet aan de orde"


def open_suite(loaded: Loaded, frame: Frame) -> Suite | None:
    """The tests in a file for this frame; None when the form of the file is wrong (`loaded.findings` says how).

    A test that names what does not exist, or whose timeline does not hold together, is a finding and is not run.
    """
    record = loaded.record
    if not isinstance(record, Kaderproeven):
        return None
    suite = Suite(loaded, frame, record)
    reader = _Reader(suite)
    for index, raw in enumerate(record.proeven):
        case = reader.case(raw, ("proeven", index))
        if case is not None:
            suite.cases.append(case)
    suite.findings = sorted(dict.fromkeys([*loaded.findings, *reader.findings()]), key=lambda one: one.sort_key)
    return suite


class _Reader:
    """Makes cases of what a file says; gathers what is wrong with it."""

    def __init__(self, suite: Suite) -> None:
        self.frame = suite.frame
        self.record = suite.record
        self.loaded = suite.loaded
        self.problems = Problems(suite.loaded)
        self.incoherent: list[Finding] = []
        self.levels = (NONE, *(one.code for one in suite.frame.levels))

    def findings(self) -> list[Finding]:
        return [*self.problems.findings, *self.incoherent]

    def case(self, raw: Kaderproef, path: tuple[str | int, ...]) -> Case | None:
        if (raw.tijdlijn is None) == (raw.feiten is None):
            remedy = "Geef een `tijdlijn` voor regels over een dossier, of `feiten` voor regels over een SOP of kengetallen."
            self.problems.add(codes.CASE_RULE, path, "Een proef heeft een tijdlijn of feiten, en niet allebei.", remedy=remedy)
            return None
        if raw.feiten is not None:
            read = facts_of_case(raw.feiten, (*path, "feiten"), self.problems)
            days = tuple(self._days(raw, (*path, "verwacht")))
            return None if read is None else Case(raw.naam, FactCase(*read, raw.afwijkingen), days)
        assert raw.tijdlijn is not None
        first = min((event.datum.year for event in raw.tijdlijn), default=self.frame.start.year)
        pupil = {"id": "proef", "geboortedatum": f"{max(first - 8, FIRST_YEAR)}-01-01", "groep": "5"}
        dossier = Dossier(
            soort="dossier",
            leerling=Leerling.model_validate(pupil),
            school="99XX00",
            betrokkenen=self.record.betrokkenen,
            tijdlijn=raw.tijdlijn,
            afwijkingen=raw.afwijkingen,
        )
        found = self._coherence(dossier, path)
        self.incoherent += found
        days = tuple(self._days(raw, (*path, "verwacht")))
        return None if any(one.severity is Severity.FOUT for one in found) else Case(raw.naam, dossier, days)

    def _coherence(self, dossier: Dossier, path: Path) -> list[Finding]:
        """The checks that a dossier gets, on a document that looks like one: its parts stand here and there."""
        document, source = self.loaded.document, self.loaded.source
        assert document is not None and source is not None
        case: Any = document.root
        for step in path:
            case = case[step]
        places = {"betrokkenen": ("betrokkenen",), "tijdlijn": (*path, "tijdlijn"), "afwijkingen": (*path, "afwijkingen")}
        root = {}
        marks = []
        for name, where in places.items():
            mark, exists = document.mark(where)
            if exists and mark is not None and name in (document.root if name == "betrokkenen" else case):
                root[name] = document.root[name] if name == "betrokkenen" else case[name]
                marks += [mark, mark]
        seen = Document(root, {**document.marks, id(root): marks}, document.blanks)
        return [replace(one, subject=None) for one in check(dossier, seen, source, date.max) if one.severity is Severity.FOUT]

    def _days(self, raw: Kaderproef, path: tuple[str | int, ...]) -> Iterator[tuple[date, tuple[Expectation, ...]]]:
        if not any(raw.verwacht.values()):
            remedy = "Zet onder `verwacht` een peildatum, met daaronder regels en hun toestand."
            self.problems.add(codes.CASE_RULE, path, "Deze proef verwacht niets.", remedy=remedy)
        for text, words in raw.verwacht.items():
            here = (*path, text)
            try:
                day = parse_date(text)
            except ValueError:
                self.problems.add(shape.DATE, here)
                continue
            if not self.frame.holds_on(day):
                self.problems.add(codes.OUTSIDE, here, "Op deze peildatum geldt dit kader niet.")
                continue
            yield day, tuple(one for name, said in words.items() for one in self._expectations(name, said, (*here, name)))

    def _expectations(self, name: str, said: Any, path: tuple[str | int, ...]) -> Iterator[Expectation]:
        if name in (*LEVEL_WORDS, CONDITIONS):
            yield from self._per_strand(name, said, path)
        elif self._known_rule(name, path) and (found := self._statuses(said, path)) is not None:
            yield Expectation(path, name, None, *found)

    def _per_strand(self, name: str, said: Any, path: tuple[str | int, ...]) -> Iterator[Expectation]:
        if not isinstance(said, dict):
            self.problems.add(shape.SHAPE, path, "Hier hoort een blok met vakgebieden.")
            return
        for area, value in said.items():
            here = (*path, area)
            if area not in get_args(Vakgebied):
                self.problems.add(codes.CASE_RULE, here, "Dit vakgebied bestaat niet.", word=area, options=get_args(Vakgebied))
            elif name in LEVEL_WORDS:
                if value in self.levels:
                    yield Expectation(here, name, area, (value,))
                else:
                    self.problems.add(codes.CASE_RULE, here, "Dit niveau bestaat niet.", word=value, options=self.levels)
            elif not isinstance(value, dict):
                self.problems.add(shape.SHAPE, here, "Hier hoort een blok met voorwaarden.")
            else:
                for rule, status in value.items():
                    where = (*here, rule)
                    if self._known_rule(rule, where) and (found := self._statuses(status, where)) is not None:
                        yield Expectation(where, rule, area, *found)

    def _known_rule(self, code: str, path: Path) -> bool:
        if code in self.frame.by_code:
            return True
        options = [*self.frame.by_code, *LEVEL_WORDS, CONDITIONS]
        self.problems.add(codes.CASE_RULE, path, "Deze regel staat niet in het kader.", word=code, options=options)
        return False

    def _statuses(self, said: Any, path: tuple[str | int, ...]) -> tuple[tuple[str, ...], bool] | None:
        """The statuses that are wanted, and whether each activation has the one; None after a mistake."""
        if said == NO_OCCASION:
            return (), False
        many = isinstance(said, list)
        words = said if many else [said]
        options = [one.value for one in Status]
        for index, word in enumerate(words):
            if word not in options:
                here = (*path, index) if many else path
                self.problems.add(
                    codes.CASE_RULE, here, "Deze toestand bestaat niet.", word=word, options=[*options, NO_OCCASION]
                )
                return None
        return tuple(words), not many
