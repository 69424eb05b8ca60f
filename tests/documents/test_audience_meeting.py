"""A meeting for who may not see all: what only the dossiers know goes too, and one pupil's paper names no other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.casework.caseload import Caseload
from basisondersteuning.documents.audience.people import ANOTHER
from basisondersteuning.documents.audience.see import Reader, see, see_meeting
from basisondersteuning.documents.ot import agenda as ot_agenda
from basisondersteuning.documents.ot import uitnodiging as ot_uitnodiging
from basisondersteuning.documents.ot import verslag as ot_verslag
from basisondersteuning.documents.work import Paper
from basisondersteuning.model.dossier import Dossier
from basisondersteuning.model.ot import OPEN_NAME, Agendapunt, Ot
from running import Bo

from .meetings import TEAM, caseload, dossier, item, meeting, shown, work
from .test_audience import as_text

PEOPLE: list[dict[str, Any]] = [
    {"id": "vader", "naam": "Jan-Willem van den Berg", "rol": "ouder"},
    {"id": "moeder", "naam": "R. Oosterling", "rol": "ouder"},
    {"id": "oud", "naam": "P. Vroeger", "rol": "groepsleerkracht"},
    {"id": "lk", "naam": "K. Daalder", "rol": "groepsleerkracht"},
    {"id": "ib", "naam": "T. Verzonnen", "rol": "intern_begeleider"},
]
CHILD: dict[str, Any] = {"roepnaam": "Jurre", "achternaam": "Oosterling", "geboortedatum": "2016-03-05"}
OTHER: list[dict[str, Any]] = [
    {"id": "moeder", "naam": "S. Kiewiet", "rol": "ouder"},
    {"id": "ib", "naam": "T. Verzonnen", "rol": "intern_begeleider"},
]
TOLD = (
    "Vader Jan-Willem kwam niet; Jurre Oosterling is geboren op 5 maart 2016. P. Vroeger kent hem. "
    "Karim Kiewiet (L-0002, L0002) en Jurre (L-0001) spelen samen, zegt S. Kiewiet; Karim is van 6-4-2017."
)


def known(pupil: str = "L-0001", other: str = "L-0002") -> Caseload:
    """The dossiers of two pupils."""
    own = dossier(pupil=pupil, people=PEOPLE, **CHILD)
    return caseload(own, dossier(pupil=other, people=OTHER, roepnaam="Karim", achternaam="Kiewiet", geboortedatum="2017-04-06"))


def both(text: str = TOLD, **more: Any) -> Ot:
    """A meeting about both, of which only the first has its names on the agenda nowhere."""
    return meeting(item("L-0001", bespreking=text, vraag=text, **more), item("L-0002", bespreking=text))


def dossiers(known: Caseload) -> dict[str, Dossier]:
    """The dossiers by pupil."""
    return {pupil: one.record for (_, pupil), one in known.dossiers.items() if isinstance(one.record, Dossier)}


def swv(made: Ot, pupil: str | None = None) -> list[Agendapunt]:
    """What a samenwerkingsverband sees of the agenda."""
    return see_meeting(made, Reader.SWV, names=False, pupil=pupil, dossiers=dossiers(known())).agenda


def pages(papers: list[Paper]) -> str:
    """Everything that can be read in papers."""
    return "\n".join(shown(one, "md") for one in papers)


def test_what_only_the_dossiers_know_goes_from_an_agenda() -> None:
    text = swv(both())[0].bespreking
    assert text == (
        "Vader ouder 1 kwam niet; L-0001 is geboren op 2016. groepsleerkracht 1 kent hem. "
        "L-0002 (L-0002, L0002) en L-0001 (L-0001) spelen samen, zegt [naam]; L-0002 is van 2017."
    )


def test_a_report_on_one_pupil_names_no_other() -> None:
    (one,) = swv(both(), "L-0001")
    assert one.bespreking == (
        "Vader ouder 1 kwam niet; L-0001 is geboren op 2016. groepsleerkracht 1 kent hem. "
        f"{ANOTHER} ({ANOTHER}, {ANOTHER}) en L-0001 (L-0001) spelen samen, zegt [naam]; {ANOTHER} is van 2017."
    )
    with_names = see_meeting(both(), Reader.SWV, pupil="L-0001", dossiers=dossiers(known())).agenda
    assert [one.leerling for one in with_names] == ["L-0001"]
    assert "Jan-Willem" in (with_names[0].bespreking or "") and "Karim" not in (with_names[0].bespreking or "")


@pytest.mark.parametrize("pupil", ["L-0001", None])
def test_the_makers_pass_the_dossiers_on(pupil: str | None) -> None:
    asked = work(Reader.SWV, names=False, pupil=pupil)
    made = both(inbreng=TOLD)
    for papers in (ot_agenda.make(asked, made, known()), ot_verslag.make(asked, made, known())):
        text = pages(papers)
        assert "L-0001" in text
        for word in ("Jan-Willem", "Jurre", "Oosterling", "Vroeger", "Kiewiet", "Karim", "maart 2016", "4-2017"):
            assert word not in text, word
        assert pupil is None or "L-0002" not in text
    for paper in ot_verslag.make(asked, made, known()):
        assert ("L-0002" in shown(paper, "md")) is (paper.stem.endswith("L-0002"))


def test_without_dossiers_the_agenda_itself_still_counts() -> None:
    made = meeting(item(naam="Jurre Oosterling", bespreking="Jurre en Karim"), item("L-0002", naam="Karim Kiewiet"))
    assert see_meeting(made, Reader.SWV, names=False).agenda[0].bespreking == "L-0001 en L-0002"
    assert see_meeting(made, Reader.SWV, names=False, pupil="L-0001").agenda[0].bespreking == f"L-0001 en {ANOTHER}"


GUESTS: list[dict[str, Any]] = [
    {"id": "ouder2", "naam": "R. Oosterling", "rol": "ouder"},
    {"id": "lk", "naam": "mw. Daalder", "rol": "groepsleerkracht"},
    {"id": "nieuw", "naam": "Z. Anders", "rol": "ouder"},
]


@pytest.mark.parametrize("pupil", ["L-0001", None])
def test_people_have_the_number_that_they_have_in_the_dossier(pupil: str | None) -> None:
    made = both(genodigden=GUESTS)
    own = see(dossiers(known())["L-0001"], Reader.SWV, names=False).dossier
    assert [one.naam for one in own.betrokkenen] == [
        "ouder 1", "ouder 2", "groepsleerkracht 1", "groepsleerkracht 2", "intern begeleider 1"
    ]  # fmt: skip
    here = swv(made, pupil)[0]
    assert [one.naam for one in here.genodigden] == ["ouder 2", "groepsleerkracht 2", "ouder 3"]
    assert [one.id for one in here.genodigden] == ["ouder-2", "groepsleerkracht-2", "ouder-3"]


def test_a_member_has_the_number_of_the_dossier_in_a_report_on_one_pupil() -> None:
    people = [{"id": "ib0", "naam": "Q. Eerder", "rol": "intern_begeleider"}, *PEOPLE]
    own = dossier(people=people, **CHILD).record
    assert isinstance(own, Dossier)
    made = both("Q. Eerder en T. Verzonnen")
    seen = see_meeting(made, Reader.SWV, names=False, pupil="L-0001", dossiers={"L-0001": own})
    assert [one.naam for one in seen.leden] == ["directeur 1", "intern begeleider 2", "orthopedagoog 1"]
    assert seen.agenda[0].bespreking == "intern begeleider 1 en intern begeleider 2"
    assert seen.agenda[0].inbrenger == "intern-begeleider-2"
    whole = see_meeting(made, Reader.SWV, names=False, dossiers={"L-0001": own})
    assert [one.naam for one in whole.leden] == ["directeur 1", "intern begeleider 1", "orthopedagoog 1"]
    assert whole.agenda[0].bespreking == "intern begeleider 2 en intern begeleider 1"  # never two people of one number


def seen_as(guests: list[dict[str, Any]], people: list[dict[str, Any]]) -> list[str]:
    """The pseudonyms of the guests of one pupil."""
    record = dossier(people=people).record
    assert isinstance(record, Dossier)
    made = meeting(item("L-0001", genodigden=guests))
    return [one.naam for one in see_meeting(made, Reader.SWV, names=False, dossiers={"L-0001": record}).agenda[0].genodigden]


def test_who_has_no_name_yet_is_known_by_the_id() -> None:
    guests = [{"id": one, "naam": OPEN_NAME, "rol": "ouder"} for one in ("p1", "p2", "moeder")]
    assert seen_as(guests, PEOPLE) == ["ouder 3", "ouder 4", "ouder 2"]
    assert seen_as([{**guests[0], "id": "lk"}], PEOPLE) == ["ouder 3"]  # no role in common


def test_two_people_of_one_name_stay_two() -> None:
    guests = [{"id": one, "naam": "J. Jansen", "rol": "ouder"} for one in ("a", "b")]
    assert seen_as(guests, [{"id": "a", "naam": "J. Jansen", "rol": "ouder"}]) == ["ouder 1", "ouder 2"]


def test_another_pupil_among_the_people_of_a_dossier_is_a_pupil() -> None:
    child = {"id": "karim", "naam": "Karim Kiewiet", "rol": "leerling"}
    other = dossier(pupil="L-0002", people=[child, *OTHER], roepnaam="Karim", achternaam="Kiewiet").record
    assert isinstance(other, Dossier)
    made = both("Karim zegt dat Karim Kiewiet kwam.")
    whole = see_meeting(made, Reader.SWV, names=False, dossiers={"L-0002": other}).agenda[0].bespreking
    assert whole == "L-0002 zegt dat L-0002 kwam."
    alone = see_meeting(made, Reader.SWV, names=False, pupil="L-0001", dossiers={"L-0002": other}).agenda[0].bespreking
    assert alone == f"{ANOTHER} zegt dat {ANOTHER} kwam."


def _id(one: dict[str, Any]) -> str:
    return str(one["id"])


def _naam(one: dict[str, Any]) -> str:
    return str(one["naam"])


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from([*PEOPLE, *OTHER]), max_size=5, unique_by=(_id, _naam)),
    st.lists(st.sampled_from([*GUESTS, *PEOPLE[:3]]), max_size=4, unique_by=(_id, _naam)),
    st.booleans(),
)
def test_two_people_never_have_one_pseudonym(own: list[dict[str, Any]], guests: list[dict[str, Any]], alone: bool) -> None:
    made = meeting(item("L-0001", genodigden=guests), item("L-0002"))
    record = dossier(people=own or PEOPLE).record
    assert isinstance(record, Dossier)
    pupil = "L-0001" if alone else None
    seen = see_meeting(made, Reader.SWV, names=False, pupil=pupil, dossiers={"L-0001": record})
    here = [*seen.leden, *seen.agenda[0].genodigden]
    assert len({one.id for one in here}) == len({one.naam for one in here}) == len(TEAM) + len(guests)
    numbers = {
        one.naam: alias.naam
        for one, alias in zip(record.betrokkenen, see(record, Reader.SWV, names=False).dossier.betrokkenen, strict=True)
    }
    parents = {
        one["naam"]: shown.naam for one, shown in zip(guests, seen.agenda[0].genodigden, strict=True) if one["rol"] == "ouder"
    }
    assert all(numbers.get(naam, alias) == alias for naam, alias in parents.items())


# Parents


def parents(made: Ot, **more: Any) -> str | None:
    return see_meeting(made, Reader.OUDERS, pupil="L-0001", **more).agenda[0].bespreking


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jurre speelt met Karim.", f"Jurre speelt met {ANOTHER}."),
        ("Karim Kiewiet en K. Kiewiet, Karims boek", f"{ANOTHER} en {ANOTHER}, {ANOTHER}'s boek"),
        ("L-0002 en L0002, niet L-00021; L-0001", f"{ANOTHER} en {ANOTHER}, niet L-00021; L-0001"),
        ("#karim, Karimpje", f"#{ANOTHER}, {ANOTHER}"),
        ("Bel 06-12345678 of a@b.nl; geboren 5-3-2016", "Bel 06-12345678 of a@b.nl; geboren 5-3-2016"),
        ("Roos en juf Roos Verzonnen; mevrouw Kiewiet", f"{ANOTHER} en juf Roos Verzonnen; mevrouw Kiewiet"),
    ],
)
def test_parents_read_nothing_of_other_pupils(text: str, expected: str) -> None:
    lid = {"id": "juf", "naam": "Roos Verzonnen", "rol": "groepsleerkracht"}
    own = item("L-0001", naam="Jurre Oosterling", bespreking=text)
    others = [item("L-0002", naam="Karim Kiewiet"), item("L-0003", naam="Roos")]
    assert parents(meeting(own, *others, leden=[*TEAM, lid])) == expected


def test_parents_keep_the_name_of_their_own_child() -> None:
    own = item("L-0001", naam="Noor Oosterling", bespreking="Noor en Noor Bakker; Oosterling")
    made = meeting(own, item("L-0002", naam="Noor Bakker"))
    assert parents(made) == f"Noor en {ANOTHER}; Oosterling"


def test_every_text_of_the_item_and_of_the_meeting_is_read() -> None:
    more = {"uitkomsten": [{"soort": "anders", "omschrijving": "Met Karim."}], "inbreng": "Karim ook."}
    agreed = [{"wie": "ib", "wat": "Belt Karim.", "wanneer": "2027-01-15"}]
    own = item("L-0001", vraag="Karim?", bespreking="Karim.", afspraken=agreed, **more)
    made = meeting(own, item("L-0002"), plaats="lokaal van Karim", werkwijze=["Eerst Karim."])
    for papers in (
        ot_uitnodiging.make(work(Reader.OUDERS, pupil="L-0001"), made, known()),
        ot_verslag.make(work(Reader.OUDERS, pupil="L-0001"), made, known()),
    ):
        assert papers and "Karim" not in pages(papers)
        assert ANOTHER in pages(papers)
    seen = see_meeting(made, Reader.OUDERS, pupil="L-0001", dossiers=dossiers(known()))
    assert "Karim" not in repr(seen)
    assert "Karim" in repr(made)


# Through the command


def test_the_command_gives_each_reader_only_what_is_theirs(bo: Bo, tmp_path: Path) -> None:
    folder = tmp_path / "dossiers"
    folder.mkdir()
    for pupil, record in dossiers(known()).items():
        (folder / f"{pupil}.yaml").write_text(json.dumps(as_text(record)), encoding="utf-8")
    (tmp_path / "ot.yaml").write_text(json.dumps(as_text(both())), encoding="utf-8")
    for reader, gone in (("swv", ("Jan-Willem", "maart 2016", "Karim", "L-0002")), ("ouders", ("Karim", "L-0002"))):
        more = ("--voor", reader, "--leerling", "L-0001", "--peildatum", "2026-12-11")
        done = bo("render", "ot-verslag", str(tmp_path / "ot.yaml"), str(folder), *more)
        assert done.code == 0, done.err
        assert "L-0001" in done.out and ANOTHER in done.out
        assert not [one for one in gone if one in done.out]
