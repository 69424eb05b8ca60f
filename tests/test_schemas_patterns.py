"""The schema of patterns and of expectations, held to what compiles them: `PatternCompiler`, `FrameCompiler`, `cases`."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from basisondersteuning.model import pattern_words, schema_forms
from basisondersteuning.model.base import Vakgebied
from basisondersteuning.model.kinds import event_models
from basisondersteuning.model.pattern_words import TRANSITION
from basisondersteuning.model.reflect import fields_of
from basisondersteuning.model.schema import record_schema
from basisondersteuning.norms import calendar, compile
from basisondersteuning.norms.cases import open_suite
from basisondersteuning.norms.frame import Frame
from basisondersteuning.norms.library import open_library
from basisondersteuning.norms.pattern_compile import PatternCompiler
from basisondersteuning.norms.problems import Problems
from basisondersteuning.norms.status import Status
from basisondersteuning.records.load import Loaded, load_text
from basisondersteuning.records.write import dump
from schema_checks import errors, read_otherwise
from schema_made import any_expectations, any_patterns, right_words

LEVELS = ("1", "2")
modest = settings(max_examples=400, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))


@cache
def part(kind: str, name: str) -> jsonschema_rs.Draft202012Validator:
    """One definition of a schema, by itself."""
    return jsonschema_rs.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": record_schema(kind)["$defs"]})


@cache
def built_in() -> Frame:
    """The frame that comes with `bo`."""
    return open_library([]).series["kop-van-noord-holland"].versions[0]


def mistakes(pattern: dict[str, Any]) -> list[str]:
    """The codes of what the compiler finds in a pattern."""
    problems = Problems(Loaded("x.yaml"))
    compiled = PatternCompiler(problems, LEVELS).compile(pattern, ("als",))
    assert (compiled is None) <= bool(problems.findings)
    return [one.code for one in problems.findings]


def otherwise(tree: Any) -> Any:
    """A tree as another reader sees it in a file."""
    return read_otherwise(dump({"x": tree}).encode())["x"]


@modest
@given(any_patterns())
def test_a_pattern_is_right_for_the_schema_when_it_compiles(pattern: dict[str, Any]) -> None:
    found = mistakes(pattern)
    valid = part("normenkader", "patroon").is_valid(pattern)
    if valid:
        assert set(found) <= {"BO407"}, "which niveaus there are is not for a schema to know"
    else:
        assert found
    assert part("normenkader", "patroon").is_valid(otherwise(pattern)) is valid


@pytest.mark.parametrize("kind", [*event_models(), TRANSITION])
def test_every_word_fits_where_it_should(kind: str) -> None:
    """Each test on each field, by itself; so that no word is right only because nothing right was made of it."""
    fields = fields_of(event_models()[kind]) if kind != TRANSITION else pattern_words.TRANSITION_FIELDS
    for name, spec in fields.items():
        if name == "soort":
            continue
        for word, behind in right_words(spec).items():
            test = behind if word == "waarde" else st.fixed_dictionaries({word: behind})
            settings(modest, max_examples=5)(given(st.fixed_dictionaries({"soort": st.just(kind), name: test}))(both_accept))()


def both_accept(pattern: dict[str, Any]) -> None:
    assert mistakes(pattern) == []
    assert part("normenkader", "patroon").is_valid(pattern)


def test_every_word_was_tried() -> None:
    every = [spec for model in event_models().values() for spec in fields_of(model).values()]
    assert {word for spec in every for word in right_words(spec)} == {*pattern_words.TESTS, "waarde"}


@modest
@given(any_patterns())
def test_what_may_stand_in_moet_is_allowed(pattern: dict[str, Any]) -> None:
    """Whatever compiles for some kind of event; of which event a rule speaks is not seen here."""
    kind = pattern.pop("soort")
    if kind == TRANSITION:
        return
    problems = Problems(Loaded("x.yaml"))
    if PatternCompiler(problems, LEVELS).tests(pattern, fields_of(event_models()[kind]), ("moet",)) is not None:
        assert part("normenkader", "toetsen").is_valid(pattern)


@pytest.mark.parametrize(
    "wrong",
    [
        {"klas": "5"},
        {"gedrag": {"lijkt": "x"}},
        {"gedrag": []},
        {"over": {"bevat": "onzin"}},
        {"lijn": "elke"},
        {"soort": TRANSITION},
    ],
)
def test_what_may_stand_in_no_moet_is_refused(wrong: dict[str, Any]) -> None:
    assert not part("normenkader", "toetsen").is_valid(wrong)


@pytest.mark.parametrize(
    ("pattern", "right"),
    [
        ({"soort": "observatie"}, True),
        ({"soort": "observatie", "gedrag": None}, True),  # a key with nothing behind it counts as left out
        ({"soort": "niveauovergang", "naar": 2}, True),
        ({"soort": "observatie", "lijn": "elke", "laatste": "ja"}, True),
        ({"soort": "besluit", "lijn": "nee"}, False),
        ({"soort": "evaluatie", "niveau": 1}, True),
        ({"soort": "observatie", "niveau": "1"}, False),
        ({"soort": "ot_bespreking", "uitkomsten": {"bevat": {"soort": "onderzoek", "buiten_groep": "ja"}}}, True),
        ({"soort": "ot_bespreking", "uitkomsten": {"bevat": {"soort": "onzin"}}}, False),
        ({"soort": "tlv", "deskundigen": {"minstens": {"aantal": 2, "met": {"onafhankelijk": "ja"}}}}, True),
        ({"soort": "tlv", "deskundigen": {"minstens": {"aantal": 2, "met": {}}}}, False),
        ({"soort": "tlv", "deskundigen": {"minstens": 2}}, True),
        ({"soort": "oudercontact", "over": {"bevat": ["zorg", "vervolg"]}}, True),
        ({"soort": "oudercontact", "over": {"bevat": {"een_van": ["zorg"]}}}, True),
        ({"soort": "oudercontact", "over": "zorg"}, False),
        ({"soort": "oudercontact", "over": {"bevat": []}}, False),
        ({"soort": "oudercontact", "over": {"bevat": {"een_van": []}}}, False),
        ({"soort": "oudercontact", "met": {"rol": {"alle": ["ouder"]}}}, True),
        ({"soort": "oudercontact", "met": {"rol": {"alle": []}}}, False),
        ({"soort": "oudercontact", "met": {"bevat": "moeder"}}, False),
        ({"soort": "evaluatie", "van": {"is": "aanleiding"}}, True),
        ({"soort": "evaluatie", "effect": {"een_van": ["deels"], "aanwezig": "ja"}}, False),
        ({"soort": "evaluatie", "effect": {"een_van": []}}, False),
        ({"soort": "evaluatie", "effect": {}}, False),
        ({"soort": "ondersteuning", "id": {"genoemd_in": "van"}}, True),
        ({"soort": "ondersteuning", "tot": {"minstens": "2026-01-01"}}, True),
        ({"soort": "ondersteuning", "doel": {"minstens": 3}}, False),
        ({}, False),
        ("observatie", False),
    ],
)
def test_patterns_one_by_one(pattern: Any, right: bool) -> None:
    assert part("normenkader", "patroon").is_valid(pattern) is right
    if isinstance(pattern, dict):
        as_bo_reads = {key: _text(one) for key, one in pattern.items() if one is not None}
        assert (mistakes(as_bo_reads) == []) is right


def _text(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _text(one) for key, one in tree.items()}
    return [_text(one) for one in tree] if isinstance(tree, list) else str(tree)


@modest
@given(any_expectations())
def test_expectations_are_right_for_the_schema_when_the_cases_can_be_read(expected: dict[str, Any]) -> None:
    frame = built_in()
    case = {"naam": "x", "tijdlijn": [], "verwacht": expected}
    data = dump({"soort": "kaderproeven", "kader": frame.code, "proeven": [case]}).encode()
    found = load_text("x.yaml", data, today=date.max)
    suite = open_suite(found, frame)
    wrong = errors(suite.findings if suite is not None else found.findings)
    validator = part("kaderproeven", "Kaderproef")
    assert validator.is_valid(case) is (wrong == []), wrong
    assert validator.is_valid(otherwise(case)) is (wrong == []), wrong


def test_the_words_are_those_of_the_norms() -> None:
    assert tuple(one.value for one in Status) == pattern_words.STATUSES
    assert schema_forms.UNITS == calendar.UNITS
    assert schema_forms.REQUIREMENTS == compile._FORMS
    assert all(hasattr(PatternCompiler, f"_{one}") for one in pattern_words.TESTS)


def test_an_editor_gets_the_fields_and_values_of_one_kind() -> None:
    made = record_schema("normenkader")["$defs"]
    assert made["patroon"]["properties"]["soort"]["enum"] == [*event_models(), TRANSITION]
    for choice in made["patroon"]["allOf"]:
        kind = choice["if"]["properties"]["soort"]["const"]
        pattern = made[choice["then"]["$ref"].removeprefix("#/$defs/")]
        fields = list(fields_of(event_models()[kind])) if kind != TRANSITION else ["van", "naar", "soort"]
        own = {"lijn", "laatste", *(("niveau",) if kind in ("evaluatie", "ondersteuning") else ())}
        assert set(pattern["properties"]) == {*fields, *own}
        assert pattern["additionalProperties"] is False
    test = made[made["patroon_ondersteuning"]["properties"]["vakgebied"]["$ref"].removeprefix("#/$defs/")]
    assert test["anyOf"][0] == {"enum": list(Vakgebied.__args__)}  # type: ignore[attr-defined]
