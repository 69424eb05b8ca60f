"""A first look over a run: what is counted and listed before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ...model.words import count
from ...norms.status import Status
from ...swv.desk.run import Checked, Run
from ...swv.desk.words import doubts

NO_BOARD = "bestuur niet ingevuld"
"""What stands for the board of a school that names none."""


@dataclass(slots=True)
class Survey:
    """What a run holds. `judged` counts SOPs that were held to the norms; `outcomes` counts SOPs by rule and status; memory
    grows with boards and years, not with files.

    `sop_findings` and `other_findings` count findings on SOPs and on other files, `other_files` the files that have some.
    """

    sops: int = 0
    judged: int = 0
    boards: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    outcomes: Counter[tuple[str, Status]] = field(default_factory=Counter)
    sop_findings: int = 0
    other_findings: int = 0
    other_files: int = 0

    @classmethod
    def of(cls, run: Run) -> Survey:
        """Look over a run."""
        found = cls()
        schools = Schools.of(run)
        for one in run.results():
            if one.kind == "sop":
                found._count(one, schools)
            elif one.findings:
                found.other_files += 1
                found.other_findings += len(one.findings)
        return found

    def _count(self, one: Checked, schools: Schools) -> None:
        self.sops += 1
        self.sop_findings += len(one.findings)
        *_, board, year = schools.who(one)
        self.boards.add(board)
        self.years |= {year} - {""}
        if one.sop is not None:
            self.judged += 1
            self.outcomes.update((cell.rule, cell.status) for cell in one.sop.cells if cell.status is not None)


class Schools(NamedTuple):
    """Names and boards of the schools that the samenwerkingsverband lists, by code."""

    names: dict[str, str]
    boards: dict[str, str]

    @classmethod
    def of(cls, run: Run) -> Schools:
        """Those of a run."""
        return cls({one.code: one.name for one in run.schools}, {one.code: one.board for one in run.schools if one.board})

    def who(self, one: Checked) -> tuple[str, str, str, str]:
        """Whose SOP this is: code, name, board and school year. Of a school that the samenwerkingsverband lists the name and
        board are those it gives, of another those of the SOP.

        Empty where neither says; of the board it is said that it is not filled in.
        """
        row, sent = one.sop, one.sent
        if sent is None:
            code, own, board, year = (row.school, row.name, row.board, row.year) if row is not None else ("", "", None, "")
        else:
            code, own, board, year = sent.school, sent.name, sent.board, sent.year
            own, board = own or (row.name if row is not None else ""), board or (row.board if row is not None else None)
        return code, self.names.get(code) or own, self.boards.get(code) or board or NO_BOARD, year


def remarks(run: Run, survey: Survey) -> Iterator[str]:
    """What a reader must know before reading on: what was not done, and what was left out."""
    tally = run.tally
    if not run.complete:
        yield "De controle is afgebroken. Hier staat alleen wat toen bekend was."
    if not run.judged:
        yield "Het normenkader was niet te openen: geen enkele SOP is aan regels getoetst."
    elif survey.sops and not run.rules:
        yield "In dit normenkader staan geen regels over SOP's: er is alleen naar de vorm gekeken."
    if tally.known:
        yield f"{count(tally.known, 'melding was al bekend en staat', 'meldingen waren al bekend en staan')} hier niet bij."
    if tally.left_out:
        yield f"{count(tally.left_out, 'melding is', 'meldingen zijn')} weggelaten, omdat daar niet om gevraagd is."
    yield from doubts(run)
    if tally.crashed:
        yield f"Bij {count(tally.crashed, 'bestand', 'bestanden')} ging er in bo iets mis; wat daarin staat, is niet beoordeeld."
