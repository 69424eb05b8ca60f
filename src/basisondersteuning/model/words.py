"""Dutch words for what the records and frames call by a code."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def full_date(day: date) -> str:
    """`dinsdag 24 november 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {long_date(day)}"


def long_date(day: date) -> str:
    """`24 november 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """`24-11-2026`."""
    return f"{day.day}-{day.month}-{day.year}"


def plain(code: str) -> str:
    """`technisch_lezen` as `technisch lezen`."""
    return _SPELLED.get(code, code.replace("_", " "))


def month_short(month: int) -> str:
    """`mrt` for 3: the abbreviation that Dutch readers know."""
    return "mrt" if month == 3 else MONTHS[month - 1][:3]


def with_article(code: str) -> str:
    """`niveau 2`, `een arrangement`: a niveau within a sentence."""
    return level_words(code) if code.isdecimal() or code == "geen" else f"een {plain(code)}"


_SPELLED = {
    "sociaal_emotioneel": "sociaal-emotioneel",
    "spraak_taal": "spraak en taal",
    "wereldorientatie": "wereldoriëntatie",
    "ot_bespreking": "bespreking in het OT",
    "aanmelding_ot": "aanmelding voor het OT",
    "opp": "OPP",
    "tlv": "TLV",
    "groeidocument": "Groeidocument",
    "geintensiveerd": "geïntensiveerd",
    "geevalueerd": "geëvalueerd",
    "samenwerkingsverband": "samenwerkingsverband",
}


def level_words(code: str) -> str:
    """`2` as `niveau 2`, `geen` and `arrangement` as they are."""
    return f"niveau {code}" if code.isdecimal() else "geen ondersteuning" if code == "geen" else plain(code)


def count(number: int, one: str, more: str) -> str:
    """`1 dossier`, `3 dossiers`."""
    return f"{number} {one if number == 1 else more}"
