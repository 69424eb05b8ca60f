"""Codes BO4xx: mistakes in a norm frame, found when it loads, before any dossier is read."""

from __future__ import annotations

from ..code import FOUT, WAARSCHUWING, Code

EVENT_KIND = Code(
    "BO401",
    "patroon-soort",
    FOUT,
    "Dit patroon noemt een soort gebeurtenis die niet bestaat",
    "Een regel die op een onbekende soort wacht, wordt nooit vervuld.",
    "Kies een soort gebeurtenis die een dossier kent.",
)
FIELD = Code(
    "BO402",
    "patroon-veld",
    FOUT,
    "Dit patroon noemt een veld dat deze gebeurtenis niet heeft",
    "Een verkeerd gespeld veld zou de regel stil laten falen.",
    "Kies een veld van deze soort gebeurtenis.",
)
VALUE = Code(
    "BO403",
    "patroon-waarde",
    FOUT,
    "Dit patroon wacht op een waarde die dit veld niet kan hebben",
    "Zo'n toets kan nooit slagen.",
    "Kies een waarde uit de lijst van dit veld.",
)
TEST = Code(
    "BO404",
    "patroon-toets",
    FOUT,
    "Deze toets past niet bij dit veld",
    "`bevat` hoort bij een lijst, `rol` bij personen, `minstens` bij getallen, data en lijsten, `is: aanleiding` bij verwijzingen.",
    "Kies een toets die bij het veld hoort.",
)
ROLE = Code(
    "BO405",
    "rol-onbekend",
    FOUT,
    "Deze rol bestaat niet",
    "Een plicht zonder bestaande rol is van niemand.",
    "Kies een rol uit de lijst.",
)
SETTING = Code(
    "BO406",
    "instelling-onbekend",
    FOUT,
    "Deze instelling staat niet in het normenkader",
    "Een termijn die naar een instelling verwijst, heeft die nodig.",
    "Voeg de instelling toe, of verbeter de naam.",
)
LEVEL = Code(
    "BO407",
    "niveau-onbekend",
    FOUT,
    "Dit niveau staat niet in het normenkader",
    "Een regel hoort bij een niveau dat het kader beschrijft.",
    "Kies een niveau uit `niveaus`.",
)
CYCLE = Code(
    "BO408",
    "kader-kring",
    FOUT,
    "Dit normenkader is, direct of via een ander, op zichzelf gebaseerd",
    "Dan is er geen begin waarop het kan rusten.",
    "Verbeter `gebaseerd_op`.",
)
BASE = Code(
    "BO409",
    "kader-basis",
    FOUT,
    "Het normenkader waarop dit kader rust, is niet gevonden",
    "Zonder de basis zijn de regels niet volledig.",
    "Zet het andere kader in dezelfde map, of verbeter `gebaseerd_op`.",
)
DUPLICATE = Code(
    "BO410",
    "code-dubbel",
    FOUT,
    "Deze code of naam staat twee keer in het normenkader",
    "Een code wijst één regel, niveau of instelling aan.",
    "Geef een van de twee een andere code.",
)
FORM = Code(
    "BO411",
    "regel-vorm",
    FOUT,
    "Deze regel heeft niet precies één aanleiding en één eis",
    "Een regel heeft óf `als` óf `voorwaarde_voor`, en precies één van `dan`, `vooraf`, `moet`, `nooit`, `oordeel`, `een_van`, `alle`.",
    "Splits de regel, of gebruik `een_van` of `alle`.",
)
TERM = Code(
    "BO412",
    "termijn",
    FOUT,
    "Deze termijn is niet volledig",
    "Een termijn is een getal met precies één eenheid (dagen, weken, schooldagen, schoolweken, maanden of schooljaren) en een herkomst, "
    "of de naam van een instelling, of een datumveld.",
    "Schrijf bijvoorbeeld `{schoolweken: 2, herkomst: afspraak}` of `{instelling: naam}`.",
)
PASSAGE = Code(
    "BO413",
    "passage-onbekend",
    FOUT,
    "Deze passage staat niet in de bron van dit kader",
    "Elke regel wijst een passage aan die iemand kan nalezen.",
    "Verbeter het nummer, of neem de passage op bij `bronnen`.",
)
OVERLAP = Code(
    "BO414",
    "kader-overlap",
    FOUT,
    "Twee versies van dit normenkader gelden op dezelfde dag",
    "Dan hangt het oordeel af van toeval.",
    "Pas `geldig` aan: de ene versie eindigt de dag voor de andere begint.",
)
GAP = Code(
    "BO415",
    "kader-gat",
    FOUT,
    "Tussen twee versies van dit normenkader zit een gat",
    "Op de dagen ertussen zou er geen norm gelden.",
    "Pas `geldig` aan, zodat de versies op elkaar aansluiten.",
)
NOT_FOUND = Code(
    "BO416",
    "kader-niet-gevonden",
    FOUT,
    "Dit normenkader is er niet",
    "Zonder normenkader is er geen oordeel.",
    "Bekijk met `bo kader list` welke kaders er zijn.",
)
UNKNOWN_RULE = Code(
    "BO417",
    "regel-onbekend",
    FOUT,
    "Dit kader noemt een regel die de basis niet heeft",
    "`vervalt` kan alleen een bestaande regel laten vervallen.",
    "Verbeter de code.",
)
UNCOVERED = Code(
    "BO418",
    "passage-zonder-regel",
    WAARSCHUWING,
    "Geen regel en geen toelichting houdt deze passage vast",
    "Elke passage van de bron heeft regels, of een vermelding onder `onvertaald` of `elders` die zegt waarom niet.",
    "Schrijf een regel, of zet de passage met de reden onder `onvertaald`.",
)
PERIOD = Code(
    "BO419",
    "kader-geldigheid",
    FOUT,
    "De geldigheid van dit kader eindigt voor zij begint",
    "Zo'n kader geldt nooit.",
    "Verbeter `geldig`.",
)
OUTSIDE = Code(
    "BO420",
    "peildatum-buiten-kader",
    FOUT,
    "Op deze peildatum geldt geen versie van het normenkader",
    "Zonder geldende versie is er geen oordeel.",
    "Kies een andere peildatum of een ander kader.",
)
LEVELS_DIFFER = Code(
    "BO421",
    "niveaus-wisselen",
    FOUT,
    "Deze versie heeft andere niveaus dan de versie ervoor",
    "Een leerling houdt zijn niveau als er een nieuwe versie ingaat; dat kan alleen als de niveaus dezelfde codes hebben, in dezelfde volgorde.",
    "Houd de codes van de niveaus gelijk, of begin een nieuwe `reeks`.",
)
CASE_FAILED = Code(
    "BO430",
    "kadertest-mislukt",
    FOUT,
    "Een test van dit normenkader geeft een andere toestand dan verwacht",
    "De regel doet niet (meer) wat de test zegt, of de test klopt niet.",
    "Bekijk de regel en de test naast de bron, en verbeter een van beide.",
)
CASE_MISSING = Code(
    "BO431",
    "kadertest-ontbreekt",
    WAARSCHUWING,
    "Voor deze regel is een toestand die kan voorkomen niet getest",
    "Elke regel heeft een test voor elke toestand die hij kan bereiken.",
    "Voeg een kleine tijdlijn toe met deze uitkomst.",
)
CASE_TERM = Code(
    "BO432",
    "kadertest-termijn",
    WAARSCHUWING,
    "Geen test merkt het als de termijn van deze regel één dag verschuift",
    "Dan kan een termijn ongemerkt veranderen.",
    "Voeg een test toe op de laatste dag van de termijn en een op de dag erna.",
)
CASE_RULE = Code(
    "BO433",
    "kadertest-onbekend",
    FOUT,
    "Deze test noemt een regel of toestand die niet bestaat",
    "Zo'n test bewaakt niets.",
    "Verbeter de code of de toestand.",
)
