"""Whether counts that were given out before, together with these, show how large a small group is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import inf
from typing import NamedTuple, TypeAlias

from ...findings.catalogue import desk as codes
from ...findings.finding import Finding
from ...model.kengetallen import Kengetallen
from ...records.load import Loaded
from ...records.tree import Path
from .record import About
from .suppress import Number
from .tally import EXPLAINED, TOGETHER, Published

Key: TypeAlias = tuple[str, str, str, str]
"""What, school, niveau and the niveau before."""

When: TypeAlias = tuple[date | None, date]
"""A period, or a day where there is no first."""


class _Then(NamedTuple):
    number: Number
    path: Path


def compare(earlier: Loaded, published: Published, about: About) -> list[Finding]:
    """What an earlier record of `bo tel` and the counts now show together.

    Compared is each count with the same count then, sums over schools too; a transition with that of each period that has a
    day in common with this one. It reveals something when the difference is itself small, when one of the two is hidden and
    both are of the same time, and when a hidden count became zero (or the other way around) while the pupils of the school
    can have changed by less than the threshold. Sums of counts, and files other than this one, are not looked at.
    """
    record = earlier.record
    tellings = record.tellingen if isinstance(record, Kengetallen) and earlier.sound else []
    ours = [(index, one) for index, one in enumerate(tellings) if one.wat in EXPLAINED]
    if not ours:
        return [codes.TALLY_DRAFT.at(earlier.place(("soort",)))]
    now: dict[Key, Number] = {(one.what, one.school, one.level, one.before): one.number for one in published.lines}
    times: dict[When, dict[Key, _Then]] = {}
    for index, one in ours:
        key = (one.wat, one.code or "", one.niveau or "", one.van_niveau or "")
        path: Path = ("tellingen", index, "aantal")
        times.setdefault((one.van, one.peildatum), {})[key] = _Then(one.aantal.exact, path)
    found = [
        codes.TALLY_REVEALS.at(earlier.place(path), subject=key[1] or None)
        for when, then in times.items()
        for key, path in _revealing(when, then, now, about)
    ]
    return sorted(found, key=lambda one: one.sort_key)


def _revealing(when: When, then: dict[Key, _Then], now: dict[Key, Number], about: About) -> Iterator[tuple[Key, Path]]:
    first, last = when
    if first is not None and (first > about.period.last or last < about.period.first):
        return
    same = last == about.period.last and first in (None, about.period.first)
    numbers = {key: one.number for key, one in then.items()}
    for key in _keys(numbers, now, moves=first is not None):
        before, after = numbers.get(key, 0), now.get(key, 0)  # a transition that is not listed was made by nobody
        if before is not None and after is not None:
            tells = 0 < abs(before - after) < about.threshold
        else:
            emptied = first is None and 0 in (before, after) and _close(key[1], numbers, now, about.threshold)
            tells = before != after and (same or emptied)
        if tells:
            yield key, then[key].path if key in then else ("tellingen",)


def _keys(then: dict[Key, Number], now: dict[Key, Number], moves: bool) -> Iterator[Key]:
    """The counts of this moment that are of schools in both."""
    if not moves:
        yield from (key for key in then if key in now)
        return
    then_schools, now_schools = ({key[1] for key in one} for one in (then, now))
    for key in dict.fromkeys((*then, *now)):
        if key[0] == "overgangen" and key[1] in then_schools & now_schools:
            yield key


def _close(school: str, then: dict[Key, Number], now: dict[Key, Number], threshold: int) -> bool:
    """Whether the number of pupils of a school can have changed by less than the threshold."""
    (low, high), (lower, higher) = (_pupils(school, one, threshold) for one in (then, now))
    return max(low, lower) - min(high, higher) < threshold


def _pupils(school: str, numbers: dict[Key, Number], threshold: int) -> tuple[float, float]:
    levels = [number for key, number in numbers.items() if key[:2] == ("op_niveau", school)]
    hidden = levels.count(None)
    if not levels or (hidden and school == TOGETHER):
        return 0, inf
    seen = sum(one or 0 for one in levels)
    return seen + hidden, seen + hidden * (threshold - 1)
