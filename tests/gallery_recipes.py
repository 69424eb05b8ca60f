"""Cases of the error gallery that no file can hold: a folder is prepared, or a part of `bo` is made to fail.

Each recipe is called in an empty folder, which is also the current one, and gives the arguments of `bo`.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

DOSSIER = "soort: dossier\nleerling: {id: L-0101, geboortedatum: 2016-03-14, groep: 5}\nschool: 99XX00\n"


def _no_access(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    (folder / "L-0101.yaml").write_text(DOSSIER, encoding="utf-8")
    _fail(patch, "L-0101.yaml", PermissionError(errno.EACCES, "refused"))
    return ["validate", "L-0101.yaml"]


def _read_error(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    (folder / "L-0101.yaml").write_text(DOSSIER, encoding="utf-8")
    _fail(patch, "L-0101.yaml", OSError(errno.EIO, "the disk"))
    return ["validate", "L-0101.yaml"]


def _fail(patch: pytest.MonkeyPatch, name: str, error: OSError) -> None:
    real = os.open

    def opened(path: object, *more: object, **keys: object) -> int:
        if str(path).endswith(name):
            raise error
        return real(path, *more, **keys)  # type: ignore[arg-type]

    patch.setattr(os, "open", opened)


def _pipe(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "L-0101.yaml")
    else:
        _fail(patch, "L-0101.yaml", OSError(errno.ENXIO, "no file"))
    return ["validate", "L-0101.yaml"]


def _too_large(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    with (folder / "L-0101.yaml").open("wb") as file:
        file.truncate(50_000_000)
    return ["validate", "L-0101.yaml"]


def _loop(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    (folder / "L-0101.yaml").symlink_to("L-0101.yaml")
    return ["validate", "L-0101.yaml"]


def _dead_link(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    (folder / "L-0101.yaml").symlink_to("verhuisd.yaml")
    return ["validate", "L-0101.yaml"]


def _vanished(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    from basisondersteuning.records import load

    target = folder / "dossiers" / "L-0101.yaml"
    target.parent.mkdir()
    target.write_text(DOSSIER, encoding="utf-8")
    real = load.read

    def after_removal(path: str) -> object:
        target.unlink()
        return real(path)

    patch.setattr(load, "read", after_removal)
    return ["validate", "dossiers"]


def _too_many(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    wrong = "".join(f"kolom_{number}: x\n" for number in range(300))
    (folder / "L-0101.yaml").write_text(DOSSIER + wrong, encoding="utf-8")
    return ["validate", "L-0101.yaml"]


def _crash(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    from basisondersteuning.records import load

    (folder / "L-0101.yaml").write_text(DOSSIER, encoding="utf-8")

    def failing(*_: object, **__: object) -> object:
        raise RuntimeError("Noor Bakker")  # words of a record never reach the screen this way

    patch.setattr(load, "load_source", failing)
    return ["validate", "L-0101.yaml"]


RECIPES: dict[str, Callable[[Path, pytest.MonkeyPatch], list[str]]] = {
    "BO102": _no_access,
    "BO103": _pipe,
    "BO104": _too_large,
    "BO117": _loop,
    "BO118": _dead_link,
    "BO119": _vanished,
    "BO120": _read_error,
    "BO124": _too_many,
    "BO901": _crash,
}
"""The recipe of each code that has one."""
