"""The parts of the Groeidocument about support and its effect: tests, rounds of support, consultations."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from ..pictures.picture import Picture


class Toetsregel(NamedTuple):
    """One test result."""

    dag: Annotated[str, "Wanneer."]
    naam: Annotated[str, "Naam van de toets."]
    methode: Annotated[str, "Of de toets bij de lesmethode hoort, in woorden."]
    resultaat: Annotated[str, "Het resultaat, zoals het is opgeschreven."]
    wie: Annotated[str, "Wie de toets afnam; mag leeg zijn."]
    toelichting: Annotated[str, "Wat het resultaat betekent; mag leeg zijn."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]


class Toetsgroep(NamedTuple):
    """The tests of one vakgebied in one scale."""

    titel: Annotated[str, "Het vakgebied en de schaal."]
    tekening: Annotated[Picture | None, "De tekening; er is er geen bij één toets of bij een schaal zonder volgorde."]
    toetsen: Annotated[tuple[Toetsregel, ...], "De toetsen, oudste eerst."]


class Evaluatieregel(NamedTuple):
    """The judged effect of support."""

    dag: Annotated[str, "Wanneer."]
    effect: Annotated[str, "Het effect in woorden, of dat het nog niet is ingevuld."]
    wie: Annotated[str, "Wie het effect beoordeelde; mag leeg zijn."]
    toelichting: Annotated[str, "Waaruit het effect blijkt; mag leeg zijn."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]


class Ronde(NamedTuple):
    """One round of support."""

    periode: Annotated[str, "Van wanneer tot wanneer."]
    vorm: Annotated[str, "Of zij nieuw is, of een vervolg, en waarop."]
    doel: Annotated[str, "Wat de leerling straks kan."]
    aanpak: Annotated[str, "Hoe daaraan gewerkt wordt."]
    wie: Annotated[str, "Wie de ondersteuning geeft."]
    frequentie: Annotated[str, "Hoe vaak en hoe lang; mag leeg zijn."]
    plaats: Annotated[str, "In de groep, of gedeeltelijk daarbuiten."]
    groepsplan: Annotated[str, "Het groepsplan waarin dit staat; mag leeg zijn."]
    loopt: Annotated[bool, "Of deze ondersteuning nu loopt."]
    wacht: Annotated[bool, "Of de einddatum voorbij is en het effect nog niet beoordeeld."]
    evaluaties: Annotated[tuple[Evaluatieregel, ...], "De evaluaties, oudste eerst."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]


class Consultatieregel(NamedTuple):
    """A talk of the intern begeleider with a teacher."""

    dag: Annotated[str, "Wanneer."]
    aard: Annotated[str, "«consultatief» of «coachend»."]
    wie: Annotated[str, "Wie met wie sprak."]
    onderwerp: Annotated[str, "Onderwerp en vakgebied; mag leeg zijn."]
    vraag: Annotated[str, "De vraag van de leerkracht."]
    uitkomst: Annotated[str, "Wat er is afgesproken; mag leeg zijn."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]


class Niveaudeel(NamedTuple):
    """What was done while a niveau lasted."""

    titel: Annotated[str, "Het niveau, en vanaf wanneer."]
    rondes: Annotated[tuple[Ronde, ...], "De ondersteuning, oudste eerst."]
    consultaties: Annotated[tuple[Consultatieregel, ...], "Consultaties in die tijd, oudste eerst."]


class Lijn(NamedTuple):
    """The support in one vakgebied."""

    anker: Annotated[str, "Naam om naar deze lijn te verwijzen."]
    vakgebied: Annotated[str, "Het vakgebied."]
    delen: Annotated[tuple[Niveaudeel, ...], "Per niveau wat er gedaan is, oudste eerst."]


class LosseZorg(NamedTuple):
    """What belongs to no single lijn."""

    evaluaties: Annotated[tuple[Evaluatieregel, ...], "Evaluaties van ondersteuning die hier niet staat; meestal leeg."]
    consultaties: Annotated[tuple[Consultatieregel, ...], "Consultaties over meer vakgebieden, of zonder vakgebied."]
