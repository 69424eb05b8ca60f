"""The JSON Schemas: in step with the models, well formed, Dutch, and accepting what `bo` accepts."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from pydantic import TypeAdapter
from tools.write_schemas import FOLDER

from basisondersteuning.cli.app import run
from basisondersteuning.model.kinds import RECORD_KINDS, event_models
from basisondersteuning.model.schema import DIALECT, record_schema, schema_text
from basisondersteuning.model.schema_values import DAY
from basisondersteuning.model.types import Datum
from basisondersteuning.records.load import load_text
from basisondersteuning.records.write import dump
from schema_checks import accepts, findings

KEYWORDS = {
    "$schema", "$id", "$ref", "$defs", "title", "description", "default", "examples", "type", "properties", "required",
    "additionalProperties", "propertyNames", "maxProperties", "minProperties", "items", "minItems", "enum", "const", "pattern",
    "minimum", "maximum", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "defaultSnippets",
}  # fmt: skip


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema, itself first."""
    if not isinstance(schema, dict):
        return
    yield schema
    for key in ("items", "additionalProperties", "propertyNames", "not", "if", "then", "else"):
        yield from parts(schema.get(key))
    for key in ("allOf", "anyOf", "oneOf"):
        for one in schema.get(key, ()):
            yield from parts(one)
    for key in ("properties", "$defs"):
        for one in schema.get(key, {}).values():
            yield from parts(one)


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
    jsonschema_rs.meta.validate(schema)
    used = {"#"}
    for part in parts(schema):
        assert set(part) <= KEYWORDS
        if "$ref" in part:
            used.add(part["$ref"].removeprefix("#/$defs/"))
            assert part["$ref"].removeprefix("#/$defs/") in schema["$defs"]
        if "pattern" in part:
            re.compile(part["pattern"])
            assert "\\d" not in part["pattern"]  # Arabic-Indic digits are digits to Python, not to ECMAScript
    assert used == {"#", *schema["$defs"]}, "a definition that nothing refers to"


def test_well_formed_for_check_jsonschema() -> None:
    files = [str(one) for one in sorted(FOLDER.glob("*.json"))]
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--check-metaschema", *files], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_form_of_a_date_is_that_of_the_field_type() -> None:
    assert TypeAdapter(Datum).json_schema()["pattern"].replace(r"\d", "[0-9]") == DAY["pattern"]


def described(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The schema itself, each definition, and each key that a person can write, by name."""
    yield "#", schema
    yield from schema["$defs"].items()
    conditions = [part["if"] for part in parts(schema) if "if" in part]
    for part in parts(schema):
        if part.get("type") == "object" and not any(part is one for one in conditions):
            yield from part.get("properties", {}).items()


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_everything_has_a_dutch_title_and_description(kind: str) -> None:
    schema = record_schema(kind)
    for name, part in described(schema):
        assert part.get("title"), name
        assert re.search(r"[.?]$", part.get("description", "")), name
        assert not re.search(r"\b(the|of a|is a|which|events?)\b", f"{part['title']} {part['description']}"), name
    titles = [one["title"] for name, one in schema["$defs"].items() if not name.startswith("toets_")]
    assert len(titles) == len(set(titles)), "a model without a title of its own has that of its parent"


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_no_key_is_allowed_that_is_not_described(kind: str) -> None:
    schema = record_schema(kind)
    for name, one in (("#", schema), *schema["$defs"].items()):
        if "properties" in one and name not in ("patroon", "patroon_sop", "patroon_kengetallen", "verwachtingen_op_dag"):
            assert one["additionalProperties"] is False, name


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_every_example_is_right(kind: str) -> None:
    schema = record_schema(kind)
    number = 0
    for part in parts(schema):
        for example in part.get("examples", ()):
            number += 1
            with_definitions = {**part, "$defs": schema["$defs"]}
            assert jsonschema_rs.Draft202012Validator(with_definitions).is_valid(example), (part.get("title"), example)
    assert number > 4


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_bo_accepts_the_example_of_a_whole_record(kind: str) -> None:
    (example,) = record_schema(kind)["examples"]
    assert example["soort"] == kind
    found = load_text(f"{kind}.yaml", dump(_as_text(example)).encode(), today=date(2026, 12, 31))
    assert found.record is not None
    wrong = [one.code for one in findings(found, alone=True)]
    # alone: without the frame that the example builds on, which has its niveaus
    assert set(wrong) <= {"normenkader": {"BO407"}, "kaderproeven": {"BO433"}}.get(kind, set())


def _as_text(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _as_text(one) for key, one in tree.items()}
    return [_as_text(one) for one in tree] if isinstance(tree, list) else str(tree)


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_where_an_example_helps_there_is_one(kind: str) -> None:
    """Behind a key for a date, a reference, a code or a school."""
    schema = record_schema(kind)
    for part in parts(schema):
        pattern = part.get("pattern", "")
        if pattern and pattern not in ("\\S", "^[0-9]{1,9}$"):
            assert part.get("examples"), (part.get("title"), pattern)


def test_every_kind_of_event_has_its_branch() -> None:
    items = record_schema("dossier")["properties"]["tijdlijn"]["items"]
    assert items["properties"]["soort"]["enum"] == list(event_models())
    assert [one["if"]["properties"]["soort"]["const"] for one in items["allOf"]] == list(event_models())


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
    assert accepts("dossier", DOSSIER)
    assert accepts("dossier", _with(("tijdlijn", 0, "vakgebied"), ["taal", "spelling"]))
    assert accepts("dossier", _with(("leerling", "groep"), "08"))


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
    assert not accepts("dossier", _with(path, value))


def run_bo(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(list(arguments))
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def test_bo_schema_prints_a_schema(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run_bo(capsys, "schema", "dossier")
    assert (code, err) == (0, "")
    assert out == schema_text("dossier")


def test_bo_schema_writes_them_all_and_says_what_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "een" / "schemas"
    code, out, _ = run_bo(capsys, "schema", "--out", str(folder))
    assert code == 0
    assert [line.rpartition(": ")[2] for line in out.splitlines()] == ["nieuw"] * len(RECORD_KINDS)
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == {
        one.name: one.read_bytes() for one in FOLDER.glob("*.json")
    }
    (folder / "dossier.schema.json").write_text("{}", encoding="utf-8")
    (folder / "normenkader.schema.json").unlink()
    before = (folder / "kaderproeven.schema.json").stat().st_mtime_ns
    code, out, _ = run_bo(capsys, "schema", "--out", str(folder))
    said = {Path(line.rpartition(": ")[0]).name.split(".")[0]: line.rpartition(": ")[2] for line in out.splitlines()}
    changed = {"dossier": "vervangen; de inhoud was anders", "normenkader": "nieuw"}
    assert said == {kind: changed.get(kind, "ongewijzigd") for kind in RECORD_KINDS}
    assert json.loads((folder / "dossier.schema.json").read_text(encoding="utf-8"))["title"] == "Dossier"
    assert (folder / "kaderproeven.schema.json").stat().st_mtime_ns == before


def test_bo_schema_writes_only_the_kind_that_was_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, _ = run_bo(capsys, "schema", "dossier", "--out", str(tmp_path))
    assert code == 0
    assert [one.name for one in tmp_path.iterdir()] == ["dossier.schema.json"]


def test_bo_schema_says_when_it_cannot_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bestand").write_text("x", encoding="utf-8")
    code, out, err = run_bo(capsys, "schema", "--out", str(tmp_path / "bestand"))
    assert (code, out) == (2, "")
    assert "schrijven naar deze map lukt niet" in err
    assert (tmp_path / "bestand").read_text(encoding="utf-8") == "x"
