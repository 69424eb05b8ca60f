"""Exploring a frame: the questions, each on a small frame of which the answer is plain."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from basisondersteuning.norms.explore.goals import Met, Together
from basisondersteuning.norms.explore.report import Exploration, Witness
from basisondersteuning.norms.explore.room import House, find
from basisondersteuning.norms.explore.run import explore
from basisondersteuning.norms.explore.search import Bounds
from basisondersteuning.norms.explore.words import timeline_words
from basisondersteuning.norms.library import open_library

from .build import HEAD, frame_text, library

SEEN = "als: {soort: observatie, ondersteuning_gewenst: ja}\n"


def explored(folder: Path, *rules: str, bounds: Bounds | None = None, head: str = HEAD, more: str = "") -> Exploration:
    found = library(folder, kader=frame_text(*rules, head=head, more=more))
    assert found.sound, found.findings
    frame = found.series["proef"].versions[0]
    return explore(frame, found.loaded[frame.code], bounds or Bounds())


def codes(report: Exploration) -> list[str]:
    return [one.code for one in report.findings]


def shown(report: Exploration, name: str) -> str:
    witness: Witness = next(one for one in report.witnesses if one.name == name)
    return timeline_words(witness.view, witness.room.judge)


def test_a_frame_in_which_all_is_well(tmp_path: Path) -> None:
    report = explored(tmp_path, f"{SEEN}dan: {{soort: oudercontact}}\nbinnen: {{instelling: twee_weken}}")
    assert codes(report) == []
    assert [(one.code, one.events, one.up, one.down) for one in report.levels] == [("1", 1, True, True), ("2", 1, False, True)]
    assert (report.applicable, report.satisfiable, report.pairs, report.terms, report.undecided) == (1, 1, 0, 1, 0)
    assert [one.name for one in report.witnesses] == ["niveau-1", "niveau-2"]


@pytest.mark.parametrize(
    ("rule", "events"),
    [
        ("vooraf: {soort: evaluatie, effect: onvoldoende, niveau: 1}", 3),
        ("alle: [{vooraf: {soort: toets}}, {vooraf: {soort: opp}}]", 3),
        ("een_van: [{vooraf: {soort: evaluatie}}, {vooraf: {soort: opp}}]", 2),
        ("vooraf: {soort: oudercontact, over: {bevat: vervolg}}\nsinds: {soort: evaluatie}", 2),
        ("vooraf: {soort: evaluatie, effect: deels, laatste: ja}", 3),
        ("oordeel: Is het zo?", 2),
        ("vooraf: {soort: ondersteuning, niveau: 1}", 2),
        ("nooit: {soort: oudercontact}", 1),
    ],
)
def test_the_fewest_events_to_a_niveau(tmp_path: Path, rule: str, events: int) -> None:
    report = explored(tmp_path, f"voorwaarde_voor: 2\n{rule}")
    assert codes(report) == []
    assert report.levels[1].events == events, shown(report, "niveau-2")


def test_a_niveau_whose_condition_can_only_be_met_there(tmp_path: Path) -> None:
    report = explored(tmp_path, "voorwaarde_voor: 2\nvooraf: {soort: evaluatie, niveau: 2}")
    assert codes(report) == ["BO440", "BO443"]
    assert report.levels[1].events is None
    assert "R-1 is niet nagekomen" in report.findings[0].message
    assert shown(report, "getuige-BO440-2") == "ondersteuning (vorm: geintensiveerd)"


def test_a_niveau_that_begins_with_what_needs_something_before_it(tmp_path: Path) -> None:
    begin = "begint_met: [{bij: {soort: ondersteuning, vorm: geintensiveerd}}]"
    consultation = "begint_met: [{bij: {soort: consultatie}, na: {soort: evaluatie, effect: onvoldoende, niveau: 1}}]"
    report = explored(tmp_path, head=HEAD.replace(begin, consultation))
    assert codes(report) == []
    assert report.levels[1].events == 3
    assert shown(report, "niveau-2") == "ondersteuning; evaluatie (effect: onvoldoende); consultatie"


def test_a_first_niveau_that_begins_with_a_talk_needs_a_strand(tmp_path: Path) -> None:
    talk = "begint_met: [{bij: {soort: consultatie}}]"
    report = explored(tmp_path, head=HEAD.replace("begint_met: [{bij: {soort: ondersteuning}}]", talk))
    assert codes(report) == []
    assert report.levels[0].events == 2


def test_no_way_out_unless_a_rule_only_warns(tmp_path: Path) -> None:
    head = HEAD.replace(HEAD[HEAD.index("  - {niveau: 2") :], "")
    filled = "als: {soort: afschaling}\nmoet: {vakgebied: {aanwezig: ja}}"
    empty = "als: {soort: afschaling}\nmoet: {vakgebied: {aanwezig: nee}}"
    assert codes(explored(tmp_path, filled, empty, head=head)) == ["BO441", "BO444"]
    end = "einde: [{soort: afsluiting}]\n"
    assert codes(explored(tmp_path, filled, empty, head=head, more=end)) == ["BO444"]
    text = frame_text(filled, empty, head=head)
    found = library(tmp_path, kader=text.replace("ernst: fout", "ernst: advies"))
    report = explore(found.series["proef"].versions[0], found.loaded["proef-2024"], Bounds())
    assert codes(report) == ["BO444"]


def test_up_is_a_way_out_too(tmp_path: Path) -> None:
    filled = "als: {soort: afschaling}\nmoet: {vakgebied: {aanwezig: ja}}"
    empty = "als: {soort: afschaling}\nmoet: {vakgebied: {aanwezig: nee}}"
    report = explored(tmp_path, filled, empty)
    assert codes(report) == ["BO441", "BO444"]
    assert [(one.code, one.up, one.down) for one in report.levels] == [("1", True, False), ("2", False, False)]
    assert "niveau 2" in report.findings[0].message


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("als: {soort: toets}\ngeldig: {van: 2010-08-01, tot: 2011-07-31}\nvooraf: {soort: opp}", "geldt op geen dag"),
        ("als: {soort: ondersteuning, tot: {hoogstens: 2020-01-01}}\nvooraf: {soort: opp}", "hoogstens 2020-01-01"),
        ("als: {soort: toets}\nvooraf: {soort: opp}\ntenzij: [{naam: altijd, moet: {naam: {aanwezig: ja}}}]", "uitzondering"),
        ("als: {soort: niveauovergang, van: 2, naar: 2}\nvooraf: {soort: opp}", "in geen enkele tijdlijn"),
    ],
)
def test_a_rule_that_never_applies(tmp_path: Path, rule: str, reason: str) -> None:
    report = explored(tmp_path, rule)
    assert codes(report) == ["BO442"]
    assert reason in report.findings[0].message
    assert (report.applicable, report.satisfiable) == (0, 0)


@pytest.mark.parametrize(
    "rule",
    [
        "als: {soort: evaluatie, niveau: 2}\nvooraf: {soort: opp}",
        "als: {soort: niveauovergang, van: 2, naar: 1}\nvooraf: {soort: opp}",
        "als: {soort: niveauovergang, van: 1, naar: 2}\nvooraf: {soort: opp}",
        "als: {soort: besluit, op: {aanwezig: ja}}\nvooraf: {soort: arrangementaanvraag, id: {genoemd_in: op}}",
        "als: {soort: ondersteuning, tot: {aanwezig: ja}}\ndan: {soort: evaluatie, van: {is: aanleiding}}",
        "als: {soort: toets}\ndan: {soort: opp}\nbinnen: {dagen: 0, herkomst: afspraak}",
        "als: {soort: toets}\nvooraf: {soort: opp}\nbinnen: {dagen: 0, herkomst: afspraak}",
        "als: {soort: ot_bespreking, uitkomsten: {minstens: {aantal: 2, met: {soort: onderzoek}}}}\nvooraf: {soort: opp}",
        "als: {soort: ot_bespreking}\nmoet: {afspraken: {minstens: 20}}",
        "als: {soort: behoeften, leerling: {minstens: 3}}\nmoet: {leerling: {hoogstens: 3}, leerkracht: {aanwezig: ja}}",
        "als: {soort: ot_bespreking, aanwezig: {rol: ouder}}\nmoet: {aanwezig: {rol: {alle: [directeur, orthopedagoog]}}}",
        "als: {soort: consultatie, met: {rol: directeur}}\nmoet: {met: {rol: intern_begeleider}}",
        "als: {soort: evaluatie, effect: onvoldoende}\ntenzij: [{naam: al gezien, vooraf: {soort: toets}}]\ndan: {soort: opp}",
        "als: {soort: afsluiting}\nvooraf: {soort: opp}",
        "als: {soort: ondersteuning, vakgebied: taal}\ndan: {soort: oudercontact}",
        "als: {soort: toets}\ngeldig: {van: 2026-08-01}\neerste: ja\nmoet: {door: {rol: {een_van: [ouder, directeur]}}}",
        "als: {soort: besluit}\nmoet: {op: {aanwezig: ja}}",
    ],
)
def test_a_rule_that_can_be_met(tmp_path: Path, rule: str) -> None:
    report = explored(tmp_path, rule, more="einde: [{soort: afsluiting}]\n")
    assert codes(report) == []
    assert report.satisfiable == 1


def test_lists_that_cannot_be_do_not_take_for_ever(tmp_path: Path) -> None:
    wanted = "{minstens: {aantal: 30, met: {soort: %s}}}"
    first = f"als: {{soort: ot_bespreking, uitkomsten: {wanted % 'onderzoek'}}}\nmoet: {{uitkomsten: {wanted % 'anders'}}}"
    second = "als: {soort: ot_bespreking, uitkomsten: {bevat: {soort: onderzoek}}}\nmoet: {uitkomsten: {hoogstens: 0}}"
    assert "BO443" in codes(explored(tmp_path, first, second))


def test_a_rule_that_contradicts_its_own_occasion(tmp_path: Path) -> None:
    report = explored(tmp_path, "als: {soort: toets, methodegebonden: ja}\nmoet: {methodegebonden: nee}")
    assert codes(report) == ["BO443"]
    assert shown(report, "getuige-BO443-R-1") == "toets (methodegebonden: ja)"
    assert (report.applicable, report.satisfiable) == (1, 0)


def test_two_rules_that_ask_and_forbid(tmp_path: Path) -> None:
    asks, forbids = f"{SEEN}dan: {{soort: oudercontact}}", f"{SEEN}nooit: {{soort: oudercontact}}"
    report = explored(tmp_path, asks, forbids)
    assert codes(report) == ["BO444"]
    (finding,) = report.findings
    assert (finding.place.line, finding.related[0].place.line) == (25, 14)
    assert (report.pairs, report.together) == (1, 0)


def test_a_ban_that_ends_leaves_room_for_a_duty_that_runs_on(tmp_path: Path) -> None:
    asks = f"{SEEN}dan: {{soort: oudercontact}}\nbinnen: {{weken: 4, herkomst: afspraak}}"
    forbids = f"{SEEN}nooit: {{soort: oudercontact}}\nbinnen: {{weken: 2, herkomst: afspraak}}"
    assert codes(explored(tmp_path, asks, forbids)) == []
    longer = forbids.replace("weken: 2", "weken: 5")
    assert codes(explored(tmp_path, asks, longer)) == ["BO444"]


def test_a_rule_on_the_first_occasion_only_leaves_room_for_a_second(tmp_path: Path) -> None:
    first = "als: {soort: observatie}\neerste: ja\nmoet: {ondersteuning_gewenst: nee}"
    later = "als: {soort: observatie, ondersteuning_gewenst: ja}\ndan: {soort: opp}"
    assert codes(explored(tmp_path, first, later)) == []
    assert codes(explored(tmp_path, first.replace("eerste: ja\n", ""), later)) == ["BO444"]


def test_an_earlier_occasion_takes_the_place_of_the_first(tmp_path: Path) -> None:
    first = "als: {soort: observatie}\neerste: ja\nmoet: {ondersteuning_gewenst: nee}"
    later = "als: {soort: observatie, ondersteuning_gewenst: ja}\ndan: {soort: opp}"
    found = library(tmp_path, kader=frame_text(later, first))
    frame = found.series["proef"].versions[0]
    house = House(frame, found.loaded[frame.code], Bounds())
    _, answer = find(house.rooms(frame.rules), Together(tuple(Met(one) for one in frame.rules)))  # nothing to start from
    assert answer.view is not None
    assert [one.kind for one in answer.view.plan.events] == ["observatie", "observatie", "opp"]


def test_an_exception_ends_a_chain_of_duties(tmp_path: Path) -> None:
    chain = "als: {soort: observatie}\ndan: {soort: observatie}"
    assert codes(explored(tmp_path, f"{chain}\ntenzij: [{{naam: klaar, moet: {{ondersteuning_gewenst: ja}}}}]")) == []
    assert codes(explored(tmp_path, chain)) == ["BO443"]


def test_rules_of_different_years_are_no_pair(tmp_path: Path) -> None:
    old = f"{SEEN}geldig: {{van: 2024-08-01, tot: 2025-07-31}}\ndan: {{soort: oudercontact}}"
    new = f"{SEEN}geldig: {{van: 2025-08-01}}\nnooit: {{soort: oudercontact}}"
    report = explored(tmp_path, old, new)
    assert codes(report) == []
    assert (report.satisfiable, report.pairs) == (2, 0)


def test_rules_that_never_apply_in_one_timeline_are_counted_apart(tmp_path: Path) -> None:
    closing = "als: {soort: afsluiting}\ntenzij: [{naam: na een toets, vooraf: {soort: toets}}]\nmoet: {door: {aanwezig: ja}}"
    report = explored(tmp_path, closing, "als: {soort: toets}\nvooraf: {soort: opp}")
    assert codes(report) == []
    assert (report.pairs, report.together, report.apart) == (1, 0, 1)


@pytest.mark.parametrize(
    ("term", "wanted"),
    [
        ("dagen: 364", []),
        ("dagen: 365", ["BO445"]),
        ("weken: 52", []),
        ("weken: 53", ["BO445"]),
        ("maanden: 11", []),
        ("maanden: 12", ["BO445"]),
        ("schoolweken: 60", ["BO445"]),
        ("schooljaren: 2", []),
    ],
)
def test_a_term_that_never_ends_within_its_school_year(tmp_path: Path, term: str, wanted: list[str]) -> None:
    report = explored(tmp_path, f"{SEEN}dan: {{soort: oudercontact}}\nbinnen: {{{term}, herkomst: afspraak}}")
    assert codes(report) == wanted
    if wanted:
        witness = report.witnesses[-1]
        assert witness.view.days == (date(2024, 8, 1),)
        assert witness.day == date(2025, 7, 31)


def test_a_ban_or_a_look_back_is_no_term_to_be_met(tmp_path: Path) -> None:
    report = explored(
        tmp_path,
        f"{SEEN}nooit: {{soort: toets}}\nbinnen: {{maanden: 20, herkomst: afspraak}}",
        f"{SEEN}vooraf: {{soort: opp}}\nbinnen: {{maanden: 20, herkomst: afspraak}}",
    )
    assert codes(report) == []
    assert report.terms == 0


def test_what_is_not_decided_is_said(tmp_path: Path) -> None:
    rule = "voorwaarde_voor: 2\nalle: [{vooraf: {soort: evaluatie, niveau: 1}}, {vooraf: {soort: opp}}]"
    report = explored(tmp_path, rule, bounds=Bounds(timelines=2))
    assert set(codes(report)) == {"BO446"}
    assert report.undecided == len(report.findings)
    assert report.levels[1].events is None


def test_a_frame_on_another_is_explored_with_what_it_takes_from_it(tmp_path: Path) -> None:
    base = frame_text(f"{SEEN}dan: {{soort: oudercontact}}")
    own = (
        base[: base.index("bronnen:")].replace("proef-2024", "proef-2025").replace("2024-08-01", "2025-08-01")
        + "gebaseerd_op: proef-2024\n"
        + frame_text("als: {soort: toets}\nvooraf: {soort: opp}", f"{SEEN}nooit: {{soort: oudercontact}}")[len(HEAD) :].replace(
            "R-1", "R-9"
        )
    )
    found = library(tmp_path, basis=base, nieuw=own)
    assert found.sound, found.findings
    frame = found.series["proef"].versions[1]
    report = explore(frame, found.loaded[frame.code], Bounds())
    assert [(one.code, one.place.file) for one in report.findings] == [("BO444", str(tmp_path / "nieuw.yaml"))]
    assert report.findings[0].place.line > 1


def test_each_period_with_rules_of_its_own_is_explored(tmp_path: Path) -> None:
    later = "voorwaarde_voor: 2\ngeldig: {van: 2025-01-01, tot: 2025-12-31}\nvooraf: {soort: opp}"
    found = library(tmp_path, kader=frame_text(later))
    frame = found.series["proef"].versions[0]
    house = House(frame, found.loaded[frame.code], Bounds())
    assert house.starts == [date(2024, 9, 2), date(2025, 9, 1), date(2026, 9, 7)]
    assert [one.start for one in house.rooms(frame.rules)] == [date(2025, 9, 1)]


def test_the_frames_that_come_with_bo_give_no_findings() -> None:
    library_ = open_library()
    frames = [frame for series in library_.series.values() for frame in series.versions]
    assert frames
    for frame in frames:
        report = explore(frame, library_.loaded[frame.code], Bounds())
        assert report.findings == [], frame.code
        about = [rule for rule in frame.rules if rule.over == "dossier"]
        assert report.applicable == report.satisfiable == len(about) == len(frame.rules) - report.left_out
        assert report.together == report.pairs
        assert all(one.events is not None and one.down for one in report.levels)


@pytest.mark.parametrize("unit", ["dagen", "weken", "schooldagen", "schoolweken", "maanden"])
def test_a_term_of_nothing_is_met_on_the_day_itself(tmp_path: Path, unit: str) -> None:
    assert codes(explored(tmp_path, f"{SEEN}dan: {{soort: oudercontact}}\nbinnen: {{{unit}: 0, herkomst: afspraak}}")) == []
