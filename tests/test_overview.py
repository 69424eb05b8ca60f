"""`bo overview`: what it shows, what it keeps between runs, and what it never gives away."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from openpyxl import load_workbook

from basisondersteuning.cli.options import read_date, read_date_ahead
from conftest import EXAMPLES
from running import Bo

DAY = "2026-11-24"
ALL = ("examples/dossiers", "examples/ot", "--peildatum", DAY)
NAMES = ("Noor", "Sanne", "Fenna", "Jurre", "Milan", "Bakker")


def events(path: Path) -> list[Any]:
    return list(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def pupils(bo: Bo, *more: str) -> list[dict[str, Any]]:
    """The pupils as machines get them."""
    return list(json.loads(bo("overview", *ALL, "--format", "json", *more).out)["leerlingen"])


def test_a_second_run_reads_no_record_and_says_the_same(tmp_path: Path) -> None:
    script = (
        "import sys; from basisondersteuning.cli.entry import main\n"
        "sys.argv = ['bo', 'overview', 'examples/dossiers', 'examples/ot', '--peildatum', '2026-11-24']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(sorted({'pydantic', 'yaml', 'rich', 'jinja2'} & set(sys.modules)), file=sys.stderr)"
    )
    environment = {**os.environ, "BO_CACHE": str(tmp_path), "COLUMNS": "90"}

    def run() -> subprocess.CompletedProcess[str]:
        done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, encoding="utf-8", check=True)
        assert "leerlingen" in done.stdout
        return done

    first, second = run(), run()
    assert first.stderr == "['pydantic', 'yaml']\n"
    assert second.stderr == "[]\n"
    assert first.stdout == second.stdout
    kept = b"".join(one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())
    assert b"KNH-2.1" in kept
    assert [one for one in NAMES if one.encode() in kept] == []


def test_a_name_that_changed_is_read_anew(bo: Bo, desk: Path) -> None:
    path = desk / "dossiers" / "L-0417-rekenen-niveau-2.yaml"
    for name in ("Noor", "Noortje"):
        path.write_text(path.read_text("utf-8").replace("roepnaam: Noor,", f"roepnaam: {name},"), "utf-8")
        assert f"L-0417 {name} " in bo("overview", "--peildatum", DAY, "--max", "0").out


def test_exit_codes_are_those_of_escalate(bo: Bo) -> None:
    for more in ((), ("--rol", "directeur"), ("--niveau", "geen"), ("--fail-on", "nooit"), ("--tot", "2026-03-01")):
        one, other = (bo(command, "examples/dossiers", "--peildatum", DAY, *more).code for command in ("overview", "escalate"))
        assert one == other, more


def test_it_tells_the_same_duties_as_escalate(bo: Bo) -> None:
    told = json.loads(bo("escalate", "examples/dossiers", "--peildatum", DAY, "--format", "json").out)["dossiers"]
    expected = {one["leerling"]: [(each["regel"], each["uiterlijk"]) for each in one["oordeel"]["te_doen"]] for one in told}
    found = pupils(bo)
    assert {one["leerling"]: [(each["regel"], each["uiterlijk"]) for each in one["te_doen"]] for one in found} == expected


def test_a_copy_of_a_dossier_counts_nowhere(bo: Bo, desk: Path, tmp_path: Path) -> None:
    """The file that is named just after the pupil counts, else the first; in every form, in every command."""

    def counted() -> tuple[object, ...]:
        done = [bo("overview", "--peildatum", DAY, "--format", form).out for form in ("json", "csv")]
        bo("overview", "--peildatum", DAY, "--out", "taken.ics", "--force")
        data = json.loads(done[0])
        told = json.loads(bo("escalate", "dossiers", "--peildatum", DAY, "--format", "json").out)["dossiers"]
        table = bo("escalate", "dossiers", "--peildatum", DAY).out.splitlines()
        return (
            len(data["leerlingen"]),
            data["rollen"],
            data["groepen"],
            len(done[1].splitlines()),
            len(events(Path("taken.ics"))),
            len(told),
            [one for one in table if one.startswith(("19 dossiers", "Per niveau", "Te doen"))],
            bo("tel", "dossiers", "--peildatum", DAY).out.split("Niveau: wat")[0],
        )

    before, folder = counted(), desk / "dossiers"
    own = folder / "L-0417.yaml"
    (folder / "L-0417-rekenen-niveau-2.yaml").rename(own)
    text = own.read_text("utf-8")
    copies = [folder / one for one in ("Kopie van L-0417.yaml", "L-0417 - kopie.yaml", "L-0405-afwijking-verlopen (1).yaml")]
    for one in copies[:2]:
        one.write_text(text[: text.index("tijdlijn:")], "utf-8")
    copies[2].write_bytes((folder / "L-0405-afwijking-verlopen.yaml").read_bytes())
    assert counted() == before
    out = " ".join(bo("overview", "--peildatum", DAY).out.split())
    assert "Niet meegeteld, want de leerling heeft al een dossier: 3 bestanden" in out
    assert all(str(one.relative_to(desk)) in out for one in copies)
    out = " ".join(bo("escalate", "dossiers", "--peildatum", DAY).out.split())
    assert "Niet meegeteld: 3 bestanden van een leerling" in out and out.count("BO313") == 3
    assert bo("escalate", "dossiers", "--peildatum", DAY, "--format", "jsonl").err.count("BO313") == 3
    one = bo("escalate", "L-0417", "--peildatum", DAY)
    assert one.out.startswith("L-0417 Noor")
    assert "dossiers/L-0417.yaml telt mee; van deze leerling is er ook dossiers/L-0417 - kopie.yaml" in one.err


def test_a_set_up_that_cannot_be_read_is_said_with_the_counts(bo: Bo, desk: Path) -> None:
    (desk / "samenwerkingsverband.yaml").write_text("soort: samenwerkingsverband\nnaam: [\n", "utf-8")
    words = "Let op: zonder de schoolvakanties en het normenkader uit samenwerkingsverband.yaml gerekend"
    for _ in range(2):  # read, and kept
        for command in ("overview", "escalate"):
            assert words in " ".join(bo(command, "dossiers", "--peildatum", DAY).out.split())
    assert json.loads(bo("overview", "--peildatum", DAY, "--format", "json").out)["let_op"].startswith(words)


def test_roles_groups_and_days_as_people_say_them(bo: Bo) -> None:
    for word, role in (
        ("ib", "intern_begeleider"),
        ("Intern begeleider", "intern_begeleider"),
        ("leerkracht", "groepsleerkracht"),
    ):
        assert pupils(bo, "--rol", word) == pupils(bo, "--rol", role) != []
    both = {one["leerling"] for one in pupils(bo, "--groep", "5", "--groep", "6")}
    assert both == {one["leerling"] for one in pupils(bo) if one["groep"] in (5, 6)}
    told = json.loads(bo("escalate", *ALL, "--groep", "5", "--groep", "6", "--format", "json").out)["dossiers"]
    assert {one["leerling"] for one in told} == both
    assert read_date("gisteren") == date.today() - timedelta(days=1)
    assert read_date_ahead("over 2 weken") == date.today() + timedelta(weeks=2)
    assert read_date("2026-11-24") == read_date_ahead("24-11-2026") == date(2026, 11, 24)


def test_the_folders_of_the_school_are_found_from_below(bo: Bo, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = bo("overview", "--peildatum", DAY, "--format", "json").out
    assert len(json.loads(whole)["leerlingen"]) == 19
    assert '"wat": "ot"' in whole  # the folder `ot` is read too
    monkeypatch.chdir(desk / "ot")
    assert len(json.loads(bo("overview", "--peildatum", DAY, "--format", "json").out)["leerlingen"]) == 19


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_screen(bo: Bo, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = bo("overview", *ALL, "--max", "0").out.splitlines()
    assert max(map(len, lines)) <= columns
    text = "\n".join(lines)
    for one in json.loads(bo("overview", *ALL, "--format", "json").out)["leerlingen"]:
        assert one["leerling"] in text or one["niveau"] == "afgesloten"


@pytest.mark.parametrize("role", ["groepsleerkracht", "intern_begeleider", "directeur"])
@pytest.mark.parametrize("group", [None, 4])
def test_what_is_made_for_a_role_holds_nothing_else(bo: Bo, tmp_path: Path, role: str, group: int | None) -> None:
    everyone = pupils(bo)
    paths = [tmp_path / f"voor.{ending}" for ending in ("html", "csv", "json", "txt", "ics")]
    out = [word for path in paths for word in ("--out", str(path))]
    bo("overview", *ALL, "--voor", role, *(("--groep", str(group)) if group else ()), *out)
    for path in paths:
        made = path.read_text("utf-8").replace("\r\n ", "")
        for one in everyone:
            duties = [each for each in one["te_doen"] if each["wie"] == role]
            dated = any(each["uiterlijk"] or each["wanneer"] == "te_laat" for each in duties)
            own = one["niveau"] != "afgesloten" and (bool(duties) if group is None else one["groep"] == group)
            assert (one["leerling"] in made) == (own and (path.suffix != ".ics" or dated)), (path.name, one["leerling"])
            if not own:
                assert re.search(rf"\b{_name(one['leerling'])}\b", made) is None
            assert one["bestand"] not in made
        theirs = {each["wat"] for one in everyone for each in one["te_doen"] if each["wie"] == role}
        others = {each["wat"] for one in everyone for each in one["te_doen"] if each["wie"] != role}
        assert [one for one in others - theirs if one in made.lower()] == []
        assert "oudercontact op" not in made
        assert "<svg" not in made


def _name(pupil: str) -> str:
    (path,) = EXAMPLES.glob(f"dossiers/{pupil}-*.yaml")
    return path.read_text("utf-8").split("roepnaam: ")[1].split(",")[0]


def test_the_calendar_has_every_deadline_and_no_name(bo: Bo, tmp_path: Path) -> None:
    path = tmp_path / "taken.ics"
    done = bo("overview", *ALL, "--out", str(path))
    assert "Niet in de agenda: 2 taken zonder datum." in done.err
    found = events(path)
    data = pupils(bo)
    todo = [each for one in data for each in one["te_doen"] if each["wanneer"] != "afgesloten"]
    dated = [DAY if each["wanneer"] == "te_laat" else each["uiterlijk"] for each in todo]
    dated = [one for one in dated if one]
    dated += [each["datum"] for one in data for each in one["komt_eraan"] if each["wat"] != "evaluatie"]
    assert Counter(one.decoded("dtstart").isoformat() for one in found) == Counter(dated)
    assert len({str(one["uid"]) for one in found}) == len(found)
    assert {one.decoded("dtend") - one.decoded("dtstart") for one in found} == {timedelta(days=1)}
    assert all(type(one.decoded("dtstart")) is date for one in found)
    assert {str(one["class"]) for one in found} == {"CONFIDENTIAL"}
    text = path.read_text("utf-8").replace("\r\n ", "")
    assert [one for one in NAMES if one in text] == []
    late = [str(one["summary"]) for one in found if ": te laat: " in one["summary"] or ": niet nagekomen: " in one["summary"]]
    assert len(late) == sum(each["wanneer"] == "te_laat" for each in todo)
    assert min(one.decoded("dtstart") for one in found) == date(2026, 11, 24)


def test_a_newer_calendar_changes_what_an_older_one_brought(bo: Bo, tmp_path: Path) -> None:
    paths = [tmp_path / "a.ics", tmp_path / "b.ics", tmp_path / "c.ics"]
    for day, path in zip((DAY, DAY, "2026-12-01"), paths, strict=True):
        bo("overview", "examples/dossiers", "--peildatum", day, "--out", str(path))
    assert paths[0].read_bytes() == paths[1].read_bytes()
    before, after = ({str(one["uid"]): one for one in events(path)} for path in paths[::2])
    titles = {one: (str(before[one]["summary"]), str(after[one]["summary"])) for one in before if one in after}
    moved = {old: new for old, new in titles.values() if old != new}
    today = date(2026, 12, 1)
    assert all(one.decoded("dtstart") >= today for one in after.values())  # what was late moves on with the day
    assert moved == {old: old.replace(": ", ": te laat: ", 1) for old in moved}  # open before, late now: one event
    assert len(moved) > 1
    assert all(after[one]["sequence"] > before[one]["sequence"] for one in before if one in after)


def test_a_table_has_a_row_a_duty_and_no_name(bo: Bo, tmp_path: Path) -> None:
    path = tmp_path / "lijst.xlsx"
    csv = bo("overview", *ALL, "--format", "csv", "--out", str(path)).out
    data = pupils(bo)
    expected = sum(max(len(one["te_doen"]), 1) for one in data)
    assert len(csv.splitlines()) == expected + 1
    book = load_workbook(path)
    assert [one.max_row for one in book] == [expected + 1, len(data) + 1]
    cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "L-0417" in cells
    assert [one for one in NAMES if one in csv or one in cells] == []


def test_a_report_is_for_its_owner_and_never_in_the_place_of_another(bo: Bo, tmp_path: Path) -> None:
    path = tmp_path / "overzicht.html"
    assert bo("overview", *ALL, "--out", str(path)).code == 1
    assert path.stat().st_mode & 0o077 == 0
    was = path.read_bytes()
    done = bo("overview", *ALL, "--groep", "5", "--out", str(path))
    assert done.code == 2
    assert "--force" in done.err
    assert path.read_bytes() == was
    assert bo("overview", *ALL, "--groep", "5", "--out", str(path), "--force").code == 1
    assert path.read_bytes() != was


def test_without_the_parts_for_a_calendar_it_says_how_to_get_them(
    bo: Bo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    path = tmp_path / "taken.ics"
    done = bo("overview", *ALL, "--out", str(path))
    assert done.code == 2
    assert 'pip install "basisondersteuning[ics]"' in done.err
    assert not path.exists()
