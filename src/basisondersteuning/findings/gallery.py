"""The error gallery: for each code a file that causes it, the message it gives, and a file that is right.

A case is a folder with the name of its code. `fout.yaml` causes the finding and `goed.yaml` does not give it; where
one file is not enough these are the folders `fout` and `goed`. `melding.txt` is the message as the text renderer
shows it. `opdracht.txt` holds the arguments of `bo` where that is not just `validate fout.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "gallery"
"""Where the cases stand, one folder a code."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case as a reader sees it: the file that is wrong, the file that is right, and the message between them.

    `fout` is empty where no file causes the finding (a folder that may not be read, say), `goed` where a good file
    would say nothing. Of a case with several files each is headed by its name.
    """

    code: str
    fout: str
    goed: str
    melding: str


def case(code: str) -> Case | None:
    """The case of a code; None when there is none."""
    folder = FOLDER / code
    try:
        message = (folder / "melding.txt").read_text(encoding="utf-8")
    except OSError:
        return None
    return Case(code, _shown(folder, "fout"), _shown(folder, "goed"), message.rstrip("\n"))


def all_cases() -> list[str]:
    """The codes that have a case folder, in order."""
    return sorted(one.name for one in FOLDER.iterdir() if one.is_dir())


def _shown(folder: Path, name: str) -> str:
    single = folder / f"{name}.yaml"
    if single.is_file():
        return _readable(single)
    there = sorted((folder / name).rglob("*")) if (folder / name).is_dir() else []
    files = [one for one in there if one.suffix in (".yaml", ".j2", ".csv")]
    parts = [f"# {one.relative_to(folder).as_posix()}\n{_readable(one)}" for one in files]
    return "\n".join(parts)


def _readable(path: Path) -> str:
    """A file as text: what is no UTF-8, or would steer a terminal, is shown as �."""
    text = path.read_bytes().decode("utf-8", "replace")
    return "".join(one if one.isprintable() or one in "\n\t" else "\ufffd" for one in text.replace("\r\n", "\n"))
