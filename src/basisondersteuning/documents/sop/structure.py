"""How the school has organised its help: internal guidance, the ondersteuningsteam, and with whom it works."""

from __future__ import annotations

from ...model.sop import Sop
from ...model.types import Getal
from ...model.words import count
from ..groeidocument.story import capital
from ..ot.meeting import named
from ..views import Feit, role_words
from .views import Begeleider, Bekostigingregel, Otdeel
from .words import PAYERS, TASKS, TRAINING, yes_no


def guides(sop: Sop) -> tuple[Begeleider, ...]:
    """The intern begeleiders, in the order of the record."""
    return tuple(
        Begeleider(
            one.naam or "",
            named([TRAINING[each] for each in one.opleiding or ()]),
            _hours(one.uren_per_week),
            tuple(TASKS[each] for each in one.taken or ()),
        )
        for one in sop.interne_begeleiding
    )


def funding(sop: Sop) -> tuple[Bekostigingregel, ...]:
    """Who pays for internal guidance."""
    return tuple(
        Bekostigingregel(capital(PAYERS[one.bron]), _hours(one.uren_per_week), one.toelichting or "") for one in sop.bekostiging
    )


def team(sop: Sop) -> Otdeel | None:
    """The ondersteuningsteam; None when nothing is filled in."""
    one = sop.ondersteuningsteam
    if one is None or not one.model_fields_set:
        return None
    return Otdeel(
        capital(role_words([one.voorzitter])) if one.voorzitter else "",
        capital(role_words([str(each) for each in one.leden])) if one.leden else "",
        f"{count(one.keren_per_schooljaar, 'keer', 'keer')} per schooljaar" if one.keren_per_schooljaar is not None else "",
        tuple(one.werkwijze or ()),
    )


def orthopedagoog(sop: Sop) -> tuple[Feit, ...]:
    """The orthopedagoog; nothing when nothing is filled in."""
    one = sop.orthopedagoog
    if one is None:
        return ()
    hours = f"{one.uren_per_schooljaar} uur per schooljaar" if one.uren_per_schooljaar is not None else ""
    return _filled(
        ("Naam", one.naam or ""),
        ("Komt van", PAYERS[one.namens] if one.namens else ""),
        ("Uren", hours),
        ("Rol bij de aanvraag van een arrangement", yes_no(one.rol_bij_arrangement)),
    )


def neighbourhood(sop: Sop) -> tuple[Feit, ...]:
    """The contact with the wijkteam; nothing when nothing is filled in."""
    one = sop.wijkteam
    if one is None:
        return ()
    return _filled(
        ("Loopt via het ondersteuningsteam", yes_no(one.via_ot)),
        ("Wie coördineert", role_words([str(each) for each in one.coordinatie or ()])),
        ("Samen met", role_words([str(each) for each in one.samen_met or ()])),
        ("Aanspreekpunt bij het wijkteam", one.contact or ""),
    )


def partners(sop: Sop) -> tuple[Feit, ...]:
    """With whom the school works, and for what."""
    return tuple(Feit(one.naam, one.waarvoor or "Waarvoor is niet ingevuld.") for one in sop.netwerkpartners)


def _hours(hours: Getal | None) -> str:
    return f"{hours} uur per week" if hours is not None else ""


def _filled(*facts: tuple[str, str]) -> tuple[Feit, ...]:
    return tuple(Feit(name, value) for name, value in facts if value)
