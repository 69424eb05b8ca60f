"""The file `bo.yaml`: the settings of a school or samenwerkingsverband, found by walking up from what is worked on."""

from __future__ import annotations

import os
from datetime import date
from typing import NamedTuple

from ..findings.catalogue import reading
from ..findings.finding import Finding
from ..model.settings import Instellingen
from ..records.load import load
from .assess import find_above

SETTINGS_FILE = "bo.yaml"
"""The file with settings, in the folder that is worked on or in a folder above it."""


class Settings(NamedTuple):
    """The settings that hold; `path` is their file, None when there is none. `findings` is what is wrong with them.

    Settings that cannot be used are not used: then ours hold.
    """

    given: Instellingen
    path: str | None = None
    findings: tuple[Finding, ...] = ()

    def beside(self, name: str) -> str:
        """A path that the settings name, from the folder of their file."""
        return os.path.join(os.path.dirname(self.path or ""), name)


def find_settings(paths: list[str], *, today: date | None = None) -> Settings:
    """The settings for what is worked on."""
    path = find_above(paths, SETTINGS_FILE)
    if path is None:
        return Settings(Instellingen(soort="instellingen"))
    loaded = load(path, today=today or date.today())
    if isinstance(loaded.record, Instellingen):
        return Settings(loaded.record, path, tuple(loaded.findings))
    findings = list(loaded.findings)
    if loaded.record is not None:
        findings.append(reading.WRONG_KIND.at(loaded.place(("soort",)), "In `bo.yaml` horen instellingen."))
    return Settings(Instellingen(soort="instellingen"), path, tuple(findings))
