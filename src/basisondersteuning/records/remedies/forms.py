"""Values as people also write them: yes and no, numbers, times, school codes, percentages, counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time

from ...model.counts import parse_count, parse_percent
from .dates import Reading, date_reading
from .near import cleaned

_YES = {"ja", "j", "yes", "y", "true", "waar", "jawel"}
_NO = {"nee", "n", "neen", "no", "false", "onwaar"}
_WORDS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_TIME = re.compile(r"(\d{1,2})\s?(?:[:.,]|u|h|\s)\s?(\d\d)(?::00)?\s?(?:uur|u|h)?\.?", re.ASCII)
_WHOLE_HOUR = re.compile(r"(\d{1,2})\s?(?:uur|u|h)\.?", re.ASCII)
_SOLID_TIME = re.compile(r"(\d\d)(\d\d)", re.ASCII)
_SCHOOL = re.compile(r"\d{2}[A-Z]{2}\d{2}", re.ASCII)


def yes_no(text: str) -> Reading | None:
    """`ja` or `nee` of `Yes`, `true`, `j`, `JA`."""
    word = cleaned(text).lower().rstrip(".!")
    if word in _YES or word in _NO:
        return Reading("ja" if word in _YES else "nee", True)
    return Reading("ja" if word[0] == "j" else "nee", False) if word in ("jaa", "jah", "nea", "ne", "nne", "neee") else None


def number(text: str) -> Reading | None:
    """A whole number of `5,0`, `vijf`, `groep 5` and the digits of other scripts; `1.000` and `5 min` are guesses."""
    word = cleaned(text).lower()
    digits = "".join(str(_digit(one)) if _digit(one) is not None else one for one in word).removesuffix(".")
    digits = re.sub(r"^(groep|gr\.?)\s*(?=\d)", "", digits)
    if re.fullmatch(r"\d{1,9}", digits, re.ASCII):
        return Reading(digits, True)
    if found := re.fullmatch(r"(\d{1,9})[.,]0{1,2}", digits, re.ASCII):
        return Reading(found[1], True)
    if re.fullmatch(r"\d{1,3}(?:[ ]\d{3})+", digits, re.ASCII):
        return Reading(digits.replace(" ", ""), True)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", digits, re.ASCII):
        return Reading(digits.replace(".", ""), False)
    if word in _WORDS or word == "één":
        return Reading(str(_WORDS.index("een" if word == "één" else word)), True)
    found = re.fullmatch(r"(\d{1,9})\s?(?:x|keer|min|minuten|uur|weken|[a-z])\.?", digits, re.ASCII)
    return Reading(found[1], False) if found else None


def group(text: str) -> Reading | None:
    """A group of 1 to 8, or 0."""
    found = number(text)
    return found if found is not None and int(found.text) <= 8 else None


def clock(text: str) -> Reading | None:
    """A time of `13.15 uur`, `13u15`, `1315` and `13 uur`."""
    word = cleaned(text).lower()
    found = _TIME.fullmatch(word) or _SOLID_TIME.fullmatch(word)
    hours, minutes = (int(found[1]), int(found[2])) if found else (-1, 0)
    if found is None and (whole := _WHOLE_HOUR.fullmatch(word)):
        hours = int(whole[1])
    try:
        return Reading(time(hours, minutes).strftime("%H:%M"), True)
    except ValueError:
        return None


def count(text: str) -> Reading | None:
    """A count of `< 5`, `minder dan 5`, `310 – 322` and `Afgeschermd`."""
    word = re.sub(r"\s*[-–—]\s*", "-", cleaned(text).lower())
    word = re.sub(r"^(minder dan|kleiner dan|<)\s*(?=\d)", "<", word)
    try:
        parse_count(word)
    except ValueError:
        return number(text)
    return Reading(word, True)


def percent(text: str) -> Reading | None:
    """A percentage without its sign."""
    word = re.sub(r"\s*(%|procent)\.?$", "", cleaned(text).lower())
    try:
        parse_percent(word)
    except ValueError:
        return None
    return Reading(word, True)


def school(text: str) -> Reading | None:
    """A BRIN with vestigingsnummer; that 99XX means its first place is a guess."""
    word = re.sub(r"[\s._/-]", "", cleaned(text)).upper()
    if _SCHOOL.fullmatch(word):
        return Reading(word, True)
    return Reading(f"{word}00", False) if re.fullmatch(r"\d\d[A-Z]{2}", word, re.ASCII) else None


def pattern(text: str) -> Reading | None:
    """A school year, a number of a samenwerkingsverband or five digits, without the spaces and signs that do not belong."""
    word = re.sub(r"\s*[-–—/]\s*'?", "-", cleaned(text.replace("’", "'")))
    if found := re.fullmatch(r"(20\d\d)-(\d\d|20\d\d)", word, re.ASCII):
        last = int(found[2]) % 100 + 2000
        return Reading(f"{found[1]}-{last}", True) if last == int(found[1]) + 1 else None
    word = re.sub(r"[\s.-]", "", word).upper()
    return Reading(word, True) if re.fullmatch(r"PO\d{4}|\d{5}", word, re.ASCII) else None


def ident(text: str) -> Reading | None:
    """An id without quotes and spaces around it; another id in its place is a guess, since it may stand in other files."""
    word = cleaned(text)
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}", word, re.ASCII):
        return Reading(word, True)
    word = re.sub(r"[^A-Za-z0-9_.-]+", "-", word).strip("-._")[:40]
    return Reading(word, False) if word else None


FORMS: dict[str, tuple[Callable[[str], Reading | None], str]] = {
    "BO204": (date_reading, "Schrijf de datum in de vaste vorm."),
    "BO205": (yes_no, "Schrijf `ja` of `nee`."),
    "BO206": (number, "Schrijf het getal met cijfers."),
    "BO209": (school, "Schrijf de code van de school met hoofdletters, zonder spaties."),
    "BO212": (ident, "Schrijf het kenmerk zonder aanhalingstekens en spaties."),
    "BO213": (group, "Schrijf de groep als een cijfer."),
    "BO215": (pattern, "Schrijf dit in de vaste vorm."),
    "BO216": (clock, "Schrijf de tijd met uren en minuten, zoals 13:15."),
    "BO217": (count, "Schrijf het aantal in de vaste vorm."),
    "BO218": (percent, "Schrijf het percentage zonder procentteken."),
}
"""For each code how a value is read, and what is said of it."""


def _digit(character: str) -> int | None:
    import unicodedata

    return unicodedata.digit(character, None)
