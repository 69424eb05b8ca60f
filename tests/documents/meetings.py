"""Small meetings and dossiers, made for the documents about them."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any

from basisondersteuning.casework.assess import Assessor, Setup
from basisondersteuning.casework.caseload import Caseload
from basisondersteuning.casework.settings import Settings
from basisondersteuning.documents.audience.see import Reader
from basisondersteuning.documents.templating.environment import Templates
from basisondersteuning.documents.work import Paper, Work
from basisondersteuning.model.dossier import Dossier
from basisondersteuning.model.ot import Ot
from basisondersteuning.model.settings import Instellingen
from basisondersteuning.records.load import Loaded, load_text

DAY = date(2026, 11, 24)
SCHOOL = "99XX00"
HOSTILE = (
    '<script>alert(1)</script> {{ 7*7 }} | # *ster* _laag_ [x](http://kwaad.nl) =HYPERLINK("x") & "aanhaling"\n'
    "- streep\n\n# kop\n1. een\n    vier\n> zegt"
)
"""Text that would be something else in HTML, Markdown, Jinja or a sheet."""

REQUEST: dict[str, Any] = {
    "datum": "2026-10-01",
    "soort": "aanmelding_ot",
    "door": "lk",
    "vraag": "Hoe verder?",
    "vakgebied": ["rekenen"],
}
"""A registration for the ondersteuningsteam."""

TEAM: list[dict[str, Any]] = [
    {"id": "dir", "naam": "H. Voorbeeld", "rol": "directeur"},
    {"id": "ib", "naam": "T. Verzonnen", "rol": "intern_begeleider"},
    {"id": "ortho", "naam": "E. Bedacht", "rol": "orthopedagoog", "organisatie": "SWV Nergens"},
]


def item(pupil: str = "L-0001", **more: object) -> dict[str, Any]:
    """An agenda item with what it cannot do without."""
    return {"leerling": pupil, "inbrenger": "ib", "vraag": f"Wat heeft {pupil} nodig?", "minuten": 30, **more}


def meeting(*items: dict[str, Any], **more: object) -> Ot:
    """A meeting on 10 December 2026 from 13:15, for two hours."""
    head = {"soort": "ot", "school": SCHOOL, "datum": "2026-12-10", "begin": "13:15", "duur": 120, "voorzitter": "dir"}
    loaded = read({**head, "leden": TEAM, "agenda": list(items), **more})
    assert isinstance(loaded.record, Ot), loaded.findings
    return loaded.record


def dossier(*events: dict[str, Any], pupil: str = "L-0001", people: list[dict[str, Any]] | None = None, **more: object) -> Loaded:
    """A dossier in group 5 with these events."""
    known = [
        {"id": "moeder", "naam": "A. Ouder", "rol": "ouder", "gezag": "ja"},
        {"id": "lk", "naam": "B. Juf", "rol": "groepsleerkracht"},
        {"id": "ib", "naam": "T. Verzonnen", "rol": "intern_begeleider"},
    ]
    head = {"id": pupil, "geboortedatum": "2017-03-04", "groep": 5, **more}
    loaded = read(
        {"soort": "dossier", "leerling": head, "school": SCHOOL, "betrokkenen": people or known, "tijdlijn": list(events)}
    )
    assert isinstance(loaded.record, Dossier) and loaded.sound, loaded.findings
    return loaded


def support(name: str = "o1", day: str = "2026-09-14", **more: object) -> dict[str, Any]:
    """Support in arithmetic, from a day."""
    base = {"datum": day, "soort": "ondersteuning", "id": name, "vakgebied": "rekenen", "doel": f"Doel van {name}."}
    return {**base, "aanpak": f"Aanpak van {name}.", "door": "lk", **more}


def read(record: dict[str, Any]) -> Loaded:
    """A record as if it stood in a file; JSON is YAML."""
    return load_text("gemaakt.yaml", json.dumps(record, ensure_ascii=False).encode(), today=date(2027, 6, 1))


def work(reader: Reader, *, names: bool = True, group: int | None = None, pupil: str | None = None, day: date = DAY) -> Work:
    """What holds for a run."""
    return Work(Assessor(Setup(day, max(day, DAY))), Settings(Instellingen(soort="instellingen")), reader, names, group, pupil)


def caseload(*loaded: Loaded) -> Caseload:
    """Some dossiers together."""
    found = Caseload()
    for one in loaded:
        assert isinstance(one.record, Dossier)
        found.dossiers[one.record.school, one.record.leerling.id] = one
    return found


@cache
def _templates() -> Templates:
    return Templates()


def shown(paper: Paper, form: str) -> str:
    """A document as text, in `html` or `md`."""
    return _templates().render(f"{paper.document}/{paper.document}.{form}.j2", paper.doc)
