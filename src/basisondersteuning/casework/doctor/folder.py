"""The folder one works in: its settings, its samenwerkingsverband, schemas, journal, and where it stands."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date

from ...findings.finding import Finding, Severity
from ...model.kinds import RECORD_KINDS
from ...model.words import count
from ...records.head import head
from ...records.source import MAX_BYTES
from ..pupil_heads import dossiers_for, files_in
from ..settings import SETTINGS_FILE, find_settings
from ..setup import SWV_FILE, Setup, find_above, find_swv
from .check import Check, State, shown
from .place import cloud, drive, others_can_read

_JOURNAL = os.path.join(".bo", "journaal")


def folder_checks(folder: str, today: date) -> Iterator[Check]:
    """All that holds for a folder and what stands in it."""
    if not os.path.isdir(folder):
        yield Check("map", State.MIS, f"{shown(folder)} is geen map.", "Noem de map van uw school.")
        return
    place, deep = dossiers_for(folder)
    settings = find_above([folder], SETTINGS_FILE)
    yield _settings(folder, settings, today)
    yield from _region(folder, today)
    school = os.path.dirname(settings) or "." if settings else folder
    number = sum(1 for _ in files_in(place, deep))
    if deep > 1:
        yield Check("dossiers", State.GOED, f"{count(number, 'bestand', 'bestanden')} in {shown(place)}.")
    yield from _safe(place if deep > 1 else folder, holds_pupils=deep > 1 and number > 0)
    if (schemas := _schemas(os.path.join(school, "schemas"))) is not None:
        yield schemas
    if (journal := _journal(os.path.join(school, _JOURNAL))) is not None:
        yield journal


def _settings(folder: str, path: str | None, today: date) -> Check:
    if path is None:
        words = f"{SETTINGS_FILE} is niet gevonden, in deze map niet en erboven niet. bo gebruikt dan overal het gewone."
        return Check("instellingen", State.INFO, words, "Maak de map klaar met: bo init")
    return _judged("instellingen", path, list(find_settings([folder], today=today).findings))


def _region(folder: str, today: date) -> Iterator[Check]:
    from ..assess import Assessor

    path = find_swv([folder])
    assessor = Assessor(Setup(today, today, None, path))
    if path is None:
        words = f"{SWV_FILE} is niet gevonden. Dan gelden de regels die bij bo horen, en telt bo geen schoolvakanties."
        yield Check("samenwerkingsverband", State.INFO, words, "Vraag het bij uw samenwerkingsverband, of maak het: bo new swv")
        return
    swv = [one for one in assessor.problems if os.path.basename(one.place.file) == SWV_FILE]
    yield _judged("samenwerkingsverband", path, swv)
    rest = [one for one in assessor.problems if one not in swv]
    if assessor.frame is None or any(one.severity is Severity.FOUT for one in rest):
        yield Check("normenkader", State.MIS, "Het normenkader is niet te gebruiken.", "bo kader check zegt waarom.")
    else:
        yield Check("normenkader", State.GOED, f"Vandaag geldt {assessor.frame.code}.")


def _judged(name: str, path: str, findings: list[Finding]) -> Check:
    worst = min((one.severity for one in findings), key=lambda one: one.rank, default=None)
    if worst is None:
        return Check(name, State.GOED, f"{shown(path)} klopt.")
    state = State.MIS if worst is Severity.FOUT else State.LET_OP
    number = count(len(findings), "bevinding", "bevindingen")
    return Check(name, state, f"{shown(path)}: {number}.", f"Bekijk het met: bo validate {os.path.basename(path)}")


def _safe(folder: str, *, holds_pupils: bool) -> Iterator[Check]:
    """Who else may come at the files: other users, a service on the internet, whoever finds the stick."""
    if not os.access(folder, os.W_OK):
        yield Check("rechten", State.MIS, f"In {shown(folder)} kan bo niet schrijven.", "Vraag schrijfrechten aan uw beheerder.")
    elif holds_pupils and others_can_read(folder):
        words = f"Ook andere gebruikers van deze computer kunnen {shown(folder)} lezen."
        yield Check("rechten", State.LET_OP, words, f"Alleen voor uzelf: chmod -R go-rwx {_typed(folder)}")
    elif holds_pupils and others_can_read(folder) is None:
        words = "Wie er nog meer bij deze map kan, kan bo hier niet zien."
        yield Check("rechten", State.INFO, words, "Twijfelt u? Vraag uw beheerder wie er bij de map met dossiers kan.")
    else:
        yield Check("rechten", State.GOED, "bo kan in deze map schrijven.")
    if (service := cloud(folder)) is not None:
        words = f"Zo te zien gaat deze map mee naar {service}. bo werkt daar; leerlinggegevens staan dan ook op internet."
        yield Check("plaats", State.LET_OP, words, "Vraag of uw school daar leerlinggegevens mag bewaren.")
    elif (kind := drive(folder)) == "netwerk":
        words = "Zo te zien staat deze map op een netwerkschijf. bo werkt daar, soms wat trager."
        yield Check("plaats", State.INFO, words)
    elif kind == "los":
        words = "Zo te zien staat deze map op een losse schijf of usb-stick."
        yield Check("plaats", State.LET_OP, words, "Bewaar leerlinggegevens alleen op een schijf met een slot (versleuteld).")


def _schemas(folder: str) -> Check | None:
    """Whether the schemas for the editor are those of this version; None when there are none."""
    from ...model.schema import schema_text

    there = {kind: os.path.join(folder, f"{kind}.schema.json") for kind in RECORD_KINDS}
    found = {kind: path for kind, path in there.items() if os.path.isfile(path)}
    if not found:
        return None
    old = [kind for kind, path in found.items() if _bytes(path) != schema_text(kind).encode()]
    if old:
        number = count(len(old), "schema is", "schema's zijn")
        words = f"{number} van een andere versie van bo. Uw editor kan dan iets anders zeggen dan bo."
        return Check("schema's", State.LET_OP, words, f"bo schema --out {_typed(folder)}")
    return Check("schema's", State.GOED, f"De {len(found)} schema's voor uw editor horen bij deze versie.")


def _journal(folder: str) -> Check | None:
    """The journal by which `bo undo` takes back; None when nothing was written yet."""
    if not os.path.isdir(folder):
        return None
    number = 0
    try:
        number = sum(1 for one in os.scandir(folder) if not one.name.startswith("."))
    except OSError:
        return Check("logboek", State.MIS, "Het logboek van bo undo is niet te lezen.", f"Maak {shown(folder)} leesbaar.")
    if not os.access(folder, os.W_OK):
        words = "In het logboek kan bo niet schrijven; dan is wat bo schrijft niet terug te nemen."
        return Check("logboek", State.MIS, words, f"Maak {shown(folder)} beschrijfbaar voor uzelf.")
    if os.name == "posix" and os.stat(folder).st_mode & 0o077:
        words = "Het logboek voor bo undo bevat leerlinggegevens, en is niet alleen voor u te lezen."
        return Check("logboek", State.LET_OP, words, f"chmod -R go-rwx {_typed(folder)}")
    return Check("logboek", State.GOED, f"bo undo kan {count(number, 'keer', 'keer')} terug.")


def _bytes(path: str) -> bytes:
    return head(path, MAX_BYTES) or b""


def _typed(path: str) -> str:
    """A path as it is typed in a command."""
    given = os.path.normpath(path)
    text = "".join(one if one.isprintable() else "?" for one in given)
    return f'"{text}"' if " " in text else text
