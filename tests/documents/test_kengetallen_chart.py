"""The charts of the key figures: what can be seen of them, and that it is true."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.documents.kengetallen.chart import Chart, Line, Mark, chart
from basisondersteuning.documents.kengetallen.scale import MOST_STEPS, scale
from basisondersteuning.documents.pictures.picture import Picture

from .drawn import SVG, overlapping, sticking_out, tree, words


def exact(year: int, value: float) -> Mark:
    return Mark(date(year, 10, 1), value, value, f"{value:.2f}".replace(".", ","))


def between(year: int, low: float, high: float | None) -> Mark:
    return Mark(date(year, 10, 1), low, high, f"{low:.2f}-{high or 0:.2f}".replace(".", ","))


def picture(*marks: Mark, other: tuple[Mark, ...] = (), level: Mark | None = None) -> Picture:
    shown = Chart(
        Line("dit samenwerkingsverband", marks),
        Line("landelijk", other) if other else None,
        ("niveau van 1-10-2013", level) if level else None,
        "procent van de leerlingen",
        "op 1 oktober",
    )
    return Picture("Titel", "Uitleg", chart("p", "Titel", "Uitleg", shown), (), ())


def drawn(made: Picture, name: str) -> list[ElementTree.Element]:
    return list(tree(made).iter(f"{SVG}{name}"))


OWN = tuple(exact(year, 2.3 - (year - 2013) * 0.04) for year in range(2013, 2020))


def test_the_axes_have_words_and_the_ends_have_values() -> None:
    found = words(picture(*OWN))
    assert {"procent van de leerlingen", "op 1 oktober", "dit samenwerkingsverband", "2013", "2019"} <= set(found)
    assert {"2,30", "2,06"} <= set(found)


def test_a_line_is_known_by_more_than_its_colour() -> None:
    other = tuple(exact(year, 2.6) for year in range(2013, 2020))
    made = picture(*OWN, other=other, level=exact(2013, 2.3))
    assert {"landelijk", "niveau van 1-10-2013"} <= set(words(made))
    circles = drawn(made, "circle")
    assert sum(one.get("fill") == "none" for one in circles) == len(other) + 1  # and one in the legend
    dotted = [one for one in drawn(made, "line") if one.get("stroke-dasharray")]
    dashed = [one for one in drawn(made, "path") if one.get("stroke-dasharray")]
    assert len(dotted) == len(other) - 1 + 1
    assert len(dashed) == 2


def test_what_is_masked_is_a_bar_and_never_a_point() -> None:
    made = picture(exact(2013, 2.0), between(2014, 2.0, 2.4), exact(2015, 2.2))
    assert len(drawn(made, "circle")) == 2 + 1  # and one in the legend
    assert len(drawn(made, "polygon")) == 2
    assert "laagste tot hoogste (afgeschermd)" in words(made)
    assert "2,00-2,40" in words(made)


def test_without_a_highest_the_bar_runs_to_the_top() -> None:
    made = picture(exact(2013, 2.0), between(2014, 2.1, None))
    bar = next(one for one in drawn(made, "path") if one.get("stroke-width") == "4")
    assert bar.get("d", "").endswith("V34")


YEARS = st.integers(2000, 2030)
VALUES = st.floats(0, 100).map(lambda one: round(one, 2))


@given(st.dictionaries(YEARS, st.tuples(VALUES, st.sampled_from([0.0, 0.5, 8.0])), min_size=1, max_size=18), st.booleans())
@settings(derandomize=True, max_examples=80)
def test_nothing_lies_over_anything_or_sticks_out(values: dict[int, tuple[float, float]], both: bool) -> None:
    marks = [exact(year, low) if not wide else between(year, low, low + wide) for year, (low, wide) in sorted(values.items())]
    other = tuple(exact(one.day.year, one.low + 1) for one in marks) if both else ()
    made = picture(*marks, other=other, level=marks[0] if both else None)
    assert overlapping(made) == []
    assert sticking_out(made) == []


@given(st.floats(0, 3000), st.floats(0, 300))
@settings(derandomize=True)
def test_a_scale_holds_its_values(low: float, span: float) -> None:
    made = scale(low, low + span)
    values = [value for value, _ in made.ticks]
    assert values == sorted(set(values))
    assert values[0] <= low + 1e-3
    assert values[-1] >= low + span - 1e-3
    assert 2 <= len(values) <= MOST_STEPS + 2
    assert len({words for _, words in made.ticks}) == len(values)


@pytest.mark.parametrize(("low", "high", "zero"), [(0.1, 2.0, True), (2.0, 2.4, False), (0, 0, True), (88, 146, False)])
def test_a_scale_that_does_not_begin_at_nothing_is_known(low: float, high: float, zero: bool) -> None:
    assert scale(low, high).from_zero is zero
