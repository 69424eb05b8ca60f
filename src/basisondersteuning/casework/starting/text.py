"""The texts of new records for a school, with an explanation of every field."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from ...model.base import Model
from ...model.form import form_of
from ...model.people import Betrokkene
from ...records.above import upward
from ...records.tree import Tree
from ...records.write import on_one_line
from ..ot.outcome import person_tree

MODELINE = "# yaml-language-server: $schema="
"""What stands before the path of a schema, on the first line of a file."""

SCHEMAS = "schemas"
"""The folder with schemas for editors."""


class NewDossier(NamedTuple):
    """What is known of a pupil at the start."""

    id: str
    school: str
    born: date
    group: int
    first: str = ""
    between: str = ""
    last: str = ""
    people: tuple[Betrokkene, ...] = ()


def dossier_text(new: NewDossier, editor: str = "") -> str:
    """An empty dossier. `editor` is its first line, for an editor."""
    from ...model.dossier import Dossier

    pupil = {
        "id": new.id,
        "roepnaam": scalar(new.first),
        "tussenvoegsel": scalar(new.between),
        "achternaam": scalar(new.last),
        "geboortedatum": new.born.isoformat(),
        "groep": str(new.group),
    }
    filled = {"leerling": pupil, "school": new.school, "betrokkenen": people_lines(new.people)}
    head = [
        "Dossier van één leerling. Een regel die met # begint, is uitleg en telt niet mee; wat leeg is, is niet ingevuld.",
        f"Iets vastleggen hoeft niet hier: bo log {new.id} vraagt wat nodig is en zet het op de tijdlijn.",
    ]
    more = {
        "tijdlijn": "Hieronder staat wat er kan komen, met wat dan verplicht is. Zelf typen? Haal het hekje weg en vul aan.",
        "afwijkingen": "bo waive schrijft dit voor u.",
    }
    return form(Dossier, "dossier", filled, head, editor, more)


class NewMeeting(NamedTuple):
    """What is known of a meeting of the ondersteuningsteam beforehand."""

    school: str
    day: date
    begin: str
    length: int
    place: str
    chair: str
    note_taker: str
    members: tuple[Betrokkene, ...]
    procedure: tuple[str, ...] = ()


def meeting_text(new: NewMeeting, editor: str = "") -> str:
    """A meeting without pupils yet."""
    from ...model.ot import Ot

    filled: dict[str, Any] = {
        "school": new.school,
        "datum": new.day.isoformat(),
        "begin": new.begin,
        "duur": str(new.length),
        "plaats": scalar(new.place),
        "voorzitter": new.chair,
        "notulist": new.note_taker,
        "leden": people_lines(new.members),
    }
    if new.procedure:
        filled["werkwijze"] = [scalar(one) for one in new.procedure]
    head = [
        "Een bijeenkomst van het ondersteuningsteam (OT). Een regel die met # begint, is uitleg en telt niet mee.",
        "Een voorstel met leerlingen erin maakt u met: bo ot plan dossiers --datum " + new.day.isoformat(),
    ]
    more = {
        "agenda": "Voor elke leerling een blok als hieronder; haal de hekjes weg en vul in. Wat achteraf komt, blijft nu leeg."
    }
    return form(Ot, "ot", filled, head, editor, more)


def settings_text(school: str, name: str, people: Iterable[Betrokkene], editor: str = "") -> str:
    """The file `bo.yaml` of a school or samenwerkingsverband; without a school that stays open."""
    from ...model.settings import Instellingen

    filled: dict[str, Any] = {"betrokkenen": people_lines(people)}
    if school:
        filled["school"] = school
    if name:
        filled["huisstijl"] = {"naam": scalar(name)}
    head = [
        "Instellingen voor bo. bo vindt dit bestand vanuit elke map eronder. Wat leeg is, blijft zoals bo het zelf doet.",
        "Een regel die met # begint, is uitleg en telt niet mee.",
    ]
    return form(Instellingen, "instellingen", filled, head, editor)


def form(
    model: type[Model],
    kind: str,
    filled: Mapping[str, Any],
    head: Iterable[str],
    editor: str = "",
    more: Mapping[str, str] | None = None,
) -> str:
    """A whole file: the line for an editor, what the file is, and its fields."""
    lines = [*([editor] if editor else []), *(f"# {one}" for one in head)]
    return "\n".join([*lines, *form_of(model, kind, filled, {}, more)]) + "\n"


def people_lines(people: Iterable[Betrokkene]) -> list[str]:
    """Each person on one line of YAML."""
    return [on_one_line(person_tree(one)) for one in people]


def scalar(text: str) -> str:
    """A text as YAML writes it, with quotes only where they are needed; nothing for nothing."""
    tree: dict[str, Tree] = {"x": text}
    return on_one_line(tree)[len("{x: ") : -1] if text else ""


def editor_line(path: str, kind: str) -> str:
    """The first line of a new file for an editor; nothing where no folder `schemas` with this kind is in or above its folder."""
    folder = os.path.abspath(os.path.dirname(path) or ".")
    for here in upward(folder):
        schema = os.path.join(here, SCHEMAS, f"{kind}.schema.json")
        if os.path.isfile(schema):
            return MODELINE + os.path.relpath(schema, folder).replace(os.sep, "/")
    return ""
