"""From a requirement to clauses, in the three orders that Dutch has: after the occasion, alone, and after `als`."""

from __future__ import annotations

from typing import Any, NamedTuple

from ...model.frame import Eis, Termijn
from ...model.nouns import ABOUT, UNKNOWN, joined
from ...model.reflect import FieldSpec, fields_of
from .duty import Duty, duties
from .line import Line, sentence
from .occasion import Occasion, is_standing
from .settings import before, within


class Clause(NamedTuple):
    """What is asked. `inverted` follows the occasion, `alone` is a sentence of its own, `after_if` follows `als`.

    `extra` are sentences that come after it. A combination that does not fit in one sentence has `parts`. `again` is how
    it goes on after a clause with the same beginning: that beginning, and what then remains to be said. `joined` marks a
    combination within one sentence, which no other combination may take in.
    """

    inverted: str
    alone: str
    after_if: str
    extra: tuple[str, ...] = ()
    parts: tuple[Clause, ...] = ()
    again: tuple[str, str] = ("", "")
    joined: bool = False

    def line(self) -> Line:
        """The clause as a sentence of its own, with its parts."""
        if self.parts:
            return Line(sentence(self.alone + ":"), tuple(one.line() for one in self.parts))
        return Line(" ".join([sentence(self.alone), *self.extra]))


def clause_of(raw: Eis, occasion: Occasion) -> Clause:
    """The clause of a requirement."""
    if raw.dan is not None:
        return _response(raw.dan, raw.binnen, occasion)
    if raw.vooraf is not None:
        return _precedence(raw, occasion)
    if raw.nooit is not None:
        return _never(raw.nooit, raw.binnen, occasion)
    if raw.oordeel is not None:
        question = f"«{raw.oordeel}»"
        return Clause(
            f"beantwoorden mensen deze vraag: {question}",
            f"mensen beantwoorden deze vraag: {question}",
            f"mensen deze vraag met ja beantwoorden: {question}",
        )
    if raw.moet is not None:
        return _must(raw.moet, raw.binnen, occasion)
    return _combination(raw, occasion)


def _response(raw: dict[str, Any], term: Termijn | None, occasion: Occasion) -> Clause:
    phrase = occasion.phrase(raw)
    when = _spaced(within(term, occasion.settings, occasion.noun))
    if is_standing(str(raw["soort"]), occasion.over):
        return Clause(
            f"komt er{when} {phrase.whole()}",
            f"er komt{when} {phrase.whole()}",
            f"er{when} {phrase.core()} komt{phrase.tail}",
        )
    return Clause(
        f"volgt{when} {phrase.whole()}",
        f"er volgt{when} {phrase.whole()}",
        f"er{when} {phrase.core()} volgt{phrase.tail}",
        again=(f"volgt{when}", phrase.whole()),
    )


def _never(raw: dict[str, Any], term: Termijn | None, occasion: Occasion) -> Clause:
    phrase = occasion.phrase(raw)
    when = _spaced(within(term, occasion.settings, occasion.noun))
    if is_standing(str(raw["soort"]), occasion.over):
        none = f"{phrase.core('geen')} zijn{phrase.tail}"
        return Clause(f"mag er{when} {none}", f"er mag{when} {none}", f"er{when} {phrase.core('geen')} is{phrase.tail}")
    return Clause(
        f"komt er{when} {phrase.whole('geen')}",
        f"er komt{when} {phrase.whole('geen')}",
        f"er{when} {phrase.core('geen')} komt{phrase.tail}",
    )


def _precedence(raw: Eis, occasion: Occasion) -> Clause:
    assert raw.vooraf is not None
    phrase = occasion.phrase(raw.vooraf)
    holds = is_standing(str(raw.vooraf["soort"]), occasion.over)
    if occasion.whole:
        return _stands(raw, occasion)
    when = before(raw.binnen, occasion.settings, standing=occasion.standing or holds)
    extra = _counts_alone(raw.vooraf, occasion)
    if raw.sinds is not None:
        since = occasion.phrase(raw.sinds)
        start = since.whole("de vorige" if raw.sinds["soort"] in occasion.kinds else "de laatste")
        if since.tail or raw.binnen is not None:
            extra.append(f"Dat telt alleen vanaf {start}.")
        else:
            when = f"sinds {start}"
    after_if = f"er{_spaced(when)} {phrase.core()} {'is' if holds else 'was'}{phrase.tail}"
    again = ("" if extra else when, phrase.whole())
    if occasion.step:
        alone = f"{when} is {phrase.core()} nodig{phrase.tail}"
        return Clause(f"is {when} {phrase.core()} nodig{phrase.tail}", alone, after_if, tuple(extra), again=again)
    been = f"{phrase.core()} {'zijn' if holds else 'zijn geweest'}{phrase.tail}"
    alone = f"{when} moet er {been}" if when else f"er moet {been}"
    return Clause(f"moet er{_spaced(when)} {been}", alone, after_if, tuple(extra), again=again)


def _stands(raw: Eis, occasion: Occasion) -> Clause:
    """What must stand in the record itself."""
    assert raw.vooraf is not None
    phrase = occasion.phrase(raw.vooraf)
    when = before(raw.binnen, occasion.settings, standing=True)
    since = f"uit {when.removeprefix('in ')}" if when.startswith("in ") else when.replace("op ", "van ", 1)
    what = f"{phrase.core()}{_spaced(since)}"
    extra = _counts_alone(raw.vooraf, occasion)
    if raw.sinds is not None:
        extra.append(f"Dat telt alleen vanaf {occasion.phrase(raw.sinds).whole('de laatste')}.")
    return Clause(
        f"moet {what} staan{phrase.tail}",
        f"er moet {what} in staan{phrase.tail}",
        f"in {ABOUT[occasion.over]} {what} staat{phrase.tail}",
        tuple(extra),
        again=("" if extra else f"staan {since}", phrase.whole()),
    )


def _counts_alone(raw: dict[str, Any], occasion: Occasion) -> list[str]:
    if raw.get("laatste") != "ja":
        return []
    return [f"Alleen {occasion.phrase({'soort': raw['soort']}).core('de laatste')} telt."]


def _must(raw: dict[str, Any], term: Termijn | None, occasion: Occasion) -> Clause:
    return _must_clause(_duties(raw, occasion), _spaced(within(term, occasion.settings, occasion.noun)))


def _duties(raw: dict[str, Any], occasion: Occasion) -> list[Duty]:
    specs: dict[str, FieldSpec] = fields_of(occasion.model) if occasion.model is not None else {}
    return duties(raw, occasion.noun or UNKNOWN, specs)


def _must_clause(found: list[Duty], when: str) -> Clause:
    inverted = [f"{one.verb} {one.subject}{when} {one.said('zijn')}" for one in found]
    alone = [f"{one.subject} {one.verb}{when} {one.said('zijn')}" for one in found]
    after_if = [f"{one.subject}{when} {one.said('zijn' if one.plural else 'is')}" for one in found]
    return Clause(joined(inverted), joined(alone), joined(after_if), joined=len(found) > 1)


def _combination(raw: Eis, occasion: Occasion) -> Clause:
    every = raw.een_van is None
    raws = raw.alle if raw.een_van is None else raw.een_van
    assert raws is not None
    told = None if every else _or_before(raws, occasion) or _one_subject(raws, occasion)
    if told is not None:
        return told
    parts = tuple(clause_of(one, occasion) for one in raws)
    word = "en" if every else "of"
    if len(parts) == 2 and not any(one.parts or one.extra or one.joined for one in parts):
        return _in_one_sentence(*parts, word)
    after_if = joined([one.after_if for one in parts], word)
    need = "dit alles" if every else f"één van deze {_number(len(parts))}"
    return Clause(f"is {need} nodig", need, after_if, (), parts)


def _in_one_sentence(first: Clause, second: Clause, word: str) -> Clause:
    after_if = f"{first.after_if} {word} {second.after_if}"
    if first.again[0] and first.again[0] == second.again[0]:
        more = f", {'en ook' if word == 'en' else word} {second.again[1]}"
        return Clause(first.inverted + more, first.alone + more, after_if, joined=True)
    inverted, alone = f"{first.inverted}, {word} {second.inverted}", f"{first.alone}, {word} {second.alone}"
    return Clause(inverted, alone, after_if, joined=True)


def _one_subject(raws: list[Eis], occasion: Occasion) -> Clause | None:
    """Two things of which one must be so of the same subject: `moet een ouder aanwezig of uitgenodigd zijn`."""
    found: list[Duty] = []
    for raw in raws:
        if raw.moet is None or raw.binnen is not None:
            return None
        found += _duties(raw.moet, occasion)
    first = found[0]
    ends = [one.rest.removesuffix(" {zijn}") for one in found]
    if len(found) != len(raws) or any((one.subject, one.verb) != (first.subject, first.verb) for one in found):
        return None
    if first.barred or any("{zijn}" in one for one in ends):
        return None
    return _must_clause([first._replace(rest=joined(ends, "of") + " {zijn}")], "")


def _number(count: int) -> str:
    words = {2: "twee", 3: "drie", 4: "vier", 5: "vijf", 6: "zes"}
    return words.get(count, str(count))


def _or_before(raws: list[Eis], occasion: Occasion) -> Clause | None:
    """`dan` or `vooraf` of the same: the second in few words, for it need not be named again."""
    if len(raws) != 2 or raws[0].dan is None or raws[1].vooraf != raws[0].dan or raws[1].sinds is not None:
        return None
    first = clause_of(raws[0], occasion)
    kind = occasion.phrase({"soort": raws[0].dan["soort"]})
    length = before(raws[1].binnen, occasion.settings, standing=occasion.standing) or "vooraf"
    words = {"vooraf": "dat er al eerder was", "op dezelfde dag": "van dezelfde dag"}.get(length)
    if words is None:
        words = length.replace("in de ", "uit de ", 1) if length.startswith("in de ") else f"van {length}"
    elif words.startswith("dat") and not kind.noun.het:
        words = "die" + words.removeprefix("dat")
    such = kind.core("zulke" if kind.noun.bare else "zo'n")
    also = f"; {such} {words}, telt ook" if length == "vooraf" else f"; {such} {words} telt ook"
    return Clause(first.inverted + also, first.alone + also, first.after_if + also)


def _spaced(words: str) -> str:
    return f" {words}" if words else ""
