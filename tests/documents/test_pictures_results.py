"""Test results as a picture: each value is read exactly or not at all, and what is drawn is what was written."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from basisondersteuning.documents.pictures.results import results
from basisondersteuning.documents.pictures.scales import SCALES, place, ticks
from basisondersteuning.model.events_support import Schaal

from .drawn import SVG, TODAY, bloc, boxes, drawn, overlapping, sticking_out, tree, words


class TestPlace:
    @pytest.mark.parametrize(
        ("scale", "value", "expected"),
        [
            ("percentage", "45", "45"),
            ("percentage", "45,5 %", "45.5"),
            ("percentage", "45.25%", "45.25"),
            ("percentage", "101", None),
            ("percentage", "-1", None),
            ("percentiel", "45%", None),
            ("percentiel", "12", "12"),
            ("cijfer", "5,5", "5.5"),
            ("cijfer", "0", None),
            ("vaardigheidsscore", "-12", "-12"),
            ("vaardigheidsscore", "1.200", None),
            ("vaardigheidsscore", "12 of 13", None),
            ("DLE", "٣", None),
            ("IQ", " 104 ", "104"),
            ("AE", "a", "5"),
            ("AE", "E", "1"),
            ("AE", "E-", None),
            ("I-V", "IV", "2"),
            ("I-V", "4", None),
            ("AVI", "M3", None),
            ("functioneringsniveau", "5", None),
            ("anders", "9", None),
        ],
    )
    def test_a_value_is_read_exactly_or_not_at_all(self, scale: Schaal, value: str, expected: str | None) -> None:
        assert place(scale, value) == (None if expected is None else Decimal(expected))

    @settings(derandomize=True)
    @given(some.sampled_from(sorted(SCALES)), some.text(max_size=8))
    def test_no_text_is_too_strange(self, scale: Schaal, value: str) -> None:
        place(scale, value)

    @settings(derandomize=True)
    @given(some.lists(some.decimals(-9999, 9999, places=2), min_size=1, max_size=9))
    def test_the_axis_holds_every_value_and_never_magnifies(self, values: list[Decimal]) -> None:
        marks = [value for value, _ in ticks("vaardigheidsscore", values)]
        assert marks[0] <= min(values) and max(values) <= marks[-1]
        assert marks[-1] - marks[0] >= 10
        assert len({after - before for before, after in pairwise(marks)}) == 1
        assert 2 <= len(marks) <= 7

    def test_a_scale_with_ends_is_shown_whole(self) -> None:
        assert [words for _, words in ticks("percentage", [Decimal(50)])] == ["0%", "25%", "50%", "75%", "100%"]
        assert [words for _, words in ticks("cijfer", [Decimal(5)])] == ["1", "2", "4", "6", "8", "10"]
        assert [words for _, words in ticks("AE", [Decimal(1)])] == ["E", "D", "C", "B", "A"]


class TestResults:
    def test_each_test_is_a_dot_at_its_value(self) -> None:
        picture = drawn("rekenen", "percentage", [bloc(date(2026, 10, 8), "52,5%"), bloc(date(2026, 9, 8), "45")])
        assert picture.titel == "Resultaten rekenen: percentage"
        assert picture.beschrijving == (
            "2 resultaten van 8 september 2026 tot en met 8 oktober 2026. "
            "Elke stip is een toets: hoe hoger de stip, hoe hoger het percentage."
        )
        assert picture.rijen == (("8-9-2026", "Bloktoets", "ja", "45"), ("8-10-2026", "Bloktoets", "ja", "52,5%"))
        heights = [float(dot.get("cy", "")) for dot in tree(picture).iter(f"{SVG}circle")]
        grid = {box.words: (box.top + box.bottom) / 2 for box in boxes(picture)}
        assert grid["50%"] < heights[0] < grid["25%"] and grid["75%"] < heights[1] < grid["50%"]
        assert {"45", "52,5"} <= set(words(picture))
        assert not list(tree(picture).iter(f"{SVG}path"))

    def test_the_best_step_is_on_top(self) -> None:
        for scale, best, worst in (("AE", "A", "E"), ("I-V", "I", "V")):
            picture = drawn("taal", scale, [bloc(date(2026, 1, 20), best), bloc(date(2026, 6, 9), worst)])  # type: ignore[arg-type]
            first, second = (float(dot.get("cy", "")) for dot in tree(picture).iter(f"{SVG}circle"))
            assert first < second
            assert f"{best} staat bovenaan, {worst} onderaan" in picture.beschrijving

    @pytest.mark.parametrize("scale", ["AVI", "functioneringsniveau", "anders"])
    def test_what_has_no_scale_has_no_picture(self, scale: Schaal) -> None:
        assert results("rekenen", scale, [bloc(TODAY, "5"), bloc(TODAY, "6")], "p") is None

    def test_one_result_is_no_picture(self) -> None:
        assert results("rekenen", "percentage", [bloc(TODAY, "5"), bloc(TODAY, "ruim voldoende")], "p") is None

    def test_what_cannot_be_read_is_counted_and_stands_in_the_table(self) -> None:
        picture = drawn("rekenen", "percentage", [bloc(TODAY, "5"), bloc(TODAY, "6"), bloc(TODAY, "<i>veel</i>")])
        assert picture.beschrijving.endswith("1 resultaat staat alleen in de tabel.")
        assert [row[3] for row in picture.rijen] == ["5", "6", "<i>veel</i>"]
        assert "veel" not in str(picture.svg)

    def test_two_kinds_of_test_differ_in_shape_and_are_named(self) -> None:
        picture = drawn("rekenen", "percentage", [bloc(TODAY, "45"), bloc(TODAY, "70", bound=False)])
        assert words(picture)[-2:] == ["methodegebonden toets", "niet-methodegebonden toets"]
        assert [dot.get("fill") for dot in tree(picture).iter(f"{SVG}circle")] == [None, "none", None, "none"]
        alone = drawn("rekenen", "percentage", [bloc(TODAY, "45", bound=False), bloc(TODAY, "70", bound=False)])
        assert "niet-methodegebonden toets" not in words(alone)
        assert [dot.get("fill") for dot in tree(alone).iter(f"{SVG}circle")] == [None, None]

    def test_equal_results_of_one_day_are_counted(self) -> None:
        same = [bloc(TODAY, "IV"), bloc(TODAY, "IV", bound=False), bloc(date(2026, 6, 9), "III")]
        assert words(drawn("spelling", "I-V", same)).count("2×") == 1
        assert "45 (3×)" in words(drawn("spelling", "percentage", [bloc(TODAY, "45")] * 3))

    def test_where_not_every_number_fits_only_the_last_and_the_first_stand_there(self) -> None:
        many = drawn("rekenen", "IQ", [bloc(TODAY - timedelta(days=9 * day), str(day * 37 % 90)) for day in range(70)])
        numbers = [box for box in boxes(many) if box.words.isdecimal()]
        assert [box.words for box in numbers if box.right > 50] == ["0", "33"]

    @settings(derandomize=True, deadline=None, max_examples=100)
    @given(some.lists(some.tuples(some.integers(0, 2900), some.integers(0, 100), some.booleans()), min_size=2, max_size=40))
    def test_whatever_was_tested_every_word_can_be_read(self, tests: list[tuple[int, int, bool]]) -> None:
        found = [bloc(date(2018, 8, 1) + timedelta(days=day), str(value), bound) for day, value, bound in tests]
        picture = drawn("begrijpend_lezen", "percentiel", found)
        assert overlapping(picture) == []
        assert sticking_out(picture) == []
