"""From plain data to YAML text in the style of our records. Editing within a file that people wrote is not done here."""

from __future__ import annotations

from typing import Any

import yaml

from .disk import put as put
from .disk import putting as putting
from .disk import reason as reason
from .disk import replace as replace
from .disk import write_new as write_new
from .locking import locked as locked
from .tree import Tree


class _Plain(yaml.SafeDumper):
    """Every scalar is text to `bo`, so nothing needs quotes because it looks like a number or a date."""

    def ignore_aliases(self, _data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)


def dump(tree: Tree) -> str:
    """YAML text of plain containers and text; keys stay in their order, and reading the text gives the same tree.

    Blocks above, and on one line what holds no containers itself; an event is always on one line.
    """
    nested = isinstance(tree, dict) and any(isinstance(one, dict | list) for one in tree.values())
    flow = None if nested else False  # without containers in it the whole would come on one line
    made = yaml.dump(
        _one_line(tree), Dumper=_Plain, default_flow_style=flow, sort_keys=False, allow_unicode=True, width=1_000_000
    )
    return str(made)


def on_one_line(tree: Tree) -> str:
    """A mapping or a list as YAML on one line, without the end of the line."""
    made = yaml.dump(tree, Dumper=_OneLine, default_flow_style=True, sort_keys=False, allow_unicode=True, width=1_000_000)
    return str(made).rstrip("\n")


def quoted(text: str) -> str:
    """A text between double quotes, on one line."""
    return str(yaml.dump(text, Dumper=_Plain, default_style='"', allow_unicode=True, width=1_000_000)).rstrip("\n")


class _Flow(dict[str, Any]):
    """A mapping that is written on one line: an event of a timeline."""


_BREAKS = "\x85\u2028\u2029"
"""Ends of lines that no editor shows; they are written as a code."""


def _scalar(dumper: _Plain, text: str, coded: str) -> yaml.ScalarNode:
    """A text: an empty one in quotes, else it would be no value; one with a character of `coded` with that as a code."""
    style = "'" if not text else '"' if any(one in text for one in coded) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


class _OneLine(_Plain):
    """As above, with ends of lines in a text as `\\n`."""


_Plain.yaml_implicit_resolvers = {}
_OneLine.yaml_implicit_resolvers = {}
_Plain.add_representer(str, lambda dumper, data: _scalar(dumper, data, _BREAKS))
_OneLine.add_representer(str, lambda dumper, data: _scalar(dumper, data, "\n" + _BREAKS))
_Plain.add_representer(_Flow, lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data, flow_style=True))


def _one_line(tree: Tree) -> Any:
    """The same tree, in which each event of a timeline, and each pattern of a rule, is written on one line."""
    if isinstance(tree, list):
        return [_one_line(one) for one in tree]
    if not isinstance(tree, dict):
        return tree
    return {key: _flow(one) if key in _ON_ONE_LINE else _one_line(one) for key, one in tree.items()}


def _flow(tree: Tree) -> Any:
    if isinstance(tree, list):
        return [_flow(one) for one in tree]
    return _Flow(tree) if isinstance(tree, dict) else tree


_ON_ONE_LINE = frozenset(
    {"tijdlijn", "betrokkenen", "afwijkingen"} | {"bron", "geldig", "als", "dan", "vooraf", "sinds", "moet", "nooit", "binnen"}
)
"""Keys whose mappings, also those in a list, are each written on one line: the way people write them."""
