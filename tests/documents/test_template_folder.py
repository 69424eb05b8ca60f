"""What a folder with own templates can hold that no document may come of: links, pipes, nothing, text that is lost."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from basisondersteuning.cli.app import run

from .own_templates import EXTENDS, HTML, bo, own, shorts

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("BO_DEBUG", raising=False)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_a_pipe_is_not_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    Path("sjablonen/ot-uitnodiging").mkdir(parents=True)
    os.mkfifo(f"sjablonen/{HTML}")
    code, out, _ = bo(capsys, "check", "sjablonen")
    assert code == 1
    assert "fout[BO716]" in out
    os.remove(f"sjablonen/{HTML}")
    Path("sjablonen/_gedeeld").mkdir()
    os.mkfifo("sjablonen/_gedeeld/stijl.css")
    assert "fout[BO716]" in bo(capsys, "check", "sjablonen")[1]


LINKED = [HTML, "ot-uitnodiging", "_gedeeld/stijl.css", "_gedeeld", "groepsplan/groepsplan.docx", "delen/slot.html.j2"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks for rights to make a link")
@pytest.mark.parametrize("name", LINKED)
def test_a_link_to_elsewhere_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = Path("elders")
    elsewhere.mkdir()
    for one in (HTML, "_gedeeld/stijl.css"):
        (elsewhere / one.split("/")[1]).write_text("geheim", "utf-8")
    path = Path("sjablonen", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to((elsewhere if "." not in name else elsewhere / "ot-uitnodiging.html.j2").resolve())
    code, out, _ = bo(capsys, "check", "sjablonen")
    assert code == 1
    assert "fout[BO716]" in out
    assert "geheim" not in out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks for rights to make a link")
def test_a_hidden_link_is_not_followed_and_a_link_within_the_folder_is(capsys: pytest.CaptureFixture[str]) -> None:
    Path("geheim.j2").write_text("geheim", "utf-8")
    own(f"{EXTENDS}{{% block daarna %}}{{% include '.geheim.j2' %}}{{% endblock %}}")
    Path("sjablonen/.geheim.j2").symlink_to(Path("geheim.j2").resolve())
    assert shorts(capsys) == [f"{HTML}:2 BO704"]
    Path("sjablonen/.geheim.j2").unlink()
    own("<p>slot</p>", "slot.html.j2")
    Path("sjablonen/.geheim.j2").symlink_to("slot.html.j2")
    assert "BO704" not in "".join(shorts(capsys))


def test_a_stylesheet_that_ends_itself_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    own("p { color: red }\np::after { content: '</Style><h1>x' }\n", "_gedeeld/stijl.css")
    assert shorts(capsys) == ["_gedeeld/stijl.css:2 BO709"]
    shutil.copytree(ROOT / "examples", "voorbeeld")
    code = run(["render", "groeidocument", "voorbeeld", "--templates", "sjablonen", "--format", "html", "--out", "uit"])
    assert code != 0
    assert "BO709" in "".join(capsys.readouterr())
    assert not list(Path().glob("uit/*.html"))


@pytest.mark.parametrize("source", ["", "{# nog niets #}\n"])
def test_an_empty_template_is_a_finding_in_every_form(source: str, capsys: pytest.CaptureFixture[str]) -> None:
    name = "groeidocument/groeidocument.html.j2"
    own(source, name)
    assert [one.split()[1] for one in shorts(capsys)] == ["BO714"]
    shutil.copytree(ROOT / "examples", "voorbeeld")
    record = str(next(Path("voorbeeld").rglob("*L-0352*.yaml")))
    for form in ("html", "docx", "pdf"):
        if form != "html":
            pytest.importorskip("docx" if form == "docx" else "weasyprint")
        run(["render", "groeidocument", record, "--templates", "sjablonen", "--format", form, "--out", "uit"])
        assert "BO714" in "".join(capsys.readouterr())
        assert not list(Path().glob(f"uit/*.{form}"))


OUTSIDE = {
    "text": (f"{EXTENDS}{{# a #}}\n\n<p>buiten</p>\n{{% block daarna %}}x{{% endblock %}}", [4]),
    "data": (f"{EXTENDS}{{% set a = 1 %}}\n{{{{ doc.dag }}}}\n", [3]),
    "in an if": (f"{EXTENDS}{{% if doc.vervolg %}}\n<p>buiten</p>\n{{% endif %}}", [3]),
    "two lines": (f"{EXTENDS}een\n{{% block daarna %}}x{{% endblock %}}\ntwee\n", [2, 4]),
    "nothing": (f"{EXTENDS}\n{{% macro m() %}}x{{% endmacro %}}\n{{% block daarna %}}{{{{ m() }}}}{{% endblock %}}\n", []),
}


@pytest.mark.parametrize("name", OUTSIDE)
def test_what_stands_outside_blocks_is_told(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    source, lines = OUTSIDE[name]
    own(source)
    assert shorts(capsys) == [f"{HTML}:{line} BO715" for line in lines]
    assert bo(capsys, "check", "sjablonen")[0] == 0  # a warning only


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks for rights to make a link")
def test_a_copy_is_not_written_through_a_link(capsys: pytest.CaptureFixture[str]) -> None:
    Path("elders").mkdir()
    Path("sjablonen").mkdir()
    Path("sjablonen/ot-uitnodiging").symlink_to(Path("elders").resolve())
    code, out, err = bo(capsys, "copy", "ot-uitnodiging", "--vorm", "alles")
    assert (code, out) == (2, "")
    assert "verwijst naar een andere plaats. Er is niets overgenomen." in " ".join(err.split())
    assert not list(Path("elders").iterdir())
    assert [one.name for one in Path("sjablonen").iterdir()] == ["ot-uitnodiging"]
