"""What an editor shows when a reader points at a word."""

from __future__ import annotations

from datetime import date

from lsprotocol import types

from ..findings.catalogue import find
from ..model.words import plain
from ..records.tree import Tree
from .desk import Desk
from .duties import overview
from .examined import Examined, find_named
from .marked import explained_code, explained_field, explained_rule, literal
from .spot import Spot, spot_at, word_at
from .standing import standing


def hover(examined: Examined, position: types.Position, desk: Desk, today: date) -> types.Hover | None:
    """The words for what stands at a position; None where there is nothing to say."""
    text = examined.text
    offset = text.offset(position)
    start, end = word_at(text.text, offset)
    word = text.text[start:end]
    said = _of_code(word, examined.path, desk, today) or _of_spot(spot_at(text.text, offset), examined)
    if not said:
        return None
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, said), text.range(start, end))


def _of_code(word: str, path: str, desk: Desk, today: date) -> str:
    """A finding code or the code of a rule, wherever it stands."""
    code = word.rstrip(".")
    if code[:2] == "BO" and (known := find(code)) is not None:
        return explained_code(known)
    if "-" in code and code[:1].isupper() and (found := desk.rule(code, path, today)) is not None:
        return explained_rule(found)
    return ""


def _of_spot(spot: Spot | None, examined: Examined) -> str:
    if spot is None:
        return ""
    at = standing(spot.document.root, spot.path)
    if list(spot.path) == ["leerling"] and spot.key and (whole := "\n".join(overview(examined))):
        return whole
    if at is None or at.field is None:
        return ""
    if not spot.key:
        named = _of_named(spot, at.field.kind)
        if named:
            return named
        if at.field.name == "soort":
            return _of_kind(spot)
    name = next((one for one in reversed(spot.path) if isinstance(one, str)), at.field.name)
    return explained_field(name, at.field)


def _of_kind(spot: Spot) -> str:
    """A kind of event or record, in the words of its model."""
    block = standing(spot.document.root, spot.path[:-1])
    if block is None or block.model is None:
        return ""
    extra = block.model.model_config.get("json_schema_extra")
    return f"**{plain(spot.word)}**\n\n{extra['description']}" if isinstance(extra, dict) and "description" in extra else ""


def _of_named(spot: Spot, kind: str) -> str:
    if kind == "persoon" and (one := find_named(spot.document.root, spot.path, "rol", spot.word)) is not None:
        return person_words(one[1])
    if kind == "gebeurtenis" and (one := find_named(spot.document.root, spot.path, "soort", spot.word)) is not None:
        return event_words(one[1])
    return ""


def person_words(person: dict[str, Tree]) -> str:
    """Someone by name and role."""
    roles = person.get("rol", "")
    listed = [one for one in roles if isinstance(one, str)] if isinstance(roles, list) else [roles]
    name = person.get("naam", "")
    role = ", ".join(plain(one) for one in listed if isinstance(one, str) and one)
    return f"**{literal(name)}**, {literal(role)}" if isinstance(name, str) and name else literal(role)


def event_words(event: dict[str, Tree]) -> str:
    """An event with all that is filled in."""
    head = f"**{literal(plain(_text(event.get('soort'))))}** van {literal(_text(event.get('datum')))}"
    more = {key: value for key, value in event.items() if key not in ("soort", "datum", "id")}
    rest = [f"- {literal(plain(key))}: {literal(_text(value))}" for key, value in more.items()]
    return "\n".join([head, "", *rest])


def _text(value: Tree | None) -> str:
    if isinstance(value, list):
        return ", ".join(_text(one) for one in value if isinstance(one, str)) or f"{len(value)} onderdelen"
    return value if isinstance(value, str) else ""
