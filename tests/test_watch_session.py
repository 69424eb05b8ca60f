"""A session of `bo watch` in this process: midnight, a set-up that breaks, our own mistakes."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from basisondersteuning.casework.setup import Setup
from basisondersteuning.casework.watching.folder import Folder
from basisondersteuning.cli.watch_session import Session

EXAMPLES = Path(__file__).parents[1] / "examples" / "dossiers"
TODAY, TOMORROW = date(2026, 11, 24), date(2026, 11, 28)


class Clock:
    """The set-up of a day that can be moved on."""

    def __init__(self) -> None:
        self.day = TODAY
        self.frame: str | None = None

    def __call__(self) -> Setup:
        return Setup(self.day, self.day, self.frame)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> Session:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("BO_DEBUG", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dossiers").mkdir()
    for name in ("L-0417-rekenen-niveau-2.yaml", "L-0405-afwijking-verlopen.yaml"):
        shutil.copy(EXAMPLES / name, tmp_path / "dossiers")
    return Session(["dossiers"], clock, None, 1, kept=False)


def test_midnight_judges_all_anew(session: Session, clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    assert session.begin()
    capsys.readouterr()
    session.look(changed=False)
    assert capsys.readouterr().out == ""
    clock.day = TOMORROW
    session.look(changed=False)
    told = capsys.readouterr().out
    assert "het is nu 28-11-2026; alles is opnieuw beoordeeld: voor 1 leerling verandert" in " ".join(told.split())
    assert "L-0405" in told and "nu te laat: " in told
    session.look(changed=True)
    assert capsys.readouterr().out == ""


def test_a_set_up_that_breaks_keeps_what_was_known(session: Session, clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    assert session.begin()
    clock.frame = "bestaat-niet"
    session.look(changed=False)
    assert "BO416" in capsys.readouterr().out
    Path("dossiers/L-0417-rekenen-niveau-2.yaml").unlink()
    session.look(changed=True)
    assert capsys.readouterr().out == ""  # nobody knows under what to judge it
    clock.frame = None
    session.look(changed=False)
    assert "L-0417: verwijderd." in capsys.readouterr().out


def test_our_own_mistake_is_told_once_and_the_next_change_starts_anew(
    session: Session, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert session.begin()
    capsys.readouterr()
    with monkeypatch.context() as patch:
        patch.setattr(Folder, "look", lambda _: 1 / 0)
        session.look(changed=True)
        session.look(changed=True)
        assert capsys.readouterr().out.count("BO947") == 1
    Path("dossiers/L-0417-rekenen-niveau-2.yaml").unlink()
    session.look(changed=True)
    told = capsys.readouterr().out
    assert "alles is opnieuw beoordeeld" in told and "L-0417: verwijderd." in told


def test_without_a_set_up_that_can_be_used_it_does_not_begin(
    session: Session, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    clock.frame = "bestaat-niet"
    assert not Session(["dossiers"], clock, None, 1, kept=False).begin()
    assert "BO416" in capsys.readouterr().out
