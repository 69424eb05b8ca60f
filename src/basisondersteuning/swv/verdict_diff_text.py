"""For which pupils the verdict changes, as a person reads it, and as plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..findings.paint import Paint, folded, no_paint
from ..model.words import count, level_words, plain, short_date
from .verdict_diff import Compared, PupilChange, RuleChange


@dataclass(slots=True)
class Tally:
    """Counts over all pupils."""

    judged: int = 0
    changed: int = 0
    refused: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    titles: dict[str, str] = field(default_factory=dict)

    def add(self, one: Compared) -> None:
        """Count one file."""
        self.judged += one.judged
        self.refused += bool(one.findings) and not one.judged
        if one.change is not None:
            self.changed += 1
            for code in {rule.code for rule in one.change.rules}:
                self.rules[code] += 1
            self.titles.update({rule.code: rule.title for rule in one.change.rules})


def pupil_lines(change: PupilChange, paint: Paint = no_paint, width: int = 80) -> Iterator[str]:
    """What changes for one pupil."""
    yield paint("bold", f"{change.pupil}  ({change.path})")
    for strand, was, becomes in change.levels:
        yield from folded(
            f"{plain(strand)}: onderbouwd was {level_words(was)}, wordt {level_words(becomes)}", width, "    ", "  "
        )
    alike: dict[tuple[str, str | None, str, str], list[RuleChange]] = {}
    for rule in change.rules:
        alike.setdefault((rule.code, rule.strand, rule.was, rule.becomes), []).append(rule)
    for many in alike.values():
        yield from folded(_words(many), width, "    ", "  ")


def _words(many: list[RuleChange]) -> str:
    """A change that a rule makes at one occasion, or in the same way at several."""
    first = many[0]
    area = f" · {plain(first.strand)}" if first.strand else ""
    days = [one.day for one in many if one.day is not None]
    if not days:
        where = "voor de volgende stap"
    elif len(many) == 1:
        where = f"aanleiding {short_date(days[0])}, regelnummer {first.line}"
    else:
        where = f"{len(many)} keer, van {short_date(min(days))} tot {short_date(max(days))}"
    return f"{first.code}{area}: {first.was} → {first.becomes} ({where})"


def tally_lines(tally: Tally, width: int = 80) -> Iterator[str]:
    """The counts, and per rule for how many pupils it comes out otherwise."""
    pupils = count(tally.changed, "leerling", "leerlingen")
    text = f"{count(tally.judged, 'dossier', 'dossiers')} beoordeeld; voor {pupils} verandert er iets."
    if tally.refused:
        text += f" {count(tally.refused, 'bestand', 'bestanden')} niet te beoordelen."
    yield from folded(text, width, "")
    for code, number in sorted(tally.rules.items(), key=lambda one: (-one[1], one[0])):
        yield from folded(f"{number:>4}  {code}  {tally.titles[code]}", width, "        ")


def pupil_data(change: PupilChange) -> dict[str, Any]:
    """What changes for one pupil, as plain data."""
    return {
        "bestand": change.path,
        "leerling": change.pupil,
        "niveaus": [{"vakgebied": strand, "was": was, "wordt": becomes} for strand, was, becomes in change.levels],
        "regels": [
            {
                "regel": one.code,
                "vakgebied": one.strand,
                "aanleiding": {"datum": one.day.isoformat(), "regelnummer": one.line} if one.day else None,
                "was": one.was,
                "wordt": one.becomes,
            }
            for one in change.rules
        ],
    }


def all_data(changes: Iterable[PupilChange], tally: Tally) -> dict[str, Any]:
    """Everything as plain data."""
    return {
        "beoordeeld": tally.judged,
        "veranderd": tally.changed,
        "per_regel": dict(sorted(tally.rules.items())),
        "leerlingen": [pupil_data(one) for one in changes],
    }
