"""Plain Dutch for the codes of a SOP, as they stand in a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ...model.sop_events import Inspectieoordeel

ASPECTS: Final[Mapping[str, str]] = {
    "basiskwaliteit": "Basiskwaliteit van het onderwijs",
    "interventies": "Preventieve en licht curatieve hulp",
    "ondersteuningsstructuur": "De ondersteuningsstructuur van de school",
    "planmatig_werken": "Planmatig werken",
}

IJKPUNTEN: Final[Mapping[str, str]] = {
    "veilige_omgeving": "Een veilige omgeving",
    "zicht_op_ontwikkeling": "Voortdurend zicht op de ontwikkeling van leerlingen",
    "opbrengst_en_handelingsgericht": "Opbrengstgericht en handelingsgericht werken",
    "effectieve_methoden": "Methoden en aanpakken die werken",
    "handelingsbekwaam_personeel": "Personeel dat bekwaam is in wat het doet",
    "ambitieus_opp": "Een ambitieus ontwikkelingsperspectief (OPP) voor wie dat nodig heeft",
    "zorgvuldige_overdracht": "Een zorgvuldige overdracht",
    "ouders_en_leerlingen_partners": "Ouders en leerlingen als partners",
    "beleid_leerlingenzorg": "Beleid voor leerlingenzorg",
    "sop_vastgesteld": "Een vastgesteld schoolondersteuningsprofiel (SOP)",
    "jaarlijkse_evaluatie": "Elk jaar nagaan of de zorg werkt",
    "interne_zorgstructuur": "Een interne zorgstructuur die werkt",
    "multidisciplinair_overleg": "Overleg met deskundigen dat werkt",
}

FEATURES: Final[Mapping[str, str]] = {
    "behoeften_centraal": "De behoeften van leerlingen staan centraal",
    "afstemming_en_wisselwerking": "Afstemming en wisselwerking",
    "leerkracht_doet_ertoe": "De leerkracht doet ertoe",
    "positieve_aspecten": "Aandacht voor positieve aspecten",
    "constructief_samenwerken": "Constructief samenwerken",
    "doelgericht": "Doelgericht",
    "systematisch_en_transparant": "Systematisch en transparant",
}

SCORES: Final[Mapping[str, str]] = {
    "nog_niet": "Nog niet",
    "gedeeltelijk": "Gedeeltelijk",
    "grotendeels": "Grotendeels",
    "volledig": "Volledig",
}

SUBJECTS: Final[Mapping[str, str]] = {
    "dyslexie": "Dyslexie",
    "dyscalculie": "Ernstige rekenproblemen en dyscalculie",
    "hoogbegaafdheid": "Hoogbegaafdheid",
    "nieuwkomers": "Nieuwkomers",
    "medisch_handelen": "Medisch handelen",
    "gedrag_en_veiligheid": "Gedrag en veiligheid",
    "overgang": "Overgang",
    "schorsen_en_verwijderen": "Schorsen en verwijderen",
    "anders": "Iets anders",
}

TRAINING: Final[Mapping[str, str]] = {
    "master_sen": "Master Special Educational Needs (Master-SEN)",
    "post_hbo_ib": "post-hbo-opleiding Interne Begeleiding",
    "in_opleiding": "in opleiding",
    "anders": "een andere opleiding",
}

TASKS: Final[Mapping[str, str]] = {
    "consultatieve_gesprekken": "denkt mee met leerkrachten (consultatieve gesprekken)",
    "coachende_gesprekken": "begeleidt leerkrachten (coachende gesprekken)",
    "begeleiding_hgw": "helpt leerkrachten handelingsgericht te werken",
    "spil_van_het_ot": "is de inhoudelijke spil van het ondersteuningsteam",
    "contact_wijkteam": "houdt contact met het sociaal wijkteam",
}

PAYERS: Final[Mapping[str, str]] = {
    "samenwerkingsverband": "het samenwerkingsverband",
    "schoolbestuur": "het schoolbestuur",
    "anders": "een ander",
}

STANDING: Final[Mapping[str, str]] = {
    "nog_niet_begonnen": "Nog niet begonnen",
    "loopt": "Loopt",
    "bereikt": "Bereikt",
    "vervallen": "Vervallen",
}

ADVICE: Final[Mapping[str, str]] = {
    "positief": "positief",
    "positief_met_opmerkingen": "positief, met opmerkingen",
    "negatief": "negatief",
}

_ARRANGEMENT = {"basis": "basisarrangement", "zwak": "arrangement «zwak»", "zeer_zwak": "arrangement «zeer zwak»"}

TWO_SYSTEMS: Final = (
    "Tot augustus 2017 gaf de inspectie een arrangement, daarna een oordeel. Het een is niet hetzelfde als het ander."
)
"""What a reader must know who sees a judgement of the inspectorate."""


def inspection_words(event: Inspectieoordeel) -> str:
    """`basisarrangement`, `oordeel «voldoende»`: within its own system, never put into the other."""
    if event.stelsel == "arrangement" and event.uitkomst in _ARRANGEMENT:
        return _ARRANGEMENT[event.uitkomst]
    return f"{event.stelsel} «{event.uitkomst.replace('_', ' ')}»"


def yes_no(value: bool | None) -> str:
    """`ja` or `nee`; empty for what was not filled in."""
    return "" if value is None else "ja" if value else "nee"
