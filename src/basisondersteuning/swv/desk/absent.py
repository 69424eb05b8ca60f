"""Which schools sent no SOP, and which files may be theirs: files that cannot be read, and SOPs with a wrong code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...findings.catalogue import desk as codes
from ...findings.finding import readable
from ...records.passed import Passed, code_in
from .run import Absent, DeskSchool

_ELSE = "Vraag anders de school om haar SOP."
MAY_BE_THERE = f"Kijk eerst of het bij de bestanden zit die niet te lezen zijn, en herstel die. {_ELSE}"
MAY_BE_PASSED = f"Kijk eerst of het bij de bestanden zit die niet bekeken zijn, en laat het opslaan als .yaml. {_ELSE}"
"""What to do where a file of which nobody knows whose it is may be the SOP that is missing: broken, or not looked at."""


class Seeming:
    """Files that may be the SOP of a school, by the code in their name or behind `school`; the first file of each code.

    `vague`: there is a file of which nobody can say whose it is, not even by its name.
    """

    def __init__(self) -> None:
        self._files: dict[str, str] = {}
        self.vague = False

    def unreadable(self, path: str, hint: str | None = None) -> None:
        """Remember a file of which nobody can read whose it is."""
        self.vague |= not self.doubtful(path, hint)

    def doubtful(self, path: str, hint: str | None = None) -> bool:
        """Remember a file that may have the wrong code. False when nothing hints at a school."""
        found = [code for code in (hint, code_in(path)) if code is not None]
        for code in found:
            self._files.setdefault(code, path)
        return bool(found)

    def file_of(self, school: str, brins: Mapping[str, int], passed: Passed) -> str | None:
        """The file that seems to be of a school. A BRIN without a vestiging counts only where `brins` has one school of it."""
        brin = school[:4]
        for files in (self._files, passed.codes):
            found = files.get(school) or (files.get(brin) if brins.get(brin) == 1 else None)
            if found is not None:
                return found
        return None


def absent(schools: Iterable[DeskSchool], seeming: Seeming, passed: Passed, brins: Mapping[str, int]) -> tuple[Absent, ...]:
    """The schools without a SOP, each with what to do about it; `passed` are files that nobody looked at."""
    return tuple(_absent(one, seeming.file_of(one.code, brins, passed), seeming.vague, passed.nameless) for one in schools)


def _absent(school: DeskSchool, file: str | None, vague: bool, passed: bool) -> Absent:
    if file is not None:
        remedy = f"Kijk eerst of {readable(file)} haar SOP is, en herstel dat. {_ELSE}"
    elif vague:
        remedy = MAY_BE_THERE
    else:
        remedy = MAY_BE_PASSED if passed else codes.SCHOOL_MISSING.remedy
    return Absent(school.code, school.name, school.board, remedy, file)
