"""The parts of the Groeidocument about talks: with parents, in the ondersteuningsteam, with people from outside."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from ..views import AfspraakRegel, UitkomstRegel


class Gesprek(NamedTuple):
    """A talk with, or a message to, the parents."""

    dag: Annotated[str, "Wanneer."]
    vorm: Annotated[str, "Gesprek, telefoon, bericht of huisbezoek."]
    met: Annotated[str, "Met welke ouders."]
    wie: Annotated[str, "Wie het voerde; mag leeg zijn."]
    over: Annotated[str, "Waarover het ging."]
    samenvatting: Annotated[str, "Wat er besproken is; mag leeg zijn."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]


class Bespreking(NamedTuple):
    """A discussion in the ondersteuningsteam."""

    dag: Annotated[str, "Wanneer."]
    vakgebied: Annotated[str, "Waarover het ging; leeg is over de hele leerling."]
    voorzitter: Annotated[str, "Wie voorzat."]
    aanwezig: Annotated[str, "Wie erbij waren."]
    uitgenodigd: Annotated[str, "Wie uitgenodigd waren maar niet kwamen; mag leeg zijn."]
    extern: Annotated[bool, "Of deskundigheid van buiten nodig was."]
    inbreng: Annotated[str, "Wat er is ingebracht; mag leeg zijn."]
    bespreking: Annotated[str, "Wat er is besproken; mag leeg zijn."]
    uitkomsten: Annotated[tuple[UitkomstRegel, ...], "Waartoe het overleg leidde."]
    afspraken: Annotated[tuple[AfspraakRegel, ...], "Wie wat wanneer doet, op volgorde van datum."]
    evaluatie: Annotated[str, "Wanneer het team hierop terugkomt; mag leeg zijn."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]


class Onderzoekregel(NamedTuple):
    """An assessment, asked for or done."""

    dag: Annotated[str, "Wanneer."]
    soort: Annotated[str, "Wat voor onderzoek, en of het is aangevraagd of uitgevoerd."]
    wie: Annotated[str, "Wie het doet; mag leeg zijn."]
    vraag: Annotated[str, "De onderzoeksvraag."]
    uitkomst: Annotated[str, "Wat eruit kwam; mag leeg zijn."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]


class Wijkteamregel(NamedTuple):
    """A contact with the sociaal wijkteam."""

    dag: Annotated[str, "Wanneer."]
    met: Annotated[str, "Met wie."]
    coordinatie: Annotated[str, "Wie het contact coördineert."]
    vraag: Annotated[str, "Waarover het ging."]
    uitkomst: Annotated[str, "Wat er is afgesproken; mag leeg zijn."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]
