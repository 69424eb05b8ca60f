"""A folder in `bo escalate`: rows gathered into a table with counts, whatever their number."""

from __future__ import annotations

import heapq
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..casework.batch import Crash
from ..casework.judged import Judged, Opened
from ..casework.rows import CLOSED, Narrow, Totals
from ..casework.setup import Setup
from ..findings.catalogue import reading
from ..findings.catalogue.coherence import SAME_PUPIL
from ..findings.finding import Finding, Place, Severity
from ..model.words import count, long_date
from ..records.same_pupil import Pupils
from .app import FINDINGS, FINE, INTERNAL, INTERRUPTED, NO_RECORDS
from .options import FailOn
from .options_batch import Batch
from .terminal import painter, say, width

MOST_FINDINGS = 20
"""How many findings a folder's table lists before it refers to `bo validate`."""


def show(findings: list[Finding]) -> None:
    """Say findings that are no result."""
    from ..findings.render_text import text
    from ..records.excerpts import with_text

    say("\n\n".join(text(one) for one in with_text(findings)))


def opened_under(batch: Batch[Any], setup: Setup, command: str) -> Opened | None:
    """What is known of the set-up of a command; None, and said, when nothing can be judged under it."""
    kept = batch.head()
    opened = Opened.unpacked(kept) if kept is not None else None
    if opened is None:
        from ..casework.assess import Assessor

        assessor = Assessor(setup)
        opened = Opened.of(assessor)
        if opened is None:
            show([one for one in assessor.problems if one.severity is Severity.FOUT])
            return None
        batch.keep_head(opened.packed())
    if opened.problems:
        show(opened.problems)
    if opened.instead:
        say(f"bo {command}: op {long_date(setup.peildatum)} geldt {opened.instead}.")
    return opened


@dataclass(slots=True)
class Gathering:
    """Gathers a folder: the most urgent rows in a heap of bounded size, and counts over all."""

    fail_on: FailOn
    most: int
    totals: Totals = field(default_factory=Totals)
    heap: list[tuple[_Reversed, int, Judged]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    more_findings: int = 0
    interrupted: bool = False
    pupils: Pupils = field(default_factory=Pupils)

    def gather(self, results: Iterator[Judged | Finding | Crash]) -> Iterator[str]:
        """Take in what the files gave, of a pupil the one that counts first; gives what was rendered, as it comes."""
        try:
            for number, result in enumerate(results):
                if isinstance(result, Judged):
                    if self._judged(result, number) and result.output:
                        yield result.output
                    continue
                if isinstance(result, Crash):
                    self.totals.internal += 1
                self._refuse([result.finding if isinstance(result, Crash) else result])
        except KeyboardInterrupt:
            self.interrupted = True

    def _judged(self, result: Judged, number: int) -> bool:
        """Count a file; whether it counts, so that what was rendered of it is wanted."""
        if not result.is_record:
            return True
        self.totals.files += 1
        if not result.judged:
            self._refuse(result.findings)
            return True
        again = self.pupils.note(result.path, result.pupil)
        if again is not None:
            self.totals.doubles += 1
            self._list([again])
            return False
        self.totals.judged += 1
        if result.brief is None:
            return True
        self.totals.add(result.brief)
        item = (_Reversed(result.brief.urgency), number, result)
        if self.most and len(self.heap) >= self.most:
            heapq.heappushpop(self.heap, item)
        else:
            heapq.heappush(self.heap, item)
        return True

    def _refuse(self, findings: list[Finding]) -> None:
        self.totals.refused += 1
        self._list(findings)

    def _list(self, findings: list[Finding]) -> None:
        self.totals.weigh_all(findings)
        room = max(MOST_FINDINGS - len(self.findings), 0)
        self.findings += findings[:room]
        self.more_findings += len(findings[room:])

    def print_table(self, opened: Opened, setup: Setup, narrow: Narrow) -> None:
        """Write the most urgent rows, the counts, and what is wrong with files."""
        from ..casework.folder_text import UNTIL, summary, table
        from ..findings.paint import folded
        from ..findings.render_text import text
        from ..records.excerpts import with_text

        paint, columns = painter(), width()
        ordered = sorted(self.heap, key=lambda one: (one[0].key, one[1]))
        rows = [row for _, _, one in ordered if (row := one.shown()) is not None]
        lines = list(table(rows, paint, columns)) if rows else []
        if self.totals.shown > len(rows):
            lines.append(f"… en nog {self.totals.shown - len(rows)}; `--max 0` toont alle leerlingen")
        if lines:
            lines.append("")
        if self.totals.judged or self.totals.refused:
            lines += summary(self.totals, setup.peildatum, opened.frame, (CLOSED, *opened.levels), paint, columns)
        remarks = [UNTIL if narrow.until is not None else None, opened.warning]
        lines += [line for one in remarks if one is not None for line in folded(one, columns, "  ", "")]
        for finding in with_text(self.findings):
            lines += ["", text(finding, paint, columns)]
        if self.more_findings:
            lines += [
                "",
                f"… en nog {count(self.more_findings, 'bevinding', 'bevindingen')}; `bo validate` toont ze alle",
            ]
        if lines:
            sys.stdout.write("\n".join(lines) + "\n")

    def say_doubles(self) -> None:
        """Where there is no table: say that files were passed over, and which."""
        again = [one for one in self.findings if one.code == SAME_PUPIL.code]
        if again:
            show(again)

    def exit_code(self, paths: list[str]) -> int:
        """The exit code of the run; says it when the run was broken off or found nothing."""
        if self.interrupted:
            say(f"bo: onderbroken; {count(self.totals.judged, 'dossier', 'dossiers')} beoordeeld.")
            return INTERRUPTED
        if self.totals.internal:
            return INTERNAL
        if not self.totals.judged and not self.totals.refused:
            show([reading.NO_RECORDS.at(Place(paths[0]))])
            return NO_RECORDS
        worst = self.totals.worst
        return FINDINGS if worst is not None and worst.reaches(self.fail_on.severity) else FINE


class _Reversed:
    """Turns an order around, so that the heap gives up its least urgent row first."""

    __slots__ = ("key",)

    def __init__(self, key: tuple[object, ...]) -> None:
        self.key = key

    def __lt__(self, other: _Reversed) -> bool:
        return other.key < self.key

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Reversed) and self.key == other.key

    __hash__ = None  # type: ignore[assignment]
