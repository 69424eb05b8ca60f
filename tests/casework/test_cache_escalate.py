"""`bo escalate` on a folder it has seen before: the same words, unless anything that they rest on has changed."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from bad_files import FILES, GOOD, TEXTS
from bad_run import BO
from basisondersteuning.casework import assess, cache_stamp
from basisondersteuning.records.load import Loaded, load
from running import Bo, Done

DAY = ("--peildatum", "2026-11-24", "--jobs", "1", "--max", "0")
L417 = "dossiers/L-0417-rekenen-niveau-2.yaml"
FORMATS = ["text", "short", "json", "jsonl"]


@pytest.fixture(autouse=True)
def program(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stand-in for the source of `bo`, that changes when a test says so."""
    made = tmp_path_factory.mktemp("program")
    (made / "module.py").write_text("x = 1\n", "utf-8")
    monkeypatch.setattr(cache_stamp, "package", [str(made)])
    return made


class Readings(list[str]):
    """The dossiers that were read, by name."""


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Readings:
    seen = Readings()

    def noted(path: str, *, today: date, named: bool = True) -> Loaded:
        if "dossiers" in path:
            seen.append(os.path.basename(path))
        return load(path, today=today, named=named)

    monkeypatch.setattr(assess, "load", noted)
    return seen


def change(path: str, old: str, new: str) -> None:
    """Change a file, and put its time of change back."""
    status = os.stat(path)
    data = Path(path).read_bytes()
    assert old.encode() in data, path
    Path(path).write_bytes(data.replace(old.encode(), new.encode()))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_words_without_reading_a_dossier(bo: Bo, desk: Path, read: Readings, form: str) -> None:
    Path("dossiers/stuk.yaml").write_text("soort: dossier\nleerling: {id: L-1, roepnaam: Noor\n", "utf-8")
    Path("dossiers/dubbel.yaml").write_bytes(Path(L417).read_bytes())
    Path("dossiers/anders.yaml").write_text("x: 1\n", "utf-8")
    first = bo("escalate", "dossiers", *DAY, "--format", form)
    assert len(read) == 22
    read.clear()
    assert bo("escalate", "dossiers", *DAY, "--format", form) == first
    assert bo("escalate", "./dossiers/../dossiers/", *DAY, "--format", form).code == first.code
    assert read == []
    assert bo("escalate", "dossiers", *DAY, "--format", form, "--geen-cache") == first
    assert len(read) == 22
    assert first.code == 1 and first.out


def test_the_same_under_another_path(bo: Bo, desk: Path, read: Readings, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("dossiers/stuk.yaml").write_text("soort: dossier\nleerling: {id: L-1\n", "utf-8")
    swv = os.path.abspath("samenwerkingsverband.yaml")
    for form in FORMATS:
        bo("escalate", "dossiers", *DAY, "--format", form, "--swv", swv)
        monkeypatch.chdir(desk / "dossiers")
        read.clear()
        again = bo("escalate", ".", *DAY, "--format", form, "--swv", swv)
        monkeypatch.chdir(desk)
        assert read == []
        monkeypatch.chdir(desk / "dossiers")
        assert again == bo("escalate", ".", *DAY, "--format", form, "--swv", swv, "--geen-cache")
        monkeypatch.chdir(desk)


CHANGES: dict[str, Callable[[], object]] = {
    "a date in a dossier, same size": lambda: change(L417, "2026-09-14", "2026-09-15"),
    "more text in a dossier": lambda: change(L417, "soort: dossier", "# een regel erbij\nsoort: dossier"),
    "a dossier that breaks": lambda: change(L417, "soort: dossier", "soort: dossieR"),
    "a dossier that goes": lambda: os.unlink(L417),
    "a dossier that comes": lambda: Path("dossiers/nieuw.yaml").write_text("soort: dossier\n", "utf-8"),
    "a dossier under another name": lambda: os.rename(L417, "dossiers/A.yaml"),
    "two dossiers that change places": lambda: _swap(L417, "dossiers/L-0460-alleen-observatie.yaml"),
    "a holiday": lambda: change("samenwerkingsverband.yaml", "tot: 2026-10-16", "tot: 2026-11-20"),
    "the frame of the samenwerkingsverband": lambda: change("samenwerkingsverband.yaml", "kop-van-noord-holland", "landelijk"),
    "no samenwerkingsverband": lambda: os.unlink("samenwerkingsverband.yaml"),
}


def _swap(one: str, other: str) -> None:
    os.rename(one, "weg")
    os.rename(other, one)
    os.rename("weg", other)


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("form", FORMATS)
def test_a_change_of_anything_changes_the_answer(bo: Bo, desk: Path, what: str, form: str) -> None:
    words = ("escalate", "dossiers", *DAY, "--format", form)
    before = bo(*words)
    CHANGES[what]()
    after = bo(*words)
    assert after == bo(*words, "--geen-cache")
    assert form in ("text", "short") or after != before  # a table does not show everything


def test_a_change_of_a_frame_changes_the_answer(bo: Bo, desk: Path) -> None:
    for words in (("--kader", "noorderkoog"), ("--kader", "kaders/noorderkoog-2025.yaml"), ("--kader", "kaders")):
        before = bo("escalate", "dossiers", *DAY, *words, "--format", "jsonl")
        assert bo("escalate", "dossiers", *DAY, *words, "--format", "jsonl") == before
        frame = Path("kaders/noorderkoog-2026.yaml")
        text = frame.read_text("utf-8")
        raw = yaml.safe_load(text)
        assert raw["soort"] == "normenkader"
        for path in Path("kaders").glob("noorderkoog-202?.yaml"):
            change(str(path), "ernst: fout", "ernst: advies") if "ernst: fout" in path.read_text("utf-8") else change(
                str(path), "geldig:", "# anders\ngeldig:"
            )
        after = bo("escalate", "dossiers", *DAY, *words, "--format", "jsonl")
        assert after == bo("escalate", "dossiers", *DAY, *words, "--format", "jsonl", "--geen-cache")
        assert after != before


@pytest.mark.parametrize(
    "more",
    [
        ("--peildatum", "2026-06-01"),
        ("--rol", "directeur"),
        ("--niveau", "2"),
        ("--tot", "2026-12-01"),
        ("--kader", "landelijk"),
        ("--format", "short"),
        ("--max", "3"),
    ],
)
def test_another_question_has_another_answer(bo: Bo, desk: Path, more: tuple[str, ...]) -> None:
    before = bo("escalate", "dossiers", *DAY)
    after = bo("escalate", "dossiers", *DAY, *more)
    assert after.out != before.out
    assert after == bo("escalate", "dossiers", *DAY, *more, "--geen-cache")
    assert bo("escalate", "dossiers", *DAY) == before


def test_another_day_reads_again(bo: Bo, desk: Path, read: Readings, monkeypatch: pytest.MonkeyPatch) -> None:
    class Later(date):
        @classmethod
        def today(cls) -> date:
            return date(2199, 1, 1)

    bo("escalate", "dossiers", *DAY)
    read.clear()
    monkeypatch.setattr("basisondersteuning.cli.escalate.date", Later)
    assert bo("escalate", "dossiers", *DAY) == bo("escalate", "dossiers", *DAY, "--geen-cache")
    assert len(read) == 38


def test_another_version_of_bo_reads_again(
    bo: Bo, desk: Path, read: Readings, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bo("escalate", "dossiers", *DAY)
    steps: list[Callable[[], object]] = [
        lambda: change(str(program / "module.py"), "x = 1", "x = 2"),
        lambda: (program / "nieuw.yaml").write_text("", "utf-8"),
        lambda: monkeypatch.setattr(cache_stamp, "__version__", "99.0"),
    ]
    for step in steps:
        read.clear()
        step()
        assert bo("escalate", "dossiers", *DAY) == before
        assert len(read) == 19


def test_what_is_kept_names_nobody(bo: Bo, desk: Path) -> None:
    os.rename(L417, "dossiers/Sem Visser.yaml")
    Path("dossiers/stuk.yaml").write_text("soort: dossier\nleerling: {id: L-1, roepnaam: Noor, groep: 99}\n", "utf-8")
    for form in FORMATS:
        bo("escalate", "dossiers", *DAY, "--format", form)
    kept = b"".join(one.read_bytes() for one in Path(os.environ["BO_CACHE"]).iterdir())
    assert b"L-0417" in kept
    assert b"Sem Visser" not in kept and b"dossiers/" not in kept and b"Noor" not in kept
    for path in Path("dossiers").glob("L-*.yaml"):
        for text in _texts(yaml.load(path.read_text("utf-8"), yaml.BaseLoader)):
            assert text.encode() not in kept, (path, text)


def _texts(node: object, key: str = "") -> list[str]:
    """What a person wrote in own words, and every name."""
    if isinstance(node, dict):
        return [text for name, value in node.items() for text in _texts(value, name)]
    if isinstance(node, list):
        return [text for value in node for text in _texts(value, key)]
    return [str(node)] if " " in str(node) or key in ("naam", "roepnaam") else []


def test_what_may_not_be_kept_is_not(bo: Bo, desk: Path, read: Readings, monkeypatch: pytest.MonkeyPatch) -> None:
    data = Path(L417).read_bytes()
    for _ in range(2):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert bo("escalate", "-", "dossiers/L-0460-alleen-observatie.yaml", *DAY).out.count("L-0417") == 1
    for _ in range(2):
        read.clear()
        bo("escalate", "dossiers", *DAY, "--format", "jsonl", "--met-fragmenten")
        bo("escalate", "dossiers", *DAY, "--format", "jsonl", "--geen-cache")
        assert len(read) == 38
    Path("dossiers/leeg.yaml").write_bytes(b"")
    Path("dossiers/weg.yaml").symlink_to("nergens.yaml")
    bo("escalate", "dossiers", *DAY)
    read.clear()
    bo("escalate", "dossiers", *DAY)
    assert read == ["leeg.yaml", "weg.yaml"]


def test_a_name_that_the_file_writes_in_another_way_is_read_anew(bo: Bo, desk: Path, read: Readings) -> None:
    name = yaml.safe_load(Path(L417).read_text("utf-8"))["leerling"]["roepnaam"]
    change(L417, f"roepnaam: {name}", 'roepnaam: "Zo\\u00eb"')
    first = bo("escalate", "dossiers", *DAY)
    read.clear()
    assert "L-0417 Zoë" in first.out
    assert bo("escalate", "dossiers", *DAY) == first
    assert read == ["L-0417-rekenen-niveau-2.yaml"]


def test_a_set_up_that_is_wrong_is_not_kept(bo: Bo, desk: Path) -> None:
    change("samenwerkingsverband.yaml", "kop-van-noord-holland", "bestaat-niet")
    first = bo("escalate", "dossiers", *DAY)
    assert first.code == 2
    assert bo("escalate", "dossiers", *DAY) == first
    change("samenwerkingsverband.yaml", "bestaat-niet", "kop-van-noord-holland")
    assert bo("escalate", "dossiers", *DAY).code == 1


def test_every_broken_file_is_told_of_in_the_same_words(bo: Bo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [GOOD.encode(), *(text.encode() for text, _ in TEXTS.values()), *(data for data, _ in FILES.values())]
    for number, data in enumerate(files):
        (tmp_path / f"{number:03}.yaml").write_bytes(data)
    monkeypatch.chdir(tmp_path)
    for form in FORMATS:
        fresh = bo("escalate", ".", *DAY, "--format", form, "--geen-cache")
        assert bo("escalate", ".", *DAY, "--format", form) == fresh
        assert bo("escalate", ".", *DAY, "--format", form) == fresh


def _run(*words: str, cwd: Path, env: dict[str, str]) -> Done:
    done = subprocess.run([*BO, *words], cwd=cwd, env=env, capture_output=True, check=False, timeout=60)
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_two_runs_at_once_both_tell_the_truth(desk: Path) -> None:
    for number in range(15):
        for path in sorted(Path("dossiers").glob("L-*.yaml"))[:19]:
            Path(f"dossiers/{number}-{path.name}").write_bytes(path.read_bytes())
    env = {**os.environ, "COLUMNS": "90"}
    words = [*BO, "escalate", "dossiers", *DAY[:2], "--format", "jsonl", "--jobs"]
    right = _run(*words[len(BO) :], "1", "--geen-cache", cwd=desk, env=env)
    for _ in range(2):
        running = [subprocess.Popen([*words, jobs], cwd=desk, env=env, stdout=subprocess.PIPE) for jobs in ("1", "2", "1")]
        assert [one.communicate(timeout=60)[0].decode() for one in running] == [right.out] * 3
        assert [one.returncode for one in running] == [right.code] * 3


def test_what_is_kept_needs_no_heavy_package(desk: Path) -> None:
    program = (
        "import sys; from basisondersteuning.cli.app import run; code = run(sys.argv[1:]);"
        "print(code, sorted({'pydantic', 'yaml', 'rich', 'distributed'} & set(sys.modules)), file=sys.stderr)"
    )
    for form in FORMATS:
        words = [sys.executable, "-c", program, "escalate", "dossiers", "--jobs", "1", "--format", form]
        first, second = (subprocess.run(words, cwd=desk, capture_output=True, check=True, text=True) for _ in range(2))
        assert first.stdout == second.stdout
        if first.stderr != second.stderr:  # else the source of `bo` was changed in between
            assert second.stderr.endswith("1 []\n")


def test_validate_keeps_as_well(desk: Path) -> None:
    program = (
        "import sys; from basisondersteuning.cli.app import run; code = run(sys.argv[1:]);"
        "print(code, sorted({'pydantic', 'yaml', 'rich', 'distributed'} & set(sys.modules)), file=sys.stderr)"
    )
    Path("dossiers/stuk.yaml").write_text("soort: dossier\nleerling: {id: L-1, roepnaam: Noor, groep: 99}\n", "utf-8")
    for form in ("text", "short", "sarif"):
        words = [sys.executable, "-c", program, "validate", "dossiers", "sops", "--jobs", "1", "--format", form]
        first, second = (subprocess.run(words, cwd=desk, capture_output=True, check=True, text=True) for _ in range(2))
        assert first.stdout == second.stdout
        if first.stderr != second.stderr:  # else the source of `bo` was changed in between
            assert second.stderr.endswith("[]\n")
