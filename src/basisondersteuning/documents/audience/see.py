"""What a reader may see of a dossier or a meeting: `--voor ouders|ot|swv|school`.

The rules stand in `table`. What comes out is a record of the same model, so that documents need not know.
"""

from __future__ import annotations

from datetime import time
from typing import NamedTuple

from ...model.base import Gebeurtenis
from ...model.dossier import Dossier
from ...model.ot import Ot
from .copier import Copier, is_hidden, people_in, rewritten, without_links
from .people import Dossiers, of_dossier, of_item_alone, of_meeting, other_pupils
from .table import Reader

WARNING = "Namen die niet bij de betrokkenen staan, kunnen nog in de tekst staan. Lees na voor u dit deelt."
"""What a document with pseudonyms must say: free text can name people whom the record does not know."""

OUTSIDE = frozenset({"wijkteammedewerker", "schoolmaatschappelijk_werker", "externe_deskundige"})
"""Roles of people from outside the school, who are left out when only hidden events name them."""


class Seen(NamedTuple):
    """A dossier as a reader sees it.

    `names` is False where pupils and people go by a pseudonym. `year_only` says that of the date of birth only the year
    is true. `warning` is empty, or what the document must say. `places` gives, for each event of the timeline, its place
    in the timeline of the whole dossier, so that line numbers and the evidence of a verdict still lead to it.
    """

    dossier: Dossier
    reader: Reader
    names: bool
    year_only: bool
    warning: str
    places: tuple[int, ...]


def see(dossier: Dossier, reader: Reader, *, names: bool = True) -> Seen:
    """What `reader` sees of a dossier; the same object when that is everything.

    `names` matters for the samenwerkingsverband only: False puts pseudonyms in the place of names. The id of the pupil
    remains, and is what file names and titles use.
    """
    if reader is Reader.SCHOOL:
        return Seen(dossier, reader, True, False, "", tuple(range(len(dossier.tijdlijn))))
    places = tuple(place for place, event in enumerate(dossier.tijdlijn) if not is_hidden(event, reader))
    shown = dossier if len(places) == len(dossier.tijdlijn) else _without(dossier, places)
    if names or reader is not Reader.SWV:
        return Seen(Copier(reader, None).copy(shown), reader, True, False, "", places)
    return Seen(Copier(reader, of_dossier(dossier)).copy(shown), reader, False, True, WARNING, places)


def _without(dossier: Dossier, places: tuple[int, ...]) -> Dossier:
    """The dossier with only the events at `places`, and without what refers to the others."""
    stay = set(places)
    kept: list[Gebeurtenis] = [dossier.tijdlijn[place] for place in places]
    lost = [event for place, event in enumerate(dossier.tijdlijn) if place not in stay]
    changed: dict[str, object] = {}
    gone = {event.id for event in lost if event.id is not None}
    if gone:
        kept = [without_links(event, gone) for event in kept]
        changed["afwijkingen"] = [one for one in dossier.afwijkingen if one.betreft not in gone]
    named = set[str]().union(*map(people_in, lost)).difference(*map(people_in, kept))
    people = [one for one in dossier.betrokkenen if one.id not in named or not OUTSIDE.issuperset(one.rol)]
    if len(people) < len(dossier.betrokkenen):
        changed["betrokkenen"] = people
    return dossier.model_copy(update={**changed, "tijdlijn": kept})


def see_meeting(
    meeting: Ot, reader: Reader, *, names: bool = True, pupil: str | None = None, dossiers: Dossiers | None = None
) -> Ot:
    """What `reader` sees of a meeting; the same object when that is everything.

    Parents see the item of their own child, `pupil`, as if it were the whole meeting: it begins when their turn begins
    and lasts as long as that. The agenda is empty when the pupil is not on it. Raises ValueError for parents without
    `pupil`. A samenwerkingsverband sees with `pupil` only that item too, at the time of the meeting. Where there is only
    one item, other pupils on the agenda are not named. For school and team `pupil` changes nothing. `names` as in `see`;
    the document must then show `WARNING`. `dossiers` are those of the pupils on the agenda: without them their names and
    dates of birth stay where only a dossier knows them.
    """
    known = dossiers or {}
    if reader is Reader.OUDERS:
        if pupil is None:
            raise ValueError("the parents of which pupil?")
        return _alone(Copier(reader, None).copy(_own(meeting, pupil)), meeting, known)
    if reader is not Reader.SWV:
        return Copier(reader, None).copy(meeting)
    items = [one for one in meeting.agenda if pupil in (None, one.leerling)][: None if pupil is None else 1]
    if names:
        shown = meeting if pupil is None else meeting.model_copy(update={"agenda": items})
        shown = Copier(reader, None).copy(shown)
        return shown if pupil is None else _alone(shown, meeting, known)
    if pupil is None:
        shared, each = of_meeting(meeting, known)
    elif items:
        shared = of_item_alone(meeting, items[0], known)
        each = [shared]
    else:
        shared, each = of_meeting(meeting, known)[0], []
    agenda = [Copier(reader, aliases).copy(item) for aliases, item in zip(each, items, strict=True)]
    whole = Copier(reader, shared).copy(meeting.model_copy(update={"agenda": []}))
    return whole.model_copy(update={"agenda": agenda})


def _alone(shown: Ot, meeting: Ot, dossiers: Dossiers) -> Ot:
    """What is shown of one item, without the names of the other pupils."""
    if not shown.agenda or len(meeting.agenda) < 2:
        return shown
    item = next(one for one in meeting.agenda if one.leerling == shown.agenda[0].leerling)
    return rewritten(shown, other_pupils(meeting, item, dossiers))


def _own(meeting: Ot, pupil: str) -> Ot:
    """The meeting with one pupil, in the time that is for this pupil."""
    place = next((place for place, one in enumerate(meeting.agenda) if one.leerling == pupil), None)
    if place is None:
        return meeting.model_copy(update={"agenda": []})
    minutes = meeting.begin.hour * 60 + meeting.begin.minute + sum(one.minuten for one in meeting.agenda[:place])
    begin = time(minutes // 60 % 24, minutes % 60)
    item = meeting.agenda[place]
    return meeting.model_copy(update={"agenda": [item], "begin": begin, "duur": item.minuten})


__all__ = ["WARNING", "Reader", "Seen", "see", "see_meeting"]
