"""Who is around the pupil of a new dossier: the fixed people of the school, the teacher, the parents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from ..asking import Choice, Question, answered, ask, ask_many, can_ask
from .questions import name_complaint, text_question

if TYPE_CHECKING:
    from ...casework.starting.known import Known
    from ...model.people import Betrokkene

_NAMES = ("moeder", "vader", "ouder")
"""Ids that are proposed for parents."""


def fixed(known: Known, left_out: list[str], quiet: bool) -> list[Betrokkene]:
    """The fixed people of the school that belong in this dossier."""
    people = known.settings.given.betrokkenen
    idents = [one.id for one in people]
    for one in left_out:
        if one not in idents:
            raise typer.BadParameter(f"{one} staat niet bij de betrokkenen in bo.yaml.", param_hint="--zonder")
    kept = [one for one in people if one.id not in left_out]
    if left_out or quiet or not kept or not can_ask():
        return kept
    choices = tuple(Choice(one.id, f"{one.naam}, {' en '.join(one.rol).replace('_', ' ')}") for one in kept)
    help = "De vaste mensen uit bo.yaml. Enter neemt ze allemaal; kiest u zelf, zet dan komma's ertussen."
    chosen = ask_many(Question("--zonder", "Wie van de school horen erbij?", help, choices, ", ".join(idents), required=False))
    return [one for one in kept if one.id in chosen]


def teachers(known: Known, group: int, given: str | None, people: list[Betrokkene], quiet: bool) -> list[Betrokkene]:
    """The teacher of the group, unless somebody in that role is there already."""
    from ...model.people import Betrokkene

    if given is None and any("groepsleerkracht" in one.rol for one in people):
        return []
    before = known.teachers(group) if given is None else []
    help = "Zo staat het in een eerder dossier van deze groep." if before else "Mag leeg blijven."
    default = " en ".join(one.naam for one in before)
    question = Question("--leerkracht", f"Wie is de leerkracht van groep {group}?", help, (), default, False, name_complaint)
    name = answered(question, given, quiet=quiet)
    if before and name == default:
        return before
    return [Betrokkene.model_validate({"id": "lk", "naam": name, "rol": "groepsleerkracht"})] if name else []


def parents(quiet: bool) -> list[Betrokkene]:
    """The parents that a person at the keyboard names."""
    from ...casework.starting.ident import ident_complaint
    from ...model.people import Betrokkene

    found: list[Betrokkene] = []
    if quiet or not can_ask():
        return found
    while name := ask(
        text_question(
            "--ouder", "Naam van nog een ouder" if found else "Naam van een ouder", "Enter als er niemand meer bij komt."
        )
    ):
        left = [one for one in _NAMES if one not in [known.id for known in found]]
        help = "Met dit woord wijst u deze ouder later aan, bijvoorbeeld bij bo log."
        choices = tuple(map(Choice, left))
        ident = ask(
            Question(
                "--ouder",
                "Hoe heet deze ouder in het dossier?",
                help,
                choices,
                left[0] if left else "",
                check=ident_complaint,
                open=True,
            )
        )
        custody = ask(
            Question(
                "--ouder",
                "Heeft deze ouder gezag?",
                "Weet u het niet, laat het dan leeg.",
                (Choice("ja"), Choice("nee")),
                required=False,
            )
        )
        found.append(
            Betrokkene.model_validate({"id": ident, "naam": name, "rol": "ouder", **({"gezag": custody} if custody else {})})
        )
    return found
