"""The counts as a record `kengetallen`, and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ...model.words import count, short_date
from ...records.kengetallen_text import figures_text
from .pupil import Period
from .tally import EXPLAINED, Line, Published


class About(NamedTuple):
    """How was counted: the period (its last day is the peildatum), threshold and frame, and what the counts lack.

    `number` and `name` are those of the samenwerkingsverband; `whole` says that the dossiers are of all its schools;
    `left_out` is the number of files that do not count: they cannot be judged, or are of a pupil who was counted already.
    """

    period: Period
    threshold: int
    frame: str
    number: str | None
    name: str | None
    whole: bool
    left_out: int


def record_text(published: Published, about: About) -> str:
    """The text of the record: all that is on the screen, and nothing else."""
    head = {"samenwerkingsverband": about.number, "naam": about.name}
    return figures_text(_comments(published, about), head, (_count(one, about) for one in published.lines))


def tally_data(published: Published, about: About) -> dict[str, Any]:
    """The counts as plain data: numbers, and as text what is hidden. Without `school` it is all schools together."""
    return {
        "peildatum": about.period.last.isoformat(),
        "van": about.period.first.isoformat(),
        "drempel": about.threshold,
        "normenkader": about.frame,
        "niet_meegeteld": about.left_out,
        "scholen": published.schools,
        "alle_scholen": about.whole,
        "tellingen": [_data(one) for one in published.lines],
    }


def _data(one: Line) -> dict[str, str | int]:
    named = {"wat": one.what, "school": one.school, "van_niveau": one.before, "niveau": one.level}
    number = one.written if one.number is None else one.number
    return {**{key: value for key, value in named.items() if value}, "aantal": number}


def _comments(published: Published, about: About) -> Iterator[str]:
    yield "Aantallen uit dossiers, geteld door `bo tel`. Er staan geen gegevens van leerlingen in."
    yield f"Peildatum {short_date(about.period.last)}, normenkader {about.frame}."
    yield f"Overgangen van {short_date(about.period.first)} tot en met {short_date(about.period.last)}."
    yield "Geteld zijn leerlingen, geen plichten of stappen. Een gesloten dossier telt alleen bij de overgangen mee."
    yield f"Een aantal onder de {about.threshold} staat er niet, en ook niet waaruit het is uit te rekenen. Een nul staat er wel."
    if about.left_out:
        yield f"Niet meegeteld, want niet te beoordelen of dubbel: {count(about.left_out, 'bestand', 'bestanden')}."
    if not about.whole and len(published.schools) > 1:
        yield "Er is geen som voor het samenwerkingsverband: dit zijn niet al zijn scholen."


def _count(one: Line, about: About) -> dict[str, str | None]:
    lacking = f"; {count(about.left_out, 'bestand', 'bestanden')} niet meegeteld" if about.left_out else ""
    return {
        "peildatum": about.period.last.isoformat(),
        "van": about.period.first.isoformat() if one.what == "overgangen" else None,
        "wat": one.what,
        "van_niveau": one.before or None,
        "niveau": one.level or None,
        "aantal": one.written,
        "gebied": "school" if one.school else "samenwerkingsverband",
        "code": one.school or None,
        "bron": f"dossiers: {EXPLAINED[one.what]}{lacking}",
    }
