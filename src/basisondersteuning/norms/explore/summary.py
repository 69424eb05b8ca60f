"""What was explored and what came of it, in a few lines and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...findings.catalogue import explore as codes
from ...findings.paint import folded
from ...model.words import count
from .report import Exploration, LevelAnswer


def summary_lines(report: Exploration, width: int) -> Iterator[str]:
    """The answers about one frame, and the bounds within which they were looked for."""
    for text in (_levels(report), _rules(report), _terms(report), _bounds(report)):
        if text:
            yield from folded(text, width, "    ", "  ")


def _levels(report: Exploration) -> str:
    if not report.levels:
        return ""
    words = ", ".join(f"{one.code} ({one.events if one.events is not None else 'niet'})" for one in report.levels)
    stuck = [one.code for one in report.levels if one.events is not None and not (one.up or one.down)]
    reached = all(one.events is not None for one in report.levels)
    out = (
        f"niet te verlaten: {', '.join(stuck)}" if stuck else f"{'elk' if reached else 'wat bereikt is,'} is ook weer te verlaten"
    )
    return f"Niveaus, met het aantal gebeurtenissen waarin ze te bereiken zijn: {words}; {out}."


def _rules(report: Exploration) -> str:
    total = len(report.frame.rules) - report.left_out
    text = ""
    if total or not report.left_out:
        text = (
            f"Regels die aan de orde kunnen zijn: {report.applicable} van {total}; waaraan te voldoen is: {report.satisfiable}. "
        )
    if report.pairs:
        text += f"Paren regels waaraan samen te voldoen is: {report.together} van {report.pairs}"
        text += f"; nooit in één tijdlijn aan de orde: {report.apart}. " if report.apart else ". "
    if report.left_out:
        text += f"Niet verkend: {count(report.left_out, 'regel', 'regels')} over een SOP of over kengetallen."
    return text.rstrip()


def _terms(report: Exploration) -> str:
    long = sum(one.code == codes.TERM_TOO_LONG.code for one in report.findings)
    return f"Termijnen die in een schooljaar passen: {report.terms - long} van {report.terms}." if report.terms else ""


def _bounds(report: Exploration) -> str:
    if not report.levels and report.left_out == len(report.frame.rules):
        return ""
    undecided = f" {count(report.undecided, 'vraag', 'vragen')} niet beantwoord." if report.undecided else ""
    most = count(report.bounds.timelines, "tijdlijn", "tijdlijnen")
    return (
        f"Verkend met ten hoogste {count(report.bounds.events, 'gebeurtenis', 'gebeurtenissen')}, één per schooldag tenzij een "
        f"termijn om een andere dag vraagt, in één vakgebied, zonder vakanties; ten hoogste "
        f"{most} per vraag, {report.judged} in totaal.{undecided} Een omweg die driemaal niets oplevert, "
        "is niet verder gevolgd. Wat daarbuiten ligt, is niet bekeken."
    )


def summary_data(report: Exploration) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "kader": report.frame.code,
        "niveaus": [_level_data(one) for one in report.levels],
        "regels": len(report.frame.rules) - report.left_out,
        "regels_niet_verkend": report.left_out,
        "aan_de_orde": report.applicable,
        "te_voldoen": report.satisfiable,
        "paren": report.pairs,
        "paren_samen": report.together,
        "paren_nooit_samen_aan_de_orde": report.apart,
        "termijnen": report.terms,
        "niet_beantwoord": report.undecided,
        "grenzen": {"gebeurtenissen": report.bounds.events, "tijdlijnen_per_vraag": report.bounds.timelines},
        "tijdlijnen": report.judged,
    }


def _level_data(level: LevelAnswer) -> dict[str, Any]:
    return {"niveau": level.code, "gebeurtenissen": level.events, "hoger": level.up, "lager_of_einde": level.down}
