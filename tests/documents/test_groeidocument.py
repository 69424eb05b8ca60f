"""The Groeidocument: what stands in it, in which order, as of which day, and what may be signed."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from basisondersteuning.casework.assess import Assessor, Setup
from basisondersteuning.casework.settings import Settings, find_settings
from basisondersteuning.documents.audience.see import WARNING, Reader
from basisondersteuning.documents.groeidocument import make as groeidocument
from basisondersteuning.documents.groeidocument.views import Groeidocument
from basisondersteuning.documents.work import Paper, Work
from basisondersteuning.model.dossier import Dossier
from basisondersteuning.model.settings import Instellingen
from basisondersteuning.model.words import MONTHS
from basisondersteuning.records.load import Loaded, load
from running import Bo

from .meetings import dossier, shown, support, work

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "dossiers").glob("*.yaml"))
DAY = ("--peildatum", "2026-11-24")
TALK = {"datum": "2026-09-10", "soort": "oudercontact", "met": "moeder", "over": "zorg"}


def paper(loaded: Loaded, reader: Reader = Reader.SCHOOL, *, day: date = date(2026, 11, 24), **more: Any) -> Paper:
    asked = work(reader, day=day, **more)
    return groeidocument.make(asked, asked.assessor.judge(loaded))


def made(*events: dict[str, Any], day: date = date(2026, 11, 24), **more: Any) -> Groeidocument:
    doc = paper(dossier(*events, **more), day=day).doc
    assert isinstance(doc, Groeidocument)
    return doc


def observed(day: str = "2026-09-07", **more: object) -> dict[str, Any]:
    base = {"datum": day, "soort": "observatie", "door": "lk", "vakgebied": "rekenen", "ondersteuning_gewenst": "ja"}
    return {**base, "gedrag": "Telt op de vingers.", "resultaten": "Blok 1: 45 procent.", **more}


def needed(day: str, **lists: object) -> dict[str, Any]:
    return {"datum": day, "soort": "behoeften", "door": "lk", **lists}


# As people meet it


def test_a_whole_document_from_the_command_line(bo: Bo, desk: Path) -> None:
    done = bo("render", "groeidocument", "dossiers/L-0388-ot-externe-deskundigen.yaml", *DAY)
    assert (done.code, done.err) == (0, "")
    for line in (
        "# Groeidocument: Fenna van der Velde",
        "- Stand op 24 november 2026, voor de school",
        "- **I. van der Velde**, ouder, met gezag",
        "> Wat heeft Fenna nodig om mee te kunnen doen als het druk is of anders loopt?",
        "> Moeder ziet vooral moeheid. Vader denkt dat Fenna het thuis niet wil laten merken.",
        "##### 14 september 2026 tot 11 december 2026 (loopt nu)",
        "- **Waar:** gedeeltelijk buiten de groep",
        "- **Vorm:** aangepast, vervolg op de ondersteuning van 30 maart 2026",
        "**Evaluatie, 16 juni 2026: Onvoldoende effect** (P. Mulder en T. de Wit)",
        "- **Voorzitter:** H. Brouwer",
        "- **K. Postma**, uiterlijk 2-10-2026: weekschema met beide ouders",
        "### Handelingsgericht onderzoek, uitgevoerd, 10 november 2026",
        "### Sociaal wijkteam, 24 september 2026",
        "- **Toestemming** voor onderzoek: gegeven door I. van der Velde en W. Kramer op 22 september 2026.",
        "### Gezien: het Groeidocument",
    ):
        assert line in done.out.splitlines(), line
    assert "- **Sociaal-emotioneel:** Niveau 3 sinds 3 september 2026." in done.out
    assert "### Toestemming:" not in done.out  # both were given
    assert "### Instemming:" not in done.out  # there is no OPP


def test_strengths_and_voices_come_before_what_is_hard() -> None:
    page = shown(paper(dossier(observed())), "html")
    parts = re.findall(r'<h2 id="([a-z]+)">', page)
    order = ["kort", "leerling", "goed", "stem", "ouders", "aanleiding", "moeilijk", "nodig"]
    assert [one for one in parts if one in order] == order
    assert parts[-1] == "tekenen"
    for feature in (
        "behoeften van de leerling centraal",
        "afstemming en wisselwerking",
        "leerkracht doet ertoe",
        "aandacht voor positieve aspecten",
        "constructieve samenwerking",
        "doelgericht",
        "systematisch en transparant",
    ):
        assert feature in page


def test_a_dossier_with_one_observation_gives_a_short_document() -> None:
    text = shown(paper(dossier(observed(ondersteuning_gewenst="nee"))), "md")
    assert len(text.splitlines()) < 120
    for sentence in (
        "Wat leerling, leerkracht en ouders nodig hebben, is nog niet vastgelegd.",
        "Er is nog geen ondersteuning vastgelegd.",
        "Er is nog geen gesprek met ouders vastgelegd.",
        "- **Conclusie:** hieruit blijkt niet dat ondersteuning gewenst is.",
        "- **Niveau:** nog geen. Er is geen ondersteuning gegeven, en er is niet vastgelegd dat zij gewenst is.",
    ):
        assert sentence in text.splitlines()
    for part in ("Toetsen", "Ondersteuningsteam", "Onderzoek en hulp van buiten", "Extra ondersteuning", "Verantwoording"):
        assert f"## {part}" not in text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda one: one.stem)
@pytest.mark.parametrize("form", ["html", "md"])
def test_no_code_comes_out_as_it_is(path: Path, form: str) -> None:
    text = shown(paper(load(str(path), today=date(2026, 11, 24))), form)
    if form == "html":
        text = re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL)
    assert not re.findall(r"\bNone\b|\bTrue\b|\bFalse\b|Status\.|Undefined|\(\)|\[\]", text)
    assert not re.findall(r"\b[a-z]+(?:_[a-z0-9]+)+\b", text)
    assert not re.findall(r"(?<! )[ \t]$|[ \t]{3,}$", text, flags=re.MULTILINE) or form == "html"  # two blanks break a line


# As of a day


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda one: one.stem)
def test_a_document_of_an_earlier_day_knows_nothing_of_later(path: Path) -> None:
    loaded = load(str(path), today=date(2026, 11, 24))
    record = loaded.record
    assert isinstance(record, Dossier)
    days = sorted({one.datum for one in record.tijdlijn})
    for day in days[:: max(1, len(days) // 4)]:
        whole = paper(loaded, day=day).doc
        assert isinstance(whole, Groeidocument)
        cut = load(str(path), today=date(2026, 11, 24))
        cut.record = record.model_copy(update={"tijdlijn": [one for one in record.tijdlijn if one.datum <= day]})
        known = paper(cut, day=day).doc
        assert isinstance(known, Groeidocument)
        assert whole._replace(kop=known.kop, leerling=known.leerling, mensen_nu=known.mensen_nu) == known


def test_the_group_of_today_is_called_so_when_looking_back() -> None:
    events = (observed(), support())
    now = made(*events)
    assert now.kop.onder[0].endswith(", groep 5")
    assert next(one.waarde for one in now.leerling if one.naam == "Groep") == "5"
    then = made(*events, day=date(2026, 9, 10))
    assert "groep" not in then.kop.onder[0]
    assert next(one.waarde for one in then.leerling if one.naam == "Groep").startswith("5 (zoals nu in het dossier staat")
    assert then.kop.stand == "Stand op 10 september 2026"
    assert then.lijnen == ()
    assert (now.mensen_nu, then.mensen_nu) == ("", "Dit zijn de mensen zoals ze nu in het dossier staan.")


def test_a_departure_decided_later_is_not_there_yet() -> None:
    loaded = load(next(str(one) for one in EXAMPLES if "L-0405" in one.name), today=date(2026, 11, 24))
    doc = paper(loaded, day=date(2026, 6, 1)).doc
    assert isinstance(doc, Groeidocument)
    assert [one.code for one in doc.afwijkingen] == ["KNH-1.3"]
    assert doc.afwijkingen[0].tot == "26 juni 2026"


# In short, and what must be done


def test_what_must_be_done_stands_by_date_with_who_and_why() -> None:
    doc = made(
        observed("2026-09-07"),
        support(day="2026-09-14", tot="2026-10-16"),
        observed("2026-11-16", vakgebied="spelling"),
    )
    assert [one.wanneer for one in doc.taken if one.wanneer] == sorted(
        (one.wanneer for one in doc.taken if one.wanneer), key=_as_date
    )
    late = [one for one in doc.taken if one.te_laat]
    assert late and late[0].stand == "te laat"
    assert late[0].wie and late[0].wat and late[0].waarom and "passage" in late[0].bron
    assert any(one.stand == "" and not one.te_laat for one in doc.taken)
    assert doc.kort.te_doen == f"Er zijn {len(doc.taken)} dingen te doen, waarvan {len(late)} te laat."
    page = shown(paper(dossier(observed("2026-09-07"))), "md")
    assert "(**te laat**), groepsleerkracht:" in page


def _as_date(words: str) -> date:
    day, month, year = words.split()
    return date(int(year), MONTHS.index(month) + 1, int(day))


def test_the_next_step_is_a_fact_and_people_decide(bo: Bo, desk: Path) -> None:
    done = bo("render", "groeidocument", "dossiers/L-0367-gereed-voor-niveau-3.yaml", *DAY)
    assert "De voorwaarden voor niveau 3 zijn vervuld." in done.out
    assert "beslissen mensen, niet het hulpmiddel." in done.out
    doc = made(observed(), support(tot="2026-12-18"))
    assert doc.kort.lijnen[0].volgende == ""  # nothing of it is met: it would read as an aim
    done = bo("render", "groeidocument", "dossiers/L-0423-lezen-meer-rondes.yaml", *DAY)
    assert "Voor niveau 3 is 1 van de 2 voorwaarden vervuld. Nog niet vervuld:" in done.out
    assert doc.kort.loopt == ("Rekenen (tot 18 december 2026): Doel van o1.",)
    assert doc.kort.eerstvolgend == "18 december 2026: einde van de ondersteuning bij rekenen, daarna evaluatie"


def test_support_that_waits_for_its_evaluation_says_so() -> None:
    doc = made(observed(), TALK, support(tot="2026-10-16"))
    (line,) = doc.lijnen
    (round_,) = line.delen[-1].rondes
    assert (round_.loopt, round_.wacht) == (True, True)
    assert doc.kort.loopt == ("Rekenen (de einddatum 16 oktober 2026 is voorbij, nog te evalueren): Doel van o1.",)


def test_a_missing_field_and_an_open_norm_ask_their_question() -> None:
    found = {
        (one.stand, one.nodig)
        for path in EXAMPLES
        if isinstance(doc := paper(load(str(path), today=date(2026, 11, 24))).doc, Groeidocument)
        for one in doc.taken
        if one.nodig
    }
    assert ("onbekend", "In het dossier ontbreekt het effect.") in found
    assert any(stand == "oordeel nodig" and wanted.endswith("?") for stand, wanted in found)


def test_a_closed_dossier_says_so_at_the_top(bo: Bo, desk: Path) -> None:
    done = bo("render", "groeidocument", "dossiers/L-0281-afgesloten-verhuizing.yaml", *DAY)
    lines = [one for one in done.out.splitlines() if one]
    at = lines.index("## In het kort")
    assert lines[at + 1].startswith("**De leerling is op 2 juli 2026 naar een andere school gegaan. ")
    assert "Loopt nu" not in done.out
    assert "Het dossier is afgesloten; er is niets meer te doen." in done.out


# The parts


def test_a_long_history_stays_whole_and_in_order() -> None:
    events: list[dict[str, Any]] = [observed("2018-09-03")]
    for year in range(2018, 2026):
        before = [one["id"] for one in events if one["soort"] == "ondersteuning"]
        events.append(support(f"o{year}a", f"{year}-10-01", tot=f"{year}-12-18", vorm="voortgezet" if before else "nieuw"))
        events.append({"datum": f"{year}-12-20", "soort": "evaluatie", "van": f"o{year}a", "effect": "deels"})
        events.append({**TALK, "datum": f"{year}-12-21", "samenvatting": f"Gesprek van {year}."})
        events.append(observed(f"{year + 1}-03-01", gedrag=f"Gezien in {year + 1}."))
        events.append(needed(f"{year + 1}-04-01", bevorderend=f"Helpt in {year + 1}."))
    doc = made(*events)
    rounds = [round_.periode for line in doc.lijnen for part in line.delen for round_ in part.rondes]
    assert [one[-4:] for one in rounds] == [str(year) for year in range(2018, 2026)]  # each builds on the one before
    assert [one.samenvatting for one in doc.gesprekken] == [f"Gesprek van {year}." for year in range(2025, 2017, -1)]
    assert doc.behoeften.helpt.punten == ("Helpt in 2026.",)
    assert [one.punten[0] for one in doc.behoeften.helpt.eerder] == [f"Helpt in {year}." for year in range(2025, 2018, -1)]
    assert len(doc.waarnemingen) == 9
    page = shown(paper(dossier(*events)), "html")
    assert '<nav class="contents"' in page


def test_the_latest_needs_stand_in_front_and_earlier_ones_keep_their_day() -> None:
    doc = made(
        observed(),
        needed("2026-09-08", bevorderend=["Tekent graag."], leerling="Rust.", notitie="Met moeder."),
        needed("2026-10-08", bevorderend=["Helpt anderen.", "Kan goed bouwen."], belemmerend="Lawaai."),
    )
    assert doc.behoeften.helpt.punten == ("Helpt anderen.", "Kan goed bouwen.")
    assert doc.behoeften.helpt.bij == "8 oktober 2026, B. Juf"
    assert [(one.dag, one.punten) for one in doc.behoeften.helpt.eerder] == [("8 september 2026", ("Tekent graag.",))]
    assert doc.behoeften.leerling.punten == ("Rust.",)  # what a later event leaves out still stands
    assert doc.behoeften.ouders.punten == ()
    assert [one.tekst for one in doc.behoeften.aantekeningen] == ["Met moeder."]


def test_support_stands_by_niveau_and_consultations_with_their_lijn() -> None:
    consult = {"datum": "2026-10-12", "soort": "consultatie", "met": "ib", "aard": "consultatief", "vraag": "Hoe verder?"}
    doc = made(
        observed(),
        TALK,
        support(tot="2026-10-02"),
        {"datum": "2026-10-05", "soort": "evaluatie", "van": "o1", "effect": "onvoldoende"},
        consult,
        support("o2", "2026-10-19", vorm="geintensiveerd", vervolg_op="o1"),
    )
    (line,) = doc.lijnen
    assert (line.anker, line.vakgebied) == ("lijn-rekenen", "Rekenen")
    first, second = line.delen
    assert first.titel.startswith("Niveau 1, vanaf ")
    assert [one.effect for one in first.rondes[0].evaluaties] == ["Onvoldoende effect"]
    assert second.titel == "Niveau 2, vanaf 12 oktober 2026"
    assert second.consultaties[0].vraag == "Hoe verder?"
    assert second.rondes[0].vorm == "geïntensiveerd, vervolg op de ondersteuning van 14 september 2026"
    assert [one.vraag for one in doc.vragen] == ["Hoe verder?"]  # as long as nobody asked the team


def test_what_is_about_several_lijnen_is_kept() -> None:
    both = {**observed(), "vakgebied": ["rekenen", "spelling"]}
    consult = {"datum": "2026-10-12", "soort": "consultatie", "met": "ib", "aard": "coachend", "vraag": "Hoe verder?"}
    doc = made(both, consult)
    assert [one.vraag for one in doc.los.consultaties] == ["Hoe verder?"]
    assert doc.lijnen == ()


def test_tests_stand_by_vakgebied_and_scale_with_a_picture_where_there_is_more_than_one() -> None:
    def test(day: str, scale: str, value: str, **more: object) -> dict[str, Any]:
        base = {"datum": day, "soort": "toets", "naam": "Bloktoets", "vakgebied": "rekenen", "methodegebonden": "ja"}
        return {**base, "schaal": scale, "waarde": value, **more}

    doc = made(
        observed(),
        test("2026-09-08", "percentage", "45"),
        test("2026-10-08", "percentage", "60", toelichting="Groei."),
        test("2026-10-09", "I-V", "IV"),
        test("2026-10-10", "anders", "6 van de 8"),
    )
    assert [one.titel for one in doc.toetsen] == ["Rekenen: percentage", "Rekenen: I tot en met V", "Rekenen: andere schaal"]
    assert [one.tekening is not None for one in doc.toetsen] == [True, False, False]
    assert [one.resultaat for one in doc.toetsen[0].toetsen] == ["45", "60"]
    page = shown(paper(dossier(observed(), test("2026-09-08", "percentage", "45"))), "html")
    assert '<th scope="row"><span class="date">8-9-2026</span></th>' in page


def test_the_house_says_what_a_growth_document_is() -> None:
    asked = work(Reader.SCHOOL)
    own = Instellingen.model_validate({"soort": "instellingen", "teksten": {"groeidocument_uitleg": "Ons eigen woord."}})
    asked = Work(asked.assessor, Settings(own), Reader.SCHOOL, True)
    doc = groeidocument.make(asked, asked.assessor.judge(dossier(observed()))).doc
    assert isinstance(doc, Groeidocument)
    assert doc.uitleg == "Ons eigen woord."


def test_pseudonyms_reach_every_part() -> None:
    path = next(one for one in EXAMPLES if "L-0388" in one.name)
    loaded = load(str(path), today=date(2026, 11, 24))
    asked = Work(Assessor(Setup(date(2026, 11, 24), date(2026, 11, 24))), find_settings([]), Reader.SWV, False)
    made_ = groeidocument.make(asked, asked.assessor.judge(loaded))
    assert (made_.stem, made_.subject) == ("groeidocument-L-0388", "L-0388")
    for form in ("html", "md"):
        text = shown(made_, form)
        assert WARNING.split(".")[0] in text
        for name in ("Fenna", "Velde", "Kramer", "Mulder", "Postma", "2015-11-03", "3 november 2015"):
            assert name not in text, (form, name)
        assert "2015" in text
