"""What the reference page on templates shows, from the views themselves: `docs/naslag/sjablonen.md`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from jinja2 import nodes

from basisondersteuning.documents import views
from basisondersteuning.documents.catalogue import DOCUMENTS, DocumentKind
from basisondersteuning.documents.pictures.picture import Drawing
from basisondersteuning.documents.templating.environment import Templates
from basisondersteuning.documents.templating.house import House
from basisondersteuning.documents.templating.sample import is_view, view_fields, views_of
from basisondersteuning.model.reflect import FieldSpec, fields_of
from basisondersteuning.model.settings import Teksten

_PLAIN = {
    str: "tekst", bool: "ja of nee", int: "getal", float: "getal", date: "dag", datetime: "dag en tijd", Drawing: "tekening"
}  # fmt: skip
_HEAD = "De kop van het document."
"""The explanation of `kop`, which every document has."""


@dataclass(frozen=True, slots=True)
class Row:
    """A field as the page shows it."""

    name: str
    form: str
    about: str


@dataclass(slots=True)
class Chapter:
    """A document with its view, the parts of that view, and the blocks of its templates by form."""

    kind: DocumentKind
    rows: list[Row]
    parts: dict[str, list[Row]] = field(default_factory=dict)
    blocks: dict[str, list[str]] = field(default_factory=dict)


def templates_data() -> dict[str, Any]:
    """What the page on templates shows."""
    shared = [one for one in vars(views).values() if is_view(one) and one.__module__ == views.__name__]
    return {
        "chapters": [_chapter(one) for one in DOCUMENTS.values()],
        "shared": {one.__name__: _rows(one, "") for one in shared},
        "house": _rows(House, ""),
        "texts": [
            Row(one.name, "lijst van tekst" if one.many else "tekst", one.description) for one in fields_of(Teksten).values()
        ],
    }


def _text_row(spec: FieldSpec) -> Row:
    return Row(spec.name, "lijst van tekst" if spec.many else "tekst", spec.description)


def _chapter(kind: DocumentKind) -> Chapter:
    found = views_of(kind.name)
    chapter = Chapter(kind, [row for view in found for row in _rows(view, kind.name)])
    for view in found:
        for part in _parts(view, []):
            if part.__module__ != views.__name__:
                chapter.parts[part.__name__] = _rows(part, kind.name)
    for form in ("html", "md"):
        if blocks := _blocks(f"{kind.name}/{kind.name}.{form}.j2"):
            chapter.blocks[form] = blocks
    return chapter


def _rows(view: type, document: str) -> list[Row]:
    return [Row(one.name, form(one.type, document), one.about or _HEAD) for one in view_fields(view)]


def _parts(view: type, met: list[type]) -> list[type]:
    """The views within a view, each once, in the order in which they are met."""
    for one in view_fields(view):
        for part in _within(one.type):
            if part not in met:
                met.append(part)
                _parts(part, met)
    return met


def _within(hint: Any) -> list[type]:
    return [hint] if is_view(hint) else [part for one in get_args(hint) for part in _within(one)]


def form(hint: Any, document: str) -> str:
    """What a field holds, in Dutch; a part of a document as a link to where it is explained."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return form(parts[0], document)
    if origin is tuple and parts[-1] is Ellipsis:
        return f"lijst van {form(parts[0], document)}"
    if origin is tuple:
        return " en ".join(form(one, document) for one in parts)
    if origin in (Union, UnionType):
        return " of ".join("niets" if one is NoneType else form(one, document) for one in parts)
    if origin is Literal:
        return " of ".join(f"`{one}`" for one in parts)
    if is_view(hint):
        anchor = hint.__name__ if hint.__module__ == views.__name__ else f"{document}-{hint.__name__}"
        return f"[{hint.__name__}](#{anchor.lower()})"
    if hint is Teksten:
        return "[vaste teksten](#vaste-teksten)"
    known = next((words for kind, words in _PLAIN.items() if hint is kind), None)
    if known is None and isinstance(hint, type) and issubclass(hint, str):
        return "tekst"
    if known is None:
        raise TypeError(f"no words for {hint}")
    return known


def _blocks(name: str) -> list[str]:
    """The blocks of a template of ours and of those it builds on, in order."""
    environment = Templates().environment_of(name)
    assert environment.loader is not None
    tree = environment.parse(environment.loader.get_source(environment, name)[0])
    found = [one.name for one in tree.find_all(nodes.Block)]
    for extends in tree.find_all(nodes.Extends):
        if isinstance(extends.template, nodes.Const):
            found += [one for one in _blocks(str(extends.template.value)) if one not in found]
    return found
