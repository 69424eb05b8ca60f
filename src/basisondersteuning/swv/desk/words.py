"""What every report of a run says in the same words."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.words import count
from .run import Run, SchoolYear

_SOPS = "SOP's"


def held_to(run: Run) -> str:
    """Which norm frame the SOPs are held to, and how many of them name another; empty when nothing was judged."""
    if not run.judged or not run.rules:
        return ""
    other = run.tally.other_frame
    said = f" {count(other, 'SOP noemt', _SOPS + ' noemen')} een ander normenkader." if other else ""
    return f"Getoetst aan {run.frame}.{said}"


def doubts(run: Run) -> Iterator[str]:
    """What was not read or not looked at, a sentence each."""
    tally = run.tally
    if tally.unreadable:
        words = count(tally.unreadable, "bestand is niet te lezen en kan", "bestanden zijn niet te lezen en kunnen")
        yield f"{words} een SOP zijn."
    if tally.nameless:
        yield f"Van {count(tally.nameless, 'SOP', _SOPS)} is de school of het schooljaar niet te lezen."
    if words := run.passed.sentence():
        yield words


def year_head(run: Run, one: SchoolYear) -> str:
    """A school year and its schools: `Schooljaar 2026-2027, 11 van de 12 scholen`."""
    if run.schools:
        return f"Schooljaar {one.year}, {one.schools} van de {count(len(run.schools), 'school', 'scholen')}"
    return f"Schooljaar {one.year}, {count(one.schools, 'school', 'scholen')}"


def strangers(one: SchoolYear) -> str:
    """How many schools are not of the samenwerkingsverband; empty when there are none."""
    if not one.strangers:
        return ""
    return f"{count(one.strangers, 'school staat', 'scholen staan')} niet bij het samenwerkingsverband."
