"""Marks on fields that point to something else in the same record; `records.coherence` follows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, StringConstraints

_IDENT = StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$")


@dataclass(frozen=True, slots=True)
class PersonRef:
    """The field holds the id of someone in `betrokkenen`; with `roles`, of someone in one of these roles."""

    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRef:
    """The field holds the id of an event in `tijdlijn`; with `kinds`, of an event of one of these kinds."""

    kinds: tuple[str, ...] = ()


Persoon = Annotated[str, _IDENT, PersonRef(), Field(examples=["lk"])]
"""The id of someone in `betrokkenen`."""

Ouder = Annotated[str, _IDENT, PersonRef(("ouder",)), Field(examples=["moeder"])]
InternBegeleider = Annotated[str, _IDENT, PersonRef(("intern_begeleider",)), Field(examples=["ib"])]
Orthopedagoog = Annotated[str, _IDENT, PersonRef(("orthopedagoog",)), Field(examples=["ortho"])]

GebeurtenisId = Annotated[str, _IDENT, EventRef(), Field(examples=["o1"])]
"""The id of an event in `tijdlijn`."""

OndersteuningId = Annotated[str, _IDENT, EventRef(("ondersteuning",)), Field(examples=["o1"])]
AanvraagId = Annotated[str, _IDENT, EventRef(("arrangementaanvraag", "tlv")), Field(examples=["aanvraag-1"])]
