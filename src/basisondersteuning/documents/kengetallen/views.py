"""What the page of the key figures shows, in final words."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from ..output.report import Tabel
from ..pictures.picture import Drawing
from ..views import Feit, Kop


class Grafiek(NamedTuple):
    """A chart; whatever it shows also stands in the table after it."""

    titel: Annotated[str, "Titel, om boven de tekening te zetten."]
    beschrijving: Annotated[str, "Wat de tekening laat zien, in een paar zinnen."]
    svg: Annotated[Drawing, "De tekening zelf."]


class Deel(NamedTuple):
    """A figure: what it is, a chart where there are enough values, and the table."""

    anker: Annotated[str, "De naam waarmee een verwijzing dit deel vindt."]
    titel: Annotated[str, "Wat het is."]
    uitleg: Annotated[str, "Waardoor gedeeld is, en hoe het ging."]
    grafiek: Annotated[Grafiek | None, "De tekening, als er iets te tekenen is."]
    tabel: Annotated[Tabel, "Dezelfde gegevens als tabel."]
    aantekeningen: Annotated[tuple[str, ...], "Hoe sommen tot stand kwamen."]


class Melding(NamedTuple):
    """Something that is wrong, missing, or asks attention."""

    kop: Annotated[str, "Ernst en code."]
    melding: Annotated[str, "Wat er is."]
    herstel: Annotated[str, "Wat te doen."]
    plaats: Annotated[str, "Bestand en regel."]
    bron: Annotated[str, "Waarop de norm rust; leeg als het geen norm is."]


class Kengetallenblad(NamedTuple):
    """The page."""

    kop: Annotated[Kop, "De kop."]
    opening: Annotated[tuple[str, ...], "Wat de lezer vooraf moet weten."]
    cijfers: Annotated[tuple[Feit, ...], "De laatste stand van elk kengetal, met het oordeel."]
    normen: Annotated[Tabel, "Wat het normenkader zegt."]
    delen: Annotated[tuple[Deel, ...], "De kengetallen waarover het normenkader gaat."]
    andere: Annotated[tuple[Deel, ...], "Volgens andere definities, en van anderen."]
    scholen: Annotated[tuple[Deel, ...], "Per school en per schoolbestuur."]
    meldingen: Annotated[tuple[Melding, ...], "Wat ontbreekt, niet klopt of aandacht vraagt."]
    leeswijzer: Annotated[str, "Hoe de tabellen te lezen zijn."]
