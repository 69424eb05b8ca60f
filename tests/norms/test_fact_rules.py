"""Rules about a SOP or about key figures: what they make of facts with and without a day, and what they can say at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basisondersteuning.model.facts import FACT_RECORDS, fact_kinds
from basisondersteuning.model.reflect import FieldSpec, fields_of
from basisondersteuning.model.sop import Sopafwijking
from basisondersteuning.norms.calendar import Calendar
from basisondersteuning.norms.explore.run import explore
from basisondersteuning.norms.explore.search import Bounds
from basisondersteuning.norms.explore.summary import summary_data, summary_lines
from basisondersteuning.norms.facts import Fact, FactVerdict, judge_facts
from basisondersteuning.norms.frame import Frame, Series
from basisondersteuning.norms.library import open_library
from basisondersteuning.norms.reachable import reachable
from basisondersteuning.norms.status import Status

from .build import compiled, events, frame_text, library
from .test_cases import findings, report
from .test_reachable import FACT_CASES
from .timelines import SLOW

TODAY = date(2026, 11, 24)
SOP = "over: sop\nals: {soort: sop}\n"
NEEDED = {"school": "99XX00", "naam": "School", "schooljaar": "2026-2027", "bron": "proef"}


def fact(over: str, raw: dict[str, Any]) -> Fact:
    """One fact, read by the model of the record."""
    kind = fact_kinds(over)[raw["soort"]]
    fields = kind.model.model_fields
    given = {name: value for name, value in raw.items() if name != "soort" or "soort" in fields}
    filled = {name: value for name, value in NEEDED.items() if name in fields and fields[name].is_required()}
    values = kind.model.model_validate(filled | given).__dict__
    return Fact(kind.kind, values, (raw["soort"],), values["datum"] if kind.dated else None)


def verdict(frame: Frame, text: str, day: date = TODAY, waivers: Iterable[Sopafwijking] = (), over: str = "sop") -> FactVerdict:
    """What a frame says of these facts, one a line."""
    facts = [fact(over, one) for one in events(text)]
    return judge_facts(over, facts, [*waivers], Series("proef", (frame,)), frame, Calendar(), day)


def statuses(found: FactVerdict, code: str = "R-1") -> list[str]:
    return [one.status.value for one in found.activations if one.rule.code == code]


def test_a_judgement_on_what_has_no_day_was_given_at_any_time(tmp_path: Path) -> None:
    frame = compiled(tmp_path, SOP + "oordeel: Goed?", "over: sop\nals: {soort: inspectieoordeel}\noordeel: Goed?")
    judged = "datum: {}, soort: oordeel, regel: {}, voldoet: {}, door: D, reden: R"
    told = "datum: 2025-03-12, soort: inspectieoordeel, stelsel: oordeel, uitkomst: goed"
    before = "\n".join(["soort: sop", told, judged.format("2025-01-01", "R-1", "ja"), judged.format("2025-01-01", "R-2", "ja")])
    assert (statuses(verdict(frame, before)), statuses(verdict(frame, before), "R-2")) == (["voldaan"], ["oordeel_nodig"])
    again = before + "\n" + judged.format("2026-01-01", "R-1", "nee")
    assert statuses(verdict(frame, again)) == ["geschonden"]
    assert statuses(verdict(frame, again, date(2025, 12, 31))) == ["voldaan"]
    assert statuses(verdict(frame, "soort: sop")) == ["oordeel_nodig"]


def test_what_is_not_filled_in_is_unknown_and_what_is_not_there_is_not_kept(tmp_path: Path) -> None:
    frame = compiled(tmp_path, SOP + "vooraf: {soort: orthopedagoog, namens: samenwerkingsverband}")
    assert statuses(verdict(frame, "soort: sop")) == ["geschonden"]
    (one,) = verdict(frame, "soort: sop\nsoort: orthopedagoog, naam: X").activations
    assert (one.status, [name for _, name in one.outcome.missing]) == (Status.ONBEKEND, ["namens"])


def test_a_rule_without_an_occasion_is_named_and_has_no_status(tmp_path: Path) -> None:
    frame = compiled(tmp_path, "over: sop\nals: {soort: wijkteam}\nmoet: {via_ot: ja}", "als: {soort: opp}\noordeel: Goed?")
    assert verdict(frame, "soort: sop").by_rule() == {"R-1": []}


def test_what_comes_after_the_peildatum_is_not_there_yet(tmp_path: Path) -> None:
    frame = compiled(tmp_path, SOP + "vooraf: {soort: vaststelling}")
    text = "soort: sop\ndatum: 2026-06-02, soort: vaststelling, door: B"
    assert [statuses(verdict(frame, text, day)) for day in (date(2026, 6, 1), date(2026, 6, 2))] == [["geschonden"], ["voldaan"]]


def test_a_term_before_the_peildatum_counts_back_from_it(tmp_path: Path) -> None:
    frame = compiled(tmp_path, SOP + "vooraf: {soort: vaststelling}\nbinnen: {maanden: 48, herkomst: wet}")
    text = "soort: sop\ndatum: 2022-06-02, soort: vaststelling, door: B"
    assert [statuses(verdict(frame, text, day)) for day in (date(2026, 6, 2), date(2026, 6, 3))] == [["voldaan"], ["geschonden"]]


def test_rules_about_facts_and_about_dossiers_do_not_meet(tmp_path: Path) -> None:
    frame = compiled(
        tmp_path,
        "over: sop\nals: {soort: oordeel}\nmoet: {voldoet: ja}",
        "over: kengetallen\nals: {soort: oordeel}\nmoet: {voldoet: ja}",
        "als: {soort: oordeel}\nmoet: {voldoet: ja}",
    )
    text = "datum: 2026-06-02, soort: oordeel, regel: R-9, voldoet: ja, door: B, reden: R"
    assert [one.rule.code for one in verdict(frame, text).activations] == ["R-1"]
    assert [one.rule.code for one in verdict(frame, text, over="kengetallen").activations] == ["R-2"]


# What a rule can reach, against the engine

DAYS = [date(2026, 9, 1) + timedelta(days=days) for days in (0, 1, 2, 3, 4, 8)]
KINDS = {over: [kind for kind in fact_kinds(over) if kind not in (over, "oordeel")] for over in FACT_RECORDS}


def a_value(rng: Random, spec: FieldSpec) -> Any:
    """A value that the field can have, as it is written."""
    if spec.many:
        size = rng.randint(0, 5)
        return list(dict.fromkeys(str(a_value(rng, replace(spec, many=False))) for _ in range(size)))
    words = {"ja_nee": ("ja", "nee"), "getal": ("0", "1"), "datum": DAYS, "aantal": ("3", "<5"), "procent": ("2,5",)}
    return str(rng.choice(words.get(spec.kind, spec.values or ("dyslexie", "iets"))))


def a_fact(rng: Random, over: str, kind: str) -> dict[str, Any]:
    """A fact with each field that may be left out filled in or not."""
    raw = {"soort": kind}
    for name, spec in fields_of(fact_kinds(over)[kind].model).items():
        written = name in ("soort", "id", "code", "samenwerkingsverband") or (name in NEEDED and spec.kind == "tekst")
        if not written and spec.kind != "record" and (spec.required or rng.random() < 0.5):
            raw[name] = a_value(rng, spec)
    return raw


def a_judgement(rng: Random, code: str) -> dict[str, Any]:
    answer = rng.choice(("ja", "nee"))
    return {"soort": "oordeel", "datum": str(rng.choice(DAYS)), "regel": code, "voldoet": answer, "door": "D", "reden": "R"}


def reached(rng: Random, frame: Frame, over: str, kinds: list[str]) -> list[tuple[str, Status]]:
    """Which statuses the rules of a frame give for a made-up record with facts of these kinds."""
    codes = [one.code for one in frame.rules if one.over == over]
    raws = [a_fact(rng, over, over), *(a_fact(rng, over, kind) for kind in kinds for _ in range(rng.randint(0, 2)))]
    raws += [a_judgement(rng, rng.choice(codes)) for _ in range(rng.randint(0, 2))]
    waived = rng.sample(codes, rng.randint(0, min(2, len(codes))))
    waivers = [Sopafwijking.model_validate({"regel": code, "reden": "R", "door": "D", "datum": "2026-09-02"}) for code in waived]
    facts = [fact(over, one) for one in raws]
    found = judge_facts(over, facts, waivers, Series("proef", (frame,)), frame, Calendar(), rng.choice(DAYS))
    return [(one.rule.code, one.status) for one in found.activations]


@cache
def shipped() -> list[tuple[Frame, str, dict[str, frozenset[Status]]]]:
    """Each frame that comes with `bo`, with what its rules about a record can reach."""
    frames = [frame for series in open_library().series.values() for frame in series.versions]
    found = [
        (frame, over, {one.code: reachable(one, frame) for one in frame.rules if one.over == over})
        for frame in frames
        for over in KINDS
    ]
    return [one for one in found if one[2]]


@SLOW
@given(st.randoms(use_true_random=False), st.lists(st.integers(0, 30), max_size=8))
def test_shipped_rules_say_nothing_that_they_are_said_not_to_reach(rng: Random, chosen: list[int]) -> None:
    for frame, over, possible in shipped():
        kinds = [KINDS[over][one % len(KINDS[over])] for one in chosen]
        for code, status in reached(rng, frame, over, kinds):
            assert status in possible[code], code


@pytest.mark.parametrize("body", [body for body, _ in FACT_CASES])
def test_a_form_says_just_what_it_is_said_to_reach(tmp_path: Path, body: str) -> None:
    """Among many made-up records each status turns up, and no other."""
    frame = compiled(tmp_path, body)
    (rule,) = frame.rules
    kinds = [one for one in re.findall(r"soort: (\w+)", body) if one not in KINDS]
    rng = Random(0)
    found = {status for _ in range(400) for _, status in reached(rng, frame, rule.over, kinds)}
    assert found == reachable(rule, frame)


# Cases and exploration

TOP = "soort: kaderproeven\nkader: proef-2024\nproeven:\n"
KNOWN = "over: sop\nals: {soort: sop}\nvooraf: {soort: orthopedagoog, namens: schoolbestuur}"


def case(expected: str, *facts: str, name: str = "een proef", more: str = "") -> str:
    lines = [f"  - naam: {name}", "    feiten:", *(f"      - {{{one}}}" for one in facts), *([more] if more else [])]
    return "\n".join([*lines, "    verwacht:", f"      2026-11-24: {{{expected}}}", ""])


WAIVED = "    afwijkingen:\n      - {regel: R-1, reden: r, door: d, datum: 2026-09-10}"
FULL = (
    case("R-1: voldaan", "soort: sop", "soort: orthopedagoog, namens: schoolbestuur", name="ja")
    + case("R-1: geschonden", "soort: sop", name="nee")
    + case("R-1: onbekend", "soort: sop", "soort: orthopedagoog", name="open")
    + case("R-1: afgeweken", "soort: sop", name="afgeweken", more=WAIVED)
)


def test_cases_of_facts_guard_a_rule_as_those_of_timelines_do(tmp_path: Path) -> None:
    one, found = report(tmp_path, TOP + FULL, frame_text(KNOWN))
    assert (found, one is not None and one.missing("R-1")) == ([], [])
    without = FULL.replace("R-1: onbekend", "R-1: geen")
    one, found = report(tmp_path, TOP + without, frame_text(KNOWN))
    assert [finding.code for finding in found] == ["BO430", "BO431"]
    assert "Geen proef laat R-1 zien als onbekend." in {finding.message for finding in found}


def test_a_case_about_key_figures_may_hold_a_judgement(tmp_path: Path) -> None:
    """Both records know an `oordeel`; the other facts say which record it is."""
    frame = frame_text("over: kengetallen\nals: {soort: kengetal}\noordeel: Goed?")
    judged = "soort: oordeel, datum: 2026-09-01, regel: R-1, voldoet: ja, door: d, reden: r"
    figure = "soort: kengetal, datum: 2026-08-01, wat: tlv"
    assert [code for code, _ in findings(tmp_path, case("R-1: voldaan", judged, figure), frame)] == []


@pytest.mark.parametrize(
    ("facts", "code", "marked"),
    [
        ("soort: grens, omschrijving: x}\n      - {soort: greens", "BO401", "greens"),
        ("omschrijving: x", "BO401", "omschrijving: x"),
        ("soort: [sop, grens]", "BO401", "[sop, grens]"),
        ("soort: hgw_kenmerk, kenmerk: doelgericht, skore: volledig", "BO433", "skore"),
        ("soort: hgw_kenmerk, score: volledig", "BO201", "soort: hgw_kenmerk"),
        ("soort: sop}\n      - {soort: kengetal, datum: 2026-09-01, wat: tlv", "BO401", "kengetal"),
    ],
)
def test_mistakes_in_facts_are_findings(tmp_path: Path, facts: str, code: str, marked: str) -> None:
    found = findings(tmp_path, case("R-1: geen", facts), frame_text(KNOWN))
    assert [one for one, _ in found] == [code]
    assert marked in found[0][1]


def test_exploring_leaves_these_rules_out_and_says_so(tmp_path: Path) -> None:
    seen = "als: {soort: observatie}\nmoet: {gedrag: {aanwezig: ja}}"
    found = library(tmp_path, kader=frame_text(seen, KNOWN, "over: kengetallen\nals: {soort: kengetallen}\noordeel: Goed?"))
    frame = found.series["proef"].versions[0]
    one = explore(frame, found.loaded[frame.code], Bounds())
    assert (one.applicable, one.satisfiable, one.left_out) == (1, 1, 2)
    text = " ".join(" ".join(summary_lines(one, 80)).split())
    assert "Regels die aan de orde kunnen zijn: 1 van 1;" in text
    assert "Niet verkend: 2 regels over een SOP of over kengetallen." in text
    assert (summary_data(one)["regels"], summary_data(one)["regels_niet_verkend"]) == (1, 2)


def test_a_frame_with_such_rules_only_can_be_explored(tmp_path: Path) -> None:
    text = "soort: normenkader\ncode: proef-2024\nreeks: proef\ntitel: Proef\ngeldig: {van: 2024-08-01}\n"
    found = library(tmp_path, kader=frame_text(KNOWN, head=text))
    frame = found.series["proef"].versions[0]
    one = explore(frame, found.loaded[frame.code], Bounds())
    assert (one.findings, one.applicable, one.left_out) == ([], 0, 1)
    assert "aan de orde" not in " ".join(summary_lines(one, 80))
