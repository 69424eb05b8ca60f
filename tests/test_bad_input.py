"""Whatever a folder holds: no traceback, no wait without end, the right exit code, and the good dossiers judged."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from bad_files import FILES, GOOD, HEAD
from bad_run import BO, DAY, FORMATS, bo

pytestmark = pytest.mark.skipif(os.name == "nt", reason="built from links, pipes and signals")


def good(number: int) -> str:
    return GOOD.replace("L-0101", f"L-{number:04}")


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every bad file of `bad_files`, odd things that are no files, and three good dossiers."""
    folder = tmp_path_factory.mktemp("gemengd")
    dossiers = folder / "dossiers"
    dossiers.mkdir()
    for name, (data, _) in FILES.items():
        (dossiers / f"{name}.yaml").write_bytes(data)
    for number in (9001, 9002):
        (dossiers / f"goed-{number}.yaml").write_text(good(number), encoding="utf-8")
    with (dossiers / "fifty_megabytes.yaml").open("wb") as file:
        file.truncate(50_000_000)
    os.mkfifo(dossiers / "pipe.yaml")
    (dossiers / "device.yaml").symlink_to("/dev/zero")
    (dossiers / "loop.yaml").symlink_to("loop.yaml")
    (dossiers / "dead.yaml").symlink_to("nergens.yaml")
    (dossiers / "deadfolder").symlink_to("nergens")
    (dossiers / "loopfolder").symlink_to("loopfolder")
    (dossiers / "circle").symlink_to(".")
    (dossiers / "folder.yaml").mkdir()
    (dossiers / "folder.yaml" / "goed-9003.yaml").write_text(good(9003), encoding="utf-8")
    (dossiers / ".hidden.yaml").write_text("soort: [", encoding="utf-8")
    (dossiers / "~$lock.yaml").write_text("soort: [", encoding="utf-8")
    (dossiers / "notes.txt").write_text("soort: [", encoding="utf-8")
    (dossiers / "ci.yaml").write_text("stages: [test]\n", encoding="utf-8")
    return folder


ODD = {
    "fifty_megabytes.yaml": {"BO104"},
    "pipe.yaml": {"BO103"},
    "device.yaml": {"BO103"},
    "loop.yaml": {"BO117"},
    "dead.yaml": {"BO118"},
    "deadfolder": {"BO118"},
    "loopfolder": {"BO117"},
    "circle": {"BO117"},
}


@pytest.fixture(scope="module")
def validated(mixed: Path) -> dict[str, set[str]]:
    done = bo("validate", "dossiers", "--format", "jsonl", cwd=mixed)
    assert done.returncode == 1
    found: dict[str, set[str]] = {}
    for line in done.stdout.decode().splitlines():
        one = json.loads(line)
        if one["code"] != "BO313":  # many of these files are about one made-up pupil
            found.setdefault(one["bestand"].removeprefix("dossiers/"), set()).add(one["code"])
        assert one["melding"]
        assert one["herstel"]
    return found


@pytest.mark.parametrize("name", FILES)
def test_each_file_gives_its_findings(validated: dict[str, set[str]], name: str) -> None:
    assert validated.get(f"{name}.yaml", set()) == FILES[name][1]


@pytest.mark.parametrize("name", ODD)
def test_what_is_no_file_is_named(validated: dict[str, set[str]], name: str) -> None:
    assert validated.get(name) == ODD[name]


def test_nothing_else_is_found(validated: dict[str, set[str]]) -> None:
    assert set(validated) - set(ODD) <= {f"{name}.yaml" for name, (_, codes) in FILES.items() if codes}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", ["validate", "escalate"])
def test_every_format_shows_a_mixed_folder(mixed: Path, command: str, form: str) -> None:
    words = ["--max", "0", *DAY] if command == "escalate" else []
    done = bo(command, "dossiers", "--format", form, *words, cwd=mixed)
    assert done.returncode == 1
    text = done.stdout.decode()
    assert "\x1b" not in text
    if form == "json":
        json.loads(text)
    if form == "jsonl":
        for line in text.splitlines():
            json.loads(line)
    if command == "escalate":
        for number in (9001, 9002, 9003):
            assert f"L-{number}" in text


def test_two_processes_find_the_same(mixed: Path) -> None:
    one, two = (bo("validate", "dossiers", "--format", "jsonl", "--jobs", jobs, cwd=mixed) for jobs in "12")
    assert one.stdout == two.stdout
    assert one.returncode == two.returncode


@pytest.mark.parametrize("name", [*FILES, *ODD])
def test_each_file_named_by_itself(
    mixed: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In this process, for speed: the paths that a folder does not take."""
    from basisondersteuning.cli.app import run

    monkeypatch.chdir(mixed)
    monkeypatch.delenv("BO_DEBUG", raising=False)
    path = f"dossiers/{name}" if name in ODD else f"dossiers/{name}.yaml"
    wrong = name in ODD or bool(FILES[name][1]) or name == "mapping_empty"
    known = not wrong and "school_year" not in name
    if name != "circle":
        assert run(["validate", path]) == (1 if wrong else 0)
    assert run(["escalate", path, *DAY, "--fail-on", "nooit"]) == 0
    output = capsys.readouterr()
    assert "liep vast" not in output.out + output.err
    if name == "circle":
        return
    assert run(["escalate", path, *DAY]) in ((0, 1) if known else (1,))


@pytest.mark.parametrize("name", FILES)
def test_each_file_from_standard_input(mixed: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    from basisondersteuning.cli.app import run

    class Input:
        buffer = io.BytesIO(FILES[name][0])

    monkeypatch.setattr(sys, "stdin", Input())
    assert run(["validate", "-"]) == (1 if FILES[name][1] or name == "mapping_empty" else 0)


def test_a_folder_without_records(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    (tmp_path / "leeg" / "ci.yaml").write_text("stages: [test]\n", encoding="utf-8")
    for command in ("validate", "escalate"):
        for form in FORMATS:
            done = bo(command, "leeg", "--format", form, cwd=tmp_path)
            assert done.returncode == 3
            assert b"BO001" in done.stderr


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("x", encoding="utf-8")
    for path in ("nergens.yaml", "nergens/", "x" * 300 + ".yaml", "brief.txt/dossier.yaml"):
        for command in ("validate", "escalate"):
            done = bo(command, path, cwd=tmp_path)
            assert done.returncode == 1
            assert b"BO101" in done.stdout


def test_a_file_and_its_folder_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "a.yaml").write_text(HEAD + "x: y\n", encoding="utf-8")
    done = bo("validate", "d", "d/a.yaml", "d", "./d", "--format", "short", cwd=tmp_path)
    assert done.stdout.count(b"BO202") == 1


def test_folders_that_link_to_each_other_end(tmp_path: Path) -> None:
    for one in range(12):
        (tmp_path / f"map{one}").mkdir()
        (tmp_path / f"map{one}" / f"L-{one}.yaml").write_text(good(one), encoding="utf-8")
        for other in range(12):
            if one != other:
                (tmp_path / f"map{one}" / f"naar{other}").symlink_to(tmp_path / f"map{other}")
    done = bo("validate", ".", cwd=tmp_path)
    assert b"12 dossiers gelezen" in done.stdout


NAMES = [
    b"twee\nregels.yaml", b"-x.yaml", b"--help.yaml", b"a..yaml", "😀 noor 👩‍🏫.yaml".encode(), b"caf\xe9.yaml", b"tab\t.yaml",
    b"esc\x1b[31m.yaml", b"n" * 250 + b".yaml", b"aan'haling\".yaml", b"$(id).yaml", b"%s{0}.yaml", b"[bold]x[red].yaml",
    "z\u202eyx.yaml".encode(), b"\xff\xfe\xfd.yaml", b"HOOFD.YAML",
]  # fmt: skip


@pytest.mark.parametrize("wrong", [False, True])
def test_hostile_file_names(tmp_path: Path, wrong: bool) -> None:
    folder = os.fsencode(tmp_path) + b"/d"
    os.mkdir(folder)
    for index, name in enumerate(NAMES):
        with open(os.path.join(folder, name), "wb") as file:
            file.write((good(index) + ("x: y\n" if wrong else "")).encode())
    for command in ("validate", "escalate"):
        for form in FORMATS:
            day = DAY if command == "escalate" else []
            strict = {"PYTHONIOENCODING": "utf-8:strict"}  # as it is outside the C locale
            done = bo(command, "d", "--format", form, "--fail-on", "nooit", *day, cwd=tmp_path, env=strict)
            assert done.returncode == 0, done.stderr.decode(errors="replace")
            text = done.stdout.decode("utf-8")
            assert "\x1b" not in text
            assert "\u202e" not in text
            if form == "json":
                records = json.loads(text)["dossiers" if command == "escalate" else "bevindingen"]
                assert len(records) == (0 if command == "validate" and not wrong else len(NAMES))
            elif form in ("jsonl", "short") and (wrong or command == "escalate"):
                assert len(text.splitlines()) >= len(NAMES)


def test_hostile_names_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "-x.yaml").write_text(GOOD, encoding="utf-8")
    assert bo("validate", "--", "-x.yaml", cwd=tmp_path).returncode == 0
    assert bo("validate", "./-x.yaml", cwd=tmp_path).returncode == 0
    assert bo("validate", "-x.yaml", cwd=tmp_path).returncode == 2
    assert bo("validate", b"caf\xe9.yaml", cwd=tmp_path).returncode == 1
    assert bo("validate", "een\ntwee.yaml", cwd=tmp_path).returncode == 1
    assert bo("escalate", b"caf\xe9.yaml", "--format", "json", cwd=tmp_path).returncode == 1
    assert bo("escalate", "./-x.yaml", "--kader", b"caf\xe9.yaml", cwd=tmp_path).returncode == 2
    assert bo("escalate", "./-x.yaml", "--swv", b"caf\xe9.yaml", cwd=tmp_path).returncode in (1, 2)
    assert bo("explain", b"caf\xe9", cwd=tmp_path).returncode == 2
    assert bo(b"caf\xe9", cwd=tmp_path).returncode == 2


def test_what_may_not_be_read() -> None:
    """As root through `setpriv`, which gives up the right to read everything; else as who runs the tests."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        for stem in ("goed", "dicht"):
            (folder / f"{stem}.yaml").write_text(good(len(stem)), encoding="utf-8")
        (folder / "map").mkdir()
        (folder / "dicht.yaml").chmod(0)
        (folder / "map").chmod(0)
        program = [*BO, "validate", name, "--format", "short"]
        if os.geteuid() == 0:
            if shutil.which("setpriv") is None:
                return  # nobody here whom a mode keeps out; the gallery has the same case by other means
            program = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *program]
        done = subprocess.run(program, capture_output=True, timeout=30, check=False, cwd="/")
        (folder / "map").chmod(0o755)
    if done.returncode in (1, 126, 127) and not done.stdout:
        return  # that user may not start this Python
    assert done.returncode == 1, done.stderr
    assert done.stdout.count(b"BO102") == 2
    assert b"goed.yaml" not in done.stdout


# --- the machine around it


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough dossiers to be busy for a while, and for output that fills a pipe."""
    folder = tmp_path_factory.mktemp("veel")
    (folder / "d").mkdir()
    for number in range(3000):
        (folder / "d" / f"L-{number:04}.yaml").write_text(good(number) + "onbekend: x\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", ["validate", "escalate"])
def test_the_reader_of_our_output_goes_away(many: Path, command: str, form: str) -> None:
    words = [*BO, command, "d", "--format", form, "--jobs", "1", *(["--max", "0"] if command == "escalate" else [])]
    process = subprocess.Popen(words, cwd=many, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    error = process.stderr.read()
    process.stderr.close()
    code = process.wait(timeout=30)
    assert b"Traceback" not in error
    assert b"Exception" not in error
    assert error == b""
    assert code in (141, 1)


@pytest.mark.parametrize("reading", [True, False])
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("command", ["validate", "escalate"])
def test_ctrl_c(many: Path, command: str, jobs: str, reading: bool) -> None:
    """The signal comes when the first output is there: while files are read, or while a full pipe is written to."""
    words = [*BO, command, "d", "--jobs", jobs, "--format", "jsonl"]
    process = subprocess.Popen(words, cwd=many, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    assert process.stdout is not None
    process.stdout.read(1)
    if not reading:
        time.sleep(0.5)  # by now the pipe is full
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process of the command
    start = time.monotonic()
    output, error = process.communicate(timeout=30)
    assert process.returncode == 130, (output[-300:], error)
    assert time.monotonic() - start < 5
    assert b"Traceback" not in error
    assert b"onderbroken" in error


@pytest.mark.parametrize("seconds", [0.15, 0.25, 0.35, 0.5])
def test_ctrl_c_while_bo_starts(many: Path, seconds: float) -> None:
    """Once `bo` itself has begun; before that Python answers, in its own words."""
    program = (
        "import sys; from basisondersteuning.cli.entry import main; print(flush=True); sys.argv = ['bo', *sys.argv[1:]]; main()"
    )
    words = [sys.executable, "-c", program, "escalate", "d"]
    process = subprocess.Popen(words, cwd=many, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    assert process.stdout is not None
    process.stdout.read(1)
    time.sleep(seconds - 0.14)
    os.killpg(process.pid, signal.SIGINT)
    _, error = process.communicate(timeout=30)
    assert process.returncode in (130, 1)
    assert b"Traceback" not in error


def test_output_and_input_closed(mixed: Path) -> None:
    for redirect in ("2>&-", ">&-", ">&- 2>&-", "<&-", ">/dev/full", "2>/dev/full"):
        for words in (
            "validate dossiers/goed-9001.yaml",
            "validate nergens",
            "escalate dossiers/goed-9001.yaml",
            "validate -",
            "x",
        ):
            command = f"{' '.join(BO)} {words} {redirect}"
            done = subprocess.run(["sh", "-c", command], cwd=mixed, capture_output=True, timeout=30, check=False)
            assert b"Traceback" not in done.stderr, (command, done.stderr)
            assert b"Exception" not in done.stderr, (command, done.stderr)
            assert done.returncode in (0, 1, 2, 4, 141), (command, done)


def test_a_current_folder_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "weg").mkdir()
    file = tmp_path / "L.yaml"
    file.write_text(GOOD, encoding="utf-8")
    command = f"cd weg && rmdir ../weg && {' '.join(BO)} escalate {file}"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, timeout=30, check=False)
    assert b"Traceback" not in done.stderr, done.stderr
    assert done.returncode in (0, 1, 4)


def test_a_current_folder_that_may_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "L.yaml").write_text(GOOD, encoding="utf-8")
    tmp_path.chmod(0o555)
    before = sorted(os.listdir(tmp_path))
    done = bo("escalate", "L.yaml", *DAY, cwd=tmp_path)
    tmp_path.chmod(0o755)
    assert done.returncode in (0, 1)
    assert sorted(os.listdir(tmp_path)) == before


@pytest.mark.parametrize("env", [
    {"COLUMNS": "1"}, {"COLUMNS": "0"}, {"COLUMNS": "x"}, {"COLUMNS": "9" * 30}, {"COLUMNS": "٣"}, {"TERM": "dumb"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "cp1252"}, {"PYTHONIOENCODING": "ascii"},
    {"NO_COLOR": "1"}, {"HOME": "/nergens"}, {"TZ": "Onzin/Nergens"},
], ids=str)  # fmt: skip
def test_odd_environments(mixed: Path, env: dict[str, str]) -> None:
    for command in ("validate", "escalate"):
        for path in ("dossiers/goed-9001.yaml", "dossiers"):
            done = bo(command, path, *(DAY if command == "escalate" else []), cwd=mixed, env=env)
            assert done.returncode in (0, 1), done.stderr
            done.stdout.decode("utf-8")
    assert bo("--help", cwd=mixed, env=env).returncode == 0
    assert bo("explain", "BO106", cwd=mixed, env=env).returncode == 0
    assert bo("escalate", "--help", cwd=mixed, env=env).returncode == 0
