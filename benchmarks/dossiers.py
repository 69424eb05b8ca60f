"""Made-up dossiers: the same seed gives the same files, and `bo validate` finds nothing in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from . import words
from .events import PEOPLE, WEIGHTS, Story

SWV = """\
soort: samenwerkingsverband
naam: Samenwerkingsverband Proefgebied
nummer: PO9999
normenkader: kop-van-noord-holland
scholen:
  - {vestiging: 99XX00, naam: De Proefschool, bevoegd_gezag: Stichting Proef, plaats: Voorbeeldstad, regio: noord}
expertise:
  - {gebied: gedrag, aanbieder: Expertiseteam, toelichting: Aanvragen via de orthopedagoog van de school.}
roosters:
"""
_HOLIDAYS = (
    ("Herfstvakantie", (0, 10, 12), (0, 10, 20)),
    ("Kerstvakantie", (0, 12, 21), (1, 1, 5)),
    ("Voorjaarsvakantie", (1, 2, 15), (1, 2, 23)),
    ("Meivakantie", (1, 4, 26), (1, 5, 4)),
    ("Zomervakantie", (1, 7, 12), (1, 8, 24)),
)
ROOM = 6_000
"""Characters of events after which a dossier of fifteen events or more is long enough."""

_PLAIN_START = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


def swv_text() -> str:
    """A samenwerkingsverband with one school and the school holidays of some years."""
    lines = []
    for year in range(2022, 2028):
        lines += [
            f"  - schooljaar: {year}-{year + 1}",
            "    regio: noord",
            "    volledig: ja",
            "    bron: verzonnen",
            "    vakanties:",
        ]
        for name, first, last in _HOLIDAYS:
            van, tot = (date(year + add, month, day) for add, month, day in (first, last))
            lines.append(f"      - {{naam: {name}, van: {van}, tot: {tot}}}")
    return SWV + "\n".join(lines) + "\n"


def dossier_text(seed: int, number: int, events: int | None = None) -> str:
    """One dossier as a person or a program would write it; with `events` one of so many events, however long."""
    rng = Random(f"{seed}/{number}")
    start = date(2023, 9, 1) + timedelta(days=rng.randrange(360))
    followed = rng.random() < 0.12  # a pupil who is tested often: many short events
    amount = max(15, min(60, round(rng.gauss(46, 8) if followed else rng.gauss(24, 7))))
    room = ROOM
    if events is not None:
        amount, room = events, 1_000_000
    story = Story(rng, start, brief=followed)
    story.add("observatie")
    story.add("ondersteuning")
    weights = [one * 20 if followed and kind in ("toets", "groeidocument") else one for kind, one in WEIGHTS.items()]
    while len(story.events) < amount and (room > 0 or len(story.events) < 15):
        kind = rng.choices(list(WEIGHTS), weights)[0]
        if kind == "besluit" and not story.requests:
            kind = "arrangementaanvraag"
        story.add(kind)
        room -= len(_flow(story.events[-1]))
    if rng.random() < 0.04:
        story.add("afsluiting")
    group = rng.randint(1, 8)
    pupil = {
        "id": f"L-{number:05}",
        "roepnaam": rng.choice(words.FIRST_NAMES),
        "achternaam": rng.choice(words.LAST_NAMES),
        "geboortedatum": str(date(start.year - 4 - group, rng.randint(1, 9), rng.randint(1, 28))),
        "groep": str(group),
    }
    lines = ["# Verzonnen dossier: elke gelijkenis berust op toeval."] if number % 3 == 0 else []
    lines += ["soort: dossier", "leerling:", *_block(pupil, "  ", rng), "school: 99XX00", "betrokkenen:"]
    for who, role in PEOPLE:
        person = {"id": who, "naam": f"{rng.choice('ABCDEFGH')}. {rng.choice(words.LAST_NAMES)}", "rol": role}
        lines.append(f"  - {_flow(person | ({'gezag': 'ja'} if role == 'ouder' else {}))}")
    lines.append("tijdlijn:")
    flow_share = rng.choice((0.1, 0.35, 0.8))
    for event in story.events:
        if rng.random() < flow_share:
            lines.append(f"  - {_flow(event)}")
        else:
            first, *rest = _block(event, "    ", rng)
            lines += [f"  - {first.lstrip()}", *rest]
    if rng.random() < 0.1:
        waiver = {"regel": "KNH-1.3", "reden": "Het groepsplan volgt.", "door": "ib", "datum": str(start)}
        lines += ["afwijkingen:", f"  - {_flow(waiver)}"]
    return "\n".join(lines) + "\n"


def write_dossiers(folder: Path, amount: int, seed: int = 2014, events: int | None = None) -> None:
    """`amount` dossiers in a folder, and the file of their samenwerkingsverband in the folder above."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder.parent / "samenwerkingsverband.yaml").write_text(swv_text(), encoding="utf-8", newline="\n")
    for number in range(amount):
        text = dossier_text(seed, number, events)
        (folder / f"L-{number:05}.yaml").write_text(text, encoding="utf-8", newline="\n")


def _block(data: dict[str, Any], indent: str, rng: Random) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, str) and len(value) > 60 and rng.random() < 0.4:
            yield f"{indent}{key}: >-"
            yield from (f"{indent}  {line}" for line in _wrapped(value, 90))
        elif isinstance(value, str):
            yield f"{indent}{key}: {_scalar(value, flow=False)}"
        elif isinstance(value[0], dict):
            yield f"{indent}{key}:"
            for part in value:
                first, *rest = _block(part, indent + "    ", rng)
                yield f"{indent}  - {first.lstrip()}"
                yield from rest
        elif sum(map(len, value)) > 60:
            yield f"{indent}{key}:"
            yield from (f"{indent}  - {_scalar(one, flow=False)}" for one in value)
        else:
            yield f"{indent}{key}: {_flow(value)}"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    return _scalar(value, flow=True)


def _scalar(text: str, *, flow: bool) -> str:
    plain = text[0] in _PLAIN_START and ": " not in text and " #" not in text
    if plain and not (flow and any(mark in text for mark in ",[]{}")):
        return text
    return '"' + text.replace('"', "'") + '"'


def _wrapped(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + len(word) >= width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line
