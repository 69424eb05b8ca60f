"""The documents about a meeting: what each reader gets, and what nobody may see of another."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from basisondersteuning.casework.caseload import Caseload
from basisondersteuning.documents.audience.see import WARNING, Reader
from basisondersteuning.documents.ot import agenda as ot_agenda
from basisondersteuning.documents.ot import inbreng as ot_inbreng
from basisondersteuning.documents.ot import uitnodiging as ot_uitnodiging
from basisondersteuning.documents.ot import verslag as ot_verslag
from basisondersteuning.documents.ot.views import OtAgenda, OtUitnodiging, OtVerslag
from basisondersteuning.documents.output.ics import ics
from basisondersteuning.documents.work import Paper, Work
from basisondersteuning.model.ot import OPEN_NAME, OPEN_QUESTION, Ot
from running import Bo

from .meetings import HOSTILE, REQUEST, SCHOOL, caseload, dossier, item, meeting, shown, support, work

DAY = ("--peildatum", "2026-11-24")
PLANNED, HELD = "ot/2026-12-10.yaml", "ot/2026-11-19-gehouden.yaml"
NOBODY = Caseload()


def plain(text: str) -> str:
    """What a reader sees of a page, on one line."""
    body = re.sub(r"<(style|title)\b.*?</\1>", "", text, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def rendered(markdown: str) -> str:
    """What a reader sees of Markdown, on one line."""
    return plain(MarkdownIt("commonmark").enable("table").render(markdown))


def agenda(made: Ot, reader: Reader = Reader.OT, known: Caseload = NOBODY, **more: Any) -> OtAgenda:
    (paper,) = ot_agenda.make(work(reader, **more), made, known)
    assert isinstance(paper.doc, OtAgenda)
    return paper.doc


def invitation(made: Ot, pupil: str = "L-0001") -> OtUitnodiging:
    (paper,) = ot_uitnodiging.make(work(Reader.OUDERS, pupil=pupil), made, NOBODY)
    assert isinstance(paper.doc, OtUitnodiging)
    return paper.doc


def report(made: Ot, reader: Reader = Reader.OT, **more: Any) -> list[OtVerslag]:
    papers = ot_verslag.make(work(reader, **more), made, NOBODY)
    return [one.doc for one in papers if isinstance(one.doc, OtVerslag)]


# The agenda


def test_the_examples_give_an_agenda_with_times_and_facts(bo: Bo, desk: Path) -> None:
    done = bo("render", "ot-agenda", PLANNED, "dossiers", *DAY)
    assert (done.code, done.err) == (0, "")
    for line in (
        "# Agenda van het OT: Donderdag 10 december 2026",
        "- 13:15 tot 13:45 uur: **Daan Verhulst**, groep 8, vervolg, 30 minuten",
        "- 13:45 tot 14:30 uur: **Sem Oosterling**, groep 6, eerste bespreking, 45 minuten",
        "Aan het eind blijven 15 minuten over.",
        "- **Voorzitter:** H. Brouwer",
        "2. Wat gaat goed, en wat werkt al?",
        "- **Niveau:** rekenen: arrangement sinds 9-4-2026",
        "- **Loopt nu:** rekenen (tot 18-12-2026)",
        "- **Laatste evaluatie:** onvoldoende effect (27-1-2026)",
        "- **Vorige bespreking:** 12-2-2026",
        "De feiten uit de dossiers gelden op 24 november 2026.",
    ):
        assert line in done.out


def test_without_dossiers_the_agenda_has_no_facts_and_says_nothing_of_them() -> None:
    doc = agenda(meeting(item()))
    assert doc.punten[0].feiten == ()
    assert doc.stand == ""
    assert "dossier" not in shown(Paper("x", "ot-agenda", doc), "md")


@pytest.mark.parametrize(
    ("minutes", "words", "fits"),
    [
        (90, "Aan het eind blijven 30 minuten over.", True),
        (119, "Aan het eind blijft 1 minuut over.", True),
        (120, "De agenda vult de tijd precies.", True),
        (121, "De agenda is 1 minuut te lang voor de tijd die er is.", False),
        (150, "De agenda is 30 minuten te lang voor de tijd die er is.", False),
    ],
)
def test_time_left_over_or_too_much_is_said(minutes: int, words: str, fits: bool) -> None:
    doc = agenda(meeting(item(minuten=minutes)))
    assert (doc.tijd, doc.past) == (words, fits)


def test_an_empty_agenda_is_still_a_document() -> None:
    doc = agenda(meeting())
    assert doc.tijd == "Er staan nog geen leerlingen op de agenda."
    assert "Aan tafel" in shown(Paper("x", "ot-agenda", doc), "html")


def test_times_run_past_midnight_and_absurd_minutes_do_not_break_it() -> None:
    doc = agenda(meeting(item("L-1", minuten=999_999_999), item("L-2", minuten=999_999_999), begin="23:30"))
    assert doc.punten[0].tijd.startswith("23:30 tot ")


def test_what_a_proposal_left_open_is_not_told_as_if_somebody_wrote_it() -> None:
    guest = {"id": "lk", "naam": OPEN_NAME, "rol": "groepsleerkracht"}
    made = meeting(item(vraag=OPEN_QUESTION, naam=OPEN_NAME, genodigden=[guest]))
    for paper in (*ot_agenda.make(work(Reader.OT), made, NOBODY), *ot_uitnodiging.make(work(Reader.OUDERS), made, NOBODY)):
        for kind in ("html", "md"):
            text = shown(paper, kind)
            assert OPEN_QUESTION not in unescape(text) and OPEN_NAME not in unescape(text)
            assert "vraag" in text and "Naam nog niet bekend" in text


def test_the_samenwerkingsverband_sees_pseudonyms_and_is_told_so() -> None:
    parent = {"id": "moeder", "naam": "Petra Achternaam", "rol": "ouder"}
    made = meeting(item(naam="Sanne Achternaam", vraag="Wat helpt Sanne?", genodigden=[parent]))
    doc = agenda(made, Reader.SWV, names=False)
    text = shown(Paper("x", "ot-agenda", doc), "html")
    assert "Sanne" not in text and "Petra" not in text and "Voorbeeld" not in text
    assert doc.punten[0].leerling == "L-0001"
    assert WARNING in plain(text)
    assert "Sanne Achternaam" in shown(Paper("x", "ot-agenda", agenda(made, Reader.SWV)), "html")


def test_only_who_was_asked_for_stands_on_it_at_their_own_time() -> None:
    made = meeting(item("L-0001", groep=4), item("L-0002", groep=5))
    assert [(one.leerling, one.tijd) for one in agenda(made, pupil="L-0002").punten] == [("L-0002", "13:45 tot 14:15 uur")]
    assert [one.leerling for one in agenda(made, group=4).punten] == ["L-0001"]
    assert ot_agenda.make(work(Reader.OT, pupil="L-9999"), made, NOBODY) == []


def test_facts_hold_what_the_reader_may_see() -> None:
    loaded = dossier(
        support(tot="2026-12-18"),
        {"datum": "2026-10-01", "soort": "evaluatie", "van": "o1"},
    )
    doc = agenda(meeting(item()), Reader.SWV, caseload(loaded), names=False)
    assert dict(doc.punten[0].feiten)["Loopt nu"] == "rekenen (tot 18-12-2026)"
    assert dict(doc.punten[0].feiten)["Laatste evaluatie"] == "nog niet beoordeeld"
    assert agenda(meeting(item()), known=caseload(dossier())).punten[0].feiten == ()


# The invitation


def test_parents_get_a_letter_about_their_own_child(bo: Bo, desk: Path) -> None:
    done = bo("render", "ot-uitnodiging", PLANNED, *DAY, "--leerling", "L-0423")
    assert (done.code, done.err) == (0, "")
    for line in (
        "# Uitnodiging: Gesprek over Sem Oosterling",
        "Beste R. Oosterling,",
        "- **Wanneer:** donderdag 10 december 2026, 13:45 tot 14:30 uur",
        "Sem werkt hard en de afstand blijft gelijk.",
        "- H. Brouwer, directeur, leidt het gesprek",
        "- J. Dekker, groepsleerkracht",
        "Bel of mail T. de Wit, intern begeleider.",
    ):
        assert line in done.out
    assert "R. Oosterling, ouder" not in done.out  # they know that they are there


def test_each_pupil_has_an_own_file(bo: Bo, desk: Path) -> None:
    assert bo("render", "ot-uitnodiging", PLANNED, *DAY, "--format", "html", "--format", "ics", "--out", "uit").code == 0
    names = {one.name for one in Path("uit").iterdir() if not one.name.startswith(".")}
    assert names == {
        f"ot-uitnodiging-2026-12-10-{pupil}.{form}" for pupil in ("L-0352", "L-0423", "L-0388") for form in ("html", "ics")
    }


WORD = st.integers(0, 10**9).map(lambda number: f"merk{number}x")


@st.composite
def meetings(draw: st.DrawFn) -> tuple[Ot, list[set[str]]]:
    """A meeting with words in every field of its items that stand nowhere else, and those words for each item."""
    words = draw(st.lists(WORD, min_size=36, max_size=36, unique=True))
    items: list[dict[str, Any]] = []
    own: list[set[str]] = []
    for number in range(draw(st.integers(2, 3))):
        mine = words[number * 12 : number * 12 + 12]
        guest = {"id": f"gast{mine[0]}", "naam": mine[1], "rol": draw(st.sampled_from(["ouder", "groepsleerkracht"]))}
        items.append(
            item(
                f"L-{mine[2]}",
                naam=mine[3],
                vraag=mine[4],
                inbreng=mine[5],
                bespreking=mine[6],
                minuten=draw(st.integers(5, 60)),
                genodigden=[{**guest, "organisatie": mine[7]}],
                uitkomsten=[{"soort": "anders", "omschrijving": mine[8]}],
                afspraken=[{"wie": guest["id"], "wat": mine[9], "wanneer": "2027-01-15"}],
                aanwezig=[guest["id"], "ib"],
                vervolg=draw(st.sampled_from(["ja", "nee"])),
            )
        )
        own.append(set(mine))
    return meeting(*items, duur=draw(st.integers(10, 300))), own


@given(meetings())
@settings(max_examples=25, deadline=None, derandomize=True)
def test_parents_never_see_a_word_of_another_item(made: tuple[Ot, list[set[str]]]) -> None:
    record, words = made
    asked = work(Reader.OUDERS)
    letters = ot_uitnodiging.make(asked, record, NOBODY)
    reports = ot_verslag.make(asked, record, NOBODY)
    for number, (letter, told) in enumerate(zip(letters, reports, strict=True)):
        others = set().union(*(one for place, one in enumerate(words) if place != number))
        texts = [shown(paper, kind) for paper in (letter, told) for kind in ("html", "md")]
        texts += [ics(letter.doc).decode().replace("\r\n ", ""), letter.stem, told.stem]
        for text in texts:
            assert not {one for one in others if one in text}
            assert any(one in text for one in words[number])


@given(st.integers(5, 60), st.integers(5, 60), st.integers(30, 300))
@settings(max_examples=25, deadline=None, derandomize=True)
def test_an_invitation_does_not_depend_on_who_comes_later(minutes: int, after: int, length: int) -> None:
    alone = meeting(item(minuten=minutes), duur=length)
    more = meeting(item(minuten=minutes), item("L-0002", minuten=after), duur=300)
    assert invitation(alone) == invitation(more)


# The report


def test_the_team_gets_one_report_with_all_agreements_by_date(bo: Bo, desk: Path) -> None:
    done = bo("render", "ot-verslag", HELD, *DAY)
    assert (done.code, done.err) == (0, "")
    together = done.out.split("## Alle afspraken, op datum")[1]
    assert re.findall(r"^- (\S+): \*\*(.+?)\*\* over (\w+)", together, flags=re.MULTILINE) == [
        ("20-11-2026", "T. de Wit", "Sanne"),
        ("26-11-2026", "L. Jansen", "Luuk"),
        ("26-11-2026", "V. de Ridder", "Luuk"),
        ("27-11-2026", "C. Hoekstra", "Sanne"),
        ("18-12-2026", "A. Rozema", "Sanne"),
    ]
    assert "Gezien" not in done.out


@pytest.mark.parametrize("reader", [Reader.OUDERS, Reader.SCHOOL, Reader.SWV])
def test_others_get_one_report_for_each_pupil_with_a_place_to_sign_for_seen(reader: Reader) -> None:
    parents = [{"id": "p1", "naam": "A. Een", "rol": "ouder"}, {"id": "p2", "naam": OPEN_NAME, "rol": "ouder"}]
    made = meeting(item("L-0001", genodigden=parents, bespreking="x"), item("L-0002", bespreking="x"))
    first, second = report(made, reader)
    assert (first.team, len(first.punten), first.afspraken) == (False, 1, ())
    assert (first.gezien, second.gezien) == (("A. Een", "Ouder of verzorger"), ("Ouder of verzorger",))
    text = plain(shown(Paper("x", "ot-verslag", first), "html"))
    assert "Gezien door de ouders" in text
    assert "instemming" not in text.lower()
    assert "niet dat u het ermee eens bent" in text


def test_a_pseudonym_signs_nothing() -> None:
    assert report(meeting(item(bespreking="x")), Reader.SWV, names=False)[0].gezien == ()


def test_the_report_of_one_pupil_does_not_tell_the_hours_of_the_meeting() -> None:
    made = meeting(item(bespreking="x"), item("L-0002", bespreking="x"))
    assert "13:15" in shown(Paper("x", "ot-verslag", report(made)[0]), "md")
    for one in report(made, Reader.OUDERS):
        assert "13:15" not in shown(Paper("x", "ot-verslag", one), "md")


def test_an_item_that_was_not_discussed_says_so() -> None:
    made = meeting(item("L-0001"), item("L-0002", bespreking="Kort gesproken."))
    first, second = report(made)[0].punten
    assert (first.besproken, second.besproken) == (False, True)
    text = shown(Paper("x", "ot-verslag", report(made)[0]), "md")
    assert text.count("Van deze bespreking is niets vastgelegd.") == 1
    assert text.count("Wie erbij waren, is niet vastgelegd.") == 1
    assert "Er zijn geen afspraken vastgelegd." in text


def test_there_is_no_report_of_what_is_still_to_come() -> None:
    assert report(meeting(item(), item("L-0002"))) == []
    assert report(meeting(item(), item("L-0002", bespreking="x")), Reader.OUDERS)[0].kop.titel == "L-0002"
    assert len(report(meeting(item(), item("L-0002", bespreking="x")), Reader.OUDERS)) == 1


# Text stays text


def _all_hostile() -> list[Paper]:
    guest = {"id": "p1", "naam": HOSTILE, "rol": "ouder", "organisatie": HOSTILE}
    team = [
        {"id": "dir", "naam": HOSTILE, "rol": "directeur", "organisatie": HOSTILE},
        {"id": "ib", "naam": HOSTILE, "rol": "intern_begeleider"},
    ]
    point = item(
        naam=HOSTILE,
        vraag=HOSTILE,
        inbreng=HOSTILE,
        bespreking=HOSTILE,
        genodigden=[guest],
        aanwezig=["p1", "dir"],
        uitkomsten=[{"soort": "anders", "omschrijving": HOSTILE}],
        afspraken=[{"wie": "p1", "wat": HOSTILE, "wanneer": "2027-01-15"}],
    )
    made = meeting(point, plaats=HOSTILE, werkwijze=[HOSTILE], leden=team, externe_deskundigen=[{**guest, "id": "ext"}])
    people = [{"id": "moeder", "naam": HOSTILE, "rol": "ouder"}, {"id": "lk", "naam": HOSTILE, "rol": "groepsleerkracht"}]
    loaded = dossier(
        support(doel=HOSTILE, aanpak=HOSTILE, frequentie=HOSTILE),
        {"datum": "2026-10-01", "soort": "evaluatie", "van": "o1", "effect": "deels", "toelichting": HOSTILE},
        {**REQUEST, "vraag": HOSTILE},
        {"datum": "2026-10-02", "soort": "oudercontact", "met": "moeder", "over": "zorg", "visie_ouders": HOSTILE},
        {"datum": "2026-10-02", "soort": "leerlinggesprek", "door": "lk", "inbreng": HOSTILE, "invloed": HOSTILE},
        {"datum": "2026-10-02", "soort": "behoeften", "bevorderend": HOSTILE, "belemmerend": HOSTILE, "leerling": HOSTILE},
        {
            "datum": "2026-10-02", "soort": "toets", "naam": HOSTILE, "vakgebied": "rekenen", "methodegebonden": "ja",
            "schaal": "percentage", "waarde": HOSTILE, "toelichting": HOSTILE,
        },
        people=people,
        roepnaam=HOSTILE,
    )  # fmt: skip
    asked = work(Reader.OT)
    papers = [*ot_agenda.make(asked, made, caseload(loaded)), *ot_verslag.make(asked, made, NOBODY)]
    papers += [*ot_uitnodiging.make(work(Reader.OUDERS), made, NOBODY), *ot_verslag.make(work(Reader.OUDERS), made, NOBODY)]
    return [*papers, ot_inbreng.make(asked, asked.assessor.judge(loaded))]


def test_hostile_text_comes_out_as_text() -> None:
    for paper in _all_hostile():
        html, markdown = shown(paper, "html"), shown(paper, "md")
        assert "<script" not in html and "kwaad.nl" not in " ".join(re.findall(r'(?:href|src)="([^"]*)"', html))
        tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
        kinds = {inner.type for one in tokens for inner in (one.children or [])} | {one.type for one in tokens}
        assert not {"html_inline", "html_block", "link_open", "image", "code_inline", "code_block", "fence", "table_open"} & kinds
        assert "kop" not in [one.content for one in tokens]
        for text in (plain(html), rendered(markdown)):
            assert " ".join(HOSTILE.split()) in text
            assert "49" not in text.replace("2049", "")


def test_a_name_never_gets_into_the_name_of_a_file() -> None:
    made = meeting(item(naam="Sanne Voorbeeld", bespreking="x"))
    stems: list[str] = []
    for reader in (Reader.OT, Reader.SCHOOL):
        asked: Work = work(reader)
        stems += [one.stem for one in (*ot_agenda.make(asked, made, NOBODY), *ot_verslag.make(asked, made, NOBODY))]
    stems += [one.stem for one in ot_uitnodiging.make(work(Reader.OUDERS), made, NOBODY)]
    assert stems == [
        f"ot-agenda-2026-12-10-{SCHOOL}",
        f"ot-verslag-2026-12-10-{SCHOOL}",
        f"ot-agenda-2026-12-10-{SCHOOL}",
        "ot-verslag-2026-12-10-L-0001",
        "ot-uitnodiging-2026-12-10-L-0001",
    ]
