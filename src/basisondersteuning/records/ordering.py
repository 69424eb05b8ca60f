"""Put a record in order: days in one form, the timeline by day. What it says stays the same."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from datetime import date

from ..findings.catalogue import mending as codes
from ..findings.finding import Finding, Severity
from ..model.base import Gebeurtenis
from ..model.dates import parse_date
from ..model.kinds import record_model
from ..model.reflect import FieldSpec, fields_of
from .editing import Change, Order, Put, changed, edited
from .load import Loaded, load_text
from .ordering_form import DateForm as DateForm
from .remedies.case import in_place
from .remedies.pieces import Way, pieces_of
from .remedies.remedy import replaced
from .tree import Tree

TIMELINE = "tijdlijn"


def ordered(data: bytes, form: DateForm, *, today: date, name: str = "") -> bytes | Finding:
    """The bytes of a record in order; the same bytes when it is already.

    A finding when the file has mistakes, or is written in a way in which it cannot be put in order: then it stays as it is.
    """
    loaded = load_text(name, data, today=today)
    if not loaded.sound or loaded.document is None:
        return _left_alone(loaded)
    days, order = _days_to_write(loaded, form), by_day(loaded.document.root.get(TIMELINE))
    if not days and order is None:
        return data
    done: bytes | Finding = _written(data, days)
    changes: list[Change] = [Put(path, text) for path, text in days.items()]
    if order is not None and isinstance(done, bytes):
        changes.append(Order((TIMELINE,), order))
        done = edited(done, changes[-1:], name=name)
    if isinstance(done, Finding):
        return done
    after = load_text(name, done, today=today)
    right = after.document is not None and after.document.root == changed(loaded.document.root, changes)
    return done if right and after.sound else codes.NOT_ORDERED.at(loaded.place(changes[0].path))


def _days_to_write(loaded: Loaded, form: DateForm) -> dict[Way, str]:
    """The days that stand in another form, each with how it is to be written."""
    model = record_model(str(loaded.kind))
    assert loaded.document is not None and model is not None
    days = _days(loaded.document.root, fields_of(model), ())
    return {path: wanted for path, text in days if (wanted := form.written(parse_date(text))) != text}


def _written(data: bytes, days: dict[Way, str]) -> bytes:
    """The file with days in another form. In one go: a frame has hundreds of them."""
    if not days:
        return data
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    text = data.removeprefix(mark).decode("utf-8")
    pieces = (one for one in pieces_of(text).every if one.kind == "text" and one.path in days and one.style not in ("|", ">"))
    return mark + replaced(text, tuple(change for one in pieces for change in in_place(one, days[one.path]))).encode("utf-8")


def by_day(timeline: Tree | None) -> tuple[int, ...] | None:
    """The places of the events by day; events of one day stay in their order. None when they are in order."""
    if not isinstance(timeline, list):
        return None
    days = [parse_date(str(one["datum"])) for one in timeline if isinstance(one, dict)]
    order = tuple(sorted(range(len(days)), key=days.__getitem__))
    return order if order != tuple(range(len(timeline))) else None


def _days(
    node: dict[str, Tree], fields: dict[str, FieldSpec], path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every day in a block, with its path."""
    for key, value in node.items():
        spec = fields.get(key)
        if spec is None:
            continue
        items = enumerate(value) if isinstance(value, list) else ((None, value),)
        for index, one in items:
            here = (*path, key) if index is None else (*path, key, index)
            if spec.kind == "datum" and isinstance(one, str):
                yield here, one
            elif spec.kind == "record" and isinstance(one, dict):
                yield from _days(one, _fields(spec, one), here)


def _fields(spec: FieldSpec, node: dict[str, Tree]) -> dict[str, FieldSpec]:
    if spec.model is not None:
        return fields_of(spec.model)
    return fields_of(dict(spec.variants).get(str(node.get("soort")), Gebeurtenis))


def _left_alone(loaded: Loaded) -> Finding:
    """That a file has mistakes, at the first of them."""
    first = next((one for one in loaded.findings if one.severity is Severity.FOUT), None)
    return codes.HAS_MISTAKES.at(first.place if first is not None else loaded.place(()))
