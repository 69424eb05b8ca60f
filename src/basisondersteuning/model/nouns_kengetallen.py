"""The words of the facts of key figures (`kengetallen`), within a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from .nouns import FieldWords, Noun, clause, close
from .nouns_sop import NOUNS as SOP

_AREA = FieldWords(
    "het gebied",
    said=close("voor {}"),
    values={
        "landelijk": "heel Nederland",
        "samenwerkingsverband": "het samenwerkingsverband",
        "schoolbestuur": "een schoolbestuur",
        "school": "een school",
    },
    must="een cijfer voor {} {zijn}",
)
_OF_AREA = _AREA._replace(said=close("van {}"), must="een cijfer van {} {zijn}")
_DEFINITION = FieldWords(
    "de definitie",
    said=close("volgens de definitie {}"),
    values={"vensters": "«Vensters»", "ncoj": "«NCOJ»", "cbs": "«CBS»", "eigen": "«eigen»"},
)
_STAND = FieldWords(
    "de stand", adjectives={"voorlopig": ("voorlopig", "voorlopige"), "definitief": ("definitief", "definitieve")}
)
_DAY = FieldWords("de peildatum")
_CODE = FieldWords("het nummer van het bestuur of de school")
_SOURCE = FieldWords("de bron", "genoemd")


def _against(what: str) -> FieldWords:
    """A comparison with another figure."""
    return FieldWords(
        f"de vergelijking met {what}",
        "gemaakt",
        said=clause(f"dat {{}} {what} is"),
        values={"lager": "lager dan", "gelijk": "gelijk aan", "hoger": "hoger dan"},
        must=f"{{}} {what} {{zijn}}",
    )


_COUNT = Noun(
    "telling",
    "tellingen",
    {
        "peildatum": _DAY,
        "van": FieldWords("de eerste dag"),
        "wat": FieldWords(
            "het onderwerp",
            said=close("van {}"),
            values={
                "leerlingen": "leerlingen",
                "arrangementen": "toegekende arrangementen",
                "tlv": "TLV's",
                "op_niveau": "leerlingen op een niveau",
                "plichten_lopend": "lopende plichten",
                "plichten_te_laat": "plichten die te laat zijn",
                "overgangen": "overgangen",
            },
            must="een telling van {} {zijn}",
        ),
        "onderwijs": FieldWords(
            "het soort onderwijs",
            said=close("in {}"),
            values={"bao": "het gewone basisonderwijs", "sbo": "het SBO", "so": "het SO"},
        ),
        "cluster": FieldWords("het cluster", said=close("in cluster {}"), values={one: one for one in "1234"}),
        "categorie": FieldWords(
            "de categorie",
            said=close("in de categorie {}"),
            values={"L": "«laag»", "M": "«midden»", "H": "«hoog»", "nvt": "«niet van toepassing»"},
        ),
        "niveau": FieldWords("het niveau"),
        "van_niveau": FieldWords("het niveau ervoor"),
        "aantal": FieldWords("het aantal"),
        "gebied": _AREA,
        "code": _CODE,
        "bron": _SOURCE,
        "stand": _STAND,
    },
)
_RATE = Noun(
    "deelnamecijfer",
    "deelnamecijfers",
    {
        "peildatum": _DAY,
        "gebied": _OF_AREA,
        "wat": FieldWords(
            "het soort onderwijs", said=close("voor {}"), values={"deelname_sbo": "het SBO", "deelname_so": "het SO"}
        ),
        "definitie": _DEFINITION,
        "percentage": FieldWords("het percentage"),
        "teller": FieldWords("de teller"),
        "noemer": FieldWords("de noemer"),
        "code": _CODE,
        "bron": _SOURCE,
        "stand": _STAND,
    },
    het=True,
)
NOUNS: Mapping[str, Noun] = {
    "kengetallen": Noun(
        "kengetallen",
        "bestanden met kengetallen",
        {
            "samenwerkingsverband": FieldWords("het nummer van het samenwerkingsverband"),
            "naam": FieldWords("de naam van het samenwerkingsverband"),
            "verzonnen": FieldWords(
                "de herkomst van de cijfers", facts=("de cijfers verzonnen zijn", "de cijfers niet verzonnen zijn")
            ),
            "tellingen": FieldWords("de tellingen", plural=True),
            "deelname": FieldWords("de deelnamecijfers", plural=True),
            "oordelen": FieldWords("de oordelen", "vastgelegd", plural=True),
            "afwijkingen": FieldWords("de afwijkingen", "vastgelegd", plural=True),
        },
        bare=True,
    ),
    "telling": _COUNT,
    "deelnamecijfer": _RATE,
    "oordeel": SOP["oordeel"],
    "kengetal": Noun(
        "kengetal",
        "kengetallen",
        {
            "gebied": _OF_AREA,
            "wat": FieldWords(
                "het onderwerp",
                said=close("over {}"),
                values={
                    "deelname_sbo": "de deelname aan het SBO",
                    "deelname_so": "de deelname aan het SO",
                    "arrangementen": "toegekende arrangementen",
                    "tlv": "TLV's",
                },
                must="een kengetal over {} {zijn}",
            ),
            "definitie": _DEFINITION,
            "tegenover_nulmeting": _against("de nulmeting"),
            "tegenover_landelijk": _against("het landelijke cijfer"),
        },
        het=True,
    ),
}
"""The words of every kind of fact of key figures."""
