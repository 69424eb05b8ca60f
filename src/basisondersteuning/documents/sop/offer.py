"""What the school offers: interventions, protocols, facilities, expertise, and where it ends."""

from __future__ import annotations

from ...model.sop import Interventie, Sop
from ...model.words import long_date
from ...swv.dekking.words import AREAS, OTHER, PASSAGE_27, PLACE_WORDS, PLACES, act_words, area_words, field_words
from ..groeidocument.story import capital
from ..ot.meeting import named
from .views import Deskundigheidregel, Grensregel, Interventiegroep, Interventieregel, Protocolregel, Voorzieningregel
from .words import SUBJECTS

_KINDS = (
    ("preventief", "Om problemen te voorkomen", "Preventieve hulp: er is nog geen probleem, of het is nog klein."),
    ("licht_curatief", "Lichte hulp", "Licht curatieve hulp: de school helpt zelf, planmatig en voor een bepaalde tijd."),
)


def interventions(sop: Sop) -> tuple[Interventiegroep, ...]:
    """Both kinds, also one of which there are none; nothing when there are no interventions at all."""
    if not sop.interventies:
        return ()
    return tuple(
        Interventiegroep(name, about, tuple(_intervention(one) for one in sop.interventies if one.aard == kind))
        for kind, name, about in _KINDS
    )


def _intervention(one: Interventie) -> Interventieregel:
    area = capital(act_words(one.gebied)) if one.gebied else ""
    return Interventieregel(one.naam, area, one.werkwijze or "", one.kwaliteit or "", named(one.partners))


def protocols(sop: Sop) -> tuple[Protocolregel, ...]:
    """The protocols, in the order of the record."""
    return tuple(
        Protocolregel(SUBJECTS[one.onderwerp], one.naam or "", long_date(one.vastgesteld_op) if one.vastgesteld_op else "")
        for one in sop.protocollen
    )


def facilities(sop: Sop) -> tuple[Voorzieningregel, ...]:
    """The facilities, in the order of the record."""
    return tuple(
        Voorzieningregel(one.naam, capital(field_words(one.veld)) if one.veld else "", one.toelichting or "")
        for one in sop.voorzieningen
    )


def expertise(sop: Sop) -> tuple[Deskundigheidregel, ...]:
    """Expertise by area, in each area the nearest first."""
    ordered = sorted(sop.deskundigheid, key=lambda one: (AREAS.index(one.gebied), PLACES.index(one.plaats)))
    return tuple(
        Deskundigheidregel(
            capital(area_words(one.gebied)), capital(PLACE_WORDS[one.plaats]), one.wie or "", one.toelichting or ""
        )
        for one in ordered
    )


def not_named(sop: Sop) -> str:
    """Which of the areas of the list the profile does not name. Not named is not the same as not there."""
    named_areas = {one.gebied for one in sop.deskundigheid}
    absent = [area for area in AREAS if area not in named_areas and area != OTHER]
    if not absent or not sop.deskundigheid:
        return ""
    asked = " Daarbij is een gebied dat op elke school beschikbaar hoort te zijn." if set(absent) & set(PASSAGE_27) else ""
    return f"Niet genoemd: {named([area_words(one) for one in absent])}.{asked}"


def limits(sop: Sop) -> tuple[Grensregel, ...]:
    """The limits, in the order of the record."""
    return tuple(Grensregel(one.omschrijving, one.dan or "") for one in sop.grenzen)
