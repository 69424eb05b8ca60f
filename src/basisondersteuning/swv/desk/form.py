"""Whether a SOP is a form of which nobody filled in more than the head."""

from __future__ import annotations

from collections.abc import Iterable

from ...model.base import Model
from ...model.sop import Sop

_HEAD = frozenset({"soort", "school", "naam", "bestuur", "schooljaar", "format", "kader", "contactpersoon"})
"""What says whose profile it is, not what the school offers."""

_GIVEN = frozenset({"aspect", "ijkpunt", "kenmerk"})
"""What the form gives itself, of each block that it asks for."""


def is_empty_form(record: Sop) -> bool:
    """Whether a SOP says nothing of what the school offers, plans or decided."""
    return not any(_filled(getattr(record, name)) for name in Sop.model_fields if name not in _HEAD)


def _filled(value: object) -> bool:
    if isinstance(value, Model):
        return any(_filled(getattr(value, name)) for name in type(value).model_fields if name not in _GIVEN)
    if isinstance(value, Iterable) and not isinstance(value, str):
        return any(_filled(one) for one in value)
    return value is not None and value != ""
