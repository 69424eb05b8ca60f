"""Who is to be discussed in the ondersteuningsteam on a day, and why (passages 14 and 16), from a dossier and its verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from ...model.dossier import Dossier
from ...model.words import plain, short_date, with_article
from ...norms.calendar import Calendar, Term
from ...norms.frame import RuleCard
from ...norms.requirement import Combination, Precedence, Requirement, Response
from ...norms.status import Status
from ...norms.timeline import Entry, Strands, Timeline
from ...norms.verdict import StrandVerdict, Verdict
from ...records.load import Loaded

DISCUSSION, REGISTRATION = "ot_bespreking", "aanmelding_ot"

SOON = Term("schoolweken", 3)
"""How long after a meeting an evaluation date is still told as «nearly»: a setting of this tool, not a rule."""

_UNDONE = (Status.OPEN, Status.TE_LAAT, Status.GESCHONDEN)


class Why(StrEnum):
    """Why a pupil is to be discussed; the values are the words of machine formats."""

    DUTY = "regel"
    RETURN = "evaluatiedatum"
    REGISTERED = "aangemeld"
    READY = "gereed"


class Reason(NamedTuple):
    """One reason: since when it holds, and the last day on which the discussion is in time (None: there is no such day).

    `areas` are the vakgebieden that it is about, None for the whole pupil.
    """

    why: Why
    words: str
    since: date
    until: date | None
    areas: Strands | None


@dataclass(slots=True)
class Waiting:
    """A pupil who is due. `first_do` holds the conditions for the niveau that are not met yet; `before` says whether the
    team discussed the pupil earlier.
    """

    loaded: Loaded
    dossier: Dossier
    timeline: Timeline
    reasons: list[Reason]
    first_do: list[RuleCard] = field(default_factory=list)

    @property
    def pupil(self) -> str:
        """The id of the pupil."""
        return self.dossier.leerling.id

    @property
    def before(self) -> bool:
        """Whether the team discussed the pupil earlier."""
        return DISCUSSION in self.timeline.by_kind

    @property
    def since(self) -> date:
        """Since when the pupil waits."""
        return min(one.since for one in self.reasons)

    @property
    def areas(self) -> list[str] | None:
        """The vakgebieden of all reasons; None where one of them is about the whole pupil."""
        named = [one.areas for one in self.reasons]
        return None if None in named else sorted({area for areas in named for area in areas or ()}) or None

    def late(self, day: date) -> bool:
        """Whether a discussion on this day comes too late for one of the reasons."""
        return any(one.until is not None and one.until < day for one in self.reasons)

    def order(self, day: date) -> tuple[bool, date, bool, str]:
        """What is late first, then who waits longest, then who is registered, then by id."""
        return (not self.late(day), self.since, all(one.why is not Why.REGISTERED for one in self.reasons), self.pupil)


class Nearly(NamedTuple):
    """A pupil who is not due yet, and why not."""

    pupil: str
    words: str


Found: TypeAlias = Waiting | Nearly | None


def due(loaded: Loaded, verdict: Verdict, calendar: Calendar, day: date) -> Found:
    """Whether a pupil is due at a meeting on this day, as the dossier stood on the peildatum; a closed dossier never is."""
    dossier = loaded.record
    if not isinstance(dossier, Dossier) or verdict.ended is not None:
        return None
    timeline = Timeline(dossier, verdict.peildatum)
    reasons = [*_duties(verdict), *_returns(timeline, day), *_registered(timeline), *_ready(verdict)]
    if reasons:
        return Waiting(loaded, dossier, timeline, reasons, _unmet(verdict))
    return _nearly(verdict, timeline, calendar, day)


def _duties(verdict: Verdict) -> Iterator[Reason]:
    """Duties whose rule asks for a discussion in the OT; the same rule in one strand once, the most urgent."""
    found: dict[tuple[str, str | None], Reason] = {}
    for one in sorted(verdict.all_activations, key=lambda one: (one.due_day or date.max, one.day)):
        if one.status in _UNDONE and asks_for(one.rule.requirement, DISCUSSION):
            until = f", uiterlijk {short_date(one.due_day)}" if one.due_day else ""
            areas = frozenset((one.strand,)) if one.strand else None
            reason = Reason(Why.DUTY, f"{one.rule.card.short}{until} ({one.rule.code})", one.day, one.due_day or one.day, areas)
            found.setdefault((one.rule.code, one.strand), reason)
    yield from found.values()


def asks_for(requirement: Requirement, kind: str) -> bool:
    """Whether a rule asks that an event of this kind comes or came."""
    if isinstance(requirement, Combination):
        return any(asks_for(one, kind) for one in requirement.parts)
    return isinstance(requirement, Response | Precedence) and requirement.pattern.kind == kind


def _returns(timeline: Timeline, day: date) -> Iterator[Reason]:
    for back, entry in _evaluation_dates(timeline):
        if back <= day:
            yield Reason(Why.RETURN, f"evaluatiedatum {short_date(back)}", back, back, entry.strands)


def _evaluation_dates(timeline: Timeline) -> Iterator[tuple[date, Entry]]:
    """The evaluation dates of discussions after which there was no other."""
    for entry in timeline.by_kind.get(DISCUSSION, ()):
        back = entry.values["evaluatiedatum"]
        if back is not None and not any(other.day > entry.day for other in _discussions(timeline, entry)):
            yield back, entry


def _registered(timeline: Timeline) -> Iterator[Reason]:
    for entry in registrations(timeline):
        yield Reason(Why.REGISTERED, f"aangemeld op {short_date(entry.day)}", entry.day, None, entry.strands)


def registrations(timeline: Timeline) -> list[Entry]:
    """The registrations for the OT after which the pupil was not discussed, the oldest first."""
    return [
        entry
        for entry in timeline.by_kind.get(REGISTRATION, ())
        if not any(other.day >= entry.day for other in _discussions(timeline, entry))
    ]


def _discussions(timeline: Timeline, entry: Entry) -> Iterator[Entry]:
    """The discussions that share a strand with an event."""
    return (one for one in timeline.by_kind.get(DISCUSSION, ()) if share(one.strands, entry.strands))


def share(one: Strands | None, other: Strands | None) -> bool:
    """Whether two events may be about the same strand."""
    return not one or not other or not one.isdisjoint(other)


def _ready(verdict: Verdict) -> Iterator[Reason]:
    for strand in _before_the_team(verdict):
        if strand.ready and strand.next_level is not None:
            days = [entry.day for one in strand.conditions for entry in one.outcome.evidence]
            name = strand.strand.name
            words = f"gereed voor {with_article(strand.next_level.code)} ({plain(name)})"
            yield Reason(Why.READY, words, max(days, default=verdict.peildatum), None, frozenset((name,)))


def _before_the_team(verdict: Verdict) -> Iterator[StrandVerdict]:
    """The strands whose next niveau begins with a discussion in the OT."""
    return (one for one in verdict.strands if one.next_level is not None and DISCUSSION in one.next_level.kinds)


def _unmet(verdict: Verdict) -> list[RuleCard]:
    cards = [item.rule.card for one in _before_the_team(verdict) for item in one.conditions if not item.status.settled]
    return list(dict.fromkeys(cards))


def _nearly(verdict: Verdict, timeline: Timeline, calendar: Calendar, day: date) -> Nearly | None:
    last = calendar.due(day, SOON).day
    soon = min((back for back, _ in _evaluation_dates(timeline) if back <= last), default=None)
    if soon is not None:
        return Nearly(verdict.pupil, f"evaluatiedatum {short_date(soon)}; dat is na deze bijeenkomst")
    for strand in _before_the_team(verdict):
        unmet = [one for one in strand.conditions if not one.status.settled]
        if len(unmet) == 1 < len(strand.conditions) and strand.next_level is not None:
            rule = unmet[0].rule
            name = f"{with_article(strand.next_level.code)} ({plain(strand.strand.name)})"
            return Nearly(verdict.pupil, f"voor {name} ontbreekt nog één voorwaarde: {rule.card.short} ({rule.code})")
    return None
