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

_LONG = 40
"""Columns of a field with its value up to which what it means stands behind it."""

_HIDDEN = ("soort",)


def form_of(
    model: type[BaseModel], kind: str, filled: Mapping[str, Any], opened: Mapping[str, str], more: Mapping[str, str] | None = None
) -> Iterator[str]:
    """The lines of a form for a kind of record.

    `filled` holds the text of fields that are known already: text, a mapping for a block, or a list of lines of YAML. `opened`
    names lists of blocks that stand there whole: for each value of that field of the block one block, as for the thirteen
    ijkpunten. `more` is advice on a field, besides what it means.
    """
    yield f"soort: {kind}"
    for name, spec in fields_of(model).items():
        if name in _HIDDEN:
            continue
        yield ""
        yield from _comment(" ".join(filter(None, (_words(spec), (more or {}).get(name)))), "")
        if name in filled:
            yield from _given(name, spec, filled[name])
        elif spec.model is None:
            yield from (_events(name, spec) if spec.variants else [f"{name}:"])
        elif name in opened:
            yield from _opened(name, spec.model, opened[name])
        else:
            yield from _block(name, spec)


def _given(name: str, spec: FieldSpec, value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{name}: {value}".rstrip()
        return
    yield f"{name}:"
    if not isinstance(value, Mapping):
        yield from (f"  - {one}" for one in value)
        if spec.model is not None:
            yield from _fields(fields_of(spec.model), "  # ", first="- ")
    elif spec.model is not None:
        fields = fields_of(spec.model)
        whole = all(one in value for one, field in fields.items() if field.required)
        yield from _fields(fields, "  " if whole else "  # ", filled=value)


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


def _fields(
    fields: Mapping[str, FieldSpec], indent: str, first: str = "", filled: Mapping[str, str] | None = None
) -> Iterator[str]:
    """A field a line with what it means behind it, or above it where there is no room for that."""
    keys = {name: f"{name}: {(filled or {}).get(name, '')}".rstrip() for name in fields}
    size = max((len(one) for one in keys.values() if len(one) <= _LONG), default=0)
    for number, (name, spec) in enumerate(fields.items()):
        lead = first if number == 0 else " " * len(first)
        lines = textwrap.wrap(_words(spec) + _shape(spec), WIDTH - size - len(indent))
        margin = indent + " " * len(first) + " " * (size + 1)
        if len(keys[name]) > size:
            yield f"{indent}{lead}{keys[name]}"
            yield f"{margin}# {lines[0]}"
        else:
            yield f"{indent}{lead}{keys[name]:<{size}} # {lines[0]}"
        yield from (f"{margin}# {line}" for line in lines[1:])


def _shape(spec: FieldSpec) -> str:
    """How the blocks in a field of a block are written."""
    if spec.model is None:
        return ""
    parts = ", ".join(f"{name}: …" for name, one in fields_of(spec.model).items() if one.required)
    one = f"{{{parts or '…'}}}"
    return f" Schrijf: {f'[{one}]' if spec.many else one}."


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
