"""`bo kader new`: the yearly version of a norm frame; the same as `bo new kader`."""

from __future__ import annotations

from ..new.kader import (
    Asked,
    CodeOption,
    FrameOutOption,
    LapsedOption,
    LengthsOption,
    RulesOption,
    TitleOption,
    VanOption,
    YearOption,
    new_frame,
)
from ..new.questions import YesOption


def new(
    van: VanOption = None,
    schooljaar: YearOption = None,
    instelling: LengthsOption = None,
    regel: RulesOption = None,
    vervalt: LapsedOption = None,
    code: CodeOption = None,
    titel: TitleOption = None,
    ja: YesOption = False,
    out: FrameOutOption = None,
) -> int:
    """Maak een nieuwe versie van een normenkader, met alleen wat verandert.

    Al het andere blijft zoals in het kader waarvan u uitgaat. De nieuwe versie geldt vanaf 1 augustus; wat voor die dag
    begon, blijft onder de oude. Een bestand dat er al is, wordt nooit overschreven.

    Voorbeelden:

        bo kader new --van kaders/noorderkoog-2026.yaml --schooljaar 2027-2028
        bo kader new --schooljaar 2027-2028 --instelling ouders_betrekken=1
    """
    asked = Asked(instelling or [], regel or [], vervalt or [])
    return new_frame("kader new", van, schooljaar, asked, code, titel, out, ja)
