"""From the pattern that a policy maker writes to a compiled `Pattern`; every mistake is a finding with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, get_args

from ..findings.catalogue import frame as codes
from ..model.base import Rol
from ..model.facts import kinds_over
from ..model.pattern_words import ANCHOR, LEVEL, LEVEL_KINDS, OPTIONS, TESTS, TRANSITION_FIELDS
from ..model.pattern_words import TRANSITION as TRANSITION
from ..model.reflect import FieldSpec, fields_of
from ..model.types import parse_date
from ..records.tree import Path
from .pattern import YES, Anchor, Check, Pattern, Test, matcher
from .problems import Problems
from .timeline import STRAND_KINDS, Timeline

_OWN_KEYS = ("soort", *OPTIONS, LEVEL)
ROLES: tuple[str, ...] = get_args(Rol)


class PatternCompiler:
    """Compiles the patterns of one frame; `levels` are the codes of its niveaus.

    `over` is the record that the patterns now at hand are about: a dossier, or one that rules see as facts.
    """

    def __init__(self, problems: Problems, levels: tuple[str, ...]) -> None:
        self.problems = problems
        self.levels = levels
        self.over = "dossier"
        self._known: dict[tuple[object, ...], Pattern] = {}

    def compile(self, raw: dict[str, Any], path: Path) -> Pattern | None:
        """A pattern that names its `soort`; None after a mistake."""
        kind = raw.get("soort")
        models = kinds_over(self.over)
        kinds = [*models, TRANSITION] if self.over == "dossier" else list(models)
        if not isinstance(kind, str) or kind not in kinds:
            where = [*path, "soort"] if "soort" in raw else path
            message = _UNKNOWN_KIND.get(self.over, "") if "soort" in raw else "Dit patroon noemt geen `soort`."
            self.problems.add(codes.EVENT_KIND, where, message, word=kind, options=kinds)
            return None
        fields = TRANSITION_FIELDS if kind == TRANSITION else fields_of(models[kind])
        tests = self.tests({key: value for key, value in raw.items() if key not in _OWN_KEYS}, fields, path)
        any_strand, latest = (self._option(raw, one, path) for one in OPTIONS)
        if tests is None:
            return None
        made = Pattern(
            kind,
            tests,
            same_strand=self.over == "dossier" and kind in STRAND_KINDS and not any_strand,
            latest=latest,
            level=self._level(raw, kind, path),
        )
        # the same pattern in several rules is one object, so that a trigger which they share is matched once
        key = (self.over, kind, *((one.field, one.words) for one in tests), made.same_strand, made.latest, made.level)
        return self._known.setdefault(key, made)

    def tests(self, raw: dict[str, Any], fields: dict[str, FieldSpec], path: Path) -> tuple[Test, ...] | None:
        """The tests on the fields of one model; None after a mistake."""
        found: list[Test] = []
        sound = True
        for name, wanted in raw.items():
            spec = fields.get(name)
            here = [*path, name]
            if spec is None:
                options = [one for one in (*fields, *_OWN_KEYS[1:]) if one != "soort"]
                self.problems.add(codes.FIELD, here, word=name, options=options)
                sound = False
                continue
            test = self._test(spec, wanted, here)
            if test is None:
                sound = False
            else:
                found.append(test)
        return tuple(found) if sound else None

    def _option(self, raw: dict[str, Any], key: str, path: Path) -> bool:
        if key not in raw:
            return False
        if raw[key] != OPTIONS[key]:
            self.problems.add(codes.VALUE, [*path, key], word=raw[key], options=(OPTIONS[key],))
        return True

    def _level(self, raw: dict[str, Any], kind: str, path: Path) -> str | None:
        if "niveau" not in raw:
            return None
        if kind not in LEVEL_KINDS:
            self.problems.add(codes.TEST, [*path, "niveau"], "Alleen een ondersteuning en haar evaluatie hebben een niveau.")
        elif raw["niveau"] not in self.levels:
            self.problems.add(codes.LEVEL, [*path, "niveau"], word=raw["niveau"], options=self.levels)
        else:
            return str(raw["niveau"])
        return None

    def _test(self, spec: FieldSpec, wanted: Any, path: Path) -> Test | None:
        if isinstance(wanted, str):
            if spec.many:
                self._wrong(path, f"`{spec.name}` is een lijst: schrijf `{{bevat: …}}`.")
                return None
            value = self._value(spec, wanted, path)
            if value is None:
                return None
            return Test(spec.name, f"{spec.name}: {wanted}", lambda one, _t, _a: one == value, spec.optional, value)
        if not isinstance(wanted, dict) or len(wanted) != 1:
            self._wrong(path, "Een toets is een waarde, of precies één van de woorden voor een toets.")
            return None
        ((word, argument),) = wanted.items()
        builder = getattr(self, f"_{word}", None) if word in TESTS else None
        if builder is None:
            self.problems.add(codes.TEST, [*path, word], "Deze toets bestaat niet.", word=word, options=TESTS)
            return None
        check: tuple[str, Check] | None = builder(spec, argument, [*path, word])
        if check is None:
            return None
        if word == "aanwezig":
            return Test(spec.name, check[0], check[1], False)
        return _make(spec, *check, bound=word in ("is", "genoemd_in"))

    def _wrong(self, path: Path, message: str) -> None:
        self.problems.add(codes.TEST, path, message)

    def _value(self, spec: FieldSpec, text: Any, path: Path) -> Any:
        """A value as the field holds it; None after a mistake."""
        if isinstance(text, str):
            if spec.kind == "keuze" and text not in spec.values:
                self.problems.add(codes.VALUE, path, word=text, options=spec.values)
                return None
            if spec.kind == "keuze" or spec.kind == "tekst":
                if (
                    spec.name in ("van", "naar")
                    and spec.description.startswith("Het niveau")
                    and text not in (*self.levels, "geen")
                ):
                    self.problems.add(codes.LEVEL, path, word=text, options=[*self.levels, "geen"])
                    return None
                return text
            if spec.kind == "ja_nee" and text in ("ja", "nee"):
                return text == "ja"
            if spec.kind == "getal" and _is_number(text):
                return int(text)
            if spec.kind == "datum":
                try:
                    return parse_date(text)
                except ValueError:
                    pass
        if spec.kind in ("persoon", "gebeurtenis", "record"):
            self._wrong(path, f"`{spec.name}` verwijst; gebruik `rol`, `is` of `bevat` met een blok.")
        else:
            self.problems.add(codes.VALUE, path, remedy=_FORMS.get(spec.kind, ""))
        return None

    def _een_van(self, spec: FieldSpec, argument: Any, path: Path) -> tuple[str, Check] | None:
        if spec.many or not isinstance(argument, list) or not argument:
            self._wrong(path, "`een_van` krijgt een lijst waarden en hoort bij een veld met één waarde.")
            return None
        values = [self._value(spec, one, [*path, index]) for index, one in enumerate(argument)]
        if not values or None in values:
            return None
        wanted = frozenset(values)
        return f"{spec.name}: {' of '.join(argument)}", lambda one, _t, _a: one in wanted

    def _bevat(self, spec: FieldSpec, argument: Any, path: Path) -> tuple[str, Check] | None:
        if not spec.many:
            self._wrong(path, "`bevat` hoort bij een lijst.")
            return None
        if spec.kind == "record" and spec.model is not None:
            if not isinstance(argument, dict):
                self._wrong(path, "Hier hoort een blok met toetsen op één onderdeel van de lijst.")
                return None
            tests = self.tests(argument, fields_of(spec.model), path)
            if tests is None:
                return None
            words = "; ".join(test.words for test in tests)
            holds = matcher(tests)
            return f"{spec.name} bevat ({words})", lambda many, t, a: YES in [holds(one.__dict__, t, a) for one in many or ()]
        if (
            isinstance(argument, dict)
            and list(argument) == ["een_van"]
            and argument["een_van"]
            and isinstance(argument["een_van"], list)
        ):
            options = [self._value(spec, one, [*path, "een_van", index]) for index, one in enumerate(argument["een_van"])]
            if not options or None in options:
                return None
            wanted = frozenset(options)
            return f"{spec.name} bevat {' of '.join(options)}", lambda many, _t, _a: not wanted.isdisjoint(many or ())
        words_list = argument if isinstance(argument, list) else [argument]
        if not words_list:
            self._wrong(path, "`bevat` noemt ten minste één waarde.")
            return None
        values = [self._value(spec, one, path) for one in words_list]
        if not values or None in values:
            return None
        words = f"{spec.name} bevat {' en '.join(words_list)}"
        if len(values) == 1:
            (value,) = values
            return words, lambda many, _t, _a: many is not None and value in many
        every = frozenset(values)
        return words, lambda many, _t, _a: every.issubset(many or ())

    def _minstens(self, spec: FieldSpec, argument: Any, path: Path) -> tuple[str, Check] | None:
        return self._bound(spec, argument, path, "minstens", lambda one, limit: one >= limit)

    def _hoogstens(self, spec: FieldSpec, argument: Any, path: Path) -> tuple[str, Check] | None:
        return self._bound(spec, argument, path, "hoogstens", lambda one, limit: one <= limit)

    def _bound(
        self, spec: FieldSpec, argument: Any, path: Path, word: str, compare: Callable[[Any, Any], bool]
    ) -> tuple[str, Check] | None:
        if spec.many and spec.kind == "record" and isinstance(argument, dict):
            return self._bound_of_kind(spec, argument, path, word, compare)
        if spec.many:
            if not _is_number(argument):
                self.problems.add(codes.VALUE, path, remedy="Schrijf hoeveel er in de lijst staan, met cijfers.")
                return None
            count = int(argument)
            return f"{spec.name}: {word} {count}", lambda many, _t, _a: compare(len(many or ()), count)
        if spec.kind not in ("getal", "datum"):
            self._wrong(path, f"`{word}` hoort bij een getal, een datum of een lijst.")
            return None
        limit = self._value(spec, argument, path)
        return None if limit is None else (f"{spec.name}: {word} {argument}", lambda one, _t, _a: compare(one, limit))

    def _bound_of_kind(
        self, spec: FieldSpec, argument: dict[str, Any], path: Path, word: str, compare: Callable[[Any, Any], bool]
    ) -> tuple[str, Check] | None:
        """How many parts of a list pass some tests: `{aantal: 2, met: {...}}`."""
        number, wanted = argument.get("aantal"), argument.get("met")
        if set(argument) != {"aantal", "met"} or not _is_number(number) or not isinstance(wanted, dict) or not wanted:
            self._wrong(path, f"Schrijf `{word}: {{aantal: 2, met: {{…}}}}`, met toetsen op één onderdeel van de lijst.")
            return None
        assert spec.model is not None
        tests = self.tests(wanted, fields_of(spec.model), [*path, "met"])
        if tests is None:
            return None
        count = int(str(number))
        words = f"{spec.name}: {word} {count} met ({'; '.join(test.words for test in tests)})"
        holds = matcher(tests)
        return words, lambda many, t, a: compare([holds(one.__dict__, t, a) for one in many or ()].count(YES), count)

    def _aanwezig(self, spec: FieldSpec, argument: Any, path: Path) -> tuple[str, Check] | None:
        if argument not in ("ja", "nee"):
            self.problems.add(codes.VALUE, path, options=("ja", "nee"))
            return None
        wanted = argument == "ja"
        words = f"{spec.name} is {'' if wanted else 'niet '}ingevuld"
        return words, lambda one, _t, _a: (one is not None and one != []) is wanted

    def _rol(self, spec: FieldSpec, argument: Any, path: Path) -> tuple[str, Check] | None:
        if spec.kind != "persoon":
            self._wrong(path, "`rol` hoort bij een veld dat personen noemt.")
            return None
        every = isinstance(argument, dict) and list(argument) == ["alle"]
        some = isinstance(argument, dict) and list(argument) == ["een_van"]
        roles = next(iter(argument.values())) if every or some else [argument]
        if not isinstance(roles, list) or not roles:
            self._wrong(path, "Schrijf één rol, `{een_van: [...]}` of `{alle: [...]}`.")
            return None
        for role in roles:
            if role not in ROLES:
                self.problems.add(codes.ROLE, path, word=role, options=ROLES)
                return None
        joined = (" en " if every else " of ").join(roles)
        return f"{spec.name} met rol {joined}", _every_role(roles) if every else _some_role(roles)

    def _is(self, spec: FieldSpec, argument: Any, path: Path) -> tuple[str, Check] | None:
        if spec.kind != "gebeurtenis" or argument != ANCHOR:
            self._wrong(path, "`is: aanleiding` hoort bij een veld dat naar een gebeurtenis verwijst.")
            return None
        return f"{spec.name} is de aanleiding", lambda one, _t, a: a is not None and one == a.entry.values.get("id")

    def _genoemd_in(self, spec: FieldSpec, argument: Any, path: Path) -> tuple[str, Check] | None:
        if spec.name != "id" or not isinstance(argument, str):
            self._wrong(path, "`genoemd_in` hoort bij `id` en noemt een veld van de aanleiding.")
            return None
        return (
            f"genoemd in {argument} van de aanleiding",
            lambda one, _t, a: a is not None and one is not None and a.entry.values.get(argument) == one,
        )


_UNKNOWN_KIND = {
    "sop": "Een regel over een SOP kent dit soort feit niet.",
    "kengetallen": "Een regel over kengetallen kent dit soort feit niet.",
}
_FORMS = {
    "ja_nee": "Schrijf `ja` of `nee`.",
    "getal": "Schrijf een getal.",
    "datum": "Schrijf een datum als 2026-11-03.",
}


def _make(spec: FieldSpec, words: str, check: Check, *, bound: bool = False) -> Test:
    return Test(spec.name, words, check, spec.optional, bound=bound)


def _every_role(roles: list[str]) -> Check:
    """Whether for each role there is someone, among the people that a field names, who has it."""

    def check(value: Any, timeline: Timeline, _anchor: Anchor | None) -> bool:
        people = _people(value)
        return all(not timeline.bearers(role).isdisjoint(people) for role in roles)

    return check


def _some_role(roles: list[str]) -> Check:
    """Whether someone, among the people that a field names, has one of the roles."""
    if len(roles) == 1:
        (role,) = roles
        return lambda value, timeline, _anchor: not timeline.bearers(role).isdisjoint(_people(value))

    def check(value: Any, timeline: Timeline, _anchor: Anchor | None) -> bool:
        people = _people(value)
        return any(not timeline.bearers(role).isdisjoint(people) for role in roles)

    return check


def _people(value: Any) -> Iterable[str]:
    """The people that a field names: one, several or none."""
    return (value,) if value.__class__ is str else value or ()


def _is_number(text: Any) -> bool:
    return isinstance(text, str) and text.isascii() and text.isdecimal() and len(text) < 10
