"""What programs read: nothing in a name or a message breaks out of a line, an attribute, a cell or a URI."""

from __future__ import annotations

import csv
import io
import json
import os
from datetime import date
from urllib.parse import unquote, unquote_to_bytes
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from basisondersteuning.documents.output.sheets import csv_lines
from basisondersteuning.findings.catalogue import shape
from basisondersteuning.findings.finding import Finding, Norm, Place, Related, Severity, readable
from basisondersteuning.findings.render_csv import COLUMNS, row
from basisondersteuning.findings.render_github import github
from basisondersteuning.findings.render_junit import Case, Suite, junit
from basisondersteuning.findings.render_sarif import RuleText, sarif, uri

NAMES = st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=40)
NORM = Norm("De MR gaf advies", "proefbron, passage 2", "directeur", "te_laat", date(2026, 12, 1))


def about(file: str, **more: object) -> Finding:
    return shape.DATE.at(Place(file, 3, 7, 4, "geheim"), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["a\n::error::x", "a,line=9", "a:b", "100%", "a\rb", "één"])
def test_github_stays_on_one_line_and_within_its_property(name: str) -> None:
    line = github(Finding("BO204", Severity.FOUT, Place(name, 3, 7, 4, "geheim"), f"Dit is geen datum{name}", name))
    head, _, message = line.removeprefix("::error ").partition("::")
    assert unquote(head.split(",")[0]) == f"file={readable(name)}" and unquote(message) == f"Dit is geen datum{name} {name}"
    properties = dict(one.split("=", 1) for one in head.split(","))
    assert list(properties) == ["file", "line", "col", "endColumn", "title"]
    assert (properties["line"], properties["col"], properties["endColumn"]) == ("3", "7", "11")
    assert "\n" not in line and "\r" not in line and message.startswith("Dit is geen datum") and "geheim" not in line


def test_github_of_a_whole_file_has_no_line() -> None:
    assert github(shape.DATE.at(Place("x"), severity=Severity.ADVIES)).startswith("::notice file=x,title=BO204 datum::")


@settings(derandomize=True, max_examples=200, deadline=None)
@given(NAMES, NAMES)
@example("<&>\"'", "</failure>&<b a=\"'>")
def test_junit_can_always_be_read_back(name: str, message: str) -> None:
    cases = (Case(name, failure=message, details=message), Case(name, skipped=message), Case(name, said=message), Case(name))
    text = "".join(junit([Suite(name, name, cases)]))
    root = ElementTree.fromstring(text.encode("utf-8", "surrogatepass"))
    suite = root[0]
    assert [suite.get(key) for key in ("tests", "failures", "skipped")] == ["4", "1", "1"]
    assert [len(one) for one in suite] == [1, 1, 1, 0]
    if message.isprintable():
        failure, skipped = suite[0].find("failure"), suite[1].find("skipped")
        assert failure is not None and failure.get("message") == failure.text == message
        assert skipped is not None and skipped.get("message") == message


def test_junit_that_was_broken_off_passes_nothing_more() -> None:
    root = ElementTree.fromstring("".join(junit([], complete=False)))
    assert root.find("testsuite/testcase/skipped") is not None


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.binary(min_size=1, max_size=40).filter(lambda one: b"\0" not in one and not one.startswith(b"/")))
def test_a_uri_keeps_every_byte_of_a_name(data: bytes) -> None:
    name = os.fsdecode(data)
    found = uri(name)
    assert set(found) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/%")
    if os.name == "posix":
        assert unquote_to_bytes(found) == data


@pytest.mark.skipif(os.name != "posix", reason="paths of this system")
def test_an_absolute_path_is_a_file_uri() -> None:
    assert uri("/a b/één.yaml") == "file:///a%20b/%C3%A9%C3%A9n.yaml"
    assert uri("a:b/c") == "a%3Ab/c"


def test_sarif_tells_of_a_norm_where_it_comes_from_and_who_acts() -> None:
    finding = Finding("P-1", Severity.FOUT, Place("x", 3, 7, 4, "geheim"), "Te laat.", "Doe het.", subject="99XX00", norm=NORM)
    rule = RuleText("P-1", "norm", Severity.FOUT, "De MR gaf advies.", "Hulp.")
    run = json.loads("".join(sarif([(finding, "abc"), (finding, "abc")], [rule], "1.0")))["runs"][0]
    first = run["results"][0]
    assert len(run["results"]) == 2
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "P-1"
    assert first["properties"] == {
        "naam": "norm", "betreft": "99XX00", "bron": "proefbron, passage 2", "wie": "directeur", "toestand": "te_laat",
        "uiterlijk": "2026-12-01",
    }  # fmt: skip
    assert first["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 7, "endColumn": 11}


def test_sarif_shows_lines_only_when_asked() -> None:
    finding = about("x", related=(Related(Place("y", 1, 1, 1, "ook geheim"), "zie ook"),))
    assert "geheim" not in "".join(sarif([(finding, "a")], [], "1.0"))
    assert "".join(sarif([(finding, "a")], [], "1.0", excerpts=True)).count("geheim") == 2
    broken = json.loads("".join(sarif([], [], "1.0", complete=False)))["runs"][0]
    assert broken["results"] == [] and broken["invocations"][0]["toolExecutionNotifications"]


@pytest.mark.parametrize("name", ["=1+1", "+a", "-a", "@a", "a;b", 'a"b', "a\nb"])
def test_no_cell_of_the_csv_is_a_formula_or_breaks_out(name: str) -> None:
    finding = Finding("P-1", Severity.FOUT, Place(name, 3, 7, 4, "geheim"), name, name, norm=NORM)
    text = "".join(csv_lines(COLUMNS, [row(finding)])).removeprefix("\ufeff")
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert read[0] == list(COLUMNS) and len(read) == 2 and len(read[1]) == len(COLUMNS)
    assert not [one for one in read[1] if one.startswith(("=", "+", "-", "@"))]
    assert "geheim" not in text and read[1][-1] == "2026-12-01"
