"""Codes BO2xx: the form of a record, key by key and value by value."""

from __future__ import annotations

from ..code import FOUT, Code

MISSING = Code(
    "BO201",
    "veld-ontbreekt",
    FOUT,
    "Een verplicht veld ontbreekt",
    "Zonder dit veld is niet te zeggen wat er gebeurd is. Een veld dat er staat maar leeg is, telt als niet ingevuld.",
    "Vul het veld in.",
)
UNKNOWN_KEY = Code(
    "BO202",
    "onbekend-veld",
    FOUT,
    "Dit veld kent `bo` hier niet",
    "Een verkeerd gespeld veld zou anders ongemerkt niet meetellen.",
    "Verbeter de spelling, verplaats het veld, of zet de tekst in `notitie`.",
)
UNKNOWN_VALUE = Code(
    "BO203",
    "onbekende-waarde",
    FOUT,
    "Deze waarde staat niet in de lijst",
    "Dit veld heeft een vaste lijst van waarden, zodat regels erop kunnen rekenen.",
    "Kies een waarde uit de lijst.",
)
DATE = Code(
    "BO204",
    "datum",
    FOUT,
    "Dit is geen datum die `bo` leest",
    "Een datum schrijft u als 2026-11-03 of 3-11-2026, en de dag moet bestaan.",
    "Schrijf de datum als 2026-11-03 of 3-11-2026, met een jaar van vier cijfers.",
)
YES_NO = Code(
    "BO205",
    "ja-nee",
    FOUT,
    "Hier hoort `ja` of `nee`",
    "Andere woorden kunnen twee dingen betekenen.",
    "Schrijf `ja` of `nee`.",
)
NUMBER = Code(
    "BO206",
    "getal",
    FOUT,
    "Hier hoort een heel getal",
    "Alleen cijfers, zonder punt, komma of letters.",
    "Schrijf het getal met cijfers.",
)
SHAPE = Code(
    "BO207",
    "verkeerde-vorm",
    FOUT,
    "Hier staat iets van een andere vorm",
    "Een veld is tekst, een lijst (regels met een streepje) of een blok met eigen sleutels.",
    "Vergelijk met de beschrijving van dit veld in de handleiding.",
)
BLANK = Code(
    "BO208",
    "lege-tekst",
    FOUT,
    "Hier staat alleen lege tekst",
    "Lege aanhalingstekens of spaties zeggen niets.",
    "Vul tekst in, of haal het veld weg als het niet nodig is.",
)
SCHOOL_CODE = Code(
    "BO209",
    "schoolcode",
    FOUT,
    "Dit is geen BRIN met vestigingsnummer",
    "Een school heeft vier tekens BRIN (twee cijfers, twee hoofdletters) en twee cijfers voor de vestiging.",
    "Schrijf zes tekens achter elkaar, zoals 99XX00.",
)
EVENT_KIND = Code(
    "BO210",
    "gebeurtenis-onbekend",
    FOUT,
    "Deze soort gebeurtenis kent `bo` niet",
    "Aan de soort ziet `bo` welke velden een gebeurtenis heeft.",
    "Kies een soort uit de lijst in de handleiding.",
)
NO_EVENT_KIND = Code(
    "BO211",
    "gebeurtenis-zonder-soort",
    FOUT,
    "Bij deze gebeurtenis ontbreekt `soort`",
    "Zonder soort is niet te zeggen wat er gebeurde.",
    "Voeg bijvoorbeeld `soort: observatie` toe.",
)
IDENT = Code(
    "BO212",
    "kenmerk",
    FOUT,
    "Dit kenmerk heeft een vorm die `bo` niet toelaat",
    "Een kenmerk (id) wordt op andere plaatsen herhaald en moet daarom kort en eenduidig zijn.",
    "Gebruik alleen letters, cijfers, `-`, `_` en `.`, hooguit veertig tekens, en geen spaties.",
)
GROUP = Code(
    "BO213",
    "groep",
    FOUT,
    "Deze groep bestaat niet op een basisschool",
    "De groepen zijn 1 tot en met 8; 0 is voor een kind dat tijdens het jaar instroomt.",
    "Schrijf de groep als een cijfer van 1 tot en met 8, of 0.",
)
TOO_FEW = Code(
    "BO214",
    "lege-lijst",
    FOUT,
    "Deze lijst mag niet leeg zijn",
    "Er moet ten minste één waarde staan.",
    "Vul ten minste één waarde in.",
)
PATTERN = Code(
    "BO215",
    "vorm-van-tekst",
    FOUT,
    "Deze tekst heeft niet de vorm die hier hoort",
    "Dit veld heeft een vaste schrijfwijze.",
    "Vergelijk met de beschrijving van dit veld in de handleiding.",
)
TIME = Code(
    "BO216",
    "tijd",
    FOUT,
    "Dit is geen tijd die `bo` leest",
    "Een tijd schrijft u met uren en minuten, zoals 13:15.",
    "Schrijf de tijd als 13:15.",
)
COUNT = Code(
    "BO217",
    "aantal",
    FOUT,
    "Dit is geen aantal dat `bo` leest",
    "Een aantal is een geheel getal. Is een klein aantal afgeschermd, dan staat er `<5`; dat is een van de aantallen 1 tot en met 4.",
    "Schrijf het aantal met cijfers, `<5` of `afgeschermd`.",
)
PERCENT = Code(
    "BO218",
    "percentage",
    FOUT,
    "Dit is geen percentage dat `bo` leest",
    "Een percentage ligt van 0 tot en met 100.",
    "Schrijf het percentage met cijfers, zoals 2,5, zonder procentteken.",
)
