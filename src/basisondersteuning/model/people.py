"""The pupil and the people around the pupil; apart from the dossier, since settings and meetings name people too."""

from pydantic import Field

from .base import Expertisegebied, Model, Rol, dutch
from .types import Datum, EenOfMeer, Groep, Ident, JaNee, Tekst


class Leerling(Model):
    """The pupil. `id` is a pseudonym: findings and machine formats name the pupil by it alone."""

    model_config = dutch("Leerling", "De leerling om wie het gaat.")

    id: Ident = Field(description="Kenmerk van de leerling, geen naam en geen BSN.", examples=["L-0101"])
    roepnaam: Tekst | None = Field(None, description="Roepnaam.")
    tussenvoegsel: Tekst | None = Field(None, description="Tussenvoegsel.")
    achternaam: Tekst | None = Field(None, description="Achternaam.")
    geboortedatum: Datum = Field(description="Geboortedatum.")
    groep: Groep = Field(description="Groep waarin de leerling nu zit.")


class Betrokkene(Model):
    """Someone around the pupil."""

    model_config = dutch("Betrokkene", "Iemand om de leerling heen, met een rol.")

    id: Ident = Field(description="Korte naam waarmee de tijdlijn naar deze persoon verwijst.", examples=["lk", "moeder"])
    naam: Tekst = Field(description="Naam.", examples=["A. Voorbeeld"])
    rol: EenOfMeer[Rol] = Field(min_length=1, description="Rol of rollen.")
    gezag: JaNee | None = Field(None, description="Heeft deze ouder gezag?")
    expertise: EenOfMeer[Expertisegebied] = Field(default_factory=list, description="Deskundigheid.")
    organisatie: Tekst | None = Field(None, description="Werkgever of organisatie.")
