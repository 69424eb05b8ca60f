"""What an addition does to the verdict on a dossier: niveaus, duties that are met by it, and duties that come from it."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from ..norms.status import Status
from ..norms.verdict import Activation, Verdict

Key: TypeAlias = tuple[str, str | None, int, str]
"""A rule at one occasion: its code, the strand, the place of the event that gave rise to it, and the day."""


class Level(NamedTuple):
    """The niveaus of one strand: the one that is given, and the one that the record supports."""

    given: str
    supported: str


class LevelChange(NamedTuple):
    """What became of one strand."""

    strand: str
    before: Level
    after: Level


class Effect(NamedTuple):
    """The difference between two verdicts on one dossier.

    `levels` holds every strand, also those that stay as they are. `met` was to be done and is done, `waived` was to be done
    and is waived, `lapsed` was to be done and no longer applies, `born` is to be done and was not there before.
    """

    levels: tuple[LevelChange, ...]
    met: tuple[Activation, ...]
    waived: tuple[Activation, ...]
    lapsed: tuple[Activation, ...]
    born: tuple[Activation, ...]


_DONE = (Status.VOLDAAN, Status.TE_LAAT_VOLDAAN)


def effect(before: Verdict, after: Verdict, *, at: int | None = None) -> Effect:
    """Compare the verdicts before and after something was added.

    `at` is the place in the timeline at which one event was put in; None when items came at the end of it, or elsewhere.
    """
    old, new = _levels(before), _levels(after)
    nothing = Level("geen", "geen")
    levels = tuple(LevelChange(one, old.get(one, nothing), new.get(one, nothing)) for one in dict.fromkeys([*new, *old]))
    was, now = _by_key(before, at), _by_key(after, None)
    undone = {key: one for key, one in was.items() if not one.status.settled}
    still = {key: now[key] for key in undone if key in now}
    met = tuple(one for one in still.values() if one.status in _DONE)
    waived = tuple(one for one in still.values() if one.status is Status.AFGEWEKEN)
    gone = (Status.AFGEWEKEN, *_DONE)
    lapsed = tuple(
        one for key, one in undone.items() if key not in now or (now[key].status.settled and now[key].status not in gone)
    )
    born = (one for key, one in now.items() if not one.status.settled and key not in undone)
    return Effect(levels, met, waived, lapsed, tuple(sorted(born, key=_urgency)))


def _levels(verdict: Verdict) -> dict[str, Level]:
    codes = ("geen", *(level.code for level in verdict.frame.levels))
    return {one.strand.name: Level(codes[one.rank], codes[one.supported]) for one in verdict.strands}


def _by_key(verdict: Verdict, at: int | None) -> dict[Key, Activation]:
    """The activations, each by its key; events from `at` on are counted one place further."""
    found: dict[Key, Activation] = {}
    for one in verdict.all_activations:
        place = one.entry.index if one.entry else -1
        if at is not None and place >= at:
            place += 1
        found.setdefault((one.rule.code, one.strand, place, one.day.isoformat()), one)
    return found


def _urgency(one: Activation) -> tuple[bool, str, str]:
    return (not one.status.failed, one.due_day.isoformat() if one.due_day else "9999", one.rule.code)
