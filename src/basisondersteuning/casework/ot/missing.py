"""Which roles are missing at the table: found by asking the rules, with everyone there and each role away in turn."""

from __future__ import annotations

from typing import get_args

from ...model.base import Rol
from ...model.dossier import Betrokkene, Dossier
from ...model.words import plain
from .outcome import Point
from .projection import Activations, Under, activations, variant


def missing_roles(point: Point, dossier: Dossier | None, under: Under, code: str) -> str:
    """What to say of the roles without which a broken rule stays broken; nothing where it is not about roles.

    `point` is the item as it is judged, with whoever is or will be there.
    """
    roles = [one for one in get_args(Rol) if one != "leerling"]
    if not _kept(_with(point, roles, dossier, under), code):
        return ""
    needed = [role for role in roles if not _kept(_with(point, [one for one in roles if one != role], dossier, under), code)]
    return f"niet aan tafel: {', '.join(plain(one) for one in needed)}" if needed else ""


def _kept(found: Activations, code: str) -> bool:
    return all(one.status.settled for (rule, _), one in found.items() if rule == code)


def _with(point: Point, roles: list[str], dossier: Dossier | None, under: Under) -> Activations:
    """The item with one more person for each of these roles."""
    more = [Betrokkene.model_validate({"id": f"bo-{role}"[:40], "naam": f"bo {role}", "rol": role}) for role in roles]
    item = point.item
    there = [*(item.aanwezig or ()), *(one.id for one in more)]
    return activations(variant(point, genodigden=[*item.genodigden, *more], aanwezig=there), dossier, under)
