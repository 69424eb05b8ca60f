"""An id of a pupil that holds the name is pointed out, in a dossier and on an agenda."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from basisondersteuning.findings.finding import Severity
from basisondersteuning.records.load import load_text
from basisondersteuning.records.naming import names_the_pupil


@pytest.mark.parametrize(
    ("id", "holds"),
    [
        ("noor", True),
        ("Noor-417", True),
        ("L-0417-bakker", True),
        ("L-0417-nóór", True),
        ("gr5noorb", True),
        ("jan.willem", True),
        ("berg", True),
        ("bo-1", True),
        ("L-0417", False),
        ("bos-1", False),
        ("van-1", False),
        ("norma", False),
    ],
)
def test_an_id_that_holds_a_name(id: str, holds: bool) -> None:
    names = (("Noor", "Bakker"), ("Jan-Willem", "van den Berg"), ("Bo", None))
    assert any(names_the_pupil(id, *one) for one in names) is holds


def codes(record: dict[str, Any]) -> list[tuple[str, Severity]]:
    loaded = load_text("x.yaml", json.dumps(record).encode(), today=date(2026, 11, 24))
    assert loaded.sound
    return [(one.code, one.severity) for one in loaded.findings]


@pytest.mark.parametrize(("id", "expected"), [("sem-o", [("BO315", Severity.WAARSCHUWING)]), ("L-0423", [])])
def test_a_warning_in_a_dossier_and_on_an_agenda(id: str, expected: list[tuple[str, Severity]]) -> None:
    pupil = {"id": id, "roepnaam": "Sem", "geboortedatum": "2016-03-14", "groep": 5}
    assert codes({"soort": "dossier", "school": "99XX00", "leerling": pupil}) == expected
    item = {"leerling": id, "naam": "Sem Oosterling", "inbrenger": "ib", "vraag": "Wat helpt?", "minuten": 30}
    head = {"soort": "ot", "school": "99XX00", "datum": "2026-12-10", "begin": "13:15", "duur": 60, "voorzitter": "ib"}
    people = [{"id": "ib", "naam": "T. Verzonnen", "rol": "intern_begeleider"}]
    assert codes({**head, "leden": people, "agenda": [item]}) == expected
