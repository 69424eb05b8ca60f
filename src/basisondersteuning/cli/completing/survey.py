"""The table of words, made from the commands, the models and the norm frames. Heavy: only whoever builds `bo` runs it."""

from __future__ import annotations

import json
from datetime import date
from importlib import import_module
from typing import Any, get_args

from typer.core import TyperArgument
from typer.main import get_command

from ..commands import COMMANDS
from .table import Command, Option, Place, Table, Word

_VALUES = {
    "DATUM": "dag",
    "BESTAND": "bestand",
    "MAP": "map",
    "PAD": "pad",
    "DOSSIER": "pad",
    "ROL": "rol",
    "NIVEAU": "niveau",
    "KENMERK": "leerling",
    "LEZER": "lezer",
    "REGEL": "regel",
    "DOCUMENT": "document",
    "KADER": "kader",
    "OUD": "kader",
    "NIEUW": "kader",
    "CODE|DOSSIER": "uitleg",
}
"""What stands behind an option, or at a place, by the word that help shows for it."""

_OWN_VALUES = {
    "explain --regel": "regel",
    "kader herzien CODE": "regel",
    "kader show --regel": "regel",
    "log SOORT": "gebeurtenis",
    "schema SOORT": "record",
    "render --format": "vorm",
    "--kader": "kader",
    "--select": "code",
    "--ignore": "code",
    "--fail-on": "ernst",
    "completion SHELL": "shell",
}
"""The same where that word says too little: by the name of the option or place, with or without the command before it."""

_FIELD_VALUES = {"datum": "dag", "ja_nee": "ja_nee"}


def survey() -> Table:
    """The table as it should be."""
    choices = _choices()
    commands = {}
    for name, (module, text) in COMMANDS.items():
        app = import_module(f"basisondersteuning.cli.{module}").app
        commands[name] = _command(name, get_command(app), choices)._replace(help=text)
    return Table(commands, choices, _fields(choices))


def table_text(table: Table) -> str:
    """The text of `words.json`: a line a command, a kind of event and a kind of value."""
    parts = []
    for name, entries in table._asdict().items():
        lines = [f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in entries.items()]
        parts.append(f' "{name}": {{\n' + ",\n".join(lines) + "\n }")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _command(name: str, command: Any, choices: dict[str, tuple[Word, ...]]) -> Command:
    places: list[Place] = []
    options: dict[str, Option] = {}
    for one in command.params:
        if getattr(one, "hidden", False):
            continue
        if isinstance(one, TyperArgument):
            places.append(Place(_value(name, str(one.metavar or one.name).upper(), one, choices), one.nargs == -1))
            continue
        for key in [key for key in one.opts if key.startswith("--")]:
            value = "" if one.is_flag else _value(name, key, one, choices)
            options[key] = Option(_short(one.help or ""), value, bool(getattr(one, "multiple", False)))
    below = {key: _command(f"{name} {key}", one, choices) for key, one in getattr(command, "commands", {}).items()}
    return Command(_short(command.help or ""), tuple(places), options, below)


def _value(name: str, key: str, parameter: Any, choices: dict[str, tuple[Word, ...]]) -> str:
    for known in (f"{name} {key}", key):
        if known in _OWN_VALUES:
            return _OWN_VALUES[known]
    closed = getattr(parameter.type, "choices", None)
    if closed:
        return _kept([str(getattr(one, "value", one)) for one in closed], choices)
    return _VALUES.get(str(parameter.metavar or "").upper(), "tekst")


def _kept(values: list[str], choices: dict[str, tuple[Word, ...]]) -> str:
    """The name under which these values stand among the choices."""
    name = "|".join(values)
    choices.setdefault(name, tuple(map(Word, values)))
    return name


def _short(text: str) -> str:
    """The first sentence, on one line."""
    flat = " ".join(text.split("\n\n")[0].split())
    return flat.split(". ")[0].split(" [anders")[0].rstrip(".;:")


def _choices() -> dict[str, tuple[Word, ...]]:
    from ...documents.audience.table import Reader
    from ...documents.catalogue import DOCUMENTS
    from ...findings.catalogue import all_codes
    from ...model.base import Rol
    from ...model.kinds import RECORD_KINDS, event_models
    from ..options import FailOn

    rules, frames, levels = _norms()
    return {
        "rol": tuple(map(Word, get_args(Rol))),
        "niveau": levels,
        "lezer": tuple(Word(one.value) for one in Reader),
        "document": tuple(Word(name, _short(one.about)) for name, one in DOCUMENTS.items()),
        "vorm": tuple(map(Word, ("md", "html", "docx", "pdf", "ics"))),
        "ernst": tuple(Word(one.value) for one in FailOn),
        "gebeurtenis": tuple(Word(kind, _short(model.__doc__ or "")) for kind, model in event_models().items()),
        "record": tuple(map(Word, RECORD_KINDS)),
        "shell": tuple(map(Word, ("bash", "zsh", "fish", "powershell"))),
        "kader": frames,
        "regel": rules,
        "bevinding": tuple(Word(code, one.title) for code, one in all_codes().items()),
    }


def _norms() -> tuple[tuple[Word, ...], tuple[Word, ...], tuple[Word, ...]]:
    """The rules, frames and niveaus that come with `bo`."""
    from ...casework.assess import Assessor, Setup
    from ...model.facts import EVERY_RECORD

    rules: dict[str, str] = {}
    frames: dict[str, str] = {}
    levels: dict[str, str] = {}
    today = date.max
    for frame in Assessor(Setup(today, today), over=EVERY_RECORD).all_versions():
        frames.setdefault(frame.series, frame.title)
        frames.setdefault(frame.code, frame.title)
        rules |= {code: rule.title for code, rule in frame.by_code.items() if code not in rules}
        levels |= {str(one.niveau): one.naam for one in frame.record.niveaus if str(one.niveau) not in levels}
    levels = {"geen": "geen ondersteuning", **levels}
    return _words(rules), _words(frames), _words(levels)


def _words(texts: dict[str, str]) -> tuple[Word, ...]:
    return tuple(Word(*one) for one in texts.items())


def _fields(choices: dict[str, tuple[Word, ...]]) -> dict[str, dict[str, Option]]:
    """The fields of each kind of event, as the options of `bo log`."""
    from ...model.kinds import event_models
    from ...model.reflect import fields_of

    found = {}
    for kind, model in event_models().items():
        specs = fields_of(model)
        found[kind] = {
            f"--{name}": Option(
                _short(one.description),
                _kept(list(one.values), choices) if one.values else _FIELD_VALUES.get(one.kind, "tekst"),
                one.many,
            )
            for name, one in specs.items()
            if name != "soort"
        }
    return found
