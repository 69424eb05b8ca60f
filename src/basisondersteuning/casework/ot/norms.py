"""What the norms say of a meeting, before and after it: each item is judged as the event that it becomes in the dossier.

There is no second set of rules. Before the meeting the event is made up three times from what is on the list: with everyone
there and everything said, without the parents who were not invited yet, and without the discussion. A rule that holds only
with everything is not broken: something is still to be done, or to be seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ...findings.catalogue import meeting as codes
from ...findings.finding import Finding
from ...model.dossier import Dossier
from ...model.ot import Ot
from ...model.words import plain
from ...norms.calendar import Calendar
from ...norms.frame import Rule
from ...norms.status import Status
from ...norms.verdict import Activation
from ...records.load import Loaded
from .missing import missing_roles
from .outcome import Point
from .people import at_the_table
from .projection import Activations, Under, activations, variant

_SAID = "…"


class Standing(StrEnum):
    """How it stands with a rule at a meeting; the values are the words of machine formats, `words` is what a person reads."""

    WRONG = "niet_in_orde"
    TO_DO = "nog_te_doen"
    UNCLEAR = "nog_niet_te_zeggen"
    AFTER = "daarna"
    WAIVED = "afgeweken"
    GOOD = "in_orde"

    @property
    def words(self) -> str:
        """The standing as a reader sees it."""
        return plain(self.value)


class Held(NamedTuple):
    """One rule at one item of the agenda. `note` says why it stands so, where the rule itself does not."""

    rule: Rule
    standing: Standing
    strand: str | None
    due: date | None = None
    note: str = ""


def judged(point: Point, dossier: Dossier | None, under: Under) -> list[Held]:
    """Every rule that the item gives rise to, in the order of the frame; without a dossier on the meeting alone."""
    if point.item.aanwezig:
        found = activations(point, dossier, under)
        return _told((_settled(one, dossier, held=True) for one in found.values()), point, dossier, under)
    everyone = list(at_the_table(point.ot, point.item))
    full = variant(point, aanwezig=everyone, bespreking=point.item.bespreking or _SAID)
    uninvited = activations(_without_uninvited(full), dossier, under)
    unsaid = activations(variant(full, bespreking=point.item.bespreking), dossier, under)
    found = activations(full, dossier, under)
    return _told((_expected(one, key, uninvited, unsaid, dossier) for key, one in found.items()), full, dossier, under)


def _told(found: Iterable[Held], point: Point, dossier: Dossier | None, under: Under) -> list[Held]:
    """In the order of the frame; of what is wrong it is said which roles are missing."""
    order = {code: number for number, code in enumerate(under.frame.by_code)}
    return [
        one._replace(note=missing_roles(point, dossier, under, one.rule.code)) if one.standing is Standing.WRONG else one
        for one in sorted(found, key=lambda one: (order.get(one.rule.code, len(order)), one.strand or ""))
    ]


def _without_uninvited(point: Point) -> Point:
    """The item without the parents, when it does not say that these were invited."""
    item = point.item
    if item.ouders_uitgenodigd_op is not None:
        return point
    parents = {one.id for one in item.genodigden if "ouder" in one.rol}
    return variant(
        point,
        genodigden=[one for one in item.genodigden if one.id not in parents],
        aanwezig=[one for one in item.aanwezig or [] if one not in parents],
        afspraken=[one for one in item.afspraken if one.wie not in parents],
    )


def _expected(
    one: Activation, key: tuple[str, str | None], uninvited: Activations, unsaid: Activations, dossier: Dossier | None
) -> Held:
    """How it stands before the meeting."""
    if one.status.settled:
        for other, standing, note in (
            (uninvited, Standing.TO_DO, "de ouders zijn nog niet uitgenodigd, of dat staat er nog niet bij"),
            (unsaid, Standing.UNCLEAR, "dat blijkt pas na de bijeenkomst"),
        ):
            if key in other and not other[key].status.settled:
                return Held(one.rule, standing, one.strand, note=note)
    return _settled(one, dossier, held=False)


def _settled(one: Activation, dossier: Dossier | None, *, held: bool) -> Held:
    """How it stands by the status alone."""
    rule, strand, due = one.rule, one.strand, one.due_day
    if one.status is Status.AFGEWEKEN:
        return Held(rule, Standing.WAIVED, strand)
    if one.status.settled:
        return Held(rule, Standing.GOOD, strand)
    if one.status in (Status.OPEN, Status.OORDEEL_NODIG):
        return Held(rule, Standing.AFTER, strand, due)
    if one.status is Status.ONBEKEND:
        fields = ", ".join(dict.fromkeys(f"`{name}`" for _, name in one.outcome.missing))
        return Held(rule, Standing.UNCLEAR, strand, due, f"in het dossier ontbreekt {fields}" if fields else "")
    elsewhere = any(True for _ in rule.requirement.patterns())
    if elsewhere and dossier is None:
        return Held(rule, Standing.UNCLEAR, strand, due, "dat hangt ook van het dossier af, en dat is niet gelezen")
    return Held(rule, Standing.TO_DO if elsewhere and not held else Standing.WRONG, strand, due)


def remarks(
    meeting: Loaded, points: list[Point], known: set[str], calendar: Calendar, *, has_procedure: bool = False
) -> list[Finding]:
    """Findings on the meeting beyond its form: the fixed procedure, the day, and pupils without a dossier (`known` have one).

    `has_procedure`: the procedure stands in the settings of the school.
    """
    found = list(meeting.findings)
    record = meeting.record
    assert isinstance(record, Ot)
    if not record.werkwijze and not has_procedure:
        found.append(codes.NO_PROCEDURE.at(meeting.place(("soort",)), subject=record.school))
    if record.datum in calendar.free and record.datum.weekday() < 5:
        message = f"Deze dag valt in een vakantie of op een vrije dag ({calendar.free[record.datum]})."
        found.append(codes.NO_SCHOOL.at(meeting.place(("datum",)), message, subject=record.school))
    found += [one.finding(codes.WITHOUT_DOSSIER) for one in points if one.item.leerling not in known]
    return sorted(found, key=lambda one: one.sort_key)
