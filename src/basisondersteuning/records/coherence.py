"""Whether the parts of a dossier fit together: references, roles, dates.

Each check is a generator of findings over one dossier; `CHECKS` names them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import islice
from typing import TypeAlias

from pydantic import BaseModel

from ..findings.catalogue import coherence as codes
from ..findings.catalogue import reading
from ..findings.code import Code
from ..findings.finding import Finding, Related
from ..model.dossier import Dossier
from ..model.events_support import Evaluatie, Ondersteuning, Toets
from ..model.events_team import Afsluiting, Besluit, OtBespreking, Tlv
from ..model.reflect import FieldSpec, fields_of
from ..model.scales import misfit_of
from .naming import names_the_pupil
from .nearmiss import nearest
from .parse import MOST_FINDINGS
from .source import Source
from .tree import Document, Path

YOUNGEST, OLDEST = 3, 15
"""Ages between which a pupil of a primary school is expected: a setting of this tool, not a rule of the source."""


class Context:
    """One dossier with its file, and the look-ups that the checks share."""

    def __init__(self, dossier: Dossier, document: Document, source: Source, today: date) -> None:
        self.dossier = dossier
        self.document = document
        self.source = source
        self.today = today
        self.roles = {one.id: one.rol for one in dossier.betrokkenen}
        self.events = {one.id: one for one in dossier.tijdlijn if one.id is not None}

    def at(self, code: Code, path: Path, message: str = "", **more: object) -> Finding:
        """A finding at the value on `path`."""
        mark, _ = self.document.mark(path)
        return code.at(self.source.place(mark), message, subject=self.dossier.leerling.id, **more)  # type: ignore[arg-type]

    def related(self, path: Path, label: str) -> tuple[Related, ...]:
        """A second place, for `at`."""
        return (Related(self.source.place(self.document.mark(path)[0]), label),)


Check: TypeAlias = Callable[[Context], Iterator[Finding]]


def unique_ids(context: Context) -> Iterator[Finding]:
    """A person and an event each have an id of their own."""
    for name, items in (("betrokkenen", context.dossier.betrokkenen), ("tijdlijn", context.dossier.tijdlijn)):
        first: dict[str, int] = {}
        for index, item in enumerate(items):
            if item.id is None:
                continue
            if item.id in first:
                related = context.related((name, first[item.id], "id"), "hier staat hetzelfde kenmerk al")
                yield context.at(codes.DUPLICATE_ID, (name, index, "id"), related=related)
            else:
                first[item.id] = index


@cache
def _references(model: type[BaseModel]) -> tuple[tuple[FieldSpec, ...], tuple[FieldSpec, ...]]:
    """The fields of a model that point to a person or an event, and those that hold records that may."""
    specs = fields_of(model).values()
    direct = tuple(one for one in specs if one.kind in ("persoon", "gebeurtenis"))
    nested = tuple(one for one in specs if one.kind == "record" and one.model is not None and any(_references(one.model)))
    return direct, nested


def references(context: Context) -> Iterator[Finding]:
    """Whoever and whatever is referred to exists, and is of the kind that fits there."""
    for index, event in enumerate(context.dossier.tijdlijn):
        if not _sound(context, event):
            yield from _follow(context, event, ("tijdlijn", index))
    for index, waiver in enumerate(context.dossier.afwijkingen):
        yield from _follow(context, waiver, ("afwijkingen", index))
        if waiver.betreft is not None and waiver.betreft not in context.events:
            yield _unknown(context, codes.UNKNOWN_EVENT, ("afwijkingen", index, "betreft"), waiver.betreft, context.events)


def _sound(context: Context, item: BaseModel) -> bool:
    """Whether `_follow` would find nothing: the quick answer, which is the answer for almost every event."""
    direct, nested = _plan(item.__class__)
    values, roles, events = item.__dict__, context.roles, context.events
    for name, of_person, allowed in direct:
        value = values[name]
        if value is None:
            continue
        for one in (value,) if value.__class__ is str else value:
            if of_person:
                if one not in roles or (allowed and allowed.isdisjoint(roles[one])):
                    return False
            elif one not in events or (allowed and events[one].soort not in allowed):
                return False
    return not nested or all(_sound(context, one) for name in nested for one in values[name] or ())


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[tuple[str, bool, frozenset[str]], ...], tuple[str, ...]]:
    """`_references` for `_sound`: name, whether it is a person, and which roles or kinds fit (none: all)."""
    direct, nested = _references(model)
    plain = tuple((one.name, one.kind == "persoon", frozenset(one.roles or one.kinds)) for one in direct)
    return plain, tuple(one.name for one in nested)


def _follow(context: Context, item: BaseModel, path: tuple[str | int, ...]) -> Iterator[Finding]:
    direct, nested = _references(item.__class__)
    values = item.__dict__
    for spec in direct:
        value = values[spec.name]
        if value is None:
            continue
        if value.__class__ is str:
            if _fits(context, spec, value):
                continue
            yield from _reference(context, spec, value, (*path, spec.name))
        else:
            for index, one in enumerate(value):
                if not _fits(context, spec, one):
                    yield from _reference(context, spec, one, (*path, spec.name, index))
    for spec in nested:
        for index, one in enumerate(values[spec.name] or ()):
            yield from _follow(context, one, (*path, spec.name, index))


def _fits(context: Context, spec: FieldSpec, value: str) -> bool:
    if spec.kind == "persoon":
        return value in context.roles and (not spec.roles or any(role in spec.roles for role in context.roles[value]))
    return value in context.events and (not spec.kinds or context.events[value].soort in spec.kinds)


def _reference(context: Context, spec: FieldSpec, value: str, path: Path) -> Iterator[Finding]:
    if spec.kind == "persoon":
        if value not in context.roles:
            yield _unknown(context, codes.UNKNOWN_PERSON, path, value, context.roles)
        else:
            expected = " of ".join(f"`{one}`" for one in spec.roles)
            yield context.at(codes.ROLE, path, f"Hier hoort iemand met de rol {expected}.")
    elif value not in context.events:
        known = [one for one, event in context.events.items() if not spec.kinds or event.soort in spec.kinds]
        yield _unknown(context, codes.UNKNOWN_EVENT, path, value, known)
    else:
        expected = " of ".join(f"`{one}`" for one in spec.kinds)
        yield context.at(codes.WRONG_EVENT_KIND, path, f"Hier hoort het kenmerk van een gebeurtenis van de soort {expected}.")


def _unknown(context: Context, code: Code, path: Path, value: str, known: object) -> Finding:
    options = sorted(known)  # type: ignore[call-overload]
    meant = nearest(value, options)
    listed = ", ".join(f"`{one}`" for one in options[:8])
    remedy = f"Bedoelde u `{meant}`?" if meant else f"Bekend zijn: {listed}. {code.remedy}" if listed else ""
    return context.at(code, path, remedy=remedy, suggestion=meant)


def custody(context: Context) -> Iterator[Finding]:
    """Only a parent has `gezag`."""
    for index, person in enumerate(context.dossier.betrokkenen):
        if person.gezag is not None and "ouder" not in person.rol:
            yield context.at(codes.CUSTODY, ("betrokkenen", index, "gezag"))


def dates(context: Context) -> Iterator[Finding]:
    """No event before birth or after today, and none that ends before it begins."""
    born = context.dossier.leerling.geboortedatum
    if born > context.today:
        yield context.at(codes.FUTURE, ("leerling", "geboortedatum"), remedy="Verbeter de geboortedatum.")
        return
    today, events = context.today, context.events
    for index, event in enumerate(context.dossier.tijdlijn):
        day = event.datum
        if day < born:
            related = context.related(("leerling", "geboortedatum"), "de geboortedatum")
            yield context.at(codes.BEFORE_BIRTH, ("tijdlijn", index, "datum"), related=related)
        elif day > today:
            yield context.at(codes.FUTURE, ("tijdlijn", index, "datum"))
        kind = event.__class__
        if kind is Evaluatie:
            support = events.get(event.van)  # type: ignore[union-attr]
            if support is not None and support.soort == "ondersteuning" and day < support.datum:
                where = context.dossier.tijdlijn.index(support)
                related = context.related(("tijdlijn", where, "datum"), "hier begint deze ondersteuning")
                yield context.at(
                    codes.ORDER,
                    ("tijdlijn", index, "datum"),
                    "De evaluatie ligt voor het begin van de ondersteuning.",
                    related=related,
                )
        elif kind in _ENDING:
            end = getattr(event, _ENDING[kind])
            if end is not None and end < day:
                path = ("tijdlijn", index, _ENDING[kind])
                yield context.at(codes.ORDER, path, "Deze einddatum ligt voor de datum van de gebeurtenis zelf.")
    for index, waiver in enumerate(context.dossier.afwijkingen):
        if waiver.tot is not None and waiver.tot < waiver.datum:
            yield context.at(codes.ORDER, ("afwijkingen", index, "tot"), "De afwijking eindigt voor zij begint.")
        if waiver.datum > context.today:
            yield context.at(codes.FUTURE, ("afwijkingen", index, "datum"))


_ENDING: dict[type[BaseModel], str] = {Ondersteuning: "tot", OtBespreking: "evaluatiedatum", Besluit: "tot", Tlv: "tot"}


def age(context: Context) -> Iterator[Finding]:
    """The pupil is of school age at the first and the last event."""
    days = [event.datum for event in context.dossier.tijdlijn]
    if not days:
        return
    born = context.dossier.leerling.geboortedatum
    first, last = min(days), max(days)
    if born <= first and (first.year - born.year < YOUNGEST or last.year - born.year > OLDEST):
        yield context.at(codes.AGE, ("leerling", "geboortedatum"))


def closing(context: Context) -> Iterator[Finding]:
    """Nothing happens after the dossier is closed."""
    closed = [(event.datum, index) for index, event in enumerate(context.dossier.tijdlijn) if isinstance(event, Afsluiting)]
    if not closed:
        return
    day, where = min(closed)
    related = context.related(("tijdlijn", where, "datum"), "hier is het dossier afgesloten")
    for index, event in enumerate(context.dossier.tijdlijn):
        if event.datum > day:
            yield context.at(codes.AFTER_CLOSING, ("tijdlijn", index, "datum"), related=related)


def strands(context: Context) -> Iterator[Finding]:
    """Where support runs in several vakgebieden, an observation that asks for support names its own."""
    timeline = context.dossier.tijdlijn
    named = {event.vakgebied for event in timeline if isinstance(event, Ondersteuning)}
    if len(named) < 2:
        return
    for index, event in enumerate(timeline):
        if event.soort == "observatie" and event.ondersteuning_gewenst and not event.vakgebied:
            yield context.at(codes.STRAND, ("tijdlijn", index))


def scales(context: Context) -> Iterator[Finding]:
    """The result of a test can be in its scale."""
    for index, event in enumerate(context.dossier.tijdlijn):
        if event.__class__ is Toets and (words := misfit_of(event.schaal, event.waarde)) is not None:
            yield context.at(codes.SCALE, ("tijdlijn", index, "waarde"), f"{words[:1].upper()}{words[1:]}")


def pseudonym(context: Context) -> Iterator[Finding]:
    """The id of the pupil, which stands for the name, does not hold it."""
    pupil = context.dossier.leerling
    if names_the_pupil(pupil.id, pupil.roepnaam, pupil.achternaam):
        yield context.at(codes.NAMED_PUPIL, ("leerling", "id"))


CHECKS: tuple[Check, ...] = (unique_ids, references, custody, dates, age, closing, strands, scales, pseudonym)
"""Every check, in the order in which it is run."""


def check(dossier: Dossier, document: Document, source: Source, today: date) -> list[Finding]:
    """All findings on how the parts of one dossier fit together."""
    context = Context(dossier, document, source, today)
    found = list(islice((finding for one in CHECKS for finding in one(context)), MOST_FINDINGS + 1))
    if len(found) > MOST_FINDINGS:
        found[-1] = reading.TOO_MANY.at(found[-1].place, subject=dossier.leerling.id)
    return found
