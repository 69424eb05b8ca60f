"""The schema of patterns and of expectations, held to what compiles them: `PatternCompiler`, `FrameCompiler`, `cases`."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from basisondersteuning.model import pattern_words, schema_facts, schema_forms
from basisondersteuning.model.base import Vakgebied
from basisondersteuning.model.facts import FACT_RECORDS, kinds_over
from basisondersteuning.model.kinds import event_models
from basisondersteuning.model.pattern_words import TRANSITION
from basisondersteuning.model.reflect import fields_of
from basisondersteuning.model.schema import record_schema
from basisondersteuning.norms import calendar, case_facts, compile
from basisondersteuning.norms.cases import open_suite
from basisondersteuning.norms.frame import Frame
from basisondersteuning.norms.library import open_library
from basisondersteuning.norms.pattern_compile import PatternCompiler
from basisondersteuning.norms.problems import Problems
from basisondersteuning.norms.status import Status
from basisondersteuning.records.load import Loaded, load_text
from basisondersteuning.records.write import dump
from norms.build import HEAD, library
from schema_checks import errors, read_otherwise
from schema_made import any_expectations, any_patterns, facts_of, places, right_words

OVERS = ("dossier", *FACT_RECORDS)

LEVELS = ("1", "2")
modest = settings(max_examples=300, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
brief = settings(modest, max_examples=120)


@cache
def part(kind: str, name: str) -> jsonschema_rs.Draft202012Validator:
    """One definition of a schema, by itself."""
    return jsonschema_rs.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": record_schema(kind)["$defs"]})


@cache
def built_in() -> Frame:
    """The frame that comes with `bo`."""
    return open_library([]).series["kop-van-noord-holland"].versions[0]


def definition(name: str, over: str) -> jsonschema_rs.Draft202012Validator:
    """The definition of patterns, or of tests, in a rule about this record."""
    return part("normenkader", name if over == "dossier" else f"{name}_{over}")


def mistakes(pattern: dict[str, Any], over: str = "dossier") -> list[str]:
    """The codes of what the compiler finds in a pattern of a rule about this record."""
    problems = Problems(Loaded("x.yaml"))
    compiler = PatternCompiler(problems, LEVELS)
    compiler.over = over
    compiled = compiler.compile(pattern, ("als",))
    assert (compiled is None) <= bool(problems.findings)
    return [one.code for one in problems.findings]


def otherwise(tree: Any) -> Any:
    """A tree as another reader sees it in a file."""
    return read_otherwise(dump({"x": tree}).encode())["x"]


@pytest.mark.parametrize("over", OVERS)
@modest
@given(data=st.data())
def test_a_pattern_is_right_for_the_schema_when_it_compiles(over: str, data: st.DataObject) -> None:
    pattern = data.draw(any_patterns(over))
    found = mistakes(pattern, over)
    valid = definition("patroon", over).is_valid(pattern)
    if valid:
        assert set(found) <= {"BO407"}, "which niveaus there are is not for a schema to know"
    else:
        assert found
    assert definition("patroon", over).is_valid(otherwise(pattern)) is valid


@pytest.mark.parametrize(
    ("over", "kind"), [*((over, kind) for over in OVERS for kind in kinds_over(over)), ("dossier", TRANSITION)]
)
def test_every_word_fits_where_it_should(over: str, kind: str) -> None:
    """Each test on each field, by itself; so that no word is right only because nothing right was made of it."""
    fields = fields_of(kinds_over(over)[kind]) if kind != TRANSITION else pattern_words.TRANSITION_FIELDS

    def both_accept(pattern: dict[str, Any]) -> None:
        assert mistakes(pattern, over) == []
        assert definition("patroon", over).is_valid(pattern)

    for name, spec in fields.items():
        if name in ("soort", pattern_words.LEVEL):
            continue
        for word, behind in right_words(spec).items():
            test = behind if word == "waarde" else st.fixed_dictionaries({word: behind})
            settings(modest, max_examples=5)(given(st.fixed_dictionaries({"soort": st.just(kind), name: test}))(both_accept))()


def test_every_word_was_tried() -> None:
    every = [spec for model in event_models().values() for spec in fields_of(model).values()]
    assert {word for spec in every for word in right_words(spec)} == {*pattern_words.TESTS, "waarde"}


@pytest.mark.parametrize("over", OVERS)
@brief
@given(data=st.data())
def test_what_may_stand_in_moet_is_allowed(over: str, data: st.DataObject) -> None:
    """Whatever compiles for some kind of event or fact; of which one a rule speaks is not seen here."""
    pattern = data.draw(any_patterns(over))
    kind = pattern.pop("soort")
    if kind == TRANSITION:
        return
    problems = Problems(Loaded("x.yaml"))
    if PatternCompiler(problems, LEVELS).tests(pattern, fields_of(kinds_over(over)[kind]), ("moet",)) is not None:
        assert definition("toetsen", over).is_valid(pattern)


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


@pytest.mark.parametrize("over", FACT_RECORDS)
@brief
@given(data=st.data())
def test_facts_are_right_for_the_schema_when_a_test_can_read_them(over: str, data: st.DataObject) -> None:
    """Facts, with now and then something left out, put in, or of another record."""
    made = data.draw(st.lists(facts_of(over), max_size=2))
    change = data.draw(st.sampled_from(("none", "away", "more", "other", "instead")))
    if change == "other":
        made += data.draw(st.lists(st.sampled_from(FACT_RECORDS).flatmap(facts_of), max_size=1))
    elif change != "none" and made:
        _change(made, change, data)
    problems = Problems(Loaded("x.yaml"))
    found = case_facts.facts_of_case(made, ("feiten",), problems)
    assert (found is None) is bool(problems.findings)
    valid = part("kaderproeven", "feiten").is_valid(made)
    assert valid is (found is not None), [one.message for one in problems.findings]
    assert part("kaderproeven", "feiten").is_valid(otherwise(made)) is valid


def _change(made: list[dict[str, Any]], change: str, data: st.DataObject) -> None:
    """Something away, something more, or something else in its place."""
    *owner, last = data.draw(st.sampled_from([one for one in places(made) if len(one) > 1]))
    node: Any = made
    for step in owner:
        node = node[step]
    if change == "away":
        del node[last]
    elif change == "instead":
        node[last] = data.draw(st.sampled_from(("onzin_", "2026-1-1", "<1", "101", {"x": "y"})))
    elif isinstance(node, dict):
        node["onbekend_veld"] = "x"


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ([], True),
        ([{"soort": "sop"}], True),
        ([{"soort": "sop", "naam": None}], True),
        ([{"soort": "bekostiging"}], False),
        ([{"soort": "telling", "peildatum": "2025-10-01", "wat": "leerlingen", "aantal": "<5"}], True),
        ([{"soort": "telling", "peildatum": "2025-10-01", "wat": "leerlingen", "aantal": "<1"}], False),
        ([{"soort": "kengetal", "datum": "2025-10-01", "wat": "tlv"}, {"soort": "sop"}], False),
        ([{"soort": "oudercontact"}], False),
        ([{"datum": "2025-10-01"}], False),
    ],
)
def test_facts_one_by_one(given: list[dict[str, Any]], right: bool) -> None:
    problems = Problems(Loaded("x.yaml"))
    as_bo_reads = [{key: one for key, one in fact.items() if one is not None} for fact in given]
    assert (case_facts.facts_of_case(as_bo_reads, ("feiten",), problems) is not None) is right
    assert part("kaderproeven", "feiten").is_valid(given) is right


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({}, True),
        ({"niveau": "1"}, False),
        ({"over": "kengetallen"}, False),
        ({"over": "kengetallen", "als": {"soort": "kengetal"}, "vooraf": {"soort": "oordeel"}}, True),
        ({"over": "dossier", "niveau": "1"}, False),
        ({"over": "dossier", "niveau": "1", "als": {"soort": "toets"}, "vooraf": {"soort": "observatie"}}, True),
        ({"over": None, "niveau": "1", "als": {"soort": "toets"}, "vooraf": {"soort": "observatie"}}, True),
        ({"over": "dossier", "als": {"soort": "toets"}, "vooraf": {"soort": "observatie"}}, False),
        ({"als": None, "voorwaarde_voor": "1"}, False),
        ({"tenzij": [{"naam": "x", "vooraf": {"soort": "ambitie"}}]}, True),
        ({"tenzij": [{"naam": "x", "vooraf": {"soort": "toets"}}]}, False),
        ({"vooraf": None, "alle": [{"vooraf": {"soort": "grens"}}, {"moet": {"format": {"aanwezig": "ja"}}}]}, True),
        ({"vooraf": None, "alle": [{"vooraf": {"soort": "grens"}}, {"vooraf": {"soort": "toets"}}]}, False),
    ],
)
def test_a_rule_names_what_its_record_has(changes: dict[str, Any], right: bool, tmp_path: Path) -> None:
    usual = {
        "code": "R-1", "titel": "T", "afspraak": "A", "over": "sop", "ernst": "fout", "als": {"soort": "sop"},
        "vooraf": {"soort": "protocol"}, "wie": "directeur", "doe": "D", "waarom": "W",
    }  # fmt: skip
    rule = {**usual, **changes}
    assert part("normenkader", "Regel").is_valid(rule) is right
    read = {key: one for key, one in rule.items() if one is not None}
    text = HEAD + "regels:\n" + "\n".join(f"  {line}" for line in dump([read]).splitlines()) + "\n"
    assert (errors(library(tmp_path, kader=text).findings) == []) is right


def test_the_words_are_those_of_the_norms() -> None:
    assert set(schema_facts.FILLED_IN) == set(case_facts._FILLED)
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
