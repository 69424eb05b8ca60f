"""Templates: sandboxed, with undefined names as errors, and with text that can never become markup.

A template gets one view, named `doc`: plain typed values, never a record; and `huis`, the house style. In HTML Jinja
escapes each value; in Markdown each value is escaped here, as it is written. What a template makes itself is marked:
`Markup`, or the filter `made`.

A template stands in `DOCUMENT/DOCUMENT.html.j2`. A samenwerkingsverband puts its own beside, in a folder of its own: a
template found there goes before ours, which stays within reach as `bo/DOCUMENT/DOCUMENT.html.j2`.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from .house import House
from .markdown import Made, address, markdown, paragraphs

_PACKAGE = Path(__file__).parents[2]
_SHIPPED = _PACKAGE / "_shipped" / "templates"
SHARED = "_gedeeld"
"""The folder of what templates share."""
STYLE = f"{SHARED}/stijl.css"
"""The one stylesheet of all pages."""
OURS = "bo"
"""The prefix under which our own templates are always within reach."""


def folder() -> Path:
    """Where our templates are: inside the wheel, or in the checkout."""
    return _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parents[1] / "templates"


class Templates:
    """The templates of a run: ours, and before them those in `own`. Compiled once, used for many documents.

    What a template does wrong is raised as Jinja's own error; `mistakes` makes a finding of it.
    """

    def __init__(self, own: str | None = None, house: House | None = None) -> None:
        self.own = own
        self.house = house or House()
        self._loader = _loader(own)
        self._html = self._environment(autoescape=True)
        self._html.filters["alineas"] = _paragraphs
        self._markdown = self._environment(autoescape=False, finalize=markdown)
        self._markdown.filters["made"] = Made
        self._markdown.filters["address"] = address
        self._markdown.filters["alineas"] = paragraphs
        style = Markup(self._loader.get_source(self._html, STYLE)[0] + self.house.stijl)
        self._html.globals["style"] = style
        self._allowed = _digest(style)

    @property
    def environment(self) -> ImmutableSandboxedEnvironment:
        """The environment of HTML templates."""
        return self._html

    def environment_of(self, name: str) -> ImmutableSandboxedEnvironment:
        """The environment in which a template with this name, or file name, is used."""
        return self._markdown if name.endswith(".md.j2") else self._html

    def render(self, name: str, doc: object) -> str:
        """A document as text. The name of the template says what it becomes: `NAME.html.j2` or `NAME.md.j2`."""
        if name.endswith(".md.j2"):
            text = self._markdown.get_template(name).render(doc=doc)
            return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"
        sheet = Markup(_sheet(running_header(doc)))
        style = f"style-src '{self._allowed}' '{_digest(sheet)}'"
        policy = f"default-src 'none'; {style}; img-src data:; base-uri 'none'; form-action 'none'"
        made = self._html.get_template(name).render(doc=doc, policy=policy, sheet=sheet)
        return made.rstrip("\n") + "\n"

    def _environment(self, **more: object) -> ImmutableSandboxedEnvironment:
        environment = ImmutableSandboxedEnvironment(
            loader=self._loader,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            **more,
        )
        environment.globals["huis"] = self.house
        return environment


@cache
def _ours() -> Templates:
    return Templates()


def render(name: str, doc: object) -> str:
    """A document from our own templates, in our own style."""
    return _ours().render(name, doc)


def running_header(doc: object) -> str:
    """What stands at the top of every printed page: `regel` in the head of the view, where it has one."""
    return str(getattr(getattr(doc, "kop", None), "regel", ""))


def _loader(own: str | None) -> BaseLoader:
    ours = FileSystemLoader(folder())
    loaders: list[BaseLoader] = [FileSystemLoader(own)] if own else []
    return ChoiceLoader([*loaders, PrefixLoader({OURS: ours}), ours])


def _paragraphs(text: object) -> Markup:
    """Text in HTML, with its own line breaks."""
    return Markup("<br>").join(line for line in str(text).splitlines() if line.strip())


def _sheet(header: str) -> str:
    """The style of a printed page that has a running header. Every character is escaped, so none has a meaning."""
    if not header:
        return ""
    words = "".join(one if one.isalnum() and one.isascii() else f"\\{ord(one):06x}" for one in header)
    return f'@page {{ @top-left {{ content: "{words}"; font: 8.5pt sans-serif; color: #444; }} }}'


def _digest(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
