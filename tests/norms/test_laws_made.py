"""Laws of the rule language itself: they hold under every sound frame, so they are tried on made-up ones."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from basisondersteuning.norms.requirement import Combination, Must, Precedence, Requirement, Response
from basisondersteuning.norms.status import Status
from basisondersteuning.norms.verdict import Activation, Verdict

from .build import compiled, judge, statuses
from .made_frames import Made, a_frame_and_timeline
from .timelines import DAYS, FIRST, said

MANY = settings(deadline=None, derandomize=True, max_examples=250, suppress_health_check=list(HealthCheck))
LATER = st.integers(14, 160).map(lambda days: FIRST + timedelta(days=days))


@MANY
@given(a_frame_and_timeline(), LATER, st.randoms(use_true_random=False))
def test_the_order_of_events_on_a_day_does_not_matter(made: Made, day: date, random: Any) -> None:
    frame, timeline, _ = made
    shuffled = list(timeline)
    random.shuffle(shuffled)
    assert said(judge(frame, timeline, day)) == said(judge(frame, shuffled, day))


def test_all_first_occasions_of_a_day_are_judged(tmp_path: Path) -> None:
    """`eerste`: which of two stands first in the record must not decide."""
    frame = compiled(tmp_path, "als: {soort: observatie}\nmoet: {gedrag: {aanwezig: ja}}\neerste: ja")
    plain = {"datum": "2026-09-14", "soort": "observatie", "door": "lk", "ondersteuning_gewenst": "ja", "vakgebied": "taal"}
    full, later = {**plain, "gedrag": "g"}, {**plain, "datum": "2026-09-15"}
    for timeline in ([plain, full, later], [later, full, plain]):
        assert sorted(statuses(judge(frame, timeline, "2026-09-15"))) == ["geschonden", "voldaan"]


@MANY
@given(a_frame_and_timeline(), LATER)
def test_a_verdict_does_not_change_when_later_events_are_added(made: Made, day: date) -> None:
    frame, timeline, _ = made
    until = [one for one in timeline if one["datum"] <= day.isoformat()]
    assert said(judge(frame, until, day)) == said(judge(frame, timeline, day))


def only_grows(requirement: Requirement) -> bool:
    """Whether more events can only help: it waits for events, looks back without a limit that moves, or at its own event.

    `laatste` and `sinds` move with new events, `nooit` is broken by one, and of an `oordeel` the last one counts.
    """
    if isinstance(requirement, Combination):
        return all(map(only_grows, requirement.parts))
    if isinstance(requirement, Precedence):
        return requirement.since is None and not requirement.pattern.latest
    return isinstance(requirement, Response | Must)


def placed(verdict: Verdict) -> Any:
    """Where the support stands: the strands, their steps, and whether the dossier ended."""
    steps = [(one.strand.name, [(step.day, step.before, step.after) for step in one.strand.steps]) for one in verdict.strands]
    return steps, verdict.ended


def occasions(verdict: Verdict) -> dict[tuple[str, int, str], Activation]:
    return {(one.rule.code, one.entry.index, one.strand or ""): one for one in verdict.activations if one.entry is not None}


@MANY
@given(a_frame_and_timeline(grows=True), LATER)
def test_more_evidence_never_undoes_what_was_met(made: Made, day: date) -> None:
    """What is voldaan stays so, or an exception takes it away; it is never open again.

    That holds for an event that leaves the support where it was: one that begins or ends a niveau, a strand or the
    dossier changes what the rule is asked about.
    """
    frame, timeline, extra = made
    before, after = judge(frame, timeline, day), judge(frame, [*timeline, extra], day)
    assume(placed(before) == placed(after) and names(before) == names(after))
    then = occasions(after)
    for occasion, activation in occasions(before).items():
        rule = activation.rule
        if activation.status is not Status.VOLDAAN or not only_grows(rule.requirement):
            continue
        if rule.first_only and occasion not in then:
            continue  # an earlier first occasion came
        assert then[occasion].status in (Status.VOLDAAN, Status.NIET_VAN_TOEPASSING)
        if not rule.exceptions:
            assert then[occasion].status is Status.VOLDAAN


def names(verdict: Verdict) -> list[str | None]:
    """Of which strands something is said."""
    return sorted({one.strand or "" for one in verdict.all_activations})


@MANY
@given(a_frame_and_timeline(), LATER, st.integers(0, 3), DAYS, st.none() | DAYS, st.booleans())
def test_a_waiver_touches_only_its_own_rule(
    made: Made, day: date, which: int, decided: date, until: date | None, one_event: bool
) -> None:
    frame, timeline, _ = made
    code = frame.rules[which % len(frame.rules)].code
    waiver = {"regel": code, "reden": "r", "door": "ib", "datum": decided.isoformat()}
    if until is not None:
        waiver["tot"] = until.isoformat()
    if one_event:
        waiver["betreft"] = "s0"
    plain, waived = said(judge(frame, timeline, day))[0], said(judge(frame, timeline, day, [waiver]))[0]
    assert [one for one in plain if one[0] != code] == [one for one in waived if one[0] != code]
    own, now = ([one for one in many if one[0] == code] for many in (plain, waived))
    assert len(own) == len(now)
    changed = Counter(one[3] for one in own) - Counter(one[3] for one in now)
    assert not any(status.settled for status in changed)
    assert set(Counter(one[3] for one in now) - Counter(one[3] for one in own)) <= {Status.AFGEWEKEN}


@MANY
@given(a_frame_and_timeline(), LATER)
def test_the_same_input_gives_the_same_verdict_to_the_last_piece_of_evidence(made: Made, day: date) -> None:
    frame, timeline, _ = made

    def whole(verdict: Verdict) -> Any:
        gaps = [[(entry.index, name) for entry, name in one.outcome.missing] for one in verdict.all_activations]
        evidence = [[entry.index for entry in one.outcome.evidence] for one in verdict.all_activations]
        return said(verdict), gaps, evidence, [one.rule.code for one in verdict.all_activations], placed(verdict)

    assert whole(judge(frame, timeline, day)) == whole(judge(frame, timeline, day))


def test_made_frames_and_timelines_show_much_of_the_language() -> None:
    """Laws that are tried where nothing happens say nothing."""
    forms: Counter[str] = Counter()
    statuses: Counter[Status] = Counter()
    grown: Counter[bool] = Counter()

    @settings(MANY, max_examples=300, database=None)
    @given(a_frame_and_timeline(), LATER)
    def look(made: Made, day: date) -> None:
        frame, timeline, _ = made
        for rule in frame.rules:
            forms.update([type(rule.requirement).__name__, *(["eerste"] if rule.first_only else [])])
        for one in judge(frame, timeline, day).all_activations:
            statuses[one.status] += 1
            grown[only_grows(one.rule.requirement) and one.status is Status.VOLDAAN] += 1

    look()
    assert set(forms) == {"Response", "Precedence", "Must", "Never", "Judgement", "Combination", "eerste"}
    assert min(forms.values()) >= 30
    assert {one for one in Status if one is not Status.AFGEWEKEN} == set(statuses)
    assert grown[True] >= 20
