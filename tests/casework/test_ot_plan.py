"""`bo ot plan`: order and time, who sits at the table, the record that is written, and what goes wrong."""

from __future__ import annotations

import json
import os
import stat
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.casework.ot.members import guests, members
from basisondersteuning.casework.ot.plan import fitting
from basisondersteuning.model.dossier import Dossier
from basisondersteuning.model.ot import OPEN_NAME, OPEN_QUESTION, Ot
from basisondersteuning.records.load import Loaded, load, load_text
from running import Bo

from .ot_made import GROWTH, LEVEL_2, PEOPLE, REGISTERED, SEEN, STILL_WEAK, discussed, dossier, write

DAY = "2026-12-10"


@pytest.fixture
def bo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Bo:
    monkeypatch.chdir(tmp_path)
    return Bo(monkeypatch, capsys)


def plan(bo: Bo, *more: str) -> dict[str, object]:
    done = bo("ot", "plan", "d", "--datum", DAY, "--peildatum", "2026-11-24", "--format", "json", "--force", *more)
    assert done.code == 0, done.err
    found: dict[str, object] = json.loads(done.out)
    return found


def pupils(found: dict[str, object], key: str = "agenda") -> list[str]:
    listed = found[key]
    assert isinstance(listed, list)
    return [one["leerling"] for one in listed]


def written(path: str = f"ot-{DAY}.yaml") -> tuple[Loaded, Ot]:
    loaded = load(path, today=date(2026, 11, 24))
    assert isinstance(loaded.record, Ot), loaded.findings
    return loaded, loaded.record


def record(text: str) -> Dossier:
    loaded = load_text("d.yaml", text.encode(), today=date(2026, 11, 24))
    assert isinstance(loaded.record, Dossier), loaded.findings
    return loaded.record


@given(st.lists(st.integers(0, 90)), st.integers(0, 240))
@settings(derandomize=True)
def test_the_agenda_fits_and_who_is_left_out_does_not(lengths: list[int], room: int) -> None:
    starts = fitting(lengths, room)
    kept = [(start, length) for start, length in zip(starts, lengths, strict=True) if start is not None]
    used = sum(length for _, length in kept)
    assert used <= room
    assert [start for start, _ in kept] == [sum(length for _, length in kept[:number]) for number in range(len(kept))]
    assert all(length > room - used for start, length in zip(starts, lengths, strict=True) if start is None)


@given(st.lists(st.integers(0, 90)), st.integers(0, 240), st.integers(0, 60))
@settings(derandomize=True)
def test_who_comes_first_never_loses_a_place_to_who_comes_later(lengths: list[int], room: int, later: int) -> None:
    assert fitting([*lengths, later], room)[: len(lengths)] == fitting(lengths, room)


def test_late_goes_first_then_who_waits_longest_then_registered_then_id(bo: Bo) -> None:
    late = dossier(SEEN, discussed("2026-09-03", back="2026-12-09"), pupil="L-9")
    write(Path("d"), "late.yaml", late)
    write(Path("d"), "long.yaml", dossier(SEEN, REGISTERED.replace("11-17", "09-01"), pupil="L-8"))
    write(Path("d"), "b.yaml", dossier(SEEN, REGISTERED, pupil="L-2"))
    write(Path("d"), "a.yaml", dossier(SEEN, REGISTERED, pupil="L-1"))
    back = dossier(SEEN, discussed("2026-09-03", back="2026-11-17").replace("soort", "notitie: x, soort"), pupil="L-0")
    write(Path("d"), "back.yaml", back)
    assert pupils(plan(bo, "--duur", "300")) == ["L-0", "L-9", "L-8", "L-1", "L-2"]


def test_minutes_are_those_of_a_first_or_a_later_discussion(bo: Bo) -> None:
    write(Path("d"), "a.yaml", dossier(SEEN, REGISTERED, pupil="L-1"))
    write(Path("d"), "b.yaml", dossier(SEEN, discussed("2026-09-03", back=DAY), pupil="L-2"))
    found = plan(bo)
    assert [(one["van"], one["tot"], one["minuten"]) for one in found["agenda"]] == [  # type: ignore[attr-defined]
        ("13:15", "14:00", 45),
        ("14:00", "14:30", 30),
    ]
    write(
        Path(),
        "bo.yaml",
        "soort: instellingen\not: {begin: 9.00, duur: 40, minuten_eerste: 25, minuten_vervolg: 20, plaats: hal}\n",
    )
    found = plan(bo)
    assert pupils(found) == ["L-1"]
    assert pupils(found, "volgende_keer") == ["L-2"]
    assert (found["begin"], found["duur"]) == ("09:00", 40)
    assert written()[1].plaats == "hal"
    assert pupils(plan(bo, "--duur", "45", "--begin", "10.30")) == ["L-1", "L-2"]
    assert written()[1].begin.isoformat() == "10:30:00"


def test_the_record_can_be_used_at_once_and_asks_for_what_is_open(bo: Bo) -> None:
    write(Path("d"), "a.yaml", dossier(*LEVEL_2, STILL_WEAK, GROWTH, pupil="L-1"))
    out = bo("ot", "plan", "d", "--datum", DAY, "--peildatum", "2026-11-24").out
    assert "schrijf nog: de vraag aan het OT" in out
    loaded, made = written()
    assert [one.code for one in loaded.findings] == ["BO604"]
    (item,) = made.agenda
    assert (item.leerling, item.vraag, item.inbrenger, item.minuten) == ("L-1", OPEN_QUESTION, "ib", 45)
    assert [one.id for one in item.genodigden] == ["moeder", "lk"]
    assert item.ouders_uitgenodigd_op is None
    assert [one.id for one in made.leden] == ["dir", "ib", "ortho"]


def test_a_file_that_is_there_stays_and_a_new_one_is_private(bo: Bo) -> None:
    write(Path("d"), "a.yaml", dossier(SEEN, REGISTERED))
    command = ("ot", "plan", "d", "--datum", DAY, "--peildatum", "2026-11-24")
    assert bo(*command).code == 0
    path = Path(f"ot-{DAY}.yaml")
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_text("eigen werk\n", encoding="utf-8")
    again = bo(*command)
    assert again.code == 2
    assert "bestaat al en blijft zoals het is" in again.err
    assert path.read_text(encoding="utf-8") == "eigen werk\n"
    refused = bo(*command, "--force")
    assert (refused.code, path.read_text(encoding="utf-8")) == (2, "eigen werk\n")
    assert "blijft zoals het is" in refused.err
    path.unlink()
    assert [bo(*command).code, bo(*command, "--force").code] == [0, 0]
    held = path.read_text(encoding="utf-8") + "    bespreking: Wat al helpt.\n"
    path.write_text(held, encoding="utf-8")
    assert (bo(*command, "--force").code, path.read_text(encoding="utf-8")) == (2, held)
    assert bo(*command, "--force", "--out", "d/a.yaml").code == 2
    assert "die map of dat bestand is er niet" in bo(*command, "--out", "weg/ot.yaml").err


def test_nobody_due_writes_nothing(bo: Bo) -> None:
    write(Path("d"), "a.yaml", dossier(SEEN))
    done = bo("ot", "plan", "d", "--datum", DAY, "--peildatum", "2026-11-24")
    assert done.code == 0
    assert "Niemand is aan de beurt." in done.out
    assert not Path(f"ot-{DAY}.yaml").exists()


def test_what_a_pupil_wrote_stays_text(bo: Bo) -> None:
    wild = "'x: {y} # \"z\"'"
    write(Path("d"), "a.yaml", dossier(SEEN, REGISTERED.replace("Wat helpt?", wild)))
    plan(bo)
    assert written()[1].agenda[0].vraag == 'x: {y} # "z"'


def test_several_schools_need_a_choice(bo: Bo) -> None:
    write(Path("d"), "a.yaml", dossier(SEEN, REGISTERED, pupil="L-1"))
    write(Path("d"), "b.yaml", dossier(SEEN, REGISTERED, pupil="L-2", school="99XX01"))
    asked = bo("ot", "plan", "d", "--datum", DAY, "--peildatum", "2026-11-24")
    assert asked.code == 2
    assert "kies er een: 99XX00, 99XX01" in asked.err
    assert pupils(plan(bo, "--school", "99XX01")) == ["L-2"]
    assert bo("ot", "plan", "d", "--datum", DAY, "--peildatum", "2026-11-24", "--school", "99XX02").code == 2


def test_a_broken_dossier_stops_nobody_and_is_named(bo: Bo) -> None:
    write(Path("d"), "a.yaml", dossier(SEEN, REGISTERED, pupil="L-1"))
    write(Path("d"), "b.yaml", dossier(SEEN, REGISTERED.replace("door: ib", "door: niemand"), pupil="L-2"))
    done = bo("ot", "plan", "d", "--datum", DAY, "--peildatum", "2026-11-24")
    assert done.code == 1
    assert "fout[BO301]" in done.out
    assert [one.leerling for one in written()[1].agenda] == ["L-1"]


@pytest.mark.parametrize(
    ("meeting_day", "filled", "words"),
    [
        ("2026-11-19", "aanwezig: [dir], bespreking: x", "al besproken op 19-11-2026, maar nog niet verwerkt (d/m.yaml)"),
        ("2026-11-24", "aanwezig: [dir], bespreking: x", "al besproken op 24-11-2026, maar nog niet verwerkt (d/m.yaml)"),
        ("2026-11-24", "", "staat al op de agenda van 24-11-2026"),
        ("2026-12-03", "", "staat al op de agenda van 3-12-2026"),
        ("2026-11-19", "", None),  # it was planned and nothing was filled in: nobody knows
        ("2026-12-10", "", None),  # the proposal itself, made earlier
        ("2026-12-17", "", None),
    ],
)
def test_who_is_discussed_elsewhere_is_left_out(bo: Bo, meeting_day: str, filled: str, words: str | None) -> None:
    write(Path("d"), "a.yaml", dossier(SEEN, REGISTERED, pupil="L-1"))
    item = f"{{leerling: L-1, inbrenger: dir, vraag: x, minuten: 30{', ' + filled if filled else ''}}}"
    head = f"soort: ot\nschool: 99XX00\ndatum: {meeting_day}\nbegin: 13:15\nduur: 60\nvoorzitter: dir\n"
    write(Path("d"), "m.yaml", head + f"leden: [{{id: dir, naam: H. Brouwer, rol: directeur}}]\nagenda:\n  - {item}\n")
    found = plan(bo)
    assert pupils(found) == ([] if words else ["L-1"])
    left = found["volgende_keer"]
    assert isinstance(left, list)
    assert [one["waarom_niet"] for one in left] == ([words] if words else [])


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--datum", "2026-11-23"), "kies een dag op of na de peildatum"),
        (("--datum", "31-2"), "schrijf een dag die bestaat: over 6 weken, vr"),
        (("--begin", "25:00"), "schrijf een tijd als 13:15"),
        (("--begin", "23:00"), "tot na middernacht"),
        (("--duur", "veel"), "schrijf een getal"),
        (("--out", "-", "--format", "json"), "--format json"),
    ],
)
def test_wrong_use_is_one_line(bo: Bo, more: tuple[str, ...], words: str) -> None:
    write(Path("d"), "a.yaml", dossier(SEEN, REGISTERED))
    done = bo("ot", "plan", "d", "--datum", DAY, "--peildatum", "2026-11-24", *more)
    assert done.code == 2
    assert words in done.err
    assert len(done.err.splitlines()) == 1
    assert not Path(f"ot-{DAY}.yaml").exists()


def test_no_dossier_at_all(bo: Bo) -> None:
    Path("d").mkdir()
    assert bo("ot", "plan", "d", "--datum", DAY, "--peildatum", "2026-11-24").code == 3


def test_a_day_without_school_is_told(bo: Bo) -> None:
    write(Path("d"), "a.yaml", dossier(SEEN, REGISTERED))
    out = bo("ot", "plan", "d", "--datum", "2026-12-12", "--peildatum", "2026-11-24", "--out", "x.yaml").out
    assert "Op deze dag is er geen school (weekend)." in out
    assert [one.code for one in written("x.yaml")[0].findings] == ["BO603"]


HEADS = [one for one in PEOPLE if "dir," not in one]


def test_the_director_of_most_dossiers_is_taken_and_that_is_said() -> None:
    other = [*HEADS, "{id: baas, naam: K. Postma, rol: directeur}"]
    found = members([record(dossier()), record(dossier(people=other)), record(dossier(people=other))])
    assert [(one.id, one.rol) for one in found.people] == [
        ("baas", ["directeur"]),
        ("ib", ["intern_begeleider"]),
        ("ortho", ["orthopedagoog"]),
    ]
    assert found.notes == [
        "In de dossiers staan 2 mensen met de rol directeur; gekozen is wie in de meeste staat (`baas`, in 2 dossiers)."
    ]


def test_one_person_with_two_roles_sits_there_once() -> None:
    small = [
        "{id: lk, naam: M. Visser, rol: groepsleerkracht}",
        "{id: hoofd, naam: t.  de wit, rol: [directeur, groepsleerkracht]}",
    ]
    found = members([record(dossier(people=HEADS)), record(dossier(people=small))])
    assert [(one.id, one.rol) for one in found.people] == [
        ("ib", ["intern_begeleider", "directeur"]),
        ("ortho", ["orthopedagoog"]),
    ]
    assert found.chair.id == found.note_taker.id == "ib"


def test_two_people_with_one_id_each_get_their_own() -> None:
    second = [one.replace("T. de Wit", "A. Bos") for one in PEOPLE]
    found = members([record(dossier()), record(dossier(people=second))])
    assert [one.id for one in found.people if "intern_begeleider" in one.rol] == ["ib", "ib-2"]
    assert "haal weg wie er niet bij is" in found.notes[0]


def test_a_role_that_nobody_bears_is_left_open() -> None:
    found = members([record(dossier(people=PEOPLE[:2]))])
    assert [(one.id, one.naam) for one in found.people] == [("dir", OPEN_NAME), ("ib", OPEN_NAME), ("ortho", OPEN_NAME)]
    assert len(found.notes) == 3


def test_the_parents_with_custody_come_first_and_the_teacher_of_now() -> None:
    people = [
        "{id: opa, naam: O. Bakker, rol: ouder}",
        "{id: stief, naam: E. Kamphuis, rol: ouder, gezag: nee}",
        *PEOPLE,
        "{id: lk2, naam: J. Dekker, rol: groepsleerkracht}",
    ]
    moved = "{datum: 2026-07-01, soort: overdracht, naar: groep 6, door: lk}"
    by_now = SEEN.replace("2026-02-02", "2026-06-02").replace("door: lk", "door: lk2")
    found = record(dossier(SEEN, by_now, moved, people=people))
    assert [one.id for one in guests(found, date(2026, 11, 24))] == ["moeder", "opa", "stief", "lk2"]
    assert [one.id for one in guests(found, date(2026, 3, 1))][-1] == "lk"
    assert [one.id for one in guests(record(dossier(people=people)), date(2026, 3, 1))][-2:] == ["lk", "lk2"]


def test_the_example_meeting_is_what_is_proposed(bo: Bo) -> None:
    examples = Path(__file__).parents[2] / "examples"
    done = bo("ot", "plan", str(examples), "--datum", DAY, "--peildatum", "2026-11-24", "--format", "json")
    _, example = written(str(examples / "ot" / f"{DAY}.yaml"))
    _, proposed = written()
    assert pupils(json.loads(done.out)) == [one.leerling for one in example.agenda]
    for mine, ours in zip(example.agenda, proposed.agenda, strict=True):
        assert (mine.minuten, mine.vervolg, mine.vakgebied) == (ours.minuten, ours.vervolg, ours.vakgebied)
        assert [one for one in mine.genodigden if one in ours.genodigden] == ours.genodigden
    assert (example.leden, example.begin, example.duur) == (proposed.leden, proposed.begin, proposed.duur)


def test_a_meeting_that_was_processed_keeps_nobody_away(bo: Bo) -> None:
    write(Path("d"), "a.yaml", dossier(SEEN, discussed("2026-11-19", back=DAY), pupil="L-1"))
    item = "{leerling: L-1, inbrenger: dir, vraag: x, minuten: 30, aanwezig: [dir], bespreking: y}"
    head = "soort: ot\nschool: 99XX00\ndatum: 2026-11-19\nbegin: 13:15\nduur: 60\nvoorzitter: dir\n"
    write(Path("d"), "m.yaml", head + f"leden: [{{id: dir, naam: H. Brouwer, rol: directeur}}]\nagenda:\n  - {item}\n")
    assert pupils(plan(bo)) == ["L-1"]


def test_who_registered_the_pupil_brings_in(bo: Bo) -> None:
    write(Path("d"), "a.yaml", dossier(SEEN, REGISTERED.replace("door: ib", "door: lk")))
    plan(bo)
    assert written()[1].agenda[0].inbrenger == "lk"
    gone = [*PEOPLE, "{id: smw, naam: K. Postma, rol: schoolmaatschappelijk_werker}"]
    write(Path("d"), "a.yaml", dossier(SEEN, REGISTERED.replace("door: ib", "door: smw"), people=gone))
    plan(bo)
    item = written()[1].agenda[0]
    assert (item.inbrenger, [one.id for one in item.genodigden]) == ("smw", ["moeder", "lk", "smw"])


def test_a_meeting_may_be_today(bo: Bo) -> None:
    write(Path("d"), "a.yaml", dossier(SEEN, REGISTERED))
    assert bo("ot", "plan", "d", "--datum", "2026-11-24", "--peildatum", "2026-11-24").code == 0


def test_it_stands_with_the_other_meetings_and_names_no_endless_list(bo: Bo) -> None:
    for number in range(30):
        write(Path("d"), f"{number}.yaml", dossier(SEEN, REGISTERED, pupil=f"L-{number:02}"))
    Path("ot").mkdir()
    command = ("ot", "plan", "d", "--datum", "10-12-2026", "--peildatum", "2026-11-24")
    out = bo(*command).out
    assert Path(f"ot/ot-{DAY}.yaml").exists() and not Path(f"ot-{DAY}.yaml").exists()
    assert "Ook aan de beurt, maar niet op deze agenda (28)" in out
    assert out.count("past niet meer") == 20
    assert "… en nog 8; `--format json` noemt iedereen" in out
    assert bo(*command).code == 2  # it is there already
