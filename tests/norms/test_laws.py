"""Laws that hold for every timeline, tried on made-up ones under the built-in frame."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from basisondersteuning.norms.requirement import Combination, Precedence, Requirement, Response
from basisondersteuning.norms.verdict import Verdict

from .build import built_in, judge, support

FRAME = built_in()
FIRST = date(2026, 9, 7)
AREAS = ("rekenen", "taal")
SLOW = settings(deadline=None, derandomize=True, max_examples=200, suppress_health_check=[HealthCheck.too_slow])

OT = {"soort": "ot_bespreking", "voorzitter": "dir", "aanwezig": ["dir", "lk", "ib"]}
KINDS: list[dict[str, Any]] = [
    {"soort": "observatie", "door": "lk", "ondersteuning_gewenst": "ja"},
    {"soort": "observatie", "door": "ib", "ondersteuning_gewenst": "nee", "gedrag": "g", "resultaten": "r"},
    {"soort": "oudercontact", "met": "m", "over": ["zorg"]},
    {"soort": "oudercontact", "met": "m", "over": ["resultaten", "vervolg"]},
    {"soort": "consultatie", "met": "ib", "aard": "coachend", "vraag": "v"},
    {"soort": "groeidocument", "actie": "opgesteld", "door": "lk"},
    {"soort": "groeidocument", "actie": "bijgewerkt", "door": "lk", "vastgelegd": ["uitkomst_ot", "aanpak_niveau_2"]},
    {"soort": "aanmelding_ot", "door": "lk", "vraag": "v"},
    {**OT, "uitkomsten": [{"soort": "onderzoek", "omschrijving": "o"}]},
    {**OT, "uitkomsten": [{"soort": "aanvraag_arrangement", "omschrijving": "o"}], "bespreking": "b"},
    {"soort": "onderzoek", "aard": "psychologisch", "stand": "aangevraagd", "vraag": "v"},
    {"soort": "arrangementaanvraag", "door": "ib", "omschrijving": "o"},
    {"soort": "besluit", "over": "arrangement", "uitkomst": "toegekend", "door": "SWV"},
    {"soort": "wijkteamcontact", "coordinatie": "ib", "met": "m", "vraag": "v"},
    {"soort": "oordeel", "regel": "KNH-3.16", "voldoet": "ja", "door": "dir", "reden": "r"},
    {"soort": "oordeel", "regel": "KNH-3.16", "voldoet": "nee", "door": "dir", "reden": "r"},
]
WITH_AREA = {"observatie", "oudercontact", "consultatie", "aanmelding_ot", "ot_bespreking"}
FORMS = ("nieuw", "geintensiveerd", "aangepast", "voortgezet")


@st.composite
def an_event(draw: st.DrawFn) -> dict[str, Any]:
    day = (FIRST + timedelta(days=draw(st.integers(0, 12)) * 7)).isoformat()  # few days, so that some coincide
    choice = draw(st.integers(0, len(KINDS) + 8))
    area = draw(st.sampled_from((*AREAS, None)))
    if choice < len(KINDS):
        event = {"datum": day, **KINDS[choice]}
        if area is not None and event["soort"] in WITH_AREA:
            event["vakgebied"] = area
        return event
    if choice < len(KINDS) + 4:
        form = draw(st.sampled_from(FORMS))
        more = {"tot": "2026-10-30"} if draw(st.booleans()) else {}
        return support(day, "?", area or "rekenen", vorm=form, **more)
    effect = draw(st.sampled_from(("onvoldoende", "onvoldoende", "deels", None)))
    return {"datum": day, "soort": "evaluatie", "van": "?", **({"effect": effect} if effect else {})}


@st.composite
def a_timeline(draw: st.DrawFn, most: int = 12) -> list[dict[str, Any]]:
    """Events in any order; each support has a name, each evaluation is of a support that began before it."""
    drawn = draw(st.lists(an_event(), max_size=most))
    first = [support(FIRST.isoformat(), "s0"), support(FIRST.isoformat(), "s1", "taal")][: draw(st.integers(0, 2))]
    timeline = [*first]
    for number, event in enumerate(drawn, 2):
        if event["soort"] == "ondersteuning":
            timeline.append({**event, "id": f"s{number}"})
        elif event["soort"] != "evaluatie":
            timeline.append(event)
    for event in drawn:
        if event["soort"] == "evaluatie":
            begun = [one["id"] for one in timeline if one["soort"] == "ondersteuning" and one["datum"] <= event["datum"]]
            if begun:
                timeline.append({**event, "van": draw(st.sampled_from(begun))})
    return timeline


DAYS = st.integers(0, 200).map(lambda days: FIRST + timedelta(days=days))


def said(verdict: Verdict) -> tuple[list[Any], list[Any]]:
    """Everything a verdict says, apart from which of several equal events is the evidence."""
    rules = [
        (one.rule.code, one.day, one.strand or "", one.status, one.due_day or date.max, one.waiver or 0)
        for one in verdict.all_activations
    ]
    strands = [
        (one.strand.name, one.rank, one.supported, one.since, one.ready, [made.status for made in one.conditions])
        for one in verdict.strands
    ]
    return sorted(rules), sorted(strands)


@SLOW
@given(a_timeline(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_writing_does_not_matter(timeline: list[dict[str, Any]], day: date, random: Any) -> None:
    shuffled = list(timeline)
    random.shuffle(shuffled)
    assert said(judge(FRAME, timeline, day)) == said(judge(FRAME, shuffled, day))


def test_two_discussions_on_a_day() -> None:
    base = [support("2026-09-07", "s0"), support("2026-09-08", "s1", vorm="geintensiveerd"), support("2026-09-07", "s2", "taal")]
    both = [{"datum": "2026-09-14", **OT, "vakgebied": "taal"}, {"datum": "2026-09-14", **OT}]
    assert said(judge(FRAME, [*base, *both], "2026-09-14")) == said(judge(FRAME, [*base, *reversed(both)], "2026-09-14"))


@SLOW
@given(a_timeline(), DAYS)
def test_what_comes_after_the_peildatum_does_not_exist(timeline: list[dict[str, Any]], day: date) -> None:
    until = [one for one in timeline if one["datum"] <= day.isoformat()]
    assert said(judge(FRAME, timeline, day)) == said(judge(FRAME, until, day))


@SLOW
@given(a_timeline(), DAYS)
def test_the_same_record_gives_the_same_verdict(timeline: list[dict[str, Any]], day: date) -> None:
    one, other = judge(FRAME, timeline, day), judge(FRAME, timeline, day)
    assert said(one) == said(other)
    evidence = [[entry.index for entry in act.outcome.evidence] for act in one.all_activations]
    assert evidence == [[entry.index for entry in act.outcome.evidence] for act in other.all_activations]


def _responds(requirement: Requirement) -> bool:
    if isinstance(requirement, Combination):
        return not requirement.every and any(map(_responds, requirement.parts))
    return isinstance(requirement, Response)


RESPONSES = {rule.code for rule in FRAME.rules if _responds(rule.requirement)}
EVIDENCE = [one for one in KINDS if one["soort"] in ("oudercontact", "groeidocument", "onderzoek", "arrangementaanvraag")]


@SLOW
@given(a_timeline(), st.sampled_from(EVIDENCE), DAYS, DAYS)
def test_more_evidence_never_undoes_a_duty(timeline: list[dict[str, Any]], extra: dict[str, Any], when: date, day: date) -> None:
    """A talk, a document, an assessment or an application can settle a duty, never reopen one.

    Of a duty met too late it may leave open whether it was met in time after all: an unclear event lies before.
    """

    def duties(verdict: Verdict) -> dict[tuple[str, int, str], str]:
        return {
            (one.rule.code, one.entry.index, one.strand or ""): one.status.value
            for one in verdict.activations
            if one.rule.code in RESPONSES and one.entry is not None
        }

    before = duties(judge(FRAME, timeline, day))
    after = duties(judge(FRAME, [*timeline, {"datum": when.isoformat(), **extra}], day))
    for duty, status in before.items():
        if status == "voldaan":
            assert after[duty] == "voldaan"
        elif status == "te_laat_voldaan":
            assert after[duty] in ("te_laat_voldaan", "voldaan", "onbekend")


def test_there_are_duties_that_wait() -> None:
    assert {"KNH-1.4", "KNH-2.1", "KNH-2.2", "KNH-3.3", "KNH-3.9"} <= RESPONSES
    assert not any(isinstance(FRAME.by_code[one].requirement, Precedence) for one in RESPONSES)


@SLOW
@given(a_timeline(), DAYS, st.sampled_from(sorted(FRAME.by_code)), DAYS, st.none() | DAYS)
def test_a_waiver_touches_only_its_own_rule(
    timeline: list[dict[str, Any]], day: date, code: str, decided: date, until: date | None
) -> None:
    waiver = {"regel": code, "reden": "r", "door": "ib", "datum": decided.isoformat()}
    if until is not None:
        waiver["tot"] = until.isoformat()
    plain, waived = said(judge(FRAME, timeline, day))[0], said(judge(FRAME, timeline, day, [waiver]))[0]
    others = [one for one in plain if one[0] != code]
    assert others == [one for one in waived if one[0] != code]
    own, now = ([one for one in many if one[0] == code] for many in (plain, waived))
    assert len(own) == len(now)
    for before, after in zip(own, now, strict=True):
        assert after[3] == before[3] or (after[3].value == "afgeweken" and not before[3].settled)


@SLOW
@given(a_timeline(), DAYS, st.integers(1, 30))
def test_a_duty_that_was_too_late_is_never_open_again(timeline: list[dict[str, Any]], day: date, later: int) -> None:
    """With nothing new on the timeline, time only runs one way: open, then too late."""
    until = [one for one in timeline if one["datum"] <= day.isoformat()]
    now, then = judge(FRAME, until, day), judge(FRAME, until, day + timedelta(days=later))
    for before, after in zip(now.activations, then.activations, strict=True):
        moved = (before.status.value, after.status.value)
        assert moved[0] == moved[1] or moved == ("open", "te_laat")


@SLOW
@given(a_timeline(), DAYS)
def test_the_supported_niveau_is_never_above_the_one_given(timeline: list[dict[str, Any]], day: date) -> None:
    for strand in judge(FRAME, timeline, day).strands:
        assert 0 <= strand.supported <= strand.rank <= len(FRAME.levels)
        if all(step.supported for step in strand.steps):
            assert strand.supported == strand.rank


@SLOW
@given(a_timeline(), DAYS)
def test_one_strand_never_hears_of_another(timeline: list[dict[str, Any]], day: date) -> None:
    """Where every event names its vakgebied, what is said of rekenen does not change when all of taal is left out."""
    named = [one for one in timeline if one["soort"] not in WITH_AREA or "vakgebied" in one]
    named = [one for one in named if one["soort"] in (*WITH_AREA, "ondersteuning", "evaluatie") and one["soort"] != "besluit"]
    areas = {one["id"]: one["vakgebied"] for one in named if one["soort"] == "ondersteuning"}
    own = [one for one in named if (one.get("vakgebied") or areas.get(one.get("van", ""))) == "rekenen"]

    def of_maths(verdict: Verdict) -> list[Any]:
        return [one for one in said(verdict)[0] if one[2] == "rekenen"] + [
            (one.rank, one.supported) for one in verdict.strands if one.strand.name == "rekenen"
        ]

    assert of_maths(judge(FRAME, named, day)) == of_maths(judge(FRAME, own, day))
