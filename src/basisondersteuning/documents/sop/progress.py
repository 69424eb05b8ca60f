"""How far the school is, where it wants to go, and what happened with the profile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter

from ...model.sop import Aspectbeschrijving, HgwScore, IjkpuntScore, Sop, SopGebeurtenis
from ...model.sop_events import Inspectieoordeel, MrAdvies, SopOordeel, Swvmelding, Vaststelling, Verbetermaatregel
from ...model.words import long_date
from ...norms.frame import Series
from ..groeidocument.story import capital
from ..views import Feit
from .views import Ambitieregel, Kengetalregel, Scoreregel, Verantwoording, Verloopregel, Zelfbeoordeling
from .words import ADVICE, ASPECTS, FEATURES, IJKPUNTEN, SCORES, STANDING, inspection_words

ABSENT = "Niet ingevuld"


def until(sop: Sop, day: date) -> list[SopGebeurtenis]:
    """What happened up to and including a day, oldest first."""
    return sorted((one for one in sop.tijdlijn if one.datum <= day), key=attrgetter("datum"))


def short(events: list[SopGebeurtenis]) -> list[Feit]:
    """The last adoption, advice of the MR and judgement of the inspectorate; what is not there says so."""
    adopted = next((one for one in reversed(events) if isinstance(one, Vaststelling)), None)
    advice = next((one for one in reversed(events) if isinstance(one, MrAdvies)), None)
    judged = next((one for one in reversed(events) if isinstance(one, Inspectieoordeel)), None)
    return [
        Feit("Vastgesteld", f"{long_date(adopted.datum)}, door {adopted.door}" if adopted else f"{ABSENT}."),
        Feit("Advies van de MR", f"{capital(_advice(advice))}, {long_date(advice.datum)}" if advice else f"{ABSENT}."),
        Feit("Inspectie", f"{capital(inspection_words(judged))}, {long_date(judged.datum)}" if judged else f"{ABSENT}."),
    ]


def ambitions(sop: Sop) -> tuple[Ambitieregel, ...]:
    """What comes first is first; what has no date is last."""
    ordered = sorted(sop.ambities, key=lambda one: one.wanneer or date.max)
    return tuple(
        Ambitieregel(
            one.wat, long_date(one.wanneer) if one.wanneer else "Geen datum", STANDING[one.stand] if one.stand else ABSENT
        )
        for one in ordered
    )


def assessment(sop: Sop) -> tuple[Zelfbeoordeling, ...]:
    """The three lists of the self-assessment."""
    return (
        Zelfbeoordeling("aspecten", "De vier aspecten van basisondersteuning", _aspects(sop.aspecten)),
        Zelfbeoordeling("ijkpunten", "De dertien ijkpunten", _ijkpunten(sop.ijkpunten)),
        Zelfbeoordeling("kenmerken", "De zeven kenmerken van handelingsgericht werken", _features(sop.hgw)),
    )


def figures(sop: Sop) -> tuple[Kengetalregel, ...]:
    """The key figures, newest first."""
    ordered = sorted(sop.kengetallen, key=attrgetter("peildatum"), reverse=True)
    return tuple(Kengetalregel(capital(one.wat), long_date(one.peildatum), one.aantal.words) for one in ordered)


def course(events: list[SopGebeurtenis]) -> tuple[Verloopregel, ...]:
    """What happened, newest first; the judgements of people on norms stand elsewhere."""
    rows = ((one, _happened(one)) for one in reversed(events) if not isinstance(one, SopOordeel))
    return tuple(Verloopregel(long_date(one.datum), what, more, one.notitie or "") for one, (what, more) in rows)


def departures(sop: Sop, day: date, series: Series | None) -> tuple[Verantwoording, ...]:
    """The rules that the school departs from, decided on or before a day."""
    return tuple(
        Verantwoording(
            _title(one.regel, series),
            one.regel,
            f"Wij wijken af{f' tot en met {long_date(one.tot)}' if one.tot else ''}. Besloten door {one.door} op "
            f"{long_date(one.datum)}.",
            one.reden,
        )
        for one in sop.afwijkingen
        if one.datum <= day
    )


def judgements(events: list[SopGebeurtenis], series: Series | None) -> tuple[Verantwoording, ...]:
    """What people answered on norms that cannot be read off the profile."""
    return tuple(
        Verantwoording(
            _title(one.regel, series),
            one.regel,
            f"{'Hieraan is voldaan' if one.voldoet else 'Hieraan is niet voldaan'}, vindt {one.door} ({long_date(one.datum)}).",
            one.reden,
        )
        for one in events
        if isinstance(one, SopOordeel)
    )


def _title(code: str, series: Series | None) -> str:
    rule = series.rule(code) if series is not None else None
    return rule.title if rule is not None else "Een regel die dit normenkader niet kent"


def _advice(one: MrAdvies) -> str:
    return ADVICE[one.advies] if one.advies else "wat de MR adviseerde, is niet ingevuld"


def _happened(one: SopGebeurtenis) -> tuple[str, str]:
    """What happened, and what was said about it."""
    if isinstance(one, Vaststelling):
        return f"Het profiel is vastgesteld door {one.door}.", ""
    if isinstance(one, MrAdvies):
        return f"Advies van de medezeggenschapsraad (MR): {_advice(one)}.", one.opmerkingen or ""
    if isinstance(one, Inspectieoordeel):
        return f"Inspectie: {inspection_words(one)}.", f"Te lezen: {one.vindplaats}" if one.vindplaats else ""
    if isinstance(one, Verbetermaatregel):
        return f"Maatregel na het oordeel van de inspectie{f', door {one.door}' if one.door else ''}.", one.maatregel
    assert isinstance(one, Swvmelding)
    who = f", door {one.door}" if one.door else ""
    return f"Het samenwerkingsverband is ingelicht over het {one.over}{who}.", ""


def _rows(words: Mapping[str, str], given: Iterable[tuple[str, Scoreregel]]) -> tuple[Scoreregel, ...]:
    """Every part of a list in its order, also what was not filled in; nothing when nothing was."""
    found: dict[str, list[Scoreregel]] = {}
    for code, row in given:
        found.setdefault(code, []).append(row)
    if not found:
        return ()
    return tuple(row for code, name in words.items() for row in found.get(code, [Scoreregel(name, ABSENT, "", "")]))


def _aspects(given: list[Aspectbeschrijving]) -> tuple[Scoreregel, ...]:
    return _rows(
        ASPECTS,
        ((one.aspect, Scoreregel(ASPECTS[one.aspect], _score(one.score), one.toelichting or "", "")) for one in given),
    )


def _ijkpunten(given: list[IjkpuntScore]) -> tuple[Scoreregel, ...]:
    rows = (
        (one.ijkpunt, Scoreregel(IJKPUNTEN[one.ijkpunt], _score(one.score), one.bewijs or "", one.ontwikkelpunt or ""))
        for one in given
    )
    return _rows(IJKPUNTEN, rows)


def _features(given: list[HgwScore]) -> tuple[Scoreregel, ...]:
    return _rows(
        FEATURES,
        ((one.kenmerk, Scoreregel(FEATURES[one.kenmerk], _score(one.score), one.toelichting or "", "")) for one in given),
    )


def _score(score: str | None) -> str:
    return SCORES[score] if score else ABSENT
