"""Files in a folder that nobody looks at, although one may be a record: it was saved under another ending, or in Word."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field

from ..findings.finding import readable

MOST = 10
"""How many files that look like a record are named."""

_ORDINARY = (".md", ".html", ".htm", ".xlsx", ".csv", ".json", ".jsonl", ".sarif", ".xml", ".short", ".github", ".ics", ".svg",
             ".png", ".jpg", ".jpeg", ".gif", ".css", ".js", ".j2", ".py", ".log", ".bak", ".orig", ".tmp", ".swp")  # fmt: skip
"""What ordinarily stands beside records: reports of `bo`, texts for people, pictures, templates, backups."""

_ORDINARY_NAMES = ("readme", "leesmij", "license", "licentie", "thumbs.db", "desktop.ini")
_RENAMED = (".yaml.txt", ".yml.txt")
_OTHER_FORM = (".doc", ".docx", ".odt", ".pdf", ".txt")
_TEMPLATES = "sjablonen"
_CODE = re.compile(r"(?<![0-9A-Za-z])([0-9]{2}[A-Za-z]{2})([0-9]{2})?(?![0-9A-Za-z])")


def code_in(name: str) -> str | None:
    """The BRIN that stands in a file name, with its vestiging where that is there too: `99YG00` or `99YG`."""
    found = _CODE.search(os.path.basename(name))
    return found.group().upper() if found is not None else None


@dataclass(slots=True)
class Passed:
    """Counts the files of a walk that nobody looked at; ordinary neighbours of records are not counted.

    `likely` are the first that look like a record, `more` how many look so besides. `codes` gives for each BRIN in the name
    of such a file the first file with it; `nameless` says that one looks like a record and has no code in its name.
    """

    number: int = 0
    likely: list[str] = field(default_factory=list)
    more: int = 0
    codes: dict[str, str] = field(default_factory=dict)
    nameless: bool = False

    def note(self, path: str) -> None:
        """Count a file that is no record by its name."""
        folder, name = os.path.split(path)
        lower = name.lower()
        if name.startswith((".", "~$", "__")) or name.endswith(("~", "#")):
            return
        if lower.startswith(_ORDINARY_NAMES) or lower.endswith(_ORDINARY) or _TEMPLATES in folder.split(os.sep):
            return
        self.number += 1
        code = code_in(name)
        if not (lower.endswith((*_RENAMED, *_OTHER_FORM)) or ("." not in name and code is not None)):
            return
        if code is not None:
            self.codes.setdefault(code, path)
        else:
            self.nameless = True
        if len(self.likely) < MOST:
            self.likely.append(path)
        else:
            self.more += 1

    def sentence(self) -> str:
        """How many there are, which look like a record, and what to do; empty when there are none."""
        if not self.number:
            return ""
        said = "1 ander bestand is niet bekeken" if self.number == 1 else f"{self.number} andere bestanden zijn niet bekeken"
        if not self.likely:
            return f"{said}."
        names = "; ".join(_named(path) for path in self.likely) + (f"; en nog {self.more}" if self.more else "")
        looks = "Dit lijkt" if len(self.likely) == 1 else "Deze lijken"
        return f"{said}: alleen .yaml en .yml worden gelezen. {looks} op een dossier of SOP: {names}."


def _named(path: str) -> str:
    shown = readable(path)
    if path.lower().endswith(_RENAMED):
        return f"{shown} (hernoem het naar {readable(os.path.basename(path)[:-4])})"
    return shown
