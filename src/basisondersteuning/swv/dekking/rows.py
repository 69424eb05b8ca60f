"""The rows of a coverage, made from SOPs that count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ...model.swv import Samenwerkingsverband
from .coverage import SOP, ActRow, Area, BoardRow, FieldRow, SchoolRow, YearRow
from .profile import Profile
from .words import ACT_AREAS, AREAS, FIELDS, OTHER, PASSAGE_27, PLACES


def areas_of(swv: Samenwerkingsverband | None, profiles: Iterable[Profile]) -> tuple[str, ...]:
    """The areas that are shown: the six, those of the catalogue, and what any school names, in the order of the list."""
    shown = {*PASSAGE_27, *(one.gebied for one in (swv.expertise if swv else ()))}
    shown |= {one.area for profile in profiles for one in profile.experts}
    return tuple(one for one in AREAS if one in shown)


def area_rows(codes: Sequence[str], swv: Samenwerkingsverband | None, schools: Iterable[SchoolRow]) -> tuple[Area, ...]:
    """Every area with its counts over the schools."""
    schools = list(schools)
    found = []
    for index, code in enumerate(codes):
        offered = tuple(dict.fromkeys(one.aanbieder for one in (swv.expertise if swv else ()) if one.gebied == code))
        asked = "passage_27" if code in PASSAGE_27 else "catalogus" if offered and code != OTHER else None
        found.append(Area(code, asked, offered, Counter(one.word(index) for one in schools)))
    return tuple(found)


def cells_of(codes: Sequence[str], profile: Profile) -> tuple[tuple[str, ...], ...]:
    """For each area the places where a school has it, nearest first."""
    held: dict[str, set[str]] = {}
    for one in profile.experts:
        held.setdefault(one.area, set()).add(one.place)
    return tuple(tuple(place for place in PLACES if place in held.get(code, ())) for code in codes)


def board_rows(codes: Sequence[str], schools: Iterable[SchoolRow]) -> tuple[BoardRow, ...]:
    """Every schoolbestuur in alphabetical order; schools without one come last."""
    by_board: dict[str | None, list[SchoolRow]] = {}
    for one in schools:
        by_board.setdefault(one.board, []).append(one)
    return tuple(
        BoardRow(name, len(held), sum(one.state == SOP for one in held), _named(len(codes), held))
        for name, held in sorted(by_board.items(), key=lambda item: (item[0] is None, item[0] or ""))
    )


def year_row(codes: Sequence[str], year: str, profiles: Iterable[Profile]) -> YearRow:
    """A school year over the SOPs that count."""
    cells = [cells_of(codes, one) for one in profiles]
    return YearRow(year, len(cells), tuple(sum(bool(one[index]) for one in cells) for index in range(len(codes))))


def act_rows(profiles: Sequence[Profile]) -> tuple[ActRow, ...]:
    """Every area of interventions, also those no school has; without an area only where there are some."""
    found = []
    for area in (*ACT_AREAS, None):
        kinds = [{act.kind for act in one.acts if act.area == area} for one in profiles]
        row = ActRow(area, sum("preventief" in one for one in kinds), sum("licht_curatief" in one for one in kinds), _some(kinds))
        if area is not None or row.schools:
            found.append(row)
    return tuple(found)


def field_rows(profiles: Sequence[Profile]) -> tuple[FieldRow, ...]:
    """Every field of facilities, also those no school has; without a field only where there are some."""
    found = []
    for name in (*FIELDS, None):
        held = [(one.school, facility.name) for one in profiles for facility in one.facilities if facility.field == name]
        if name is not None or held:
            found.append(FieldRow(name, len({school for school, _ in held}), tuple(held)))
    return tuple(found)


def _named(number: int, schools: Sequence[SchoolRow]) -> tuple[int, ...]:
    return tuple(sum(bool(one.cells and one.cells[index]) for one in schools) for index in range(number))


def _some(kinds: Iterable[set[str]]) -> int:
    return sum(bool(one) for one in kinds)
