"""Every kind of event can be logged from its model alone: by options, and with the form of an editor."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from basisondersteuning.casework.assess import Assessor, Setup
from basisondersteuning.casework.logging.event import Writer, empty, event_of
from basisondersteuning.casework.logging.form import form, own_comments, read_form, with_complaints
from basisondersteuning.casework.logging.kinds import Kind, asked_fields, kind_of, optional_first, useful_kinds
from basisondersteuning.casework.logging.values import read_block
from basisondersteuning.model.dossier import Dossier
from basisondersteuning.model.events_team import Afspraak
from basisondersteuning.model.kinds import event_models
from basisondersteuning.model.reflect import FieldSpec, fields_of
from basisondersteuning.records.load import load_text
from basisondersteuning.records.tree import Tree
from running import Bo

DAY = date(2026, 11, 24)
TEXT = """\
soort: dossier
leerling: {id: N-1, geboortedatum: 2017-02-11, groep: 5}
school: 99XX00
betrokkenen:
  - {id: ma, naam: S. Voorbeeld, rol: ouder, gezag: ja}
  - {id: lk, naam: M. Visser, rol: groepsleerkracht}
  - {id: ib, naam: T. de Wit, rol: intern_begeleider}
  - {id: ortho, naam: E. van Dam, rol: orthopedagoog}
tijdlijn:
  - {datum: 2026-09-14, soort: ondersteuning, id: o2, vakgebied: rekenen, doel: Delen, aanpak: Groepje, door: lk, tot: 2026-11-06}
  - {datum: 2026-09-15, soort: arrangementaanvraag, id: a1, door: ib, omschrijving: Hulp in de klas}
"""
KINDS = sorted(event_models())
_SAMPLES = {"datum": "9-11", "ja_nee": "ja", "getal": "3", "tijd": "13:15"}


def sample(model: type[BaseModel], spec: FieldSpec) -> str:
    """An answer that fits a field."""
    if spec.kind == "persoon":
        return {"ouder": "ma", "intern_begeleider": "ib", "orthopedagoog": "ortho"}.get((*spec.roles, "")[0], "lk")
    if spec.kind == "gebeurtenis":
        return "a1" if "arrangementaanvraag" in spec.kinds else "o2"
    if spec.kind == "keuze":
        return spec.values[-1]
    if spec.model is not None:
        return "; ".join(f"{name}={sample(spec.model, one)}" for name, one in fields_of(spec.model).items())
    if spec.name == "id":
        return "nieuw-1"
    example: Any = (model.model_fields[spec.name].examples or ["Tekst, met: alles # en 'meer'"])[0]
    return _SAMPLES.get(spec.kind, str(example))


def all_fields(kind: Kind) -> dict[str, str]:
    """An answer for every field of a kind; a judgement is about a rule that is there."""
    return {name: "KNH-1.4" if name == "regel" else sample(kind.model, one) for name, one in kind.fields.items()}


def options(said: dict[str, str]) -> list[str]:
    return [word for name, text in said.items() for word in (f"--{name}", text)]


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_with_all_its_fields_and_with_none_but_the_needed(
    name: str, bo: Bo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kind = kind_of(name)
    assert kind is not None
    whole = all_fields(kind) | ({"vakgebied": "rekenen", "naar": "geen"} if name == "afschaling" else {})
    needed = {key: one for key, one in whole.items() if kind.fields[key].required}
    needed |= {key: whole[key] for key in empty(kind, {key: [one] for key, one in needed.items()})[:1]}
    for said in (whole, needed):
        Path("N-1.yaml").write_text(TEXT, encoding="utf-8")
        done = bo("log", "N-1.yaml", name, *options(said), "--ja", "--peildatum", "2026-11-24")
        assert done.code == 0, done.out + done.err
        record = load_text("x", Path("N-1.yaml").read_bytes(), today=DAY).record
        assert isinstance(record, Dossier)
        event = record.tijdlijn[-1]
        assert (event.soort, event.datum) == (name, date(2026, 11, 9))
        assert event.model_fields_set - {"soort"} == set(said)


@pytest.mark.parametrize("name", KINDS)
def test_the_form_of_a_kind_reads_back_as_what_was_said(name: str) -> None:
    kind, writer = kind_of(name), Writer(load_text("N-1.yaml", TEXT.encode(), today=DAY), DAY)
    assert kind is not None
    said: dict[str, list[Tree]] = {key: [one] for key, one in all_fields(kind).items()}
    text = form(kind, said, writer)
    found, wrong = read_form(text, kind, own_comments(text))
    assert not wrong
    assert event_of(kind, found, writer) == event_of(kind, said, writer)
    blank = form(kind, {}, writer)
    assert read_form(blank, kind, own_comments(blank)) == ({}, [])
    again = with_complaints(with_complaints(blank, ["Eén.", "Twee."]), ["Drie."])
    assert again == "# !! Drie.\n" + blank
    for spec in kind.fields.values():
        assert spec.description.split()[0] in blank


PROSE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufeff"), max_size=50)


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.lists(PROSE, min_size=1, max_size=4))
def test_prose_in_a_form_needs_no_yaml(lines: list[str]) -> None:
    kind, writer = kind_of("oudercontact"), Writer(load_text("N-1.yaml", TEXT.encode(), today=DAY), DAY)
    assert kind is not None
    kept = [" ".join(one.split()) for one in lines if ":" not in one]
    typed = "\n".join(kept).strip()
    if typed[:1] in ("|", ">"):
        return  # YAML for several lines is read as such
    blank = form(kind, {}, writer)
    text = blank.replace("\nsamenvatting:\n", f"\nsamenvatting: {typed}\n")
    found, wrong = read_form(text, kind, own_comments(blank))
    assert not wrong
    assert found == ({"samenvatting": [typed]} if typed else {})


def test_what_is_wrong_in_a_form_has_its_line() -> None:
    kind = kind_of("oudercontact")
    assert kind is not None
    text = "zomaar tekst\nmet: ma\nsamenvating: Ging goed.\nover: zorg\nmet: pa\nnotitie: let op: dit\n  ook: dat\n"
    found, wrong = read_form(text, kind, ())
    assert found == {"met": ["ma"], "over": ["zorg"], "notitie": ["let op: dit\nook: dat"]}
    assert sorted(wrong) == [
        "Regel 1: zet dit achter de naam van een veld.",
        "Regel 3: dit veld bestaat niet. Bedoelde u `samenvatting`?",
        "Regel 5: `met` staat er twee keer.",
    ]


def test_kinds_that_the_norms_ask_for_come_first_and_then_what_is_there_most() -> None:
    assessor, loaded = Assessor(Setup(DAY, DAY)), load_text("N-1.yaml", TEXT.encode(), today=DAY)
    assert isinstance(loaded.record, Dossier)
    verdict = assessor.judge(loaded).verdict
    assert verdict is not None
    found = useful_kinds(verdict, loaded.record)
    assert sorted(found) == KINDS
    asked = {one.kind for each in verdict.all_activations if not each.status.settled for one in each.rule.requirement.patterns()}
    assert set(found[: len(asked)]) == asked
    assert useful_kinds(None, loaded.record)[:2] == ["ondersteuning", "arrangementaanvraag"]


def test_fields_at_which_rules_look_are_offered_first() -> None:
    frame, kind = Assessor(Setup(DAY, DAY)).frame, kind_of("ondersteuning")
    assert kind is not None
    asked = asked_fields(frame, kind.name)
    assert {"groepsplan", "vorm", "tot"} <= set(asked)
    assert asked_fields(None, kind.name) == []
    offered = optional_first(kind, asked)
    assert set(offered[:2]) == {"groepsplan", "tot"}
    assert set(offered) == {name for name, one in kind.fields.items() if not one.required}


def test_words_for_kinds() -> None:
    assert [getattr(kind_of(one), "name", None) for one in ("oudergesprek", "OT-bespreking", "hulp", "fiets")] == [
        "oudercontact", "ot_bespreking", "ondersteuning", None,
    ]  # fmt: skip


def test_a_block_reads_its_parts_by_their_own_rules() -> None:
    writer = Writer(load_text("N-1.yaml", TEXT.encode(), today=DAY), DAY)
    made = read_block(Afspraak, {"wanneer": "3-12", "wie": "juf", "wat": "bellen"}, writer.known())
    assert list(made.items()) == [("wie", "lk"), ("wat", "bellen"), ("wanneer", "2026-12-03")]
