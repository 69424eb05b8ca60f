"""Cases of the error gallery that no file can hold: a folder is prepared, or a part of `bo` is made to fail.

Each recipe is called in an empty folder, which is also the current one, and gives the arguments of `bo`.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from basisondersteuning.findings.gallery import FOLDER

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


def _broken_off(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    from basisondersteuning.records import load

    (folder / "L-0101.yaml").write_text(DOSSIER, encoding="utf-8")

    def stopped(*_: object, **__: object) -> object:
        raise KeyboardInterrupt

    patch.setattr(load, "load_source", stopped)
    return ["validate", "L-0101.yaml"]


def _meeting(folder: Path) -> list[str]:
    """A meeting and the dossier of its pupil: those of the good case of BO620."""
    shutil.copytree(FOLDER / "BO620" / "goed", folder, dirs_exist_ok=True)
    return ["ot", "verwerk", "ot-2026-11-19.yaml", "--peildatum", "2026-11-24", "--schrijf"]


def _changed_meanwhile(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    from basisondersteuning.records import committing

    arguments, real = _meeting(folder), committing.locked

    def after_another(path: str) -> object:
        if path.endswith(".yaml"):
            with open(path, "a", encoding="utf-8") as file:
                file.write("# intussen\n")
        return real(path)

    patch.setattr(committing, "locked", after_another)
    return arguments


def _not_written(folder: Path, _patch: pytest.MonkeyPatch) -> list[str]:
    arguments = _meeting(folder)
    (folder / "dossiers" / "L-0101.yaml").chmod(0o444)
    return arguments


def _not_better(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    """No file is known for which a remedy is made that does not help; here judging itself says so."""
    from basisondersteuning.records.remedies import applying

    shutil.copy(FOLDER / "BO930" / "fout.yaml", folder / "L-0101.yaml")
    patch.setattr(applying, "better", lambda *_: False)
    return ["fix", "L-0101.yaml"]


def _not_ordered(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    """No file is known that cannot be put in order; here writing the days does nothing."""
    from basisondersteuning.records import ordering

    shutil.copy(FOLDER / "BO932" / "fout.yaml", folder / "L-0101.yaml")
    patch.setattr(ordering, "_written", lambda data, _: data)
    return ["fmt", "L-0101.yaml"]


def _undone(folder: Path, *arguments: str) -> list[str]:
    """A school in which `bo` made one dossier and changed another."""
    from basisondersteuning.records.committing import Write, commit

    (folder / "bo.yaml").write_text("soort: instellingen\n", encoding="utf-8")
    _dossier(folder)
    path = str(folder / "dossiers" / "L-0101.yaml")
    commit([Write(path, DOSSIER.encode(), DOSSIER.encode() + b"tijdlijn:\n")], command="bo log")
    commit([Write(str(folder / "dossiers" / "L-0102.yaml"), None, DOSSIER.encode())], command="bo new dossier")
    return ["undo", *arguments, "--ja"]


def _already_there(folder: Path, _patch: pytest.MonkeyPatch) -> list[str]:
    from basisondersteuning.records.standing import Turn
    from basisondersteuning.records.undoing import known, take_turn

    arguments = _undone(folder, "--opnieuw")
    last = known(str(folder)).deeds[-1]
    take_turn(Turn(last, last.entries))
    _dossier(folder, "L-0102.yaml")
    with (folder / "dossiers" / "L-0102.yaml").open("a", encoding="utf-8") as file:
        file.write("# van een ander\n")
    return arguments


def _not_put_back(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    from basisondersteuning.records import disk
    from basisondersteuning.records.committing import Write, commit

    _undone(folder)
    paths = [folder / "dossiers" / one for one in ("L-0101.yaml", "L-0102.yaml")]
    commit([Write(str(one), one.read_bytes(), DOSSIER.encode() + b"# af\n") for one in paths], command="bo fix")
    real, times = disk.swap, iter(range(100))

    def failing(path: str, data: bytes, **more: bool) -> None:
        if next(times):
            raise OSError(errno.EIO, "the disk")
        real(path, data, **more)

    patch.setattr(disk, "swap", failing)
    return ["undo", "--ja"]


def _changed_since(folder: Path, _patch: pytest.MonkeyPatch) -> list[str]:
    arguments = _undone(folder)
    with (folder / "dossiers" / "L-0102.yaml").open("a", encoding="utf-8") as file:
        file.write("# van een ander\n")
    return arguments


def _no_journal(folder: Path, _patch: pytest.MonkeyPatch) -> list[str]:
    arguments = _meeting(folder)
    (folder / "dossiers" / ".bo").write_text("Geen map.\n", encoding="utf-8")
    return arguments


def _damaged_journal(folder: Path, _patch: pytest.MonkeyPatch) -> list[str]:
    from basisondersteuning.records.journal_places import FOLDER

    arguments = _undone(folder)
    journal = folder / ".bo" / "journaal"  # the same for everybody who runs this
    (folder / FOLDER).rename(journal)
    (journal / "000002" / "0.na").write_text("anders\n", encoding="utf-8")
    return arguments


def _busy(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    from basisondersteuning.records import committing

    def never(path: str) -> object:
        raise TimeoutError(errno.ETIMEDOUT, "another bo")

    patch.setattr(committing, "locked", never)
    return _meeting(folder)


_RENDER = ["render", "ot-inbreng", "dossiers", "--format", "html", "--out", "documenten", "--peildatum", "2026-11-24"]


def _dossier(folder: Path, name: str = "L-0101.yaml") -> None:
    (folder / "dossiers").mkdir(exist_ok=True)
    (folder / "dossiers" / name).write_text(DOSSIER, encoding="utf-8")


def _edited(folder: Path, _patch: pytest.MonkeyPatch) -> list[str]:
    _dossier(folder)
    (folder / "documenten").mkdir()
    (folder / "documenten" / "ot-inbreng-L-0101.html").write_text("Mijn eigen woorden.\n", encoding="utf-8")
    return _RENDER


def _document_not_written(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    from basisondersteuning.documents import outbox

    _dossier(folder)

    def refused(path: str, data: bytes) -> None:
        raise PermissionError(errno.EACCES, "refused")

    patch.setattr(outbox, "put", refused)
    return _RENDER


def _same_name(folder: Path, _patch: pytest.MonkeyPatch) -> list[str]:
    _dossier(folder)
    _dossier(folder, "L-0102.yaml")
    return _RENDER


def _linked_template(folder: Path, _patch: pytest.MonkeyPatch) -> list[str]:
    path = folder / "sjablonen" / "ot-uitnodiging" / "ot-uitnodiging.html.j2"
    path.parent.mkdir(parents=True)
    path.symlink_to(folder / "ergens-anders.html.j2")
    return ["sjabloon", "check", "sjablonen"]


def _endless_line(folder: Path, _patch: pytest.MonkeyPatch) -> list[str]:
    (folder / "leerlingen-po.csv").write_text("peildatum;" * 20_000, encoding="cp1252")
    return ["import", "duo", "leerlingen-po.csv"]


def _word(*paragraphs: str, cell: str = "") -> Callable[[Path, pytest.MonkeyPatch], list[str]]:
    """A Word template with these paragraphs, and a table of one cell where there is one; without any, what is no Word file."""

    def recipe(folder: Path, _patch: pytest.MonkeyPatch) -> list[str]:
        from docx import Document

        path = folder / "sjablonen" / "ot-uitnodiging" / "ot-uitnodiging.docx"
        path.parent.mkdir(parents=True)
        made = Document()
        for one in paragraphs:
            made.add_paragraph(one)
        if cell:
            made.add_table(1, 1).cell(0, 0).text = cell
        made.save(str(path))
        if not paragraphs:
            path.write_text("Beste ouders,\n", encoding="utf-8")
        return ["sjabloon", "check", "sjablonen"]

    return recipe


def _watched(act: Callable[[Path, pytest.MonkeyPatch], None]) -> Callable[[Path, pytest.MonkeyPatch], list[str]]:
    """`bo watch`, during which one thing happens, and then Ctrl-C."""

    def prepare(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
        from basisondersteuning.cli import watch_events

        def wakes(_paths: list[str]) -> Iterator[bool]:
            act(folder, patch)
            yield True
            raise KeyboardInterrupt

        (folder / "dossiers").mkdir()
        _dossier(folder / "dossiers")
        patch.setattr(watch_events, "wakes", wakes)
        return ["watch", "dossiers", "--out", "overzicht.html"]

    return prepare


def _folder_gone(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    (folder / "dossiers").rename(folder / "verplaatst")


def _page_barred(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    (folder / "overzicht.html").unlink()
    (folder / "overzicht.html").mkdir()
    _dossier(folder / "dossiers", "L-0102.yaml")


def _stumbling(folder: Path, patch: pytest.MonkeyPatch) -> None:
    from basisondersteuning.casework.watching.folder import Folder

    def fails(_self: Folder) -> None:
        raise ZeroDivisionError

    patch.setattr(Folder, "look", fails)


RECIPES: dict[str, Callable[[Path, pytest.MonkeyPatch], list[str]]] = {
    "BO102": _no_access,
    "BO103": _pipe,
    "BO104": _too_large,
    "BO117": _loop,
    "BO118": _dead_link,
    "BO119": _vanished,
    "BO120": _read_error,
    "BO124": _too_many,
    "BO628": _changed_meanwhile,
    "BO629": _not_written,
    "BO711": _edited,
    "BO712": _document_not_written,
    "BO713": _same_name,
    "BO716": _linked_template,
    "BO720": _word(),
    "BO721": _word("Beste ouders,", "Het gesprek is op {{ doc.dag }."),
    "BO722": _word("Beste ouders,", "U kunt komen naar {{ doc.plaatz }}."),
    "BO723": _word("Beste ouders,", "{{ doc.__class__ }}"),
    "BO724": _word("Beste ouders,", "U kunt komen naar {{ doc.plaats / 2 }}."),
    "BO725": _word("{% if not doc.kind %}", "Wie er komt:", cell="{{ doc.kind }}{% endif %}"),
    "BO726": _word("Beste ouders,", "{%p if doc.plaats %} U kunt komen naar:", "{{ doc.plaats }}", "{%p endif %}"),
    "BO808": _broken_off,
    "BO864": _endless_line,
    "BO900": _already_there,
    "BO901": _crash,
    "BO902": _not_put_back,
    "BO903": _changed_since,
    "BO904": _no_journal,
    "BO905": _damaged_journal,
    "BO906": _busy,
    "BO945": _watched(_folder_gone),
    "BO946": _watched(_page_barred),
    "BO947": _watched(_stumbling),
    "BO930": _not_better,
    "BO932": _not_ordered,
}
"""The recipe of each code that has one."""
