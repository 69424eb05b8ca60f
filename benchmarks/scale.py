"""All dossiers of a region and all SOPs of the country: the first time, the next time, and the least that is possible."""

from __future__ import annotations

import sys
from pathlib import Path

from . import others
from .cases import BO, FEW, HERE
from .lines import Folders, Group, Line, growth, peak, whole, whole_a_file, whole_ratio
from .measure import Case

_KEPT = others.DATA / "kept"
FLOORS = ("walk", "hash", "events")


def scale(at: Folders) -> Group:
    """`escalate` on dossiers and `validate` on SOPs, with what is kept between runs, beside three floors and two tools."""
    cases, lines = [], []
    for command, name, folder, number, few in (
        ("escalate", "dossiers", at.many, at.most, at.few),
        ("validate", "SOPs", at.sops, at.profiles, at.few_sops),
    ):
        cases += _cases(command, name, folder, number)
        cases += [
            Case(f"check-jsonschema, {name}", others.check_jsonschema(few, _SCHEMAS[name]), FEW),
            Case(f"yamale, {name}", others.yamale(few, _YAMALE[name]), FEW),
        ]
        lines += _lines(name, number)
    cases.append(Case("small cold 1, dossiers", _bo("escalate", at.usual, 1), at.files, kept=_KEPT / "small", anew=True))
    small, large = "small cold 1, dossiers", "cold 1, dossiers"
    lines.append(Line(f"dossiers: more memory on {at.most} than on {at.files}", growth(large, small), 3, unit="MiB"))
    return Group("scale", cases, lines)


_SCHEMAS = {"dossiers": "dossier", "SOPs": "sop"}
_YAMALE = {"dossiers": "yamale_schema.yaml", "SOPs": "yamale_sop.yaml"}


def _bo(command: str, folder: Path, jobs: int) -> tuple[str, ...]:
    more = ("--format", "short") if command == "validate" else ()
    return (BO, command, str(folder), "--jobs", str(jobs), "--fail-on", "nooit", "--peildatum", "2026-11-24", *more)


def _cases(command: str, name: str, folder: Path, number: int) -> list[Case]:
    python, floor = sys.executable, str(HERE / "floors.py")
    found = [Case(f"{one}, {name}", (python, floor, one, str(folder)), number) for one in FLOORS]
    for jobs in (1, 2):
        kept = _KEPT / f"{name}-{jobs}"
        found += [
            Case(f"cold {jobs}, {name}", _bo(command, folder, jobs), number, kept=kept, anew=True),
            Case(f"warm {jobs}, {name}", _bo(command, folder, jobs), number, kept=kept),
        ]
    return found


def _lines(name: str, number: int) -> list[Line]:
    cold1, cold2, warm1, warm2 = (f"{one}, {name}" for one in ("cold 1", "cold 2", "warm 1", "warm 2"))
    lines = [Line(f"{one}, {name}: CPU", whole(f"{one}, {name}"), unit="ms") for one in FLOORS]
    lines += [Line(f"{one} ({number}): wall", whole(one, "wall"), unit="ms") for one in (cold1, cold2, warm1, warm2)]
    lines += [
        Line(f"{name}: cold on two processes / warm, wall", whole_ratio(cold2, warm2, "wall"), 15, True),
        Line(f"{name}: cold on one process / warm, wall", whole_ratio(cold1, warm1, "wall")),
        Line(f"{name}: cold, one process / two, wall", whole_ratio(cold1, cold2, "wall"), 1.5, True),
        Line(f"{name}: cold on one process / events, CPU", whole_ratio(cold1, f"events, {name}")),
        Line(f"{name}: warm / walk, CPU", whole_ratio(warm1, f"walk, {name}")),
        Line(f"{name}: warm / hash, CPU", whole_ratio(warm1, f"hash, {name}")),
        Line(f"{name}: check-jsonschema / cold, a file, CPU", whole_a_file(f"check-jsonschema, {name}", cold1)),
        Line(f"{name}: yamale / cold, a file, CPU", whole_a_file(f"yamale, {name}", cold1)),
        *(Line(f"{one}: peak memory of a process", peak(one), 48, unit="MiB") for one in (cold1, cold2, warm1, warm2)),
    ]
    return lines
