"""Values for the fields of an event: the plainest that pass the tests that must pass and fail those that must fail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain, combinations, combinations_with_replacement, islice
from typing import Any, get_args

from pydantic import BaseModel

from ...model.base import Vakgebied
from ...model.kinds import event_models
from ...model.reflect import FieldSpec, fields_of
from ...model.types import parse_date
from ...records.tree import Tree
from ..pattern import NO, YES
from ..pattern_compile import PatternCompiler
from ..timeline import Entry, Timeline
from .plan import Want
from .vocabulary import PAIR, Vocabulary

AREA = "vakgebied"
TEXT = "Voorbeeld"
_ENDING = ("tot", "evaluatiedatum")
"""Dates that may not lie before the event itself."""
_LONGEST_LIST = 50
_MOST_LISTS = 20_000
"""Lists are tried up to this many parts, and no more of them than this."""


class Sampler:
    """Makes the fields of events for one frame, one vakgebied and one first day."""

    def __init__(self, words: Vocabulary, compiler: PatternCompiler, people: Timeline, area: str, start: date) -> None:
        self.words = words
        self.compiler = compiler
        self.people = people
        self.area = area
        self.end = start + timedelta(weeks=12)
        self._known: dict[tuple[str, frozenset[Want]], dict[str, Tree] | None] = {}

    def fields(self, kind: str, wants: frozenset[Want]) -> dict[str, Tree] | None:
        """The fields of an event, without those that name or refer to events; None when no values pass."""
        key = (kind, wants)
        if key not in self._known:
            model = event_models()[kind]
            specs = [one for one in fields_of(model).values() if one.kind != "gebeurtenis"]
            specs = [one for one in specs if one.name not in ("soort", "datum", "id", "notitie")]
            self._known[key] = self._solve(model, specs, wants)
        return self._known[key]

    def _solve(self, model: type[BaseModel], specs: list[FieldSpec], wants: Iterable[Want]) -> dict[str, Tree] | None:
        found: dict[str, Tree] = {}
        for spec in specs:
            own = [one for one in wants if one.test.field == spec.name]
            if not own and not spec.required and spec.name != AREA:
                continue
            for tree, value in self._candidates(model, spec):
                if all(self._holds(one, value) for one in own):
                    if tree is not None:
                        found[spec.name] = tree
                    break
            else:
                return None
        return found

    def _holds(self, want: Want, value: object) -> bool:
        entry = Entry(None, -1, date.min, "", {want.test.field: value})
        return want.test.outcome(entry, self.people, None) == (YES if want.passes else NO)

    def _candidates(self, model: type[BaseModel], spec: FieldSpec) -> Iterator[tuple[Tree | None, object]]:
        """Values as written, with the value that the model makes of them; the plainest first."""
        filled = spec.required or spec.name == AREA
        absent = (None, model.model_fields[spec.name].get_default(call_default_factory=True))
        if not filled:
            yield absent
        yield from self._lists(spec) if spec.many else self._single(spec)
        if filled and not spec.required:
            yield absent
        if spec.many and not spec.required:
            yield [], []

    def _single(self, spec: FieldSpec) -> Iterator[tuple[Tree, object]]:
        named = self.words.words.get(spec.name, [])
        if spec.kind == "keuze":
            values = sorted(spec.values, key=lambda one: one in named)  # what no rule speaks of stirs no rule
            if spec.values == get_args(Vakgebied):
                values = [self.area, *(one for one in spec.values if one != self.area)]
            yield from ((one, one) for one in values)
        elif spec.kind == "ja_nee":
            yield from (("nee", False), ("ja", True))
        elif spec.kind == "persoon":
            for name, roles in self.people.roles.items():
                if not spec.roles or any(one in spec.roles for one in roles):
                    yield name, name
        elif spec.kind == "datum":
            yield from ((one.isoformat(), one) for one in self._dates(spec))
        elif spec.kind == "getal":
            numbers = {int(one) for one in named if one.isdecimal()} | {1}
            around = {max(0, one + step) for one in numbers for step in (-1, 0, 1)}
            yield from ((str(one), one) for one in sorted(around))
        else:
            yield from ((one, one) for one in self._texts(spec))

    def _texts(self, spec: FieldSpec) -> list[str]:
        named = self.words.words.get(spec.name, [])
        if spec.description.startswith("Het niveau"):
            return ["geen", *self.compiler.levels]
        if spec.name == "regel":
            return named
        return [TEXT, *(one for one in named if one not in ("ja", "nee") and not one.isdecimal()), *named]

    def _dates(self, spec: FieldSpec) -> Iterator[date]:
        yield self.end
        for word in self.words.words.get(spec.name, []):
            try:
                day = parse_date(word)
            except ValueError:
                continue
            for one in (day, day + timedelta(days=1), day - timedelta(days=1)):
                if spec.name not in _ENDING or one >= self.end - timedelta(weeks=4):
                    yield one

    def _lists(self, spec: FieldSpec) -> Iterator[tuple[Tree, object]]:
        """Lists, the shortest first; a part may be there twice where a pattern counts how many there are."""
        if spec.kind == "record" and spec.model is not None:
            pool = list(self._records(spec.name, spec.model))
        else:
            pool = [one for one in self._single(spec) if not str(one[1]).startswith(PAIR)]
        counted = [int(one) for one in self.words.words.get(spec.name, []) if one.isdecimal()]
        repeats = spec.kind in ("record", "tekst")
        longest = max(len(pool), *(min(one + 1, _LONGEST_LIST) for one in counted)) if counted and repeats else len(pool)
        choose = combinations_with_replacement if repeats else combinations
        chosen_ones = chain.from_iterable(choose(pool, size) for size in range(1, longest + 1))
        for chosen in islice(chosen_ones, _MOST_LISTS):
            yield [tree for tree, _ in chosen], [value for _, value in chosen]

    def _records(self, name: str, model: type[BaseModel]) -> Iterator[tuple[Tree, object]]:
        specs = list(fields_of(model).values())
        blocks: list[dict[str, Any]] = [*self.words.blocks.get(name, []), {}]
        for one, other in combinations(self.words.blocks.get(name, []), 2):
            if all(other.get(key, value) == value for key, value in one.items()):
                blocks.append({**one, **other})
        made: list[Tree] = []
        for block in blocks:
            tests = self.compiler.tests(block, fields_of(model), ())
            fields = self._solve(model, specs, [Want(one) for one in tests or ()])
            if fields is not None and fields not in made:
                made.append(fields)
                yield fields, model.model_validate(fields)
