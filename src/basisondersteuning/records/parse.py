"""From bytes to a `Document`, or to findings that say where reading stopped and why."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from yaml import YAMLError
from yaml.reader import ReaderError

from ..findings.catalogue import reading
from ..findings.finding import Finding, Related
from .builder import Refused, build
from .source import Source
from .tree import Document, Mark, Tree

if TYPE_CHECKING:
    from .builder import Parser

MOST_FINDINGS = 100
"""Of one file so many mistakes of each sort are shown; whoever mends a hundred runs `bo` again."""


@cache
def bad_character() -> re.Pattern[str]:
    """A character that may not stand in a YAML file; compiling this takes longer than reading a dossier."""
    return re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


_REFUSED = {
    "alias": reading.ALIAS,
    "depth": reading.DEPTH,
    "complex_key": reading.COMPLEX_KEY,
    "second_document": reading.SECOND_DOCUMENT,
    "too_many": reading.TOO_MANY,
}
_REPORTED = {
    "alias": reading.ALIAS,
    "anchor": reading.ALIAS,
    "tag": reading.TAG,
    "duplicate_key": reading.DUPLICATE_KEY,
}


def pure_parser(data: bytes) -> Parser:
    """PyYAML's own parser: slower, for machines without libyaml, with the same outcome."""
    from .pure import PureParser

    return PureParser(data)


def _fast_parser() -> Any:
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]
    except ImportError:
        return pure_parser
    return CParser


make_parser = _fast_parser()


def parse(source: Source, findings: list[Finding]) -> Document | None:
    """Parse one file; mistakes go to `findings`. None when no record can be made of it."""
    start = len(findings)

    def report(name: str, mark: Mark, related: Mark | None) -> None:
        if len(findings) - start >= MOST_FINDINGS:
            raise Refused("too_many", mark)
        others = () if related is None else (Related(source.place(related), "hier staat dezelfde sleutel al"),)
        findings.append(_REPORTED[name].at(source.place(mark), related=others))

    try:
        found = build(make_parser(source.data), report)
    except Refused as refusal:
        findings.append(_REFUSED[refusal.name].at(source.place(refusal.mark, 1)))
        return None
    except ReaderError:
        findings.append(_unreadable(source))
        return None
    except YAMLError as error:
        findings.append(_syntax(source, error))
        return None
    except (ValueError, OverflowError):  # the pure parser, at an escape that names no character
        findings.append(reading.SYNTAX.at(source.place(None)))
        return None
    if isinstance(found, Document):
        if b"\\" in source.data:
            findings += _escaped(found, source)
        return None if _lost(findings[start:]) else found
    if found is None:
        findings.append(reading.EMPTY.at(source.at(0, 0), "In dit bestand staat alleen commentaar of lege ruimte."))
    else:
        findings.append(reading.NOT_A_MAPPING.at(source.at(*_first_content(source))))
    return None


def _lost(findings: list[Finding]) -> bool:
    """After an alias the value is missing, so judging the form would only add noise."""
    return any(one.code == reading.ALIAS.code for one in findings)


def _escaped(document: Document, source: Source) -> list[Finding]:
    """Escapes in quoted text (`"\\e"`) that make a character which may not stand in the file itself either."""
    found: list[Finding] = []
    pending: list[tuple[Tree, Mark]] = [(document.root, document.marks[id(document.root)][0])] if document.root else []
    while pending:
        node, mark = pending.pop()
        if isinstance(node, str):
            if bad_character().search(node) and len(found) < MOST_FINDINGS:
                found.append(reading.BAD_CHARACTER.at(source.place(mark)))
            continue
        marks = document.marks[id(node)]
        if isinstance(node, list):
            pending += zip(node, marks, strict=True)
        else:
            pending += zip(node, marks[::2], strict=True)
            pending += zip(node.values(), marks[1::2], strict=True)
    return found


def _first_content(source: Source) -> tuple[int, int]:
    for number, line in enumerate(source.lines):
        text = line.strip()
        if text and not text.startswith(("#", "---", "%")):
            return number, len(line) - len(line.lstrip())
    return 0, 0


def _unreadable(source: Source) -> Finding:
    try:
        text = source.data.decode("utf-8")
    except UnicodeDecodeError as error:
        return reading.NOT_UTF8.at(source.at_offset(error.start))
    if found := bad_character().search(text):
        return reading.BAD_CHARACTER.at(source.at_offset(len(text[: found.start()].encode())))
    return reading.READ_ERROR.at(source.place(None))


def _syntax(source: Source, error: YAMLError) -> Finding:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return reading.SYNTAX.at(source.place(None))
    if "nesting depth" in str(getattr(error, "problem", "")):  # newer libyaml has a bound of its own, and reads ahead to it
        return reading.DEPTH.at(source.place(mark, 1))
    lines = source.lines
    for number in (mark.line, mark.line - 1):
        if 0 <= number < len(lines):
            indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
            if "\t" in indent:
                return reading.TAB.at(source.at(number, indent.index("\t"), 1))
    if "document start" in str(getattr(error, "problem", "")) and "..." in lines[: mark.line + 1]:
        return reading.SECOND_DOCUMENT.at(source.at(min(mark.line, len(lines) - 1), 0, 1))
    context = getattr(error, "context_mark", None)
    related: tuple[Related, ...] = ()
    if context is not None and (context.line, context.column) < (mark.line, mark.column):
        related = (Related(source.place(context), "het deel dat hier begint, loopt nog"),)
    number = min(mark.line, max(len(lines) - 1, 0))
    before = lines[number][: mark.column].strip(" -")
    message, remedy = _plain(error, before)
    return reading.SYNTAX.at(source.at(number, mark.column, 1), message, remedy=remedy, related=related)


_FLOW = "Controleer of elk haakje gesloten is en of er komma's tussen de delen staan."
_INDENT = (
    "De inspringing van deze regel past niet bij de regels erboven.",
    "Zet de regel recht onder de regels waar hij bij hoort. Spring in met spaties, en zet een streepje voor elk deel "
    "van een lijst.",
)
_EXPLAINED = {
    "mapping values are not allowed": (
        "Hier staat een dubbele punt die niet verwacht wordt.",
        "Hoort de dubbele punt bij de tekst, zet dan de hele tekst tussen aanhalingstekens. Begint hier een nieuw "
        "veld, zet het dan op een eigen regel, recht onder het vorige.",
    ),
    "while scanning a quoted scalar": (
        "Een aanhalingsteken wordt niet gesloten.",
        "Zet aan het eind van de tekst hetzelfde aanhalingsteken als aan het begin.",
    ),
    "while scanning a simple key": (
        "Na dit woord ontbreekt de dubbele punt.",
        "Zet achter een veld een dubbele punt en een spatie. Hoort de regel bij de tekst erboven, spring dan verder in.",
    ),
    "',' or ']'": ("Een lijst tussen `[` en `]` wordt niet goed gesloten.", _FLOW),
    "',' or '}'": ("Een blok tussen `{` en `}` wordt niet goed gesloten.", _FLOW),
    "while parsing a block mapping": _INDENT,
    "while parsing a block collection": _INDENT,
    "block sequence entries are not allowed": _INDENT,
    "cannot start any token": (
        "Een waarde mag niet met dit teken beginnen.",
        "Zet de waarde tussen aanhalingstekens.",
    ),
}
_AFTER_VALUE = (
    "Hier staat nog tekst achter een waarde die al af is.",
    "Zet de hele waarde tussen één paar aanhalingstekens, of haal ze uit de waarde weg.",
)


def _plain(error: YAMLError, before: str) -> tuple[str, str]:
    """What is wrong and what to do, in Dutch; `before` is what stands on the line before the place."""
    words = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    if before and "while parsing a block" in words:
        return _AFTER_VALUE
    return next((dutch for english, dutch in _EXPLAINED.items() if english in words), ("", ""))
