"""What each reader sees: the table covers every field, and records come out as the table says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.documents.audience.copier import plan
from basisondersteuning.documents.audience.see import WARNING, Reader, see, see_meeting
from basisondersteuning.documents.audience.table import TABLE, Cell, cell_of, key_of
from basisondersteuning.model.base import Gebeurtenis, Model
from basisondersteuning.model.dossier import Dossier
from basisondersteuning.model.examples import record_example
from basisondersteuning.model.kinds import event_models
from basisondersteuning.model.ot import Ot
from basisondersteuning.model.reflect import FieldSpec, fields_of
from basisondersteuning.records.load import load
from schema_made import records

VIEWS = [(reader, True) for reader in Reader] + [(Reader.SWV, False)]
EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "dossiers").glob("*.yaml"))


def within(model: type[Model]) -> list[type[Model]]:
    """A model and all models in it."""
    found = [model]
    for spec in fields_of(model).values():
        if spec.kind == "record":
            for one in [spec.model] if spec.model else event_models().values():
                assert one is not None and issubclass(one, Model)
                found += within(one)
    return list(dict.fromkeys(found))


MODELS = [Gebeurtenis, *within(Dossier), *within(Ot)]


def test_every_field_has_a_row_and_every_row_is_of_a_field() -> None:
    fields = {key_of(model, field) for model in MODELS for field in fields_of(model)}
    assert set(TABLE) == fields


@pytest.mark.parametrize(("reader", "names"), VIEWS)
def test_what_is_hidden_can_be_missed(reader: Reader, names: bool) -> None:
    for model in MODELS[1:]:
        plan(model, reader, names)  # raises for a required field that is hidden by itself


def test_the_school_sees_all() -> None:
    assert {row.school for row in TABLE.values()} == {Cell.TOON}


CODES = {
    "Leerling.id",
    "Agendapunt.leerling",
    "Dossier.school",
    "Ot.school",
    "Afwijking.regel",
    "Oordeel.regel",
    "Afschaling.naar",
}
"""Texts that are codes: there is no name in them."""


def test_a_samenwerkingsverband_gets_no_text_and_no_person_as_they_stand() -> None:
    safe = (Cell.VERBERG, Cell.SCHUILNAAM, Cell.ZONDER_NAMEN)
    for model in MODELS:
        for spec in fields_of(model).values():
            if spec.kind in ("tekst", "persoon", "gebeurtenis") and key_of(model, spec.name) not in CODES:
                assert cell_of(model, spec.name, Reader.SWV, False) in safe, (model, spec.name)


def test_what_is_hidden_from_whom() -> None:
    def hidden(reader: Reader) -> set[str]:
        open_cells = (Cell.TOON, Cell.SCHUILNAAM, Cell.ZONDER_NAMEN, Cell.JAAR)
        return {key for key, row in TABLE.items() if getattr(row, reader) not in open_cells and "Wijkteam" not in key}

    assert hidden(Reader.OUDERS) == {"Consultatie.soort", "Ot.agenda", "Ot.begin", "Ot.duur"}
    assert hidden(Reader.OT) == {"Consultatie.soort", "Gebeurtenis.notitie"}
    assert hidden(Reader.SWV) == {"Consultatie.soort", "Gebeurtenis.notitie", "Oudercontact.samenvatting"}
    assert cell_of(event_models()["wijkteamcontact"], "soort", Reader.SWV, True) is Cell.VERBERG


# Every field filled with a marker of its own


class Filling:
    """Makes a record in which every text is a marker; each person referred to is someone of its own."""

    def __init__(self) -> None:
        self.people: list[str] = []
        self._last = 0

    def marker(self) -> str:
        self._last += 1
        return "Qz" + "".join(chr(ord("a") + int(digit)) for digit in f"{self._last:04}") + "qz"

    def model(self, model: type[Model]) -> dict[str, Any]:
        return {spec.name: self.field(model, spec) for spec in fields_of(model).values()}

    def field(self, model: type[Model], spec: FieldSpec) -> Any:
        value = self.value(model, spec)
        return [value] if spec.many and not isinstance(value, list) else value

    def value(self, model: type[Model], spec: FieldSpec) -> Any:
        if spec.kind == "record":
            if spec.model is None:
                return [self.model(one) for one in event_models().values()]
            assert issubclass(spec.model, Model)
            return self.model(spec.model)
        if spec.kind == "persoon":
            self.people.append(self.marker())
            return self.people[-1]
        fixed = {
            "keuze": spec.values[:1] and spec.values[-1],
            "datum": "2020-05-17",
            "tijd": "13:15",
            "ja_nee": "ja",
            "getal": "45",
        }
        if spec.name in ("school", "groep"):
            return {"school": "99XX00", "groep": "5"}[spec.name]
        if spec.kind in fixed:
            return fixed[spec.kind]
        return "o1" if spec.kind == "gebeurtenis" or (model.__name__, spec.name) == ("Ondersteuning", "id") else self.marker()

    def person(self, id: str) -> dict[str, Any]:
        return {"id": id, "naam": self.marker(), "rol": ["groepsleerkracht"], "organisatie": self.marker()}


@cache
def filled_dossier() -> Dossier:
    filling = Filling()
    tree = filling.model(Dossier)
    tree["betrokkenen"] += [filling.person(one) for one in filling.people]
    return Dossier.model_validate(tree)


@cache
def filled_meeting() -> Ot:
    filling = Filling()
    tree = filling.model(Ot)
    tree["leden"] += [filling.person(one) for one in filling.people]
    return Ot.model_validate(tree)


def texts(value: object) -> Iterator[str]:
    """Every text in a record."""
    if isinstance(value, Model):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name))
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str):
        yield value


def compare(old: Model, new: Model, reader: Reader, names: bool, everything: str) -> None:
    """Hold each field of a record against its cell."""
    for spec in fields_of(type(old)).values():
        was, now = getattr(old, spec.name), getattr(new, spec.name)
        cell = cell_of(type(old), spec.name, reader, names)
        where = f"{type(old).__name__}.{spec.name} for {reader} is {cell}"
        if spec.kind == "record":
            if cell is not Cell.EIGEN and spec.name != "tijdlijn":
                assert (type(was), len(was) if spec.many else 1) == (type(now), len(now) if spec.many else 1), where
                for before, after in zip(was, now, strict=True) if spec.many else [(was, now)]:
                    compare(before, after, reader, names, everything)
        elif cell is Cell.TOON or cell is Cell.NIET_COACHEND:
            assert now == was, where
        elif cell is Cell.VERBERG:
            assert now in (None, []), where
            assert not any(one in everything for one in texts(was)), where
        elif cell is Cell.ZONDER_NAMEN:
            assert now == was, where  # a marker is nobody's name
        elif cell is Cell.JAAR:
            assert (now.year, now.month, now.day) == (was.year, 1, 1), where
        elif cell is Cell.SCHUILNAAM:
            assert now != was, where
            assert not any(one in everything for one in texts(was) if one.startswith("Qz")), where


@pytest.mark.parametrize(("reader", "names"), VIEWS)
def test_each_field_of_a_dossier_comes_out_as_its_cell_says(reader: Reader, names: bool) -> None:
    dossier = filled_dossier()
    before = repr(dossier)
    seen = see(dossier, reader, names=names)
    everything = "\n".join(texts(seen.dossier))
    compare(dossier, seen.dossier, reader, names, everything)
    gone = set(range(len(dossier.tijdlijn))) - set(seen.places)
    for place, event in zip(seen.places, seen.dossier.tijdlijn, strict=True):
        compare(dossier.tijdlijn[place], event, reader, names, everything)
    for place in gone:
        event = dossier.tijdlijn[place]
        assert cell_of(type(event), "soort", reader, names) in (Cell.VERBERG, Cell.NIET_COACHEND)
        own = [one for one in texts(event.model_copy(update={"id": None})) if one.startswith("Qz")]
        people = {one.id for one in dossier.betrokkenen} if names else set()
        assert not any(one in everything for one in own if one not in people)
    hidden = {"school": 0, "ouders": 1, "ot": 1, "swv": 2}
    assert len(gone) == hidden[reader]
    assert repr(dossier) == before


@pytest.mark.parametrize(("reader", "names"), VIEWS)
def test_each_field_of_a_meeting_comes_out_as_its_cell_says(reader: Reader, names: bool) -> None:
    meeting = filled_meeting()
    before = repr(meeting)
    seen = see_meeting(meeting, reader, names=names, pupil=meeting.agenda[0].leerling)
    everything = "\n".join(texts(seen))
    compare(meeting, seen, reader, names, everything)
    compare(meeting.agenda[0], seen.agenda[0], reader, names, everything)
    assert repr(meeting) == before


# Laws


def as_text(value: object) -> Any:
    """A record as it would stand in a file."""
    if isinstance(value, Model):
        filled = {name: getattr(value, name) for name in type(value).model_fields}
        return {name: as_text(one) for name, one in filled.items() if one is not None}
    if isinstance(value, list):
        return [as_text(one) for one in value]
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return value.strftime("%H:%M") if isinstance(value, time) else str(value)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(records("dossier"), st.sampled_from(VIEWS))
def test_what_a_reader_sees_is_a_record(tree: dict[str, Any], view: tuple[Reader, bool]) -> None:
    dossier = Dossier.model_validate(tree)
    before = repr(dossier)
    seen = see(dossier, view[0], names=view[1])
    assert Dossier.model_validate(as_text(seen.dossier)) == seen.dossier
    assert [(one.datum, one.soort) for one in seen.dossier.tijdlijn] == [  # type: ignore[attr-defined]
        (dossier.tijdlijn[place].datum, dossier.tijdlijn[place].soort) for place in seen.places
    ]
    assert list(seen.places) == sorted(set(seen.places))
    assert repr(dossier) == before
    assert (seen.dossier is dossier) or view[0] is not Reader.SCHOOL


@settings(derandomize=True, deadline=None, max_examples=60)
@given(records("ot"), st.sampled_from(VIEWS))
def test_what_a_reader_sees_of_a_meeting_is_a_record(tree: dict[str, Any], view: tuple[Reader, bool]) -> None:
    meeting = Ot.model_validate(tree)
    pupil = meeting.agenda[-1].leerling if meeting.agenda else "L-1"
    seen = see_meeting(meeting, view[0], names=view[1], pupil=pupil)
    assert Ot.model_validate(as_text(seen)) == seen


# Dossiers of the examples


def example(name: str) -> Dossier:
    record = load(str(next(one for one in EXAMPLES if one.name.startswith(name))), today=date(2026, 11, 24)).record
    assert isinstance(record, Dossier)
    return record


def references(item: Model, kind: str) -> Iterator[str]:
    for spec in fields_of(type(item)).values():
        value = getattr(item, spec.name)
        for one in value if isinstance(value, list) else [] if value is None else [value]:
            if spec.kind == "record":
                yield from references(one, kind)
            elif spec.kind == kind:
                yield one


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda one: one.stem)
@pytest.mark.parametrize(("reader", "names"), VIEWS)
def test_references_lead_somewhere_and_no_name_is_left(path: Any, reader: Reader, names: bool) -> None:
    dossier = example(path.name)
    seen = see(dossier, reader, names=names)
    assert set(references(seen.dossier, "persoon")) <= {one.id for one in seen.dossier.betrokkenen}
    assert set(references(seen.dossier, "gebeurtenis")) <= {one.id for one in seen.dossier.tijdlijn}
    if seen.names:
        assert seen.warning == "" and not seen.year_only
        return
    assert seen.warning == WARNING and seen.year_only
    everything = " ".join(texts(seen.dossier))
    surnames = [one.naam.split()[-1] for one in dossier.betrokkenen]
    for name in (dossier.leerling.roepnaam, dossier.leerling.achternaam, *surnames):
        assert name is None or name not in everything


def test_nothing_is_copied_when_all_is_seen() -> None:
    dossier = example("L-0417")
    assert see(dossier, Reader.SCHOOL).dossier is dossier
    assert see(dossier, Reader.OUDERS).dossier is dossier


def built(*events: dict[str, Any], **rest: Any) -> Dossier:
    child = {"id": "L-1", "geboortedatum": "2018-03-14", "groep": "5"}
    return Dossier.model_validate({**record_example("dossier"), "leerling": child, "tijdlijn": list(events), **rest})


def talk(aard: str) -> dict[str, Any]:
    return {"datum": "2026-10-01", "soort": "consultatie", "id": "c1", "met": "ib", "aard": aard, "vraag": "Hoe dan?"}


@pytest.mark.parametrize("reader", [Reader.OUDERS, Reader.OT, Reader.SWV])
def test_a_coaching_talk_is_hidden_with_what_refers_to_it(reader: Reader) -> None:
    waiver = {"regel": "KNH-1.4", "reden": "Zo.", "door": "ib", "datum": "2026-10-02"}
    contact = {"datum": "2026-10-03", "soort": "oudercontact", "met": "moeder", "over": "zorg", "betreft": "c1"}
    waivers = [{**waiver, "betreft": "c1"}, waiver]
    hidden = see(built(talk("coachend"), contact, afwijkingen=waivers), reader)
    assert hidden.places == (1,)
    assert getattr(hidden.dossier.tijdlijn[0], "betreft", "") is None
    assert [one.betreft for one in hidden.dossier.afwijkingen] == [None]
    shown = see(built(talk("consultatief"), contact, afwijkingen=waivers), reader)
    assert shown.places == (0, 1)
    assert [one.betreft for one in shown.dossier.afwijkingen] == ["c1", None]


def test_who_is_named_in_hidden_events_only_is_left_out_when_from_outside() -> None:
    people = [
        {"id": "ib", "naam": "E. Voorbeeld", "rol": "intern_begeleider"},
        {"id": "wijk", "naam": "N. Voorbeeld", "rol": "wijkteammedewerker"},
        {"id": "smw", "naam": "O. Voorbeeld", "rol": "schoolmaatschappelijk_werker"},
    ]
    contact = {
        "datum": "2026-10-01",
        "soort": "wijkteamcontact",
        "coordinatie": "ib",
        "met": ["wijk", "smw"],
        "vraag": "Wat kan?",
    }
    support = {"datum": "2026-10-02", "soort": "ondersteuning", "id": "o1", "vakgebied": "gedrag", "door": "smw"}
    support |= {"doel": "Doel.", "aanpak": "Aanpak."}
    dossier = built(contact, support, betrokkenen=people)
    assert [one.id for one in see(dossier, Reader.SWV).dossier.betrokkenen] == ["ib", "smw"]
    assert [one.id for one in see(dossier, Reader.OUDERS).dossier.betrokkenen] == ["ib", "wijk", "smw"]


# The meeting, for parents and for the samenwerkingsverband


def two_pupils() -> Ot:
    tree = record_example("ot")
    item = tree["agenda"][0]
    mother = {"id": "moeder", "naam": "G. Ander", "rol": "ouder"}
    other = {**item, "leerling": "L-0102", "naam": "Karim Ander", "vraag": "Wat helpt Karim?", "genodigden": [mother]}
    other |= {"inbreng": "Moeder van Karim en Sanne."}
    return Ot.model_validate({**tree, "agenda": [item, other]})


def test_parents_see_the_item_of_their_own_child_and_its_own_time() -> None:
    seen = see_meeting(two_pupils(), Reader.OUDERS, pupil="L-0102")
    assert [one.leerling for one in seen.agenda] == ["L-0102"]
    assert (seen.begin, seen.duur) == (time(14, 0), 45)
    first = see_meeting(two_pupils(), Reader.OUDERS, pupil="L-0101")
    assert (first.begin, first.duur) == (time(13, 15), 45)
    everything = " ".join(texts(first))
    assert "Karim" not in everything and "L-0102" not in everything and "Ander" not in everything


def test_parents_of_a_pupil_who_is_not_on_the_agenda_see_none() -> None:
    assert see_meeting(two_pupils(), Reader.OUDERS, pupil="L-9").agenda == []


def test_parents_of_whom() -> None:
    with pytest.raises(ValueError, match="which pupil"):
        see_meeting(two_pupils(), Reader.OUDERS)


def test_a_meeting_with_pseudonyms_keeps_people_apart() -> None:
    seen = see_meeting(two_pupils(), Reader.SWV, names=False)
    mothers = [next(one for one in item.genodigden if "ouder" in one.rol) for item in seen.agenda]
    assert [(one.id, one.naam) for one in mothers] == [("ouder-1", "ouder 1")] * 2  # each pupil has people of their own
    assert seen.agenda[1].vraag == "Wat helpt L-0102?"
    assert seen.agenda[1].inbreng == "Moeder van L-0102 en L-0101."
    assert seen.agenda[0].naam is None
    assert seen.agenda[0].inbrenger in {one.id for one in seen.leden}
    assert see_meeting(two_pupils(), Reader.OT) == two_pupils()
