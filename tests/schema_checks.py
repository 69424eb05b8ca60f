"""Two validators that are not ours, and `bo`, asked the same question of the same file: is this a record?"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema_rs
import yaml
from tools.write_schemas import FOLDER

from basisondersteuning.findings.finding import Finding, Severity
from basisondersteuning.model.frame import Normenkader
from basisondersteuning.model.frame_beside import Kaderproeven
from basisondersteuning.model.schema import record_schema
from basisondersteuning.norms.cases import open_suite
from basisondersteuning.norms.compile import FrameCompiler
from basisondersteuning.norms.library import Library, check_one, open_library
from basisondersteuning.norms.problems import Problems
from basisondersteuning.records.load import Loaded, load

README = FOLDER / "README.md"
TODAY = date(2026, 12, 31)
"""Later than every event in the examples, earlier than those in the gallery that lie in the future."""


class OtherLoader(yaml.CSafeLoader):
    """How other tools read: scalars typed by YAML 1.1, dates as text. PyYAML's own parser stumbles over `{a: b?}`."""


OtherLoader.yaml_implicit_resolvers = {
    first: [one for one in resolvers if not one[0].endswith(":timestamp")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def as_json(tree: Any) -> Any:
    """The same tree with text for keys, as every tool makes it that puts YAML to a JSON Schema."""
    if isinstance(tree, dict):
        return {str(key): as_json(one) for key, one in tree.items()}
    return [as_json(one) for one in tree] if isinstance(tree, list) else tree


def read_otherwise(data: bytes) -> Any:
    """A file as another tool reads it; None when such a tool cannot read it either."""
    try:
        return as_json(yaml.load(data, OtherLoader))
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


@cache
def validator(kind: str) -> jsonschema_rs.Draft202012Validator:
    """The schema of a kind of record, compiled by jsonschema-rs."""
    return jsonschema_rs.Draft202012Validator(record_schema(kind))


def accepts(kind: str, tree: Any) -> bool:
    """Whether jsonschema-rs accepts a record."""
    return validator(kind).is_valid(tree)


def refused_elsewhere(kind: str, files: Iterable[Path], root: Path) -> set[Path]:
    """The files that check-jsonschema does not accept, in one run; it reads YAML 1.2 by itself, with ruamel."""
    names = [one.relative_to(root).as_posix() for one in files]
    schema = FOLDER / f"{kind}.schema.json"
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), "--output-format", "json", *names]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1) and done.stdout, done.stderr[-2000:]
    found = json.loads(done.stdout)
    return {root / one["filename"] for key in ("errors", "parse_errors") for one in found.get(key, ())}


def loaded(path: Path) -> Loaded:
    """A file as `bo` reads it."""
    return load(str(path), today=TODAY)


def findings(found: Loaded, *, alone: bool = False) -> list[Finding]:
    """What `bo` says of a file: its form, its coherence and, of a frame and its tests, its rules.

    `alone`: without looking at frames beside it, which a record that was made up does not have.
    """
    if isinstance(found.record, Normenkader) and alone:
        problems = Problems(found)
        FrameCompiler(found.record, problems).compile((), found.name)
        return [*found.findings, *problems.findings]
    if isinstance(found.record, Kaderproeven):
        code = found.record.kader if not alone else ""
        frames = [one for series in _library(found, alone).series.values() for one in series.versions]
        frame = next((one for one in frames if one.code == code), frames[0] if alone else None)
        suite = open_suite(found, frame) if frame is not None else None
        return [*found.findings, *(suite.findings if suite is not None else ())]
    return [*found.findings, *check_one(found)]


@cache
def _built_in() -> Library:
    return open_library([])


def _library(found: Loaded, alone: bool) -> Library:
    return _built_in() if alone else open_library([str(Path(found.name).parent)])


def errors(some: list[Finding]) -> list[Finding]:
    """The findings that make `bo` refuse a record."""
    return [one for one in some if one.severity is Severity.FOUT]


class Gap(NamedTuple):
    """One code of a row in the table of `schemas/README.md`: findings that no schema gives.

    `sometimes`: the schema gives other findings with this code. `reason` then says which ones it does not: where the
    text is a date by form (`day`), a `span` of counts or an empty `block`, or where other readers see a `number` or
    `nothing`; empty where only the place of the text in the record tells.
    """

    code: str
    sometimes: bool
    reason: str

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is one of these."""
        return finding.code == self.code and (
            not self.reason or self.reason in (reason_of(pointed_at(finding)), block_at(finding))
        )


def pointed_at(finding: Finding) -> str:
    """The words of the file that a finding points at."""
    place = finding.place
    return (place.text or "")[place.column - 1 :][: place.length]


def block_at(finding: Finding) -> str:
    """`block` where the value behind the key that a finding points at is an empty block."""
    place = finding.place
    behind = (place.text or "")[place.column - 1 + place.length :]
    return "block" if behind.startswith(": {}") else ""


def reason_of(text: str) -> str:
    """Why a schema does not see what is wrong with a text; empty where the text itself does not tell."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4}", text):
        return "day"
    if text == "{}":
        return "block"
    if re.fullmatch(r"\d{1,9}-\d{1,9}", text):
        return "span"
    seen = read_otherwise(text.encode())
    return "nothing" if text in ("~", "null") else "number" if isinstance(seen, int | float) and seen is not True else ""


def gaps() -> list[Gap]:
    """The table of gaps, row by row; a row with several codes gives several."""
    section = README.read_text(encoding="utf-8").split("## Wat alleen `bo validate` ziet")[1].split("\n## ")[0]
    found = []
    for line in section.splitlines():
        cells = [one.strip() for one in line.strip().strip("|").split(" | ")]
        if len(cells) == 3 and (codes := re.findall(r"BO\d{3}", cells[1])):
            sometimes = "(soms)" in cells[1]
            example = re.fullmatch(r"`[a-z_]+: (\S+)`", cells[2])
            found += [Gap(code, sometimes, reason_of(example[1]) if example and sometimes else "") for code in codes]
    return found


def reversed_gaps() -> list[str]:
    """What a schema refuses and `bo` does not: the examples of the second table."""
    section = README.read_text(encoding="utf-8").split("\n## Andersom")[1]
    return re.findall(r"^\|.*\| `([a-z_]+: .+)` \|$", section, re.MULTILINE)
