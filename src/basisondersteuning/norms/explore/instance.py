"""Events that match a pattern: a new one put into a plan, or one that is there and is made to match."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...model.kinds import event_models
from ...model.reflect import fields_of
from ..levels import Level
from ..pattern import Pattern, Test
from .plan import Duty, Plan, Planned, Refs, Want


class Match(NamedTuple):
    """What a pattern asks, apart: tests on values, fields that point to an event, the field that names this event.

    `pointers`: field and whether it must be filled in; `named_in`: the field of the activating event that holds the id.
    """

    kind: str
    wants: frozenset[Want]
    to_anchor: tuple[str, ...]
    pointers: tuple[tuple[str, bool], ...]
    named_in: str | None
    duties: frozenset[Duty]


def match_of(pattern: Pattern, levels: tuple[Level, ...]) -> Match:
    """The parts of a pattern; a niveau becomes a duty of the event."""
    specs = fields_of(event_models()[pattern.kind])
    wants: set[Want] = set()
    to_anchor: list[str] = []
    pointers: list[tuple[str, bool]] = []
    named = None
    for test in pattern.tests:
        if test.bound and test.field == "id":
            named = test.words.split()[2]
        elif test.bound:
            to_anchor.append(test.field)
        elif specs[test.field].kind == "gebeurtenis":
            pointers.append((test.field, test.words == f"{test.field} is ingevuld"))
        else:
            wants.add(Want(test))
    duties = frozenset(Duty(one.rank) for one in levels if one.code == pattern.level)
    return Match(pattern.kind, frozenset(wants), tuple(to_anchor), tuple(pointers), named, duties)


def inserted(plan: Plan, place: int, match: Match, anchor: int | None, gap: int = 1) -> Iterator[Plan]:
    """The plan with a new matching event before the one at `place`, with what that event needs to refer to.

    `anchor` is the key of the activating event.
    """
    if match.named_in is not None:
        for grown, at in _plain(plan, place, match, anchor, gap):
            owner = grown.place(anchor) if anchor is not None else -1
            if owner >= 0 and grown.events[owner].ref(match.named_in) is None:
                named = _with_ref(grown.events[owner], match.named_in, grown.events[at].key)
                yield grown.changed(owner, named)
        return
    for grown, _ in _plain(plan, place, match, anchor, gap):
        yield grown


def _plain(plan: Plan, place: int, match: Match, anchor: int | None, gap: int) -> Iterator[tuple[Plan, int]]:
    event = Planned(-1, match.kind, match.wants, gap=gap, duties=match.duties)
    for field in match.to_anchor:
        if anchor is None:
            return
        event = _with_ref(event, field, anchor)
    needed = [field for field, filled in match.pointers if filled]
    specs = fields_of(event_models()[match.kind])
    needed += [name for name, spec in specs.items() if spec.kind == "gebeurtenis" and spec.required and name not in needed]
    open_fields = [field for field in needed if event.ref(field) is None]
    for grown, refs, at in _targets(plan, place, match.kind, open_fields):
        yield grown.with_event(at, event._replace(refs=tuple(sorted((*event.refs, *refs))))), at


def _targets(plan: Plan, place: int, kind: str, fields: list[str]) -> Iterator[tuple[Plan, Refs, int]]:
    """Every choice of events for these fields: the latest that is there first, a new one last."""
    if not fields:
        yield plan, (), place
        return
    field, *rest = fields
    kinds = fields_of(event_models()[kind])[field].kinds
    for one in reversed(plan.events[:place]):
        if not kinds or one.kind in kinds:
            for grown, refs, at in _targets(plan, place, kind, rest):
                yield grown, ((field, one.key), *refs), at
    grown = plan.with_event(place, Planned(-1, kinds[0] if kinds else "observatie"))
    for more, refs, at in _targets(grown, place + 1, kind, rest):
        yield more, ((field, plan.fresh), *refs), at


def constrained(plan: Plan, place: int, match: Match, anchor: int | None) -> Plan | None:
    """The plan in which the event at `place` is made to match; None where it cannot, or where nothing changes."""
    event = plan.events[place]
    if event.kind != match.kind:
        return None
    made = event._replace(wants=event.wants | match.wants, duties=event.duties | match.duties)
    for field in match.to_anchor:
        if anchor is None or made.ref(field) not in (None, anchor):
            return None
        made = _with_ref(made, field, anchor)
    for field, filled in match.pointers:
        if (made.ref(field) is not None) != filled:
            return None
    changed = plan.changed(place, made)
    if match.named_in is not None:
        owner = changed.place(anchor) if anchor is not None else -1
        if owner < 0 or changed.events[owner].ref(match.named_in) not in (None, event.key):
            return None
        changed = changed.changed(owner, _with_ref(changed.events[owner], match.named_in, event.key))
    return None if changed == plan else changed


def wanting(plan: Plan, place: int, test: Test, passes: bool) -> Plan | None:
    """The plan in which the event at `place` passes one test, or fails it; None where nothing changes."""
    event = plan.events[place]
    if test.bound or Want(test, not passes) in event.wants or Want(test, passes) in event.wants:
        return None
    if fields_of(event_models()[event.kind])[test.field].kind == "gebeurtenis":
        return None
    return plan.changed(place, event._replace(wants=event.wants | {Want(test, passes)}))


def _with_ref(event: Planned, field: str, key: int) -> Planned:
    if event.ref(field) == key:
        return event
    return event._replace(refs=tuple(sorted((*event.refs, (field, key)))))
