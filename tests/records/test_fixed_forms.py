"""Texts with a fixed form, and files that another program made: each says what to write instead."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from basisondersteuning.findings.finding import Finding
from basisondersteuning.records.load import load_text
from running import Bo

TODAY = date(2026, 11, 24)
SOP = "soort: sop\nschool: 99XX00\nnaam: De Zee\nschooljaar: 2026-2027\n"


def findings(text: str | bytes) -> list[Finding]:
    return load_text("x.yaml", text if isinstance(text, bytes) else text.encode(), today=TODAY).findings


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("99yd00", "als hoofdletters"),
        ("99Yd00", "als hoofdletters"),
        ("99YD 00", "zonder spatie of streepje"),
        ("99yd-00", "zonder spatie of streepje"),
        ("99YD", "de twee cijfers van de vestiging"),
        ("99YD0O", "zes tekens achter elkaar"),
    ],
)
def test_a_school(written: str, said: str) -> None:
    (one,) = findings(SOP.replace("99XX00", written))
    assert (one.code, one.place.line) == ("BO209", 2)
    assert said in one.remedy
    assert written not in one.message + one.remedy


@pytest.mark.parametrize("written", ["2026/2027", "2026 - 2027", "2026-27", "2026–2027", "'2026'"])
def test_a_school_year(written: str) -> None:
    (one,) = findings(SOP.replace("2026-2027", written))
    assert (one.code, one.place.line) == ("BO215", 4)
    assert "2026-2027" in one.remedy


def test_numbers_of_a_board_and_a_samenwerkingsverband() -> None:
    (board,) = findings(SOP + "bestuur: {naam: X, nummer: '12'}\n")
    assert (board.code, "vijf cijfers" in board.remedy) == ("BO215", True)
    (swv,) = findings("soort: samenwerkingsverband\nnaam: X\nnummer: po9999\n")
    assert (swv.code, "PO9999" in swv.remedy) == ("BO215", True)


@pytest.mark.parametrize("written", ["“n-2026”", "‘n-2026’", "„n-2026”", "n-2026”"])
@pytest.mark.parametrize("key", ["format", "kader"])
def test_quotes_of_a_word_processor(key: str, written: str) -> None:
    (one,) = findings(f"{SOP}{key}: {written}\n")
    assert one.code == "BO212"
    assert one.remedy.startswith("Haal de gekrulde aanhalingstekens weg")


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("school: “99XX00”", "BO209"),
        ("schooljaar: “2026-2027”", "BO215"),
        ("aspecten: [{aspect: “basiskwaliteit”}]", "BO203"),
        ("ambities: [{wat: x, wanneer: “2026-11-03”}]", "BO204"),
        ("orthopedagoog: {rol_bij_arrangement: “ja”}", "BO205"),
        ("interne_begeleiding: [{uren_per_week: “8”}]", "BO206"),
    ],
)
def test_such_quotes_around_any_value(field: str, code: str) -> None:
    key = field.split(":")[0]
    (one,) = findings("".join(f"{line}\n" for line in SOP.splitlines() if not line.startswith(f"{key}:")) + field + "\n")
    assert (one.code, one.remedy.startswith("Haal de gekrulde aanhalingstekens weg")) == (code, True)


def test_free_text_may_have_them() -> None:
    assert findings(SOP + "typering: “Dorpsschool”\n") == []


def packed(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name in names:
            file.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "<x/>" * 99)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (packed("[Content_Types].xml", "word/document.xml"), "een Word-bestand"),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "een Excel-bestand"),
        (packed("sop.yaml"), "een zip-bestand"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "een pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "een bestand van een ouder Word of Excel"),
        (b"{\\rtf1\\ansi soort: sop}", "een RTF-bestand"),
        (b"\x89PNG\r\n\x1a\n\0\0", "een plaatje"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "een plaatje"),
    ],
)
def test_a_file_of_another_program(data: bytes, what: str) -> None:
    (one,) = findings(data)
    assert one.code == "BO125"
    assert one.message.startswith(f"Dit is {what}")


@pytest.mark.parametrize("text", ["%YAML 1.2\n---\nsoort: sop\n", "{soort: sop}\n", "PK: x\n"])
def test_text_that_looks_like_it_is_still_text(text: str) -> None:
    assert "BO125" not in {one.code for one in findings(text)}


def test_the_rest_of_a_folder_goes_on(bo: Bo, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(packed("word/document.xml"))
    (tmp_path / "b.yaml").write_text(SOP + "typering: Dorpsschool\n", encoding="utf-8")
    done = bo("validate", str(tmp_path), "--format", "short", "--geen-cache")
    assert done.code == 1
    assert "BO125" in done.out and "KNH-S.1" in done.out
