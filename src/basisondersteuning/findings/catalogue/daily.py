"""Codes BO910 to BO929: what is added to a record or made anew (`bo log`, `bo waive`, `bo new`, `bo init`)."""

from __future__ import annotations

from ..code import FOUT, WAARSCHUWING, Code

ALREADY_THERE = Code(
    "BO910",
    "staat-er-al",
    WAARSCHUWING,
    "Dit staat al in het dossier, op dezelfde dag",
    "Wat twee keer vastligt, lijkt twee keer gebeurd.",
    "Is het een andere keer? Zeg dat dan in de tekst. Anders hoeft u niets te doen.",
)
LIST_COLUMN = Code(
    "BO911",
    "lijst-kolom",
    FOUT,
    "Met de kolommen van deze lijst klopt iets niet",
    "Boven elke kolom staat het veld dat erin staat, en in de kolom `leerling` het kenmerk van de leerling.",
    "Verbeter de eerste regel van de lijst.",
)
LIST_PUPIL = Code(
    "BO912",
    "lijst-leerling-onbekend",
    FOUT,
    "Deze leerling is hier niet gevonden",
    "Een tikfout in een kenmerk zet een resultaat bij het verkeerde kind.",
    "Controleer het kenmerk, de groep en de map met dossiers.",
)
LIST_TWICE = Code(
    "BO913",
    "lijst-leerling-dubbel",
    FOUT,
    "Deze leerling staat twee keer in de lijst",
    "Welke van de twee regels geldt, kan `bo` niet weten.",
    "Haal één van de twee regels weg.",
)
LIST_EMPTY = Code(
    "BO914",
    "lijst-vakje-leeg",
    FOUT,
    "Dit vakje is leeg, en dit veld is nodig",
    "Een leeg vakje kan vergeten zijn, of betekenen dat de leerling er niet was.",
    "Vul het in, of haal de regel van deze leerling weg.",
)
LIST_VALUE = Code(
    "BO915",
    "lijst-vakje-verkeerd",
    FOUT,
    "Wat in dit vakje staat, past niet bij dit veld",
    "Aan een waarde die niet past, heeft later niemand iets.",
    "Verbeter het vakje.",
)
LIST_ENCODING = Code(
    "BO916",
    "lijst-tekens",
    WAARSCHUWING,
    "Deze lijst is niet als UTF-8 bewaard; gelezen zoals Excel op Windows hem bewaart",
    "Een letter met een accent kan zo een andere letter worden.",
    "Kijk of namen met accenten kloppen. Kies bij het opslaan liever «CSV UTF-8».",
)
WHO = Code(
    "BO917",
    "wie-onduidelijk",
    FOUT,
    "Wie hier bedoeld is, is in dit dossier niet te zeggen",
    "Wat u voor meer leerlingen tegelijk vastlegt, moet in elk dossier de juiste persoon noemen.",
    "Vul `betrokkenen` in dit dossier aan, of leg het bij deze leerling apart vast.",
)
LIST_FORM = Code(
    "BO918",
    "lijst-vorm",
    FOUT,
    "Deze regel is niet te lezen: hij heeft meer vakjes dan er kolommen zijn, of een aanhalingsteken te veel",
    "Staat er een scheidingsteken in een tekst, dan schuift de rest van de regel op.",
    "Zet een tekst met een komma of puntkomma tussen dubbele aanhalingstekens.",
)
