"""What the cells of a row mean: each is read exactly, or the row is wrong."""

from __future__ import annotations

import re
from datetime import date
from typing import NoReturn

from ...findings.catalogue import desk as codes
from ...findings.code import Code
from ...findings.finding import Finding
from ...model.counts import HIDDEN, Aantal, exactly, parse_count
from ...model.types import parse_date
from ...records.nearmiss import nearest
from .columns import Found
from .layouts import AGES, EDUCATION
from .table import Row, Table

_BRIN = re.compile(r"[0-9]{2}[A-Z]{2}")
_PLACE = re.compile(r"[0-9]{2}")
_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_CLUSTER = re.compile(r"(?:cluster\s*)?([1-4])", re.ASCII | re.IGNORECASE)

MOST_DIGITS = 6
"""How long a number of pupils in one cell may be; what is longer is something else, such as a code."""


class Wrong(Exception):
    """A cell cannot be used; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding


class Cells:
    """Reads the cells of the rows of one table; each raises `Wrong` where it says something that is not known.

    `day` is that of the user, for a file without one; `today` the last day on which can have been counted;
    `empty_is_zero` what the user says of empty cells.
    """

    def __init__(self, table: Table, found: Found, day: date | None, today: date, empty_is_zero: bool) -> None:
        self._table, self._found, self._empty_is_zero = table, found, empty_is_zero
        self._own_day, self._today = day, today
        self._ages = [(age, found.places[age]) for age in AGES if age in found.places]

    def pupils(self, row: Row) -> Aantal:
        """The sum over the ages; written out, since a file has hundreds of thousands of these cells."""
        low = high = 0
        for age, place in self._ages:
            text = row.cells[place]
            if text.isdecimal() and text.isascii() and len(text) <= MOST_DIGITS:
                low, high = low + int(text), high + int(text)
            else:
                one = self.number(row, age)
                low, high = low + one.low, high + (one.high or 0)
        return Aantal(low, high)

    def education(self, row: Row) -> str | None:
        """The kind of education, in the words of a record; None for what is no primary education."""
        word = (self._found.cell(row, "soort") or "").lower()
        if word not in EDUCATION:
            self._fail(codes.DUO_WORD, row, "soort", meant=nearest(word, EDUCATION))
        return EDUCATION[word]

    def cluster(self, row: Row) -> str | None:
        """The cluster of special education; None where the row names none."""
        word = self._found.cell(row, "cluster")
        if not word:
            return None
        read = _CLUSTER.fullmatch(word)
        return read[1] if read is not None else self._fail(codes.DUO_WORD, row, "cluster")

    def day(self, row: Row) -> date:
        """The day of a row: that of the file; the user's day only where the file has none."""
        word = self._found.cell(row, "peildatum")
        if word is None:
            return self._own_day or self._fail(codes.DUO_DAY, row, None, "In dit bestand staat geen peildatum.")
        again = "Haal het bestand opnieuw bij DUO."
        try:
            read = _DAY.fullmatch(word)
            day = parse_date("-".join(read.groups()) if read else word)
        except ValueError:
            self._fail(codes.DUO_DAY, row, "peildatum", "Dit is geen dag die `bo` leest.", again)
        if day > self._today:
            self._fail(codes.DUO_DAY, row, "peildatum", "Deze dag is nog niet geweest, dus daarop is niet geteld.", again)
        return day

    def school(self, row: Row) -> str:
        """BRIN and vestiging together."""
        place = self._found.cell(row, "vestiging") or ""
        school = self._found.cell(row, "instelling")
        if school is not None and not _BRIN.fullmatch(school):
            self._fail(codes.DUO_CODE, row, "instelling")
        if school is not None and _PLACE.fullmatch(place):
            return school + place
        whole = len(place) == 6 and _BRIN.fullmatch(place[:4]) and _PLACE.fullmatch(place[4:]) and school in (None, place[:4])
        return place if whole else self._fail(codes.DUO_CODE, row, "vestiging")

    def number(self, row: Row, role: str) -> Aantal:
        """A number of pupils, as an interval where it is masked."""
        text = self._found.cell(row, role) or ""
        if not text and self._empty_is_zero:
            return exactly(0)
        try:
            if text == HIDDEN or "-" in text or len(text) > MOST_DIGITS:
                raise ValueError(text)
            return parse_count(text)
        except ValueError:
            if not text:
                message, remedy = (
                    "Deze cel is leeg. Of dat nul betekent, is niet bekend.",
                    "Betekent een lege cel hier nul, geef dan --leeg-is-nul.",
                )
                self._fail(codes.DUO_COUNT, row, role, message, remedy)
            message = ""
            if text.isdecimal() and len(text) > MOST_DIGITS:
                message = f"Hier staat een getal van meer dan {MOST_DIGITS} cijfers. Zo veel leerlingen telt geen school."
            elif "." in text and text.replace(".", "").isdecimal():
                message = "Hier staat een getal met een punt. Of dat een duizendtal is, is niet zeker."
            self._fail(codes.DUO_COUNT, row, role, message)

    def _fail(
        self, code: Code, row: Row, role: str | None, message: str = "", remedy: str = "", meant: str | None = None
    ) -> NoReturn:
        place = self._table.place(row, None if role is None else self._found.places[role])
        raise Wrong(code.at(place, message, remedy=remedy, suggestion=meant))
