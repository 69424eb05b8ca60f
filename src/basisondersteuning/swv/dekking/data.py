"""The coverage of a region as plain data for JSON, and as rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .changes import Changes
from .coverage import Coverage
from .words import MISSING, PLACE_WORDS, PLACES, UNKNOWN, area_words

VERSION = 1
"""The version of the form of the JSON."""

CSV_COLUMNS = ("schooljaar", "school", "naam", "bestuur", "plaats", "sop", "gebied", "gevraagd", "dekking", "wie")
"""The columns of the CSV: a row for each school and area."""

ASKED_WORDS = {"passage_27": "passage 27", "catalogus": "lijst van het samenwerkingsverband", None: ""}
"""Why an area is asked for."""


def as_data(coverage: Coverage) -> dict[str, Any]:
    """The coverage as plain containers; keys are Dutch, as in the other JSON of `bo`."""
    codes = [one.code for one in coverage.areas]
    return {
        "samenwerkingsverband": coverage.swv,
        "streefniveau": coverage.goal,
        "schooljaar": coverage.year,
        "gebieden": [
            {
                "gebied": one.code,
                "gevraagd": one.asked,
                "aanbieders": list(one.offered_by),
                "scholen": {word: one.counts[word] for word in (*PLACES, MISSING, UNKNOWN)},
            }
            for one in coverage.areas
        ],
        "scholen": [
            {
                "school": one.code,
                "naam": one.name,
                "bestuur": one.board,
                "plaats": one.town,
                "sop": one.state,
                "dekking": {code: list(cell) for code, cell in zip(codes, one.cells, strict=True)} if one.cells else None,
            }
            for one in coverage.schools
        ],
        "besturen": [
            {
                "bestuur": one.name,
                "scholen": one.schools,
                "met_sop": one.judged,
                "noemen": dict(zip(codes, one.named, strict=True)),
            }
            for one in coverage.boards
        ],
        "interventies": [
            {"gebied": one.area, "preventief": one.preventive, "licht_curatief": one.curative, "scholen": one.schools}
            for one in coverage.acts
        ],
        "voorzieningen": [
            {
                "veld": one.field,
                "scholen": one.schools,
                "namen": [{"school": school, "naam": name} for school, name in one.names],
            }
            for one in coverage.fields
        ],
        "niet_van_het_samenwerkingsverband": [one.school for one in coverage.strangers],
        "bestanden_zonder_school": coverage.nameless,
        "schooljaren": [
            {"schooljaar": one.year, "met_sop": one.judged, "noemen": dict(zip(codes, one.named, strict=True))}
            for one in coverage.years
        ],
        "veranderd": _changes(coverage.changes),
    }


def _changes(changes: Changes | None) -> dict[str, Any] | None:
    if changes is None:
        return None
    return {
        "van": changes.before,
        "naar": changes.after,
        "scholen": [
            {
                "school": one.school,
                "veranderingen": [
                    {
                        "wat": each.what,
                        "hoe": each.how,
                        "naam": each.name,
                        "was": each.was.split("+") if each.was else [],
                        "nu": each.now.split("+") if each.now else [],
                    }
                    for each in one.changes
                ],
            }
            for one in changes.schools
        ],
        "niet_te_vergelijken": list(changes.first_time),
        "geen_sop_meer": list(changes.gone),
    }


def csv_rows(coverage: Coverage) -> Iterator[tuple[str, ...]]:
    """A row for each school and area, in the columns of `CSV_COLUMNS`."""
    for row in coverage.schools:
        for index, area in enumerate(coverage.areas):
            who = [one.who for one in row.profile.experts if one.area == area.code and one.who] if row.profile else []
            word = row.word(index)
            cell = (
                "; ".join(PLACE_WORDS[one] for one in row.cells[index]) if row.cells and row.cells[index] else PLACE_WORDS[word]
            )
            yield (
                coverage.year,
                row.code,
                row.name,
                row.board or "",
                row.town or "",
                row.state,
                area_words(area.code),
                ASKED_WORDS[area.asked],
                cell,
                "; ".join(who),
            )
