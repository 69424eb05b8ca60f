"""What holds for a whole run over SOPs: the rules in force, and the schools there should be."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from ...findings.finding import Finding, Place, Severity
from ...findings.packed import TO_READ, pack_findings, unpack_findings
from .run import DeskRule, DeskSchool


@dataclass(slots=True)
class Region:
    """The rules about SOPs and the schools of the samenwerkingsverband.

    `places` gives for each school the place where it is listed. `problems` is what is wrong with frame or file of the
    samenwerkingsverband; with `sound` False nothing can be judged. `another` is the version in force where the user
    named another one. `frames` are the names under which a SOP may name the frame it is held to: its series and versions.
    """

    frame: str | None = None
    rules: tuple[DeskRule, ...] = ()
    swv: str | None = None
    schools: tuple[DeskSchool, ...] = ()
    places: dict[str, Place] = field(default_factory=dict)
    problems: tuple[Finding, ...] = ()
    sound: bool = True
    another: str | None = None
    frames: tuple[str, ...] = ()

    def knows(self, school: str) -> bool:
        """Whether a school belongs to the samenwerkingsverband; where it lists none every school does."""
        return not self.schools or school in self.places


def pack_region(region: Region) -> bytes:
    """A region as JSON, to be kept for the next run; the text of lines is left out."""
    places = {code: [one.file, one.line, one.column, one.length] for code, one in region.places.items()}
    data: list[object] = [region.frame, region.rules, region.swv, region.schools, places, pack_findings(region.problems, "")]
    data += [region.another, region.frames]
    return json.dumps(data, separators=(",", ":")).encode()


def unpack_region(data: bytes) -> Region:
    """The region that was packed. Raises ValueError, TypeError or LookupError for what is none."""
    frame, rules, swv, schools, places, problems, another, frames = json.loads(data)
    return Region(
        frame,
        tuple(DeskRule._make(one)._replace(severity=Severity(one[2])) for one in rules),
        swv,
        tuple(DeskSchool(*one) for one in schools),
        {code: Place(file, line, column, length, TO_READ) for code, (file, line, column, length) in places.items()},
        tuple(unpack_findings(problems, "")),
        another=another,
        frames=tuple(frames),
    )
