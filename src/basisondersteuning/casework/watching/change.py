"""What a change of a file means for the pupil: niveaus, what is done, what lapses, what follows."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from ...norms.status import Status
from ...norms.verdict import Verdict
from ..overview.card import Card, Duty


class Step(NamedTuple):
    """The supported niveau of one line of support, before and after; `ready_for` where it has just become ready."""

    strand: str
    before: str
    after: str
    ready_for: str | None


class Fate(Enum):
    """What became of a duty that is no longer to be done."""

    DONE = "gedaan"
    WAIVED = "hiervan wordt afgeweken"
    LAPSED = "vervalt"


class Ended(NamedTuple):
    """A duty that is no longer to be done."""

    duty: Duty
    fate: Fate


class Change(NamedTuple):
    """The difference between two cards of one pupil.

    `late` are duties that were to be done before, and are late now. `closed` and `reopened` say so of the dossier.
    """

    steps: tuple[Step, ...] = ()
    ended: tuple[Ended, ...] = ()
    born: tuple[Duty, ...] = ()
    late: tuple[Duty, ...] = ()
    closed: bool = False
    reopened: bool = False

    @property
    def any(self) -> bool:
        """Whether the verdict is another one."""
        return any(self)


def change(before: Card, after: Card, verdict: Verdict | None = None) -> Change:
    """Compare two cards. `verdict` is the one behind `after`: it tells what is done from what lapses (without: all lapses)."""
    was, now = _by_key(before.duties), _by_key(after.duties)
    gone = [one for key, one in was.items() if key not in now]
    return Change(
        tuple(_steps(before, after)),
        tuple(Ended(one, _fate(one, verdict)) for one in gone),
        tuple(one for key, one in now.items() if key not in was),
        tuple(one for key, one in now.items() if key in was and one.status.failed and not was[key].status.failed),
        before.closed is None and after.closed is not None,
        before.closed is not None and after.closed is None,
    )


def _by_key(duties: Iterable[Duty]) -> dict[tuple[str, str | None], Duty]:
    """The duties by rule and line of support, the most urgent of each: what is asked twice is one thing to do."""
    found: dict[tuple[str, str | None], Duty] = {}
    for one in sorted(duties, key=lambda each: each.urgency):
        found.setdefault((one.rule, one.strand), one)
    return found


def _steps(before: Card, after: Card) -> Iterable[Step]:
    was = {one.name: one for one in before.lines}
    now = {one.name: one for one in after.lines}
    for name in dict.fromkeys([*now, *was]):
        old, new = was.get(name), now.get(name)
        ready = new.ready_for if new is not None and (old is None or old.ready_for != new.ready_for) else None
        levels = (old.supported if old else "geen", new.supported if new else "geen")
        if levels[0] != levels[1] or ready is not None:
            yield Step(name, *levels, ready)


def _fate(duty: Duty, verdict: Verdict | None) -> Fate:
    """What the new verdict says of the occasion for which the duty was there."""
    found = {
        one.status
        for one in (verdict.all_activations if verdict is not None else ())
        if (one.rule.code, one.strand, one.day) == (duty.rule, duty.strand, duty.day)
    }
    if not found.isdisjoint((Status.VOLDAAN, Status.TE_LAAT_VOLDAAN)):
        return Fate.DONE
    return Fate.WAIVED if Status.AFGEWEKEN in found else Fate.LAPSED
