"""Remedies as the quick fixes of an editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from ..records.remedies import Remedy, remedies
from .diagnostics import of_finding
from .examined import Examined

FIX_ALL = "source.fixAll.bo"
"""The kind of the action that takes every safe remedy at once."""


def quick_fixes(examined: Examined, asked: types.Range, only: Iterable[str] | None) -> list[types.CodeAction]:
    """What can be mended in a range, and all that is safe at once; `only` the kinds that the editor asks for."""
    found = remedies(examined.loaded)
    wanted = list(only) if only is not None else None
    actions = []
    if _asks(types.CodeActionKind.QuickFix.value, wanted):
        actions += [_action(one, examined) for one in found if _touches(examined.text.of(one.finding.place), asked)]
    safe = list(_apart([one for one in found if one.safe]))
    if safe and _asks(FIX_ALL, wanted):
        edit = _edit([edit for one in safe for edit in _edits(one, examined)], examined)
        title = "Herstel alles wat bo veilig kan herstellen"
        actions.append(types.CodeAction(title, FIX_ALL, edit=edit))
    return actions


def _asks(kind: str, wanted: list[str] | None) -> bool:
    return wanted is None or any(kind == one or kind.startswith(f"{one}.") or not one for one in wanted)


def _action(one: Remedy, examined: Examined) -> types.CodeAction:
    title = one.words if one.safe else f"{one.words} (kijk na of dit klopt)"
    edit = _edit(_edits(one, examined), examined)
    about = [of_finding(one.finding, examined)]
    return types.CodeAction(title, types.CodeActionKind.QuickFix, about, is_preferred=one.safe, edit=edit)


def _edits(one: Remedy, examined: Examined) -> list[types.TextEdit]:
    return [types.TextEdit(examined.text.range(part.start, part.end), part.text) for part in one.replacements]


def _edit(edits: list[types.TextEdit], examined: Examined) -> types.WorkspaceEdit:
    return types.WorkspaceEdit(changes={examined.uri: edits})


def _apart(found: Iterable[Remedy]) -> Iterator[Remedy]:
    """The remedies that do not touch the text of one before them; an editor refuses edits that do."""
    taken: list[tuple[int, int]] = []
    for one in found:
        parts = [(part.start, part.end) for part in one.replacements]
        if parts and not any(start <= to and begin <= end for start, end in parts for begin, to in taken):
            taken += parts
            yield one


def _touches(one: types.Range, other: types.Range) -> bool:
    first, last = (one.start.line, one.start.character), (one.end.line, one.end.character)
    start, end = (other.start.line, other.start.character), (other.end.line, other.end.character)
    return first <= end and start <= last
