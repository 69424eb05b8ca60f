"""The words of the facts of a SOP, within a sentence: of the record itself and of its events (`sop`, `sop_events`)."""

from __future__ import annotations

from collections.abc import Mapping

from .nouns import FieldWords, Noun, after, clause, close
from .nouns_sop_blocks import BLOCKS

NOUNS: Mapping[str, Noun] = {
    "sop": Noun(
        "SOP",
        "SOP's",
        {
            "school": FieldWords("het nummer van de school"),
            "naam": FieldWords("de naam van de school"),
            "bestuur": FieldWords("het schoolbestuur", "genoemd"),
            "schooljaar": FieldWords("het schooljaar", said=close("voor het schooljaar {}")),
            "format": FieldWords("het format", said=close("in het format {}")),
            "kader": FieldWords("het normenkader", "genoemd", said=close("volgens het normenkader {}")),
            "contactpersoon": FieldWords("de contactpersoon", "genoemd"),
            "typering": FieldWords("de typering van de school"),
            "niveau_basisondersteuning": FieldWords("het eigen niveau van basisondersteuning", "vastgelegd"),
            "aspecten": FieldWords("de aspecten van basisondersteuning", "beschreven", plural=True),
            "ijkpunten": FieldWords("de ijkpunten", "beschreven", plural=True),
            "interventies": FieldWords("de interventies", "beschreven", plural=True),
            "protocollen": FieldWords("de protocollen", "genoemd", plural=True),
            "interne_begeleiding": FieldWords("de intern begeleiders", "genoemd", plural=True),
            "bekostiging": FieldWords(
                "de bekostiging van de interne begeleiding", more="bekostigingen van de interne begeleiding"
            ),
            "ondersteuningsteam": FieldWords("het OT", "beschreven"),
            "orthopedagoog": FieldWords("de orthopedagoog van het OT", "genoemd"),
            "deskundigheid": FieldWords("de deskundigheid", "beschreven", more="soorten deskundigheid"),
            "netwerkpartners": FieldWords("de netwerkpartners", "genoemd", plural=True),
            "wijkteam": FieldWords("het contact met het sociale wijkteam", "beschreven"),
            "hgw": FieldWords("de kenmerken van handelingsgericht werken", "beschreven", plural=True),
            "voorzieningen": FieldWords("de voorzieningen", "beschreven", plural=True),
            "grenzen": FieldWords("de grenzen", "beschreven", plural=True),
            "ambities": FieldWords("de ambities", "beschreven", plural=True),
            "kengetallen": FieldWords("de kengetallen van de school", plural=True),
            "tijdlijn": FieldWords("de tijdlijn", "ingevuld", more="gebeurtenissen op de tijdlijn"),
            "afwijkingen": FieldWords("de afwijkingen", "vastgelegd", plural=True),
        },
        het=True,
    ),
    **BLOCKS,
    "vaststelling": Noun(
        "vaststelling van het SOP",
        "vaststellingen van het SOP",
        {"door": FieldWords("de vaststeller", "genoemd", said=close("door {}"), must="degene {zijn} die het SOP vaststelde")},
    ),
    "mr_advies": Noun(
        "advies van de MR",
        "adviezen van de MR",
        {
            "advies": FieldWords(
                "de uitkomst",
                said=after("met als uitkomst {}"),
                values={
                    "positief": "«positief»",
                    "positief_met_opmerkingen": "«positief met opmerkingen»",
                    "negatief": "«negatief»",
                },
            ),
            "opmerkingen": FieldWords("de opmerkingen", "vastgelegd", plural=True),
        },
        het=True,
    ),
    "inspectieoordeel": Noun(
        "oordeel van de inspectie",
        "oordelen van de inspectie",
        {
            "stelsel": FieldWords(
                "het stelsel",
                said=close("volgens {}"),
                values={"arrangement": "het stelsel tot augustus 2017", "oordeel": "het stelsel sinds augustus 2017"},
                must="een oordeel volgens {} {zijn}",
            ),
            "uitkomst": FieldWords(
                "de uitkomst",
                said=after("met als uitkomst {}"),
                values={
                    "basis": "«basis»",
                    "zwak": "«zwak»",
                    "zeer_zwak": "«zeer zwak»",
                    "voldoende": "«voldoende»",
                    "onvoldoende": "«onvoldoende»",
                    "goed": "«goed»",
                },
            ),
            "vindplaats": FieldWords("de vindplaats van het rapport"),
        },
        het=True,
    ),
    "verbetermaatregel": Noun(
        "verbetermaatregel",
        "verbetermaatregelen",
        {
            "maatregel": FieldWords("de inhoud", "beschreven"),
            "door": FieldWords("de nemer", said=close("door {}"), must="degene {zijn} die de maatregel nam"),
        },
    ),
    "swv_ingelicht": Noun(
        "melding aan het samenwerkingsverband",
        "meldingen aan het samenwerkingsverband",
        {
            "over": FieldWords("het onderwerp", said=close("over {}"), values={"verbeterplan": "het verbeterplan"}),
            "door": FieldWords("de melder", "genoemd", said=close("door {}"), must="degene {zijn} die de melding deed"),
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
            "door": FieldWords("de beoordelaar", said=close("door {}"), must="degene {zijn} die oordeelde"),
            "betreft": FieldWords("het beoordeelde"),
            "reden": FieldWords("de reden"),
        },
        het=True,
    ),
}
"""The words of every kind of fact of a SOP."""
