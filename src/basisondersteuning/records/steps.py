"""Several files from what they are to what they become; when one fails, back again."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from . import disk


class Step(NamedTuple):
    """One file from `old` to `new`; None: no file. `aside` is where a file goes that is no longer to be there."""

    path: str
    old: bytes | None
    new: bytes | None
    aside: str = ""
    private: bool = True

    @property
    def back(self) -> Step:
        """The other way round."""
        return self._replace(old=self.new, new=self.old)


class Failed(NamedTuple):
    """The step at which it went wrong and why; `standing` are the steps that were taken and could not be taken back."""

    failed: Step
    error: OSError
    standing: list[Step]


def take(steps: Sequence[Step]) -> Failed | None:
    """Take all steps; or none, when one fails and the others can be taken back."""
    taken: list[Step] = []
    for one in steps:
        try:
            _take(one)
        except OSError as error:
            return Failed(one, error, _back(taken))
        except BaseException:  # Ctrl-C
            _back(taken)
            raise
        taken.append(one)
    return None


def _back(taken: Sequence[Step]) -> list[Step]:
    standing: list[Step] = []
    for one in reversed(taken):
        try:
            _take(one.back)
        except OSError:
            standing.append(one)
    return standing


def _take(step: Step) -> None:
    if step.new is None:
        _away(step)
    elif step.old is None:
        disk.make(step.path, step.new, private=step.private)
    else:
        disk.swap(step.path, step.new)


def _away(step: Step) -> None:
    """A file moves aside; over to another drive only its bytes would go, and those are in the journal already."""
    if step.aside:
        with suppress(OSError):
            disk.moved(step.path, step.aside)
    if os.path.lexists(step.path):
        os.unlink(step.path)
    disk.sync_folder(os.path.dirname(step.path))
