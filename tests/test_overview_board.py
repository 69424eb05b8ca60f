"""The board of a caseload: everything stands somewhere, once, and what is kept of a file is what was seen in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.casework.judged_pack import NameAt
from basisondersteuning.casework.overview.board import QUIET, Board, When, sunday_of, when_of
from basisondersteuning.casework.overview.card import Agenda, Ahead, Card, Duty, Line, Mark, Waived, What, first_name
from basisondersteuning.casework.overview.choice import Choice
from basisondersteuning.casework.overview.data import rows
from basisondersteuning.casework.overview.job import Looked, OverviewJob
from basisondersteuning.casework.overview.pack import pack, unpack
from basisondersteuning.casework.overview.text import View, text
from basisondersteuning.casework.setup import Setup
from basisondersteuning.findings.finding import Severity
from basisondersteuning.norms.status import Status
from basisondersteuning.records.discover import Candidate, discover
from conftest import EXAMPLES

DAY = date(2026, 11, 24)
LEVELS = ("geen", "1", "2", "3", "arrangement")

days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
statuses = st.sampled_from([one for one in Status if not one.settled])


def duty(due: date | None = None, status: Status = Status.OPEN, role: str = "groepsleerkracht", rule: str = "R-1") -> Duty:
    return Duty(rule, "titel", "waarom", role, "kort", "doe", status, Severity.FOUT, due, DAY, "rekenen", 1)


def card(pupil: str, *duties: Duty, group: int = 5, level: str = "1", **more: object) -> Card:
    lines = () if level == "geen" else (Line("rekenen", level, level, DAY, None, ()),)
    made = Card(f"{pupil}.yaml", "99XX00", pupil, "Proef", group, lines, duties, (), (), (), DAY, None, 0, None)
    return made._replace(**more)  # type: ignore[arg-type]


def board(*cards: Card, choice: Choice = Choice(), day: date = DAY, agendas: tuple[Agenda, ...] = ()) -> Board:  # noqa: B008
    return Board.of(cards, day, LEVELS, "proef-2026", choice, agendas=agendas)


duties = st.builds(duty, st.none() | days, statuses, st.sampled_from(["groepsleerkracht", "intern_begeleider"]))
cards = st.lists(st.builds(lambda some, group, level: (some, group, level), st.lists(duties, max_size=4), st.integers(0, 8),
                           st.sampled_from(LEVELS)), max_size=8)  # fmt: skip


@given(cards, days)
@settings(derandomize=True, max_examples=80)
def test_everything_stands_somewhere_and_only_once(given: list[tuple[list[Duty], int, str]], day: date) -> None:
    made = [card(f"L-{index}", *some, group=group, level=level) for index, (some, group, level) in enumerate(given)]
    found = board(*made, day=day)
    assert sorted(one.pupil for column in found.columns.values() for one in column) == sorted(one.pupil for one in made)
    total = sum(len(one.duties) for one in made)
    assert sum(map(len, found.due.values())) == total
    assert sum(one.duties for one in found.roles()) == sum(one.duties for one in found.groups()) == total
    assert sum(one.pupils for one in found.groups()) == len(made)
    for when, some in found.due.items():
        assert all(one.when is when for one in some)
        dated = [one.duty.due for one in some if one.duty.due is not None]
        assert dated == sorted(dated)


@given(st.none() | days, statuses, days)
@settings(derandomize=True, max_examples=200)
def test_a_week_is_monday_to_sunday(due: date | None, status: Status, day: date) -> None:
    when = when_of(duty(due, status), day)
    assert sunday_of(day).weekday() == 6
    assert timedelta(0) <= sunday_of(day) - day < timedelta(weeks=1)
    if status.failed or (due is not None and due < day):
        assert when is When.LATE
    elif due is None:
        assert when is When.UNDATED
    else:
        this, following = (one.isocalendar()[:2] for one in (day, day + timedelta(weeks=1)))
        assert when is {this: When.WEEK, following: When.NEXT}.get(due.isocalendar()[:2], When.LATER)


@pytest.mark.parametrize(
    ("due", "status", "when"),
    [
        (DAY - timedelta(days=1), Status.ONBEKEND, When.LATE),
        (None, Status.GESCHONDEN, When.LATE),
        (DAY, Status.OPEN, When.WEEK),
        (date(2026, 11, 29), Status.OPEN, When.WEEK),
        (date(2026, 11, 30), Status.OPEN, When.NEXT),
        (date(2026, 12, 6), Status.OPEN, When.NEXT),
        (date(2026, 12, 7), Status.OPEN, When.LATER),
        (None, Status.ONBEKEND, When.UNDATED),
    ],
)
def test_when(due: date | None, status: Status, when: When) -> None:
    assert when_of(duty(due, status), DAY) is when


def test_who_is_quiet_and_who_has_nothing_to_do() -> None:
    quiet = card("L-1", duty(), last=DAY - QUIET)
    idle = card("L-2", last=DAY - QUIET + timedelta(days=1))
    none = card("L-3", level="geen", last=DAY - 2 * QUIET)
    closed = card("L-4", closed=DAY, last=DAY - 2 * QUIET)
    ready = card("L-5", lines=(Line("rekenen", "1", "1", DAY, "2", ()),))
    found = board(quiet, idle, none, closed, ready)
    assert [one.pupil for one in found.quiet] == ["L-1"]
    assert [one.pupil for one in found.idle] == ["L-2"]
    assert [one.pupil for one in found.ready] == ["L-5"]
    assert [one.pupil for one in found.columns["afgesloten"]] == ["L-4"]


def test_the_agenda_of_a_meeting_is_a_date_ahead_of_its_pupils() -> None:
    coming = Agenda("99XX00", DAY + timedelta(days=3), "13:15", ("L-1",))
    past = Agenda("99XX00", DAY - timedelta(days=3), "13:15", ("L-2",))
    elsewhere = Agenda("99YY00", DAY + timedelta(days=3), "13:15", ("L-2",))
    made = (card("L-1"), card("L-2"))
    assert [(one.card.pupil, one.ahead) for one in board(*made, agendas=(coming, past, elsewhere)).coming] == [
        ("L-1", Ahead(DAY + timedelta(days=3), What.MEETING, None, "13:15"))
    ]
    assert board(*made, agendas=(coming,), choice=Choice(audience="groepsleerkracht", groups=(5,))).coming == []


def test_for_a_role_only_its_own() -> None:
    mine, other = duty(DAY), duty(DAY, role="intern_begeleider")
    made = card("L-1", mine, other, remarks=3, weight=Severity.FOUT, ahead=(Ahead(DAY, What.RETURN),))
    made = made._replace(marks=(Mark(DAY, "toets", None),), waivers=(Waived("R-1", "titel", "groepsleerkracht", None),))
    (found,) = board(made, card("L-2", other), choice=Choice(audience="groepsleerkracht")).cards
    assert found.duties == (mine,)
    assert (found.waivers, found.marks, found.ahead, found.remarks, found.weight, found.last) == ((), (), (), 0, None, None)
    group = board(made, card("L-2", other), card("L-3", mine, group=4), choice=Choice(groups=(5,), audience="groepsleerkracht"))
    assert {one.pupil: one.duties for one in group.cards} == {"L-1": (mine,), "L-2": ()}
    assert (group.idle, group.quiet) == ([], [])  # what others have to do is not known here


def test_a_closed_dossier_has_nothing_to_do() -> None:
    failed = duty(None, Status.GESCHONDEN)
    closed, still = card("L-1", failed, duty(DAY - timedelta(days=9), Status.TE_LAAT), closed=DAY), card("L-2", duty(DAY))
    whole = board(closed, still)
    assert [one.pupil for one in whole.cards] == ["L-2", "L-1"]
    assert [len(whole.due[when]) for when in (When.LATE, When.WEEK, When.CLOSED)] == [0, 1, 2]
    assert [(one.duties, one.late) for one in (*whole.roles(), *whole.groups())] == [(1, 0), (1, 0)]
    assert {row[4] for row in rows(whole) if row[1] == "L-1"} == {"afgesloten"}
    told = "\n".join(text(whole, View(width=80)))
    assert "daarin nog 2 taken niet afgerond; hierboven niet geteld" in " ".join(told.split())
    for choice in (Choice(role="groepsleerkracht"), Choice(until=DAY), Choice(audience="groepsleerkracht")):
        assert [one.pupil for one in board(closed, still, choice=choice).cards] == ["L-2"]


def test_what_is_to_be_done_until_a_day_holds_what_was_not_kept() -> None:
    failed, unknown = duty(None, Status.GESCHONDEN), duty(None, Status.ONBEKEND, rule="R-2")
    found = board(card("L-1", failed, unknown, duty(DAY + timedelta(days=1), rule="R-3")), choice=Choice(until=DAY))
    assert [one.duties for one in found.cards] == [(failed,)]
    assert found.undated == 1
    assert "Niet getoond: 1 taak zonder datum; wat niet is nagekomen staat er wel." in list(text(found, View(width=80)))


def test_the_same_to_do_in_two_areas_is_told_apart_and_pupils_are_counted_as_pupils() -> None:
    late = duty(DAY - timedelta(days=1))
    found = board(card("L-1", late, late._replace(strand="spelling"), duty(DAY, rule="R-2")), card("L-2"))
    told = "\n".join(text(found, View(width=80)))
    assert "rekenen: kort" in told and "spelling: kort" in told
    assert "Taken per rol (te laat): groepsleerkracht: 3 (2)" in told
    assert "Leerlingen per groep (met iets te laat): gr 5: 2 (1)" in told


def test_more_support_than_is_supported_has_a_sign_that_is_explained() -> None:
    made = card("L-1", duty(DAY), lines=(Line("rekenen", "2", "1", DAY, None, ()),))
    for width in (60, 100):
        told = "\n".join(text(board(made, card("L-2")), View(width=width)))
        assert "•+" in told
        assert "+ meer dan onderbouwd" in told
        assert "Gegeven hoger dan onderbouwd: 1" in told


def test_no_word_is_cut_in_a_narrow_window() -> None:
    long = duty(DAY)._replace(short="aangepaste ondersteuning beginnen")
    told = list(text(board(card("L-00020", long)), View(width=50)))
    assert not any("…" in one for one in told)
    assert "beginnen" in " ".join(told).split()


def test_much_is_cut_and_told() -> None:
    many = board(*(card(f"L-{index:02}", duty(DAY)) for index in range(30)))
    lines = list(text(many, View(width=80, most=4)))
    assert len(lines) <= 24
    assert any("… nog 26" in one for one in lines)
    assert "  … en nog 26; `--max 0` toont alles" in lines
    assert len(list(text(many, View(width=80, most=0)))) > 60


@cache
def handler() -> list[Looked]:
    handle = OverviewJob(Setup(DAY, DAY)).open()
    return [handle(one) for one in discover([str(EXAMPLES / "dossiers"), str(EXAMPLES / "ot")]) if isinstance(one, Candidate)]


def kept() -> Iterator[tuple[Looked, Looked]]:
    for one in handler():
        data = pack(one)
        assert data is not None
        yield one, unpack(one.path, data)


def test_what_is_kept_is_what_was_seen() -> None:
    number = 0
    for one, again in kept():
        assert (again.agenda, again.findings, again.pupil) == (one.agenda, one.findings, one.pupil)
        if one.card is not None:
            assert again.card is not None
            assert isinstance(again.card.name, NameAt)
            assert first_name(again.card) == one.card.name
            assert again.card._replace(name=None) == one.card._replace(name=None)
            number += bool(one.card.waivers) + bool(one.card.ahead) + bool(one.card.marks) + bool(one.card.duties)
    assert number > 40


def test_a_name_that_stands_nowhere_as_it_is_read_is_not_kept() -> None:
    (first, *_) = (one for one in handler() if one.card is not None)
    first = Looked(first.path, first.card, pupil=first.pupil, seen=first.seen, name=None)
    assert pack(first) is None
