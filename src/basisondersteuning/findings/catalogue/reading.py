"""Codes BO0xx and BO1xx: what can go wrong before a record is a record."""

from __future__ import annotations

from ..code import FOUT, Code

NO_RECORDS = Code(
    "BO001",
    "geen-bestanden",
    FOUT,
    "Hier staan geen dossiers of andere bestanden van `bo`",
    "`bo` zoekt in mappen naar `.yaml`- en `.yml`-bestanden met een regel `soort:`. Er is er geen gevonden, dus er valt niets te zeggen.",
    "Controleer het pad, of begin een dossier met de regel `soort: dossier`.",
)
NOT_FOUND = Code(
    "BO101",
    "niet-gevonden",
    FOUT,
    "Dit bestand of deze map bestaat niet",
    "Het pad is opgegeven, maar er staat niets.",
    "Controleer de spelling van het pad. Staat er een spatie in, zet het pad dan tussen aanhalingstekens.",
)
NO_ACCESS = Code(
    "BO102",
    "geen-toegang",
    FOUT,
    "Dit bestand of deze map mag niet gelezen worden",
    "Uw account heeft geen leesrecht, of een ander programma houdt het bestand vast. Wat `bo` niet kan lezen, kan het niet beoordelen.",
    "Sluit het programma waarin het bestand open staat, of vraag leesrecht aan wie de map beheert.",
)
NOT_A_FILE = Code(
    "BO103",
    "geen-gewoon-bestand",
    FOUT,
    "Dit is geen gewoon bestand",
    "Het is een apparaat of een pijp (een doorgeefluik tussen programma's). Lezen zou eindeloos kunnen duren.",
    "Sla het dossier op als gewoon tekstbestand.",
)
TOO_LARGE = Code(
    "BO104",
    "te-groot",
    FOUT,
    "Dit bestand is te groot voor een record",
    "Een dossier is enkele kilobytes. Een bestand van meer dan 4 MB is iets anders, of is beschadigd.",
    "Kijk wat er in het bestand staat. Bijlagen horen naast het dossier, niet erin.",
)
EMPTY = Code(
    "BO105",
    "leeg-bestand",
    FOUT,
    "Dit bestand is leeg",
    "Een leeg bestand kan een mislukte opslag zijn; daarom slaat `bo` het niet stil over.",
    "Zet een reservekopie terug, of verwijder het bestand als het niet nodig is.",
)
NOT_UTF8 = Code(
    "BO106",
    "geen-utf8",
    FOUT,
    "Dit bestand is niet als UTF-8 opgeslagen",
    "In een andere tekencodering worden letters als ë en é onleesbaar. `bo` raadt niet welke letter bedoeld is.",
    "Open het bestand in Kladblok, kies Opslaan als, en kies bij Codering: UTF-8.",
)
BAD_CHARACTER = Code(
    "BO107",
    "verboden-teken",
    FOUT,
    "Hier staat een teken dat in een tekstbestand niet mag",
    "Een stuurteken of nulteken ontstaat door een beschadigd bestand of door plakken uit een ander programma.",
    "Verwijder het teken en typ de tekst opnieuw.",
)
SYNTAX = Code(
    "BO108",
    "yaml-fout",
    FOUT,
    "De opmaak van het bestand klopt hier niet",
    "YAML let op inspringen, dubbele punten en aanhalingstekens. Vanaf dit punt is niet zeker wat er bedoeld is.",
    "Kijk naar deze regel en de regel erboven: inspringing, een dubbele punt zonder spatie erachter, of een open aanhalingsteken. "
    "Tekst met `: ` of ` #` erin hoort tussen aanhalingstekens.",
)
TAB = Code(
    "BO109",
    "tab",
    FOUT,
    "Hier staat een tab waar YAML spaties wil",
    "Een tab ziet er op elk scherm anders uit; daarom verbiedt YAML hem bij het inspringen.",
    "Vervang de tab door spaties.",
)
DEPTH = Code(
    "BO110",
    "te-diep",
    FOUT,
    "Dit bestand is te diep genest",
    "Een record is enkele niveaus diep. Meer dan 64 wijst op een beschadigd of kwaadaardig bestand.",
    "Kijk naar de haakjes en de inspringing rond deze plaats.",
)
ALIAS = Code(
    "BO111",
    "verwijsteken",
    FOUT,
    "Een anker (`&`) of verwijzing (`*`) mag hier niet",
    "Met ankers kan een klein bestand reusachtig worden, en een lezer ziet niet meer wat er staat.",
    "Schrijf de waarde uit. Begint de tekst zelf met `&` of `*`, zet hem dan tussen aanhalingstekens.",
)
TAG = Code(
    "BO112",
    "label",
    FOUT,
    "Een label (`!`) mag hier niet",
    "Een YAML-label verandert de betekenis van een waarde buiten het zicht van de lezer.",
    "Haal het label weg. Begint de tekst zelf met `!`, zet hem dan tussen aanhalingstekens.",
)
SECOND_DOCUMENT = Code(
    "BO113",
    "tweede-document",
    FOUT,
    "Hier begint een tweede document in hetzelfde bestand",
    "Eén bestand is één record; wat onder `---` staat zou anders ongezien blijven.",
    "Zet het tweede deel in een eigen bestand, of haal de regel met `---` weg.",
)
DUPLICATE_KEY = Code(
    "BO114",
    "dubbele-sleutel",
    FOUT,
    "Deze sleutel staat er twee keer",
    "Welke van de twee waarden geldt, is niet te zien; stilletjes de laatste nemen zou gegevens verliezen.",
    "Houd één van de twee. Hoort de tweede bij een volgende gebeurtenis, begin die dan met een streepje (`- `).",
)
COMPLEX_KEY = Code(
    "BO115",
    "sleutel-geen-tekst",
    FOUT,
    "Een sleutel moet een gewoon woord zijn",
    "Hier staat een lijst of een blok op de plaats van een sleutel.",
    "Schrijf de naam van het veld zonder haakjes. Tekst met `[ ]` of `{ }` hoort tussen aanhalingstekens.",
)
NOT_A_MAPPING = Code(
    "BO116",
    "geen-sleutels",
    FOUT,
    "Bovenaan het bestand horen sleutels te staan, zoals `soort: dossier`",
    "Het bestand begint met een lijst of met losse tekst. Een record begint met sleutels.",
    "Begin met `soort: dossier` en zet de rest eronder, zonder streepje ervoor.",
)
LINK_LOOP = Code(
    "BO117",
    "kring-van-koppelingen",
    FOUT,
    "Deze koppeling verwijst naar zichzelf",
    "Een snelkoppeling die in een kring loopt, komt nergens uit.",
    "Verwijder de koppeling of laat haar naar een echt bestand wijzen.",
)
DEAD_LINK = Code(
    "BO118",
    "dode-koppeling",
    FOUT,
    "Deze koppeling wijst naar een bestand dat er niet is",
    "Het bestand achter de koppeling is verplaatst of verwijderd.",
    "Zet het bestand terug of verwijder de koppeling.",
)
VANISHED = Code(
    "BO119",
    "verdwenen",
    FOUT,
    "Dit bestand is tijdens het lezen verdwenen",
    "Het stond er bij het zoeken nog wel. Een ander programma kan het verplaatst of hernoemd hebben.",
    "Start `bo` opnieuw.",
)
READ_ERROR = Code(
    "BO120",
    "leesfout",
    FOUT,
    "Dit bestand kon niet gelezen worden",
    "De schijf of het netwerk gaf een fout.",
    "Probeer het opnieuw; blijft het zo, controleer dan de schijf of de netwerkverbinding.",
)
NO_KIND = Code(
    "BO121",
    "soort-ontbreekt",
    FOUT,
    "De regel `soort:` ontbreekt",
    "Aan `soort` ziet `bo` wat voor record het is. In een map slaat `bo` een YAML-bestand zonder `soort` over; dit bestand is zelf opgegeven.",
    "Zet bovenaan bijvoorbeeld `soort: dossier`.",
)
UNKNOWN_KIND = Code(
    "BO122",
    "soort-onbekend",
    FOUT,
    "Deze soort record kent `bo` niet",
    "Zonder bekende soort weet `bo` niet welke sleutels erbij horen.",
    "Kies een soort uit `bo schema`, zoals `dossier`, `sop`, `kengetallen` of `normenkader`.",
)
WRONG_KIND = Code(
    "BO123",
    "andere-soort",
    FOUT,
    "Dit record is van een andere soort dan hier gevraagd wordt",
    "Deze opdracht werkt op dossiers (of op een normenkader); dit bestand is iets anders.",
    "Geef een bestand van de gevraagde soort op.",
)
TOO_MANY = Code(
    "BO124",
    "te-veel-fouten",
    FOUT,
    "Dit bestand heeft meer fouten dan `bo` laat zien",
    "Honderd fouten in één bestand hebben vaak één oorzaak. Wat na deze plaats komt, is wel verkeerd maar niet getoond.",
    "Herstel eerst de fouten die er wel staan en controleer het bestand daarna opnieuw.",
)
NOT_TEXT = Code(
    "BO125",
    "geen-tekstbestand",
    FOUT,
    "Dit is geen tekstbestand",
    "Een bestand van Word, een pdf of een plaatje wordt geen tekst door de naam op .yaml te laten eindigen. `bo` leest alleen gewone tekst.",
    "Zet wat erin staat over in een gewoon tekstbestand, bijvoorbeeld met Kladblok. Een leeg SOP om in te vullen maakt `bo new sop`.",
)
INTERNAL = Code(
    "BO901",
    "interne-fout",
    FOUT,
    "`bo` zelf liep vast op dit bestand",
    "Dit is een fout in het programma, niet in het dossier. De rest van de map is gewoon verwerkt.",
    "Meld dit met de versie (`bo --version`) en de soort fout; stuur het dossier zelf niet mee.",
)
