"""The frames that come with `bo`: their own cases pass, show every status, and guard both sides of every term."""

from __future__ import annotations

import dataclasses

import pytest

from basisondersteuning.model.frame_beside import Kaderproeven
from basisondersteuning.norms.calendar import Calendar
from basisondersteuning.norms.cases import Suite
from basisondersteuning.norms.coverage import Report, open_suites, run
from basisondersteuning.norms.frame import Rule
from basisondersteuning.norms.library import BUILT_IN, Library, open_library
from basisondersteuning.norms.reachable import reachable, terms
from basisondersteuning.norms.requirement import Response
from basisondersteuning.norms.status import Status


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


@pytest.fixture(scope="module")
def suites(library: Library) -> list[Suite]:
    found, unread = open_suites([str(BUILT_IN)], library)
    assert unread == []
    return found


@pytest.fixture(scope="module")
def reports(library: Library, suites: list[Suite]) -> list[Report]:
    return [run(frame, library, suites) for series in library.series.values() for frame in series.versions]


def own_rules(suite: Suite, reports: list[Report]) -> list[Rule]:
    """The rules that a suite guards: those of a frame without the ones that it takes over from its base as they are."""
    (report,) = (one for one in reports if one.frame.code == suite.frame.code)
    return [rule for rule in suite.frame.rules if rule.code in report.possible]


def test_every_case_passes_and_nothing_is_unguarded(reports: list[Report]) -> None:
    assert reports
    assert [str(one.place) + " " + one.message for report in reports for one in report.findings] == []


def test_every_rule_shows_every_status_it_can_reach(reports: list[Report]) -> None:
    for report in reports:
        for code in report.possible:
            assert report.missing(code) == []


def test_there_is_enough_to_speak_of_guarding(reports: list[Report]) -> None:
    first = next(one for one in reports if one.frame.code == "kop-van-noord-holland-2014")
    assert set(first.possible) == set(first.frame.by_code)
    assert first.cases >= 80
    assert first.expectations >= 300
    assert first.terms == 17


def test_no_case_shows_what_is_held_to_be_out_of_reach(suites: list[Suite]) -> None:
    for suite in suites:
        for outcome in suite.outcomes(suite.frame, Calendar(suite.record.roosters)):
            rule = suite.frame.by_code.get(outcome.expectation.name)
            if rule is not None:
                assert {Status(one) for one in outcome.got} <= reachable(rule, suite.frame), outcome.words


def test_a_rule_that_asks_something_else_makes_a_case_fail(suites: list[Suite], reports: list[Report]) -> None:
    """For each rule in turn: taken out of the frame, some case notices."""
    for suite in suites:
        frame = suite.frame
        calendar = Calendar(suite.record.roosters)
        for rule in own_rules(suite, reports):
            without = dataclasses.replace(frame, rules=tuple(one for one in frame.rules if one is not rule))
            assert any(not one.met for one in suite.outcomes(without, calendar, rule.code)), rule.code


def test_a_term_left_out_makes_a_case_fail(suites: list[Suite], reports: list[Report]) -> None:
    for suite in suites:
        frame = suite.frame
        calendar = Calendar(suite.record.roosters)
        for rule in own_rules(suite, reports):
            if isinstance(rule.requirement, Response) and terms(rule):
                endless = rule._replace(requirement=rule.requirement._replace(deadline=None))
                changed = dataclasses.replace(frame, rules=tuple(endless if one is rule else one for one in frame.rules))
                assert any(not one.met for one in suite.outcomes(changed, calendar, rule.code)), rule.code


def test_names_are_short_and_each_is_its_own(suites: list[Suite]) -> None:
    for suite in suites:
        names = [one.name for one in suite.cases]
        assert len(names) == len(set(names))
        assert max(map(len, names)) <= 100
        assert isinstance(suite.record, Kaderproeven)
        assert len(suite.cases) == len(suite.record.proeven)
