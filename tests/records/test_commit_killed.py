"""A process killed at any step of writing: each file is the old or the new one, and the next command works."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from basisondersteuning.records import disk
from basisondersteuning.records.committing import Write, commit
from basisondersteuning.records.journal_places import FOLDER
from basisondersteuning.records.journal_reading import deeds
from basisondersteuning.records.undoing import known

from .commit_made import NAMES, taken_back, turn, writes

fcntl = pytest.importorskip("fcntl")  # elsewhere there is nothing to fork either

CALLS = ("open", "write", "fsync", "replace", "rename", "link", "unlink", "mkdir", "rmdir", "close", "chmod")


def _killed(at: int, work: Callable[[], object]) -> bool:
    """Whether a process that does the work was killed at its `at`-th step on disk."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 99
    steps = count(1)

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            if next(steps) == at:
                os._exit(99)  # nothing is flushed and nothing tidied up
            return real(*given, **named)

        return call

    for name in CALLS:
        setattr(os, name, counted(getattr(os, name)))
    try:
        work()
    finally:
        os._exit(0)


def _kills(prepare: Callable[[], object], work: Callable[[], object]) -> Iterator[int]:
    """The number of each step at which the work is killed, until it gets to its end; prepared anew each time."""
    for at in count(1):
        prepare()
        if not _killed(at, work):
            assert at > 10
            return
        yield at


def _afresh(folder: Path) -> None:
    for one in sorted(folder.rglob("*"), reverse=True):
        one.rmdir() if one.is_dir() else one.unlink()
    (folder / "bo.yaml").write_text("soort: instellingen\n", encoding="utf-8")
    (folder / "dossiers").mkdir()
    for name in NAMES:
        (folder / "dossiers" / name).write_bytes(b"oud " + name.encode())


@pytest.fixture
def quick() -> Iterator[Path]:
    """A folder in memory where there is such a thing, since these tests flush to disk hundreds of times."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
        yield Path(os.path.realpath(folder))


@pytest.mark.parametrize("names", [NAMES[:1], NAMES])
def test_killed_anywhere_each_file_is_the_old_or_the_new(quick: Path, names: tuple[str, ...]) -> None:
    made = [*writes(quick, *names), Write(str(quick / "dossiers" / "n.yaml"), None, b"nieuw n")]
    for at in _kills(lambda: _afresh(quick), lambda: commit(made, command="bo log")):
        for one in made:
            path = Path(one.path)
            assert (path.read_bytes() if path.exists() else None) in (one.old, one.new), at
        assert turn(quick) in ([], ["niets"]), at
        assert all((Path(one.path).read_bytes() if Path(one.path).exists() else None) == one.old for one in made), at
        assert commit(made, command="bo log") == [], at
        _hold_tidy(quick, {*NAMES, "n.yaml"})


@pytest.mark.parametrize("again", [False, True])
def test_killed_anywhere_while_taking_back_or_putting_back(quick: Path, again: bool) -> None:
    made = [*writes(quick, *NAMES), Write(str(quick / "dossiers" / "n.yaml"), None, b"nieuw n")]

    def prepare() -> None:
        _afresh(quick)
        assert commit(made, command="bo log") == []

    def undone() -> None:
        prepare()
        assert turn(quick) == []

    for at in _kills(undone if again else prepare, lambda: turn(quick, again=again)):
        now = [Path(one.path).read_bytes() if Path(one.path).exists() else None for one in made]
        assert all(one in (write.old, write.new) for one, write in zip(now, made, strict=True)), at
        (deed,) = known(str(quick)).deeds
        half = [(Path(one.path).read_bytes() if Path(one.path).exists() else None) == one.after for one in deed.entries]
        if at % 2 and any(half) and not all(half):  # both directions go on with what is half
            assert turn(quick, again=True) == [], at
        assert turn(quick) in ([], ["niets"]), at
        assert taken_back(known(str(quick)).deeds[0]), at
        assert turn(quick, again=True) == [], at
        assert all(Path(one.path).read_bytes() == one.new for one in made), at
        _hold_tidy(quick, {*NAMES, "n.yaml"})


def _hold_tidy(folder: Path, names: set[str]) -> None:
    """Nothing is left but the files, and a lock or a file half written that the next one takes away."""
    left = {one.name for one in (folder / "dossiers").iterdir()} - names
    assert not {one for one in left if one.endswith(".tmp")}, left
    assert not [one for one in os.listdir(folder / FOLDER) if one.startswith(".half-")]
    assert len(deeds(str(folder / FOLDER), lambda path: pytest.fail(path))) <= 3


def test_the_kills_are_felt(quick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What writes straight into a file does not pass the test above."""

    def careless(path: str, data: bytes, **_: bool) -> None:
        handle = os.open(path, os.O_WRONLY | os.O_TRUNC)
        os.write(handle, data)
        os.close(handle)

    monkeypatch.setattr(disk, "swap", careless)
    (one,) = writes(quick, "a.yaml")
    steps = _kills(lambda: _afresh(quick), lambda: commit([one], command="bo log"))
    halves = [at for at in steps if Path(one.path).read_bytes() == b""]
    assert halves
