"""Made-up views: whatever a document can hold is in them, and in the barest nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from basisondersteuning.documents import views
from basisondersteuning.documents.catalogue import DOCUMENTS
from basisondersteuning.documents.templating.sample import is_view, samples, view_fields, views_of


def within(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Every value in a view, with the names of the fields that lead to it."""
    if is_view(type(value)):
        for name, one in zip(value._fields, value, strict=True):
            yield from within(one, f"{place}.{name}")
    elif isinstance(value, tuple):
        yield place + "()", len(value)
        for one in value:
            yield from within(one, place)
    elif value is not None:
        yield place, value


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_full_sample_has_everything_and_each_yes_or_no_both_ways(document: str) -> None:
    made = list(samples(document))
    assert len(made) == 3 * len(views_of(document)) >= 3
    for full in made[::3]:
        found: dict[str, set[Any]] = {}
        for place, value in within(full):
            found.setdefault(place, set()).add(value)
        for place, values in found.items():
            if place.endswith("()"):
                assert max(values) > 0, f"{document}{place} has no items in any sample"
            else:
                assert any(values), f"{document}{place} is empty in the full sample"
    for full, no in zip(made[::3], made[1::3], strict=True):
        both: dict[str, set[bool]] = {}
        for place, value in [*within(full), *within(no)]:
            if isinstance(value, bool):
                both.setdefault(place, set()).add(value)
        assert all(len(values) == 2 for values in both.values())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_barest_sample_has_nothing(document: str) -> None:
    for bare in list(samples(document))[2::3]:
        assert not any(value for place, value in within(bare) if isinstance(value, str | bool | int))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_field_of_every_view_is_explained(document: str) -> None:
    met: list[type] = [*views_of(document), *(one for one in vars(views).values() if is_view(one))]
    for view in met:
        for field in view_fields(view):
            assert field.about or field.name == "kop", f"{view.__name__}.{field.name}"
            assert not field.about or ((field.about[0].isupper() or field.about[0] in "«") and field.about.endswith(".")), field
