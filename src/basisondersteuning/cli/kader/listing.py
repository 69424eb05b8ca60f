"""`bo kader list`: which norm frames there are."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ...findings.finding import Severity
from ...findings.paint import folded
from ...model.words import count, short_date
from ..app import FINE, USAGE
from ..terminal import painter, width
from .common import Chosen, FramePaths, ListFormat, ListFormatOption, say_findings, write_json

if TYPE_CHECKING:
    from ...norms.frame import Frame


def list_frames(paths: FramePaths = None, format: ListFormatOption = ListFormat.TEXT) -> int:
    """Laat zien welke normenkaders er zijn, met hun versies, geldigheid, regels en bron.

    Voorbeelden:

        bo kader list
        bo kader list kaders
    """
    chosen = Chosen(paths or [])
    if paths:  # own frames stand beside those of `bo`
        chosen.frames = [frame for one in chosen.library.series.values() for frame in one.versions]
    findings = [one for one in chosen.findings if one.severity is Severity.FOUT]
    if format is ListFormat.JSON:
        write_json({"kaders": [_frame_data(one) for one in chosen.frames]})
    else:
        sys.stdout.write("\n".join(_frame_lines(chosen.frames)) + "\n" if chosen.frames else "")
    if findings:
        say_findings(findings)
    return USAGE if findings else chosen.nothing() if not chosen.frames else FINE


def _frame_lines(frames: list[Frame]) -> Iterator[str]:
    paint, columns = painter(), width()
    for index, frame in enumerate(frames):
        if index == 0 or frames[index - 1].series != frame.series:
            yield from ([""] if index else [])
            yield paint("bold", frame.series)
        until = f"tot en met {short_date(frame.end)}" if frame.end else "tot er een nieuwe versie is"
        yield f"  {frame.code}"
        facts = [
            frame.title + ".",
            f"Geldig van {short_date(frame.start)} {until}.",
            _rules(frame),
            *([f"Niveaus: {', '.join(one.code for one in frame.levels)}."] if frame.levels else []),
            *(
                f"Bron: {one.titel}, {one.uitgever}, {one.datum} ({count(len(one.passages), 'passage', 'passages')})."
                for one in frame.record.bronnen
            ),
        ]
        if frame.record.onvertaald:
            facts.append(f"Onvertaald: {count(len(frame.record.onvertaald), 'passage', 'passages')} of een deel daarvan.")
        if frame.record.gebaseerd_op:
            facts.append(f"Bouwt op {frame.record.gebaseerd_op}.")
        for fact in facts:
            yield from folded(fact, columns, "      ", "    ")


def _rules(frame: Frame) -> str:
    """How many rules, and about what where that is not a dossier alone."""
    found = Counter(rule.over for rule in frame.rules)
    total = count(len(frame.rules), "regel", "regels")
    about = [f"{found[over]} over {words}" for over, words in _ABOUT.items() if found[over]]
    return f"{total}." if set(found) <= {"dossier"} else f"{total}: {', '.join(about)}."


_ABOUT = {"dossier": "een dossier", "sop": "een SOP", "kengetallen": "kengetallen"}


def _frame_data(frame: Frame) -> dict[str, Any]:
    return {
        "code": frame.code,
        "reeks": frame.series,
        "titel": frame.title,
        "van": frame.start.isoformat(),
        "tot": frame.end.isoformat() if frame.end else None,
        "gebaseerd_op": frame.record.gebaseerd_op,
        "regels": len(frame.rules),
        "regels_over": dict(Counter(rule.over for rule in frame.rules)),
        "niveaus": [one.code for one in frame.levels],
        "onvertaald": len(frame.record.onvertaald),
        "bronnen": [
            {"document": one.document, "titel": one.titel, "uitgever": one.uitgever, "datum": one.datum}
            for one in frame.record.bronnen
        ],
        "kenmerk": frame.digest,
    }
