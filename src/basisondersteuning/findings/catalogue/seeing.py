"""Codes BO940 to BO959: the overview of a caseload, watching it, and the state of this computer."""

from __future__ import annotations

from ..code import FOUT, WAARSCHUWING, Code

GONE = Code(
    "BO945",
    "map-weg",
    WAARSCHUWING,
    "Deze map is er niet meer",
    "`bo watch` kijkt mee zolang er iets te zien is: een map die weg is, kan verplaatst zijn, of op een schijf staan die los is.",
    "Zet de map terug of sluit de schijf weer aan: dan kijkt `bo` vanzelf verder. Of stop met Ctrl-C en geef de nieuwe plaats op.",
)
PAGE = Code(
    "BO946",
    "bladzijde-niet-geschreven",
    FOUT,
    "De bladzijde met het overzicht is niet te schrijven",
    "Wat in uw browser staat, is dan ouder dan de dossiers. Er gaat niets verloren: `bo` probeert het telkens opnieuw.",
    "Kijk of de map er nog is, of er ruimte is en of u er mag schrijven. Daarna komt de bladzijde vanzelf.",
)
STUMBLED = Code(
    "BO947",
    "meekijken-vastgelopen",
    FOUT,
    "`bo` zelf liep even vast tijdens het meekijken",
    "Dit is een fout in `bo`, niet in uw bestanden. Bij de volgende wijziging leest `bo` alles opnieuw.",
    "Werk gerust door. Gebeurt het vaker, meld het dan met de versie (`bo --version`).",
)
