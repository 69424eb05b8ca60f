"""How a dossier ended, in words: it was closed, or the pupil went to another school."""

from __future__ import annotations

from datetime import date

from ..model.dossier import Dossier
from ..model.events_team import Afsluiting


def ending(dossier: Dossier, ended: date, day: str) -> str:
    """A sentence without a full stop; `day` is the date as it must read."""
    if any(isinstance(one, Afsluiting) and one.datum == ended for one in dossier.tijdlijn):
        return f"Het dossier is afgesloten op {day}"
    return f"De leerling is op {day} naar een andere school gegaan"
