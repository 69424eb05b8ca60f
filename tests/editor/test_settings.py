"""What `bo init` gives an editor."""

from __future__ import annotations

import json
from datetime import date
from fnmatch import fnmatch

from basisondersteuning.editor.settings import editor_files
from basisondersteuning.model.kinds import RECORD_KINDS
from basisondersteuning.records.load import load
from conftest import EXAMPLES

SETTINGS = json.loads(editor_files()[".vscode/settings.json"])


def schemas_for(name: str) -> list[str]:
    found = []
    for schema, patterns in SETTINGS["yaml.schemas"].items():
        fits = [one for one in patterns if not one.startswith("!") and matches(name, one)]
        left = [one for one in patterns if one.startswith("!") and matches(name, one[1:])]
        found += [schema] if fits and not left else []
    return found


def matches(name: str, pattern: str) -> bool:
    return fnmatch(name, pattern) or fnmatch(name, pattern.replace("**/", ""))


def test_every_kind_of_record_has_its_schema() -> None:
    assert set(SETTINGS["yaml.schemas"]) == {f"./schemas/{kind}.schema.json" for kind in RECORD_KINDS}


def test_every_example_gets_the_schema_of_its_kind() -> None:
    seen = 0
    for path in EXAMPLES.rglob("*.yaml"):
        name = path.relative_to(EXAMPLES).as_posix()
        if not name.startswith("duo/"):  # a samenwerkingsverband of its own
            seen += 1
            kind = load(str(path), today=date(2026, 12, 31)).kind
            assert schemas_for(name) == [f"./schemas/{kind}.schema.json"], name
    assert seen > 50


def test_nothing_is_fetched_reported_or_reformatted() -> None:
    assert SETTINGS["yaml.schemaStore.enable"] is False
    assert SETTINGS["yaml.kubernetesCRDStore.enable"] is False
    assert SETTINGS["redhat.telemetry.enabled"] is False
    assert SETTINGS["yaml.format.enable"] is False
    assert SETTINGS["[yaml]"]["editor.formatOnSave"] is False
