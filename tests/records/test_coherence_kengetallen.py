"""What `bo` sees of key figures that do not fit together, and where."""

from __future__ import annotations

from datetime import date

import pytest

from basisondersteuning.records.load import load_text

TODAY = date(2026, 6, 1)
DAY = "peildatum: 2025-10-01"


def found(*counts: str, rates: tuple[str, ...] = (), rest: str = "") -> list[tuple[str, int, str]]:
    """Code, line, and the word at the place, of each finding."""
    text = "soort: kengetallen\n"
    text += "tellingen:\n" + "".join(f"  - {{{one}, bron: b}}\n" for one in counts) if counts else ""
    text += "deelname:\n" + "".join(f"  - {{{one}, bron: b}}\n" for one in rates) if rates else ""
    loaded = load_text("a.yaml", (text + rest).encode(), today=TODAY)
    assert loaded.record is not None, loaded.findings
    made = []
    for one in loaded.findings:
        assert one.place.text is not None
        word = one.place.text[one.place.column - 1 :][: one.place.length]
        made.append((one.code, one.place.line, word))
    return made


@pytest.mark.parametrize(
    ("count", "code", "word"),
    [
        (f"{DAY}, wat: arrangementen, onderwijs: so, aantal: 3", "BO318", "so"),
        (f"{DAY}, wat: leerlingen, onderwijs: bao, cluster: 3, aantal: 3", "BO318", "3"),
        (f"{DAY}, wat: leerlingen, onderwijs: bao, niveau: 2, aantal: 3", "BO318", "2"),
        (f"{DAY}, wat: tlv, onderwijs: bao, aantal: 3", "BO318", "bao"),
        (f"{DAY}, wat: op_niveau, niveau: 2, van_niveau: 1, aantal: 3", "BO318", "1"),
        (f"{DAY}, wat: op_niveau, aantal: 3", "BO319", "op_niveau"),
        (f"{DAY}, wat: overgangen, aantal: 3", "BO319", "overgangen"),
        (f"{DAY}, van: 2025-08-01, wat: leerlingen, onderwijs: bao, aantal: 3", "BO320", "2025-08-01"),
        (f"{DAY}, van: 2025-10-02, wat: tlv, aantal: 3", "BO320", "2025-10-02"),
        (f"{DAY}, wat: tlv, gebied: schoolbestuur, aantal: 3", "BO321", "schoolbestuur"),
        (f"{DAY}, wat: tlv, gebied: landelijk, code: NL, aantal: 3", "BO321", "NL"),
        ("peildatum: 2026-06-02, wat: tlv, aantal: 3", "BO308", "2026-06-02"),
        ("peildatum: 2014-07-31, wat: tlv, aantal: 3", "BO325", "2014-07-31"),
    ],
)
def test_a_count_that_does_not_fit(count: str, code: str, word: str) -> None:
    assert found(count) == [(code, 3, word)]


@pytest.mark.parametrize(
    "count",
    [
        f"{DAY}, wat: leerlingen, onderwijs: so, cluster: 3, aantal: 3",
        f"{DAY}, van: 2025-10-01, wat: tlv, categorie: L, aantal: 3",
        "peildatum: 2014-08-01, wat: tlv, aantal: 3",
        "peildatum: 2026-06-01, wat: plichten_lopend, aantal: <5",
        f"{DAY}, van: 2025-08-01, wat: overgangen, niveau: 2, van_niveau: 1, aantal: 3-9",
        f"{DAY}, wat: leerlingen, onderwijs: bao, gebied: school, code: 99XX00, aantal: afgeschermd",
    ],
)
def test_a_count_that_fits(count: str) -> None:
    assert found(count) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("percentage: '2,5'", []),
        ("teller: 25, noemer: 1000", []),
        ("percentage: '2,5', teller: 25, noemer: 1000", []),
        ("percentage: '2,5', teller: <5, noemer: 150", []),
        ("teller: 25", ["BO322"]),
        ("percentage: '2,6', teller: 25, noemer: 1000", ["BO323"]),
        ("teller: 25, noemer: 0", ["BO323"]),
        ("teller: 25, noemer: 24", ["BO323"]),
    ],
)
def test_a_published_rate(values: str, expected: list[str]) -> None:
    rate = f"{DAY}, wat: deelname_sbo, definitie: cbs, {values}"
    assert [code for code, _, _ in found(rates=(rate,))] == expected


def test_the_same_count_twice() -> None:
    same = f"{DAY}, wat: leerlingen, onderwijs: sbo"
    assert found(f"{same}, aantal: 4", f"{same}, aantal: <5") == []
    assert found(f"{same}, aantal: 5", f"{same}, aantal: <5") == [("BO324", 4, "<5")]
    assert found(f"{same}, aantal: 5, stand: voorlopig", f"{same}, aantal: 6, stand: definitief") == []


def test_parts_against_their_whole() -> None:
    special = f"{DAY}, wat: leerlingen, onderwijs: so"
    whole = f"{special}, aantal: 10"
    assert found(whole, f"{special}, cluster: 3, aantal: 6", f"{special}, cluster: 4, aantal: <5") == []
    assert found(whole, f"{special}, cluster: 3, aantal: 10", f"{special}, cluster: 4, aantal: <5") == [("BO326", 4, "10")]
    tlv = f"{DAY}, wat: tlv, onderwijs: so"
    assert found(f"{tlv}, aantal: 3", f"{tlv}, categorie: L, aantal: 4") == [("BO326", 4, "4")]


def test_a_judgement_in_the_future() -> None:
    rest = "oordelen:\n  - {datum: 2026-06-02, regel: KNH-K.9, voldoet: ja, door: b, reden: r}\n"
    assert found(rest=rest) == [("BO308", 3, "2026-06-02")]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (("onderwijs: bao, aantal: 100", "onderwijs: sbo, aantal: 101"), [("BO841", 4, "101")]),
        (("onderwijs: bao, aantal: 100", "onderwijs: sbo, aantal: 100"), []),
        (("onderwijs: bao, aantal: 100", "onderwijs: sbo, aantal: 90-110"), []),
        (
            ("onderwijs: bao, aantal: 3", "onderwijs: so, cluster: 3, aantal: 2", "onderwijs: so, cluster: 4, aantal: 2"),
            [("BO841", 4, "2")],
        ),
        (("onderwijs: bao, aantal: afgeschermd", "onderwijs: sbo, aantal: 110"), []),
        (("onderwijs: so, aantal: 900",), []),
        (("onderwijs: bao, aantal: 4", "onderwijs: so, aantal: 3", "onderwijs: so, cluster: 3, aantal: 2"), []),
        (
            (
                "onderwijs: bao, gebied: school, code: 99XX00, aantal: 0",
                "onderwijs: sbo, gebied: school, code: 99XX00, aantal: 90",
            ),
            [],
        ),
        (("onderwijs: bao, gebied: landelijk, aantal: 5", "onderwijs: so, gebied: landelijk, aantal: 9"), [("BO841", 4, "9")]),
    ],
)  # fmt: skip
def test_more_special_than_regular_pupils_in_a_region(counts: tuple[str, ...], expected: list[tuple[str, int, str]]) -> None:
    assert found(*(f"{DAY}, wat: leerlingen, {one}" for one in counts)) == expected


@pytest.mark.parametrize(("rate", "expected"), [("'50'", []), ("'50,1'", ["BO841"]), ("'85', gebied: school, code: 99XX00", [])])
def test_a_published_rate_of_more_than_half(rate: str, expected: list[str]) -> None:
    rates = (f"{DAY}, wat: deelname_sbo, definitie: cbs, percentage: {rate}",)
    assert [code for code, _, _ in found(rates=rates)] == expected
