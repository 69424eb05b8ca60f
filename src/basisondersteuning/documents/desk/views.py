"""What the page of a run shows. Fields are Dutch, as in all views; lists may be made while they are read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..views import Feit, Kop
from .words import Beeld


class Uitkomst(NamedTuple):
    """How often a rule has a status, and with how many SOPs."""

    beeld: Beeld
    aantal: int


class RegelView(NamedTuple):
    """A rule about SOPs. `uitkomsten` counts SOPs, most urgent status first."""

    code: str
    anker: str
    titel: str
    weegt: str
    bron: str
    wie: str
    doe: str
    waarom: str
    vraag: str
    uitkomsten: tuple[Uitkomst, ...]


class Melding(NamedTuple):
    """A finding. Without a rule behind it `bron`, `wie`, `uiterlijk` and `stand` are empty; `regel` is the anchor of the rule.

    `ook` are other places that explain it. `school` is named only where the finding does not stand under its school.
    """

    code: str
    regel: str
    ernst: str
    stand: Beeld | None
    melding: str
    herstel: str
    waarom: str
    bron: str
    wie: str
    uiterlijk: str
    plaats: str
    fragment: str
    ook: tuple[str, ...] = ()
    school: str = ""


class Verder(NamedTuple):
    """A rule that is not settled and of which no finding is shown: there is much time left, or it was left out."""

    code: str
    regel: str
    titel: str
    stand: Beeld
    uiterlijk: str


class Sop(NamedTuple):
    """A SOP. `nummer` is its anchor, `vakken` its cells in the order of the rules; empty when it was not judged.

    `school` is who it is, `meldingen` what was found, made while it is read; `verder` are rules without a finding.
    `eigen_naam` is how the SOP itself names the school, where that plainly differs.
    """

    nummer: str
    school: str
    code: str
    bestuur: str
    jaar: str
    bestand: str
    stand: Beeld | None
    vakken: Iterable[Beeld]
    aantal: str
    meldingen: Iterable[Melding]
    verder: tuple[Verder, ...]
    eigen_naam: str = ""


class Ontbreekt(NamedTuple):
    """A school without a SOP, and what to do about it."""

    code: str
    naam: str
    bestuur: str
    herstel: str = ""


class Jaar(NamedTuple):
    """How the schools stand for one school year, and what must be said of it besides."""

    naam: str
    cijfers: tuple[Feit, ...]
    zin: str


class Bestand(NamedTuple):
    """A file that is no SOP, with its findings."""

    naam: str
    meldingen: Iterable[Melding]


class Rapport(NamedTuple):
    """The page. `getoetst` says by which norms, `geteld` counts schools for each school year. `samen` is over several files
    together, `overig` about what is no SOP.

    `met_details` says whether the findings of each school stand on the page, `open` whether they are unfolded; `over_details`
    and `over_overig` tell the reader what is not there.
    """

    kop: Kop
    cijfers: tuple[Feit, ...]
    getoetst: str
    geteld: tuple[Jaar, ...]
    regels: tuple[RegelView, ...]
    sops: Iterable[Sop]
    aantal: int
    besturen: tuple[str, ...]
    jaren: tuple[str, ...]
    standen: tuple[Beeld, ...]
    sop_standen: tuple[Beeld, ...]
    details: Iterable[Sop]
    met_details: bool
    open: bool
    over_details: str
    samen: tuple[Melding, ...]
    ontbreekt: tuple[Ontbreekt, ...]
    ontbreekt_jaar: str
    overig: Iterable[Bestand]
    aantal_overig: int
    over_overig: str
