"""`bo` alone: what one can do now in this folder. Looks at names and first bytes only, so that it is instant."""

from __future__ import annotations

import os
import time
from typing import NamedTuple

from ..casework.pupil_heads import SETTINGS, dossiers_for, files_in, ident_of
from ..records.above import head, shown_path, typed_path, upward_from
from .layout import paragraph, rows

_REGION = "samenwerkingsverband.yaml"
_JOURNAL = ".bo"
_MOST = 5000
_MOST_READ = 300
"""Files that are counted, and of which the first bytes are read; a folder with more is told as such."""

_LEFT = 32
"""Columns for a command at most; behind a longer one the explanation comes below it."""

_KINDS = ("dossier", "ot", "sop", "kengetallen", "samenwerkingsverband", "normenkader", "instellingen")

_FILES_OF_PUPILS = ("bestand in dossiers", "bestanden in dossiers")
_FILES_OF_SCHOOLS = ("bestand in sops", "bestanden in sops")
"""What is counted in a folder that is named for it: whether each can be read, is not looked at."""


class Seen(NamedTuple):
    """What lies in a folder, as far as names and first bytes tell.

    `dossiers` and `profiles` are numbers of files, with the folder they lie in (`where`, `profiles_at`); `named` and
    `profiles_named` say that those files were counted by their names, in a folder of their own. `ident` is the id of some
    pupil, `meeting` the path of the first meeting from today on; `journal` whether there is something to take back, `loose`
    whether records lie in the folder itself.
    """

    settings: bool = False
    region: bool = False
    dossiers: int = 0
    named: bool = False
    ident: str = ""
    where: str = ""
    meeting: str = ""
    profiles: int = 0
    profiles_named: bool = False
    profiles_at: str = ""
    journal: bool = False
    loose: bool = False


def look(folder: str = ".", today: str = "") -> Seen:
    """What lies in `folder`, or above it where that holds for it too. `today` is a date as 2026-11-24; without it it is today."""
    root = _above(folder, SETTINGS)
    region = _above(folder, _REGION)
    home = root if root is not None else region if region is not None else folder
    place, deep = dossiers_for(folder)
    own = deep > 1  # a folder `dossiers`; else whatever lies here, of which only dossiers count
    number, ident = _dossiers(place, deep, own)
    profiles, at = _profiles(home, folder)
    return Seen(
        settings=root is not None,
        region=region is not None,
        dossiers=number,
        named=own,
        ident=ident,
        where=shown_path(place) if own else ".",
        meeting=_meeting(os.path.join(home, "ot"), today or time.strftime("%Y-%m-%d")),
        profiles=profiles,
        profiles_named=at != ".",
        profiles_at=shown_path(at),
        journal=_any(os.path.join(home, _JOURNAL)),
        loose=any(_kind(path) for path in files_in(folder, 0)),
    )


def start_here(version: str, seen: Seen, columns: int) -> str:
    """At most some eight lines: what is here, the commands that make sense now, and where to find the others."""
    head, commands = _advice(seen)
    lines = [*paragraph(f"bo {version}. {head}", columns), ""]
    lines += rows(commands, columns, min(max(len(name) for name, _ in commands), _LEFT))
    end = "Alle opdrachten: bo --help. Uitleg bij één opdracht: bo OPDRACHT --help."
    return "\n".join([*lines, "", *paragraph(end, columns)])


def _advice(seen: Seen) -> tuple[str, list[tuple[str, str]]]:
    if seen.dossiers:
        commands = [
            ("bo overview", "alle leerlingen, en wie wat moet doen"),
            (f"bo log {seen.ident or 'KENMERK'}", "leg iets vast bij een leerling"),
        ]
        if seen.meeting:
            commands.append((f"bo ot check {typed_path(seen.meeting)}", "is het komende OT goed voorbereid"))
        elif seen.named:
            commands.append((f"bo validate {typed_path(seen.where)}", "controleer of alles goed is ingevuld"))
        return f"Hier {_counted(seen)}.", _with_undo(commands, seen)
    if seen.region or seen.profiles:
        at = typed_path(seen.profiles_at)
        commands = [(f"bo validate {at}", "controleer de SOP's"), (f"bo dekking {at}", "wie heeft welke deskundigheid")]
        if not seen.profiles:
            commands = [("bo new sop", "maak een SOP om in te vullen"), ("bo new kengetallen", "leg kengetallen vast")]
        head = f"Hier {_counted(seen)}." if seen.profiles else "Dit is de map van een samenwerkingsverband; er is nog geen SOP."
        return head, _with_undo(commands, seen)
    if seen.settings:
        commands = [("bo new dossier", "maak het eerste dossier"), ("bo doctor", "kijk of alles op deze computer in orde is")]
        return "Deze map is klaar voor gebruik; er is nog geen dossier.", _with_undo(commands, seen)
    if seen.loose:
        commands = [("bo validate .", "controleer de bestanden in deze map"), ("bo init", "richt deze map in voor uw school")]
        return "In deze map staan bestanden van bo.", commands
    return "In deze map staat nog niets van bo. Ga naar de map van uw school, of begin hier:", [
        ("bo init", "richt deze map in voor uw school"),
        ("bo init --swv", "richt deze map in voor een samenwerkingsverband"),
        ("bo doctor", "kijk of alles op deze computer in orde is"),
    ]


def _with_undo(commands: list[tuple[str, str]], seen: Seen) -> list[tuple[str, str]]:
    return [*commands, ("bo undo", "neem terug wat bo het laatst schreef")] if seen.journal else commands


def _counted(seen: Seen) -> str:
    parts: list[str] = []
    if seen.dossiers:
        parts.append(_number(seen.dossiers, *(_FILES_OF_PUPILS if seen.named else ("dossier", "dossiers"))))
    if seen.profiles:
        parts.append(_number(seen.profiles, *(_FILES_OF_SCHOOLS if seen.profiles_named else ("SOP", "SOP's"))))
    verb = "staat" if len(parts) == 1 and parts[0].startswith("1 ") else "staan"
    return f"{verb} {' en '.join(parts)}"


def _number(number: int, one: str, more: str) -> str:
    return f"1 {one}" if number == 1 else f"meer dan {_MOST} {more}" if number > _MOST else f"{number} {more}"


def _dossiers(folder: str, deep: int, own: bool) -> tuple[int, str]:
    """How many dossiers there are, and the id of one of them. In a folder `dossiers` the names of files will do."""
    number, ident = 0, ""
    for path in files_in(folder, deep):
        found = ident_of(path) if not own or (not ident and number < 20) else None
        number += own or found is not None
        ident = ident or found or ""
        if number > _MOST:
            break
    return number, ident


def _profiles(home: str, folder: str) -> tuple[int, str]:
    """How many SOPs there are, and where: in `sops`, else in the folder itself."""
    place = os.path.normpath(os.path.join(home, "sops"))
    named = sum(1 for _, _ in zip(files_in(place, 4), range(_MOST + 1), strict=False))
    if named:
        return named, place
    here = zip(files_in(folder, 2), range(_MOST_READ), strict=False)
    return sum(_kind(path) == "sop" for path, _ in here), "."


def _meeting(folder: str, today: str) -> str:
    """The meeting from today on that comes first, by the date in its name."""
    ahead = []
    for path in files_in(folder, 1):
        name = os.path.basename(path)
        day = next((name[at : at + 10] for at in range(len(name) - 9) if _is_day(name[at : at + 10])), "")
        if day >= today:
            ahead.append((day, path))
    return shown_path(min(ahead)[1]) if ahead else ""


def _is_day(text: str) -> bool:
    return text[4:5] == "-" == text[7:8] and (text[:4] + text[5:7] + text[8:]).isdecimal()


def _kind(path: str) -> str:
    """The kind that a file says to be in its first bytes, of those that `bo` knows; else nothing."""
    text = (head(path, 2048) or b"").decode("utf-8", "replace")
    said = next((line[6:].split("#")[0].strip(" \"'\r") for line in text.split("\n") if line.startswith("soort:")), "")
    return said if said in _KINDS else ""


def _above(folder: str, name: str) -> str | None:
    """The folder with this file: this one, or the nearest above it."""
    return next((one for one in upward_from(folder) if os.path.isfile(os.path.join(one, name))), None)


def _any(folder: str) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(not one.name.startswith(".") for one in entries)
    except OSError:
        return False
