"""Judge dossier files: one set-up, then file by file."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from ..findings.catalogue import frame as frame_codes
from ..findings.catalogue import reading
from ..findings.finding import Finding, Place, Severity
from ..model.dossier import Dossier
from ..model.swv import Samenwerkingsverband
from ..norms.calendar import Calendar
from ..norms.evaluate import Evaluation
from ..norms.frame import Frame, Series
from ..norms.frame_heads import head_of
from ..norms.library import DEFAULT_SERIES, Library, open_library
from ..norms.verdict import Verdict
from ..records.load import Loaded, load
from .receipt import Origin
from .setup import FRAMES as FRAMES
from .setup import SWV_FILE as SWV_FILE
from .setup import Setup as Setup
from .setup import find_above as find_above
from .setup import find_swv as find_swv
from .tasks import Task, tasks_of
from .tasks import heaviest as heaviest

_CALENDARS = 64
"""Calendars of schools that are kept at hand; files of one school mostly come together."""


@dataclass(slots=True)
class Assessment:
    """What one dossier file gave; `verdict` is None when the file could not be judged. `origin` says under what."""

    loaded: Loaded
    verdict: Verdict | None = None
    tasks: list[Task] = field(default_factory=list)
    origin: Origin | None = None

    @property
    def findings(self) -> list[Finding]:
        """Findings on the record and on its waivers and steps, in order of place."""
        if self.verdict is None or not self.verdict.findings:
            return self.loaded.findings
        return sorted([*self.loaded.findings, *self.verdict.findings], key=lambda one: one.sort_key)


class Assessor:
    """Judges dossiers under one set-up. `problems` holds what is wrong with the set-up itself.

    `over` names the records whose rules are wanted; others ask for the rules about their own records.
    """

    def __init__(self, setup: Setup, over: tuple[str, ...] = ("dossier",)) -> None:
        self.setup = setup
        self.over = over
        self.problems: list[Finding] = []
        self._named_at: Place | None = None
        self.swv = self._load_swv()
        self._swv_refused = setup.swv_named and self.swv is None
        self._wrong: list[Finding] = []
        self.library = self._open_library()
        self.series = self._find_series()
        self.frame: Frame | None = self.series.on(setup.peildatum) if self.series else None
        if self.series is not None and self.frame is None:
            self.problems.append(frame_codes.OUTSIDE.at(Place(self.series.name)))
        self._calendars: dict[str, Calendar] = {}

    @property
    def sound(self) -> bool:
        """Whether dossiers can be judged at all."""
        return self.frame is not None and not self._wrong and not self._swv_refused

    @property
    def asked_for_another(self) -> str | None:
        """The version in force where the user named another version of the series; else None."""
        name = self.setup.frame
        if name is None or self.series is None or self.frame is None:
            return None
        named = (one for one in self.series.versions if one.code == name or os.path.abspath(one.path) == os.path.abspath(name))
        return self.frame.code if any(one is not self.frame for one in named) else None

    def all_versions(self) -> list[Frame]:
        """Every version of every series there is: those that come with `bo`, and those of the samenwerkingsverband."""
        library = open_library(self._places(), over=self.over)
        return [frame for series in library.series.values() for frame in series.versions]

    def assess(self, path: str, *, named: bool = True) -> Assessment:
        """Read and judge one file. A file that is no dossier comes back without a verdict and without findings."""
        return self.judge(load(path, today=self.setup.today, named=named), named=named)

    def judge(self, loaded: Loaded, *, named: bool = True) -> Assessment:
        """Judge a record that has been read."""
        record = loaded.record
        if not isinstance(record, Dossier):
            if named and record is not None:
                loaded.findings.append(reading.WRONG_KIND.at(loaded.place(("soort",)), "Dit is geen dossier."))
            return Assessment(loaded)
        if self.series is None or self.frame is None or not loaded.sound:
            return Assessment(loaded)
        verdict = self._evaluation(record, self.series, self.frame, loaded).run()
        origin = Origin(self.series, self.calendar(record.school), self.setup.frame, self.setup.swv if self.swv else None)
        return Assessment(loaded, verdict, tasks_of(verdict, loaded), origin)

    def assess_with_evaluation(self, path: str) -> tuple[Assessment, Evaluation | None]:
        """As `assess`, with the evaluation from which traces can be made; None when the file could not be judged."""
        loaded = load(path, today=self.setup.today)
        record = loaded.record
        if not isinstance(record, Dossier) or self.series is None or self.frame is None or not loaded.sound:
            return self.judge(loaded), None
        evaluation = self._evaluation(record, self.series, self.frame, loaded)
        return Assessment(loaded, evaluation.run()), evaluation

    def _evaluation(self, record: Dossier, series: Series, frame: Frame, loaded: Loaded) -> Evaluation:
        return Evaluation(record, series, frame, self.calendar(record.school), self.setup.peildatum, loaded)

    def calendar(self, school: str) -> Calendar:
        """The calendar of a school."""
        if school not in self._calendars:
            if len(self._calendars) == _CALENDARS:  # a country has more schools than memory should hold
                self._calendars.clear()
            self._calendars[school] = Calendar.of_school(self.swv, school)
        return self._calendars[school]

    def _load_swv(self) -> Samenwerkingsverband | None:
        if self.setup.swv is None:
            return None
        loaded = load(self.setup.swv, today=self.setup.today)
        self.problems += loaded.findings
        if isinstance(loaded.record, Samenwerkingsverband):
            self._named_at = loaded.place(("normenkader",)) if loaded.record.normenkader is not None else None
            return loaded.record
        if loaded.record is not None:
            self.problems.append(reading.WRONG_KIND.at(loaded.place(("soort",)), "Dit is geen samenwerkingsverband."))
        return None

    def _open_library(self) -> Library:
        library = open_library(self._places(), wanted=self._wanted(), over=self.over)
        self._wrong = [one for one in library.findings if one.severity is Severity.FOUT and self._concerns(one, library)]
        self.problems += self._wrong
        return library

    def _concerns(self, finding: Finding, library: Library) -> bool:
        """Whether a mistake touches the frame that is asked for: a draft of another series stops nobody's work."""
        name = self._wanted()
        series = library.find(name)
        if series is None or (self.setup.frame is not None and _is_path(name)):
            return True
        needed = {loaded.name for frame in series.versions for loaded in library.chain(frame.code)}
        head = head_of(finding.place.file)
        return finding.place.file in needed or (head is not None and series.name in (head.series, head.code))

    def _places(self) -> list[str]:
        """Where frames stand besides those that come with `bo`: what the user named, and the folder of the SWV."""
        name = self.setup.frame
        places = [name] if name is not None and _is_path(name) else []
        folder = os.path.join(os.path.dirname(self.setup.swv), FRAMES) if self.setup.swv is not None else ""
        return [*places, folder] if folder and os.path.isdir(folder) else places

    def _wanted(self) -> str:
        """The name of the frame: as the user gave it, else that of the samenwerkingsverband, else ours."""
        return self.setup.frame or (self.swv.normenkader if self.swv else None) or DEFAULT_SERIES

    def _find_series(self) -> Series | None:
        name = self._wanted()
        if self.setup.frame is not None and _is_path(name):
            inside = os.path.abspath(name)
            own = [
                one
                for one in self.library.series.values()
                for frame in one.versions
                if os.path.abspath(frame.path).startswith(inside)
            ]
            if own:
                return own[0]
            if self.library.sound:
                self.problems.append(frame_codes.NOT_FOUND.at(Place(name), "In dit pad staat geen normenkader."))
            return None
        found = self.library.find(name)
        if found is None:
            self.problems.append(self.library.missing(name, self._named_at if self.setup.frame is None else None))
        return found


def _is_path(name: str) -> bool:
    return os.sep in name or "/" in name or name.endswith((".yaml", ".yml")) or os.path.exists(name)
