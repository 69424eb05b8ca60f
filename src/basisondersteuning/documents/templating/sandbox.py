"""What a template may do: show data as text, within bounds. The same for pages, Markdown and Word.

Nothing in a template turns text of a record into markup, no data is written as Python writes it, and one rendering takes
a bounded amount of work: every step of a loop, every call, every value and every text that a template makes counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from typing import Any, cast

from jinja2 import TemplateRuntimeError, TemplateSyntaxError, Undefined, nodes
from jinja2.filters import do_join, do_replace
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_eval_context
from markupsafe import Markup
from pydantic import BaseModel

MOST = 20_000_000
"""Characters that one rendering may make; a step of a loop counts as what stands in it."""
LONGEST = 1_000_000
"""Characters or items of one text or list that a template makes by multiplying or padding."""

_STEP = 20
"""What a step of a loop counts for besides its text; and a call."""
_BITS = 10_000
"""The largest whole number, in bits."""
UNSAFE = ("safe", "striptags", "xmlattr", "urlize", "tojson")
"""Filters of Jinja that give markup of text, or text of markup."""
_SIZED = ("center", "indent", "batch", "slice", "format")
"""Filters that make a text or list as long as they are told."""
_OF_TEXT = ("string", "upper", "lower", "title", "capitalize", "trim", "escape", "e", "forceescape")
"""Filters that make text of whatever they get."""
_REWRITING = ("replace", "translate")
"""Methods that could take the escapes out of escaped text again."""
_GROWING = ("join", "expandtabs", "translate")
"""Methods of text for which there is a filter, or no use, and whose result has no bound."""
_WIDTH = re.compile(r"\d{7,}")

LIST = ("Dit is een lijst, geen tekst.", "Herhaal haar met `for`, of kies er een onderdeel uit.")
PARTS = ("Dit zijn meer gegevens bij elkaar.", "Kies er een, zoals `.naam`; de naslag over sjablonen noemt ze.")
MACRO = ("Dit is een macro of bewerking, geen tekst.", "Zet er haakjes achter, met wat zij nodig heeft.")
TOO_MUCH = (
    "Dit sjabloon maakt meer dan in een document past.",
    "Kijk of een `for` zich vaker herhaalt, of een getal groter is, dan u bedoelt.",
)


class Misuse(TemplateRuntimeError):
    """A template asks what it should not: why, and what to do, in Dutch."""

    def __init__(self, words: tuple[str, str]) -> None:
        super().__init__(words[0])
        self.words, self.remedy = words


class Refused(TemplateSyntaxError):
    """A word behind `{%` that Jinja knows and a template may not use."""


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for templates that others write. `begin` starts the count of what one rendering takes.

    `bounded` is False for templates of our own only: counting costs almost half as much again as the rendering itself.
    """

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, *, bounded: bool = True, **more: Any) -> None:
        self._left = MOST
        self._bounded = bounded
        if bounded:
            more.setdefault("finalize", self.shown)
        super().__init__(**more)
        for name in UNSAFE:
            del self.filters[name]
        for name in _SIZED:
            self.filters[name] = _bounded(self.filters[name])
        for name in _OF_TEXT:
            self.filters[name] = self.of_text(self.filters[name])
        self.filters["replace"] = _replace
        if bounded:
            self.filters["join"] = _joining(self)
            for name, filter in self.filters.items():
                self.filters[name] = self._counting(filter)
        del self.globals["lipsum"]

    def begin(self) -> None:
        """A new rendering begins."""
        self._left = MOST

    def shown(self, value: object) -> object:
        """The value, that a template writes. Raises `Misuse` when it is no text, or one text too many."""
        if isinstance(value, str):
            self.spend(len(value))
        elif words := _no_text(value):
            raise Misuse(words)
        return value

    def of_text(self, filter: Callable[..., Any]) -> Callable[..., Any]:
        """The filter, of what can be written only."""
        return lambda value, *more, **keys: filter(self.shown(value), *more, **keys)

    def spend(self, size: int) -> None:
        """Count what a template makes. Raises `Misuse` when that is too much."""
        self._left -= size
        if self._left < 0:
            raise Misuse(TOO_MUCH)

    def _counting(self, filter: Callable[..., Any]) -> Callable[..., Any]:
        """The filter, with what goes in and what comes out counted."""
        first = 1 if hasattr(filter, "jinja_pass_arg") else 0

        @wraps(filter)
        def held(*given: Any, **keys: Any) -> Any:
            if isinstance(given[first], str | list | tuple | range):
                self.spend(len(given[first]))
            made = filter(*given, **keys)
            if isinstance(made, str | list | tuple):
                self.spend(len(made))
            return made

        return held

    def counted(self, items: Iterable[Any], size: int) -> Iterator[Any]:
        """The items of a loop, each counted."""
        for one in items:
            self.spend(size)
            yield one

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What a template asks of a value. A field of a view is data, which needs no further looking at: that was two fifths
        of the time of a long page.
        """
        if attribute in getattr(type(obj), "_fields", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may use this; not what rewrites escaped text, or makes text of any length."""
        if (isinstance(obj, Markup) and attr in _REWRITING) or (isinstance(obj, str) and attr in _GROWING):
            return False
        return super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """An operation, unless its result would be too large."""
        if operator in ("*", "**"):
            _hold_product(operator, left, right)
        elif operator == "%" and isinstance(left, str):
            _hold_width(left, right)
        made = super().call_binop(context, operator, left, right)
        if isinstance(made, str | list | tuple):
            self.spend(len(made))
        return made

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """A call, unless it asks for a text that is too long."""
        __self.spend(_STEP)
        owner = getattr(getattr(__obj, "__wrapped__", __obj), "__self__", None)
        if isinstance(owner, str):
            _hold_width(owner, *args, *kwargs.values())
            if getattr(__obj, "__name__", "") == "replace":
                _hold_replaced(owner, args[1:])
        return super().call(__context, __obj, *args, **kwargs)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        switch = next(tree.find_all(nodes.ScopedEvalContextModifier), None)
        if switch is not None:
            raise Refused("autoescape", switch.lineno, name, filename)
        return tree

    def _generate(self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False) -> str:
        if not self._bounded:
            return super()._generate(source, name, filename, defer_init)
        for loop in list(source.find_all(nodes.For)):
            size = _STEP + sum(len(one.data) for part in loop.body for one in _data(part))
            loop.iter = self._asked(
                "counted", cast(nodes.Expr, loop.iter), nodes.Const(size, lineno=loop.lineno, environment=self)
            )
        for joined in list(source.find_all(nodes.Concat)):
            joined.nodes = [self._asked("shown", one) for one in joined.nodes]
        return super()._generate(source, name, filename, defer_init)

    def _asked(self, method: str, node: nodes.Expr, *more: nodes.Expr) -> nodes.Call:
        """A call of a method of this environment on what a node gives."""
        at: dict[str, Any] = {"lineno": node.lineno, "environment": self}
        return nodes.Call(nodes.EnvironmentAttribute(method, **at), [node, *more], [], None, None, **at)


def _data(node: nodes.Node) -> Iterator[nodes.TemplateData]:
    return iter([node]) if isinstance(node, nodes.TemplateData) else node.find_all(nodes.TemplateData)


def _no_text(value: object) -> tuple[str, str] | None:
    """Why a value cannot be written; None when it can."""
    if isinstance(value, Undefined) or hasattr(value, "__html__"):
        return None
    if isinstance(value, BaseModel | Mapping) or hasattr(value, "_fields"):
        return PARTS
    if isinstance(value, Iterable) and not isinstance(value, str):
        return LIST
    return MACRO if callable(value) else None


def _hold_product(operator: str, left: Any, right: Any) -> None:
    if isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length() * max(right, 0) if operator == "**" else left.bit_length() + right.bit_length()
        if bits > _BITS:
            raise Misuse(TOO_MUCH)
    for one, times in ((left, right), (right, left)):
        if isinstance(one, str | list | tuple) and isinstance(times, int) and len(one) * times > LONGEST:
            raise Misuse(TOO_MUCH)


def _hold_width(text: object, *given: object) -> None:
    """Raises `Misuse` when a text, or what is given to it, asks for more room than there is."""
    parts = [two for one in given for two in (one if isinstance(one, tuple) else (one,))]
    lines = text.count("\n") + 1 if isinstance(text, str) else 1
    wide = any(isinstance(one, int) and abs(one) * lines > LONGEST for one in parts)
    if wide or (isinstance(text, str) and _WIDTH.search(text)):
        raise Misuse(TOO_MUCH)


def _hold_replaced(text: str, new: Iterable[object]) -> None:
    """Raises `Misuse` when replacing in a text could make it too long."""
    if any(isinstance(one, str) and (len(text) + 1) * len(one) > MOST for one in new):
        raise Misuse(TOO_MUCH)


def _bounded(filter: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that makes nothing larger than may be."""

    def held(value: Any, *args: Any, **kwargs: Any) -> Any:
        _hold_width(value if isinstance(value, str) else None, *args, *kwargs.values())
        return filter(value, *args, **kwargs)

    return held


@pass_eval_context
def _replace(context: EvalContext, value: str, old: str, new: str, count: int | None = None) -> str:
    """Replace as Jinja does; what comes in its place is text, also where the template made it."""
    _hold_replaced(str(value), [new])
    return do_replace(context, value, str(old), "".join(new), count)


def _joining(environment: Sandbox) -> Callable[..., Any]:
    @pass_eval_context
    def joined(context: EvalContext, value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
        """Join as Jinja does, of texts only."""
        if attribute is None:
            value = [environment.shown(one) for one in value]
            environment.spend(len(str(d)) * len(value))
        made: str = do_join(context, value, d, attribute)
        return made

    return joined
