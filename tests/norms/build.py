"""Small frames and small dossiers for the tests of `norms`."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from basisondersteuning.findings.finding import Finding
from basisondersteuning.model.dossier import Dossier
from basisondersteuning.model.swv import Vakantierooster
from basisondersteuning.norms.calendar import Calendar
from basisondersteuning.norms.evaluate import evaluate
from basisondersteuning.norms.frame import Frame, Series
from basisondersteuning.norms.library import Library, open_library
from basisondersteuning.norms.verdict import Verdict

HEAD = """\
soort: normenkader
code: proef-2024
reeks: proef
titel: Proef
geldig: {van: 2024-08-01}
bronnen:
  - {document: doc, titel: Doc, uitgever: SWV, datum: 2024, passages: [{nummer: 1, inhoud: Iets.}]}
instellingen:
  - {naam: twee_weken, titel: Twee weken, weken: 2, herkomst: afspraak, toelichting: Zomaar.}
niveaus:
  - {niveau: 1, naam: een, bron: {document: doc, passage: 1}, begint_met: [{bij: {soort: ondersteuning}}]}
  - {niveau: 2, naam: twee, bron: {document: doc, passage: 1}, begint_met: [{bij: {soort: ondersteuning, vorm: geintensiveerd}}]}
"""

PEOPLE = [
    {"id": "m", "naam": "M", "rol": "ouder"},
    {"id": "lk", "naam": "L", "rol": "groepsleerkracht"},
    {"id": "ib", "naam": "I", "rol": "intern_begeleider"},
    {"id": "dir", "naam": "D", "rol": "directeur"},
    {"id": "ortho", "naam": "O", "rol": "orthopedagoog"},
]

HOLIDAYS = Vakantierooster.model_validate(
    {
        "schooljaar": "2026-2027",
        "regio": "noord",
        "volledig": "ja",
        "bron": "verzonnen",
        "vakanties": [
            {"naam": "herfstvakantie", "van": "2026-10-10", "tot": "2026-10-18"},
            {"naam": "kerstvakantie", "van": "2026-12-19", "tot": "2027-01-03"},
        ],
    }
)


def rule(body: str, code: str = "R-1") -> str:
    """A rule with this body, as text under `regels`."""
    lines = [f"  - code: {code}", "    titel: Titel", *([] if body.startswith("over:") else ["    niveau: 1"]), "    ernst: fout"]
    if "bron:" not in body and "afspraak:" not in body.replace("herkomst: afspraak", ""):
        lines.append("    afspraak: Afgesproken.")
    lines += [f"    {line}" for line in body.strip("\n").split("\n")]
    return "\n".join([*lines, "    wie: groepsleerkracht", "    doe: Doe iets.", "    kort: iets", "    waarom: Daarom.", ""])


def frame_text(*rules: str, head: str = HEAD, more: str = "") -> str:
    """A whole frame with these rule bodies, coded R-1, R-2, ..."""
    numbered = [rule(body, f"R-{number}") for number, body in enumerate(rules, 1)]
    return head + more + "regels:\n" + "".join(numbered) if rules else head + more


def library(folder: Path, **files: str) -> Library:
    """The library of these frames; `a_b="..."` becomes the file `a-b.yaml`."""
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return open_library([str(folder)], built_in=False)


def compiled(folder: Path, *rules: str, **more: Any) -> Frame:
    """A sound frame with these rules."""
    found = library(folder, kader=frame_text(*rules, **more))
    assert [one for one in found.findings if one.code != "BO418"] == []
    return found.series["proef"].versions[0]


def mistakes(folder: Path, text: str) -> list[Finding]:
    """What is wrong with a frame."""
    return library(folder, kader=text).findings


@cache
def built_in() -> Frame:
    """The frame that comes with `bo`."""
    return open_library().series["kop-van-noord-holland"].versions[0]


def events(text: str) -> list[dict[str, Any]]:
    """Events, one a line in YAML flow style without the braces; every value stays text."""
    return [yaml.load("{" + line.strip() + "}", Loader=yaml.BaseLoader) for line in text.strip().split("\n") if line.strip()]


def support(day: str, name: str, area: str = "rekenen", **more: Any) -> dict[str, Any]:
    """An event of support."""
    own = {"soort": "ondersteuning", "id": name, "vakgebied": area, "doel": "d", "aanpak": "a", "door": "lk"}
    return {"datum": day, **own, **more}


def dossier(timeline: str | list[dict[str, Any]], waivers: list[dict[str, Any]] | None = None) -> Dossier:
    """A dossier with this timeline."""
    return Dossier.model_validate(
        {
            "soort": "dossier",
            "leerling": {"id": "p", "geboortedatum": "2017-01-01", "groep": "5"},
            "school": "99XX00",
            "betrokkenen": PEOPLE,
            "tijdlijn": events(timeline) if isinstance(timeline, str) else timeline,
            "afwijkingen": waivers or [],
        }
    )


def judge(
    frame: Frame,
    timeline: str | list[dict[str, Any]],
    day: str | date,
    waivers: list[dict[str, Any]] | None = None,
    calendar: Calendar | None = None,
) -> Verdict:
    """The verdict of one frame, on its own, on a day."""
    when = date.fromisoformat(day) if isinstance(day, str) else day
    series = Series(frame.series, (frame,))
    return evaluate(dossier(timeline, waivers), series, frame, calendar or Calendar([HOLIDAYS]), when)


def statuses(verdict: Verdict, code: str = "R-1") -> list[str]:
    """The statuses of one rule, in order of date."""
    found = [one for one in verdict.all_activations if one.rule.code == code]
    return [one.status.value for one in sorted(found, key=lambda one: (one.day, one.strand or ""))]


def levels(verdict: Verdict) -> dict[str, int]:
    """The niveau of each strand, as a rank."""
    return {one.strand.name: one.rank for one in verdict.strands}


def supported(verdict: Verdict) -> dict[str, int]:
    """The niveau of each strand that the record supports, as a rank."""
    return {one.strand.name: one.supported for one in verdict.strands}
