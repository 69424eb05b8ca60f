"""A rule as `bo explain` shows it: what it asks, from whom, within which term, and why. The sentences are the norm's own."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings.paint import Paint, folded, no_paint
from ..model.frame import Regel
from ..model.nouns import ABOUT
from ..model.words import level_words, plain
from ..norms.frame import Frame, Rule
from ..norms.sentences import PROVENANCE, TermText, flat, rule_text


def rule_lines(rule: Rule, frame: Frame, paint: Paint = no_paint, width: int = 80) -> Iterator[str]:
    """Everything about one rule, from the rule itself."""

    def field(label: str, text: str) -> list[str]:
        first = f"  {label:<11} "
        return folded(text, width, " " * len(first), first)

    text = rule_text(rule.raw, frame.record)
    yield from (paint("bold", line) for line in folded(rule.title, width, "  ", f"{rule.code}  "))
    yield ""
    for line in [*flat([text.norm, *text.exceptions]), *([text.period] if text.period else [])]:
        bare = line.lstrip(" -")
        hang = "  " + line[: len(line) - len(bare)]
        yield from folded(bare, width, " " * len(hang), hang)
    yield ""
    yield from field("kader", f"{frame.code}, {level_words(rule.level) if rule.over == 'dossier' else _about(rule)}")
    yield from field("ernst", rule.severity.value)
    yield from field("wie", plain(rule.role))
    yield from field("doe", rule.action)
    yield from field("waarom", rule.raw.waarom)
    if rule.raw.open_punt:
        yield from field("open punt", rule.raw.open_punt)
    yield ""
    yield from source_lines(rule.raw, frame, width)
    for term in text.terms:
        yield from _term_lines(term, width)


def _about(rule: Rule) -> str:
    return f"gaat over {ABOUT[rule.over]}"


def _term_lines(term: TermText, width: int) -> list[str]:
    if term.setting is None:
        return folded(f"Termijn: {term.words} ({PROVENANCE[term.provenance]}).", width, "    ", "  ")
    head = f"Instelling {term.setting.naam} ({term.provenance}): {term.setting.titel}, {term.words}."
    return folded(f"{head} {term.setting.toelichting}", width, "    ", "  ")


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
