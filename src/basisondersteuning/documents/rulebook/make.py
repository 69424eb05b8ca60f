"""The rule book of a norm frame: what a policy maker reads aloud, as plain values for a template or a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from ...model.frame import Bron, Brondocument, Normenkader, Passage, Regel
from ...model.nouns import joined
from ...model.words import level_words, long_date, plain
from ...norms.frame import Frame
from ...norms.library import Library
from ...norms.sentences import PROVENANCE, begins_sentence, carries_words, ends_words, length_words, rule_text
from ..templating.markdown import is_address
from .views import (
    NATURE,
    READING,
    RECORD,
    RECORD_CHAPTERS,
    WEIGHT,
    ElsewhereView,
    LevelView,
    PassageView,
    RecordView,
    RuleBook,
    RuleView,
    SettingView,
    SourceView,
    UntranslatedView,
)

T = TypeVar("T")


def rule_book(frame: Frame, library: Library, remarks: Mapping[str, str] | None = None, only: str | None = None) -> RuleBook:
    """The rule book of a sound frame. `remarks` sets a remark at rules, by code; `only` leaves out the other rules."""
    return _Writer(frame, library, remarks or {}).book(only)


class _Writer:
    """Writes the rule book of one frame."""

    def __init__(self, frame: Frame, library: Library, remarks: Mapping[str, str]) -> None:
        self.frame = frame
        self.record = frame.record
        self.remarks = remarks
        self.chain = [one.record for one in library.chain(frame.code) if isinstance(one.record, Normenkader)]
        self.many_sources = len(self.record.bronnen) > 1
        self.texts = {one.code: rule_text(one, self.record) for one in self.record.regels}

    def book(self, only: str | None) -> RuleBook:
        """The rule book, or a single rule."""
        record = self.record
        rules = [one for one in record.regels if only is None or one.code == only]
        used = {text.setting.naam for one in rules for text in self.texts[one.code].terms if text.setting is not None}
        levels = [self._level(index, rules) for index in range(len(record.niveaus))]
        whole = only is None
        gone = self._gone() if whole else ()
        return RuleBook(
            record.titel,
            record.code,
            record.reeks,
            self._validity(),
            record.geldigheid or "",
            self._base(),
            gone,
            tuple(self._source(one) for one in record.bronnen),
            READING if whole else (),
            tuple(one for one in levels if whole or one.rules),
            self._steps() if whole else (),
            tuple(self._records(rules)),
            tuple(self._setting(index) for index, one in enumerate(record.instellingen) if whole or one.naam in used),
            tuple(self._untranslated(index) for index in range(len(record.onvertaald))) if whole else (),
            tuple(ElsewhereView(self._passages(one.bron), RECORD[one.record], one.toelichting) for one in record.elders if whole),
            not whole,
        )

    def _validity(self) -> str:
        start, end = self.frame.start, self.frame.end
        if end is None:
            return f"Geldt vanaf {long_date(start)}, tot er een nieuwe versie is."
        return f"Geldt van {long_date(start)} tot en met {long_date(end)}."

    def _base(self) -> str:
        if len(self.chain) == 1:
            return ""
        base = self.chain[1]
        return (
            f"Bouwt op «{base.titel}» ({base.code}). "
            "Bij elke regel staat of hij daaruit komt, of dat hij hier nieuw of anders is."
        )

    def _gone(self) -> tuple[tuple[str, str], ...]:
        below = {rule.code: rule.titel for one in reversed(self.chain[1:]) for rule in one.regels}
        return tuple((code, below.get(code, "")) for code in self.chain[0].vervalt)

    def _steps(self) -> tuple[str, ...]:
        """How a pupil goes down, and what ends the duties that still run."""
        down = "Omlaag gaat een leerling alleen door een afschaling. Mensen besluiten dat en leggen vast waarom."
        ends = ends_words(self.record.einde)
        return (down, f"Wat dan nog niet gedaan is, vervalt bij {joined(ends, 'of')}.") if ends else (down,)

    def _level(self, index: int, rules: list[Regel]) -> LevelView:
        level = self.record.niveaus[index]
        mine = [one for one in rules if one.niveau == level.niveau]
        name = level_words(level.niveau)
        title = name[:1].upper() + name[1:]
        return LevelView(
            f"niveau-{index + 1}",
            title,
            level.naam,
            f"{begins_sentence(level)} {carries_words(level)}".strip(),
            tuple(one.code for one in self.record.regels if one.voorwaarde_voor == level.niveau),
            self._described(level.bron),
            self._passages(level.bron, self._shown(level.bron, mine)),
            tuple(self._rule(one) for one in mine),
        )

    def _records(self, rules: list[Regel]) -> Iterator[RecordView]:
        """The chapters of rules that are not about a dossier."""
        for over, (title, intro) in RECORD_CHAPTERS.items():
            mine = tuple(self._rule(one) for one in rules if one.over == over)
            if mine:
                yield RecordView(f"over-{over}", title, intro, mine)

    def _rule(self, rule: Regel) -> RuleView:
        text = self.texts[rule.code]
        origin, mark = self._origin(rule)
        marks = [f"voorwaarde voor {level_words(rule.voorwaarde_voor)}"] if rule.voorwaarde_voor is not None else []
        marks += ["afspraak"] if rule.bron is None else []
        marks += ["open punt"] if rule.open_punt else []
        marks += [mark] if mark else []
        terms = [f"{one.words} ({PROVENANCE[one.provenance]})" for one in text.terms]
        facts = [
            ("Wie", plain(rule.wie)),
            ("Wat u doet", rule.doe),
            *([("Termijn" if len(terms) == 1 else "Termijnen", "; ".join(terms))] if terms else []),
            ("Weegt", WEIGHT[rule.ernst]),
            ("Waarom", rule.waarom),
        ]
        return RuleView(
            rule.code,
            rule.titel,
            tuple(marks),
            text.norm,
            text.exceptions,
            text.period,
            tuple(facts),
            self._passages(rule.bron) if rule.bron is not None else (),
            rule.afspraak or "",
            rule.open_punt or "",
            origin,
            self.remarks.get(rule.code, ""),
        )

    def _origin(self, rule: Regel) -> tuple[str, str]:
        """Where a rule was written, and a word where that sets it apart; both empty for a frame without a base."""
        told, mark = self._written([one.regels for one in self.chain], lambda one: one.code == rule.code)
        if mark or not told:
            return told, mark
        own = {one.naam for one in self.chain[0].instellingen}
        if any(one.setting is not None and one.setting.naam in own for one in self.texts[rule.code].terms):
            return f"{told} De termijn is hier anders.", "andere termijn"
        return told, ""

    def _written(self, lists: Sequence[Sequence[T]], same: Callable[[T], bool]) -> tuple[str, str]:
        holders = [record.code for record, items in zip(self.chain, lists, strict=True) if any(same(one) for one in items)]
        if len(self.chain) == 1:
            return "", ""
        if holders[0] != self.record.code:
            return f"Overgenomen uit {holders[0]}.", ""
        if len(holders) == 1:
            return "Nieuw in deze versie.", "nieuw"
        return f"Hier anders dan in {holders[1]}.", "gewijzigd"

    def _setting(self, index: int) -> SettingView:
        setting = self.record.instellingen[index]
        users = [
            code
            for code, text in self.texts.items()
            if any(one.setting is not None and one.setting.naam == setting.naam for one in text.terms)
        ]
        return SettingView(
            setting.titel,
            length_words(setting),
            PROVENANCE[setting.herkomst],
            setting.toelichting,
            tuple(users),
            self._written([one.instellingen for one in self.chain], lambda one: one.naam == setting.naam)[0],
        )

    def _untranslated(self, index: int) -> UntranslatedView:
        one = self.record.onvertaald[index]
        return UntranslatedView(self._passages(one.bron), one.deel or "", NATURE[one.aard], one.reden, one.aard == "open_punt")

    def _described(self, source: Bron) -> str:
        numbers = joined([str(one) for one in source.passage])
        return f"Beschreven in {'passages' if len(source.passage) > 1 else 'passage'} {numbers}{self._of_document(source)}."

    def _of_document(self, source: Bron) -> str:
        """The document of a source, where there are several."""
        title = next(one.titel for one in self.record.bronnen if one.document == source.document)
        return f" van «{title}»" if self.many_sources else ""

    def _shown(self, source: Bron, rules: list[Regel]) -> set[int]:
        """The passages of a document that these rules show."""
        sources = [one.bron for one in rules if one.bron is not None]
        return {number for one in sources if one.document == source.document for number in one.passage}

    def _source(self, document: Brondocument) -> SourceView:
        told = [one for one in document.passages if one.vindplaats]
        passages = tuple(_passage(one, f"Passage {one.nummer}") for one in told)
        return SourceView(document.titel, document.uitgever, document.datum, passages)

    def _passages(self, source: Bron, without: Iterable[int] = ()) -> tuple[PassageView, ...]:
        document = next(one for one in self.record.bronnen if one.document == source.document)
        return tuple(
            _passage(one, f"Passage {one.nummer}{self._of_document(source)}")
            for one in document.passages
            if one.nummer in source.passage and one.nummer not in without
        )


def _passage(passage: Passage, label: str) -> PassageView:
    places = tuple(one for one in passage.vindplaats if not is_address(one))
    links = tuple(one for one in passage.vindplaats if is_address(one))
    return PassageView(label, passage.inhoud, places, links)
