"""The words of patterns and of the tests beside a frame: shared by who compiles them and by the JSON Schemas."""

from __future__ import annotations

from .reflect import FieldSpec

TRANSITION = "niveauovergang"
"""A derived event: the support in a strand went from one niveau to another."""

TRANSITION_FIELDS = {
    "van": FieldSpec("van", "tekst", False, True, False, description="Het niveau ervoor."),
    "naar": FieldSpec("naar", "tekst", False, True, False, description="Het niveau erna."),
}
"""The fields of a transition; their values are codes of niveaus."""

TESTS = ("een_van", "bevat", "minstens", "hoogstens", "aanwezig", "rol", "is", "genoemd_in")
"""Every word that may stand behind a field instead of a value."""

OPTIONS = {"lijn": "elke", "laatste": "ja"}
"""Keys of a pattern that are no field, with the one value that each has."""

LEVEL = "niveau"
"""The key of a pattern that names the niveau at which support ran."""

LEVEL_KINDS = ("evaluatie", "ondersteuning")
"""The kinds of events for which `niveau` may stand in a pattern."""

ANCHOR = "aanleiding"
"""What `is` may point to: the event that gave rise to the rule."""

STATUSES = (
    "voldaan", "te_laat_voldaan", "open", "te_laat", "geschonden", "afgeweken", "niet_van_toepassing", "onbekend",
    "oordeel_nodig",
)  # fmt: skip
"""The statuses that a test of a frame can expect; those of `norms.status`."""

NO_OCCASION = "geen"
"""The word by which a test expects that a rule has no activation at all."""

LEVEL_WORDS = ("niveau", "onderbouwd")
"""What a test can expect of a vakgebied: the niveau of the support, and the highest that the record supports."""

CONDITIONS = "voorwaarden"
"""Under this word a test expects statuses of the conditions for the next niveau, per vakgebied."""
