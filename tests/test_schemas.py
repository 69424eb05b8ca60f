"""The JSON Schemas: in step with the models, well formed, and accepting what `bo` accepts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tools.write_schemas import FOLDER, schema_text

from basisondersteuning.model.kinds import RECORD_KINDS, event_models
from basisondersteuning.model.schema import DIALECT, record_schema
from basisondersteuning.norms.library import BUILT_IN
from basisondersteuning.records.load import load

EXAMPLES = sorted(Path(__file__).parents[1].joinpath("examples").rglob("*.yaml"))
KEYWORDS = {
    "$schema", "$id", "$ref", "$defs", "title", "description", "default", "type", "properties", "required",
    "additionalProperties", "maxProperties", "minProperties", "items", "minItems", "enum", "const", "pattern", "minimum",
    "maximum", "allOf", "anyOf", "if", "then", "else",
}  # fmt: skip


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema, itself first."""
    if not isinstance(schema, dict):
        return
    yield schema
    for key in ("items", "additionalProperties", "if", "then", "else"):
        yield from parts(schema.get(key))
    for key in ("allOf", "anyOf"):
        for one in schema.get(key, ()):
            yield from parts(one)
    for key in ("properties", "$defs"):
        for one in schema.get(key, {}).values():
            yield from parts(one)


def holds(schema: Any, value: Any, root: dict[str, Any]) -> bool:
    """Whether a value is valid: the keywords that these schemas use, and no more."""
    if isinstance(schema, bool):
        return schema
    if "$ref" in schema and not holds(root["$defs"][schema["$ref"].removeprefix("#/$defs/")], value, root):
        return False
    if "if" in schema:
        branch = "then" if holds(schema["if"], value, root) else "else"
        if not holds(schema.get(branch, True), value, root):
            return False
    kinds = schema.get("type")
    if kinds is not None and not _is_one_of(value, kinds if isinstance(kinds, list) else [kinds]):
        return False
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        return False
    if not all(holds(one, value, root) for one in schema.get("allOf", ())):
        return False
    if "anyOf" in schema and not any(holds(one, value, root) for one in schema["anyOf"]):
        return False
    if isinstance(value, str):
        return re.search(schema.get("pattern", ""), value) is not None
    if isinstance(value, int) and not isinstance(value, bool):
        return bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))
    if isinstance(value, list):
        return len(value) >= schema.get("minItems", 0) and all(holds(schema.get("items", True), one, root) for one in value)
    if isinstance(value, dict):
        if len(value) < schema.get("minProperties", 0):
            return False
        known = schema.get("properties", {})
        return all(one in value for one in schema.get("required", ())) and all(
            holds(known.get(key, schema.get("additionalProperties", True)), one, root) for key, one in value.items()
        )
    return True


def _is_one_of(value: Any, kinds: list[str]) -> bool:
    names = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}
    name = "null" if value is None else names[type(value)]
    return name in kinds or (name == "integer" and "number" in kinds)


class OtherLoader(yaml.SafeLoader):
    """How other tools read: scalars typed, dates as text (check-jsonschema, editors)."""


OtherLoader.yaml_implicit_resolvers = {
    first: [one for one in resolvers if not one[0].endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_in_step_with_the_models(kind: str) -> None:
    path = FOLDER / f"{kind}.schema.json"
    assert path.read_text(encoding="utf-8") == schema_text(kind), "run `make schemas`"


def test_no_schema_without_a_kind() -> None:
    assert {one.name.removesuffix(".schema.json") for one in FOLDER.glob("*.json")} == set(RECORD_KINDS)


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_well_formed(kind: str) -> None:
    schema = record_schema(kind)
    assert schema["$schema"] == DIALECT
    for part in parts(schema):
        assert set(part) <= KEYWORDS
        if "$ref" in part:
            assert part["$ref"].removeprefix("#/$defs/") in schema["$defs"]
        if "pattern" in part:
            re.compile(part["pattern"])
            assert "\\d" not in part["pattern"]  # Arabic-Indic digits are digits to Python, not to ECMAScript
        if "$defs" not in part and "required" in part and "if" not in part and "properties" in part:
            assert set(part["required"]) <= set(part["properties"])


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_every_key_is_described_in_dutch_and_no_other_key_is_allowed(kind: str) -> None:
    schema = record_schema(kind)
    for model in (schema, *schema["$defs"].values()):
        assert model["additionalProperties"] is False
        assert "description" not in model
        for name, part in model["properties"].items():
            assert name == "soort" or part["description"].endswith((".", "?")), name


def test_every_kind_of_event_has_its_branch() -> None:
    items = record_schema("dossier")["properties"]["tijdlijn"]["items"]
    assert items["properties"]["soort"]["enum"] == list(event_models())
    assert [one["if"]["properties"]["soort"]["const"] for one in items["allOf"]] == list(event_models())


@pytest.mark.parametrize("path", [*EXAMPLES, *sorted(BUILT_IN.glob("*.yaml"))], ids=lambda one: one.name)
def test_what_bo_accepts_the_schema_accepts(path: Path) -> None:
    loaded = load(str(path), today=date.max)
    if loaded.kind is None or loaded.record is None:
        pytest.skip("no record, or not a sound one")
    schema = record_schema(loaded.kind)
    assert holds(schema, yaml.load(path.read_bytes(), OtherLoader), schema)


DOSSIER = {
    "soort": "dossier",
    "leerling": {"id": 417, "geboortedatum": "2018-03-01", "groep": 5, "roepnaam": None},
    "school": "99XX00",
    "betrokkenen": [{"id": "lk", "naam": "A. Voorbeeld", "rol": "groepsleerkracht"}],
    "tijdlijn": [
        {"soort": "observatie", "datum": "3-11-2026", "door": "lk", "ondersteuning_gewenst": "ja", "vakgebied": "taal"},
        {
            "soort": "toets", "datum": {}, "naam": "Toets", "vakgebied": "taal", "methodegebonden": "nee",
            "schaal": "AE", "waarde": 7.5,
        },
    ],
    "afwijkingen": None,
}  # fmt: skip


def _with(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    copy: Any = json.loads(json.dumps(DOSSIER))
    node = copy
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    return dict(copy)


def test_accepts_what_other_readers_make_of_text() -> None:
    schema = record_schema("dossier")
    assert holds(schema, DOSSIER, schema)
    assert holds(schema, _with(("tijdlijn", 0, "vakgebied"), ["taal", "spelling"]), schema)
    assert holds(schema, _with(("leerling", "groep"), "08"), schema)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("leerling", "groep"), 9),
        (("leerling", "geboortedatum"), "2018-3-1"),
        (("leerling", "geboortedatum"), None),
        (("leerling", "klas"), "5"),
        (("school",), "99xx00"),
        (("betrokkenen", 0, "naam"), " "),
        (("betrokkenen", 0, "rol"), []),
        (("tijdlijn", 0, "soort"), "observatje"),
        (("tijdlijn", 0, "ondersteuning_gewenst"), True),
        (("tijdlijn", 0, "vakgebied"), ["lezen"]),
        (("tijdlijn", 1, "door"), {"id": "lk"}),
        (("tijdlijn", 1, "gedrag"), "past niet bij een toets"),
    ],
)
def test_refuses_a_mistake_of_form(path: tuple[str | int, ...], value: object) -> None:
    schema = record_schema("dossier")
    assert not holds(schema, _with(path, value), schema)
