"""A document as a Word file with real headings, lists and tables, made from the same HTML as the page."""

from __future__ import annotations

from io import BytesIO

from .missing import extra
from .xmltext import printable
from .zipped import still


def ready() -> None:
    """Raises `Missing` when python-docx is not there."""
    try:
        import docx  # noqa: F401
        import lxml.html  # noqa: F401
    except ImportError as error:
        raise extra("Word", "docx") from error


def docx(html: str) -> bytes:
    """The page as a Word file; the same page gives the same bytes. What is only for the screen stays out.

    Raises `Missing` when python-docx is not there.
    """
    ready()
    from docx import Document

    from .page import page_of
    from .wordbody import Body, Where
    from .wordstyle import style

    page = page_of(printable(html))
    document = Document()
    style(document, page.title, page.header, page.colour)
    end = document.element.body.sectPr
    for one in Body(document, page).blocks(page.body, Where()):
        end.addprevious(one)
    made = BytesIO()
    document.save(made)
    return still(made.getvalue())
