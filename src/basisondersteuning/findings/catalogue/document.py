"""Codes BO7xx: documents, templates and the settings they follow."""

from __future__ import annotations

from ..code import FOUT, WAARSCHUWING, Code

SYNTAX = Code(
    "BO701",
    "sjabloon-leesfout",
    FOUT,
    "Dit sjabloon is niet te lezen",
    "Een haakje, `endif` of `endfor` te veel of te weinig, en de rest van het sjabloon is niet te volgen.",
    "Vergelijk met het sjabloon van bo: `bo sjabloon copy` zet er een naast.",
)
UNKNOWN_NAME = Code(
    "BO702",
    "sjabloon-onbekende-naam",
    FOUT,
    "Deze naam kent het document niet",
    "Een verkeerd gespelde naam zou anders ongemerkt niets opleveren.",
    "Welke namen een document heeft, staat in de naslag over sjablonen.",
)
FORBIDDEN = Code(
    "BO703",
    "sjabloon-verboden",
    FOUT,
    "Dit mag een sjabloon niet",
    "Een sjabloon toont gegevens. Het kan niet bij het programma of de computer.",
    "Gebruik alleen de gegevens van het document.",
)
NO_TEMPLATE = Code(
    "BO704",
    "sjabloon-ontbreekt",
    FOUT,
    "Dit sjabloon is er niet",
    "Een sjabloon kan alleen verwijzen naar sjablonen in de eigen map en, met `bo/` ervoor, naar die van bo.",
    "Verbeter de naam; `bo sjabloon list` noemt ze allemaal.",
)
STUCK = Code(
    "BO705",
    "sjabloon-loopt-vast",
    FOUT,
    "Dit sjabloon loopt vast",
    "Het sjabloon vraagt iets wat met deze gegevens niet kan.",
    "Vergelijk deze regel met het sjabloon van bo.",
)
LOGO = Code(
    "BO706",
    "logo",
    WAARSCHUWING,
    "Dit logo is niet te gebruiken",
    "Het document is nu zonder logo gemaakt.",
    "Noem een bestand dat er is, vanaf de map van `bo.yaml`.",
)
COLOUR = Code(
    "BO707",
    "kleur-te-licht",
    WAARSCHUWING,
    "Deze kleur is te licht om te lezen",
    "Tekst in deze kleur haalt op wit niet het contrast dat de richtlijn voor toegankelijkheid vraagt (4,5 op 1). Documenten "
    "krijgen een donkerder tint.",
    "Kies een donkerder kleur.",
)
NO_FOLDER = Code(
    "BO708",
    "sjablonenmap",
    FOUT,
    "De map met sjablonen is er niet",
    "Zonder die map zou het document er anders uitzien dan u verwacht.",
    "Verbeter de naam van de map, of maak haar met `bo sjabloon copy`.",
)
BLOCKED = Code(
    "BO709",
    "sjabloon-werkt-niet-in-document",
    FOUT,
    "Dit werkt niet in het document",
    "Een document laadt niets van buiten en voert niets uit: zo lekt er niets over een kind. Wat hier staat, zou stil wegvallen.",
    "Haal het weg.",
)
UNUSED = Code(
    "BO710",
    "sjabloon-ongebruikt",
    WAARSCHUWING,
    "Dit bestand wordt nergens gebruikt",
    "Een sjabloon geldt alleen als map en naam precies kloppen. Nu komt het document uit het sjabloon van bo.",
    "Geef het de naam die `bo sjabloon list` noemt, of haal het weg.",
)
EDITED = Code(
    "BO711",
    "document-bewerkt",
    FOUT,
    "Dit bestand is na het maken veranderd, of is niet door bo gemaakt",
    "Uw eigen werk in dit bestand zou verloren gaan.",
    "Geef het een andere naam, kies een andere map met `--out`, of overschrijf het met `--force`.",
)
NOT_WRITTEN = Code(
    "BO712",
    "document-niet-geschreven",
    FOUT,
    "Dit bestand is niet te schrijven",
    "Het document is niet bewaard; wat er stond is er nog.",
    "Sluit het bestand als het in een ander programma open staat, en kijk of u hier mag schrijven en of er ruimte is.",
)
SAME_NAME = Code(
    "BO713",
    "document-zelfde-naam",
    FOUT,
    "Er is al een document met deze naam gemaakt, van een ander bestand",
    "Het tweede zou het eerste overschrijven.",
    "Van dossiers: hun kenmerken zijn gelijk, of verschillen alleen in hoofdletters. Van SOP's: zij noemen dezelfde school en "
    "hetzelfde schooljaar. Verbeter er een, of maak ze in aparte mappen.",
)
EMPTY = Code(
    "BO714",
    "sjabloon-leeg",
    FOUT,
    "Dit sjabloon geeft een leeg document",
    "Er staat niets in wat een lezer te zien krijgt.",
    "Zet er iets in, of haal het bestand weg: dan geldt het sjabloon van bo.",
)
LOST_TEXT = Code(
    "BO715",
    "sjabloon-tekst-buiten-blok",
    WAARSCHUWING,
    "Wat hier buiten een blok staat, komt niet op zijn plaats in het document",
    "Een sjabloon dat met `extends` voortbouwt, geeft alleen zijn blokken door.",
    "Zet het tussen `{% block naam %}` en `{% endblock %}`, met de naam van een blok uit het andere sjabloon.",
)
NOT_OWN_FILE = Code(
    "BO716",
    "sjabloon-elders",
    FOUT,
    "Dit is geen gewoon bestand in uw map met sjablonen",
    "Een verwijzing naar een bestand of map buiten die map volgt bo niet: zo komt er niets in een document wat er niet hoort.",
    "Zet het bestand zelf in de map, of haal de verwijzing weg.",
)
NO_COLOUR = Code(
    "BO717",
    "kleur-leeg",
    WAARSCHUWING,
    "Achter `kleur:` staat geen kleur",
    "Zonder aanhalingstekens is alles achter `#` een opmerking, en blijft de kleur leeg. Documenten krijgen de kleur van bo.",
    'Zet de kleur tussen aanhalingstekens, zoals "#17506b".',
)
WORD_UNREADABLE = Code(
    "BO720",
    "word-sjabloon-onleesbaar",
    FOUT,
    "Dit is geen Word-bestand dat bo kan lezen",
    "Een sjabloon voor Word is een gewoon .docx-bestand. Een ouder .doc, een .dotx of een beschadigd bestand is dat niet.",
    "Open het in Word en bewaar het als «Word-document (.docx)».",
)
WORD_SYNTAX = Code(
    "BO721",
    "word-sjabloon-leesfout",
    FOUT,
    "Dit invulveld in het Word-sjabloon is niet te lezen",
    "Een haakje, `endif` of `endfor` te veel of te weinig, en de rest van het sjabloon is niet te volgen.",
    "Verbeter het invulveld in Word; zoek de alinea op met Ctrl+F.",
)
WORD_NAME = Code(
    "BO722",
    "word-sjabloon-onbekende-naam",
    FOUT,
    "Deze naam kent het document niet",
    "Een verkeerd gespelde naam zou anders ongemerkt niets opleveren.",
    "Welke namen een document heeft, staat in de naslag over sjablonen.",
)
WORD_FORBIDDEN = Code(
    "BO723",
    "word-sjabloon-verboden",
    FOUT,
    "Dit mag een Word-sjabloon niet",
    "Een sjabloon toont gegevens. Het kan niet bij het programma of de computer.",
    "Gebruik alleen de gegevens van het document.",
)
WORD_STUCK = Code(
    "BO724",
    "word-sjabloon-loopt-vast",
    FOUT,
    "Dit Word-sjabloon loopt vast",
    "Het sjabloon vraagt iets wat met deze gegevens niet kan.",
    "De naslag over sjablonen noemt van elk veld wat het is.",
)
WORD_BROKEN = Code(
    "BO725",
    "word-sjabloon-stuk",
    FOUT,
    "De invulvelden knippen door de opmaak van Word heen",
    "Een `if` of `for` die in de ene alinea of cel begint en in een andere eindigt, laat van het bestand een half bestand over.",
    "Zet `{%p if ... %}` en `{%p endif %}` elk in een eigen alinea. Herhaalt u een rij van een tabel, gebruik dan `{%tr for ... %}`.",
)
WORD_LOST = Code(
    "BO726",
    "word-tekst-verloren",
    FOUT,
    "Wat naast dit invulveld staat, komt niet in het document",
    "Een `{%p ... %}` neemt zijn hele alinea mee, en een `{%tr ... %}` zijn hele rij, met alles wat er verder in staat.",
    "Zet `{%p ... %}` alleen in een alinea, en de tekst in de alinea eronder. Binnen een zin gebruikt u `{% ... %}`, zonder `p`.",
)
