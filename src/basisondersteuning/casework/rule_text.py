"""A rule as a person reads it: what gives rise to it, what it asks, from whom, within which term, and why."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings.paint import Paint, folded, no_paint
from ..model.frame import Regel
from ..model.words import level_words, plain
from ..norms.frame import Frame, Rule
from ..norms.pattern import Pattern
from ..norms.pattern_compile import TRANSITION
from ..norms.requirement import Combination, Deadline, Judgement, Must, Never, Precedence, Requirement, Response

_FORM = {Response: "daarna volgt", Precedence: "vooraf was er", Never: "daarna komt er geen"}


def rule_lines(rule: Rule, frame: Frame, paint: Paint = no_paint, width: int = 80) -> Iterator[str]:
    """Everything about one rule, from the rule itself."""

    def field(label: str, text: str) -> list[str]:
        first = f"  {label:<11} "
        return folded(text, width, " " * len(first), first)

    yield paint("bold", f"{rule.code}  {rule.title}")
    yield ""
    yield from field("kader", f"{frame.code}, {level_words(rule.level)}")
    yield from field("ernst", rule.severity.value)
    yield from field("aanleiding", trigger_words(rule, frame))
    for index, line in enumerate(requirement_words(rule.requirement)):
        yield from field("eis" if not index else "", line)
    for exception in rule.exceptions:
        yield from field("tenzij", exception.name)
    yield from field("wie", plain(rule.role))
    yield from field("doe", rule.action)
    yield from field("waarom", rule.raw.waarom)
    yield ""
    yield from source_lines(rule.raw, frame, width)
    for deadline in _deadlines(rule.requirement):
        setting = next((one for one in frame.record.instellingen if one.naam == deadline.setting), None)
        if setting is not None:
            yield from folded(
                f"Instelling {setting.naam} ({setting.herkomst}): {setting.titel}, {deadline.term}. {setting.toelichting}",
                width,
                "    ",
                "  ",
            )


def source_lines(raw: Regel, frame: Frame, width: int) -> Iterator[str]:
    """The passages that a rule rests on, paraphrased; or the agreement."""
    if raw.bron is None:
        yield from folded(f"Geen regel van de bron, maar een afspraak: {raw.afspraak}", width, "    ", "  ")
        return
    document = next(one for one in frame.record.bronnen if one.document == raw.bron.document)
    yield from folded(f"Bron: {document.titel}, {document.uitgever}, {document.datum}", width, "    ", "  ")
    for passage in document.passages:
        if passage.nummer in raw.bron.passage:
            yield from folded(f"passage {passage.nummer}: {passage.inhoud}", width, "      ", "    ")


def trigger_words(rule: Rule, frame: Frame) -> str:
    """What gives rise to a rule."""
    if rule.condition_for:
        return f"de overgang naar {level_words(frame.levels[rule.condition_for - 1].code)}"
    words = " of ".join(_pattern_words(one) for one in rule.triggers)
    return f"bij elke {words}" if not rule.first_only else f"bij de eerste {words}"


def requirement_words(requirement: Requirement, indent: str = "") -> Iterator[str]:
    """What a requirement asks, line by line."""
    if isinstance(requirement, Combination):
        yield f"{indent}{'dit alles:' if requirement.every else 'één hiervan volstaat:'}"
        for part in requirement.parts:
            lines = list(requirement_words(part, indent))
            yield f"{indent}- {lines[0].strip()}"
            yield from (f"{indent}  {line}" for line in lines[1:])
    elif isinstance(requirement, Judgement):
        yield f"{indent}een mens beantwoordt de vraag: {requirement.question}"
    elif isinstance(requirement, Must):
        tests = "; ".join(test.words.replace("_", " ") for test in requirement.pattern.tests)
        yield f"{indent}de aanleiding zelf voldoet: {tests}{term_words(requirement.deadline)}"
    else:
        assert isinstance(requirement, Response | Precedence | Never)
        yield f"{indent}{_FORM[type(requirement)]} {_pattern_words(requirement.pattern)}{term_words(requirement.deadline)}"


def term_words(deadline: Deadline | None) -> str:
    """`, binnen 2 schoolweken (afspraak)`."""
    if deadline is None:
        return ""
    if deadline.term is None:
        return f", uiterlijk op de datum in `{deadline.field}`"
    start = f" na de datum in `{deadline.field}`" if deadline.field else ""
    return f", binnen {deadline.term}{start} ({deadline.provenance})"


def _pattern_words(pattern: Pattern) -> str:
    if pattern.kind == TRANSITION:
        return pattern.words
    tests = [test.words.replace("_", " ") for test in pattern.tests]
    tests += [f"op niveau {pattern.level}"] if pattern.level else []
    tests += ["de laatste telt"] if pattern.latest else []
    return plain(pattern.kind) + (f" ({'; '.join(tests)})" if tests else "")


def _deadlines(requirement: Requirement) -> Iterator[Deadline]:
    if isinstance(requirement, Combination):
        for part in requirement.parts:
            yield from _deadlines(part)
    elif not isinstance(requirement, Judgement):
        deadline: Deadline | None = getattr(requirement, "deadline", None)
        if deadline is not None:
            yield deadline
