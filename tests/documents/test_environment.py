"""Templates: sandboxed, strict, and with text that stays text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.documents.templating import environment
from basisondersteuning.documents.templating.environment import folder, render
from basisondersteuning.documents.templating.markdown import address, is_address, markdown


class Doc(NamedTuple):
    """A view with one text."""

    text: str


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for templates of the test itself."""
    (tmp_path / environment.SHARED).mkdir()
    (tmp_path / environment.STYLE).write_text("p { color: #000 }\n", encoding="utf-8")
    monkeypatch.setattr(environment, "folder", lambda: tmp_path)
    environment._ours.cache_clear()
    yield tmp_path
    environment._ours.cache_clear()


def made(templates: Path, name: str, source: str, text: str) -> str:
    (templates / name).write_text(source, encoding="utf-8")
    return render(name, Doc(text))


HOSTILE = "<script>alert(1)</script> {{ 7 * 7 }} {% raw %} *a* _b_ `c` [d](http://x.nl) | # &amp; ![e](f) ~~g~~ $h$"


def test_in_html_a_text_is_no_markup_and_no_template(templates: Path) -> None:
    page = made(templates, "x.html.j2", "<p>{{ doc.text }}</p>", HOSTILE)
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "{{ 7 * 7 }}" in page


def test_in_markdown_a_text_is_no_markup_and_no_template(templates: Path) -> None:
    page = made(templates, "x.md.j2", "- {{ doc.text }}\n", HOSTILE)
    assert page == (
        r"- \<script\>alert(1)\</script\> \{\{ 7 * 7 \}\} ".replace(" * ", r" \* ")
        + r"\{% raw %\} \*a\* \_b\_ \`c\` \[d\](http:\//x.nl) \| \# \&amp; !\[e\](f) \~\~g\~\~ \$h\$"
        + "\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- punt", r"\- punt"),
        ("+ punt", r"\+ punt"),
        ("===", r"\==="),
        ("1. punt", r"1\. punt"),
        ("12) punt", r"12\) punt"),
        ("2014-2015", "2014-2015"),
        ("    vier spaties", "vier spaties"),
        ("een\n\n# twee", r"een \# twee"),
        ("a\\b", r"a\\b"),
        ("www.x.nl", r"www\.x.nl"),
        ("KNH-1.4 en/of (o.m.)", "KNH-1.4 en/of (o.m.)"),
    ],
)
def test_what_means_something_at_the_start_of_a_line_is_text(text: str, expected: str) -> None:
    assert markdown(text) == expected


@given(st.text(max_size=60))
@settings(derandomize=True, deadline=None)
def test_no_text_breaks_out_of_its_line_or_leaves_a_special_character_bare(text: str) -> None:
    line = markdown(text)
    assert len(line.splitlines()) <= 1
    assert re.sub(r"\\[!-/:-@\[-`{-~]", "", line).translate(str.maketrans("", "", "")).find("<") == -1
    assert not set("`*_{}[]<>#|~$&\\") & set(re.sub(r"\\[!-/:-@\[-`{-~]", "", line))


def test_only_a_web_address_becomes_a_link() -> None:
    assert address("https://www.pold.nl/a_b?c=1") == "<https://www.pold.nl/a_b?c=1>"
    for text in ("javascript:alert(1)", "https://x.nl/> <script>", "https://x.nl en meer", "ftp://x.nl", 'https://x.nl/"'):
        assert not is_address(text)
        assert "<" not in address(text).replace("\\<", "")


@pytest.mark.parametrize("name", ["x.html.j2", "x.md.j2"])
def test_an_undefined_name_is_an_error(templates: Path, name: str) -> None:
    with pytest.raises(jinja2.UndefinedError):
        made(templates, name, "{{ doc.nietbestaand }}", "")
    with pytest.raises(jinja2.UndefinedError):
        made(templates, name, "{{ anders }}", "")


@pytest.mark.parametrize("name", ["x.html.j2", "x.md.j2"])
def test_a_template_cannot_reach_into_python(templates: Path, name: str) -> None:
    with pytest.raises(jinja2.exceptions.SecurityError):
        made(templates, name, "{{ doc.__class__.__mro__ }}", "")


def test_the_policy_allows_the_style_of_the_page_and_nothing_else(templates: Path) -> None:
    page = made(templates, "x.html.j2", "{{ policy }}\n<style>{{ style }}</style>", "")
    assert page.startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
    assert "unsafe" not in page
    assert "<style>p { color: #000 }\n</style>" in page


def test_the_templates_are_those_of_the_checkout() -> None:
    assert folder().name == "templates"
    assert (folder() / environment.STYLE).is_file()
    assert os.fspath(folder()).endswith("templates")
