"""Pydantic's errors as findings: in Dutch, at the place, with the word that was probably meant."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError

from ..findings.catalogue import reading, shape
from ..findings.code import Code
from ..findings.finding import Finding
from ..model.base import Gebeurtenis, Model
from ..model.facts import fact_kinds
from ..model.kinds import event_models
from ..model.reflect import FieldSpec, fields_of
from .nearmiss import nearest
from .parse import MOST_FINDINGS
from .shape_forms import form_words, quotes_remedy
from .source import Source
from .tree import Document, Tree

_CODES: dict[str, Code] = {
    "missing": shape.MISSING,
    "extra_forbidden": shape.UNKNOWN_KEY,
    "literal_error": shape.UNKNOWN_VALUE,
    "datum": shape.DATE,
    "ja_nee": shape.YES_NO,
    "getal": shape.NUMBER,
    "tijd": shape.TIME,
    "aantal": shape.COUNT,
    "procent": shape.PERCENT,
    "groep": shape.GROUP,
    "string_too_short": shape.BLANK,
    "union_tag_invalid": shape.EVENT_KIND,
    "union_tag_not_found": shape.NO_EVENT_KIND,
    "too_short": shape.TOO_FEW,
    "string_type": shape.SHAPE,
    "list_type": shape.SHAPE,
    "dict_type": shape.SHAPE,
    "model_type": shape.SHAPE,
    "model_attributes_type": shape.SHAPE,
}

_BLOCK = (
    "Hier hoort een blok met eigen velden.",
    "Zet de velden eronder, ingesprongen, elk als `veld: waarde`.",
)
_SHAPES = {
    "string_type": (
        "Hier hoort gewone tekst, geen lijst of blok.",
        "Schrijf één tekst achter de dubbele punt. Begint hij met `[` of `{`, zet hem dan tussen aanhalingstekens.",
    ),
    "list_type": (
        "Hier hoort een lijst.",
        "Zet elk deel op een eigen regel die met een streepje begint, of schrijf waarden tussen `[` en `]`.",
    ),
    "dict_type": _BLOCK,
    "model_type": _BLOCK,
    "model_attributes_type": _BLOCK,
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4}", re.ASCII)


def shape_findings(error: ValidationError, model: type[Model], document: Document, source: Source) -> list[Finding]:
    """One finding for each of pydantic's errors, at most one a place, and not more than a person can mend."""
    found: dict[tuple[Any, ...], Finding] = {}
    for detail in error.errors(include_url=False):
        path = _real_path(detail["loc"], document.root)
        finding = _finding(detail, path, model, document, source)
        if len(found) >= MOST_FINDINGS:
            return [*found.values(), reading.TOO_MANY.at(finding.place)]
        found.setdefault((finding.place.line, finding.place.column, finding.code, finding.message), finding)
    return list(found.values())


def _real_path(loc: tuple[str | int, ...], root: Tree) -> list[str | int]:
    """`loc` without the union tags that pydantic puts in, which are no keys of the record."""
    path: list[str | int] = []
    node: Any = root
    for index, step in enumerate(loc):
        after_item = index > 0 and isinstance(loc[index - 1], int)
        if after_item and isinstance(node, dict) and node.get("soort") == step and step in _tags():
            continue
        path.append(step)
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            node = None
    return path


def _finding(detail: Any, path: list[str | int], model: type[Model], document: Document, source: Source) -> Finding:
    kind: str = detail["type"]
    spec = _spec(path, model, document.root)
    code = _CODES.get(kind, shape.PATTERN)
    suggestion = None
    message, remedy = _SHAPES.get(kind, ("", ""))
    if kind == "string_pattern_mismatch":
        code, remedy = form_words(detail.get("ctx", {}).get("pattern", ""), detail["input"])
    if kind == "datum" and _DAY.fullmatch(str(detail["input"])):
        message, remedy = _no_day(str(detail["input"]))
    on_key = kind in ("extra_forbidden",)
    if kind == "missing":
        message = f"Het verplichte veld `{path[-1]}` ontbreekt."
        blank = document.blanks.get(id(_node(path[:-1], document.root)), {})
        if path[-1] in blank:
            message = f"Het verplichte veld `{path[-1]}` is niet ingevuld."
        remedy = f"Vul `{path[-1]}` in. {spec.description}" if spec and spec.description else ""
    elif kind == "extra_forbidden":
        owner = owner_of(path[:-1], model, document.root)
        suggestion = nearest(path[-1], owner) if owner else None
        if owner and not suggestion:
            remedy = f"Hier mogen staan: {_listed(list(owner))}."
    elif kind in ("literal_error", "union_tag_invalid"):
        options = _options(kind, detail, spec)
        suggestion = nearest(_text(detail, kind), options)
        remedy = f"Kies uit: {_listed(options)}."
        if kind == "union_tag_invalid":
            path = [*path, "soort"]
    elif code is shape.PATTERN and not remedy and spec and spec.description:
        remedy = f"Schrijf dit veld in de vaste vorm. {spec.description}"
    if suggestion:
        remedy = f"Bedoelde u `{suggestion}`?" + (f" {remedy}" if remedy else "")
    if kind not in ("missing", "extra_forbidden") and (quotes := quotes_remedy(detail["input"])):
        remedy = f"{quotes} {remedy}".strip()
    mark, _ = document.mark(path, key=on_key)
    if mark is None and document.root:  # a key of the record itself is missing: its first line answers
        mark = document.marks[id(document.root)][0]
    return code.at(source.place(mark), message, remedy=remedy, suggestion=suggestion)


def _no_day(text: str) -> tuple[str, str]:
    """Why a text in the form of a date is none."""
    year = next(int(one) for one in text.split("-") if len(one) == 4)
    if 1900 <= year <= 2200:
        return "Deze dag staat niet op de kalender.", "Verbeter de dag of de maand."
    return "Dit jaartal kan niet kloppen.", "Verbeter het jaartal."


def _text(detail: Any, kind: str) -> object:
    return detail["ctx"]["tag"] if kind == "union_tag_invalid" else detail["input"]


def _options(kind: str, detail: Any, spec: FieldSpec | None) -> list[str]:
    if kind == "union_tag_invalid":
        return _expected(detail["ctx"]["expected_tags"])
    if spec and spec.values:
        return list(spec.values)
    return _expected(detail["ctx"]["expected"])


def _expected(words: object) -> list[str]:
    return [one.strip(" '") for one in str(words).replace(" or ", ", ").split(",")]


@cache
def _tags() -> frozenset[str]:
    """Every word by which pydantic can tell kinds of event apart."""
    return frozenset(event_models()) | {kind for kind, one in fact_kinds("sop").items() if one.field == "tijdlijn"}


def _listed(words: list[str]) -> str:
    return ", ".join(f"`{one}`" for one in words)


def _node(path: list[str | int], root: Tree) -> Any:
    node: Any = root
    for step in path:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            return None
    return node


def owner_of(path: list[str | int], model: type[Model], root: Tree) -> dict[str, FieldSpec] | None:
    """The fields of the model that stands at `path`."""
    fields = fields_of(model)
    node: Any = root
    variants: dict[str, type[BaseModel]] = {}
    for step in path:
        node = _node([step], node)
        if isinstance(step, int):
            if variants and isinstance(node, dict):
                fields = fields_of(variants.get(str(node.get("soort")), Gebeurtenis))
            continue
        spec = fields.get(step)
        if spec is None:
            return None
        variants = dict(spec.variants)
        fields = fields_of(spec.model) if spec.model is not None else fields if variants else {}
    return fields or None


def _spec(path: list[str | int], model: type[Model], root: Tree) -> FieldSpec | None:
    names = [index for index, step in enumerate(path) if isinstance(step, str)]
    if not names:
        return None
    owner = owner_of(path[: names[-1]], model, root)
    name = path[names[-1]]
    return owner.get(name) if owner and isinstance(name, str) else None
