"""A rule book in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...findings.paint import Paint, folded, no_paint
from ...norms.sentences import flat
from .views import LevelView, PassageView, RuleBook, RuleView

_LABEL = 12


def text_lines(book: RuleBook, paint: Paint = no_paint, width: int = 80) -> Iterator[str]:
    """The whole rule book, folded to `width` columns."""
    return (_Single if book.single else _Book)(paint, width).lines(book)


class _Single:
    """The parts of a rule book, as lines."""

    def __init__(self, paint: Paint, width: int) -> None:
        self.paint = paint
        self.width = width

    def lines(self, book: RuleBook) -> Iterator[str]:
        """A single rule, with the frame it comes from."""
        for rule in book.rules:
            yield from self.rule(rule)
        yield ""
        yield from self.flowing(f"Uit {book.code}: {book.title}. {book.validity}")

    def rule(self, rule: RuleView) -> Iterator[str]:
        """One rule."""
        marks = f"  [{', '.join(rule.marks)}]" if rule.marks else ""
        yield from self.painted(f"{rule.code}  {rule.title}{marks}")
        yield ""
        yield from self.flowing(*flat([rule.norm, *rule.exceptions]), indent="  ")
        if rule.period:
            yield from self.flowing(rule.period, indent="  ")
        yield ""
        for label, words in rule.facts:
            yield from self.field(label, words)
        if rule.agreement:
            yield from self.field("Afspraak", rule.agreement)
        for passage in rule.passages:
            yield from self.field("Bron", _passage(passage))
        if rule.origin:
            yield from self.field("Herkomst", rule.origin)
        if rule.open_point:
            yield from self.field("Open punt", rule.open_point)
        if rule.remark:
            yield from self.field("Let op", rule.remark)

    def field(self, label: str, words: str) -> Iterator[str]:
        """A label with what belongs to it."""
        yield from folded(_safe(words), self.width, " " * (_LABEL + 2), f"  {label:<{_LABEL}}")

    def flowing(self, *texts: str, indent: str = "") -> Iterator[str]:
        """Running text; the points of a list hang behind their dash."""
        for text in texts:
            bare = text.lstrip(" -")
            hang = " " * (len(text) - len(bare))
            first = indent + text[: len(text) - len(bare)]
            yield from folded(_safe(bare), self.width, indent + hang, first)

    def painted(self, text: str) -> Iterator[str]:
        """A heading within a chapter."""
        yield from (self.paint("bold", one) for one in folded(_safe(text), self.width, "    ", ""))


class _Book(_Single):
    """A whole rule book, as lines."""

    def lines(self, book: RuleBook) -> Iterator[str]:
        """Everything, chapter by chapter."""
        yield from self.painted(book.title)
        yield from self.flowing(f"Versie {book.code} van de reeks {book.series}.")
        yield from self.flowing(f"{book.validity} {book.validity_reason}".strip())
        if book.base:
            yield from self.flowing(book.base)
        for source in book.sources:
            yield from self.flowing(f"Bron: {source.title}, {source.publisher}, {source.date}.")
        yield from self.chapter("Zo leest u dit")
        yield from self.points(book.reading)
        for level in book.levels:
            yield from self.level(level)
        yield from self.chapter("Omlaag en einde")
        yield from self.flowing(*book.steps)
        for record in book.records:
            yield from self.chapter(record.title)
            yield from self.flowing(record.intro)
            yield from self.rules(record.rules)
        if book.gone:
            yield from self.chapter("Vervallen regels")
            yield from self.points(f"{code} {title}".strip() for code, title in book.gone)
        yield from self.settings(book)
        yield from self.untranslated(book)
        if book.elsewhere:
            yield from self.chapter("Wat elders hoort")
            for other in book.elsewhere:
                yield ""
                yield from self.flowing(f"In {other.record}: {other.note}", *(f"- {_passage(one)}" for one in other.passages))

    def chapter(self, title: str) -> Iterator[str]:
        """The heading of a chapter."""
        yield ""
        yield ""
        yield from self.painted(title.upper())
        yield ""

    def points(self, texts: Iterable[str]) -> Iterator[str]:
        """A list."""
        for text in texts:
            yield from folded(_safe(text), self.width, "  ", "- ")

    def level(self, level: LevelView) -> Iterator[str]:
        """A niveau with its rules."""
        yield from self.chapter(f"{level.title}: {level.name}")
        yield from self.flowing(f"{level.begins} {level.described}")
        if level.conditions:
            yield from self.flowing(f"Voorwaarden voor de stap hiernaartoe: {', '.join(level.conditions)}.")
        if level.passages:
            yield ""
        for passage in level.passages:
            yield from self.field("Bron", _passage(passage))
        yield from self.rules(level.rules)

    def rules(self, rules: Iterable[RuleView]) -> Iterator[str]:
        """Rules, one under another."""
        for rule in rules:
            yield ""
            yield ""
            yield from self.rule(rule)

    def settings(self, book: RuleBook) -> Iterator[str]:
        """The settings."""
        if not book.settings:
            return
        yield from self.chapter("Instellingen")
        for index, one in enumerate(book.settings):
            yield from [""] if index else []
            yield from self.flowing(f"{one.title}: {one.value}")
            yield from self.field("Herkomst", f"{one.provenance}. {one.origin}".strip())
            yield from self.field("Waarom", one.why)
            yield from self.field("Gebruikt in", ", ".join(one.rules) or "geen regel")

    def untranslated(self, book: RuleBook) -> Iterator[str]:
        """What is not translated."""
        if not book.untranslated:
            return
        yield from self.chapter("Niet vertaald, en waarom")
        for index, one in enumerate(book.untranslated):
            yield from [""] if index else []
            for passage in one.passages:
                yield from self.flowing(_passage(passage))
            if one.part:
                yield from self.field("Het gaat om", one.part)
            yield from self.field("Aard", one.nature)
            yield from self.field("Reden", one.reason)


def _passage(passage: PassageView) -> str:
    places = (*passage.places, *passage.links)
    return f"{passage.label}: {passage.content}" + (f" Te lezen: {'; '.join(places)}" if places else "")


def _safe(text: str) -> str:
    """Text of a frame without characters that a terminal would obey."""
    return "".join(one if one.isprintable() else " " if one.isspace() else "\ufffd" for one in text)
