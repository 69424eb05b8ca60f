"""`minstens` and `hoogstens` on a list of blocks: how many parts pass some tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .build import compiled, frame_text, judge, mistakes, statuses

GRANTED = "als: {soort: tlv}\nmoet: {deskundigen: {%s: {aantal: %d, met: {onafhankelijk: ja, advies_op: {aanwezig: ja}}}}}"
GOOD = {"discipline": "arts", "onafhankelijk": "ja", "advies_op": "2026-09-01"}
TIED = {**GOOD, "onafhankelijk": "nee"}
SPOKEN = {"discipline": "arts", "onafhankelijk": "ja"}


def tlv(*experts: dict[str, str]) -> list[dict[str, Any]]:
    event = {"datum": "2026-09-07", "soort": "tlv", "stand": "afgegeven", "bestemming": "sbo"}
    return [{**event, "deskundigen": list(experts)}]


@pytest.mark.parametrize(
    ("experts", "enough", "few"),
    [
        ([], False, True),
        ([GOOD], False, True),
        ([GOOD, GOOD], True, True),
        ([GOOD, GOOD, GOOD], True, False),
        ([GOOD, TIED], False, True),
        ([GOOD, SPOKEN], False, True),
        ([SPOKEN, GOOD, TIED, GOOD], True, True),  # who does not pass is not counted, and is not in the way
    ],
)
def test_parts_that_pass_are_counted(tmp_path: Path, experts: list[dict[str, str]], enough: bool, few: bool) -> None:
    frame = compiled(tmp_path, GRANTED % ("minstens", 2), GRANTED % ("hoogstens", 2))
    verdict = judge(frame, tlv(*experts), "2026-09-07")
    assert statuses(verdict) == ["voldaan" if enough else "geschonden"]
    assert statuses(verdict, "R-2") == ["voldaan" if few else "geschonden"]


def test_a_part_that_does_not_say_is_not_counted(tmp_path: Path) -> None:
    """An expert whose date is not filled in does not pass a test on that date; the rule is broken, not unknown."""
    body = "als: {soort: tlv}\nmoet: {deskundigen: {minstens: {aantal: 1, met: {advies_op: {minstens: 2026-09-01}}}}}"
    frame = compiled(tmp_path, body)
    assert statuses(judge(frame, tlv(SPOKEN), "2026-09-07")) == ["geschonden"]
    assert statuses(judge(frame, tlv(SPOKEN, GOOD), "2026-09-07")) == ["voldaan"]


def test_it_may_stand_in_any_pattern(tmp_path: Path) -> None:
    body = "als: {soort: ot_bespreking, uitkomsten: {minstens: {aantal: 2, met: {soort: onderzoek}}}}\ndan: {soort: onderzoek}"
    frame = compiled(tmp_path, body)
    ot = "datum: 2026-09-07, soort: ot_bespreking, voorzitter: dir, aanwezig: dir, uitkomsten: [%s]"
    one, other = "{soort: onderzoek, omschrijving: o}", "{soort: anders, omschrijving: o}"
    assert statuses(judge(frame, ot % f"{one}, {other}, {one}", "2026-09-07")) == ["open"]
    assert statuses(judge(frame, ot % f"{one}, {other}", "2026-09-07")) == []


@pytest.mark.parametrize(
    ("code", "test", "at"),
    [
        ("BO404", "deskundigen: {minstens: {aantal: 2}}", "aantal"),
        ("BO404", "deskundigen: {minstens: {met: {onafhankelijk: ja}}}", "met"),
        ("BO404", "deskundigen: {minstens: {aantal: twee, met: {onafhankelijk: ja}}}", "twee"),
        ("BO404", "deskundigen: {minstens: {aantal: 2, met: ja}}", "met: ja"),
        ("BO404", "deskundigen: {minstens: {aantal: 2, met: {}}}", "met"),
        ("BO404", "deskundigen: {minstens: {aantal: 2, met: {onafhankelijk: ja}, van: 3}}", "van"),
        ("BO404", "stand: {minstens: {aantal: 2, met: {onafhankelijk: ja}}}", "stand"),
        ("BO402", "deskundigen: {minstens: {aantal: 2, met: {onafhankelik: ja}}}", "onafhankelik"),
        ("BO403", "deskundigen: {hoogstens: {aantal: 2, met: {onafhankelijk: soms}}}", "soms"),
    ],
)
def test_mistakes(tmp_path: Path, code: str, test: str, at: str) -> None:
    text = frame_text(f"als: {{soort: tlv}}\nmoet:\n  {test}")
    (finding,) = mistakes(tmp_path, text)
    assert finding.code == code
    assert at in (finding.place.text or "")
    assert finding.remedy


EXPERTS = st.lists(st.sampled_from((GOOD, TIED, SPOKEN)), max_size=5)


@given(EXPERTS, st.integers(0, 5))
@settings(derandomize=True, deadline=None, max_examples=40)
def test_at_least_n_or_at_most_one_less(tmp_path_factory: pytest.TempPathFactory, experts: list[dict[str, str]], n: int) -> None:
    """Of «at least n + 1» and «at most n» exactly one holds, and the first is a matter of counting."""
    frame = compiled(tmp_path_factory.mktemp("kader"), GRANTED % ("minstens", n + 1), GRANTED % ("hoogstens", n))
    verdict = judge(frame, tlv(*experts), "2026-09-07")
    assert (statuses(verdict) == ["voldaan"]) is (experts.count(GOOD) > n)
    assert {*statuses(verdict), *statuses(verdict, "R-2")} == {"voldaan", "geschonden"}
