"""What the commands of `bo kader` share: which frames the user asked about, options, and how results are written."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ...findings.catalogue import reading
from ...findings.finding import Finding, Place, Severity
from ..app import NO_RECORDS
from ..terminal import painter, say, width

if TYPE_CHECKING:
    from ...norms.frame import Frame
    from ...norms.library import Library


class ListFormat(StrEnum):
    """How the list of frames is written."""

    TEXT = "text"
    JSON = "json"


class ResultFormat(StrEnum):
    """How findings on frames are written."""

    TEXT = "text"
    SHORT = "short"
    JSON = "json"


FramePaths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PAD", help="Bestanden of mappen met normenkaders [anders: de kaders die bij bo horen]."),
]
ListFormatOption = Annotated[ListFormat, typer.Option("--format", metavar="VORM", help="text of json.")]
ResultFormatOption = Annotated[ResultFormat, typer.Option("--format", metavar="VORM", help="text, short of json.")]


class Chosen:
    """The frames that the user asked about: those in the paths, or without paths the built-in ones.

    A frame in a path may build on one that comes with `bo` or that stands in the same folder, so those are read too.
    """

    def __init__(self, paths: list[str]) -> None:
        from ...norms.library import BUILT_IN, open_library

        if "-" in paths:
            raise typer.BadParameter("een normenkader lezen van de standaardinvoer kan hier niet.", param_hint="PAD")
        self.paths = paths or [str(BUILT_IN)]
        self.places = [os.path.dirname(one) or "." if os.path.isfile(one) else one for one in paths]
        self.library: Library = open_library(self.places)
        self.findings = [one for one in self.library.findings if self.covers(one.place.file)]
        self.frames: list[Frame] = [
            frame for one in self.library.series.values() for frame in one.versions if self.covers(frame.path)
        ]

    def covers(self, file: str) -> bool:
        """Whether a file is one of the paths, or lies in one of them."""
        full = os.path.abspath(file)
        return any(full == path or full.startswith(path + os.sep) for path in map(os.path.abspath, self.paths))

    def nothing(self) -> int:
        """Say that there is no frame."""
        say_findings([reading.NO_RECORDS.at(Place(self.paths[0]), "Hier staat geen normenkader.")])
        return NO_RECORDS


class Two:
    """Frames that the user named, each by its name or its file; `problems` says what is wrong with them.

    Files stand beside those in their folder, since a frame may build on one of them; names are also looked for in the
    folder `kaders`.
    """

    def __init__(self, names: list[str]) -> None:
        from ...casework.assess import FRAMES
        from ...norms.library import newest, open_library

        files = [one for one in names if os.path.exists(one) or one.endswith((".yaml", ".yml")) or "/" in one or os.sep in one]
        self.places = list(dict.fromkeys(os.path.dirname(one) or "." for one in files if os.path.exists(one)))
        if not self.places and os.path.isdir(FRAMES):
            self.places = [FRAMES]
        self.library: Library = open_library(self.places)
        self.frames: list[Frame] = []
        self.problems: list[Finding] = [one for one in self.library.findings if one.severity is Severity.FOUT]
        by_path = {os.path.abspath(one.path): one for series in self.library.series.values() for one in series.versions}
        for name in names:
            found = by_path.get(os.path.abspath(name)) if name in files else newest(name, self.library)
            if found is not None:
                self.frames.append(found)
            elif not self.problems:
                self.problems.append(self.library.missing(name))


def finding_data(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as they stand in the JSON."""
    from ...findings.render_json import as_data

    return [as_data(one) for one in findings]


def write_json(data: dict[str, Any]) -> None:
    """Write one JSON object, with the version of its form."""
    from ...findings.render_json import VERSION

    sys.stdout.write(json.dumps({"versie": VERSION, **data}, ensure_ascii=False, indent=1) + "\n")


def write_findings(findings: list[Finding], lines: list[str], format: ResultFormat) -> None:
    """Findings first, then a line for each frame; in the short form findings only."""
    if format is ResultFormat.JSON:
        write_json({"kaders": [], "bevindingen": finding_data(findings)})
    elif format is ResultFormat.SHORT:
        from ...findings.render_short import short

        sys.stdout.write("".join(short(one) + "\n" for one in findings))
    else:
        from ...findings.render_text import text

        paint, columns = painter(), width()
        sys.stdout.write("".join(text(one, paint, columns) + "\n\n" for one in findings))
        sys.stdout.write("".join(line + "\n" for line in lines))


def say_findings(findings: list[Finding]) -> None:
    """Findings that are no result: to standard error."""
    from ...findings.render_text import text

    say("\n\n".join(text(one) for one in findings))
