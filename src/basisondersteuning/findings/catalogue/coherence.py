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
COUNT_FIELD = Code(
    "BO318",
    "veld-past-niet-bij-telling",
    FOUT,
    "Dit veld hoort niet bij wat er geteld is",
    "Zo is niet te zien wat het aantal betekent, en kan het bij het verkeerde aantal worden opgeteld.",
    "Haal het veld weg, of verbeter `wat`.",
)
COUNT_INCOMPLETE = Code(
    "BO319",
    "telling-onvolledig",
    FOUT,
    "Bij deze telling ontbreekt een veld",
    "Zonder dat veld is niet te zien wat er geteld is.",
    "Vul het veld in.",
)
COUNT_PERIOD = Code(
    "BO320",
    "periode-telling",
    FOUT,
    "De periode van deze telling klopt niet",
    "Een periode begint voor haar laatste dag. Leerlingen en plichten worden op één dag geteld.",
    "Verbeter `van` of `peildatum`.",
)
COUNT_AREA = Code(
    "BO321",
    "gebied-telling",
    FOUT,
    "Bij dit gebied klopt de code niet",
    "Van een school of een schoolbestuur moet te zien zijn welk het is; landelijk is er maar één.",
    "Geef bij een school of schoolbestuur `code`, en laat die bij landelijk weg.",
)
RATE_EMPTY = Code(
    "BO322",
    "deelname-zonder-cijfer",
    FOUT,
    "Dit deelnamecijfer heeft geen cijfer",
    "Er hoort een percentage te staan, of een teller met een noemer.",
    "Vul `percentage` in, of `teller` en `noemer`.",
)
RATE_WRONG = Code(
    "BO323",
    "deelname-rekent-niet",
    FOUT,
    "Het percentage past niet bij teller en noemer",
    "Een van de drie is verkeerd overgenomen, en welk kan `bo` niet weten.",
    "Kijk in de bron, en verbeter het verkeerde getal.",
)
SAME_COUNT = Code(
    "BO324",
    "telling-dubbel",
    FOUT,
    "Dit is al geteld, met een ander aantal",
    "Welk van de twee klopt, kan `bo` niet weten.",
    "Haal de verkeerde telling weg.",
)
TLV_TOO_EARLY = Code(
    "BO325",
    "tlv-te-vroeg",
    WAARSCHUWING,
    "Op deze dag waren er nog geen toelaatbaarheidsverklaringen",
    "TLV's bestaan sinds 1 augustus 2014; van 1 oktober 2013 kunnen er dus geen zijn.",
    "Verbeter de datum, of haal de telling weg.",
)
PARTS_EXCEED = Code(
    "BO326",
    "delen-groter-dan-geheel",
    FOUT,
    "De delen zijn samen meer dan het geheel",
    "Clusters zijn delen van het speciaal onderwijs, en categorieën van de TLV's: samen kunnen zij niet meer zijn.",
    "Kijk in de bron, en verbeter het verkeerde aantal.",
)
SCALE = Code(
    "BO327",
    "waarde-buiten-schaal",
    WAARSCHUWING,
    "Deze waarde kan niet in deze schaal",
    "Een percentage boven de 100 of een cijfer boven de 10 is een verschrijving, of de schaal is een andere. In een overzicht van "
    "toetsen komt zo'n resultaat op een verkeerde plek.",
    "Verbeter `waarde` of `schaal`. Past geen schaal, kies dan `anders`.",
)
OTHER_SYSTEM = Code(
    "BO316",
    "ander-stelsel",
    FOUT,
    "Dit oordeel van de inspectie hoort bij een ander stelsel",
    "Tot 1 augustus 2017 gaf de inspectie een arrangement, daarna een oordeel. Een voldoende is geen basisarrangement, en een "
    "onvoldoende is niet hetzelfde als zwak; `bo` zet het ene nooit om in het andere.",
    "Kijk in het rapport van de inspectie, en verbeter `stelsel`, `uitkomst` of `datum`.",
)
TWICE = Code(
    "BO317",
    "twee-keer-beoordeeld",
    FOUT,
    "Dit staat er twee keer in",
    "Een aspect, een ijkpunt of een kenmerk van handelingsgericht werken krijgt één score; van twee is niet te zien welke geldt.",
    "Haal een van de twee weg, of verbeter de naam.",
)
NO_JUDGEMENT = Code(
    "BO330",
    "maatregel-zonder-oordeel",
    WAARSCHUWING,
    "Van deze dag of eerder staat er geen oordeel van de inspectie",
    "Een verbetermaatregel en een melding aan het samenwerkingsverband volgen op een oordeel van de inspectie (passage 3). Zonder "
    "dat oordeel is niet te zien waarop zij volgen.",
    "Zet het oordeel van de inspectie op de tijdlijn, of verbeter de datum.",
)
HOURS = Code(
    "BO331",
    "uren-verschillen",
    WAARSCHUWING,
    "De uren die betaald worden zijn samen niet de uren die de intern begeleiders hebben",
    "De school noemt per intern begeleider en per betaler de uren (passage 19). Als alles is ingevuld, horen die samen gelijk te zijn.",
    "Verbeter de uren, of voeg de betaler of de intern begeleider toe die ontbreekt.",
)
OLD_AMBITION = Code(
    "BO332",
    "ambitie-voorbij",
    WAARSCHUWING,
    "Deze ambitie had voor het begin van dit schooljaar bereikt moeten zijn",
    "Zo te zien is de ambitie uit een eerder profiel overgenomen: de dag is voorbij, en de stand zegt dat zij nog niet bereikt is.",
    "Verbeter de dag, of zet bij `stand` of de ambitie bereikt of vervallen is.",
)
CHAIR = Code(
    "BO333",
    "voorzitter-geen-lid",
    WAARSCHUWING,
    "De voorzitter van het OT staat niet bij de leden",
    "Wie het OT voorzit, zit er ook in (passages 15 en 23).",
    "Voeg de voorzitter toe aan `leden`, of verbeter `voorzitter`.",
)
