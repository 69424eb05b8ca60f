"""The Jinja environment of a Word template: sandboxed, escaping, and noting every unknown name with its place."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from jinja2 import Template, Undefined
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from ...records.nearmiss import nearest
from ..templating.sandbox import Sandbox
from .xmltext import printable


class Note(NamedTuple):
    """Something a template names that is not there, or that it may not have; `near` is what was probably meant.

    `short` when it is an item of a list, which may hold fewer.
    """

    part: str
    source: str
    line: int
    word: str
    near: str | None
    forbidden: bool
    short: bool


class Broken(Exception):
    """What came out of a template is no XML any more."""


class _Checked(Template):
    """A template that looks at what came out of it."""

    def render(self, *given: Any, **named: Any) -> str:
        """What came out. Raises `Broken` when that is no XML while the template was."""
        made = super().render(*given, **named)
        if made.lstrip().startswith("<"):
            from lxml import etree

            try:
                etree.fromstring(made.encode(), etree.XMLParser(resolve_entities=False, huge_tree=True))
            except etree.XMLSyntaxError as error:
                raise Broken from error
        return made


class WordEnvironment(Sandbox):
    """Renders the parts of one Word template. `part` tells which one is at hand; `notes` are kept over all parts."""

    def __init__(self, part: Callable[[], str], picture: Callable[[object], str | None], known: dict[str, object]) -> None:
        self.notes: list[Note] = []
        self.known = known
        self.source = ""
        self.part = part
        self._picture = picture
        super().__init__(undefined=_noting(self), autoescape=True, finalize=self._as_word)
        self.filters["alineas"] = self.of_text(str)

    template_class = _Checked

    def from_string(self, source: Any, *more: Any, **keys: Any) -> Template:
        """A part as a template; its text is kept, since a place is a line in it."""
        self.source = str(source)
        return super().from_string(source, *more, **keys)

    def _as_word(self, value: object) -> object:
        """What a value becomes: text that has no meaning for Word, or a picture."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return "ja" if value else "nee"
        made = self._picture(value)
        if made is not None:
            return Markup(made)
        value = self.shown(value)
        return printable(re.sub(r"[\a\f]|\r\n?", "\n", f"{value:s}" if isinstance(value, str) else str(value)))


def _noting(environment: WordEnvironment) -> type[Undefined]:
    """A kind of undefined value that notes where it was used, and goes on as nothing, so that one run shows all."""

    class Noting(Undefined):
        __slots__ = ()

        def __str__(self) -> str:
            self._note()
            return ""

        def __iter__(self) -> Iterator[Any]:
            self._note()
            return iter(())

        def __bool__(self) -> bool:
            self._note()
            return False

        def __len__(self) -> int:
            self._note()
            return 0

        def __eq__(self, _: object) -> bool:
            self._note()
            return False

        def __ne__(self, _: object) -> bool:
            self._note()
            return True

        __hash__ = Undefined.__hash__

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            self._note()
            return self

        def __getitem__(self, _: object) -> Any:
            self._note()
            return self

        def __call__(self, *_: object, **__: object) -> Any:
            self._note()
            return self

        def _note(self) -> None:
            environment.notes.append(
                Note(
                    environment.part(),
                    environment.source,
                    _line(),
                    str(self._undefined_name or ""),
                    nearest(self._undefined_name, _names(self._undefined_obj, environment.known)),
                    self._undefined_exception is SecurityError,
                    isinstance(self._undefined_name, int)
                    or str(self._undefined_hint).startswith(("No first item", "No last item")),
                )
            )

    return Noting


def _line() -> int:
    """The line of the template that is being rendered; 0 when there is none."""
    frame = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return int(template.get_corresponding_lineno(frame.f_lineno))
        if frame.f_back is None:
            break
        frame = frame.f_back
    return 0


def _names(owner: object, known: dict[str, object]) -> list[str]:
    """The names that something has, as a template may use them."""
    kind = type(owner)
    fields = [*getattr(kind, "_fields", ()), *getattr(kind, "model_fields", ())]
    properties = [name for name, one in vars(kind).items() if isinstance(one, property) and not name.startswith("_")]
    if fields or properties:
        return [*fields, *properties]
    return [str(one) for one in owner] if isinstance(owner, dict) else list(known)
