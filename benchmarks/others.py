"""The tools that `bo` is compared with, each in a place of its own under `.data/`, never beside `bo` itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE / ".data"
SCHEMAS = HERE.parent / "schemas"
SCHEMA = SCHEMAS / "dossier.schema.json"
_BIN = DATA / "tools" / ("Scripts" if sys.platform == "win32" else "bin")
_AJV = DATA / "npm" / "node_modules" / "ajv-cli" / "dist" / "index.js"

PYTHON_TOOLS = ("check-jsonschema==0.39.0", "yamale==6.1.0")
NODE_TOOLS = ("ajv-cli@5.0.0",)


def install() -> None:
    """Install what is not there yet."""
    DATA.mkdir(exist_ok=True)
    if not (_BIN / "yamale").exists():
        subprocess.run([sys.executable, "-m", "venv", str(DATA / "tools")], check=True)
        subprocess.run([str(_BIN / "python"), "-m", "pip", "install", "--quiet", *PYTHON_TOOLS], check=True)
    if not _AJV.exists():
        (DATA / "npm").mkdir(exist_ok=True)
        (DATA / "npm" / "package.json").write_text("{}\n", encoding="utf-8")
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", *NODE_TOOLS], check=True, cwd=DATA / "npm")


def check_jsonschema(folder: Path, kind: str = "dossier") -> tuple[str, ...]:
    """The command that checks every file of a folder, and of the folders in it, against our JSON Schema of a kind of record."""
    files = (str(one) for one in sorted(folder.rglob("*.yaml")))
    return (str(_BIN / "check-jsonschema"), "--schemafile", str(SCHEMAS / f"{kind}.schema.json"), *files)


def yamale(folder: Path, schema: str = "yamale_schema.yaml") -> tuple[str, ...]:
    """The command for yamale, in one process, with its fastest reader (libyaml)."""
    return (str(_BIN / "yamale"), "--schema", str(HERE / schema), "--cpu-num", "1", str(folder))


def ajv(folder: Path) -> tuple[str, ...]:
    """The command for ajv-cli; its remarks on style are off, since they cost time and say nothing of the files."""
    options = ("--spec=draft2020", "--strict=false", "-s", str(SCHEMA), "-d", f"{folder}/*.yaml")
    return ("node", str(_AJV), "validate", *options)
