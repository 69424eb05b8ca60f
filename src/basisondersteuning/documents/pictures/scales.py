"""What can be drawn of a test result: the place of a value on its scale, exactly as it was written.

A result is text. What cannot be read with certainty has no place, and stands in the table only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from math import ceil, floor
from typing import NamedTuple

from ...model.events_support import Schaal


class Scale(NamedTuple):
    """One way to express results. `name` and `up` are words for it: what it is, and what lies higher.

    `order` are the steps of an ordinal scale, the top one first; for a number `least` and `most` are its bounds, and
    `sign` is what may stand behind it.
    """

    name: str
    up: str
    order: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    sign: str = ""


SCALES: dict[Schaal, Scale] = {
    "percentage": Scale("percentage", "hoe hoger het percentage", least=0, most=100, sign="%"),
    "percentiel": Scale("percentiel", "hoe hoger het percentiel", least=0, most=100),
    "cijfer": Scale("cijfer", "hoe hoger het cijfer", least=1, most=10),
    "vaardigheidsscore": Scale("vaardigheidsscore", "hoe hoger de score"),
    "DLE": Scale("DLE", "hoe hoger de DLE"),
    "IQ": Scale("IQ", "hoe hoger het IQ"),
    "AE": Scale("A tot en met E", "A staat bovenaan, E onderaan", order=("A", "B", "C", "D", "E")),
    "I-V": Scale("I tot en met V", "I staat bovenaan, V onderaan", order=("I", "II", "III", "IV", "V")),
}
"""The scales that can be drawn. AVI, functioneringsniveau and `anders` have no order or distance that this tool knows."""

_NUMBER = re.compile(r"(-?[0-9]{1,4})(?:[.,]([0-9]{1,2}))?")


def place(scale: Schaal, value: str) -> Decimal | None:
    """Where a value lies on its scale, upwards; None when that cannot be said.

    A number has a comma or a point before its one or two decimals, so that `1.200` is not taken for either. The steps
    of an ordinal scale count from 1, the lowest.
    """
    kind = SCALES.get(scale)
    if kind is None:
        return None
    words = value.strip()
    if kind.order:
        step = words.upper()
        return Decimal(len(kind.order) - kind.order.index(step)) if step in kind.order else None
    found = _NUMBER.fullmatch(words.removesuffix(kind.sign).rstrip() if kind.sign else words)
    if found is None:
        return None
    made = Decimal(f"{found[1]}.{found[2] or 0}")
    within = (kind.least is None or made >= kind.least) and (kind.most is None or made <= kind.most)
    return made if within else None


def ticks(scale: Schaal, values: Sequence[Decimal]) -> list[tuple[Decimal, str]]:
    """The values that the axis names, from low to high; the first and the last are its ends.

    A scale with bounds is always shown whole. Of others a wide enough part is shown, so that a small difference does
    not look like a large one.
    """
    kind = SCALES[scale]
    if kind.order:
        return [(Decimal(index + 1), step) for index, step in enumerate(reversed(kind.order))]
    if kind.least is not None and kind.most is not None:
        marks = range(0, 101, 25) if kind.most == 100 else range(2, 11, 2)
        found = [kind.least, *(mark for mark in marks if mark != kind.least)]
        return [(Decimal(mark), f"{mark}{kind.sign}") for mark in found]
    low, high = min(values), max(values)
    span = max(high - low, Decimal(10), abs(high) / 5)
    middle = (low + high) / 2
    step = next(one for one in _steps() if span / one <= 4)
    bottom, top = floor((middle - span / 2) / step), ceil((middle + span / 2) / step)
    return [(Decimal(one * step), str(one * step)) for one in range(bottom, top + 1)]


def _steps() -> list[int]:
    return [one * 10**power for power in range(5) for one in (1, 2, 5)]
