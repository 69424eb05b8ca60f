"""Which files are of one school and school year, and what only many files show of them: a school gets one letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...findings.catalogue import desk as codes
from ...findings.finding import Finding
from ...records.discover import Candidate
from ...swv.desk.run import Sent
from .whose import Whose

TOLD = (codes.FORMAT_DIFFERS.code, codes.FRAME_DIFFERS.code, codes.SOP_UNCHANGED.code)
"""What only many files show, and the letter tells as a remark. The rest a letter sees in its own file."""


@dataclass(frozen=True, slots=True)
class Together(Candidate):
    """The first file of a school and school year. `others` are the rest, `shown` has the codes of `TOLD` of each."""

    others: tuple[str, ...] = ()
    shown: tuple[tuple[str, str], ...] = ()


class Gathered:
    """Gathers files by school and school year; of each only a small tuple is kept."""

    def __init__(self) -> None:
        self._whose: dict[str, Whose] = {}
        self._shown: dict[str, list[str]] = {}

    def note(self, path: str, sent: Sent) -> None:
        """Remember whose SOP a file is."""
        self._whose[path] = Whose(sent.school, sent.year, sent.name, sent.board)

    def show(self, findings: Iterable[Finding]) -> None:
        """Remember what the files show together."""
        for one in findings:
            if one.code in TOLD:
                self._shown.setdefault(one.place.file, []).append(one.code)

    def letters(self, found: Iterable[Candidate | Finding]) -> Iterator[Candidate | Finding]:
        """The first file of each school and school year, with the others of it; what is nobody's is passed on as it is."""
        kept: list[Candidate | Finding] = []
        groups: dict[tuple[str, str], list[list[str]]] = {}
        firsts: dict[str, list[str]] = {}
        for one in found:
            own = self._whose.get(one.path) if isinstance(one, Candidate) else None
            if own is None or not isinstance(one, Candidate):
                kept.append(one)
                continue
            some = groups.setdefault((own.school, own.year), [])
            group = next((each for each in some if own.like(self._whose[each[0]])), None)
            if group is not None:
                group.append(one.path)
                continue
            some.append([one.path])
            firsts[one.path] = some[-1]
            kept.append(one)
        for one in kept:
            group = firsts.get(one.path) if isinstance(one, Candidate) else None
            if group is None or not isinstance(one, Candidate):
                yield one
                continue
            shown = tuple((path, code) for path in group for code in self._shown.get(path, ()))
            yield Together(one.path, one.named, tuple(group[1:]), shown)
