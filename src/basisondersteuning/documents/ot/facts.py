"""What a dossier says in a few words: for the agenda of the ondersteuningsteam and for the submission to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from ...casework.ending import ending
from ...casework.running import running
from ...model.base import Gebeurtenis
from ...model.dossier import Dossier
from ...model.events_support import Evaluatie
from ...model.events_team import OtBespreking
from ...model.words import level_words, plain, short_date
from ...norms.verdict import StrandVerdict, Verdict
from ...records.load import Loaded
from ..audience.see import see
from ..views import Feit
from ..work import Work

EFFECT_WORDS = {
    "doel_bereikt_duurzaam": "doel bereikt, en dat houdt aan",
    "doel_bereikt": "doel bereikt",
    "deels": "doel deels bereikt",
    "onvoldoende": "onvoldoende effect",
}
"""The judged effect of support, as a reader sees it."""

NOT_JUDGED = "nog niet beoordeeld"

E = TypeVar("E", bound=Gebeurtenis)


def until(dossier: Dossier, day: date, kind: type[E]) -> list[E]:
    """The events of a kind up to and including a day, oldest first."""
    found = [one for one in dossier.tijdlijn if isinstance(one, kind) and one.datum <= day]
    return sorted(found, key=lambda one: one.datum)


def effect_words(one: Evaluatie | None) -> str:
    """`onvoldoende effect (11-2-2026)`; `nog niet beoordeeld` without a judgement."""
    if one is None or one.effect is None:
        return NOT_JUDGED
    return f"{EFFECT_WORDS[one.effect]} ({short_date(one.datum)})"


def level_now(verdict: Verdict, one: StrandVerdict) -> str:
    """`niveau 2 sinds 26-10-2026`: where support is; and what the record supports, where that is less."""
    codes = ("geen", *(level.code for level in verdict.frame.levels))
    since = f" sinds {short_date(one.since)}" if one.since and one.rank else ""
    words = level_words(codes[one.rank]) + since
    if one.supported >= one.rank:
        return words
    return f"{words} ({f'onderbouwd: {level_words(codes[one.supported])}' if one.supported else 'niet onderbouwd'})"


def facts_of(work: Work, loaded: Loaded) -> tuple[Feit, ...]:
    """The facts that the table wants at hand, as of the peildatum; what is not there falls away, so that it stays short."""
    record = loaded.record
    if not isinstance(record, Dossier):
        return ()
    dossier = see(record, work.reader, names=work.names).dossier
    verdict = work.assessor.judge(loaded).verdict if work.assessor.sound else None
    return tuple(Feit(name, value) for name, value in _facts(dossier, verdict, work.peildatum) if value)


def _facts(dossier: Dossier, verdict: Verdict | None, day: date) -> Iterator[tuple[str, str]]:
    if verdict is not None:
        yield "Niveau", "; ".join(f"{plain(one.strand.name)}: {level_now(verdict, one)}" for one in verdict.strands)
        if verdict.ended is not None:
            yield "Dossier", ending(dossier, verdict.ended, short_date(verdict.ended))
    yield (
        "Loopt nu",
        "; ".join(plain(one.strand) + (f" (tot {short_date(one.until)})" if one.until else "") for one in running(dossier, day)),
    )
    judged = until(dossier, day, Evaluatie)
    yield "Laatste evaluatie", effect_words(judged[-1]) if judged else ""
    talks = until(dossier, day, OtBespreking)
    yield "Vorige bespreking", short_date(talks[-1].datum) if talks else ""
