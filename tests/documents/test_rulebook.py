"""The rule book: everything of a frame is in it, in every format, and text of a frame stays text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from basisondersteuning.documents.rulebook.make import rule_book
from basisondersteuning.documents.rulebook.text import text_lines
from basisondersteuning.documents.rulebook.views import RuleBook
from basisondersteuning.documents.templating.environment import render
from basisondersteuning.norms.library import open_library
from norms.build import HEAD, frame_text, library

FORMATS = ("text", "md", "html")


def written(book: RuleBook, format: str) -> str:
    if format == "text":
        return "".join(f"{line}\n" for line in text_lines(book, width=80))
    return render(f"regelboek/regelboek.{format}.j2", book)


def plain(text: str) -> str:
    """The words of a page, in whatever format: without markup and on one line."""
    bare = re.sub(r"<[^>]*>", " ", text)
    for code, character in (("&#39;", "'"), ("&#34;", '"'), ("&gt;", ">"), ("&lt;", "<"), ("&amp;", "&")):
        bare = bare.replace(code, character)
    bare = re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", bare)
    bare = re.sub(r"(?m)^\s*[->] ", "", bare)
    return re.sub(r"\s+", " ", bare)


@pytest.fixture(scope="module")
def first() -> RuleBook:
    found = open_library(wanted="kop-van-noord-holland-2014")
    return rule_book(found.series["kop-van-noord-holland"].versions[0], found)


@pytest.mark.parametrize("format", FORMATS)
def test_every_part_of_the_first_frame_is_in_every_format(first: RuleBook, format: str) -> None:
    words = plain(written(first, format))
    wanted = [first.title, first.validity, first.validity_reason, first.code, *first.reading, *first.steps]
    wanted += [one for source in first.sources for one in (source.title, source.publisher, source.date)]
    for level in first.levels:
        wanted += [level.name, level.begins, level.described]
    for rule in first.rules:
        wanted += [rule.code, rule.title, rule.norm.text, rule.agreement, *rule.marks, *(one.text for one in rule.norm.parts)]
        wanted += [words for _, words in rule.facts] + [one.content for one in rule.passages]
    for setting in first.settings:
        wanted += [setting.title, setting.value, setting.provenance, setting.why, *setting.rules]
    for one in first.untranslated:
        wanted += [one.part, one.nature, one.reason, *(passage.content for passage in one.passages)]
    for other in first.elsewhere:
        wanted += [other.record, other.note, *(passage.content for passage in other.passages)]
    missing = [one for one in wanted if one.lower() not in words.lower()]
    assert missing == []


def test_the_first_frame_has_all_its_rules_settings_and_untranslated_passages(first: RuleBook) -> None:
    record = open_library(wanted="kop-van-noord-holland-2014").series["kop-van-noord-holland"].versions[0].record
    assert sorted(one.code for one in first.rules) == sorted(one.code for one in record.regels)
    assert [one.title for one in first.settings] == [one.titel for one in record.instellingen]
    assert (len(first.untranslated), len(first.elsewhere)) == (len(record.onvertaald), len(record.elders))
    assert len(first.rules) >= 29
    assert all(one.rules for one in first.settings)


def two_versions(folder: Path) -> RuleBook:
    base = "als: {soort: observatie}\nmoet: {gedrag: {aanwezig: ja}}"
    timed = "als: {soort: evaluatie}\ndan: {soort: oudercontact}\nbinnen: {instelling: twee_weken}"
    gone = "als: {soort: toets}\nmoet: {toelichting: {aanwezig: ja}}"
    newer = """\
soort: normenkader
code: proef-2025
reeks: proef
titel: Proef, het jaar erna
geldig: {van: 2025-08-01}
gebaseerd_op: proef-2024
instellingen:
  - {naam: twee_weken, titel: Twee weken, weken: 3, herkomst: bron, toelichting: Anders.}
vervalt: [R-4]
regels:
"""
    rule = "  - {{code: {}, titel: T, afspraak: A, niveau: 1, ernst: fout, {}, wie: ouder, doe: D, waarom: W, open_punt: O}}\n"
    newer += rule.format("R-2", "als: {soort: observatie}, moet: {resultaten: {aanwezig: ja}}")
    newer += rule.format("R-9", "als: {soort: toets}, moet: {toelichting: {aanwezig: ja}}, geldig: {van: 2025-09-01}")
    found = library(folder, oud=frame_text(base, base, timed, gone), nieuw=newer)
    assert [one.code for one in found.findings if one.code != "BO418"] == []
    return rule_book(found.series["proef"].versions[1], found, remarks={"R-1": "De passage is veranderd."})


def test_what_a_version_inherits_changes_adds_and_drops_can_be_told_apart(tmp_path: Path) -> None:
    book = two_versions(tmp_path)
    rules = {one.code: one for one in book.rules}
    assert {code: one.origin for code, one in rules.items()} == {
        "R-1": "Overgenomen uit proef-2024.",
        "R-2": "Hier anders dan in proef-2024.",
        "R-3": "Overgenomen uit proef-2024. De termijn is hier anders.",
        "R-9": "Nieuw in deze versie.",
    }
    assert rules["R-2"].marks == ("afspraak", "open punt", "gewijzigd")
    assert rules["R-3"].marks == ("afspraak", "andere termijn")
    assert rules["R-9"].period == "Deze regel geldt vanaf 1 september 2025."
    assert book.gone == (("R-4", "Titel"),)
    assert book.settings[0].origin == "Hier anders dan in proef-2024."
    assert book.base.startswith("Bouwt op «Proef» (proef-2024).")


@pytest.mark.parametrize("format", FORMATS)
def test_open_points_remarks_and_origins_are_shown(tmp_path: Path, format: str) -> None:
    words = plain(written(two_versions(tmp_path), format))
    for wanted in ("De passage is veranderd.", "Open punt", "Hier anders dan in proef-2024.", "Vervallen regels"):
        assert wanted.lower() in words.lower()


def test_a_remark_stands_at_its_own_rule_only(tmp_path: Path) -> None:
    assert [one.code for one in two_versions(tmp_path).rules if one.remark] == ["R-1"]


@pytest.mark.parametrize("format", FORMATS)
def test_a_single_rule_comes_with_its_setting_and_without_the_rest(first: RuleBook, format: str) -> None:
    found = open_library(wanted="kop-van-noord-holland-2014")
    book = rule_book(found.series["kop-van-noord-holland"].versions[0], found, only="KNH-1.4")
    words = plain(written(book, format))
    assert [one.code for one in book.rules] == ["KNH-1.4"]
    assert book.rules[0] in first.rules
    assert "KNH-1.3" not in words
    assert "Zo leest u dit" not in words


def test_where_a_passage_can_be_read_is_told_and_only_an_address_is_a_link(tmp_path: Path) -> None:
    places = "vindplaats: ['https://www.pold.nl/opp', 'de kast op kamer 2']"
    head = HEAD.replace("inhoud: Iets.", f"inhoud: Iets., {places}")
    body = "als: {soort: observatie}\nmoet: {gedrag: {aanwezig: ja}}\nbron: {document: doc, passage: 1}"
    found = library(tmp_path, kader=frame_text(body, head=head))
    book = rule_book(found.series["proef"].versions[0], found)
    page = render("regelboek/regelboek.html.j2", book)
    assert '<a href="https://www.pold.nl/opp" rel="noreferrer">pold.nl</a>' in page
    assert '<a href="https://www.pold.nl/opp" rel="noreferrer">https://www.pold.nl/opp</a>' in page
    assert "<https://www.pold.nl/opp>" in render("regelboek/regelboek.md.j2", book)
    for format in FORMATS:
        assert "de kast op kamer 2" in plain(written(book, format))
    assert "https://www.pold.nl/opp" in written(book, "text")


# Rules about another record


def with_facts(folder: Path) -> RuleBook:
    """One rule about a dossier, one about a SOP and one about key figures."""
    bodies = (
        "als: {soort: observatie}\nmoet: {gedrag: {aanwezig: ja}}",
        "over: sop\nals: {soort: sop}\nvooraf: {soort: protocol}",
        "over: kengetallen\nals: {soort: telling}\nmoet: {stand: {aanwezig: ja}}",
    )
    head, *rules = frame_text(*bodies).split("  - code: ")
    rules = [one.replace("    niveau: 1\n", "") if "over: " in one else one for one in rules]
    found = library(folder, kader="  - code: ".join([head, *rules]))
    assert [one.code for one in found.findings if one.code != "BO418"] == []
    return rule_book(found.series["proef"].versions[0], found)


def test_rules_about_another_record_have_a_chapter_of_their_own(tmp_path: Path) -> None:
    book = with_facts(tmp_path)
    assert [[rule.code for rule in level.rules] for level in book.levels] == [["R-1"], []]
    assert [(one.title, [rule.code for rule in one.rules]) for one in book.records] == [
        ("Het SOP", ["R-2"]), ("Kengetallen", ["R-3"]),
    ]  # fmt: skip
    assert [one.code for one in book.rules] == ["R-1", "R-2", "R-3"]


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_has_the_chapters_of_other_records(tmp_path: Path, format: str) -> None:
    words = plain(written(with_facts(tmp_path), format))
    for told in ("In het SOP moet een protocol staan.", "Bij elke telling moet de stand vermeld zijn."):
        assert words.count(told) == 1
    assert "Deze regels gaan over het schoolondersteuningsprofiel (SOP) van een school" in words
    assert "Deze regels gaan over de kengetallen van het samenwerkingsverband" in words
    assert words.index("observatie moet het gedrag") < words.index("In het SOP moet") < words.index("Bij elke telling")


def test_a_book_without_such_rules_has_no_such_chapters(tmp_path: Path) -> None:
    found = library(tmp_path, kader=frame_text("als: {soort: observatie}\nmoet: {gedrag: {aanwezig: ja}}"))
    book = rule_book(found.series["proef"].versions[0], found)
    assert book.records == ()
    assert all("SOP" not in written(book, format) for format in FORMATS)


# Hostile texts

HOSTILE = "<script>alert(1)</script><img src=x onerror=y> {{ 7*7 }} {% x %} *ster* _streep_ | # [a](b) `c` &lt;"


def hostile(folder: Path) -> RuleBook:
    text = '"' + HOSTILE.replace('"', "'") + '"'
    head = HEAD.replace("titel: Proef", f"titel: {text}").replace("inhoud: Iets.", f"inhoud: {text}, vindplaats: [{text}]")
    head = head.replace("toelichting: Zomaar.", f"toelichting: {text}").replace("naam: een,", f"naam: {text},")
    body = f"als: {{soort: observatie}}\noordeel: {text}\nopen_punt: {text}\nafspraak: {text}"
    more = (
        f"onvertaald: [{{bron: {{document: doc, passage: 1}}, aard: beleid, deel: {text}, reden: {text}}}]\n"
        f"elders: [{{bron: {{document: doc, passage: 1}}, record: sop, toelichting: {text}}}]\n"
    )
    found = library(folder, kader=frame_text(body, head=head, more=more))
    assert [one.code for one in found.findings if one.code != "BO418"] == []
    return rule_book(found.series["proef"].versions[0], found, remarks={"R-1": HOSTILE})


class Tags(HTMLParser):
    """The tags of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_text_of_a_frame_is_text_in_html(tmp_path: Path, first: RuleBook) -> None:
    usual, page = (
        Tags(render("regelboek/regelboek.html.j2", first)),
        Tags(render("regelboek/regelboek.html.j2", hostile(tmp_path))),
    )
    assert page.tags <= usual.tags
    assert page.attributes <= usual.attributes
    assert page.text.count(HOSTILE) >= 8


def test_text_of_a_frame_is_text_in_markdown(tmp_path: Path) -> None:
    page = render("regelboek/regelboek.md.j2", hostile(tmp_path))
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", page)
    assert set(re.findall(r"<[^>]*>", bare)) == {
        '<a id="niveau-1">', "</a>", '<a id="niveau-2">', '<a id="R-1">', '<a id="omlaag-en-einde">',
        '<a id="instellingen">', '<a id="niet-vertaald">', '<a id="elders">',
    }  # fmt: skip
    assert "{{" not in bare and "{%" not in bare and "`" not in bare and "|" not in bare
    assert plain(page).count("7*7") >= 8


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    head = HEAD.replace("titel: Proef", 'titel: "rood \\e[31m \\x9b en \\u202e om"')
    found = library(tmp_path, kader=frame_text("als: {soort: observatie}\nmoet: {gedrag: {aanwezig: ja}}", head=head))
    text = written(rule_book(found.series["proef"].versions[0], found), "text")
    assert all(one.isprintable() or one == "\n" for one in text)


# The page


def test_the_page_holds_everything_itself(first: RuleBook) -> None:
    page = render("regelboek/regelboek.html.j2", first)
    assert '<html lang="nl">' in page
    assert not re.findall(r'(?:src|href)="(?!#|data:,)[^"]*"', page)
    assert "@import" not in page and "url(" not in page and "<script" not in page


def test_every_link_of_the_page_leads_somewhere(first: RuleBook) -> None:
    page = render("regelboek/regelboek.html.j2", first)
    ids = re.findall(r'id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert set(re.findall(r'aria-labelledby="([^"]+)"', page)) <= set(ids)
    assert {one.code for one in first.rules} <= set(ids)


def test_every_link_of_the_markdown_leads_somewhere(first: RuleBook) -> None:
    page = render("regelboek/regelboek.md.j2", first)
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= set(re.findall(r'<a id="([^"]+)">', page))


def luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_colours_have_enough_contrast_in_light_and_in_dark(first: RuleBook) -> None:
    blocks = re.findall(r":root \{([^}]*)\}", render("regelboek/regelboek.html.j2", first))[:2]
    for block in blocks:
        colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block))
        for ground in ("paper", "raised"):
            for name, least in (("ink", 7), ("soft", 4.5), ("accent", 4.5), ("alert", 4.5), ("edge", 3)):
                light, dark = sorted((luminance(colours[name]), luminance(colours[ground])), reverse=True)
                assert (light + 0.05) / (dark + 0.05) >= least, (name, ground)
