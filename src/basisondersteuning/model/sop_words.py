"""The closed lists of a SOP. Their sources stand with each; scores and areas of interventions are lists of this tool."""

from typing import Literal

Aspect = Literal["basiskwaliteit", "interventies", "ondersteuningsstructuur", "planmatig_werken"]
"""The four aspects of basisondersteuning, as used in the field."""

Ijkpunt = Literal[
    "veilige_omgeving",
    "zicht_op_ontwikkeling",
    "opbrengst_en_handelingsgericht",
    "effectieve_methoden",
    "handelingsbekwaam_personeel",
    "ambitieus_opp",
    "zorgvuldige_overdracht",
    "ouders_en_leerlingen_partners",
    "beleid_leerlingenzorg",
    "sop_vastgesteld",
    "jaarlijkse_evaluatie",
    "interne_zorgstructuur",
    "multidisciplinair_overleg",
]
"""The thirteen ijkpunten in use in the field, in their order."""

HgwKenmerk = Literal[
    "behoeften_centraal",
    "afstemming_en_wisselwerking",
    "leerkracht_doet_ertoe",
    "positieve_aspecten",
    "constructief_samenwerken",
    "doelgericht",
    "systematisch_en_transparant",
]
"""The seven features of handelingsgericht werken (passage 21), in the order of the source."""

Score = Literal["nog_niet", "gedeeltelijk", "grotendeels", "volledig"]
"""How far a school is, in its own judgement. A list of this tool: the source gives no scale."""

Interventiegebied = Literal[
    "handelingsgericht_werken",
    "pedagogische_aanpak",
    "taalontwikkeling",
    "dyslexie",
    "dyscalculie",
    "intelligentie",
    "veiligheid",
    "medisch_en_fysiek",
    "samenwerking_jeugdhulp",
    "overig",
]
"""Areas of preventive and light curative interventions, as lists in the field have them."""

Protocolonderwerp = Literal[
    "dyslexie",
    "dyscalculie",
    "hoogbegaafdheid",
    "nieuwkomers",
    "medisch_handelen",
    "gedrag_en_veiligheid",
    "overgang",
    "schorsen_en_verwijderen",
    "anders",
]
"""What a protocol is about; passage 22 names dyslexia, the others are a list of this tool. The name stands apart, and is free."""

IbOpleiding = Literal["master_sen", "post_hbo_ib", "in_opleiding", "anders"]
"""Training of an intern begeleider; the first two are those of passage 20."""

Bekostigingsbron = Literal["samenwerkingsverband", "schoolbestuur", "anders"]
"""Who pays, or provides (passages 19 and 24)."""

Plaats = Literal["in_school", "bestuur", "extern"]
"""Where expertise is."""

Veld = Literal["aandacht_en_tijd", "onderwijsmateriaal", "ruimtelijke_omgeving", "expertise", "samenwerking"]
"""The five fields in which schools describe their facilities."""
