"""The coverage of a region in sentences, for a terminal and for a page alike."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.nouns import joined
from ...model.words import count
from .changes import Change
from .coverage import BROKEN, EMPTY, NO_SOP, OTHER, STATE_WORDS, TWICE, Area, Coverage, SchoolRow
from .words import MISSING, PLACE_WORDS, area_words

MOST_LISTED = 40
"""How many schools or facilities a sentence lists."""


def title(coverage: Coverage) -> str:
    """What it is about, in a line."""
    return f"Dekking in {coverage.swv or 'deze scholen'}, schooljaar {coverage.year}"


def counted(coverage: Coverage) -> str:
    """On how many SOPs it rests, and which schools do not count; then which files nobody looked at."""
    parts = [f"Scholen met een SOP dat meetelt: {len(coverage.judged)} van {len(coverage.schools)}"]
    for state in (NO_SOP, EMPTY, BROKEN, OTHER, TWICE):
        held = [one.code for one in coverage.schools if one.state == state]
        if held:
            parts.append(f"{STATE_WORDS[state]}: {listed(held)}")
    if coverage.strangers:
        parts.append(f"niet van dit samenwerkingsverband: {listed([one.school for one in coverage.strangers])}")
    if coverage.nameless:
        parts.append(f"{count(coverage.nameless, 'bestand', 'bestanden')} waarvan de school niet te lezen is")
    return " ".join(filter(None, ("; ".join(parts) + ".", coverage.passed.sentence())))


def gap_lines(coverage: Coverage) -> list[str]:
    """The areas that are asked for and that not every school names, worst first; a sentence for each."""
    asked = [(index, one) for index, one in enumerate(coverage.areas) if one.asked is not None]
    short = [(index, one) for index, one in asked if one.counts[MISSING]]
    short.sort(key=lambda item: (item[1].named > 0, item[1].asked != "passage_27", -item[1].counts[MISSING]))
    return [_gap(one, [row for row in coverage.judged if not row.cells[index]]) for index, one in short]


def _gap(area: Area, without: Sequence[SchoolRow]) -> str:
    why = "passage 27" if area.asked == "passage_27" else "lijst van het samenwerkingsverband"
    head = f"{area_words(area.code)} ({why})"
    offer = f" Te vragen bij: {joined(list(area.offered_by))}." if area.offered_by else " Niemand in de regio biedt het aan."
    if not area.named:
        return f"{head}: geen enkele school met een SOP noemt het.{offer}"
    who = f"{len(without)} van de {area.judged} scholen {'noemt' if len(without) == 1 else 'noemen'} het niet"
    return f"{head}: {who}: {listed([one.code for one in without])}.{offer}"


def change_words(change: Change) -> str:
    """One change: `deskundigheid hoogbegaafdheid: van buiten, nu in de school`."""
    if change.what != "deskundigheid":
        return f"{change.what} {change.how}: «{change.name}»"
    area = area_words(change.name)
    if change.how == "verplaatst":
        return f"{area}: was {places_words(change.was)}, nu {places_words(change.now)}"
    return f"{area} {change.how} ({places_words(change.now or change.was)})"


def places_words(places: str) -> str:
    """`in_school+extern` as `in de school en van buiten`."""
    return joined([PLACE_WORDS[one] for one in places.split("+")])


def listed(words: Sequence[str], between: str = ", ") -> str:
    """The first words of a list, and how many more there are; the tables, the CSV and the workbook have them all."""
    more = len(words) - MOST_LISTED
    return between.join(words[:MOST_LISTED]) + (f"{between}… en nog {more}" if more > 0 else "")
