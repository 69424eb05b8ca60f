"""The tables of a workbook that are about schools and rules."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings.finding import readable
from ...model.words import plain
from ...norms.status import Status
from ...swv.desk.run import BROKEN, SCHOOL_STATES, Checked, Run
from ...swv.desk.state import state_of
from ..output.sheets import Column, Value
from ..rulebook.views import WEIGHT
from .survey import Schools, Survey
from .words import SCHOOL_STATE, STATE, STATUS, look_of

_WHO = (Column("School", 10), Column("Naam", 34), Column("Bestuur", 28), Column("Schooljaar", 12))
_STATE = Column("SOP", 18)
_EVERY: tuple[Status | None, ...] = (*STATUS, None)
_COUNTS = tuple(Column(look_of(one).woord.capitalize(), 12) for one in _EVERY)


class Tables:
    """The tables of one run; rows are made while they are read."""

    def __init__(self, run: Run, survey: Survey) -> None:
        self.run = run
        self.survey = survey
        self.schools = Schools.of(run)

    def overview_columns(self) -> tuple[Column, ...]:
        """The columns of `overview`."""
        sent = (Column("Format", 16), Column("Kader", 18), Column("Vastgesteld", 13))
        return (*_WHO, _STATE, *sent, *_COUNTS, Column("Meldingen", 12), Column("Bestand", 40))

    def overview(self) -> Iterator[tuple[Value, ...]]:
        """A row a SOP: what it came to, and how many rules have which status; empty where it was not judged."""
        for one in self._sops():
            row, sent = one.sop, one.sent
            counts: list[Value] = [None] * len(_EVERY)
            if row is not None:
                said = [cell.status for cell in row.cells]
                counts = [said.count(each) for each in _EVERY]
            yield (
                *self.schools.who(one),
                _state(one),
                row.format if row is not None else sent.format if sent is not None else None,
                row.frame if row is not None else sent.frame if sent is not None else None,
                row.adopted if row is not None else None,
                *counts,
                len(one.findings),
                one.path,
            )

    def matrix_columns(self) -> tuple[Column, ...]:
        """The columns of `matrix`."""
        return (*_WHO, _STATE, *(Column(one.code, 15) for one in self.run.rules))

    def matrix(self) -> Iterator[tuple[Value, ...]]:
        """A row a SOP, a column a rule, and the status in words; empty where the SOP was not judged."""
        for one in self._sops():
            cells: list[Value] = [None] * len(self.run.rules)
            if one.sop is not None:
                said = {cell.rule: cell.status for cell in one.sop.cells}
                cells = [look_of(said.get(rule.code)).woord for rule in self.run.rules]
            yield (*self.schools.who(one), _state(one), *cells)

    def missing_columns(self) -> tuple[Column, ...]:
        """The columns of `missing`."""
        return (*_WHO, Column("Wat u doet", 50, True), Column("Misschien in bestand", 40))

    def missing(self) -> Iterator[tuple[Value, ...]]:
        """A row a school without a SOP."""
        for one in self.run.missing:
            yield one.code, one.name, one.board, self.run.year, one.remedy, readable(one.file) if one.file else None

    def count_columns(self) -> tuple[Column, ...]:
        """The columns of `counts`."""
        states = (Column(SCHOOL_STATE[one][0].capitalize(), 14) for one in reversed(SCHOOL_STATES))
        return (
            Column("Schooljaar", 12),
            Column("Scholen", 10),
            *states,
            Column("Zonder SOP", 12),
            Column("Niet van het swv", 16),
        )

    def counts(self) -> Iterator[tuple[Value, ...]]:
        """A row a school year, with how many schools came to what; empty where nothing was judged."""
        for one in self.run.years:
            states = (one.states.get(each, 0) if one.states else None for each in reversed(SCHOOL_STATES))
            yield one.year, one.schools, *states, without_sop(self.run, one.year), one.strangers

    def rule_columns(self) -> tuple[Column, ...]:
        """The columns of `rules`."""
        return (
            Column("Code", 12),
            Column("Regel", 44, True),
            Column("Weegt", 24),
            Column("Wie", 24),
            Column("Wat de school doet", 50, True),
            Column("Vraag aan mensen", 40, True),
            Column("Bron", 30, True),
            Column("Waarom", 50, True),
            *_COUNTS,
        )

    def rules(self) -> Iterator[tuple[Value, ...]]:
        """A row a rule, with how many judged SOPs have which status."""
        judged = self.survey.judged
        for one in self.run.rules:
            counts = [self.survey.outcomes[one.code, each] for each in STATUS]
            yield (
                one.code,
                one.title,
                WEIGHT[one.severity.value],
                plain(one.role),
                one.action,
                one.question,
                one.source,
                one.why,
                *counts,
                judged - sum(counts),
            )

    def _sops(self) -> Iterator[Checked]:
        return (one for one in self.run.results() if one.kind == "sop")


def without_sop(run: Run, year: str) -> int | None:
    """How many schools have no SOP; None for another school year than most SOPs are for, and where nobody knows."""
    return len(run.missing) if year == run.year and run.schools and run.whole else None


def _state(one: Checked) -> str:
    return STATE[state_of(one) or BROKEN].woord
