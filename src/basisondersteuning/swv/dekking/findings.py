"""What is wrong with the coverage of a region, and with the SOPs it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings.catalogue import desk as codes
from ...findings.finding import Finding, Place, Related, Severity
from ...model.words import count
from ..desk.absent import MAY_BE_PASSED, MAY_BE_THERE
from ..desk.names import BOARD, BOARD_DIFFERS
from .coverage import BROKEN, NO_SOP, SOP, Area, Coverage, SchoolRow
from .gather import Region, Supply
from .profile import Profile
from .words import area_words

MOST_SCHOOLS = 8
"""How many schools a finding names; the tables have them all."""


def findings_of(coverage: Coverage, supply: Supply, region: Region, start: str, *, whole: bool) -> list[Finding]:
    """Every finding, in order of place. `start` is the first path the user named; `whole`: a folder was read, so that a
    school without a SOP is missing."""
    found = [*supply.problems, *_files(supply, region, coverage)]
    if whole:
        message = f"Van deze school is er geen SOP voor {coverage.year}."
        remedy = MAY_BE_THERE if coverage.nameless else MAY_BE_PASSED if coverage.passed.likely else ""
        found += [
            codes.SCHOOL_MISSING.at(region.places[one.code], message, remedy=remedy, subject=one.code)
            for one in coverage.schools
            if one.state == NO_SOP and one.code in region.places
        ]
    found += [codes.SCHOOL_UNKNOWN.at(one.at, subject=one.school) for one in coverage.strangers]
    found += _areas(coverage, region, start)
    return sorted(found, key=lambda one: one.sort_key)


def unusable_findings(supply: Supply) -> list[Finding]:
    """A finding for every file that counts for nothing because of its mistakes."""
    return [codes.SOP_NOT_COUNTED.at(one.place, subject=one.school) for one in supply.unusable]


def _files(supply: Supply, region: Region, coverage: Coverage) -> Iterator[Finding]:
    """Files that count for nothing: with mistakes, or one of several of a school."""
    shown = {one.code for one in coverage.schools if one.state == BROKEN}
    for one in supply.unusable:
        if one.year in (coverage.year, None) and (one.school is None or one.school in shown or not region.has(one.school)):
            yield codes.SOP_NOT_COUNTED.at(one.place, subject=one.school)
    for (school, year), held in sorted(supply.profiles.items()):
        if year == coverage.year and region.has(school):
            for other in held[1:]:
                related = (Related(held[0].at, "een ander SOP van dezelfde school"),)
                yield codes.SAME_SCHOOL.at(other.at, related=related, subject=school)
            yield from (found for one in held for found in _doubtful(one, region))


def _doubtful(profile: Profile, region: Region) -> Iterator[Finding]:
    """A SOP that counts for nothing though it has no mistakes: an empty form, or one with the name of another school."""
    school = profile.school
    if profile.empty:
        yield codes.EMPTY_FORM.at(profile.at, subject=school, severity=Severity.WAARSCHUWING)
    if (differs := region.differing(profile)) is not None:
        related = (Related(region.places[school], "hier staat van welke school deze code is"),)
        yield codes.OTHER_SCHOOL_CODE.at(profile.at, BOARD_DIFFERS if differs == BOARD else "", related=related, subject=school)


def _areas(coverage: Coverage, region: Region, start: str) -> Iterator[Finding]:
    catalogue = region.catalogue or Place(start)
    for index, area in enumerate(coverage.areas):
        if area.asked is None:
            continue
        six = area.asked == "passage_27"
        if six and region.swv is not None and not area.offered_by:
            message = f"Bij `expertise` staat niemand voor {area_words(area.code)}."
            yield codes.NOT_OFFERED.at(catalogue, message)
        without = [one for one in coverage.judged if one.state == SOP and not one.cells[index]]
        if not without:
            continue
        if area.named == 0:
            severity = Severity.FOUT if six else Severity.WAARSCHUWING
            yield codes.NOT_COVERED.at(catalogue, _nobody(area), severity=severity)
        else:
            severity = Severity.WAARSCHUWING if six else Severity.ADVIES
            yield _white_spot(area, without, severity)


def _nobody(area: Area) -> str:
    number = count(area.judged, "school", "scholen")
    return f"Geen enkele school met een SOP ({number}) noemt deskundigheid in {area_words(area.code)}."


def _white_spot(area: Area, without: list[SchoolRow], severity: Severity) -> Finding:
    names = ", ".join(one.code for one in without[:MOST_SCHOOLS])
    more = f" en nog {len(without) - MOST_SCHOOLS}" if len(without) > MOST_SCHOOLS else ""
    verb = "noemt" if len(without) == 1 else "noemen"
    who = f"{len(without)} van de {area.judged} scholen met een SOP"
    message = f"{who} {verb} geen deskundigheid in {area_words(area.code)}: {names}{more}."
    first = without[0].profile
    assert first is not None
    return codes.WHITE_SPOT.at(first.spot, message, severity=severity)
