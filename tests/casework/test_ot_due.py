"""Who is due at a meeting of the ondersteuningsteam: each reason with what takes it away, and what is nearly a reason."""

from __future__ import annotations

from datetime import date

import pytest

from basisondersteuning.casework.ot.brought import brought_in, expertise, question
from basisondersteuning.casework.ot.due import Nearly, Waiting, Why, asks_for
from basisondersteuning.model.ot import OPEN_QUESTION
from basisondersteuning.norms.library import open_library

from .ot_made import FIRST, GROWTH, LEVEL_2, REGISTERED, SEEN, STILL_WEAK, WEAK, discussed, due_from


def why(*events: str, day: date = date(2026, 12, 10), peildatum: date = date(2026, 11, 24)) -> list[Why]:
    found = due_from(*events, day=day, peildatum=peildatum)
    return [one.why for one in found.reasons] if isinstance(found, Waiting) else []


def waiting(*events: str) -> Waiting:
    found = due_from(*events)
    assert isinstance(found, Waiting)
    return found


@pytest.mark.parametrize(
    ("events", "reasons"),
    [
        ((SEEN, FIRST), []),
        ((SEEN, REGISTERED), [Why.REGISTERED]),
        ((SEEN, REGISTERED, discussed("2026-11-20")), []),
        ((SEEN, REGISTERED, discussed("2026-11-17")), []),  # on the day itself counts
        ((SEEN, REGISTERED, discussed("2026-11-16")), [Why.REGISTERED]),
        ((SEEN, REGISTERED, discussed("2026-11-20", area="spelling")), [Why.REGISTERED]),  # another strand
        ((SEEN, REGISTERED, discussed("2026-11-20", area="")), []),  # about the whole pupil
        ((*LEVEL_2, STILL_WEAK), [Why.DUTY]),
        ((*LEVEL_2, STILL_WEAK, GROWTH), [Why.DUTY, Why.READY]),
        ((*LEVEL_2, STILL_WEAK, GROWTH, REGISTERED), [Why.DUTY, Why.REGISTERED, Why.READY]),
        ((*LEVEL_2, STILL_WEAK, GROWTH, REGISTERED, discussed("2026-11-19")), []),
        ((SEEN, discussed("2026-09-03", back="2026-12-10")), [Why.RETURN]),
        ((SEEN, discussed("2026-09-03", back="2026-12-11")), []),
        ((SEEN, discussed("2026-09-03", back="2026-11-05"), discussed("2026-11-05", back="2027-06-01")), []),
        ((SEEN, discussed("2026-09-03", back="2026-11-05"), discussed("2026-11-05")), []),
        ((SEEN, discussed("2026-09-03", back="2026-11-05"), discussed("2026-11-05", area="spelling")), [Why.RETURN]),
        ((SEEN, REGISTERED, "{datum: 2026-11-20, soort: afsluiting, reden: verhuisd, door: ib}"), []),
    ],
)
def test_each_reason(events: tuple[str, ...], reasons: list[Why]) -> None:
    assert why(*events) == reasons


def test_what_comes_after_the_peildatum_does_not_count() -> None:
    assert why(SEEN, REGISTERED, peildatum=date(2026, 11, 16)) == []
    assert why(SEEN, REGISTERED, discussed("2026-11-20"), peildatum=date(2026, 11, 19)) == [Why.REGISTERED]


def test_the_duty_is_found_in_the_rules_themselves() -> None:
    series = open_library([]).find("kop-van-noord-holland")
    assert series is not None
    rules = [one.code for one in series.versions[-1].rules if asks_for(one.requirement, "ot_bespreking")]
    assert rules == ["KNH-3.3", "KNH-3.15", "KNH-4.1", "KNH-4.3"]  # not KNH-3.8, which only counts since the last one


@pytest.mark.parametrize(("day", "late"), [(date(2026, 12, 8), False), (date(2026, 12, 9), True)])
def test_a_duty_is_late_after_its_last_day(day: date, late: bool) -> None:
    found = due_from(*LEVEL_2, STILL_WEAK, day=day)
    assert isinstance(found, Waiting)
    assert found.late(day) is late
    assert found.reasons[0].words == "in het OT bespreken, uiterlijk 8-12-2026 (KNH-3.3)"


def test_what_must_be_done_first_is_told() -> None:
    assert [card.code for card in waiting(*LEVEL_2, STILL_WEAK).first_do] == ["KNH-3.2"]
    assert waiting(*LEVEL_2, STILL_WEAK, GROWTH).first_do == []


def test_how_long_a_pupil_waits_is_counted_from_the_first_reason() -> None:
    assert waiting(*LEVEL_2, STILL_WEAK, REGISTERED).since == date(2026, 10, 27)
    assert waiting(SEEN, REGISTERED).since == date(2026, 11, 17)


@pytest.mark.parametrize(("back", "nearly"), [("2026-12-31", True), ("2027-01-01", False)])
def test_an_evaluation_date_within_three_school_weeks_is_nearly(back: str, nearly: bool) -> None:
    found = due_from(SEEN, discussed("2026-09-03", back=back))
    assert isinstance(found, Nearly) is nearly


def test_one_condition_short_is_nearly_two_are_not() -> None:
    found = due_from(*LEVEL_2, GROWTH)
    assert isinstance(found, Nearly)
    assert found.words == "voor niveau 3 (rekenen) ontbreekt nog één voorwaarde: niveau 2 evalueren (KNH-3.1)"
    assert due_from(*LEVEL_2) is None


def test_the_areas_of_all_reasons() -> None:
    assert waiting(SEEN, REGISTERED).areas == ["rekenen"]
    assert waiting(SEEN, REGISTERED, REGISTERED.replace("rekenen", "spelling")).areas == ["rekenen", "spelling"]
    assert waiting(SEEN, REGISTERED.replace("vakgebied: rekenen, ", "")).areas is None


CONSULTED = (
    "{datum: 2026-10-30, soort: consultatie, met: ib, door: lk, aard: consultatief, vakgebied: rekenen, vraag: Hoe verder?}"
)


def test_the_question_is_that_of_the_registration_else_of_a_consultation_else_open() -> None:
    own = (*LEVEL_2, STILL_WEAK)
    assert question(waiting(*own, CONSULTED, REGISTERED))[:2] == ("Wat helpt?", "aanmelding_ot")
    assert question(waiting(*own, CONSULTED))[:2] == ("Hoe verder?", "consultatie")
    assert question(waiting(*own)).text == OPEN_QUESTION
    assert question(waiting(*own, CONSULTED.replace("rekenen", "spelling"))).text == OPEN_QUESTION
    later = waiting(SEEN, CONSULTED, discussed("2026-11-02", back="2026-12-01"))
    assert question(later).text == OPEN_QUESTION  # that question was discussed already


def test_the_expertise_wished() -> None:
    wished = REGISTERED.replace("vraag:", "gewenste_expertise: [gedrag, leermoeilijkheden], vraag:")
    assert expertise(waiting(SEEN, wished)) == ["gedrag", "leermoeilijkheden"]
    assert expertise(waiting(SEEN, REGISTERED)) == []


def test_what_is_brought_in_is_taken_from_the_record() -> None:
    found = brought_in(waiting(*LEVEL_2, STILL_WEAK, GROWTH))
    assert found == (
        "Groeidocument, opgesteld op 10-11-2026; evaluatie rekenen van 27-10-2026 (onvoldoende); "
        "evaluatie rekenen van 14-4-2026 (onvoldoende)."
    )
    assert brought_in(waiting(SEEN, REGISTERED)) is None
    assert "14-4-2026." in str(brought_in(waiting(SEEN, FIRST, WEAK.replace(", effect: onvoldoende", ""), REGISTERED)))
