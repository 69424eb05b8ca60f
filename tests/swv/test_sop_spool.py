"""What files gave, put away and read back; and how a finding is known again."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.findings.catalogue import shape
from basisondersteuning.findings.finding import Finding, Norm, Place, Related, Severity
from basisondersteuning.findings.packed import TO_READ
from basisondersteuning.norms.status import Status
from basisondersteuning.swv.desk.fingerprint import fingerprint
from basisondersteuning.swv.desk.region import Region, pack_region, unpack_region
from basisondersteuning.swv.desk.run import Checked, DeskRule, DeskSchool, Sent, Spot
from basisondersteuning.swv.desk.spool import Spool, pack, unpack
from basisondersteuning.swv.sops.row import Cell, SopRow

WORDS = st.text(max_size=12)
DAYS = st.dates(date(2010, 1, 1), date(2030, 1, 1))
NUMBERS = st.integers(0, 9999)
PLACES = st.builds(Place, WORDS, NUMBERS, NUMBERS, NUMBERS, st.sampled_from([None, TO_READ]), NUMBERS)
NORMS = st.builds(Norm, WORDS, WORDS, WORDS, WORDS, st.none() | DAYS)
RELATED = st.lists(st.builds(Related, PLACES, WORDS), max_size=2).map(tuple)
FINDINGS = st.builds(
    Finding,
    WORDS,
    st.sampled_from(Severity),
    PLACES,
    WORDS,
    WORDS,
    RELATED,
    st.none() | WORDS,
    st.none() | WORDS,
    st.none() | NORMS,
)
CELLS = st.builds(Cell, WORDS, st.none() | st.sampled_from(Status), NUMBERS, st.none() | DAYS)
ROWS = st.builds(
    SopRow, st.just(""), WORDS, WORDS, st.none() | WORDS, WORDS, st.none() | WORDS, st.none() | WORDS, st.none() | DAYS,
    st.lists(CELLS, max_size=3).map(tuple), WORDS,
)  # fmt: skip
SPOTS = st.tuples(*[st.builds(Spot, NUMBERS, NUMBERS, NUMBERS)] * 6)
SENT = st.builds(
    Sent, WORDS, WORDS, st.none() | WORDS, st.none() | WORDS, WORDS, SPOTS, WORDS, WORDS, st.booleans(), st.booleans()
)
PUPILS = st.tuples(WORDS, WORDS, NUMBERS, NUMBERS)


@st.composite
def checked(draw: st.DrawFn) -> Checked:
    path = draw(st.text(min_size=1, max_size=12).filter(lambda one: one != "-"))
    findings = tuple(draw(st.lists(FINDINGS, max_size=3)))
    row = draw(st.none() | ROWS)
    prints = tuple(str(number) for number in range(len(findings)))
    row = row._replace(path=path) if row is not None else None
    sent, hint = draw(st.none() | SENT), draw(st.none() | WORDS)
    return Checked(path, draw(st.none() | WORDS), findings, draw(st.none() | PUPILS), row, sent, prints, hint=hint)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(checked())
def test_what_is_packed_is_unpacked(one: Checked) -> None:
    assert unpack(one.path, pack(one)) == one


@settings(derandomize=True, max_examples=50, deadline=None)
@given(st.lists(checked(), max_size=8))
def test_a_spool_gives_everything_in_order_as_often_as_asked(all: list[Checked]) -> None:
    with Spool() as spool:
        for one in all:
            spool.add(one)
        assert list(spool.results()) == all
        for left, right in zip(spool.results(), spool.results(), strict=True):
            assert left == right
        assert list(spool.results()) == all


def test_a_spool_reads_lines_that_lie_over_two_blocks(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    from basisondersteuning.swv.desk import spool as module

    monkeypatch.setattr(module, "_BLOCK", 7)
    all = [Checked(f"map\n{number}\t.yaml", "sop") for number in range(20)]
    with Spool() as spool:
        for one in all:
            spool.add(one)
        assert list(spool.results()) == all


def test_a_record_of_standard_input_keeps_its_lines() -> None:
    one = Checked("-", "sop", (shape.DATE.at(Place("-", 1, 1, 4, "de regel")),), prints=("a",))
    with Spool() as spool:
        spool.add(one)
        assert list(spool.results()) == [one]


def test_nothing_of_a_line_is_packed() -> None:
    one = Checked("x", "sop", (shape.DATE.at(Place("x", 1, 1, 4, "geheim")),), prints=("a",))
    assert b"geheim" not in pack(one)


def test_a_region_is_packed_and_unpacked() -> None:
    rule = DeskRule("P-1", "t", Severity.ADVIES, "b", "directeur", "doe", "kort", "waarom", "vraag?")
    place = Place("swv.yaml", 3, 4, 6, TO_READ)
    problem = shape.DATE.at(Place("swv.yaml", 1, 1, 1, TO_READ))
    schools = (DeskSchool("99XX00", "n", None),)
    region = Region("k", (rule,), "SWV", schools, {"99XX00": place}, (problem,), another="a", frames=("k", "k-1"))
    assert unpack_region(pack_region(region)) == region


LINES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]) | st.just(" "), max_size=30)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(LINES, NUMBERS, NUMBERS, WORDS)
def test_a_finding_is_known_again_wherever_its_line_went(line: str, number: int, column: int, folder: str) -> None:
    before = shape.DATE.at(Place("sops/x.yaml", 3, 5, 4, line))
    after = shape.DATE.at(Place(f"{folder}/x.yaml", number, column, 4, f"  {line} "), severity=Severity.ADVIES)
    assert fingerprint(before, "sop", "99XX00") == fingerprint(after, "sop", "99XX00")


def test_another_school_code_or_line_is_another_finding() -> None:
    one = shape.DATE.at(Place("x.yaml", 3, 5, 4, "datum: 9 sept"))
    others = [
        fingerprint(one, "sop", "99XX00"),
        fingerprint(one, "sop", "99XX01"),
        fingerprint(shape.DATE.at(Place("x.yaml", 3, 5, 4, "datum: 8 sept")), "sop", "99XX00"),
        fingerprint(shape.UNKNOWN_VALUE.at(one.place), "sop", "99XX00"),
        fingerprint(one, None, None),
    ]
    assert len(set(others)) == len(others)


def test_of_a_file_with_pupils_only_the_keys_count() -> None:
    lines = ["  - {datum: 2026-09-09, soort: toets}", "  - {datum: 2026-10-10, soort: observatie}", "  - {datum: 2026-09-09}"]
    for kind in ("dossier", "ot", None):
        first, second, third = (fingerprint(shape.DATE.at(Place("x", 1, 1, 1, line)), kind, "L-0101") for line in lines)
        assert first == second != third
