"""Codes BO434-BO436: changes of a norm frame that no test notices."""

from __future__ import annotations

from ..code import WAARSCHUWING, Code

UNNOTICED = Code(
    "BO434",
    "wijziging-ongemerkt",
    WAARSCHUWING,
    "Geen proef merkt deze wijziging van het normenkader",
    "Wat geen proef bewaakt, kan bij een volgende versie ongemerkt anders worden.",
    "Voeg een proef toe die het verschil laat zien. Kan geen enkel dossier het laten zien, zet de wijziging dan met de reden bij `gelijkwaardig`.",
)
EQUIVALENT_UNKNOWN = Code(
    "BO435",
    "gelijkwaardig-onbekend",
    WAARSCHUWING,
    "Deze wijziging bestaat niet (meer)",
    "Onder `gelijkwaardig` staat wat geen dossier kan laten zien. Een wijziging van iets wat er niet staat, houdt niemand meer bij.",
    "Verbeter de naam (`bo kader test --mutaties --uitgebreid` noemt alle wijzigingen), of haal de vermelding weg.",
)
EQUIVALENT_NOTICED = Code(
    "BO436",
    "gelijkwaardig-toch-gemerkt",
    WAARSCHUWING,
    "Deze wijziging staat bij `gelijkwaardig`, maar een proef merkt haar",
    "Er is dus wel een dossier dat het verschil laat zien; de reden die erbij staat, klopt niet (meer).",
    "Haal de vermelding weg.",
)
