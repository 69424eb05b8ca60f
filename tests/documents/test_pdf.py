"""The PDF as other programs read it: its tags, its words and their order, and that it asks for nothing."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections import Counter
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest

from basisondersteuning.documents.output.missing import Missing
from basisondersteuning.documents.output.pdf import pdf

from .made import made
from .reading import PAGE, run, words, words_of_page
from .test_docx import PIXEL, SVG
from .test_page_in_browser import made as rule_book

pytestmark = pytest.mark.needs("pango")

BODY = f"""<header class="title"><h1>Een</h1></header><main><h2>Twee</h2><h3>Drie</h3><p>Tekst</p>
<figure class="picture"><figcaption>Bijschrift</figcaption>{SVG}</figure>
<table class="list"><caption>Tabel</caption><thead><tr><th scope="col">Kop</th><th scope="col">Kop 2</th></tr></thead>
<tbody><tr><th scope="row">rij</th><td>cel</td></tr></tbody></table>
<ul><li>punt</li></ul><img alt="De school" src="data:image/png;base64,{PIXEL}"></main>"""


@pytest.fixture(scope="module")
def book() -> bytes:
    return pdf(rule_book("kop-van-noord-holland"))


def opened(body: str) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf(PAGE.format(body=body))))


def tags(file: pikepdf.Pdf) -> list[Any]:
    """The elements of the tag tree, in reading order."""
    found: list[Any] = []

    def walk(one: Any) -> None:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            found.append(one)
            kids = one.get("/K", [])
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                walk(kid)

    walk(file.Root.StructTreeRoot.K[0])
    return found


def test_it_says_that_it_is_tagged_and_in_which_language(book: bytes) -> None:
    file = pikepdf.open(BytesIO(book))
    assert bool(file.Root.MarkInfo.Marked)
    assert str(file.Root.Lang) == "nl"
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    assert {str(page.get("/Tabs", "/S")) for page in file.pages} == {"/S"}
    with file.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert about["dc:title"].startswith("Regelboek Basisondersteuning")
    reader = pypdf.PdfReader(BytesIO(book))
    assert reader.metadata is not None
    assert reader.metadata.title == "Regelboek Basisondersteuning SWV Kop van Noord-Holland, 2014-2015"
    assert [round(float(one) / 72 * 25.4) for one in reader.pages[0].mediabox[2:]] == [210, 297]
    assert len(reader.outline) > 0


def test_the_parts_of_a_page_have_their_tags() -> None:
    file = opened(BODY)
    count = Counter(str(one.S) for one in tags(file))
    assert count["/H1"] == count["/H2"] == count["/H3"] == count["/Table"] == count["/THead"] == 1
    assert (count["/TH"], count["/TD"], count["/Figure"], count["/LI"]) == (3, 1, 2, 2)  # the contents have one
    figures = [str(one.Alt) for one in tags(file) if str(one.S) == "/Figure"]
    assert figures == ["Niveaus & tijd. Van 1 naar 2.", "De school"]
    [cell] = [one for one in tags(file) if str(one.S) == "/TD"]
    assert len(cell.A.Headers) == 2


def test_every_word_stands_in_the_tag_tree_and_every_font_in_the_file(book: bytes) -> None:
    file = pikepdf.open(BytesIO(book))
    for page in file.pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
            assert depth > 0 or str(operator) not in ("Tj", "TJ"), operands
        fonts = page.Resources.get("/Font", {})
        for name in fonts.keys():  # noqa: SIM118  # a dictionary of PDF
            described = fonts[name].DescendantFonts[0].FontDescriptor
            assert any(key in described for key in ("/FontFile2", "/FontFile3"))


@pytest.mark.needs("pdfinfo")
def test_the_reading_order_is_that_of_the_page(tmp_path: Path) -> None:
    some = [next(group) for _, group in groupby(made("html", own=True).items(), lambda one: one[0].split("/")[0])]
    pages = {name: path.read_text("utf-8") for name, path in some}
    for name, page in pages.items():
        path = tmp_path / "stuk.pdf"
        path.write_bytes(pdf(page))
        told = words(" ".join(re.findall(r'^ *"(.*)"$', run("pdfinfo", "-struct-text", path), re.MULTILINE)))
        wanted = words_of_page(page)
        order = [one for one in told[:60] if not one.isdecimal()]  # a figure may stand before or after its words
        rest = iter(wanted)
        assert all(one in rest for one in order), name  # in this order; a letter leaves some words out on paper
        assert (Counter(wanted) - Counter(told)).total() < 12, name  # a word that is broken over two lines is two


@pytest.mark.needs("pdftotext")
def test_the_words_can_be_copied_in_order(book: bytes, tmp_path: Path) -> None:
    path = tmp_path / "boek.pdf"
    path.write_bytes(book)
    pages = [words(re.sub(r"\n\d+ / \d+\s*$", "", one)) for one in run("pdftotext", path, "-").split("\f")]
    found = [word for page in pages for word in page]
    wanted = words_of_page(rule_book("kop-van-noord-holland"))
    start = found.index("niveau", found.index("leest") + 60)  # after the contents, which the words of the page leave out
    assert found[start : start + 400] == wanted[wanted.index("niveau", wanted.index("leest") + 30) :][:400]


@pytest.mark.needs("pdftotext")
def test_the_head_of_a_page_and_its_number_stand_on_paper(tmp_path: Path) -> None:
    path = tmp_path / "stuk.pdf"
    path.write_bytes(pdf(PAGE.format(body="<p>a</p>")))
    assert "School · stuk" in run("pdftotext", path, "-")


def test_nothing_outside_the_page_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "geheim.css"
    secret.write_text("body::before { content: 'GEHEIM' }", encoding="utf-8")
    (tmp_path / "geheim.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'><text>GEHEIM</text></svg>", encoding="utf-8")
    asked: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _self, address: asked.append(address))
    body = f"""<link rel="stylesheet" href="{secret.as_uri()}"><link rel="attachment" href="{secret.as_uri()}">
    <link rel="stylesheet" href="http://127.0.0.1:9/a.css"><style>@import url("{secret.as_uri()}");
    @font-face {{ font-family: x; src: url("{secret.as_uri()}") }}
    p {{ background: url("http://127.0.0.1:9/b.png"); font-family: x }}
    </style><p>a</p><img alt="b" src="{(tmp_path / "geheim.svg").as_uri()}"><object data="{secret.as_uri()}">c</object>"""
    made_pdf = pdf(PAGE.format(body=body))
    text = pypdf.PdfReader(BytesIO(made_pdf)).pages[0].extract_text()
    assert "GEHEIM" not in text and b"/EmbeddedFile" not in made_pdf
    assert asked == []


def test_it_says_nothing_on_the_screen(tmp_path: Path) -> None:
    page = tmp_path / "stuk.html"
    page.write_text(rule_book("kop-van-noord-holland"), encoding="utf-8")
    code = "import sys; from basisondersteuning.documents.output.pdf import pdf; pdf(open(sys.argv[1], encoding='utf-8').read())"
    done = subprocess.run([sys.executable, "-c", code, str(page)], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def test_a_line_does_not_break_before_it_is_full() -> None:
    """A space before words on a line of their own made the first word of a narrow cell stand alone."""
    body = """<table class="list pupils"><thead><tr><th>Leerling</th><th>Doel</th><th>Wanneer</th></tr></thead>
    <tbody><tr><th scope="row">Jurre Haverkamp</th><td>In een eigen verhaal 8 van de 10 moeilijke woorden goed. <span
    class="sub">door M. Visser en F. Bos, 4 x 20 minuten</span></td><td class="when">31-8-2026 tot 11-12-2026</td></tr></tbody>
    </table>"""
    page = rule_book("kop-van-noord-holland")
    page = page[: page.index("<body>")] + f"<body><main>{body}</main></body></html>"
    text = pypdf.PdfReader(BytesIO(pdf(page))).pages[0].extract_text()
    assert "In een eigen verhaal" in text


@pytest.mark.parametrize("text", ["{{ 7 * 7 }}", "&lt;b&gt;", "\x01\ud800", "url(x)"])
def test_text_stays_text(text: str) -> None:
    shown = pypdf.PdfReader(BytesIO(pdf(PAGE.format(body=f"<p>x{text}y</p>")))).pages[0].extract_text()
    plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("\x01", "\ufffd").replace("\ud800", "\ufffd")
    assert f"x{plain}y" in shown


def test_the_same_page_gives_the_same_bytes(book: bytes) -> None:
    assert pdf(rule_book("kop-van-noord-holland")) == book


def test_without_the_package_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(Missing, match=r'pip install "basisondersteuning\[pdf\]"$'):
        pdf("<p>a</p>")


def test_without_pango_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library')", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in [one for one in sys.modules if one.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(Missing) as caught:
        pdf("<p>a</p>")
    assert "\n" not in caught.value.message
    assert all(one in caught.value.message for one in ("Pango", "Linux", "macOS", "Windows"))
