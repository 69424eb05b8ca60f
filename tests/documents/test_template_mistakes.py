"""What goes wrong in a template becomes a finding with its line, in Dutch, and without a word of any record."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import TemplateSyntaxError

from basisondersteuning.documents.rulebook.views import PassageView
from basisondersteuning.documents.templating.environment import Templates
from basisondersteuning.documents.templating.house import House
from basisondersteuning.documents.templating.mistakes import mistake
from basisondersteuning.documents.templating.names import unknown_names
from basisondersteuning.documents.views import Kop
from basisondersteuning.findings.finding import Finding


class Item(NamedTuple):
    """A part of a view."""

    naam: str
    waarde: str


class Doc(NamedTuple):
    """A view."""

    kop: Kop
    leden: tuple[Item, ...]
    ours: PassageView  # of which `sites` fails when `links` holds no addresses: that is for our builders to see to


DOC = Doc(Kop("Soort", "Noor Bakker", (), "", "", ""), (Item("Noor", "Bakker"),), PassageView("", "", (), ("Noor",)))


def found(folder: Path, source: str | bytes, name: str = "x.html.j2") -> Finding | None:
    file = folder / "eigen" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(source if isinstance(source, bytes) else source.encode())
    templates = Templates(str(folder / "eigen"), House())
    try:
        templates.render(name, DOC)
    except Exception as error:
        return mistake(error, templates)
    pytest.fail("the template is right")


CASES = {
    "open if": ("<p>\n{% if doc.kop %}\n</p>\n\n", "BO701", 2, "Deze `if` wordt nergens afgesloten", None),
    "inner of two": ("{% for x in doc.leden %}\n{% if x %}\n{% endif %}\n", "BO701", 1, "Deze `for`", None),
    "wrong end": ("{% for x in doc.leden %}\n{% if x %}\n{% endfor %}\n", "BO701", 3, "terwijl een `if` nog open is", None),
    "lonely end": ("<p>\n{% endif %}\n", "BO701", 2, "Deze `endif` hoort nergens bij", None),
    "unknown tag": ("{% iff doc.kop %}\n", "BO701", 1, "kan niet achter `{%` staan", "if"),
    "half closed": ("<p>{{ doc.kop.titel }</p>\n", "BO701", 1, "haakje", None),
    "tag half closed": ("{% if doc.kop }}\n{% endif %}", "BO701", 1, "haakje", None),
    "two words": ("{{ doc.kop titel }}\n", "BO701", 1, "Hier had `}}` moeten staan", None),
    "two words in a tag": ("{% if doc.kop doc.leden %}{% endif %}", "BO701", 1, "Hier had `%}` moeten staan", None),
    "word quotes": ("{{ “tekst” }}\n", "BO701", 1, "Kromme aanhalingstekens", None),
    "one quote": ("{{ 'tekst }}\n", "BO701", 1, "aanhalingsteken gaat open", None),
    "odd character": ("{{ doc € }}\n", "BO701", 1, "Dit teken kan hier niet", None),
    "nothing": ("{{ }}\n", "BO701", 1, "Hier ontbreekt wat er getoond", None),
    "empty tag": ("{% %}\n", "BO701", 1, "ontbreekt het woord", None),
    "open remark": ("a\n{# opmerking\n", "BO701", 2, "opmerking wordt nergens afgesloten", None),
    "block twice": ("{% block a %}{% endblock %}\n{% block a %}{% endblock %}\n", "BO701", 2, "staat er twee keer", None),
    "block with a dash": ("{% block a-b %}{% endblock %}\n", "BO701", 1, "geen streepje", None),
    "filter": ("{{ doc.kop.titel | uper }}\n", "BO702", 1, "bewerking achter `|`", "upper"),
    "filter in a branch": ("{% if doc.kop %}{{ 'a' | alinea }}{% endif %}", "BO702", 1, "bewerking achter `|`", "alineas"),
    "test": ("{{ doc.kop is onbekend }}\n", "BO702", 1, "woord achter `is`", None),
    "field": ("<p>\n{{ doc.kop.titl }}</p>\n", "BO702", 2, "veld is er niet", "titel"),
    "field of an item": ("{% for x in doc.leden %}\n{{ x.nam }}\n{% endfor %}", "BO702", 2, "veld is er niet", "naam"),
    "field by a value": ("{% for x in doc.leden %}\n{{ x[x.naam] }}\n{% endfor %}", "BO702", 2, "veld is er niet", None),
    "without doc": ("{{ leden }}\n", "BO702", 1, "naam kent het sjabloon niet", "doc.leden"),
    "name": ("{{ dok.leden }}\n", "BO702", 1, "naam kent het sjabloon niet", "doc"),
    "house": ("{{ huis.voetekst }}\n", "BO702", 1, "veld is er niet", "voettekst"),
    "fixed text": ("{{ huis.teksten.uitnodiging_start }}\n", "BO702", 1, "veld is er niet", "uitnodiging_slot"),
    "field of text": ("{{ doc.kop.titel.naam }}\n", "BO702", 1, "Dit is een tekst", None),
    "field of a list": ("{{ doc.leden.naam }}\n", "BO702", 1, "Dit is een lijst", None),
    "super": ("\n{% block pagina %}{{ super() }}{% endblock %}\n", "BO702", 2, "geen blok met deze naam", None),
    "python": ("{{ doc.__class__ }}\n", "BO703", 1, "", None),
    "python in a loop": ("{% for x in doc.leden %}\n{{ x.naam.__class__.__mro__ }}{% endfor %}", "BO703", 2, "", None),
    "changing a list": ("{% set a = [] %}\n{{ a.append(1) }}", "BO703", 2, "", None),
    "format": ("{{ '{0.__class__}'.format(doc) }}", "BO703", 1, "", None),
    "include": ("{% include '_gedeeld/pagin.html.j2' %}\n", "BO704", 1, "", "_gedeeld/pagina.html.j2"),
    "extends": ("{% extends 'bo/_gedeeld/pagina.j2' %}\n", "BO704", 1, "", "bo/_gedeeld/pagina.html.j2"),
    "outside": ("{% include '../../../etc/passwd' %}\n", "BO704", 1, "", None),
    "one of": ("{% include ['a', 'b'] %}\n", "BO704", 1, "", None),
    "itself": ("\n{% extends 'x.html.j2' %}\n", "BO705", 2, "roept steeds zichzelf aan", None),
    "macro itself": ("{% macro m() %}\n{{ m() }}\n{% endmacro %}{{ m() }}", "BO705", 2, "roept steeds zichzelf aan", None),
    "zero": ("\n\n{{ 1 // (doc.leden | length - 1) }}\n", "BO705", 3, "door nul", None),
    "types": ("{{ doc.kop.titel + 1 }}\n", "BO705", 1, "passen hier niet", None),
    "call": ("{{ doc.kop.titel() }}\n", "BO705", 1, "passen hier niet", None),
    "range": ("{% for i in range(10 ** 9) %}{% endfor %}\n", "BO705", 1, "te groot", None),
    "float": ("{{ 10.0 ** 999 }}\n", "BO705", 1, "te groot", None),
    "markup of text": ("{{ doc.kop.titel | safe }}", "BO702", 1, "bewerking achter `|`", None),
    "markup in a list": ("{{ [doc.kop.titel] | map('safe') | join }}", "BO702", 1, "bewerking achter `|`", None),
    "markup in a filter block": ("{% filter safe %}\n{{ doc.kop.titel }}{% endfilter %}", "BO702", 1, "bewerking achter", None),
    "tags away": ("{{ doc.kop.titel | striptags }}", "BO702", 1, "bewerking achter `|`", None),
    "attributes": ("<p {{ {'a': doc.kop.titel} | xmlattr }}>", "BO702", 1, "bewerking achter `|`", None),
    "addresses": ("{{ doc.kop.titel | urlize }}", "BO702", 1, "bewerking achter `|`", None),
    "json": ("<p title=\"{{ doc.kop.titel | tojson }}\">", "BO702", 1, "bewerking achter `|`", None),
    "markup by hand": ("{{ Markup(doc.kop.titel) }}", "BO702", 1, "naam kent het sjabloon niet", "doc.kop"),
    "no escapes": ("\n{% autoescape false %}{{ doc.kop.titel }}{% endautoescape %}", "BO703", 2, "mag een sjabloon niet", None),
    "escapes away": ("{% set a %}&lt;{% endset %}\n{{ a.replace('&lt;', '<') }}", "BO703", 2, "", None),
    "a list": ("\n{{ doc.leden }}", "BO705", 2, "Dit is een lijst", None),
    "a view": ("\n{{ doc.kop }}", "BO705", 2, "meer gegevens", None),
    "a part of a list": ("{% for x in doc.leden %}\n{{ x }}{% endfor %}", "BO705", 2, "meer gegevens", None),
    "fixed texts": ("{{ huis.teksten }}", "BO705", 1, "meer gegevens", None),
    "a filtered list": ("{{ doc.leden | map(attribute='naam') }}", "BO705", 1, "Dit is een lijst", None),
    "a list of views joined": ("{{ doc.leden | join(', ') }}", "BO705", 1, "meer gegevens", None),
    "a list in a text": ("{{ 'Wie: ' ~ doc.leden }}", "BO705", 1, "Dit is een lijst", None),
    "a list as text": ("{{ doc.leden | string }}", "BO705", 1, "Dit is een lijst", None),
    "a list as lines": ("{{ doc.leden | alineas }}", "BO705", 1, "Dit is een lijst", None),
    "a macro": ("{% macro m() %}{% endmacro %}{{ m }}", "BO705", 1, "Dit is een macro", None),
    "past the end": ("{{ 5 }}\n{{ doc.leden[5].naam }}", "BO702", 2, "lijst kan korter", None),
    "first of none": ("{{ (doc.leden | reject('true') | reject | first).naam }}", "BO702", 1, "lijst kan korter", None),
    "loop in a loop": ("{% for a in range(99999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}", "BO705", 1, "past", None),
    "range twice": ("{% set r = range(9999) %}{% for a in r %}{% for b in r %}{% endfor %}{% endfor %}", "BO705", 1, "", None),
    "text of a loop": ("{% for a in range(99999) %}" + "x" * 999 + "{% endfor %}", "BO705", 1, "past", None),
    "macro twice": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}\n{{ m(40) }}",
        "BO705", 1, "meer dan in een document past", None,
    ),
    "work in filters": ("{% for a in range(9999) %}{% set b = range(99999) | sum %}{% endfor %}", "BO705", 1, "past", None),
    "joined with much": ("{{ range(99999) | join('x' * 9999) }}", "BO705", 1, "past", None),
    "joined by hand": ("{{ ' '.join(['x' * 999999] * 999999) }}", "BO703", 1, "", None),
    "replaced with much": ("{{ ('x' * 999999).replace('x', 'y' * 999999) }}", "BO705", 1, "past", None),
    "replaced in a filter": ("{{ ('x' * 999999) | replace('x', 'y' * 999999) }}", "BO705", 1, "past", None),
    "long text": ("{{ 'a' * 999999999 }}", "BO705", 1, "meer dan in een document past", None),
    "long list": ("{% set a = [1] * 999999999 %}", "BO705", 1, "meer dan in een document past", None),
    "large number": ("{% set a = 9 ** 999999999 %}", "BO705", 1, "meer dan in een document past", None),
    "wide text": ("{{ 'a'.center(999999999) }}", "BO705", 1, "meer dan in een document past", None),
    "wide filter": ("{{ 'a' | center(999999999) }}", "BO705", 1, "meer dan in een document past", None),
    "wide number": ("{{ '%999999999d' % 1 }}", "BO705", 1, "meer dan in een document past", None),
    "wide format": ("{{ '{:>999999999}'.format(1) }}", "BO705", 1, "meer dan in een document past", None),
    "doubling": (
        "{% set n = namespace(a='xy') %}{% for i in range(99) %}\n{% set n.a = n.a ~ n.a %}{% endfor %}",
        "BO705", 2, "meer dan in een document past", None,
    ),
    "doubling with plus": (
        "{% set n = namespace(a='xy') %}{% for i in range(99) %}\n{% set n.a = n.a + n.a %}{% endfor %}",
        "BO705", 2, "meer dan in een document past", None,
    ),
    "twice": ("{% extends '_gedeeld/pagina.html.j2' %}\n{% extends '_gedeeld/pagina.html.j2' %}", "BO705", 1, "", None),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_has_a_code_a_line_and_our_own_words(name: str, tmp_path: Path) -> None:
    source, code, line, message, suggestion = CASES[name]
    finding = found(tmp_path, source)
    assert finding is not None
    assert (finding.code, finding.place.line, finding.suggestion) == (code, line, suggestion), finding
    assert finding.place.file == str(tmp_path / "eigen" / "x.html.j2")
    assert finding.place.text == source.split("\n")[line - 1]
    assert finding.place.column >= 1
    assert finding.place.text[finding.place.column - 1 :].strip()
    assert message in finding.message
    for told in (finding.message, finding.remedy):
        assert "Noor" not in told and "Bakker" not in told
        assert not {"expected", "undefined", "object", "has", "the", "unexpected", "attribute"} & set(told.split())


def test_the_marker_stands_under_the_word(tmp_path: Path) -> None:
    finding = found(tmp_path, "<p>{{ doc.kop.soort }} {{ doc.kop.titl }}</p>\n")
    assert finding is not None
    assert (finding.place.column, finding.place.length) == (35, 4)


def test_the_marker_stands_under_the_index(tmp_path: Path) -> None:
    finding = found(tmp_path, "<p>5 {{ doc.leden[5].naam }}</p>\n")
    assert finding is not None
    assert (finding.place.column, finding.place.length) == (18, 3)


@pytest.mark.parametrize("source", ["", "{# niets #}", "<!-- niets -->\n", "<!doctype html>\n", " \n"])
@pytest.mark.parametrize("name", ["x.html.j2", "x.md.j2"])
def test_an_empty_document_is_a_finding_about_the_file(source: str, name: str, tmp_path: Path) -> None:
    finding = found(tmp_path, source, name)
    assert finding is not None
    assert (finding.code, finding.place.line) == ("BO714", 0)
    assert finding.place.file == str(tmp_path / "eigen" / name)


def test_a_list_in_markdown_is_a_finding(tmp_path: Path) -> None:
    finding = found(tmp_path, "# Wie\n{{ doc.leden }}\n", "x.md.j2")
    assert finding is not None
    assert (finding.code, finding.place.line, finding.message) == ("BO705", 2, "Dit is een lijst, geen tekst.")


def test_a_template_that_means_ours_by_its_own_name_is_led_there(tmp_path: Path) -> None:
    finding = found(tmp_path, "{% extends 'groepspan/groepsplan.html.j2' %}", "groepsplan/groepsplan.html.j2")
    assert finding is not None
    assert (finding.code, finding.suggestion) == ("BO704", "bo/groepsplan/groepsplan.html.j2")


def test_what_a_loop_knows_of_itself_stays(tmp_path: Path) -> None:
    source = "{% for x in [1, 2, 3] %}{{ loop.index }}/{{ loop.length }}{{ '.' if loop.last else ',' }}{% else %}-{% endfor %}"
    (tmp_path / "x.html.j2").write_text(source + "{% for x in [] %}{% else %}geen{% endfor %}", encoding="utf-8")
    assert Templates(str(tmp_path)).render("x.html.j2", DOC) == "1/3,2/3,3/3.geen\n"


def test_what_one_document_takes_is_not_held_against_the_next(tmp_path: Path) -> None:
    (tmp_path / "x.html.j2").write_text("{% for a in range(99999) %}" + "x" * 99 + "{% endfor %}", encoding="utf-8")
    templates = Templates(str(tmp_path))
    for _ in range(3):
        assert len(templates.render("x.html.j2", DOC)) > 9_000_000


def test_text_of_a_record_never_comes_out_as_markup(tmp_path: Path) -> None:
    hostile = DOC._replace(kop=DOC.kop._replace(titel="<b>&lt;i&gt;"))
    source = (
        "{{ doc.kop.titel }}{{ doc.kop.titel | upper | lower | trim | string }}{{ [doc.kop.titel] | join('') }}"
        "{% set a %}{{ doc.kop.titel }}{% endset %}{{ a }}{{ a.unescape() }}{{ a.striptags() }}{{ a | replace('&lt;', '<') }}"
        "{% set lt %}<{% endset %}{{ a | replace('&lt;', lt) }}{{ doc.kop.titel ~ '' }}{{ '%s' | format(doc.kop.titel) }}"
        "{{ doc.kop.titel | alineas }}{{ doc.kop.titel | forceescape }}"
    )
    (tmp_path / "x.html.j2").write_text(source, encoding="utf-8")
    made = Templates(str(tmp_path)).render("x.html.j2", hostile)
    assert "<b>" not in made
    assert "<i>" not in made


def test_in_markdown_it_is_the_same(tmp_path: Path) -> None:
    finding = found(tmp_path, "# {{ doc.kop.titl }}\n", "x.md.j2")
    assert finding is not None
    assert (finding.code, finding.place.line, finding.suggestion) == ("BO702", 1, "titel")


def test_a_mistake_in_what_a_template_uses_stands_there(tmp_path: Path) -> None:
    (tmp_path / "eigen" / "delen").mkdir(parents=True)
    (tmp_path / "eigen" / "delen" / "m.html.j2").write_text("\n{% macro m(x) %}\n{{ x.nam }}\n{% endmacro %}\n", "utf-8")
    finding = found(tmp_path, "{% from 'delen/m.html.j2' import m %}\n{{ m(doc.leden[0]) }}\n")
    assert finding is not None
    assert finding.place.file.endswith("m.html.j2")
    assert (finding.place.line, finding.suggestion) == (3, "naam")


def test_a_macro_that_a_file_does_not_have(tmp_path: Path) -> None:
    (tmp_path / "eigen").mkdir()
    (tmp_path / "eigen" / "m.html.j2").write_text("{% macro afspraken(x) %}{% endmacro %}\n", "utf-8")
    finding = found(tmp_path, "{% from 'm.html.j2' import afspraak %}\n{{ afspraak(1) }}\n")
    assert finding is not None
    assert (finding.code, finding.place.line, finding.suggestion) == ("BO702", 2, "afspraken")


def test_what_a_template_gives_to_our_filters_is_its_own_doing(tmp_path: Path) -> None:
    finding = found(tmp_path, "{{ doc.leden | address }}\n", "x.md.j2")
    assert finding is not None
    assert finding.code == "BO705"


@pytest.mark.parametrize("name", ["x.html.j2", "gebruikt.html.j2"])
def test_a_file_that_is_no_text_or_too_deep_is_a_finding_about_the_file(name: str, tmp_path: Path) -> None:
    (tmp_path / "eigen").mkdir()
    for source, told in (
        (b"caf\xe9", "UTF-8"),
        (b"{{ " + b"(" * 5000 + b"1" + b")" * 5000 + b" }}", "te diep"),
        (b"{% for a in doc.leden %}" * 30 + b"{% endfor %}" * 30, "te diep"),
        (b"{{ " + b"1" * 6000 + b" }}", "te groot"),
    ):
        (tmp_path / "eigen" / "gebruikt.html.j2").write_bytes(source)
        finding = found(tmp_path, source if name == "x.html.j2" else "{% include 'gebruikt.html.j2' %}\n")
        assert finding is not None
        assert finding.code == "BO701"
        assert finding.place.file.endswith(name)
        assert finding.place.line == 0
        assert told in finding.message


def test_a_mistake_of_ours_is_no_finding_about_a_template(tmp_path: Path) -> None:
    assert found(tmp_path, "{{ doc.ours.sites }}\n") is None
    templates = Templates()
    assert mistake(ValueError("Noor"), templates) is None
    with pytest.raises(Exception, match=r"nergens/nergens\.html\.j2") as caught:
        templates.render("nergens/nergens.html.j2", DOC)
    assert mistake(caught.value, templates) is None


PIECES = (
    "{{ ", " }}", "{% ", " %}", "{#", "#}", "if ", "for x in ", "endif", "endfor", "block a", "endblock", "macro m(x)",
    "set y = ", "extends ", "include ", "'x.html.j2'", "'bo/_gedeeld/pagina.html.j2'", "'_gedeeld/'", "doc", "doc.kop", ".titel",
    ".__class__", "huis", "x", "m(1)", "super()", "range(9)", "[", "]", "(", ")", " | alineas", " | join", "|", "+ 1", "'", "\n",
    "1 // 0", "none", "loop.index", "raw", "é", "“", "\x00", "<p>", "-%}", "{%- ", "import ", " as n", "from ", "call ", "else",
)  # fmt: skip
WHOLE = (
    "{{ doc.kop.titl }}", "{% for x in doc.leden %}", "{% endfor %}", "{% if doc.kop %}", "{% endif %}", "{{ x.naam }}", "\n",
    "{{ m(x) }}",
    "{% include 'x.html.j2' %}", "{% macro m(x) %}", "{% endmacro %}", "{% block a %}", "{% endblock %}", "{{ self.a() }}",
    "{% extends 'bo/_gedeeld/pagina.html.j2' %}", "{{ doc.leden + 1 }}", "{{ caller() }}", "{% call m(1) %}", "{% endcall %}",
    "{% set x = doc.kop %}", "{{ x | alineas }}", "{{ x[x.naam] }}", "{{ x() }}", "{{ doc.leden | sum }}", "{{ doc | tojson }}",
    "{% import 'x.html.j2' as n %}", "{{ n.m(1) }}", "{{ doc.leden | map(attribute='nam') | join }}", "{{ x.naam.format(x) }}",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.lists(st.sampled_from(WHOLE), max_size=8).map("".join))
@settings(derandomize=True, deadline=None, max_examples=600, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_template_says_it_renders_or_gives_a_finding(tmp_path: Path, source: str) -> None:
    file = tmp_path / "x.html.j2"
    file.write_text(source, encoding="utf-8", newline="")
    templates = Templates(str(tmp_path))
    with contextlib.suppress(TemplateSyntaxError):
        unknown_names(templates.environment.parse(source), "ot-uitnodiging", str(file))
    try:
        templates.render("x.html.j2", DOC)
    except Exception as error:
        finding = mistake(error, templates)
        assert finding is not None
        assert finding.code in ("BO701", "BO702", "BO703", "BO704", "BO705", "BO714")
        assert finding.place.file == str(file)
        assert "Noor" not in finding.message + finding.remedy
