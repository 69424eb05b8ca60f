"""The frame `landelijk-2025`: what it adds to its base, and what each part rests on. Its own cases stand beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from basisondersteuning.model.dossier import Dossier
from basisondersteuning.model.frame import Eis, Normenkader, Regel, Termijn
from basisondersteuning.norms.calendar import UNITS, Calendar
from basisondersteuning.norms.evaluate import evaluate
from basisondersteuning.norms.frame import Frame
from basisondersteuning.norms.library import BUILT_IN, Library, open_library
from basisondersteuning.norms.requirement import Combination, Requirement, Response
from basisondersteuning.records.load import load

CODE = "landelijk-2025"
BASE = "kop-van-noord-holland-2014"
DATED = {
    "LND-5.6": date(2017, 8, 1),
    "LND-5.7": date(2017, 8, 1),
    "LND-6.1": date(2025, 8, 1),
    "LND-6.2": date(2025, 8, 1),
    "LND-6.3": date(2025, 8, 1),
}
EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "dossiers").glob("*.yaml"))
TODAY = date(2026, 11, 24)
LAW = {("weken", 6), ("schooljaren", 1), ("schooljaren", 2), ("maanden", 48)}
"""The lengths that the law itself gives; every other one is an agreement."""


@cache
def library() -> Library:
    return open_library(wanted="landelijk")


@cache
def frame() -> Frame:
    (only,) = library().series["landelijk"].versions
    return only


@cache
def own() -> Normenkader:
    record = library().loaded[CODE].record
    assert isinstance(record, Normenkader)
    return record


def test_it_stands_on_its_base_and_takes_nothing_away() -> None:
    base = library().series["kop-van-noord-holland"].versions[0]
    assert library().findings == []
    assert (frame().code, frame().series, own().gebaseerd_op) == (CODE, "landelijk", BASE)
    assert own().vervalt == [] and not {one.code for one in own().regels} & set(base.by_code)
    for code, rule in base.by_code.items():
        assert frame().by_code[code].raw == rule.raw
    assert (frame().start, frame().end) == (base.start, base.end)
    assert [one.code for one in frame().levels] == [one.code for one in base.levels]
    assert len(frame().rules) == len(base.rules) + len(own().regels)


def test_it_is_a_series_of_its_own_and_not_loaded_for_the_other() -> None:
    assert library().find("landelijk") is library().find(CODE) is not None
    assert set(open_library(wanted="kop-van-noord-holland").series) == {"kop-van-noord-holland"}


def test_every_rule_rests_on_a_passage_and_every_passage_says_where_it_was_found() -> None:
    for rule in own().regels:
        assert re.fullmatch(r"LND-(\d+|S)\.\d+", rule.code)
        assert rule.bron is not None and rule.afspraak is None
        assert rule.kort is not None
    for document in own().bronnen:
        assert [one.nummer for one in document.passages] == list(range(1, len(document.passages) + 1))
        for passage in document.passages:
            assert any(one.startswith("http") for one in passage.vindplaats), (document.document, passage.nummer)


def test_dated_rules_begin_on_their_day_and_have_no_end() -> None:
    found = {one.code: one.geldig for one in own().regels if one.geldig is not None}
    assert {code: period.van for code, period in found.items()} == DATED
    assert {period.tot for period in found.values()} == {None}


def test_only_lengths_of_the_law_are_called_law() -> None:
    inline = [one for one in terms_of(own().regels) if one.instelling is None]
    assert {term_length(one) for one in inline if one.herkomst == "wet"} == LAW
    assert {one.herkomst for one in inline} == {"wet", "afspraak"}
    assert {one.herkomst for one in own().instellingen} == {"afspraak"}


def terms_of(rules: list[Regel]) -> Iterator[Termijn]:
    def walk(need: Eis) -> Iterator[Termijn]:
        if need.binnen is not None:
            yield need.binnen
        for part in (*(need.een_van or ()), *(need.alle or ())):
            yield from walk(part)

    for rule in rules:
        yield from walk(rule)


def term_length(term: Termijn) -> tuple[str, int]:
    ((unit, amount),) = ((one, getattr(term, one)) for one in UNITS if getattr(term, one) is not None)
    return unit, amount


def test_what_is_not_settled_is_marked() -> None:
    marked = {one.code for one in own().regels if one.open_punt}
    assert set(DATED) <= marked  # no text of these laws was found
    assert {"LND-5.1", "LND-5.4", "LND-5.5", "LND-7.3", "LND-S.2", "LND-S.3"} <= marked
    open_points = {(one.bron.document, *one.bron.passage) for one in own().onvertaald if one.aard == "open_punt"}
    assert open_points == {("wpo-opp", 1), ("wet-36443", 4), ("wet-36443", 5), ("landelijke-norm", 1), ("wet-sop", 1)}


def test_a_hoorrecht_whose_date_is_only_expected_never_weighs_as_a_fout() -> None:
    assert {one.ernst for one in own().regels if one.code.startswith("LND-6.")} == {"waarschuwing"}


def test_no_rule_is_long() -> None:
    text = (BUILT_IN / f"{CODE}.yaml").read_text("utf-8")
    rules = text[text.index("\nregels:") : text.index("\nonvertaald:")].split("\n  - code: ")[1:]
    assert len(rules) == len(own().regels)
    assert max(one.count("\n") for one in rules) <= 40


def test_the_school_year_of_both_sides_of_the_summer() -> None:
    """The pair LND-5.4 and LND-5.5 asks for one evaluation in each school year, however early the last one was."""
    calendar = Calendar()
    ends = {code: deadlines(frame().by_code[code].requirement) for code in ("LND-5.4", "LND-5.5")}
    for day, first, second in (
        (date(2026, 8, 1), date(2027, 7, 31), date(2028, 7, 31)),
        (date(2027, 7, 31), date(2027, 7, 31), date(2028, 7, 31)),
    ):
        assert {calendar.due(day, one).day for one in ends["LND-5.4"]} == {first}
        assert {calendar.due(day, one).day for one in ends["LND-5.5"]} == {second}


def deadlines(requirement: Requirement) -> list[object]:
    if isinstance(requirement, Combination):
        return [one for part in requirement.parts for one in deadlines(part)]
    assert isinstance(requirement, Response) and requirement.deadline is not None
    return [requirement.deadline.term]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda one: one.name[:6])
def test_the_rules_of_the_base_say_the_same(path: Path) -> None:
    """And only who has an arrangement, an OPP or a TLV meets the rules that came on top."""
    record = load(str(path), today=TODAY).record
    assert isinstance(record, Dossier)
    base, national = (library().series[name] for name in ("kop-van-noord-holland", "landelijk"))
    before, after = (
        [
            (one.rule.code, one.day, one.strand, one.status)
            for one in evaluate(record, series, version, Calendar(), TODAY).activations
        ]
        for series, version in ((base, base.versions[0]), (national, frame()))
    )
    added = [one for one in after if one[0].startswith("LND-")]
    assert [one for one in after if one not in added] == before
    above = any(event.soort in ("besluit", "opp", "tlv") for event in record.tijdlijn)
    assert bool(added) is above
