"""A made-up dossier to practise with, of a few weeks ago, so that there is something to do in it today."""

from __future__ import annotations

from datetime import date, timedelta

IDENT = "L-0000"
"""The pupil who does not exist. The first real one is then L-0001."""

_FRIDAY = 4


def practice_text(today: date, editor: str = "") -> str:
    """The dossier. Support ended last week, and what it brought is not yet written down."""
    days = {name: _schoolday(today - timedelta(back)).isoformat() for name, back in _BACK.items()}
    born = date(today.year - 8, 3, 14).isoformat()
    return (f"{editor}\n" if editor else "") + _TEXT.format(ident=IDENT, born=born, **days)


def _schoolday(day: date) -> date:
    """That day, or the Friday before it."""
    return day - timedelta(max(0, day.weekday() - _FRIDAY))


_BACK = {"seen": 63, "test": 62, "talk": 59, "begin": 56, "end": 7}

_TEXT = """\
# Een verzonnen dossier om mee te oefenen: de leerling, de school en de mensen bestaan niet.
# Kijk wat er te doen is:  bo escalate {ident}
# Leg vast wat het opleverde:  bo log {ident} evaluatie
# Klaar met oefenen? Gooi dit bestand weg.
soort: dossier
leerling: {{id: {ident}, roepnaam: Sanne, achternaam: Voorbeeld, geboortedatum: {born}, groep: 5}}
school: 99XX00
betrokkenen:
  - {{id: moeder, naam: A. Voorbeeld, rol: ouder, gezag: ja}}
  - {{id: lk, naam: B. Voorbeeld, rol: groepsleerkracht}}
  - {{id: ib, naam: C. Voorbeeld, rol: intern_begeleider}}

tijdlijn:
  - datum: {seen}
    soort: observatie
    door: lk
    vakgebied: rekenen
    gedrag: Sanne begint vlot, en haakt af zodra een som over het tiental gaat.
    resultaten: Optellen tot 20 gaat goed. Van tien sommen over het tiental zijn er vier goed.
    ondersteuning_gewenst: ja
  - {{datum: {test}, soort: toets, naam: bloktoets, vakgebied: rekenen, methodegebonden: ja, schaal: percentage, waarde: 45}}
  - {{datum: {talk}, soort: oudercontact, met: moeder, door: lk, over: zorg, samenvatting: Verteld wat we zien en gaan doen.}}
  - datum: {begin}
    soort: ondersteuning
    id: o1
    vakgebied: rekenen
    doel: Acht van de tien sommen over het tiental goed.
    aanpak: Drie keer per week een kwartier met de rekenmat, in een klein groepje.
    door: lk
    tot: {end}
    groepsplan: rekenen blok 2
"""
