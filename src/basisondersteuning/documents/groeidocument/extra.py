"""Extra support: applications for an arrangement, TLV's, the decisions on them, and the OPP."""

from __future__ import annotations

from ...model.events_support import Leerlinggesprek
from ...model.events_team import Arrangementaanvraag, Besluit, Deskundige, Opp, Tlv
from ...model.words import long_date, plain
from ..ot.meeting import named
from .story import Story, capital
from .views_extra import Aanvraag, Besluitregel, Deskundigenregel, OppDeel, Oppregel, Tlvregel

_SCHOOLS = {"sbo": "het speciaal basisonderwijs (SBO)", "so": "het speciaal onderwijs (SO)"}
_ABOUT = {"arrangement": "Het arrangement", "tlv": "De toelaatbaarheidsverklaring (TLV)"}


def applications(story: Story) -> tuple[Aanvraag, ...]:
    """Applications for an arrangement, oldest first, each with its decisions."""
    return tuple(
        Aanvraag(
            long_date(one.datum),
            story.name(one.door),
            one.omschrijving,
            story.name(one.orthopedagoog),
            one.advies_orthopedagoog or "",
            story.names(one.ouders),
            _on(story, one.id),
            one.notitie or "",
        )
        for one in story.of(Arrangementaanvraag)
    )


def statements(story: Story) -> tuple[Tlvregel, ...]:
    """TLV's, oldest first, each with the experts and its decisions."""
    return tuple(
        Tlvregel(
            long_date(one.datum),
            f"{capital(one.stand)} voor {_SCHOOLS[one.bestemming]}" + (f", categorie {one.categorie}" if one.categorie else ""),
            long_date(one.tot) if one.tot else "",
            tuple(_expert(story, expert) for expert in one.deskundigen),
            _on(story, one.id),
            one.notitie or "",
        )
        for one in story.of(Tlv)
    )


def decisions(story: Story) -> tuple[Besluitregel, ...]:
    """The decisions that stand with no application, oldest first."""
    known = {one.id for one in (*story.of(Arrangementaanvraag), *story.of(Tlv)) if one.id is not None}
    return tuple(_decision(one) for one in story.of(Besluit) if one.op not in known)


def _on(story: Story, key: str | None) -> tuple[Besluitregel, ...]:
    return tuple(_decision(one) for one in story.of(Besluit) if key is not None and one.op == key)


def _decision(one: Besluit) -> Besluitregel:
    return Besluitregel(
        long_date(one.datum),
        f"{_ABOUT[one.over]} is {one.uitkomst}.",
        one.door,
        long_date(one.tot) if one.tot else "",
        one.toelichting or "",
        one.notitie or "",
    )


def _expert(story: Story, one: Deskundige) -> Deskundigenregel:
    return Deskundigenregel(
        one.discipline, story.name(one.wie), one.onafhankelijk, long_date(one.advies_op) if one.advies_op else ""
    )


def perspective(story: Story) -> OppDeel:
    """The OPP, newest first: the last version holds. With it, how the pupil was heard; without an OPP there is nothing."""
    given = story.of(Opp)
    if not given:
        return OppDeel((), "")
    rows = tuple(
        Oppregel(
            long_date(one.datum),
            plain(one.actie),
            story.name(one.door),
            story.names(one.met),
            one.uitstroombestemming or "",
            one.onderbouwing or "",
            one.handelingsdeel or "",
            one.notitie or "",
        )
        for one in reversed(given)
    )
    return OppDeel(rows, _heard(story.of(Leerlinggesprek)))


def _heard(talks: list[Leerlinggesprek]) -> str:
    days = [long_date(one.datum) for one in talks if "opp" in (one.waarvoor or [])]
    if days:
        return f"De leerling is over het OPP gehoord op {named(days)}; de woorden staan bij «De leerling zelf»."
    if talks:
        return "Of een gesprek met de leerling voor het OPP was, is niet apart vastgelegd; zie «De leerling zelf»."
    return "Er is nog geen gesprek met de leerling vastgelegd."
