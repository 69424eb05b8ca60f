"""Made-up norm frames for the laws: every form, test, unit and option of the rule language, as far as it may be combined.

Patterns are read off the models of the events, with the values that made-up timelines hold, so that they match often.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import hypothesis.strategies as st

from basisondersteuning.model.frame import Normenkader
from basisondersteuning.model.kinds import event_models
from basisondersteuning.model.pattern_words import LEVEL_KINDS, TRANSITION
from basisondersteuning.model.reflect import FieldSpec, fields_of
from basisondersteuning.norms.calendar import UNITS
from basisondersteuning.norms.compile import FrameCompiler
from basisondersteuning.norms.frame import Frame
from basisondersteuning.norms.problems import Problems
from basisondersteuning.norms.requirement import Combination, Judgement, Requirement
from basisondersteuning.records.load import Loaded

from .build import PEOPLE, support
from .timelines import FIRST, KINDS, a_judgement, an_event, joined, of_kind

EVENTS = tuple(sorted({one["soort"] for one in KINDS} | {"ondersteuning", "evaluatie"}))
ROLES = tuple(one["rol"] for one in PEOPLE)
LEVELS = ("1", "2", "3")
DATES = ("2026-09-14", "2026-10-19", "2026-10-30", "2026-12-18")
AMOUNTS = {"dagen": 30, "weken": 8, "schooldagen": 30, "schoolweken": 6, "maanden": 4, "schooljaren": 2}
SOURCE = {"document": "doc", "passage": "1"}
PASSAGE = {"nummer": "1", "inhoud": "I"}
REASON = {"titel": "Zomaar", "herkomst": "afspraak", "toelichting": "Zomaar."}
SETTINGS = {"kort": {"schooldagen": "5"}, "lang": {"maanden": "2"}}
TEXTS = ("g", "v", "o")
USED = {
    word
    for one in KINDS
    for value in one.values()
    for word in (value if isinstance(value, list) else [value])
    if isinstance(word, str)
}
"""The words that made-up events hold."""


def _specs(kind: str) -> dict[str, FieldSpec]:
    """The fields of an event that a pattern may test; its date and name are for the engine."""
    left_out = ("soort", "datum", "bron", "opmerking", *(("id",) if kind != "ondersteuning" else ()))
    return {name: spec for name, spec in fields_of(event_models()[kind]).items() if name not in left_out}


@st.composite
def a_test(draw: st.DrawFn, spec: FieldSpec, *, deep: bool = True) -> Any:
    """A test that may stand behind a field."""
    options = [st.fixed_dictionaries({"aanwezig": st.sampled_from(("ja", "nee"))})]
    count = st.integers(0, 2).map(str)
    if spec.many:
        options += [st.fixed_dictionaries({"minstens": count}), st.fixed_dictionaries({"hoogstens": count})]
    if spec.kind == "keuze":
        options.append(_choice(spec))
    elif spec.kind == "ja_nee":
        options.append(st.sampled_from(("ja", "nee")))
    elif spec.kind == "datum":
        options += [st.fixed_dictionaries({word: st.sampled_from(DATES)}) for word in ("minstens", "hoogstens")]
        options.append(st.sampled_from(DATES))
    elif spec.kind == "persoon":
        several = st.lists(st.sampled_from(ROLES), min_size=1, max_size=2, unique=True)
        role = st.sampled_from(ROLES) | st.fixed_dictionaries({"een_van": several}) | st.fixed_dictionaries({"alle": several})
        options.append(st.fixed_dictionaries({"rol": role}))
    elif spec.kind == "gebeurtenis" and not spec.many:
        options.append(st.just({"is": "aanleiding"}))
    elif spec.kind == "tekst" and spec.name == "id":
        options.append(st.just({"genoemd_in": "van"}))
    elif spec.kind == "tekst" and not spec.many and spec.name not in ("van", "naar"):
        options += [st.sampled_from(TEXTS), st.fixed_dictionaries({"een_van": st.lists(st.sampled_from(TEXTS), min_size=1)})]
    elif spec.kind == "record" and spec.model is not None and deep:
        below = fields_of(spec.model)
        block = _tests({name: one for name, one in below.items() if one.kind != "gebeurtenis"}, least=1)
        options.append(st.fixed_dictionaries({"bevat": block}))
        counted = st.fixed_dictionaries({"aantal": count, "met": block})
        options += [st.fixed_dictionaries({word: counted}) for word in ("minstens", "hoogstens")]
    return draw(st.one_of(options[::-1]))  # the plain presence last: it is the least likely to say much


def _choice(spec: FieldSpec) -> st.SearchStrategy[Any]:
    used = [one for one in spec.values if one in USED]
    one = st.sampled_from(used * 3 + list(spec.values))
    several = st.lists(one, min_size=1, max_size=3, unique=True)
    some = st.fixed_dictionaries({"een_van": several})
    return st.fixed_dictionaries({"bevat": one | several | some}) if spec.many else one | some


@st.composite
def _tests(draw: st.DrawFn, specs: dict[str, FieldSpec], *, least: int = 0, most: int = 2) -> dict[str, Any]:
    number = min(
        max(least, draw(st.sampled_from((0, 0, 0, 1, 1, most)))), len(specs)
    )  # few: each test more makes that less matches
    names = draw(st.lists(st.sampled_from(sorted(specs)), min_size=number, max_size=number, unique=True))
    return {name: draw(a_test(specs[name])) for name in names}


@st.composite
def a_pattern(draw: st.DrawFn, *, back: bool = False, most: int = 2) -> dict[str, Any]:
    """A pattern for an event; `back`: one that looks back, where `laatste` says something."""
    kind = draw(st.sampled_from(EVENTS))
    found = {"soort": kind, **draw(_tests(_specs(kind), most=most))}
    if kind in LEVEL_KINDS and draw(st.integers(0, 2)) == 0:
        found["niveau"] = draw(st.sampled_from(LEVELS))
    if draw(st.integers(0, 5)) == 0:
        found["lijn"] = "elke"
    if back and draw(st.integers(0, 3)) == 0:
        found["laatste"] = "ja"
    return found


@st.composite
def a_term(draw: st.DrawFn, dates: list[str]) -> dict[str, Any]:
    """A term, or nothing; `dates` are the date fields from which it may count."""
    how = draw(st.sampled_from(("geen", "lengte", "lengte", "instelling", *(("veld", "veld en lengte") if dates else ()))))
    if how == "geen":
        return {}
    found: dict[str, Any] = {}
    if how.startswith("veld"):
        found["veld"] = draw(st.sampled_from(dates))
    if how == "instelling":
        found["instelling"] = draw(st.sampled_from(sorted(SETTINGS)))
    elif how != "veld":
        unit = draw(st.sampled_from(UNITS))
        found |= {unit: str(draw(st.integers(0, AMOUNTS[unit]))), "herkomst": "afspraak"}
    return {"binnen": found}


@st.composite
def a_demand(draw: st.DrawFn, triggers: list[str], depth: int = 2, *, grows: bool = False) -> dict[str, Any]:
    """One of the seven forms, as it may stand under a rule with these occasions (none: a transition).

    `grows`: only forms and words of which more events can never make less.
    """
    forms = ["dan", "vooraf", *(["moet"] if triggers else []), *(["een_van", "alle"] if depth else [])]
    form = draw(st.sampled_from(forms if grows else [*forms, "nooit", "oordeel"]))
    dates = sorted({name for kind in triggers for name, one in _specs(kind).items() if one.kind == "datum" and not one.many})
    if form == "oordeel":
        return {form: "Is het genoeg?"}
    if form in ("een_van", "alle"):
        return {form: draw(st.lists(a_demand(triggers, depth - 1, grows=grows), min_size=2, max_size=3))}
    if form == "vooraf":
        since = {"sinds": draw(a_pattern())} if not grows and draw(st.integers(0, 2)) == 0 else {}
        return {form: draw(a_pattern(back=not grows)), **since, **draw(a_term([]))}
    if form == "moet":
        shared = {name: spec for name, spec in _specs(triggers[0]).items() if all(name in _specs(one) for one in triggers)}
        return {form: draw(_tests(shared, least=1)), **draw(a_term(dates))}
    return {form: draw(a_pattern()), **draw(a_term(dates))}


@st.composite
def a_rule(draw: st.DrawFn, number: int, *, grows: bool = False) -> dict[str, Any]:
    """A rule with an occasion, a demand, and now and then an exception, a period or `eerste`."""
    rule: dict[str, Any] = {
        "code": f"R-{number}",
        "titel": "Titel",
        "afspraak": "Afgesproken.",
        "niveau": "1",
        "ernst": "fout",
        "wie": "groepsleerkracht",
        "doe": "Doe iets.",
        "waarom": "Daarom.",
    }
    occasion = draw(st.sampled_from(("gebeurtenis", "gebeurtenis", "gebeurtenissen", "voorwaarde", "overgang")))
    triggers: list[str] = []
    if occasion == "voorwaarde":
        rule["voorwaarde_voor"] = draw(st.sampled_from(LEVELS))
    elif occasion == "overgang":
        rule["als"] = {"soort": TRANSITION, draw(st.sampled_from(("van", "naar"))): draw(st.sampled_from(("geen", *LEVELS)))}
    else:
        rule["als"] = draw(st.lists(a_pattern(most=1), min_size=1, max_size=1 if occasion == "gebeurtenis" else 2))
        triggers = [one["soort"] for one in rule["als"]]
    rule |= draw(a_demand(triggers, grows=grows))
    if draw(st.integers(0, 2)) == 0:
        rule["tenzij"] = [{"naam": "een uitzondering", **draw(a_demand(triggers, depth=1))}]
    if draw(st.integers(0, 3)) == 0:
        rule["geldig"] = {"van": "2026-09-14", **draw(st.sampled_from(({}, {"tot": "2026-10-12"})))}
    rule["eerste"] = draw(st.sampled_from(("nee", "nee", "ja")))
    return rule


@st.composite
def _level(draw: st.DrawFn, code: str) -> dict[str, Any]:
    first = {"bij": {"soort": "ondersteuning", **({} if code == "1" else {"vorm": "geintensiveerd"})}}
    starts = [first] if code != "3" else [{"bij": {"soort": "ot_bespreking"}}]
    if draw(st.booleans()):
        starts = [{"bij": draw(a_pattern()), **({"na": draw(a_pattern())} if draw(st.booleans()) else {})}, *starts]
    return {
        "niveau": code,
        "naam": "een niveau",
        "bron": SOURCE,
        "lopende_ondersteuning": draw(st.sampled_from(("ja", "nee"))),
        "begint_met": starts,
    }


@st.composite
def a_frame(draw: st.DrawFn, most: int = 4, *, grows: bool = False) -> Frame:
    """A sound frame with up to `most` rules."""
    rules = [draw(a_rule(number, grows=grows)) for number in range(1, draw(st.integers(1, most)) + 1)]
    return made(rules, [draw(_level(code)) for code in LEVELS], draw(st.sampled_from(([], [{"soort": "afsluiting"}]))))


def made(rules: list[dict[str, Any]], levels: list[dict[str, Any]], ends: list[dict[str, Any]]) -> Frame:
    """A frame of these parts; it has no findings."""
    raw = {
        "soort": "normenkader",
        "code": "gemaakt-2024",
        "reeks": "gemaakt",
        "titel": "Gemaakt",
        "geldig": {"van": "2024-08-01"},
        "bronnen": [{"document": "doc", "titel": "D", "uitgever": "S", "datum": "2024", "passages": [PASSAGE]}],
        "instellingen": [{"naam": name, **REASON, **length} for name, length in SETTINGS.items()],
        "niveaus": levels,
        "einde": ends,
        "regels": rules,
    }
    problems = Problems(Loaded("gemaakt.yaml"))
    frame = FrameCompiler(Normenkader.model_validate(raw), problems).compile((), "gemaakt.yaml")
    assert problems.findings == [], (problems.findings, raw)
    return frame


def occasions_of(frame: Frame) -> list[str]:
    """The kinds of events that give rise to the rules of a frame."""
    return sorted({pattern.kind for rule in frame.rules for pattern in rule.triggers} - {TRANSITION})


def looked_for(frame: Frame) -> list[str]:
    """The kinds of events that its rules look for."""
    wanted = [one.requirement for rule in frame.rules for one in (rule, *rule.exceptions)]
    return sorted({pattern.kind for one in wanted for pattern in one.patterns()})


def asks_people(requirement: Requirement) -> bool:
    """Whether people must judge, or may."""
    if isinstance(requirement, Combination):
        return any(map(asks_people, requirement.parts))
    return isinstance(requirement, Judgement)


SOON, LATE = st.integers(0, 3), st.integers(0, 9)
"""Weeks after the first day; few, so that events coincide."""


class Made(NamedTuple):
    """A frame, a timeline, and one event more for the laws that add one."""

    frame: Frame
    timeline: list[dict[str, Any]]
    extra: dict[str, Any]

    def __repr__(self) -> str:
        """As short as a failure can be read: what was written, not what it was compiled to."""
        rules = [one.model_dump(exclude_defaults=True) for one in (*self.frame.record.niveaus, *self.frame.record.regels)]
        return "\n".join(map(str, [*rules, *self.timeline, self.extra]))


@st.composite
def a_frame_and_timeline(draw: st.DrawFn, *, grows: bool = False) -> Made:
    """A frame, and a timeline on which its rules come up, twice as a rule, and on which much of what they ask happens.

    The event more is one that is there already, or of a kind that a rule looks for, but no support or evaluation:
    follow-up support also tells until when earlier support ran.
    """
    frame = draw(a_frame(grows=grows))
    drawn = [draw(of_kind(kind, SOON)) for kind in occasions_of(frame) for _ in range(2)]
    drawn += [draw(of_kind(kind, LATE)) for kind in looked_for(frame) if draw(st.integers(0, 3))]
    judged = [rule.code for rule in frame.rules if asks_people(rule.requirement)]
    drawn += draw(st.lists(a_judgement(judged, st.integers(2, 3)), min_size=2, max_size=4)) if judged else []
    drawn += draw(st.lists(an_event(judged), max_size=2))
    timeline = draw(joined(drawn, [support(FIRST.isoformat(), "s0")][: draw(st.integers(0, 1))]))
    kinds = [one for one in looked_for(frame) if one not in LEVEL_KINDS] or ["oudercontact"]
    again = [st.just(one) for one in timeline if one["soort"] in kinds]
    return Made(frame, timeline, draw(st.one_of(*again, of_kind(draw(st.sampled_from(kinds)), LATE))))
