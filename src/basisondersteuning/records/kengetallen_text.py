"""The text of a record `kengetallen`: comments on where it comes from, and each count on a line of its own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ..model.kengetallen import Kengetallen
from .load import load
from .write import on_one_line


def figures_text(comments: Iterable[str], head: Mapping[str, str | None], counts: Iterable[Mapping[str, str | None]]) -> str:
    """The text of a record. `head` and `counts` hold the fields as text; a field that is None is left out."""
    return "".join(f"{line}\n" for line in _lines(comments, head, counts))


def _lines(comments: Iterable[str], head: Mapping[str, str | None], counts: Iterable[Mapping[str, str | None]]) -> Iterator[str]:
    for comment in comments:
        yield f"# {comment}".rstrip()
    for key, value in {"soort": "kengetallen", **head}.items():
        if value is not None:
            yield on_one_line({key: value})[1:-1]
    yield "tellingen:"
    for one in counts:
        yield f"  - {on_one_line({key: value for key, value in one.items() if value is not None})}"


def replaceable(path: str) -> bool:
    """Whether a file may be overwritten: a record of counts only, in which nobody wrote a judgement or a waiver."""
    if not os.path.isfile(path) or os.path.islink(path):
        return False
    record = load(path, today=date.max).record
    return isinstance(record, Kengetallen) and not (record.oordelen or record.afwijkingen or record.deelname)
