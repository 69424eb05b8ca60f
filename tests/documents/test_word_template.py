"""A Word template of a samenwerkingsverband: filled in as Word opens it, and each mistake with its paragraph."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.document import Document as Opened
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.documents.output.missing import Missing
from basisondersteuning.documents.output.word import word
from basisondersteuning.documents.output.zipped import LARGEST
from basisondersteuning.documents.pictures.picture import Drawing
from basisondersteuning.findings.finding import Finding

from .reading import opened_in_libreoffice
from .test_docx import PIXEL, SVG


class Plaat(NamedTuple):
    svg: Drawing = Drawing(lambda: SVG)


class Kop(NamedTuple):
    titel: str = "Noor <b> & {{ 7 * 7 }}"
    regels: tuple[str, ...] = ("een", "twee")
    plaat: Plaat = Plaat()
    logo: str = f"data:image/png;base64,{PIXEL}"

    @property
    def lengte(self) -> int:
        return len(self.regels)


class Doc(NamedTuple):
    kop: Kop = Kop()
    tekst: str = "regel 1\nregel 2\r\nregel 3\x07\x01"
    ja: bool = True
    niets: None = None


VIEW = {"doc": Doc(), "huis": Kop(titel="De Wierhaven")}


def template(
    folder: Path, *paragraphs: str, table: Sequence[Sequence[str]] = (), header: str = "", footer: str = "", title: str = ""
) -> str:
    made = Document()
    for one in paragraphs:
        made.add_paragraph(one)
    if table:
        rows = made.add_table(0, len(table[0]))
        for texts in table:
            for cell, text in zip(rows.add_row().cells, texts, strict=True):
                cell.text = text
    made.sections[0].header.paragraphs[0].text = header
    made.sections[0].footer.paragraphs[0].text = footer
    made.core_properties.title = title
    path = folder / "sjabloon.docx"
    made.save(str(path))
    return str(path)


def filled(path: str, view: dict[str, object] | None = None) -> Opened:
    made = word(path, view or VIEW)
    assert isinstance(made, bytes), made
    return Document(BytesIO(made))


def wrong(path: str) -> list[Finding]:
    made = word(path, VIEW)
    assert isinstance(made, list)
    return made


def told(path: str) -> list[tuple[str, int, int, str, str | None]]:
    return [(one.code, one.place.line, one.place.column, one.message, one.suggestion) for one in wrong(path)]


def test_it_is_filled_in_everywhere(tmp_path: Path) -> None:
    path = template(
        tmp_path,
        "Hallo {{ doc.kop.titel }}!",
        "{{ doc.tekst }}",
        "{% if doc.ja %}wel{% endif %} {{ doc.ja }} [{{ doc.niets }}] {{ doc.kop.lengte }}",
        "{%p for een in doc.kop.regels %}",
        "- {{ een }}",
        "{%p endfor %}",
        table=[["{%tr for een in doc.kop.regels %}", ""], ["{{ een }}", "{{ loop.index }}"], ["{%tr endfor %}", ""]],
        header="{{ huis.titel }}",
        footer="{{ doc.kop.titel }}",
        title="{{ doc.kop.titel }}",
    )
    made = filled(path)
    assert [one.text for one in made.paragraphs] == [
        "Hallo Noor <b> & {{ 7 * 7 }}!",
        "regel 1\nregel 2\nregel 3\n\ufffd",
        "wel ja [] 2",
        "- een",
        "- twee",
    ]
    assert [[cell.text for cell in row.cells] for row in made.tables[0].rows] == [["een", "1"], ["twee", "2"]]
    assert made.sections[0].header.paragraphs[0].text == "De Wierhaven"
    assert made.sections[0].footer.paragraphs[0].text == made.core_properties.title == "Noor <b> & {{ 7 * 7 }}"


def test_a_tag_that_word_cut_in_pieces_is_one_tag(tmp_path: Path) -> None:
    made = Document()
    paragraph = made.add_paragraph()
    for part in ("{{ doc.", "kop", ".titel", " }}"):
        paragraph.add_run(part).bold = part == "kop"
    made.save(str(tmp_path / "sjabloon.docx"))
    assert filled(str(tmp_path / "sjabloon.docx")).paragraphs[0].text == "Noor <b> & {{ 7 * 7 }}"


def test_a_picture_of_the_view_becomes_a_picture_with_its_words(tmp_path: Path) -> None:
    made = filled(template(tmp_path, "{{ doc.kop.plaat }}", "{{ doc.kop.logo }}", "svg: {{ doc.kop.plaat.svg }}"))
    assert len(made.inline_shapes) == 3
    assert made.element.xml.count('descr="Niveaus &amp; tijd. Van 1 naar 2."') == 2
    assert made.paragraphs[2].text == "svg: "


@pytest.mark.needs("libreoffice")
def test_libreoffice_opens_what_came_out(tmp_path: Path) -> None:
    path = template(tmp_path, "Hallo {{ doc.kop.titel }}!", "{{ doc.kop.plaat }}", "{{ doc.tekst }}", header="{{ huis.titel }}")
    made = word(path, VIEW)
    assert isinstance(made, bytes)
    (tmp_path / "gevuld.docx").write_bytes(made)
    text = opened_in_libreoffice(tmp_path, [tmp_path / "gevuld.docx"])["gevuld"].read_text("utf-8-sig")
    assert "Hallo Noor <b> & {{ 7 * 7 }}!" in text and "regel 2" in text


def test_the_same_view_gives_the_same_bytes(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ doc.kop.titel }}")
    made = word(path, VIEW)
    assert isinstance(made, bytes)
    assert made == word(path, VIEW)
    assert {one.date_time for one in ZipFile(BytesIO(made)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_unknown_name_is_found_in_one_run(tmp_path: Path) -> None:
    path = template(
        tmp_path,
        "Kop",
        "{{ doc.kop.titl }} en {{ dok.kop }}",
        "{%p for een in doc.kop.regel %}",
        "{{ een.x }}",
        "{%p endfor %}",
        "{{ doc.kop.titl }}{% if doc.wel == 'x' %}{% endif %}{{ doc.zus | default('zo') }}",
        table=[["a", "{{ doc.kop.zzz }}"]],
        header="x {{ doc.kop.lengt }}",
    )
    assert told(path) == [
        ("BO722", 1, 14, "Alinea 1 van de koptekst: deze naam kent het document niet.", "lengte"),
        ("BO722", 2, 12, "Alinea 2: deze naam kent het document niet.", "titel"),
        ("BO722", 2, 26, "Alinea 2: deze naam kent het document niet.", "doc"),
        ("BO722", 3, 24, "Alinea 3: deze naam kent het document niet.", "regels"),
        ("BO722", 6, 12, "Alinea 6: deze naam kent het document niet.", "titel"),
        ("BO722", 6, 29, "Alinea 6: deze naam kent het document niet.", None),
        ("BO722", 8, 12, "Alinea 8, in tabel 1: deze naam kent het document niet.", None),
    ]
    assert wrong(path)[1].place.text == "{{ doc.kop.titl }} en {{ dok.kop }}"


@pytest.mark.parametrize(
    ("code", "column", "text"),
    [
        ("BO721", 1, "{{ doc.kop.titel }"),
        ("BO721", 25, "a {{ doc.kop.titel }} b {{ doc.kop.titel }"),
        ("BO721", 4, "{% if doc.ja %}"),
        ("BO721", 4, "{% endif %}"),
        ("BO721", 4, "{% iff doc.ja %}{% endif %}"),
        ("BO721", 1, "{{p doc.tekst }}"),
        ("BO721", 1, "{{ doc..kop }}"),
        ("BO722", 20, "{{ doc.kop.titel | uper }}"),
        ("BO722", 14, "{% if doc is lst %}{% endif %}"),
        ("BO723", 8, "{{ doc.__class__ }}"),
        ("BO723", 7, "{{ ''.__class__.__mro__ }}"),
        ("BO724", 1, "{{ 1 / 0 }}"),
        ("BO724", 1, "{% for i in range(1000000) %}{% endfor %}"),
        ("BO724", 1, "{% include 'x' %}"),
        ("BO722", 20, "{{ doc.kop.titel | safe }}"),
        ("BO722", 19, "{{ doc.kop.regels[5] }}"),
        ("BO722", 1, "{{ doc.kop.regels | reject('string') | first }}"),
        ("BO723", 4, "{% autoescape false %}{{ doc.kop.titel }}{% endautoescape %}"),
        ("BO724", 1, "{{ doc.kop.regels }}"),
        ("BO724", 1, "{{ doc.kop }}"),
        ("BO724", 1, "{{ 'Wie: ' ~ doc.kop.regels }}"),
        ("BO724", 1, "{{ 'a' * 999999999 }}"),
        ("BO724", 1, "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"),
        ("BO726", 21, "{%p if doc.ja %}    en dit gaat verloren"),
        ("BO726", 1, "Beste {%p if doc.ja %}"),
        ("BO726", 17, "{%p if doc.ja %}{%p endif %}"),
        ("BO726", 32, "{%tr for x in doc.kop.regels %}weg"),
    ],
)
def test_a_mistake_is_a_finding_with_its_paragraph(tmp_path: Path, code: str, column: int, text: str) -> None:
    [found] = wrong(template(tmp_path, "eerst", text, "laatst"))
    assert (found.code, found.place.line, found.place.text) == (code, 2, text)
    assert found.message.startswith("Alinea 2: ") and found.remedy
    if column > 1:
        assert found.place.column == column


def test_curly_quotes_of_word_are_no_mistake(tmp_path: Path) -> None:
    assert filled(template(tmp_path, "{{ “x” if doc.kop.titel != ‘y’ }}")).paragraphs[0].text == "x"


def test_tags_that_cut_through_the_layout(tmp_path: Path) -> None:
    path = template(tmp_path, "eerst", "a{% if doc.ja == false %}", table=[["b {% endif %}"]])
    assert [(one.code, one.place.line) for one in wrong(path)] == [("BO725", 2)]


def test_what_is_no_word_file(tmp_path: Path) -> None:
    (tmp_path / "tekst.docx").write_text("tekst", encoding="utf-8")
    with ZipFile(tmp_path / "zip.docx", "w") as packed:
        packed.writestr("a", "b")
    (tmp_path / "leeg.docx").write_bytes(b"")
    for name in ("tekst", "zip", "leeg", "is er niet"):
        [found] = wrong(str(tmp_path / f"{name}.docx"))
        assert (found.code, found.place.line) == ("BO720", 0), name


def test_an_item_that_may_not_be_there_is_told_as_such(tmp_path: Path) -> None:
    [found] = wrong(template(tmp_path, "{{ doc.kop.regels[5] }}"))
    assert found.message == "Alinea 1: de lijst kan korter zijn: dan is dit onderdeel er niet."


def test_words_in_the_row_of_a_tag_for_rows_are_told(tmp_path: Path) -> None:
    path = template(
        tmp_path,
        "eerst",
        table=[["{%tr for een in doc.kop.regels %}", "Naam"], ["{{ een }}", "x"], ["", "{%tr endfor %}"]],
    )
    [found] = wrong(path)
    assert (found.code, found.place.line, found.place.text) == ("BO726", 3, "Naam")
    assert "{%tr ... %}" in found.remedy


def test_what_would_fill_the_memory_is_not_unpacked(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ doc.kop.titel }}")
    with ZipFile(path, "a", ZIP_DEFLATED) as packed, packed.open("word/media/groot.bin", "w") as large:
        for _ in range(LARGEST // 1_000_000):
            large.write(bytes(1_000_000))
    [found] = wrong(path)
    assert (found.code, found.message) == ("BO720", "Dit Word-bestand is uitgepakt groter dan 50 MB.")


def test_no_word_of_the_view_comes_into_a_finding(tmp_path: Path) -> None:
    paths = [template(tmp_path, one) for one in ("{{ doc.kop.titel.zo }}", "{{ doc.kop.titel + 1 }}", "{{ doc.kop[doc.tekst] }}")]
    for path in paths:
        assert all("Noor" not in f"{one}" and "regel 1" not in f"{one}" for one in wrong(path))


def test_without_the_package_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    with pytest.raises(Missing, match=r'pip install "basisondersteuning\[docx\]"$'):
        word("sjabloon.docx", VIEW)


@settings(max_examples=40, derandomize=True, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30))
def test_any_text_comes_out_as_text(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = template(tmp_path_factory.mktemp("t"), "{{ doc }}")
    expected = text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert filled(path, {"doc": f"<{text}>"}).paragraphs[0].text == f"<{expected}>"
