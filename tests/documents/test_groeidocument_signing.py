"""What may be signed in the Groeidocument: each with its own word, by parents with gezag."""

from __future__ import annotations

from typing import Any

import pytest

from basisondersteuning.documents.audience.see import Reader
from basisondersteuning.documents.groeidocument.views import Groeidocument

from .meetings import dossier
from .test_groeidocument import made, observed, paper


def declared(nature: str, purpose: str, *, day: str = "2026-10-20", outcome: str = "gegeven") -> dict[str, Any]:
    return {"datum": day, "soort": "verklaring", "aard": nature, "waarvoor": purpose, "door": "moeder", "uitkomst": outcome}


@pytest.mark.parametrize(
    ("events", "words"),
    [
        ([], ["gezien"]),
        ([declared("gezien", "groeidocument")], ["gezien"]),
        ([{"datum": "2026-10-01", "soort": "onderzoek", "aard": "psychologisch", "stand": "aangevraagd", "vraag": "?"}],
         ["toestemming: onderzoek", "gezien"]),
        ([{"datum": "2026-10-01", "soort": "onderzoek", "aard": "psychologisch", "stand": "aangevraagd", "vraag": "?"},
          declared("toestemming", "onderzoek")], ["gezien"]),
        ([{"datum": "2026-10-01", "soort": "onderzoek", "aard": "psychologisch", "stand": "aangevraagd", "vraag": "?"},
          declared("instemming", "onderzoek")], ["toestemming: onderzoek", "gezien"]),  # another word, so no answer
        ([{"datum": "2026-10-01", "soort": "aanmelding_ot", "door": "ib", "vraag": "?", "gewenste_expertise": "gedrag"}],
         ["toestemming: het delen van gegevens", "gezien"]),
        ([{"datum": "2026-10-01", "soort": "aanmelding_ot", "door": "ib", "vraag": "?"}], ["gezien"]),
        ([{"datum": "2026-10-01", "soort": "opp", "actie": "opgesteld", "door": "ib", "handelingsdeel": "."}],
         ["instemming", "gezien"]),
    ],
)  # fmt: skip
def test_each_block_has_its_own_word(events: list[dict[str, Any]], words: list[str]) -> None:
    doc = made(observed(), *events)
    found = [f"{one.woord}: {one.waarvoor}" if one.woord == "toestemming" else one.woord for one in doc.tekenblokken]
    assert found == words
    for one in doc.tekenblokken:
        assert one.namen == ("A. Ouder",)
        others = {"toestemming", "instemming", "gezien", "overeenstemming"} - {one.woord}
        assert one.woord in one.uitleg.lower()
        assert not any(other in one.uitleg.lower() for other in others)


def opp(day: str, action: str = "opgesteld") -> dict[str, Any]:
    return {"datum": day, "soort": "opp", "actie": action, "door": "ib", "handelingsdeel": "Drie uur per week."}


@pytest.mark.parametrize(
    ("events", "already", "names"),
    [
        ([opp("2026-10-01"), declared("instemming", "handelingsdeel")], 1, ()),
        ([opp("2026-10-01"), declared("instemming", "handelingsdeel", outcome="geweigerd")], 1, ()),
        ([opp("2026-10-01"), declared("gezien", "handelingsdeel")], 0, ("A. Ouder",)),
        ([opp("2026-10-01"), declared("instemming", "handelingsdeel", day="2026-10-02"), opp("2026-11-01", "bijgesteld")],
         0, ("A. Ouder",)),  # a new version asks anew
        ([opp("2026-10-01"), declared("instemming", "handelingsdeel", day="2026-10-02"), opp("2026-11-01", "geevalueerd")],
         1, ()),
    ],
)  # fmt: skip
def test_instemming_is_for_a_version_of_the_opp(events: list[dict[str, Any]], already: int, names: tuple[str, ...]) -> None:
    block = next(one for one in made(observed(), *events).tekenblokken if one.woord == "instemming")
    assert (len(block.al), block.namen) == (already, names)


def test_nobody_signs_under_a_pseudonym_or_in_a_closed_dossier() -> None:
    end = {"datum": "2026-11-02", "soort": "afsluiting", "door": "ib", "reden": "anders"}
    assert made(observed()).tekenblokken
    for names in (True, False):
        doc = paper(dossier(observed(), opp("2026-10-01")), Reader.SWV, names=names).doc
        assert isinstance(doc, Groeidocument)
        assert bool(doc.tekenblokken) is names
        assert ("ouder" in [one.rol for one in doc.mensen]) is names  # `ouder 1` says it already
    assert made(observed(), opp("2026-10-01"), end).tekenblokken == ()


def test_an_answer_is_one_sentence() -> None:
    block = made(observed(), opp("2026-10-01"), declared("instemming", "handelingsdeel")).tekenblokken[0]
    assert block.al == ("instemming gegeven door A. Ouder op 20 oktober 2026",)


def test_parents_with_gezag_sign() -> None:
    def people(*gezag: str | None) -> list[dict[str, Any]]:
        parents = [
            {"id": f"o{number}", "naam": f"Ouder {number}", "rol": "ouder", **({"gezag": one} if one else {})}
            for number, one in enumerate(gezag, 1)
        ]
        return [{"id": "lk", "naam": "B. Juf", "rol": "groepsleerkracht"}, *parents]

    def names(*gezag: str | None) -> tuple[str, ...]:
        return made(observed(), people=people(*gezag)).tekenblokken[-1].namen

    assert names("ja", "nee", None) == ("Ouder 1",)
    assert names("nee", None) == ("Ouder 2",)
    assert names() == ("Ouder of verzorger met gezag",)
