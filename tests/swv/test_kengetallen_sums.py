"""Wholes of parts: a part and its whole are never added together, and half a whole is a lower bound."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from running import Bo

from .figures_made import codes, count, point, pupils, record, report, written

SWV = "soort: samenwerkingsverband\nnaam: SWV Voorbeeld\nnummer: PO9999\nscholen:\n"
SCHOOLS = ("99XX00", "99XY00", "99XZ00")


def alliance(folder: Path) -> str:
    path = folder / "samenwerkingsverband.yaml"
    path.write_text(SWV + "".join(f"  - {{vestiging: {one}, naam: School {one}}}\n" for one in SCHOOLS), encoding="utf-8")
    return str(path)


def at(school: str) -> str:
    return f", gebied: school, code: {school}"


def amounts(found: dict[str, Any], what: str, area: str = "samenwerkingsverband") -> dict[str, tuple[object, object]]:
    (table,) = (one for one in found["aantallen"] if one["wat"] == what and one["gebied"] == area)
    (row,) = table["rijen"]
    return {one["uitsplitsing"]: (one["laagste"], one["hoogste"]) for one in row["aantallen"]}


def so(cluster: int, number: object) -> str:
    return pupils(2025, f", cluster: {cluster}", so=number)


def test_clusters_make_special_education_when_all_are_there(bo: Bo, tmp_path: Path) -> None:
    rest = pupils(2025, bao=900, sbo=20)
    every = so(1, "<5") + so(2, 6) + so(3, 10) + so(4, 10)
    found = report(bo, written(tmp_path, a=record(rest + every)))
    assert point(found, 2025, "deelname_so")["leerlingen"]["so"] == {"laagste": 27, "hoogste": 30}
    found = report(bo, written(tmp_path, a=record(rest + so(3, 10) + so(4, 10))))
    assert point(found, 2025, "deelname_so")["leerlingen"]["so"] == {"laagste": 20, "hoogste": None}
    assert point(found, 2025, "deelname_so")["percentage"]["hoogste"] is None


def test_a_whole_that_was_counted_goes_before_its_parts(bo: Bo, tmp_path: Path) -> None:
    found = report(bo, written(tmp_path, a=record(pupils(2025, bao=900, sbo=20, so=26) + so(3, 10) + so(4, 10))))
    assert point(found, 2025, "deelname_so")["leerlingen"]["so"] == {"laagste": 26, "hoogste": 26}


def tlv(number: object, more: str) -> str:
    return count("tlv", number, more)


def test_tlvs_of_categories_and_kinds(bo: Bo, tmp_path: Path) -> None:
    so_parts = "".join(tlv(number, f", onderwijs: so, categorie: {name}") for name, number in (("L", 40), ("M", "<5"), ("H", 3)))
    found = report(bo, written(tmp_path, a=record(tlv(30, ", onderwijs: sbo") + so_parts)))
    assert amounts(found, "tlv")["SO"] == (44, 47)
    assert amounts(found, "tlv")["totaal"] == (74, 77)
    half = tlv(40, ", onderwijs: so, categorie: L")
    found = report(bo, written(tmp_path, a=record(half)))
    assert amounts(found, "tlv")["totaal"] == amounts(found, "tlv")["SO"] == (40, None)


def test_all_schools_make_the_samenwerkingsverband(bo: Bo, tmp_path: Path) -> None:
    swv = alliance(tmp_path)
    text = "".join(count("arrangementen", number, at(one)) for one, number in zip(SCHOOLS, (7, "<5", 9), strict=True))
    found = report(bo, written(tmp_path, a=record(text)), "--swv", swv)
    assert amounts(found, "arrangementen") == {"totaal": (17, 20)}
    some = "".join(count("arrangementen", 7, at(one)) for one in SCHOOLS[:2])
    found = report(bo, written(tmp_path, a=record(some)), "--swv", swv)
    assert amounts(found, "arrangementen") == {"totaal": (14, None)}


def test_a_school_is_not_added_to_its_samenwerkingsverband(bo: Bo, tmp_path: Path) -> None:
    swv = alliance(tmp_path)
    text = "".join(count("arrangementen", 7, at(one)) for one in SCHOOLS) + count("arrangementen", 21)
    found = report(bo, written(tmp_path, a=record(text)), "--swv", swv)
    assert amounts(found, "arrangementen") == {"totaal": (21, 21)}
    assert "BO835" not in codes(found)
    found = report(bo, written(tmp_path, a=record(text.replace("aantal: 21", "aantal: 20"))), "--swv", swv)
    assert amounts(found, "arrangementen") == {"totaal": (20, 20)}
    assert "BO835" in codes(found)


def test_pupils_of_schools_give_rates_but_special_education_never_does(bo: Bo, tmp_path: Path) -> None:
    swv = alliance(tmp_path)
    kinds = ("bao", "bao", "sbo")
    text = "".join(pupils(2025, at(one), **{kind: 50}) for one, kind in zip(SCHOOLS, kinds, strict=True))
    more = pupils(2025, at(SCHOOLS[2]), so=5)
    found = report(bo, written(tmp_path, a=record(text + more)), "--swv", swv)
    made = point(found, 2025)
    assert made["leerlingen"] == {"bao": {"laagste": 100, "hoogste": 100}, "sbo": {"laagste": 50, "hoogste": 50}}
    assert not [one for one in found["reeksen"] if one["wat"] == "deelname_so"]


def test_a_school_of_elsewhere_is_told_and_left_out(bo: Bo, tmp_path: Path) -> None:
    swv = alliance(tmp_path)
    text = "".join(count("arrangementen", 7, at(one)) for one in (*SCHOOLS, "99ZZ00"))
    found = report(bo, written(tmp_path, a=record(text)), "--swv", swv)
    assert amounts(found, "arrangementen") == {"totaal": (21, 21)}
    assert codes(found).count("BO837") == 1


def test_a_level_that_a_school_says_nothing_of_is_not_nobody(bo: Bo, tmp_path: Path) -> None:
    swv = alliance(tmp_path)
    level = "  - {{peildatum: 2025-10-01, wat: op_niveau, niveau: '{}', aantal: 6, bron: b, gebied: school, code: {}}}\n"
    text = "".join(level.format(1, one) for one in SCHOOLS) + level.format(2, SCHOOLS[0])
    found = report(bo, written(tmp_path, a=record(text)), "--swv", swv)
    assert amounts(found, "op_niveau") == {"niveau 1": (18, 18), "niveau 2": (6, None)}


def test_without_a_list_of_schools_nothing_is_added_up(bo: Bo, tmp_path: Path) -> None:
    text = "".join(count("arrangementen", 7, at(one)) for one in SCHOOLS)
    found = report(bo, written(tmp_path, a=record(text)))
    assert {one["gebied"] for one in found["aantallen"]} == {"school"}


@pytest.mark.parametrize("hidden", ["afgeschermd", "<5"])
def test_what_is_hidden_stays_hidden_in_the_sum(bo: Bo, tmp_path: Path, hidden: str) -> None:
    swv = alliance(tmp_path)
    text = count("arrangementen", hidden, at(SCHOOLS[0])) + "".join(count("arrangementen", 7, at(one)) for one in SCHOOLS[1:])
    found = report(bo, written(tmp_path, a=record(text)), "--swv", swv)
    low, high = amounts(found, "arrangementen")["totaal"]
    assert (low, high) == ((14, None) if hidden == "afgeschermd" else (15, 18))
