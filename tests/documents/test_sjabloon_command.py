"""`bo sjabloon`: see, copy and check templates, as a samenwerkingsverband does that makes its own."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from basisondersteuning.documents.catalogue import DOCUMENTS
from basisondersteuning.documents.templating.environment import SHARED, Templates
from basisondersteuning.documents.templating.files import MOST_FILES, shared_names
from basisondersteuning.documents.templating.sample import samples
from basisondersteuning.model.settings import Teksten

from .own_templates import EXTENDS, HTML, bo, own, shorts

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("BO_DEBUG", raising=False)
    return tmp_path


# list


def test_without_anything_of_ones_own_all_comes_from_bo(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = bo(capsys, "list")
    assert (code, err) == (0, "")
    assert "eigen:" not in out
    assert all(f"\n{one}\n" in out for one in DOCUMENTS)
    assert all(one.split("/")[1] in out for one in shared_names())
    assert max(map(len, out.splitlines())) <= 80


def test_a_folder_that_nothing_names_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    own(EXTENDS)
    for text in (None, "soort: instellingen\n"):
        if text:
            Path("bo.yaml").write_text(text, "utf-8")
        out = " ".join(bo(capsys, "list")[1].split())
        assert "De map sjablonen telt nog niet mee; alles komt van bo. Zet in bo.yaml `sjablonen: sjablonen`." in out
        assert "eigen:" not in out


def test_every_fixed_text_belongs_to_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = bo(capsys, "list")
    assert [out.count(one) for one in Teksten.model_fields] == [1] * len(Teksten.model_fields)


def test_what_is_ones_own_is_named(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    shutil.copytree(ROOT / "examples", here / "examples")
    settings = here / "examples" / "bo.yaml"
    settings.write_text(settings.read_text("utf-8").replace("# sjablonen:", "sjablonen:"), "utf-8")
    os.chdir("examples")
    own(b"", "groepsplan/groepsplan.docx")
    code, out, _ = bo(capsys, "list")
    assert code == 0
    assert f"html eigen: sjablonen/{HTML} (ook voor pdf en docx)" in " ".join(out.split())
    assert "docx  eigen: sjablonen/groepsplan/groepsplan.docx" in out
    assert "van bo (ook voor pdf)\n" in out
    assert "uitnodiging_meenemen (uit bo.yaml)" in out
    assert "Huisstijl uit bo.yaml: naam, logo, logo_tekst, kleur, voettekst." in out


def test_a_folder_that_is_not_there_is_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    Path("sjablonen").mkdir()
    Path("bo.yaml").write_text("soort: instellingen\nsjablonen: sjabloonen\n", "utf-8")
    for command in ("list", "check"):
        code, out, err = bo(capsys, command)
        assert code == {"list": 2, "check": 1}[command]
        assert "fout[BO708]" in out + err
        assert "bo.yaml:2:12" in out + err
        assert "Bedoelde u `sjablonen`?" in out + err


# copy


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_copy_changes_nothing_and_is_right(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("html", "md"):
        code, _, err = bo(capsys, "copy", document, "--vorm", form)
        assert (code, err) == (0, "")
    assert shorts(capsys) == []
    mine, ours = Templates("sjablonen"), Templates()
    for doc in samples(document):
        for name in (f"{document}/{document}.html.j2", f"{document}/{document}.md.j2"):
            assert mine.render(name, doc) == ours.render(name, doc)


def test_a_copy_of_everything_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    for document in DOCUMENTS:
        for form in ("html", "md"):
            bo(capsys, "copy", document, "--vorm", form)
    bo(capsys, "copy", "--vorm", "gedeeld")
    code, out, _ = bo(capsys, "check", "sjablonen", "--format", "json")
    assert code == 0
    assert json.loads(out)["bevindingen"] == []
    assert len(json.loads(out)["sjablonen"]) == 2 * len(DOCUMENTS) + len(shared_names())


def test_a_copy_says_what_to_do_next_and_names_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = bo(capsys, "copy", "ot-uitnodiging")
    assert code == 0
    assert f"Overgenomen: sjablonen/{HTML}\n" in out
    assert "sjablonen: sjablonen" in out
    assert "bo sjabloon check sjablonen" in out
    head = Path("sjablonen", HTML).read_text("utf-8").split("#}")[0]
    assert "Overgenomen uit bo 0." in head
    assert f'{{% extends "bo/{HTML}" %}}' in head


def test_nothing_is_ever_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    mine = own("van mij")
    code, out, err = bo(capsys, "copy", "ot-uitnodiging")
    assert (code, out) == (2, "")
    assert f"{mine} is er al en blijft zoals het is. Er is niets overgenomen." in " ".join(err.split())
    assert mine.read_text("utf-8") == "van mij"
    assert [one.name for one in Path("sjablonen").rglob("*") if one.is_file()] == [mine.name]


def test_of_everything_what_is_missing_is_copied(capsys: pytest.CaptureFixture[str]) -> None:
    mine = own("van mij")
    code, out, _ = bo(capsys, "copy", "ot-uitnodiging", "--vorm", "alles")
    assert code == 0
    assert f"{mine} is er al en blijft zoals het is." in " ".join(out.split())
    assert mine.read_text("utf-8") == "van mij"
    assert len([one for one in Path("sjablonen").rglob("*") if one.is_file()]) == 2 + len(shared_names())
    assert bo(capsys, "copy", "ot-uitnodiging", "--vorm", "alles")[0] == 2


def test_the_folder_is_that_of_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bo.yaml").write_text("soort: instellingen\nsjablonen: van-ons\n", "utf-8")
    code, out, _ = bo(capsys, "copy", "groepsplan", "--vorm", "md")
    assert code == 0
    assert Path("van-ons/groepsplan/groepsplan.md.j2").is_file()
    assert "Zet in bo.yaml" not in out


def test_settings_that_cannot_be_read_stop_a_copy(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bo.yaml").write_text("soort: instellingen\nsjabloonen: van-ons\n", "utf-8")
    code, _, err = bo(capsys, "copy", "groepsplan")
    assert code == 2
    assert "fout[BO202]" in err
    assert not Path("sjablonen").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("copy",), "noem het document"),
        (("copy", "ot-uitnodigng"), "Bedoelde u ot-uitnodiging?"),
        (("copy", "../x"), "dit document bestaat niet"),
        (("copy", "groepsplan", "--naar", "bestand"), "dit is geen map"),
        (("copy", "groepsplan", "--naar", "bestand/map"), "is niet te schrijven"),
        (("copy", "groepsplan", "--vorm", "docx"), "kies uit html, md, gedeeld, alles"),
        (("check", "--format", "jsonl"), "kies uit text, short, json"),
        (("chek",), "Deze opdracht bestaat niet"),
    ],
)
def test_a_mistake_in_the_command_is_one_line(words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("bestand").write_text("", "utf-8")
    code, out, err = bo(capsys, *words)
    assert (code, out) == (2, "")
    assert told in " ".join(err.split())
    assert len(err.splitlines()) <= 2


# check


def test_the_example_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = bo(capsys, "check", str(ROOT / "examples" / "sjablonen"))
    assert code == 0
    assert "1 eigen sjabloon" in out
    assert "geen fouten gevonden" in " ".join(out.split())


def test_without_anything_to_check_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = bo(capsys, "check")
    assert (code, out) == (3, "")
    assert "geen bo.yaml en geen map met eigen sjablonen" in err


CASES = {
    "right": (EXTENDS, []),
    "syntax": (EXTENDS + "{% block daarna %}\n", [f"{HTML}:2 BO701"]),
    "name": (EXTENDS + "{% block daarna %}\n{{ doc.tijt }}\n{% endblock %}", [f"{HTML}:3 BO702"]),
    "name in a loop": (
        EXTENDS + "{% block daarna %}\n{% for x in doc.tafel %}{{ x.name }}{% endfor %}{% endblock %}",
        [f"{HTML}:3 BO702"],
    ),
    "name when yes": (
        EXTENDS + "{% block daarna %}{% if doc.vervolg %}\n{{ doc.tijt }}{% endif %}{% endblock %}",
        [f"{HTML}:3 BO702"],
    ),
    "name when no": (
        EXTENDS + "{% block daarna %}{% if not doc.vervolg %}\n{{ doc.tijt }}{% endif %}{% endblock %}",
        [f"{HTML}:3 BO702"],
    ),
    "name when empty": (
        EXTENDS + "{% block daarna %}{% for x in doc.tafel %}{% else %}\n{{ doc.tijt }}{% endfor %}{% endblock %}",
        [f"{HTML}:3 BO702"],
    ),
    "names where no data leads": (
        EXTENDS
        + """{% block daarna %}{% if doc.kind == "Jip" %}
{{ doc.tijt }}{% endif %}
{% for x in doc.tafel if x.naam == "Jip" %}
{{ x.rool }} {{ x.naam }}
{{ (doc.tafel | first).nam }}{{ doc.tafel[0].nam }}{{ huis.lojo }}
{% set y = x.organisatie %}{% set z = doc.kop %}{{ z.titl }}
{% endfor %}{{ "" if doc.kind != "Jip" else doc.schol.naam }}
{% for kop in doc.tafel %}{{ kop.naam }}{% endfor %}
{% macro m(doc) %}{{ doc.wat_dan_ook }}{% endmacro %}
{{ "" if doc.anders is undefined else "" }}{{ huis.teksten.uitnodiging_slott if doc.kind == "Jip" }}{% endblock %}""",
        [f"{HTML}:{line} BO702" for line in (3, 5, 6, 6, 7, 8, 11)],
    ),
    "block that is not there": (EXTENDS + "{% block darna %}x{% endblock %}", [f"{HTML}:2 BO702"]),
    "block within a block": (EXTENDS + "{% block daarna %}{% block nieuw %}x{% endblock %}{% endblock %}", []),
    "sandbox": (EXTENDS + "{% block daarna %}{{ doc.__class__ }}{% endblock %}", [f"{HTML}:2 BO703"]),
    "not there": ('{% extends "ot-uitnodigingen.html.j2" %}', [f"{HTML}:1 BO704"]),
    "stuck": (EXTENDS + "{% block daarna %}{{ 1 // 0 }}{% endblock %}", [f"{HTML}:2 BO705"]),
    "page": (EXTENDS + "{% block daarna %}\n<p style='color: red'></p>{% endblock %}", [f"{HTML}:3 BO709"]),
}


@pytest.mark.parametrize("name", CASES)
def test_a_template_is_checked_with_made_up_data(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    source, expected = CASES[name]
    own(source)
    assert shorts(capsys) == expected


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("ot-uitnodiging/uitnodiging.html.j2", HTML),
        ("ot-uitnodigingen/ot-uitnodiging.html.j2", HTML),
        ("ot-uitnodiging.html.j2", HTML),
        ("ot-uitnodiging/ot-uitnodiging.html", HTML),
        ("ot-uitnodiging/ot-uitnodiging.md", "ot-uitnodiging/ot-uitnodiging.md.j2"),
        ("OT-uitnodiging/OT-Uitnodiging.html.J2", HTML),
        ("_gedeeld/stijlen.css", "_gedeeld/stijl.css"),
        ("gedeeld/pagina.html.j2", "_gedeeld/pagina.html.j2"),
        ("groepsplan/groepsplan-5.docx", "groepsplan/groepsplan.docx"),
        (f"{HTML}.txt", HTML),
        ("_gedeeld/stijl.css.txt", "_gedeeld/stijl.css"),
        ("groepsplan/groepsplan.doc", "groepsplan/groepsplan.docx"),
        ("groepsplan/groepsplan.dotx", "groepsplan/groepsplan.docx"),
        ("groepsplan/groepsplan.docm", "groepsplan/groepsplan.docx"),
    ],
)
def test_a_file_that_would_not_be_used_is_told(name: str, suggestion: str, capsys: pytest.CaptureFixture[str]) -> None:
    own("<p>x</p>", name)
    code, out, _ = bo(capsys, "check", "sjablonen", "--format", "json", "--fail-on", "waarschuwing")
    (found,) = json.loads(out)["bevindingen"]
    assert code == 1
    assert (found["code"], found["suggestie"]) == ("BO710", suggestion)
    assert bo(capsys, "check", "sjablonen")[0] == 0  # a warning only


def test_what_is_no_template_or_is_used_by_one_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    own(f"{EXTENDS}{{% block daarna %}}{{% include 'delen/slot.html.j2' %}}{{% endblock %}}")
    own("<p>{{ doc.kind }}</p>", "delen/slot.html.j2")
    for name in (
        "LEESMIJ.md",
        "LEESMIJ.txt",
        "logo.png",
        "ot-uitnodiging/~$-uitnodiging.docx",
        ".git/x.html.j2",
        "ot-agenda/x.html.j2~",
    ):
        own("x", name)
    code, out, _ = bo(capsys, "check", "sjablonen", "--format", "json")
    assert json.loads(out) == {"versie": 1, "sjablonen": ["delen/slot.html.j2", HTML], "bevindingen": []}
    assert code == 0


def test_a_shared_template_is_tried_in_every_document(capsys: pytest.CaptureFixture[str]) -> None:
    bo(capsys, "copy", "--vorm", "gedeeld")
    page = Path("sjablonen", SHARED, "pagina.html.j2")
    page.write_text(page.read_text("utf-8").replace("{% block page %}", "{{ doc.vervolg }}{% block page %}"), "utf-8")
    found = [one for one in shorts(capsys) if "BO702" in one]
    assert len(found) == 1  # ot-uitnodiging has the field, the others do not; told once
    assert found[0].startswith(f"{SHARED}/pagina.html.j2:")


def test_a_stylesheet_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    own(
        "/* url(https://x.nl) */\np { background: url(foto.png) }\n@import 'x.css';\n"
        "p { background: url(data:image/png;base64,AAAA) }\n</p>\n"
        "p { background: url( \"data:image/png;base64,AAAA\") }\np { background: url('data:image/png;base64,AAAA') }\n"
        "p { background: url( 'foto.png') }\n",
        "_gedeeld/stijl.css",
    )
    assert [one for one in shorts(capsys) if "stijl.css" in one] == [
        f"_gedeeld/stijl.css:{line} BO709" for line in (2, 3, 5, 8)
    ]  # fmt: skip


def test_files_that_cannot_be_read_are_findings(capsys: pytest.CaptureFixture[str]) -> None:
    own(b"caf\xe9", HTML)
    assert shorts(capsys) == [HTML.rsplit(":", 1)[0] + " BO701"]
    own(b"p { content: '\xe9' }", "_gedeeld/stijl.css")
    code, out, _ = bo(capsys, "check", "sjablonen")
    assert code == 1
    assert "fout[BO701]" in out
    assert "stijl.css" in out


def test_a_folder_full_of_other_things_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(MOST_FILES + 1):
        own("", f"foto-{number}.jpg")
    code, out, _ = bo(capsys, "check", "sjablonen")
    assert code == 1
    assert "fout[BO708]" in out
    assert f"meer dan {MOST_FILES} bestanden" in out


def test_the_house_style_is_checked_along(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bo.yaml").write_text("soort: instellingen\nhuisstijl: {logo: weg.png, kleur: '#ffee00'}\n", "utf-8")
    code, out, _ = bo(capsys, "check", "--format", "short", "--fail-on", "nooit")
    assert code == 0
    assert [line.split()[2] for line in out.splitlines()] == ["BO706", "BO707"]
    assert bo(capsys, "check", "--fail-on", "waarschuwing")[0] == 1


def test_own_templates_of_word_are_tried(capsys: pytest.CaptureFixture[str]) -> None:
    docx = pytest.importorskip("docx")
    pytest.importorskip("docxtpl")
    path = own(b"", "ot-uitnodiging/ot-uitnodiging.docx")
    page = docx.Document()
    page.add_paragraph("Beste ouders van {{ doc.kindje }}")
    page.save(path)
    code, out, _ = bo(capsys, "check", "sjablonen", "--format", "short")
    assert code == 1
    assert [line.split()[2] for line in out.splitlines()] == ["BO722"]


def test_a_logo_that_is_no_picture_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    Path("logo.png").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    Path("logo.svg").write_bytes(b"\x89PNG\r\n")
    for name in ("logo.png", "logo.svg"):
        Path("bo.yaml").write_text(f"soort: instellingen\nhuisstijl: {{logo: {name}}}\n", "utf-8")
        code, out, _ = bo(capsys, "check", "--fail-on", "waarschuwing")
        assert code == 1
        assert "staat geen plaatje van de soort die de naam noemt" in " ".join(out.split())


def test_a_colour_without_quotes_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bo.yaml").write_text("soort: instellingen\nhuisstijl:\n  kleur: #17506b\n", "utf-8")
    code, out, _ = bo(capsys, "check", "--fail-on", "waarschuwing")
    assert code == 1
    assert "waarschuwing[BO717]" in out
    assert "bo.yaml:3:" in out
    assert 'Zet de kleur tussen aanhalingstekens, zoals "#17506b".' in " ".join(out.split())
    for wrong in ("17506b", "blauw"):
        Path("bo.yaml").write_text(f"soort: instellingen\nhuisstijl:\n  kleur: {wrong}\n", "utf-8")
        assert 'tussen aanhalingstekens, zoals "#17506b"' in " ".join(bo(capsys, "check")[1].split())
    for right in ("huisstijl: {kleur: '#17506b'}", "huisstijl: {naam: De Wierhaven}", "", "huisstijl:"):
        Path("bo.yaml").write_text(f"soort: instellingen\n{right}\n", "utf-8")
        assert bo(capsys, "check", "--fail-on", "waarschuwing")[0] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_a_logo_that_is_a_pipe_is_not_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo("logo.png")
    Path("bo.yaml").write_text("soort: instellingen\nhuisstijl: {logo: logo.png}\n", "utf-8")
    assert "fout" not in bo(capsys, "check")[1]
    assert "waarschuwing[BO706]: Het bestand met het logo is er niet." in bo(capsys, "check")[1]
