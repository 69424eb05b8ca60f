"""`bo kader show`: a norm frame as a rule book in plain Dutch."""

from __future__ import annotations

import os
import sys
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ...findings.catalogue import frame as codes
from ...findings.finding import Finding, Place, Severity
from ...model.words import long_date
from ..app import FINE, USAGE
from ..options import read_date
from ..terminal import painter, say, width
from .common import say_findings

if TYPE_CHECKING:
    from ...documents.rulebook.views import RuleBook
    from ...norms.frame import Frame
    from ...norms.library import Library


class BookFormat(StrEnum):
    """How a rule book is written."""

    TEXT = "text"
    MD = "md"
    HTML = "html"


def show(
    kader: Annotated[
        str | None,
        typer.Argument(
            metavar="KADER", help="Een naam uit `bo kader list`, of een bestand [anders: het kader dat bij bo hoort]."
        ),
    ] = None,
    format: Annotated[BookFormat, typer.Option("--format", metavar="VORM", help="text, md of html.")] = BookFormat.TEXT,
    out: Annotated[str | None, typer.Option("--out", metavar="BESTAND", help="Schrijf naar dit nieuwe bestand.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Overschrijf een bestand dat er al is.")] = False,
    regel: Annotated[str | None, typer.Option("--regel", metavar="CODE", help="Laat alleen deze regel zien.")] = None,
    peildatum: Annotated[
        date | None,
        typer.Option("--peildatum", metavar="DATUM", parser=read_date, help="Neem de versie die op deze dag geldt."),
    ] = None,
) -> int:
    """Laat een normenkader zien als regelboek in gewone taal: om voor te lezen, te printen of te delen.

    Per niveau staat er welke regels gelden, wie aan zet is, binnen welke termijn en waarom; daarna de instellingen, wat
    niet vertaald is en wat elders hoort. De zinnen komen uit de regels zelf. Van een reeks neemt bo de versie die
    vandaag geldt.

    Voorbeelden:

        bo kader show
        bo kader show kop-van-noord-holland-2014 --format html --out regelboek.html
        bo kader show --regel KNH-1.4
    """
    from ...casework.assess import FRAMES
    from ...norms.library import DEFAULT_SERIES, open_library

    name = kader or DEFAULT_SERIES
    is_file = os.path.exists(name) or name.endswith((".yaml", ".yml"))
    if is_file:
        places = [os.path.dirname(name) or "." if os.path.isfile(name) else name]
    else:
        places = [FRAMES] if kader is not None and os.path.isdir(FRAMES) else []
    library = open_library(places, wanted=name)
    wrong = [one for one in library.findings if one.severity is Severity.FOUT]
    if wrong:
        say_findings(wrong)
        return USAGE
    frame = _in_path(name, library) if is_file else _named(name, library, peildatum)
    if isinstance(frame, Finding):
        say_findings([frame])
        return USAGE
    from ...documents.rulebook.make import rule_book
    from ...norms.review import State, open_register
    from ...norms.sentences.line import sentence

    code = None
    if regel is not None:
        code = next((one for one in frame.by_code if one.upper() == regel.upper()), None)
        if code is None:
            say(_no_rule(regel, frame))
            return USAGE
    standings = open_register(frame, library).standings()
    remarks = {one.code: sentence(one.words) for one in standings.values() if one.state is State.SUSPECT}
    return _write(rule_book(frame, library, only=code, remarks=remarks), format, out, force)


def _named(name: str, library: Library, day: date | None) -> Frame | Finding:
    """The version with this code, or the version of this series that is in force on a day."""
    series = library.find(name)
    if series is None:
        return library.missing(name)
    exact = next((one for one in series.versions if one.code == name), None)
    if exact is not None:
        if day is not None and not exact.holds_on(day):
            message = f"Deze versie geldt niet op {long_date(day)}."
            return codes.NOT_FOUND.at(Place(name), message, remedy=f"Noem de reeks: `{series.name}`.")
        return exact
    when = day or date.today()
    found = series.on(when)
    if found is None:
        remedy = f"Noem een versie: {', '.join(f'`{one.code}`' for one in series.versions)}."
        return codes.NOT_FOUND.at(Place(name), f"Op {long_date(when)} geldt geen versie van deze reeks.", remedy=remedy)
    if len(series.versions) > 1:
        say(f"bo kader show: op {long_date(when)} geldt {found.code}.")
    return found


def _in_path(path: str, library: Library) -> Frame | Finding:
    """The only frame in a file or folder."""
    full = os.path.abspath(path)
    frames = [frame for series in library.series.values() for frame in series.versions]
    found = [one for one in frames if os.path.abspath(one.path) == full or os.path.abspath(one.path).startswith(full + os.sep)]
    if len(found) == 1:
        return found[0]
    if not found:
        return codes.NOT_FOUND.at(Place(path), "In dit pad staat geen normenkader.")
    remedy = f"Noem één bestand: {', '.join(f'`{one.path}`' for one in found)}."
    return codes.NOT_FOUND.at(Place(path), "In deze map staat meer dan één normenkader.", remedy=remedy)


def _no_rule(code: str, frame: Frame) -> str:
    from ...records.nearmiss import nearest

    meant = nearest(code.upper(), frame.by_code)
    hint = f"Bedoelde u {meant}?" if meant else "Zonder --regel ziet u ze allemaal."
    return f"bo kader show: {frame.code} heeft geen regel met deze code. {hint}"


def _write(book: RuleBook, format: BookFormat, out: str | None, force: bool) -> int:
    if out is None:
        sys.stdout.write(_text(book, format, to_file=False))
        return FINE
    from ...records.write import replace, write_new

    text = _text(book, format, to_file=True)
    try:
        (replace if force else write_new)(out, text, private=False)
    except FileExistsError:
        say(f"bo kader show: {out} bestaat al. Kies een andere naam, of overschrijf het met --force.")
        return USAGE
    except OSError:
        say(f"bo kader show: {out} is niet te schrijven. Bestaat de map, en mag u daar schrijven?")
        return USAGE
    say(f"Geschreven: {out} ({book.code}).")
    return FINE


def _text(book: RuleBook, format: BookFormat, *, to_file: bool) -> str:
    if format is BookFormat.TEXT:
        from ...documents.rulebook.text import text_lines
        from ...findings.paint import no_paint

        return "".join(f"{line}\n" for line in text_lines(book, no_paint if to_file else painter(), width()))
    from ...documents.templating.environment import render

    return render(f"regelboek/regelboek.{format.value}.j2", book)
