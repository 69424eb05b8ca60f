"""Take in the results of a run one by one: count, leave out what need not be shown, and see what files show together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ...casework.batch import Crash
from ...findings.catalogue import desk as codes
from ...findings.finding import Finding, Place
from ...records.same_pupil import Pupils
from .absent import Seeming
from .across import Across
from .baseline import Baseline, Known
from .choice import Choice
from .fingerprint import fingerprint
from .region import Region
from .run import Checked, Run


class Gathering:
    """Fills a `Run` from the results of its files.

    `open_region` is called once, when the first SOP is met. `whole`: a folder was read, so that a school without a SOP is
    missing. `first` is the first path the user named. `baseline` holds what is known already; `known`, when given,
    gathers what would be known from now on.
    """

    def __init__(
        self,
        run: Run,
        open_region: Callable[[], Region],
        choice: Choice,
        *,
        whole: bool,
        first: str,
        baseline: Baseline | None = None,
        known: Known | None = None,
    ) -> None:
        self.run = run
        self.choice = choice
        self.baseline = baseline
        self.known = known
        self._open_region = open_region
        self._whole = whole
        self._first = first
        self._pupils = Pupils()
        self._across: Across | None = None
        self._seeming = Seeming()

    def through(self, results: Iterable[Checked | Finding | Crash]) -> Iterator[Checked]:
        """The files worth reporting, each with the findings that are asked for. Ctrl-C ends it, with what is known."""
        try:
            for result in results:
                checked = self._taken(result)
                if checked is not None:
                    yield checked
        except KeyboardInterrupt:
            self.run.complete = False
        self._finish()

    def break_off(self) -> None:
        """End before all files were read: what is known so far is what there is."""
        self.run.complete = False
        self._finish()

    def _taken(self, result: Checked | Finding | Crash) -> Checked | None:
        tally = self.run.tally
        if isinstance(result, Crash):
            tally.crashed += 1
            self._seeming.unreadable(result.finding.place.file)
            return self._shown(_alone(result.finding))
        if isinstance(result, Finding):
            tally.unreadable += 1
            self._seeming.unreadable(result.place.file)
            return self._shown(_alone(result))
        if self.baseline is not None:
            self.baseline.reads(result.path)
        again = self._pupils.note(result.path, result.pupil)
        if again is not None:
            prints = (*result.prints, fingerprint(again, result.kind, None))
            result = result._replace(findings=(*result.findings, again), prints=prints)
        if result.kind is None and not result.findings:
            tally.skipped += 1
            return None
        if result.kind is not None:
            tally.kinds[result.kind] += 1
        else:
            tally.unreadable += 1
            self._seeming.unreadable(result.path, result.hint)
        if result.kind == "sop":
            self._sop(result)
        return self._shown(result)

    def _sop(self, checked: Checked) -> None:
        if self._across is None:
            region = self._open_region()
            self._across = Across(region)
            self.run.rules, self.run.frame, self.run.judged = region.rules, region.frame, region.sound
            self.run.swv, self.run.schools = region.swv, region.schools
        certain = self._across.note(checked)
        if checked.sent is None:
            self.run.tally.nameless += 1
            self._seeming.unreadable(checked.path, checked.hint)
        elif not certain:
            self._seeming.doubtful(checked.path, checked.hint)

    def _shown(self, checked: Checked) -> Checked:
        kept = self._kept(zip(checked.findings, checked.prints, strict=True))
        if len(kept) < len(checked.findings):
            found, prints = tuple(one for one, _ in kept), tuple(print for _, print in kept)
            return checked._replace(findings=found, prints=prints)
        return checked

    def _kept(self, findings: Iterable[tuple[Finding, str]]) -> list[tuple[Finding, str]]:
        """The findings that are asked for and were not known, counted."""
        tally = self.run.tally
        kept = []
        for finding, print in findings:
            if not self.choice.keeps(finding.code):
                tally.left_out += 1
                continue
            if finding.code not in _NEVER_KNOWN:
                if self.known is not None:
                    self.known.add(finding, print)
                if self.baseline is not None and self.baseline.knows(print):
                    tally.known += 1
                    continue
            kept.append((finding, print))
        for finding, _ in kept:
            tally.weights[finding.severity] += 1
        tally.codes.update(code for code, _ in {(finding.code, finding.place.file) for finding, _ in kept})
        return kept

    def _finish(self) -> None:
        run = self.run
        run.whole = self._whole and run.complete
        kept: list[tuple[Finding, str]] = []
        if self._across is not None:
            run.year, run.years = self._across.year, self._across.years()
            run.tally.other_frame = self._across.other_frame
            if run.whole:
                run.missing = self._across.missing(self._seeming, run.passed)
            kept += self._kept(_printed(self._across.findings(run.missing)))
            kept.sort(key=lambda one: one[0].sort_key)
        if self.baseline is not None and run.complete:
            kept += self._kept(_printed(self.baseline.stale(self.choice.keeps)))
        if not run.complete:
            kept += self._kept(_printed([codes.BROKEN_OFF.at(Place(self._first))]))
        run.across = tuple(one for one, _ in kept)
        run.across_prints = tuple(print for _, print in kept)


def _printed(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    return ((one, fingerprint(one, None, None)) for one in findings)


_NEVER_KNOWN = frozenset({codes.STALE.code, codes.BROKEN_OFF.code})
"""Codes about the list and the run themselves, which no list holds."""


def _alone(finding: Finding) -> Checked:
    return Checked(finding.place.file, None, (finding,), prints=(fingerprint(finding, None, None),))
