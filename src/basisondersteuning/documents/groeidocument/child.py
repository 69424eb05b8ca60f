"""Strengths, voices, what was seen and asked, and needs."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.events_support import Behoeften as Needs
from ...model.events_support import Consultatie, Leerlinggesprek, Observatie, Oudercontact
from ...model.events_team import AanmeldingOt
from ...model.words import long_date, plain, short_date
from ..ot.meeting import areas, named
from .story import Story
from .views_child import Aantekening, Behoeften, Eerder, Leerlingstem, Lijst, Visie, Vraagregel, Waarneming


def needs(story: Story) -> Behoeften:
    """What helps, hinders and is needed: of each the last list that somebody wrote, and the earlier ones with their day.

    A later event that leaves a list out does not take back what was there.
    """
    given = story.of(Needs)
    notes = tuple(Aantekening(short_date(one.datum), one.notitie) for one in given if one.notitie)
    return Behoeften(
        helpt=_list(story, given, "bevorderend"),
        belemmert=_list(story, given, "belemmerend"),
        leerling=_list(story, given, "leerling"),
        leerkracht=_list(story, given, "leerkracht"),
        ouders=_list(story, given, "ouders"),
        aantekeningen=notes,
    )


def _list(story: Story, given: list[Needs], field: str) -> Lijst:
    filled: list[tuple[Needs, list[str]]] = [(one, points) for one in reversed(given) if (points := getattr(one, field))]
    if not filled:
        return Lijst((), "", ())
    last, points = filled[0]
    by = f", {story.name(last.door)}" if last.door else ""
    earlier = tuple(Eerder(long_date(one.datum), tuple(some)) for one, some in filled[1:])
    return Lijst(tuple(points), f"{long_date(last.datum)}{by}", earlier)


def voices(story: Story) -> tuple[Leerlingstem, ...]:
    """What the pupil said, newest first: the child of today speaks first."""
    return tuple(
        Leerlingstem(
            long_date(one.datum),
            story.name(one.door),
            _talk(one),
            one.inbreng,
            one.invloed or "",
            one.terugkoppeling or "",
            one.notitie or "",
        )
        for one in reversed(story.of(Leerlinggesprek))
    )


_PURPOSE = {
    "ondersteuning": "de ondersteuning",
    "ot": "de bespreking in het ondersteuningsteam",
    "onderzoek": "het onderzoek",
    "opp": "het ontwikkelingsperspectief (OPP)",
    "overig": "iets anders",
}


def _talk(one: Leerlinggesprek) -> str:
    purpose = named([_PURPOSE[code] for code in one.waarvoor or []])
    if one.over and purpose:
        return f"{one.over} (voor {purpose})"
    return one.over or purpose


def views_of_parents(story: Story) -> tuple[Visie, ...]:
    """How the parents see it, newest first."""
    return tuple(
        Visie(long_date(one.datum), story.names(one.met), one.visie_ouders)
        for one in reversed(story.of(Oudercontact))
        if one.visie_ouders
    )


def observations(story: Story) -> tuple[Waarneming, ...]:
    """What was seen, oldest first: it began there."""
    return tuple(
        Waarneming(
            long_date(one.datum),
            story.name(one.door),
            areas(one.vakgebied),
            one.gedrag or "",
            one.resultaten or "",
            one.ondersteuning_gewenst,
            one.notitie or "",
        )
        for one in story.of(Observatie)
    )


def questions(story: Story) -> tuple[Vraagregel, ...]:
    """The questions to the ondersteuningsteam, oldest first. As long as there is none: those to the intern begeleider,
    which stand in full with the support.
    """
    return tuple(_to_team(story) if story.of(AanmeldingOt) else _to_ib(story))


def _to_team(story: Story) -> Iterator[Vraagregel]:
    for one in story.of(AanmeldingOt):
        wanted = named([plain(code) for code in one.gewenste_expertise])
        yield Vraagregel(
            long_date(one.datum),
            story.name(one.door),
            "het ondersteuningsteam (OT)",
            areas(one.vakgebied),
            one.vraag,
            wanted,
            one.notitie or "",
        )


def _to_ib(story: Story) -> Iterator[Vraagregel]:
    for one in story.of(Consultatie):
        yield Vraagregel(long_date(one.datum), story.name(one.door), story.name(one.met), areas(one.vakgebied), one.vraag, "", "")
