"""Receipts: the same verdict from the same data, or what changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from running import Bo

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = ("--peildatum", "2026-11-24")
ONE = "dossiers/L-0417-rekenen-niveau-2.yaml"


@pytest.fixture
def bo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Bo:
    shutil.copytree(EXAMPLES, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return Bo(monkeypatch, capsys)


def keep(bo: Bo, *arguments: str, name: str = "oordelen.json") -> dict[str, Any]:
    """Judge, and keep the JSON; the receipt of the first dossier comes back."""
    text = bo("escalate", *arguments, *DAY, "--format", "json").out
    Path(name).write_text(text, encoding="utf-8")
    proof: dict[str, Any] = json.loads(text)["dossiers"][0]["bewijs"]
    return proof


def change(name: str, old: str, new: str) -> None:
    text = Path(name).read_text(encoding="utf-8")
    assert old in text
    Path(name).write_text(text.replace(old, new), encoding="utf-8")


def test_a_receipt_says_what_a_verdict_was_made_from(bo: Bo) -> None:
    proof = keep(bo, ONE)
    assert proof["peildatum"] == "2026-11-24"
    assert proof["dossier"]["bestand"] == ONE
    assert proof["kalender"]["bestand"] == "samenwerkingsverband.yaml"
    assert [one["code"] for one in proof["normenkader"]["versies"]] == ["kop-van-noord-holland-2014"]
    prints = [proof[one]["vingerafdruk"] for one in ("dossier", "kalender", "oordeel")]
    assert all(len(one) == 16 for one in prints)
    assert "Noor" not in json.dumps(proof)


def test_narrowing_what_is_shown_changes_no_receipt(bo: Bo) -> None:
    assert keep(bo, ONE) == keep(bo, ONE, "--rol", "groepsleerkracht")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_nothing_changed(bo: Bo, form: str) -> None:
    Path("oordelen.json").write_text(bo("escalate", "dossiers", *DAY, "--format", form).out, encoding="utf-8")
    done = bo("escalate", "--bewijs", "oordelen.json")
    assert done.code == 0
    assert done.out.endswith("19 bewijzen: 19 bevestigd.\n")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_as_powershell_redirects_it(bo: Bo, encoding: str) -> None:
    keep(bo, ONE)
    path = Path("oordelen.json")
    path.write_text(path.read_text(encoding="utf-8").replace("\n", "\r\n"), encoding=encoding)
    assert bo("escalate", "--bewijs", "oordelen.json").code == 0


def test_the_record_changed_and_the_verdict_with_it(bo: Bo) -> None:
    keep(bo, ONE)
    change(ONE, "effect: onvoldoende", "effect: deels")
    done = bo("escalate", "--bewijs", "oordelen.json")
    assert done.code == 1
    assert "~ L-0417: het dossier is veranderd." in done.out
    assert "onderbouwd niveau: niveau 2 → niveau 1" in done.out
    assert "KNH-2.3 · rekenen (2026-10-26): niet aan de orde → niet nagekomen" in done.out
    assert done.out.endswith("1 bewijs: 1 met een ander oordeel.\n")


def test_the_record_changed_and_the_verdict_did_not(bo: Bo) -> None:
    keep(bo, ONE)
    change(ONE, "tijdlijn:", "# een opmerking\ntijdlijn:")
    out = bo("escalate", "--bewijs", "oordelen.json").out
    assert "alleen de plaatsen in het bestand zijn verschoven" in out
    keep(bo, ONE)
    Path(ONE).write_text(Path(ONE).read_text(encoding="utf-8") + "# onderaan\n", encoding="utf-8")
    done = bo("escalate", "--bewijs", "oordelen.json")
    assert done.code == 1
    assert "Het oordeel blijft gelijk." in done.out


def test_the_calendar_changed(bo: Bo) -> None:
    keep(bo, "dossiers")
    change("samenwerkingsverband.yaml", "- {naam: kerstvakantie, van: 2026-12-21", "- {naam: kerstvakantie, van: 2026-12-14")
    done = bo("escalate", "--bewijs", "oordelen.json")
    assert "de schoolvakanties zijn veranderd" in done.out
    assert "uiterlijk" in done.out


def test_the_frame_changed(bo: Bo) -> None:
    keep(bo, ONE, "--kader", "noorderkoog")
    change("kaders/noorderkoog-2026.yaml", "schoolweken: 3", "schoolweken: 2")
    done = bo("escalate", "--bewijs", "oordelen.json")
    assert "normenkader noorderkoog-2026 is veranderd" in done.out
    keep(bo, ONE, "--kader", "noorderkoog")
    Path("kaders/noorderkoog-2026.yaml").unlink()
    assert "normenkader noorderkoog-2026 is weg" in " ".join(bo("escalate", "--bewijs", "oordelen.json").out.split())


def test_line_ends_of_a_frame_change_nothing(bo: Bo) -> None:
    keep(bo, ONE, "--kader", "noorderkoog")
    path = Path("kaders/noorderkoog-2026.yaml")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert bo("escalate", "--bewijs", "oordelen.json").code == 0


def test_another_bo(bo: Bo) -> None:
    keep(bo, ONE)
    change("oordelen.json", '"bo": "0.1.0"', '"bo": "0.0.9"')
    done = bo("escalate", "--bewijs", "oordelen.json")
    assert done.code == 1
    assert "toen 0.0.9" in done.out


def test_a_verdict_that_was_tampered_with(bo: Bo) -> None:
    keep(bo, ONE)
    change("oordelen.json", '"toestand": "voldaan"', '"toestand": "geschonden"')
    done = bo("escalate", "--bewijs", "oordelen.json")
    assert done.code == 1
    assert "het bestand met bewijzen is zelf veranderd" in done.out
    assert "niet nagekomen → voldaan" in done.out
    keep(bo, ONE)
    change("oordelen.json", '"leerling": "L-0417"', '"leerling": "L-9999"')
    assert "het bestand met bewijzen is zelf veranderd" in bo("escalate", "--bewijs", "oordelen.json").out


def test_a_dossier_that_is_gone_or_broken(bo: Bo) -> None:
    keep(bo, "dossiers")
    Path(ONE).unlink()
    change("dossiers/L-0423-lezen-meer-rondes.yaml", "soort: evaluatie", "soort: evalutie")
    done = bo("escalate", "--bewijs", "oordelen.json")
    assert done.code == 1
    assert "L-0417: niet opnieuw te maken" in done.out
    assert "BO101" in done.out
    assert "L-0423: niet opnieuw te maken" in done.out
    assert "2 niet opnieuw te maken" in done.out


def test_from_another_folder(bo: Bo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(bo, ONE)
    (tmp_path / "leeg").mkdir()
    monkeypatch.chdir(tmp_path / "leeg")
    assert bo("escalate", "--bewijs", "../oordelen.json").code == 0


def test_as_json(bo: Bo) -> None:
    keep(bo, ONE)
    data = json.loads(bo("escalate", "--bewijs", "oordelen.json", "--format", "json").out)
    assert data["bewijzen"][0]["bevestigd"] is True
    change(ONE, "effect: onvoldoende", "effect: deels")
    line = json.loads(bo("escalate", "--bewijs", "oordelen.json", "--format", "jsonl").out)
    assert line["veranderd"] == ["het dossier is veranderd"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "staat geen bewijs"),
        ("{}", "staat geen bewijs"),
        ("[1, null, {}]", "staat geen bewijs"),
        ('{"dossiers": 3}', "staat geen bewijs"),
        ('{"dossiers": [{"bewijs": {"peildatum": "x"}, "oordeel": null}]}', "staat geen bewijs"),
        ("[" * 100_000, "geen JSON"),
        ('{"versie":' + "9" * 6000 + "}", "geen JSON"),
        ("soort: dossier", "geen JSON"),
    ],
)
def test_a_file_without_receipts(bo: Bo, text: str, says: str) -> None:
    Path("x.json").write_text(text, encoding="utf-8")
    done = bo("escalate", "--bewijs", "x.json")
    assert done.code == 2
    assert says in done.err


def test_wrong_use(bo: Bo) -> None:
    assert bo("escalate", "--bewijs", "weg.json").code == 2
    assert "geef alleen het bestand" in bo("escalate", "dossiers", "--bewijs", "oordelen.json").err
    assert "Geef een bestand of map op." in bo("escalate").err


@pytest.mark.parametrize("word", ["\\u001b[31mROOD", "\\ud800"])
def test_a_receipt_cannot_steer_the_terminal(bo: Bo, word: str) -> None:
    keep(bo, ONE)
    change("oordelen.json", '"leerling": "L-0417"', f'"leerling": "{word}"')
    assert bo("escalate", "--bewijs", "oordelen.json").code == 2
    keep(bo, ONE)
    change("oordelen.json", '"vakgebied": "rekenen"', f'"vakgebied": "{word}"')
    done = bo("escalate", "--bewijs", "oordelen.json")
    assert done.code == 1
    assert "\x1b" not in done.out + done.err


def test_a_receipt_cannot_make_bo_show_any_file(bo: Bo) -> None:
    keep(bo, ONE)
    Path("geheim.txt").write_text("wachtwoord: {", encoding="utf-8")
    change("oordelen.json", f'"bestand": "{ONE}", "vingerafdruk"', '"bestand": "geheim.txt", "vingerafdruk"')
    done = bo("escalate", "--bewijs", "oordelen.json")
    assert done.code == 1
    assert "BO1" in done.out
    assert "wachtwoord" not in done.out + done.err
