"""A wheel built from the tree works elsewhere: frames, gallery, templates and schemas travel inside."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel is installed, without its dependencies (those of this environment serve)."""
    work = tmp_path_factory.mktemp("wheel")
    tree = work / "tree"
    shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".git", ".venv*", ".data", ".*cache", "dist", "tests"))
    run = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(work), str(tree)]
    subprocess.run(run, check=True, capture_output=True)
    (wheel,) = work.glob("*.whl")
    site = work / "site"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(site), str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    return site


def bo(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed), "NO_COLOR": "1", "COLUMNS": "80"}
    command = [sys.executable, "-m", "basisondersteuning", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_wheel_is_the_one_that_runs(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-c", "import basisondersteuning; print(basisondersteuning.__file__)"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).is_relative_to(installed)


def test_the_main_job_gives_the_same_verdicts(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    arguments = ("escalate", "examples", "--peildatum", "2026-11-24")
    there = bo(installed, tmp_path, *arguments)
    here = subprocess.run(
        [sys.executable, "-m", "basisondersteuning", *arguments],
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "80"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert there.stdout == here.stdout
    assert there.returncode == here.returncode
    assert "dossiers op peildatum 24-11-2026" in there.stdout


@pytest.mark.parametrize(
    "arguments",
    [("kader", "check"), ("kader", "test"), ("explain", "BO204"), ("explain", "KNH-1.4"), ("kader", "show", "--format", "html")],
)
def test_frames_their_tests_and_the_gallery_travel_along(installed: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = bo(installed, tmp_path, *arguments)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["templates/naslag/bevindingen.md.j2", "schemas/dossier.schema.json"])
def test_templates_and_schemas_are_inside(installed: Path, name: str) -> None:
    assert (installed / "basisondersteuning" / "_shipped" / name).is_file()
