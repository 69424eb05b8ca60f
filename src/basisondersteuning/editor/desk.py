"""What files are judged by, opened once and opened again when it changes: the samenwerkingsverband and its norm frames."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..casework.assess import Assessor
from ..casework.setup import FRAMES, Setup, find_swv
from ..model.facts import EVERY_RECORD
from ..norms.frame import Frame, Rule

State = tuple[date, str | None, tuple[tuple[str, int, int], ...]]
"""The day, and the files that files are judged by, each with its time and size."""


class FoundRule(NamedTuple):
    """A rule, and the version of a norm frame that holds it."""

    rule: Rule
    frame: Frame


class Desk:
    """Finds and keeps the set-up that goes with a file, as the commands find it."""

    def __init__(self) -> None:
        self._kept: dict[str | None, tuple[State, Assessor]] = {}

    def assessor(self, path: str, today: date) -> Assessor:
        """The set-up for a file, as of today."""
        state = self.state(path, today)
        swv = state[1]
        kept = self._kept.get(swv)
        if kept is None or kept[0] != state:
            kept = self._kept[swv] = state, Assessor(Setup(today, today, swv=swv), over=EVERY_RECORD)
        return kept[1]

    def state(self, path: str, today: date) -> State:
        """What the judgement of a file rests on; when it is another, the file must be judged again."""
        swv = find_swv([path])
        return today, swv, tuple(_files(swv))

    def rule(self, code: str, path: str, today: date) -> FoundRule | None:
        """A rule by its code: of the version in force, else of the newest version that has it."""
        assessor = self.assessor(path, today)
        versions = list(assessor.series.versions) if assessor.series is not None else []
        for frame in [*([assessor.frame] if assessor.frame is not None else []), *reversed(versions)]:
            if code in frame.by_code:
                return FoundRule(frame.by_code[code], frame)
        return None


def _files(swv: str | None) -> Iterator[tuple[str, int, int]]:
    """The files a set-up rests on, each with its time and size."""
    if swv is None:
        return
    folder = os.path.join(os.path.dirname(swv), FRAMES)
    try:
        names = [os.path.join(folder, one) for one in sorted(os.listdir(folder))]
    except OSError:
        names = []
    for name in [swv, *names]:
        try:
            status = os.stat(name)
        except OSError:
            continue
        yield name, status.st_mtime_ns, status.st_size
