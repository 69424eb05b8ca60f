"""Which documents there are: of what they are made, in which forms, and for whom. Nothing here imports anything heavy."""

from __future__ import annotations

from typing import NamedTuple

TEXT = ("md", "html")
"""Forms that can go to the screen."""
PAPER = ("md", "html", "docx", "pdf")
"""The forms of a document that people read."""


class DocumentKind(NamedTuple):
    """One kind of document.

    `of` says what it is made of: each `dossier`, each meeting (`ot`), all `dossiers` together, or each school's `sop`.
    `readers` are those it may be for, `reader` the one it is for when nothing is said. `module` has the function `make`.
    """

    name: str
    about: str
    of: str
    formats: tuple[str, ...]
    reader: str
    readers: tuple[str, ...]
    module: str


_ALL = ("ouders", "ot", "swv", "school")
_TEAM = ("ot", "swv", "school")

DOCUMENTS: dict[str, DocumentKind] = {
    one.name: one
    for one in (
        DocumentKind(
            "groeidocument",
            "Alles over de ondersteuning van één leerling, om te bespreken, te delen en te bewaren.",
            "dossier",
            PAPER,
            "school",
            _ALL,
            "groeidocument.make",
        ),
        DocumentKind(
            "ot-inbreng",
            "Wat de school over een leerling inbrengt in het OT, op hooguit enkele bladzijden.",
            "dossier",
            PAPER,
            "ot",
            _ALL,
            "ot.inbreng",
        ),
        DocumentKind(
            "ot-agenda",
            "De agenda van een OT, voor het team: wie, wanneer en met welke vraag.",
            "ot",
            (*PAPER, "ics"),
            "ot",
            _TEAM,
            "ot.agenda",
        ),
        DocumentKind(
            "ot-uitnodiging",
            "De uitnodiging aan de ouders van een leerling, alleen over hun eigen kind.",
            "ot",
            (*PAPER, "ics"),
            "ouders",
            ("ouders",),
            "ot.uitnodiging",
        ),
        DocumentKind(
            "ot-verslag",
            "Het verslag van een OT: voor het team het geheel, voor anderen per leerling.",
            "ot",
            PAPER,
            "ot",
            _ALL,
            "ot.verslag",
        ),
        DocumentKind(
            "groepsplan",
            "De ondersteuning die in een groep loopt, per vakgebied, met wie bij welke aanpak hoort.",
            "dossiers",
            PAPER,
            "school",
            ("school", "swv"),
            "groepsplan.make",
        ),
        DocumentKind(
            "sop",
            "Het schoolondersteuningsprofiel van een school, voor ouders en partners om te lezen.",
            "sop",
            PAPER,
            "ouders",
            ("ouders", "swv", "school"),
            "sop.make",
        ),
        DocumentKind(
            "terugkoppeling",
            "De brief van het samenwerkingsverband aan een school over haar SOP: wat klopt, wat moet nog en wie helpt.",
            "sop",
            PAPER,
            "school",
            ("school",),
            "terugkoppeling.make",
        ),
    )
}
"""Every document, by its name."""
