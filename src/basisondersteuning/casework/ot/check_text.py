"""Meetings held against the norms, as a person reads it in the terminal, and as plain data. Pupils are named by id only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ...findings.finding import Severity, readable
from ...findings.paint import Paint, folded, no_paint
from ...model.words import count, long_date, plain, short_date
from .check import CheckedItem, CheckedMeeting
from .norms import Held, Standing

_SIGNS = {Standing.WRONG: "✗", Standing.TO_DO: "○", Standing.AFTER: "○", Standing.UNCLEAR: "?"}
_STYLES = {
    Standing.WRONG: "bold red",
    Standing.TO_DO: "bold yellow",
    Standing.AFTER: "bold yellow",
    Standing.UNCLEAR: "bold cyan",
}
_SHORT = (Standing.WAIVED, Standing.GOOD)


def check_lines(checked: CheckedMeeting, paint: Paint = no_paint, width: int = 80) -> Iterator[str]:
    """One meeting, line by line."""
    meeting = checked.meeting
    yield paint("bold", f"OT van {long_date(meeting.datum)} · school {meeting.school}")
    yield from folded(f"{count(len(checked.items), 'leerling', 'leerlingen')} · normenkader {checked.frame}", width, "")
    for item in checked.items:
        yield ""
        yield from _item(item, paint, width)


def _item(item: CheckedItem, paint: Paint, width: int) -> Iterator[str]:
    held = "achteraf" if item.point.item.aanwezig else "vooraf: wie op de lijst staat, telt als verwacht"
    if item.overdue:
        held = "`aanwezig` is nog niet ingevuld: wie op de lijst staat, telt als verwacht"
    read = "" if item.with_dossier else "; zonder dossier"
    head = f"{item.point.item.leerling} · {held}{read}"
    yield from (paint("bold", line) for line in folded(head, width, "  ", ""))
    for standing in Standing:
        found = [one for one in item.rules if one.standing is standing]
        if standing in _SHORT and found:
            codes = ", ".join(dict.fromkeys(one.rule.code for one in found))
            yield from (paint("green", line) for line in folded(f"{standing.words}: {codes}", width, "      ", "  ✓ "))
            continue
        for one in found:
            yield from _rule(one, len({each.strand for each in item.rules}) > 1, paint, width)


def _rule(one: Held, several: bool, paint: Paint, width: int) -> Iterator[str]:
    rule = one.rule
    weight = "" if rule.severity is Severity.FOUT else f" ({rule.severity.value})"
    until = f", uiterlijk {short_date(one.due)}" if one.due else ""
    area = f" · {plain(one.strand)}" if several and one.strand else ""
    head = f"{one.standing.words}{until} · {rule.code}{area}{weight}"
    yield from (paint(_STYLES[one.standing], line) for line in folded(head, width, "    ", f"  {_SIGNS[one.standing]} "))
    if one.note:
        yield from folded(f"{one.note}.", width, "    ")
    yield from folded(f"{plain(rule.role)}: {rule.action}", width, "    ")
    if rule.card.question:
        yield from folded(f"vraag: {rule.card.question}", width, "    ")
    source = "Geen regel van de bron maar een afspraak" if rule.source == "afspraak" else f"Bron: {rule.source}"
    yield from (paint("dim", line) for line in folded(f"norm: {rule.title}. {source}.", width, "    "))


def summary(found: list[CheckedMeeting]) -> str:
    """The counts over all meetings."""
    numbers = Counter(rule.standing for one in found for item in one.items for rule in item.rules)
    told = ", ".join(f"{one.words}: {numbers[one]}" for one in Standing if numbers[one])
    return f"{count(len(found), 'bijeenkomst', 'bijeenkomsten')} bekeken. {told or 'Er staan nog geen leerlingen op de agenda'}."


def check_data(checked: CheckedMeeting) -> dict[str, Any]:
    """One meeting as plain data."""
    return {
        "bestand": readable(checked.loaded.name),
        "school": checked.meeting.school,
        "datum": checked.meeting.datum.isoformat(),
        "normenkader": checked.frame,
        "agenda": [
            {
                "leerling": item.point.item.leerling,
                "achteraf": bool(item.point.item.aanwezig),
                "met_dossier": item.with_dossier,
                "regels": [_rule_data(one) for one in item.rules],
            }
            for item in checked.items
        ],
    }


def _rule_data(one: Held) -> dict[str, Any]:
    return {
        "regel": one.rule.code,
        "toestand": one.standing.value,
        "ernst": one.rule.severity.value,
        "vakgebied": one.strand,
        "uiterlijk": one.due.isoformat() if one.due else None,
        "uitleg": one.note or None,
        "wie": one.rule.role,
        "doe": one.rule.action,
        "bron": one.rule.source,
    }
