"""What `bo doctor` says of the terminal, and of making documents on paper."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec

from ..casework.doctor.check import Check, State
from .terminal import is_terminal, width

_UTF8_PAGE = 65001
_COMFORTABLE = 60
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts", "~/.fonts",
                 "~/.local/share/fonts", "~/Library/Fonts", "C:/Windows/Fonts")  # fmt: skip


def terminal_checks() -> Iterator[Check]:
    """Signs, width and colours of the window in which somebody types."""
    yield _encoding()
    if sys.platform == "win32":
        yield completing()
    if not is_terminal(sys.stdout):
        yield Check("venster", State.INFO, "De uitvoer gaat niet naar een venster; bo gebruikt dan geen kleuren.")
        return
    columns = width()
    colours = "zonder kleuren (NO_COLOR)" if os.environ.get("NO_COLOR") else _colours()
    words = f"{columns} tekens breed, {colours}."
    if columns < _COMFORTABLE:
        yield Check("venster", State.LET_OP, words, "Maak het venster breder: vanaf 60 tekens leest het prettiger.")
    else:
        yield Check("venster", State.GOED, words)


def completing() -> Check:
    """How the Tab key comes to complete in PowerShell, and what may stand in the way."""
    from .completing.install import ALLOW, ELSE, REFUSED

    words = "Met de Tab-toets vult bo opdrachten en kenmerken aan, als u dat één keer aanzet."
    return Check("aanvullen", State.INFO, words, f"bo completion powershell --installeer. {REFUSED} {ALLOW}. {ELSE}")


def _colours() -> str:
    return "zonder kleuren" if os.environ.get("TERM") == "dumb" else "met kleuren"


def _encoding() -> Check:
    page = _code_page()
    if page is not None and page != _UTF8_PAGE:
        words = f"Dit venster gebruikt codepagina {page}. Op het scherm gaat alles goed; "
        words += "wat u met | of > doorgeeft, kan vreemde tekens krijgen."
        return Check("tekens", State.INFO, words, "Typ eerst: chcp 65001")
    name = locale.getpreferredencoding(False)
    if page is None and name.lower().replace("-", "") not in ("utf8", "cp65001"):
        words = (
            f"Deze computer schrijft standaard {name}; bo schrijft altijd UTF-8. Letters als é kunnen vreemd op het scherm komen."
        )
        return Check(
            "tekens", State.LET_OP, words, "Kies in de instellingen van het venster UTF-8, of zet LC_ALL op nl_NL.UTF-8."
        )
    return Check("tekens", State.GOED, "UTF-8; letters als é en tekens als ✓ komen goed op het scherm.")


def _code_page() -> int | None:
    """The code page of a Windows console; None elsewhere."""
    import ctypes

    windows = getattr(ctypes, "windll", None)
    return int(windows.kernel32.GetConsoleOutputCP()) or None if windows is not None else None


def paper_checks() -> Iterator[Check]:
    """Whether a PDF can be made: the parts of the system, and fonts to set text in. Nothing where WeasyPrint is not installed."""
    if find_spec("weasyprint") is None:
        return
    from ..documents.output.missing import Missing
    from ..documents.output.pdf import ready

    try:
        ready()
    except Missing as error:
        yield Check("pdf", State.LET_OP, "WeasyPrint is er, maar een PDF maken lukt nog niet.", error.message)
        return
    if any(map(_has_font, _FONT_FOLDERS)):
        yield Check("pdf", State.GOED, "Een PDF maken lukt, en er zijn lettertypen.")
    else:
        yield Check("pdf", State.LET_OP, "Er zijn geen lettertypen gevonden; een PDF kan dan lege hokjes krijgen.",
                    "Installeer lettertypen, op Linux bijvoorbeeld: sudo apt install fonts-dejavu-core")  # fmt: skip


def _has_font(folder: str) -> bool:
    for _, _, names in os.walk(os.path.expanduser(folder)):
        if any(one.lower().endswith((".ttf", ".otf", ".ttc")) for one in names):
            return True
    return False
