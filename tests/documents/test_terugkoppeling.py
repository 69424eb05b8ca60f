"""The letter to a school: what is right, what must change, what nobody could judge; and never a word about another school."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from basisondersteuning.casework.assess import Assessor, Setup
from basisondersteuning.casework.settings import find_settings
from basisondersteuning.documents.audience.see import Reader
from basisondersteuning.documents.templating.environment import render
from basisondersteuning.documents.terugkoppeling.make import make
from basisondersteuning.documents.terugkoppeling.views import Punt, Terugkoppeling
from basisondersteuning.documents.work import Paper, Work
from basisondersteuning.model.swv import Samenwerkingsverband
from basisondersteuning.norms.facts import NOT_JUDGED
from basisondersteuning.norms.status import Status
from basisondersteuning.records.load import load, load_text
from basisondersteuning.swv.sops.assess import assess_sop
from running import Bo

from .letters import DAY, ROOT, SWV, desk_of_swv, letter, letters, section

SENT = sorted((ROOT / "examples-ingezonden").glob("99*.yaml"))
RIGHT = sorted((ROOT / "examples" / "sops" / "2026-2027").glob("99*.yaml"))
ASSESSOR = Assessor(Setup(DAY, DAY, swv=SWV, swv_named=True), over=("sop",))


@pytest.fixture
def sent(desk: Path) -> Path:
    """The examples with what schools sent."""
    return desk_of_swv(desk)


SILENT = """regels:
  - code: P-D.1
    titel: Over elke observatie wordt gesproken
    bron: {document: proefbron, passage: 1}
    ernst: advies
    als: {soort: observatie}
    oordeel: Is erover gesproken?
    wie: directeur
    doe: Bespreek het.
    waarom: Het is een proef.
"""
"""Rules of a norm frame that says nothing of a SOP."""


def view(*paths: Path) -> Terugkoppeling:
    work = Work(ASSESSOR, find_settings(["nergens"]), Reader.SCHOOL, True)
    (paper,) = make(work, [load(str(path), today=DAY) for path in paths])
    assert isinstance(paper.doc, Terugkoppeling)
    return paper.doc


def bare(*assessors: Assessor, **fields: object) -> Paper:
    """The letter about a SOP with little in it."""
    record = {"soort": "sop", "school": "99XX00", "naam": "De Wierhaven", "schooljaar": "2026-2027", **fields}
    work = Work(assessors[0] if assessors else ASSESSOR, find_settings(["nergens"]), Reader.SCHOOL, True)
    (paper,) = make(work, [load_text("x.yaml", yaml.safe_dump(record).encode(), today=DAY)])
    return paper


def test_each_school_gets_one_letter_and_what_nobody_can_read_is_told(bo: Bo, sent: Path) -> None:
    done = letters(bo)
    assert done.code == 1
    assert "99XZ00-de-zandplaat.yaml" in done.err
    assert done.err.count("fout[") == 1
    schools = {re.findall(r"99[A-Z]{2}\d\d", one.name)[0] for one in (sent / "brieven").glob("*.md")}
    assert schools == {one.name[:6] for one in SENT} - {"99XZ00"}
    assert len(list((sent / "brieven").glob("*.md"))) == len(schools)


def test_no_letter_holds_anything_of_another_school_or_of_the_machine(bo: Bo, sent: Path) -> None:
    letters(bo)
    swv = ASSESSOR.swv
    assert isinstance(swv, Samenwerkingsverband)
    people = {}
    for path in RIGHT:
        record = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        people[record["school"]] = [one["naam"] for one in record.get("interne_begeleiding", []) if one.get("naam")]
    looked_at = 0
    for path in (sent / "brieven").glob("*.md"):
        text = path.read_text("utf-8")
        own = re.findall(r"99[A-Z]{2}\d\d", path.name)[0]
        for school in swv.scholen:
            if school.vestiging != own:
                assert school.vestiging not in text
                assert not re.search(rf"{re.escape(school.naam)}(?! Duinrode)", text) or own == "99YA01"
                assert not any(name in text for name in people.get(school.vestiging, []))
                looked_at += 1
        assert str(sent) not in text
        assert "ingezonden" not in text
    assert looked_at > 100


def test_it_says_what_must_change_by_when_and_what_only_people_can_answer(bo: Bo, sent: Path) -> None:
    letters(bo, "--voor-datum", "2026-12-18")
    text = letter(sent, "99YB00")
    change = section(text, "Wat anders moet")
    assert "KNH-S.7" in change
    assert "De laatste dag was 24 maart 2026." in change
    assert "regel 132" in change
    asked = section(text, "Wat wij van u willen weten")
    assert "niet goed en niet fout" in asked
    assert "**Onze vraag:** Telt dit oordeel van de inspectie" in asked
    assert "uiterlijk op **18 december 2026**" in section(text, "Hoe nu verder")
    right = section(text, "Wat klopt")
    assert "De directeur zit het OT voor." in right
    assert "ingelicht over het verbeterplan" not in right
    assert "basisarrangement" not in right


def test_without_a_day_none_is_made_up(bo: Bo, sent: Path) -> None:
    letters(bo)
    assert "Laat ons weten wanneer u het verbeterde SOP en uw antwoorden stuurt." in letter(sent, "99YB00")
    assert not re.search(r"uiterlijk op", letter(sent, "99YB00"))


def test_a_file_with_mistakes_gets_a_short_letter_with_only_those(bo: Bo, sent: Path) -> None:
    letters(bo)
    text = letter(sent, "99XY00")
    mistakes = section(text, "Fouten in het bestand")
    assert "#### Regel 39" in mistakes
    assert "«interventies»" in mistakes
    assert "intervenies:" in mistakes
    assert "`" not in mistakes
    for heading in ("Wat klopt", "Wat anders moet", "Wat beter kan", "Wat wij van u willen weten", "Wat niet aan de orde was"):
        assert heading not in text
    assert "U hoeft er niets" not in text


def test_two_files_of_one_school_come_in_one_letter(bo: Bo, sent: Path) -> None:
    letters(bo)
    text = letter(sent, "99YF00")
    assert "Wij kregen van uw school 2 bestanden voor 2026-2027." in text
    assert "## 99YF00-de-klipper-definitief.yaml" in text
    assert "## 99YF00-de-klipper.yaml" in text
    assert "Meer dan één bestand" not in letter(sent, "99YG00")


def test_a_departure_with_its_reason_is_not_what_is_right(bo: Bo, sent: Path) -> None:
    letters(bo)
    text = letter(sent, "99YH00")
    assert "Tot en met 31 juli 2027." in section(text, "Waar u bewust afwijkt")
    assert "Master-SEN" not in section(text, "Wat klopt")


def test_a_school_that_the_samenwerkingsverband_does_not_know_is_called_as_it_calls_itself(bo: Bo, sent: Path) -> None:
    letters(bo)
    assert "Beste collega’s van Basisschool De Overkant," in letter(sent, "99ZZ00")


@pytest.mark.parametrize("path", [*RIGHT, *SENT], ids=lambda one: one.stem)
def test_only_what_is_settled_everywhere_is_told_as_right(path: Path) -> None:
    judged = assess_sop(load(str(path), today=DAY), ASSESSOR)
    if judged.verdict is None:
        return
    (seen,) = view(path).bestanden
    right = {one.regel for one in seen.klopt}
    bad = (*NOT_JUDGED, Status.OPEN, Status.TE_LAAT, Status.GESCHONDEN, Status.AFGEWEKEN)
    told: dict[str, bool] = {}
    for code, some in judged.verdict.by_rule().items():
        title = ASSESSOR.frame.by_code[code].title if ASSESSOR.frame else ""
        told[f"{title}."] = bool(some) and not any(one.status in bad for one in some)
    assert right == {title for title, fine in told.items() if fine}
    points: tuple[Punt, ...] = (*seen.anders, *seen.beter, *seen.vragen, *seen.later)
    others = {one.regel for one in points} | {one.regel for one in (*seen.afgeweken, *seen.zonder_aanleiding)}
    assert right | others == set(told)
    assert right & others == set()
    assert seen.in_orde is not bool(points or seen.opmerkingen)
    assert set(told) != set()


def test_a_rule_that_one_part_keeps_and_another_does_not_is_not_right(bo: Bo, sent: Path) -> None:
    path = sent / "sops" / "2026-2027" / "99XX00-de-wierhaven.yaml"
    text = path.read_text("utf-8").replace("    kwaliteit: Gegeven door een opgeleide trainer.\n", "")
    path.write_text(text, encoding="utf-8")
    letters(bo, paths=(str(path),))
    told = letter(sent, "99XX00")
    better = section(told, "Wat beter kan")
    assert "Van elke interventie staan werkwijze en kwaliteitsniveau vast." in better
    assert re.findall(r"\*\*Waar:\*\* (.*)", better) == ["Training sociale vaardigheden (regel 47)"]
    assert "Van elke interventie" not in section(told, "Wat klopt")


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_sop_of_which_little_is_filled_in_is_not_fine(form: str) -> None:
    text = render(f"terugkoppeling/terugkoppeling.{form}.j2", bare(typering="Een school.").doc)
    assert "Wat anders moet" in text
    assert "U hoeft er niets" not in text


@pytest.mark.parametrize("form", ["md", "html"])
def test_an_empty_form_is_called_so_and_not_judged(form: str) -> None:
    text = render(f"terugkoppeling/terugkoppeling.{form}.j2", bare().doc)
    assert "Het formulier is nog leeg" in text
    for words in ("Wat anders moet", "Wat klopt", "staan fouten", "U hoeft er niets"):
        assert words not in text


def test_with_norms_that_say_nothing_of_a_sop_nothing_is_called_right(tmp_path: Path) -> None:
    frame = (ROOT / "tests" / "scenarios" / "sop-map" / "invoer" / "kaders" / "proef-2026.yaml").read_text("utf-8")
    assert "over: sop" in frame
    folder = tmp_path / "kaders"
    folder.mkdir()
    rules = frame.index("regels:")
    (folder / "stil.yaml").write_text(frame[:rules] + SILENT, encoding="utf-8")
    silent = Assessor(Setup(DAY, DAY, str(folder / "stil.yaml")), over=("sop",))
    assert silent.sound, silent.problems
    text = render("terugkoppeling/terugkoppeling.md.j2", bare(silent, typering="Een school.").doc)
    assert "Er was niets te beoordelen" in text
    assert "klopt" not in text.lower()


def test_a_set_up_without_the_rules_about_sops_is_refused() -> None:
    with pytest.raises(ValueError, match="without the rules about SOPs"):
        bare(Assessor(Setup(DAY, DAY, swv=SWV, swv_named=True)), typering="Een school.")


# settings


def test_day_contact_and_signature_come_from_the_settings(bo: Bo, sent: Path) -> None:
    (sent / "bo.yaml").write_text(
        "soort: instellingen\n"
        "terugkoppeling:\n"
        "  voor_datum: 2027-01-29\n"
        "  contact: E. Voorbeeld, 0000-000000\n"
        "  ondertekening: F. Voorbeeld, beleidsmedewerker\n"
        "teksten: {terugkoppeling_begin: Fijn dat u iets stuurde., terugkoppeling_slot: Tot gauw.}\n",
        encoding="utf-8",
    )
    letters(bo)
    text = letter(sent, "99YB00")
    for words in (
        "29 januari 2027",
        "met E. Voorbeeld, 0000-000000.",
        "F. Voorbeeld, beleidsmedewerker",
        "Fijn dat u",
        "Tot gauw.",
    ):
        assert words in text
    assert "Bel of mail ons" not in text
    letters(bo, "--voor-datum", "2026-12-18", "--force")
    assert "18 december 2026" in letter(sent, "99YB00")


@pytest.mark.parametrize(
    ("given", "options", "said"),
    [
        (
            "",
            (),
            "In de brief staat geen dag om te antwoorden en niemand om te bellen of te mailen. Geef een dag met --voor-datum en "
            "`contact` in bo.yaml, onder `terugkoppeling`.",
        ),
        ("contact: E. Voorbeeld", (), "In de brief staat geen dag om te antwoorden. Geef een dag met --voor-datum."),
        (
            "voor_datum: 2027-01-29",
            (),
            "In de brief staat niemand om te bellen of te mailen. Geef `contact` in bo.yaml, onder `terugkoppeling`.",
        ),
        ("contact: E. Voorbeeld", ("--voor-datum", "2026-12-18"), ""),
    ],
)
def test_it_says_how_to_give_a_day_and_a_contact(bo: Bo, sent: Path, given: str, options: tuple[str, ...], said: str) -> None:
    (sent / "bo.yaml").write_text(f"soort: instellingen\nterugkoppeling: {{{given}}}\n", encoding="utf-8")
    done = letters(bo, *options, paths=(str(Path("ingezonden") / "99YG00-de-sluis.yaml"),))
    _, _, told = done.err.partition(".md\n")
    assert " ".join(told.split()) == said


def test_the_examples_have_the_look_of_the_samenwerkingsverband_and_someone_to_call(bo: Bo, desk: Path) -> None:
    for path in (ROOT / "examples-ingezonden" / "bo.yaml", desk / "sops" / "bo.yaml"):
        folder = desk / path.parent.name
        folder.mkdir(exist_ok=True)
        (folder / "bo.yaml").write_bytes(path.read_bytes())
        (folder / "een.yaml").write_bytes((ROOT / "examples-ingezonden" / "99YG00-de-sluis.yaml").read_bytes())
        done = letters(bo, "--force", paths=(str(folder / "een.yaml"),))
        assert "niemand om te bellen" not in done.err
        text = letter(desk, "99YG00")
        assert "Neem contact op met E. Voorbeeld, 0000-000000" in text
        assert "Wierhaven" not in text


def test_a_day_that_is_over_is_refused(bo: Bo, sent: Path) -> None:
    done = letters(bo, "--voor-datum", "2026-11-23")
    assert (done.code, done.out) == (2, "")
    assert "--voor-datum ligt voor de dag van de brief." in done.err
    (sent / "bo.yaml").write_text("soort: instellingen\nterugkoppeling: {voor_datum: 2026-01-29}\n", encoding="utf-8")
    done = letters(bo)
    assert done.code == 2
    assert "voor_datum in bo.yaml ligt voor de dag van de brief." in done.err
    assert not (sent / "brieven").exists()


def test_it_is_for_the_school_only(bo: Bo, sent: Path) -> None:
    done = letters(bo, "--voor", "ouders")
    assert done.code == 2
    assert "terugkoppeling is er alleen voor school." in done.err
