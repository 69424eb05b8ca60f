"""What meetings of the ondersteuningsteam add to dossiers: per pupil the addition, its effect, or why it cannot be made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from ...findings.catalogue import coherence, editing
from ...findings.catalogue import meeting as codes
from ...findings.finding import Finding, Place, Related, Severity
from ...model.dossier import Dossier
from ...model.events_team import Afsluiting, OtBespreking
from ...records.committing import Write, commit, original
from ...records.editing import Add, edited
from ...records.load import Loaded, load, load_text
from ...records.tree import Tree
from ..assess import Assessment, Assessor
from ..caseload import Caseload
from .identity import other_pupil
from .outcome import Content, Point, event_of, person_tree, points, same_details, unnamed
from .people import People


class State(StrEnum):
    """How it stands with one item of an agenda."""

    NEW = "toe_te_voegen"
    DONE = "al_verwerkt"
    NOT_HELD = "niet_besproken"
    REFUSED = "niet_toegevoegd"


@dataclass(slots=True)
class Plan:
    """What meetings add to the dossier of one pupil.

    `additions` holds the items by the key they go under. `old` and `new` are the bytes of the file before and after, `new`
    is None where nothing is added; `before` and `after` the verdicts on them.
    """

    pupil: str
    dossier: Loaded | None
    states: list[tuple[Point, State]] = field(default_factory=list)
    additions: dict[str, list[Tree]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    old: bytes = b""
    new: bytes | None = None
    before: Assessment | None = None
    after: Assessment | None = None
    written: bool = False

    def refuse(self, findings: list[Finding]) -> None:
        """Nothing is added, and these say why."""
        self.findings += [replace(one, subject=self.pupil) for one in findings]
        self.states = [(point, State.REFUSED if state is State.NEW else state) for point, state in self.states]
        self.new = self.after = None


def plans(caseload: Caseload, broken: Mapping[tuple[str, str], Loaded], assessor: Assessor) -> Iterator[Plan]:
    """A plan for each pupil on the agendas, in the order in which they were discussed."""
    by_pupil: dict[tuple[str, str], list[Point]] = {}
    for point in points(caseload.meetings):
        by_pupil.setdefault((point.ot.school, point.item.leerling), []).append(point)
    # the dossier that counts is read first, so the finding stands in the other one
    twice = {one.related[0].place.file: one.place for one in caseload.findings if one.code == coherence.SAME_PUPIL.code}
    for (school, pupil), found in by_pupil.items():
        plan = Plan(pupil, caseload.of(school, pupil))
        if plan.dossier is None:
            _without_dossier(plan, found, broken.get((school, pupil)))
        elif _fill(plan, found, plan.dossier):
            if plan.dossier.name in twice:
                plan.refuse([_two_dossiers(plan.dossier, twice[plan.dossier.name])])
            else:
                _apply(plan, plan.dossier, assessor)
        yield plan


def broken_dossiers(caseload: Caseload, *, today: date) -> dict[tuple[str, str], Loaded]:
    """The dossiers with mistakes, by school and id of the pupil, as far as these can be read."""
    files = dict.fromkeys(one.place.file for one in caseload.findings if one.severity is Severity.FOUT)
    found: dict[tuple[str, str], Loaded] = {}
    for loaded in (load(one, today=today, named=False) for one in files):
        root = loaded.document.root if loaded.document is not None else {}
        pupil = root.get("leerling")
        school, name = root.get("school"), pupil.get("id") if isinstance(pupil, dict) else None
        if isinstance(school, str) and isinstance(name, str):
            found.setdefault((school, name), loaded)
    return found


def write(plans: Sequence[Plan]) -> None:
    """Put the new texts of dossiers on disk, as one deed; what goes wrong becomes a finding of its plan and stops no other."""
    todo = {one.dossier.name: one for one in plans if one.new is not None and one.dossier is not None}
    while todo:
        writes = [Write(name, one.old, one.new) for name, one in todo.items() if one.new is not None]
        refused = commit(writes, command="bo ot verwerk")
        if not refused:
            break
        named = {one.place.file for one in refused} & todo.keys()
        for name in named or set(todo):  # what is wrong with the journal is so for all
            todo.pop(name).refuse([one for one in refused if not named or one.place.file == name])
    for one in todo.values():
        one.written = True


def _without_dossier(plan: Plan, found: list[Point], broken: Loaded | None) -> None:
    for point in found:
        plan.states.append((point, State.REFUSED if point.held else State.NOT_HELD))
        if point.held and broken is None:
            plan.findings.append(point.finding(codes.NO_DOSSIER))
        elif point.held and broken is not None:
            first = next(one for one in broken.findings if one.severity is Severity.FOUT)
            related = (Related(first.place, "hier staat de eerste fout"),)
            plan.findings.append(point.finding(codes.BROKEN_DOSSIER, related=related))


def _two_dossiers(loaded: Loaded, other: Place) -> Finding:
    """Which of two dossiers of one pupil is the real one, only people can say."""
    message = "Van deze leerling zijn er twee dossiers; er is niets toegevoegd."
    related = (Related(other, "het andere dossier"),)
    return replace(coherence.SAME_PUPIL.at(loaded.place(("leerling", "id")), message, related=related), severity=Severity.FOUT)


def _fill(plan: Plan, found: list[Point], loaded: Loaded) -> bool:
    """Gather what is to be added; whether there is anything."""
    assert isinstance(loaded.record, Dossier)
    people, events = People(loaded.record.betrokkenen), list[Tree]()
    there = {Content.of(one.datum, one): one for one in loaded.record.tijdlijn if isinstance(one, OtBespreking)}
    planned: set[Content] = set()
    strange = {one.day for one in there.keys() - {point.content for point in found}}
    for point in found:
        state, findings = _state(point, loaded, there, planned, strange)
        if state is State.NEW and (other := other_pupil(point, loaded)) is not None:
            state, findings = State.REFUSED, [other]
        plan.states.append((point, state))
        plan.findings += findings
        if state is State.NEW:
            planned.add(point.content)
            events.append(event_of(point, people))
    if not events:
        return False
    new = [person_tree(one) for one in people.added]
    plan.additions = {"betrokkenen": new, "tijdlijn": events} if new else {"tijdlijn": events}
    if people.renamed:
        plan.refuse([_other_name(plan, loaded, one) for one in sorted(people.renamed)])
        return False
    return True


def _state(
    point: Point, loaded: Loaded, there: Mapping[Content, OtBespreking], planned: set[Content], strange: set[date]
) -> tuple[State, list[Finding]]:
    """How it stands with one item, and what is wrong with it. `strange` holds days with a discussion no meeting knows."""
    if not point.held:
        return State.NOT_HELD, []
    if point.content in planned:
        return State.DONE, []
    event = there.get(point.content)
    if event is not None:
        differs = point.finding(codes.OTHER_DISCUSSION, _OTHER_DETAILS, related=_where(loaded, event))
        return State.DONE, [] if same_details(event, point) else [replace(differs, severity=Severity.WAARSCHUWING)]
    if not point.item.aanwezig:
        return State.REFUSED, [point.finding(codes.NOBODY_PRESENT)]
    if (nobody := unnamed(point)) is not None:
        place = next(point.places_of(nobody))
        return State.REFUSED, [codes.TO_FILL_IN.at(place, _UNNAMED, subject=point.item.leerling, severity=Severity.FOUT)]
    assert isinstance(loaded.record, Dossier)
    closed = [one for one in loaded.record.tijdlijn if isinstance(one, Afsluiting) and one.datum < point.ot.datum]
    if closed:
        return State.REFUSED, [point.finding(codes.CLOSED_DOSSIER, related=_where(loaded, closed[0]))]
    if point.ot.datum in strange:
        other = next(one for one in there.values() if one.datum == point.ot.datum)
        return State.REFUSED, [point.finding(codes.OTHER_DISCUSSION, related=_where(loaded, other))]
    return State.NEW, []


_OTHER_DETAILS = "Deze bespreking staat al in het dossier, maar met andere uitkomsten, afspraken of evaluatiedatum."
_UNNAMED = "De naam van deze persoon moet eerst worden ingevuld; er is niets toegevoegd."


def _where(loaded: Loaded, event: OtBespreking | Afsluiting) -> tuple[Related, ...]:
    assert isinstance(loaded.record, Dossier)
    number = next(index for index, one in enumerate(loaded.record.tijdlijn) if one is event)
    label = "hier is het dossier afgesloten" if isinstance(event, Afsluiting) else "de bespreking in het dossier"
    return (Related(loaded.place(("tijdlijn", number, "datum")), label),)


def _other_name(plan: Plan, loaded: Loaded, person: str) -> Finding:
    """Two names for one id, with both places."""
    assert isinstance(loaded.record, Dossier)
    number = next(index for index, one in enumerate(loaded.record.betrokkenen) if one.id == person)
    where = (place for point, state in plan.states if state is State.NEW for place in point.places_of(person))
    related = (Related(next(where), "de naam in de bijeenkomst"),)
    place = loaded.place(("betrokkenen", number, "naam"))
    return replace(codes.OTHER_NAME.at(place, related=related), subject=plan.pupil)


def _apply(plan: Plan, loaded: Loaded, assessor: Assessor) -> None:
    """Make the new text in memory, and judge it; the file itself is left alone."""
    source = loaded.source
    old = original(source) if source is not None else editing.CHANGED_MEANWHILE.at(Place(loaded.name))
    changes = [Add((key,), one) for key, items in plan.additions.items() for one in items]
    new = edited(old, changes, name=loaded.name) if isinstance(old, bytes) else old
    if isinstance(old, Finding) or isinstance(new, Finding):
        return plan.refuse([new] if isinstance(new, Finding) else [])
    changed = load_text(loaded.name, new, today=assessor.setup.today)
    wrong = [one.message for one in changed.findings if one.severity is Severity.FOUT]
    if wrong:
        point = next(one for one, state in plan.states if state is State.NEW)
        message = f"Met deze toevoeging zou in het dossier een fout staan: {wrong[0][0].lower()}{wrong[0][1:]}"
        return plan.refuse([point.finding(codes.DOES_NOT_FIT, message)])
    plan.old, plan.new = old, new
    plan.before, plan.after = assessor.judge(loaded), assessor.judge(changed)
    return None
