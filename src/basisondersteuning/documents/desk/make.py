"""From a run to the view of its page. What can be long is made while it is read, so memory stays flat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Generic, TypeVar

from ...findings.catalogue.desk import SCHOOL_MISSING
from ...model.words import count, long_date, plain, short_date
from ...norms.status import Status
from ...swv.desk.names import same_name
from ...swv.desk.run import BROKEN, SCHOOL_STATES, STATES, Checked, DeskRule, Run, SchoolYear
from ...swv.desk.state import state_of
from ...swv.desk.words import held_to, strangers, year_head
from ..rulebook.views import WEIGHT
from ..views import Feit, Kop
from .survey import NO_BOARD, Schools, Survey, remarks
from .tables import without_sop
from .told import Teller, anchor
from .views import Bestand, Jaar, Melding, Ontbreekt, Rapport, RegelView, Sop, Uitkomst, Verder
from .words import NO_OCCASION, SCHOOL_STATE, STATE, STATUS, Beeld

T = TypeVar("T")

MOST_OPEN = 25
"""Up to so many SOPs their findings stand unfolded. A setting of `bo`."""
MOST_FINDINGS = 10_000
"""Up to so many findings on SOPs they all stand on the page; a browser gets slow with more. A setting of `bo`."""
MOST_OTHER = 2_000
"""Up to so many files that are no SOP are listed with their findings. A setting of `bo`."""

SORT = "Controle van de SOP's"


class Again(Generic[T]):
    """A list that is made anew each time it is read."""

    def __init__(self, make: Callable[[], Iterator[T]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[T]:
        return self._make()


def report_of(run: Run) -> Rapport:
    """The view of the page of a run. Reads the run once; its long lists read it again."""
    return _Maker(run).report()


class _Maker:
    """Makes the view of one run."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.survey = Survey.of(run)
        self.teller = Teller(run)
        self.schools = Schools.of(run)

    def report(self) -> Rapport:
        """The view."""
        run, survey = self.run, self.survey
        detailed = survey.sop_findings <= MOST_FINDINGS
        return Rapport(
            self._head(),
            (Feit("SOP's gelezen", str(survey.sops)),),
            held_to(run),
            tuple(self._year(one) for one in run.years),
            tuple(self._rule(one) for one in run.rules),
            Again(lambda: self._sops(with_findings=False)),
            survey.sops,
            tuple(sorted(survey.boards - {NO_BOARD})) + ((NO_BOARD,) if NO_BOARD in survey.boards else ()),
            tuple(sorted(survey.years)),
            (*STATUS.values(), NO_OCCASION),
            tuple(STATE[one] for one in STATES),
            Again(lambda: self._sops(with_findings=True)),
            detailed,
            survey.sops <= MOST_OPEN,
            self._about_details(detailed),
            tuple(self._across()),
            tuple(Ontbreekt(one.code, one.name, one.board or "", one.remedy) for one in run.missing),
            run.year or "",
            Again(self._others),
            survey.other_files,
            self._about_others(),
        )

    def _head(self) -> Kop:
        run = self.run
        under = [f"Schooljaar {one}" for one in sorted(self.survey.years)]
        under += [f"Normenkader {run.frame}"] if run.frame else []
        title = run.swv or "Schoolondersteuningsprofielen"
        running = f"{SORT} · {title} · stand op {short_date(run.peildatum)}"
        warned = " ".join(remarks(run, self.survey))
        return Kop(SORT, title, tuple(under), f"Stand op {long_date(run.peildatum)}", running, "", warned)

    def _year(self, one: SchoolYear) -> Jaar:
        shown = [Feit(SCHOOL_STATE[each][0], str(one.states[each])) for each in reversed(SCHOOL_STATES) if one.states.get(each)]
        missing = without_sop(self.run, one.year)
        more = [Feit("zonder SOP", str(missing))] if missing is not None else []
        return Jaar(year_head(self.run, one), (*shown, *more), strangers(one))

    def _rule(self, rule: DeskRule) -> RegelView:
        counts = ((STATUS[one], self.survey.outcomes[rule.code, one]) for one in STATUS)
        return RegelView(
            rule.code,
            anchor(rule.code),
            rule.title,
            WEIGHT[rule.severity.value],
            rule.source,
            plain(rule.role),
            rule.action,
            rule.why,
            rule.question or "",
            tuple(Uitkomst(look, number) for look, number in counts if number),
        )

    def _sops(self, *, with_findings: bool) -> Iterator[Sop]:
        number = 0
        for one in self.run.results():
            if one.kind == "sop":
                number += 1
                yield self._sop(one, number, with_findings=with_findings)

    def _sop(self, one: Checked, number: int, *, with_findings: bool) -> Sop:
        code, name, board, year = self.schools.who(one)
        found: Iterable[Melding] = self.teller.told(one.findings) if with_findings else ()
        return Sop(
            f"s{number}",
            name or code or one.path,
            code,
            board,
            year,
            one.path,
            STATE[state_of(one) or BROKEN],
            self._cells(one),
            count(len(one.findings), "melding", "meldingen") if one.findings else "geen meldingen",
            found,
            self._further(one) if with_findings else (),
            self._own_name(one) if with_findings else "",
        )

    def _own_name(self, one: Checked) -> str:
        known = self.schools.names.get(one.sent.school) if one.sent is not None else None
        if one.sent is None or known is None or not one.sent.name or same_name(one.sent.name, known):
            return ""
        return one.sent.name

    def _further(self, one: Checked) -> tuple[Verder, ...]:
        """The rules that are not settled and of which no finding is shown."""
        told = {found.code for found in one.findings}
        return tuple(
            Verder(
                cell.rule,
                anchor(cell.rule),
                self.teller.rules[cell.rule].title,
                STATUS[cell.status],
                short_date(cell.due) if cell.due is not None and cell.status is Status.OPEN else "",
            )
            for cell in (one.sop.cells if one.sop is not None else ())
            if cell.status is not None and not cell.status.settled and cell.rule not in told and cell.rule in self.teller.rules
        )

    def _cells(self, one: Checked) -> tuple[Beeld, ...]:
        if one.sop is None:
            return ()
        said: dict[str, Status | None] = {cell.rule: cell.status for cell in one.sop.cells}
        return tuple(NO_OCCASION if (status := said.get(rule.code)) is None else STATUS[status] for rule in self.run.rules)

    def _others(self) -> Iterator[Bestand]:
        others = (one for one in self.run.results() if one.kind != "sop" and one.findings)
        for one in islice(others, MOST_OTHER):
            yield Bestand(one.path, self.teller.told(one.findings))

    def _across(self) -> Iterator[Melding]:
        for one in self.run.across:
            if one.code != SCHOOL_MISSING.code:
                school = self.schools.names.get(one.subject or "", one.subject or "")
                yield from (told._replace(school=school) for told in self.teller.told([one]))

    def _about_details(self, detailed: bool) -> str:
        if not detailed:
            return (
                f"Er zijn {self.survey.sop_findings} meldingen over SOP's. Dat zijn er te veel voor een bladzijde; ze staan "
                "allemaal in het werkblad. Vraag daarom met --out rapport.xlsx."
            )
        if self.survey.sops > MOST_OPEN:
            return "Klik op een school om haar meldingen te lezen. Bij het afdrukken staan ze er alle op."
        return ""

    def _about_others(self) -> str:
        if self.survey.other_files <= MOST_OTHER:
            return ""
        return (
            f"Hier staan de eerste {MOST_OTHER} van {self.survey.other_files} bestanden. Alle meldingen staan in het werkblad. "
            "Vraag daarom met --out rapport.xlsx."
        )
