"""A document as PDF, tagged for people who read with their ears (PDF/UA-1), from the same HTML and stylesheet."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from ..templating.environment import SHARED, folder
from .missing import extra, pango
from .xmltext import printable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LINE_ABOVE = {"name", "sub"}
"""Classes of words that the stylesheet puts on a line of their own."""
_SVG = "{http://www.w3.org/2000/svg}"


def ready() -> None:
    """Raises `Missing` when WeasyPrint or Pango is not there."""
    try:
        import weasyprint  # noqa: F401
    except ImportError as error:
        raise extra("PDF", "pdf") from error
    except OSError as error:  # a library of the system
        raise pango() from error


def pdf(html: str) -> bytes:
    """The page as a PDF file; title and language are those of the page. The same page gives the same bytes.

    Nothing but what stands in the page itself is read. Raises `Missing` when WeasyPrint or Pango is not there.
    """
    ready()
    import weasyprint
    from weasyprint.urls import URLFetcher

    class Inside(URLFetcher):  # type: ignore[misc]
        """Reads what stands in the page itself, and refuses every other address."""

        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> object:
            """The data of an address that holds it."""
            if not url.startswith("data:"):
                raise ValueError("not in the page")
            return super().fetch(url, headers)

    page = weasyprint.HTML(string=printable(html), url_fetcher=Inside())
    _tell_pictures(page.etree_element)
    _end_lines(page.etree_element)
    made: bytes = page.write_pdf(stylesheets=[weasyprint.CSS(string=_style())], pdf_variant="pdf/ua-1")
    return made


@cache
def _style() -> str:
    return (folder() / SHARED / "pdf.css").read_text(encoding="utf-8")


def _tell_pictures(page: Element) -> None:
    """Of a picture only the title becomes its alternative text; the description belongs there too."""
    for picture in page.iter(f"{_SVG}svg"):
        title, description = picture.find(f"{_SVG}title"), picture.find(f"{_SVG}desc")
        if title is not None and description is not None and description.text:
            title.text = f"{(title.text or '').rstrip('.')}. {description.text}"


def _end_lines(page: Element) -> None:
    """Words that go to a line of their own leave a space at the end of the line above, on which WeasyPrint breaks wrongly."""
    for parent in page.iter():
        before: Element | None = None
        for child in parent:
            if not _LINE_ABOVE.isdisjoint((child.get("class") or "").split()):
                if before is None:
                    parent.text = (parent.text or "").rstrip()
                else:
                    before.tail = (before.tail or "").rstrip()
            before = child
