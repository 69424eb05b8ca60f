"""The folder one works in: its settings, its samenwerkingsverband, schemas, journal, and where it stands."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date

from ...findings.catalogue.frame import NOT_FOUND
from ...findings.finding import Finding, Severity
from ...model.kinds import RECORD_KINDS
from ...model.words import count
from ...records.above import head, typed_path
from ...records.journal_places import home_for, journals
from ...records.source import MAX_BYTES
from ...records.standing import standing
from ...records.undoing import known
from ..pupil_heads import dossiers_for, files_in
from ..settings import SETTINGS_FILE, find_settings
from ..setup import SWV_FILE, Setup, find_above, find_swv
from .check import Check, State, shown
from .place import cloud, drive, others_can_read


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
    if (journal := _journal(school)) is not None:
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
    swv = [one for one in assessor.problems if os.path.basename(one.place.file) == SWV_FILE and one.code != NOT_FOUND.code]
    yield _judged("samenwerkingsverband", path, swv)
    rest = [one for one in assessor.problems if one not in swv and one.severity is Severity.FOUT]
    if rest:
        first = rest[0]
        where = f"{shown(first.place.file)}, regel {first.place.line}" if first.place.line else shown(first.place.file)
        yield Check("normenkader", State.MIS, f"{first.message} ({first.code}, {where})", first.remedy)
    elif assessor.frame is None:
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
        yield Check("rechten", State.LET_OP, words, f"Alleen voor uzelf: chmod -R go-rwx {typed_path(folder)}")
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
        return Check("schema's", State.LET_OP, words, f"bo schema --out {typed_path(folder)}")
    return Check("schema's", State.GOED, f"De {len(found)} schema's voor uw editor horen bij deze versie.")


def _journal(home: str) -> Check | None:
    """The journal by which `bo undo` takes back; None when nothing was written here yet."""
    own = [one for one in journals(home) if home_for(one) == os.path.realpath(home)]
    if not own:
        return None
    for one in own:
        if not os.access(one, os.R_OK | os.W_OK | os.X_OK):
            words = "In het journaal kan bo niet schrijven; zolang dat zo is, schrijft bo hier niets."
            return Check("journaal", State.MIS, words, f"Maak {shown(one)} beschrijfbaar voor uzelf.")
        if os.name == "posix" and os.stat(one).st_mode & 0o077:
            words = "Het journaal voor bo undo bevat leerlinggegevens, en is niet alleen voor u te lezen."
            return Check("journaal", State.LET_OP, words, f"chmod -R go-rwx {typed_path(one)}")
    found = known(home)
    number = sum(1 for one in standing(found.deeds) if one.stands)
    words = f"bo undo kan {count(number, 'opdracht', 'opdrachten')} terugnemen."
    if found.findings:
        words += f" Van {count(len(found.findings), 'opdracht', 'opdrachten')} klopt niet meer wat er bewaard is."
    return Check("journaal", State.LET_OP if found.findings else State.GOED, words, "bo undo --lijst" if found.findings else "")


def _bytes(path: str) -> bytes:
    return head(path, MAX_BYTES) or b""
