"""The values that a chart names at its side."""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple

MOST_STEPS = 5
"""How many steps an axis has at most."""

_STEPS = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


class Scale(NamedTuple):
    """Values with their words, from low to high; the first and the last are the ends of the axis."""

    ticks: tuple[tuple[float, str], ...]

    @property
    def from_zero(self) -> bool:
        """Whether the axis begins at nothing; when not, a reader should be told."""
        return self.ticks[0][0] == 0


def scale(low: float, high: float) -> Scale:
    """An axis around these values. It begins at 0 where the lowest is less than half of the highest."""
    bottom = 0.0 if low < high / 2 else low
    step = next((one for one in _STEPS if (high - bottom) / one <= MOST_STEPS - 1), max(high - bottom, 1) / 4)
    first, last = floor(bottom / step + 1e-9), ceil(high / step - 1e-9)
    if last == first:
        last += 1
    decimals = 2 if step < 0.1 else 1 if step < 1 else 0
    return Scale(tuple((round(one * step, 6), f"{one * step:.{decimals}f}".replace(".", ",")) for one in range(first, last + 1)))
