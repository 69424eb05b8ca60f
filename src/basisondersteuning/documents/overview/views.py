"""What the page of a caseload shows. Fields are Dutch, as in all views.

What changes when a file changes is made beforehand, in pieces: a piece is markup, and the same on a page that is loaded and
on one that is kept up to date.
"""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from ..pictures.picture import Drawing
from ..views import Feit, Kop


class Merk(NamedTuple):
    """A mark beside a pupil: its class in the stylesheet, which gives it a sign, and its words."""

    klasse: str
    woord: str


class Kaart(NamedTuple):
    """A pupil on the board. `sleutel` is that of the pupil on the page."""

    sleutel: str
    naam: str
    kenmerk: str
    groep: int
    onder: str
    merken: tuple[Merk, ...]


class Regel(NamedTuple):
    """Something to be done, in a list by date."""

    sleutel: str
    datum: str
    leerling: str
    groep: int
    rol: str
    wie: str
    wat: str


class Taak(NamedTuple):
    """Something to be done for one pupil, with the rule behind it."""

    merk: Merk
    wat: str
    wie: str
    datum: str
    doe: str
    regel: str
    anker: str
    titel: str


class Norm(NamedTuple):
    """A rule behind something to be done, and why it is there."""

    code: str
    anker: str
    titel: str
    waarom: str


class Lijn(NamedTuple):
    """The support in one vakgebied, in a sentence, and how it came there."""

    naam: str
    stand: str
    verloop: tuple[str, ...]


class Leerling(NamedTuple):
    """Everything about one pupil. What is not shown is empty."""

    sleutel: str
    naam: str
    kenmerk: str
    groep: int
    niveau_naam: str
    merken: tuple[Merk, ...]
    onder: str
    lijnen: tuple[Lijn, ...]
    tekening: Drawing | None
    taken: tuple[Taak, ...]
    komend: tuple[Feit, ...]
    afwijkingen: tuple[str, ...]
    feiten: tuple[Feit, ...]


class Keuze(NamedTuple):
    """A value that one can filter by, and its words."""

    waarde: str
    woord: str


class Stuk(NamedTuple):
    """All that the page says of one pupil: the card on the board, what is folded out, and a row for each thing to do."""

    sleutel: str
    niveau: str
    kaart: Markup
    persoon: Markup
    regels: tuple[Markup, ...]


class Rij(NamedTuple):
    """A row in a list by date, and whose it is."""

    sleutel: str
    html: Markup


class Kolom(NamedTuple):
    """A niveau on the board; `wijkt` when it is not shown while nobody is in it."""

    code: str
    naam: str
    kaarten: tuple[Markup, ...]
    wijkt: bool


class Lijst(NamedTuple):
    """What is due in one period; `open` when it stands unfolded, `wijkt` when it is not shown while it is empty."""

    code: str
    naam: str
    regels: tuple[Rij, ...]
    open: bool
    wijkt: bool


class Delen(NamedTuple):
    """The parts of the page that are about all pupils together. Each stands in the element with its name as `data-deel`."""

    let_op: Markup
    cijfers: Markup
    wegwijzer: Markup
    groepen: Markup
    niveaus: Markup
    rollen: Markup
    perioden: Markup
    komend: Markup
    tellingen: Markup
    regels: Markup
    niet_beoordeeld: Markup


class Overzicht(NamedTuple):
    """The page. `leerlingen` has the most urgent pupil first."""

    kop: Kop
    gekozen: str
    kolommen: tuple[Kolom, ...]
    lijsten: tuple[Lijst, ...]
    leerlingen: tuple[Stuk, ...]
    delen: Delen
    met_tekening: bool
    legenda: tuple[Merk, ...]
