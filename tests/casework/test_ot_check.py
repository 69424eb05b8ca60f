"""`bo ot check`: the frame's own rules on a meeting, before and after it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from running import Bo

from .ot_made import GROWTH, LEVEL_2, PEOPLE, REGISTERED, SEEN, STILL_WEAK, discussed, dossier, write

BEFORE = """soort: ot
school: 99XX00
datum: 2026-11-19
begin: 13:15
duur: 60
voorzitter: dir
leden:
  - {id: dir, naam: H. Brouwer, rol: directeur}
  - {id: ib, naam: T. de Wit, rol: intern_begeleider}
  - {id: ortho, naam: E. van Dam, rol: orthopedagoog}
werkwijze: Ouders beginnen.
agenda:
  - leerling: L-1
    inbrenger: ib
    vraag: Wat helpt?
    vakgebied: rekenen
    minuten: 45
    genodigden:
      - {id: moeder, naam: S. Bakker, rol: ouder}
      - {id: lk, naam: M. Visser, rol: groepsleerkracht}
    ouders_uitgenodigd_op: 2026-11-05
    inbreng: Het Groeidocument.
"""
AFTER = BEFORE + "    aanwezig: [dir, ib, ortho, moeder, lk]\n    bespreking: Wat al helpt.\n"
READY = dossier(*LEVEL_2, STILL_WEAK, GROWTH)


@pytest.fixture
def bo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Bo:
    monkeypatch.chdir(tmp_path)
    return Bo(monkeypatch, capsys)


def standings(bo: Bo, text: str, *more: str) -> dict[str, str]:
    """Of each rule how it stands, for a meeting with one pupil."""
    write(Path(), "m.yaml", text)
    found = json.loads(bo("ot", "check", "m.yaml", *more, "--format", "json").out)
    (meeting,) = found["bijeenkomsten"]
    (item,) = meeting["agenda"]
    return {one["regel"]: one["toestand"] for one in item["regels"]}


GOOD_BEFORE = {
    "KNH-3.4": "in_orde",
    "KNH-3.5": "in_orde",
    "KNH-3.6": "in_orde",
    "KNH-3.8": "nog_niet_te_zeggen",
    "KNH-3.9": "daarna",
    "KNH-3.13": "in_orde",
}


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("", "", {}),
        ("voorzitter: dir", "voorzitter: ib", {"KNH-3.13": "niet_in_orde"}),
        ("  - {id: ortho, naam: E. van Dam, rol: orthopedagoog}\n", "", {"KNH-3.4": "niet_in_orde"}),
        ("rol: groepsleerkracht", "rol: onderwijsassistent", {"KNH-3.4": "niet_in_orde"}),
        ("    ouders_uitgenodigd_op: 2026-11-05\n", "", {"KNH-3.5": "nog_te_doen", "KNH-3.6": "nog_te_doen"}),
        ("rol: ouder", "rol: externe_deskundige", {"KNH-3.5": "niet_in_orde", "KNH-3.6": "niet_in_orde"}),
        ("    inbreng:", "    externe_deskundigheid: nodig\n    inbreng:", {"KNH-3.7": "niet_in_orde"}),
    ],
)
def test_before_the_meeting(bo: Bo, old: str, new: str, changed: dict[str, str]) -> None:
    assert standings(bo, BEFORE.replace(old, new)) == {**GOOD_BEFORE, **changed}


@pytest.mark.parametrize(
    ("gone", "note"),
    [
        ("  - {id: ortho, naam: E. van Dam, rol: orthopedagoog}\n", "niet aan tafel: orthopedagoog."),
        ("      - {id: moeder, naam: S. Bakker, rol: ouder}\n", "niet aan tafel: ouder."),
    ],
)
def test_who_is_missing_is_said(bo: Bo, gone: str, note: str) -> None:
    write(Path(), "m.yaml", BEFORE.replace(gone, ""))
    assert note in bo("ot", "check", "m.yaml").out


def test_a_chair_of_another_role_misses_nobody(bo: Bo) -> None:
    write(Path(), "m.yaml", BEFORE.replace("voorzitter: dir", "voorzitter: ib"))
    assert "niet aan tafel" not in bo("ot", "check", "m.yaml").out


def test_an_agreement_of_a_parent_who_was_not_invited_yet(bo: Bo) -> None:
    agreed = "    afspraken: [{wie: moeder, wat: x, wanneer: 2026-12-01}]\n"
    text = BEFORE.replace("    ouders_uitgenodigd_op: 2026-11-05\n", "") + agreed
    assert standings(bo, text)["KNH-3.5"] == "nog_te_doen"


def test_an_expert_on_the_list_is_expected(bo: Bo) -> None:
    text = BEFORE.replace("    inbreng:", "    externe_deskundigheid: nodig\n    inbreng:")
    expert = "leden:\n  - {id: ext, naam: B. Terpstra, rol: externe_deskundige}\n"
    assert standings(bo, text.replace("leden:\n", expert))["KNH-3.7"] == "in_orde"


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("", "", {}),
        ("ortho, moeder", "moeder", {"KNH-3.4": "niet_in_orde"}),
        ("moeder, lk]", "lk]", {"KNH-3.6": "niet_in_orde"}),  # invited, and did not come
        ("    bespreking: Wat al helpt.\n", "", {"KNH-3.8": "niet_in_orde"}),
        (
            "    bespreking:",
            "    uitkomsten: [{soort: aanvraag_arrangement, omschrijving: x}]\n    bespreking:",
            {"KNH-3.12": "daarna", "KNH-3.16": "daarna"},
        ),
    ],
)
def test_after_the_meeting(bo: Bo, old: str, new: str, changed: dict[str, str]) -> None:
    write(Path("dossiers"), "L-1.yaml", READY)
    good = {"KNH-3.1": "in_orde", "KNH-3.2": "in_orde", **GOOD_BEFORE, "KNH-3.8": "in_orde"}
    assert standings(bo, AFTER.replace(old, new), "dossiers") == {**good, **changed}


def test_with_the_dossier_what_must_come_first_is_judged_too(bo: Bo) -> None:
    write(Path("dossiers"), "L-1.yaml", dossier(*LEVEL_2, STILL_WEAK))
    before, after = standings(bo, BEFORE), standings(bo, AFTER)
    assert (before["KNH-3.1"], before["KNH-3.2"]) == ("in_orde", "nog_te_doen")
    assert (after["KNH-3.1"], after["KNH-3.2"]) == ("in_orde", "niet_in_orde")


def test_the_registration_in_the_dossier_is_inbreng(bo: Bo) -> None:
    text = AFTER.replace("    inbreng: Het Groeidocument.\n", "")
    assert standings(bo, text)["KNH-3.8"] == "nog_niet_te_zeggen"
    write(Path("dossiers"), "L-1.yaml", dossier(SEEN, REGISTERED))
    assert standings(bo, text)["KNH-3.8"] == "in_orde"
    write(Path("dossiers"), "L-1.yaml", dossier(SEEN))
    assert standings(bo, text)["KNH-3.8"] == "niet_in_orde"


def test_a_waiver_in_the_dossier_counts(bo: Bo) -> None:
    waiver = "afwijkingen:\n  - {regel: KNH-3.4, reden: ziek, door: ib, datum: 2026-11-18}\n"
    write(Path("dossiers"), "L-1.yaml", READY + waiver)
    assert standings(bo, AFTER.replace("ortho, moeder", "moeder"))["KNH-3.4"] == "afgeweken"


def test_who_has_another_role_in_the_dossier_under_the_same_id_is_not_taken_for_the_same(bo: Bo) -> None:
    people = [one.replace("id: dir, naam: H. Brouwer, rol: directeur", "id: dir, naam: A. Bos, rol: ouder") for one in PEOPLE]
    write(Path("dossiers"), "L-1.yaml", dossier(*LEVEL_2, STILL_WEAK, GROWTH, people=people))
    assert standings(bo, AFTER)["KNH-3.13"] == "in_orde"


def test_a_discussion_that_is_in_the_dossier_already_is_not_counted_twice(bo: Bo) -> None:
    write(Path("dossiers"), "L-1.yaml", dossier(*LEVEL_2, STILL_WEAK, GROWTH, discussed("2026-11-19")))
    assert standings(bo, AFTER)["KNH-3.1"] == "in_orde"


@pytest.mark.parametrize(
    ("text", "more", "code"),
    [
        (AFTER, (), 0),
        (AFTER.replace("voorzitter: dir", "voorzitter: ib"), (), 0),  # a warning
        (AFTER.replace("voorzitter: dir", "voorzitter: ib"), ("--fail-on", "waarschuwing"), 1),
        (AFTER.replace("ortho, moeder", "moeder"), (), 1),
        (AFTER.replace("ortho, moeder", "moeder"), ("--fail-on", "nooit"), 0),
        (BEFORE.replace("    ouders_uitgenodigd_op: 2026-11-05\n", ""), (), 0),  # there is still time
        (AFTER.replace("werkwijze: Ouders beginnen.\n", ""), ("--fail-on", "advies"), 1),
        (AFTER.replace("inbrenger: ib", "inbrenger: niemand"), (), 1),
    ],
)
def test_exit_codes(bo: Bo, text: str, more: tuple[str, ...], code: int) -> None:
    write(Path("dossiers"), "L-1.yaml", READY)
    write(Path(), "m.yaml", text)
    assert bo("ot", "check", "m.yaml", *more).code == code
    assert bo("ot", "check", "m.yaml", *more, "--format", "json").code == code


def test_the_procedure_may_stand_in_the_settings(bo: Bo) -> None:
    write(Path(), "m.yaml", AFTER.replace("werkwijze: Ouders beginnen.\n", ""))
    assert "BO605" in bo("ot", "check", "m.yaml").out
    write(Path(), "bo.yaml", "soort: instellingen\not: {werkwijze: [Ouders beginnen.]}\n")
    assert "BO605" not in bo("ot", "check", "m.yaml").out


def test_a_meeting_in_a_holiday_is_remarked(bo: Bo) -> None:
    days = "{naam: herfstvakantie, van: 2026-11-16, tot: 2026-11-20}"
    write(
        Path(),
        "samenwerkingsverband.yaml",
        "soort: samenwerkingsverband\nnaam: Verzonnen\nscholen: [{vestiging: 99XX00, naam: De Proef, bevoegd_gezag: Geen}]\n"
        f"roosters: [{{schooljaar: 2026-2027, school: 99XX00, volledig: ja, bron: verzonnen, vakanties: [{days}]}}]\n",
    )
    write(Path(), "m.yaml", AFTER)
    out = bo("ot", "check", "m.yaml").out
    assert "waarschuwing[BO603]" in out
    assert "herfstvakantie" in out


def test_a_pupil_without_a_dossier_is_remarked(bo: Bo) -> None:
    write(Path("d"), "L-2.yaml", dossier(SEEN, pupil="L-2"))
    write(Path("d"), "elsewhere.yaml", dossier(SEEN, pupil="L-1", school="99XX01"))
    write(Path(), "m.yaml", AFTER)
    assert "advies[BO606]" in bo("ot", "check", "m.yaml", "d").out
    write(Path("d"), "L-1.yaml", READY)
    assert "BO606" not in bo("ot", "check", "m.yaml", "d").out


def test_no_meeting_is_said(bo: Bo) -> None:
    write(Path("d"), "L-1.yaml", READY)
    done = bo("ot", "check", "d")
    assert done.code == 3
    assert "Hier staat geen bijeenkomst van het OT." in done.err
    assert bo("ot", "check", "weg.yaml").code == 1


def test_names_stay_out_of_the_output(bo: Bo) -> None:
    write(Path("dossiers"), "L-1.yaml", READY)
    write(
        Path(),
        "m.yaml",
        AFTER.replace("voorzitter: dir", "voorzitter: ib").replace("    inbrenger", "    naam: Noor\n    inbrenger"),
    )
    for form in ("text", "json"):
        out = bo("ot", "check", "m.yaml", "--format", form).out
        assert not any(name in out for name in ("Brouwer", "Bakker", "Noor", "Wat helpt?", "Wat al helpt"))


@pytest.mark.parametrize(
    ("day", "words"), [("2026-11-19", "vooraf: wie op de lijst"), ("2026-11-20", "`aanwezig` is nog niet ingevuld")]
)
def test_a_meeting_that_is_past_and_not_filled_in_says_so(bo: Bo, day: str, words: str) -> None:
    write(Path(), "m.yaml", BEFORE)
    assert words in bo("ot", "check", "m.yaml", "--peildatum", day).out
