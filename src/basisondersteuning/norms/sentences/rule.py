"""A whole rule in sentences."""

from __future__ import annotations

from typing import NamedTuple

from ...model.frame import Eis, Normenkader, Periode, Regel
from ...model.words import long_date, with_article
from .clause import Clause, clause_of
from .line import Line, capital, flat, sentence
from .occasion import Occasion, is_single, is_standing, is_whole, kinds_of
from .settings import TermText, terms_of


class RuleText(NamedTuple):
    """A rule in words: the norm itself, when it does not apply, the days on which it holds, and its terms."""

    norm: Line
    exceptions: tuple[Line, ...]
    period: str
    terms: tuple[TermText, ...]

    @property
    def lines(self) -> list[str]:
        """Everything but the terms, line by line, as it is read aloud."""
        return [*flat([self.norm, *self.exceptions]), *([self.period] if self.period else [])]


def rule_text(rule: Regel, frame: Normenkader) -> RuleText:
    """A rule of a frame in words. The rule is sound: it compiled."""
    settings = {one.naam: one for one in frame.instellingen}
    occasion = Occasion(kinds_of(rule.als), settings, rule.voorwaarde_voor is not None, rule.over)
    return RuleText(
        _norm(rule, occasion, clause_of(rule, occasion)),
        tuple(_exception(one, one.naam, occasion) for one in rule.tenzij),
        period_words(rule.geldig),
        tuple(terms_of(rule, settings, occasion.noun)),
    )


def _norm(rule: Regel, occasion: Occasion, asked: Clause) -> Line:
    opening = _opening(rule, occasion, _follows(rule))
    more = list(asked.extra)
    if rule.eerste:
        more.append("Dit geldt één keer per vakgebied." if rule.over == "dossier" else "Dit geldt één keer.")
    if asked.parts:
        parts = tuple(one.line() for one in asked.parts)
        return Line(" ".join([*more, f"{opening} {asked.inverted}:"]), parts)
    return Line(" ".join([sentence(f"{opening} {asked.inverted}"), *more]))


def _follows(raw: Eis) -> bool:
    """Whether only what comes afterwards is asked."""
    parts = raw.een_van or raw.alle
    return all(_follows(one) for one in parts) if parts else raw.dan is not None or raw.nooit is not None


def _opening(rule: Regel, occasion: Occasion, follows: bool) -> str:
    """`Na elke evaluatie`, `Voor de stap naar niveau 2`, `In het SOP`."""
    if rule.voorwaarde_voor is not None:
        return f"{'Na' if follows else 'Voor'} de stap naar {with_article(rule.voorwaarde_voor)}"
    told: list[str] = []
    for index, raw in enumerate(rule.als or ()):
        kind, phrase = str(raw["soort"]), occasion.phrase(raw)
        preposition = "na" if follows and not is_standing(kind, rule.over) else "bij"
        if is_whole(kind, rule.over) and not follows and rule.oordeel is None:
            preposition = "in"
        article = "de eerste" if rule.eerste else "de" if is_single(kind, rule.over) else "elk"
        words = f"{preposition} {phrase.whole(article)}"
        if index:
            words = f"{'of' if rule.eerste else 'en'} {words}"
        told.append(words + phrase.stop)
    first, *rest = told
    return " ".join([capital(first), *rest])


def _exception(raw: Eis, name: str, occasion: Occasion) -> Line:
    asked = clause_of(raw, occasion)
    words = sentence(f"Deze regel geldt niet als {asked.after_if}")
    return Line(" ".join([f"Uitzondering «{name.rstrip('.')}»:", words[:1].lower() + words[1:], *asked.extra]))


def period_words(period: Periode | None) -> str:
    """`Deze regel geldt vanaf 1 augustus 2025.`; empty for a rule that holds as long as its frame."""
    if period is None:
        return ""
    if period.tot is None:
        return f"Deze regel geldt vanaf {long_date(period.van)}."
    return f"Deze regel geldt van {long_date(period.van)} tot en met {long_date(period.tot)}."


__all__ = ["RuleText", "period_words", "rule_text"]
