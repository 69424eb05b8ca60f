"""What differs between two states of the page: pieces to put in the place of others, for a page that stands open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from .views import Overzicht, Rij

MOST_PUPILS = 60
"""When more pupils than this changed, it is quicker to load the page anew. A setting of `bo`."""

Change: TypeAlias = dict[str, object]
"""What differs, ready for JSON. Its keys are read by the script of the page: `weg` (keys of pupils who are gone), `leerlingen`
(who changed or is new, by place), `delen` (the parts about all pupils, by name)."""


def difference(before: Overzicht, after: Overzicht) -> Change | None:
    """What changed; empty when nothing did, None when the page is another one and has to be loaded anew."""
    if _frame(before) != _frame(after):
        return None
    was = {one.sleutel: one for one in before.leerlingen}
    now = {one.sleutel: one for one in after.leerlingen}
    gone = [key for key in was if key not in now]
    changed = {key for key, one in now.items() if was.get(key) != one}
    if len(gone) + len(changed) > MOST_PUPILS or not _stays(before, after, changed | set(gone)):
        return None
    rows: dict[str, list[tuple[str, int, str]]] = {key: [] for key in changed}
    for each in after.lijsten:
        for index, row in enumerate(each.regels):
            if row.sleutel in changed:
                rows[row.sleutel].append((each.code, index, row.html))
    pupils = [
        {
            "sleutel": one.sleutel,
            "plek": index,
            "niveau": one.niveau,
            "kaart": one.kaart,
            "persoon": one.persoon,
            "regels": rows[one.sleutel],
        }
        for index, one in enumerate(after.leerlingen)
        if one.sleutel in changed
    ]
    parts = {name: html for name, html in after.delen._asdict().items() if html != getattr(before.delen, name)}
    return {"weg": gone, "leerlingen": pupils, "delen": parts} if gone or pupils or parts else {}


def _frame(one: Overzicht) -> object:
    """What pieces cannot change."""
    columns = [(each.code, each.naam) for each in one.kolommen]
    return one.kop, one.gekozen, columns, [(each.code, each.naam) for each in one.lijsten], bool(one.leerlingen)


def _stays(before: Overzicht, after: Overzicht, moved: set[str]) -> bool:
    """Whether all else keeps its order."""
    if _keys(before, moved) != _keys(after, moved):
        return False
    pairs = zip(before.lijsten, after.lijsten, strict=True)
    return all(_rows(was.regels, moved) == _rows(now.regels, moved) for was, now in pairs)


def _keys(one: Overzicht, moved: set[str]) -> Sequence[str]:
    return [each.sleutel for each in one.leerlingen if each.sleutel not in moved]


def _rows(rows: Iterable[Rij], moved: set[str]) -> Sequence[Rij]:
    return [one for one in rows if one.sleutel not in moved]
