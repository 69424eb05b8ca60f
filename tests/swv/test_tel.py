"""`bo tel`: counts that may leave the school."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from basisondersteuning.model.kengetallen import Kengetallen
from basisondersteuning.records.load import load
from running import Bo, Done

DAY = ("--peildatum", "2026-11-24")
EXAMPLES = ("tel", "dossiers", *DAY)
DUO = "soort: kengetallen\ntellingen:\n  - {peildatum: 2026-10-01, wat: leerlingen, onderwijs: bao, aantal: 3, bron: DUO}\n"


def dossiers(folder: Path, school: str, number: int, first: int = 1) -> None:
    """Dossiers of pupils without support."""
    (folder / "scholen").mkdir(exist_ok=True)
    for index in range(first, first + number):
        text = f"soort: dossier\nleerling: {{id: {school}-{index}, geboortedatum: 2016-03-14, groep: 5}}\nschool: {school}\n"
        (folder / "scholen" / f"{school}-{index}.yaml").write_text(text, encoding="utf-8")


def supported(folder: Path, school: str, number: int, day: str = "2026-09-10", first: int = 1) -> None:
    """These dossiers get support on a day, and so come on niveau 1."""
    people = "  - {id: lk, naam: M. Visser, rol: groepsleerkracht}\n  - {id: mo, naam: S. Bakker, rol: ouder, gezag: ja}\n"
    events = (
        "soort: observatie, door: lk, vakgebied: rekenen, gedrag: onrustig, resultaten: zwak, ondersteuning_gewenst: ja",
        "soort: oudercontact, met: [mo], over: [zorg], samenvatting: besproken",
        "soort: ondersteuning, id: o1, vakgebied: rekenen, doel: tellen, aanpak: herhalen, door: lk, groepsplan: blok 2",
    )
    for index in range(first, first + number):
        path = folder / "scholen" / f"{school}-{index}.yaml"
        told = "".join(f"  - {{datum: {day}, {one}}}\n" for one in events)
        path.write_text(f"{path.read_text('utf-8')}betrokkenen:\n{people}tijdlijn:\n{told}", "utf-8")


def alliance(folder: Path, *schools: str) -> None:
    """A samenwerkingsverband with these schools."""
    listed = "".join(f"  - {{vestiging: {one}, naam: School}}\n" for one in schools)
    text = f"soort: samenwerkingsverband\nnaam: SWV Voorbeeld\nnummer: PO9999\nscholen:\n{listed}"
    (folder / "samenwerkingsverband.yaml").write_text(text, encoding="utf-8")


def record(path: Path) -> Kengetallen:
    """The record that was written; it has no mistakes."""
    loaded = load(str(path), today=date(2026, 11, 24))
    assert loaded.findings == []
    return cast(Kengetallen, loaded.record)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_counts_what_escalate_says_of_each_dossier(bo: Bo, desk: Path) -> None:
    each: list[dict[str, Any]] = json.loads(bo("escalate", "dossiers", *DAY, "--format", "json").out)["dossiers"]
    open_ones = [one["oordeel"] for one in each if not one["oordeel"]["afgesloten"]]
    levels = Counter(one["niveau"] for one in open_ones)
    late = sum(any(task["toestand"] == "te_laat" for task in one["te_doen"]) for one in open_ones)
    told = json.loads(bo(*EXAMPLES, "--format", "json", "--drempel", "3").out)["tellingen"]
    shown = {(one["wat"], one.get("niveau")): one["aantal"] for one in told if one["wat"] != "overgangen"}
    assert late == shown["plichten_te_laat", None]
    for level in ("geen", "1", "2", "3", "arrangement"):
        assert shown["op_niveau", level] == (levels[level] if levels[level] >= 3 else "afgeschermd"), level


def test_transitions_of_the_period_only(bo: Bo, desk: Path) -> None:
    def moved(*period: str) -> set[tuple[str, str]]:
        told = json.loads(bo("tel", "dossiers", *period, "--format", "json").out)["tellingen"]
        return {(one["van_niveau"], one["niveau"]) for one in told if one["wat"] == "overgangen"}

    assert moved("--van", "2026-11-24", "--tot", "2026-11-24") == set()
    assert ("geen", "1") in moved("--van", "2026-08-01", "--tot", "2026-11-24")
    assert ("1", "geen") not in moved("--van", "2026-08-01", "--tot", "2026-11-24")
    down = {(before, after) for before, after in moved("--van", "2020-08-01", "--tot", "2026-11-24") if after in ("geen", "1")}
    assert down - {("geen", "1")}, "steps down count too"


@pytest.mark.parametrize(
    ("first", "last", "counted"),
    [
        ("2026-09-10", "2026-09-10", True),
        ("2026-08-01", "2026-09-10", True),
        ("2026-09-10", "2026-11-24", True),
        ("2026-09-11", "2026-11-24", False),
        ("2026-08-01", "2026-09-09", False),
    ],
)
def test_the_first_and_the_last_day_of_the_period_count(bo: Bo, here: Path, first: str, last: str, counted: bool) -> None:
    dossiers(here, "99XX00", 6)
    supported(here, "99XX00", 6)
    told = json.loads(bo("tel", "scholen", "--van", first, "--tot", last, "--format", "json").out)["tellingen"]
    moves = [(one["van_niveau"], one["niveau"], one["aantal"]) for one in told if one["wat"] == "overgangen"]
    assert moves == ([("geen", "1", 6)] if counted else [])


def test_nothing_of_a_pupil_is_in_what_it_writes(bo: Bo, desk: Path) -> None:
    done = bo(*EXAMPLES, "--out", "uit.yaml")
    assert done.code == 0
    written = (desk / "uit.yaml").read_text("utf-8") + done.out + done.err
    for path in (desk / "dossiers").iterdir():
        assert path.name[:6] not in written
    assert record(desk / "uit.yaml").samenwerkingsverband == "PO9999"


def test_a_sum_over_the_samenwerkingsverband_needs_all_its_schools(bo: Bo, here: Path) -> None:
    dossiers(here, "99XX00", 9)
    dossiers(here, "99XY00", 8)
    alliance(here, "99XX00", "99XY00")
    assert bo("tel", "scholen", *DAY, "--out", "alle.yaml").code == 0
    whole = [one for one in record(here / "alle.yaml").tellingen if one.gebied == "samenwerkingsverband" and one.niveau == "geen"]
    assert [one.aantal.exact for one in whole] == [17]
    alliance(here, "99XX00", "99XY00", "99XZ00")
    done = bo("tel", "scholen", *DAY, "--out", "deel.yaml")
    assert "Van 1 van de 3 scholen" in done.err
    assert {one.gebied for one in record(here / "deel.yaml").tellingen} == {"school"}


def test_a_file_that_cannot_be_judged_is_named_and_counted(bo: Bo, here: Path) -> None:
    dossiers(here, "99XX00", 9)
    (here / "scholen" / "stuk.yaml").write_text("soort: dossier\nleerling: [\n", "utf-8")
    done = bo("tel", "scholen", *DAY, "--out", "uit.yaml")
    assert done.code == 1 and "scholen/stuk.yaml" in done.err
    assert "1 bestand telt niet mee" in done.out
    assert all("1 bestand niet meegeteld" in one.bron for one in record(here / "uit.yaml").tellingen)
    assert bo("tel", "scholen", *DAY, "--fail-on", "nooit").code == 0
    for path in (here / "scholen").glob("99*"):
        path.unlink()
    assert bo("tel", "scholen", *DAY).code == 1, "nothing could be counted, and that is not: nothing found"
    (here / "scholen" / "stuk.yaml").unlink()
    assert bo("tel", "scholen", *DAY).code == 3


def test_a_file_of_another_kind_is_no_loss_unless_it_was_named(bo: Bo, here: Path) -> None:
    dossiers(here, "99XX00", 9)
    (here / "scholen" / "ot.yaml").write_text("soort: ot\nagenda: 3\n", "utf-8")
    assert "niet mee" not in bo("tel", "scholen", *DAY).out
    done = bo("tel", "scholen", "scholen/ot.yaml", *DAY)
    assert done.code == 0, "within the folder it was met first"
    assert bo("tel", "scholen/ot.yaml", *DAY).code == 1


def test_two_dossiers_of_one_pupil_count_once(bo: Bo, here: Path) -> None:
    dossiers(here, "99XX00", 9)
    (here / "scholen" / "kopie.yaml").write_text((here / "scholen" / "99XX00-1.yaml").read_text("utf-8"), "utf-8")
    done = bo("tel", "scholen", *DAY, "--format", "json")
    told = json.loads(done.out)
    assert told["niet_meegeteld"] == 1 and "BO313" in done.err
    assert {one["aantal"] for one in told["tellingen"] if one.get("niveau") == "geen"} == {9}


def test_the_screen_the_data_and_the_record_hold_the_same(bo: Bo, here: Path) -> None:
    dossiers(here, "99XX00", 9)
    dossiers(here, "99XY00", 8)
    supported(here, "99XY00", 2)
    for schools in (("99XX00", "99XY00"), ("99XX00", "99XY00", "99XZ00")):
        alliance(here, *schools)
        told = json.loads(bo("tel", "scholen", *DAY, "--format", "json").out)["tellingen"]
        shown = bo("tel", "scholen", *DAY, "--out", "uit.yaml", "--force")
        assert shown.code == 0
        written = [
            (one.wat, one.code, one.van_niveau, one.niveau, one.aantal.written) for one in record(here / "uit.yaml").tellingen
        ]
        data = [(one["wat"], one.get("school"), one.get("van_niveau"), one.get("niveau"), str(one["aantal"])) for one in told]
        assert written == data
        whole = len(schools) == 2
        assert ("samen" in shown.out.replace("samenwerkingsverband", "")) == whole
        assert any(one[1] is None for one in written) == whole


def earlier(bo: Bo, *options: str) -> Done:
    """Count what is there now, beside what was counted first."""
    return bo("tel", "scholen", *options, "--eerder", "eerder.yaml", "--out", "nu.yaml")


def revealed(done: Done, folder: Path) -> list[str]:
    """The earlier counts that a finding is about."""
    lines = (folder / "eerder.yaml").read_text("utf-8").splitlines()
    return [lines[int(number) - 1] for number in re.findall(r"eerder\.yaml:(\d+):", done.err)]


def test_what_reveals_a_small_group_is_not_written(bo: Bo, here: Path) -> None:
    dossiers(here, "99XX00", 9)
    assert bo("tel", "scholen", "--tot", "2026-10-01", "--out", "eerder.yaml").code == 0
    same = earlier(bo, *DAY)
    assert same.code == 0 and "BO870" not in same.err
    (here / "nu.yaml").unlink()
    dossiers(here, "99XX00", 2, first=10)
    more = earlier(bo, *DAY)
    assert more.code == 1 and "BO870" in more.err and "--force" in more.err
    assert more.out == "" and not (here / "nu.yaml").exists()
    assert bo("tel", "scholen", *DAY, "--eerder", "eerder.yaml", "--format", "json").out == ""
    forced = bo("tel", "scholen", *DAY, "--eerder", "eerder.yaml", "--out", "nu.yaml", "--force")
    assert forced.code == 0 and "BO870" in forced.err and (here / "nu.yaml").exists()
    (here / "nu.yaml").unlink()
    dossiers(here, "99XX00", 3, first=12)
    assert earlier(bo, *DAY).code == 0, "five more are no small group"


def test_an_earlier_count_of_the_same_day_may_not_show_what_is_now_hidden(bo: Bo, here: Path) -> None:
    dossiers(here, "99XX00", 4)
    assert bo("tel", "scholen", *DAY, "--drempel", "3", "--out", "eerder.yaml").code == 0
    assert "BO870" in earlier(bo, *DAY).err


@pytest.mark.parametrize(
    ("first", "last", "reveals"),
    [
        ("2026-08-01", "2026-11-24", True),
        ("2026-09-01", "2026-11-24", True),
        ("2026-09-10", "2026-11-24", True),
        ("2026-08-01", "2026-10-31", False),
        ("2026-10-01", "2026-11-24", False),
    ],
)
def test_transitions_of_periods_that_have_days_in_common_are_compared(
    bo: Bo, here: Path, first: str, last: str, reveals: bool
) -> None:
    """Six went up in September and two in November; the earlier count is of August up to and including October."""
    dossiers(here, "99XX00", 30)
    supported(here, "99XX00", 6)
    assert bo("tel", "scholen", "--van", "2026-08-01", "--tot", "2026-10-31", "--out", "eerder.yaml").code == 0
    supported(here, "99XX00", 2, "2026-11-10", first=7)
    done = earlier(bo, "--van", first, "--tot", last)
    assert any("overgangen" in line for line in revealed(done, here)) == reveals, done.err


def test_periods_without_a_day_in_common_are_not_compared(bo: Bo, here: Path) -> None:
    dossiers(here, "99XX00", 30)
    supported(here, "99XX00", 6)
    assert bo("tel", "scholen", "--van", "2026-08-01", "--tot", "2026-10-31", "--out", "eerder.yaml").code == 0
    supported(here, "99XX00", 7, "2026-11-10", first=7)
    done = earlier(bo, "--van", "2026-11-01", "--tot", "2026-11-24", "--force")
    assert ", aantal: 7," in (here / "nu.yaml").read_text("utf-8")
    assert not any("overgangen" in line for line in revealed(done, here)), "one more, but of other months"


def test_sums_over_schools_are_compared(bo: Bo, here: Path) -> None:
    """Five fewer in one school and six more in the other: no school moved little, but together it is one."""
    dossiers(here, "99XX00", 20)
    dossiers(here, "99XY00", 20)
    alliance(here, "99XX00", "99XY00")
    assert bo("tel", "scholen", "--tot", "2026-10-31", "--out", "eerder.yaml").code == 0
    for index in range(1, 6):
        (here / "scholen" / f"99XX00-{index}.yaml").unlink()
    dossiers(here, "99XY00", 6, first=21)
    done = earlier(bo, *DAY)
    assert done.code == 1
    assert ["gebied: samenwerkingsverband" in line for line in revealed(done, here)] == [True]


@pytest.mark.parametrize(("more", "reveals"), [(0, True), (2, True), (30, False)])
def test_a_hidden_count_that_became_zero_reveals_unless_the_school_changed_much(
    bo: Bo, here: Path, more: int, reveals: bool
) -> None:
    dossiers(here, "99XX00", 12)
    supported(here, "99XX00", 2)
    assert bo("tel", "scholen", "--tot", "2026-10-31", "--out", "eerder.yaml").code == 0
    for index in (1, 2):
        (here / "scholen" / f"99XX00-{index}.yaml").unlink()
    dossiers(here, "99XX00", more, first=13)
    done = earlier(bo, "--van", "2026-11-01", "--tot", "2026-11-24")
    assert any("op_niveau, niveau: 1," in line for line in revealed(done, here)) == reveals, done.err


@pytest.mark.parametrize("text", [DUO, "soort: dossier\n", "soort: kengetallen\ntellingen: 3\n", "niets\n"])
def test_what_is_no_earlier_count_is_said(bo: Bo, here: Path, text: str) -> None:
    dossiers(here, "99XX00", 9)
    (here / "eerder.yaml").write_text(text, "utf-8")
    done = earlier(bo, *DAY)
    assert done.code == 1 and "BO871" in done.err and not (here / "nu.yaml").exists(), "what was not compared is not safe"
    assert earlier(bo, *DAY, "--force").out and (here / "nu.yaml").exists()
    assert "BO101" in bo("tel", "scholen", *DAY, "--eerder", "weg.yaml").err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--drempel", "2"), "kies 3 of meer"),
        (("--van", "2026-12-01", *DAY), "voor het einde"),
        (("--tot", "2026-11-23", *DAY), "ook de peildatum"),
        (("--format", "json", "--out", "-"), "niet ook naar het scherm"),
    ],
)
def test_a_wrong_option_is_one_line(bo: Bo, here: Path, options: tuple[str, ...], words: str) -> None:
    dossiers(here, "99XX00", 1)
    done = bo("tel", "scholen", *options)
    assert done.code == 2 and words in done.err and done.out == ""


def test_two_processes_count_what_one_counts(bo: Bo, here: Path) -> None:
    dossiers(here, "99XX00", 70)
    dossiers(here, "99XY00", 70)
    one, two = (bo("tel", "scholen", *DAY, "--format", "json", "--jobs", jobs) for jobs in ("1", "2"))
    assert one.code == two.code == 0
    assert one.out == two.out
