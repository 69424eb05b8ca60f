"""An event made from what a person said of each field, and whom the dossier gets with it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pydantic import BaseModel, ValidationError

from ...model.base import Gebeurtenis
from ...model.dossier import Betrokkene, Dossier
from ...model.scales import misfit_of
from ...model.words import plain, short_date
from ...records.load import Loaded
from ...records.nearmiss import nearest
from ...records.tree import Tree
from .kinds import Kind
from .persons import id_for, role_named
from .values import Known, Unfit, read_block, read_day, read_field

_NUMBERED = re.compile(r"(.*?)(\d+)", re.ASCII)
_DUTCH_DATE = re.compile(r"\d{1,2}-\d{1,2}-\d{4}", re.ASCII)


@dataclass(slots=True)
class Writer:
    """What is needed to write in one dossier: its people and events, and the day on which this is done.

    `added` are people who come under `betrokkenen` with what is written.
    """

    loaded: Loaded
    today: date
    added: list[dict[str, Tree]] = field(default_factory=list)

    @property
    def dossier(self) -> Dossier:
        """The record."""
        assert isinstance(self.loaded.record, Dossier)
        return self.loaded.record

    def known(self, start: date | None = None) -> Known:
        """What answers may refer to; `start` is the day of the event."""
        people = (*self.dossier.betrokkenen, *(Betrokkene.model_validate(one) for one in self.added))
        return Known(people, tuple(self.dossier.tijdlijn), self.today, start or self.today, self._dutch())

    def add_person(self, said: Tree) -> str:
        """Someone new, from the fields of `Betrokkene`; gives the id. Raises `Unfit`."""
        found = dict(said) if isinstance(said, dict) else {}
        role = role_named(str(found.get("rol", "")))
        if role is not None:
            found["rol"] = role
        taken = [one.id for one in self.known().people]
        if "id" not in found and role is not None:
            found = {"id": id_for([role], taken), **found}
        made = read_block(Betrokkene, found, self.known())
        if made["id"] in taken:
            raise Unfit("dit kenmerk heeft al iemand.")
        if (words := misfit(Betrokkene, made)) is not None:
            raise Unfit(words[1])
        self.added.append(made)
        return str(made["id"])

    def next_id(self, kind: Kind, area: str | None = None) -> str:
        """An id that is free: the next after the last of this kind of event, in this vakgebied where there is one."""
        taken = {one.id for one in self.dossier.tijdlijn if one.id}
        own = [one for one in self.dossier.tijdlijn if _kind(one) == kind.name and one.id]
        near = [one for one in own if area is not None and getattr(one, "vakgebied", None) == area]
        last = next((found for one in reversed(near or own) if (found := _NUMBERED.fullmatch(one.id or ""))), None)
        stem, number = (last[1], int(last[2]) + 1) if last else (kind.name[0], 1)
        while f"{stem}{number}" in taken:
            number += 1
        return f"{stem}{number}"

    def _dutch(self) -> bool:
        """Whether the days of the timeline are written as `3-11-2026`."""
        root = self.loaded.document.root if self.loaded.document is not None else {}
        events = root.get("tijdlijn")
        days = [one.get("datum") for one in events if isinstance(one, dict)] if isinstance(events, list) else []
        return bool(days) and all(isinstance(one, str) and _DUTCH_DATE.fullmatch(one) for one in days)


class Misfits(Exception):
    """Fields that cannot be filled as they were said: each name with the complaint."""

    def __init__(self, found: dict[str, Unfit]) -> None:
        super().__init__(", ".join(found))
        self.found = found


def event_of(kind: Kind, said: Mapping[str, Sequence[Tree]], writer: Writer) -> dict[str, Tree]:
    """The event as it will stand in the file. Raises `Misfits`; what is missing is not looked at."""
    wrong, made = dict[str, Unfit](), dict[str, Tree]()
    start = day_of(kind, said, writer)
    for name in kind.fields:
        if name in said:
            try:
                made[name] = read_field(kind.model, name, said[name], writer.known(start))
            except Unfit as error:
                wrong[name] = error
    if not wrong and (misfit_ := misfit(kind.model, {**made, "soort": kind.name})) is not None:
        wrong[misfit_[0]] = Unfit(misfit_[1])
    if not wrong and (words := _off_scale(made)) is not None:
        wrong["waarde"] = Unfit(words)
    if wrong:
        raise Misfits(wrong)
    head = {"datum": made.pop("datum")} if "datum" in made else {}
    return {**head, "soort": kind.name, **made}


def complaint_about(kind: Kind, said: Mapping[str, Sequence[Tree]], name: str, text: str, writer: Writer) -> str | None:
    """What is wrong with an answer for one field, beside what was said of those on which it depends; None when nothing is."""
    beside = {one: said[one] for one in ("datum", "schaal") if one in said and one != name}
    try:
        event_of(kind, {**beside, name: [text]}, writer)
    except Misfits as error:
        return str(error.found[name]) if name in error.found else None
    day = day_of(kind, {name: [text]}, writer) if name == "datum" else None
    return _day_out_of_place(day, writer) if day is not None else None


def _day_out_of_place(day: date, writer: Writer) -> str | None:
    """Why nothing of this day can come in the dossier: said at once, and not after all other questions."""
    if day > max(date.today(), writer.today):
        return "deze dag is nog niet geweest; in een dossier staat wat gebeurd is."
    if day < writer.dossier.leerling.geboortedatum:
        return "op deze dag was de leerling nog niet geboren."
    if any(_kind(one) == "afsluiting" and one.datum < day for one in writer.dossier.tijdlijn):
        return "op deze dag was het dossier al gesloten."
    return None


def _off_scale(made: Mapping[str, Tree]) -> str | None:
    scale, result = made.get("schaal"), made.get("waarde")
    return misfit_of(scale, result) if isinstance(scale, str) and isinstance(result, str) else None


def empty(kind: Kind, said: Mapping[str, Sequence[Tree]]) -> list[str]:
    """The fields of which at least one has to be filled in, when none is: of a kind that is nothing but free text."""
    if any(one.required and name not in _HEAD for name, one in kind.fields.items()):
        return []
    own = {name: one for name, one in kind.fields.items() if name not in _HEAD and one.kind != "persoon"}
    if any(one.kind != "tekst" for one in own.values()) or any(said.get(name) for name in own):
        return []
    return list(own)


_HEAD = ("datum", "id")


def day_of(kind: Kind, said: Mapping[str, Sequence[Tree]], writer: Writer) -> date | None:
    """The day of the event, as far as it can be read."""
    answer = next(iter(said.get("datum", ())), "")
    try:
        return read_day(kind.fields["datum"], answer, writer.known()) if isinstance(answer, str) else None
    except Unfit:
        return None


def misfit(model: type[BaseModel], made: Mapping[str, Tree]) -> tuple[str, str] | None:
    """The first field that is filled in and does not have the form that the model asks for, with why; None when all do."""
    try:
        model.model_validate(dict(made))
    except ValidationError as error:
        for one in error.errors(include_url=False):
            name = str(one["loc"][0]) if one["loc"] else ""
            if one["type"] != "missing" and name in made:
                return name, _FORMS.get(one["type"], "dit past niet bij dit veld.")
    return None


_FORMS = {
    "string_pattern_mismatch": "gebruik alleen letters, cijfers, -, _ en ., zonder spaties, hoogstens 40 tekens.",
    "string_too_short": "hier hoort iets te staan.",
    "getal": "schrijf een getal, nul of meer.",
    "groep": "schrijf een groep van 1 tot en met 8, of 0.",
    "tijd": "schrijf een tijd als 13:15.",
    "procent": "schrijf een percentage, zoals 12,5.",
    "aantal": "schrijf een aantal, nul of meer.",
}


def missing(kind: Kind, said: Mapping[str, Sequence[Tree]]) -> list[str]:
    """The required fields of which nothing was said."""
    return [name for name, one in kind.fields.items() if one.required and name not in said]


def near_field(kind: Kind, word: str) -> str | None:
    """The field that was probably meant."""
    return nearest(word, kind.fields)


def told(event: Gebeurtenis) -> str:
    """An event in a few words, to choose it by: `rekenen, sinds 17-9-2026: Splitsen tot 10`."""
    area = getattr(event, "vakgebied", None)
    areas = [area] if isinstance(area, str) else area or []
    about = " en ".join(plain(one) for one in areas) or plain(_kind(event))
    texts = (getattr(event, name, None) for name in ("doel", "naam", "vraag", "omschrijving", "samenvatting"))
    text = next((" ".join(one.split()) for one in texts if isinstance(one, str)), "")
    when = "sinds" if hasattr(event, "tot") else "van"
    short = text if len(text) <= _LONG else f"{text[:_LONG].rstrip()}…"
    return f"{about}, {when} {short_date(event.datum)}{': ' + short if short else ''}"


_LONG = 50
"""Characters of a text that are enough to know an event by."""


def _kind(event: Gebeurtenis) -> str:
    return str(getattr(event, "soort", ""))
