"""The status of one activation of a rule, and how statuses combine."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """What a record supports about one activation; the values are the words of frames and tests."""

    VOLDAAN = "voldaan"
    TE_LAAT_VOLDAAN = "te_laat_voldaan"
    OPEN = "open"
    TE_LAAT = "te_laat"
    GESCHONDEN = "geschonden"
    AFGEWEKEN = "afgeweken"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"
    ONBEKEND = "onbekend"
    OORDEEL_NODIG = "oordeel_nodig"

    @property
    def words(self) -> str:
        """The status as a reader sees it."""
        return _WORDS.get(self, self.value)

    __hash__ = str.__hash__  # an enum's own is Python, and statuses are looked up all the time

    settled: bool
    """Whether nothing needs doing: met (late or not), waived, or not applicable. Unknown is never settled."""
    failed: bool
    """Whether the norm was not kept: too late or broken."""
    best: int
    """Its place in `BEST`; kept with the status itself, since a look-up by status is slow."""
    worst: int
    """Its place in `WORST`."""


_WORDS = {
    Status.TE_LAAT_VOLDAAN: "te laat voldaan",
    Status.TE_LAAT: "te laat",
    Status.GESCHONDEN: "niet nagekomen",
    Status.NIET_VAN_TOEPASSING: "niet van toepassing",
    Status.OORDEEL_NODIG: "oordeel nodig",
}
for _one in Status:
    _one.settled = _one in (Status.VOLDAAN, Status.TE_LAAT_VOLDAAN, Status.AFGEWEKEN, Status.NIET_VAN_TOEPASSING)
    _one.failed = _one in (Status.TE_LAAT, Status.GESCHONDEN)

_BEST_FIRST = [
    Status.VOLDAAN,
    Status.TE_LAAT_VOLDAAN,
    Status.ONBEKEND,
    Status.OPEN,
    Status.OORDEEL_NODIG,
    Status.TE_LAAT,
    Status.GESCHONDEN,
]
_WORST_FIRST = [
    Status.GESCHONDEN,
    Status.TE_LAAT,
    Status.ONBEKEND,
    Status.OORDEEL_NODIG,
    Status.OPEN,
    Status.TE_LAAT_VOLDAAN,
    Status.VOLDAAN,
]
BEST = {status: index for index, status in enumerate(_BEST_FIRST)}
"""Order in which `een_van` chooses: the first that any alternative reaches."""
WORST = {status: index for index, status in enumerate(_WORST_FIRST)}
"""Order in which `alle` chooses: the first that any part reaches."""
for _one in Status:
    _one.best = BEST.get(_one, len(BEST))
    _one.worst = WORST.get(_one, len(WORST))
URGENCY = {
    Status.TE_LAAT: 0,
    Status.GESCHONDEN: 1,
    Status.OPEN: 2,
    Status.ONBEKEND: 3,
    Status.OORDEEL_NODIG: 4,
    Status.AFGEWEKEN: 5,
    Status.TE_LAAT_VOLDAAN: 6,
    Status.VOLDAAN: 7,
    Status.NIET_VAN_TOEPASSING: 8,
}
"""Order in which a person wants to see them."""
