"""Laws that hold for every timeline, tried on made-up ones under the frames that come with `bo`.

What holds under every sound frame is tried on made-up frames in `test_laws_made`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basisondersteuning.norms.frame import Frame
from basisondersteuning.norms.library import open_library
from basisondersteuning.norms.requirement import Combination, Judgement, Precedence, Requirement, Response
from basisondersteuning.norms.verdict import Verdict

from .build import judge, support
from .timelines import DAYS, KINDS, OT, SLOW, WITH_AREA, a_timeline, said

FRAMES = {frame.code: frame for series in open_library().series.values() for frame in series.versions}
JUDGED = sorted(
    {code for one in FRAMES.values() for code, rule in one.by_code.items() if isinstance(rule.requirement, Judgement)}
)
EVIDENCE_KINDS = ("oudercontact", "groeidocument", "onderzoek", "arrangementaanvraag", "opp", "verklaring", "leerlinggesprek")
TIMELINES = a_timeline(JUDGED)
under_every_frame = pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)


@under_every_frame
@SLOW
@given(TIMELINES, DAYS, st.randoms(use_true_random=False))
def test_the_order_of_writing_does_not_matter(frame: Frame, timeline: list[dict[str, Any]], day: date, random: Any) -> None:
    shuffled = list(timeline)
    random.shuffle(shuffled)
    assert said(judge(frame, timeline, day)) == said(judge(frame, shuffled, day))


@under_every_frame
def test_two_discussions_on_a_day(frame: Frame) -> None:
    base = [support("2026-09-07", "s0"), support("2026-09-08", "s1", vorm="geintensiveerd"), support("2026-09-07", "s2", "taal")]
    both = [{"datum": "2026-09-14", **OT, "vakgebied": "taal"}, {"datum": "2026-09-14", **OT}]
    assert said(judge(frame, [*base, *both], "2026-09-14")) == said(judge(frame, [*base, *reversed(both)], "2026-09-14"))


@under_every_frame
@SLOW
@given(TIMELINES, DAYS)
def test_what_comes_after_the_peildatum_does_not_exist(frame: Frame, timeline: list[dict[str, Any]], day: date) -> None:
    until = [one for one in timeline if one["datum"] <= day.isoformat()]
    assert said(judge(frame, timeline, day)) == said(judge(frame, until, day))


@under_every_frame
@SLOW
@given(TIMELINES, DAYS)
def test_the_same_record_gives_the_same_verdict(frame: Frame, timeline: list[dict[str, Any]], day: date) -> None:
    one, other = judge(frame, timeline, day), judge(frame, timeline, day)
    assert said(one) == said(other)
    evidence = [[entry.index for entry in act.outcome.evidence] for act in one.all_activations]
    assert evidence == [[entry.index for entry in act.outcome.evidence] for act in other.all_activations]


def _responds(requirement: Requirement) -> bool:
    if isinstance(requirement, Combination):
        return not requirement.every and any(map(_responds, requirement.parts))
    return isinstance(requirement, Response)


def _moves(requirement: Requirement, kind: str) -> bool:
    """Whether a new event of this kind narrows what counts: it is named in `sinds`, or only the last of its kind counts."""
    if isinstance(requirement, Combination):
        return any(_moves(part, kind) for part in requirement.parts)
    if not isinstance(requirement, Precedence):
        return False
    return (requirement.since is not None and requirement.since.kind == kind) or (
        requirement.pattern.latest and requirement.pattern.kind == kind
    )


RESPONSES = {code: rule for one in FRAMES.values() for code, rule in one.by_code.items() if _responds(rule.requirement)}
EVIDENCE = [one for one in KINDS if one["soort"] in EVIDENCE_KINDS]


@under_every_frame
@SLOW
@given(TIMELINES, st.sampled_from(EVIDENCE), DAYS, DAYS)
def test_more_evidence_never_undoes_a_duty(
    frame: Frame, timeline: list[dict[str, Any]], extra: dict[str, Any], when: date, day: date
) -> None:
    """A talk, a document, an assessment, an application, a plan or a consent can settle a duty, never reopen one.

    Of a duty met too late it may leave open whether it was met in time after all: an unclear event lies before.
    """

    def duties(verdict: Verdict) -> dict[tuple[str, int, str], str]:
        return {
            (one.rule.code, one.entry.index, one.strand or ""): one.status.value
            for one in verdict.activations
            if one.rule.code in RESPONSES and one.entry is not None and not _moves(one.rule.requirement, extra["soort"])
        }

    before = duties(judge(frame, timeline, day))
    after = duties(judge(frame, [*timeline, {"datum": when.isoformat(), **extra}], day))
    for duty, status in before.items():
        if status == "voldaan":
            assert after[duty] in (("voldaan", "niet_van_toepassing") if RESPONSES[duty[0]].exceptions else ("voldaan",))
        elif status == "te_laat_voldaan":
            assert after[duty] in ("te_laat_voldaan", "voldaan", "onbekend", "niet_van_toepassing")


def test_there_are_duties_that_wait() -> None:
    assert {"KNH-1.4", "KNH-2.1", "KNH-2.2", "KNH-3.3", "KNH-3.9"} <= set(RESPONSES)
    assert len([one for one in RESPONSES if one.startswith("LND-")]) >= 3
    assert not any(isinstance(one.requirement, Precedence) for one in RESPONSES.values())


@under_every_frame
@SLOW
@given(TIMELINES, DAYS, st.data(), DAYS, st.none() | DAYS)
def test_a_waiver_touches_only_its_own_rule(
    frame: Frame, timeline: list[dict[str, Any]], day: date, data: st.DataObject, decided: date, until: date | None
) -> None:
    code = data.draw(st.sampled_from(sorted(frame.by_code)))
    waiver = {"regel": code, "reden": "r", "door": "ib", "datum": decided.isoformat()}
    if until is not None:
        waiver["tot"] = until.isoformat()
    plain, waived = said(judge(frame, timeline, day))[0], said(judge(frame, timeline, day, [waiver]))[0]
    others = [one for one in plain if one[0] != code]
    assert others == [one for one in waived if one[0] != code]
    own, now = ([one for one in many if one[0] == code] for many in (plain, waived))
    assert len(own) == len(now)
    for before, after in zip(own, now, strict=True):
        assert after[3] == before[3] or (after[3].value == "afgeweken" and not before[3].settled)


@under_every_frame
@SLOW
@given(TIMELINES, DAYS, st.integers(1, 30))
def test_a_duty_that_was_too_late_is_never_open_again(
    frame: Frame, timeline: list[dict[str, Any]], day: date, later: int
) -> None:
    """With nothing new on the timeline, time only runs one way: open, then too late."""
    until = [one for one in timeline if one["datum"] <= day.isoformat()]
    now, then = judge(frame, until, day), judge(frame, until, day + timedelta(days=later))
    for before, after in zip(now.activations, then.activations, strict=True):
        moved = (before.status.value, after.status.value)
        assert moved[0] == moved[1] or moved == ("open", "te_laat")


@under_every_frame
@SLOW
@given(TIMELINES, DAYS)
def test_the_supported_niveau_is_never_above_the_one_given(frame: Frame, timeline: list[dict[str, Any]], day: date) -> None:
    for strand in judge(frame, timeline, day).strands:
        assert 0 <= strand.supported <= strand.rank <= len(frame.levels)
        if all(step.supported for step in strand.steps):
            assert strand.supported == strand.rank


@under_every_frame
@SLOW
@given(TIMELINES, DAYS)
def test_one_strand_never_hears_of_another(frame: Frame, timeline: list[dict[str, Any]], day: date) -> None:
    """Where every event names its vakgebied, what is said of rekenen does not change when all of taal is left out."""
    named = [one for one in timeline if one["soort"] not in WITH_AREA or "vakgebied" in one]
    named = [one for one in named if one["soort"] in (*WITH_AREA, "ondersteuning", "evaluatie") and one["soort"] != "besluit"]
    areas = {one["id"]: one["vakgebied"] for one in named if one["soort"] == "ondersteuning"}
    own = [one for one in named if (one.get("vakgebied") or areas.get(one.get("van", ""))) == "rekenen"]

    def of_maths(verdict: Verdict) -> list[Any]:
        return [one for one in said(verdict)[0] if one[2] == "rekenen"] + [
            (one.rank, one.supported) for one in verdict.strands if one.strand.name == "rekenen"
        ]

    assert of_maths(judge(frame, named, day)) == of_maths(judge(frame, own, day))
