"""Make verdicts again from their receipts, and say of each whether it is the same or what changed."""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from .. import __version__
from ..findings.finding import Finding, readable
from ..model.types import parse_date
from ..model.words import level_words, plain
from ..norms.status import Status
from ..records.write import reason
from .assess import Assessor, Setup
from .receipt import of_verdict
from .rows import Narrow
from .verdict_data import verdict_data


class NoReceipt(Exception):
    """The file holds no receipts; the words say what is wrong with it."""


@dataclass(slots=True)
class Rechecked:
    """What came of one receipt.

    `inputs` says which of record, frame, calendar and `bo` is another than then, `verdict` what that does to the
    verdict. `findings` say why it could not be made again.
    """

    path: str
    pupil: str
    inputs: list[str] = field(default_factory=list)
    verdict: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    again: bool = True

    @property
    def confirmed(self) -> bool:
        """Whether everything is as it was."""
        return self.again and not self.inputs and not self.verdict


def read_receipts(path: str) -> list[dict[str, Any]]:
    """The verdicts with a receipt in a file that `bo escalate --format json` or `jsonl` wrote; NoReceipt otherwise."""
    try:
        with open(path, "rb") as file:
            data = file.read()
        # `>` in PowerShell writes UTF-16
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise NoReceipt(f"dit bestand is niet te lezen: {reason(error)}.") from error
    try:
        try:
            found = json.loads(text)
            many = found.get("dossiers", [found]) if isinstance(found, dict) else found
        except json.JSONDecodeError:
            many = [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        raise NoReceipt("dit is geen JSON van `bo escalate`.") from None
    whole = [one for one in many if _whole(one)] if isinstance(many, list) else []
    if not whole:
        raise NoReceipt("hierin staat geen bewijs. Maak het met `bo escalate MAP --format json`.")
    return whole


def _whole(one: Any) -> bool:
    """Whether this is a verdict with a receipt, with everything in it that is needed to make it again."""
    try:
        proof, verdict = one["bewijs"], one["oordeel"]
        texts = [
            one["leerling"], proof["bo"], proof["peildatum"], proof["dossier"]["bestand"], proof["dossier"]["vingerafdruk"],
            proof["kalender"]["vingerafdruk"], proof["oordeel"]["vingerafdruk"], proof["normenkader"]["reeks"], verdict["niveau"],
        ]  # fmt: skip
        texts += [text for frame in proof["normenkader"]["versies"] for text in (frame["code"], frame["vingerafdruk"])]
        texts += [verdict["normenkader"]["code"]]
        texts += [rule[key] for rule in verdict["regels"] for key in ("regel", "toestand", "datum")]
        maybe = [proof["kalender"]["bestand"], proof["normenkader"]["gevraagd"]]
        parse_date(proof["peildatum"])
    except (KeyError, TypeError, IndexError, ValueError):
        return False
    words = [*texts, *(text for text in maybe if text is not None)]
    return all(isinstance(text, str) and text.isprintable() for text in words)


class Rechecker:
    """Makes verdicts again; one set-up is opened for all receipts that share it. `beside` is the file of the receipts."""

    def __init__(self, beside: str, today: date) -> None:
        self.folder = os.path.dirname(beside)
        self.today = today
        self._assessors: dict[Setup, Assessor] = {}

    def check(self, old: dict[str, Any]) -> Rechecked:
        """Make one verdict again."""
        proof = old["bewijs"]
        path = self._found(proof["dossier"]["bestand"])
        result = Rechecked(readable(proof["dossier"]["bestand"]), readable(old["leerling"]))
        day = parse_date(proof["peildatum"])
        swv = proof["kalender"]["bestand"]
        setup = Setup(day, max(self.today, day), proof["normenkader"]["gevraagd"], self._found(swv) if swv else None)
        if setup not in self._assessors:
            self._assessors[setup] = Assessor(setup)
        assessor = self._assessors[setup]
        if not assessor.sound:
            result.findings, result.again = _bare(assessor.problems), False
            return result
        assessment = assessor.assess(path)
        new = verdict_data(assessment, Narrow())
        if new["oordeel"] is None:
            result.findings, result.again = _bare(assessment.findings), False
            return result
        stated = of_verdict(old["oordeel"])
        if stated != proof["oordeel"]["vingerafdruk"] or old["leerling"] != new["leerling"]:
            result.inputs.append("het bestand met bewijzen is zelf veranderd")
        result.inputs += _inputs(proof, new["bewijs"])
        if stated != new["bewijs"]["oordeel"]["vingerafdruk"]:
            result.verdict = [readable(one) for one in _differences(old, new)] or [_MOVED]
        return result

    def _found(self, path: str) -> str:
        """A path of a receipt: as it stands, else beside the receipts."""
        beside = os.path.join(self.folder, path)
        return beside if not os.path.exists(path) and os.path.exists(beside) else path


def _bare(findings: list[Finding]) -> list[Finding]:
    """Findings without the lines themselves: a receipt may come from another, and name any file."""
    return [replace(one, place=replace(one.place, text=None), related=()) for one in findings]


_MOVED = "alleen de plaatsen in het bestand zijn verschoven; elke toestand is gelijk"


def _inputs(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    if old["dossier"]["vingerafdruk"] != new["dossier"]["vingerafdruk"]:
        yield "het dossier is veranderd"
    was = {one["code"]: one["vingerafdruk"] for one in old["normenkader"]["versies"]}
    now = {one["code"]: one["vingerafdruk"] for one in new["normenkader"]["versies"]}
    if old["normenkader"]["reeks"] != new["normenkader"]["reeks"]:
        yield f"een ander normenkader: {new['normenkader']['reeks']} in plaats van {old['normenkader']['reeks']}"
    else:
        for code in [*now, *(one for one in was if one not in now)]:
            if code not in was:
                yield f"normenkader {code} is erbij gekomen"
            elif code not in now:
                yield f"normenkader {code} is weg"
            elif was[code] != now[code]:
                yield f"normenkader {code} is veranderd"
    if old["kalender"]["vingerafdruk"] != new["kalender"]["vingerafdruk"]:
        yield "de schoolvakanties zijn veranderd"
    if old["bo"] != __version__:
        yield f"bo zelf is {__version__}, toen {old['bo']}"


def _differences(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    """What the verdict now says otherwise, in words."""
    was, now = old["oordeel"], new["oordeel"]
    if was["niveau"] != now["niveau"]:
        yield f"onderbouwd niveau: {level_words(was['niveau'])} → {level_words(now['niveau'])}"
    before, after = _statuses(was), _statuses(now)
    words = {one.value: one.words for one in Status}
    for key in sorted({*before, *after}):
        one, other = before[key], after[key]
        if one != other:
            code, area, day = key
            where = f" · {plain(area)}" if area else ""
            yield f"{code}{where} ({day}): {_listed(one, words)} → {_listed(other, words)}"


def _statuses(verdict: dict[str, Any]) -> dict[tuple[str, str, str], Counter[tuple[str, str]]]:
    """Statuses with their due dates, by rule, strand and day."""
    found: dict[tuple[str, str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    for one in verdict["regels"]:
        key = (one["regel"], one.get("vakgebied") or "", one["datum"])
        found[key][(one["toestand"], one.get("uiterlijk") or "")] += 1
    return found


def _listed(statuses: Counter[tuple[str, str]], words: dict[str, str]) -> str:
    if not statuses:
        return "niet aan de orde"
    many = [(words.get(status, status), due) for (status, due), number in sorted(statuses.items()) for _ in range(number)]
    return ", ".join(f"{status} (uiterlijk {due})" if due else status for status, due in many)
