"""What is known beforehand of a pupil on the agenda: the question, the experts wished, and what lies on the table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from ...model.ot import OPEN_QUESTION
from ...model.words import plain, short_date
from ...norms.timeline import Entry
from .due import DISCUSSION, Waiting, registrations, share

MOST_EVALUATIONS = 2
"""How many evaluations are named, the last ones."""


class Question(NamedTuple):
    """The question to the team, and whence it comes: the kind and the day of an event; None where it must still be written."""

    text: str
    kind: str | None = None
    day: date | None = None


def question(waiting: Waiting) -> Question:
    """The question of the last registration; else that of a consultation since the last discussion; else none is made up."""
    last = max((one.day for one in waiting.timeline.by_kind.get(DISCUSSION, ())), default=date.min)
    asked = [one for one in _of(waiting, "consultatie") if one.day > last]
    for entry in [*registrations(waiting.timeline)[-1:], *asked[-1:]]:
        return Question(str(entry.values["vraag"]), entry.kind, entry.day)
    return Question(OPEN_QUESTION)


def expertise(waiting: Waiting) -> list[str]:
    """The areas of expertise that the registration wishes at the table."""
    return list(dict.fromkeys(area for one in registrations(waiting.timeline) for area in one.values["gewenste_expertise"]))


def brought_in(waiting: Waiting) -> str | None:
    """What lies on the table according to the dossier: short and factual; None where there is nothing."""
    facts = list(_facts(waiting))
    return "; ".join(facts)[:1].upper() + "; ".join(facts)[1:] + "." if facts else None


def _facts(waiting: Waiting) -> Iterator[str]:
    written = [one for one in _of(waiting, "groeidocument") if one.values["actie"] in ("opgesteld", "bijgewerkt")]
    for one in written[-1:]:
        yield f"Groeidocument, {one.values['actie']} op {short_date(one.day)}"
    for one in _of(waiting, "evaluatie")[: -MOST_EVALUATIONS - 1 : -1]:
        area = f" {plain(one.strand)}" if one.strand else ""
        effect = f" ({plain(one.values['effect'])})" if one.values["effect"] else ""
        yield f"evaluatie{area} van {short_date(one.day)}{effect}"
    for one in [one for one in _of(waiting, "onderzoek") if one.values["stand"] == "uitgevoerd"][-1:]:
        yield f"{one.values['aard']} onderzoek van {short_date(one.day)}"
    for one in _of(waiting, "leerlinggesprek")[-1:]:
        yield f"gesprek met de leerling van {short_date(one.day)}"
    for one in _of(waiting, DISCUSSION)[-1:]:
        yield f"afspraken uit het OT van {short_date(one.day)}"


def _of(waiting: Waiting, kind: str) -> list[Entry]:
    """The events of a kind that may be about what the pupil is discussed for, the oldest first."""
    areas = frozenset(waiting.areas or ())
    return [one for one in waiting.timeline.by_kind.get(kind, ()) if share(one.strands, areas)]


def name_of(pupil: Any) -> str | None:
    """The name of a pupil as it stands on an agenda; None where the dossier has none."""
    return " ".join(one for one in (pupil.roepnaam, pupil.tussenvoegsel, pupil.achternaam) if one) or None
