"""Which counts are hidden. The rule is simple on purpose, so that what holds for it can be seen by reading it.

Small is 1 up to the threshold. Every small count is hidden, and every hidden count looks the same. Zeros are shown: they are
about nobody, and DUO shows them too. Of a school no total is given, so what is hidden follows from nothing else:

- a niveau or a transition is hidden when it is small, and never for another reason: each is 1 to the threshold by itself;
- pupils with something to do are hidden when they are small; also when those for whom there is nothing would be few, or when
  there are more of them than the niveaus account for, since both would say something of a small group;
- transitions say nothing of the niveaus, since those of closed dossiers count too and these are on no niveau;
- a sum over schools is given only when each of its parts is: then it is no more than what any reader can add up.

So to whoever knows this rule and all that one run shows, every hidden count, and what remains of a school beside it, can still
have `threshold - 1` values at least. What it does not hold against: who knows from elsewhere how many dossiers there are, and
who puts several runs side by side (`earlier`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

THRESHOLD, LOWEST_THRESHOLD = 5, 3
"""From which number on a count is shown, and the lowest that may be chosen. Settings of `bo`: DUO masks below five."""

Number: TypeAlias = int | None
"""A count as it may be seen; None is hidden."""


def seen(number: int, threshold: int) -> Number:
    """A count that stands by itself."""
    return None if 0 < number < threshold else number


def seen_among(number: int, levels: Sequence[Number], threshold: int) -> Number:
    """Pupils who are among those of the niveaus of their school, as these are seen.

    Decided by the count and by what is seen only, never by a hidden count: so that it is hidden tells nothing of one.
    """
    hidden = sum(one is None for one in levels)
    least = sum(one or 0 for one in levels) + hidden
    rest = least - number
    tells = rest < 0 if hidden else 0 < rest < threshold
    return None if number and tells else seen(number, threshold)


def together(parts: Iterable[Number]) -> Number:
    """A sum; hidden when one of its parts is."""
    total = 0
    for one in parts:
        if one is None:
            return None
        total += one
    return total
