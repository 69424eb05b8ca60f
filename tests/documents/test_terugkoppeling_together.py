"""What only many SOPs show in the letters to schools, which files go in one letter, and who gets none."""

from __future__ import annotations

import io
import re
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.documents.terugkoppeling.together import Gathered, Together
from basisondersteuning.records.discover import Candidate
from basisondersteuning.swv.desk.run import Sent
from running import Bo

from .letters import DAY, SWV, changed, desk_of_swv, letter, letters, section


@pytest.fixture
def sent(desk: Path) -> Path:
    """The examples with what schools sent."""
    return desk_of_swv(desk)


# what only many files show


def test_what_only_many_files_show_is_told_in_words_for_the_school(bo: Bo, sent: Path) -> None:
    letters(bo)
    for school in ("99YE00", "99YF00"):
        found = section(letter(sent, school), "Wat ons opviel in het bestand")
        assert "BO805" in found
        assert "Er staat nu:** format: noorderkoog-2025" in found
        assert "BO804" in found
        assert "Er staat nu:** kader: noorderkoog-2025" in found
        assert "Vraag de school" not in found
    assert "BO80" not in letter(sent, "99YG00")
    double = letter(sent, "99YF00")
    assert (
        double.index("## 99YF00-de-klipper.yaml") < double.index("## 99YF00-de-klipper-definitief.yaml") < double.index("BO805")
    )
    assert double.count("BO805") == 1


def test_a_copy_of_an_earlier_year_is_told_in_the_letter_of_the_later_year(bo: Bo, sent: Path) -> None:
    last = sent / "sops" / "2025-2026" / "99XX00-de-wierhaven.yaml"
    changed(last, ("schooljaar: 2025-2026", "schooljaar: 2026-2027"), to=sent / "sops" / "2026-2027" / last.name)
    letters(bo, paths=("sops",))
    assert "gelijk aan die van een eerder schooljaar" in section(letter(sent, "99XX00"), "Wat ons opviel in het bestand")
    assert "BO806" not in (sent / "brieven" / "terugkoppeling-99XX00-2025-2026.md").read_text("utf-8")


def test_a_school_that_is_not_of_the_samenwerkingsverband_hears_that_first(bo: Bo, sent: Path) -> None:
    letters(bo)
    text = letter(sent, "99ZZ00")
    said = text.index("**Eerst dit.** Wij kennen geen school met de code 99ZZ00.")
    assert said < text.index("Dank u wel")
    assert "U hoeft er niets" not in text
    assert "Eerst dit" not in letter(sent, "99YG00")


def test_with_a_code_that_nobody_knows_not_even_a_right_sop_is_done(bo: Bo, sent: Path) -> None:
    path = sent / "sops" / "2026-2027" / "99XX00-de-wierhaven.yaml"
    done = "U hoeft er niets aan te veranderen."
    letters(bo, paths=(str(path),))
    assert done in letter(sent, "99XX00")
    changed(path, ("school: 99XX00", "school: 99WX00"))
    letters(bo, paths=(str(path),))
    text = letter(sent, "99WX00")
    assert done not in text
    assert "Laat ons weten wanneer u het verbeterde SOP en uw antwoorden stuurt." in text


def test_a_code_of_another_school_gives_no_letter_to_that_school(bo: Bo, sent: Path) -> None:
    wrong = sent / "ingezonden" / "99YH00-t-schelpenpad.yaml"
    changed(wrong, ("school: 99YH00", "school: 99YG00"))
    done = letters(bo)
    name = "terugkoppeling-code-past-niet-basisschool-t-schelpenpad-99YG00-2026-2027.md"
    text = (sent / "brieven" / name).read_text("utf-8")
    own = re.search(r"^naam: (.*)$", wrong.read_text("utf-8"), re.MULTILINE)
    assert own is not None
    assert f"Beste collega’s van {own[1]}," in text
    assert f"**Eerst dit.** De code 99YG00 en de naam «{own[1]}» in uw SOP passen volgens onze gegevens niet bij elkaar." in text
    assert "Sluis" not in text
    assert "Meer dan één bestand" not in text
    right = letter(sent, "99YG00")
    assert "Schelpenpad" not in right
    assert "Eerst dit" not in right
    assert "99YH00 " in done.err  # and the school itself has none
    assert f"kijk eerst of {Path('ingezonden') / wrong.name} haar SOP is" in " ".join(done.err.split())


def test_a_board_that_does_not_fit_is_told_too(bo: Bo, sent: Path) -> None:
    wrong = sent / "ingezonden" / "99YG00-de-sluis.yaml"
    text = re.sub(r"^bestuur: .*$", "bestuur: {naam: Stichting Elders}", wrong.read_text("utf-8"), flags=re.MULTILINE)
    wrong.write_text(text, encoding="utf-8")
    letters(bo)
    (path,) = (sent / "brieven").glob("terugkoppeling-code-past-niet-*.md")
    assert "en het bestuur «Stichting Elders» in uw SOP" in path.read_text("utf-8")
    assert not (sent / "brieven" / "terugkoppeling-99YG00-2026-2027.md").exists()


def test_from_standard_input_a_letter_says_the_same_first(bo: Bo, sent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = (sent / "ingezonden" / "99ZZ00-de-overkant.yaml").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    done = bo("render", "terugkoppeling", "-", "--peildatum", str(DAY), "--swv", SWV)
    assert done.code == 0
    assert "**Eerst dit.** Wij kennen geen school met de code 99ZZ00." in done.out


# who gets no letter


def test_after_the_run_it_says_who_gets_no_letter_and_why(bo: Bo, sent: Path) -> None:
    folder = sent / "ingezonden"
    changed(folder / "99YG00-de-sluis.yaml", ("school: 99YG00", "school: Sluis"))
    (folder / "99XX00-de-wierhaven.docx").write_bytes(b"PK")
    err = letters(bo).err
    end = err[err.index("Geen brief voor") :]
    said = " ".join(end.split())
    assert said.startswith("Geen brief voor 2 bestanden:")
    assert f"{Path('ingezonden') / '99XZ00-de-zandplaat.yaml'}: het bestand is niet te lezen" in said
    assert f"{Path('ingezonden') / '99YG00-de-sluis.yaml'}: van welke school het is, is niet te lezen" in said
    assert "Nog 3 scholen hebben geen SOP voor 2026-2027, en dus geen brief:" in said
    for school in ("99XX00 Basisschool De Wierhaven", "99XZ00", "99YG00"):
        assert school in said
    assert "99YH00 " not in said
    assert "1 ander bestand is niet bekeken" in said


def test_many_files_without_a_letter_are_counted(bo: Bo, sent: Path) -> None:
    for number in range(13):
        (sent / "ingezonden" / f"stuk-{number:02}.yaml").write_text("soort: sop\n  school: [", encoding="utf-8")
    err = letters(bo).err
    part = err[err.index("Geen brief voor 14 bestanden:") : err.index("Nog 2 scholen")]
    assert part.count("\n") == 12
    assert part.endswith("  … en nog 4 bestanden\n")


def test_of_named_files_no_school_is_called_missing(bo: Bo, sent: Path) -> None:
    paths = tuple(str(Path("ingezonden") / one) for one in ("99YG00-de-sluis.yaml", "99YE00-de-lantaarn.yaml"))
    err = letters(bo, paths=paths).err
    assert "geen brief" not in err.lower()
    broken = letters(bo, paths=(str(Path("ingezonden") / "99XZ00-de-zandplaat.yaml"),)).err
    assert "fout[BO106]" in broken
    assert "geen brief" not in broken.lower()


def test_a_letter_that_was_changed_by_hand_is_said_not_to_be_made_anew(bo: Bo, sent: Path) -> None:
    letters(bo)
    (sent / "brieven" / "terugkoppeling-99YG00-2026-2027.md").write_text("Zelf geschreven.\n", encoding="utf-8")
    err = letters(bo, "--voor-datum", "2026-12-18").err
    assert f"{Path('ingezonden') / '99YG00-de-sluis.yaml'}: " in " ".join(err[err.index("Geen brief voor 2") :].split())
    assert letter(sent, "99YG00") == "Zelf geschreven.\n"


def test_over_processes_the_letters_are_the_same(bo: Bo, sent: Path) -> None:
    letters(bo)
    before = {one.name: one.read_bytes() for one in (sent / "brieven").glob("*.md")}
    shutil.rmtree(sent / "brieven")
    letters(bo, "--jobs", "2")
    assert {one.name: one.read_bytes() for one in (sent / "brieven").glob("*.md")} == before


def test_a_file_without_year_is_told_by_itself(bo: Bo, sent: Path) -> None:
    changed(sent / "ingezonden" / "99YG00-de-sluis.yaml", ("schooljaar: 2026-2027", "schooljaar: straks"))
    letters(bo)
    assert "schooljaar: straks" in (sent / "brieven" / "terugkoppeling-99YG00.md").read_text("utf-8")


# which files go together


NAMES = st.sampled_from(["", "De Klipper", "Basisschool De Klipper", "Het Anker"])
FILES = st.lists(st.tuples(st.sampled_from(["99XX00", "99XY00"]), st.sampled_from(["2025-2026", "2026-2027"]), NAMES), max_size=8)


@settings(derandomize=True)
@given(FILES)
def test_files_that_may_be_of_one_school_and_year_go_together_and_nothing_is_lost(files: list[tuple[str, str, str]]) -> None:
    gathered = Gathered()
    paths = [f"{number}.yaml" for number in range(len(files))]
    for path, (school, year, name) in zip(paths, files, strict=True):
        gathered.note(path, Sent(school, year, name=name))
    found = list(gathered.letters([Candidate("leeg.yaml", False), *(Candidate(one, False) for one in paths)]))
    assert found[0] == Candidate("leeg.yaml", False)
    whose = dict(zip(paths, files, strict=True))
    groups = [(one.path, *one.others) for one in found[1:] if isinstance(one, Together)]
    assert sorted(path for group in groups for path in group) == sorted(paths)
    for first, *others in groups:
        assert all(whose[one][:2] == whose[first][:2] for one in others)
        assert all({whose[one][2], whose[first][2]} != {"Het Anker", "De Klipper"} for one in others)
    if all(name != "Het Anker" for _, _, name in files):
        assert len(groups) == len({one[:2] for one in files})


def test_another_year_is_another_letter(bo: Bo, sent: Path) -> None:
    done = letters(bo, paths=("sops",))
    assert done.code == 0
    names = {one.name for one in (sent / "brieven").glob("*.md")}
    assert {"terugkoppeling-99XX00-2025-2026.md", "terugkoppeling-99XX00-2026-2027.md"} <= names
    assert len(names) == 22
