"""Passages, what holds them, and who read that: `bo kader bronnen` and `bo kader herzien`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from basisondersteuning.norms.fingerprint import fingerprint
from running import Bo

NEW = "kaders/noorderkoog-2026.yaml"
REGISTER = "kaders/noorderkoog-2026-herzieningen.yaml"


def sources(bo: Bo, *paths: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(bo("kader", "bronnen", *paths, "--format", "json").out)
    return data


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def test_every_passage_of_the_source_is_accounted_for(bo: Bo) -> None:
    (frame,) = [one for one in sources(bo)["kaders"] if one["kader"] == "kop-van-noord-holland-2014"]
    assert [one["passage"] for one in frame["passages"]] == list(range(1, 32))
    assert all(one["verantwoord"] for one in frame["passages"])
    elsewhere = {one["passage"]: [e["record"] for e in one["elders"]] for one in frame["passages"] if one["elders"]}
    assert elsewhere == {4: ["normenkader"], 5: ["normenkader"], 27: ["samenwerkingsverband"]}
    about = {one["passage"]: {code[:5] for code in one["regels"]} for one in frame["passages"]}
    assert {number for number, codes in about.items() if "KNH-S" in codes} == {1, 2, 3, 6, 15, 16, *range(19, 26), 27, 28}
    assert {number for number, codes in about.items() if "KNH-K" in codes} == {30, 31}
    by_number = {one["passage"]: one for one in frame["passages"]}
    assert by_number[9]["regels"] == ["KNH-1.3"]
    assert by_number[9]["velden"] == ["ondersteuning.vorm", "ondersteuning.plaats", "ondersteuning.groepsplan"]
    assert by_number[12]["onvertaald"][0]["aard"] == "mogelijkheid"
    assert by_number[14]["niveaus"] == ["3"]


def test_our_own_frames_have_been_read(bo: Bo) -> None:
    done = bo("kader", "bronnen")
    assert done.code == 0
    assert "31 van 31 passages verantwoord" in " ".join(done.out.split())
    assert "nog niet nagelezen" not in done.out
    for frame in sources(bo)["kaders"]:
        assert {state for one in frame["passages"] for state in one["herzien"].values()} == {"nagelezen"}


def test_a_changed_passage_makes_its_rules_suspect_until_someone_reads_them(bo: Bo, desk: Path) -> None:
    assert bo("kader", "bronnen", NEW).code == 0
    change(desk / NEW, "binnen drie schoolweken", "binnen drie of vier schoolweken")
    done = bo("kader", "bronnen", NEW)
    assert done.code == 1
    assert "! KNH-3.3" in done.out
    assert "waarschuwing[BO422]: KNH-3.3 is verdacht" in done.err
    checked = bo("kader", "check", NEW, "--zonder-verkennen", "--format", "short")
    assert checked.code == 1
    assert "BO422" in checked.out
    assert bo("kader", "herzien", "knh-3.3", "--kader", NEW, "--door", "A. Lezer", "--op", "1-7-2026").code == 0
    assert bo("kader", "bronnen", NEW).code == 0
    last = (desk / REGISTER).read_text(encoding="utf-8").splitlines()[-1]
    assert last.startswith("  - {code: KNH-3.3, door: A. Lezer, op: 2026-07-01, passages: {activiteitenplan.2: ")


def test_a_changed_rule_is_suspect_too_but_not_for_its_explanation(bo: Bo, desk: Path) -> None:
    change(desk / NEW, "    waarom: Met een einddatum", "    waarom: Met zo'n einddatum")
    assert bo("kader", "bronnen", NEW).code == 0
    change(desk / NEW, "moet: {tot: {aanwezig: ja}}", "moet: {tot: {aanwezig: nee}}")
    done = bo("kader", "bronnen", NEW)
    assert done.code == 1
    assert "NDK-1.1 is verdacht: de tekst in het kader zelf veranderde" in " ".join(done.err.split())


def test_a_version_inherits_the_reviews_of_its_base(bo: Bo, desk: Path) -> None:
    (desk / REGISTER).unlink()
    done = bo("kader", "bronnen", NEW)
    assert "verdacht: KNH-3.3" in " ".join(done.out.split())  # its passage 2 is not the one that was read in 2025
    (frame,) = sources(bo, NEW)["kaders"]
    states = {code: state for one in frame["passages"] for code, state in one["herzien"].items()}
    assert states["activiteitenplan.1"] == "nagelezen"
    assert states["NDK-1.1"] == "nog niet nagelezen"


def test_all_that_waits_at_once(bo: Bo, desk: Path) -> None:
    (desk / REGISTER).unlink()
    assert bo("kader", "herzien", "--alle", "--kader", NEW, "--door", "A. Lezer").code == 0
    assert "nog niet nagelezen" not in bo("kader", "bronnen", NEW).out
    again = bo("kader", "herzien", "--alle", "--kader", NEW, "--door", "A. Lezer")
    assert again.code == 0
    assert again.out.startswith("Alles is al nagelezen")


def test_what_stood_in_the_register_stays_to_the_byte(bo: Bo, desk: Path) -> None:
    path = desk / REGISTER
    before = (
        path.read_bytes().replace(b"\n", b"\r\n").replace(b"herzieningen:", b"# eigen aantekening\r\nherzieningen:") + b"  # slot"
    )
    path.write_bytes(before)
    assert bo("kader", "herzien", "NDK-1.1", "--kader", NEW, "--door", "A. Lezer", "--toelichting", "klopt: ja, echt").code == 0
    after = path.read_bytes()
    assert after.startswith(before + b"\r\n  - {code: NDK-1.1, ")
    assert after.endswith(b"toelichting: 'klopt: ja, echt'}\r\n")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("soort: kaderherzieningen\nkader: noorderkoog-2026\nherzieningen: [", "klopt iets niet"),
        ("soort: kaderherzieningen\nherzieningen: []\nkader: noorderkoog-2026\n", "als laatste"),
    ],
)
def test_a_register_that_cannot_be_added_to_stays_as_it_is(bo: Bo, desk: Path, text: str, says: str) -> None:
    (desk / REGISTER).write_text(text, encoding="utf-8")
    done = bo("kader", "herzien", "NDK-1.1", "--kader", NEW, "--door", "A. Lezer")
    assert done.code == 2
    assert says in done.err
    assert (desk / REGISTER).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["NDK-1.2", "--kader", NEW, "--door", "x"], "Bedoelde u NDK-1.1?"),
        (["--kader", NEW, "--door", "x"], "noem een code, of kies --alle"),
        (["NDK-1.1", "--kader", NEW], "ontbreekt iets: --door"),
        (["NDK-1.1", "--kader", NEW, "--door", " "], "schrijf in gewone tekens wie"),
        (["NDK-1.1", "--kader", "kaders", "--door", "x"], "noem bij --kader één bestand"),
        (["NDK-1.1", "--kader", "nergens.yaml", "--door", "x"], "bestaat niet"),
    ],
)
def test_wrong_use(bo: Bo, desk: Path, arguments: list[str], says: str) -> None:
    done = bo("kader", "herzien", *arguments)
    assert done.code in (2, 3)
    assert says in " ".join(done.err.split())


def test_two_at_once_lose_nothing(bo: Bo, desk: Path) -> None:
    import subprocess
    import sys

    command = [sys.executable, "-m", "basisondersteuning", "kader", "herzien", "--kader", NEW, "--door"]
    codes = ["NDK-1.1", "KNH-2.2", "KNH-3.3", "KNH-1.1", "KNH-1.2", "KNH-1.3"]
    running = [subprocess.Popen([*command, f"Lezer {code}", code], stdout=subprocess.DEVNULL) for code in codes]
    assert [one.wait(timeout=60) for one in running] == [0] * len(codes)
    text = (desk / REGISTER).read_text(encoding="utf-8")
    assert all(f"Lezer {code}" in text for code in codes)
    assert not [path.name for path in (desk / "kaders").iterdir() if path.name.startswith(".")]


def test_a_register_of_another_frame_is_not_added_to(bo: Bo, desk: Path) -> None:
    path = desk / REGISTER
    path.write_text(
        path.read_text(encoding="utf-8").replace("kader: noorderkoog-2026", "kader: noorderkoog-2025"), encoding="utf-8"
    )
    before = path.read_bytes()
    done = bo("kader", "herzien", "NDK-1.1", "--kader", NEW, "--door", "A. Lezer")
    assert done.code == 2
    assert "BO424" in done.err
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["a\x1b[31mX", "a\nb", "\udcff"])
def test_a_name_in_ordinary_characters(bo: Bo, desk: Path, name: str) -> None:
    before = (desk / REGISTER).read_bytes()
    assert bo("kader", "herzien", "NDK-1.1", "--kader", NEW, "--door", name).code == 2
    assert (desk / REGISTER).read_bytes() == before


def test_a_passage_that_only_rules_hold(bo: Bo, desk: Path) -> None:
    done = bo("kader", "herzien", "activiteitenplan.4", "--kader", NEW, "--door", "A. Lezer")
    assert done.code == 2
    assert "lees die na: NDK-1.1" in done.err


def test_folding_a_passage_changes_nothing() -> None:
    assert fingerprint("a", "een  twee\n drie") == fingerprint("a", "een twee drie")
    assert fingerprint("a", "bc") != fingerprint("ab", "c")
