"""Marks on fields that point to something else in the same record; `records.coherence` follows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints

_IDENT = StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$")


@dataclass(frozen=True, slots=True)
class PersonRef:
    """The field holds the id of someone in `betrokkenen`; with `roles`, of someone in one of these roles."""

    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRef:
    """The field holds the id of an event in `tijdlijn`; with `kinds`, of an event of one of these kinds."""

    kinds: tuple[str, ...] = ()


Persoon = Annotated[str, _IDENT, PersonRef()]
"""The id of someone in `betrokkenen`."""

Ouder = Annotated[str, _IDENT, PersonRef(("ouder",))]
InternBegeleider = Annotated[str, _IDENT, PersonRef(("intern_begeleider",))]
Orthopedagoog = Annotated[str, _IDENT, PersonRef(("orthopedagoog",))]

GebeurtenisId = Annotated[str, _IDENT, EventRef()]
"""The id of an event in `tijdlijn`."""

OndersteuningId = Annotated[str, _IDENT, EventRef(("ondersteuning",))]
AanvraagId = Annotated[str, _IDENT, EventRef(("arrangementaanvraag", "tlv"))]
