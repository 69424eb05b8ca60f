"""What would not work in a page is found where it stands; what works is left alone."""

from __future__ import annotations

import pytest

from basisondersteuning.documents.templating.environment import folder
from basisondersteuning.documents.templating.page import blocked_in_page, blocked_in_style

WRONG = {
    "<p>\n<script>alert(1)</script>": (2, 1, "<script"),
    "<SCRIPT src='x.js'></SCRIPT>": (1, 1, "<script"),
    "<style>p { color: red }</style>": (1, 1, "<style"),
    "<style>{{ style }} p {}</style>": (1, 1, "<style"),
    "<p>{{ doc.x }}</p>\n  <p class='a' style='color: red'>": (2, 16, "style"),
    "<p\n  style='color: red'>": (2, 3, "style"),
    "<button onclick='x()'>": (1, 9, "onclick"),
    "<img src='https://x.nl/logo.png'>": (1, 6, "src"),
    "<img src='//x.nl/logo.png'>": (1, 6, "src"),
    "<img src='logo.png'>": (1, 6, "src"),
    "<img src='https://x.nl/{{ doc.kind }}.png'>": (1, 6, "src"),
    "<img alt='' srcset='a.png 2x'>": (1, 13, "srcset"),
    "<link rel='stylesheet' href='eigen.css'>": (1, 24, "href"),
    "<iframe src='https://x.nl'></iframe>": (1, 1, "<iframe"),
    "<a href='JavaScript:x()'>": (1, 4, "href"),
    "<svg><use href='https://x.nl/a.svg#b'/></svg>": (1, 11, "href"),
    "<form action='https://x.nl'>": (1, 1, "<form"),
    "{% if doc.a < doc.b %}<base href='https://x.nl'>{% endif %}": (1, 23, "<base"),
}


@pytest.mark.parametrize("source", WRONG)
def test_what_would_not_work_is_found(source: str) -> None:
    first = blocked_in_page(source)[0]
    assert (first.line, first.column, first.word) == WRONG[source]
    assert first.message.endswith(".")


@pytest.mark.parametrize(
    "source",
    [
        "<style>{{ style }}</style>\n<style>{{ sheet }}</style>",
        "<img src='{{ huis.logo }}' alt='{{ huis.logo_tekst }}'>",
        "<img src='data:image/png;base64,AAAA' alt=''>",
        "<link rel='icon' href='data:,'>",
        "<a href='https://x.nl'>een link mag</a>",
        "<a href='#inhoud'>",
        "{# <script> in een opmerking #}",
        "{% set x = '<script>' %}",
        "{{ '<p style=x>' }}",
        "<p>een zin over style= en onclick</p>",
        "<p data-style='x'>",
        "<svg><use href='#a'/></svg>",
    ],
)
def test_what_works_is_left_alone(source: str) -> None:
    assert blocked_in_page(source) == []


def test_our_own_templates_are_right() -> None:
    found = {
        str(path.relative_to(folder())): (blocked_in_page if path.suffix == ".j2" else lambda text: list(blocked_in_style(text)))(
            path.read_text("utf-8")
        )
        for path in folder().rglob("*")
        if path.name.endswith((".html.j2", ".css"))
    }
    assert len(found) > 5
    assert not any(found.values()), found
