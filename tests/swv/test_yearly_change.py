"""The yearly change: a version with only what changes, in words, and for which pupils the verdict changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from running import Bo

BASE = "kop-van-noord-holland-2014"


def test_a_new_version_holds_only_what_changes(bo: Bo, desk: Path) -> None:
    done = bo(
        "kader", "new", "--van", "kaders/noorderkoog-2026.yaml", "--schooljaar", "2027-2028",
        "--instelling", "ouders_betrekken=10 schooldagen", "--instelling", "evalueren=3", "--regel", "KNH-1.4",
        "--vervalt", "ndk-1.1",
    )  # fmt: skip
    assert done.code == 0, done.err
    path = desk / "kaders" / "noorderkoog-2027.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count("code: KNH") == 1
    assert "geldig: {van: 2027-08-01}" in text
    assert "gebaseerd_op: noorderkoog-2026" in text
    assert "vervalt: [NDK-1.1]" in text
    assert bo("validate", str(path)).code == 0
    assert bo("kader", "check", str(path), "--zonder-verkennen").code == 0
    found: dict[str, Any] = json.loads(bo("kader", "diff", "noorderkoog-2026", "noorderkoog-2027", "--format", "json").out)
    changes = [(one["soort"], one["onderdeel"], one["code"]) for one in found["wijzigingen"]]
    assert changes == [
        ("gewijzigd", "geldigheid", ""),
        ("gewijzigd", "instelling", "ouders_betrekken"),
        ("gewijzigd", "instelling", "evalueren"),
        ("vervalt", "regel", "NDK-1.1"),
    ]


def test_a_rule_about_a_sop_can_be_taken_along(bo: Bo, desk: Path) -> None:
    done = bo("kader", "new", "--van", "noorderkoog", "--schooljaar", "2027-2028", "--regel", "KNH-S.6", "--out", "kaders/s.yaml")
    assert done.code == 0, done.err
    lines = (desk / "kaders" / "s.yaml").read_text(encoding="utf-8").split("\n")
    own = [one.strip().split(":")[0] for one in lines[lines.index("regels:") + 1 :] if one.startswith("    ")]
    assert own == ["titel", "bron", "over", "ernst", "open_punt", "als", "dan", "binnen", "wie", "doe", "kort", "waarom"]
    assert bo("kader", "check", "kaders/s.yaml", "--zonder-verkennen").code == 0


def test_an_empty_version_changes_nothing_but_the_date(bo: Bo, desk: Path) -> None:
    assert bo("kader", "new", "--van", "noorderkoog", "--schooljaar", "2027-2028", "--out", "kaders/leeg.yaml").code == 0
    assert bo("kader", "check", "kaders/leeg.yaml", "--zonder-verkennen").code == 0
    found = json.loads(bo("kader", "diff", "noorderkoog-2026", "noorderkoog-2027", "--format", "json").out)
    assert [one["onderdeel"] for one in found["wijzigingen"]] == ["geldigheid"]
    done = bo("kader", "diff", "noorderkoog-2026", "noorderkoog-2027", "dossiers", "--peildatum", "2026-11-24")
    assert "voor 0 leerlingen verandert er iets" in done.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--van", "noorderkoog", "--schooljaar", "2027"], "schrijf het schooljaar als 2026-2027"),
        (["--van", "noorderkoog", "--schooljaar", "2027-2029"], "schrijf het schooljaar als 2026-2027"),
        (["--van", "noorderkoog", "--schooljaar", "2026-2027"], "een nieuwe versie begint daarna"),
        (["--van", "noorderkoog-2025", "--schooljaar", "2027-2028"], "komt al noorderkoog-2026"),
        (["--van", "noorderkog", "--schooljaar", "2027-2028"], "Bedoelde u `noorderkoog`?"),
        (["--van", "noorderkoog", "--schooljaar", "2027-2028", "--regel", "KNH-9.9"], "de regel KNH-9.9 bestaat niet"),
        (["--van", "noorderkoog", "--schooljaar", "2027-2028", "--instelling", "x=3"], "de instelling x bestaat niet"),
        (["--van", "noorderkoog", "--schooljaar", "2027-2028", "--instelling", "evalueren=gauw"], "schrijf een lengte"),
        (["--van", "noorderkoog", "--schooljaar", "2027-2028", "--instelling", "evalueren"], "schrijf NAAM=LENGTE"),
        (["--van", "noorderkoog", "--schooljaar", "2027-2028", "--code", "noorderkoog-2025"], "bestaat al"),
        (["--van", "noorderkoog", "--schooljaar", "2027-2028", "--code", "../weg"], "een code bestaat uit"),
        (["--van", "noorderkoog", "--schooljaar", "9998-9999"], "kan niet kloppen"),
        (["--van", "noorderkoog", "--schooljaar", "2027-2028", "--instelling", "evalueren=900 maanden"], "ten hoogste tien jaar"),
        (["--van", "noorderkoog", "--schooljaar", "2027-2028", "--regel", "KNH-1.4", "--vervalt", "knh-1.4"], "niet tegelijk"),
        (["--van", "noorderkoog", "--schooljaar", "2027-2028", "--code", "landelijk-2025"], "bestaat al"),
        (["--van", "noorderkoog", "--schooljaar", "2027-2028", "--out", "nergens/x.yaml"], "niet te schrijven"),
        (["--van", "noorderkoog", "--schooljaar", "2027-2028", "--out", "samenwerkingsverband.yaml"], "blijft zoals het is"),
    ],
)
def test_a_version_that_cannot_be(bo: Bo, desk: Path, arguments: list[str], says: str) -> None:
    before = sorted((path, path.read_bytes()) for path in desk.rglob("*.yaml"))
    done = bo("kader", "new", *arguments)
    assert done.code == 2
    assert says in " ".join(done.err.split())
    assert sorted((path, path.read_bytes()) for path in desk.rglob("*.yaml")) == before


def test_the_difference_in_words(bo: Bo, desk: Path) -> None:
    out = bo("kader", "diff", "noorderkoog-2025", "noorderkoog-2026").out
    text = " ".join(out.split())
    assert "waarde was: 4 schoolweken (bron) waarde wordt: 3 schoolweken (bron) Raakt KNH-3.3." in text
    assert "+ NDK-1.1 Bij nieuwe ondersteuning staat tot wanneer zij loopt" in text
    assert "- KNH-2.1 Ondersteuning met een einddatum is geëvalueerd" in text
    assert "norm wordt: Na elke evaluatie volgt binnen 2 schoolweken een oudercontact over de resultaten" in text
    assert "~ activiteitenplan, passage 2" in text
    assert bo("kader", "diff", "noorderkoog-2026", "noorderkoog-2026").out.endswith("Er is niets veranderd.\n")


def pupils(bo: Bo, *more: str) -> dict[str, Any]:
    arguments = ("kader", "diff", "noorderkoog-2025", "noorderkoog-2026", "dossiers", "--peildatum", "2026-11-24")
    data: dict[str, Any] = json.loads(bo(*arguments, "--format", "json", *more).out)
    return data


def test_for_which_pupils_the_verdict_changes(bo: Bo, desk: Path) -> None:
    found = pupils(bo)
    one = next(one for one in found["leerlingen"] if one["leerling"] == "L-0423")
    change = next(rule for rule in one["regels"] if rule["regel"] == "KNH-3.3" and rule["wordt"].startswith("open"))
    assert (change["was"], change["wordt"]) == ("open, uiterlijk 11-12-2026", "open, uiterlijk 4-12-2026")
    assert change["aanleiding"]["datum"] == "2026-11-13"
    assert found["beoordeeld"] == 19
    assert found["veranderd"] == len(found["leerlingen"])
    names = [
        path.read_text(encoding="utf-8").split("roepnaam: ")[1].split()[0].strip(",")
        for path in desk.glob("dossiers/*.yaml")
        if "roepnaam: " in path.read_text(encoding="utf-8")
    ]
    assert names
    assert not [name for name in names if f'"{name}"' in json.dumps(found)]


def test_by_date_older_duties_stay_under_the_frame_of_their_day(bo: Bo, desk: Path) -> None:
    always, dated = pupils(bo), pupils(bo, "--op-datum")
    assert dated["veranderd"] < always["veranderd"]
    days = [rule["aanleiding"]["datum"] for one in dated["leerlingen"] for rule in one["regels"] if rule["aanleiding"]]
    assert min(days) >= "2026-08-01"
    assert (
        min(rule["aanleiding"]["datum"] for one in always["leerlingen"] for rule in one["regels"] if rule["aanleiding"])
        < "2026-08-01"
    )


def test_two_processes_say_the_same(bo: Bo, desk: Path) -> None:
    assert pupils(bo, "--jobs", "2") == pupils(bo, "--jobs", "1")


def test_a_broken_dossier_does_not_stop_the_rest(bo: Bo, desk: Path) -> None:
    (desk / "dossiers" / "A.yaml").write_text("soort: dossier\nschool: x\n", encoding="utf-8")
    done = bo("kader", "diff", "noorderkoog-2025", "noorderkoog-2026", "dossiers", "--peildatum", "2026-11-24")
    assert done.code == 1
    assert "19 dossiers beoordeeld" in done.out
    assert "1 bestand niet te beoordelen" in " ".join(done.out.split())
    assert "BO201" in done.err


def test_naming_a_version_that_is_not_in_force_says_which_is(bo: Bo, desk: Path) -> None:
    done = bo("escalate", "dossiers", "--kader", "noorderkoog-2025", "--peildatum", "2026-11-24")
    assert "op 24 november 2026 geldt noorderkoog-2026" in done.err
    assert "geldt" not in bo("escalate", "dossiers", "--kader", "noorderkoog-2026", "--peildatum", "2026-11-24").err


def test_wrong_use_of_diff(bo: Bo, desk: Path) -> None:
    assert "gaat niet in na" in bo("kader", "diff", "noorderkoog-2026", "noorderkoog-2025", "dossiers", "--op-datum").err
    assert bo("kader", "diff", "noorderkoog-2026", "noorderkoog-2025", "kaders").code == 3
    assert bo("kader", "diff", "noorderkoog-2026", "weg.yaml").code == 2


def test_the_date_picks_the_frame(bo: Bo, desk: Path) -> None:
    """A duty from before 1 August keeps the term of its own day, and one from after has the new one."""
    path = desk / "L-9.yaml"
    path.write_text(
        """\
soort: dossier
leerling: {id: L-9, geboortedatum: 2017-01-01, groep: 5}
school: 99XX00
betrokkenen:
  - {id: lk, naam: M. Visser, rol: groepsleerkracht}
tijdlijn:
  - {datum: 2026-03-02, soort: ondersteuning, id: a, vakgebied: taal, vorm: geintensiveerd, doel: d, aanpak: a, door: lk}
  - {datum: 2026-06-29, soort: evaluatie, van: a, effect: onvoldoende}
  - {datum: 2026-08-31, soort: ondersteuning, id: b, vakgebied: taal, vorm: voortgezet, doel: d, aanpak: a, door: lk}
  - {datum: 2026-09-28, soort: evaluatie, van: b, effect: onvoldoende}
""",
        encoding="utf-8",
    )
    done = bo("escalate", str(path), "--kader", "noorderkoog", "--peildatum", "2026-10-05", "--format", "json")
    (one,) = json.loads(done.out)["dossiers"]
    due = {rule["datum"]: rule["uiterlijk"] for rule in one["oordeel"]["regels"] if rule["regel"] == "KNH-3.3"}
    assert due == {"2026-06-29": "2026-09-07", "2026-09-28": "2026-10-26"}
    codes = {rule["regel"] for rule in one["oordeel"]["regels"]}
    assert "KNH-2.1" not in codes
    versions = [version["code"] for version in one["bewijs"]["normenkader"]["versies"]]
    assert versions == ["noorderkoog-2025", "noorderkoog-2026"]
    assert bo("escalate", str(path), "--kader", BASE, "--peildatum", "2026-10-05").code in (0, 1)


def test_the_worked_example_is_as_good_as_our_own_frames(bo: Bo, desk: Path) -> None:
    assert bo("kader", "check", "kaders").code == 0
    tested = bo("kader", "test", "kaders", "--mutaties")
    assert tested.code == 0, tested.out
    assert " ".join(tested.out.split()).count("0 ongemerkt") == 2
    assert bo("kader", "bronnen", "kaders").code == 0


DRAFT = "soort: normenkader\ncode: {code}\nreeks: {series}\ntitel: Kapot\ngeldig: {{van: 2026-13-01}}\n"


def test_a_draft_of_another_series_stops_nobody(bo: Bo, desk: Path) -> None:
    plain = bo("escalate", "dossiers", "--peildatum", "2026-11-24")
    (desk / "kaders" / "kladje.yaml").write_text(DRAFT.format(code="kladje", series="kladje"), encoding="utf-8")
    assert bo("escalate", "dossiers", "--peildatum", "2026-11-24") == plain
    assert bo("escalate", "dossiers", "--peildatum", "2026-11-24", "--kader", "noorderkoog").code in (0, 1)
    assert bo("kader", "check", "kaders").code == 2


def test_a_broken_version_of_the_series_itself_does(bo: Bo, desk: Path) -> None:
    text = DRAFT.format(code="noorderkoog-2027", series="noorderkoog")
    (desk / "kaders" / "noorderkoog-2027.yaml").write_text(text, encoding="utf-8")
    done = bo("escalate", "dossiers", "--peildatum", "2026-11-24", "--kader", "noorderkoog")
    assert done.code == 2
    assert "BO204" in done.err
    assert bo("escalate", "dossiers", "--peildatum", "2026-11-24").code in (0, 1)
