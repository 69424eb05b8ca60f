"""Remedies of a file whose form is broken: candidates for the lines around the place, of which the first that reads is taken.

A candidate is safe when it changes no word, the file reads with it, and nothing is wrong on the lines it changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ...findings.catalogue import reading
from ...findings.finding import Finding
from ..load import load_text
from ..tree import Tree
from .case import Case, Draft, quoted
from .near import known_words
from .remedy import Replacement, replaced

_QUOTE = "Zet de hele tekst tussen aanhalingstekens."
_VALUE = re.compile(r"(?P<head>[ \t]*(?:- +)*(?:[A-Za-z_][\w -]*: +|- +))(?P<value>\S.*?)[ \t]*$")
_GLUED = re.compile(r"(?P<head>[ \t]*(?:- +)*(?P<key>[a-z_]+):)(?=[^\s:/])")
_DASH = re.compile(r"(?P<head>[ \t]*-)(?=[A-Za-z_]+:(?: |$)|[A-Za-z_]+$)")
_NO_COLON = re.compile(r"(?P<head>[ \t]*(?:- +)*(?P<key>[a-z_]+))(?= +[^:\s][^:]*$)")
_FIELD = re.compile(r"(?P<key>[a-z_]+): +")
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD = re.compile(rf"^[ {_SPACES}]*[{_SPACES}][ {_SPACES}]*|(?<=[:-])[ {_SPACES}]*[{_SPACES}][ {_SPACES}]*", re.MULTILINE)
_TAB_WIDTHS = (2, 4, 8)
_NEARBY = 3
"""Lines above the place in which the cause may stand."""


class _Candidate(NamedTuple):
    words: str
    changes: tuple[Replacement, ...]
    safe: bool


def broken(case: Case, finding: Finding) -> Iterator[Draft]:
    """What makes the file readable, or readable further on: the first candidate that does."""
    if len(case.text) > 200_000:  # each candidate is read; a file of this size is no record that a person types
        return
    first = [one for one in _candidates(case, finding) if one.safe]
    second = [one for one in _candidates(case, finding) if not one.safe]
    for one in (*first, *second):
        outcome = _outcome(case, finding, one.changes)
        if outcome is not None:
            yield Draft(one.words, one.changes, one.safe and outcome)
            return


def tabs(case: Case, _: Finding) -> Iterator[Draft]:
    """Spaces in place of tabs; certain when every width that reads gives the same record."""
    lines = case.text.split("\n")
    found: list[tuple[tuple[Replacement, ...], Tree]] = []
    for width in _TAB_WIDTHS:
        changes, start = [], 0
        for line in lines:
            indent = line[: len(line) - len(line.lstrip(" \t-"))]
            changes += [
                Replacement(
                    start + at,
                    start + at + 1,
                    " " if "-" in indent[:at] else " " * (width - len(indent[:at].expandtabs(width)) % width),
                )
                for at, one in enumerate(indent)
                if one == "\t"
            ]
            start += len(line) + 1
        tree = _tree(replaced(case.text, tuple(changes)))
        if tree is not None:
            found.append((tuple(changes), tree))
    if found:
        yield Draft("Vervang tabs door spaties.", found[0][0], all(one[1] == found[0][1] for one in found))


def _tree(text: str) -> Tree | None:
    loaded = load_text("", text.encode(), today=date.today())
    return loaded.document.root if loaded.document is not None else None


def _outcome(case: Case, finding: Finding, changes: tuple[Replacement, ...]) -> bool | None:
    """Whether the file reads now with nothing wrong on the lines that changed; None when it reads no further than before."""
    loaded = case.reads_with(changes)
    if loaded.document is not None:
        return case.clean_with(changes)
    last = loaded.findings[-1] if loaded.findings else None
    if last is None or last.code not in (reading.SYNTAX.code, reading.TAB.code):
        return None
    touched = max(case.pieces.number_of(one.start) for one in changes)
    return True if last.place.line > max(finding.place.line, touched) else None


def _candidates(case: Case, finding: Finding) -> Iterator[_Candidate]:
    odd = tuple(Replacement(one.start(), one.end(), " " * len(one[0])) for one in _ODD.finditer(case.text))
    if odd:
        yield _Candidate("Vervang bijzondere spaties door gewone.", odd, True)
    last = finding.place.line
    related = [one.place.line for one in finding.related]
    numbers = [*range(last, max(last - _NEARBY - 1, 0), -1), *(one for one in related if one < last - _NEARBY)]
    for number in numbers:
        start = case.pieces.lines[min(number, len(case.pieces.lines)) - 1]
        end = case.pieces.line_of(start)[1]
        yield from _on_line(case.text[start:end], start)
    if 1 < last <= len(case.pieces.lines):
        yield from _indented(case, last)


def _on_line(line: str, start: int) -> Iterator[_Candidate]:
    known = known_words() | {"soort"}
    if (found := _GLUED.match(line)) and found["key"] in known:
        at = start + found.end("head")
        yield _Candidate("Zet een spatie achter de dubbele punt.", (Replacement(at, at, " "),), True)
    if found := _DASH.match(line):
        at = start + found.end("head")
        yield _Candidate("Zet een spatie achter het streepje.", (Replacement(at, at, " "),), True)
    yield from _in_brackets(line, start, known)
    if (found := _VALUE.match(line)) and not found["value"].startswith(("{", "[", "|", ">", "#")):
        text, at = found["value"], start + found.start("value")
        yield from _around(text, at, known)
    elif found:
        yield from _around(found["value"], at=start + found.start("value"), known=known, brackets=True)
    if line.count("{") == line.count("}") + 1 and line.rstrip()[-1:] not in "{,":
        at = start + len(line.rstrip())
        yield _Candidate("Sluit het haakje.", (Replacement(at, at, "}"),), False)
    if (found := _NO_COLON.match(line)) and found["key"] in known:
        at = start + found.end("head")
        yield _Candidate("Zet een dubbele punt achter het veld.", (Replacement(at, at, ":"),), False)


def _around(text: str, at: int, known: frozenset[str], *, brackets: bool = False) -> Iterator[_Candidate]:
    """Quotes around the whole of a value."""
    whole = (at, at + len(text))
    keys = any(one["key"] in known for one in re.finditer(r"(?:^|[ ,{])(?P<key>[a-z_]+):(?= |$)", text))
    if brackets:
        if text[:1] in "{[" and not keys:
            yield _Candidate(_QUOTE, (Replacement(*whole, quoted(text)),), False)
        return
    if text[0] == '"' and text.endswith('"') and len(text) > 1 and '"' not in text[1:-1]:
        if "'" not in text:  # a backslash: between single quotes it is a letter like any other
            yield _Candidate("Gebruik enkele aanhalingstekens.", (Replacement(*whole, f"'{text[1:-1]}'"),), True)
        return
    if text[0] == "'" and text.endswith("'") and "'" in text[1:-1]:
        inner = text[1:-1].replace("''", "'").replace("'", "''")
        yield _Candidate("Verdubbel het aanhalingsteken in de tekst.", (Replacement(*whole, f"'{inner}'"),), True)
        return
    if text[0] in "\"'" and text.count(text[0]) == 1:
        yield _Candidate("Sluit het aanhalingsteken.", (Replacement(whole[1], whole[1], text[0]),), False)
        return
    yield _Candidate(_QUOTE, (Replacement(*whole, quoted(text)),), not keys and " #" not in text)


def _in_brackets(line: str, start: int, known: frozenset[str]) -> Iterator[_Candidate]:
    """Quotes around the texts of a block between { and } that hold a sign of YAML."""
    opening, closing = line.find("{"), line.rstrip().rfind("}")
    if opening < 0 or closing < opening:
        return
    fields = [
        one
        for one in _FIELD.finditer(line, opening, closing)
        if one["key"] in known and line[: one.start()].rstrip()[-1:] in "{,"
    ]
    changes = []
    for number, one in enumerate(fields):
        end = fields[number + 1].start() if number + 1 < len(fields) else closing
        text = (
            line[one.end() : end].rstrip().removesuffix(",").rstrip()
            if number + 1 < len(fields)
            else line[one.end() : end].rstrip()
        )
        if (
            text
            and text[0] not in "'\"[{"
            and (": " in text or " #" in text or text[0] in "@`%&*!|>" or "]" in text or "}" in text)
        ):
            changes.append(Replacement(start + one.end(), start + one.end() + len(text), quoted(text)))
    if changes:
        yield _Candidate(_QUOTE, tuple(changes), True)


def _indented(case: Case, number: int) -> Iterator[_Candidate]:
    """A line that stands as far in as the one above it."""
    start, above = case.pieces.lines[number - 1], case.pieces.lines[number - 2]
    here = re.compile(r"[ ]*").match(case.text, start)
    there = re.compile(r"[ ]*(?:- +)?").match(case.text, above)
    if here and there and here[0] != " " * len(there[0]):
        words = "Zet de regel recht onder de regel erboven."
        yield _Candidate(words, (Replacement(start, here.end(), " " * len(there[0])),), False)
