"""What changed between the SOPs of two school years, school by school."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .profile import Profile
from .words import AREAS, PLACES

GAINED, LOST, MOVED = "erbij", "weg", "verplaatst"
"""What can happen to expertise, an intervention or a facility; only expertise can move to another place."""


class Change(NamedTuple):
    """One change. `what` is `deskundigheid`, `interventie` or `voorziening`; `name` an area, or the name a school gave.

    `was` and `now` are places of expertise, joined by `+`, and empty for the rest.
    """

    what: str
    how: str
    name: str
    was: str = ""
    now: str = ""


class SchoolChanges(NamedTuple):
    """What changed at one school that has a SOP for both years."""

    school: str
    name: str
    board: str | None
    changes: tuple[Change, ...]


class Changes(NamedTuple):
    """From one school year to the next there is: per school, and which schools have a SOP in one of the two only."""

    before: str
    after: str
    schools: tuple[SchoolChanges, ...]
    first_time: tuple[str, ...]
    gone: tuple[str, ...]


def changes_between(
    before: str, after: str, earlier: Mapping[str, Profile], later: Mapping[str, Profile], names: Mapping[str, str]
) -> Changes:
    """Compare the SOPs that count of two school years, by school code; `names` gives each school its name."""
    both = [
        SchoolChanges(code, names.get(code, one.name), one.board, tuple(_of(earlier[code], one)))
        for code, one in later.items()
        if code in earlier
    ]
    first_time = tuple(code for code in later if code not in earlier)
    return Changes(before, after, tuple(both), first_time, tuple(code for code in earlier if code not in later))


def _of(old: Profile, new: Profile) -> Iterable[Change]:
    was, now = _places(old), _places(new)
    for area in AREAS:
        if was.get(area) != now.get(area):
            how = GAINED if area not in was else LOST if area not in now else MOVED
            yield Change("deskundigheid", how, area, was.get(area, ""), now.get(area, ""))
    yield from _names("interventie", (one.name for one in old.acts), (one.name for one in new.acts))
    yield from _names("voorziening", (one.name for one in old.facilities), (one.name for one in new.facilities))


def _places(profile: Profile) -> dict[str, str]:
    held: dict[str, set[str]] = {}
    for one in profile.experts:
        held.setdefault(one.area, set()).add(one.place)
    return {area: "+".join(place for place in PLACES if place in places) for area, places in held.items()}


def _names(what: str, old: Iterable[str], new: Iterable[str]) -> Iterable[Change]:
    """Names that came and went; capitals and spaces make no difference."""
    was = {" ".join(one.split()).casefold(): one for one in old}
    now = {" ".join(one.split()).casefold(): one for one in new}
    yield from (Change(what, GAINED, now[key]) for key in now if key not in was)
    yield from (Change(what, LOST, was[key]) for key in was if key not in now)
