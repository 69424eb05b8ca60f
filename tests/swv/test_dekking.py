"""The coverage of a region: who has what, what nobody has, of whom it is not known, and what changed."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.findings.finding import Place, Severity
from basisondersteuning.model.base import Expertisegebied
from basisondersteuning.model.sop_words import Interventiegebied, Plaats, Veld
from basisondersteuning.swv.dekking.changes import Change
from basisondersteuning.swv.dekking.coverage import BROKEN, NO_SOP, SOP, TWICE, Coverage
from basisondersteuning.swv.dekking.data import CSV_COLUMNS, as_data, csv_rows
from basisondersteuning.swv.dekking.findings import MOST_SCHOOLS, findings_of
from basisondersteuning.swv.dekking.gather import Region, Supply, coverage_of
from basisondersteuning.swv.dekking.profile import Unreadable, Unusable
from basisondersteuning.swv.dekking.sentences import MOST_LISTED, change_words, counted, gap_lines, listed
from basisondersteuning.swv.dekking.text import text
from basisondersteuning.swv.dekking.words import (
    AREAS,
    LETTER,
    MISSING,
    PASSAGE_27,
    PLACE_WORDS,
    PLACES,
    SHORT,
    UNKNOWN,
    act_words,
    area_words,
    field_words,
)
from dekking_made import SIX, profile, region, supply

YEAR = "2026-2027"


def found(coverage: Coverage, held: Supply, over: Region, *, whole: bool = True) -> list[tuple[str, str, str | None]]:
    """Of each finding its code, its weight and the school."""
    return [(one.code, one.severity.value, one.subject) for one in findings_of(coverage, held, over, "sops", whole=whole)]


def test_the_six_of_passage_27_are_the_first_of_the_list() -> None:
    assert PASSAGE_27 == SIX


def test_every_word_of_the_model_has_a_word_here() -> None:
    from typing import get_args

    assert set(SHORT) == set(get_args(Expertisegebied)) == set(AREAS)
    assert len(set(SHORT.values())) == len(AREAS)
    assert {*get_args(Plaats), MISSING, UNKNOWN} == set(LETTER) == set(PLACE_WORDS)
    assert len(set(LETTER.values())) == len(LETTER)
    assert all("_" not in area_words(one) for one in AREAS)
    assert all("_" not in act_words(one) for one in (*get_args(Interventiegebied), None))
    assert all("_" not in field_words(one) for one in (*get_args(Veld), None))


def test_a_school_counts_at_its_nearest_place() -> None:
    held = supply(profile(experts=[("gedrag", "extern"), ("gedrag", "in_school"), ("gedrag", "bestuur")]))
    coverage = coverage_of(held, region("99XX00"), YEAR)
    area = next(one for one in coverage.areas if one.code == "gedrag")
    assert dict(area.counts) == {"in_school": 1}
    assert coverage.schools[0].cells[1] == PLACES


def test_a_school_without_a_sop_is_no_gap_and_not_covered() -> None:
    held = supply(profile("99XX00"))
    over = region("99XX00", "99XY00")
    coverage = coverage_of(held, over, YEAR)
    assert [one.state for one in coverage.schools] == [SOP, NO_SOP]
    assert all(one.counts[UNKNOWN] == 1 and one.counts[MISSING] == 0 for one in coverage.areas)
    assert gap_lines(coverage) == []
    assert found(coverage, held, over) == [("BO802", "waarschuwing", "99XY00")]
    assert found(coverage, held, over, whole=False) == []


def test_a_sop_with_mistakes_is_no_gap_either() -> None:
    held = supply(profile("99XX00"))
    held.take([Unusable(Place("99XY00.yaml", 3), "99XY00", YEAR), Unusable(Place("b.yaml", 1), None, None)])
    over = region("99XX00", "99XY00")
    coverage = coverage_of(held, over, YEAR)
    assert coverage.schools[1].state == BROKEN
    assert coverage.nameless == 1
    assert found(coverage, held, over) == [("BO878", "waarschuwing", "99XY00"), ("BO878", "waarschuwing", None)]
    assert "SOP met fouten: 99XY00; 1 bestand waarvan de school niet te lezen is" in counted(coverage)


def test_of_two_sops_of_a_school_neither_counts() -> None:
    held = supply(profile("99XX00"), profile("99XX00", experts=[]), profile("99XY00"))
    over = region("99XX00", "99XY00")
    coverage = coverage_of(held, over, YEAR)
    assert [one.state for one in coverage.schools] == [TWICE, SOP]
    assert [one.counts[MISSING] for one in coverage.areas] == [0] * 6
    assert found(coverage, held, over) == [("BO801", "fout", "99XX00")]


def test_a_school_of_elsewhere_does_not_count() -> None:
    held = supply(profile("99XX00"), profile("99ZZ00", experts=[("jeugdgezondheid", "extern")]))
    over = region("99XX00")
    coverage = coverage_of(held, over, YEAR)
    assert [one.code for one in coverage.schools] == ["99XX00"]
    assert [one.code for one in coverage.areas] == list(SIX)
    assert found(coverage, held, over) == [("BO803", "waarschuwing", "99ZZ00")]
    assert [one.code for one in coverage_of(held, Region(), YEAR).schools] == ["99XX00", "99ZZ00"]


@pytest.mark.parametrize(
    ("named_by", "expected"),
    [
        ((), [("BO875", "fout", None)]),
        (("99XX00",), [("BO876", "waarschuwing", None)]),
        (("99XX00", "99XY00"), []),
    ],
)
def test_an_area_of_the_six(named_by: tuple[str, ...], expected: list[tuple[str, str, str | None]]) -> None:
    others = [(one, "extern") for one in SIX if one != "gedrag"]
    both = [
        profile(one, experts=[*others, *([("gedrag", "bestuur")] if one in named_by else [])]) for one in ("99XX00", "99XY00")
    ]
    held, over = supply(*both), region("99XX00", "99XY00")
    assert found(coverage_of(held, over, YEAR), held, over) == expected


@pytest.mark.parametrize(
    ("area", "named", "expected"),
    [
        ("taal_spraak", 0, [("BO875", "waarschuwing", None)]),
        ("taal_spraak", 1, [("BO876", "advies", None)]),
        ("overig", 0, []),  # what fits nowhere else is never asked for
        ("overig", 1, []),
    ],
)
def test_an_area_of_the_catalogue_weighs_less(area: str, named: int, expected: list[tuple[str, str, str | None]]) -> None:
    more = [(area, "in_school")] if named else []
    held = supply(profile("99XX00", experts=[*((one, "extern") for one in SIX), *more]), profile("99XY00"))
    over = region("99XX00", "99XY00", catalogue=[*SIX, area])
    assert found(coverage_of(held, over, YEAR), held, over) == expected


def test_an_area_that_only_schools_name_is_shown_but_not_asked_for() -> None:
    held = supply(
        profile("99XX00", experts=[*((one, "extern") for one in SIX), ("jeugdgezondheid", "extern")]), profile("99XY00")
    )
    over = region("99XX00", "99XY00")
    coverage = coverage_of(held, over, YEAR)
    assert (coverage.areas[-1].code, coverage.areas[-1].asked) == ("jeugdgezondheid", None)
    assert found(coverage, held, over) == []


def test_one_of_the_six_that_nobody_offers_is_a_finding_of_the_catalogue() -> None:
    held, over = supply(profile()), region("99XX00", catalogue=SIX[1:])
    assert found(coverage_of(held, over, YEAR), held, over) == [("BO877", "waarschuwing", None)]
    assert found(coverage_of(held, Region(), YEAR), held, Region()) == []


def test_a_finding_names_a_few_schools_only() -> None:
    codes = [f"99{one}{two}00" for one, two in permutations("ABCDE", 2)]
    held, over = supply(profile("99ZZ00"), *(profile(one, experts=[]) for one in codes)), region("99ZZ00", *codes)
    messages = [one.message for one in findings_of(coverage_of(held, over, YEAR), held, over, "sops", whole=True)]
    assert len(messages) == 6
    assert all(f"en nog {len(codes) - MOST_SCHOOLS}." in one for one in messages)


def test_what_changed_between_two_years() -> None:
    old = profile(
        year="2025-2026",
        experts=[("gedrag", "in_school"), ("hoogbegaafdheid", "extern"), ("taal_spraak", "extern")],
        acts=[("Leeshulp", "licht_curatief", "dyslexie"), ("Kring", "preventief", None)],
        facilities=[("Plusgroep", "aandacht_en_tijd")],
    )
    new = profile(
        experts=[("gedrag", "extern"), ("gedrag", "bestuur"), ("hoogbegaafdheid", "extern"), ("jeugdgezondheid", "extern")],
        acts=[(" leeshulp ", "licht_curatief", "dyslexie"), ("Taalklas", "preventief", "taalontwikkeling")],
        facilities=[],
    )
    coverage = coverage_of(supply(old, new, profile("99XY00"), profile("99XZ00", "2025-2026")), Region(), YEAR)
    assert coverage.changes is not None
    (school,) = coverage.changes.schools
    assert school.changes == (
        Change("deskundigheid", "verplaatst", "gedrag", "in_school", "bestuur+extern"),
        Change("deskundigheid", "weg", "taal_spraak", "extern", ""),
        Change("deskundigheid", "erbij", "jeugdgezondheid", "", "extern"),
        Change("interventie", "erbij", "Taalklas"),
        Change("interventie", "weg", "Kring"),
        Change("voorziening", "weg", "Plusgroep"),
    )
    assert (coverage.changes.first_time, coverage.changes.gone) == (("99XY00",), ("99XZ00",))
    assert change_words(school.changes[0]) == "gedrag: was in de school, nu bij het bestuur en van buiten"
    assert [(one.year, one.judged) for one in coverage.years] == [("2025-2026", 2), (YEAR, 2)]


def test_the_year_before_is_the_last_one_there_is() -> None:
    held = supply(*(profile(year=one) for one in ("2021-2022", "2023-2024", YEAR)))
    changes = coverage_of(held, Region(), YEAR).changes
    assert changes is not None
    assert changes.before == "2023-2024"
    assert coverage_of(held, Region(), "2021-2022").changes is None


def test_years_come_from_sops_that_are_sound() -> None:
    held = supply(profile(year="2025-2026")).take(
        [Unusable(Place("x"), "99XX00", "2096-2097"), Unusable(Place("y"), None, "ooit")]
    )
    assert held.years == ("2025-2026",)
    broken = Supply().take([Unusable(Place("x"), "99XX00", "2026-2027"), Unusable(Place("y"), None, "2026-2030")])
    assert broken.years == ("2026-2027",)


def test_interventions_and_facilities_count_schools_not_lines() -> None:
    one = profile(
        acts=[
            ("a", "preventief", "dyslexie"),
            ("b", "preventief", "dyslexie"),
            ("c", "licht_curatief", "dyslexie"),
            ("d", "preventief", None),
        ],
        facilities=[("x", "expertise"), ("y", "expertise"), ("z", None)],
    )
    coverage = coverage_of(supply(one, profile("99XY00")), Region(), YEAR)
    acts = {row.area: row for row in coverage.acts}
    assert (acts["dyslexie"].preventive, acts["dyslexie"].curative, acts["dyslexie"].schools) == (1, 1, 1)
    assert acts[None].schools == 1
    assert acts["veiligheid"].schools == 0
    fields = {row.field: row for row in coverage.fields}
    assert (fields["expertise"].schools, len(fields["expertise"].names)) == (1, 2)
    assert fields[None].names == (("99XX00", "z"),)


def test_what_cannot_be_read_is_told_as_it_is() -> None:
    from basisondersteuning.findings.catalogue import reading

    held = supply(profile()).take([Unreadable((reading.NOT_FOUND.at(Place("weg.yaml")),))])
    over = region("99XX00")
    coverage = coverage_of(held, over, YEAR)
    assert coverage.nameless == 1
    assert found(coverage, held, over) == [("BO101", "fout", None)]


_AREA = st.sampled_from(AREAS)
_EXPERTS = st.lists(st.tuples(_AREA, st.sampled_from(PLACES)), max_size=6)
_PROFILES = st.lists(
    st.builds(
        profile,
        st.sampled_from(["99XX00", "99XY00", "99XZ00", "99YA00"]),
        st.sampled_from(["2025-2026", YEAR]),
        _EXPERTS,
        board=st.sampled_from(["A", "B", None]),
    ),
    max_size=8,
)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(_PROFILES, st.booleans(), st.randoms(use_true_random=False))
def test_laws(profiles: list, with_region: bool, random) -> None:  # type: ignore[no-untyped-def, type-arg]
    """Every school is counted once in every area; nobody without a SOP is in a gap; the order of files changes nothing."""
    over = region("99XX00", "99XY00", "99XZ00", catalogue=[*SIX, "taal_spraak"]) if with_region else Region()
    coverage = coverage_of(supply(*profiles), over, YEAR)
    for index, area in enumerate(coverage.areas):
        assert sum(area.counts.values()) == len(coverage.schools)
        assert area.counts[UNKNOWN] == sum(one.state != SOP for one in coverage.schools)
        assert sum(one.named[index] for one in coverage.boards) == area.named
    assert sum(one.schools for one in coverage.boards) == len(coverage.schools)
    silent = {one.code for one in coverage.schools if one.state != SOP}
    assert not any(code in line for code in silent for line in gap_lines(coverage))
    assert len(list(csv_rows(coverage))) == len(coverage.schools) * len(coverage.areas)
    assert all(len(row) == len(CSV_COLUMNS) for row in csv_rows(coverage))
    data = as_data(coverage)
    assert all((one["dekking"] is None) == (one["sop"] != SOP) for one in data["scholen"])
    counted_once = [one for one in profiles if sum((two.school, two.year) == (one.school, one.year) for two in profiles) == 1]
    random.shuffle(counted_once)
    assert coverage_of(supply(*counted_once), over, YEAR).areas == coverage_of(supply(*reversed(counted_once)), over, YEAR).areas


@settings(derandomize=True, deadline=None, max_examples=60)
@given(_PROFILES, st.sampled_from([60, 80, 120]))
def test_no_line_is_wider_than_the_screen(profiles: list, width: int) -> None:  # type: ignore[type-arg]
    coverage = coverage_of(supply(*profiles), region("99XX00", "99XY00", catalogue=AREAS), YEAR)
    assert max(len(line) for line in text(coverage, width=width)) <= width


def test_a_gap_of_the_six_comes_before_one_of_the_catalogue() -> None:
    held = supply(profile("99XX00"), profile("99XY00", experts=[(one, "extern") for one in SIX[1:]]))
    lines = gap_lines(coverage_of(held, region("99XX00", "99XY00", catalogue=[*SIX, "jeugdgezondheid"]), YEAR))
    assert [line.split(" (")[0] for line in lines] == ["jeugdgezondheid", "schoolmaatschappelijk werk"]  # nobody at all is worse
    assert Severity.FOUT.rank == 0


def test_a_sentence_says_how_much_it_leaves_out() -> None:
    codes = [f"99AA{one:02}" for one in range(MOST_LISTED)]
    assert listed(codes).endswith("99AA39")
    assert listed([*codes, "99AB00", "99AB01"]).endswith("99AA39, … en nog 2")
