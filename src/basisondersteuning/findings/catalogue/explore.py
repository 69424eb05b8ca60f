"""Codes BO44x: what exploring a norm frame shows, before any dossier is read."""

from __future__ import annotations

from ..code import ADVIES, WAARSCHUWING, Code

LEVEL_UNREACHABLE = Code(
    "BO440",
    "niveau-onbereikbaar",
    WAARSCHUWING,
    "Dit niveau is niet te bereiken met alle voorwaarden vervuld",
    "Dan is ondersteuning op dit niveau nooit onderbouwd, wat een school ook doet en vastlegt.",
    "Bekijk waarmee het niveau begint en welke voorwaarden ervoor gelden; een daarvan kan niet, of spreekt een andere tegen.",
)
LEVEL_NO_WAY_OUT = Code(
    "BO441",
    "niveau-zonder-uitgang",
    WAARSCHUWING,
    "Dit niveau is niet te verlaten zonder een regel te breken",
    "Ondersteuning hoort op en af te kunnen, en een dossier hoort te kunnen sluiten.",
    "Bekijk de regels die bij een afschaling, een overgang of het einde van het dossier gelden.",
)
RULE_NEVER_APPLIES = Code(
    "BO442",
    "regel-nooit-aan-de-orde",
    WAARSCHUWING,
    "Deze regel is nooit aan de orde",
    "Zo'n regel lijkt iets te bewaken, maar geen dossier krijgt er ooit mee te maken.",
    "Verbeter de aanleiding, de geldigheid of de uitzondering, of haal de regel weg.",
)
RULE_NEVER_MET = Code(
    "BO443",
    "regel-nooit-te-voldoen",
    WAARSCHUWING,
    "Aan deze regel is nooit te voldoen",
    "Wat een school ook doet en vastlegt, de regel blijft open of wordt gebroken.",
    "Leg de aanleiding naast wat de regel vraagt; die twee spreken elkaar tegen.",
)
RULES_CLASH = Code(
    "BO444",
    "regels-botsen",
    WAARSCHUWING,
    "Aan deze twee regels is niet samen te voldoen",
    "Wie de ene nakomt, breekt de andere. Een school kan het dan niet goed doen.",
    "Geef een van beide een uitzondering (`tenzij`), of maak haar aanleiding nauwer.",
)
TERM_TOO_LONG = Code(
    "BO445",
    "termijn-langer-dan-schooljaar",
    WAARSCHUWING,
    "Deze termijn eindigt nooit binnen het schooljaar waarin zij begint",
    "Zelfs geteld vanaf de eerste dag van het schooljaar ligt de laatste dag erna. Niemand wordt er in dat schooljaar aan herinnerd.",
    "Kort de termijn in, of schrijf haar in `schooljaren` als het zo bedoeld is.",
)
UNDECIDED = Code(
    "BO446",
    "verkenning-niet-af",
    ADVIES,
    "Deze vraag is niet beantwoord: het grootste aantal tijdlijnen was bereikt",
    "Niet gevonden is dan iets anders dan onmogelijk.",
    "Geef meer ruimte met `--tijdlijnen`, of maak de regel eenvoudiger.",
)
