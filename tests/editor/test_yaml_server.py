"""The schemas in YAML Language Server, as VS Code runs it, in a folder as `bo init` makes it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from basisondersteuning.model.kinds import event_models
from basisondersteuning.model.reflect import fields_of
from basisondersteuning.records.load import load
from conftest import EXAMPLES, program

from .lsp_session import Session
from .marks import keys, marked

pytestmark = pytest.mark.needs("yaml-language-server")

CAN = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
    },
}

HEAD = """\
soort: dossier
leerling: {id: L-0101, geboortedatum: 2018-03-14, groep: 5}
school: 99XX00
tijdlijn:
"""


def nested(flat: dict[str, Any]) -> dict[str, Any]:
    """Settings as VS Code hands them over: `yaml.hover` as `hover` within `yaml`."""
    found: dict[str, Any] = {}
    for key, value in flat.items():
        *blocks, last = [key] if key.startswith("[") else key.split(".")
        node = found
        for one in blocks:
            node = node.setdefault(one, {})
        node[last] = value
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `bo init` makes, with the examples beside it."""
    root = tmp_path_factory.mktemp("school")
    command = [sys.executable, "-m", "basisondersteuning", "init", str(root), "--school", "99XX00", "--naam", "De Wierhaven"]
    subprocess.run([*command, "--voorbeeld", "--ja"], capture_output=True, check=True)
    made = (root / "bo.yaml").read_bytes()
    shutil.copytree(EXAMPLES, root, dirs_exist_ok=True)
    shutil.move(root / "bo.yaml", root / "sops" / "2025-2026" / "bo.yaml")
    (root / "bo.yaml").write_bytes(made)
    return root


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Session]:
    settings = nested(json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8")))
    session = Session([program("yaml-language-server") or "", "--stdio"], folder, settings, **CAN)
    assert session.diagnostics(session.open(folder / "dossiers" / "fout.yaml", "soort: dossier\n")), "no schema was found"
    yield session
    assert session.end() == 0


def examples(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.yaml"))


def offered(server: Session, folder: Path, text: str, name: str = "dossiers/nieuw.yaml") -> dict[str, str]:
    """What is offered at the mark, with the text that would be put there."""
    made = marked(text)
    uri = server.open(folder / name, made.text)
    found = server.at("completion", uri, made.line, made.character)
    items = found["items"] if isinstance(found, dict) else found
    return {one["label"]: one.get("insertText") or one["textEdit"]["newText"] for one in items}


def test_no_example_has_a_mistake(server: Session, folder: Path) -> None:
    opened = {path: server.open(path, path.read_text(encoding="utf-8")) for path in examples(folder)}
    assert len(opened) > 50
    assert {path.name: found for path, uri in opened.items() if (found := server.diagnostics(uri))} == {}


def test_every_key_of_every_example_is_explained(server: Session, folder: Path) -> None:
    explained: dict[tuple[str, ...], str] = {}
    for path in examples(folder):
        loaded = load(str(path), today=date(2026, 12, 31))
        assert loaded.document is not None and loaded.kind is not None
        uri = server.open(path, path.read_text(encoding="utf-8"))
        for where, mark in keys(loaded.document, loaded.document.root, (loaded.kind,)):
            if where not in explained:
                found = server.at("hover", uri, mark.line, mark.column + 1)
                explained[where] = found["contents"]["value"] if found else ""
    assert len(explained) > 500
    words = re.compile(r"#### .+\n\n(?!Source|Allowed)[\w`].*[.?]\n")
    assert {one: text for one, text in explained.items() if not words.match(text)} == {}
    assert (
        "Blijkt hieruit dat een vorm van ondersteuning gewenst is?"
        in explained["dossier", "tijdlijn", "observatie", "ondersteuning_gewenst"]
    )


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        (
            f"{HEAD}  - {{datum: 2026-11-03, soort: ondersteuning, id: o1, vakgebied: reken, doel: x, aanpak: y, door: lk}}\n",
            4,
            "reken",
        ),
        (f"{HEAD}  - {{datum: 3 november, soort: behoeften}}\n", 4, "3 november"),
        (f"{HEAD}  - {{datum: 2026-11-03, soort: behoefte}}\n", 4, "behoefte"),
        (f"{HEAD}afwijking: x\n", 4, "afwijking"),
        ("soort: dossier\nleerling: {id: L-0101, groep: 5}\nschool: 99XX00\n", 1, "leerling"),
    ],
)
def test_a_mistake_is_underlined_where_it_is(server: Session, folder: Path, text: str, line: int, part: str) -> None:
    uri = server.open(folder / "dossiers" / "fout.yaml", text)
    found = server.diagnostics(uri)
    assert {one["range"]["start"]["line"] for one in found} == {line}
    start = found[0]["range"]["start"]["character"]
    assert text.splitlines()[line][start:].startswith((part, "{"))


def test_a_new_file_begins_with_the_keys_of_its_kind(server: Session, folder: Path) -> None:
    found = offered(server, folder, "‸")
    assert {"soort", "leerling", "school", "betrokkenen", "tijdlijn", "afwijkingen"} <= set(found)
    assert found["soort"] == "soort: dossier"
    assert found["leerling"].split("\n  ") == ["leerling:", "id: $1", "geboortedatum: $2", "groep: $3"]


@pytest.mark.parametrize("kind", event_models())
def test_after_its_kind_an_event_gets_its_own_keys(server: Session, folder: Path, kind: str) -> None:
    found = offered(server, folder, f"{HEAD}  - datum: 2026-11-03\n    soort: {kind}\n    ‸\n")
    own = set(fields_of(event_models()[kind])) - {"datum", "soort"}
    words = {one for one in found if one.islower()}
    assert own == words
    assert all(text.startswith(f"{key}:") for key, text in found.items() if key in own)


def test_a_closed_list_is_offered_and_nothing_is_made_up(server: Session, folder: Path) -> None:
    event = f"{HEAD}  - datum: 2026-11-03\n    soort: ondersteuning\n"
    assert set(offered(server, folder, f"{event}    vorm: ‸\n")) == {"nieuw", "geintensiveerd", "aangepast", "voortgezet"}
    assert set(offered(server, folder, f"{HEAD}  - datum: 2026-11-03\n    soort: ‸\n")) == set(event_models())
    assert {"ja", "nee"} <= set(
        offered(server, folder, f"{HEAD}  - datum: 2026-11-03\n    soort: observatie\n    ondersteuning_gewenst: ‸")
    )
    for free in ("id", "door", "doel"):
        assert not {"true", "false", "null"} & set(offered(server, folder, f"{event}    {free}: ‸\n"))


def test_a_whole_event_can_be_chosen(server: Session, folder: Path) -> None:
    found = offered(server, folder, f"{HEAD}  - ‸\n")
    assert set(event_models()) <= set(found)
    assert found["evaluatie"].split() == ["datum:", "$1", "soort:", "evaluatie", "van:", "$2"]
    later = offered(server, folder, f"{HEAD}  - datum: 2026-11-03\n    soort: evaluatie\n    ‸\n")
    assert not set(event_models()) & set(later), "an event that has its kind gets no other"


def test_a_modeline_names_the_schema_of_a_file_elsewhere(server: Session, folder: Path) -> None:
    text = "# yaml-language-server: $schema=../schemas/ot.schema.json\n‸\n"
    found = offered(server, folder, text, "elders/overleg.yaml")
    assert {"soort", "agenda", "voorzitter"} <= set(found)
    assert set(offered(server, folder, "‸\n", "elders/iets.yaml")).isdisjoint({"agenda", "voorzitter"})
