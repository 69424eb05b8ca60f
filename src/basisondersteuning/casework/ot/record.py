"""A proposed meeting as the record `ot`: YAML for a person to edit, with what to do next at the top."""

from __future__ import annotations

from datetime import date

from ...findings.finding import readable
from ...model.dossier import Betrokkene
from ...model.ot import UNSURE
from ...model.references import Persoon
from ...model.words import long_date
from ...records.tree import Tree
from ...records.write import dump
from .brought import name_of
from .members import guests
from .outcome import person_tree
from .people import People
from .plan import Proposal, Slot


def meeting_text(proposal: Proposal, path: str) -> str:
    """The whole file; `path` is its name, for the commands in the comment."""
    head = _HEAD.format(day=long_date(proposal.wanted.day), standing=long_date(proposal.peildatum), path=readable(path))
    return head + dump(meeting_tree(proposal))


def meeting_tree(proposal: Proposal) -> dict[str, Tree]:
    """The record as plain containers and text. What the dossiers do not say is left out."""
    wanted, people = proposal.wanted, proposal.members
    fields: dict[str, Tree | None] = {
        "soort": "ot",
        "school": wanted.school,
        "datum": wanted.day.isoformat(),
        "begin": wanted.clock(0),
        "duur": str(wanted.length),
        "plaats": wanted.place,
        "voorzitter": people.chair.id,
        "notulist": people.note_taker.id,
        "leden": [person_tree(one) for one in people.people],
        "werkwijze": list(wanted.procedure),
        "agenda": [
            _item(one, proposal.members.people, proposal.members.note_taker.id, proposal.peildatum) for one in proposal.slots
        ],
    }
    return _kept(fields)


def _item(slot: Slot, fixed: list[Betrokkene], otherwise: str, peildatum: date) -> Tree:
    waiting = slot.waiting
    dossier, pupil = waiting.dossier, waiting.dossier.leerling
    table = People(fixed)
    for one in guests(dossier, peildatum):
        table.id_of(one)
    return _kept(
        {
            "leerling": pupil.id,
            "naam": name_of(pupil),
            "groep": str(pupil.groep),
            "inbrenger": _who_brings_in(slot, table) or otherwise,
            "vraag": UNSURE + slot.question.text if slot.question.kind == "consultatie" else slot.question.text,
            "vakgebied": _one_or_more(waiting.areas),
            "minuten": str(slot.minutes),
            "vervolg": "ja" if waiting.before else "nee",
            "genodigden": [person_tree(one) for one in table.added],
            "externe_deskundigheid": "nodig" if slot.expertise else None,
            "inbreng": slot.brought_in,
        }
    )


def _who_brings_in(slot: Slot, table: People) -> Persoon | None:
    """The id at the table of who registered the pupil; None where nobody did."""
    if slot.question.kind != "aanmelding_ot":
        return None
    dossier = slot.waiting.dossier
    entry = next(one for one in reversed(slot.waiting.timeline.by_kind["aanmelding_ot"]) if one.day == slot.question.day)
    person = next((one for one in dossier.betrokkenen if one.id == entry.values["door"]), None)
    return table.id_of(person) if person is not None else None


def _one_or_more(values: list[str] | None) -> Tree | None:
    return None if not values else values[0] if len(values) == 1 else list(values)


def _kept(fields: dict[str, Tree | None]) -> dict[str, Tree]:
    return {key: value for key, value in fields.items() if value is not None and value != []}


_HEAD = """\
# Voorstel voor het OT van {day}, gemaakt door `bo ot plan` uit de dossiers zoals die waren op {standing}.
# Het is aan u. Verander wat anders moet: volgorde, minuten, vraag, wie erbij zit.
# De intern begeleider brengt in wie niemand aanmeldde. Staat er «(kijk na)» voor een vraag, dan komt zij uit een consultatie.
# Vooraf:   vul per leerling `ouders_uitgenodigd_op` in zodra de ouders zijn uitgenodigd, en kijk na wie er komen.
#           bo ot check {path} DOSSIERS zegt wat er nog aan schort.
# Achteraf: vul per leerling in: aanwezig, bespreking, uitkomsten, afspraken en evaluatiedatum.
#           bo ot verwerk {path} DOSSIERS laat zien wat er in de dossiers bij komt.
"""
