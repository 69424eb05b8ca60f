"""Open norms and samenwerkingsverband for a run over SOPs."""

from __future__ import annotations

from dataclasses import replace

from ...casework.assess import Assessor, Setup
from ...findings.finding import Severity
from ...findings.packed import TO_READ
from ...model.swv import Samenwerkingsverband
from ...norms.frame import Frame, Rule
from ...records.load import load
from .region import Region
from .run import DeskRule, DeskSchool


def open_region(setup: Setup) -> Region:
    """Open the set-up of a run. Never raises for a mistake of the user: that is in `problems`."""
    assessor = Assessor(setup, over=("sop",))
    region = Region(problems=tuple(assessor.problems), sound=assessor.sound, another=assessor.asked_for_another)
    if not assessor.sound:
        region.problems = tuple(one for one in assessor.problems if one.severity is Severity.FOUT)
    if assessor.frame is not None:
        region.frame = assessor.frame.code
        region.frames = _names(assessor)
        region.rules = _rules(assessor, assessor.frame)
    if assessor.swv is not None and setup.swv is not None:
        _schools(region, assessor.swv, setup)
    return region


def _names(assessor: Assessor) -> tuple[str, ...]:
    series = assessor.series
    return (series.name, *(one.code for one in series.versions)) if series is not None else ()


def _rules(assessor: Assessor, frame: Frame) -> tuple[DeskRule, ...]:
    """Those in force, then those of other versions only: something of an earlier day is judged by the norms of that day."""
    found = {rule.code: rule for rule in frame.rules if rule.over == "sop"}
    for version in reversed(assessor.series.versions if assessor.series else ()):
        for rule in version.rules:
            if rule.over == "sop":
                found.setdefault(rule.code, rule)
    return tuple(_rule(one) for one in found.values())


def _rule(rule: Rule) -> DeskRule:
    card = rule.card
    return DeskRule(
        rule.code, rule.title, rule.severity, rule.source, rule.role, rule.action, card.short, rule.raw.waarom, card.question
    )


def _schools(region: Region, swv: Samenwerkingsverband, setup: Setup) -> None:
    assert setup.swv is not None
    loaded = load(setup.swv, today=setup.today)
    region.swv = swv.naam
    region.schools = tuple(DeskSchool(one.vestiging, one.naam, one.bevoegd_gezag) for one in swv.scholen)
    for index, one in enumerate(swv.scholen):
        place = loaded.place(("scholen", index, "vestiging"))
        region.places[one.vestiging] = replace(place, text=TO_READ)  # as it is when it was kept from an earlier run
