"""Codes BO3xx: whether the parts of a record fit together."""

from __future__ import annotations

from ..code import FOUT, WAARSCHUWING, Code

UNKNOWN_PERSON = Code(
    "BO301",
    "onbekende-persoon",
    FOUT,
    "Deze persoon staat niet bij `betrokkenen`",
    "Van iemand die niet bij de betrokkenen staat, is de rol niet bekend, en daar hangen regels van af.",
    "Verbeter het kenmerk, of voeg de persoon toe aan `betrokkenen`.",
)
UNKNOWN_EVENT = Code(
    "BO302",
    "onbekende-verwijzing",
    FOUT,
    "Er is geen gebeurtenis met dit kenmerk",
    "Een verwijzing zonder doel maakt bijvoorbeeld van een evaluatie een evaluatie van niets.",
    "Verbeter het kenmerk, of geef de bedoelde gebeurtenis deze `id`.",
)
WRONG_EVENT_KIND = Code(
    "BO303",
    "verwijzing-andere-soort",
    FOUT,
    "Deze verwijzing wijst naar een gebeurtenis van een andere soort",
    "Een evaluatie hoort bij ondersteuning, een besluit bij een aanvraag.",
    "Verwijs naar de gebeurtenis die bedoeld is.",
)
DUPLICATE_ID = Code(
    "BO304",
    "dubbel-kenmerk",
    FOUT,
    "Dit kenmerk is al gebruikt",
    "Twee personen of twee gebeurtenissen met hetzelfde kenmerk zijn niet uit elkaar te houden.",
    "Geef een van de twee een ander kenmerk, ook waar ernaar verwezen wordt.",
)
ROLE = Code(
    "BO305",
    "rol-past-niet",
    FOUT,
    "Deze persoon heeft niet de rol die hier hoort",
    "Dit veld is voor iemand met een bepaalde rol.",
    "Noem de juiste persoon, of vul de rol aan bij `betrokkenen`.",
)
AGE = Code(
    "BO306",
    "leeftijd",
    WAARSCHUWING,
    "Bij deze geboortedatum hoort geen basisschoolleeftijd",
    "De eerste en de laatste gebeurtenis horen tussen het derde en het vijftiende jaar te vallen (instelling van `bo`, geen regel).",
    "Controleer het jaartal van de geboortedatum en van de gebeurtenis.",
)
BEFORE_BIRTH = Code(
    "BO307",
    "voor-de-geboorte",
    FOUT,
    "Deze gebeurtenis ligt voor de geboorte van de leerling",
    "Dat kan niet; een van de twee data is verkeerd getypt.",
    "Verbeter de datum van de gebeurtenis of de geboortedatum.",
)
FUTURE = Code(
    "BO308",
    "in-de-toekomst",
    FOUT,
    "Deze datum ligt in de toekomst",
    "Op de tijdlijn staat wat gebeurd is. Wat nog moet gebeuren, telt niet mee als bewijs.",
    "Verbeter de datum. Een plan hoort in `tot`, `evaluatiedatum` of een afspraak.",
)
ORDER = Code(
    "BO309",
    "volgorde",
    FOUT,
    "Deze data staan in een onmogelijke volgorde",
    "Een einde ligt niet voor het begin, en een evaluatie niet voor de ondersteuning zelf.",
    "Verbeter een van de twee data.",
)
CUSTODY = Code(
    "BO310",
    "gezag",
    FOUT,
    "`gezag` hoort alleen bij een ouder",
    "Gezag gaat over ouders en verzorgers.",
    "Haal `gezag` weg, of verbeter de rol.",
)
AFTER_CLOSING = Code(
    "BO311",
    "na-afsluiting",
    WAARSCHUWING,
    "Deze gebeurtenis ligt na de afsluiting van het dossier",
    "Een afgesloten dossier krijgt geen nieuwe gebeurtenissen; mogelijk is de afsluiting te vroeg.",
    "Verbeter de datum, of haal de afsluiting weg.",
)
STRAND = Code(
    "BO312",
    "vakgebied-onduidelijk",
    WAARSCHUWING,
    "Bij welk vakgebied dit hoort, is niet te zien",
    "In dit dossier loopt ondersteuning in meer dan één vakgebied. Bewijs van het ene vakgebied telt niet voor het andere.",
    "Voeg `vakgebied:` toe, met één of meer vakgebieden.",
)
SAME_PUPIL = Code(
    "BO313",
    "zelfde-leerling",
    WAARSCHUWING,
    "Dit kenmerk van een leerling staat in meer dan één dossier",
    "Twee dossiers van één leerling geven elk een half beeld; mogelijk is er een kopie blijven staan.",
    "Voeg de dossiers samen, of geef de leerlingen elk een eigen kenmerk.",
)
SCHOOL_YEAR = Code(
    "BO314",
    "schooljaar",
    FOUT,
    "Dit schooljaar of deze vakantie klopt niet",
    "Een schooljaar loopt van 1 augustus tot en met 31 juli van het jaar erna, en een vakantie valt daarbinnen.",
    "Verbeter het schooljaar of de data.",
)
NAMED_PUPIL = Code(
    "BO315",
    "kenmerk-met-naam",
    WAARSCHUWING,
    "In dit kenmerk staat de naam van de leerling",
    "Het kenmerk komt in de plaats van de naam: in meldingen, in namen van bestanden en in wat een samenwerkingsverband ziet.",
    "Geef de leerling een kenmerk zonder naam, zoals `L-0101`, ook in de bijeenkomsten van het OT.",
)
