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
import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
)
from markupsafe import Markup

from .house import House
from .markdown import Made, address, markdown, paragraphs, without_turning
from .sandbox import Sandbox

_PACKAGE = Path(__file__).parents[2]
_SHIPPED = _PACKAGE / "_shipped" / "templates"
SHARED = "_gedeeld"
"""The folder of what templates share."""
STYLE = f"{SHARED}/stijl.css"
"""The one stylesheet of all pages."""
LONGEST_HEADER = 160
"""Characters of a running header: what is longer does not fit on its line, and takes a PDF engine for ever."""
OURS = "bo"
"""The prefix under which our own templates are always within reach."""


def folder() -> Path:
    """Where our templates are: inside the wheel, or in the checkout."""
    return _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parents[1] / "templates"


_UNSEEN = re.compile(r"<!--.*?-->|<![^>]*>", re.DOTALL)
"""What no reader sees of a page."""


class Empty(Exception):
    """A template made nothing at all; `file` is where it stands."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class OwnLoader(FileSystemLoader):
    """Templates in an own folder: regular files that lie in it, not what a link leads to elsewhere."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, its path, and whether it is as it was."""
        if not lies_within(self.searchpath[0], template):
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


def lies_within(own: str, name: str) -> bool:
    """Whether the file with this name is a regular one, and lies in the folder itself."""
    base, path = os.path.realpath(own), os.path.realpath(os.path.join(own, *name.split("/")))
    return os.path.isfile(path) and path.startswith(os.path.join(base, ""))


class Templates:
    """The templates of a run: ours, and before them those in `own`. Compiled once, used for many documents.

    What a template does wrong is raised as Jinja's own error; `mistakes` makes a finding of it.
    """

    def __init__(self, own: str | None = None, house: House | None = None) -> None:
        self.own = own
        self.house = house or House()
        self._loader = _loader(own)
        self._html = self._environment(autoescape=True)
        self._html.filters["alineas"] = self._html.of_text(_paragraphs)
        self._markdown = self._environment(autoescape=False, finalize=self._text)
        self._markdown.filters["made"] = Made
        self._markdown.filters["address"] = address
        self._markdown.filters["alineas"] = self._markdown.of_text(paragraphs)
        style = Markup(self._loader.get_source(self._html, STYLE)[0] + self.house.stijl)
        self._html.globals["style"] = style
        self._allowed = digest(style)

    @property
    def environment(self) -> Sandbox:
        """The environment of HTML templates."""
        return self._html

    def environment_of(self, name: str) -> Sandbox:
        """The environment in which a template with this name, or file name, is used."""
        return self._markdown if name.endswith(".md.j2") else self._html

    def render(self, name: str, doc: object) -> str:
        """A document as text. The name of the template says what it becomes: `NAME.html.j2` or `NAME.md.j2`."""
        environment = self.environment_of(name)
        environment.begin()
        template = environment.get_template(name)
        if name.endswith(".md.j2"):
            text = self._written(template, doc=doc)
            return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"
        sheet = Markup(header_sheet(running_header(doc)))
        style = f"style-src '{self._allowed}' '{digest(sheet)}'"
        policy = f"default-src 'none'; {style}; img-src data:; base-uri 'none'; form-action 'none'"
        made = self._written(template, doc=doc, policy=policy, sheet=sheet)
        return made.rstrip("\n") + "\n"

    def _written(self, template: Template, **data: object) -> str:
        made = without_turning(template.render(**data))
        if not _UNSEEN.sub("", made).strip():
            raise Empty(str(template.filename))
        return made

    def _text(self, value: object) -> object:
        return markdown(self._markdown.shown(value))

    def _environment(self, **more: object) -> Sandbox:
        environment = Sandbox(
            bounded=self.own is not None,
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
    words = str(getattr(getattr(doc, "kop", None), "regel", ""))
    return words if len(words) <= LONGEST_HEADER else words[: LONGEST_HEADER - 1] + "…"


def _loader(own: str | None) -> BaseLoader:
    ours = FileSystemLoader(folder())
    loaders: list[BaseLoader] = [OwnLoader(own)] if own else []
    return ChoiceLoader([*loaders, PrefixLoader({OURS: ours}), ours])


_SHORT_DATE = re.compile(r"\b\d{1,2}-\d{1,2}-\d{4}\b")


def _paragraphs(text: object) -> Markup:
    """Text in HTML, with its own line breaks; a date such as `9-11-2026` stays on one line."""
    made = Markup("<br>").join(line for line in str(text).splitlines() if line.strip())
    return Markup(_SHORT_DATE.sub(r'<span class="date">\g<0></span>', str(made))) if "-" in made else made


def header_sheet(header: str) -> str:
    """The style of a printed page that has a running header. Every character is escaped, so none has a meaning."""
    if not header:
        return ""
    words = "".join(one if one.isalnum() and one.isascii() else f"\\{ord(one):06x}" for one in header)
    return f'@page {{ @top-left {{ content: "{words}"; font: 8.5pt sans-serif; color: #444; }} }}'


def digest(style: str) -> str:
    """The hash of a stylesheet or script, as a content security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
