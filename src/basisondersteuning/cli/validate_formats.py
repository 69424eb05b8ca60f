"""Every format in which `bo validate` reports, by its name; each writes a run to a stream."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from ..findings.finding import Finding
from ..swv.desk.run import Run, Writer

STREAMING = frozenset({"text", "short", "json", "jsonl", "github", "csv"})
"""Formats that can be written while files are still being read."""

WRITERS = ("text", "short", "json", "jsonl", "sarif", "junit", "github", "csv", "xlsx", "html")
"""The names of all formats."""


def writer(format: str) -> Writer:
    """What writes a format by this name; its module is loaded only now."""
    if format == "text":
        from .validate_text import TextWriter

        return TextWriter().write
    if format == "html":
        from ..documents.desk.page import write_page

        return write_page
    if format == "xlsx":
        from ..documents.desk.workbook import write_book

        return write_book
    return _WRITERS[format]


def findings(run: Run) -> Iterator[tuple[Finding, str]]:
    """Every finding with its fingerprint: file by file, then those over all files. With excerpts where a report may show them."""
    for one in run.findings():
        yield (shown([one[0]])[0], one[1]) if run.excerpts else one


def shown(found: Iterable[Finding]) -> list[Finding]:
    """Findings with the text of their lines, read again where it was left out."""
    from ..records.excerpts import with_text

    return with_text(found)


def _write_pieces(stream: BinaryIO, pieces: Iterable[str]) -> None:
    for one in pieces:
        stream.write(one.encode("utf-8", "backslashreplace"))


def _lines(render: Callable[[Finding], str]) -> Writer:
    def write(run: Run, stream: BinaryIO) -> None:
        _write_pieces(stream, (render(one) + "\n" for one, _ in findings(run)))

    return write


def _short(run: Run, stream: BinaryIO) -> None:
    from ..findings.render_short import short

    _lines(short)(run, stream)


def _github(run: Run, stream: BinaryIO) -> None:
    from ..findings.render_github import github

    _lines(github)(run, stream)


def _jsonl(run: Run, stream: BinaryIO) -> None:
    _write_pieces(stream, (one + "\n" for one in _json_items(run)))


def _json_items(run: Run) -> Iterator[str]:
    from ..findings.render_json import as_data

    return (json.dumps(as_data(one, excerpts=run.excerpts), ensure_ascii=False) for one, _ in findings(run))


def _json(run: Run, stream: BinaryIO) -> None:
    from ..findings.render_json import VERSION

    _write_pieces(stream, [f'{{"versie": {VERSION}, "bevindingen": ['])
    _write_pieces(stream, (("," if number else "") + "\n" + one for number, one in enumerate(_json_items(run))))
    _write_pieces(stream, ["\n]}\n" if run.complete else '\n], "onderbroken": true}\n'])


def _csv(run: Run, stream: BinaryIO) -> None:
    from ..documents.output.sheets import csv_lines
    from ..findings.render_csv import COLUMNS, row

    _write_pieces(stream, csv_lines(COLUMNS, (row(one) for one, _ in findings(run))))


def _sarif(run: Run, stream: BinaryIO) -> None:
    from .. import __version__
    from ..findings.render_sarif import RuleText, sarif

    rules = [
        RuleText(one.code, "norm", one.severity, f"{one.title}.", f"{one.why} {one.action} Bron: {one.source}.")
        for one in run.rules
    ]
    pieces = sarif(findings(run), rules, __version__, excerpts=run.excerpts, complete=run.complete)
    _write_pieces(stream, pieces)


def _junit(run: Run, stream: BinaryIO) -> None:
    from ..findings.render_junit import junit
    from ..swv.desk.cases import suites

    _write_pieces(stream, junit(suites(run), complete=run.complete))


_WRITERS: dict[str, Writer] = {
    "short": _short,
    "json": _json,
    "jsonl": _jsonl,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
    "csv": _csv,
}
