"""A dossier in which everything is filled in, made from the models, with every text given by the test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from pydantic import BaseModel

from basisondersteuning.model.base import Gebeurtenis
from basisondersteuning.model.dossier import Dossier
from basisondersteuning.model.kinds import event_models
from basisondersteuning.model.reflect import FieldSpec, fields_of
from basisondersteuning.records.load import Loaded

from .meetings import SCHOOL, read

FIRST = date(2026, 9, 1)

_ROLES = {
    "moeder": "ouder",
    "vader": "ouder",
    "lk": "groepsleerkracht",
    "ib": "intern_begeleider",
    "dir": "directeur",
    "ortho": "orthopedagoog",
    "wijk": "wijkteammedewerker",
    "gast": "externe_deskundige",
}
_OWN = {"naar": "1", "regel": "KNH-3.16"}
"""Texts that are a code: of a niveau, of a rule."""


def whole(text: Callable[[str], str], *, closed: bool = False) -> Loaded:
    """One event of every kind with every field filled in. `text` gives the words for a field, by `soort.veld`."""
    events = []
    for index, (kind, model) in enumerate(event_models().items()):
        if closed or kind != "afsluiting":
            made = _filled(model, kind, text)
            events.append({**made, "soort": kind, "id": f"{kind}-1", "datum": (FIRST + timedelta(index)).isoformat()})
    loaded = read(
        {
            "soort": "dossier",
            "leerling": {"id": "L-0001", "geboortedatum": "2017-03-04", "groep": 5, "roepnaam": text("leerling.roepnaam")},
            "school": SCHOOL,
            "betrokkenen": [
                {"id": key, "naam": text(f"naam.{key}"), "rol": role, "organisatie": text(f"organisatie.{key}")}
                for key, role in _ROLES.items()
            ],
            "tijdlijn": events,
            "afwijkingen": [{"regel": "KNH-1.4", "reden": text("afwijking.reden"), "door": "ib", "datum": "2026-09-20"}],
        }
    )
    assert isinstance(loaded.record, Dossier) and loaded.sound, [one.message for one in loaded.findings]
    return loaded


def _filled(model: type[BaseModel], kind: str, text: Callable[[str], str]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, spec in fields_of(model).items():
        if issubclass(model, Gebeurtenis) and name in ("soort", "id", "datum"):
            continue
        value = _value(spec, kind, text)
        if spec.many and spec.kind == "tekst":
            made[name] = [value, text(f"{kind}.{name}.2")]
        elif value is not None:
            made[name] = [value] if spec.many else value
    return made


def _value(spec: FieldSpec, kind: str, text: Callable[[str], str]) -> Any:
    if spec.kind == "tekst":
        if kind != "overdracht" and spec.name in _OWN:
            return _OWN[spec.name]
        return text(f"{kind}.{spec.name}")
    if spec.kind == "keuze":
        return spec.values[0]
    if spec.kind == "datum":
        return "2026-12-10"
    if spec.kind == "ja_nee":
        return "nee" if spec.name == "van_school" else "ja"
    if spec.kind == "persoon":
        return next(key for key, role in _ROLES.items() if not spec.roles or role in spec.roles)
    if spec.kind == "gebeurtenis":
        wanted = spec.kinds or ("observatie",)
        return None if kind in wanted else f"{wanted[0]}-1"
    assert spec.model is not None
    return _filled(spec.model, f"{kind}.{spec.name}", text)
