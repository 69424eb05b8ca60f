"""The words of the blocks in a SOP (`sop`), within a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from .nouns import EXPERTISE, ROLES, FieldWords, Noun, after, clause, close

DEPARTURE: Noun = Noun(
    "afwijking",
    "afwijkingen",
    {
        "regel": FieldWords("de regel", said=close("van regel {}")),
        "reden": FieldWords("de reden"),
        "door": FieldWords("de beslisser", said=close("door {}"), must="degene {zijn} die dit besloot"),
        "datum": FieldWords("de datum"),
        "tot": FieldWords("de einddatum", present=after("met een einddatum"), absent=after("zonder einddatum")),
        "betreft": FieldWords("de gebeurtenis waarover het gaat"),
    },
)
"""A departure from a rule, in a SOP or in key figures."""

_SCORE = FieldWords(
    "de score",
    said=after("met als score {}"),
    values={
        "nog_niet": "«nog niet»",
        "gedeeltelijk": "«gedeeltelijk»",
        "grotendeels": "«grotendeels»",
        "volledig": "«volledig»",
    },
)
_PROVIDERS = {
    "samenwerkingsverband": "het samenwerkingsverband",
    "schoolbestuur": "het schoolbestuur",
    "anders": "iemand anders",
}
_TOPIC = FieldWords("het onderwerp")
_NAME = FieldWords("de naam")
_NOTE = FieldWords("de toelichting")

_ASPECT = Noun(
    "aspect",
    "aspecten",
    {
        "aspect": FieldWords(
            "de naam van het aspect",
            said=close("{}"),
            values={
                "basiskwaliteit": "«basiskwaliteit»",
                "interventies": "«interventies»",
                "ondersteuningsstructuur": "«ondersteuningsstructuur»",
                "planmatig_werken": "«planmatig werken»",
            },
        ),
        "score": _SCORE,
        "toelichting": _NOTE,
    },
    het=True,
)
_IJKPUNT = Noun(
    "ijkpunt",
    "ijkpunten",
    {
        "ijkpunt": FieldWords(
            "het onderwerp van het ijkpunt",
            said=close("over {}"),
            values={
                "veilige_omgeving": "een veilige omgeving",
                "zicht_op_ontwikkeling": "zicht op de ontwikkeling",
                "opbrengst_en_handelingsgericht": "opbrengst- en handelingsgericht werken",
                "effectieve_methoden": "effectieve methoden en aanpakken",
                "handelingsbekwaam_personeel": "handelingsbekwaam personeel",
                "ambitieus_opp": "een ambitieus OPP",
                "zorgvuldige_overdracht": "een zorgvuldige overdracht",
                "ouders_en_leerlingen_partners": "ouders en leerlingen als partners",
                "beleid_leerlingenzorg": "het beleid voor leerlingenzorg",
                "sop_vastgesteld": "het vastgestelde SOP",
                "jaarlijkse_evaluatie": "de jaarlijkse evaluatie",
                "interne_zorgstructuur": "de interne zorgstructuur",
                "multidisciplinair_overleg": "multidisciplinair overleg",
            },
            must="een ijkpunt over {} {zijn}",
        ),
        "score": _SCORE,
        "bewijs": FieldWords("het bewijs", "beschreven"),
        "ontwikkelpunt": FieldWords("het ontwikkelpunt", "beschreven"),
    },
    het=True,
)
_INTERVENTION = Noun(
    "interventie",
    "interventies",
    {
        "naam": _NAME,
        "aard": FieldWords(
            "de aard",
            adjectives={"preventief": ("preventief", "preventieve"), "licht_curatief": ("licht curatief", "licht curatieve")},
        ),
        "gebied": FieldWords(
            "het gebied",
            said=close("op het gebied van {}"),
            values={
                "handelingsgericht_werken": "handelingsgericht werken",
                "pedagogische_aanpak": "de pedagogische aanpak",
                "taalontwikkeling": "taalontwikkeling",
                "dyslexie": "dyslexie",
                "dyscalculie": "dyscalculie",
                "intelligentie": "intelligentie",
                "veiligheid": "veiligheid",
                "medisch_en_fysiek": "medische en fysieke behoeften",
                "samenwerking_jeugdhulp": "samenwerking met de jeugdhulp",
                "overig": "iets anders",
            },
        ),
        "werkwijze": FieldWords("de werkwijze", "beschreven"),
        "kwaliteit": FieldWords("het afgesproken kwaliteitsniveau", "beschreven"),
        "partners": FieldWords("de netwerkpartners", "genoemd", plural=True, said=after("met {} als netwerkpartner")),
    },
)
_PROTOCOL = Noun(
    "protocol",
    "protocollen",
    {
        "onderwerp": FieldWords(
            "het onderwerp",
            said=close("over {}"),
            values={
                "dyslexie": "dyslexie",
                "dyscalculie": "dyscalculie",
                "hoogbegaafdheid": "hoogbegaafdheid",
                "nieuwkomers": "nieuwkomers",
                "medisch_handelen": "medisch handelen",
                "gedrag_en_veiligheid": "gedrag en veiligheid",
                "overgang": "overgang",
                "schorsen_en_verwijderen": "schorsen en verwijderen",
                "anders": "iets anders",
            },
            must="een protocol over {} {zijn}",
        ),
        "naam": _NAME,
        "vastgesteld_op": FieldWords("de datum van vaststelling"),
    },
    het=True,
)
_IB = Noun(
    "intern begeleider",
    "intern begeleiders",
    {
        "naam": _NAME,
        "opleiding": FieldWords(
            "de opleiding",
            said=after("met {} als opleiding"),
            values={
                "master_sen": "de Master SEN",
                "post_hbo_ib": "de post-hbo-opleiding voor intern begeleiders",
                "in_opleiding": "een opleiding die nog loopt",
                "anders": "een andere opleiding",
            },
            more="opleidingen",
        ),
        "uren_per_week": FieldWords("het aantal uren per week"),
        "taken": FieldWords(
            "de taken",
            plural=True,
            said=after("met {} als taak"),
            values={
                "consultatieve_gesprekken": "consultatieve gesprekken",
                "coachende_gesprekken": "coachende gesprekken",
                "begeleiding_hgw": "begeleiding bij handelingsgericht werken",
                "spil_van_het_ot": "de rol van inhoudelijke spil van het OT",
                "contact_wijkteam": "het contact met het wijkteam",
            },
            must="een taak {zijn}",
        ),
    },
)
_FUNDING = Noun(
    "bekostiging van de interne begeleiding",
    "bekostigingen van de interne begeleiding",
    {
        "bron": FieldWords("de betaler", said=close("door {}"), values=_PROVIDERS, must="de betaler {zijn}"),
        "uren_per_week": FieldWords("het aantal uren per week"),
        "toelichting": _NOTE,
    },
    bare=True,
)
_TEAM = Noun(
    "OT",
    "OT's",
    {
        "voorzitter": FieldWords(
            "de voorzitter", "genoemd", said=after("met {} als voorzitter"), values=ROLES, must="voorzitter {zijn}"
        ),
        "leden": FieldWords(
            "de vaste leden", "genoemd", plural=True, said=after("met {} als vast lid"), values=ROLES, must="vast lid {zijn}"
        ),
        "werkwijze": FieldWords(
            "de werkwijze", "beschreven", said=after("met {} in de werkwijze"), more="stappen in de werkwijze"
        ),
        "keren_per_schooljaar": FieldWords("het aantal keren per schooljaar"),
    },
    het=True,
)
_ORTHO = Noun(
    "orthopedagoog",
    "orthopedagogen",
    {
        "namens": FieldWords("de aanbieder", "genoemd", said=close("van {}"), values=_PROVIDERS, must="de aanbieder {zijn}"),
        "rol_bij_arrangement": FieldWords(
            "de rol bij de aanvraag van een arrangement",
            "beschreven",
            said=clause("waarbij {}"),
            facts=(
                "de orthopedagoog een formele rol heeft bij de aanvraag van een arrangement",
                "de orthopedagoog geen formele rol heeft bij de aanvraag van een arrangement",
            ),
        ),
        "naam": _NAME,
        "uren_per_schooljaar": FieldWords("het aantal uren per schooljaar"),
    },
)
_EXPERTISE = Noun(
    "deskundigheid",
    "soorten deskundigheid",
    {
        "gebied": FieldWords(
            "het gebied", said=close("op het gebied van {}"), values=EXPERTISE, must="deskundigheid op het gebied van {} {zijn}"
        ),
        "plaats": FieldWords(
            "de plaats",
            said=close("{}"),
            values={"in_school": "in de school", "bestuur": "bij het schoolbestuur", "extern": "van buiten de school"},
            must="deskundigheid {} {zijn}",
        ),
        "wie": FieldWords("de aanbieder", "genoemd", said=close("van {}"), must="de aanbieder {zijn}"),
        "toelichting": _NOTE,
    },
    bare=True,
)
_PARTNER = Noun(
    "netwerkpartner", "netwerkpartners", {"naam": _NAME, "waarvoor": FieldWords("het doel van de samenwerking", "beschreven")}
)
_WIJKTEAM = Noun(
    "contact met het sociale wijkteam",
    "contacten met het sociale wijkteam",
    {
        "via_ot": FieldWords(
            "de weg van het contact",
            "beschreven",
            facts=("het contact vanuit het OT loopt", "het contact niet vanuit het OT loopt"),
        ),
        "coordinatie": FieldWords(
            "de coördinator",
            "genoemd",
            said=after("met {} als coördinator"),
            values=ROLES,
            must="de coördinator {zijn}",
            more="coördinatoren",
        ),
        "samen_met": FieldWords(
            "de mensen die samen met de coördinator het contact onderhouden",
            "genoemd",
            plural=True,
            said=after("samen met {}"),
            values=ROLES,
            must="erbij betrokken {zijn}",
        ),
        "contact": FieldWords("het aanspreekpunt", "genoemd"),
    },
    het=True,
    bare=True,
)
_FEATURE = Noun(
    "kenmerk van handelingsgericht werken",
    "kenmerken van handelingsgericht werken",
    {
        "kenmerk": FieldWords(
            "de naam van het kenmerk",
            said=close("{}"),
            values={
                "behoeften_centraal": "«behoeften centraal»",
                "afstemming_en_wisselwerking": "«afstemming en wisselwerking»",
                "leerkracht_doet_ertoe": "«de leerkracht doet ertoe»",
                "positieve_aspecten": "«positieve aspecten»",
                "constructief_samenwerken": "«constructief samenwerken»",
                "doelgericht": "«doelgericht»",
                "systematisch_en_transparant": "«systematisch en transparant»",
            },
        ),
        "score": _SCORE,
        "toelichting": _NOTE,
    },
    het=True,
)
_FACILITY = Noun(
    "voorziening",
    "voorzieningen",
    {
        "naam": _NAME,
        "veld": FieldWords(
            "het gebied",
            said=close("op het gebied van {}"),
            values={
                "aandacht_en_tijd": "aandacht en tijd",
                "onderwijsmateriaal": "onderwijsmateriaal",
                "ruimtelijke_omgeving": "de ruimtelijke omgeving",
                "expertise": "deskundigheid",
                "samenwerking": "samenwerking",
            },
        ),
        "toelichting": _NOTE,
    },
)
_LIMIT = Noun(
    "grens", "grenzen", {"omschrijving": FieldWords("de omschrijving"), "dan": FieldWords("de vervolgstap", "beschreven")}
)
_AMBITION = Noun(
    "ambitie",
    "ambities",
    {
        "wat": FieldWords("de inhoud"),
        "wanneer": FieldWords("de streefdatum"),
        "stand": FieldWords(
            "de stand",
            said=after("met als stand {}"),
            values={
                "nog_niet_begonnen": "«nog niet begonnen»",
                "loopt": "«loopt»",
                "bereikt": "«bereikt»",
                "vervallen": "«vervallen»",
            },
        ),
    },
)
_FIGURE = Noun(
    "kengetal van de school",
    "kengetallen van de school",
    {"wat": _TOPIC, "peildatum": FieldWords("de peildatum"), "aantal": FieldWords("het aantal")},
    het=True,
)

BLOCKS: Mapping[str, Noun] = {
    "aspect": _ASPECT,
    "ijkpunt": _IJKPUNT,
    "interventie": _INTERVENTION,
    "protocol": _PROTOCOL,
    "intern_begeleider": _IB,
    "bekostiging": _FUNDING,
    "ondersteuningsteam": _TEAM,
    "orthopedagoog": _ORTHO,
    "deskundigheid": _EXPERTISE,
    "netwerkpartner": _PARTNER,
    "wijkteam": _WIJKTEAM,
    "hgw_kenmerk": _FEATURE,
    "voorziening": _FACILITY,
    "grens": _LIMIT,
    "ambitie": _AMBITION,
    "schoolkengetal": _FIGURE,
}
"""The words of every kind of fact that is a block in a SOP."""
