"""What the rules say of a SOP, told to the school: what must change, what can be better, what only people can answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ...findings.finding import Severity
from ...model.frame import Eis
from ...model.sop import Sop
from ...model.words import long_date
from ...norms.facts import NOT_JUDGED, FactVerdict
from ...norms.frame import Rule, Series
from ...norms.status import URGENCY, Status
from ...norms.verdict import Activation
from ...records.load import Loaded
from ..groeidocument.story import capital
from ..ot.meeting import named
from ..views import Feit, role_words
from .places import place_of
from .views import Klopt, Punt

_GROUPS = (
    ("Klopt", (Status.VOLDAAN, Status.TE_LAAT_VOLDAAN)),
    ("Moet anders", (Status.TE_LAAT, Status.GESCHONDEN)),
    ("Vraagt uw antwoord", NOT_JUDGED),
    ("Moet later nog", (Status.OPEN,)),
    ("Bewust anders", (Status.AFGEWEKEN,)),
)
"""How the rules are counted, each by its most urgent status. What can be better is split off from what must change."""


class Parts(NamedTuple):
    """The parts of the letter that come from the rules."""

    counted: tuple[Feit, ...]
    change: tuple[Punt, ...]
    better: tuple[Punt, ...]
    questions: tuple[Punt, ...]
    later: tuple[Punt, ...]
    right: tuple[Klopt, ...]
    departed: tuple[Klopt, ...]
    no_occasion: tuple[Klopt, ...]


class Telling:
    """Tells a verdict on one SOP to its school."""

    def __init__(self, verdict: FactVerdict, loaded: Loaded, record: Sop, series: Series) -> None:
        self.loaded = loaded
        self.record = record
        self.series = series
        self.rules = verdict.by_rule()
        self.by_code = {one.rule.code: one.rule for one in verdict.activations} | verdict.frame.by_code

    def parts(self) -> Parts:
        """Everything that the rules give. A rule of which one occasion is fine and another is not, is not fine."""
        failed = [(self.by_code[code], [one for one in some if one.status.failed]) for code, some in self.rules.items()]
        asked = [(self.by_code[code], [one for one in some if one.status in NOT_JUDGED]) for code, some in self.rules.items()]
        later = [(self.by_code[code], [one for one in some if one.status is Status.OPEN]) for code, some in self.rules.items()]
        return Parts(
            tuple(self._counted()) if self.rules else (),
            self._points((rule, some) for rule, some in failed if rule.severity is Severity.FOUT),
            self._points((rule, some) for rule, some in failed if rule.severity is not Severity.FOUT),
            self._points(asked),
            self._points(later),
            tuple(self._right()),
            tuple(self._departed()),
            tuple(self._without()),
        )

    def _counted(self) -> Iterable[Feit]:
        worst = {code: min((one.status for one in some), key=URGENCY.__getitem__) for code, some in self.rules.items() if some}
        for name, statuses in _GROUPS:
            codes = [code for code, status in worst.items() if status in statuses]
            must = [code for code in codes if self.by_code[code].severity is Severity.FOUT]
            if name == "Moet anders":
                yield from _some(name, len(must))
                yield from _some("Kan beter", len(codes) - len(must))
            elif name == "Klopt":
                yield Feit(name, _rules(len(codes)))
            else:
                yield from _some(name, len(codes))
        yield from _some(
            "Geen aanleiding", len(self.rules) - sum(one is not Status.NIET_VAN_TOEPASSING for one in worst.values())
        )

    def _points(self, found: Iterable[tuple[Rule, list[Activation]]]) -> tuple[Punt, ...]:
        return tuple(self._point(rule, some) for rule, some in found if some)

    def _point(self, rule: Rule, some: list[Activation]) -> Punt:
        source = f"{rule.code}, {self._source(rule)}"
        return Punt(
            capital(rule.card.short or rule.title),
            _sentence(rule.title),
            rule.raw.waarom,
            _seen(rule, some),
            rule.action,
            capital(role_words([rule.role])),
            _when(some),
            tuple(filter(None, dict.fromkeys(place_of(one, self.loaded) for one in some))),
            source,
        )

    def _source(self, rule: Rule) -> str:
        if rule.raw.bron is None:
            return "een afspraak, geen regel van de bron"
        found = rule.raw.bron
        titles = (one.titel for frame in self.series.versions for one in frame.record.bronnen if one.document == found.document)
        words = "passages" if len(found.passage) > 1 else "passage"
        return f"{next(titles, found.document)}, {words} {named([str(one) for one in found.passage])}"

    def _right(self) -> Iterable[Klopt]:
        for code, some in self.rules.items():
            statuses = {one.status for one in some}
            if statuses & {Status.VOLDAAN, Status.TE_LAAT_VOLDAAN} and statuses <= _SETTLED:
                yield Klopt(_sentence(self.by_code[code].title), "na de termijn" if Status.TE_LAAT_VOLDAAN in statuses else "")

    def _departed(self) -> Iterable[Klopt]:
        for code, some in self.rules.items():
            for index in dict.fromkeys(one.waiver for one in some if one.status is Status.AFGEWEKEN and one.waiver is not None):
                waiver = self.record.afwijkingen[index]
                until = f" Tot en met {long_date(waiver.tot)}." if waiver.tot else " Zonder einddatum."
                yield Klopt(_sentence(self.by_code[code].title), f"{_sentence(waiver.reden)}{until}")

    def _without(self) -> Iterable[Klopt]:
        for code, some in self.rules.items():
            if all(one.status is Status.NIET_VAN_TOEPASSING for one in some):
                reason = next((one.exception for one in some if one.exception), "")
                yield Klopt(_sentence(self.by_code[code].title), reason)


_SETTLED = {Status.VOLDAAN, Status.TE_LAAT_VOLDAAN, Status.NIET_VAN_TOEPASSING}


def _some(name: str, number: int) -> Iterable[Feit]:
    if number:
        yield Feit(name, _rules(number))


def _rules(number: int) -> str:
    return f"{number} {'afspraak' if number == 1 else 'afspraken'}"


def _seen(rule: Rule, some: list[Activation]) -> str:
    """What nobody could see or judge, in a sentence; empty where it was clear."""
    parts = []
    if any(one.status is Status.ONBEKEND for one in some):
        missing = dict.fromkeys(name for one in some for _, name in one.outcome.missing)
        words = named([f"«{name}»" for name in missing])
        verb = "is" if len(missing) == 1 else "zijn"
        parts.append(f"{words} {verb} niet ingevuld." if missing else "Het staat niet in het SOP.")
    if any(one.status is Status.OORDEEL_NODIG for one in some):
        parts.append(rule.card.question or _question(rule.raw) or "Hierover moeten mensen eerst oordelen.")
    return " ".join(parts)


def _question(raw: Eis) -> str:
    """The question to people that stands somewhere within a rule; empty when there is none."""
    return raw.oordeel or next(filter(None, map(_question, raw.een_van or raw.alle or ())), "")


def _when(some: list[Activation]) -> str:
    """The first last day that the rule itself gives."""
    due = min((one for one in some if one.due_day is not None), key=lambda one: (one.due_day, one.rule.code), default=None)
    if due is None or due.due_day is None:
        return ""
    if due.status is Status.TE_LAAT:
        return f"De laatste dag was {long_date(due.due_day)}."
    return f"Uiterlijk {long_date(due.due_day)}."


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
