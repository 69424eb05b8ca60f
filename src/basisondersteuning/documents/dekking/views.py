"""What the page of a coverage shows. Fields have Dutch names, as those of documents do."""

from __future__ import annotations

from typing import NamedTuple

from ..output.report import Tabel
from ..views import Feit, Kop


class Vakje(NamedTuple):
    """A cell of the table of schools: a letter, what it stands for, and the class of its look."""

    letter: str
    woord: str
    soort: str


class SchoolRij(NamedTuple):
    """A school in that table. `stand` is empty where its SOP counts."""

    code: str
    naam: str
    stand: str
    vakjes: tuple[Vakje, ...]


class BestuurBlok(NamedTuple):
    """The schools of one schoolbestuur."""

    naam: str
    scholen: tuple[SchoolRij, ...]


class Verandering(NamedTuple):
    """What changed at one school, a line each."""

    code: str
    naam: str
    regels: tuple[str, ...]


class Melding(NamedTuple):
    """A finding: its code, its weight, what is wrong, what to do, and where."""

    code: str
    ernst: str
    tekst: str
    doe: str
    plaats: str


class Dekking(NamedTuple):
    """The coverage of a school year. `vergelijking` says which years are compared, and is empty where there is one only."""

    kop: Kop
    cijfers: tuple[Feit, ...]
    telling: str
    streefniveau: str
    koppen: tuple[str, ...]
    besturen: tuple[BestuurBlok, ...]
    legenda: tuple[Vakje, ...]
    vlekken: tuple[str, ...]
    gebieden: Tabel
    per_bestuur: Tabel
    interventies: Tabel
    voorzieningen: Tabel
    jaren: Tabel
    vergelijking: str
    veranderingen: tuple[Verandering, ...]
    overig: tuple[str, ...]
    meldingen: tuple[Melding, ...]
