"""The caseload on a screen: all of it where it fits, the most urgent of it where it does not."""

from __future__ import annotations

import pytest

from basisondersteuning.casework.overview.text import View, short_text, text
from documents.overview_made import example_board, many


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("lines", [24, 30, 43])
def test_it_fits_with_a_line_left_for_the_prompt(lines: int, width: int) -> None:
    # in a low and narrow window a file that could not be judged takes the last line
    for board in (example_board(), *([many(100)] if (lines, width) != (24, 60) else [])):
        told = list(text(board, View(width=width, lines=lines)))
        assert len(told) < lines
        assert all(len(one) <= width for one in told)
        assert any(one.startswith("Te laat") for one in told) and any(one.startswith("Deze week") for one in told)
        whole = list(text(board, View(width=width, most=0)))
        assert told == whole or "`--max 0` toont alles" in "".join(told) or any(one.endswith("…") for one in told)


def test_a_low_screen_keeps_every_list() -> None:
    told = list(text(example_board(), View(width=80, lines=5)))
    assert any(one.startswith("Te laat") for one in told) and any(one.startswith("Deze week") for one in told)
    assert not any(one.startswith("Verder te doen") for one in told)


@pytest.mark.parametrize("width", [60, 80])
def test_with_room_enough_nothing_is_left_out(width: int) -> None:
    board = example_board()
    assert list(text(board, View(width=width, lines=200))) == list(text(board, View(width=width, most=0)))


def test_what_is_left_out_at_the_beginning_of_watching_is_shown_by_another_command() -> None:
    told = list(short_text(example_board(), View(width=80, most=2)))
    assert "  … en nog 11; `bo overview dossiers --max 0` toont alles" in told
