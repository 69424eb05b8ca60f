"""What an editor offers while typing: keys and words that fit, people by role, events, and codes of rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lsprotocol import types
from pydantic import BaseModel

from ..model.reflect import FieldSpec, fields_of
from ..model.words import plain
from ..records.tree import Tree
from .desk import Desk
from .examined import Examined, named_things
from .marked import explained_field
from .spot import Spot, spot_at
from .standing import KIND, Standing, kind_of_event, standing

_KINDS = types.CompletionItemKind


def completions(
    examined: Examined, position: types.Position, desk: Desk, today: date, *, snippets: bool
) -> list[types.CompletionItem]:
    """What fits at a position, in the order in which it is best shown. `snippets`: the editor can fill in pieces."""
    text = examined.text
    spot = spot_at(text.text, text.offset(position))
    if spot is None:
        return []
    at = standing(spot.document.root, spot.path[:-1] if spot.key else spot.path)
    if at is None:
        return []
    place = text.range(spot.start, spot.end)
    if spot.key or (at.block and spot.path):
        found = list(_keys(at, spot, examined, place))
        if at.variants and (not spot.key or _alone(spot)) and snippets:
            found = [*_whole_events(at, spot, place), *found]
    elif at.field is not None:
        found = list(_values(at.field, spot, examined, place, desk, today))
    else:
        found = []
    for number, one in enumerate(found):
        one.sort_text = f"{number:04}"
    return found


def _item(
    label: str, place: types.Range, kind: types.CompletionItemKind, detail: str = "", new: str = ""
) -> types.CompletionItem:
    edit = types.TextEdit(place, new or label)
    return types.CompletionItem(label, kind=kind, detail=detail or None, text_edit=edit, filter_text=label)


def _block(spot: Spot) -> dict[str, Tree]:
    """The block in which a key is typed."""
    node: Tree = spot.document.root
    for step in spot.path[:-1] if spot.key else spot.path:
        node = node[step]  # type: ignore[index]
    return node if isinstance(node, dict) else {}


def _alone(spot: Spot) -> bool:
    return not set(_block(spot)) - {spot.word}


def _keys(at: Standing, spot: Spot, examined: Examined, place: types.Range) -> Iterator[types.CompletionItem]:
    """The keys that are not there yet; those that must be there first."""
    there = set(_block(spot)) - {spot.word}
    specs = _specs(at)
    colon = "" if examined.text.text[spot.end :].lstrip(" ").startswith(":") else ": "
    for name, spec in sorted(specs.items(), key=lambda one: (one[0] != "soort", not one[1].required)):
        if name in there:
            continue
        new = f"{name}{colon}" if spec.kind != "record" or spot.flow else f"{name}{colon.rstrip()}"
        item = _item(name, place, _KINDS.Property, "verplicht" if spec.required else "", new)
        item.documentation = types.MarkupContent(types.MarkupKind.Markdown, explained_field(name, spec))
        yield item


def _specs(at: Standing) -> dict[str, FieldSpec]:
    if at.model is not None:
        found = fields_of(at.model)
        return {**found, "soort": kind_of_event(at.field)} if at.variants and at.field is not None else found
    if at.field is None:
        return {"soort": KIND}
    if not at.variants:
        return {}
    every = [fields_of(model) for _, model in at.variants]
    shared = {name: spec for name, spec in every[0].items() if all(name in one for one in every)}
    return {**shared, "soort": kind_of_event(at.field)}


def _values(
    spec: FieldSpec, spot: Spot, examined: Examined, place: types.Range, desk: Desk, today: date
) -> Iterator[types.CompletionItem]:
    root = spot.document.root
    if spec.kind == "persoon":
        for _, one in named_things(root, spot.path, "rol"):
            roles = one["rol"] if isinstance(one["rol"], list) else [one["rol"]]
            words = [role for role in roles if isinstance(role, str)]
            if not spec.roles or not set(spec.roles).isdisjoint(words):
                name = one.get("naam")
                detail = ", ".join([*([name] if isinstance(name, str) else []), *map(plain, words)])
                yield _item(str(one["id"]), place, _KINDS.Value, detail)
    elif spec.kind == "gebeurtenis":
        for _, one in named_things(root, spot.path, "soort"):
            kind, day = one["soort"], one.get("datum")
            if isinstance(kind, str) and (not spec.kinds or kind in spec.kinds):
                detail = f"{plain(kind)} van {day}" if isinstance(day, str) else plain(kind)
                yield _item(str(one["id"]), place, _KINDS.Reference, detail)
    elif spec.name == "regel":
        assessor = desk.assessor(examined.path, today)
        for code, rule in assessor.frame.by_code.items() if assessor.frame is not None else ():
            yield _item(code, place, _KINDS.Constant, rule.title)
    elif spec.kind == "datum":
        yield _item(today.isoformat(), place, _KINDS.Value, "vandaag")
    else:
        for word in spec.values or (("ja", "nee") if spec.kind == "ja_nee" else ()):
            yield _item(word, place, _KINDS.EnumMember, plain(word) if plain(word) != word else "")


def _whole_events(at: Standing, spot: Spot, place: types.Range) -> Iterator[types.CompletionItem]:
    """Each kind of event with all that must be in it, to fill in."""
    for kind, model in at.variants:
        item = _item(kind, place, _KINDS.Snippet, "met alle verplichte velden", _form(kind, model, flow=spot.flow))
        item.insert_text_format = types.InsertTextFormat.Snippet
        item.insert_text_mode = types.InsertTextMode.AdjustIndentation
        yield item


def _form(kind: str, model: type[BaseModel], *, flow: bool) -> str:
    keys = [name for name, spec in fields_of(model).items() if spec.required and name not in ("soort", "datum")]
    lines = ["datum: ${1:}", f"soort: {kind}", *(f"{name}: ${{{number}:}}" for number, name in enumerate(keys, 2))]
    return ", ".join(lines) if flow else "\n  ".join(lines)
