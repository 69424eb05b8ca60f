"""The default Word file: what LibreOffice reads in it, and what Word needs to show and read it aloud well."""

from __future__ import annotations

import re
import sys
from io import BytesIO
from itertools import groupby
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Opened
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.documents.output.docx import docx
from basisondersteuning.documents.output.missing import Missing

from .made import made
from .reading import PAGE, opened_in_libreoffice, words, words_of_page
from .test_page_in_browser import made as rule_book

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t b" viewBox="0 0 600 200">'
    '<title id="t">Niveaus &amp; tijd</title><desc id="b">Van 1 naar 2.</desc><rect width="600" height="200"/></svg>'
)
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def document(body: str) -> Opened:
    return Document(BytesIO(docx(PAGE.format(body=body))))


def xml(body: str, part: str = "word/document.xml") -> str:
    return ZipFile(BytesIO(docx(PAGE.format(body=body)))).read(part).decode()


def looks(body: str) -> list[tuple[str, str]]:
    return [(one.style.style_id if one.style else "", one.text) for one in document(body).paragraphs]


@pytest.mark.needs("libreoffice")
def test_libreoffice_reads_every_word_in_order(tmp_path: Path) -> None:
    kinds = groupby(made("html", own=True).items(), lambda one: one[0].split("/")[0])
    some = [one for _, group in kinds for one in list(group)[:2]]
    pages = {name.replace("/", "--").removesuffix(".html"): path.read_text("utf-8") for name, path in some}
    pages |= {series: rule_book(series) for series in ("kop-van-noord-holland", "landelijk")}
    for name, page in pages.items():
        (tmp_path / f"{name}.docx").write_bytes(docx(page))
    texts = opened_in_libreoffice(tmp_path, sorted(tmp_path.glob("*.docx")))
    assert len(texts) == len(pages) > 15
    for name, page in pages.items():
        assert words(texts[name].read_text("utf-8-sig")) == words_of_page(page), name


def test_blocks_become_real_styles() -> None:
    body = """<header class="title"><p class="kind">Soort</p><h1>Een</h1><p class="lead">Kort</p></header>
    <main><h2>Twee <span class="name">meer</span></h2><p>Gewoon <em>schuin</em></p>
    <ul><li>punt<ul><li>dieper</li></ul>na</li></ul>
    <ol><li>eerst</li></ol><h3>Drie</h3><h4>Vier</h4><p class="note">Let op</p><div class="norm"><p>Regel</p></div>los
    <ul class="marks"><li>a</li><li>b</li></ul></main>"""
    assert looks(body) == [
        ("boKind", "Soort"),
        ("Heading1", "Een"),
        ("boLead", "Kort"),
        ("Heading2", "Twee\nmeer"),
        ("Normal", "Gewoon schuin"),
        ("ListBullet", "punt"),
        ("ListBullet2", "dieper"),
        ("ListContinue", "na"),
        ("ListNumber", "eerst"),
        ("Heading3", "Drie"),
        ("Heading4", "Vier"),
        ("boNote", "Let op"),
        ("boNorm", "Regel"),
        ("Normal", "los"),
        ("boSmall", "a · b"),
    ]
    names = {one.style_id for one in document(body).styles}
    assert {name for name, _ in looks(body)} <= names


def test_what_is_for_the_screen_stays_out() -> None:
    body = (
        '<nav><p>weg</p></nav><p class="screen">weg</p><p hidden>weg</p><!-- weg --><p>blijft <span class="screen">weg</span></p>'
    )
    assert looks(body) == [("Normal", "blijft")]


def test_words_keep_their_looks_and_white_space_is_that_of_a_browser() -> None:
    [paragraph] = document("<p>\n  een <strong>twee </strong> drie<br>\n vier <small>vijf</small>  </p>").paragraphs
    assert paragraph.text == "een twee drie\nvier vijf"
    assert [(one.text, one.bold) for one in paragraph.runs][1] == (" twee", True)
    assert paragraph.runs[-1].style.style_id == "boSmallText"


def test_each_numbered_list_begins_at_one() -> None:
    numbers = re.findall(r'<w:numId w:val="(\d+)"/>', xml("<ol><li>a</li><li>b</li></ol><ol><li>c</li></ol>"))
    assert len(numbers) == 3 and numbers[0] == numbers[1] != numbers[2]
    numbering = xml("<ol><li>a</li></ol><ol><li>c</li></ol>", "word/numbering.xml")
    assert numbering.count('<w:startOverride w:val="1"/>') == 2


def test_a_table_repeats_its_head_and_says_what_is_head() -> None:
    body = """<table class="list"><caption>Wie</caption><thead><tr><th>Wie</th><th>Wat</th></tr></thead>
    <tbody><tr><th scope="row">T.</th><td>iets</td></tr></tbody></table>"""
    [table] = document(body).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Wie", "Wat"], ["T.", "iets"]]
    made_xml = xml(body)
    assert made_xml.count("<w:tblHeader/>") == 1 and made_xml.count("<w:cantSplit/>") == 2
    assert 'w:firstRow="1"' in made_xml
    assert [cell.paragraphs[0].style.style_id for row in table.rows for cell in row.cells] == ["boHead"] * 3 + ["boCell"]
    assert looks(body)[0] == ("Caption", "Wie")


def test_cells_over_more_rows_and_columns() -> None:
    body = """<table><tr><td rowspan="2">a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr>
    <tr><td rowspan="x" colspan="0">e</td><td>f</td><td rowspan="2">g</td></tr><tr><td>h</td><td>i</td></tr></table>"""
    [table] = document(body).tables
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    assert texts == [["a", "b", "b"], ["a", "c", "d"], ["e", "f", "g"], ["h", "i", "g"]]


def test_room_to_write_is_room() -> None:
    made_xml = xml('<table class="list sign"><thead><tr><th>Naam</th></tr></thead><tbody><tr><td></td></tr></tbody></table>')
    assert made_xml.count('<w:trHeight w:val="680" w:hRule="atLeast"/>') == 1


def test_facts_become_two_columns() -> None:
    [table] = document("<dl><div><dt>Wie</dt><dd>ik</dd></div><dt>Wat</dt><dd><p>a</p><p>b</p></dd><dd>c</dd></dl>").tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Wie", "ik"], ["Wat", "a\nb\nc"]]


def test_a_picture_has_words_for_who_does_not_see_it() -> None:
    body = f"<figure>{SVG}<figcaption>Bijschrift</figcaption></figure>"
    assert len(document(body).inline_shapes) == 1
    assert 'descr="Niveaus &amp; tijd. Van 1 naar 2."' in xml(body)
    assert looks(body)[-1] == ("Caption", "Bijschrift")


def test_without_the_part_that_draws_the_words_remain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    assert looks(f"<figure>{SVG}<figcaption>Bijschrift</figcaption></figure>") == [("Caption", "Bijschrift")]


@pytest.mark.parametrize(
    "source", ["data:image/png;base64,AAAA", "data:image/png;base64,!", "file:///etc/hosts", "https://x.nl/a.png", ""]
)
def test_what_is_no_picture_falls_away(source: str) -> None:
    assert looks(f'<p>a</p><img src="{source}" alt="b"><p>c</p>') == [("Normal", "a"), ("Normal", "c")]


def test_a_logo_is_small() -> None:
    [shape] = document(
        f'<div class="house"><img class="logo" src="data:image/png;base64,{PIXEL}" alt="De school"></div>'
    ).inline_shapes
    assert shape.height == 504_000


def test_page_language_title_header_and_footer() -> None:
    made_document = document("<p>a</p>")
    section = made_document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert made_document.core_properties.title == "Een proef & meer"
    assert made_document.core_properties.author == ""
    assert section.header.paragraphs[0].text == "School · stuk"
    footer = xml("<p>a</p>", "word/footer1.xml")
    assert "pagina " in footer and " PAGE " in footer and " NUMPAGES " in footer
    styles = xml("<p>a</p>", "word/styles.xml")
    assert '<w:lang w:val="nl-NL"' in styles and 'w:val="en-US"' not in styles


def test_the_colour_of_the_house_colours_the_headings() -> None:
    page = PAGE.format(body="<h1>a</h1>").replace("</style>", "\n@media print { :root { --accent: #17506b; } }</style>")
    heading = Document(BytesIO(docx(page))).styles["Heading 1"]
    assert str(heading.font.color.rgb) == "17506B"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("x")', "{ PAGE }", "{{ 7 * 7 }}", "&lt;w:p/&gt;", "\x01\x0b\ud800x", "{MERGEFIELD a}"]
)
def test_text_stays_text(text: str) -> None:
    [(_, told)] = looks(f"<p>{text}</p>")
    assert told == text.replace("&lt;", "<").replace("&gt;", ">").translate({1: "\ufffd", 11: "\ufffd", 0xD800: "\ufffd"})
    assert "instrText" not in xml(f"<p>{text}</p>")


def test_an_address_is_a_link_and_nothing_else_is() -> None:
    links = xml('<p><a href="https://voorbeeld.nl/a">a</a> <a href="#b">b</a> <a href="javascript:x">c</a></p>')
    assert links.count("<w:hyperlink") == 1


def test_the_same_page_gives_the_same_bytes() -> None:
    page = rule_book("kop-van-noord-holland")
    assert docx(page) == docx(page)
    assert {one.date_time for one in ZipFile(BytesIO(docx(page))).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_without_the_package_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(Missing) as caught:
        docx("<p>a</p>")
    assert caught.value.message == 'Voor Word ontbreekt een onderdeel. Zo krijgt u het: pip install "basisondersteuning[docx]"'


BLOCKS = st.recursive(
    st.text("ab <&\n", max_size=6).map(lambda one: one.replace("&", "&amp;").replace("<", "&lt;")),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(
            ["div", "ul", "ol", "li", "table", "tr", "td", "th", "dl", "dt", "dd", "section", "strong", "figure", "br", "h2"]
        ),
        st.lists(inner, max_size=3),
    ),
    max_leaves=12,
)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.lists(BLOCKS, max_size=4).map("".join))
def test_whatever_a_template_nests_a_word_file_comes_out(body: str) -> None:
    assert document(body).element.body is not None


@pytest.mark.parametrize("page", ["", "tekst", "<html></html>", "<?xml version='1.0' encoding='latin-1'?><p>é</p>"])
def test_a_page_that_is_hardly_one(page: str) -> None:
    assert Document(BytesIO(docx(page))) is not None
