"""From bytes to a `Document`, or to findings that say where reading stopped and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml import YAMLError
from yaml.reader import ReaderError

from ..findings.catalogue import reading
from ..findings.finding import Finding, Related
from .builder import Refused, build
from .source import Source
from .tree import Document, Mark

if TYPE_CHECKING:
    from .builder import Parser

_BAD = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

_REFUSED = {"depth": reading.DEPTH, "complex_key": reading.COMPLEX_KEY, "second_document": reading.SECOND_DOCUMENT}
_REPORTED = {
    "alias": reading.ALIAS,
    "anchor": reading.ALIAS,
    "tag": reading.TAG,
    "duplicate_key": reading.DUPLICATE_KEY,
}


def pure_parser(data: bytes) -> Parser:
    """PyYAML's own parser: slower, for machines without libyaml, with the same outcome."""
    from yaml.parser import Parser as EventParser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class PureParser(Reader, Scanner, EventParser):
        def __init__(self, text: bytes) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            EventParser.__init__(self)

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
    if isinstance(found, Document):
        return None if _lost(findings[start:]) else found
    if found is None:
        findings.append(reading.EMPTY.at(source.at(0, 0), "In dit bestand staat alleen commentaar of lege ruimte."))
    else:
        findings.append(reading.NOT_A_MAPPING.at(source.at(*_first_content(source))))
    return None


def _lost(findings: list[Finding]) -> bool:
    """After an alias the value is missing, so judging the form would only add noise."""
    return any(one.code == reading.ALIAS.code for one in findings)


def _first_content(source: Source) -> tuple[int, int]:
    for number, line in enumerate(source.data.split(b"\n")):
        text = line.strip()
        if text and not text.startswith((b"#", b"---", b"%")):
            return number, len(line) - len(line.lstrip())
    return 0, 0


def _unreadable(source: Source) -> Finding:
    try:
        text = source.data.decode("utf-8")
    except UnicodeDecodeError as error:
        return reading.NOT_UTF8.at(source.at_offset(error.start))
    if found := _BAD.search(text):
        line = text.count("\n", 0, found.start())
        return reading.BAD_CHARACTER.at(source.at(line, found.start() - text.rfind("\n", 0, found.start()) - 1, 1))
    return reading.READ_ERROR.at(source.place(None))


def _syntax(source: Source, error: YAMLError) -> Finding:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return reading.SYNTAX.at(source.place(None))
    context = getattr(error, "context_mark", None)
    related: tuple[Related, ...] = ()
    if context is not None and (context.line, context.column) < (mark.line, mark.column):
        related = (Related(source.place(context), "het deel dat hier begint, loopt nog"),)
    lines = source.data.split(b"\n")
    for number in (mark.line, mark.line - 1):
        if 0 <= number < len(lines):
            indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
            if b"\t" in indent:
                return reading.TAB.at(source.at(number, indent.index(b"\t"), 1))
    number = min(mark.line, max(len(lines) - 1, 0))
    return reading.SYNTAX.at(source.at(number, mark.column, 1), _plain(error), related=related)


_EXPLAINED = (
    ("mapping values are not allowed", "Hier staat een dubbele punt die niet verwacht wordt."),
    ("while scanning a quoted scalar", "Een aanhalingsteken wordt niet gesloten."),
    ("while scanning a simple key", "Na deze sleutel ontbreekt de dubbele punt."),
    ("did not find expected ',' or ']'", "Een lijst tussen `[` en `]` wordt niet goed gesloten."),
    ("did not find expected ',' or '}'", "Een blok tussen `{` en `}` wordt niet goed gesloten."),
    ("expected ',' or ']'", "Een lijst tussen `[` en `]` wordt niet goed gesloten."),
    ("expected ',' or '}'", "Een blok tussen `{` en `}` wordt niet goed gesloten."),
    ("while parsing a block mapping", "De inspringing van deze regel past niet bij de regels erboven."),
    ("while parsing a block collection", "De inspringing van deze regel past niet bij de regels erboven."),
    ("cannot start any token", "Een waarde mag niet met dit teken beginnen; zet haar tussen aanhalingstekens."),
)


def _plain(error: YAMLError) -> str:
    words = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    return next((dutch for english, dutch in _EXPLAINED if english in words), "")
