"""What the commands of `bo sjabloon` share: which folder with own templates is meant, and by which settings."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from ...findings.finding import Finding, Place, Severity
from ..terminal import say, width

if TYPE_CHECKING:
    from ...casework.settings import Settings

DEFAULT_FOLDER = "sjablonen"
"""Where own templates go when nothing else is said."""

TemplatesOption = Annotated[
    str | None, typer.Option("--templates", metavar="MAP", help="Map met eigen sjablonen [anders: die van bo.yaml].")
]


class Own(NamedTuple):
    """The folder with own templates, None when there is none; `place` is where `bo.yaml` names it, None elsewhere."""

    settings: Settings
    folder: str | None
    place: Place | None

    def refused(self) -> bool:
        """Whether the settings or the folder cannot be used; then it is said why."""
        from ...findings.render_text import text

        found = self.mistake()
        wrong = [one for one in (*self.settings.findings, *([found] if found else [])) if one.severity is Severity.FOUT]
        if wrong:
            say("\n\n".join(text(one, width=width()) for one in wrong))
        return bool(wrong)

    def mistake(self) -> Finding | None:
        """Why the folder cannot be used; None when it can, or when there is none."""
        from ...documents.templating.files import folder_mistake

        return folder_mistake(self.folder, self.place) if self.folder is not None else None


def own(given: str | None) -> Own:
    """What the user meant: a folder with templates, a folder with a `bo.yaml` that names one, or what holds here."""
    from ...casework.settings import SETTINGS_FILE, find_settings

    settings = find_settings([given or "."])
    beside = given is None or os.path.isfile(os.path.join(given, SETTINGS_FILE))
    if not beside:
        return Own(settings, given, None)
    named = settings.given.sjablonen
    return Own(settings, None, None) if named is None else Own(settings, settings.beside(named), _place(settings))


def _place(settings: Settings) -> Place:
    from ...records.load import load

    assert settings.path is not None
    return load(settings.path, today=date.today()).place(("sjablonen",))
