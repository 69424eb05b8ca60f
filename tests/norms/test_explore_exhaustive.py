"""The search against plain enumeration: on small frames every timeline of up to three events is tried as well."""

from __future__ import annotations

import json
import tempfile
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from basisondersteuning.norms.explore.goals import Goal, Met, Reached, Together
from basisondersteuning.norms.explore.room import House, find
from basisondersteuning.norms.explore.search import Bounds
from basisondersteuning.norms.frame import Frame
from basisondersteuning.norms.verdict import Verdict

from .build import HEAD, judge, library, rule

LONGEST = 3
MONDAY = date(2024, 9, 2)
LEVELS = """\
niveaus:
  - {niveau: 1, naam: een, bron: {document: doc, passage: 1}, begint_met: [{bij: {soort: observatie, ondersteuning_gewenst: ja}}]}
"""
ALPHABET: list[dict[str, Any]] = [
    *(
        {"soort": "observatie", "door": "lk", "vakgebied": "rekenen", "ondersteuning_gewenst": wanted, **more}
        for wanted in ("ja", "nee")
        for more in ({}, {"gedrag": "g"})
    ),
    *(
        {"soort": "oudercontact", "met": "m", "vakgebied": "rekenen", "over": over}
        for over in (["zorg"], ["ot"], ["ot", "zorg"], ["overig"])
    ),
    {"soort": "leerlinggesprek", "door": "lk", "inbreng": "i"},
]
"""One event for each way in which the patterns below can tell events of these kinds apart."""

TESTS: dict[str, list[dict[str, Any]]] = {
    "observatie": [
        {},
        {"ondersteuning_gewenst": "ja"},
        {"ondersteuning_gewenst": "nee"},
        {"gedrag": {"aanwezig": "ja"}},
        {"gedrag": {"aanwezig": "nee"}},
    ],
    "oudercontact": [{}, {"over": {"bevat": "zorg"}}, {"over": {"bevat": "ot"}}, {"over": {"hoogstens": 1}}],
    "leerlinggesprek": [{}],
}


@st.composite
def a_pattern(draw: st.DrawFn, kinds: tuple[str, ...] = ("observatie", "oudercontact", "leerlinggesprek")) -> dict[str, Any]:
    kind = draw(st.sampled_from(kinds))
    return {"soort": kind, **draw(st.sampled_from(TESTS[kind]))}


@st.composite
def a_need(draw: st.DrawFn, kind: str, depth: int = 1) -> dict[str, Any]:
    forms = ["dan", "vooraf", "nooit", "moet"] + (["een_van", "alle"] if depth else [])
    form = draw(st.sampled_from(forms))
    if form in ("een_van", "alle"):
        return {form: [draw(a_need(kind, depth - 1)), draw(a_need(kind, depth - 1))]}
    if form == "moet":
        tests = [one for one in TESTS[kind] if one]
        return draw(a_need(kind, depth)) if not tests else {"moet": draw(st.sampled_from(tests))}
    return {form: draw(a_pattern())}


@st.composite
def a_rule(draw: st.DrawFn) -> str:
    exceptions = [{"naam": "behalve", **need} for need in draw(st.lists(a_need("observatie", 0), max_size=1))]
    if draw(st.integers(0, 3)) == 0:
        body: dict[str, Any] = {"voorwaarde_voor": 1, "vooraf": draw(a_pattern())}
        exceptions = []
    else:
        occasion = draw(a_pattern(("observatie", "oudercontact")))
        body = {"als": occasion, **draw(a_need(occasion["soort"]))}
        if occasion["soort"] != "observatie":
            exceptions = []
    if exceptions:
        body["tenzij"] = exceptions
    if draw(st.integers(0, 3)) == 0:
        body["eerste"] = "ja"
    plain = json.loads(json.dumps({**body, "afspraak": "Zo afgesproken."}))  # or the writer would use aliases
    return str(yaml.safe_dump(plain, default_flow_style=None, sort_keys=False, width=1000))


def met(verdict: Verdict, code: str) -> bool:
    statuses = [one.status.value for one in verdict.all_activations if one.rule.code == code]
    return "voldaan" in statuses and set(statuses) <= {"voldaan", "niet_van_toepassing"}


def reached(verdict: Verdict) -> bool:
    return any(
        one.rank == one.supported == 1
        and all(act.status.value in ("voldaan", "niet_van_toepassing") for step in one.steps for act in step.conditions)
        for one in verdict.strands
    )


def enumerated(frame: Frame) -> dict[str, int]:
    """The fewest events in which each goal is reached, for the goals that some timeline reaches."""
    shortest: dict[str, int] = {}
    codes = [one.code for one in frame.rules]
    for length in range(LONGEST + 1):
        for events in product(ALPHABET, repeat=length):
            days = [MONDAY + timedelta(days=index) for index in range(length)]
            timeline = [{"datum": day.isoformat(), **event} for day, event in zip(days, events, strict=True)]
            verdict = judge(frame, timeline, days[-1] if days else MONDAY)
            good = [code for code in codes if met(verdict, code)]
            names = [*good, *(["niveau"] if reached(verdict) else []), *(["samen"] if len(good) == len(codes) else [])]
            for name in names:
                shortest.setdefault(name, length)
    return shortest


@settings(deadline=None, derandomize=True, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(a_rule(), min_size=2, max_size=2))
def test_the_search_finds_what_enumeration_finds_and_as_short(rules: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        text = HEAD.split("niveaus:")[0] + LEVELS + "regels:\n" + "".join(rule(one, f"R-{n}") for n, one in enumerate(rules, 1))
        found = library(Path(folder), kader=text)
        assert found.sound, found.findings
        frame = found.series["proef"].versions[0]
        house = House(frame, found.loaded[frame.code], Bounds())
    goals: dict[str, Goal] = {one.code: Met(one) for one in frame.rules}
    goals |= {"samen": Together(tuple(goals.values())), "niveau": Reached(1)}
    expected = enumerated(frame)
    for name, goal in goals.items():
        _, answer = find([house.room(house.starts[0], "rekenen")], goal)
        got = len(answer.view.plan.events) if answer.view is not None else None
        if name in expected:
            assert got == expected[name], (name, text)
        else:
            assert got is None or got > LONGEST, (name, text)
