"""The submission to the ondersteuningsteam: filled from the dossier, with lines for what is not in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from basisondersteuning.documents.audience.see import Reader
from basisondersteuning.documents.ot import inbreng
from basisondersteuning.documents.ot.views import OtInbreng
from basisondersteuning.documents.work import Paper
from running import Bo

from .meetings import REQUEST, dossier, shown, support, work
from .test_ot_documents import DAY, plain


def form(*events: dict[str, Any], day: date = date(2026, 11, 24), reader: Reader = Reader.OT, **more: Any) -> OtInbreng:
    asked = work(reader, day=day)
    doc = inbreng.make(asked, asked.assessor.judge(dossier(*events, **more))).doc
    assert isinstance(doc, OtInbreng)
    return doc


def test_the_form_is_filled_from_the_dossier(bo: Bo, desk: Path) -> None:
    done = bo("render", "ot-inbreng", "dossiers/L-0367-gereed-voor-niveau-3.yaml", *DAY)
    assert (done.code, done.err) == (0, "")
    for line in (
        "# Inbreng voor het OT: Sanne Uitenhage",
        "- **Bespreking:** Eerste bespreking",
        "- **Ingebracht door:** T. de Wit (intern begeleider), aangemeld op 17 november 2026",
        "  - **Wat daarmee is gedaan:** De brief komt als eerste aan bod.",
        "Alle voorwaarden voor niveau 3 zijn vervuld. Of de stap er komt, beslissen mensen.",
        "- **Groeidocument:** opgesteld op 10 november 2026",
        "- **Toestemming:** P. Uitenhage gaf toestemming voor de bespreking op 29 oktober 2026.",
        "- **Deskundigheid:** leermoeilijkheden",
    ):
        assert line in done.out


def test_what_the_record_does_not_have_is_a_line_to_write_on() -> None:
    doc = form()
    assert (doc.vraag, doc.inbrenger, doc.toestemming, doc.gedaan, doc.bijlagen) == ("", "", "", (), ())
    text = plain(shown(Paper("x", "ot-inbreng", doc), "html"))
    assert text.count("Hierover is nog niets vastgelegd.") == 8
    assert "Er is nog geen vraag vastgelegd." in text
    assert "Toestemming van de ouders voor deze bespreking is niet vastgelegd." in text


TALK = {"datum": "2026-10-15", "soort": "ot_bespreking", "voorzitter": "ib", "aanwezig": ["ib", "lk"]}


def test_a_question_that_was_discussed_is_no_question_for_the_next_time() -> None:
    assert form(REQUEST).vraag == "Hoe verder?"
    assert form(REQUEST).soort == "Eerste bespreking"
    after = form(REQUEST, TALK)
    assert (after.vraag, after.soort) == ("", "Vervolg op de bespreking van 15 oktober 2026")
    again = form(REQUEST, TALK, {**REQUEST, "datum": "2026-11-02", "vraag": "En nu?"})
    assert (again.vraag, again.soort) == ("En nu?", "Vervolg op de bespreking van 15 oktober 2026")
    assert form({**REQUEST, "datum": TALK["datum"]}, TALK).vraag == ""
    assert form(REQUEST, TALK, day=date(2026, 10, 14)).vraag == "Hoe verder?"


def test_consent_that_was_refused_or_was_for_something_else_is_no_consent() -> None:
    given_ = {"datum": "2026-10-01", "soort": "verklaring", "aard": "toestemming", "waarvoor": "ot", "door": "moeder"}
    assert form({**given_, "uitkomst": "gegeven"}).toestemming == "A. Ouder gaf toestemming voor de bespreking op 1 oktober 2026."
    assert "weigerde toestemming" in form({**given_, "uitkomst": "geweigerd"}).toestemming
    assert form({**given_, "uitkomst": "gegeven", "waarvoor": "onderzoek"}).toestemming == ""
    assert form({**given_, "uitkomst": "gegeven", "aard": "gezien"}).toestemming == ""
    taken_back = {**given_, "uitkomst": "geweigerd", "datum": "2026-11-01"}
    assert "weigerde" in form({**given_, "uitkomst": "gegeven"}, taken_back).toestemming


def test_what_was_tried_stands_with_its_effect_and_says_what_is_left_out() -> None:
    doc = form(
        *(support(f"o{number}", f"2026-0{number}-01") for number in range(1, 10)),
        {"datum": "2026-10-01", "soort": "evaluatie", "van": "o8", "effect": "deels", "toelichting": "Zes van de tien."},
    )
    assert [one.doel for one in doc.gedaan] == [f"Doel van o{number}." for number in range(9, 3, -1)]
    assert (doc.gedaan[1].effect, doc.gedaan[1].toelichting) == ("doel deels bereikt (1-10-2026)", "Zes van de tien.")
    assert [one.loopt for one in doc.gedaan[:2]] == [True, False]
    assert doc.gedaan[0].effect == "nog niet beoordeeld"
    assert doc.gedaan_meer == "Nog 3 oudere gegevens staan in het Groeidocument."


def test_the_last_tests_of_each_vakgebied_with_their_scale() -> None:
    test = {"soort": "toets", "methodegebonden": "nee", "schaal": "I-V", "waarde": "IV"}
    given_ = [
        {**test, "datum": f"2026-0{number}-01", "naam": f"Toets {number}", "vakgebied": "rekenen"} for number in range(1, 6)
    ]
    doc = form(*given_, {**test, "datum": "2026-01-15", "naam": "Dictee", "vakgebied": "spelling", "schaal": "anders"})
    assert [one.naam for one in doc.toetsen] == ["Toets 5", "Toets 4", "Toets 3", "Dictee"]
    assert [one.resultaat for one in doc.toetsen[-2:]] == ["niveau IV (I tot en met V)", "IV"]
    assert doc.toetsen_meer == "Nog 2 oudere gegevens staan in het Groeidocument."


def test_missing_conditions_say_what_to_do() -> None:
    seen = {
        "datum": "2026-02-23",
        "soort": "observatie",
        "door": "lk",
        "vakgebied": "rekenen",
        "gedrag": "Telt.",
        "resultaten": "4",
    }
    worry = {"datum": "2026-02-25", "soort": "oudercontact", "met": "moeder", "over": "zorg"}
    first = support(day="2026-03-02", tot="2026-05-01")
    judged = {"datum": "2026-05-04", "soort": "evaluatie", "van": "o1", "effect": "onvoldoende"}
    talk = {"datum": "2026-05-06", "soort": "oudercontact", "met": "moeder", "over": ["resultaten", "vervolg"]}
    second = support("o2", "2026-05-11", vorm="geintensiveerd", vervolg_op="o1", tot="2026-10-30")
    doc = form({**seen, "ondersteuning_gewenst": "ja"}, worry, first, judged, talk, second)
    (step,) = doc.stappen
    assert step.nu == "niveau 2 sinds 11-5-2026"
    assert "voor niveau 3" in step.zin
    missing = [one for one in step.voorwaarden if not one.vervuld]
    assert missing and all(one.doen and one.stand != "voldaan" for one in missing)


def test_a_niveau_that_the_record_does_not_support_is_told_as_that() -> None:
    assert form(support()).stappen[0].nu == "niveau 1 sinds 14-9-2026 (niet onderbouwd)"
