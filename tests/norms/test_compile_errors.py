"""Mistakes in a frame: each is a finding with its code, on its line, with the word that was meant where there is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from .build import HEAD, frame_text, library, mistakes

SEEN = "als: {soort: observatie, ondersteuning_gewenst: ja}\n"
TALK = "dan: {soort: oudercontact}\n"
SUPPORT = "als: {soort: ondersteuning}\n"

CASES = [
    ("BO401", "als: {soort: observaties}\n" + TALK, "observaties", "observatie"),
    ("BO401", "als: {soort: {een_van: [opp, toets]}}\n" + TALK, "een_van", None),
    ("BO401", SEEN + "dan: {over: {bevat: zorg}}", "dan:", None),
    ("BO402", SEEN + "dan: {soort: oudercontact, onderwerp: zorg}", "onderwerp", None),
    ("BO402", SEEN + "dan: {soort: evaluatie, efect: deels}", "efect", "effect"),
    ("BO403", SEEN + "dan: {soort: oudercontact, over: {bevat: zorgen}}", "zorgen", "zorg"),
    ("BO403", SEEN + "dan: {soort: evaluatie, effect: goed}", "goed", None),
    ("BO403", "als: {soort: observatie, ondersteuning_gewenst: misschien}\n" + TALK, "misschien", None),
    ("BO403", SEEN + "dan: {soort: evaluatie, datum: {minstens: morgen}}", "morgen", None),
    ("BO403", SEEN + "dan: {soort: oudercontact, over: {minstens: veel}}", "veel", None),
    ("BO403", SEEN + "dan: {soort: evaluatie, effect: {aanwezig: soms}}", "soms", None),
    ("BO403", SEEN + "dan: {soort: evaluatie, laatste: nee}", "nee", None),
    ("BO404", SEEN + "dan: {soort: oudercontact, over: zorg}", "over: zorg", None),
    ("BO404", SEEN + "dan: {soort: evaluatie, effect: {bevat: deels}}", "bevat: deels", None),
    ("BO404", SEEN + "dan: {soort: evaluatie, effect: {minstens: 3}}", "minstens", None),
    ("BO404", SEEN + "dan: {soort: evaluatie, effect: {rol: ouder}}", "rol", None),
    ("BO404", SEEN + "dan: {soort: evaluatie, van: o1}", "van: o1", None),
    ("BO404", SEEN + "dan: {soort: evaluatie, van: {is: iets}}", "is: iets", None),
    ("BO404", SEEN + "dan: {soort: evaluatie, effect: {begint_met: deels}}", "begint_met", None),
    ("BO404", SEEN + "dan: {soort: evaluatie, effect: {een_van: [deels], aanwezig: ja}}", "effect", None),
    ("BO404", SEEN + "dan: {soort: oudercontact, niveau: 1}", "niveau: 1}", None),
    ("BO404", SEEN + "dan: {soort: oudercontact, over: {bevat: []}}", "bevat: []", None),
    ("BO405", SEEN + "dan: {soort: oudercontact, door: {rol: juf}}", "juf", "groepsleerkracht"),
    ("BO405", SEEN + "dan: {soort: oudercontact, door: {rol: {een_van: [directeur, koning]}}}", "koning", None),
    ("BO406", SEEN + TALK + "binnen: {instelling: twee_wken}", "twee_wken", "twee_weken"),
    ("BO407", SEEN + "dan: {soort: evaluatie, niveau: 7}", "niveau: 7", None),
    ("BO407", "als: {soort: niveauovergang, naar: 9}\n" + TALK, "9", None),
    ("BO411", SEEN + TALK + "moet: {gedrag: {aanwezig: ja}}", "code: R-1", None),
    ("BO411", SEEN, "code: R-1", None),
    ("BO411", TALK, "code: R-1", None),
    ("BO411", SEEN + "voorwaarde_voor: 1\n" + TALK, "code: R-1", None),
    ("BO411", SEEN + "een_van:\n  - dan: {soort: oudercontact}\n  - binnen: {dagen: 3, herkomst: bron}", "binnen", None),
    ("BO411", SEEN + TALK + "sinds: {soort: toets}", "sinds", None),
    ("BO411", SEEN + "dan: {soort: evaluatie, laatste: ja}", "laatste", None),
    ("BO411", "als: {soort: evaluatie, laatste: ja}\n" + TALK, "laatste", None),
    ("BO411", "voorwaarde_voor: 1\nmoet: {gedrag: {aanwezig: ja}}", "moet", None),
    ("BO411", "bron: {document: doc, passage: 1}\nafspraak: Ook.\n" + SEEN + TALK, "code: R-1", None),
    ("BO412", SEEN + TALK + "binnen: {dagen: 3, weken: 2, herkomst: bron}", "binnen", None),
    ("BO412", SEEN + TALK + "binnen: {herkomst: bron}", "binnen", None),
    ("BO412", SEEN + TALK + "binnen: {instelling: twee_weken, dagen: 3}", "binnen", None),
    ("BO214", "als: []\n" + TALK, "als", None),
    ("BO412", SEEN + TALK + "binnen: {dagen: 3}", "binnen", None),
    ("BO412", SEEN + TALK + "binnen: {veld: tot}", "veld: tot", None),
    ("BO401", "over: sop\nals: {soort: observatie}\nvooraf: {soort: grens}", "observatie", None),
    ("BO401", "over: sop\nals: {soort: sop}\nvooraf: {soort: kengetal}", "kengetal", "schoolkengetal"),
    ("BO401", "over: kengetallen\nals: {soort: kengetalen}\noordeel: Goed?", "kengetalen", "kengetallen"),
    ("BO402", "over: sop\nals: {soort: interventie, aart: preventief}\noordeel: Goed?", "aart", "aard"),
    ("BO403", "over: sop\nals: {soort: ondersteuningsteam}\nmoet: {voorzitter: juf}", "juf", "groepsleerkracht"),
    ("BO411", "over: sop\nals: {soort: sop}\ndan: {soort: vaststelling}", "dan:", None),
    ("BO411", "over: sop\nals: {soort: sop}\noordeel: Goed?\ntenzij:\n  - {naam: n, dan: {soort: grens}}", "dan:", None),
    ("BO411", "over: sop\nvoorwaarde_voor: 1\nvooraf: {soort: grens}", "voorwaarde_voor", None),
    ("BO412", "over: sop\nals: {soort: sop}\nmoet: {format: {aanwezig: ja}}\nbinnen: {weken: 2, herkomst: bron}", "binnen", None),
    ("BO412", "over: sop\nals: {soort: sop}\nnooit: {soort: grens}\nbinnen: {instelling: twee_weken}", "binnen", None),
    ("BO407", "over: sop\nniveau: 1\nals: {soort: sop}\noordeel: Goed?", "niveau: 1", None),
    ("BO412", SEEN + "oordeel: Goed?\nbinnen: {dagen: 3, herkomst: bron}", "binnen", None),
    (
        "BO412",
        SEEN + "alle:\n  - dan: {soort: toets}\n  - dan: {soort: opp}\nbinnen: {dagen: 3, herkomst: bron}",
        "binnen",
        None,
    ),
    ("BO413", "bron: {document: doc, passage: 9}\n" + SEEN + TALK, "passage: 9", None),
    ("BO413", "bron: {document: dok, passage: 1}\n" + SEEN + TALK, "document: dok", None),
]


@pytest.mark.parametrize(("code", "body", "at", "meant"), CASES, ids=[f"{one[0]}-{n}" for n, one in enumerate(CASES)])
def test_a_mistake_in_a_rule(tmp_path: Path, code: str, body: str, at: str, meant: str | None) -> None:
    text = frame_text(body)
    found = mistakes(tmp_path, text)
    assert [one.code for one in found] == [code]
    (finding,) = found
    line = text.split("\n")[finding.place.line - 1]
    assert at in line
    assert finding.suggestion == meant
    assert finding.place.text == line
    assert finding.remedy


def test_a_condition_for_a_niveau_that_is_not_there(tmp_path: Path) -> None:
    found = mistakes(tmp_path, frame_text("voorwaarde_voor: 5\nvooraf: {soort: observatie}"))
    assert [one.code for one in found] == ["BO407"]


def test_a_date_field_with_vooraf(tmp_path: Path) -> None:
    body = SUPPORT + "vooraf: {soort: observatie}\nbinnen: {veld: tot, dagen: 3, herkomst: bron}"
    (finding,) = mistakes(tmp_path, frame_text(body))
    assert (finding.code, finding.suggestion) == ("BO412", None)


def test_every_mistake_is_found_in_one_run_and_the_sound_rules_stay(tmp_path: Path) -> None:
    text = frame_text("als: {soort: x}\n" + TALK, SEEN + TALK, SEEN + "dan: {soort: toets, naam: {rol: ouder}}")
    found = library(tmp_path, kader=text)
    assert [one.code for one in found.findings] == ["BO401", "BO404"]
    assert [one.code for one in found.series["proef"].versions[0].rules] == ["R-2"]


def test_a_code_twice(tmp_path: Path) -> None:
    text = frame_text(SEEN + TALK, SEEN + TALK).replace("code: R-2", "code: R-1")
    (finding,) = mistakes(tmp_path, text)
    assert (finding.code, finding.place.line) == ("BO410", text[: text.rindex("code: R-1")].count("\n") + 1)


def test_a_setting_without_one_length(tmp_path: Path) -> None:
    text = frame_text(SEEN + TALK, head=HEAD.replace("weken: 2, herkomst", "weken: 2, dagen: 3, herkomst"))
    assert [(one.code, "twee_weken" in (one.place.text or "")) for one in mistakes(tmp_path, text)] == [("BO412", True)]


def test_a_start_of_a_niveau(tmp_path: Path) -> None:
    text = frame_text(SEEN + TALK, head=HEAD.replace("vorm: geintensiveerd", "vorm: meer"))
    assert [one.code for one in mistakes(tmp_path, text)] == ["BO403"]


def test_an_end_and_an_untranslated_passage(tmp_path: Path) -> None:
    more = "einde: {soort: einde}\nonvertaald: [{bron: {document: doc, passage: 3}, aard: beleid, reden: r}]\n"
    assert sorted(one.code for one in mistakes(tmp_path, frame_text(SEEN + TALK, more=more))) == ["BO401", "BO413"]


def test_a_period_that_ends_before_it_begins(tmp_path: Path) -> None:
    text = frame_text(SEEN + TALK, head=HEAD.replace("{van: 2024-08-01}", "{van: 2024-08-01, tot: 2024-07-01}"))
    assert [one.code for one in mistakes(tmp_path, text)] == ["BO419"]


def test_a_passage_that_nothing_holds(tmp_path: Path) -> None:
    text = frame_text(SEEN + TALK, head=HEAD.replace("inhoud: Iets.}", "inhoud: Iets.}, {nummer: 2, inhoud: Nog iets.}"))
    (finding,) = mistakes(tmp_path, text)
    assert (finding.code, finding.severity.value) == ("BO418", "waarschuwing")
    assert "Passage 2" in finding.message


def version(code: str, start: str, end: str = "", more: str = "", body: str = SEEN + TALK) -> str:
    period = f"{{van: {start}, tot: {end}}}" if end else f"{{van: {start}}}"
    head = HEAD.replace("code: proef-2024", f"code: {code}").replace("{van: 2024-08-01}", period)
    return frame_text(body, head=head, more=more)


def later(code: str, start: str, based_on: str, more: str = "") -> str:
    return f"soort: normenkader\ncode: {code}\nreeks: proef\ntitel: T\ngeldig: {{van: {start}}}\ngebaseerd_op: {based_on}\n{more}"


def test_versions_follow_one_another(tmp_path: Path) -> None:
    found = library(tmp_path, a=version("p-1", "2024-08-01"), b=later("p-2", "2025-08-01", "p-1"))
    assert found.findings == []
    first, second = found.series["proef"].versions
    assert (str(first.end), second.end) == ("2025-07-31", None)
    assert [one.code for one in second.rules] == ["R-1"]


def test_a_later_version_names_only_what_changes(tmp_path: Path) -> None:
    changed = "instellingen:\n  - {naam: twee_weken, titel: T, weken: 3, herkomst: afspraak, toelichting: x}\n"
    body = SEEN + TALK + "binnen: {instelling: twee_weken}"
    found = library(
        tmp_path, a=version("p-1", "2024-08-01", body=body), b=later("p-2", "2025-08-01", "p-1", changed + "vervalt: []\n")
    )
    assert found.findings == []
    terms = [frame.rules[0].requirement.deadline.term.amount for frame in found.series["proef"].versions]  # type: ignore[union-attr]
    assert terms == [2, 3]


@pytest.mark.parametrize(
    ("one", "two", "code"),
    [
        (version("p-1", "2024-08-01", "2025-08-31"), version("p-2", "2025-08-01"), "BO414"),
        (version("p-1", "2024-08-01", "2025-06-30"), version("p-2", "2025-08-01"), "BO415"),
        (version("p-1", "2024-08-01"), version("p-1", "2025-08-01"), "BO410"),
        (version("p-1", "2024-08-01"), later("p-2", "2025-08-01", "p-0"), "BO409"),
        (version("p-1", "2024-08-01"), later("p-2", "2025-08-01", "p-1", "vervalt: [R-9]\n"), "BO417"),
    ],
)
def test_versions_that_do_not_fit(tmp_path: Path, one: str, two: str, code: str) -> None:
    found = library(tmp_path, a=one, b=two)
    assert [finding.code for finding in found.findings] == [code]
    assert found.findings[0].place.file.endswith("b.yaml")
    assert found.findings[0].place.line > 0


def test_frames_that_build_on_each_other_in_a_circle(tmp_path: Path) -> None:
    found = library(tmp_path, a=later("p-1", "2024-08-01", "p-2"), b=later("p-2", "2025-08-01", "p-1"))
    assert {finding.code for finding in found.findings} == {"BO408"}
    assert not found.sound


def test_a_mistake_in_the_base_is_told_once(tmp_path: Path) -> None:
    wrong = version("p-1", "2024-08-01", body="als: {soort: x}\n" + TALK)
    found = library(tmp_path, a=wrong, b=later("p-2", "2025-08-01", "p-1"))
    assert [(one.code, one.place.file[-6:]) for one in found.findings] == [("BO401", "a.yaml")]


def test_a_passage_number_twice(tmp_path: Path) -> None:
    head = HEAD.replace(
        "passages: [{nummer: 1, inhoud: Iets.}]", "passages: [{nummer: 1, inhoud: Iets.}, {nummer: 1, inhoud: Meer.}]"
    )
    assert [one.code for one in mistakes(tmp_path, frame_text(SEEN + TALK, head=head))] == ["BO410"]


def test_a_rule_that_changes_and_lapses(tmp_path: Path) -> None:
    base = frame_text(SEEN + TALK)
    newer = (
        "soort: normenkader\ncode: proef-2025\nreeks: proef\ntitel: Proef\ngeldig: {van: 2025-08-01}\ngebaseerd_op: proef-2024\n"
    )
    newer += "vervalt: [R-1]\nregels:\n" + base.split("regels:\n")[1]
    found = [one.code for one in library(tmp_path, oud=base, nieuw=newer).findings]
    assert found == ["BO410"]
