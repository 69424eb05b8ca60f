"""Broken norm frames, a broken samenwerkingsverband, and dates at the end of time: no traceback, and the right finding."""

# ruff: noqa: E501 - tables of cases, one to a line

from __future__ import annotations

from pathlib import Path

import pytest

from bad_files import EVENT, GOOD, HEAD, PEOPLE
from bad_run import DAY, bo

# --- norm frames and the samenwerkingsverband

FRAME = "soort: normenkader\ncode: {code}\nreeks: eigen\ntitel: Eigen\ngeldig: {{van: 2024-08-01}}\n"
FRAMES = {
    "broken": (FRAME.format(code="eigen") + "regels: [", "BO108"),
    "own_base": (FRAME.format(code="eigen") + "gebaseerd_op: eigen\n", "BO408"),
    "no_base": (FRAME.format(code="eigen") + "gebaseerd_op: anders\n", "BO409"),
    "wrong_field": (FRAME.format(code="eigen") + "regel: x\n", "BO202"),
    "empty": ("", "BO105"),
    "dossier": (GOOD, "BO123"),
    "number": (FRAME.format(code="eigen") + "niveaus: 4\n", "BO207"),
    "pattern_text": (FRAME.format(code="eigen") + "einde: [afsluiting]\n", "BO207"),
    "pattern_list": (FRAME.format(code="eigen") + "einde: [[afsluiting]]\n", "BO207"),
    "pattern_kind": (FRAME.format(code="eigen") + "einde: [{soort: {a: b}}]\n", "BO401"),
}


@pytest.mark.parametrize("name", FRAMES)
def test_a_broken_frame(tmp_path: Path, name: str) -> None:
    (tmp_path / "L.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "kader.yaml").write_text(FRAMES[name][0], encoding="utf-8")
    done = bo("escalate", "L.yaml", "--kader", "kader.yaml", *DAY, cwd=tmp_path)
    assert done.returncode == 2
    assert FRAMES[name][1].encode() in done.stderr
    assert not done.stdout
    assert b"liep vast" not in done.stderr


def test_frames_that_build_on_each_other(tmp_path: Path) -> None:
    (tmp_path / "L.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "kaders").mkdir()
    for one, other in (("een", "twee"), ("twee", "drie"), ("drie", "een")):
        text = FRAME.format(code=one).replace("eigen", one) + f"gebaseerd_op: {other}\n"
        (tmp_path / "kaders" / f"{one}.yaml").write_text(text, encoding="utf-8")
    done = bo("escalate", "L.yaml", "--kader", "kaders", *DAY, cwd=tmp_path)
    assert done.returncode == 2
    assert b"BO408" in done.stderr
    assert bo("validate", "kaders", cwd=tmp_path).returncode == 1
    assert b"BO408" in bo("validate", "drie.yaml", cwd=tmp_path / "kaders").stdout


@pytest.mark.parametrize("pattern", [
    "{soort: observatie, door: {rol: {een_van: [a, {b: c}]}}}",
    "{soort: observatie, door: {rol: {een_van: x}}}",
    "{soort: observatie, door: {rol: []}}",
    "{soort: observatie, door: {rol: {}}}",
    "{soort: observatie, vakgebied: {bevat: {een_van: [rekenen, [x]]}}}",
    "{soort: observatie, vakgebied: {bevat: {x: y}}}",
    "{soort: observatie, vakgebied: {bevat: []}}",
    "{soort: observatie, vakgebied: {bevat: {een_van: []}}}",
    "{soort: toets, vakgebied: {een_van: []}}",
    "{soort: observatie, vakgebied: {minstens: %s}}" % ("9" * 5000),
    "{soort: observatie, vakgebied: {minstens: ٣}}",
    "{soort: observatie, ondersteuning_gewenst: {een_van: [ja, misschien]}}",
    "{soort: observatie, ondersteuning_gewenst: [ja]}",
    "{soort: observatie, ondersteuning_gewenst: {}}",
    "{soort: observatie, datum: {minstens: gisteren}}",
    "{soort: observatie, lijn: {a: b}}",
    "{soort: observatie, laatste: []}",
    "{soort: evaluatie, niveau: [1]}",
    "{soort: evaluatie, van: {is: {a: b}}}",
    "{soort: ot_bespreking, uitkomsten: {bevat: {soort: {een_van: [x]}}}}",
    "{soort: ot_bespreking, uitkomsten: {bevat: []}}",
    "{soort: niveauovergang, naar: {een_van: [7]}}",
    "{soort: ondersteuning, id: {genoemd_in: [a]}}",
])  # fmt: skip
def test_patterns_that_make_no_sense(tmp_path: Path, pattern: str) -> None:
    from basisondersteuning.norms.library import open_library

    text = FRAME.format(code="eigen") + f"gebaseerd_op: kop-van-noord-holland-2014\neinde: [{pattern}]\n"
    (tmp_path / "kader.yaml").write_text(text, encoding="utf-8")
    library = open_library([str(tmp_path)])
    assert [one.code for one in library.findings if one.place.file.endswith("kader.yaml")]


@pytest.mark.parametrize("unit", ["dagen", "weken", "schooldagen", "schoolweken", "maanden"])
def test_a_term_that_runs_off_the_calendar(tmp_path: Path, unit: str) -> None:
    text = FRAME.format(code="eigen") + (
        "gebaseerd_op: kop-van-noord-holland-2014\ninstellingen:\n"
        f"  - {{naam: ouders_betrekken, titel: x, {unit}: 999999999, herkomst: afspraak, toelichting: x}}\n"
    )
    (tmp_path / "kader.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "L.yaml").write_text(GOOD, encoding="utf-8")
    done = bo("escalate", "L.yaml", "--kader", "kader.yaml", *DAY, cwd=tmp_path)
    assert done.returncode == 2
    assert b"BO412" in done.stderr


def test_mistakes_that_merging_with_a_base_would_hide(tmp_path: Path) -> None:
    rule = "  - {code: E-1, titel: x, afspraak: x, niveau: 1, ernst: advies, als: {soort: opp}, dan: {soort: toets}, wie: ouder, doe: x, waarom: x}\n"
    text = FRAME.format(code="eigen") + "gebaseerd_op: kop-van-noord-holland-2014\nregels:\n" + rule * 2
    (tmp_path / "kader.yaml").write_text(text, encoding="utf-8")
    assert b"kader.yaml:9:12: fout BO410" in bo("validate", "kader.yaml", "--format", "short", cwd=tmp_path).stdout


@pytest.mark.parametrize(
    "text", ["", "soort: [", GOOD, "soort: samenwerkingsverband\n", "soort: samenwerkingsverband\nnaam: x\nnormenkader: anders\n"]
)
def test_a_broken_samenwerkingsverband(tmp_path: Path, text: str) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "L.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "samenwerkingsverband.yaml").write_text(text, encoding="utf-8")
    for path in ("d", "d/L.yaml"):
        done = bo("escalate", path, *DAY, cwd=tmp_path)
        assert done.returncode in (1, 2)
        assert b"fout[BO" in done.stderr
        assert done.returncode == 2 or b"L-0101" in done.stdout


# --- dates at the end of time


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "9990-01-01"])
def test_a_reference_date_at_the_end_of_time(tmp_path: Path, day: str) -> None:
    far = (
        EVENT
        + "  - {datum: 2024-09-16, soort: ondersteuning, id: o1, vakgebied: rekenen, doel: x, aanpak: y, door: lk, tot: 9999-12-31}\n"
    )
    (tmp_path / "L.yaml").write_text(HEAD + PEOPLE + far, encoding="utf-8")
    done = bo("escalate", "L.yaml", "--peildatum", day, cwd=tmp_path)
    assert done.returncode in (0, 1, 2)
    assert b"liep vast" not in done.stderr


def test_dates_at_the_end_of_time_in_a_record(tmp_path: Path) -> None:
    far = EVENT.replace("2024-09-09", "9999-12-30")
    far += "  - {datum: 9999-12-31, soort: ondersteuning, id: o1, vakgebied: rekenen, doel: x, aanpak: y, door: lk, tot: 9999-12-31}\n"
    (tmp_path / "L.yaml").write_text(HEAD.replace("2016", "9990") + PEOPLE + far, encoding="utf-8")
    for day in ("2199-12-31", "2024-10-07"):
        done = bo("escalate", "L.yaml", "--peildatum", day, cwd=tmp_path)
        assert b"liep vast" not in done.stderr
        assert done.returncode in (0, 1)
