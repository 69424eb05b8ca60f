"""Made-up records, from the models: right ones, and ones with a mistake put in. Values are text, as in a file."""

from __future__ import annotations

import re
import types
from collections.abc import Iterable
from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel, BeforeValidator, StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo

from basisondersteuning.model.counts import Aantal
from basisondersteuning.model.facts import FACT_RECORDS, fact_kinds, kinds_over
from basisondersteuning.model.frame import Duur, Eis, Instelling, Regel, Termijn, Uitzondering
from basisondersteuning.model.frame_beside import Kaderproef
from basisondersteuning.model.kinds import record_model
from basisondersteuning.model.pattern_words import LEVEL, OPTIONS, STATUSES, TESTS, TRANSITION, TRANSITION_FIELDS
from basisondersteuning.model.reflect import FieldSpec, fields_of

WORDS = (
    "rekenen blok 2", "a", "5", "on", "yes", "true", "12:30", "1e5", "1_000", "0x10", "007", "12E4", "2026-11-03",
    "-5", "3.50", "n", "Ja", "ë «x»", "a: b", "a #b", "- x", "{x}", "[x]", "'", '"', "&x", "*x", "!x", "%", "@", "regel\nregel",
)  # fmt: skip
"""Texts, many of which other readers of YAML take for a number, a boolean or something else."""

texts = st.sampled_from(WORDS) | st.text("abc 1:-.ë", min_size=1, max_size=12).filter(str.strip)
days = st.dates(date(1900, 1, 1), date(2200, 12, 31)).flatmap(
    lambda one: st.sampled_from((one.isoformat(), f"{one.day}-{one.month}-{one.year}"))
)
yes_no = st.sampled_from(("ja", "nee"))
counts = st.sampled_from(("0", "7", "08", "312", "999999999", "<2", "<5", "< 10", "<008", "310-322", "7-7", "afgeschermd"))
percents = st.sampled_from(("0", "2,5", "2.5", "3", "07,25", "099.9", "99,9999", "100", "100,0", "100.0000"))


def records(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    """Records of a kind whose form is right; who or what they refer to need not exist."""
    model = record_model(kind)
    assert model is not None
    return models(model)


def models(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    """Trees that a model accepts: what is required, and some of the rest."""
    return st.deferred(lambda: _model(model))


def _model(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    needed, more = {}, {}
    for name, info in model.model_fields.items():
        strategy = _value(info.annotation, list(info.metadata), info.is_required())
        if strategy is not None:
            (needed if info.is_required() else more)[name] = strategy
    if issubclass(model, Eis):
        return _requirement(model, needed, more)
    if model is Kaderproef:
        given = st.sampled_from(("tijdlijn", "feiten")).flatmap(lambda one: st.fixed_dictionaries({one: more[one]}))
        rest = {name: one for name, one in more.items() if name == "afwijkingen"}
        return st.builds(lambda head, what: {**head, **what}, st.fixed_dictionaries(needed, optional=rest), given)
    if model is Termijn:
        return terms()
    if model is Instelling:
        return st.builds(lambda rest, term: {**rest, **term}, st.fixed_dictionaries(needed), lengths())
    return st.fixed_dictionaries(needed, optional=more)


def _requirement(
    model: type[Eis], needed: dict[str, st.SearchStrategy[Any]], more: dict[str, st.SearchStrategy[Any]]
) -> st.SearchStrategy[dict[str, Any]]:
    """Exactly one form, with a term where it can have one; of a rule also one occasion and one source."""
    simple = st.sampled_from(("dan", "vooraf", "nooit", "oordeel")).flatmap(lambda one: st.fixed_dictionaries({one: more[one]}))
    several = st.sampled_from(("een_van", "alle")).flatmap(
        lambda one: st.fixed_dictionaries({one: st.lists(simple, min_size=2, max_size=2)})
    )
    must = st.fixed_dictionaries({"moet": tests_of_any()})
    timed = st.builds(lambda one, term: one if "oordeel" in one else {**one, "binnen": term}, simple, terms(on_field=False))
    rest = {name: one for name, one in more.items() if name in ("eerste", "open_punt", "kort", "geldig")}
    if model is not Regel:
        return st.builds(lambda head, form: {**head, **form}, st.fixed_dictionaries(needed), simple | several | timed)
    source = st.sampled_from(("bron", "afspraak")).flatmap(lambda one: st.fixed_dictionaries({one: more[one]}))
    about_facts = st.builds(
        lambda head, where, what: {**head, **where, **what},
        st.fixed_dictionaries(needed, optional=rest), source, st.sampled_from(FACT_RECORDS).flatmap(_of_facts),
    )  # fmt: skip
    needed = {**needed, "niveau": more["niveau"]}
    rest["tenzij"] = st.lists(models(Uitzondering), max_size=1)
    with_event = st.builds(
        lambda occasion, form: {**occasion, **form}, st.fixed_dictionaries({"als": more["als"]}), simple | several | timed | must
    )
    with_level = st.builds(lambda form: {"voorwaarde_voor": "2", **form}, simple | several)
    return st.builds(
        lambda head, where, what: {**head, **where, **what},
        st.fixed_dictionaries(needed, optional=rest), source, with_event | with_level,
    ) | about_facts  # fmt: skip


def _of_facts(over: str) -> st.SearchStrategy[dict[str, Any]]:
    """The record, the occasion and the form of a rule that is about facts."""
    pattern = fact_patterns(over)
    simple = st.sampled_from(("dan", "vooraf", "nooit")).flatmap(lambda one: st.fixed_dictionaries({one: pattern}))
    several = st.fixed_dictionaries({"alle": st.lists(simple, min_size=2, max_size=2)})
    except_for = st.builds(lambda form: {**form, "tenzij": [{"naam": "x", **form}]}, simple)
    return st.builds(
        lambda occasion, form: {"over": over, "als": occasion, **form},
        pattern | st.lists(pattern, min_size=1, max_size=2), simple | several | except_for | st.just({"oordeel": "Is dat zo?"}),
    )  # fmt: skip


def lengths() -> st.SearchStrategy[dict[str, Any]]:
    """A length in exactly one unit."""
    return st.sampled_from(tuple(Duur.model_fields)).flatmap(
        lambda one: st.fixed_dictionaries({one: st.sampled_from(("0", "2", "10"))})
    )


def terms(*, on_field: bool = True) -> st.SearchStrategy[dict[str, Any]]:
    """A term: a length with where it comes from, a setting, or a field of the event."""
    known = st.builds(lambda one, source: {**one, "herkomst": source}, lengths(), st.sampled_from(("bron", "afspraak", "wet")))
    return known | st.just({"instelling": "ouders_betrekken"}) | (st.just({"veld": "tot"}) if on_field else known)


def _value(annotation: Any, marks: list[Any], required: bool = True) -> st.SearchStrategy[Any] | None:
    marks = _parts(marks)
    while get_origin(annotation) is Annotated or get_origin(annotation) in (Union, types.UnionType):
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            marks = [*_parts(more), *marks]
            continue
        options = [one for one in get_args(annotation) if one is not type(None)]
        if len(options) > 1:
            return st.one_of(*map(models, options))
        annotation = options[0]
    own = next((one.json_schema for one in marks if isinstance(one, WithJsonSchema)), {}) or {}
    if get_origin(annotation) is list:
        return _list(annotation, marks)
    if get_origin(annotation) is Literal:
        return st.sampled_from(get_args(annotation))
    if "eigen" in own:
        made = {"patroon": patterns, "toetsen": tests_of_any, "verwachtingen": expectations, "feiten": facts}
        return made[own["eigen"]]()
    if annotation in (Aantal, Decimal):
        return counts if annotation is Aantal else percents
    if get_origin(annotation) is dict:
        return st.dictionaries(st.sampled_from(("1", "10", "a")), texts, max_size=2)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return models(annotation)
    if annotation is date:
        return days
    if annotation is bool:
        return st.sampled_from(("ja", "nee", "Ja", "Nee"))
    pattern = own.get("pattern") or next(
        (one.pattern for one in marks if (isinstance(one, StringConstraints) or hasattr(one, "pattern")) and one.pattern), None
    )
    return st.from_regex(str(pattern).replace(r"\d", "[0-9]"), fullmatch=True).filter(_plain) if pattern else texts


def _parts(marks: Iterable[Any]) -> list[Any]:
    """Marks, with those within a `Field`."""
    return [part for one in marks for part in (one, *(one.metadata if isinstance(one, FieldInfo) else ()))]


def _plain(text: str) -> bool:
    """Without what other readers take for nothing, and what ruamel (in check-jsonschema) stumbles over: `0b_`."""
    return text.lower() not in ("null", "~") and not text.endswith("\n") and not re.match("0[box]_*$", text)


def _list(annotation: Any, marks: list[Any]) -> st.SearchStrategy[Any]:
    (inner,) = get_args(annotation)
    items = _value(inner, [])
    assert items is not None
    least = max((getattr(one, "min_length", None) or 0 for one in marks), default=0)
    many = st.lists(items, min_size=least, max_size=2)
    alone = any(isinstance(one, BeforeValidator) for one in marks)
    return many | items if alone else many


def field_tests(spec: FieldSpec, *, right: bool = False) -> st.SearchStrategy[Any]:
    """Tests on one field, right ones and unless asked otherwise wrong ones."""
    words = right_words(spec, deep=right)
    good = st.sampled_from(sorted(words)).flatmap(
        lambda word: words[word] if word == "waarde" else st.fixed_dictionaries({word: words[word]})
    )
    return good if right else good | good | good | _any_test()


def right_words(spec: FieldSpec, *, deep: bool = True) -> dict[str, st.SearchStrategy[Any]]:
    """Every word that fits a field, with what may stand behind it; `waarde` for a value without a word.

    Without `deep` there may be mistakes in the tests on the parts of a list.
    """
    value = {
        "keuze": st.sampled_from(spec.values or ("x",)),
        "ja_nee": yes_no,
        "datum": days,
        "getal": st.sampled_from(("0", "12")),
        "tekst": st.sampled_from(("1", "geen") if spec.description.startswith("Het niveau") else ("x", "5", "geen")),
    }.get(spec.kind)
    words: dict[str, st.SearchStrategy[Any]] = {"aanwezig": yes_no}
    count: st.SearchStrategy[Any] = st.sampled_from(("0", "12"))
    if value is not None and not spec.many:
        words |= {"waarde": value, "een_van": st.lists(value, min_size=1, max_size=2)}
        if spec.kind in ("datum", "getal"):
            words |= {"minstens": value, "hoogstens": value}
    elif value is not None:
        several = st.lists(value, min_size=1, max_size=2)
        words["bevat"] = value | several | st.fixed_dictionaries({"een_van": several})
    if spec.model is not None and spec.many:
        words["bevat"] = st.deferred(lambda: _some_tests(fields_of(spec.model), right=deep))  # type: ignore[arg-type]
        count = count | st.fixed_dictionaries({"aantal": count, "met": words["bevat"].filter(bool)})
    if spec.many:
        words |= {"minstens": count, "hoogstens": count}
    if spec.kind == "persoon":
        role = st.sampled_from(("ouder", "directeur"))
        several = st.lists(role, min_size=1, max_size=2)
        words["rol"] = role | st.fixed_dictionaries({"een_van": several}) | st.fixed_dictionaries({"alle": several})
    if spec.kind == "gebeurtenis":
        words["is"] = st.just("aanleiding")
    if spec.name == "id":
        words["genoemd_in"] = st.sampled_from(("van", "op"))
    return words


def _any_test() -> st.SearchStrategy[Any]:
    """A word with something behind it, which seldom fits a field."""
    value = st.sampled_from(("x", "ja", "2", "2026-01-01", "ouder", "aanleiding", "gisteren"))
    role = st.sampled_from(("ouder", "oom"))
    behind = (
        value
        | st.lists(value, max_size=2)
        | st.builds(lambda word, who: {word: who}, st.sampled_from(("een_van", "alle")), st.lists(role, max_size=2))
        | st.fixed_dictionaries({"aantal": value, "met": st.dictionaries(st.just("wie"), value, max_size=1)})
    )
    one_word = st.builds(lambda word, what: {word: what}, st.sampled_from((*TESTS, "lijkt_op")), behind)
    return value | one_word | one_word | one_word | st.lists(value, max_size=2) | st.just({"aanwezig": "ja", "een_van": ["x"]})


def _some_tests(fields: dict[str, FieldSpec], *, right: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    known = {name: field_tests(spec, right=right) for name, spec in fields.items() if name != "soort" or spec.model is None}
    return st.lists(st.sampled_from(sorted(known)), max_size=2, unique=True).flatmap(
        lambda names: st.fixed_dictionaries({name: known[name] for name in names})
    )


def any_patterns(over: str = "dossier") -> st.SearchStrategy[dict[str, Any]]:
    """Patterns, right and wrong, as a policy maker might write them."""
    kinds = {kind: fields_of(model) for kind, model in kinds_over(over).items()}
    if over == "dossier":
        kinds[TRANSITION] = TRANSITION_FIELDS

    def of_kind(kind: str) -> st.SearchStrategy[dict[str, Any]]:
        fields = {name: spec for name, spec in kinds[kind].items() if name not in ("soort", LEVEL)}
        options = {name: st.sampled_from((value, value, "nee")) for name, value in OPTIONS.items()}
        options |= {"niveau": st.sampled_from(("1", "2")), "klas": st.just("5")}
        more = st.lists(st.sampled_from(sorted(options)), max_size=1).flatmap(
            lambda names: st.fixed_dictionaries({name: options[name] for name in names})
        )
        return st.builds(lambda some, rest: {"soort": kind, **some, **rest}, _some_tests(fields), more)

    return st.sampled_from(sorted(kinds)).flatmap(of_kind)


def patterns() -> st.SearchStrategy[dict[str, Any]]:
    """A few patterns that are right."""
    return st.sampled_from(
        (
            {"soort": "observatie", "ondersteuning_gewenst": "ja", "vakgebied": {"bevat": "rekenen"}},
            {"soort": "ondersteuning", "id": {"genoemd_in": "van"}, "lijn": "elke", "niveau": "1"},
            {"soort": "ot_bespreking", "aanwezig": {"rol": {"alle": ["ouder", "directeur"]}}, "laatste": "ja"},
            {"soort": "tlv", "deskundigen": {"minstens": {"aantal": "2", "met": {"onafhankelijk": "ja"}}}},
            {"soort": TRANSITION, "naar": "2"},
        )
    ).map(deepcopy)


def fact_patterns(over: str) -> st.SearchStrategy[dict[str, Any]]:
    """A few patterns that are right in a rule about facts."""
    of_sop = (
        {"soort": "sop", "ijkpunten": {"minstens": {"aantal": "13", "met": {"score": {"aanwezig": "ja"}}}}},
        {"soort": "sop", "bestuur": {"aanwezig": "ja"}, "tijdlijn": {"minstens": "1"}},
        {"soort": "intern_begeleider", "uren_per_week": {"minstens": "8"}, "opleiding": {"bevat": "master_sen"}},
        {"soort": "inspectieoordeel", "uitkomst": {"een_van": ["zwak", "zeer_zwak"]}, "lijn": "elke"},
        {"soort": "oordeel", "voldoet": "ja"},
    )
    of_figures = (
        {"soort": "kengetal", "wat": "deelname_sbo", "tegenover_nulmeting": "hoger"},
        {"soort": "telling", "aantal": {"aanwezig": "ja"}, "onderwijs": "sbo"},
        {"soort": "oordeel", "voldoet": "ja"},
    )
    chosen: tuple[dict[str, Any], ...] = of_sop if over == "sop" else of_figures
    return st.sampled_from(chosen).map(deepcopy)


def facts() -> st.SearchStrategy[list[dict[str, Any]]]:
    """Facts of one record, that are right."""
    return st.sampled_from(FACT_RECORDS).flatmap(lambda over: st.lists(facts_of(over), max_size=3))


def facts_of(over: str) -> st.SearchStrategy[dict[str, Any]]:
    """A fact of a record; what a test need not give may be left out."""

    def of_kind(kind: str) -> st.SearchStrategy[dict[str, Any]]:
        return models(fact_kinds(over)[kind].model).map(lambda made: {"soort": kind, **made})

    return st.sampled_from(sorted(fact_kinds(over))).flatmap(of_kind)


def tests_of_any() -> st.SearchStrategy[dict[str, Any]]:
    """A few tests on the event that gave rise to a rule, that are right."""
    choices = (
        {"groepsplan": {"aanwezig": "ja"}},
        {"door": {"rol": "ouder"}, "soort": "toets"},
        {"datum": {"minstens": "2026-01-01"}},
    )
    return st.sampled_from(choices).map(deepcopy)


def expectations() -> st.SearchStrategy[dict[str, Any]]:
    """What a test of a frame expects: words that are right."""
    status = st.sampled_from(STATUSES)
    rule: st.SearchStrategy[Any] = status | st.just("geen") | st.lists(status, max_size=2)
    day = st.fixed_dictionaries(
        {"KNH-1.1": rule},
        optional={
            "niveau": st.fixed_dictionaries({}, optional={"rekenen": st.sampled_from(("1", "geen", "arrangement"))}),
            "voorwaarden": st.fixed_dictionaries({"taal": st.fixed_dictionaries({"KNH-1.2": rule})}),
        },
    )
    return st.dictionaries(days, day, min_size=1, max_size=2)


def any_expectations() -> st.SearchStrategy[dict[str, Any]]:
    """What a test of the built-in frame expects, right and wrong; rules and niveaus are ones that it has."""
    status = st.sampled_from(STATUSES)
    wrong = st.sampled_from(("onzin", ["onzin"], ["geen"], {"x": "voldaan"}, "2"))
    rule: st.SearchStrategy[Any] = st.one_of(status, status, status, st.lists(status, max_size=2), st.just("geen"), wrong)
    level = st.sampled_from(("1", "2", "3", "arrangement", "geen", "1", "2", ["1"]))
    subject = st.sampled_from(("rekenen", "taal", "spelling", "gedrag", "motoriek", "lezen"))
    per_subject = st.dictionaries(subject, level, max_size=2)
    conditions = st.dictionaries(subject, st.dictionaries(st.just("KNH-1.2"), rule), max_size=1) | st.just({"taal": "open"})
    words = {"KNH-1.1": rule, "KNH-1.2": rule, "niveau": per_subject, "onderbouwd": per_subject, "voorwaarden": conditions}
    some = st.lists(st.sampled_from(sorted(words)), max_size=2, unique=True).flatmap(
        lambda names: st.fixed_dictionaries({name: words[name] for name in names})
    )
    usual = st.dates(date(2020, 1, 1), date(2030, 1, 1)).map(date.isoformat)
    day = st.one_of(*[usual] * 6, st.sampled_from(("1-9-2026", "gisteren")))
    return st.dictionaries(day, st.one_of(*[some] * 9, st.just("open")), max_size=2)


def places(tree: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of everything in a tree, the top left out."""
    steps = list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree)) if isinstance(tree, list) else []
    return [one for step, value in steps for one in ((*path, step), *places(value, (*path, step)))]


_INSTEAD = (
    "", " ", "x", "5", "onzin", "2026-02-30", "1-1-1800", "ja", "true", "99XX0", "a b", "9", "1_0", "-5", "5.0",
    [], {}, ["x"], {"x": "y"},
)  # fmt: skip


@st.composite
def with_mistake(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """A record in which something was taken away, put in or put in place of something else."""
    tree = deepcopy(draw(records(kind)))
    found = [one for one in places(tree) if one != ("soort",)]
    if not found:  # nothing but `soort`, where all may be left out
        return {**tree, "onbekend_veld": "x"}
    *owner, last = draw(st.sampled_from(found))
    node: Any = tree
    for step in owner:
        node = node[step]
    change = draw(st.sampled_from(("away", "instead", "instead", "instead", "more", "renamed")))
    if change == "away":
        del node[last]
    elif change == "instead" or isinstance(node, list):
        node[last] = deepcopy(draw(st.sampled_from(_INSTEAD)))
    elif change == "more":
        node["onbekend_veld"] = "x"
    else:
        node[f"{last}x"] = node.pop(last)
    return tree
