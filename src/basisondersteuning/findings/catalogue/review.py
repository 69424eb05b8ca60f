"""Codes BO422-BO424: the register of who read what beside the source."""

from __future__ import annotations

from ..code import FOUT, WAARSCHUWING, Code

SUSPECT = Code(
    "BO422",
    "regel-verdacht",
    WAARSCHUWING,
    "De passage of de regel is veranderd sinds iemand deze regel naast de bron las",
    "Een regel zegt wat de passage zegt, zolang geen van beide verandert. Tot iemand opnieuw heeft gelezen, is dat niet zeker.",
    "Lees de regel naast de passage, pas de regel zo nodig aan, en leg vast dat u dat deed: `bo kader herzien CODE`.",
)
REVIEW_UNKNOWN = Code(
    "BO423",
    "herziening-onbekend",
    WAARSCHUWING,
    "Deze herziening gaat over een regel of passage die het normenkader niet heeft",
    "Dan bewaakt zij niets. De code kan vervallen zijn, of verkeerd gespeld.",
    "Verbeter de code. Is de regel met opzet vervallen, haal de herziening dan weg.",
)
REVIEW_ELSEWHERE = Code(
    "BO424",
    "herziening-ander-kader",
    FOUT,
    "Dit register van herzieningen hoort bij een ander normenkader dan waar het naast staat",
    "Wie het ene kader las, heeft het andere nog niet gelezen.",
    "Geef het bestand de naam van zijn eigen kader, gevolgd door `-herzieningen.yaml`, of verbeter `kader`.",
)
