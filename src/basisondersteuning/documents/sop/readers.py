"""What a reader does not see of a SOP. A SOP is public and holds no pupils; what it holds of staff is not for everyone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeVar

from ...model.base import Model
from ...model.sop import Sop
from ...model.sop_events import SopOordeel
from ..audience.see import Reader

M = TypeVar("M", bound=Model)

_PERSON = "Dit document komt vaak op een website. Vragen gaan naar de contactpersoon van het profiel; die naam staat er wel."
_PERSONNEL = "Gaat vaak over een medewerker, of over toezicht: iets tussen school, bestuur en samenwerkingsverband."

NOT_FOR_PARENTS: Final[Mapping[str, str]] = {
    "InterneBegeleiding.naam": _PERSON,
    "OrthopedagoogVanHetOt.naam": _PERSON,
    "Wijkteam.contact": _PERSON,
    "Sop.afwijkingen": _PERSONNEL,
    "SopOordeel.soort": _PERSONNEL,
    "Gebeurtenis.notitie": "Een werkaantekening.",
}
"""The fields, as `Model.veld`, that parents and partners do not see, each with the reason; all else is for every reader.

The cell of an event's own `soort` decides for the event as a whole.
"""


def see_sop(sop: Sop, reader: Reader) -> Sop:
    """The profile as `reader` sees it; the same object when that is everything. The original is never changed."""
    if reader is not Reader.OUDERS:
        return sop
    return sop.model_copy(
        update={
            "interne_begeleiding": [_without(one, "naam") for one in sop.interne_begeleiding],
            "orthopedagoog": _without(sop.orthopedagoog, "naam") if sop.orthopedagoog else None,
            "wijkteam": _without(sop.wijkteam, "contact") if sop.wijkteam else None,
            "afwijkingen": [],
            "tijdlijn": [_without(one, "notitie") for one in sop.tijdlijn if not isinstance(one, SopOordeel)],
        }
    )


def _without(block: M, field: str) -> M:
    return block.model_copy(update={field: None})
