"""Codes BO8xx: the desk of the samenwerkingsverband: many SOPs together, coverage, key figures, imports."""

from __future__ import annotations

from ..code import ADVIES, FOUT, WAARSCHUWING, Code

SAME_SCHOOL = Code(
    "BO801",
    "school-dubbel",
    FOUT,
    "Van deze school is er voor dit schooljaar meer dan één SOP",
    "Welk van de twee geldt, kan alleen de school zeggen.",
    "Vraag de school welk bestand geldt, en haal het andere weg.",
)
SCHOOL_MISSING = Code(
    "BO802",
    "school-ontbreekt",
    WAARSCHUWING,
    "Van deze school van het samenwerkingsverband is er geen SOP",
    "Elke school legt haar eigen niveau van basisondersteuning vast in een SOP (passage 6).",
    "Vraag de school om haar SOP.",
)
COUNT_CONFLICT = Code(
    "BO830",
    "aantal-tegenstrijdig",
    FOUT,
    "Hetzelfde is twee keer geteld, met verschillende aantallen",
    "Welk van de twee klopt, kan `bo` niet weten. Met geen van beide is gerekend.",
    "Kijk in de bron, en verbeter een van de bestanden.",
)
RATE_CONFLICT = Code(
    "BO831",
    "deelname-tegenstrijdig",
    WAARSCHUWING,
    "Dit deelnamecijfer past niet bij een ander cijfer van dezelfde dag en definitie",
    "Een van de twee is verkeerd overgenomen, of de definitie is een andere.",
    "Kijk in de bron, en verbeter het cijfer of `definitie`.",
)
BASELINE_MISSING = Code(
    "BO832",
    "nulmeting-ontbreekt",
    WAARSCHUWING,
    "De nulmeting van 1 oktober 2013 ontbreekt",
    "Het streven is het niveau van 1 oktober 2013 ten minste vast te houden (passage 31). Zonder dat cijfer is niet te zien of dat lukt.",
    "Zoek het cijfer van 1 oktober 2013 op, en zet het met zijn bron in een bestand met kengetallen: onder `tellingen` of `deelname`.",
)
NOT_COMPARABLE = Code(
    "BO833",
    "definities-verschillen",
    ADVIES,
    "Deze jaren zijn niet te vergelijken: hun definitie verschilt",
    "De definities delen door een ander geheel. Een verschil zou dan van de definitie kunnen komen.",
    "Zoek voor die jaren de aantallen op, of een cijfer volgens dezelfde definitie.",
)
NATIONAL_MISSING = Code(
    "BO834",
    "landelijk-ontbreekt",
    ADVIES,
    "Het landelijke cijfer van het laatste jaar ontbreekt",
    "Het streven is ruim onder het landelijk gemiddelde te blijven (passage 31). Zonder dat cijfer is dat niet te zien.",
    "Zoek het landelijke cijfer op, en zet het met zijn bron in een bestand met kengetallen, met `gebied: landelijk`.",
)
SUM_EXCEEDS = Code(
    "BO835",
    "scholen-samen-meer",
    WAARSCHUWING,
    "De scholen zijn samen meer dan het samenwerkingsverband",
    "Een school is een deel van het samenwerkingsverband. `bo` rekent met het aantal van het samenwerkingsverband zelf.",
    "Kijk of de tellingen over dezelfde dag en hetzelfde onderwijs gaan.",
)
MADE_UP_MIXED = Code(
    "BO836",
    "verzonnen-en-echt",
    WAARSCHUWING,
    "Verzonnen en echte cijfers van een samenwerkingsverband staan door elkaar",
    "Wat uit zulke cijfers volgt, is niet echt.",
    "Haal de voorbeelden weg, of zet `verzonnen: ja` in elk bestand.",
)
OTHER_SCHOOL = Code(
    "BO837",
    "school-niet-van-swv",
    WAARSCHUWING,
    "Deze school staat niet bij het samenwerkingsverband",
    "Haar aantallen zijn niet bij die van het samenwerkingsverband opgeteld.",
    "Verbeter de code, of zet de school in `samenwerkingsverband.yaml`.",
)
SCHOOL_UNKNOWN = Code(
    "BO803",
    "sop-onbekende-school",
    WAARSCHUWING,
    "Deze school staat niet in het bestand van het samenwerkingsverband",
    "Een verschreven BRIN of vestiging laat twee scholen door de war lopen: de ene lijkt te ontbreken, de andere bestaat niet.",
    "Verbeter `school`, of zet de school bij `scholen` in samenwerkingsverband.yaml.",
)
FRAME_DIFFERS = Code(
    "BO804",
    "sop-ander-kader",
    WAARSCHUWING,
    "Dit SOP noemt een ander normenkader dan de meeste voor dit schooljaar",
    "Profielen die zich op verschillende normen richten, zijn niet met elkaar te vergelijken.",
    "Vraag de school of zij het goede format gebruikte, of verbeter `kader`.",
)
FORMAT_DIFFERS = Code(
    "BO805",
    "sop-ander-format",
    WAARSCHUWING,
    "Dit SOP volgt een ander format dan de meeste voor dit schooljaar",
    "Het samenwerkingsverband geeft het format (passage 6); een oud format vraagt niet naar alles wat nu telt.",
    "Stuur de school het format van dit schooljaar, of verbeter `format`.",
)
SOP_UNCHANGED = Code(
    "BO806",
    "sop-ongewijzigd",
    WAARSCHUWING,
    "De inhoud van dit SOP is gelijk aan die van een eerder schooljaar",
    "Een profiel dat ongewijzigd is overgenomen, kan verouderd zijn: mensen, uren en ambities veranderen elk jaar.",
    "Vraag de school of alles nog klopt.",
)
STALE = Code(
    "BO807",
    "bekend-en-weg",
    ADVIES,
    "Een bekende bevinding komt niet meer voor",
    "Wat verholpen is en toch in de lijst van bekende bevindingen blijft, verbergt dezelfde fout als zij terugkomt.",
    "Schrijf de lijst opnieuw met --baseline-schrijf en --force.",
)
BROKEN_OFF = Code(
    "BO808",
    "onderbroken",
    WAARSCHUWING,
    "De controle is onderbroken: niet alle bestanden zijn gelezen",
    "Een rapport over een deel van de bestanden lijkt anders op een rapport over alles.",
    "Begin de controle opnieuw.",
)
DUO_LAYOUT = Code(
    "BO850",
    "duo-indeling",
    FOUT,
    "De indeling van dit bestand kent `bo` niet",
    "De kolommen van DUO veranderden door de jaren heen. `bo` raadt niet in welke kolom iets staat.",
    "Kijk of dit het bestand van DUO is dat u bedoelt, en noem met --kolom de kolommen.",
)
DUO_COLUMN = Code(
    "BO851",
    "duo-kolom-ontbreekt",
    FOUT,
    "In dit bestand van DUO ontbreken kolommen",
    "Zonder deze kolommen zou een aantal te laag zijn, of bij de verkeerde school horen.",
    "Haal het bestand opnieuw bij DUO, of noem met --kolom onder welke naam de kolom hier staat.",
)
DUO_SAME_COLUMN = Code(
    "BO852",
    "duo-kolom-dubbel",
    FOUT,
    "Deze kolom staat er twee keer in",
    "Welke van de twee geldt, is niet te zien.",
    "Haal het bestand opnieuw bij DUO, of haal een van de twee kolommen weg.",
)
DUO_RAGGED = Code(
    "BO853",
    "duo-rij-lengte",
    FOUT,
    "Deze rij heeft meer of minder cellen dan de kop van het bestand",
    "Dan kan elk aantal in een verkeerde kolom staan. Daarom telt het hele bestand niet mee.",
    "Haal het bestand opnieuw bij DUO. Het is beschadigd, of in een ander programma veranderd.",
)
DUO_SEPARATOR = Code(
    "BO854",
    "duo-scheidingsteken",
    FOUT,
    "Tussen de cellen staat geen puntkomma",
    "DUO scheidt cellen met een puntkomma. Een ander teken betekent dat het bestand in een ander programma is opgeslagen.",
    "Haal het bestand opnieuw bij DUO, of sla het op als CSV met puntkomma's.",
)
DUO_NO_CSV = Code(
    "BO855",
    "duo-geen-csv",
    FOUT,
    "Dit bestand is niet te lezen als CSV van DUO",
    "DUO geeft tekst met puntkomma's tussen de cellen, en aanhalingstekens om een cel.",
    "Haal het bestand opnieuw bij DUO, en kies daar CSV.",
)
DUO_COUNT = Code(
    "BO856",
    "duo-aantal",
    FOUT,
    "In deze cel staat geen aantal dat `bo` leest",
    "Een aantal is een geheel getal zonder punten, of `<5`. Van wat er anders staat, is niet zeker wat het betekent.",
    "Haal het bestand opnieuw bij DUO, en verander er niets in.",
)
DUO_CODE = Code(
    "BO857",
    "duo-schoolcode",
    FOUT,
    "Dit is geen BRIN of vestiging",
    "Een BRIN heeft twee cijfers en twee hoofdletters, een vestiging nog twee cijfers. Een werkblad laat nullen vooraan weg.",
    "Haal het bestand opnieuw bij DUO, en sla het niet eerst op in een werkblad.",
)
DUO_DAY = Code(
    "BO858",
    "duo-peildatum",
    FOUT,
    "De peildatum is niet bekend",
    "Een aantal zonder dag is met niets te vergelijken.",
    "Geef de dag van de telling met --peildatum, bijvoorbeeld --peildatum 2024-10-01.",
)
DUO_WORD = Code(
    "BO859",
    "duo-woord",
    FOUT,
    "Dit woord kent `bo` hier niet",
    "Bij welk onderwijs of cluster deze leerlingen horen, is dan niet zeker.",
    "Het onderwijs is bo, sbo, so of vso; een cluster is 1, 2, 3 of 4. Haal het bestand opnieuw bij DUO.",
)
DUO_SAME_ROW = Code(
    "BO860",
    "duo-rij-dubbel",
    FOUT,
    "Dezelfde telling staat er twee keer in",
    "Opgeteld zouden leerlingen dubbel tellen.",
    "Haal een van de twee rijen weg. Hebt u van één dag een voorlopig en een definitief bestand, neem dan één ervan.",
)
DUO_SCHOOL_ABSENT = Code(
    "BO861",
    "duo-school-ontbreekt",
    WAARSCHUWING,
    "Niet elke school van het samenwerkingsverband staat in dit bestand",
    "Een som zonder deze scholen zou te laag zijn, en is daarom weggelaten. De scholen zelf staan er wel in.",
    "Verbeter de code van de school, of geef met --swv het bestand met de scholen die er op die dag waren.",
)
DUO_EMPTY = Code(
    "BO862",
    "duo-leeg",
    FOUT,
    "In dit bestand staat niets om te tellen",
    "Een leeg bestand kan een mislukt binnenhalen zijn; daarom slaat `bo` het niet stil over.",
    "Haal het bestand opnieuw bij DUO.",
)
DUO_RESAVED = Code(
    "BO863",
    "duo-anders-opgeslagen",
    ADVIES,
    "Dit bestand is na het binnenhalen opnieuw opgeslagen",
    "Een werkblad kan daarbij nullen en getallen veranderd hebben, ook zonder dat het te zien is.",
    "Gebruik liever het bestand zoals het van DUO komt.",
)
DUO_TOO_LARGE = Code(
    "BO864",
    "duo-te-groot",
    FOUT,
    "Dit bestand is te groot voor een bestand van DUO",
    "De leerlingen van alle scholen van het land zijn enkele megabytes. Een bestand van meer dan 512 MB is iets anders.",
    "Kijk wat er in het bestand staat, of haal het opnieuw bij DUO.",
)
DUO_NO_PAYER = Code(
    "BO865",
    "duo-samenwerkingsverband-ontbreekt",
    WAARSCHUWING,
    "Uw samenwerkingsverband komt in dit bestand niet voor",
    "Zonder het nummer zijn de leerlingen in (v)so niet aan uw samenwerkingsverband toe te wijzen.",
    "Zet het nummer, zoals PO9999, in `samenwerkingsverband.yaml`, en kijk of dit het bestand van po is.",
)
DUO_OWN_DAY = Code(
    "BO866",
    "duo-eigen-peildatum",
    WAARSCHUWING,
    "Dit bestand noemt zelf zijn peildatum, en dat is een andere dan die u geeft",
    "De dag in het bestand geldt. --peildatum is voor een bestand dat geen dag noemt.",
    "Laat --peildatum weg, of kijk of dit het bestand is dat u bedoelt.",
)
TALLY_REVEALS = Code(
    "BO870",
    "telling-onthult",
    WAARSCHUWING,
    "Samen met het eerdere bestand is van een kleine groep te zien hoe groot zij is",
    "Wie twee tellingen naast elkaar legt, kan het verschil uitrekenen. Gaat dat over weinig leerlingen, dan zijn zij te herkennen.",
    "Tel over een langere tijd, of geef deze telling niet aan wie de eerdere heeft; met --force schrijft `bo` haar toch.",
)
TALLY_DRAFT = Code(
    "BO871",
    "telling-geen-eerdere",
    WAARSCHUWING,
    "Dit is geen eerdere telling waarmee `bo` kan vergelijken",
    "Alleen een bestand van soort kengetallen zonder fouten, met aantallen uit dossiers, is ermee te vergelijken.",
    "Geef met --eerder het bestand dat `bo tel` de vorige keer schreef.",
)
NOT_COVERED = Code(
    "BO875",
    "gebied-niet-gedekt",
    FOUT,
    "Geen enkele school met een SOP noemt deze deskundigheid",
    "Op zes gebieden moeten scholen in elk geval een beroep kunnen doen (passage 27); dan is het een fout. Van wat een "
    "samenwerkingsverband daarnaast zelf in zijn lijst heeft, is het een waarschuwing.",
    "Vraag na of scholen dit aanbod kennen, en of het er in de regio is. Laat de scholen het in hun SOP opnemen.",
)
WHITE_SPOT = Code(
    "BO876",
    "witte-vlek",
    WAARSCHUWING,
    "Een deel van de scholen noemt deze deskundigheid niet",
    "Een school die een gebied niet noemt, heeft er misschien niemand voor, of weet niet dat het te vragen is. Een school zonder "
    "SOP telt hier niet mee: van haar is het niet bekend.",
    "Vraag deze scholen op wie zij een beroep doen, en laat hen het in hun SOP opnemen. De tabel laat zien welke het zijn.",
)
NOT_OFFERED = Code(
    "BO877",
    "gebied-niet-in-lijst",
    WAARSCHUWING,
    "In de lijst van het samenwerkingsverband staat niemand voor dit gebied",
    "Op zes gebieden zijn er in elk geval deskundigen (passage 27). Staat daar niemand bij, dan weet een school niet wie zij kan vragen.",
    "Voeg bij `expertise` een aanbieder toe voor dit gebied.",
)
SOP_NOT_COUNTED = Code(
    "BO878",
    "sop-telt-niet-mee",
    WAARSCHUWING,
    "Dit bestand telt niet mee in de dekking: er staan fouten in",
    "Van een bestand met fouten is niet zeker wat er bedoeld is. De school staat in de tabel als «SOP met fouten», niet als gat.",
    "Bekijk de fouten met `bo validate`, en vraag de school om een verbeterd SOP.",
)
OTHER_SCHOOL_CODE = Code(
    "BO809",
    "code-andere-school",
    WAARSCHUWING,
    "Deze code hoort bij een andere school: de naam is anders dan bij het samenwerkingsverband",
    "Met een verkeerde code komt een SOP bij een andere school terecht, en lijkt haar eigen school te ontbreken.",
    "Verbeter `school`. Klopt de code, verbeter dan de naam hier of in samenwerkingsverband.yaml.",
)
EMPTY_FORM = Code(
    "BO810",
    "leeg-formulier",
    FOUT,
    "Dit is een leeg formulier: alleen van welke school het is, is ingevuld",
    "Een leeg SOP zegt niets over wat een school biedt. Daarom is het niet aan de normen gehouden, en telt het nergens mee.",
    "Vul het SOP in, of vraag de school om het ingevulde bestand.",
)
NEWER_FIGURE = Code(
    "BO838",
    "nieuwer-cijfer-niet-beoordeeld",
    WAARSCHUWING,
    "Volgens de gevraagde definitie is er geen cijfer van de laatste dag",
    "Met `--definitie` kiest u zelf de reeks. Dan is een ouder cijfer beoordeeld, terwijl er volgens een andere definitie een nieuwer is.",
    "Laat `--definitie` weg, of zoek het nieuwste cijfer volgens deze definitie op.",
)
NO_NUMBER = Code(
    "BO839",
    "kengetallen-zonder-nummer",
    FOUT,
    "Van welk samenwerkingsverband deze cijfers zijn, is niet te zeggen",
    "De andere bestanden gaan over meer dan één samenwerkingsverband. Cijfers bij het verkeerde zetten is erger dan ze apart laten.",
    "Zet bovenaan in dit bestand `samenwerkingsverband` met het nummer. Tot dan staan deze cijfers apart, zonder oordeel.",
)
PERIODS_OVERLAP = Code(
    "BO840",
    "perioden-overlappen",
    WAARSCHUWING,
    "Deze periode overlapt een andere waarover hetzelfde geteld is",
    "Wie zulke aantallen naast elkaar ziet staan, leest ze als jaren en telt ze dubbel.",
    "Tel over perioden die op elkaar aansluiten, zoals schooljaren, met `van` erbij. Tot dan staat dit aantal apart.",
)
RATE_UNLIKELY = Code(
    "BO841",
    "deelname-onwaarschijnlijk",
    WAARSCHUWING,
    "Meer leerlingen in het speciaal of speciaal basisonderwijs dan in het basisonderwijs: dat is onwaarschijnlijk",
    "Verwisselde rijen, een komma te ver of aantallen van een ander gebied geven zulke cijfers. `bo` rekent er wel mee.",
    "Kijk in de bron of het aantal en `onderwijs`, of het percentage, goed zijn overgenomen.",
)
