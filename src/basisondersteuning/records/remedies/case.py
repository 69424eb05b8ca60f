"""What a remedy is made from: a file with its findings, and where everything in it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeAlias

from ...findings.catalogue import shape
from ...findings.finding import Finding
from ...model.base import Model
from ...model.kinds import record_model
from ...model.reflect import FieldSpec, fields_of
from ..load import Loaded, load_text
from ..tree import Tree
from .pieces import Piece, Pieces, Way, pieces_of
from .remedy import Replacement, replaced


class Draft(NamedTuple):
    """A remedy before its finding is put to it."""

    words: str
    replacements: tuple[Replacement, ...]
    safe: bool
    whole: bytes | None = None


@dataclass
class Case:
    """One file. `data` are its bytes as they are on disk; `text` is empty where they are no UTF-8."""

    loaded: Loaded
    data: bytes

    @cached_property
    def text(self) -> str:
        """The text, without a byte order mark."""
        try:
            return self.data.decode("utf-8").removeprefix("\ufeff")
        except UnicodeDecodeError:
            return ""

    @cached_property
    def pieces(self) -> Pieces:
        """The words and containers of the text."""
        return pieces_of(self.text)

    @cached_property
    def model(self) -> type[Model] | None:
        """The model of this kind of record; None where the kind is not known."""
        kind = next((one.value for one in self.pieces.every if one.path == ("soort",) and one.kind == "text"), "")
        return record_model(self.loaded.kind or kind)

    @cached_property
    def root(self) -> Tree:
        """The record as a tree; made from the pieces where the file as a whole was refused."""
        if self.loaded.document is not None:
            return self.loaded.document.root
        tree: dict[str, Tree] = {}
        kinds = {one.path: one.value for one in self.pieces.every if one.kind == "text" and one.path[-1:] == ("soort",)}
        for path, kind in kinds.items():
            _plant(tree, path, kind)
        return tree

    def owner(self, path: Way) -> dict[str, FieldSpec]:
        """The fields of what stands at a path; none where that is not known."""
        from ..shape import owner_of

        return (owner_of(list(path), self.model, self.root) or {}) if self.model is not None else {}

    def fields(self, path: Way) -> set[str]:
        """The keys that may stand in the items of the list at a path, of whichever kind they are."""
        spec = self.spec(path)
        if spec is None:
            return set()
        models = [one for one in (spec.model, *(model for _, model in spec.variants)) if one is not None]
        return {name for one in models for name in fields_of(one)}

    def spec(self, path: Way) -> FieldSpec | None:
        """The field that the value at a path belongs to."""
        while path and isinstance(path[-1], int):
            path = path[:-1]
        return self.owner(path[:-1]).get(str(path[-1])) if path else None

    def pieces_at(self, finding: Finding) -> list[Piece]:
        """What begins at the place of a finding, the smallest first."""
        return self.pieces.on(finding.place.line, finding.place.column)

    def piece(self, finding: Finding) -> Piece | None:
        """The smallest of what begins at the place of a finding."""
        return next(iter(self.pieces_at(finding)), None)

    def reads_with(self, replacements: tuple[Replacement, ...]) -> Loaded:
        """The file with replacements made, read again."""
        return load_text("", replaced(self.text, replacements).encode("utf-8", "replace"), today=date.today())

    def clean_with(self, replacements: tuple[Replacement, ...]) -> bool:
        """Whether the file reads with replacements made, and nothing is wrong with the values in them.

        Of a mere insertion the whole line counts. What is missing is another matter, and replacements hold no end of line.
        """
        loaded = self.reads_with(replacements)
        if loaded.document is None:
            return False
        spans: dict[int, list[tuple[int, int]]] = {}
        for one in sorted(replacements):
            number = self.pieces.number_of(one.start)
            column = one.start - self.pieces.lines[number - 1] + 1
            inserts = one.start == one.end
            spans.setdefault(number, []).append((0, 1_000_000) if inserts else (column, column + len(one.text)))
        missing = (shape.MISSING.code, shape.NO_EVENT_KIND.code)
        return not any(
            start <= one.place.column < end
            for one in loaded.findings
            if one.code not in missing
            for start, end in spans.get(one.place.line, ())
        )

    def beside(self, path: Way) -> set[str]:
        """The keys that stand in the same block as a path."""
        return {str(one.path[-1]) for one in self.pieces.every if one.kind == "key" and one.path[:-1] == path[:-1]}


Maker: TypeAlias = Callable[[Case, Finding], Iterator[Draft]]
"""Makes the remedies of a finding, the best first."""


def _plant(tree: dict[str, Tree], path: Way, value: str) -> None:
    """Put a value in a tree; lists on the way are dicts of their places, which is all that looking up asks."""
    node: dict[str | int, object] = tree  # type: ignore[assignment]
    for step in path[:-1]:
        node = node.setdefault(step, {})  # type: ignore[assignment]
    node[path[-1]] = value


def in_place(piece: Piece, text: str) -> tuple[Replacement, ...]:
    """A word in place of another; quotes around it stay."""
    inner = len(piece.style) if piece.style in ("'", '"') else 0
    return (Replacement(piece.start + inner, piece.end - inner, text),)


def quoted(text: str) -> str:
    """A text between quotes, as YAML reads it back."""
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
