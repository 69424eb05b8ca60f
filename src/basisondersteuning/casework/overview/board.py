"""The caseload on one day, made of cards: columns per niveau, what is due when, and counts per role and per group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from ...findings.catalogue.coherence import SAME_PUPIL
from ...findings.finding import Finding, Severity
from ..rows import CLOSED
from .card import Agenda, Ahead, Card, Duty, What
from .choice import Choice

QUIET = timedelta(weeks=12)
"""After so long without an event a pupil on a niveau is listed as quiet. A setting of `bo`; no source asks for it."""


class When(StrEnum):
    """When something is due; the values are the words of machine formats."""

    LATE = "te_laat"
    WEEK = "deze_week"
    NEXT = "volgende_week"
    LATER = "later"
    UNDATED = "zonder_datum"
    CLOSED = "afgesloten"
    """It was not settled when the dossier closed: nobody has to do it any more, and it counts nowhere else."""


class Due(NamedTuple):
    """A duty of a pupil, and when it is due."""

    card: Card
    duty: Duty
    when: When


class Tally(NamedTuple):
    """How much there is for a role or a group, of open dossiers. `pupils` counts those with something to do, of a group all
    pupils; `behind` counts the pupils for whom something is late. The other numbers count duties.
    """

    name: str
    pupils: int
    duties: int
    late: int
    week: int
    behind: int


class Coming(NamedTuple):
    """A date ahead of a pupil."""

    card: Card
    ahead: Ahead


@dataclass(slots=True)
class Board:
    """The caseload in view.

    `columns` has the pupils of each niveau, most urgent first, from `geen` up and closed dossiers last; `due` every duty by
    day within each `When`. `quiet` are pupils of whom nothing was recorded for long, `idle` those on a niveau who have nothing
    to do. `refused` says what is wrong with files that could not be judged, or are about a pupil who has another dossier: of
    these one counts. `looked` counts the pupils that were judged, in view or not. `undated` counts what is left out since it
    has no date, where what is to be done until a day was asked for. `warning` says what is wrong with the set-up.
    """

    peildatum: date
    frame: str
    levels: tuple[str, ...]
    choice: Choice
    cards: tuple[Card, ...]
    columns: dict[str, list[Card]]
    due: dict[When, list[Due]]
    coming: list[Coming]
    quiet: list[Card]
    idle: list[Card]
    refused: list[Finding]
    looked: int
    undated: int = 0
    warning: str | None = None

    @classmethod
    def of(
        cls,
        cards: Iterable[Card],
        peildatum: date,
        levels: Sequence[str],
        frame: str,
        choice: Choice = Choice(),  # noqa: B008 - an immutable value
        *,
        agendas: Iterable[Agenda] = (),
        refused: Iterable[Finding] = (),
        warning: str | None = None,
    ) -> Board:
        """The board of these cards. `levels` are the codes of the niveaus from `geen` up, `frame` is the code of the version."""
        everyone = list(cards)
        meetings = [one for one in agendas if one.day >= peildatum]
        shown = [kept for one in everyone if (kept := choice.narrowed(one)) is not None]
        if choice.audience is None:
            shown = [_with_meetings(one, meetings) for one in shown]
        shown.sort(key=lambda one: one.urgency)
        columns: dict[str, list[Card]] = {level: [] for level in (*levels, CLOSED)}
        for one in shown:
            columns.setdefault(one.level, []).append(one)
        open_ones = [one for one in shown if one.closed is None]
        helped = [one for one in open_ones if one.level != "geen" and choice.audience is None]
        return cls(
            peildatum,
            frame,
            tuple(levels),
            choice,
            tuple(shown),
            columns,
            _due(shown, peildatum),
            sorted((Coming(one, ahead) for one in open_ones for ahead in one.ahead), key=_by_day),
            [one for one in helped if one.last is not None and peildatum - one.last >= QUIET],
            [one for one in helped if not one.duties and not one.ready],
            list(refused),
            len(everyone),
            _undated(everyone, choice),
            warning,
        )

    @property
    def sunday(self) -> date:
        """The last day of the week of the peildatum."""
        return sunday_of(self.peildatum)

    @property
    def ready(self) -> list[Card]:
        """The pupils of whom every condition for a next niveau is met."""
        return [one for one in self.cards if one.ready]

    @property
    def doubles(self) -> list[Finding]:
        """The findings that say that a pupil has more than one dossier; each names a file that does not count."""
        return [one for one in self.refused if one.code == SAME_PUPIL.code]

    @property
    def missed(self) -> list[str]:
        """The files that could not be judged."""
        return list(dict.fromkeys(one.place.file for one in self.refused if one.code != SAME_PUPIL.code))

    @property
    def above(self) -> list[Card]:
        """The pupils who are given more support than their dossier supports."""
        return [one for one in self.cards if one.above]

    @property
    def worst(self) -> Severity | None:
        """The heaviest of what is in view and of what could not be judged."""
        weights = [one.severity for one in self.refused]
        weights += [weight for one in self.cards if (weight := one.worst) is not None]
        return min(weights, key=lambda one: one.rank, default=None)

    def roles(self) -> list[Tally]:
        """How much there is for each role, most first."""
        return sorted(self._tallies(lambda one: one.duty.role), key=lambda one: (-one.duties, one.name))

    def groups(self) -> list[Tally]:
        """How much there is in each group, by group; every pupil counts whose dossier is open."""
        pupils = Counter(one.group for one in self.cards if one.closed is None)
        found = {one.name: one for one in self._tallies(lambda one: str(one.card.group))}
        none = Tally("", 0, 0, 0, 0, 0)
        return [found.get(str(group), none)._replace(name=str(group), pupils=pupils[group]) for group in sorted(pupils)]

    def _tallies(self, key: Callable[[Due], str]) -> Iterator[Tally]:
        found: dict[str, list[Due]] = {}
        for one in self.every_duty():
            if one.when is not When.CLOSED:
                found.setdefault(key(one), []).append(one)
        for name, duties in found.items():
            whens = Counter(one.when for one in duties)
            pupils = len({one.card.path for one in duties})
            late = len({one.card.path for one in duties if one.when is When.LATE})
            yield Tally(name, pupils, len(duties), whens[When.LATE], whens[When.WEEK], late)

    def every_duty(self) -> Iterator[Due]:
        """Every duty in view, by when it is due."""
        for when in When:
            yield from self.due[when]


def when_of(duty: Duty, peildatum: date) -> When:
    """When a duty is due. What was not kept, and what has passed without an answer, is late."""
    if duty.status.failed or (duty.due is not None and duty.due < peildatum):
        return When.LATE
    if duty.due is None:
        return When.UNDATED
    sunday = sunday_of(peildatum)
    if duty.due <= sunday:
        return When.WEEK
    return When.NEXT if duty.due <= sunday + timedelta(weeks=1) else When.LATER


def when_on(card: Card, duty: Duty, peildatum: date) -> When:
    """When a duty of this pupil is due."""
    return When.CLOSED if card.closed is not None else when_of(duty, peildatum)


def sunday_of(day: date) -> date:
    """The Sunday of the week of a day."""
    return day + timedelta(days=6 - day.weekday())


def _due(cards: Iterable[Card], peildatum: date) -> dict[When, list[Due]]:
    found: dict[When, list[Due]] = {when: [] for when in When}
    for card in cards:
        for duty in card.duties:
            when = when_on(card, duty, peildatum)
            found[when].append(Due(card, duty, when))
    for some in found.values():
        some.sort(key=lambda one: (one.duty.due or date.max, one.duty.urgency, one.card.pupil, one.card.path))
    return found


def _undated(cards: Iterable[Card], choice: Choice) -> int:
    """How many duties without a date are left out, since what is to be done until a day was asked for."""
    if choice.until is None:
        return 0
    whole = choice._replace(until=None)
    return sum(
        one.due is None and not one.status.failed for each in cards if (kept := whole.narrowed(each)) for one in kept.duties
    )


def _with_meetings(card: Card, meetings: Sequence[Agenda]) -> Card:
    mine = [
        Ahead(one.day, What.MEETING, None, one.at)
        for one in meetings
        if one.school == card.school and card.pupil in one.pupils and card.closed is None
    ]
    return card._replace(ahead=tuple(sorted({*card.ahead, *mine}, key=_order))) if mine else card


def _order(one: Ahead) -> tuple[date, str, str]:
    return one.day, one.what, one.strand or ""


def _by_day(one: Coming) -> tuple[date, str, str]:
    return one.ahead.day, one.card.pupil, one.ahead.what
