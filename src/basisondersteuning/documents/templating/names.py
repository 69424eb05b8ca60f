"""The names in a template against the types of its view, without rendering: also where no made-up data leads.

What cannot be known (what a macro is given, what a filter makes) is taken to be right; rendering sees to that.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias, get_args, get_origin

from jinja2 import nodes
from pydantic import BaseModel

from ...findings.catalogue import document as codes
from ...findings.finding import Finding
from ...records.nearmiss import nearest
from .house import House
from .mistakes import NO_FIELD, place_of
from .sample import is_view, view_fields, views_of

_Names: TypeAlias = dict[str, Any]
"""The type of each name in a scope; None when it is not known."""

_SAME = ("sort", "reverse", "list", "unique", "selectattr", "rejectattr", "select", "reject")
"""Filters that give some of the items they get."""


class Miss(NamedTuple):
    """A field that a view does not have: its line in the template, its name, and what was probably meant."""

    line: int
    name: str
    near: str | None


def unknown_names(tree: nodes.Template, document: str, file: str) -> list[Finding]:
    """A finding for every field in the template of a document that its view does not have. `file` is where it stands."""
    met = [set(_misses(tree, view)) for view in views_of(document)]
    missing = sorted(set.intersection(*met), key=lambda one: (one.line, one.name)) if met else []
    return [codes.UNKNOWN_NAME.at(place_of(file, one.line, one.name), NO_FIELD, suggestion=one.near) for one in missing]


def _misses(tree: nodes.Template, view: type) -> list[Miss]:
    reader = _Reader()
    reader.body(tree.body, {"doc": view, "huis": House})
    return reader.found


class _Reader:
    """Walks a template and keeps what its names stand for."""

    def __init__(self) -> None:
        self.found: list[Miss] = []

    def body(self, parts: list[nodes.Node], names: _Names) -> None:
        """Statements in one scope."""
        for one in parts:
            self._statement(one, names)

    def _statement(self, node: nodes.Node, names: _Names) -> None:
        if isinstance(node, nodes.For):
            inner = {**names, **_bound(node.target, _item(self._type(node.iter, names)))}
            if node.test is not None:
                self._type(node.test, inner)
            self.body(node.body, inner)
            self.body(node.else_, dict(names))
        elif isinstance(node, nodes.Assign):
            names.update(_bound(node.target, self._type(node.node, names)))
        elif isinstance(node, nodes.Macro | nodes.CallBlock):
            if isinstance(node, nodes.CallBlock):
                self._type(node.call, names)
            self.body(node.body, {**names, **{one.name: None for one in node.args}})
        elif isinstance(node, nodes.Expr):
            self._type(node, names)
        elif isinstance(node, nodes.If):
            self._type(node.test, names)
            for branch in (node.body, node.elif_, node.else_):
                self.body(list(branch), names)
        elif isinstance(node, nodes.Block | nodes.Scope | nodes.FilterBlock | nodes.With):
            inner = dict(names)
            if isinstance(node, nodes.With):
                for target, value in zip(node.targets, node.values, strict=True):
                    inner.update(_bound(target, self._type(value, names)))
            self.body(node.body, inner)
        else:
            self.body(list(node.iter_child_nodes()), names)

    def _type(self, node: nodes.Node, names: _Names) -> Any:
        """The type of an expression; None when it is not known."""
        if isinstance(node, nodes.Name):
            return names.get(node.name)
        if isinstance(node, nodes.Getattr):
            return self._attribute(node, self._type(node.node, names))
        if isinstance(node, nodes.Test) and node.name in ("defined", "undefined"):
            return None  # asks whether the name is there at all
        if isinstance(node, nodes.Filter) and node.name == "default":
            return None
        types = [self._type(one, names) for one in node.iter_child_nodes()]
        if isinstance(node, nodes.Filter) and types:
            return types[0] if node.name in _SAME else _item(types[0]) if node.name in ("first", "last") else None
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int):
            return _item(types[0])
        return None

    def _attribute(self, node: nodes.Getattr, owner: Any) -> Any:
        if is_view(owner):
            fields = {one.name: one.type for one in view_fields(owner)}
        elif isinstance(owner, type) and issubclass(owner, BaseModel):
            fields = dict.fromkeys(owner.model_fields)
        else:
            return None
        if node.attr not in fields and not hasattr(owner, node.attr):
            self.found.append(Miss(node.lineno, node.attr, nearest(node.attr, fields)))
        return fields.get(node.attr)


def _item(hint: Any) -> Any:
    """The type of what stands in a list; None when it is not known."""
    parts = get_args(hint)
    return parts[0] if get_origin(hint) is tuple and len(parts) == 2 and parts[1] is Ellipsis else None


def _bound(target: nodes.Node, hint: Any) -> _Names:
    """What names a target gives, with their types."""
    if isinstance(target, nodes.Name):
        return {target.name: hint}
    if isinstance(target, nodes.Tuple):
        parts = get_args(hint) if get_origin(hint) is tuple and Ellipsis not in get_args(hint) else ()
        types = parts if len(parts) == len(target.items) else (None,) * len(target.items)
        return {name: one for item, part in zip(target.items, types, strict=True) for name, one in _bound(item, part).items()}
    return {}
