"""The record `sop`: each mistake of coherence with its code, its place and the words that help."""

from __future__ import annotations

from datetime import date

import pytest

from basisondersteuning.findings.finding import Finding
from basisondersteuning.records.load import load_text

TODAY = date(2026, 11, 24)
SOP = """soort: sop
school: 99XX00
naam: De Voorbeeldschool
schooljaar: 2026-2027
aspecten:
  - {aspect: basiskwaliteit, score: volledig}
  - {aspect: interventies, score: volledig}
ijkpunten:
  - {ijkpunt: veilige_omgeving, score: grotendeels}
  - {ijkpunt: ambitieus_opp}
protocollen:
  - {onderwerp: dyslexie, vastgesteld_op: 2024-01-16}
interne_begeleiding:
  - {opleiding: master_sen, uren_per_week: 14}
  - {opleiding: post_hbo_ib, uren_per_week: 6}
bekostiging:
  - {bron: samenwerkingsverband, uren_per_week: 12}
  - {bron: schoolbestuur, uren_per_week: 8}
ondersteuningsteam:
  voorzitter: directeur
  leden: [directeur, intern_begeleider]
hgw:
  - {kenmerk: doelgericht}
  - {kenmerk: positieve_aspecten}
ambities:
  - {wat: Doelen meetbaar, wanneer: 2026-08-01, stand: loopt}
  - {wat: Plusgroep, wanneer: 2026-03-31, stand: bereikt}
kengetallen:
  - {wat: leerlingen, peildatum: 2025-10-01, aantal: 200}
tijdlijn:
  - {datum: 2016-03-15, soort: inspectieoordeel, id: oud, stelsel: arrangement, uitkomst: zeer_zwak}
  - {datum: 2016-03-16, soort: verbetermaatregel, maatregel: Verbeterplan}
  - {datum: 2016-03-17, soort: swv_ingelicht}
  - {datum: 2022-10-11, soort: inspectieoordeel, id: nieuw, stelsel: oordeel, uitkomst: goed}
  - {datum: 2023-01-10, soort: oordeel, regel: KNH-S.5, voldoet: ja, door: bestuur, betreft: nieuw, reden: Goed.}
afwijkingen:
  - {regel: KNH-S.15, reden: Opleiding loopt., door: bestuur, datum: 2026-06-30, tot: 2027-07-31, betreft: oud}
"""


def findings(text: str) -> list[Finding]:
    return load_text("sop.yaml", text.encode(), today=TODAY).findings


def shown(found: list[Finding]) -> list[tuple[str, str]]:
    """Of each finding its code and the words it points at."""
    return [(one.code, (one.place.text or "")[one.place.column - 1 :][: one.place.length]) for one in found]


def test_a_good_sop_has_no_findings() -> None:
    assert findings(SOP) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("schooljaar: 2026-2027", "schooljaar: 2026-2028", [("BO314", "2026-2028")]),
        ("schooljaar: 2026-2027", "schooljaar: 2026-2026", [("BO314", "2026-2026")]),
        ("aspect: interventies", "aspect: basiskwaliteit", [("BO317", "basiskwaliteit")]),
        ("ijkpunt: ambitieus_opp", "ijkpunt: veilige_omgeving", [("BO317", "veilige_omgeving")]),
        ("kenmerk: positieve_aspecten", "kenmerk: doelgericht", [("BO317", "doelgericht")]),
        ("uitkomst: zeer_zwak", "uitkomst: onvoldoende", [("BO316", "onvoldoende")]),
        ("uitkomst: zeer_zwak", "uitkomst: goed", [("BO316", "goed")]),
        ("uitkomst: goed", "uitkomst: basis", [("BO316", "basis")]),
        ("uitkomst: goed", "uitkomst: zwak", [("BO316", "zwak")]),
        ("uitkomst: goed", "uitkomst: zeer_zwak", []),  # both systems know it
        ("datum: 2022-10-11", "datum: 2017-07-31", [("BO316", "2017-07-31")]),
        ("datum: 2022-10-11", "datum: 2017-08-01", []),
        (
            "datum: 2016-03-15",
            "datum: 2017-08-01",
            [("BO316", "2017-08-01"), ("BO330", "verbetermaatregel"), ("BO330", "swv_ingelicht")],
        ),
        ("datum: 2016-03-16", "datum: 2016-03-14", [("BO330", "verbetermaatregel")]),
        ("datum: 2016-03-17", "datum: 2016-03-15", []),  # on the day itself
        ("id: nieuw", "id: oud", [("BO304", "oud"), ("BO302", "nieuw")]),
        ("betreft: oud", "betreft: ouder", [("BO302", "ouder")]),
        ("vastgesteld_op: 2024-01-16", "vastgesteld_op: 2026-11-25", [("BO308", "2026-11-25")]),
        ("peildatum: 2025-10-01", "peildatum: 2027-10-01", [("BO308", "2027-10-01")]),
        ("datum: 2023-01-10", "datum: 2026-11-25", [("BO308", "2026-11-25")]),
        ("datum: 2023-01-10", "datum: 2026-11-24", []),
        ("datum: 2026-06-30", "datum: 2026-11-25", [("BO308", "2026-11-25")]),
        ("tot: 2027-07-31", "tot: 2026-06-29", [("BO309", "2026-06-29")]),
        ("tot: 2027-07-31", "tot: 2026-06-30", []),
        ("uren_per_week: 6", "uren_per_week: 7", [("BO331", "bekostiging")]),
        ("master_sen, uren_per_week: 14", "master_sen", []),  # not all hours are known
        ("wanneer: 2026-08-01", "wanneer: 2026-07-31", [("BO332", "2026-07-31")]),
        ("leden: [directeur, ", "leden: [", [("BO333", "directeur")]),
        ("leden: [directeur, intern_begeleider]", "leden:", []),  # nobody is named: the norms say so
    ],
)
def test_each_mistake(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert SOP.count(old) == 1
    assert shown(findings(SOP.replace(old, new))) == expected


def test_a_sop_of_which_no_judgement_is_known_has_nothing_to_measure_up_to() -> None:
    without = "".join(line for line in SOP.splitlines(keepends=True) if "inspectieoordeel" not in line)
    assert [one.code for one in findings(without)] == ["BO330", "BO330", "BO302", "BO302"]


def test_every_finding_is_about_the_school_and_repeats_no_value() -> None:
    found = findings(SOP.replace("aspect: interventies", "aspect: basiskwaliteit").replace("betreft: oud", "betreft: geheim"))
    assert {one.subject for one in found} == {"99XX00"}
    assert not any("geheim" in one.message + one.remedy for one in found)


def test_a_reference_that_is_nearly_right_is_guessed() -> None:
    (found,) = findings(SOP.replace("betreft: nieuw", "betreft: niuew"))
    assert (found.suggestion, found.remedy) == ("nieuw", "Bedoelde u `nieuw`?")


@pytest.mark.parametrize(
    ("bad", "codes"),
    [
        ("schooljaar: 2026-2027", {"BO201"}),  # left out
        ("naam: De Voorbeeldschool", {"BO201"}),
    ],
)
def test_what_must_be_there(bad: str, codes: set[str]) -> None:
    assert {one.code for one in findings(SOP.replace(bad + "\n", ""))} == codes


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("school: 99XX00", "school: De Voorbeeldschool"),
        ("schooljaar: 2026-2027", "schooljaar: 26/27"),
        ("score: grotendeels", "score: 3"),
        ("uren_per_week: 14", "uren_per_week: veel"),
        ("aantal: 200", "aantal: ongeveer 200"),
        ("voorzitter: directeur", "voorzitter: baas"),
        ("uitkomst: goed", "uitkomst: prima"),
        ("soort: verbetermaatregel", "soort: maatregel"),
        ("onderwerp: dyslexie", "onderwep: dyslexie"),
        ("aspecten:", "aspecten: ja\nx:"),
        ("hgw:", "hgw: {kenmerk: doelgericht}\nx:"),
        (
            "ondersteuningsteam:\n  voorzitter: directeur\n  leden: [directeur, intern_begeleider]",
            "ondersteuningsteam: [directeur]",
        ),
    ],
)
def test_mistakes_of_form_are_errors_with_a_place(old: str, new: str) -> None:
    assert SOP.count(old) == 1
    found = findings(SOP.replace(old, new))
    assert found
    assert all(one.code.startswith(("BO1", "BO2")) and one.place.line for one in found)
