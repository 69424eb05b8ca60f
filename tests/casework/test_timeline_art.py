from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from basisondersteuning.casework.timeline_art import draw

CODES = ("geen", "1", "2", "3", "arrangement")


def test_a_climb_and_a_step_down() -> None:
    steps = [(date(2026, 1, 15), 1), (date(2026, 4, 15), 2), (date(2026, 8, 15), 1)]
    assert draw(steps, CODES, date(2026, 12, 15), 40) == [
        "   2 ┤             ┌────────────┐",
        "   1 ┤   ┌─────────┘            └─────────────",
        "geen ┤───┘",
        "     └──┴─────────┴────────┴─────────┴────────",
        "        jan 2026  apr      jul       okt",
    ]


def test_a_jump_over_a_niveau_passes_its_row() -> None:
    rows = draw([(date(2026, 1, 1), 1), (date(2026, 6, 1), 3)], CODES, date(2026, 12, 1), 30)
    assert next(row for row in rows if row.lstrip().startswith("2 ┤")).strip().strip("2 ┤") == "│"


def test_nothing_happened_nothing_drawn() -> None:
    assert draw([], CODES, date(2026, 1, 1)) == []


@given(
    st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 4)), min_size=1, max_size=12),
    st.integers(24, 90),
    st.integers(0, 400),
)
def test_every_row_fits_and_the_last_rank_ends_the_drawing(raw: list[tuple[int, int]], width: int, later: int) -> None:
    start = date(2018, 1, 1)
    steps = [(start + timedelta(days=offset), rank) for offset, rank in sorted(raw)]
    until = steps[-1][0] + timedelta(days=later)
    rows = draw(steps, CODES, until, width)
    label = max(len(CODES[rank]) for rank in range(max(rank for _, rank in steps) + 1))
    assert all(len(row) <= label + 2 + width for row in rows)
    final = next(row for row in rows if row.strip().startswith(f"{CODES[steps[-1][1]]} ┤"))
    assert final[-1] in "─┌└"
