"""`bo kader show` as a program: which version, to which file, and what it imports."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from norms.build import HEAD, frame_text

RULE = "als: {soort: observatie}\nmoet: {gedrag: {aanwezig: ja}}"


def bo(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "basisondersteuning", "kader", "show", *arguments]
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "80"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with two versions of an own series in `kaders`."""
    (tmp_path / "kaders").mkdir()
    (tmp_path / "kaders" / "oud.yaml").write_text(frame_text(RULE), encoding="utf-8")
    newer = HEAD.replace("proef-2024", "proef-2026").replace("2024-08-01", "2026-08-01")
    (tmp_path / "kaders" / "nieuw.yaml").write_text(frame_text(RULE, head=newer), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("day", "words", "code"),
    [("2026-07-31", "31 juli 2026", "proef-2024"), ("2026-08-01", "1 augustus 2026", "proef-2026")],
)
def test_the_day_picks_the_version_and_bo_says_which(own: Path, day: str, words: str, code: str) -> None:
    done = bo(own, "proef", "--peildatum", day)
    assert done.returncode == 0
    assert f"Versie {code} van de reeks proef." in done.stdout
    assert done.stderr == f"bo kader show: op {words} geldt {code}.\n"


def test_a_version_and_a_file_need_no_day(own: Path) -> None:
    for name in ("proef-2024", "kaders/oud.yaml", str(own / "kaders" / "oud.yaml")):
        done = bo(own, name)
        assert (done.returncode, done.stderr) == (0, "")
        assert "Versie proef-2024 van de reeks proef." in done.stdout


def test_without_a_name_it_is_the_frame_of_bo_itself(own: Path) -> None:
    done = bo(own)
    assert done.returncode == 0
    assert "van de reeks kop-van-noord-holland." in done.stdout


def test_a_frame_with_mistakes_is_not_shown(own: Path) -> None:
    (own / "kaders" / "nieuw.yaml").write_text(frame_text("als: {soort: observatee}\nmoet: {gedrag: ja}"), encoding="utf-8")
    done = bo(own, "kaders/nieuw.yaml", "--out", "boek.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert "fout[BO" in done.stderr
    assert not (own / "boek.md").exists()


@pytest.mark.parametrize("format", ["text", "md", "html"])
def test_a_file_holds_what_would_have_been_printed(own: Path, format: str) -> None:
    printed = bo(own, "proef-2024", "--format", format)
    done = bo(own, "proef-2024", "--format", format, "--out", "boek")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Geschreven: boek (proef-2024).\n")
    assert (own / "boek").read_text(encoding="utf-8") == printed.stdout
    assert sorted(one.name for one in own.iterdir()) == ["boek", "kaders"]


def test_nothing_is_overwritten_without_asking(own: Path) -> None:
    (own / "boek.html").write_text("van iemand anders", encoding="utf-8")
    done = bo(own, "proef-2024", "--format", "html", "--out", "boek.html")
    assert done.returncode == 2
    assert done.stderr == "bo kader show: boek.html bestaat al. Kies een andere naam, of overschrijf het met --force.\n"
    assert (own / "boek.html").read_text(encoding="utf-8") == "van iemand anders"
    assert bo(own, "proef-2024", "--format", "html", "--out", "boek.html", "--force").returncode == 0
    assert (own / "boek.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_place_that_cannot_be_written_is_said_in_dutch(own: Path) -> None:
    done = bo(own, "proef-2024", "--out", "geen-map/boek.md")
    assert done.returncode == 2
    assert done.stderr == "bo kader show: geen-map/boek.md is niet te schrijven. Bestaat de map, en mag u daar schrijven?\n"


@pytest.mark.parametrize(("format", "needed"), [("text", set()), ("md", {"jinja2"})])
def test_only_pages_import_jinja(own: Path, format: str, needed: set[str]) -> None:
    script = (
        "import sys; sys.argv = ['bo', *sys.argv[1:]]\n"
        "from basisondersteuning.cli.entry import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, "kader", "show", "proef-2024", "--format", format]
    done = subprocess.run(command, cwd=own, capture_output=True, text=True, encoding="utf-8", check=True)
    assert {"jinja2", "rich"} & set(done.stderr.splitlines()[-1].split()) == needed
