"""What others read in what we make: the words of a page, and those that other programs find in a file."""

from __future__ import annotations

import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

from conftest import program

PAGE = """<!doctype html>
<html lang="nl"><head><title>Een proef &amp; meer</title>
<style>@page {{ @top-left {{ content: "School\\000020\\0000b7\\000020stuk"; }} }}</style></head><body>
<a class="skip" href="#inhoud">Naar de inhoud</a>
<nav><ol><li><a href="#a">Inhoudsopgave</a></li></ol></nav>
{body}
</body></html>"""
"""A small page with a running header; `body` is what stands in it."""

_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}


class _Words(HTMLParser):
    """The text of a page that is on paper."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.hidden = 0
        self.numbers: list[int] = []  # of the lists that are open; -1 without numbers

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(" ")
        if tag in _VOID:
            return
        classes = (dict(attrs).get("class") or "").split()
        if self.hidden or tag in ("head", "script", "style", "nav", "svg") or "skip" in classes:
            self.hidden += 1
        elif tag in ("ol", "ul"):
            self.numbers.append(0 if tag == "ol" else -1)
        elif tag == "li" and self.numbers and self.numbers[-1] >= 0:
            self.numbers[-1] += 1
            self.found.append(f"{self.numbers[-1]} ")

    def handle_endtag(self, tag: str) -> None:
        self.found.append(" ")
        if self.hidden and tag not in _VOID:
            self.hidden -= 1
        elif tag in ("ol", "ul"):
            self.numbers.pop()

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.found.append(data)


def words(text: str) -> list[str]:
    """The words of a text, without what a layout changes: capitals and signs."""
    return re.findall(r"\w+", text.casefold())


def words_of_page(html: str) -> list[str]:
    """The words that a page has on paper, with the numbers of its lists, without its contents and its pictures."""
    reader = _Words()
    reader.feed(html)
    return words("".join(reader.found))


def run(name: str, *arguments: str | Path) -> str:
    """What a program writes on standard output."""
    path = program(name)
    assert path is not None
    command = [path, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=180, check=True).stdout


def opened_in_libreoffice(folder: Path, files: list[Path], form: str = "txt:Text (encoded):UTF8") -> dict[str, Path]:
    """What LibreOffice makes of Word files, by the name of each."""
    profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
    run("libreoffice", profile, "--headless", "--convert-to", form, "--outdir", folder / "geopend", *files)
    return {one.stem: one for one in (folder / "geopend").iterdir()}
