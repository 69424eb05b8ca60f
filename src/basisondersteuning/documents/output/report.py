"""Pages that report on many records: made from our own templates, in the house style, and written piece by piece.

A report is one file that loads nothing. It may have one script of our own, which its content security policy names by
hash; whatever else would run, may not. Memory does not grow with a view whose lists are made while they are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, NamedTuple

from markupsafe import Markup

from ..templating.environment import Templates, digest, folder, header_sheet, running_header
from ..templating.house import House
from ..templating.markdown import without_turning
from .follow import SCRIPT, Follow

REPORT_STYLE = "_rapport/rapport.css"
"""What reports add to the stylesheet of all pages."""
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""What HTML has no place for."""
AT_ONCE = 512
"""Pieces of a template that are written together."""


class Kolom(NamedTuple):
    """A column of a table; `getal` when it holds numbers, which stand to the right."""

    naam: str
    getal: bool = False


class Tabel(NamedTuple):
    """A table for the macro `tabel`. `leeg` is said when it has no rows; `breed` when it scrolls on a phone, as one with
    many numbers should; otherwise each row becomes a block there.
    """

    titel: str
    kolommen: Sequence[Kolom]
    rijen: Iterable[Sequence[str]]
    leeg: str = "Niets."
    breed: bool = False


def report_page(
    template: str,
    view: object,
    *,
    styles: Sequence[str] = (),
    script: str = "",
    house: House | None = None,
    follow: Follow | None = None,
) -> str:
    """A report as text. `view` has a `kop`; `styles` and `script` name files of our own, such as `dekking/dekking.css`.

    With `follow` the page loads itself again when it was written again.
    """
    return "".join(report_pieces(template, view, styles=styles, script=script, house=house, follow=follow))


def write_report(
    template: str,
    view: object,
    target: BinaryIO,
    *,
    styles: Sequence[str] = (),
    script: str = "",
    house: House | None = None,
    follow: Follow | None = None,
) -> None:
    """Write a report piece by piece. Raises OSError when it cannot be written."""
    for piece in report_pieces(template, view, styles=styles, script=script, house=house, follow=follow):
        target.write(piece.encode())


def report_pieces(
    template: str,
    view: object,
    *,
    styles: Sequence[str] = (),
    script: str = "",
    house: House | None = None,
    follow: Follow | None = None,
) -> Iterator[str]:
    """A report in pieces, made while they are read."""
    environment = _templates(house).environment
    style = Markup(str(environment.globals["style"]) + "".join(_text(one) for one in (REPORT_STYLE, *styles)))
    sheet = Markup(header_sheet(running_header(view)))
    code = _text(script) if script else ""
    if follow is not None:
        code += _text(SCRIPT) + follow.call
    added = " 'strict-dynamic'" if follow is not None else ""  # a file that our script adds may run: the number beside the page
    policy = (
        f"default-src 'none'; style-src '{digest(style)}' '{digest(sheet)}'; "
        + (f"script-src '{digest(code)}'{added}; " if code else "")
        + "img-src data:; base-uri 'none'; form-action 'none'"
    )
    element = Markup(f"<script>{code}</script>") if code else ""
    stream = environment.get_template(template).stream(doc=view, style=style, sheet=sheet, policy=policy, script=element)
    stream.enable_buffering(AT_ONCE)
    for piece in stream:
        environment.begin()  # what is written takes no room any more
        yield cleaned(piece)


def cleaned(text: str) -> str:
    """A piece of a page without what a page has no place for."""
    return _NO_TEXT.sub("\ufffd", without_turning(text))


_kept: list[tuple[House | None, Templates]] = []


def _templates(house: House | None) -> Templates:
    """Templates are compiled once for a house style: `bo watch` writes its page again and again."""
    if not _kept or _kept[0][0] != house:
        _kept[:] = [(house, Templates(house=house))]
    return _kept[0][1]


def _text(name: str) -> str:
    return folder().joinpath(*name.split("/")).read_text(encoding="utf-8")
