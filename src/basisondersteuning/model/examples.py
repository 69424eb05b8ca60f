"""A small whole record of each kind, for the JSON Schemas. Everything in them is made up."""

from __future__ import annotations

from typing import Any

Example = dict[str, Any]


def record_example(kind: str) -> Example:
    """The example of a kind of record; KeyError for a kind without one."""
    return {"soort": kind, **_EXAMPLES[kind]}


_TEACHER = {"id": "lk", "naam": "A. Voorbeeld", "rol": "groepsleerkracht"}
_PARENT = {"id": "moeder", "naam": "B. Voorbeeld", "rol": "ouder", "gezag": "ja"}
_SEEN = {
    "datum": "2026-09-07",
    "soort": "observatie",
    "door": "lk",
    "vakgebied": "rekenen",
    "gedrag": "Telt op de vingers.",
    "ondersteuning_gewenst": "ja",
}
_TALK = {"datum": "2026-09-10", "soort": "oudercontact", "met": "moeder", "over": "zorg", "vakgebied": "rekenen"}

_EXAMPLES: dict[str, Example] = {
    "dossier": {
        "leerling": {"id": "L-0101", "geboortedatum": "2018-03-14", "groep": 5},
        "school": "99XX00",
        "betrokkenen": [_TEACHER, _PARENT],
        "tijdlijn": [_SEEN, _TALK],
    },
    "normenkader": {
        "code": "voorbeeld-2026",
        "reeks": "voorbeeld",
        "titel": "Voorbeeld van een normenkader",
        "geldig": {"van": "2026-08-01"},
        "gebaseerd_op": "kop-van-noord-holland-2014",
        "regels": [
            {
                "code": "VB-1.1",
                "titel": "De ouders horen binnen twee schoolweken van de zorg",
                "afspraak": "Verzonnen werkafspraak.",
                "niveau": 1,
                "ernst": "waarschuwing",
                "als": {"soort": "observatie", "ondersteuning_gewenst": "ja"},
                "dan": {"soort": "oudercontact", "over": {"bevat": "zorg"}},
                "binnen": {"schoolweken": 2, "herkomst": "afspraak"},
                "wie": "groepsleerkracht",
                "doe": "Bespreek de zorg met de ouders.",
                "waarom": "Ouders horen niet achteraf dat er zorg is.",
            },
            {
                "code": "VB-S.1",
                "titel": "Het SOP noemt een protocol",
                "afspraak": "Verzonnen werkafspraak.",
                "over": "sop",
                "ernst": "waarschuwing",
                "als": {"soort": "sop"},
                "vooraf": {"soort": "protocol"},
                "wie": "directeur",
                "doe": "Zet de protocollen van de school in het SOP.",
                "waarom": "Zo weten andere scholen hoe deze school werkt.",
            },
        ],
    },
    "kaderproeven": {
        "kader": "voorbeeld-2026",
        "betrokkenen": [_TEACHER, _PARENT],
        "proeven": [
            {
                "naam": "de ouders horen van de zorg",
                "tijdlijn": [_SEEN, _TALK],
                "verwacht": {
                    "2026-09-08": {"VB-1.1": "open"},
                    "2026-09-10": {"VB-1.1": "voldaan", "niveau": {"rekenen": 1}},
                },
            },
            {
                "naam": "een SOP met een protocol",
                "feiten": [{"soort": "sop"}, {"soort": "protocol", "onderwerp": "dyslexie"}],
                "verwacht": {"2026-09-08": {"VB-S.1": "voldaan"}},
            },
        ],
    },
    "kaderherzieningen": {
        "kader": "voorbeeld-2026",
        "herzieningen": [
            {
                "code": "VB-1.1",
                "door": "C. Voorbeeld",
                "op": "2026-07-01",
                "passages": {"10": "0123456789ab"},
                "inhoud": "ba9876543210",
            }
        ],
    },
    "ot": {
        "school": "99XX00",
        "datum": "2026-12-03",
        "begin": "13:15",
        "duur": "90",
        "plaats": "teamkamer",
        "voorzitter": "dir",
        "leden": [
            {"id": "dir", "naam": "D. Voorbeeld", "rol": "directeur"},
            {"id": "ib", "naam": "E. Voorbeeld", "rol": "intern_begeleider"},
            {"id": "ortho", "naam": "F. Voorbeeld", "rol": "orthopedagoog"},
        ],
        "agenda": [
            {
                "leerling": "L-0101",
                "naam": "Sanne Voorbeeld",
                "groep": "5",
                "inbrenger": "ib",
                "vraag": "Wat heeft Sanne nodig bij rekenen?",
                "minuten": "45",
                "genodigden": [_TEACHER, _PARENT],
                "ouders_uitgenodigd_op": "2026-11-19",
            }
        ],
    },
    "instellingen": {
        "huisstijl": {"naam": "De Voorbeeldschool", "kleur": "#17565a"},
        "teksten": {"uitnodiging_slot": "Bel ons gerust als iets niet duidelijk is."},
        "ot": {"begin": "13:15", "duur": "90"},
    },
    "sop": {
        "school": "99XX00",
        "naam": "De Voorbeeldschool",
        "bestuur": {"naam": "Stichting Voorbeeld", "nummer": "99999"},
        "schooljaar": "2026-2027",
        "niveau_basisondersteuning": "Lichte hulp bij lezen, rekenen en gedrag geven wij zelf.",
        "ijkpunten": [{"ijkpunt": "veilige_omgeving", "score": "grotendeels", "bewijs": "Jaarlijkse peiling onder leerlingen."}],
        "interventies": [{"naam": "leesinterventie in kleine groep", "aard": "licht_curatief", "gebied": "taalontwikkeling"}],
        "protocollen": [{"onderwerp": "dyslexie", "vastgesteld_op": "2025-03-11"}],
        "interne_begeleiding": [{"naam": "E. Voorbeeld", "opleiding": "master_sen", "uren_per_week": 16}],
        "bekostiging": [
            {"bron": "samenwerkingsverband", "uren_per_week": 8},
            {"bron": "schoolbestuur", "uren_per_week": 8},
        ],
        "ondersteuningsteam": {"voorzitter": "directeur", "leden": ["directeur", "intern_begeleider", "orthopedagoog", "ouder"]},
        "deskundigheid": [{"gebied": "gedrag", "plaats": "extern", "wie": "Ambulante dienst Voorbeeld"}],
        "ambities": [{"wat": "Alle leerkrachten geschoold in rekenen.", "wanneer": "2027-07-31", "stand": "loopt"}],
        "kengetallen": [{"wat": "leerlingen", "peildatum": "2026-10-01", "aantal": 187}],
        "tijdlijn": [
            {"datum": "2026-09-22", "soort": "mr_advies", "advies": "positief"},
            {"datum": "2026-10-06", "soort": "vaststelling", "door": "Stichting Voorbeeld"},
        ],
    },
    "kengetallen": {
        "samenwerkingsverband": "PO9999",
        "naam": "SWV Voorbeeld",
        "verzonnen": "ja",
        "tellingen": [
            {"peildatum": "2025-10-01", "wat": "leerlingen", "onderwijs": "sbo", "aantal": 312, "bron": "Verzonnen."},
            {
                "peildatum": "2025-10-01",
                "wat": "leerlingen",
                "onderwijs": "so",
                "cluster": "3",
                "aantal": "<5",
                "bron": "Verzonnen.",
            },
        ],
        "deelname": [
            {
                "peildatum": "2013-10-01",
                "wat": "deelname_sbo",
                "definitie": "vensters",
                "percentage": "2,5",
                "bron": "Verzonnen.",
            }
        ],
    },
    "samenwerkingsverband": {
        "naam": "SWV Voorbeeld",
        "nummer": "PO9999",
        "scholen": [{"vestiging": "99XX00", "naam": "De Voorbeeldschool", "regio": "noord"}],
        "expertise": [{"gebied": "gedrag", "aanbieder": "Ambulante dienst Voorbeeld"}],
        "roosters": [
            {
                "schooljaar": "2026-2027",
                "school": "99XX00",
                "volledig": "nee",
                "bron": "Jaarplan van de school (verzonnen).",
                "vakanties": [{"naam": "studiedag", "van": "2026-11-16", "tot": "2026-11-16"}],
            }
        ],
    },
}
