"""Rules in running Dutch: every kind, field and value has words, and no code word ends up in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from basisondersteuning.model.base import Expertisegebied, Gebeurtenis, Rol, Vakgebied
from basisondersteuning.model.frame import Normenkader, Regel
from basisondersteuning.model.kinds import event_models
from basisondersteuning.model.nouns import COMMON, EXPERTISE, ROLES, SUBJECTS, FieldWords, block_of, nouns
from basisondersteuning.model.reflect import FieldSpec, fields_of
from basisondersteuning.norms.library import open_library
from basisondersteuning.norms.sentences import begins_with, ends_words, rule_text

from .build import compiled, frame_text, library

KINDS = sorted(event_models())
BLOCKS = {spec.model.__name__: spec.model for one in event_models().values() for spec in fields_of(one).values() if spec.model}

CODE_LIKE = re.compile(
    r"[_{}\[\]`|]|\bja\b|\bnee\b|\bNone\b|True|False|(?<!»):(?!$)(?! «)|,,|\bis is\b|  | ,|\.\.|\bvan van\b|\bde de\b|\been de\b"
)
"""What must never be read aloud."""


def own_fields(model: type[Any]) -> dict[str, FieldSpec]:
    return {name: spec for name, spec in fields_of(model).items() if name != "soort" or model.__name__ in BLOCKS}


# The lexicon


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_event_has_words(kind: str) -> None:
    assert kind in nouns(), f"name {kind} in model/nouns_support.py or model/nouns_team.py"
    assert nouns()[kind].one and nouns()[kind].more != nouns()[kind].one


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_an_event_has_words(kind: str) -> None:
    known = {*nouns()[kind].fields, *COMMON}
    assert [name for name in own_fields(event_models()[kind]) if name not in known] == []


@pytest.mark.parametrize("block", sorted(BLOCKS))
def test_every_field_of_a_block_has_words(block: str) -> None:
    assert block_of(block).one != "onderdeel"
    assert [name for name in own_fields(BLOCKS[block]) if name not in block_of(block).fields] == []


def every_field() -> Iterator[tuple[str, FieldWords, FieldSpec]]:
    for kind, model in event_models().items():
        for name, spec in own_fields(model).items():
            yield f"{kind}.{name}", nouns()[kind].fields.get(name) or COMMON[name], spec
    for block, model in BLOCKS.items():
        for name, spec in own_fields(model).items():
            yield f"{block}.{name}", block_of(block).fields[name], spec


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
    assert set(nouns()) == set(event_models())
    for kind, noun in nouns().items():
        assert set(noun.fields) <= set(own_fields(event_models()[kind])), kind


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
    elif spec.kind == "record" and spec.model is not None:
        for name, part in own_fields(spec.model).items():
            yield from ({"bevat": {name: one}} for one in wanted_of(part))
            yield from ({"minstens": {"aantal": "2", "met": {name: one}}} for one in wanted_of(part))
    elif spec.kind == "tekst" and not spec.many and spec.name not in ("van", "naar"):
        yield "Zomaar"
    if spec.many and spec.kind != "record":
        yield {"minstens": "2"}
    if spec.name == "id":
        yield {"genoemd_in": "notitie"}


BASE: dict[str, Any] = {
    "code": "R-1", "titel": "T", "afspraak": "A", "niveau": "1", "ernst": "fout", "wie": "ouder", "doe": "D", "waarom": "W",
}  # fmt: skip


def rules_with(kind: str, name: str, wanted: Any) -> Iterator[dict[str, Any]]:
    pattern = {"soort": kind, name: wanted}
    plain = {"soort": "observatie"}
    term = {"schoolweken": "2", "herkomst": "afspraak"}
    yield {"als": pattern, "dan": plain, "binnen": term}
    yield {"als": pattern, "eerste": "ja", "moet": {"datum": {"aanwezig": "ja"}}}
    yield {"als": plain, "dan": pattern}
    yield {"als": plain, "nooit": pattern, "binnen": term}
    yield {"als": [plain, pattern], "vooraf": pattern, "binnen": term}
    yield {"voorwaarde_voor": "2", "vooraf": pattern, "sinds": pattern}
    yield {"als": {"soort": kind}, "moet": {name: wanted}, "binnen": term}
    yield {"als": plain, "oordeel": "Is dat zo?", "tenzij": [{"naam": "Uitzondering", "vooraf": pattern}]}
    yield {"als": {"soort": kind}, "een_van": [{"moet": {name: wanted}}, {"dan": pattern}, {"nooit": pattern}]}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Normenkader:
    return compiled(tmp_path_factory.mktemp("kader"), "als: {soort: observatie}\nmoet: {gedrag: {aanwezig: ja}}").record


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_a_rule_asks_of_a_field_reads_as_dutch(kind: str, empty: Normenkader) -> None:
    seen = 0
    for name, spec in own_fields(event_models()[kind]).items():
        for wanted in wanted_of(spec):
            for body in rules_with(kind, name, wanted):
                lines = rule_text(Regel.model_validate({**BASE, **body}), empty).lines
                for line in lines:
                    assert not CODE_LIKE.search(line), f"{kind}.{name} {wanted}: {line}"
                    start = line.strip().removeprefix("- ").removeprefix("- ")
                    assert start[0].isupper() or start.startswith("«"), line
                    assert line.endswith((".", ":", "?»")), line
                seen += 1
    assert seen > 50


@pytest.mark.parametrize("kind", KINDS)
def test_rules_that_ask_something_else_never_read_the_same(kind: str, empty: Normenkader) -> None:
    told: dict[tuple[int, str], str] = {}
    for name, spec in own_fields(event_models()[kind]).items():
        for wanted in wanted_of(spec):
            for form, body in enumerate(rules_with(kind, name, wanted)):
                text = " ".join(rule_text(Regel.model_validate({**BASE, **body}), empty).lines)
                assert told.setdefault((form, text), f"{name} {wanted}") == f"{name} {wanted}", text


def test_what_the_test_above_makes_are_rules_that_compile(tmp_path: Path) -> None:
    import yaml

    bodies = [
        yaml.safe_dump(body, default_flow_style=True, width=10_000).strip()[1:-1]
        for kind in KINDS
        for name, spec in own_fields(event_models()[kind]).items()
        for wanted in list(wanted_of(spec))[:6]
        for body in [*rules_with(kind, name, wanted)][:1]
    ]
    flow = [f"  - {{code: R-{index}, titel: T, niveau: 1, ernst: fout, afspraak: A, wie: ouder, doe: D, waarom: W, {body}}}"
            for index, body in enumerate(bodies)]  # fmt: skip
    found = library(tmp_path, kader=frame_text(more="regels:\n" + "\n".join(flow) + "\n"))
    assert [one.message for one in found.findings if one.code != "BO418"] == []


# What the whole sentence says


def told(folder: Path, body: str, more: str = "") -> str:
    frame = compiled(folder, body, more=more)
    return "\n".join(rule_text(frame.record.regels[0], frame.record).lines)


WEEKS = "binnen: {schoolweken: 2, herkomst: afspraak}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"als: {{soort: evaluatie}}\ndan: {{soort: oudercontact}}\n{WEEKS}",
            "Na elke evaluatie volgt binnen 2 schoolweken een oudercontact.",
        ),
        (
            "als: {soort: evaluatie}\ndan: {soort: oudercontact}\nbinnen: {dagen: 1, herkomst: wet}",
            "Na elke evaluatie volgt binnen 1 dag een oudercontact.",
        ),
        (
            "als: {soort: evaluatie}\ndan: {soort: oudercontact}\nbinnen: {dagen: 0, herkomst: wet}",
            "Na elke evaluatie volgt op dezelfde dag een oudercontact.",
        ),
        (
            "als: {soort: evaluatie}\ndan: {soort: oudercontact}\nbinnen: {schooljaren: 1, herkomst: wet}",
            "Na elke evaluatie volgt uiterlijk op 31 juli, aan het eind van het schooljaar, een oudercontact.",
        ),
        (
            "als: {soort: evaluatie}\ndan: {soort: oudercontact}\nbinnen: {schooljaren: 2, herkomst: wet}",
            "Na elke evaluatie volgt uiterlijk op 31 juli, aan het eind van het volgende schooljaar, een oudercontact.",
        ),
        (
            "als: {soort: ondersteuning}\ndan: {soort: evaluatie, van: {is: aanleiding}}\nbinnen: {veld: tot}",
            "Na elke ondersteuning volgt uiterlijk op de einddatum een evaluatie daarvan.",
        ),
        (
            "als: {soort: ondersteuning}\ndan: {soort: evaluatie}\nbinnen: {veld: tot, instelling: twee_weken}",
            "Na elke ondersteuning volgt binnen 2 weken na de einddatum een evaluatie.",
        ),
        (
            "als: {soort: ondersteuning}\nvooraf: {soort: observatie}\nbinnen: {schoolweken: 1, herkomst: afspraak}",
            "Bij elke ondersteuning moet er in de schoolweek ervoor een observatie zijn geweest.",
        ),
        (
            "als: {soort: opp}\nvooraf: {soort: oudercontact}\nbinnen: {schooljaren: 1, herkomst: afspraak}",
            "Bij elk OPP moet er eerder in hetzelfde schooljaar een oudercontact zijn geweest.",
        ),
        (
            "als: {soort: afschaling}\nnooit: {soort: ondersteuning, vorm: nieuw}\nbinnen: {maanden: 3, herkomst: afspraak}",
            "Na elke afschaling komt er binnen 3 maanden geen nieuwe ondersteuning.",
        ),
        (
            "als: {soort: niveauovergang, naar: 2}\ndan: {soort: oudercontact}",
            "Na elke stap naar niveau 2 volgt een oudercontact.",
        ),
        (
            "als: {soort: toets, methodegebonden: nee}\neerste: ja\nmoet: {door: {aanwezig: ja}, toelichting: {aanwezig: ja}}",
            "Bij de eerste niet-methodegebonden toets moeten de afnemer en de toelichting vermeld zijn. "
            "Dit geldt één keer per vakgebied.",
        ),
        (
            "als: {soort: tlv, stand: afgegeven}\n"
            "moet: {deskundigen: {minstens: {aantal: 2, met: {onafhankelijk: ja, advies_op: {aanwezig: ja}}}}}",
            "Bij elke afgegeven TLV moeten er ten minste 2 onafhankelijke deskundigen zijn met een schriftelijk advies.",
        ),
        (
            "als: {soort: ot_bespreking}\noordeel: Is er goed gekeken?",
            "Bij elke bespreking in het OT beantwoorden mensen deze vraag: «Is er goed gekeken?»",
        ),
        (
            f"als: {{soort: observatie}}\neen_van:\n  - {{dan: {{soort: oudercontact, over: {{bevat: zorg}}}}, {WEEKS}}}\n"
            "  - {vooraf: {soort: oudercontact, over: {bevat: zorg}}}",
            "Bij elke observatie volgt binnen 2 schoolweken een oudercontact over de zorg; "
            "zo'n oudercontact dat er al eerder was, telt ook.",
        ),
        (
            "als: {soort: observatie}\neen_van:\n  - moet: {gedrag: {aanwezig: ja}}\n  - dan: {soort: toets}\n"
            "  - alle:\n      - dan: {soort: evaluatie, lijn: elke}\n      - nooit: {soort: afschaling}\n",
            "Bij elke observatie is één van deze drie nodig:\n"
            "- Het gedrag moet beschreven zijn.\n"
            "- Er volgt een toets.\n"
            "- Er volgt een evaluatie in welk vakgebied ook, en er komt geen afschaling.",
        ),
        (
            "als: {soort: ot_bespreking}\nmoet: {inbreng: {aanwezig: ja}}\n"
            "tenzij: [{naam: spoed, vooraf: {soort: wijkteamcontact}, binnen: {dagen: 7, herkomst: afspraak}}]\n"
            "geldig: {van: 2025-08-01, tot: 2026-07-31}",
            "Bij elke bespreking in het OT moet de inbreng vastgelegd zijn.\n"
            "Uitzondering «spoed»: deze regel geldt niet als er in de 7 dagen ervoor een contact met het wijkteam was.\n"
            "Deze regel geldt van 1 augustus 2025 tot en met 31 juli 2026.",
        ),
        (
            "voorwaarde_voor: 2\nvooraf: {soort: evaluatie, effect: onvoldoende, niveau: 1, laatste: ja}",
            "Voor de stap naar niveau 2 is vooraf een evaluatie van ondersteuning op niveau 1 nodig waaruit onvoldoende "
            "effect blijkt. Alleen de laatste evaluatie telt.",
        ),
        (
            "als: {soort: ot_bespreking}\nvooraf: {soort: aanmelding_ot}\nsinds: {soort: ot_bespreking}",
            "Bij elke bespreking in het OT moet er sinds de vorige bespreking in het OT een aanmelding voor het OT zijn geweest.",
        ),
        (
            "als: {soort: opp, actie: opgesteld}\n"
            "vooraf: {soort: verklaring, door: {rol: ouder}, uitkomst: gegeven, aard: instemming, waarvoor: handelingsdeel}",
            "Bij elk nieuw OPP moet er vooraf een verklaring van instemming bij het handelingsdeel zijn geweest, "
            "gegeven door een ouder.",
        ),
        (
            "voorwaarde_voor: 2\nvooraf: {soort: oudercontact}\nsinds: {soort: evaluatie, effect: {aanwezig: nee}}",
            "Voor de stap naar niveau 2 is vooraf een oudercontact nodig. Dat telt alleen vanaf de laatste evaluatie waarin "
            "het effect nog niet is vastgelegd.",
        ),
    ],
)  # fmt: skip
def test_a_rule_reads_as(tmp_path: Path, body: str, expected: str) -> None:
    assert told(tmp_path, body) == expected


@pytest.mark.parametrize("series", ["kop-van-noord-holland", "landelijk"])
def test_every_built_in_rule_reads_as_dutch(series: str) -> None:
    found = open_library()
    for frame in found.series[series].versions:
        for rule in frame.record.regels:
            for line in rule_text(rule, frame.record).lines:
                assert not CODE_LIKE.search(line), line
        for level in frame.record.niveaus:
            assert not CODE_LIKE.search(" ".join(begins_with(level)))
        assert not CODE_LIKE.search(" ".join(ends_words(frame.record.einde)))


def test_the_rule_on_involving_parents_is_the_sentence_of_the_design() -> None:
    found = open_library(wanted="kop-van-noord-holland-2014")
    frame = found.series["kop-van-noord-holland"].versions[0]
    text = rule_text(frame.by_code["KNH-1.4"].raw, frame.record)
    assert text.lines == [
        "Bij elke observatie waaruit blijkt dat ondersteuning gewenst is, en bij elke nieuwe ondersteuning volgt binnen "
        "2 schoolweken een oudercontact over de zorg of het vervolg; zo'n oudercontact uit de 4 schoolweken ervoor telt ook."
    ]
    assert [(one.words, one.provenance) for one in text.terms] == [("2 schoolweken", "afspraak"), ("4 schoolweken", "afspraak")]
