"""What can be changed in a record, as data; and what the record becomes by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from ..tree import Path, Tree


class Add(NamedTuple):
    """A new item in the list at `path`, before the item that is `at` that place, or at the end.

    A list that is not there yet, or has nothing behind its key, is made.
    """

    path: Path
    item: Tree
    at: int | None = None


class Put(NamedTuple):
    """A value in place of what stands at `path`; a key that is not there yet comes at the end of its mapping."""

    path: Path
    value: Tree


class Rename(NamedTuple):
    """Another name for the key at `path`. The new name may not be there yet."""

    path: Path
    key: str


class Drop(NamedTuple):
    """The key or the item at `path` goes, with its own comments: behind it, and directly above it."""

    path: Path


class Order(NamedTuple):
    """The items of the list at `path` in another order: `order` holds their old places. Comments above an item go with it."""

    path: Path
    order: tuple[int, ...]


Change: TypeAlias = Add | Put | Rename | Drop | Order


def changed(root: dict[str, Tree], changes: Sequence[Change]) -> dict[str, Tree]:
    """The record with the changes made, one after the other; places count after the changes before.

    Raises LookupError or TypeError where a path leads nowhere.
    """
    tree: Tree = root
    for one in changes:
        tree = _made(tree, one.path, one)
    if not isinstance(tree, dict):
        raise TypeError(tree)
    return tree


def _made(tree: Tree, path: Path, change: Change) -> Tree:
    """A copy of the tree with the change; only containers on the way are copied."""
    if not path:
        return _here(tree, change)
    step, rest = path[0], path[1:]
    if isinstance(tree, list) and isinstance(step, int):
        if not 0 <= step < len(tree):
            raise IndexError(step)
        if not rest and isinstance(change, Drop):
            return [*tree[:step], *tree[step + 1 :]]
        return [*tree[:step], _made(tree[step], rest, change), *tree[step + 1 :]]
    if not isinstance(tree, dict) or not isinstance(step, str):
        raise TypeError(step)
    if not rest and isinstance(change, Drop):
        if step not in tree:
            raise KeyError(step)
        return {key: one for key, one in tree.items() if key != step}
    if not rest and isinstance(change, Rename):
        if step not in tree or change.key in tree:
            raise KeyError(change.key)
        return {change.key if key == step else key: one for key, one in tree.items()}
    if step not in tree:
        if rest or not isinstance(change, Add | Put):
            raise KeyError(step)
        return {**tree, step: change.value if isinstance(change, Put) else [change.item]}
    return {**tree, step: _made(tree[step], rest, change)}


def _here(tree: Tree, change: Change) -> Tree:
    """The change of the value itself."""
    if isinstance(change, Put):
        return change.value
    if not isinstance(tree, list):
        raise TypeError(change)
    if isinstance(change, Add):
        at = len(tree) if change.at is None else change.at
        if at < 0:
            raise IndexError(at)
        return [*tree[:at], change.item, *tree[at:]]
    if isinstance(change, Order):
        if sorted(change.order) != list(range(len(tree))):
            raise IndexError(change.order)
        return [tree[one] for one in change.order]
    raise TypeError(change)
