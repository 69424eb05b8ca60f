"""A page that is kept up to date while somebody looks at it, without network and without blinking.

Beside the page stands a small file with the number of the page and the last changes: what differs from one number to the
next, as pieces of the page. The page looks at it, and puts the pieces in the place of the old ones. When it missed too many,
or the page has become another one, it loads itself, with filter, focus, place and what was unfolded as they were. A page
that nobody watches has none of this.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

SCRIPT = "_rapport/volgen.js"
"""What such a page runs besides its own script."""

MOST_TEXT = 200_000
"""Characters of changes that are kept: the file is read again and again."""


class Follow(NamedTuple):
    """Which file to look at, by its name in the folder of the page, and the number that this page has."""

    beside: str
    moment: int

    @property
    def call(self) -> str:
        """How `SCRIPT` is told; safe within an element, whatever the name of the file."""
        return "(" + _json(self._asdict()) + ");\n"


class Step(NamedTuple):
    """A change from one number to the next, as JSON."""

    before: int
    after: int
    text: str


def step(before: int, after: int, change: object) -> Step:
    """A change, which can be told as JSON."""
    return Step(before, after, _json(change))


def last_of(steps: Sequence[Step]) -> list[Step]:
    """The last changes that are worth keeping; none when the very last one is too long."""
    kept: list[Step] = []
    size = 0
    for one in reversed(steps):
        size += len(one.text)
        if size > MOST_TEXT:
            break
        kept.insert(0, one)
    return kept


def beside(page: str) -> str:
    """The path of the file beside a page `overzicht.html`: `overzicht.stand.js`."""
    return page.removesuffix(".html") + ".stand.js"


def state_text(moment: int, steps: Iterable[Step] = ()) -> str:
    """What stands in that file. It runs as a script, and holds nothing but data: a text of a record cannot end it."""
    told = ",".join(f'\n{{"van":{one.before},"naar":{one.after},"wat":{one.text}}}' for one in steps)
    return f'globalThis.boStand = {{"nu":{moment},"stappen":[{told}]}};\n'


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":")).replace("<", "\\u003c")
