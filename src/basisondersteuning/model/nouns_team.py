"""The words of the events of niveau 3 and beyond (`events_team`)."""

from __future__ import annotations

from collections.abc import Mapping

from .nouns import EXPERTISE, SUBJECTS, FieldWords, Noun, after, clause, close

_SUBJECT = FieldWords(
    "het vakgebied", said=close("over {}"), values=SUBJECTS, must="een van de vakgebieden {zijn}", more="vakgebieden"
)


def _by(doing: str, noun: str) -> FieldWords:
    """A field that names who did it."""
    return FieldWords(noun, said=close("door {}"), must=f"degene {{zijn}} die {doing}")


NOUNS: Mapping[str, Noun] = {
    "groeidocument": Noun(
        "Groeidocument",
        "Groeidocumenten",
        {
            "actie": FieldWords(
                "de stand van het Groeidocument",
                adjectives={
                    "opgesteld": ("nieuw", "nieuwe"),
                    "bijgewerkt": ("bijgewerkt", "bijgewerkte"),
                    "gedeeld": ("gedeeld", "gedeelde"),
                    "afgesloten": ("afgesloten", "afgesloten"),
                },
            ),
            "door": _by("het Groeidocument maakte", "de opsteller"),
            "vastgelegd": FieldWords(
                "de inhoud",
                more="onderdelen",
                said=after("met daarin {}"),
                values={
                    "aanpak_niveau_2": "de aanpak van niveau 2",
                    "uitkomst_ot": "de uitkomst van het OT",
                    "overig": "iets anders",
                },
                must="vastgelegd {zijn}",
            ),
            "met": FieldWords(
                "de ontvanger", said=close("met {}"), must="degene {zijn} met wie het gedeeld is", more="ontvangers"
            ),
        },
        het=True,
    ),
    "aanmelding_ot": Noun(
        "aanmelding voor het OT",
        "aanmeldingen voor het OT",
        {
            "door": _by("de leerling inbracht", "de inbrenger"),
            "vakgebied": _SUBJECT,
            "vraag": FieldWords("de vraag aan het OT", "vastgelegd"),
            "gewenste_expertise": FieldWords(
                "de gewenste deskundigheid",
                more="gewenste deskundigheden",
                said=clause("waarin deskundigheid op het gebied van {} wordt gevraagd"),
                values=EXPERTISE,
                present=clause("waarin externe deskundigheid wordt gevraagd"),
                absent=clause("waarin geen externe deskundigheid wordt gevraagd"),
                must="een van de gebieden {zijn} waarop deskundigheid gewenst is",
            ),
        },
    ),
    "ot_bespreking": Noun(
        "bespreking in het OT",
        "besprekingen in het OT",
        {
            "voorzitter": FieldWords("de voorzitter", said=after("met {} als voorzitter"), must="voorzitter {zijn}"),
            "aanwezig": FieldWords("de aanwezigen", plural=True, said=after("in aanwezigheid van {}"), must="aanwezig {zijn}"),
            "uitgenodigd": FieldWords(
                "de uitgenodigden", plural=True, said=after("met een uitnodiging voor {}"), must="uitgenodigd {zijn}"
            ),
            "externe_deskundigheid": FieldWords(
                "de externe deskundigheid",
                said=clause("waarbij externe deskundigheid {} was"),
                values={"nodig": "nodig", "niet_nodig": "niet nodig"},
            ),
            "vakgebied": _SUBJECT._replace(absent=close("over de hele leerling")),
            "inbreng": FieldWords("de inbreng", "vastgelegd"),
            "bespreking": FieldWords("de inhoud van de bespreking", "vastgelegd"),
            "uitkomsten": FieldWords("de uitkomsten", "vastgelegd", plural=True, said=after("met als uitkomst {}")),
            "afspraken": FieldWords("de afspraken", "vastgelegd", plural=True, said=after("met {}")),
            "evaluatiedatum": FieldWords(
                "de evaluatiedatum", present=after("met een evaluatiedatum"), absent=after("zonder evaluatiedatum")
            ),
        },
    ),
    "onderzoek": Noun(
        "onderzoek",
        "onderzoeken",
        {
            "aard": FieldWords(
                "de aard van het onderzoek",
                adjectives={
                    "handelingsgericht": ("handelingsgericht", "handelingsgerichte"),
                    "psychologisch": ("psychologisch", "psychologische"),
                },
            ),
            "stand": FieldWords(
                "de stand van het onderzoek",
                adjectives={"aangevraagd": ("aangevraagd", "aangevraagde"), "uitgevoerd": ("uitgevoerd", "uitgevoerde")},
            ),
            "vraag": FieldWords("de onderzoeksvraag"),
            "door": _by("het onderzoek doet", "de onderzoeker"),
            "uitkomst": FieldWords("de uitkomst", "vastgelegd"),
        },
        het=True,
    ),
    "wijkteamcontact": Noun(
        "contact met het wijkteam",
        "contacten met het wijkteam",
        {
            "coordinatie": FieldWords("de coördinator", said=after("gecoördineerd door {}"), must="de coördinator {zijn}"),
            "met": FieldWords(
                "de gesprekspartner",
                said=clause("waarbij {} betrokken {was}"),
                must="erbij betrokken {zijn}",
                more="gesprekspartners",
            ),
            "vraag": FieldWords("de vraag", "vastgelegd"),
            "uitkomst": FieldWords("de uitkomst", "vastgelegd"),
        },
        het=True,
    ),
    "arrangementaanvraag": Noun(
        "aanvraag voor een arrangement",
        "aanvragen voor een arrangement",
        {
            "door": _by("de aanvraag indiende", "de aanvrager"),
            "orthopedagoog": FieldWords(
                "de betrokken orthopedagoog",
                present=clause("waarbij een orthopedagoog betrokken is"),
                absent=clause("waarbij geen orthopedagoog betrokken is"),
                said=after("met {} als orthopedagoog"),
                must="als orthopedagoog erbij betrokken {zijn}",
            ),
            "advies_orthopedagoog": FieldWords("het advies van de orthopedagoog", "vastgelegd"),
            "ouders": FieldWords("de betrokken ouders", plural=True, said=after("met {} erbij"), must="erbij betrokken {zijn}"),
            "omschrijving": FieldWords("de gevraagde ondersteuning", "beschreven"),
        },
    ),
    "besluit": Noun(
        "besluit",
        "besluiten",
        {
            "over": FieldWords(
                "het onderwerp van het besluit",
                said=close("over {}"),
                values={"arrangement": "een arrangement", "tlv": "een TLV"},
            ),
            "uitkomst": FieldWords(
                "de uitkomst",
                said=clause("waarmee de aanvraag is {}"),
                values={"toegekend": "toegekend", "afgewezen": "afgewezen", "aangehouden": "aangehouden"},
            ),
            "door": FieldWords("de beslisser", said=close("door {}")),
            "op": FieldWords("de aanvraag", bound="daarop"),
            "tot": FieldWords("de einddatum", present=close("met een einddatum"), absent=close("zonder einddatum")),
            "toelichting": FieldWords("de toelichting"),
        },
        het=True,
    ),
    "opp": Noun(
        "OPP",
        "OPP's",
        {
            "actie": FieldWords(
                "de stand van het OPP",
                adjectives={
                    "opgesteld": ("nieuw", "nieuwe"),
                    "bijgesteld": ("bijgesteld", "bijgestelde"),
                    "geevalueerd": ("geëvalueerd", "geëvalueerde"),
                },
            ),
            "door": _by("dit deed", "de opsteller"),
            "uitstroombestemming": FieldWords("de verwachte uitstroombestemming"),
            "onderbouwing": FieldWords("de onderbouwing", "beschreven"),
            "handelingsdeel": FieldWords("het handelingsdeel", "beschreven", present=after("met een handelingsdeel")),
            "met": FieldWords(
                "de gesprekspartner",
                said=clause("waarbij {} betrokken {was}"),
                must="erbij betrokken {zijn}",
                more="gesprekspartners",
            ),
        },
        het=True,
    ),
    "tlv": Noun(
        "TLV",
        "TLV's",
        {
            "stand": FieldWords(
                "de stand van de TLV",
                adjectives={"aangevraagd": ("aangevraagd", "aangevraagde"), "afgegeven": ("afgegeven", "afgegeven")},
            ),
            "bestemming": FieldWords("de bestemming", said=close("voor {}"), values={"sbo": "het SBO", "so": "het SO"}),
            "categorie": FieldWords(
                "de categorie",
                said=close("in de categorie {}"),
                values={"laag": "laag", "midden": "midden", "hoog": "hoog"},
            ),
            "deskundigen": FieldWords("de deskundigen", plural=True, said=after("met {}")),
            "tot": FieldWords("de einddatum", present=close("met een einddatum"), absent=close("zonder einddatum")),
        },
    ),
    "oordeel": Noun(
        "oordeel",
        "oordelen",
        {
            "regel": FieldWords("de regel", said=close("over regel {}")),
            "voldoet": FieldWords(
                "het antwoord",
                "gegeven",
                facts=("aan de norm is voldaan", "niet aan de norm is voldaan"),
                said=clause("dat {}"),
            ),
            "door": _by("oordeelde", "de beoordelaar"),
            "betreft": FieldWords("de beoordeelde gebeurtenis", bound="daarover"),
            "reden": FieldWords("de reden"),
        },
        het=True,
    ),
    "overdracht": Noun(
        "overdracht",
        "overdrachten",
        {
            "naar": FieldWords("de bestemming", said=close("naar {}")),
            "door": _by("overdroeg", "de overdrager"),
            "van_school": FieldWords(
                "het vertrek van school",
                "vermeld",
                facts=("de leerling de school verlaat", "de leerling op school blijft"),
            ),
        },
    ),
    "afsluiting": Noun(
        "afsluiting van het dossier",
        "afsluitingen van het dossier",
        {
            "reden": FieldWords("de reden", present=after("met een reden")),
            "door": _by("het dossier afsloot", "de afsluiter"),
        },
    ),
}

BLOCKS: Mapping[str, Noun] = {
    "Uitkomst": Noun(
        "uitkomst",
        "uitkomsten",
        {
            "soort": FieldWords(
                "de soort uitkomst",
                values={
                    "aanpassing_groepsniveau": "een aanpassing op groepsniveau",
                    "onderzoek": "een onderzoek",
                    "aanvraag_arrangement": "de aanvraag van een arrangement",
                    "anders": "iets anders",
                },
            ),
            "omschrijving": FieldWords("de omschrijving"),
            "buiten_groep": FieldWords(
                "de plaats",
                facts=("het deels buiten de groep gebeurt", "het geheel in de groep gebeurt"),
            ),
        },
        named_by="soort",
    ),
    "Afspraak": Noun(
        "afspraak",
        "afspraken",
        {
            "wie": FieldWords("de uitvoerder", said=close("voor {}"), must="degene {zijn} die het doet"),
            "wat": FieldWords("de inhoud"),
            "wanneer": FieldWords("de uiterste datum"),
        },
    ),
    "Deskundige": Noun(
        "deskundige",
        "deskundigen",
        {
            "wie": FieldWords("de naam", said=clause("die {} is"), must="de deskundige {zijn}"),
            "discipline": FieldWords("het vak"),
            "onafhankelijk": FieldWords(
                "de onafhankelijkheid",
                adjectives={
                    "ja": ("onafhankelijk", "onafhankelijke"),
                    "nee": ("niet-onafhankelijk", "niet-onafhankelijke"),
                },
                facts=("de deskundige onafhankelijk is", "de deskundige niet onafhankelijk is"),
            ),
            "advies_op": FieldWords(
                "de datum van het advies",
                present=after("met een schriftelijk advies"),
                absent=after("zonder schriftelijk advies"),
            ),
        },
    ),
}
"""The words of the blocks within events, by the name of their model."""
