"""Whether the parts of a meeting of the ondersteuningsteam fit together: people, pupils, time and days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from pydantic import BaseModel

from ..findings.catalogue import coherence as codes
from ..findings.catalogue import meeting as meeting_codes
from ..findings.catalogue import reading
from ..findings.code import Code
from ..findings.finding import Finding, Related
from ..model.dossier import Betrokkene
from ..model.ot import OPEN_NAME, OPEN_QUESTION, UNSURE, Agendapunt, Ot
from ..model.reflect import fields_of
from .naming import names_the_pupil
from .nearmiss import nearest
from .parse import MOST_FINDINGS
from .source import Source
from .tree import Document, Path

_DAY = 24 * 60
_WEEKEND = 5


class Context:
    """One meeting with its file."""

    def __init__(self, meeting: Ot, document: Document, source: Source, today: date) -> None:
        self.meeting = meeting
        self.document = document
        self.source = source
        self.today = today
        self.agenda = list(enumerate(meeting.agenda))
        self.members = {one.id for one in (*meeting.leden, *meeting.externe_deskundigen)}

    def at(self, code: Code, path: Path, message: str = "", **more: object) -> Finding:
        """A finding at the value on `path`; within the agenda it is about the pupil, elsewhere about the school."""
        item = self.meeting.agenda[path[1]] if path[:1] == ("agenda",) and len(path) > 1 and isinstance(path[1], int) else None
        subject = self.meeting.school if item is None else item.leerling
        return code.at(self.source.place(self.document.mark(path)[0]), message, subject=subject, **more)  # type: ignore[arg-type]

    def related(self, path: Path, label: str) -> tuple[Related, ...]:
        """A second place, for `at`."""
        return (Related(self.source.place(self.document.mark(path)[0]), label),)


def unique_ids(context: Context) -> Iterator[Finding]:
    """Everyone at the table has an id of their own; who is invited for one pupil may share it with who comes for another."""
    meeting = context.meeting
    shared = [*_placed(meeting.leden, ("leden",)), *_placed(meeting.externe_deskundigen, ("externe_deskundigen",))]
    first: dict[str, Path] = {}
    yield from _doubles(context, shared, first)
    for number, item in context.agenda:
        yield from _doubles(context, _placed(item.genodigden, ("agenda", number, "genodigden")), dict(first))


def _placed(people: list[Betrokkene], path: Path) -> list[tuple[Betrokkene, Path]]:
    return [(one, (*path, index)) for index, one in enumerate(people)]


def _doubles(context: Context, people: Iterable[tuple[Betrokkene, Path]], first: dict[str, Path]) -> Iterator[Finding]:
    for one, path in people:
        if one.id in first:
            related = context.related((*first[one.id], "id"), "hier staat hetzelfde kenmerk al")
            yield context.at(codes.DUPLICATE_ID, (*path, "id"), related=related)
        else:
            first[one.id] = path


def people(context: Context) -> Iterator[Finding]:
    """Whoever is named is at the table, for this pupil or for all."""
    yield from _unknown(context, context.meeting, (), context.members)
    for number, item in context.agenda:
        yield from _unknown(context, item, ("agenda", number), context.members | {one.id for one in item.genodigden})


def _unknown(context: Context, part: BaseModel, path: Path, known: set[str]) -> Iterator[Finding]:
    for name, where in _named(part, path):
        if name in known:
            continue
        lists = (
            "`leden`, `externe_deskundigen` of de `genodigden` van dit agendapunt" if path else "`leden` of `externe_deskundigen`"
        )
        meant = nearest(name, sorted(known))
        listed = ", ".join(f"`{one}`" for one in sorted(known)[:8])
        yield context.at(
            codes.UNKNOWN_PERSON,
            where,
            f"Deze persoon staat niet bij {lists}.",
            remedy=f"Bedoelde u `{meant}`?"
            if meant
            else f"Bekend zijn: {listed}. Verbeter het kenmerk, of zet de persoon erbij.",
            suggestion=meant,
        )


_LISTS = "`leden` of `externe_deskundigen`"
_LISTS_OF_ITEM = "`leden`, `externe_deskundigen` of de `genodigden` van dit agendapunt"


def _named(part: BaseModel, path: Path) -> Iterator[tuple[str, Path]]:
    """Everyone whom a part of the record names by id, with the place; the agenda is looked at item by item."""
    for spec in fields_of(type(part)).values():
        value = getattr(part, spec.name)
        if value is None or spec.name == "agenda":
            continue
        items = (
            [(one, (*path, spec.name, index)) for index, one in enumerate(value)] if spec.many else [(value, (*path, spec.name))]
        )
        for one, where in items:
            if spec.kind == "persoon":
                yield one, where
            elif isinstance(one, BaseModel):
                yield from _named(one, where)


def custody(context: Context) -> Iterator[Finding]:
    """Only a parent has `gezag`."""
    meeting = context.meeting
    people = [*_placed(meeting.leden, ("leden",)), *_placed(meeting.externe_deskundigen, ("externe_deskundigen",))]
    for number, item in context.agenda:
        people += _placed(item.genodigden, ("agenda", number, "genodigden"))
    for one, path in people:
        if one.gezag is not None and "ouder" not in one.rol:
            yield context.at(codes.CUSTODY, (*path, "gezag"))


def pupils(context: Context) -> Iterator[Finding]:
    """A pupil is on the agenda once."""
    first: dict[str, int] = {}
    for number, item in context.agenda:
        if item.leerling in first:
            related = context.related(("agenda", first[item.leerling], "leerling"), "hier staat deze leerling al")
            yield context.at(meeting_codes.SAME_PUPIL_TWICE, ("agenda", number, "leerling"), related=related)
        first.setdefault(item.leerling, number)


def pseudonyms(context: Context) -> Iterator[Finding]:
    """The id of a pupil, which stands for the name, does not hold it."""
    for number, item in context.agenda:
        if names_the_pupil(item.leerling, item.naam):
            yield context.at(codes.NAMED_PUPIL, ("agenda", number, "leerling"))


def time(context: Context) -> Iterator[Finding]:
    """The agenda fits in the time, and the meeting in the day."""
    meeting = context.meeting
    wanted = sum(item.minuten for item in meeting.agenda)
    if wanted > meeting.duur:
        message = f"De leerlingen krijgen samen {wanted - meeting.duur} minuten meer dan er zijn."
        yield context.at(meeting_codes.TOO_LONG, ("duur",), message)
    if meeting.begin.hour * 60 + meeting.begin.minute + meeting.duur > _DAY:
        yield context.at(
            meeting_codes.TOO_LONG,
            ("duur",),
            "De bijeenkomst loopt door tot na middernacht.",
            remedy="Verbeter het begin of de duur; de duur is in minuten.",
        )


def days(context: Context) -> Iterator[Finding]:
    """The meeting is on a day of the week with school, what comes of it lies after it, and what came of it has happened."""
    meeting = context.meeting
    if meeting.datum.weekday() >= _WEEKEND:
        yield context.at(meeting_codes.NO_SCHOOL, ("datum",), "Deze dag valt in het weekend.")
    for number, item in context.agenda:
        path = ("agenda", number)
        invited, back = item.ouders_uitgenodigd_op, item.evaluatiedatum
        if invited is not None and invited > meeting.datum:
            yield context.at(codes.ORDER, (*path, "ouders_uitgenodigd_op"), "De ouders zijn uitgenodigd na de bijeenkomst zelf.")
        if back is not None and back < meeting.datum:
            yield context.at(codes.ORDER, (*path, "evaluatiedatum"), "De evaluatiedatum ligt voor de bijeenkomst.")
        for index, agreed in enumerate(item.afspraken):
            if agreed.wanneer < meeting.datum:
                where = (*path, "afspraken", index, "wanneer")
                yield context.at(codes.ORDER, where, "Deze afspraak moet klaar zijn voor de bijeenkomst waarop zij is gemaakt.")
        if meeting.datum > context.today and (done := _afterwards(item)):
            yield context.at(
                codes.FUTURE,
                (*path, done),
                "De bijeenkomst ligt in de toekomst, maar hier staat al wat er gebeurd is.",
                remedy="Verbeter de datum van de bijeenkomst, of haal dit weg tot het zover is.",
            )


def _afterwards(item: Agendapunt) -> str | None:
    """The first field that tells what happened, when one is filled in."""
    return next((one for one in ("aanwezig", "bespreking", "uitkomsten", "afspraken") if getattr(item, one)), None)


def open_ends(context: Context) -> Iterator[Finding]:
    """What a proposal left open has been filled in."""
    meeting = context.meeting
    for person, path in [*_placed(meeting.leden, ("leden",)), *_placed(meeting.externe_deskundigen, ("externe_deskundigen",))]:
        if person.naam == OPEN_NAME:
            yield context.at(meeting_codes.TO_FILL_IN, (*path, "naam"), "De naam van dit lid moet nog worden ingevuld.")
    for number, item in context.agenda:
        if item.vraag == OPEN_QUESTION:
            path = ("agenda", number, "vraag")
            yield context.at(meeting_codes.TO_FILL_IN, path, "De vraag aan het OT moet nog worden ingevuld.")
        elif item.vraag.startswith(UNSURE):
            path = ("agenda", number, "vraag")
            words = "Deze vraag komt uit een consultatie; kijk na of het ook de vraag aan het OT is."
            yield context.at(meeting_codes.TO_FILL_IN, path, words, remedy="Pas de vraag aan, en haal «(kijk na)» weg.")


CHECKS = (unique_ids, people, custody, pupils, pseudonyms, time, days, open_ends)
"""Every check, in the order in which it is run."""


def check(meeting: Ot, document: Document, source: Source, today: date) -> list[Finding]:
    """All findings on how the parts of one meeting fit together."""
    context = Context(meeting, document, source, today)
    found = list(islice((finding for one in CHECKS for finding in one(context)), MOST_FINDINGS + 1))
    if len(found) > MOST_FINDINGS:
        found[-1] = reading.TOO_MANY.at(found[-1].place, subject=meeting.school)
    return found
