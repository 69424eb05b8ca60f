"""Watching without a watcher: what differs in a folder, what that means for a pupil, and that keeping up equals starting anew."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.casework.overview.card import Card
from basisondersteuning.casework.overview.job import Looked, OverviewJob
from basisondersteuning.casework.setup import Setup
from basisondersteuning.casework.watching.caseload import Caseload, Event, Told
from basisondersteuning.casework.watching.change import Fate, change
from basisondersteuning.casework.watching.folder import Folder, state_of
from basisondersteuning.casework.watching.reader import reader
from basisondersteuning.casework.watching.told_text import told_lines
from basisondersteuning.findings.paint import no_paint
from basisondersteuning.records.discover import Candidate, discover

DAY = date(2026, 11, 24)
SETUP = Setup(DAY, DAY)
READ = reader(SETUP)
HEAD = "soort: dossier\nleerling: {{id: {id}, roepnaam: Noor, geboortedatum: 2016-03-14, groep: 5}}\nschool: 99XX00\n"
PEOPLE = """betrokkenen:
  - {id: lk, naam: M. Visser, rol: groepsleerkracht}
  - {id: moeder, naam: S. Bakker, rol: ouder}
"""
WORRY = "  - {datum: 2026-11-10, soort: observatie, door: lk, gedrag: stil, ondersteuning_gewenst: ja}\n"
TALK = "  - {datum: 2026-11-12, soort: oudercontact, met: moeder, door: lk, over: zorg, samenvatting: besproken}\n"
WAIVED = "afwijkingen:\n  - {regel: KNH-1.4, reden: later, door: lk, datum: 2026-11-12, tot: 2026-12-31}\n"
BROKEN = "soort: dossier\nleerling: {"


def dossier(pupil: str, *events: str, more: str = "") -> str:
    return HEAD.format(id=pupil) + PEOPLE + ("tijdlijn:\n" + "".join(events) if events else "") + more


class Desk:
    """A folder that is watched."""

    def __init__(self, folder: Path) -> None:
        self.at = folder / "dossiers"
        self.at.mkdir(exist_ok=True)
        self.folder = Folder(["dossiers"] if Path.cwd() == folder else [str(self.at)])
        self.caseload = Caseload()

    def write(self, name: str, text: str) -> None:
        (self.at / name).write_text(text, encoding="utf-8")

    def told(self) -> list[Told]:
        found = self.folder.look()
        return self.caseload.update(found.written, found.gone, READ)

    def lines(self) -> str:
        return "\n".join(told_lines(self.told(), "9:00:00", no_paint, 80))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path)


def test_a_duty_is_born_and_then_done(desk: Desk) -> None:
    desk.write("a.yaml", dossier("L-1"))
    assert [one.event for one in desk.told()] == [Event.NEW]
    desk.write("a.yaml", dossier("L-1", WORRY))
    (born,) = desk.told()
    assert (born.event, born.pupil) == (Event.WRITTEN, "L-1")
    assert "KNH-1.4" in {one.rule for one in born.change.born}
    desk.write("a.yaml", dossier("L-1", WORRY, TALK))
    (done,) = desk.told()
    assert ("KNH-1.4", Fate.DONE) in {(one.duty.rule, one.fate) for one in done.change.ended}


def test_waived_and_lapsed_are_told_apart(desk: Desk) -> None:
    desk.write("a.yaml", dossier("L-1", WORRY))
    desk.told()
    desk.write("a.yaml", dossier("L-1", WORRY, more=WAIVED))
    assert {one.fate for one in desk.told()[0].change.ended if one.duty.rule == "KNH-1.4"} == {Fate.WAIVED}
    desk.write("a.yaml", dossier("L-1", WORRY))
    desk.told()
    desk.write("a.yaml", dossier("L-1"))
    assert {one.fate for one in desk.told()[0].change.ended} == {Fate.LAPSED}


def test_the_same_bytes_again_say_nothing(desk: Desk) -> None:
    desk.write("a.yaml", dossier("L-1", WORRY))
    desk.told()
    desk.write("a.yaml", dossier("L-1", WORRY))
    os.utime(desk.at / "a.yaml", ns=(1, 1))
    assert desk.told() == []


def test_half_saved_mended_renamed_and_gone(desk: Desk) -> None:
    desk.write("a.yaml", dossier("L-1", WORRY))
    desk.told()
    desk.write("a.yaml", BROKEN)
    broken = desk.lines()
    assert broken.startswith("9:00:00  L-1: niet te beoordelen\n    fout[BO108], regel 2: ")
    assert "doe: " in broken
    assert desk.caseload.counted().cards == [] and len(desk.caseload.refused) == 1
    desk.write("a.yaml", dossier("L-1", WORRY))
    assert [one.event for one in desk.told()] == [Event.MENDED]
    (desk.at / "a.yaml").rename(desk.at / "b.yaml")
    assert " ".join(desk.lines().split()) == "9:00:00 L-1 (dossiers/b.yaml): heet nu anders; het oordeel blijft zoals het was."
    (desk.at / "b.yaml").unlink()
    assert desk.lines() == "9:00:00  L-1: verwijderd."
    assert desk.caseload.counted().cards == []


def test_our_own_mistake_is_told_and_does_not_end_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from basisondersteuning.casework import assess

    desk.write("a.yaml", dossier("L-1"))
    desk.told()
    with monkeypatch.context() as patch:
        patch.setattr(assess, "tasks_of", lambda *_: 1 / 0)
        desk.write("a.yaml", dossier("L-1", WORRY))
        crashed = desk.lines()
    assert "BO901" in crashed and "ZeroDivisionError" in crashed
    desk.write("a.yaml", dossier("L-1", WORRY, TALK))
    assert [one.event for one in desk.told()] == [Event.MENDED]
    assert desk.caseload.refused == []


def test_a_folder_that_cannot_be_read_keeps_what_was_known(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = desk.at / "groep-5"
    inner.mkdir()
    desk.write("groep-5/a.yaml", dossier("L-1"))
    desk.write("b.yaml", dossier("L-2"))
    desk.told()
    real = os.scandir

    def refusing(path: str) -> object:
        if Path(path).resolve() == inner:
            raise PermissionError(13, "refused")
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refusing)
        found = desk.folder.look()
        assert (found.written, found.gone) == ([], [])
        assert [one.code for one in found.barred] == ["BO102"]
        assert desk.folder.look().barred == [] and len(desk.folder.barred) == 1
    (inner / "a.yaml").unlink()
    assert desk.folder.look().gone == [os.path.join("dossiers", "groep-5", "a.yaml")]
    assert desk.folder.barred == []


def test_many_at_once_are_told_in_short(desk: Desk) -> None:
    for number in range(30):
        desk.write(f"{number}.yaml", dossier(f"L-{number}"))
    desk.write("29.yaml", BROKEN)
    lines = desk.lines()
    assert lines.count("\n") < 20
    assert lines.startswith("9:00:00  dossiers/29.yaml: niet te beoordelen\n")
    assert lines.endswith("9:00:00  … en nog 20 bestanden")


def test_no_line_is_wider_than_the_terminal_or_holds_a_name(desk: Desk) -> None:
    desk.write("a.yaml", dossier("L-1", WORRY, TALK))
    told = desk.told()
    for width in (40, 60, 80):
        lines = list(told_lines(told, "9:00:00", no_paint, width))
        assert all(len(line) <= width for line in lines)
        assert "Noor" not in "".join(lines) and "besproken" not in "".join(lines)


def test_judging_anew_tells_only_what_differs(desk: Desk) -> None:
    desk.write("a.yaml", dossier("L-1", WORRY))
    desk.write("b.yaml", dossier("L-2"))
    desk.told()
    later = Setup(date(2027, 3, 1), date(2027, 3, 1))
    handle = OverviewJob(later).open()
    told = desk.caseload.begin(handle(one) for one in discover(desk.folder.paths) if isinstance(one, Candidate))
    assert [(one.pupil, one.event) for one in told] == [("L-1", Event.WRITTEN)]
    assert "KNH-1.4" in {one.rule for one in told[0].change.late}


def test_the_state_of_settings_shows_each_change(tmp_path: Path) -> None:
    frames = tmp_path / "kaders"
    paths = [str(tmp_path / "samenwerkingsverband.yaml"), str(frames)]
    states = [state_of(paths)]
    for act in (
        lambda: frames.mkdir(),
        lambda: (frames / "a.yaml").write_text("a", encoding="utf-8"),
        lambda: (frames / "a.yaml").write_text("ab", encoding="utf-8"),
        lambda: (tmp_path / "samenwerkingsverband.yaml").write_text("a", encoding="utf-8"),
        lambda: (frames / "a.yaml").unlink(),
    ):
        act()
        states.append(state_of(paths))
    assert len(set(states)) == len(states)
    assert state_of(paths) == states[-1]


TEXTS = [
    dossier("L-1"),
    dossier("L-1", WORRY),
    dossier("L-2", WORRY, TALK),
    dossier("L-2"),
    BROKEN,
    "soort: instellingen\n",
    "x: 1\n",
]
NAMES = ["a.yaml", "b.yaml", "map/c.yaml", "map/d.yaml"]
ACTS = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(NAMES), st.sampled_from(TEXTS)),
    st.tuples(st.just("rename"), st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.tuples(st.just("remove"), st.sampled_from([*NAMES, "map"]), st.just("")),
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.lists(ACTS, max_size=4), max_size=5))
def test_keeping_up_equals_starting_anew(rounds: list[list[tuple[str, str, str]]]) -> None:
    """Whatever happened to the files, and however much of it between two looks."""
    with tempfile.TemporaryDirectory() as place:
        desk = Desk(Path(place))
        for acts in rounds:
            for act in acts:
                _act(desk, *act)
            before = {one.path: one for one in desk.caseload.counted().cards}
            told = desk.told()
            anew = Desk(Path(place))
            anew.told()
            assert _plain(desk.caseload.counted().cards) == _plain(anew.caseload.counted().cards)
            assert desk.caseload.refused == anew.caseload.refused
            after = {one.path: one for one in desk.caseload.counted().cards}
            silent = set(before) & set(after) - {one.path for one in told}
            assert all(not change(before[path], after[path]).any for path in silent), "a change that nobody was told of"
            assert desk.told() == []


def _act(desk: Desk, kind: str, name: str, other: str) -> None:
    path = desk.at / name
    if kind == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(other, encoding="utf-8")
    elif kind == "rename" and path.exists():
        (desk.at / other).parent.mkdir(exist_ok=True)
        path.replace(desk.at / other)
    elif kind == "remove" and path.is_dir():
        shutil.rmtree(path)
    elif kind == "remove":
        path.unlink(missing_ok=True)


def _plain(cards: list[Card]) -> list[Card]:
    return [one._replace(name=None) for one in cards]


def test_names_are_read_once_where_a_page_wants_them(desk: Desk) -> None:
    desk.write("a.yaml", dossier("L-1"))
    caseload = Caseload(names=True)
    handle = OverviewJob(SETUP).open()
    looked = [handle(one) for one in discover(desk.folder.paths) if isinstance(one, Candidate)]
    kept = [OverviewJob(SETUP).unpack(one.path, True, data) for one in looked if (data := OverviewJob(SETUP).pack(one))]
    assert all(isinstance(one, Looked) and not isinstance(one.card and one.card.name, str) for one in kept)
    caseload.begin(kept)
    assert [one.name for one in caseload.counted().cards] == ["Noor"]


def test_a_copy_is_told_and_counts_for_nothing(desk: Desk) -> None:
    desk.write("L-1.yaml", dossier("L-1", WORRY))
    desk.told()
    desk.write("Kopie van L-1.yaml", dossier("L-1", WORRY, TALK))
    told = " ".join(desk.lines().split())
    assert "L-1 (dossiers/Kopie van L-1.yaml): staat ook in dit bestand; dossiers/L-1.yaml telt mee" in told
    assert "waarschuwing[BO313]" in told and "te doen" not in told
    assert [one.path for one in desk.caseload.counted().cards] == [os.path.join("dossiers", "L-1.yaml")]
    desk.write("Kopie van L-1.yaml", dossier("L-1"))
    assert "veranderd; dossiers/L-1.yaml telt mee" in " ".join(desk.lines().split())
    (desk.at / "Kopie van L-1.yaml").unlink()
    told = " ".join(desk.lines().split())
    assert told == "9:00:00 L-1 (dossiers/Kopie van L-1.yaml): dit bestand is weg; dossiers/L-1.yaml telt mee."


def test_when_the_file_that_counted_is_gone_the_other_says_what_is_to_be_done(desk: Desk) -> None:
    desk.write("L-1.yaml", dossier("L-1"))
    desk.write("L-1 (1).yaml", dossier("L-1", WORRY))
    desk.told()
    (desk.at / "L-1.yaml").unlink()
    (left,) = desk.told()
    assert (left.event, left.other) == (Event.LEFT, os.path.join("dossiers", "L-1 (1).yaml"))
    assert "KNH-1.4" in {one.rule for one in left.change.born}


def test_another_id_is_another_pupil(desk: Desk) -> None:
    desk.write("a.yaml", dossier("L-1", WORRY))
    desk.write("b.yaml", dossier("L-2"))
    desk.told()
    desk.write("a.yaml", dossier("L-3", WORRY))
    assert [(one.event, one.pupil) for one in desk.told()] == [(Event.RENUMBERED, "L-1"), (Event.NEW, "L-3")]
    desk.write("a.yaml", dossier("L-2", WORRY))
    old, new = desk.told()
    assert (old.event, old.pupil) == (Event.RENUMBERED, "L-3")
    assert (new.event, new.pupil, [one.code for one in new.findings][:1]) == (Event.COPY, "L-2", ["BO313"])
