"""Whether two names may be of the same school: a wrong code must show, an abbreviation must not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.swv.desk.names import BOARD, NAME, differing, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("De Wierhaven", "Basisschool De Wierhaven"), ("OBS DE WIERHAVEN", "Openbare basisschool de Wierhaven"),
        ("Basisschool 't Getij", "Jenaplanschool ’t Getij"), ("Wier-haven", "Wierhaven"), ("Café", "Cafe"), ("A & B", "A en B"),
        ("School 99XX00", "School"), ("?", "De Wierhaven"), ("De Strandloper", "De Strandloper, locatie Duinrode"),
    ],
)  # fmt: skip
def test_names_of_one_school(one: str, other: str) -> None:
    assert same_name(one, other) and same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Het Kompas", "De Wierhaven"), ("Basisschool A", "Basisschool B"), ("School 1", "School 2"), ("De", "Het")],
)
def test_names_of_two_schools(one: str, other: str) -> None:
    assert not same_name(one, other) and not same_name(other, one)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(max_size=20), st.text(max_size=20))
def test_a_name_is_itself_and_what_contains_it(name: str, more: str) -> None:
    assert same_name(name, name)
    assert same_name(name, f"{name} {more}")
    assert same_name(name, more) == same_name(more, name)


def test_what_differs() -> None:
    assert differing("Het Kompas", "Stichting A", "De Wierhaven", "Stichting B") == NAME
    assert differing("De Wierhaven", "Stichting A", "De Wierhaven", "Stichting B") == BOARD
    for board, known in (("", "Stichting B"), ("Stichting A", None), ("Bestuur Stichting A", "Stichting A")):
        assert differing("De Wierhaven", board, "De Wierhaven", known) is None
    assert differing("", "", "De Wierhaven", None) is None
