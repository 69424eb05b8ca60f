"""What `moet` asks of the fields of the activating event itself."""

from __future__ import annotations

from typing import Any, NamedTuple

from ...model.nouns import FieldWords, Noun, block_of, field_words, joined
from ...model.reflect import FieldSpec
from .phrase import bare, block_phrase, bound_words, choices, counted, role_words, value_words


class Duty(NamedTuple):
    """Something that must be so, or may not (`barred`): a subject, whether it is plural, and the rest, with `{zijn}`."""

    subject: str
    plural: bool
    rest: str
    barred: bool = False

    @property
    def verb(self) -> str:
        """`moet`, `moeten`, `mag` or `mogen`."""
        if self.barred:
            return "mogen" if self.plural else "mag"
        return "moeten" if self.plural else "moet"

    def said(self, verb: str) -> str:
        """The rest, with this form of the verb."""
        return self.rest.replace("{zijn}", verb)


def duties(raw: dict[str, Any], noun: Noun, specs: dict[str, FieldSpec]) -> list[Duty]:
    """What a `moet` asks; subjects of which the same is asked are taken together."""
    found: list[Duty] = []
    for name, wanted in raw.items():
        one = _duty(field_words(noun, name), wanted, specs.get(name))
        if found and found[-1].rest == one.rest and "er" not in (one.subject, found[-1].subject):
            one = one._replace(subject=joined([found.pop().subject, one.subject]), plural=True)
        found.append(one)
    return found


def _duty(words: FieldWords, wanted: Any, spec: FieldSpec | None) -> Duty:
    if spec is not None and spec.kind == "ja_nee" and isinstance(wanted, str) and words.facts is not None:
        return Duty("het", False, f"duidelijk {{zijn}} dat {words.facts[wanted != 'ja']}")
    values = choices(wanted)
    if values is not None:
        return _valued(words, [_value(words, spec, one) for one in values[0]], values[1])
    ((word, argument),) = wanted.items()
    if word == "rol":
        people, several = role_words(argument)
        rest = words.must or f"{words.noun} {{zijn}}"
        return Duty(people, several, rest)
    if word == "aanwezig":
        rest = f"{words.filled} {{zijn}}"
        return Duty(words.noun, words.plural, rest if argument == "ja" else f"niet {rest}", argument != "ja")
    if word == "bevat" and spec is not None and spec.model is not None:
        part = block_phrase(spec.model, argument)
        named = f" als {block_of(spec.model.__name__).one}" if part.named else ""
        return Duty("er", False, f"{part.core()}{named} {{zijn}}{part.tail}")
    least = word == "minstens"
    if isinstance(argument, dict) and spec is not None and spec.model is not None:
        several = str(argument["aantal"]) != "1" and not block_phrase(spec.model, argument["met"]).named
        return Duty("er", several, _counted_first(argument, least, spec))
    if word in ("minstens", "hoogstens") and spec is not None and spec.many:
        return Duty(
            "er", argument != "1", f"{bound_words(argument, least, None)} {words.more or bare(words)} {words.filled} {{zijn}}"
        )
    if word in ("minstens", "hoogstens"):
        return Duty(words.noun, words.plural, f"{bound_words(argument, least, spec)} {{zijn}}")
    return Duty(words.noun, words.plural, "die van de aanleiding {zijn}")


def _counted_first(argument: dict[str, Any], least: bool, spec: FieldSpec) -> str:
    assert spec.model is not None
    part = block_phrase(spec.model, argument["met"])
    whole = counted(argument, least, spec.model)
    if part.named or not part.tail:
        return f"{whole} {{zijn}}"
    return f"{whole.removesuffix(part.tail)} {{zijn}}{part.tail}"


def _value(words: FieldWords, spec: FieldSpec | None, value: str) -> str:
    return words.adjectives[value][0] if value in words.adjectives else value_words(words, spec, value)


def _valued(words: FieldWords, values: list[str], last: str) -> Duty:
    spoken = joined(values, last)
    if "{}" in words.must:
        return Duty("het", False, words.must.replace("{}", spoken))
    if words.must:
        return Duty(spoken, len(values) > 1 and last == "en", words.must)
    return Duty(words.noun, words.plural, f"{spoken} {{zijn}}")
