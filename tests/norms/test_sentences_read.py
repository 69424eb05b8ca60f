"""What the whole sentence of a rule says."""

from __future__ import annotations

from pathlib import Path

import pytest

from basisondersteuning.norms.library import open_library
from basisondersteuning.norms.sentences import begins_with, ends_words, rule_text

from .build import frame_text, library
from .test_sentences import CODE_LIKE


def without_level(text: str) -> str:
    return text.replace("    niveau: 1\n", "")


def told(folder: Path, body: str, more: str = "") -> str:
    text = frame_text(body, more=more)
    found = library(folder, kader=without_level(text) if body.startswith("over: ") else text)
    assert [one for one in found.findings if one.code != "BO418"] == []
    frame = found.series["proef"].versions[0]
    return "\n".join(rule_text(frame.record.regels[0], frame.record).lines)


WEEKS = "binnen: {schoolweken: 2, herkomst: afspraak}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"als: {{soort: evaluatie}}\ndan: {{soort: oudercontact}}\n{WEEKS}",
            "Na elke evaluatie volgt binnen 2 schoolweken een oudercontact.",
        ),
        (
            "als: {soort: evaluatie}\ndan: {soort: oudercontact}\nbinnen: {dagen: 1, herkomst: wet}",
            "Na elke evaluatie volgt binnen 1 dag een oudercontact.",
        ),
        (
            "als: {soort: evaluatie}\ndan: {soort: oudercontact}\nbinnen: {dagen: 0, herkomst: wet}",
            "Na elke evaluatie volgt op dezelfde dag een oudercontact.",
        ),
        (
            "als: {soort: evaluatie}\ndan: {soort: oudercontact}\nbinnen: {schooljaren: 1, herkomst: wet}",
            "Na elke evaluatie volgt uiterlijk op 31 juli, aan het eind van het schooljaar, een oudercontact.",
        ),
        (
            "als: {soort: evaluatie}\ndan: {soort: oudercontact}\nbinnen: {schooljaren: 2, herkomst: wet}",
            "Na elke evaluatie volgt uiterlijk op 31 juli, aan het eind van het volgende schooljaar, een oudercontact.",
        ),
        (
            "als: {soort: ondersteuning}\ndan: {soort: evaluatie, van: {is: aanleiding}}\nbinnen: {veld: tot}",
            "Na elke ondersteuning volgt uiterlijk op de einddatum een evaluatie daarvan.",
        ),
        (
            "als: {soort: ondersteuning}\ndan: {soort: evaluatie}\nbinnen: {veld: tot, instelling: twee_weken}",
            "Na elke ondersteuning volgt binnen 2 weken na de einddatum een evaluatie.",
        ),
        (
            "als: {soort: ondersteuning}\nvooraf: {soort: observatie}\nbinnen: {schoolweken: 1, herkomst: afspraak}",
            "Bij elke ondersteuning moet er in de schoolweek ervoor een observatie zijn geweest.",
        ),
        (
            "als: {soort: opp}\nvooraf: {soort: oudercontact}\nbinnen: {schooljaren: 1, herkomst: afspraak}",
            "Bij elk OPP moet er eerder in hetzelfde schooljaar een oudercontact zijn geweest.",
        ),
        (
            "als: {soort: afschaling}\nnooit: {soort: ondersteuning, vorm: nieuw}\nbinnen: {maanden: 3, herkomst: afspraak}",
            "Na elke afschaling komt er binnen 3 maanden geen nieuwe ondersteuning.",
        ),
        (
            "als: {soort: niveauovergang, naar: 2}\ndan: {soort: oudercontact}",
            "Na elke stap naar niveau 2 volgt een oudercontact.",
        ),
        (
            "als: {soort: toets, methodegebonden: nee}\neerste: ja\nmoet: {door: {aanwezig: ja}, toelichting: {aanwezig: ja}}",
            "Bij de eerste niet-methodegebonden toets moeten de afnemer en de toelichting vermeld zijn. "
            "Dit geldt één keer per vakgebied.",
        ),
        (
            "als: {soort: tlv, stand: afgegeven}\n"
            "moet: {deskundigen: {minstens: {aantal: 2, met: {onafhankelijk: ja, advies_op: {aanwezig: ja}}}}}",
            "Bij elke afgegeven TLV moeten er ten minste 2 onafhankelijke deskundigen zijn met een schriftelijk advies.",
        ),
        (
            "als: {soort: ot_bespreking}\noordeel: Is er goed gekeken?",
            "Bij elke bespreking in het OT beantwoorden mensen deze vraag: «Is er goed gekeken?»",
        ),
        (
            f"als: {{soort: observatie}}\neen_van:\n  - {{dan: {{soort: oudercontact, over: {{bevat: zorg}}}}, {WEEKS}}}\n"
            "  - {vooraf: {soort: oudercontact, over: {bevat: zorg}}}",
            "Bij elke observatie volgt binnen 2 schoolweken een oudercontact over de zorg; "
            "zo'n oudercontact dat er al eerder was, telt ook.",
        ),
        (
            "als: {soort: observatie}\neen_van:\n  - moet: {gedrag: {aanwezig: ja}}\n  - dan: {soort: toets}\n"
            "  - alle:\n      - dan: {soort: evaluatie, lijn: elke}\n      - nooit: {soort: afschaling}\n",
            "Bij elke observatie is één van deze drie nodig:\n"
            "- Het gedrag moet beschreven zijn.\n"
            "- Er volgt een toets.\n"
            "- Er volgt een evaluatie in welk vakgebied ook, en er komt geen afschaling.",
        ),
        (
            "als: {soort: ot_bespreking}\nmoet: {inbreng: {aanwezig: ja}}\n"
            "tenzij: [{naam: spoed, vooraf: {soort: wijkteamcontact}, binnen: {dagen: 7, herkomst: afspraak}}]\n"
            "geldig: {van: 2025-08-01, tot: 2026-07-31}",
            "Bij elke bespreking in het OT moet de inbreng vastgelegd zijn.\n"
            "Uitzondering «spoed»: deze regel geldt niet als er in de 7 dagen ervoor een contact met het wijkteam was.\n"
            "Deze regel geldt van 1 augustus 2025 tot en met 31 juli 2026.",
        ),
        (
            "voorwaarde_voor: 2\nvooraf: {soort: evaluatie, effect: onvoldoende, niveau: 1, laatste: ja}",
            "Voor de stap naar niveau 2 is vooraf een evaluatie van ondersteuning op niveau 1 nodig waaruit onvoldoende "
            "effect blijkt. Alleen de laatste evaluatie telt.",
        ),
        (
            "als: {soort: ot_bespreking}\nvooraf: {soort: aanmelding_ot}\nsinds: {soort: ot_bespreking}",
            "Bij elke bespreking in het OT moet er sinds de vorige bespreking in het OT een aanmelding voor het OT zijn geweest.",
        ),
        (
            "als: {soort: opp, actie: opgesteld}\n"
            "vooraf: {soort: verklaring, door: {rol: ouder}, uitkomst: gegeven, aard: instemming, waarvoor: handelingsdeel}",
            "Bij elk nieuw OPP moet er vooraf een verklaring van instemming bij het handelingsdeel zijn geweest, "
            "gegeven door een ouder.",
        ),
        (
            "voorwaarde_voor: 2\nvooraf: {soort: oudercontact}\nsinds: {soort: evaluatie, effect: {aanwezig: nee}}",
            "Voor de stap naar niveau 2 is vooraf een oudercontact nodig. Dat telt alleen vanaf de laatste evaluatie waarin "
            "het effect nog niet is vastgelegd.",
        ),
    ],
)  # fmt: skip
def test_a_rule_reads_as(tmp_path: Path, body: str, expected: str) -> None:
    assert told(tmp_path, body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "als: {soort: sop}\nvooraf: {soort: protocol, onderwerp: dyslexie}",
            "In het SOP moet een protocol over dyslexie staan.",
        ),
        (
            "als: {soort: sop}\nvooraf: {soort: vaststelling}\nbinnen: {maanden: 48, herkomst: wet}",
            "In het SOP moet een vaststelling van het SOP uit de 48 maanden voor de peildatum staan.",
        ),
        (
            "als: {soort: sop}\nalle: [{vooraf: {soort: grens}}, {moet: {format: {aanwezig: ja}, bestuur: {aanwezig: nee}}}]",
            "In het SOP is dit alles nodig:\n- Er moet een grens in staan.\n"
            "- Het format moet vermeld zijn en het schoolbestuur mag niet genoemd zijn.",
        ),
        (
            "als: {soort: sop}\nmoet: {ijkpunten: {minstens: {aantal: 13, met: {score: {aanwezig: ja}}}}}",
            "In het SOP moeten er ten minste 13 ijkpunten zijn waarbij de score is vermeld.",
        ),
        (
            "als: {soort: sop}\noordeel: Past dit bij de school?",
            "Bij het SOP beantwoorden mensen deze vraag: «Past dit bij de school?»",
        ),
        (
            "als: {soort: ijkpunt, ijkpunt: veilige_omgeving}\nmoet: {score: {een_van: [grotendeels, volledig]}}",
            "Bij elk ijkpunt over een veilige omgeving moet de score «grotendeels» of «volledig» zijn.",
        ),
        (
            "als: {soort: interventie, aard: preventief}\nvooraf: {soort: netwerkpartner}",
            "Bij elke preventieve interventie moet er een netwerkpartner zijn.",
        ),
        (
            "als: {soort: grens}\nnooit: {soort: grens, dan: {aanwezig: nee}}",
            "Bij elke grens mag er geen grens zijn waarbij de vervolgstap niet is beschreven.",
        ),
        (
            "als: {soort: ondersteuningsteam}\nmoet: {leden: {bevat: [directeur, ouder]}, keren_per_schooljaar: {minstens: 4}}",
            "Bij het OT moeten de directeur en een ouder vast lid zijn en moet het aantal keren per schooljaar ten minste 4 "
            "zijn.",
        ),
        (
            "als: {soort: inspectieoordeel, uitkomst: zwak}\neerste: ja\ndan: {soort: verbetermaatregel}",
            "Na het eerste oordeel van de inspectie met als uitkomst «zwak» volgt een verbetermaatregel. Dit geldt één keer.",
        ),
        (
            "als: {soort: inspectieoordeel}\nvooraf: {soort: mr_advies}\nbinnen: {maanden: 3, herkomst: afspraak}",
            "Bij elk oordeel van de inspectie moet er in de 3 maanden ervoor een advies van de MR zijn geweest.",
        ),
        (
            "als: {soort: ambitie}\nmoet: {stand: bereikt}\nbinnen: {veld: wanneer}",
            "Bij elke ambitie moet de stand uiterlijk op de streefdatum «bereikt» zijn.",
        ),
    ],
)
def test_a_rule_about_a_sop_reads_as(tmp_path: Path, body: str, expected: str) -> None:
    assert told(tmp_path, f"over: sop\n{body}") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "als: {soort: kengetal, wat: deelname_so}\nmoet: {tegenover_nulmeting: {een_van: [lager, gelijk]}}",
            "Bij elk kengetal over de deelname aan het SO moet het lager dan of gelijk aan de nulmeting zijn.",
        ),
        (
            "als: {soort: kengetallen}\nvooraf: {soort: kengetal, wat: tlv}\nbinnen: {schooljaren: 1, herkomst: afspraak}",
            "In de kengetallen moet een kengetal over TLV's uit het schooljaar van de peildatum staan.",
        ),
        (
            "als: {soort: telling, onderwijs: sbo, gebied: school}\nmoet: {code: {aanwezig: ja}}",
            "Bij elke telling in het SBO voor een school moet het nummer van het bestuur of de school vermeld zijn.",
        ),
    ],
)
def test_a_rule_about_key_figures_reads_as(tmp_path: Path, body: str, expected: str) -> None:
    assert told(tmp_path, f"over: kengetallen\n{body}") == expected


@pytest.mark.parametrize("series", ["kop-van-noord-holland", "landelijk"])
def test_every_built_in_rule_reads_as_dutch(series: str) -> None:
    found = open_library()
    for frame in found.series[series].versions:
        for rule in frame.record.regels:
            for line in rule_text(rule, frame.record).lines:
                assert not CODE_LIKE.search(line), line
        for level in frame.record.niveaus:
            assert not CODE_LIKE.search(" ".join(begins_with(level)))
        assert not CODE_LIKE.search(" ".join(ends_words(frame.record.einde)))


def test_the_rule_on_involving_parents_is_the_sentence_of_the_design() -> None:
    found = open_library(wanted="kop-van-noord-holland-2014")
    frame = found.series["kop-van-noord-holland"].versions[0]
    text = rule_text(frame.by_code["KNH-1.4"].raw, frame.record)
    assert text.lines == [
        "Bij elke observatie waaruit blijkt dat ondersteuning gewenst is, en bij elke nieuwe ondersteuning volgt binnen "
        "2 schoolweken een oudercontact over de zorg of het vervolg; zo'n oudercontact uit de 4 schoolweken ervoor telt ook."
    ]
    assert [(one.words, one.provenance) for one in text.terms] == [("2 schoolweken", "afspraak"), ("4 schoolweken", "afspraak")]
