"""Who sits at the table of a new meeting: the fixed people of the settings, else those of the dossiers."""

from __future__ import annotations

from ...model.people import Betrokkene
from ..ot.members import FIXED, members
from .known import Known, with_free_ids


def team(known: Known) -> list[Betrokkene]:
    """The fixed members, the chair first; whose name nobody knows yet is open, for a person to fill in."""
    own = [one for one in known.settings.given.betrokkenen if FIXED.keys() & one.rol]
    covered = {role for one in own for role in one.rol}
    missing = FIXED.keys() - covered
    others = members(known.earlier).people if missing else []
    found = with_free_ids([*own, *(one for one in others if missing & set(one.rol) and not covered & set(one.rol))])
    order = list(FIXED)
    return sorted(found, key=lambda one: min(order.index(role) for role in one.rol if role in FIXED))
