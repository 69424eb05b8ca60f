"""The record `ot`: each mistake of coherence with its code, its place and the words that help."""

from __future__ import annotations

from datetime import date

import pytest

from basisondersteuning.findings.finding import Finding, Severity
from basisondersteuning.model.ot import OPEN_NAME, OPEN_QUESTION
from basisondersteuning.records.load import load_source, load_text
from basisondersteuning.records.source import accept

TODAY = date(2026, 11, 24)
MEETING = """soort: ot
school: 99XX00
datum: 2026-11-19
begin: 13:15
duur: 75
voorzitter: dir
notulist: ib
leden:
  - {id: dir, naam: H. Brouwer, rol: directeur}
  - {id: ib, naam: T. de Wit, rol: intern_begeleider}
externe_deskundigen:
  - {id: ext, naam: B. Terpstra, rol: externe_deskundige}
agenda:
  - leerling: L-0101
    inbrenger: lk
    vraag: Wat helpt?
    minuten: 45
    genodigden:
      - {id: moeder, naam: S. Bakker, rol: ouder, gezag: ja}
      - {id: lk, naam: M. Visser, rol: groepsleerkracht}
    ouders_uitgenodigd_op: 2026-11-05
    aanwezig: [dir, ib, ext, moeder, lk]
    bespreking: Wat al helpt.
    afspraken:
      - {wie: moeder, wat: thuis oefenen, wanneer: 2026-12-01}
    evaluatiedatum: 2027-01-21
  - leerling: L-0102
    inbrenger: ib
    vraag: Wat nu?
    minuten: 30
    genodigden:
      - {id: moeder, naam: P. Smit, rol: ouder}
"""


def findings(text: str, *, today: date = TODAY) -> list[Finding]:
    return load_text("ot.yaml", text.encode(), today=today).findings


def shown(found: list[Finding]) -> list[tuple[str, str]]:
    """Of each finding its code and the words it points at."""
    return [(one.code, (one.place.text or "")[one.place.column - 1 :][: one.place.length]) for one in found]


def test_a_good_meeting_has_no_findings() -> None:
    assert findings(MEETING) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("voorzitter: dir", "voorzitter: dri", [("BO301", "dri")]),
        ("notulist: ib", "notulist: lk", [("BO301", "lk")]),  # sits with one pupil only
        ("inbrenger: lk", "inbrenger: juf", [("BO301", "juf")]),
        ("ext, moeder, lk]", "ext, vader, lk]", [("BO301", "vader")]),
        ("wie: moeder", "wie: oma", [("BO301", "oma")]),
        ("{id: ib, naam: T.", "{id: dir, naam: T.", [("BO301", "ib"), ("BO304", "dir"), ("BO301", "ib"), ("BO301", "ib")]),
        ("id: ext, naam", "id: dir, naam", [("BO304", "dir"), ("BO301", "ext")]),
        ("{id: lk, naam: M.", "{id: moeder, naam: M.", [("BO301", "lk"), ("BO304", "moeder"), ("BO301", "lk")]),
        ("{id: moeder, naam: P.", "{id: ib, naam: P.", [("BO304", "ib")]),
        ("rol: directeur}", "rol: directeur, gezag: ja}", [("BO310", "ja")]),
        ("groepsleerkracht}", "groepsleerkracht, gezag: nee}", [("BO310", "nee")]),
        ("L-0102", "L-0101", [("BO601", "L-0101")]),
        ("duur: 75", "duur: 74", [("BO602", "74")]),
        ("begin: 13:15", "begin: 22:50", [("BO602", "75")]),
        ("datum: 2026-11-19\nbegin", "datum: 2026-11-22\nbegin", [("BO603", "2026-11-22")]),
        ("vraag: Wat nu?", f"vraag: {OPEN_QUESTION}", [("BO604", OPEN_QUESTION)]),
        ("naam: H. Brouwer", f"naam: {OPEN_NAME}", [("BO604", OPEN_NAME)]),
        ("op: 2026-11-05", "op: 2026-11-20", [("BO309", "2026-11-20")]),
        ("evaluatiedatum: 2027-01-21", "evaluatiedatum: 2026-11-18", [("BO309", "2026-11-18")]),
        ("wanneer: 2026-12-01", "wanneer: 2026-11-18", [("BO309", "2026-11-18")]),
    ],
)
def test_each_mistake(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert MEETING.count(old) == 1
    assert shown(findings(MEETING.replace(old, new))) == expected


@pytest.mark.parametrize(("begin", "fits"), [("22:45", True), ("22:46", False)])
def test_a_meeting_may_last_until_midnight(begin: str, fits: bool) -> None:
    assert (findings(MEETING.replace("13:15", begin)) == []) is fits


def test_what_happened_cannot_lie_ahead() -> None:
    found = findings(MEETING, today=date(2026, 11, 18))
    assert [one.code for one in found] == ["BO308"]
    assert "ligt in de toekomst" in found[0].message
    assert findings(MEETING, today=date(2026, 11, 19)) == []


def test_a_meeting_of_the_past_that_was_not_filled_in_is_no_mistake() -> None:
    ahead = MEETING[: MEETING.index("    aanwezig")] + MEETING[MEETING.index("  - leerling: L-0102") :]
    assert findings(ahead) == []
    assert findings(ahead, today=date(2026, 1, 5)) == []


def test_findings_name_the_pupil_by_id_and_repeat_no_value() -> None:
    text = MEETING.replace("wie: moeder", "wie: oma").replace("voorzitter: dir", "voorzitter: dri")
    pupil, school = sorted(findings(text), key=lambda one: -one.place.line)
    assert (pupil.subject, school.subject) == ("L-0101", "99XX00")
    assert "oma" not in pupil.message + pupil.remedy
    assert "`moeder`" in pupil.remedy
    assert school.suggestion == "dir"


def test_a_meeting_without_soort_is_recognised() -> None:
    source = accept("ot.yaml", MEETING.replace("soort: ot\n", "").encode())
    assert not isinstance(source, Finding)
    assert [one.code for one in load_source(source, today=TODAY, named=False).findings] == ["BO121"]


def test_many_mistakes_are_cut_off() -> None:
    one = "  - {leerling: L-0102, inbrenger: niemand, vraag: Wat nu?, minuten: 1}\n"
    found = findings(MEETING + one * 300)
    assert len(found) < 300
    assert any(one.code == "BO124" for one in found)
    assert all(one.severity in Severity for one in found)
