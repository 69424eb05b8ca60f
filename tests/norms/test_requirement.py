"""The constraint forms, each in a frame of one rule."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from .build import compiled, frame_text, judge, mistakes, statuses, support

WANTED = "datum: 2026-09-07, soort: observatie, door: lk, ondersteuning_gewenst: ja"
TRIGGER = "als: {soort: observatie, ondersteuning_gewenst: ja}\n"
TALK = "datum: {}, soort: oudercontact, met: m, over: zorg"


@pytest.mark.parametrize(
    ("talk", "day", "status"),
    [
        (None, "2026-09-21", "open"),
        (None, "2026-09-22", "te_laat"),
        ("2026-09-07", "2026-09-07", "voldaan"),  # the same day counts
        ("2026-09-06", "2026-09-21", "open"),  # earlier does not
        ("2026-09-21", "2026-09-21", "voldaan"),  # the last day is in time
        ("2026-09-22", "2026-09-22", "te_laat_voldaan"),
        ("2026-09-22", "2026-09-21", "open"),  # what comes later does not exist yet
    ],
)
def test_dan_with_a_term(tmp_path: Path, talk: str | None, day: str, status: str) -> None:
    frame = compiled(tmp_path, TRIGGER + "dan: {soort: oudercontact}\nbinnen: {instelling: twee_weken}")
    timeline = WANTED + ("\n" + TALK.format(talk) if talk else "")
    assert statuses(judge(frame, timeline, day)) == [status]


def test_dan_without_a_term_stays_open(tmp_path: Path) -> None:
    frame = compiled(tmp_path, TRIGGER + "dan: {soort: oudercontact}")
    assert statuses(judge(frame, WANTED, "2036-09-07")) == ["open"]


def test_dan_from_a_date_field_of_the_activation(tmp_path: Path) -> None:
    body = "als: {soort: ondersteuning}\ndan: {soort: evaluatie, van: {is: aanleiding}}\n"
    frame = compiled(tmp_path, body + "binnen: {veld: tot}", body + "binnen: {veld: tot, dagen: 3, herkomst: bron}")
    timeline = [support("2026-09-07", "o1", tot="2026-09-20"), support("2026-09-07", "o2")]
    verdict = judge(frame, timeline, "2026-09-21")
    assert statuses(verdict) == ["te_laat", "open"]  # the second has no end, so nothing to be late for
    assert statuses(verdict, "R-2") == ["open", "open"]
    assert statuses(judge(frame, timeline, "2026-09-24"), "R-2") == ["te_laat", "open"]


@pytest.mark.parametrize(
    ("seen", "years", "last"),
    [
        ("2026-08-01", 1, "2027-07-31"),
        ("2027-07-31", 1, "2027-07-31"),
        ("2027-07-31", 2, "2028-07-31"),
        ("2027-08-01", 2, "2029-07-31"),
    ],
)
def test_dan_before_the_end_of_a_school_year(tmp_path: Path, seen: str, years: int, last: str) -> None:
    frame = compiled(tmp_path, f"{TRIGGER}dan: {{soort: oudercontact}}\nbinnen: {{schooljaren: {years}, herkomst: bron}}")
    timeline = WANTED.replace("2026-09-07", seen)
    after = (date.fromisoformat(last) + timedelta(days=1)).isoformat()
    assert statuses(judge(frame, timeline, last)) == ["open"]
    assert statuses(judge(frame, timeline, after)) == ["te_laat"]
    assert statuses(judge(frame, f"{timeline}\n{TALK.format(last)}", after)) == ["voldaan"]
    assert statuses(judge(frame, f"{timeline}\n{TALK.format(after)}", after)) == ["te_laat_voldaan"]


def test_a_term_of_more_than_ten_school_years_is_refused(tmp_path: Path) -> None:
    text = frame_text(f"{TRIGGER}dan: {{soort: oudercontact}}\nbinnen: {{schooljaren: 10, herkomst: bron}}")
    assert mistakes(tmp_path, text) == []
    (finding,) = mistakes(tmp_path, text.replace("schooljaren: 10", "schooljaren: 11"))
    assert finding.code == "BO412"


@pytest.mark.parametrize(
    ("talk", "status"),
    [
        (None, "geschonden"),
        ("2026-09-07", "voldaan"),
        ("2026-08-24", "voldaan"),  # exactly two weeks before
        ("2026-08-23", "geschonden"),
        ("2026-09-08", "te_laat_voldaan"),
    ],
)
def test_vooraf_with_a_term(tmp_path: Path, talk: str | None, status: str) -> None:
    frame = compiled(tmp_path, TRIGGER + "vooraf: {soort: oudercontact}\nbinnen: {instelling: twee_weken}")
    timeline = WANTED + ("\n" + TALK.format(talk) if talk else "")
    assert statuses(judge(frame, timeline, "2026-09-10")) == [status]


def test_vooraf_sinds(tmp_path: Path) -> None:
    frame = compiled(tmp_path, TRIGGER + "vooraf: {soort: oudercontact}\nsinds: {soort: toets}")
    test = "datum: 2026-09-03, soort: toets, naam: t, vakgebied: rekenen, methodegebonden: ja, schaal: cijfer, waarde: 4"
    wanted = WANTED + ", vakgebied: rekenen"
    early, late = TALK.format("2026-09-02"), TALK.format("2026-09-03")
    assert statuses(judge(frame, f"{wanted}\n{early}", "2026-09-10")) == ["voldaan"]
    assert statuses(judge(frame, f"{wanted}\n{test}\n{early}", "2026-09-10")) == ["geschonden"]
    assert statuses(judge(frame, f"{wanted}\n{test}\n{late}", "2026-09-10")) == ["voldaan"]


def test_vooraf_laatste(tmp_path: Path) -> None:
    frame = compiled(tmp_path, TRIGGER + "vooraf: {soort: toets, methodegebonden: ja, laatste: ja}")
    test = "datum: {}, soort: toets, naam: t, vakgebied: rekenen, methodegebonden: {}, schaal: cijfer, waarde: 4"
    good, bad = test.format("2026-09-01", "ja"), test.format("2026-09-02", "nee")
    wanted = WANTED + ", vakgebied: rekenen"
    assert statuses(judge(frame, f"{wanted}\n{good}", "2026-09-10")) == ["voldaan"]
    assert statuses(judge(frame, f"{wanted}\n{good}\n{bad}", "2026-09-10")) == ["geschonden"]


@pytest.mark.parametrize(
    ("plan", "day", "status"),
    [("rekenen", "2026-10-30", "voldaan"), (None, "2026-09-21", "open"), (None, "2026-09-22", "te_laat")],
)
def test_moet_with_a_term(tmp_path: Path, plan: str | None, day: str, status: str) -> None:
    frame = compiled(
        tmp_path, "als: {soort: ondersteuning}\nmoet: {groepsplan: {aanwezig: ja}}\nbinnen: {instelling: twee_weken}"
    )
    more = {"groepsplan": plan} if plan else {}
    assert statuses(judge(frame, [support("2026-09-07", "o1", **more)], day)) == [status]


def test_moet_without_a_term_is_settled_at_once(tmp_path: Path) -> None:
    frame = compiled(tmp_path, "als: {soort: ondersteuning}\nmoet: {plaats: in_groep}")
    assert statuses(judge(frame, [support("2026-09-07", "o1")], "2026-09-07")) == ["voldaan"]
    outside = [support("2026-09-07", "o1", plaats="deels_buiten_groep")]
    assert statuses(judge(frame, outside, "2026-09-07")) == ["geschonden"]


def test_moet_on_a_field_that_is_left_out_is_unknown(tmp_path: Path) -> None:
    frame = compiled(tmp_path, "als: {soort: evaluatie}\nmoet: {effect: onvoldoende}")
    timeline = [support("2026-09-07", "o1"), {"datum": "2026-09-20", "soort": "evaluatie", "van": "o1"}]
    verdict = judge(frame, timeline, "2026-09-20")
    assert statuses(verdict) == ["onbekend"]
    assert [field for _, field in verdict.activations[0].outcome.missing] == ["effect"]


def test_nooit(tmp_path: Path) -> None:
    frame = compiled(tmp_path, TRIGGER + "nooit: {soort: afsluiting}\nbinnen: {instelling: twee_weken}")
    closed = "datum: {}, soort: afsluiting, reden: r"
    assert statuses(judge(frame, WANTED, "2026-09-30")) == ["voldaan"]
    assert statuses(judge(frame, f"{WANTED}\n{closed.format('2026-09-21')}", "2026-09-30")) == ["geschonden"]
    assert statuses(judge(frame, f"{WANTED}\n{closed.format('2026-09-22')}", "2026-09-30")) == ["voldaan"]
    assert statuses(judge(frame, f"{WANTED}\n{closed.format('2026-09-06')}", "2026-09-30")) == ["voldaan"]


def test_oordeel(tmp_path: Path) -> None:
    frame = compiled(tmp_path, TRIGGER + "oordeel: Was dit goed?")
    said = "datum: {}, soort: oordeel, regel: R-1, voldoet: {}, door: ib, reden: r"
    no, yes = said.format("2026-09-08", "nee"), said.format("2026-09-09", "ja")
    assert statuses(judge(frame, WANTED, "2026-09-10")) == ["oordeel_nodig"]
    assert statuses(judge(frame, f"{WANTED}\n{no}", "2026-09-10")) == ["geschonden"]
    assert statuses(judge(frame, f"{WANTED}\n{no}\n{yes}", "2026-09-10")) == ["voldaan"]
    both = f"{said.format('2026-09-08', 'ja')}\n{no}"
    assert statuses(judge(frame, f"{WANTED}\n{both}", "2026-09-10")) == ["geschonden"]  # on one day a no weighs more
    other = yes.replace("R-1", "R-2")
    assert statuses(judge(frame, f"{WANTED}\n{other}", "2026-09-10")) == ["oordeel_nodig"]


def test_een_van_takes_the_best_and_alle_the_worst(tmp_path: Path) -> None:
    parts = (
        "  - dan: {soort: oudercontact}\n    binnen: {dagen: 3, herkomst: bron}\n"
        "  - dan: {soort: leerlinggesprek}\n    binnen: {dagen: 5, herkomst: bron}"
    )
    frame = compiled(tmp_path, f"{TRIGGER}een_van:\n{parts}", f"{TRIGGER}alle:\n{parts}")
    talk, child = TALK.format("2026-09-08"), "datum: 2026-09-12, soort: leerlinggesprek, door: lk, inbreng: i"
    nothing = judge(frame, WANTED, "2026-09-11")
    assert (statuses(nothing), statuses(nothing, "R-2")) == (["open"], ["te_laat"])
    assert [one.due_day for one in nothing.activations] == [date(2026, 9, 12), date(2026, 9, 10)]
    one = judge(frame, f"{WANTED}\n{talk}", "2026-09-11")
    assert (statuses(one), statuses(one, "R-2")) == (["voldaan"], ["open"])
    both = judge(frame, f"{WANTED}\n{talk}\n{child}", "2026-09-12")
    assert (statuses(both), statuses(both, "R-2")) == (["voldaan"], ["voldaan"])
    assert len(both.activations[1].outcome.evidence) == 2


def test_tenzij(tmp_path: Path) -> None:
    body = TRIGGER + "dan: {soort: oudercontact}\ntenzij:\n  - naam: verhuisd\n    dan: {soort: overdracht, van_school: ja}"
    frame = compiled(tmp_path, body)
    moved = "datum: 2026-09-10, soort: overdracht, naar: x, van_school: ja"
    assert statuses(judge(frame, f"{WANTED}\n{moved}", "2026-09-09")) == ["open"]
    verdict = judge(frame, f"{WANTED}\n{moved}", "2026-09-10")
    assert statuses(verdict) == ["niet_van_toepassing"]
    assert verdict.activations[0].exception == "verhuisd"


def test_tenzij_that_is_unknown_makes_an_unsettled_rule_unknown(tmp_path: Path) -> None:
    body = (
        TRIGGER
        + "dan: {soort: leerlinggesprek}\ntenzij:\n  - naam: n\n    dan: {soort: groeidocument, vastgelegd: {bevat: overig}}"
    )
    frame = compiled(tmp_path, body)
    unclear = "datum: 2026-09-10, soort: groeidocument, actie: opgesteld, door: lk"
    child = "datum: 2026-09-10, soort: leerlinggesprek, door: lk, inbreng: i"
    assert statuses(judge(frame, f"{WANTED}\n{unclear}", "2026-09-10")) == ["onbekend"]
    assert statuses(judge(frame, f"{WANTED}\n{unclear}\n{child}", "2026-09-10")) == ["voldaan"]


def test_eerste_counts_once_per_vakgebied(tmp_path: Path) -> None:
    frame = compiled(tmp_path, "als: {soort: ondersteuning}\neerste: ja\ndan: {soort: oudercontact}")
    timeline = [
        support("2026-09-07", "o1"),
        support("2026-09-08", "o2"),
        support("2026-09-09", "o3", area="taal"),
    ]
    verdict = judge(frame, timeline, "2026-09-10")
    assert [one.strand for one in verdict.activations] == ["rekenen", "taal"]


def test_lijn_elke_looks_at_every_strand(tmp_path: Path) -> None:
    frame = compiled(
        tmp_path,
        "als: {soort: ondersteuning}\ndan: {soort: oudercontact}",
        "als: {soort: ondersteuning}\ndan: {soort: oudercontact, lijn: elke}",
    )
    timeline = [
        support("2026-09-07", "o1"),
        support("2026-09-07", "o2", area="taal"),
        {"datum": "2026-09-08", "soort": "oudercontact", "met": "m", "over": "zorg", "vakgebied": "taal"},
    ]
    verdict = judge(frame, timeline, "2026-09-10")
    assert statuses(verdict) == ["open", "voldaan"]
    assert statuses(verdict, "R-2") == ["voldaan", "voldaan"]


@pytest.mark.parametrize(
    ("pattern", "matches"),
    [
        ("effect: onvoldoende", True),
        ("effect: {een_van: [deels, onvoldoende]}", True),
        ("effect: {een_van: [deels, doel_bereikt]}", False),
        ("toelichting: {aanwezig: ja}", False),
        ("toelichting: {aanwezig: nee}", True),
        ("datum: {minstens: 2026-09-20}", True),
        ("datum: {minstens: 2026-09-21}", False),
        ("datum: {hoogstens: 20-9-2026}", True),
        ("door: {rol: groepsleerkracht}", True),
        ("door: {rol: {een_van: [directeur, intern_begeleider]}}", True),
        ("door: {rol: {alle: [groepsleerkracht, intern_begeleider]}}", True),
        ("door: {rol: {alle: [groepsleerkracht, directeur]}}", False),
        ("door: {bevat: lk}", None),
        ("door: {minstens: 2}", True),
        ("door: {minstens: 3}", False),
        ("niveau: 1", True),
        ("niveau: 2", False),
    ],
)
def test_tests_on_fields(tmp_path: Path, pattern: str, matches: bool | None) -> None:
    body = f"als: {{soort: ondersteuning}}\ndan: {{soort: evaluatie, {pattern}}}"
    if matches is None:  # a person is asked for by role, never by name
        assert [one.code for one in mistakes(tmp_path, frame_text(body))][:1] == ["BO404"]
        return
    frame = compiled(tmp_path, body)
    judged = {"datum": "2026-09-20", "soort": "evaluatie", "van": "o1", "effect": "onvoldoende", "door": ["lk", "ib"]}
    verdict = judge(frame, [support("2026-09-07", "o1"), judged], "2026-09-20")
    assert statuses(verdict) == ["voldaan" if matches else "open"]


def test_bevat_on_lists_and_blocks(tmp_path: Path) -> None:
    trigger = "als: {soort: ot_bespreking, uitkomsten: {bevat: {soort: onderzoek, buiten_groep: nee}}}\n"
    frame = compiled(
        tmp_path,
        trigger + "dan: {soort: oudercontact, over: {bevat: [ot, onderzoek]}}",
        trigger + "dan: {soort: oudercontact, over: {bevat: {een_van: [ot, onderzoek]}}}",
    )
    ot = "datum: 2026-09-07, soort: ot_bespreking, voorzitter: dir, aanwezig: dir, uitkomsten: [{soort: %s, omschrijving: o}]"
    talk = "datum: 2026-09-08, soort: oudercontact, met: m, over: ot"
    verdict = judge(frame, f"{ot % 'onderzoek'}\n{talk}", "2026-09-10")
    assert (statuses(verdict), statuses(verdict, "R-2")) == (["open"], ["voldaan"])
    assert judge(frame, f"{ot % 'anders'}\n{talk}", "2026-09-10").activations == []


def test_two_unknown_strands_are_not_the_same(tmp_path: Path) -> None:
    frame = compiled(tmp_path, TRIGGER + "dan: {soort: oudercontact}")
    timeline = [
        support("2026-09-01", "o1"),
        support("2026-09-01", "o2", area="taal"),
        {"datum": "2026-09-07", "soort": "observatie", "door": "lk", "ondersteuning_gewenst": "ja"},
        {"datum": "2026-09-08", "soort": "oudercontact", "met": "m", "over": "zorg"},
    ]
    assert statuses(judge(frame, timeline, "2026-09-10")) == ["onbekend"]


@pytest.mark.parametrize(("form", "status"), [("een_van", "onbekend"), ("alle", "onbekend")])
def test_unknown_goes_before_open(tmp_path: Path, form: str, status: str) -> None:
    """Filling in the field may settle it at once, so that is what a person should hear first."""
    frame = compiled(tmp_path, f"als: {{soort: evaluatie}}\n{form}:\n  - dan: {{soort: opp}}\n  - moet: {{effect: deels}}")
    timeline = [support("2026-09-07", "o1"), {"datum": "2026-09-20", "soort": "evaluatie", "van": "o1"}]
    assert statuses(judge(frame, timeline, "2026-09-20")) == [status]
