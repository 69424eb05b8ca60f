"""An annotated empty record to fill in, made from the models, so that it can never drift from them.

Every field stands there with what it means. A key with nothing behind it counts as not filled in, so the form is valid as it
is; what would not be (a block of which a part is required) stands as a comment, to be opened by taking the `#` away.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from .reflect import FieldSpec, fields_of

WIDTH = 110
"""Columns to which a comment is folded."""

_HIDDEN = ("soort",)


def form_of(model: type[BaseModel], kind: str, filled: Mapping[str, Any], opened: Mapping[str, str]) -> Iterator[str]:
    """The lines of a form for a kind of record.

    `filled` holds the text of fields that are known already. `opened` names lists of blocks that stand there whole: for each
    value of that field of the block one block, as for the thirteen ijkpunten.
    """
    yield f"soort: {kind}"
    for name, spec in fields_of(model).items():
        if name in _HIDDEN:
            continue
        yield ""
        yield from _comment(_words(spec), "")
        if name in filled:
            yield from _given(name, filled[name])
        elif spec.model is None:
            yield from (_events(name, spec) if spec.variants else [f"{name}:"])
        elif name in opened:
            yield from _opened(name, spec.model, opened[name])
        else:
            yield from _block(name, spec)


def _given(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield f"{name}:"
        for key, one in value.items():
            yield f"  {key}: {one}"
    else:
        yield f"{name}: {value}"


def _words(spec: FieldSpec) -> str:
    """What a field means, what may stand there, and whether it must be filled in."""
    parts = [spec.description]
    if spec.values:
        parts.append(f"Kies {'een of meer' if spec.many else 'één'} van: {', '.join(spec.values)}.")
    elif spec.kind == "ja_nee":
        parts.append("Schrijf ja of nee.")
    elif spec.kind == "datum":
        parts.append("Een datum, zoals 2026-11-03.")
    if spec.many and spec.model is None and not spec.variants:
        parts.append("Meer dan één? Schrijf ze tussen [ en ], met komma's.")
    if spec.required:
        parts.append("Verplicht.")
    return " ".join(parts)


def _comment(text: str, indent: str) -> list[str]:
    return [f"{indent}# {line}" for line in textwrap.wrap(text, WIDTH - len(indent))]


def _block(name: str, spec: FieldSpec) -> Iterator[str]:
    """A block, or a list of blocks with one block as a comment to open."""
    assert spec.model is not None
    fields = fields_of(spec.model)
    whole = not spec.many and not any(one.required for one in fields.values())
    yield f"{name}:"
    yield from _fields(fields, "  " if whole else "  # ", first="- " if spec.many else "")


def _fields(fields: Mapping[str, FieldSpec], indent: str, first: str = "") -> Iterator[str]:
    size = max(len(name) for name in fields) + 1
    for number, (name, spec) in enumerate(fields.items()):
        lead = first if number == 0 else " " * len(first)
        lines = textwrap.wrap(_words(spec), WIDTH - size - len(indent))
        margin = indent + " " * len(first) + " " * (size + 1)
        yield f"{indent}{lead}{name + ':':<{size}} # {lines[0]}"
        yield from (f"{margin}# {line}" for line in lines[1:])


def _opened(name: str, model: type[BaseModel], key: str) -> Iterator[str]:
    """A block for each value of one field, the other fields with nothing behind them."""
    fields = fields_of(model)
    rest = {other: spec for other, spec in fields.items() if other != key}
    for other, spec in rest.items():
        yield from _comment(f"{other}: {_words(spec)}", "")
    yield f"{name}:"
    for value in fields[key].values:
        yield f"  - {key}: {value}"
        yield from (f"    {other}:" for other in rest)


def _events(name: str, spec: FieldSpec) -> Iterator[str]:
    """A timeline, with an example of each kind of event as a comment."""
    yield f"{name}:"
    for kind, model in spec.variants:
        fields = fields_of(model)
        more = "".join(f", {other}: " for other, one in fields.items() if one.required and other not in ("soort", "datum"))
        yield f"  # - {{datum: , soort: {kind}{more}}}"
