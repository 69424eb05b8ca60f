"""What every document of the examples says, in every form: `BO_UPDATE=1 pytest tests/documents/test_golden.py` writes it anew.

Markdown and calendars are held byte by byte, HTML but for the one stylesheet, which stands in a file of its own; of Word and
PDF what they say is held, since their bytes are another program's.
"""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from conftest import program

from .made import made

FOLDER = Path(__file__).parent / "golden"

ONE_EACH = (
    "groeidocument/groeidocument-L-0352",
    "ot-inbreng/.*L-0367",
    "ot-agenda/.*",
    "ot-uitnodiging/.*L-0423",
    "ot-verslag/.*",
    "groepsplan/.*",
    "sop/.*99XX00",
    "terugkoppeling/.*99Y[BG]00",
)
CHOSEN = {
    "md": (
        *ONE_EACH,
        "groeidocument/groeidocument-L-0(281|388|419|460)",
        "groeidocument-(swv|ouders)/.*L-0(352|388)",
        "ot-(agenda|verslag)-.*",
        "ot-uitnodiging/.*",
        "sop-school/.*99(XX|YC)00",
        "terugkoppeling/.*99(XY|YE|YF|YH|ZZ)00",
    ),
    "html": ONE_EACH,
    "docx": ONE_EACH,
    "pdf": ONE_EACH,
    "ics": (".*",),
}
"""Which documents are held in each form: patterns of their names."""


def said(path: Path) -> str:
    """What a document says, as a text that can be held."""
    if path.suffix == ".docx":
        body = zipfile.ZipFile(BytesIO(path.read_bytes())).read("word/document.xml").decode()
        lines = ("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", one)) for one in body.split("</w:p>"))
        return "".join(f"{line}\n" for line in lines if line.strip())
    if path.suffix == ".pdf":
        reader = program("pdftotext")
        assert reader is not None
        text = subprocess.run(
            [reader, "-raw", str(path), "-"], capture_output=True, text=True, encoding="utf-8", check=True
        ).stdout
        return "".join(f"{' '.join(page.split())}\n" for page in text.split("\f") if page.strip())
    text = path.read_bytes().decode()
    if path.suffix == ".html":
        text = re.sub(r"(<style>).*?(</style>)", r"\1…\2", re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-…", text), flags=re.DOTALL)
    return text


@pytest.mark.needs("pango", "pdftotext")
@pytest.mark.parametrize("form", CHOSEN)
def test_it_says_what_it_said(form: str) -> None:
    documents = {name: path for name, path in made(form).items() if any(re.match(one, name) for one in CHOSEN[form])}
    assert len(documents) >= 4
    wrong = []
    for name, path in documents.items():
        held = FOLDER / f"{name}.txt" if form in ("docx", "pdf") else FOLDER / name
        now = said(path)
        if os.environ.get("BO_UPDATE"):
            held.parent.mkdir(parents=True, exist_ok=True)
            held.write_bytes(now.encode())
        if not held.exists() or held.read_bytes().decode() != now:
            wrong.append(name)
    assert wrong == [], "look at the difference: BO_UPDATE=1 writes them anew"


def test_nothing_is_held_that_is_no_longer_made() -> None:
    names = {name for form in ("md", "ics") for name in made(form)}
    stems = {name.rpartition(".")[0] for name in names}
    held = {one.relative_to(FOLDER).as_posix().removesuffix(".txt") for one in FOLDER.rglob("*") if one.is_file()}
    assert {one.rpartition(".")[0] for one in held} <= stems
