"""Dated rules: `geldig` on a rule, to the day, for every way in which a rule can be activated."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.norms.frame import Frame

from .build import compiled, frame_text, judge, levels, mistakes, statuses, support, supported

SEEN = "als: {soort: observatie, ondersteuning_gewenst: ja}\nmoet: {gedrag: {aanwezig: ja}}"
DATED = SEEN + "\ngeldig: {van: 2025-08-01, tot: 2026-07-31}"
EVENT = "datum: {}, soort: observatie, door: lk, ondersteuning_gewenst: ja"


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2025-07-31", []),
        ("2025-08-01", ["geschonden"]),
        ("2026-07-31", ["geschonden"]),
        ("2026-08-01", []),
    ],
)
def test_only_activations_of_those_days(tmp_path: Path, day: str, found: list[str]) -> None:
    frame = compiled(tmp_path, DATED, SEEN)
    verdict = judge(frame, EVENT.format(day), "2027-01-11")
    assert statuses(verdict) == found
    assert statuses(verdict, "R-2") == ["geschonden"]  # a rule without dates holds as long as its frame


def test_without_a_last_day_it_holds_on(tmp_path: Path) -> None:
    frame = compiled(tmp_path, SEEN + "\ngeldig: {van: 2025-08-01}")
    timeline = "\n".join(EVENT.format(day) for day in ("2025-07-31", "2025-08-01", "2044-08-01"))
    assert statuses(judge(frame, timeline, "2044-08-01")) == ["geschonden", "geschonden"]


def test_what_the_rule_asks_may_lie_outside_its_days(tmp_path: Path) -> None:
    """The day of the activation counts, not that of the evidence and not that of the due date."""
    one_day = "als: {soort: observatie}\ngeldig: {van: 2025-08-01, tot: 2025-08-01}\n"
    frame = compiled(
        tmp_path,
        one_day + "dan: {soort: oudercontact}\nbinnen: {instelling: twee_weken}",
        one_day + "vooraf: {soort: oudercontact}",
    )
    talk = "datum: {}, soort: oudercontact, met: m, over: zorg"
    seen = EVENT.format("2025-08-01")
    after = judge(frame, f"{seen}\n{talk.format('2025-08-15')}", "2025-08-15")
    before = judge(frame, f"{talk.format('2025-07-01')}\n{seen}", "2025-08-01")
    assert (statuses(after), statuses(before, "R-2")) == (["voldaan"], ["voldaan"])
    assert statuses(judge(frame, seen, "2025-08-16")) == ["te_laat"]


def test_the_first_activation_is_the_first_within_the_days(tmp_path: Path) -> None:
    frame = compiled(tmp_path, DATED + "\neerste: ja")
    timeline = "\n".join(EVENT.format(day) for day in ("2025-07-31", "2025-09-01", "2025-10-01"))
    verdict = judge(frame, timeline, "2025-12-01")
    assert [str(one.day) for one in verdict.activations] == ["2025-09-01"]


CONDITION = "voorwaarde_voor: 2\nvooraf: {soort: observatie}\ngeldig: {van: 2025-08-01, tot: 2026-07-31}"


@pytest.mark.parametrize(
    ("day", "found"), [("2025-07-31", []), ("2025-08-01", ["geschonden"]), ("2026-07-31", ["geschonden"]), ("2026-08-01", [])]
)
def test_a_condition_holds_for_steps_of_those_days(tmp_path: Path, day: str, found: list[str]) -> None:
    frame = compiled(tmp_path, CONDITION)
    verdict = judge(frame, [support("2024-09-02", "o1"), support(day, "o2", vorm="geintensiveerd")], "2027-01-11")
    assert statuses(verdict) == found
    assert (levels(verdict), supported(verdict)) == ({"rekenen": 2}, {"rekenen": 1 if found else 2})


@pytest.mark.parametrize(
    ("day", "found"), [("2025-07-31", []), ("2025-08-01", ["open"]), ("2026-07-31", ["open"]), ("2026-08-01", [])]
)
def test_a_condition_ahead_holds_on_the_peildatum(tmp_path: Path, day: str, found: list[str]) -> None:
    frame = compiled(tmp_path, CONDITION)
    verdict = judge(frame, [support("2024-09-02", "o1")], day)
    assert [one.status.value for one in verdict.strands[0].conditions] == found


@pytest.mark.parametrize(("day", "found"), [("2025-07-31", []), ("2025-08-01", ["open"])])
def test_a_step_as_activation_has_the_day_of_the_step(tmp_path: Path, day: str, found: list[str]) -> None:
    body = "als: {soort: niveauovergang, naar: 2}\ndan: {soort: oudercontact}\ngeldig: {van: 2025-08-01}"
    verdict = judge(compiled(tmp_path, body), [support(day, "o1", vorm="geintensiveerd")], "2025-09-01")
    assert statuses(verdict) == found


def test_a_waiver_does_not_bring_back_a_rule_that_did_not_hold(tmp_path: Path) -> None:
    waiver = {"regel": "R-1", "reden": "r", "door": "ib", "datum": "2025-08-01"}
    verdict = judge(compiled(tmp_path, DATED), EVENT.format("2025-07-31"), "2025-09-01", [waiver])
    assert statuses(verdict) == []
    assert [one.code for one in verdict.findings] == ["BO503"]  # a waiver that covers nothing


def test_a_rule_that_ends_before_it_begins(tmp_path: Path) -> None:
    text = frame_text(SEEN + "\ngeldig: {van: 2025-08-02, tot: 2025-08-01}")
    (finding,) = mistakes(tmp_path, text)
    assert finding.code == "BO419"
    assert "geldig:" in (finding.place.text or "")
    assert mistakes(tmp_path, text.replace("08-02", "08-01")) == []  # a rule of one day is a rule


@cache
def pair() -> Frame:
    """One rule with dates, and the same without."""
    with TemporaryDirectory() as folder:
        return compiled(Path(folder), DATED, SEEN)


@given(st.lists(st.integers(-400, 800), max_size=6))
@settings(derandomize=True, deadline=None)
def test_a_dated_rule_says_what_the_undated_one_says_of_those_days(offsets: list[int]) -> None:
    first, last = date(2025, 8, 1), date(2026, 7, 31)
    days = [first + timedelta(days=one) for one in offsets if first + timedelta(days=one) >= pair().start]
    lines = "\n".join(f"{EVENT.format(day)}{', gedrag: g' if day.day % 2 else ''}" for day in days)
    verdict = judge(pair(), lines, "2028-01-10")
    said = {code: [(one.day, one.status) for one in verdict.activations if one.rule.code == code] for code in ("R-1", "R-2")}
    assert said["R-1"] == [one for one in said["R-2"] if first <= one[0] <= last]
