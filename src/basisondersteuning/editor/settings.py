"""What an editor needs to know in a folder with records: which schema goes with which file, and how YAML is written here."""

from __future__ import annotations

import json

_SCHEMAS = {
    "dossier": ["dossiers/**/*.yaml"],
    "ot": ["ot/**/*.yaml"],
    "sop": ["sops/**/*.yaml", "!sops/**/bo.yaml"],
    "kengetallen": ["kengetallen/**/*.yaml"],
    "normenkader": ["kaders/**/*.yaml", "!kaders/**/*-proeven.yaml", "!kaders/**/*-herzieningen.yaml"],
    "kaderproeven": ["kaders/**/*-proeven.yaml"],
    "kaderherzieningen": ["kaders/**/*-herzieningen.yaml"],
    "samenwerkingsverband": ["samenwerkingsverband.yaml"],
    "instellingen": ["bo.yaml", "sops/**/bo.yaml"],
}
"""By kind of record the files it is in, in the folders that `bo init` makes; `!` leaves out."""

EXTENSION = "redhat.vscode-yaml"
"""The extension of VS Code that completes and explains YAML by a schema."""

_EDITORCONFIG = """\
# Hoe editors de bestanden in deze map schrijven: spaties, geen tabs, en letters met accenten in UTF-8.
root = true

[*.{yaml,yml}]
charset = utf-8
indent_style = space
indent_size = 2
insert_final_newline = true
trim_trailing_whitespace = false
"""


def settings_text() -> str:
    """`.vscode/settings.json`: the schemas in `schemas/` beside it, no formatting, and nothing fetched from the internet."""
    return _json(
        {
            "yaml.schemas": {f"./schemas/{kind}.schema.json": files for kind, files in _SCHEMAS.items()},
            "yaml.validate": True,
            "yaml.completion": True,
            "yaml.hover": True,
            "yaml.format.enable": False,
            "yaml.schemaStore.enable": False,
            "yaml.kubernetesCRDStore.enable": False,
            "redhat.telemetry.enabled": False,
            "files.encoding": "utf8",
            "files.exclude": {"**/.bo": True},
            "[yaml]": {
                "editor.insertSpaces": True,
                "editor.tabSize": 2,
                "editor.detectIndentation": False,
                "editor.formatOnSave": False,
                "editor.wordWrap": "on",
                "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
            },
        }
    )


def extensions_text() -> str:
    """`.vscode/extensions.json`: VS Code asks once whether to install what it recommends."""
    return _json({"recommendations": [EXTENSION]})


def editorconfig_text() -> str:
    """`.editorconfig`, which most editors read."""
    return _EDITORCONFIG


def editor_files() -> dict[str, str]:
    """The files for editors in a folder, by path from that folder with `/`, and what stands in them."""
    return {
        ".vscode/settings.json": settings_text(),
        ".vscode/extensions.json": extensions_text(),
        ".editorconfig": editorconfig_text(),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
