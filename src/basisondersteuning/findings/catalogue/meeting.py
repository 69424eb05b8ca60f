"""Codes BO6xx: a meeting of the ondersteuningsteam, its agenda and what it adds to dossiers."""

from __future__ import annotations

from ..code import ADVIES, FOUT, WAARSCHUWING, Code

SAME_PUPIL_TWICE = Code(
    "BO601",
    "twee-keer-op-agenda",
    FOUT,
    "Deze leerling staat twee keer op de agenda",
    "Wat er over een leerling is besproken, hoort bij één agendapunt; anders is niet te zeggen welk van de twee geldt.",
    "Voeg de twee agendapunten samen, of verbeter het kenmerk.",
)
TOO_LONG = Code(
    "BO602",
    "agenda-te-lang",
    WAARSCHUWING,
    "De agenda past niet in de tijd",
    "Wie aan het eind komt, krijgt dan te weinig tijd, en de ouders horen een verkeerd tijdstip.",
    "Geef leerlingen minder minuten, maak de bijeenkomst langer, of bespreek iemand een volgende keer.",
)
NO_SCHOOL = Code(
    "BO603",
    "geen-schooldag",
    WAARSCHUWING,
    "Op deze dag is er geen school",
    "Een bijeenkomst van het OT in het weekend of in een vakantie is meestal een tikfout in de datum.",
    "Verbeter de datum, of laat haar staan als zij klopt.",
)
TO_FILL_IN = Code(
    "BO604",
    "nog-in-te-vullen",
    ADVIES,
    "Hier moet nog iets worden ingevuld",
    "`bo ot plan` laat open wat het niet kan weten, en vult niets in wat niemand heeft gezegd.",
    "Vul het in, of haal weg wat niet nodig is.",
)
NO_PROCEDURE = Code(
    "BO605",
    "werkwijze-ontbreekt",
    ADVIES,
    "De vaste procedure van inbreng en bespreking staat er niet bij",
    "Het OT werkt met een vaste procedure van inbreng en bespreking (passage 16 van de bron). Hoe die gaat, bepaalt de school.",
    "Zet de stappen bij `werkwijze`, of één keer in `bo.yaml`, bij `ot`.",
)
WITHOUT_DOSSIER = Code(
    "BO606",
    "zonder-dossier-bekeken",
    ADVIES,
    "Van deze leerling is geen dossier gelezen",
    "Zonder het dossier is niet te zien wat er vooraf is gegaan, en of het team bewust van een regel afwijkt.",
    "Geef ook de map met dossiers op, of verbeter het kenmerk van de leerling.",
)
PARENT_LEFT_OUT = Code(
    "BO607",
    "ouder-met-gezag-niet-genodigd",
    WAARSCHUWING,
    "Een ouder met gezag staat wel in het dossier, maar niet bij de genodigden",
    "Ouders hebben een vaste plek in het OT, ook als zij niet bij elkaar wonen.",
    "Zet deze ouder bij `genodigden`, of spreek met de ouders af wie er komt.",
)
NOT_HELD_YET = Code(
    "BO608",
    "nog-niet-besproken",
    ADVIES,
    "Van deze bespreking is nog niets vastgelegd",
    "Van een leerling die nog niet besproken is, komt er geen verslag: ouders zouden tekenen voor niets.",
    "Vul na de bijeenkomst in wie er waren, wat er besproken is en wat er is afgesproken.",
)
OTHER_PUPIL = Code(
    "BO609",
    "andere-leerling",
    FOUT,
    "De naam op de agenda is niet die van de leerling in het dossier met dit kenmerk",
    "Met één cijfer verkeerd komt de bespreking van het ene kind in het dossier van het andere.",
    "Verbeter het kenmerk van de leerling op de agenda, of de naam.",
)

NO_DOSSIER = Code(
    "BO620",
    "geen-dossier",
    FOUT,
    "Van deze leerling is geen dossier gevonden",
    "Wat het OT besprak, hoort in het dossier van de leerling.",
    "Controleer het kenmerk van de leerling en de school, of geef de map op waarin het dossier staat.",
)
BROKEN_DOSSIER = Code(
    "BO621",
    "dossier-met-fouten",
    FOUT,
    "In het dossier van deze leerling staan fouten; er is niets toegevoegd",
    "Aan een dossier met fouten is niet te zien waar een toevoeging hoort en wat zij doet.",
    "Verbeter eerst het dossier (`bo validate` wijst de fouten aan) en verwerk de bijeenkomst dan opnieuw.",
)
CLOSED_DOSSIER = Code(
    "BO622",
    "dossier-gesloten",
    FOUT,
    "Het dossier van deze leerling was al afgesloten; er is niets toegevoegd",
    "Na de afsluiting komt er niets meer bij een dossier.",
    "Controleer de datum van de bijeenkomst, het kenmerk van de leerling en de afsluiting in het dossier.",
)
OTHER_DISCUSSION = Code(
    "BO623",
    "bespreking-anders",
    FOUT,
    "In het dossier staat op deze dag al een bespreking in het OT, en die is anders; er is niets toegevoegd",
    "Welke van de twee klopt, kunnen alleen mensen zeggen. In een dossier wordt niets overschreven.",
    "Leg de twee naast elkaar en verbeter met de hand wat niet klopt.",
)
NOBODY_PRESENT = Code(
    "BO624",
    "aanwezigen-ontbreken",
    FOUT,
    "Bij dit agendapunt staat een uitkomst, maar niet wie erbij waren; er is niets toegevoegd",
    "Wie aan tafel zaten, hoort bij de bespreking: daar hangen regels van af.",
    "Vul `aanwezig` in, met de kenmerken van wie erbij waren.",
)
OTHER_NAME = Code(
    "BO625",
    "kenmerk-andere-naam",
    FOUT,
    "Iemand heeft in de bijeenkomst en in het dossier hetzelfde kenmerk en dezelfde rol, maar een andere naam; er is niets toegevoegd",
    "Gaat het om twee mensen, dan kwam in het dossier de verkeerde persoon te staan.",
    "Schrijf de naam op beide plaatsen gelijk, of geef deze persoon in de bijeenkomst een ander kenmerk.",
)
DOES_NOT_FIT = Code(
    "BO626",
    "toevoeging-past-niet",
    FOUT,
    "Met deze toevoeging zou het dossier fouten bevatten; er is niets toegevoegd",
    "Een dossier dat goed was, moet goed blijven.",
    "Verbeter dit in de bijeenkomst en verwerk haar dan opnieuw.",
)
