"""Talks with parents, discussions in the ondersteuningsteam, assessments and contacts with the wijkteam."""

from __future__ import annotations

from ...model.events_support import Oudercontact
from ...model.events_team import Onderzoek, OtBespreking, Wijkteamcontact
from ...model.words import long_date, plain
from ..ot.meeting import agreements, areas, named, outcomes
from .story import Story, capital
from .views_talks import Bespreking, Gesprek, Onderzoekregel, Wijkteamregel

_SUBJECTS = {
    "vervolg": "hoe het verder gaat",
    "groeidocument": "het Groeidocument",
    "ot": "het ondersteuningsteam (OT)",
    "onderzoek": "onderzoek",
    "arrangement": "een arrangement",
    "opp": "het ontwikkelingsperspectief (OPP)",
    "afschaling": "minder ondersteuning",
    "overig": "iets anders",
}


def talks(story: Story) -> tuple[Gesprek, ...]:
    """Talks with parents, newest first: who opens the document wants to know how things stand. What parents said in their
    own words stands with their view.
    """
    return tuple(_talk(story, one) for one in reversed(story.of(Oudercontact)))


def _talk(story: Story, one: Oudercontact) -> Gesprek:
    about = named([_SUBJECTS.get(code, code) for code in one.over])
    if one.vakgebied:
        about = f"{about} ({areas(one.vakgebied)})"
    if event := story.about(one.betreft):
        about = f"{about}; bij de {event}"
    return Gesprek(
        long_date(one.datum),
        capital(one.vorm),
        story.names(one.met),
        story.name(one.door),
        about,
        one.samenvatting or "",
        one.notitie or "",
    )


def discussions(story: Story) -> tuple[Bespreking, ...]:
    """Discussions in the ondersteuningsteam, newest first: what was agreed last holds now."""
    return tuple(
        Bespreking(
            long_date(one.datum),
            areas(one.vakgebied),
            story.name(one.voorzitter),
            story.names(one.aanwezig),
            story.names(one.uitgenodigd),
            one.externe_deskundigheid == "nodig",
            one.inbreng or "",
            one.bespreking or "",
            outcomes(one.uitkomsten),
            agreements(one.afspraken, story.people),
            long_date(one.evaluatiedatum) if one.evaluatiedatum else "",
            one.notitie or "",
        )
        for one in reversed(story.of(OtBespreking))
    )


def studies(story: Story) -> tuple[Onderzoekregel, ...]:
    """Assessments, oldest first: the question comes before the answer."""
    return tuple(
        Onderzoekregel(
            long_date(one.datum),
            f"{capital(plain(one.aard))} onderzoek, {one.stand}",
            story.name(one.door),
            one.vraag,
            one.uitkomst or "",
            one.notitie or "",
        )
        for one in story.of(Onderzoek)
    )


def neighbourhood(story: Story) -> tuple[Wijkteamregel, ...]:
    """Contacts with the sociaal wijkteam, oldest first."""
    return tuple(
        Wijkteamregel(
            long_date(one.datum),
            story.names(one.met),
            story.name(one.coordinatie),
            one.vraag,
            one.uitkomst or "",
            one.notitie or "",
        )
        for one in story.of(Wijkteamcontact)
    )
