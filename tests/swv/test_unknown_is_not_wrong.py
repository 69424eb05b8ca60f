"""What a profile does not say is unknown, what it says otherwise is wrong, and an empty form is neither."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from basisondersteuning.norms.calendar import Calendar
from basisondersteuning.norms.facts import facts_of, judge_facts
from basisondersteuning.norms.library import Library, open_library
from basisondersteuning.records.load import load_text
from running import Bo

DAY = date(2026, 11, 24)
HEAD = "soort: sop\nschool: 99XX00\nnaam: De Zee\nschooljaar: 2026-2027\n"
FEATURES = (
    "behoeften_centraal",
    "afstemming_en_wisselwerking",
    "leerkracht_doet_ertoe",
    "positieve_aspecten",
    "constructief_samenwerken",
    "doelgericht",
    "systematisch_en_transparant",
)


@pytest.fixture(scope="module")
def frames() -> Library:
    return open_library(wanted="kop-van-noord-holland", over=("sop",))


def statuses(frames: Library, text: str) -> dict[str, list[str]]:
    """What the rules say of a profile: the statuses of each rule."""
    loaded = load_text("sop.yaml", (HEAD + text).encode(), today=DAY)
    assert loaded.sound, loaded.findings
    assert loaded.record is not None
    series = frames.series["kop-van-noord-holland"]
    found = judge_facts("sop", facts_of(loaded.record, "sop"), [], series, series.versions[0], Calendar(), DAY)
    return {code: [one.status.value for one in every] for code, every in found.by_rule().items()}


@pytest.mark.parametrize("empty", ["", ", opleiding: , taken: ", ", opleiding: [], taken: []"])
def test_an_intern_begeleider_of_whom_only_the_name_is_known(frames: Library, empty: str) -> None:
    found = statuses(frames, f"interne_begeleiding:\n  - {{naam: A. de Wit{empty}}}\n")
    assert {code: found[f"KNH-S.{code}"] for code in (12, 15, 18, 19, 23)} == {
        12: ["voldaan"],
        15: ["onbekend"],
        18: ["onbekend"],
        19: ["onbekend"],
        23: ["onbekend"],
    }


def test_another_course_and_other_tasks_are_said_to_be_missing(frames: Library) -> None:
    found = statuses(frames, "interne_begeleiding:\n  - {opleiding: anders, taken: contact_wijkteam}\n")
    assert [found[f"KNH-S.{code}"] for code in (15, 18, 19, 23)] == [["geschonden"]] * 4


def test_of_two_intern_begeleiders_one_may_have_the_task(frames: Library) -> None:
    found = statuses(frames, "interne_begeleiding:\n  - {naam: A, taken: contact_wijkteam}\n  - {naam: B}\n")
    assert found["KNH-S.18"] == ["onbekend"]


def test_who_belongs_to_the_team_and_who_coordinates_may_be_unknown(frames: Library) -> None:
    found = statuses(frames, "ondersteuningsteam: {voorzitter: directeur}\nwijkteam: {via_ot: ja, samen_met: []}\n")
    assert [found[f"KNH-S.{code}"] for code in (10, 25, 27, 36)] == [["onbekend"]] * 4
    assert found["KNH-S.11"] == ["geschonden"]  # whether the profile describes it can be seen
    other = statuses(frames, "ondersteuningsteam: {leden: directeur}\nwijkteam: {coordinatie: directeur}\n")
    assert [other[f"KNH-S.{code}"] for code in (10, 25, 27, 36)] == [["geschonden"]] * 4


def test_a_feature_without_a_score_was_not_looked_at(frames: Library) -> None:
    blank = "hgw:\n" + "".join(f"  - kenmerk: {one}\n    score:\n    toelichting:\n" for one in FEATURES)
    assert statuses(frames, blank)["KNH-S.16"] == ["geschonden"]
    scored = blank.replace("score:", "score: nog_niet")
    assert statuses(frames, scored)["KNH-S.16"] == ["voldaan"]
    assert statuses(frames, scored.replace("score: nog_niet", "score:", 1))["KNH-S.16"] == ["geschonden"]


def test_the_form_itself_says_nothing_that_could_be_right(bo: Bo, frames: Library, tmp_path: Path) -> None:
    made = bo("new", "sop", "--school", "99XX00", "--naam", "De Zee", "--schooljaar", "2026-2027", "--out", "-").out
    found = statuses(frames, made.split("schooljaar: 2026-2027\n", 1)[1])
    assert {one for every in found.values() for one in every} <= {"geschonden", "onbekend"}


@pytest.mark.parametrize("name", ["Dyslexieprotocol De Zee", "Ernstige dyslexie (ED)"])
def test_the_subject_of_a_protocol_is_chosen_and_its_name_is_free(frames: Library, name: str) -> None:
    assert statuses(frames, f"protocollen:\n  - {{onderwerp: dyslexie, naam: {name}}}\n")["KNH-S.20"] == ["voldaan"]
    assert statuses(frames, f"protocollen:\n  - {{onderwerp: anders, naam: {name}}}\n")["KNH-S.20"] == ["geschonden"]


@pytest.mark.parametrize("written", ["Dyslexie", "Dyslexieprotocol", "Protocol dyslexie"])
def test_a_subject_in_ones_own_words_is_no_missing_protocol_but_a_mistake_in_writing(written: str) -> None:
    loaded = load_text("sop.yaml", f"{HEAD}protocollen:\n  - {{onderwerp: {written}}}\n".encode(), today=DAY)
    assert [(one.code, one.place.line) for one in loaded.findings] == [("BO203", 6)]
    assert "`dyslexie`" in loaded.findings[0].remedy
