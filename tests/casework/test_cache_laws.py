"""Whatever people do with files between two runs, what was kept never changes what is said."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.casework import cache as module
from basisondersteuning.casework import cache_stamp
from basisondersteuning.casework.batch import Memory, run
from basisondersteuning.casework.cache import Cache
from basisondersteuning.casework.judged import EscalateJob, Judged
from basisondersteuning.casework.rows import Narrow
from basisondersteuning.casework.setup import Setup
from basisondersteuning.records import seen as times
from basisondersteuning.records.discover import discover

DAY = date(2026, 11, 24)
NAMES = ("a.yaml", "b.yaml", "onder/c.yaml")
TEXT = """soort: dossier
leerling: {id: L-1, roepnaam: Noor, geboortedatum: 2016-03-14, groep: 5}
school: 99XX00
betrokkenen:
  - {id: lk, naam: M. Visser, rol: groepsleerkracht}
tijdlijn:
  - {datum: 2026-09-09, soort: observatie, door: lk, ondersteuning_gewenst: ja, vakgebied: rekenen}
"""
CONTENTS = (
    TEXT,
    TEXT.replace("2026-09-09", "2026-11-09"),  # of the same size, and judged otherwise
    TEXT.replace("Noor", "Saar"),
    TEXT.replace("soort: dossier", "soort: dossieR"),
    TEXT.replace("gewenst: ja", "gewenst: jaa"),
    "x: 1\n",
)

Step: TypeAlias = tuple[str, int, int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["write", "write", "write keeping times", "touch", "rename", "swap", "copy", "remove", "run", "run"]),
        st.integers(0, len(NAMES) - 1),
        st.integers(0, len(CONTENTS) - 1),
    ),
    min_size=2,
    max_size=14,
)


def do(step: Step, folder: Path) -> None:
    what, number, other = step
    path, second = folder / NAMES[number], folder / NAMES[other % len(NAMES)]
    if what == "write" or not path.exists():
        path.write_text(CONTENTS[other], "utf-8")
    elif what == "write keeping times":
        status = path.stat()
        path.write_text(CONTENTS[other], "utf-8")
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    elif what == "touch":
        os.utime(path, (other, other))
    elif what == "rename":
        os.replace(path, second)
    elif what == "swap" and second.exists():
        os.rename(path, folder / "weg")
        os.rename(second, path) if path != second else None
        os.rename(folder / "weg", second)
    elif what == "copy" and path != second:
        shutil.copy2(path, second)
    elif what == "remove":
        path.unlink()


def told(results: Iterable[object]) -> list[object]:
    return [
        (one.path, one.output, one.findings, one.pupil, one.brief, one.shown(), one.judged, one.is_record)
        if isinstance(one, Judged)
        else one
        for one in results
    ]


@pytest.fixture(scope="module", autouse=True)
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterable[None]:
    """The source of `bo` stands still, also when somebody works on it during the test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache_stamp, "package", [str(tmp_path_factory.mktemp("program"))])
        yield


@given(steps=STEPS, form=st.sampled_from(["text", "jsonl", "short"]), coarse=st.booleans())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_what_is_kept_never_changes_what_is_said(steps: list[Step], form: str, coarse: bool) -> None:
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        if coarse:  # a clock that never ticks
            for one in (times, module):
                patch.setattr(one, "marks", lambda status: f"{status.st_size} {status.st_ino}")
        folder, kept = Path(place, "d"), Path(place, "kept")
        (folder / "onder").mkdir(parents=True)
        job = EscalateJob(Setup(DAY, DAY), Narrow(), form, False)
        handle = job.open()
        for step in [*steps, ("run", 0, 0), ("run", 0, 0)]:
            if step[0] != "run":
                do(step, folder)
                continue
            memory = Memory(job, Cache(job.stamp, str(kept)))
            found = told(_with_text(run(job, discover([str(folder)]), 1, memory=memory)))
            memory.cache.close()
            fresh = [handle(one) for one in discover([str(folder)])]  # type: ignore[arg-type]
            assert found == told(fresh)


def _with_text(results: Iterable[object]) -> list[object]:
    from basisondersteuning.records.excerpts import with_text

    found = list(results)
    for one in found:
        if isinstance(one, Judged):
            one.findings = with_text(one.findings)
    return found


def test_the_output_of_a_machine_format_is_the_same_to_the_byte(tmp_path: Path) -> None:
    path = tmp_path / 'een "naam"\n\u202e met %s\\.yaml'
    path.write_text(TEXT, "utf-8")
    for form in ("short", "json", "jsonl"):
        job = EscalateJob(Setup(DAY, DAY), Narrow(), form, False)
        (one,) = (job.open()(each) for each in discover([str(tmp_path)]))  # type: ignore[arg-type]
        data = job.pack(one)
        assert data is not None and b"naam" not in data.replace(b'"naam":', b"")
        assert job.unpack(one.path, False, data).output == one.output
        assert form == "short" or json.loads(one.output)["bestand"].startswith(str(tmp_path))
