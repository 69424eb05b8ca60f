"""Made-up key figures as text of records, and the report on them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from running import Bo

DAY = "--peildatum=2026-06-01"
NUMBER = "PO9999"


def pupils(year: int, more: str = "", **kinds: object) -> str:
    """Counts of pupils on 1 October, by kind of education."""
    return "".join(
        f"  - {{peildatum: {year}-10-01, wat: leerlingen, onderwijs: {kind}, aantal: {count}, bron: voorbeeld{more}}}\n"
        for kind, count in kinds.items()
    )


def count(what: str, number: object, more: str = "", until: str = "2025-07-31") -> str:
    """A count over a school year."""
    return f"  - {{van: 2024-08-01, peildatum: {until}, wat: {what}, aantal: {number}, bron: voorbeeld{more}}}\n"


def published(year: int, percentage: str, definition: str = "vensters", more: str = "", what: str = "deelname_sbo") -> str:
    """A rate as others gave it."""
    values = f"peildatum: {year}-10-01, wat: {what}, definitie: {definition}, percentage: '{percentage}', bron: voorbeeld{more}"
    return f"  - {{{values}}}\n"


def record(counts: str = "", rates: str = "", rest: str = "", number: str | None = NUMBER) -> str:
    """A record; parts that are empty are left out."""
    head = "soort: kengetallen\n" + (f"samenwerkingsverband: {number}\n" if number else "")
    return head + (f"tellingen:\n{counts}" if counts else "") + (f"deelname:\n{rates}" if rates else "") + rest


def written(folder: Path, **files: str) -> str:
    """Files in a folder of their own; the path of the folder."""
    made = folder / "kengetallen"
    made.mkdir(exist_ok=True)
    for name, text in files.items():
        (made / f"{name}.yaml").write_text(text, encoding="utf-8")
    return str(made)


def report(bo: Bo, *arguments: str) -> dict[str, Any]:
    """The report as data."""
    done = bo("kengetallen", *arguments, DAY, "--format", "json")
    found = json.loads(done.out)
    assert isinstance(found, dict)
    return found


def series(
    found: dict[str, Any], what: str = "deelname_sbo", definition: str = "vensters", area: str = "samenwerkingsverband"
) -> Any:
    """One series of the report."""
    return next(one for one in found["reeksen"] if (one["wat"], one["definitie"], one["gebied"]) == (what, definition, area))


def point(found: dict[str, Any], year: int, what: str = "deelname_sbo", definition: str = "vensters") -> Any:
    """What a series says of 1 October of a year."""
    return next(one for one in series(found, what, definition)["punten"] if one["peildatum"] == f"{year}-10-01")


def codes(found: dict[str, Any]) -> list[str]:
    """The codes of the findings."""
    return [one["code"] for one in found["bevindingen"]]


def verdicts(found: dict[str, Any], rule: str) -> list[str]:
    """What a rule says, day by day."""
    return [one["toestand"] for one in found["oordelen"] if one["regel"] == rule]
