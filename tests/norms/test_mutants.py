"""The mutation run: which changes there are, what each of them does, and what is said of those that no case notices."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from basisondersteuning.norms.calendar import Calendar
from basisondersteuning.norms.cases import Suite
from basisondersteuning.norms.coverage import open_suites, run
from basisondersteuning.norms.frame import Frame
from basisondersteuning.norms.library import BUILT_IN, Library, open_library
from basisondersteuning.norms.mutants import Fate, MutationReport, run_mutants
from basisondersteuning.norms.mutate_apply import changed
from basisondersteuning.norms.mutate_changes import Named, Sort, all_changes
from basisondersteuning.norms.reachable import MovedCalendar

from .build import HEAD, HOLIDAYS, compiled, frame_text, judge, levels, library, statuses, support
from .test_cases import FULL, RULE, TOP, case

BIG = """\
geldig: {van: 2026-08-01, tot: 2027-07-31}
als:
  - {soort: observatie, ondersteuning_gewenst: ja, door: {rol: groepsleerkracht}}
  - {soort: ondersteuning, vorm: {een_van: [nieuw, aangepast]}}
eerste: ja
een_van:
  - dan: {soort: oudercontact, over: {bevat: [zorg, vervolg]}, lijn: elke}
    binnen: {weken: 2, herkomst: afspraak}
  - vooraf: {soort: evaluatie, effect: onvoldoende, niveau: 1, laatste: ja}
    sinds: {soort: ot_bespreking}
tenzij:
  - naam: al besproken
    vooraf: {soort: ot_bespreking, aanwezig: {rol: {alle: [directeur, ouder]}}}"""
BLOCKS = """\
als: {soort: tlv}
alle:
  - moet: {deskundigen: {minstens: {aantal: 2, met: {onafhankelijk: ja}}}}
  - nooit: {soort: ot_bespreking, uitkomsten: {bevat: {soort: onderzoek}}, aanwezig: {minstens: 3}}"""


def changes(frame: Frame, rule: str | None = None) -> dict[str, Named]:
    """The changes of one rule; without a rule those of niveaus and ends."""
    wanted = {rule} if rule else set()
    found = list(all_changes(frame.record, wanted, levels=rule is None, ends=rule is None))
    assert len({one.name for one in found}) == len(found)
    return {one.name: one for one in found}


def mutant(folder: Path, name: str, *rules: str, **more: Any) -> Frame:
    """A frame with these rules and the change of this name in it."""
    frame, loaded = frame_of(library(folder, kader=frame_text(*rules, **more)))
    found = changed(frame, loaded, (changes(frame, "R-1") | changes(frame))[name])
    assert found is not None
    return found


def frame_of(found: Library, code: str = "proef-2024") -> tuple[Frame, Any]:
    (frame,) = (one for series in found.series.values() for one in series.versions if one.code == code)
    return frame, found.loaded[code]


def mutated(folder: Path, cases: str, frame: str, code: str = "proef-2024", **files: str) -> MutationReport:
    """The mutation run over a frame with these cases beside it."""
    (folder / "kader-proeven.yaml").write_text(cases, encoding="utf-8")
    found = library(folder, kader=frame, **files)
    suites, _ = open_suites([str(folder)], found)
    one, loaded = frame_of(found, code)
    report = run(one, found, suites)
    return run_mutants(one, loaded, [suite for suite in suites if suite.frame is one], report.possible)


def fates(report: MutationReport) -> dict[str, str]:
    return {named.name: fate.value for named, fate in report.fates}


def test_every_part_of_a_rule_has_its_changes(tmp_path: Path) -> None:
    assert list(changes(compiled(tmp_path, BIG), "R-1")) == [
        "R-1 weg",
        "R-1 als.1 weg",
        "R-1 als.1.ondersteuning_gewenst weg",
        "R-1 als.1.ondersteuning_gewenst omgekeerd",
        "R-1 als.1.door weg",
        "R-1 als.1.door omgekeerd",
        "R-1 als.2 weg",
        "R-1 als.2.vorm weg",
        "R-1 als.2.vorm omgekeerd",
        "R-1 als.2.vorm.een_van zonder nieuw",
        "R-1 als.2.vorm.een_van zonder aangepast",
        "R-1 eerste weg",
        "R-1 geldig.van een dag eerder",
        "R-1 geldig.van een dag later",
        "R-1 geldig.tot een dag eerder",
        "R-1 geldig.tot een dag later",
        "R-1 een_van wordt alle",
        "R-1 een_van.1 weg",
        "R-1 een_van.1.dan.lijn weg",
        "R-1 een_van.1.dan.over weg",
        "R-1 een_van.1.dan.over omgekeerd",
        "R-1 een_van.1.dan.over.bevat zonder zorg",
        "R-1 een_van.1.dan.over.bevat zonder vervolg",
        "R-1 een_van.1.dan.over.bevat alle wordt een_van",
        "R-1 een_van.1.binnen weg",
        "R-1 een_van.1.binnen een dag korter",
        "R-1 een_van.1.binnen een dag langer",
        "R-1 een_van.2 weg",
        "R-1 een_van.2.vooraf.niveau weg",
        "R-1 een_van.2.vooraf.laatste weg",
        "R-1 een_van.2.vooraf.effect weg",
        "R-1 een_van.2.vooraf.effect omgekeerd",
        "R-1 een_van.2.sinds weg",
        "R-1 tenzij.1 weg",
        "R-1 tenzij.1.vooraf.aanwezig weg",
        "R-1 tenzij.1.vooraf.aanwezig omgekeerd",
        "R-1 tenzij.1.vooraf.aanwezig.rol.alle zonder directeur",
        "R-1 tenzij.1.vooraf.aanwezig.rol.alle zonder ouder",
        "R-1 tenzij.1.vooraf.aanwezig.rol alle wordt een_van",
    ]


def test_blocks_and_bounds_have_changes_too(tmp_path: Path) -> None:
    assert list(changes(compiled(tmp_path, BLOCKS), "R-1"))[3:] == [
        "R-1 alle.1.moet.deskundigen weg",
        "R-1 alle.1.moet.deskundigen omgekeerd",
        "R-1 alle.1.moet.deskundigen.minstens.met.onafhankelijk weg",
        "R-1 alle.1.moet.deskundigen.minstens.met.onafhankelijk omgekeerd",
        "R-1 alle.1.moet.deskundigen.minstens.aantal een hoger",
        "R-1 alle.1.moet.deskundigen.minstens.aantal een lager",
        "R-1 alle.2 weg",
        "R-1 alle.2.nooit.uitkomsten weg",
        "R-1 alle.2.nooit.uitkomsten omgekeerd",
        "R-1 alle.2.nooit.uitkomsten.bevat.soort weg",
        "R-1 alle.2.nooit.uitkomsten.bevat.soort omgekeerd",
        "R-1 alle.2.nooit.aanwezig weg",
        "R-1 alle.2.nooit.aanwezig omgekeerd",
        "R-1 alle.2.nooit.aanwezig.minstens een hoger",
        "R-1 alle.2.nooit.aanwezig.minstens een lager",
    ]


def test_niveaus_and_ends_have_changes(tmp_path: Path) -> None:
    head = HEAD.replace("begint_met: [{bij: {soort: ondersteuning}}]", "begint_met: [{bij: {soort: opp}, na: {soort: toets}}]")
    head = head.replace("naam: twee,", "naam: twee, lopende_ondersteuning: ja,")
    frame = compiled(
        tmp_path, "als: {soort: opp}\ndan: {soort: toets}", head=head, more="einde: {soort: overdracht, van_school: ja}\n"
    )
    assert list(changes(frame)) == [
        "niveau 1 begint_met.1 weg",
        "niveau 1 begint_met.1.na weg",
        "niveau 2 lopende_ondersteuning weg",
        "niveau 2 begint_met.1 weg",
        "niveau 2 begint_met.1.bij.vorm weg",
        "niveau 2 begint_met.1.bij.vorm omgekeerd",
        "einde.1 weg",
        "einde.1.van_school weg",
        "einde.1.van_school omgekeerd",
    ]  # fmt: skip


def test_a_change_that_makes_no_sound_frame_is_none(tmp_path: Path) -> None:
    """A block that counts parts needs a test on them; without its only one there is nothing to count."""
    frame, loaded = frame_of(library(tmp_path, kader=frame_text(BLOCKS)))
    assert changed(frame, loaded, changes(frame, "R-1")["R-1 alle.1.moet.deskundigen.minstens.met.onafhankelijk weg"]) is None
    report = mutated(tmp_path, TOP + case("2024-09-09: {R-1: geen}"), frame_text(BLOCKS))
    assert "R-1 alle.1.moet.deskundigen.minstens.met.onafhankelijk weg" not in fates(report)
    assert len(report.fates) == len(changes(frame, "R-1")) + len(changes(frame)) - 1


TALK = "datum: 2026-09-14, soort: oudercontact, met: m, over: [zorg]"
TALKED = "als: {soort: oudercontact}\n"
BOTH = "alle: [{moet: {vorm: gesprek}}, {dan: {soort: opp}}]"
UNLESS = "nooit: {soort: tlv}\ntenzij: [{naam: n, moet: {vorm: gesprek}}]"


@pytest.mark.parametrize(
    ("asked", "name", "before", "after"),
    [
        ("moet: {over: {bevat: zorg}}", "moet.over omgekeerd", "voldaan", "geschonden"),
        ("moet: {over: {bevat: zorg}}", "moet.over weg", "voldaan", "voldaan"),
        ("moet: {over: {bevat: ot}}", "moet.over weg", "geschonden", "voldaan"),
        ("moet: {samenvatting: {aanwezig: ja}}", "moet.samenvatting omgekeerd", "geschonden", "voldaan"),
        ("moet: {samenvatting: kort}", "moet.samenvatting omgekeerd", "onbekend", "onbekend"),
        ("moet: {vorm: bericht}", "moet.vorm omgekeerd", "geschonden", "voldaan"),
        ("moet: {over: {bevat: [zorg, ot]}}", "moet.over.bevat zonder ot", "geschonden", "voldaan"),
        ("moet: {over: {bevat: [zorg, ot]}}", "moet.over.bevat alle wordt een_van", "geschonden", "voldaan"),
        ("moet: {over: {bevat: {een_van: [zorg, ot]}}}", "moet.over.bevat een_van wordt alle", "voldaan", "geschonden"),
        ("moet: {over: {bevat: {een_van: [zorg, ot]}}}", "moet.over.bevat.een_van zonder zorg", "voldaan", "geschonden"),
        ("moet: {vorm: {een_van: [gesprek, bericht]}}", "moet.vorm.een_van zonder gesprek", "voldaan", "geschonden"),
        ("moet: {over: {minstens: 1}}", "moet.over.minstens een hoger", "voldaan", "geschonden"),
        ("moet: {over: {hoogstens: 1}}", "moet.over.hoogstens een lager", "voldaan", "geschonden"),
        (BOTH, "alle wordt een_van", "open", "voldaan"),
        (BOTH, "alle.2 weg", "open", "voldaan"),
        (BOTH, "alle.1.moet.vorm omgekeerd", "open", "geschonden"),
        (UNLESS, "tenzij.1 weg", "niet_van_toepassing", "voldaan"),
        (UNLESS, "tenzij.1.moet.vorm omgekeerd", "niet_van_toepassing", "voldaan"),
        ("nooit: {soort: tlv}", "weg", "voldaan", ""),
        ("nooit: {soort: tlv}\ngeldig: {van: 2026-09-14}", "geldig.van een dag later", "voldaan", ""),
        ("nooit: {soort: tlv}\ngeldig: {van: 2026-09-15}", "geldig.van een dag eerder", "", "voldaan"),
        ("nooit: {soort: tlv}\ngeldig: {van: 2026-09-01, tot: 2026-09-14}", "geldig.tot een dag eerder", "voldaan", ""),
        ("nooit: {soort: tlv}\ngeldig: {van: 2026-09-01, tot: 2026-09-13}", "geldig.tot een dag later", "", "voldaan"),
    ],
)
def test_what_a_change_of_a_rule_does(tmp_path: Path, asked: str, name: str, before: str, after: str) -> None:
    assert " ".join(statuses(judge(compiled(tmp_path, TALKED + asked), TALK, "2026-09-14"))) == before
    assert " ".join(statuses(judge(mutant(tmp_path, f"R-1 {name}", TALKED + asked), TALK, "2026-09-14"))) == after


OT = "datum: 2026-09-14, soort: ot_bespreking, voorzitter: dir, aanwezig: [dir, m]"
ASKED = "als: {soort: ot_bespreking}\nmoet: {aanwezig: {rol: {%s: [directeur, orthopedagoog]}}}"
TLV = "datum: 2026-09-14, soort: tlv, stand: aangevraagd, bestemming: sbo, deskundigen: [%s]"
ONE = "{discipline: orthopedagoog, onafhankelijk: ja}"
TWO = f"{ONE}, {{discipline: kinderpsycholoog, onafhankelijk: ja}}"
COUNTED = "als: {soort: tlv}\nmoet: {deskundigen: {minstens: {aantal: 2, met: {onafhankelijk: ja}}}}"
NOT_ABOUT = "als: {soort: oudercontact, over: {bevat: ot}}\nnooit: {soort: opp}"
EITHER = "als: [{soort: oudercontact}, {soort: opp}]\nnooit: {soort: tlv}"


@pytest.mark.parametrize(
    ("rule", "name", "event", "before", "after"),
    [
        (ASKED % "alle", "moet.aanwezig.rol.alle zonder orthopedagoog", OT, "geschonden", "voldaan"),
        (ASKED % "alle", "moet.aanwezig.rol alle wordt een_van", OT, "geschonden", "voldaan"),
        (ASKED % "een_van", "moet.aanwezig.rol een_van wordt alle", OT, "voldaan", "geschonden"),
        (COUNTED, "moet.deskundigen.minstens.aantal een hoger", TLV % TWO, "voldaan", "geschonden"),
        (COUNTED, "moet.deskundigen.minstens.aantal een lager", TLV % ONE, "geschonden", "voldaan"),
        (COUNTED, "moet.deskundigen.minstens.met.onafhankelijk omgekeerd", TLV % TWO, "voldaan", "geschonden"),
        (NOT_ABOUT, "als.over omgekeerd", TALK, "", "voldaan"),
        (EITHER, "als.1 weg", TALK, "voldaan", ""),
    ],
)
def test_what_a_change_of_roles_counts_and_occasions_does(
    tmp_path: Path, rule: str, name: str, event: str, before: str, after: str
) -> None:
    assert " ".join(statuses(judge(compiled(tmp_path, rule), event, "2026-09-14"))) == before
    assert " ".join(statuses(judge(mutant(tmp_path, f"R-1 {name}", rule), event, "2026-09-14"))) == after


LATER = [support("2026-09-07", "a", tot="2026-09-21")]


@pytest.mark.parametrize(
    ("within", "name", "days", "last_day"),
    [
        ("{weken: 2, herkomst: afspraak}", "een dag korter", -1, 20),
        ("{weken: 2, herkomst: afspraak}", "een dag langer", 1, 22),
        ("{instelling: twee_weken}", "een dag langer", 1, 22),
        ("{veld: tot}", "een dag korter", 0, 20),
        ("{veld: tot}", "een dag langer", 0, 22),
        ("{veld: tot, dagen: 7, herkomst: afspraak}", "een dag langer", 1, 29),
        ("{weken: 2, herkomst: afspraak}", "weg", 0, None),
    ],
)
def test_a_term_moves_by_a_day(tmp_path: Path, within: str, name: str, days: int, last_day: int | None) -> None:
    frame = mutant(tmp_path, f"R-1 binnen {name}", f"als: {{soort: ondersteuning}}\ndan: {{soort: tlv}}\nbinnen: {within}")
    calendar = MovedCalendar([HOLIDAYS], days) if days else Calendar([HOLIDAYS])
    day = judge(frame, LATER, "2026-09-30", calendar=calendar).activations[0].due_day
    assert (day and day.day) == last_day


def test_what_a_change_of_a_niveau_or_an_end_does(tmp_path: Path) -> None:
    rule = "als: {soort: ondersteuning}\ndan: {soort: opp}"
    more = "einde: [{soort: afsluiting}, {soort: overdracht, van_school: ja}]\n"
    first = [support("2026-09-07", "a"), support("2026-09-08", "b", vorm="geintensiveerd")]
    left = [{"datum": "2026-09-14", "soort": "overdracht", "naar": "groep 6", "van_school": "nee"}]

    def of(name: str) -> tuple[dict[str, int], list[str]]:
        verdict = judge(mutant(tmp_path, name, rule, more=more), [*first, *left], "2026-09-14")
        return levels(verdict), statuses(verdict)

    running = ["open", "open"]
    assert of("niveau 1 begint_met.1 weg") == ({"rekenen": 2}, running)
    assert of("niveau 2 begint_met.1 weg") == ({"rekenen": 1}, running)
    assert of("niveau 2 begint_met.1.bij.vorm omgekeerd")[0] == {"rekenen": 2}
    assert of("einde.1 weg") == ({"rekenen": 2}, running)
    assert of("einde.2.van_school omgekeerd") == ({"rekenen": 2}, ["niet_van_toepassing"] * 2)
    assert of("einde.2.van_school weg") == ({"rekenen": 2}, ["niet_van_toepassing"] * 2)


def test_what_nobody_notices_is_a_finding_at_its_place(tmp_path: Path) -> None:
    report = mutated(tmp_path, TOP + FULL, frame_text(RULE))
    assert fates(report) == {
        "niveau 1 begint_met.1 weg": "ongemerkt",
        "niveau 2 begint_met.1 weg": "ongemerkt",
        "niveau 2 begint_met.1.bij.vorm weg": "ongemerkt",
        "niveau 2 begint_met.1.bij.vorm omgekeerd": "ongemerkt",
        "R-1 weg": "gemerkt",
        "R-1 als.ondersteuning_gewenst weg": "ongemerkt",
        "R-1 als.ondersteuning_gewenst omgekeerd": "gemerkt",
        "R-1 binnen weg": "gemerkt",
        "R-1 binnen een dag korter": "gemerkt",
        "R-1 binnen een dag langer": "gemerkt",
    }
    assert {one.code for one in report.findings} == {"BO434"}
    last = report.findings[-1]
    assert last.message == "Geen proef merkt deze wijziging: R-1 als.ondersteuning_gewenst weg."
    assert (last.place.text or "").strip() == "als: {soort: observatie, ondersteuning_gewenst: ja}"
    assert (report.count(Fate.NOTICED), report.count(Fate.UNNOTICED), report.count(Fate.EQUIVALENT)) == (5, 5, 0)
    assert report.count(Fate.UNNOTICED, Sort.FIELD) == 2


LISTED = """\
gelijkwaardig:
  - {wijziging: R-1 als.ondersteuning_gewenst weg, reden: Zomaar.}
  - {wijziging: R-1 binnen weg, reden: Dat dacht iemand.}
  - {wijziging: R-1 binnen wg, reden: Een vergissing.}
"""


def test_what_is_listed_as_equivalent_is_held_against_the_frame(tmp_path: Path) -> None:
    report = mutated(tmp_path, TOP.replace("proeven:\n", LISTED + "proeven:\n") + FULL, frame_text(RULE))
    assert fates(report)["R-1 als.ondersteuning_gewenst weg"] == "gelijkwaardig"
    assert fates(report)["R-1 binnen weg"] == "gemerkt"
    own = [(one.code, one.place.line, one.suggestion) for one in report.findings if one.code != "BO434"]
    line = (TOP + LISTED).split("\n").index("gelijkwaardig:")
    assert own == [("BO436", line + 2, None), ("BO435", line + 3, "R-1 binnen weg")]


def test_only_an_expectation_that_is_met_can_notice(tmp_path: Path) -> None:
    """A case that fails already says nothing of a change, whatever comes of it."""
    wrong = case("2024-09-24: {R-1: open}", name="klopt niet")
    assert "gemerkt" not in fates(mutated(tmp_path, TOP + wrong, frame_text(RULE))).values()
    assert fates(mutated(tmp_path, TOP + wrong + case("2024-09-24: {R-1: te_laat}", name="klopt"), frame_text(RULE)))["R-1 weg"]


def test_without_cases_there_is_nothing_to_say(tmp_path: Path) -> None:
    frame, loaded = frame_of(library(tmp_path, kader=frame_text(RULE)))
    report = run_mutants(frame, loaded, [], {"R-1"})
    assert (report.fates, report.findings) == ([], [])


NEXT = """\
soort: normenkader
code: proef-2025
reeks: proef
titel: Proef
geldig: {van: 2025-08-01}
gebaseerd_op: proef-2024
instellingen:
  - {naam: twee_weken, titel: Een week, weken: 1, herkomst: afspraak, toelichting: Zomaar.}
"""


def test_a_version_guards_what_it_changes_itself(tmp_path: Path) -> None:
    """The niveaus and the other rule are those of the base; a rule that only its setting changes has its place there."""
    cases = TOP.replace("proef-2024", "proef-2025") + case(
        "2025-09-15: {R-1: open}", "{datum: 2025-09-08, soort: observatie, door: lk, ondersteuning_gewenst: ja}"
    )
    other = "als: {soort: opp}\nnooit: {soort: tlv}"
    report = mutated(tmp_path, cases, frame_text(RULE, other), "proef-2025", volgend=NEXT)
    assert fates(report) == {
        "R-1 weg": "gemerkt",
        "R-1 als.ondersteuning_gewenst weg": "ongemerkt",
        "R-1 als.ondersteuning_gewenst omgekeerd": "gemerkt",
        "R-1 binnen weg": "ongemerkt",
        "R-1 binnen een dag korter": "gemerkt",
        "R-1 binnen een dag langer": "ongemerkt",
    }
    assert {(one.place.text or "").strip().startswith("- {naam: twee_weken") for one in report.findings} == {True}


@pytest.fixture(scope="module")
def own() -> tuple[Library, list[Suite]]:
    found = open_library()
    suites, unread = open_suites([str(BUILT_IN)], found)
    assert unread == []
    return found, suites


def test_the_cases_of_every_built_in_frame_notice_every_change(own: tuple[Library, list[Suite]]) -> None:
    found, suites = own
    for series in found.series.values():
        for frame in series.versions:
            mine = [one for one in suites if one.frame is frame]
            report = run_mutants(frame, found.loaded[frame.code], mine, run(frame, found, suites).possible)
            assert [one.message for one in report.findings] == [], frame.code
            assert len(report.fates) > 100, frame.code


def test_a_change_of_a_rule_touches_no_other_rule(own: tuple[Library, list[Suite]]) -> None:
    """A run judges only the rule that was changed; with all rules and all expectations the answers are the same."""
    found, suites = own
    frame, loaded = frame_of(found, "kop-van-noord-holland-2014")
    suite = next(one for one in suites if one.frame is frame)
    few = replace(suite, cases=suite.cases[::4])
    report = run_mutants(frame, loaded, [few], frame.by_code)
    calendars = {0: Calendar(suite.record.roosters)} | {one: MovedCalendar(suite.record.roosters, one) for one in (-1, 1)}
    plain = list(few.outcomes(frame, calendars[0]))
    for named, fate in report.fates:
        other = changed(frame, loaded, named)
        assert other is not None
        then = few.outcomes(other, calendars[named.change.days])
        noticed = any(one.met and not two.met for one, two in zip(plain, then, strict=False))
        assert noticed is (fate is Fate.NOTICED), named.name
    assert report.count(Fate.NOTICED) > 50
    assert report.count(Fate.UNNOTICED) > 50
