"""Codes BO5xx: what the norms say of a dossier beyond its duties."""

from __future__ import annotations

from ..code import ADVIES, FOUT, WAARSCHUWING, Code

WAIVER_RULE = Code(
    "BO501",
    "afwijking-onbekend",
    FOUT,
    "Deze afwijking noemt een regel die niet in het normenkader staat",
    "Dan wijkt zij nergens van af.",
    "Verbeter de code; `bo explain CODE` laat een regel zien.",
)
WAIVER_EXPIRED = Code(
    "BO502",
    "afwijking-verlopen",
    WAARSCHUWING,
    "Deze afwijking is verlopen",
    "De einddatum is voorbij, en de regel vraagt nog steeds iets.",
    "Doe alsnog wat de regel vraagt, of leg een nieuwe afwijking vast met een reden.",
)
WAIVER_UNUSED = Code(
    "BO503",
    "afwijking-ongebruikt",
    WAARSCHUWING,
    "Deze afwijking is niet nodig",
    "Er is op dit moment niets waarvan zij afwijkt: aan de regel is voldaan, of hij speelt niet.",
    "Laat haar staan als herinnering, of haal haar weg.",
)
CALENDAR = Code(
    "BO504",
    "rooster-ontbreekt",
    ADVIES,
    "Voor deze periode zijn de schoolvakanties niet ingevuld",
    "Een termijn in schooldagen of schoolweken is dan gerekend alsof er geen vakantie was; de echte datum ligt mogelijk later.",
    "Vul het rooster van dit schooljaar in bij het samenwerkingsverband.",
)
STEP_DOWN_LEVEL = Code(
    "BO505",
    "afschaling-niveau",
    FOUT,
    "Deze afschaling noemt een niveau dat er niet is of niet lager ligt",
    "Afschalen gaat naar een lager niveau van het normenkader, of naar `geen`.",
    "Kies bij `naar` een niveau dat lager is dan het huidige, of `geen`.",
)
JUDGED_RULE = Code(
    "BO506",
    "oordeel-onbekend",
    FOUT,
    "Dit oordeel noemt een regel die niet in het normenkader staat",
    "Dan telt het nergens voor mee.",
    "Verbeter de code.",
)
DECISION_EXPIRED = Code(
    "BO507",
    "besluit-verlopen",
    WAARSCHUWING,
    "Dit besluit is verlopen, en een later besluit staat niet in het dossier",
    "Een toegekend arrangement of een TLV geldt tot de datum die in het besluit staat. Of de extra ondersteuning doorgaat, is nu niet te zien.",
    "Leg het nieuwe besluit vast, of leg vast dat de leerling afschaalt.",
)
