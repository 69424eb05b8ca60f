"""`bo dekking` as a person uses it: files in, reports out, and an exit code that says what matters."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dekking_made import SIX, sop, write
from running import Bo

SWV = """soort: samenwerkingsverband
naam: SWV Voorbeeld
streefniveau: Iedereen kan iemand vragen.
scholen:
  - {vestiging: 99XX00, naam: School X, bevoegd_gezag: Bestuur A}
  - {vestiging: 99XY00, naam: School Y, bevoegd_gezag: Bestuur B}
expertise:
""" + "".join(f"  - {{gebied: {one}, aanbieder: Dienst}}\n" for one in SIX)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, {"samenwerkingsverband.yaml": SWV, "sops/x.yaml": sop("99XX00"), "sops/y.yaml": sop("99XY00")})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_region_that_is_covered_gives_exit_0(folder: Path, bo: Bo) -> None:
    done = bo("dekking", "sops", "--fail-on", "advies")
    assert (done.code, done.err) == (0, "")
    assert "Scholen met een SOP dat meetelt: 2 van 2." in done.out
    assert done.out.endswith("Geen bevindingen.\n")


@pytest.mark.parametrize(
    ("areas", "fail_on", "code"),
    [
        ((SIX[:5], SIX[:5]), "fout", 1),
        ((SIX[:5], SIX[:5]), "nooit", 0),
        ((SIX[:5], SIX), "fout", 0),
        ((SIX[:5], SIX), "waarschuwing", 1),
    ],
)
def test_the_exit_code_says_whether_the_region_misses_an_area(
    folder: Path, bo: Bo, areas: tuple[tuple[str, ...], ...], fail_on: str, code: int
) -> None:
    write(folder, {"sops/x.yaml": sop("99XX00", areas=areas[0]), "sops/y.yaml": sop("99XY00", areas=areas[1])})
    for form in ("text", "short", "json", "csv", "html"):
        assert bo("dekking", "sops", "--fail-on", fail_on, "--format", form).code == code


def test_every_format_can_be_written_in_one_run(folder: Path, bo: Bo) -> None:
    names = ["d.html", "d.xlsx", "d.csv", "d.txt", "d.json", "d.short"]
    done = bo("dekking", "sops", "--format", "short", *(word for one in names for word in ("--out", one)))
    assert done.code == 0
    assert done.out == ""
    assert [line.removeprefix("Geschreven: ") for line in done.err.splitlines()] == [f"{one}." for one in names]
    data = json.loads((folder / "d.json").read_text("utf-8"))
    assert (data["versie"], data["schooljaar"], len(data["scholen"])) == (1, "2026-2027", 2)
    rows = list(csv.DictReader(io.StringIO((folder / "d.csv").read_text("utf-8-sig")), delimiter=";"))
    assert len(rows) == 2 * 6
    assert {one["dekking"] for one in rows} == {"van buiten"}
    assert (folder / "d.xlsx").read_bytes()[:2] == b"PK"
    again = bo("dekking", "sops", "--out", "d.html")
    assert again.code == 2
    assert "er is al een bestand met die naam" in again.err
    assert bo("dekking", "sops", "--out", "d.html", "--force").code == 0


def test_the_latest_year_unless_another_is_asked_for(folder: Path, bo: Bo) -> None:
    write(folder, {"sops/oud.yaml": sop("99XX00", "2024-2025"), "sops/ouder.yaml": sop("99XX00", "2022-2023")})
    assert "schooljaar 2026-2027" in bo("dekking", "sops").out
    earlier = bo("dekking", "sops", "--jaar", "2024-2025")
    assert "schooljaar 2024-2025" in earlier.out
    assert "van 2022-2023 naar 2024-2025" in earlier.out
    none = bo("dekking", "sops", "--jaar", "2030-2031")
    assert (none.code, none.out) == (3, "")
    assert "2022-2023, 2024-2025, 2026-2027" in none.err


def test_a_first_sop_of_next_year_does_not_hide_the_others_without_a_word(folder: Path, bo: Bo) -> None:
    write(folder, {"sops/nieuw.yaml": sop("99XX00", "2027-2028")})
    done = bo("dekking", "sops")
    assert "schooljaar 2027-2028" in done.out
    assert done.err == "bo dekking: dit is het laatste schooljaar. Voor 2026-2027 zijn er meer SOP's (2): --jaar 2026-2027.\n"


def test_a_broken_file_stops_nothing(folder: Path, bo: Bo) -> None:
    write(
        folder,
        {
            "sops/y.yaml": sop("99XY00").replace("naam:", "nam:"),
            "sops/z.yaml": "soort: sop\n\tschool: [",
            "sops/ci.yaml": "a: b\n",
        },
    )
    done = bo("dekking", "sops")
    assert done.code == 1  # a file that cannot be read at all
    assert "Scholen met een SOP dat meetelt: 1 van 2; SOP met fouten: 99XY00; 1 bestand waarvan de school" in " ".join(
        done.out.split()
    )
    assert "[BO878]" in done.out
    assert "Traceback" not in done.out + done.err


def test_a_broken_file_of_the_samenwerkingsverband(folder: Path, bo: Bo) -> None:
    write(folder, {"samenwerkingsverband.yaml": SWV.replace("naam: SWV", "nam: SWV")})
    found = bo("dekking", "sops")
    assert found.code == 0
    assert "[BO202]" in found.err
    assert "Dekking in deze scholen" in found.out
    named = bo("dekking", "sops", "--swv", "samenwerkingsverband.yaml")
    assert (named.code, named.out) == (2, "")


def test_one_sop_without_a_samenwerkingsverband(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bo: Bo) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"x.yaml": sop("99XX00", more="interventies:\n  - {naam: Kring, aard: preventief}\n")})
    done = bo("dekking", "x.yaml")
    assert done.code == 0
    assert "zonder gebied" in done.out
    assert "zonder bestuur" in done.out


def test_names_in_a_record_cannot_break_the_table(folder: Path, bo: Bo) -> None:
    hostile = '"Boe\\n\\u202E=1+1</script>"'
    more = f"voorzieningen:\n  - {{naam: {hostile}, veld: expertise}}\n"
    write(folder, {"sops/x.yaml": sop("99XX00", more=more).replace("naam: School 99XX00", f"naam: {hostile}")})
    (folder / "samenwerkingsverband.yaml").unlink()
    done = bo("dekking", "sops", "--out", "d.html", "--out", "d.csv")
    assert done.code == 0
    assert "\u202e" not in done.out
    assert "Boe" in done.out
    page = (folder / "d.html").read_text("utf-8")
    assert "</script>" not in page
    assert "\u202e" not in page


def test_two_processes_give_what_one_gives(folder: Path, bo: Bo) -> None:
    one, two = (bo("dekking", "sops", "--format", "json", "--jobs", jobs) for jobs in ("1", "2"))
    assert one == two
