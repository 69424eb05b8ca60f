"""Templates: sandboxed, with undefined names as errors, and with text that can never become markup.

A template gets one view, named `doc`: plain typed values, never a record. In HTML Jinja escapes each value; in Markdown
each value is escaped here, as it is written. What a template makes itself is marked: `Markup`, or the filter `made`.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from .markdown import Made, address, markdown

_PACKAGE = Path(__file__).parent.parent
_SHIPPED = _PACKAGE / "_shipped" / "templates"
STYLE = "_stijl.css"
"""The one stylesheet of all pages."""


def folder() -> Path:
    """Where the templates are: inside the wheel, or in the checkout."""
    return _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parents[1] / "templates"


def render(template: str, doc: object) -> str:
    """A document as text. The name of the template says what it becomes: `NAME.html.j2` or `NAME.md.j2`."""
    environment = _markdown() if template.endswith(".md.j2") else _html()
    text = environment.get_template(template).render(doc=doc)
    if template.endswith(".md.j2"):
        text = re.sub(r"\n{3,}", "\n\n", text).lstrip("\n")
    return text.rstrip("\n") + "\n"


def _base(**more: object) -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder()),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **more,
    )


@cache
def _html() -> ImmutableSandboxedEnvironment:
    environment = _base(autoescape=True)
    style = (folder() / STYLE).read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment.globals["style"] = Markup(style)
    sources = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:"
    environment.globals["policy"] = f"{sources}; base-uri 'none'; form-action 'none'"
    return environment


@cache
def _markdown() -> ImmutableSandboxedEnvironment:
    environment = _base(autoescape=False, finalize=markdown)
    environment.filters["made"] = Made
    environment.filters["address"] = address
    return environment
