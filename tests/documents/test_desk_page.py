"""The page of a run over SOPs: what stands on it, and what never can."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml.html import HtmlElement, document_fromstring

from basisondersteuning.documents.desk import make
from basisondersteuning.documents.desk.page import write_page
from basisondersteuning.documents.desk.words import NO_OCCASION, STATE, STATUS
from basisondersteuning.documents.output.report import report_page
from basisondersteuning.documents.templating.environment import digest, folder
from basisondersteuning.documents.templating.house import House
from basisondersteuning.documents.views import Kop
from basisondersteuning.findings.finding import Finding, Place, Related, Severity
from basisondersteuning.norms.status import Status
from basisondersteuning.swv.desk.run import STATES, Checked, Run, Tally

from .desk_made import HOSTILE, run_of
from .test_html_valid import complaints


def page_of(run: Run) -> str:
    stream = io.BytesIO()
    write_page(run, stream)
    return stream.getvalue().decode()


def tree(html: str) -> HtmlElement:
    return document_fromstring(html.encode())


def text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_matrix_has_a_row_a_sop_and_a_column_a_rule() -> None:
    run = run_of(23, 9)
    page = tree(page_of(run))
    heads = [text(one) for one in page.xpath("//table[@id='tabel']/thead//th")]
    assert heads == ["School", "SOP", *(one.code for one in run.rules)]
    rows = page.xpath("//table[@id='tabel']/tbody/tr")
    sops = [one for one in run.results() if one.kind == "sop"]
    assert len(rows) == len(sops) == 23
    for row, one in zip(rows, sops, strict=True):
        cells = [text(cell) for cell in row.xpath("td")]
        if one.sop is None:
            assert cells == ["niet te beoordelen", STATE["niet_te_beoordelen"].uitleg]
            continue
        assert one.sop.name in text(row.xpath("th")[0])
        assert cells[1:] == [(NO_OCCASION if cell.status is None else STATUS[cell.status]).woord for cell in one.sop.cells]


def test_every_status_and_state_has_words_a_sign_and_a_style_of_its_own() -> None:
    assert set(STATUS) == set(Status)
    assert set(STATE) == set(STATES)
    looks = [*STATUS.values(), NO_OCCASION]
    for part in ("klasse", "teken", "woord"):
        assert len({getattr(one, part) for one in looks}) == len(looks), part
    style = (folder() / "desk-rapport" / "desk-rapport.css").read_text("utf-8")
    shown = dict(re.findall(r'\.matrix \.(\w\w):not\(\.state\)::before \{ content: "([^"]+)"', style))
    assert shown == {one.klasse: one.teken for one in STATUS.values()}


def test_what_nobody_judged_never_looks_like_what_is_fine() -> None:
    fine = {STATUS[one].klasse for one in (Status.VOLDAAN, Status.TE_LAAT_VOLDAAN)}
    assert not fine & {STATUS[one].klasse for one in (Status.ONBEKEND, Status.OORDEEL_NODIG, Status.OPEN)}
    assert NO_OCCASION.klasse not in fine
    assert STATE["niet_te_zeggen"].klasse not in fine
    assert STATE["niet_te_beoordelen"].klasse not in fine


def test_each_finding_stands_with_its_school_its_rule_its_source_and_its_place() -> None:
    run = run_of(12, 9)
    page = tree(page_of(run))
    for number, one in enumerate((one for one in run.results() if one.kind == "sop"), 1):
        (detail,) = page.xpath(f"//details[@id='s{number}']")
        said = text(detail)
        assert len(detail.xpath(".//p[@class='what']")) == len(one.findings)
        for found in one.findings:
            assert found.message.replace("`", "") in said
            assert found.remedy.replace("`", "") in said
            assert f"{found.place.file}, regel {found.place.line}" in said
            if found.norm is not None:
                assert found.norm.source in said
                assert found.norm.role in said
        assert ("Uiterlijk 1-2-2027" in said) == any(one.norm is not None and one.norm.due for one in one.findings)
        assert page.xpath(f"//table[@id='tabel']//a[@href='#s{number}']")


def test_a_rule_that_is_not_settled_shows_also_without_a_finding() -> None:
    run = run_of(12, 9)
    (school,) = [one for one in run.results() if one.path == "sops/990000.yaml"]
    assert school.sop is not None
    cells = (school.sop.cells[0]._replace(status=Status.OPEN, due=date(2030, 7, 31)), *school.sop.cells[1:])

    def without() -> Iterator[Checked]:
        yield school._replace(findings=(), sop=school.sop and school.sop._replace(cells=cells))

    said = text(tree(page_of(replace(run, results=without))).get_element_by_id("s1"))
    assert f"{cells[0].rule} {run.rules[0].title}, uiterlijk 31-7-2030." in said
    for cell, rule in zip(cells, run.rules, strict=True):
        assert (f"{rule.code} {rule.title}" in said) == (cell.status is not None and not cell.status.settled)
    assert "geen meldingen." not in said


def test_the_rules_say_what_they_ask_and_how_often_they_were_kept() -> None:
    run = run_of(12, 9)
    page = tree(page_of(run))
    for rule in run.rules:
        (part,) = page.xpath(f"//section[@id='r-{rule.code}']")
        said = text(part)
        for words in (rule.title, rule.action, rule.source, rule.why, rule.role):
            assert words in said
        failed = sum(
            1 for one in run.results() if one.sop for cell in one.sop.cells if cell == (rule.code, Status.GESCHONDEN, 1, None)
        )
        assert (f"niet nagekomen: {failed}" in said) == bool(failed)


def test_schools_without_a_sop_and_what_shows_over_several_files_have_a_part_of_their_own() -> None:
    page = tree(page_of(run_of()))
    assert "Basisschool De Leegte" in text(page.get_element_by_id("zonder-sop"))
    assert "Van deze school is er meer dan één SOP." in text(page.get_element_by_id("samen"))
    assert "dossiers/a.yaml" in text(page.get_element_by_id("overig"))
    assert "dossiers/b.yaml" not in text(page)


def test_a_finding_over_several_files_names_the_school_and_the_other_place() -> None:
    other = Related(Place("sops/b.yaml", 4, 1), "het andere bestand")
    found = Finding("BO801", Severity.FOUT, Place("sops/a.yaml", 4, 1), "Er zijn er twee.", "Kies.", (other,), "99ZZ00")
    said = text(tree(page_of(run_of(across=(found,)))).get_element_by_id("samen"))
    assert "Basisschool De Leegte: Er zijn er twee." in said
    assert "het andere bestand: sops/b.yaml, regel 4" in said


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"complete": False}, "De controle is afgebroken."),
        ({"judged": False}, "Het normenkader was niet te openen"),
        ({"tally": Tally(known=1)}, "1 melding was al bekend en staat hier niet bij."),
        ({"tally": Tally(known=3)}, "3 meldingen waren al bekend en staan hier niet bij."),
        ({"tally": Tally(left_out=2)}, "2 meldingen zijn weggelaten"),
        ({"tally": Tally(unreadable=1)}, "1 bestand is niet te lezen en kan een SOP zijn."),
        ({"tally": Tally(crashed=1)}, "Bij 1 bestand ging er in bo iets mis"),
    ],
)
def test_what_is_not_there_is_said(more: dict[str, object], words: str) -> None:
    assert words in text(tree(page_of(run_of(**more))).xpath("//header")[0])
    assert words not in page_of(run_of())


def test_a_frame_without_rules_about_sops_is_said() -> None:
    assert "geen regels over SOP's" in text(tree(page_of(run_of(3, 0))))


def test_what_is_too_much_for_a_page_is_left_out_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = page_of(run_of(12, 9))
    assert "--out rapport.xlsx" not in whole
    monkeypatch.setattr(make, "MOST_FINDINGS", 10)
    monkeypatch.setattr(make, "MOST_OTHER", 0)
    less = page_of(run_of(12, 9))
    assert "te veel voor een bladzijde" in less
    assert "Hier staan de eerste 0 van 1 bestanden" in less
    assert less.count("rapport.xlsx") == 2
    assert tree(less).xpath("//details[@class='school']") == []
    assert tree(less).xpath("//table[@id='tabel']//a[starts-with(@href, '#s')]") == []
    assert less.count("<tr ") == whole.count("<tr ")


def test_many_sops_are_folded_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Klik op een school" not in page_of(run_of(3, 5))
    monkeypatch.setattr(make, "MOST_OPEN", 2)
    folded = page_of(run_of(3, 5))
    assert "Klik op een school" in folded
    assert tree(folded).xpath("//details[@class='school'][@open]") == []


def test_without_sops_there_is_no_matrix_and_no_rule() -> None:
    page = tree(page_of(run_of(0, 0, missing=(), schools=(), across=())))
    assert page.xpath("//table") == []
    assert "dossiers/a.yaml" in text(page)


def test_excerpts_only_where_they_were_asked_for(tmp_path: Path) -> None:
    record = tmp_path / "sop.yaml"
    record.write_text("soort: sop\nschool: 99XX00\n", encoding="utf-8")
    found = Finding("BO801", Severity.FOUT, Place(str(record), 2, 1, text=""), "Fout.", "Kies.", (), "99XX00")
    run = run_of(1, 1, across=(found,))
    assert "school: 99XX00" not in page_of(run)
    assert "school: 99XX00" in page_of(replace(run, excerpts=True))


def test_two_school_years_have_a_field_and_a_word_in_their_row() -> None:
    once, twice = run_of(3, 2), run_of(3, 2)
    assert 'id="f-jaar"' not in page_of(once)

    def both() -> Iterator[Checked]:
        for one in once.results():
            yield one
            if one.sop is not None:
                yield one._replace(sop=one.sop._replace(year="2025-2026"), sent=one.sent and one.sent._replace(year="2025-2026"))

    page = page_of(replace(twice, results=both))
    assert 'id="f-jaar"' in page
    assert page.count('data-jaar="2025-2026"') == 3


def test_text_of_a_record_is_text() -> None:
    page = page_of(run_of(13, 6, texts=HOSTILE))
    tags = tree(page)
    assert len(tags.xpath("//script")) == 1
    assert tags.xpath("//img") == []
    assert "alert(1)" in text(tags.xpath("//table[@id='tabel']")[0])
    assert "{{ 7 * 7 }}" in page
    assert not re.search("[\x00-\x08\x0b\x0e-\x1f\u202e\u2066\ud800-\udfff]", page)
    assert not [name for one in tags.iter() for name in one.attrib if name.startswith("on") or name == "style"]


def test_the_policy_names_the_styles_and_the_one_script() -> None:
    page = page_of(run_of(3, 3))
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    policy = policy.replace("&#39;", "'")
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert f"script-src '{digest(script)}'" in policy
    for style in re.findall(r"<style>(.*?)</style>", page, re.DOTALL):
        assert f"'{digest(style)}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert not re.search(r'(?:src|href)="(?!#|data:)', page)


def test_a_report_without_a_script_allows_none() -> None:
    kop = Kop("Overzicht", "Een <proef>", (), "", "", "")
    page = report_page("_rapport/rapport.html.j2", type("View", (), {"kop": kop})(), house=House(naam="SWV Voorbeeld"))
    assert "script" not in page
    assert "<title>Overzicht: Een &lt;proef&gt;</title>" in page
    assert "SWV Voorbeeld" in page
    assert page.startswith("<!doctype html>")
    assert page.endswith("</html>\n")


def test_the_page_is_written_while_the_files_are_read() -> None:
    """Its first part is there before the last file was asked for; the target sees many small pieces."""
    sizes: list[int] = []

    class Target(io.BytesIO):
        def write(self, data: object) -> int:
            sizes.append(len(data))  # type: ignore[arg-type]
            return len(data)  # type: ignore[arg-type]

    write_page(run_of(400, 20), Target())
    assert len(sizes) > 50
    assert max(sizes) < sum(sizes) / 10


@pytest.mark.needs("java")
def test_the_pages_are_valid(tmp_path: Path) -> None:
    runs = {
        "gewoon": run_of(),
        "vijandig": run_of(13, 6, texts=HOSTILE),
        "leeg": run_of(0, 0, missing=(), schools=(), across=()),
        "zonder-regels": run_of(3, 0),
        "afgebroken": run_of(3, 3, complete=False, judged=False),
    }
    pages = {f"{name}.html": page_of(run) for name, run in runs.items()}
    assert complaints(tmp_path, pages) == []


def test_the_day_stands_at_the_top() -> None:
    run = replace(run_of(1, 1), peildatum=date(2027, 3, 1))
    assert "Stand op 1 maart 2027" in page_of(run)
    assert "Normenkader prf-2026" in page_of(run)
