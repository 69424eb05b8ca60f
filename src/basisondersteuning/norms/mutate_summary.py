"""What a mutation run gave, as lines for a person and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..findings.paint import folded
from ..model.words import count
from .mutants import Fate, MutationReport
from .mutate_changes import Sort


def mutation_lines(report: MutationReport, width: int, *, full: bool = False) -> Iterator[str]:
    """One line with the numbers, and a table of the sorts of changes; `full` also names every change."""
    numbers = ", ".join(f"{report.count(fate)} {fate.value}" for fate in Fate)
    total = count(len(report.fates), "wijziging", "wijzigingen")
    yield from folded(f"{report.frame.code}: {total}, telkens op één plek: {numbers}.", width, "  ", "")
    size = max(map(len, Sort))
    yield ""
    yield f"  {'':{size}}  {'  '.join(fate.value for fate in Fate)}"
    for sort in report.sorts():
        yield f"  {sort.value:{size}}  {'  '.join(f'{report.count(fate, sort):>{len(fate.value)}}' for fate in Fate)}"
    yield ""
    if full:
        size = max(map(len, Fate))
        yield from (f"  {fate.value:{size}}  {named.name}" for named, fate in report.fates)
        yield ""


def mutation_data(report: MutationReport) -> dict[str, Any]:
    """The numbers, also per sort, and every change with its name."""
    return {
        "aantal": len(report.fates),
        **{fate.value: report.count(fate) for fate in Fate},
        "soorten": {_key(sort): {fate.value: report.count(fate, sort) for fate in Fate} for sort in report.sorts()},
        "wijzigingen": [
            {"naam": named.name, "soort": _key(named.change.sort), "uitkomst": fate.value} for named, fate in report.fates
        ],
    }


def _key(sort: Sort) -> str:
    return sort.value.replace(" ", "_")
