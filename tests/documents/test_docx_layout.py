"""How a Word file is laid out: no word is broken in a column, and what belongs together stays on one page."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.table import Table

from basisondersteuning.documents.output.docx import docx

from .made import made
from .reading import PAGE, opened_in_libreoffice, run, words

KINDS = (
    "groeidocument/groeidocument-L-0352",
    "groeidocument/groeidocument-L-0419",
    "ot-agenda/",
    "ot-verslag/",
    "ot-inbreng/",
    "sop/",
    "terugkoppeling/",
)
FILL_IN = """<table class="list deeds blank"><caption>Wie doet wat</caption>
<thead><tr><th>Wie</th><th>Wat</th><th>Uiterlijk</th></tr></thead><tbody><tr><td></td><td></td><td></td></tr></tbody></table>"""


def tables(body: str) -> list[Table]:
    return list(Document(BytesIO(docx(PAGE.format(body=body)))).tables)


def kept(body: str) -> list[tuple[str, bool]]:
    """The paragraphs, and which of them stay with what follows."""
    found = Document(BytesIO(docx(PAGE.format(body=body)))).paragraphs
    return [(one.text, bool(one.paragraph_format.keep_with_next)) for one in found if one.text]


@pytest.mark.needs("libreoffice", "pdftotext")
def test_no_word_is_broken_in_a_column(tmp_path: Path) -> None:
    pages = [next(path for name, path in made("html").items() if name.startswith(kind)) for kind in KINDS]
    for path in pages:
        (tmp_path / f"{path.stem}.docx").write_bytes(docx(path.read_text("utf-8")))
    papers = opened_in_libreoffice(tmp_path, sorted(tmp_path.glob("*.docx")), "pdf")
    assert len(papers) == len(pages)
    for stem, paper in papers.items():
        whole = Document(str(tmp_path / f"{stem}.docx"))
        wanted = {word for table in whole.tables for row in table.rows for cell in row.cells for word in words(cell.text)}
        assert wanted - set(words(run("pdftotext", "-layout", paper, "-"))) == set(), stem


def test_a_column_has_room_for_its_longest_word_and_the_row_keeps_its_width() -> None:
    head = "<tr><th>Nr</th><th>Samenwerkingsverband</th><th>Wat</th></tr>"
    [table] = tables(f"<table><thead>{head}</thead><tbody><tr><td>1</td><td>a</td><td>{'woord ' * 60}</td></tr></tbody></table>")
    wide = [column.width.twips for column in table.columns if column.width is not None]
    assert wide[1] > 20 * 110
    assert 9600 <= sum(wide) <= 9638


def test_words_too_long_for_the_page_share_the_room() -> None:
    long = "a" * 90
    [table] = tables(f"<table><tr><td>{long}</td><td>{long}</td><td>b</td></tr></table>")
    wide = [column.width.twips for column in table.columns if column.width is not None]
    assert 9600 <= sum(wide) <= 9638
    assert min(wide) > 0


def test_in_a_table_to_fill_in_there_is_most_room_for_what() -> None:
    [table] = tables(FILL_IN)
    who, what, when = (column.width.twips for column in table.columns if column.width is not None)
    assert what > 2 * who > 2 * when > 2 * 1000


def test_a_talk_and_a_block_to_sign_stay_together() -> None:
    talk = '<article class="entry"><h3>12 mei 2026</h3><p>Besproken.</p><p class="small soft">Gesprek met A.</p></article>'
    assert kept(talk + "<p>Verder</p>")[1:] == [("Besproken.", True), ("Gesprek met A.", False), ("Verder", False)]
    block = '<div class="signing"><h3>Instemming</h3><p>Uitleg.</p><p>Al vastgelegd: ja.</p>' + FILL_IN + "</div>"
    assert [one for one in kept(block) if one[0] in ("Uitleg.", "Al vastgelegd: ja.")] == [
        ("Uitleg.", True),
        ("Al vastgelegd: ja.", True),
    ]


@pytest.mark.parametrize(("count", "together"), [(8, True), (9, False)])
def test_a_short_table_is_not_cut_in_two(count: int, together: bool) -> None:
    rows = "".join(f"<tr><td>{number}</td><td>x</td></tr>" for number in range(count))
    [table] = tables(f"<table><thead><tr><th>Nr</th><th>Wat</th></tr></thead><tbody>{rows}</tbody></table>")
    stays = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]
    assert stays == [True, *[together] * (count - 1), False]
    assert not re.search("[a-z]", table.rows[1].cells[0].text)
