"""Codes BO930 to BO939: remedies that are applied, and putting a file in order."""

from __future__ import annotations

from ..code import FOUT, Code

NOT_BETTER = Code(
    "BO930",
    "herstel-past-niet",
    FOUT,
    "Dit herstel maakt het bestand niet beter; het is niet veranderd",
    "`bo` herstelt alleen als er daarna niets nieuws mis is, en al het andere hetzelfde blijft zeggen.",
    "Verbeter het met de hand, in uw editor.",
)
HAS_MISTAKES = Code(
    "BO931",
    "netjes-met-fouten",
    FOUT,
    "In dit bestand staan fouten; het is niet netjes gezet",
    "Aan een bestand met fouten is niet te zien wat de datums en de gebeurtenissen zijn. Daarom blijft het zoals het is.",
    "Herstel eerst de fouten: `bo fix` herstelt schrijffouten, `bo validate` wijst de andere aan.",
)
NOT_ORDERED = Code(
    "BO932",
    "netjes-niet-mogelijk",
    FOUT,
    "Dit bestand is zo opgemaakt dat `bo` het niet netjes kan zetten; het is niet veranderd",
    "`bo` verandert een bestand alleen als het daarna precies hetzelfde zegt.",
    "Zet de gebeurtenissen zelf op volgorde, in uw editor.",
)
