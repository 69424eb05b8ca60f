"""Codes BO900 to BO909: changing a file that people wrote, and taking that back. (BO901 is an error within `bo` itself.)"""

from __future__ import annotations

from ..code import FOUT, WAARSCHUWING, Code

ALREADY_THERE = Code(
    "BO900",
    "bestand-bestaat-al",
    FOUT,
    "Er is al een bestand met deze naam; er is niets geschreven",
    "`bo` schrijft een nieuw bestand nooit over een ander heen.",
    "Kies een andere naam, of haal het andere bestand eerst weg.",
)
NOT_PUT_BACK = Code(
    "BO902",
    "half-geschreven",
    FOUT,
    "Dit bestand is al wel veranderd, terwijl het schrijven van een ander bestand mislukte",
    "Van één opdracht horen alle bestanden te veranderen, of geen. Ook terugzetten is hier niet gelukt.",
    "Neem het terug met `bo undo` zodra de schijf weer werkt, of geef de opdracht nog een keer.",
)
CHANGED_SINCE = Code(
    "BO903",
    "daarna-veranderd",
    FOUT,
    "Dit bestand is daarna veranderd; het is gebleven zoals het is",
    "Wat er na de opdracht in het bestand kwam, zou anders verloren gaan.",
    "Neem eerst terug wat er later gebeurde, of wijzig dit bestand zelf.",
)
NO_JOURNAL = Code(
    "BO904",
    "journaal-niet-te-schrijven",
    FOUT,
    "Het journaal van `bo` is hier niet te schrijven; daarom is er niets veranderd",
    "In de map `.bo` bewaart `bo` wat er stond, zodat u het kunt terugnemen. Zonder dat verandert `bo` geen bestand.",
    "Zorg dat u in deze map mag schrijven en dat er ruimte is, en geef de opdracht nog een keer.",
)
DAMAGED = Code(
    "BO905",
    "journaal-beschadigd",
    WAARSCHUWING,
    "Deze opdracht is niet terug te nemen: wat `bo` ervan bewaarde, klopt niet meer",
    "`bo` zet alleen iets terug als zeker is wat er stond, en in de map waar het stond. Aan uw bestanden verandert dat niets.",
    "U hoeft niets te doen; andere opdrachten zijn wel terug te nemen. De map mag weg.",
)
BUSY = Code(
    "BO906",
    "bo-is-bezig",
    FOUT,
    "Een andere opdracht van `bo` is met dit bestand bezig; er is niets geschreven",
    "Twee opdrachten die tegelijk schrijven, zouden elkaars werk kwijtmaken.",
    "Wacht tot de andere opdracht klaar is, en geef deze nog een keer.",
)
