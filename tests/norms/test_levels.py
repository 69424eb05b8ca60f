"""How the niveau of each strand follows from what was done, under the built-in frame."""

from __future__ import annotations

from typing import Any

import pytest

from .build import built_in, judge, levels, statuses, support, supported

FRAME = built_in()
SEEN = {"datum": "2026-09-01", "soort": "observatie", "door": "lk", "vakgebied": "rekenen", "ondersteuning_gewenst": "ja"}
FAILED = {"datum": "2026-10-05", "soort": "evaluatie", "van": "r1", "effect": "onvoldoende"}
TALKED = {"datum": "2026-10-06", "soort": "oudercontact", "met": "m", "over": "vervolg"}
ASKED = {"datum": "2026-10-07", "soort": "consultatie", "met": "ib", "aard": "consultatief", "vraag": "v"}
MORE = support("2026-10-07", "r2", vorm="geintensiveerd")
FIRST = support("2026-09-07", "r1")
OT = {"datum": "2026-11-09", "soort": "ot_bespreking", "voorzitter": "dir", "aanwezig": "dir"}
DOWN = {"datum": "2026-11-16", "soort": "afschaling", "naar": "1", "door": "lk", "reden": "r"}
DAY = "2026-12-01"


def test_nothing_is_no_strand() -> None:
    assert levels(judge(FRAME, [], DAY)) == {}


@pytest.mark.parametrize(
    ("timeline", "rank"),
    [
        ([SEEN], 1),
        ([FIRST], 1),
        ([SEEN, FIRST, FAILED], 1),  # an evaluation is no step
        ([SEEN, FIRST, FAILED, MORE], 2),
        ([SEEN, FIRST, FAILED, ASKED], 2),
        ([SEEN, FIRST, FAILED, ASKED, MORE], 2),
        ([SEEN, FIRST, ASKED], 1),
        ([SEEN, FIRST, {**FAILED, "effect": "deels"}, ASKED], 1),
        ([SEEN, FIRST, {**FAILED, "datum": "2026-10-08"}, ASKED], 1),  # consulted before the evaluation
        ([SEEN, FIRST, FAILED, {**ASKED, "met": "dir"}], 1),  # not the intern begeleider
        ([SEEN, FIRST, MORE, OT], 3),
        ([SEEN, OT], 3),
        ([SEEN, OT, DOWN], 1),
        ([SEEN, OT, {**DOWN, "naar": "geen"}], 0),
        ([SEEN, OT, {**DOWN, "naar": "2"}, {**OT, "datum": "2026-11-23"}], 3),
    ],
)
def test_where_a_strand_stands(timeline: list[dict[str, Any]], rank: int) -> None:
    assert levels(judge(FRAME, timeline, DAY)) == {"rekenen": rank}


def test_a_step_down_to_where_one_is_or_higher_is_refused() -> None:
    for target in ("1", "2", "onzin"):
        verdict = judge(FRAME, [FIRST, {**DOWN, "naar": target}], DAY)
        assert levels(verdict) == {"rekenen": 1}
        assert [one.code for one in verdict.findings] == ["BO505"]


def test_evidence_from_before_a_step_down_does_not_start_niveau_2() -> None:
    again = {**ASKED, "datum": "2026-11-23"}
    assert levels(judge(FRAME, [SEEN, FIRST, FAILED, MORE, DOWN, again], DAY)) == {"rekenen": 1}
    newly = {**FAILED, "datum": "2026-11-20"}
    assert levels(judge(FRAME, [SEEN, FIRST, FAILED, MORE, DOWN, newly, again], DAY)) == {"rekenen": 2}


def test_one_unsupported_step_holds_back_all_above_it() -> None:
    verdict = judge(FRAME, [SEEN, FIRST, MORE, OT], DAY)
    assert (levels(verdict), supported(verdict)) == ({"rekenen": 3}, {"rekenen": 1})
    assert [step.supported for step in verdict.strands[0].steps] == [True, False, False]


def test_a_skipped_niveau_is_named() -> None:
    verdict = judge(FRAME, [SEEN, OT], DAY)
    last = verdict.strands[0].steps[-1]
    assert [one.code for one in last.skipped] == ["2"]
    assert not last.supported


def test_what_comes_next_and_whether_it_is_ready() -> None:
    before = judge(FRAME, [SEEN, FIRST, FAILED], DAY).strands[0]
    assert before.next_level is not None
    assert (before.next_level.code, before.ready) == ("2", False)
    assert [one.status.value for one in before.conditions] == ["voldaan", "open"]
    assert judge(FRAME, [SEEN, FIRST, FAILED, TALKED], DAY).strands[0].ready


def test_support_that_runs_on_after_a_consultation_belongs_to_niveau_2() -> None:
    later = {**FAILED, "datum": "2026-11-20"}
    verdict = judge(FRAME, [SEEN, FIRST, FAILED, ASKED, later], DAY)
    assert statuses(verdict, "KNH-3.3") == ["open"]
    # but not once it was followed up: then it was niveau 1 that was judged
    followed = support("2026-10-07", "r2", vorm="geintensiveerd")
    assert statuses(judge(FRAME, [SEEN, FIRST, followed, later], DAY), "KNH-3.3") == []


def test_an_ot_about_one_vakgebied_leaves_the_other_alone() -> None:
    other = support("2026-09-07", "t1", area="taal")
    assert levels(judge(FRAME, [FIRST, other, {**OT, "vakgebied": "taal"}], DAY)) == {"rekenen": 1, "taal": 3}
    assert levels(judge(FRAME, [FIRST, MORE, other, OT], DAY)) == {"rekenen": 3, "taal": 1}
    assert levels(judge(FRAME, [FIRST, other, OT], DAY)) == {"rekenen": 3, "taal": 3}  # both are furthest


def test_of_a_step_and_an_ot_on_one_day_the_step_is_taken_first() -> None:
    """Only rekenen was intensified, so only rekenen is furthest when the OT speaks of the whole pupil."""
    timeline = [FIRST, support("2026-09-07", "t1", area="taal"), support(OT["datum"], "r2", vorm="geintensiveerd"), OT]
    assert levels(judge(FRAME, timeline, DAY)) == {"rekenen": 3, "taal": 1}


def test_a_dossier_without_any_vakgebied_has_one_strand() -> None:
    assert levels(judge(FRAME, [OT], DAY)) == {"algemeen": 3}


def test_closing_leaves_the_niveau_and_asks_nothing_more() -> None:
    closed = {"datum": "2026-11-20", "soort": "afsluiting", "reden": "r"}
    verdict = judge(FRAME, [SEEN, FIRST, closed], DAY)
    assert levels(verdict) == {"rekenen": 1}
    assert verdict.strands[0].conditions == []


def test_closing_does_not_make_a_step_better_supported() -> None:
    unclear = {**SEEN, "ondersteuning_gewenst": "nee"}
    unclear.pop("vakgebied")
    timeline = [unclear, FIRST, support("2026-09-07", "t1", area="taal")]
    closed = {"datum": "2026-11-20", "soort": "afsluiting", "reden": "r"}
    assert supported(judge(FRAME, [*timeline, closed], DAY)) == supported(judge(FRAME, timeline, DAY))
