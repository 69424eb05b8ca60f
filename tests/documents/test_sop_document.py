"""The document of a SOP: everything that is filled in is in it, what is empty says so, and each reader gets what is for them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
import yaml

from basisondersteuning.casework.assess import Assessor, Setup
from basisondersteuning.casework.settings import find_settings
from basisondersteuning.documents.audience.see import Reader
from basisondersteuning.documents.sop import words
from basisondersteuning.documents.sop.make import make
from basisondersteuning.documents.sop.readers import NOT_FOR_PARENTS, see_sop
from basisondersteuning.documents.sop.views import SopDocument
from basisondersteuning.documents.templating.environment import render
from basisondersteuning.documents.work import Work
from basisondersteuning.model import sop as sop_model
from basisondersteuning.model import sop_words
from basisondersteuning.model.base import Gebeurtenis, Model
from basisondersteuning.model.sop import Sop, SopGebeurtenis
from basisondersteuning.model.sop_events import Inspectieoordeel, MrAdvies
from basisondersteuning.records.load import Loaded, load_text
from running import Bo

DAY = date(2026, 11, 24)
HEAD = {"soort": "sop", "school": "99XX00", "naam": "School Zevenaar", "schooljaar": "2026-2027"}

FULL: dict[str, Any] = {
    **HEAD,
    "bestuur": {"naam": "Stichting Appel", "nummer": "99001"},
    "format": "vorm-aardbei",
    "kader": "kader-x",
    "contactpersoon": "C. Banaan",
    "typering": "Een school als een druif.",
    "niveau_basisondersteuning": "Veel kers.",
    "aspecten": [{"aspect": "basiskwaliteit", "score": "grotendeels", "toelichting": "Want citroen."}],
    "ijkpunten": [
        {"ijkpunt": "veilige_omgeving", "score": "nog_niet", "bewijs": "Peiling mango.", "ontwikkelpunt": "Meer peer."}
    ],
    "interventies": [
        {
            "naam": "Leeshulp olijf",
            "aard": "licht_curatief",
            "gebied": "dyscalculie",
            "werkwijze": "Met pruim.",
            "kwaliteit": "Als tomaat.",
            "partners": ["Bureau Vijg"],
        }
    ],
    "protocollen": [{"onderwerp": "medisch_handelen", "naam": "Protocol Noot", "vastgesteld_op": "2025-03-11"}],
    "interne_begeleiding": [{"naam": "I. Walnoot", "opleiding": "master_sen", "uren_per_week": 17, "taken": ["spil_van_het_ot"]}],
    "bekostiging": [{"bron": "schoolbestuur", "uren_per_week": 9, "toelichting": "Uit de pot kokos."}],
    "ondersteuningsteam": {
        "voorzitter": "directeur",
        "leden": ["groepsleerkracht"],
        "werkwijze": ["Eerst amandel."],
        "keren_per_schooljaar": 5,
    },
    "orthopedagoog": {
        "namens": "samenwerkingsverband",
        "rol_bij_arrangement": "ja",
        "naam": "O. Pinda",
        "uren_per_schooljaar": 61,
    },
    "deskundigheid": [{"gebied": "gedrag", "plaats": "bestuur", "wie": "Dienst Linde", "toelichting": "Voor den."}],
    "netwerkpartners": [{"naam": "Club Berk", "waarvoor": "Voor els."}],
    "wijkteam": {
        "via_ot": "ja",
        "coordinatie": ["intern_begeleider"],
        "samen_met": ["schoolmaatschappelijk_werker"],
        "contact": "W. Wilg",
    },
    "hgw": [{"kenmerk": "doelgericht", "score": "volledig", "toelichting": "Door esdoorn."}],
    "voorzieningen": [{"naam": "Hoekje Beuk", "veld": "expertise", "toelichting": "Naast de eik."}],
    "grenzen": [{"omschrijving": "Geen spar", "dan": "Dan ceder."}],
    "ambities": [{"wat": "Meer hulst", "wanneer": "2027-02-01", "stand": "loopt"}],
    "kengetallen": [{"wat": "klavers", "peildatum": "2025-10-01", "aantal": "<5"}],
    "tijdlijn": [
        {
            "datum": "2016-01-12",
            "soort": "inspectieoordeel",
            "stelsel": "arrangement",
            "uitkomst": "zwak",
            "vindplaats": "Map Roos",
        },
        {"datum": "2016-02-01", "soort": "verbetermaatregel", "maatregel": "Scholing tulp.", "door": "Bestuur Lelie"},
        {"datum": "2016-02-02", "soort": "swv_ingelicht", "door": "Mevrouw Iris"},
        {
            "datum": "2016-03-01",
            "soort": "oordeel",
            "regel": "KNH-S.5",
            "voldoet": "nee",
            "door": "Raad Dahlia",
            "reden": "Want anjer.",
        },
        {"datum": "2026-05-19", "soort": "mr_advies", "advies": "positief_met_opmerkingen", "opmerkingen": "Let op viool."},
        {"datum": "2026-06-02", "soort": "vaststelling", "door": "Stichting Appel", "notitie": "Denk aan papaver."},
    ],
    "afwijkingen": [
        {"regel": "KNH-S.15", "reden": "Omdat zonnebloem.", "door": "Meneer Klaproos", "datum": "2026-06-01", "tot": "2027-07-31"}
    ],
}
"""A SOP with every field filled in, each with a word of its own."""

SAID_OTHERWISE = ("sop", "99001", "kader-x", "KNH-S.5", "KNH-S.15")
"""What stands in the record and is not for a reader, or stands there in other words."""


def loaded_of(record: dict[str, Any]) -> Loaded:
    loaded = load_text("x.yaml", yaml.safe_dump(record, allow_unicode=True).encode(), today=DAY)
    assert loaded.sound, loaded.findings
    return loaded


def sop_of(record: dict[str, Any]) -> Sop:
    found = loaded_of(record).record
    assert isinstance(found, Sop)
    return found


def document(record: dict[str, Any], reader: Reader = Reader.SCHOOL, day: date = DAY) -> SopDocument:
    work = Work(Assessor(Setup(day, day), over=("sop",)), find_settings(["nergens"]), reader, True)
    (paper,) = make(work, [loaded_of(record)])
    assert isinstance(paper.doc, SopDocument)
    return paper.doc


def said(record: dict[str, Any], reader: Reader = Reader.SCHOOL, form: str = "md", day: date = DAY) -> str:
    return render(f"sop/sop.{form}.j2", document(record, reader, day))


def free_texts(value: Any) -> list[str]:
    """Every text that a person wrote: one with a capital or a blank, not a code or a date."""
    if isinstance(value, dict):
        return [one for held in value.values() for one in free_texts(held)]
    if isinstance(value, list):
        return [one for held in value for one in free_texts(held)]
    return [value] if isinstance(value, str) and re.search(r"[A-Z]", value) and value not in SAID_OTHERWISE else []


def test_the_full_record_fills_every_field() -> None:
    """So that a new field of the models must be thought of here, and in the document."""
    blocks = {one for one in vars(sop_model).values() if isinstance(one, type) and issubclass(one, Model)} - {Model}
    blocks |= set(get_args(SopGebeurtenis))
    met: dict[type[Model], set[str]] = {}

    def walk(value: Any) -> None:
        if isinstance(value, Model):
            met.setdefault(type(value), set()).update(value.model_fields_set)
            for name in value.model_fields_set:
                walk(getattr(value, name))
        elif isinstance(value, list):
            for one in value:
                walk(one)

    walk(sop_of(FULL))
    assert set(met) == blocks - {Gebeurtenis}
    for model, fields in met.items():
        rest = {"id", "notitie", "betreft", "over"}  # links between events, notes (on one event), and what has one value
        assert set(model.model_fields) - rest <= fields, model


@pytest.mark.parametrize("form", ["md", "html"])
def test_everything_a_person_wrote_is_in_the_document_of_the_school(form: str) -> None:
    text = said(FULL, form=form)
    texts = free_texts(FULL)
    assert len(texts) >= 40
    assert [one for one in texts if one not in text] == []


@pytest.mark.parametrize(
    "words_in_it",
    [
        "17 uur per week", "9 uur per week", "61 uur per schooljaar", "5 keer per schooljaar", "11 maart 2025", "1 februari 2027",
        "1 tot 4", "Dyscalculie", "Master-SEN", "bij het bestuur", "grotendeels", "nog niet", "volledig", "loopt", "31 juli 2027",
        "arrangement «zwak»", "positief, met opmerkingen", "Hieraan is niet voldaan", "Medisch handelen", "Vorm-aardbei",
    ],
)  # fmt: skip
def test_codes_and_numbers_are_told_in_words(words_in_it: str) -> None:
    assert words_in_it.lower() in said(FULL).lower()


def test_parents_see_no_names_of_staff_and_no_departures() -> None:
    text = said(FULL, Reader.OUDERS)
    for hidden in ("Walnoot", "Pinda", "Wilg", "zonnebloem", "anjer", "Klaproos", "Dahlia", "papaver", "Verantwoording"):
        assert hidden not in text
    for shown in ("Banaan", "Scholing tulp", "Let op viool", "Master-SEN", "Dienst Linde"):
        assert shown in text
    assert free_texts(FULL) and all(one in said(FULL, Reader.SWV) for one in free_texts(FULL))


def test_what_is_hidden_is_a_field_and_is_hidden() -> None:
    models = {
        one.__name__: one for one in (*vars(sop_model).values(), Gebeurtenis) if isinstance(one, type) and issubclass(one, Model)
    }
    models |= {one.__name__: one for one in get_args(SopGebeurtenis)}
    for key in NOT_FOR_PARENTS:
        model, field = key.split(".")
        assert field in models[model].model_fields, key
    whole = sop_of(FULL)
    seen = see_sop(whole, Reader.OUDERS)
    assert seen.interne_begeleiding[0].naam is None
    assert whole.interne_begeleiding[0].naam == "I. Walnoot"
    assert seen.orthopedagoog is not None and seen.orthopedagoog.naam is None
    assert seen.wijkteam is not None and seen.wijkteam.contact is None
    assert seen.afwijkingen == []
    assert [one.soort for one in seen.tijdlijn].count("oordeel") == 0
    assert all(one.notitie is None for one in seen.tijdlijn)
    assert see_sop(whole, Reader.SCHOOL) is whole


@pytest.mark.parametrize("form", ["md", "html"])
def test_what_is_empty_says_so(form: str) -> None:
    text = said(HEAD, form=form)
    headings = re.findall(r"^##+ (.*)$" if form == "md" else r"<h[23][^>]*>([^<]*)</h", text, re.MULTILINE)
    assert len(headings) >= 15
    assert text.lower().count("niet ingevuld") + text.count("niets ingevuld") >= 18
    assert "None" not in text
    assert "volledig" not in text


def test_a_part_of_a_list_that_is_not_filled_in_is_named() -> None:
    doc = document(FULL)
    by_list = {one.anker: one.regels for one in doc.zelfbeoordeling}
    assert {name: len(rows) for name, rows in by_list.items()} == {"aspecten": 4, "ijkpunten": 13, "kenmerken": 7}
    assert [one.score for one in by_list["ijkpunten"]].count("Niet ingevuld") == 12
    assert "Niet genoemd: schoolmaatschappelijk werk, leermoeilijkheden" in doc.niet_genoemd


def test_what_happened_later_does_not_exist() -> None:
    text = said(FULL, day=date(2026, 5, 31))
    assert "viool" in text
    assert "vastgesteld door Stichting Appel" not in text
    assert "**Vastgesteld:** Niet ingevuld." in text
    assert "zonnebloem" not in text


@pytest.mark.parametrize(
    ("stelsel", "uitkomst", "told"),
    [
        ("arrangement", "basis", "basisarrangement"),
        ("arrangement", "zeer_zwak", "arrangement «zeer zwak»"),
        ("oordeel", "voldoende", "oordeel «voldoende»"),
        ("oordeel", "zeer_zwak", "oordeel «zeer zwak»"),
    ],
)
def test_one_system_of_the_inspectorate_never_becomes_the_other(stelsel: Any, uitkomst: Any, told: str) -> None:
    event = Inspectieoordeel.model_construct(datum=DAY, soort="inspectieoordeel", stelsel=stelsel, uitkomst=uitkomst)
    assert words.inspection_words(event) == told


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        (words.ASPECTS, sop_words.Aspect),
        (words.IJKPUNTEN, sop_words.Ijkpunt),
        (words.FEATURES, sop_words.HgwKenmerk),
        (words.SCORES, sop_words.Score),
        (words.SUBJECTS, sop_words.Protocolonderwerp),
        (words.TRAINING, sop_words.IbOpleiding),
        (words.PAYERS, sop_words.Bekostigingsbron),
        (words.TASKS, sop_model.InterneBegeleiding.model_fields["taken"].annotation),
        (words.STANDING, sop_model.Ambitie.model_fields["stand"].annotation),
        (words.ADVICE, MrAdvies.model_fields["advies"].annotation),
    ],
)
def test_every_code_has_words_in_its_order(told: dict[str, str], codes: Any) -> None:
    assert list(told) == list(_literal(codes))


def _literal(hint: Any) -> tuple[str, ...]:
    if get_origin(hint) is Literal:
        return get_args(hint)
    return next(filter(None, map(_literal, get_args(hint))), ())


def test_what_a_record_holds_is_text_and_never_markup() -> None:
    hostile = "<script>alert(1)</script> *x* [a](http://b.example)"
    record = {**FULL, "typering": hostile, "grenzen": [{"omschrijving": hostile}]}
    assert "<script" not in said(record, form="html")
    text = said(record)
    assert re.search(r"(?<!\\)<script|(?<!\\)\[a|(?<!\\)\*x", text) is None


# the command


def test_each_sop_of_a_folder_gets_a_document(bo: Bo, desk: Path) -> None:
    done = bo("render", "sop", "sops/2026-2027", "--out", "uit", "--peildatum", "2026-11-24")
    assert (done.code, done.out) == (0, "")
    names = sorted(one.name for one in (desk / "uit").glob("*.md"))
    assert len(names) == len(list((desk / "sops" / "2026-2027").iterdir())) == 12
    assert names[0] == "sop-99XX00-2026-2027.md"
    bo("render", "sop", "sops/2026-2027/99XX00-de-wierhaven.yaml", "--voor", "swv", "--out", "uit")
    assert (desk / "uit" / "sop-99XX00-2026-2027-swv.md").exists()


def test_a_sop_with_mistakes_gives_findings_and_no_document(bo: Bo, desk: Path) -> None:
    path = desk / "sops" / "2026-2027" / "99XX00-de-wierhaven.yaml"
    path.write_text(path.read_text("utf-8").replace("score: volledig", "score: voledig", 1), encoding="utf-8")
    done = bo("render", "sop", str(path))
    assert (done.code, done.out) == (1, "")
    assert "fout[BO203]" in done.err
    assert bo("render", "sop", "sops/2026-2027", "--out", "uit").code == 1
    assert len(list((desk / "uit").glob("*.md"))) == 11


def test_what_does_not_go_with_a_sop_is_refused(bo: Bo, desk: Path) -> None:
    one = "sops/2026-2027/99XX00-de-wierhaven.yaml"
    for options, told in (
        (("--groep", "5"), "een SOP gaat over een school"),
        (("--voor", "ot"), "sop is er alleen voor ouders of swv of school."),
        (("--voor-datum", "2026-12-18"), "--voor-datum hoort bij terugkoppeling."),
        (("--format", "ics"), "sop is er in md, html, docx, pdf."),
    ):
        done = bo("render", "sop", one, *options)
        assert (done.code, done.out) == (2, "")
        assert told in done.err
    done = bo("render", "sop", "dossiers/L-0352-arrangement-toegekend.yaml")
    assert done.code == 1
    assert "Dit is geen SOP." in done.err
