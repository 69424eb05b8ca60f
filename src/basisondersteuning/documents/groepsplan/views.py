"""What a group plan shows. Templates see these values only, never a record."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from ..views import Feit, Kop, School


class Deelnemer(NamedTuple):
    """A pupil with support that runs."""

    leerling: Annotated[str, "Naam van de leerling, of het kenmerk."]
    doel: Annotated[str, "Wat deze leerling straks kan."]
    frequentie: Annotated[str, "Hoe vaak en hoe lang; mag leeg zijn."]
    door: Annotated[str, "Wie de ondersteuning geeft."]
    buiten_groep: Annotated[bool, "Of het gedeeltelijk buiten de groep gebeurt."]
    sinds: Annotated[str, "Sinds wanneer."]
    tot: Annotated[str, "De einddatum; leeg als die niet is afgesproken."]
    voorbij: Annotated[bool, "Of de einddatum voorbij is zonder dat het effect beoordeeld is."]


class Aanpak(NamedTuple):
    """Pupils with the same approach in the same plan."""

    groepsplan: Annotated[str, "Het groepsplan waarin dit staat; mag leeg zijn."]
    aanpak: Annotated[str, "Hoe er gewerkt wordt."]
    leerlingen: Annotated[tuple[Deelnemer, ...], "De leerlingen, wie het eerst geëvalueerd wordt vooraan."]


class Vak(NamedTuple):
    """One vakgebied."""

    naam: Annotated[str, "Het vakgebied."]
    anker: Annotated[str, "Naam van de plek op de bladzijde."]
    aantal: Annotated[str, "Hoeveel leerlingen hier ondersteuning hebben, in woorden."]
    aanpakken: Annotated[tuple[Aanpak, ...], "Elke aanpak, de grootste groep leerlingen eerst."]


class Evalueren(NamedTuple):
    """Support that is to be evaluated."""

    wanneer: Annotated[str, "De einddatum, of dat er geen is."]
    leerling: Annotated[str, "Naam van de leerling, of het kenmerk."]
    vakgebied: Annotated[str, "Het vakgebied."]
    voorbij: Annotated[bool, "Of de einddatum voorbij is zonder dat het effect beoordeeld is."]


class Groepsplan(NamedTuple):
    """The support that runs in one group of one school on one day."""

    kop: Kop
    school: Annotated[School, "De school."]
    groep: Annotated[str, "De groep."]
    kort: Annotated[tuple[Feit, ...], "De aantallen."]
    evalueren: Annotated[tuple[Evalueren, ...], "Wat geëvalueerd moet worden, wat het eerst moet vooraan."]
    vakken: Annotated[tuple[Vak, ...], "De vakgebieden waarin ondersteuning loopt."]
    zonder: Annotated[str, "Hoeveel leerlingen met een dossier nu geen ondersteuning hebben, in een zin."]
