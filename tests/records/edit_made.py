"""Records in many styles, each with words of its own everywhere, so that one can see what became of every part of the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from hypothesis import strategies as st

from basisondersteuning.records.tree import Tree

Owner = tuple[str | int, ...]


class Made(NamedTuple):
    """A text, and of each comment in it to which value it belongs, and whether it stands within that value."""

    data: bytes
    owners: dict[str, Owner]


class _Writer:
    """Writes a tree that it makes up on the way."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw, self.owners, self.number = draw, dict[str, Owner](), 0
        self.comments = draw(st.booleans())

    def one(self, *of: str) -> str:
        return self.draw(st.sampled_from(of))

    def fresh(self, letter: str) -> str:
        self.number += 1
        return f"{letter}{self.number}{letter}"

    def chance(self, out_of: int) -> bool:
        return self.draw(st.integers(1, out_of)) == 1

    def remark(self, owner: Owner) -> str:
        made = self.fresh("c")
        self.owners[made] = owner
        return f"#{self.one(' ', '')}{made}{self.one('', ' é', ': [x', chr(9) + 'tab')}"

    def behind(self, owner: Owner) -> str:
        return f"{self.one(' ', '   ', ' ')}{self.remark(owner)}" if self.comments and self.chance(4) else ""

    def above(self, owner: Owner, indent: int) -> list[str]:
        if not self.comments or not self.chance(3):
            return []
        lines = [" " * indent + self.remark(owner) for _ in range(self.draw(st.integers(1, 2)))]
        return [*([""] if self.chance(3) else []), *lines]

    def loose(self, indent: int, holder: Owner) -> list[str]:
        """A comment that stands between two entries and belongs to neither."""
        return ["", " " * indent + self.remark(holder), ""] if self.comments and self.chance(6) else []

    def text(self, indent: int, owner: Owner) -> tuple[str, list[str]]:
        """A text as what stands behind its key, and the lines below."""
        word, other, inset = self.fresh("w"), self.fresh("w"), " " * (indent + self.draw(st.integers(1, 3)))
        kind = self.draw(st.integers(0, 9))
        if kind < 5:
            return self.one(word, f"'{word}: ''x'", f'"{word} \\n \\"x"', f"{word} {other}", "''") + self.behind(owner), []
        if kind == 5:
            return word, [inset + other + self.behind(owner)]
        if kind == 6:
            return f'"{word}', [inset + other, "", inset + 'x"' + self.behind(owner)]
        sign = self.one("|", ">") + self.one("", "-", "+") + self.behind(owner)
        return sign, [inset + word, *self.one("|", f"{inset}|{inset} # {other}", "||").split("|"), inset + other]

    def flow(self, depth: int, owner: Owner) -> str:
        kind = self.draw(st.integers(0, 5 if depth else 2))
        if kind < 3:
            word = self.fresh("w")
            return self.one(word, f"'{word}, x'", f'"{word}"', f"{word} x")
        size = self.draw(st.integers(0, 3))
        end = self.one("", "", " ", ", ") if size else ""
        if kind == 3:
            return f"[{self.one('', ' ')}{', '.join(self.flow(depth - 1, (*owner, at)) for at in range(size))}{end}]"
        keys = [self.fresh("k") for _ in range(size)]
        gaps = self.one(", ", ",  ")
        return "{" + gaps.join(f"{key}: {self.flow(depth - 1, (*owner, key))}" for key in keys) + end + "}"

    def flow_lines(self, indent: int, owner: Owner) -> tuple[str, list[str]]:
        """A list between brackets with a line for each item."""
        lines, size = list[str](), self.draw(st.integers(1, 3))
        inset = " " * (indent + 2)
        for at in range(size):
            mine = (*owner, at)
            lines += [one for one in self.above(mine, indent + 2) if one] if at else []
            comma = "," if at < size - 1 or self.chance(2) else ""
            lines.append(inset + self.flow(1, mine) + comma + self.behind(mine))
        return "[", [*lines, " " * (indent + 1) + "]" + self.behind(owner)]

    def value(self, indent: int, depth: int, owner: Owner) -> tuple[str, list[str]]:
        kind = self.draw(st.integers(0, 9 if depth else 5))
        if kind < 4:
            return self.text(indent, owner)
        if kind == 4:
            return self.flow(2, owner) + self.behind(owner), []
        if kind == 5:
            return self.flow_lines(indent, owner)
        if kind < 8:
            wide = indent + self.draw(st.integers(1, 4))
            return self.behind(owner), self.map(wide, depth - 1, owner)
        wide = indent + self.draw(st.integers(0 if owner and isinstance(owner[-1], str) else 1, 4))
        return self.behind(owner), self.list(wide, depth - 1, owner)

    def map(self, indent: int, depth: int, owner: Owner) -> list[str]:
        lines: list[str] = []
        for at in range(self.draw(st.integers(1, 3))):
            key = self.fresh("k")
            mine = (*owner, key)
            lines += self.loose(indent, owner) if at else []
            lines += self.above(mine, indent) if at else []
            first, more = ("", []) if self.chance(8) else self.value(indent, depth, mine)
            written = self.one(key, key, f'"{key}"')
            lines += [f"{' ' * indent}{written}:{' ' if first and not first.startswith(' ') else ''}{first}", *more]
        return lines

    def list(self, indent: int, depth: int, owner: Owner) -> list[str]:
        lines: list[str] = []
        for at in range(self.draw(st.integers(1, 4))):
            mine, gap = (*owner, at), self.draw(st.integers(1, 3))
            lines += self.loose(indent, owner) if at else []
            lines += self.above(mine, indent)
            if depth and self.chance(2):
                below = self.map(indent + 1 + gap, depth - 1, mine)
                lines += [" " * indent + "-" + below[0][indent + 1 :], *below[1:]]
            else:
                first, more = self.value(indent, 0, mine)
                lines += [f"{' ' * indent}-{' ' * gap}{first}", *more]
        return lines


@st.composite
def records(draw: st.DrawFn) -> Made:
    """A record in a style of its own."""
    writer = _Writer(draw)
    lines = [writer.remark(("?",)), *writer.one("|", "---").split("|")] if writer.comments else []
    lines += writer.map(0, 3, ())
    lines += ["", writer.remark(("?",))] if writer.comments and writer.chance(3) else []
    end = writer.one("\n", "\n", "\r\n")
    text = end.join(lines) + writer.one(end, end, "")
    return Made(draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.encode(), writer.owners)


def paths(tree: Tree, wanted: Callable[[Tree], bool], at: Owner = ()) -> list[Owner]:
    """The paths of the values that are wanted."""
    found = [at] if wanted(tree) else []
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return found + [path for step, one in inside for path in paths(one, wanted, (*at, step))]
