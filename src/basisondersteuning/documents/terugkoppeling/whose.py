"""Whose SOP a file is by its own words, and whether the samenwerkingsverband knows that school under that code."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from ...model.swv import Samenwerkingsverband, School
from ...records.tree import Document
from ...swv.desk.names import NAME, differing

_SCHOOL, _YEAR = re.compile(r"[0-9]{2}[A-Z]{2}[0-9]{2}"), re.compile(r"[0-9]{4}-[0-9]{4}")
_LONGEST = 40


class Whose(NamedTuple):
    """The school that sent a SOP, as it calls itself, and for which school year; what cannot be read is empty."""

    school: str
    year: str = ""
    name: str = ""
    board: str = ""

    def like(self, other: Whose) -> bool:
        """Whether both may be of one school, by code, school year and name."""
        same = (self.school, self.year) == (other.school, other.year)
        return same and differing(self.name, self.board, other.name, other.board) is None

    def known(self, swv: Samenwerkingsverband | None) -> School | None:
        """What the samenwerkingsverband has under this code; None when it does not list it."""
        return next((one for one in swv.scholen if one.vestiging == self.school), None) if swv is not None else None

    def differs(self, known: School | None) -> str | None:
        """`naam` or `bestuur` when this plainly is another school than the one with this code; else None."""
        return differing(self.name, self.board, known.naam, known.bevoegd_gezag) if known is not None else None

    def doubt(self, swv: Samenwerkingsverband | None) -> str:
        """What the school must hear first: that it is not known, or that its code is of another school; mostly empty."""
        known = self.known(swv)
        if known is None:
            if swv is None or not swv.scholen:
                return ""
            return (
                f"Wij kennen geen school met de code {self.school}. Kijk of de code klopt. Hoort uw school bij een ander "
                f"samenwerkingsverband dan {swv.naam}, stuur uw SOP dan daarheen."
            )
        field = self.differs(known)
        if field is None:
            return ""
        said = self.name if field == NAME else self.board
        return (
            f"De code {self.school} en {'de naam' if field == NAME else 'het bestuur'} «{said}» in uw SOP passen volgens onze "
            "gegevens niet bij elkaar. Kijk welke van de twee niet klopt, en stuur uw SOP opnieuw. Klopt alles, laat het ons dan "
            "weten."
        )

    def stem(self, document: str, swv: Samenwerkingsverband | None) -> str:
        """The name of the file of the letter, without an ending: never that of the letter of another school."""
        parts = [document, self.school, self.year]
        if self.differs(self.known(swv)) is not None:
            parts = [document, "code-past-niet", _short(self.name or self.board), self.school, self.year]
        return "-".join(filter(None, parts))


def whose(document: Document | None) -> Whose | None:
    """Whose SOP it is, from the text itself: a mistake elsewhere does not make it nobody's. None when nobody can say."""
    if document is None or document.root.get("soort") != "sop":
        return None
    root = document.root
    school, year, name = (_text(root.get(key)) for key in ("school", "schooljaar", "naam"))
    if not _SCHOOL.fullmatch(school):
        return None
    held = root.get("bestuur")
    return Whose(school, year if _YEAR.fullmatch(year) else "", name, _text(held.get("naam")) if isinstance(held, dict) else "")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _short(text: str) -> str:
    """A name as a part of the name of a file."""
    letters = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", letters))[:_LONGEST].strip("-")
