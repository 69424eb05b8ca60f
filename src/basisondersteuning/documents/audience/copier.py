"""Copying a record for a reader: only what changes is copied, the rest is shared. Planned once for each model."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, NamedTuple, TypeVar

from ...model.base import Gebeurtenis, Model
from ...model.dossier import Betrokkene
from ...model.events_support import Consultatie
from ...model.kinds import event_models
from ...model.reflect import FieldSpec, fields_of
from .people import Aliases
from .table import Cell, Reader, cell_of
from .words import NameFinder

M = TypeVar("M", bound=Model)


class Step(NamedTuple):
    """What to do with one field: `how` is one of leeg, tekst, persoon, gebeurtenis, naam, jaar, binnen."""

    field: str
    how: str


class Copier:
    """Makes what a reader sees of a record. `aliases` is None where real names are shown."""

    __slots__ = ("aliases", "reader")

    def __init__(self, reader: Reader, aliases: Aliases | None) -> None:
        self.reader = reader
        self.aliases = aliases

    def copy(self, item: M) -> M:
        """The record as the reader sees it; the same object when nothing changes. The original is never changed."""
        steps = plan(item.__class__, self.reader, self.aliases is None)
        values = item.__dict__
        changed: dict[str, object] = {}
        for name, how in steps:
            old = values[name]
            if old is not None and old != []:
                new = self._changed(how, old, values)
                if new is not old:
                    changed[name] = new
        return item.model_copy(update=changed) if changed else item

    def _changed(self, how: str, old: Any, values: dict[str, Any]) -> object:
        if how == "leeg":
            return [] if isinstance(old, list) else None
        if isinstance(old, list):
            new = [self._changed(how, one, values) for one in old]
            return old if all(map(_same, new, old)) else new
        if how == "binnen":
            return self.copy(old)
        if how == "jaar":
            return date(old.year, 1, 1)
        assert self.aliases is not None  # only pseudonyms ask for what is left
        if how == "tekst":
            return self.aliases.names.replace(old)
        if how == "persoon":
            return self.aliases.person(old)
        if how == "gebeurtenis":
            return self.aliases.event(old)
        return self.aliases.people[values["id"]].naam


def rewritten(item: M, names: NameFinder) -> M:
    """The record with every free text, as in `Cell.ZONDER_NAMEN`, through a finder of names. The original is not changed."""
    changed: dict[str, object] = {}
    for name, is_text in _texts(item.__class__):
        old = item.__dict__[name]
        values = old if isinstance(old, list) else [] if old is None else [old]
        new = [names.replace(one) if is_text else rewritten(one, names) for one in values]
        if not all(map(_same, new, values)):
            changed[name] = new if isinstance(old, list) else new[0]
    return item.model_copy(update=changed) if changed else item


@cache
def _texts(model: type[Model]) -> tuple[tuple[str, bool], ...]:
    """The fields of a model that hold free text, or records, which may."""
    free = {one.name for one in fields_of(model).values() if cell_of(model, one.name, Reader.SWV, False) is Cell.ZONDER_NAMEN}
    return tuple((one.name, one.name in free) for one in fields_of(model).values() if one.name in free or one.kind == "record")


def _same(one: object, other: object) -> bool:
    return one is other


@cache
def plan(model: type[Model], reader: Reader, names: bool) -> tuple[Step, ...]:
    """The fields of a model that change for a reader; none of an event that the reader never sees.

    Raises ValueError for a table that hides a field which a record cannot do without.
    """
    if issubclass(model, Gebeurtenis) and cell_of(model, "soort", reader, names) is Cell.VERBERG:
        return ()
    steps = ((spec, _how(model, spec, reader, names)) for spec in fields_of(model).values())
    return tuple(Step(spec.name, how) for spec, how in steps if how)


def _how(model: type[Model], spec: FieldSpec, reader: Reader, names: bool) -> str:
    cell = cell_of(model, spec.name, reader, names)
    if cell is Cell.VERBERG:
        return _emptied(model, spec)
    if cell is Cell.ZONDER_NAMEN:
        return "tekst"
    if cell is Cell.JAAR:
        return "jaar"
    if cell is Cell.SCHUILNAAM:
        return _pseudonym(model, spec)
    if spec.kind == "record":
        inner = [spec.model] if spec.model else event_models().values()
        return "binnen" if any(issubclass(one, Model) and plan(one, reader, names) for one in inner) else ""
    return ""


def _emptied(model: type[Model], spec: FieldSpec) -> str:
    if spec.required or not (spec.optional or spec.many):
        raise ValueError(f"{model.__name__}.{spec.name} cannot be hidden by itself")
    return "leeg"


def _pseudonym(model: type[Model], spec: FieldSpec) -> str:
    if spec.kind in ("persoon", "gebeurtenis"):
        return spec.kind
    if model is Betrokkene:
        return "persoon" if spec.name == "id" else "naam"
    if spec.name in ("id", "betreft"):
        return "gebeurtenis"
    return _emptied(model, spec)  # of a pupil the id remains


def is_hidden(event: Gebeurtenis, reader: Reader) -> bool:
    """Whether a reader does not see an event at all."""
    cell = cell_of(event.__class__, "soort", reader, True)
    return cell is Cell.VERBERG or (cell is Cell.NIET_COACHEND and isinstance(event, Consultatie) and event.aard == "coachend")


def people_in(item: Model) -> set[str]:
    """The ids of the people whom an event, or what is within it, refers to."""
    found: set[str] = set()
    for name, kind in _references(item.__class__):
        value = item.__dict__[name]
        for one in value if isinstance(value, list) else () if value is None else (value,):
            found |= {one} if kind == "persoon" else people_in(one)
    return found


def without_links(event: Gebeurtenis, gone: set[str]) -> Gebeurtenis:
    """The event without its references to events that are gone."""
    links = [one.name for one in fields_of(event.__class__).values() if one.kind == "gebeurtenis" and one.optional]
    lost: dict[str, object] = {one: None for one in links if event.__dict__[one] in gone}
    return event.model_copy(update=lost) if lost else event


@cache
def _references(model: type[Model]) -> tuple[tuple[str, str], ...]:
    return tuple((one.name, one.kind) for one in fields_of(model).values() if one.kind in ("persoon", "record"))
