"""Rules in running Dutch: every kind, field and value has words, and no code word ends up in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from basisondersteuning.model.base import Expertisegebied, Gebeurtenis, Rol, Vakgebied
from basisondersteuning.model.facts import Over, kinds_over
from basisondersteuning.model.frame import Normenkader, Regel
from basisondersteuning.model.nouns import COMMON, EXPERTISE, ROLES, SUBJECTS, FieldWords, block_of, nouns
from basisondersteuning.model.pattern_words import LEVEL
from basisondersteuning.model.reflect import FieldSpec, fields_of
from basisondersteuning.norms.sentences import rule_text

from .build import compiled, frame_text, library

OVERS: tuple[str, ...] = get_args(Over)
KINDS = [(over, kind) for over in OVERS for kind in sorted(kinds_over(over))]
BLOCKS = {
    spec.model.__name__: spec.model
    for over in OVERS
    for one in kinds_over(over).values()
    for spec in fields_of(one).values()
    if spec.model and spec.many
}

CODE_LIKE = re.compile(
    r"[_{}\[\]`|]|\bja\b|\bnee\b|\bNone\b|True|False|(?<!»):(?!$)(?! «)|,,|\bis is\b|  | ,|\.\.|\bvan van\b|\bde de\b|\been de\b"
)
"""What must never be read aloud."""


def own_fields(model: type[Any]) -> dict[str, FieldSpec]:
    return {name: spec for name, spec in fields_of(model).items() if name != "soort" or model.__name__ in BLOCKS}


def fields_in(over: str, kind: str) -> dict[str, FieldSpec]:
    """The fields that a pattern can name; `niveau` in a pattern is the niveau at which support ran."""
    found = own_fields(kinds_over(over)[kind])
    return {name: spec for name, spec in found.items() if over == "dossier" or name != LEVEL}


# The lexicon


@pytest.mark.parametrize(("over", "kind"), KINDS)
def test_every_kind_of_event_or_fact_has_words(over: str, kind: str) -> None:
    assert kind in nouns(over), f"name {kind} in one of model/nouns_*.py"
    assert nouns(over)[kind].one and nouns(over)[kind].more != nouns(over)[kind].one


@pytest.mark.parametrize(("over", "kind"), KINDS)
def test_every_field_of_an_event_or_fact_has_words(over: str, kind: str) -> None:
    model = kinds_over(over)[kind]
    known = {*nouns(over)[kind].fields, *(COMMON if "datum" in model.model_fields else ())}
    assert [name for name in own_fields(model) if name not in known] == []


@pytest.mark.parametrize("block", sorted(BLOCKS))
def test_every_field_of_a_block_has_words(block: str) -> None:
    assert block_of(block).one != "onderdeel"
    known = {*block_of(block).fields, *(COMMON if "notitie" in BLOCKS[block].model_fields else ())}
    assert [name for name in own_fields(BLOCKS[block]) if name not in known] == []


def every_field() -> Iterator[tuple[str, FieldWords, FieldSpec]]:
    for over, kind in KINDS:
        for name, spec in own_fields(kinds_over(over)[kind]).items():
            yield f"{over} {kind}.{name}", nouns(over)[kind].fields.get(name) or COMMON[name], spec
    for block, model in BLOCKS.items():
        for name, spec in own_fields(model).items():
            yield f"{block}.{name}", block_of(block).fields.get(name) or COMMON[name], spec


def test_every_value_of_a_choice_and_each_yes_or_no_has_words() -> None:
    missing = []
    for where, words, spec in every_field():
        if spec.kind == "keuze":
            missing += [f"{where}: {one}" for one in spec.values if one not in {**words.values, **words.adjectives}]
        if spec.kind == "ja_nee" and words.facts is None:
            missing.append(where)
    assert missing == []


def test_a_list_can_be_counted_in_words() -> None:
    lists = {where: words for where, words, spec in every_field() if spec.many}
    assert {where for where, words in lists.items() if not (words.plural or words.more)} == set()


def test_the_words_name_nothing_that_does_not_exist() -> None:
    for where, words, spec in every_field():
        if spec.kind == "keuze":
            assert {*words.values, *words.adjectives} <= set(spec.values), where
    for over in OVERS:
        assert set(nouns(over)) == set(kinds_over(over))
        for kind, noun in nouns(over).items():
            assert set(noun.fields) <= set(own_fields(kinds_over(over)[kind])), kind


def test_every_role_subject_and_area_of_expertise_has_words() -> None:
    assert (set(ROLES), set(SUBJECTS), set(EXPERTISE)) == (
        set(get_args(Rol)), set(get_args(Vakgebied)), set(get_args(Expertisegebied)),
    )  # fmt: skip


def test_fields_are_spoken_of_with_their_article() -> None:
    nouns_of_fields = {where: words.noun for where, words, _ in every_field()}
    assert {where: one for where, one in nouns_of_fields.items() if not one.startswith(("de ", "het ", "degene "))} == {}


def test_a_new_kind_of_event_without_words_would_be_noticed() -> None:
    class Nieuw(Gebeurtenis):
        """A kind that has no words."""

    assert "nieuw" not in nouns()
    assert own_fields(Nieuw).keys() == COMMON.keys()


# Every test that a pattern can hold, in every form


def wanted_of(spec: FieldSpec) -> Iterator[Any]:
    """The tests that a frame may put on a field."""
    yield {"aanwezig": "ja"}
    yield {"aanwezig": "nee"}
    if spec.kind == "keuze" and not spec.many:
        yield from spec.values
        if len(spec.values) > 1:
            yield {"een_van": list(spec.values[:2])}
            yield {"een_van": list(spec.values)}
    elif spec.kind == "keuze":
        yield from ({"bevat": one} for one in spec.values)
        yield {"bevat": list(spec.values[:2])}
        yield {"bevat": {"een_van": list(spec.values[:3])}}
    elif spec.kind == "ja_nee":
        yield "ja"
        yield "nee"
    elif spec.kind == "persoon":
        yield {"rol": "groepsleerkracht"}
        yield {"rol": {"een_van": ["ouder", "leerling"]}}
        yield {"rol": {"alle": ["directeur", "orthopedagoog"]}}
    elif spec.kind == "gebeurtenis":
        yield {"is": "aanleiding"}
    elif spec.kind == "datum" and not spec.many:
        yield "2026-11-24"
        yield {"minstens": "2025-08-01"}
        yield {"hoogstens": "2025-08-01"}
    elif spec.kind == "getal":
        yield "3"
        yield {"een_van": ["4", "5"]}
        yield {"minstens": "6"}
        yield {"hoogstens": "6"}
    elif spec.kind == "record" and spec.model is not None and spec.many:
        for name, part in own_fields(spec.model).items():
            yield from ({"bevat": {name: one}} for one in wanted_of(part))
            yield from ({"minstens": {"aantal": "2", "met": {name: one}}} for one in wanted_of(part))
    elif spec.kind == "tekst" and not spec.many and spec.name not in ("van", "naar"):
        yield "Zomaar"
    elif spec.kind == "tekst" and spec.many:
        yield {"bevat": ["Zomaar"]}
        yield {"bevat": {"een_van": ["Zomaar", "Zus"]}}
    if spec.many:
        yield {"minstens": "2"}
    if spec.name == "id":
        yield {"genoemd_in": "notitie"}


BASE: dict[str, Any] = {
    "code": "R-1", "titel": "T", "afspraak": "A", "ernst": "fout", "wie": "ouder", "doe": "D", "waarom": "W",
}  # fmt: skip
PLAIN = {"dossier": ("observatie", "datum"), "sop": ("inspectieoordeel", "datum"), "kengetallen": ("kengetal", "datum")}
"""For each record a kind to put beside another; no pattern of its own asks what a rule here does."""


def rules_with(over: str, kind: str, name: str, wanted: Any) -> Iterator[dict[str, Any]]:
    for body in bodies_with(over, kind, name, wanted):
        if over == "dossier" or "voorwaarde_voor" not in body:
            yield {**BASE, **({"niveau": "1"} if over == "dossier" else {"over": over}), **body}


def bodies_with(over: str, kind: str, name: str, wanted: Any) -> Iterator[dict[str, Any]]:
    pattern = {"soort": kind, name: wanted}
    plain = {"soort": PLAIN[over][0]}
    term = {"schoolweken": "2", "herkomst": "afspraak"}
    yield {"als": pattern, "dan": plain, "binnen": term}
    yield {"als": pattern, "eerste": "ja", "moet": {first_field(over, kind): {"aanwezig": "ja"}}}
    yield {"als": plain, "dan": pattern}
    yield {"als": plain, "nooit": pattern, "binnen": term}
    yield {"als": [plain, pattern], "vooraf": pattern, "binnen": term}
    yield {"voorwaarde_voor": "2", "vooraf": pattern, "sinds": pattern}
    yield {"als": {"soort": kind}, "moet": {name: wanted}, "binnen": term}
    yield {"als": plain, "oordeel": "Is dat zo?", "tenzij": [{"naam": "Uitzondering", "vooraf": pattern}]}
    yield {"als": {"soort": kind}, "een_van": [{"moet": {name: wanted}}, {"dan": pattern}, {"nooit": pattern}]}
    yield {"als": {"soort": over if over != "dossier" else kind}, "vooraf": pattern, "sinds": pattern}
    yield {
        "als": {"soort": over if over != "dossier" else kind},
        "alle": [{"vooraf": pattern}, {"vooraf": plain}, {"dan": plain}],
    }


def first_field(over: str, kind: str) -> str:
    return next(iter(own_fields(kinds_over(over)[kind])))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Normenkader:
    return compiled(tmp_path_factory.mktemp("kader"), "als: {soort: observatie}\nmoet: {gedrag: {aanwezig: ja}}").record


@pytest.mark.parametrize(("over", "kind"), KINDS)
def test_whatever_a_rule_asks_of_a_field_reads_as_dutch(over: str, kind: str, empty: Normenkader) -> None:
    seen = 0
    for name, spec in fields_in(over, kind).items():
        for wanted in wanted_of(spec):
            for body in rules_with(over, kind, name, wanted):
                lines = rule_text(Regel.model_validate(body), empty).lines
                for line in lines:
                    assert not CODE_LIKE.search(line), f"{kind}.{name} {wanted}: {line}"
                    start = line.strip().removeprefix("- ").removeprefix("- ")
                    assert start[0].isupper() or start.startswith("«"), line
                    assert line.endswith((".", ":", "?»")), line
                seen += 1
    assert seen > 15


@pytest.mark.parametrize(("over", "kind"), KINDS)
def test_rules_that_ask_something_else_never_read_the_same(over: str, kind: str, empty: Normenkader) -> None:
    told: dict[tuple[int, str], str] = {}
    for name, spec in fields_in(over, kind).items():
        for wanted in wanted_of(spec):
            for form, body in enumerate(rules_with(over, kind, name, wanted)):
                text = " ".join(rule_text(Regel.model_validate(body), empty).lines)
                assert told.setdefault((form, text), f"{name} {wanted}") == f"{name} {wanted}", text


def test_what_the_test_above_makes_are_rules_that_compile(tmp_path: Path) -> None:
    import yaml

    bodies = [
        yaml.safe_dump(body, default_flow_style=True, width=10_000).strip()[1:-1]
        for over, kind in KINDS
        for name, spec in fields_in(over, kind).items()
        for wanted in list(wanted_of(spec))[:6]
        for body in [*rules_with(over, kind, name, wanted)][2:3]
    ]
    flow = [f"  - {{{body.replace('code: R-1', f'code: R-{index}', 1)}}}" for index, body in enumerate(bodies)]
    found = library(tmp_path, kader=frame_text(more="regels:\n" + "\n".join(flow) + "\n"))
    assert [one.message for one in found.findings if one.code != "BO418"] == []
