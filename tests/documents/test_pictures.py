"""Pictures: what they show is what the record says, in words and in a table too, and every word in them can be read."""

from __future__ import annotations

import re
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from basisondersteuning.casework.assess import Assessor, Setup
from basisondersteuning.documents.pictures.history import TALLEST, Line, Step, history, line_of
from basisondersteuning.documents.pictures.picture import Drawing, Picture
from basisondersteuning.documents.pictures.raster import png
from basisondersteuning.model.words import month_short
from conftest import program

from .drawn import CODES, SVG, TODAY, bloc, boxes, course, dashes, drawn, overlapping, sticking_out, tree, words

ROOT = Path(__file__).parents[2]
ATTRIBUTES = {
    *("role", "aria-labelledby", "width", "viewBox", "fill", "font-size", "id", "x", "y", "x1", "x2", "y1", "y2", "d"),
    *("cx", "cy", "r", "text-anchor", "font-weight", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray"),
}
"""What a shape may have: nothing that a page with a strict policy would block, and nothing that reaches outside."""

ARITHMETIC = Line("rekenen", (Step(date(2026, 9, 7), 0, 1), Step(date(2026, 11, 9), 1, 2)))
SPELLING = Line(
    "spelling",
    (
        Step(date(2025, 9, 7), 0, 1),
        Step(date(2025, 11, 9), 1, 2, supported=False),
        Step(date(2026, 4, 1), 2, 3),
        Step(date(2026, 9, 1), 3, 1),
    ),
)
ONE_DAY = Line("taal", (Step(TODAY, 0, 1), Step(TODAY, 1, 2), Step(TODAY, 2, 1)))
YEARS = Line("sociaal_emotioneel", tuple(Step(date(2018 + year, 9, 3), year % 2, 1 - year % 2) for year in range(9)))


MANY = drawn("rekenen", "vaardigheidsscore", [bloc(TODAY - timedelta(days=9 * day), str(day * 37 % 90)) for day in range(70)])
SAME_DAY = drawn("taal", "percentage", [bloc(TODAY, str(value), value % 2 == 0) for value in (50, 51, 52, 50, 80)])
PICTURES = {
    "one lijn": course([ARITHMETIC]),
    "two lijnen": course([ARITHMETIC, SPELLING]),
    "one day": course([ONE_DAY]),
    "eight years": course([YEARS, ARITHMETIC]),
    "a century": course([Line("taal", (Step(date(1926, 1, 1), 0, 1),))]),
    "many results": MANY,
    "results of one day": SAME_DAY,
    "steps": drawn("spelling", "I-V", [bloc(date(2026, 1, 20), "IV"), bloc(date(2026, 6, 9), "III")]),
}


@pytest.mark.parametrize("name", PICTURES)
class TestEveryPicture:
    def test_it_says_what_it_is(self, name: str) -> None:
        picture = PICTURES[name]
        root = tree(picture)
        title, about = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
        assert title is not None and about is not None
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == f"{title.get('id')} {about.get('id')}"
        assert (title.text, about.text) == (picture.titel, picture.beschrijving)
        assert isinstance(picture.svg, Drawing)
        assert {len(row) for row in picture.rijen} == {len(picture.kop)}

    def test_it_takes_its_colour_from_the_text_around_it_and_nothing_from_outside(self, name: str) -> None:
        assert not re.search(r"\d\.\d\d", str(PICTURES[name].svg))
        for item in tree(PICTURES[name]).iter():
            assert set(item.attrib) <= ATTRIBUTES
            assert item.tag.removeprefix(SVG) in {"svg", "title", "desc", "text", "line", "path", "circle"}
            assert {item.get("fill", "none"), item.get("stroke", "none")} <= {"none", "currentColor"}

    def test_no_word_covers_another_or_falls_off(self, name: str) -> None:
        assert words(PICTURES[name])
        assert overlapping(PICTURES[name]) == []
        assert sticking_out(PICTURES[name]) == []


def test_every_field_is_explained_to_who_makes_a_template() -> None:
    hints = get_type_hints(Picture, include_extras=True)
    assert all(hints[name].__metadata__[0].endswith(".") for name in Picture._fields)


class TestHistory:
    def test_a_supported_course_is_one_full_line_with_a_dot_for_each_step(self) -> None:
        picture = course([ARITHMETIC])
        assert dashes(picture) == 0
        dots = [(float(dot.get("cx", "")), float(dot.get("cy", ""))) for dot in tree(picture).iter(f"{SVG}circle")]
        (first_x, first_y), (second_x, second_y) = dots
        assert first_x < second_x and first_y > second_y
        base = {box.words: box.bottom for box in boxes(picture)}
        assert base["niveau 1"] > first_y > base["niveau 2"] > second_y
        assert words(picture) == ["okt", "nov", "2026-2027", "Rekenen", "geen", "niveau 1", "niveau 2"]
        assert picture.rijen == (
            ("Rekenen", "7-9-2026", "geen ondersteuning", "niveau 1", "ja"),
            ("Rekenen", "9-11-2026", "niveau 1", "niveau 2", "ja"),
        )
        assert picture.beschrijving == (
            "Het verloop bij rekenen, van 7 september 2026 tot en met 24 november 2026. Aan het eind: niveau 2."
        )

    def test_what_the_record_does_not_support_is_dashed_and_said(self) -> None:
        picture = course([SPELLING, ARITHMETIC])
        assert dashes(picture) == 4  # to niveau 2, on to niveau 3, until the step down, and the legend
        assert "niet onderbouwd in het dossier" in words(picture)
        assert "Aan het eind: spelling niveau 1 en rekenen niveau 2." in picture.beschrijving
        assert "Waar de lijn gestippeld is, onderbouwt het dossier het niveau niet." in picture.beschrijving
        assert [row[4] for row in picture.rijen] == ["ja", "nee", "nee, een eerdere stap niet", "ja", "ja", "ja"]
        open_dots = [dot for dot in tree(picture).iter(f"{SVG}circle") if dot.get("fill") == "none"]
        assert len(open_dots) == 3
        unsupported = Line("rekenen", (Step(date(2026, 9, 7), 0, 1), Step(date(2026, 11, 9), 1, 2, supported=False)))
        assert "Aan het eind: niveau 2 (niet onderbouwd)." in course([unsupported]).beschrijving

    def test_a_real_verdict_gives_the_same_steps(self) -> None:
        assessor = Assessor(Setup(TODAY, TODAY, swv=str(ROOT / "examples" / "samenwerkingsverband.yaml")))
        for path in sorted((ROOT / "examples" / "dossiers").glob("*.yaml")):
            verdict = assessor.assess(str(path)).verdict
            assert verdict is not None
            codes = ("geen", *(level.code for level in verdict.frame.levels))
            lines = [line_of(strand) for strand in verdict.strands]
            for made, strand in zip(lines, verdict.strands, strict=True):
                sound = [step.after for step, holds in zip(made.steps, made.sound, strict=True) if holds]
                assert (sound[-1] if sound else 0) == strand.supported
            pictures = history(lines, codes, TODAY, "p")
            assert len(pictures) == any(made.steps for made in lines)
            assert all(overlapping(picture) == [] for picture in pictures)
            assert any(dashes(picture) for picture in pictures) is any(
                strand.rank != strand.supported for strand in verdict.strands
            )

    def test_without_a_step_there_is_no_picture(self) -> None:
        assert history([], CODES, TODAY, "p") == ()
        assert history([ARITHMETIC], CODES, date(2026, 9, 6), "p") == ()

    def test_what_came_later_is_not_there(self) -> None:
        picture = course([ARITHMETIC], date(2026, 10, 1))
        assert len(picture.rijen) == 1
        assert "niveau 2" not in words(picture)

    def test_more_than_a_page_holds_becomes_more_pictures(self) -> None:
        areas = ("rekenen", "taal", "spelling", "gedrag", "motoriek", "schrijven", "technisch_lezen", "werkhouding")
        pictures = history([Line(area, SPELLING.steps) for area in areas], CODES, TODAY, "p")
        assert len(pictures) == 2
        assert [picture.titel[-9:] for picture in pictures] == ["(1 van 2)", "(2 van 2)"]
        assert sum(len(picture.rijen) for picture in pictures) == len(areas) * len(SPELLING.steps)
        assert all(float(tree(picture).get("viewBox", "").split()[3]) <= TALLEST for picture in pictures)
        ids = [item.get("id") for picture in pictures for item in tree(picture).iter() if item.get("id")]
        assert len(ids) == len(set(ids)) == 4

    def test_text_stays_text(self) -> None:
        (picture,) = history([ARITHMETIC], ("geen", "<b>&", '"><script>', "3"), TODAY, 'p"><script>')
        assert "<script>" not in str(picture.svg) and "<b>" not in str(picture.svg)
        assert tree(picture).get("role") == "img"
        assert "<b>&" in words(picture)

    def test_the_longest_code_is_shortened_in_the_drawing_only(self) -> None:
        code = "ondersteuning_met_een_heel_lange_naam"
        (picture,) = history([ARITHMETIC], ("geen", code, "2"), TODAY, "p")
        assert [one for one in words(picture) if one.endswith("…")]
        assert picture.rijen[0][3] == code.replace("_", " ")
        assert sticking_out(picture) == []

    @settings(derandomize=True, deadline=None, max_examples=150)
    @given(
        some.lists(some.tuples(some.integers(0, 3000), some.integers(0, 4), some.booleans()), min_size=1, max_size=25),
        some.integers(0, 400),
    )
    def test_whatever_happened_every_word_can_be_read(self, moves: list[tuple[int, int, bool]], rest: int) -> None:
        steps, rank = [], 0
        for days, after, supported in sorted(moves):
            if after != rank:
                steps.append(Step(date(2018, 8, 1) + timedelta(days=days), rank, after, supported))
                rank = after
        until = date(2018, 8, 1) + timedelta(days=max(days for days, _, _ in moves) + rest)
        for picture in history([Line("sociaal_emotioneel", tuple(steps))], CODES, until, "p"):
            assert overlapping(picture) == []
            assert sticking_out(picture) == []
            assert len(picture.rijen) == len(steps)


class TestTime:
    @pytest.mark.parametrize(
        ("first", "expected"),
        [
            (TODAY, ["10 nov", "24 nov", "2026-2027"]),
            (date(2026, 8, 31), ["sep", "okt", "nov", "2026-2027"]),
            (date(2026, 3, 2), ["apr", "jun", "aug", "okt", "2025-2026", "2026-2027"]),
            (date(2024, 9, 2), ["feb", "aug", "feb", "aug", "2024-2025", "2025-2026", "'26-'27"]),
            (date(2018, 9, 2), ["aug 2025", "aug 2022", "aug 2019"]),
        ],
    )
    def test_months_and_school_years_stand_below(self, first: date, expected: list[str]) -> None:
        found = words(course([Line("taal", (Step(first, 0, 1),))]))
        assert found[: found.index("Taal")] == expected

    def test_months_are_in_dutch(self) -> None:
        assert [month_short(month) for month in (3, 5, 8, 10)] == ["mrt", "mei", "aug", "okt"]


class TestRaster:
    def test_a_picture_becomes_black_on_white(self) -> None:
        pytest.importorskip("resvg_py", reason="resvg-py is not installed")
        made = png(str(PICTURES["two lijnen"].svg), 720)
        assert made is not None
        assert made[:8] == b"\x89PNG\r\n\x1a\n"
        assert int.from_bytes(made[16:20], "big") == 720
        assert len(made) > len(
            png(str(PICTURES["two lijnen"].svg).replace("<text", "<desc").replace("</text", "</desc"), 720) or b""
        )

    def test_what_is_no_svg_gives_nothing(self) -> None:
        assert png("<geen svg", 720) is None

    def test_without_the_extra_there_is_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "resvg_py", None)
        assert png(str(PICTURES["one lijn"].svg), 720) is None


MEASURE = """() => [...document.querySelectorAll('svg')].map(svg => {
  const texts = [...svg.querySelectorAll('text')], own = svg.getBoundingClientRect();
  const boxes = texts.map(one => one.getBBox());
  const cover = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y + 3 < b.y + b.height && b.y + 3 < a.y + a.height;
  return {
    size: 14 * own.width / 360,
    over: texts.flatMap((one, at) => texts.slice(at + 1).filter((_, to) => cover(boxes[at], boxes[at + 1 + to]))
      .map(two => one.textContent + ' / ' + two.textContent)),
    out: texts.filter(one => one.getBoundingClientRect().left < own.left - 1 || one.getBoundingClientRect().right > own.right + 1)
      .map(one => one.textContent),
    colour: getComputedStyle(texts[0]).fill,
  };
})"""


def page(folder: Path, font: str) -> Path:
    path = folder / "tekeningen.html"
    style = f"body {{ margin: 0 16px; color: rgb(1, 2, 3); font-family: {font}; }}"
    figures = "".join(f"<figure style='margin: 0'>{picture.svg!s}</figure>" for picture in PICTURES.values())
    path.write_text(f"<!doctype html><meta charset='utf-8'><style>{style}</style>{figures}", encoding="utf-8")
    return path


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("font", ["DejaVu Sans", "Liberation Sans"])
def test_on_the_smallest_phone_every_word_can_be_read(tmp_path: Path, font: str) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
        screen = browser.new_page(viewport={"width": 320, "height": 800})
        screen.goto(page(tmp_path, font).as_uri())
        found: list[dict[str, Any]] = screen.evaluate(MEASURE)
        browser.close()
    assert len(found) == len(PICTURES)
    for name, one in zip(PICTURES, found, strict=True):
        assert one["size"] >= 11, name
        assert (one["over"], one["out"]) == ([], []), name
        assert one["colour"] == "rgb(1, 2, 3)"


def test_on_paper_every_word_is_there(tmp_path: Path) -> None:
    weasyprint = pytest.importorskip("weasyprint", reason="weasyprint is not installed")
    import pypdf

    paper = tmp_path / "tekeningen.pdf"
    weasyprint.HTML(page(tmp_path, "DejaVu Sans")).write_pdf(paper)
    text = " ".join(one.extract_text() for one in pypdf.PdfReader(paper).pages)
    assert all(words in text for picture in PICTURES.values() for words in words_of(picture))


def words_of(picture: Picture) -> list[str]:
    return [one for one in words(picture) if one.isascii()]
