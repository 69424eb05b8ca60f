"""What the norms say of one dossier on one day: data only, every rendering is made from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ..findings.finding import Finding
from ..model.dossier import Afwijking
from .frame import Frame, Rule
from .levels import Level, Strand, Transition
from .requirement import Outcome
from .status import Status
from .timeline import Entry


@dataclass(slots=True)
class Activation:
    """One rule at one occasion.

    `entry` is the event that gave rise to it (for a condition: the event that made the transition; for a transition
    still to come: None). `strand` is None where the rule concerns the pupil as a whole. `exception` names the
    exception that applies, `waiver` the index of the waiver that covers it. `outcome` is what the record itself gives,
    before exceptions and waivers.
    """

    rule: Rule
    frame: Frame
    entry: Entry | None
    day: date
    strand: str | None
    status: Status
    outcome: Outcome
    exception: str | None = None
    waiver: int | None = None

    @property
    def due_day(self) -> date | None:
        """The last day on which it is in time; None without a term."""
        return self.outcome.due_day


@dataclass(slots=True)
class Step:
    """A transition that happened, with the conditions that held for it, and whether the record supports it."""

    transition: Transition
    conditions: list[Activation]
    supported: bool
    skipped: tuple[Level, ...] = ()


@dataclass(slots=True)
class StrandVerdict:
    """The support in one vakgebied.

    `rank` is the niveau at which support is given, `supported` the highest niveau that the record supports; both are
    0 for none. `next_level` with `conditions` is the step up that would come next, `ready` whether every condition for
    it is met.
    """

    strand: Strand
    rank: int
    supported: int
    since: date | None
    supported_since: date | None
    steps: list[Step]
    next_level: Level | None
    conditions: list[Activation]

    @property
    def ready(self) -> bool:
        """Whether every condition for the next niveau is met (there is at least one)."""
        return bool(self.conditions) and all(one.status.settled for one in self.conditions)


@dataclass(slots=True)
class Verdict:
    """Everything the frame says of one dossier as of the peildatum. It advises; people decide."""

    pupil: str
    peildatum: date
    frame: Frame
    strands: list[StrandVerdict]
    activations: list[Activation]
    waivers: list[Afwijking]
    findings: list[Finding] = field(default_factory=list)
    ended: date | None = None

    @property
    def leading(self) -> StrandVerdict | None:
        """The strand with the highest niveau; the pupil's niveau is that of this strand."""
        return max(self.strands, key=lambda one: (one.supported, one.rank), default=None)

    @property
    def all_activations(self) -> list[Activation]:
        """The ordinary rules and the conditions of transitions that happened."""
        return [
            *self.activations,
            *(one for strand in self.strands for step in strand.steps for one in step.conditions),
        ]
