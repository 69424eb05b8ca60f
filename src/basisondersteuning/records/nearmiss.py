"""Which word was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

OTHER_WORDS = {
    "oudergesprek": "oudercontact",
    "ouders": "ouder",
    "moeder": "ouder",
    "vader": "ouder",
    "verzorger": "ouder",
    "kindgesprek": "leerlinggesprek",
    "kind": "leerling",
    "leerkracht": "groepsleerkracht",
    "leraar": "groepsleerkracht",
    "juf": "groepsleerkracht",
    "meester": "groepsleerkracht",
    "ib": "intern_begeleider",
    "ib'er": "intern_begeleider",
    "schoolleider": "directeur",
    "smw": "schoolmaatschappelijk_werker",
    "ot": "ot_bespreking",
    "swv": "samenwerkingsverband",
    "interventie": "ondersteuning",
    "hulp": "ondersteuning",
    "handelingsplan": "ondersteuning",
    "lezen": "technisch_lezen",
    "geboren": "geboortedatum",
    "voornaam": "roepnaam",
    "profiel": "sop",
    "schoolondersteuningsprofiel": "sop",
    "inspectie": "inspectieoordeel",
    "mr": "mr_advies",
    "verbeterplan": "verbetermaatregel",
}
"""What schools also say for a word of `bo`; consulted only where that word may stand."""


def nearest(word: object, options: Iterable[str]) -> str | None:
    """The option that looks most like `word`; None when none comes near."""
    from difflib import get_close_matches

    if not isinstance(word, str) or not word:
        return None
    folded = {one.lower().replace("-", "_"): one for one in options}
    key = word.strip().lower().replace("-", "_").replace(" ", "_")
    if key in folded:
        return folded[key]
    if (other := OTHER_WORDS.get(key)) in folded:
        return folded[other]
    found = get_close_matches(key, folded, n=1, cutoff=0.6)
    if found:
        return folded[found[0]]
    starts = [one for one in folded if len(key) >= 3 and (one.startswith(key) or key.startswith(one))]
    return folded[starts[0]] if len(starts) == 1 else None
