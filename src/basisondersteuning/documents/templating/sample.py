"""Made-up views of every document, built from the types of their fields, to try out templates with.

Nothing is written by hand twice: a view that gets a field gets it here too. Texts are the explanations of their fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from importlib import import_module
from pkgutil import iter_modules
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from markupsafe import escape

from ..catalogue import DOCUMENTS
from ..pictures.picture import Drawing

_DOCUMENTS = __package__.rpartition(".")[0]

FULL, NO, BARE = "vol", "nee", "leeg"
"""How a sample is filled: everything, with each `ja of nee` on ja; the same on nee; as empty as can be."""


class ViewField(NamedTuple):
    """A field of a view: its name, its type without explanation, and its explanation."""

    name: str
    type: Any
    about: str


def views_of(document: str) -> list[type]:
    """The views that the template of a document can get: those in its module that begin with `kop`."""
    module = import_module(f"{_DOCUMENTS}.{DOCUMENTS[document].module}")
    within = [f"{module.__name__}.{one.name}" for one in iter_modules(getattr(module, "__path__", []))]
    found = {
        value.__name__: value
        for one in (module, *map(import_module, within))
        for value in vars(one).values()
        if is_view(value) and getattr(value, "_fields", ())[:1] == ("kop",)
    }
    return [found[name] for name in sorted(found)]


def is_view(value: object) -> bool:
    """Whether this is the class of a view."""
    return isinstance(value, type) and issubclass(value, tuple) and hasattr(value, "_fields")


def view_fields(view: type) -> list[ViewField]:
    """The fields of a view, in order."""
    hints = get_type_hints(view, include_extras=True)
    fields = []
    for name in getattr(view, "_fields", ()):
        hint, about = hints[name], ""
        if get_origin(hint) is Annotated:
            hint, about = hint.__origin__, str(hint.__metadata__[0])
        fields.append(ViewField(name, hint, about))
    return fields


def samples(document: str) -> Iterator[object]:
    """Views to try the template of a document with: full, with each `ja of nee` on nee, and as empty as can be."""
    for view in views_of(document):
        for fill in (FULL, NO, BARE):
            yield _made(view, fill, "", ())


def _made(hint: Any, fill: str, about: str, above: tuple[type, ...]) -> Any:
    """A value of this type. `above` are the views around it: a view within itself ends there."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _made(parts[0], fill, str(parts[1]), above)
    if origin is tuple:
        return _tuple(parts, fill, about, above)
    if origin in (Union, UnionType):
        some = [one for one in parts if one is not NoneType]
        return None if fill == BARE and len(some) < len(parts) else _made(some[0], fill, about, above)
    if origin is Literal:
        return parts[0] if fill == FULL else parts[-1]
    if is_view(hint):
        made = [_made(one.type, fill, one.about, (*above, hint)) for one in view_fields(hint)]
        return hint(*made)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return list(hint)[0 if fill == FULL else -1]
    return _plain(hint, fill, about)


def _tuple(parts: tuple[Any, ...], fill: str, about: str, above: tuple[type, ...]) -> tuple[Any, ...]:
    if len(parts) != 2 or parts[1] is not Ellipsis:
        return tuple(_made(one, fill, about, above) for one in parts)
    if fill == BARE or parts[0] in above:
        return ()
    if not is_view(parts[0]):  # two of each, so that the rows of a table are as long as its head
        return tuple(_made(parts[0], FULL, about, above) for _ in range(2))
    return tuple(_made(parts[0], one, about, above) for one in ((FULL, NO, BARE) if fill == FULL else (FULL,)))


def _plain(kind: Any, fill: str, about: str) -> Any:
    if kind is bool:
        return fill == FULL
    if kind in (date, datetime):
        return kind(2026, 12, 10)  # a day is never empty
    if kind in (int, float):
        return kind(0 if fill == BARE else 3)
    if isinstance(kind, type) and issubclass(kind, str):
        return kind("" if fill == BARE else about or "Voorbeeld")
    if isinstance(kind, type) and issubclass(kind, Drawing):
        return kind(lambda: "" if fill == BARE else str(escape(about)))
    raise TypeError(f"no sample for {kind}")  # a view has no other types; a test makes a sample of each
