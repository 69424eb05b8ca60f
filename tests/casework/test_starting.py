"""What a new record begins with: ids, people, and the folder that is known."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.casework.starting.folder import planned
from basisondersteuning.casework.starting.ident import is_bsn, next_ident, pupil_ident_complaint
from basisondersteuning.casework.starting.known import Known, with_free_ids
from basisondersteuning.casework.starting.practice import practice_text
from basisondersteuning.casework.starting.text import scalar, settings_text
from basisondersteuning.model.people import Betrokkene
from basisondersteuning.records.load import load_text
from basisondersteuning.records.source import accept


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        ([], "L-0001"),
        (["L-0417", "L-0099"], "L-0418"),
        (["L-0999", "L-9999"], "L-10000"),
        (["p7", "p12", "L-0001"], "p13"),
        (["noor"], "L-0001"),
        (["2026-1", "2026-2"], "2026-3"),
    ],
)
def test_the_next_id_has_the_form_of_the_others(taken: list[str], free: str) -> None:
    assert next_ident(taken) == free


@given(st.lists(st.from_regex(r"[A-Z]-?[0-9]{1,4}", fullmatch=True), max_size=8))
@settings(derandomize=True)
def test_the_next_id_is_free(taken: list[str]) -> None:
    assert next_ident(taken) not in taken
    assert pupil_ident_complaint(next_ident(taken)) is None


@pytest.mark.parametrize("digits", ["123456782", "111222333", "12345672"])
def test_a_bsn_is_known_by_its_proof(digits: str) -> None:
    assert is_bsn(digits)
    assert not is_bsn(str(int(digits) + 1))
    complaint = pupil_ident_complaint(f"L-{digits}")
    assert complaint is not None and "BSN" in complaint and digits not in complaint


def test_other_numbers_are_no_bsn() -> None:
    assert not any(map(is_bsn, ["000000000", "0417", "1234567820", "20170211"]))


def test_people_come_once_and_each_has_an_id_of_its_own() -> None:
    def person(ident: str, name: str, role: str) -> Betrokkene:
        return Betrokkene.model_validate({"id": ident, "naam": name, "rol": role})

    found = with_free_ids(
        [
            person("ib", "T. de Wit", "intern_begeleider"),
            person("x", "t. de wit", "intern_begeleider"),
            person("ib", "A. Ander", "ouder"),
            person("ib", "B. Ander", "ouder"),
        ]
    )
    assert [(one.id, one.naam) for one in found] == [("ib", "T. de Wit"), ("ib-2", "A. Ander"), ("ib-3", "B. Ander")]


def test_the_school_is_that_of_the_dossiers_when_there_is_one(tmp_path: Path) -> None:
    for number, school in enumerate(("99XX00", "99XX00", "99XY00")):
        text = f"soort: dossier\nleerling: {{id: L-{number}, geboortedatum: 2017-01-01, groep: 5}}\nschool: {school}\n"
        (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
    assert Known(str(tmp_path), date(2026, 11, 25)).school is None
    (tmp_path / "2.yaml").unlink()
    assert Known(str(tmp_path), date(2026, 11, 25)).school == "99XX00"


def test_the_teacher_is_that_of_the_newest_dossier_of_the_group(tmp_path: Path) -> None:
    for number, (day, name) in enumerate((("2025-10-01", "Oud"), ("2026-10-01", "Nieuw"))):
        text = (
            f"soort: dossier\nleerling: {{id: L-{number}, geboortedatum: 2017-01-01, groep: 5}}\nschool: 99XX00\n"
            f"betrokkenen: [{{id: lk, naam: {name}, rol: groepsleerkracht}}]\n"
            f"tijdlijn: [{{datum: {day}, soort: observatie, door: lk, ondersteuning_gewenst: nee}}]\n"
        )
        (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
    known = Known(str(tmp_path), date(2026, 11, 25))
    assert [one.naam for one in known.teachers(5)] == ["Nieuw"]
    assert known.teachers(6) == []


@pytest.mark.parametrize("days", range(0, 400, 13))
def test_the_dossier_to_practise_with_is_sound_on_every_day(days: int) -> None:
    today = date(2026, 2, 28) + timedelta(days)
    assert load_text("x.yaml", practice_text(today).encode(), today=today).findings == []


@given(st.text(min_size=1).filter(lambda one: one.isprintable() and one.strip()))
@settings(derandomize=True)
def test_a_text_on_one_line_reads_back(text: str) -> None:
    source = f"soort: instellingen\nhuisstijl:\n  naam: {scalar(text)} # zo\n".encode()
    assert accept("x.yaml", source)
    document = load_text("x.yaml", source, today=date.max).document
    assert document is not None and document.root["huisstijl"] == {"naam": text}


def test_what_a_field_means_stands_below_a_long_value() -> None:
    short, long = (settings_text("99XX00", "x" * size, []).splitlines() for size in (10, 60))
    assert any(line.startswith("  naam: xxxxxxxxxx # Naam boven") for line in short)
    at = long.index("  naam: " + "x" * 60)
    assert long[at + 1].strip().startswith("# Naam boven")
    assert all(len(line) <= 115 for line in (*short, *long))


def test_only_what_is_not_there_is_planned(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("van mij", encoding="utf-8")
    (tmp_path / "er").mkdir()
    plan = planned(str(tmp_path), ("er", "nieuw"), {"a.txt": "van bo", "nieuw/b.txt": "b"})
    assert (plan.folders, dict(plan.files), plan.kept, plan.differing) == (
        ("nieuw",),
        {"nieuw/b.txt": "b"},
        ("a.txt",),
        ("a.txt",),
    )
