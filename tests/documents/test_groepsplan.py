"""The group plan: what runs in a group, who belongs together, and what is to be evaluated first."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from basisondersteuning.documents.audience.see import WARNING, Reader
from basisondersteuning.documents.groepsplan import make as groepsplan
from basisondersteuning.documents.groepsplan.views import Groepsplan
from basisondersteuning.documents.work import Paper
from basisondersteuning.records.load import Loaded
from running import Bo

from .meetings import HOSTILE, dossier, shown, support, work

DAY = ("--peildatum", "2026-11-24")


def papers(*loaded: Loaded, reader: Reader = Reader.SCHOOL, **more: Any) -> list[Paper]:
    asked = work(reader, **more)
    return groepsplan.make(asked, [asked.assessor.judge(one) for one in loaded])


def plan(*loaded: Loaded, **more: Any) -> Groepsplan:
    (paper,) = papers(*loaded, **more)
    assert isinstance(paper.doc, Groepsplan)
    return paper.doc


def pupil(number: int, *events: dict[str, Any], **more: Any) -> Loaded:
    return dossier(*events, pupil=f"L-{number:04}", roepnaam=f"Kind{number}", **more)


def test_the_examples_give_a_plan(bo: Bo, desk: Path) -> None:
    done = bo("render", "groepsplan", "dossiers", "--groep", "7", *DAY)
    assert (done.code, done.err) == (0, "")
    for line in (
        "# Groepsplan: Groep 7",
        "- **Leerlingen met ondersteuning:** 3",
        "- 20-11-2026: **Koen Brandsma**, gedrag (einddatum voorbij)",
        "## Spelling: 1 leerling",
        "### spelling groep 7 blok 1 tot 4",
        "- **Lotte Groenewoud**: Lotte houdt hoogstens vijf fouten per 100 woorden vast tot de kerst.",
        "  - 24-8-2026 tot 18-12-2026, door P. Mulder, 1 keer per week 10 minuten",
    ):
        assert line in done.out


def test_parents_never_get_it(bo: Bo, desk: Path) -> None:
    done = bo("render", "groepsplan", "dossiers", "--groep", "7", "--voor", "ouders", *DAY)
    assert done.code == 2
    assert done.out == ""


def test_pupils_with_the_same_approach_stand_together_each_with_an_own_goal() -> None:
    same = {"aanpak": "Elke dag splitsen.", "groepsplan": "Rekenen blok 2", "tot": "2026-12-04"}
    doc = plan(
        pupil(1, support(**same, doel="Tot 10.")),
        pupil(2, support(**{**same, "aanpak": " elke dag  SPLITSEN."}, doel="Tot 20.")),
        pupil(3, support(**{**same, "groepsplan": "rekenen blok 3"})),
        pupil(4, support(**{**same, "aanpak": "Anders."})),
        pupil(5, support(**same, doel="Spelt goed."), support("s1", vakgebied="spelling", **same)),
    )
    rekenen, spelling = doc.vakken
    assert (rekenen.naam, rekenen.aantal, spelling.naam, spelling.aantal) == ("rekenen", "5 leerlingen", "spelling", "1 leerling")
    assert [[one.leerling for one in found.leerlingen] for found in rekenen.aanpakken] == [
        ["Kind1", "Kind2", "Kind5"],
        ["Kind3"],
        ["Kind4"],
    ]
    assert [one.doel for one in rekenen.aanpakken[0].leerlingen[:2]] == ["Tot 10.", "Tot 20."]
    assert shown(Paper("x", "groepsplan", doc), "md").count("Elke dag splitsen.") == 3  # once in each cluster, not for each pupil


def test_what_ends_first_is_evaluated_first() -> None:
    doc = plan(
        pupil(1, support()),
        pupil(2, support(tot="2026-12-18")),
        pupil(3, support(tot="2026-11-23")),
        pupil(4, support(tot="2026-11-24")),
    )
    assert [(one.wanneer, one.leerling, one.voorbij) for one in doc.evalueren] == [
        ("23-11-2026", "Kind3", True),
        ("24-11-2026", "Kind4", False),
        ("18-12-2026", "Kind2", False),
        ("geen einddatum", "Kind1", False),
    ]
    assert dict(doc.kort)["Einddatum voorbij, nog niet beoordeeld"] == "1"


def test_pupils_without_support_are_counted_and_not_named() -> None:
    closed = {"datum": "2026-10-01", "soort": "afsluiting", "reden": "Verhuisd."}
    doc = plan(pupil(1, support()), pupil(2), pupil(3), pupil(4, support(), closed))
    assert doc.zonder == "2 leerlingen in deze groep hebben wel een dossier, maar nu geen lopende ondersteuning."
    for kind in ("html", "md"):
        text = shown(Paper("x", "groepsplan", doc), kind)
        assert "Kind1" in text
        assert not re.search(r"Kind[234]|L-000[234]", text)
    assert plan(pupil(1, support())).zonder == ""
    assert plan(pupil(1, support()), pupil(2)).zonder.startswith("1 leerling in deze groep heeft ")


def test_a_group_in_which_nothing_runs_says_so() -> None:
    doc = plan(pupil(1))
    assert "Er loopt in deze groep nu geen ondersteuning die in een dossier staat." in shown(
        Paper("x", "groepsplan", doc), "html"
    )


def test_only_the_group_that_was_asked_for() -> None:
    made = [pupil(1, support()), pupil(2, support(), groep=6)]
    assert [one.stem for one in papers(*made, group=6)] == ["groepsplan-99XX00-groep-6"]
    assert papers(*made, group=8) == []


def test_the_day_decides_what_runs() -> None:
    made = pupil(1, support(), support("o2", "2026-11-02", vorm="voortgezet", vervolg_op="o1"))
    for day, goal in ((date(2026, 11, 1), "Doel van o1."), (date(2026, 11, 2), "Doel van o2.")):
        doc = plan(made, day=day)
        assert [one.doel for found in doc.vakken[0].aanpakken for one in found.leerlingen] == [goal]
        assert doc.kop.stand == f"Stand op {day.day} november 2026"


def test_the_samenwerkingsverband_sees_pseudonyms() -> None:
    doc = plan(pupil(1, support(doel="Kind1 telt door.")), reader=Reader.SWV, names=False)
    text = shown(Paper("x", "groepsplan", doc), "html")
    assert "Kind1" not in text and "Juf" not in text
    assert "L-0001" in text and WARNING in text
    assert "Kind1" in shown(Paper("x", "groepsplan", plan(pupil(1, support()), reader=Reader.SWV)), "html")


@pytest.mark.parametrize("form", ["html", "md"])
def test_hostile_text_comes_out_as_text(form: str) -> None:
    text = {"doel": HOSTILE, "aanpak": HOSTILE, "groepsplan": HOSTILE, "frequentie": HOSTILE}
    people = [{"id": "lk", "naam": HOSTILE, "rol": "groepsleerkracht"}]
    made = shown(Paper("x", "groepsplan", plan(dossier(support(**text), roepnaam=HOSTILE, people=people))), form)
    if form == "md":
        tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(made)
        kinds = {inner.type for one in tokens for inner in (one.children or [])} | {one.type for one in tokens}
        assert not {"html_inline", "html_block", "link_open", "code_block", "table_open", "blockquote_open"} & kinds
        made = MarkdownIt("commonmark").render(made)
    assert "<script" not in made
    body = re.sub(r"<style>.*?</style>", "", made, flags=re.DOTALL)
    assert " ".join(HOSTILE.split()) in " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


AREAS = st.sampled_from(["rekenen", "spelling", "gedrag"])
SUPPORT = st.tuples(AREAS, st.sampled_from(["A", "a ", "B"]), st.sampled_from([None, "2026-11-01", "2026-12-01"]))


@given(st.lists(st.lists(SUPPORT, max_size=3), min_size=1, max_size=6))
@settings(max_examples=50, deadline=None, derandomize=True)
def test_each_support_stands_once_under_its_own_vakgebied(given_: list[list[tuple[str, str, str | None]]]) -> None:
    made = [
        pupil(
            number,
            *(
                support(f"o{place}", vakgebied=area, aanpak=how, doel=f"{number}.{place}", **({"tot": end} if end else {}))
                for place, (area, how, end) in enumerate(one)
            ),
        )
        for number, one in enumerate(given_)
    ]
    doc = plan(*made)
    wanted = sorted((area, f"{number}.{place}") for number, one in enumerate(given_) for place, (area, _, _) in enumerate(one))
    found = sorted((area.naam, one.doel) for area in doc.vakken for how in area.aanpakken for one in how.leerlingen)
    assert found == wanted
    assert len(doc.evalueren) == len(wanted)
    for area in doc.vakken:
        keys = [(how.groepsplan.casefold(), "".join(how.aanpak.casefold().split())) for how in area.aanpakken]
        assert len(keys) == len(set(keys))
        sizes = [len(how.leerlingen) for how in area.aanpakken]
        assert sizes == sorted(sizes, reverse=True)
