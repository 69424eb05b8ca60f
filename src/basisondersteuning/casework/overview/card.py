"""One pupil in the overview, as plain data: small enough to hand from process to process, and to keep for a next run."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ...findings.finding import Severity
from ...norms.status import URGENCY, Status
from ..judged_pack import NameAt, name_there
from ..rows import CLOSED


class Turn(NamedTuple):
    """A step from one niveau to another; `sound` when the record supports it and every step it builds on."""

    day: date
    before: str
    after: str
    sound: bool


class Line(NamedTuple):
    """The support in one vakgebied: the niveau at which it is given, the one that the record supports and since when, the
    niveau it is ready for, and how it came there.
    """

    name: str
    level: str
    supported: str
    since: date | None
    ready_for: str | None
    turns: tuple[Turn, ...]


class Duty(NamedTuple):
    """Something that still has to be done: the rule behind it in words, who acts, and by when.

    `day` is that of the event that gave rise to it; `times` says how often the same is asked for.
    """

    rule: str
    title: str
    why: str
    role: str
    short: str
    action: str
    status: Status
    severity: Severity
    due: date | None
    day: date
    strand: str | None
    times: int

    @property
    def urgency(self) -> tuple[int, int, date, str]:
        """Most urgent first, as in `bo escalate`."""
        return (URGENCY[self.status], self.severity.rank, self.due or date.max, self.rule)


class Waived(NamedTuple):
    """A rule that the team departs from, and until when (None: no end was given). `role` is whose rule it is."""

    rule: str
    title: str
    role: str
    until: date | None


class Mark(NamedTuple):
    """An event on the timeline; `strand` where it belongs to one."""

    day: date
    kind: str
    strand: str | None


class What(StrEnum):
    """What a date ahead is; the values are the words of machine formats."""

    EVALUATION = "evaluatie"
    """The support that runs has this end date: its effect is to be judged."""
    RETURN = "evaluatiedatum_ot"
    """The ondersteuningsteam comes back to the pupil."""
    MEETING = "ot"
    """The pupil is on the agenda of the ondersteuningsteam."""


class Ahead(NamedTuple):
    """A date that lies ahead; `strand` where it is about one. `at` is the hour, where there is one."""

    day: date
    what: What
    strand: str | None = None
    at: str = ""


class Card(NamedTuple):
    """One pupil.

    `name` is the first name, or where in the file it stands: names are not kept between runs. `last` is the day of the last
    event, `closed` the day on which the dossier closed. `remarks` counts the findings on the record, `weight` is the heaviest.
    """

    path: str
    school: str
    pupil: str
    name: str | NameAt | None
    group: int
    lines: tuple[Line, ...]
    duties: tuple[Duty, ...]
    waivers: tuple[Waived, ...]
    marks: tuple[Mark, ...]
    ahead: tuple[Ahead, ...]
    last: date | None
    closed: date | None
    remarks: int
    weight: Severity | None

    @property
    def level(self) -> str:
        """The niveau of the pupil: the highest that the record supports; a closed dossier has none."""
        if self.closed is not None:
            return CLOSED
        return self.lines[0].supported if self.lines else "geen"

    @property
    def above(self) -> bool:
        """Whether more support is given than the record supports."""
        return self.closed is None and any(one.level != one.supported for one in self.lines)

    @property
    def ready(self) -> tuple[Line, ...]:
        """The lines in which every condition for the next niveau is met."""
        return () if self.closed is not None else tuple(one for one in self.lines if one.ready_for)

    @property
    def worst(self) -> Severity | None:
        """The heaviest finding or broken norm; None when there is neither."""
        weights = [one.severity for one in self.duties if one.status.failed]
        weights += [self.weight] if self.weight is not None else []
        return min(weights, key=lambda one: one.rank, default=None)

    @property
    def urgency(self) -> tuple[int, int, date, str, str]:
        """The most urgent pupil first: by the most urgent duty, then who is ready for a step, then by id; closed ones last."""
        if self.duties and self.closed is None:
            return (*self.duties[0].urgency[:3], self.pupil, self.path)
        return (URGENCY[Status.AFGEWEKEN] if self.ready else 9, 0, date.max, self.pupil, self.path)


class Agenda(NamedTuple):
    """A meeting of the ondersteuningsteam, and the ids of the pupils on its agenda."""

    school: str
    day: date
    at: str
    pupils: tuple[str, ...]


def first_name(card: Card) -> str:
    """The first name of a pupil; empty when the record gives none, or its file changed meanwhile."""
    return (name_there(card.path, card.name) if isinstance(card.name, NameAt) else card.name) or ""


def shown_name(card: Card) -> str:
    """`L-0417 Noor`: the pupil as the school knows it."""
    return f"{card.pupil} {first_name(card)}".rstrip()
