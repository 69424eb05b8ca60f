"""What was tried and what tests showed, in few rows, for the submission to the ondersteuningsteam."""

from __future__ import annotations

from collections import Counter
from datetime import date

from ...casework.running import running
from ...model.dossier import Dossier
from ...model.events_support import Evaluatie, Ondersteuning, Toets
from ...model.words import count, plain, short_date
from .facts import effect_words, until
from .views import Gedaan, ToetsRegel

MOST_SUPPORT = 6
MOST_TESTS = 3
"""How much the table wants to see; for tests in each vakgebied. Choices of ours: the Groeidocument has it all."""

SCALE_WORDS = {
    "percentage": "{} procent",
    "percentiel": "percentiel {}",
    "AE": "niveau {} (A tot en met E)",
    "I-V": "niveau {} (I tot en met V)",
    "vaardigheidsscore": "vaardigheidsscore {}",
    "DLE": "DLE {}",
    "functioneringsniveau": "functioneringsniveau {}",
    "AVI": "AVI {}",
    "IQ": "IQ {}",
    "cijfer": "cijfer {}",
}
"""A result with its scale; what is not here stands as it was written."""


def attempts(dossier: Dossier, day: date) -> tuple[tuple[Gedaan, ...], str]:
    """The last support with its effect, newest first, and a sentence about what is left out."""
    judged = {one.van: one for one in until(dossier, day, Evaluatie)}
    now = {one.event.id for one in running(dossier, day)}
    given = until(dossier, day, Ondersteuning)[::-1]
    rows = tuple(_attempt(one, judged.get(one.id), one.id in now) for one in given[:MOST_SUPPORT])
    return rows, _left_out(len(given) - len(rows))


def _attempt(one: Ondersteuning, judged: Evaluatie | None, runs: bool) -> Gedaan:
    term = f"{short_date(one.datum)} tot {short_date(one.tot)}" if one.tot else f"vanaf {short_date(one.datum)}"
    how = f"{one.aanpak} ({one.frequentie})" if one.frequentie else one.aanpak
    toelichting = (judged.toelichting or "") if judged else ""
    return Gedaan(plain(one.vakgebied), term, one.doel, how, effect_words(judged), toelichting, runs)


def results(dossier: Dossier, day: date) -> tuple[tuple[ToetsRegel, ...], str]:
    """The last tests of each vakgebied, newest first, and a sentence about what is left out."""
    taken: Counter[str] = Counter()
    rows: list[ToetsRegel] = []
    given = until(dossier, day, Toets)[::-1]
    for one in given:
        taken[one.vakgebied] += 1
        if taken[one.vakgebied] <= MOST_TESTS:
            result = SCALE_WORDS.get(one.schaal, "{}").replace("{}", one.waarde)
            rows.append(ToetsRegel(short_date(one.datum), one.naam, plain(one.vakgebied), result, one.toelichting or ""))
    return tuple(rows), _left_out(len(given) - len(rows))


def _left_out(number: int) -> str:
    if number <= 0:
        return ""
    return f"Nog {count(number, 'ouder gegeven', 'oudere gegevens')} {'staat' if number == 1 else 'staan'} in het Groeidocument."
