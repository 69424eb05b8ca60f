"""The folders and files that `bo init` wants, of what options give and a person answers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

import typer

from .asking import Question, answered, can_ask
from .new.questions import name_complaint, person, school_question, this_year
from .new.swv import region_asked

if TYPE_CHECKING:
    from ..model.people import Betrokkene

_PEOPLE = (
    ("ib", "intern_begeleider", "Wie is de intern begeleider?"),
    ("dir", "directeur", "Wie is de directeur?"),
    ("ortho", "orthopedagoog", "Wie is de orthopedagoog van het samenwerkingsverband?"),
)
"""The fixed members of the ondersteuningsteam (passages 15 and 24), with the id that is proposed for each."""

Wanted: TypeAlias = tuple[tuple[str, ...], dict[str, str]]
"""The folders, and the text of each file by its path. A file that is there already has no text: nobody is asked for it."""


def for_region(
    folder: str,
    naam: str | None,
    nummer: str | None,
    schools: list[str] | None,
    frame: str | None,
    today: date,
    quiet: bool,
) -> Wanted:
    """What a samenwerkingsverband begins with."""
    from ..casework.setup import SWV_FILE
    from ..casework.starting.text import settings_text

    asks = not os.path.lexists(os.path.join(folder, SWV_FILE))
    text = region_asked(naam, nummer, schools, frame, folder, editor=_editor(SWV_FILE), quiet=quiet) if asks else ""
    settings = settings_text("", "", [], _editor("instellingen"))
    return (f"sops/{this_year(today)}", "kengetallen", "kaders"), {SWV_FILE: text, "bo.yaml": settings, **_fixed_files()}


def for_school(
    folder: str,
    naam: str | None,
    school: list[str] | None,
    people: list[str],
    today: date,
    quiet: bool,
    practice: bool,
) -> Wanted:
    """What a school begins with; `practice` adds a made-up dossier."""
    from ..casework.starting.folder import SCHOOL_FOLDERS
    from ..casework.starting.practice import IDENT, practice_text

    asks = not os.path.lexists(os.path.join(folder, "bo.yaml"))
    files = {"bo.yaml": _settings(school, naam, people, quiet) if asks else "", **_fixed_files()}
    if practice:
        files[f"dossiers/{IDENT}.yaml"] = practice_text(today, _editor("dossier", "../"))
    return SCHOOL_FOLDERS, files


def _fixed_files() -> dict[str, str]:
    """The files that are the same for everyone."""
    from ..casework.starting.folder import IGNORED
    from ..editor.settings import editor_files
    from ..model.kinds import RECORD_KINDS
    from ..model.schema import schema_text

    return {
        ".gitignore": IGNORED,
        **editor_files(),
        **{f"schemas/{kind}.schema.json": schema_text(kind) for kind in RECORD_KINDS},
    }


def _editor(kind: str, above: str = "") -> str:
    """The first line of a file for an editor; the schemas are made at the same time."""
    from ..casework.starting.text import MODELINE

    return f"{MODELINE}{above}schemas/{kind.removesuffix('.yaml')}.schema.json"


def _settings(school: list[str] | None, naam: str | None, given: list[str], quiet: bool) -> str:
    """The text of `bo.yaml`, of what options give and a person answers."""
    from ..casework.starting.known import with_free_ids
    from ..casework.starting.text import settings_text

    if school is not None and len(school) > 1:
        raise typer.BadParameter("geef één school op; voor een samenwerkingsverband is er --swv.", param_hint="--school")
    code = answered(school_question(None), school[0] if school else None).upper()
    name = answered(Question("--naam", "Hoe heet de school?", "Deze naam komt boven documenten.", check=name_complaint), naam)
    people = [person(one, "--betrokkene") for one in given] or ([] if quiet else list(_people()))
    return settings_text(code, name, with_free_ids(people), _editor("instellingen"))


def _people() -> Iterator[Betrokkene]:
    """The fixed people that a person at the keyboard names."""
    from ..model.people import Betrokkene

    if not can_ask():
        return
    for ident, role, words in _PEOPLE:
        help = "Deze naam komt in nieuwe dossiers en bijeenkomsten. Mag leeg blijven."
        name = answered(Question("--betrokkene", words, help, required=False, check=name_complaint), None)
        if name:
            yield Betrokkene.model_validate({"id": ident, "naam": name, "rol": role})
