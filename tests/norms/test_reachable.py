"""Which statuses a rule can reach: per form, and with everything that can come over it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from basisondersteuning.norms.calendar import Term
from basisondersteuning.norms.reachable import MovedCalendar, reachable, terms, with_moved_term

from .build import HOLIDAYS, compiled, judge, statuses, support

ENDS = "einde: {soort: afsluiting}\n"
SEEN = "als: {soort: observatie, ondersteuning_gewenst: ja}\n"
SUPPORT = "als: {soort: ondersteuning}\n"
TERM = "binnen: {dagen: 3, herkomst: bron}\n"
V, TLV, OP, TL, G = "voldaan", "te_laat_voldaan", "open", "te_laat", "geschonden"
AF, NVT, ON, OO = "afgeweken", "niet_van_toepassing", "onbekend", "oordeel_nodig"

CASES: list[tuple[str, set[str]]] = [
    (SUPPORT + "dan: {soort: leerlinggesprek}", {V, OP, AF}),
    (SUPPORT + "dan: {soort: leerlinggesprek}\n" + TERM, {V, TLV, OP, TL, AF}),
    (SUPPORT + "dan: {soort: oudercontact}", {V, OP, AF, ON}),  # a talk may not name its vakgebied
    (SUPPORT + "dan: {soort: oudercontact, lijn: elke}", {V, OP, AF}),
    (SUPPORT + "dan: {soort: oudercontact, vakgebied: {aanwezig: ja}}", {V, OP, AF}),
    (SUPPORT + "dan: {soort: evaluatie}", {V, OP, AF}),  # an evaluation always has the strand of its support
    (SUPPORT + "dan: {soort: evaluatie, effect: deels}", {V, OP, AF, ON}),
    (SUPPORT + "dan: {soort: evaluatie, effect: {aanwezig: ja}}", {V, OP, AF}),
    (SUPPORT + "dan: {soort: ot_bespreking}", {V, OP, AF}),  # without a vakgebied it is about the whole pupil
    (SEEN + "dan: {soort: ot_bespreking}", {V, OP, AF, ON}),  # but the observation may not name its own
    (SEEN + "dan: {soort: opp}", {V, OP, AF}),
    ("als: {soort: observatie, vakgebied: {aanwezig: ja}}\ndan: {soort: ot_bespreking}", {V, OP, AF}),
    ("als: {soort: opp}\ndan: {soort: oudercontact}", {V, OP, AF}),  # about the pupil: every strand will do
    ("als: {soort: evaluatie, effect: deels}\ndan: {soort: opp}", {V, OP, AF, ON}),
    ("als: {soort: evaluatie, effect: {aanwezig: ja}}\ndan: {soort: opp}", {V, OP, AF}),
    (SUPPORT + "vooraf: {soort: opp}", {V, TLV, G, AF}),
    (SUPPORT + "vooraf: {soort: consultatie}", {V, TLV, G, AF, ON}),
    (SUPPORT + "moet: {plaats: in_groep}", {V, G, AF}),
    (SUPPORT + "moet: {groepsplan: {aanwezig: ja}}\n" + TERM, {V, OP, TL, AF}),
    (SUPPORT + "moet: {groepsplan: {aanwezig: ja}}\nbinnen: {veld: tot}", {V, OP, TL, G, AF}),  # without `tot` no term
    (
        "als: {soort: ondersteuning, tot: {aanwezig: ja}}\nmoet: {groepsplan: {aanwezig: ja}}\nbinnen: {veld: tot}",
        {V, OP, TL, AF},
    ),
    ("als: {soort: evaluatie}\nmoet: {effect: deels}", {V, G, ON, AF}),
    ("als: {soort: evaluatie, effect: {aanwezig: ja}}\nmoet: {effect: deels}", {V, G, AF}),
    (SUPPORT + "nooit: {soort: afsluiting}", {V, G, AF}),
    (SUPPORT + "oordeel: Goed?", {OO, V, G, AF}),
    (
        SUPPORT + "een_van:\n  - dan: {soort: opp}\n    binnen: {dagen: 3, herkomst: bron}\n  - moet: {plaats: in_groep}",
        {V, TLV, OP, TL, AF},  # never broken: the first part is at worst too late
    ),
    (SUPPORT + "alle:\n  - dan: {soort: opp}\n  - moet: {plaats: in_groep}", {V, OP, G, AF}),
    ("voorwaarde_voor: 1\nvooraf: {soort: opp}", {V, TLV, G, AF}),  # the first niveau never comes next
    ("voorwaarde_voor: 2\nvooraf: {soort: opp}", {V, TLV, G, OP, AF}),
    (SUPPORT + "moet: {plaats: in_groep}\ntenzij:\n  - {naam: n, dan: {soort: opp}}", {V, G, AF, NVT}),
    (
        SUPPORT + "moet: {plaats: in_groep}\ntenzij:\n  - {naam: n, dan: {soort: evaluatie, effect: deels}}",
        {V, G, AF, NVT, ON},
    ),
]

SOP = "over: sop\nals: {soort: sop}\n"
TOLD = "over: sop\nals: {soort: inspectieoordeel}\n"

FACT_CASES: list[tuple[str, set[str]]] = [
    (SOP + "vooraf: {soort: grens}", {V, G, AF}),  # after what holds on the peildatum nothing comes any more
    (SOP + "vooraf: {soort: vaststelling}", {V, G, AF}),
    (SOP + "vooraf: {soort: vaststelling}\n" + TERM, {V, G, AF}),
    (SOP + "vooraf: {soort: orthopedagoog, namens: schoolbestuur}", {V, G, AF, ON}),
    (SOP + "moet: {format: {aanwezig: ja}}", {V, G, AF}),
    (SOP + "nooit: {soort: grens}", {V, G, AF}),
    (SOP + "oordeel: Goed?", {OO, V, G, AF}),
    (SOP + "alle:\n  - vooraf: {soort: grens}\n  - oordeel: Goed?", {V, G, OO, AF}),
    (SOP + "vooraf: {soort: grens}\ntenzij:\n  - {naam: n, vooraf: {soort: voorziening}}", {V, G, AF, NVT}),
    ("over: sop\nals: {soort: ambitie}\nmoet: {stand: bereikt}\nbinnen: {veld: wanneer}", {V, OP, TL, G, AF, ON}),
    ("over: sop\nals: {soort: ambitie, stand: loopt}\nvooraf: {soort: grens}", {V, G, AF, ON}),
    (TOLD + "vooraf: {soort: mr_advies}", {V, TLV, G, AF}),
    (TOLD + "vooraf: {soort: grens}", {V, TLV, G, AF}),  # a day that is past knew it not yet
    (TOLD + "dan: {soort: verbetermaatregel}", {V, OP, AF}),
    (TOLD + "dan: {soort: verbetermaatregel}\n" + TERM, {V, TLV, OP, TL, AF}),
    (TOLD + "dan: {soort: grens}\n" + TERM, {V, TLV, OP, TL, AF}),
    (TOLD + "moet: {uitkomst: basis}\n" + TERM, {V, OP, TL, AF}),
    ("over: sop\nals: [{soort: sop}, {soort: inspectieoordeel}]\nvooraf: {soort: mr_advies}", {V, TLV, G, AF}),
    ("over: kengetallen\nals: {soort: kengetallen}\nvooraf: {soort: kengetal, wat: tlv}", {V, G, AF}),
    ("over: kengetallen\nals: {soort: kengetal}\nmoet: {tegenover_nulmeting: lager}", {V, G, ON, AF}),
]


@pytest.mark.parametrize(("body", "expected"), [*CASES, *FACT_CASES])
def test_per_form(tmp_path: Path, body: str, expected: set[str]) -> None:
    frame = compiled(tmp_path, body)
    assert {one.value for one in reachable(frame.rules[0], frame)} == expected


@pytest.mark.parametrize(
    ("body", "ends"),
    [
        (SUPPORT + "dan: {soort: opp}", True),
        (SUPPORT + "moet: {plaats: in_groep}", False),  # what was broken stays broken
        (SUPPORT + "oordeel: Goed?", True),
        ("als: {soort: evaluatie, effect: deels}\nmoet: {toelichting: {aanwezig: ja}}", True),  # an unknown trigger lapses
        ("voorwaarde_voor: 2\nvooraf: {soort: opp}", False),  # ahead there is nothing in a closed dossier
        (SOP + "oordeel: Goed?", False),  # only a dossier ends
    ],
)
def test_the_end_of_a_dossier(tmp_path: Path, body: str, ends: bool) -> None:
    frame = compiled(tmp_path, body, more=ENDS)
    assert (NVT in {one.value for one in reachable(frame.rules[0], frame)}) is ends


def test_terms_are_found_wherever_they_stand(tmp_path: Path) -> None:
    frame = compiled(
        tmp_path,
        SUPPORT + "een_van:\n  - dan: {soort: opp}\n    binnen: {dagen: 3, herkomst: bron}\n  - moet: {plaats: in_groep}\n"
        "tenzij:\n  - naam: n\n    dan: {soort: opp}\n    binnen: {instelling: twee_weken}",
        SUPPORT + "dan: {soort: opp}\nbinnen: {veld: tot}",
    )
    found = [(one.path, str(one.deadline.term), one.deadline.setting) for one in terms(frame.rules[0])]
    assert found == [(("een_van", 0, "binnen"), "3 dagen", None), (("tenzij", 0, "binnen"), "2 weken", "twee_weken")]
    assert terms(frame.rules[1]) == []  # the date in the record is the last day itself: there is no length


@pytest.mark.parametrize(
    ("days", "at_last", "after"), [(0, "voldaan", "geschonden"), (-1, "geschonden", "geschonden"), (1, "voldaan", "voldaan")]
)
def test_one_term_moves_and_the_others_stay(tmp_path: Path, days: int, at_last: str, after: str) -> None:
    body = SUPPORT + "vooraf: {soort: opp}\nbinnen: {dagen: 3, herkomst: bron}"
    frame = compiled(tmp_path, body, body)
    moved = with_moved_term(frame, frame.rules[0], terms(frame.rules[0])[0])
    calendar = MovedCalendar([HOLIDAYS], days)
    for day, expected, plain in (("2026-09-10", at_last, "voldaan"), ("2026-09-11", after, "geschonden")):
        made = {"datum": "2026-09-07", "soort": "opp", "actie": "opgesteld", "door": "lk"}
        verdict = judge(moved, [made, support(day, "o1")], "2026-10-01", calendar=calendar)
        assert (statuses(verdict), statuses(verdict, "R-2")) == ([expected], [plain])


def test_a_plain_term_is_not_moved() -> None:
    day = date(2026, 9, 7)
    assert MovedCalendar([HOLIDAYS], 1).due(day, Term("dagen", 3)).day == date(2026, 9, 10)
