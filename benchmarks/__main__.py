"""`python -m benchmarks`: make the files, measure in rounds, say which goals are met."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
from pathlib import Path

from . import others
from .cases import FEW
from .cases import GROUPS as MOST_GROUPS
from .daily import START_FILES, start, watching
from .dossiers import write_dossiers
from .lines import Folders, Group
from .measure import Case, Failed, Rounds, run
from .scale import scale
from .sops import EXAMPLE, write_sops

GROUPS = {**MOST_GROUPS, "start": start, "watching": watching, "scale": scale}
SEED = 2014
LONG = 60
"""Events of a long dossier."""
PROFILES = 7000
"""All primary schools of the country, about."""


def main() -> int:
    """Measure what is asked for."""
    options = _options()
    groups = options.only or list(GROUPS)
    files, rounds = (options.files or 200, options.rounds or 3) if options.quick else (options.files or 1000, options.rounds or 5)
    if not {"rivals", "scale"}.isdisjoint(groups):
        others.install()
    large = not {"jobs", "scale"}.isdisjoint(groups)
    at = _folders(files, files * 10 if large else 0, files * PROFILES // 1000 if "scale" in groups else 0)
    errors = others.DATA / "errors.txt"
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")
    print(f"{files} files ({FEW} for the slow tools), {rounds} rounds, load {os.getloadavg()[0]:.1f}; ms are CPU")
    try:
        _verify(at, errors, "rivals" in groups)
        failed = sum([_measure(GROUPS[name](at), rounds, errors) for name in groups])
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 2
    print(f"\n{failed or 'no'} {'goal' if failed == 1 else 'goals'} missed")
    return int(failed > 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--files", type=int, help="how many dossiers (1000); the group jobs takes ten times as many")
    parser.add_argument("--rounds", type=int, help="how many rounds (5)")
    parser.add_argument("--only", action="append", choices=list(GROUPS), help="only this group; may be repeated")
    parser.add_argument("--quick", action="store_true", help="200 files, 3 rounds: an impression, not a result")
    return parser.parse_args()


def _folders(files: int, most: int, profiles: int) -> Folders:
    """The folders with this many files; they are made again when they are not what this program makes."""
    made = others.DATA / "files"
    wanted = {"one": 1, "few": FEW, f"n{START_FILES}": START_FILES, f"n{files}": files} | ({f"n{most}": most} if most else {})
    stamp = made / "stamp"
    maker = "".join(
        (Path(__file__).parent / name).read_text("utf-8") for name in ("dossiers.py", "events.py", "words.py", "sops.py")
    ) + EXAMPLE.read_text("utf-8")
    if not stamp.exists() or stamp.read_text("utf-8") != maker:
        shutil.rmtree(made, ignore_errors=True)
    for name, number in wanted.items():
        if not (made / name).exists():
            write_dossiers(made / name, number, SEED)
    if not (made / "long").exists():
        write_dossiers(made / "long", FEW, SEED, LONG)
    sops = made / "sops"  # with a folder of their own above them: no samenwerkingsverband has all schools
    for name, number in {"few": FEW, f"n{profiles}": profiles}.items() if profiles else ():
        if not (sops / name).exists():
            write_sops(sops / name, number, SEED)
    stamp.write_text(maker, "utf-8")
    return Folders(
        made / "one",
        made / "few",
        made / f"n{START_FILES}",
        made / f"n{files}",
        made / f"n{most or files}",
        made / "long",
        files,
        most,
        sops / f"n{profiles}",
        sops / "few",
        profiles,
    )


def _verify(at: Folders, errors: Path, rivals: bool) -> None:
    """Each tool must accept the files and refuse a broken one: else it is not doing the work that is measured."""
    broken = others.DATA / "files" / "broken"
    broken.mkdir(exist_ok=True)
    text = next(at.one.glob("*.yaml")).read_text("utf-8")
    (broken / "L-1.yaml").write_text(text.replace("soort: observatie", "soort: observatje", 1), "utf-8")
    from .cases import bo

    commands = {"validate": lambda folder: bo("validate", folder)}
    if rivals:
        commands |= {"check-jsonschema": others.check_jsonschema, "yamale": others.yamale, "ajv-cli": others.ajv}
    for name, command in commands.items():
        run(Case(f"{name} on sound files", command(at.few)), errors)
        run(Case(f"{name} on a broken file", command(broken), codes=(1,)), errors)


def _measure(group: Group, number: int, errors: Path) -> int:
    """Measure one group and print it; how many of its goals are missed."""
    rounds = Rounds(group.cases)
    rounds.measure(number, errors)
    print(f"\n{group.name}")
    missed = 0
    for line in group.lines:
        value = line.value(rounds)
        word = ""
        if line.goal is not None:
            missed += not line.met(value)
            word = f"  {'met ' if line.met(value) else 'MISSED'}  (goal {'>=' if line.least else '<='} {line.goal:g})"
            if line.aim is not None and line.met(value):
                word += f", aim {line.aim:g} {'met' if value >= line.aim else 'not yet'}"
        print(f"  {line.label:<58} {value:9.2f} {line.unit}{word}")
    return missed


if __name__ == "__main__":
    sys.exit(main())
