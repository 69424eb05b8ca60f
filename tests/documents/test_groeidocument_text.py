"""Nothing that the record says is lost in the Groeidocument, and no text of it becomes anything else than text."""

from __future__ import annotations

import re
from html import unescape
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from basisondersteuning.documents.audience.see import Reader
from basisondersteuning.documents.groeidocument import make as groeidocument
from basisondersteuning.documents.templating.markdown import TURNING, without_turning
from basisondersteuning.documents.work import Paper
from basisondersteuning.records.load import Loaded

from .meetings import HOSTILE, shown, work
from .whole import whole

PIECES = (
    "<script>alert(1)</script>", "{{ 7*7 }}", "{% raw %}", "|", "#", "##", '=HYPERLINK("x")', "🦋", "\u202etsrif",
    "\u2067ar\u2069", "*", "_", "`", "[a](b)", "![a](b)", "&amp;", "&", "<!--", "-->", "\\", "\n", "- ", "1. ", "> ", "---", "==",
    "~~~", "</style>", "\n\n", "    ", "'", '"', "$x$", "http://kwaad.nl", "www.kwaad.nl", "a@b.nl", "é", "x", " ", "+",
)  # fmt: skip

hostile = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)


def seen(page: str) -> str:
    """The text that a reader sees, without the spaces that a layout may change."""
    body = re.sub(r"<(style|title)\b.*?</\1>", "", page, flags=re.DOTALL)
    return "".join(unescape(re.sub(r"<[^>]+>", "", body)).split())


def tags(page: str) -> list[str]:
    """The elements of a page; line breaks left out, since a text has its own."""
    return [one for one in re.findall(r"</?([a-z][a-z0-9]*)", page) if one != "br"]


def forms(loaded: Loaded) -> dict[str, str]:
    """The page, and what others make of the Markdown."""
    asked = work(Reader.SCHOOL)
    made: Paper = groeidocument.make(asked, asked.assessor.judge(loaded))
    return {"html": shown(made, "html"), "md": MarkdownIt("commonmark").enable("table").render(shown(made, "md"))}


@pytest.mark.parametrize("closed", [False, True])
def test_every_text_of_every_event_is_there(closed: bool) -> None:
    given: dict[str, str] = {}

    def marked(field: str) -> str:
        return given.setdefault(field, f"merk-{len(given)}-woord")

    pages = forms(whole(marked, closed=closed))
    assert len(given) > 80
    for form, page in pages.items():
        text = seen(page)
        assert [field for field, word in given.items() if word not in text] == [], form


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(hostile, min_size=1, max_size=12))
def test_text_stays_text(words: list[str]) -> None:
    given: dict[str, str] = {}
    numbers = count()

    def marked(field: str) -> str:
        return given.setdefault(field, f"a{next(numbers)}z {words[len(given) % len(words)]}")

    pages = forms(whole(marked))
    tame = forms(whole(lambda field: "woord"))
    for form, page in pages.items():
        text = seen(page)
        assert not set(TURNING) & set(page), form
        assert [field for field, said in given.items() if "".join(without_turning(said).split()) not in text] == [], form
        assert tags(page) == tags(tame[form]), form


def test_the_worst_of_texts() -> None:
    pages = forms(whole(lambda field: HOSTILE))
    tame = forms(whole(lambda field: "woord"))
    for form, page in pages.items():
        assert "".join(without_turning(HOSTILE).split()) in seen(page)
        assert tags(page) == tags(tame[form]), form
