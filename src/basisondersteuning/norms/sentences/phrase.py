"""From a pattern to a noun phrase: `een evaluatie van ondersteuning op niveau 1 waaruit onvoldoende effect blijkt`."""

from __future__ import annotations

from typing import Any, NamedTuple

from pydantic import BaseModel

from ...model.facts import kinds_over
from ...model.nouns import (
    COMMON,
    ROLES,
    FieldWords,
    Noun,
    Phrase,
    Place,
    after,
    block_of,
    clause,
    close,
    field_words,
    joined,
    noun_of,
)
from ...model.reflect import FieldSpec, fields_of
from ...model.types import parse_date
from ...model.words import level_words, long_date, with_article
from ..pattern_compile import TRANSITION

_STEP = Noun(
    "stap",
    "stappen",
    {
        **COMMON,
        "van": FieldWords("het niveau ervoor", said=close("van {}")),
        "naar": FieldWords("het niveau erna", said=close("naar {}")),
    },
)
_LEVEL_FIELDS = ("van", "naar")


class NounPhrase(NamedTuple):
    """A noun with all that is said about it, so that a sentence can put the parts where they belong.

    `before` holds pairs of adjectives (`nieuw`, `nieuwe`), `named` what takes the place of noun and article.
    """

    noun: Noun
    before: tuple[tuple[str, str], ...] = ()
    close: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    named: str = ""

    def core(self, article: str = "een") -> str:
        """Article, adjectives, noun and what must stand right behind it.

        `article` is `een`, `elk`, `geen`, `de`, or a definite word with an adjective, such as `de eerste`.
        """
        if self.named:
            return " ".join([self.named, *self.close])
        definite = article.split(" ")[0] == "de"
        if definite:
            first = ("het" if self.noun.het else "de") + article.removeprefix("de")
        elif article == "elk":
            first = "elk" if self.noun.het else "elke"
        else:
            first = "" if article == "een" and self.noun.bare else article
        plain = self.noun.het and not definite
        adjectives = [one[0] if plain else one[1] for one in self.before]
        return " ".join(one for one in (first, *adjectives, self.noun.one, *self.close) if one)

    def many(self) -> str:
        """The plural, without an article."""
        return " ".join([*(one[1] for one in self.before), self.noun.more, *self.close])

    @property
    def tail(self) -> str:
        """What may come later in the sentence, with a space in front."""
        clauses = [joined(list(self.clauses))] if self.clauses else []
        return "".join(one if one.startswith(",") else f" {one}" for one in (*self.after, *clauses))

    @property
    def stop(self) -> str:
        """The comma that must follow when the sentence goes on behind it; empty where none is needed."""
        return "," if self.clauses or any(one.startswith(",") for one in self.after) else ""

    def saying(self, more: Phrase) -> NounPhrase:
        """The same, with more said about it."""
        if more.place is Place.CLOSE:
            return self._replace(close=(*self.close, more.text))
        if more.place is Place.AFTER:
            return self._replace(after=(*self.after, more.text))
        return self._replace(clauses=(*self.clauses, more.text))

    def whole(self, article: str = "een") -> str:
        """All of it."""
        return self.core(article) + self.tail


def phrase_of(raw: dict[str, Any], over: str = "dossier") -> NounPhrase:
    """The noun phrase of a pattern that names its `soort`, in a rule that is about this record."""
    kind = str(raw["soort"])
    tests = {name: wanted for name, wanted in raw.items() if name not in ("soort", "lijn", "laatste", "niveau")}
    if kind == TRANSITION:
        return _built(_STEP, {}, tests)
    found = _built(noun_of(kind, over), fields_of(kinds_over(over)[kind]), tests)
    if "niveau" in raw:
        level = with_article(str(raw["niveau"]))
        words = f"op {level}" if kind != "evaluatie" else f"van ondersteuning op {level}"
        found = found._replace(close=(words, *found.close))
    if raw.get("lijn") == "elke":
        found = found._replace(after=("in welk vakgebied ook", *found.after))
    return found


def _built(noun: Noun, specs: dict[str, FieldSpec], tests: dict[str, Any]) -> NounPhrase:
    """What is said stands in the order of the words, whatever the order in the frame."""
    found = NounPhrase(noun)
    order = [*(name for name in noun.fields if name in tests), *(name for name in tests if name not in noun.fields)]
    for name in order:
        wanted = tests[name]
        words = field_words(noun, name)
        spec = specs.get(name)
        if name == noun.named_by and (values := choices(wanted)) is not None:
            found = found._replace(named=joined([words.values.get(one, one) for one in values[0]], values[1]))
            continue
        pairs = _adjectives(words, wanted)
        if pairs is not None:
            found = found._replace(before=(*found.before, pairs))
            continue
        found = found.saying(_said(words, wanted, spec))
    return found


def choices(wanted: Any) -> tuple[list[str], str] | None:
    """The values that a test asks for, and the word between them; None for a test of another sort."""
    if isinstance(wanted, str):
        return [wanted], "en"
    ((word, argument),) = wanted.items()
    if word == "een_van":
        return list(argument), "of"
    if word == "bevat":
        if isinstance(argument, str):
            return [argument], "en"
        if isinstance(argument, list):
            return list(argument), "en"
        if list(argument) == ["een_van"]:
            return list(argument["een_van"]), "of"
    return None


def value_words(words: FieldWords, spec: FieldSpec | None, value: str) -> str:
    """One value as it stands within a sentence; text of the frame itself stands between quotation marks."""
    if spec is None or (spec.name in _LEVEL_FIELDS and spec.description.startswith("Het niveau")):
        return with_article(value) if value != "geen" else level_words(value)
    if value in words.values:
        return words.values[value]
    if spec.kind == "datum":
        return long_date(parse_date(value))
    return value if spec.kind == "getal" else f"«{value}»"


def role_words(argument: Any) -> tuple[str, bool]:
    """The roles that a test asks for, within a sentence; and whether they are several people."""
    every = isinstance(argument, dict) and "alle" in argument
    roles = [argument] if isinstance(argument, str) else list(next(iter(argument.values())))
    return joined([ROLES.get(one, one.replace("_", " ")) for one in roles], "en" if every else "of"), every and len(roles) > 1


def bound_words(argument: Any, least: bool, spec: FieldSpec | None) -> str:
    """A bound: `ten minste 2`, `op of na 1 augustus 2025`."""
    if spec is not None and spec.kind == "datum":
        return f"{'op of na' if least else 'op of voor'} {long_date(parse_date(str(argument)))}"
    return f"{'ten minste' if least else 'ten hoogste'} {argument}"


def counted(argument: dict[str, Any], least: bool, model: type[BaseModel]) -> str:
    """So many parts of a list with these tests: `ten minste 2 onafhankelijke deskundigen`."""
    part = block_phrase(model, argument["met"])
    number = str(argument["aantal"])
    if part.named:
        return f"{bound_words(number, least, None)} keer {part.core()}{part.tail} als {part.noun.one}"
    many = part.many() if number != "1" else part.core("").strip()
    return f"{bound_words(number, least, None)} {many}{part.tail}"


def block_phrase(model: type[BaseModel], tests: dict[str, Any]) -> NounPhrase:
    """The noun phrase of one part of a list."""
    return _built(block_of(model.__name__), fields_of(model), tests)


def _adjectives(words: FieldWords, wanted: Any) -> tuple[str, str] | None:
    """The values as adjectives, in both forms; None where they cannot stand in front of the noun."""
    values = choices(wanted)
    if values is None or not values[0] or any(one not in words.adjectives for one in values[0]):
        return None
    pairs = [words.adjectives[one] for one in values[0]]
    return joined([one[0] for one in pairs], values[1]), joined([one[1] for one in pairs], values[1])


def _said(words: FieldWords, wanted: Any, spec: FieldSpec | None) -> Phrase:
    """What a test says about the event."""
    if spec is not None and spec.kind == "ja_nee" and isinstance(wanted, str) and words.facts is not None:
        return _filled_in(words.said or clause("waarbij {}"), words.facts[wanted != "ja"])
    values = choices(wanted)
    if values is not None:
        spoken = joined([value_words(words, spec, one) for one in values[0]], values[1])
        return _filled_in(words.said or clause(f"waarbij {words.noun} {{}} {_verb(words)}"), spoken)
    ((word, argument),) = wanted.items()
    if word == "rol":
        people, several = role_words(argument)
        said = _filled_in(words.said or after(f"met als {bare(words)} {{}}"), people)
        return Phrase(said.text.replace("{was}", "waren" if several else "was"), said.place)
    if word == "aanwezig":
        return _presence(words, argument == "ja")
    if word == "is":
        return close(words.bound) if words.bound else clause(f"waarbij {words.noun} de aanleiding {_verb(words)}")
    if word == "genoemd_in":
        return clause("die bij de aanleiding wordt genoemd")
    if word == "bevat" and spec is not None and spec.model is not None:
        part = block_phrase(spec.model, argument)
        said = words.said if words.said is not None and part.named else after("met {}")
        return _filled_in(said if not part.clauses else clause(said.text), part.whole())
    least = word == "minstens"
    if isinstance(argument, dict) and spec is not None and spec.model is not None:
        told = f"met {counted(argument, least, spec.model)}"
        return clause(told) if block_phrase(spec.model, argument["met"]).clauses else after(told)
    if spec is not None and spec.many:
        return after(f"met {bound_words(argument, least, None)} {words.more or bare(words)}")
    return clause(f"waarbij {words.noun} {bound_words(argument, least, spec)} {_verb(words)}")


def _presence(words: FieldWords, wanted: bool) -> Phrase:
    if wanted:
        return words.present or clause(f"waarbij {words.noun} {_verb(words)} {words.filled}")
    return words.absent or clause(f"waarbij {words.noun} niet {_verb(words)} {words.filled}")


def bare(words: FieldWords) -> str:
    """The noun of a field without its article."""
    return words.noun.removeprefix("de ").removeprefix("het ")


def _verb(words: FieldWords) -> str:
    return "zijn" if words.plural else "is"


def _filled_in(phrase: Phrase, words: str) -> Phrase:
    return Phrase(phrase.text.replace("{}", words), phrase.place)
