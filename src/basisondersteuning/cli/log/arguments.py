"""What stands behind `bo log`: dossiers, the kind of event, and an option for each field of that kind."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

import typer

from ...casework.logging.event import Misfits, Writer, event_of, near_field
from ...casework.logging.kinds import Kind, kind_begun, kind_of, near_kind
from ...casework.pupil_files import files_of
from ...model.kinds import event_models
from ...records.nearmiss import nearest
from ...records.tree import Tree

OWN = (
    *("--betrokkene", "--groep", "--per-leerling", "--csv", "--goede-wel", "--editor", "--toon", "--ja"),
    *("--peildatum", "--kader", "--swv", "--help"),
)
"""The options of the command itself."""


class Words(NamedTuple):
    """The words of a command line, sorted: places, and what was said of each field, in the words of the user."""

    places: list[str]
    fields: dict[str, list[Tree]]


def sorted_words(words: Sequence[str]) -> Words:
    """Places and options apart. Raises a usage error for an option without a value."""
    places: list[str] = []
    fields: dict[str, list[Tree]] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if not word.startswith("--") or word == "--":
            places += [word] if word != "--" else []
            continue
        name, sign, value = word[2:].partition("=")
        if not sign:
            if not rest or rest[0].startswith("--"):
                raise typer.BadParameter("hierachter hoort een waarde.", param_hint=f"--{name}")
            value = rest.pop(0)
        if not value.strip():
            raise typer.BadParameter("hierachter hoort een waarde, en die is leeg.", param_hint=f"--{name}")
        fields.setdefault(name.replace("-", "_"), []).append(value)
    return Words(places, fields)


def kind_among(places: list[str]) -> tuple[list[str], Kind | None]:
    """The dossiers, and the kind of event where one is named: the last word. Raises a usage error for a word that is neither."""
    if not places:
        raise typer.BadParameter("noem een leerling, een dossier of een map met dossiers.", param_hint="DOSSIER")
    *before, last = places
    kind = kind_of(last)
    if kind is not None and before:
        return before, kind
    if _is_place(last):
        return places, None
    if kind is not None:
        raise typer.BadParameter(f"voor wie? Schrijf het zo: bo log L-0417 {last}", param_hint="DOSSIER")
    if before and (begun := kind_begun(last)) is not None:
        return before, begun
    if before:
        meant = near_kind(last)
        words = f"Bedoelde u `{meant}`?" if meant else f"Kies uit {', '.join(event_models())}."
        raise typer.BadParameter(f"deze soort bestaat niet. {words}", param_hint="SOORT")
    return places, None


def _is_place(word: str) -> bool:
    return os.path.lexists(word) or files_of(word) != [word]


def check_fields(kind: Kind, fields: dict[str, list[Tree]], writer: Writer, *, everyone: bool = False) -> None:
    """Raise a usage error for an option that this kind of event does not have, or for a value that it cannot have.

    `everyone`: it is for more dossiers than this one, so who and what is named may be somebody else there.
    """
    for name in fields:
        if name not in kind.fields:
            meant = near_field(kind, name) or nearest(name.replace("_", "-"), [one.removeprefix("--") for one in OWN])
            words = f" Bedoelde u --{meant}?" if meant else ""
            raise typer.BadParameter(
                f"dit hoort niet bij een {kind.name}.{words} Zie `bo log DOSSIER {kind.name} --help`.", param_hint=f"--{name}"
            )
    try:
        event_of(kind, fields, writer)
    except Misfits as error:
        for name, unfit in error.found.items():
            if not (everyone and unfit.person):
                raise typer.BadParameter(str(unfit), param_hint=f"--{name}") from None
