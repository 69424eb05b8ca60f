"""Codes BO900 to BO909: changing a file that people wrote, and taking that back. (BO901 is an error within `bo` itself.)

BO627 to BO629 keep the numbers they had when only a meeting was put into dossiers.
"""

from __future__ import annotations

from ..code import FOUT, WAARSCHUWING, Code

TOO_SPECIAL = Code(
    "BO627",
    "opmaak-te-bijzonder",
    FOUT,
    "De opmaak van dit bestand is te bijzonder om er iets aan toe te voegen; het is niet veranderd",
    "`bo` voegt alleen toe als al het andere in het bestand precies blijft zoals het was.",
    "Zet dit er zelf bij.",
)
CHANGED_MEANWHILE = Code(
    "BO628",
    "intussen-veranderd",
    FOUT,
    "Dit bestand is veranderd sinds het gelezen is; er is niets geschreven",
    "Iemand werkt misschien op dit moment in het dossier. Wat daar staat, mag niet verloren gaan.",
    "Bewaar en sluit het bestand, en geef de opdracht nog een keer.",
)
NOT_WRITTEN = Code(
    "BO629",
    "niet-te-schrijven",
    FOUT,
    "Dit bestand is niet te schrijven; het is gebleven zoals het was",
    "Het bestand of de map is misschien alleen om te lezen, of de schijf is vol.",
    "Zorg dat u het bestand mag wijzigen, en geef de opdracht nog een keer.",
)
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
