"""From the files of a run to the coverage of a region: which SOPs count, and what is wrong with the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...casework.batch import Crash
from ...findings.finding import Finding, Place
from ...model.swv import Samenwerkingsverband, School, school_year
from ...records.passed import Passed
from ..desk.names import differing
from .changes import Changes, changes_between
from .coverage import BROKEN, EMPTY, NO_SOP, OTHER, SOP, TWICE, Coverage, SchoolRow
from .profile import Profile, Read, Unreadable, Unusable
from .rows import act_rows, area_rows, areas_of, board_rows, cells_of, field_rows, year_row


@dataclass(slots=True)
class Supply:
    """Everything that was read. `problems` are findings on paths, and on files of which not even the kind is known.

    `unreadable` counts those files, `crashed` those on which `bo` itself failed, `passed` those nobody looked at.
    """

    profiles: dict[tuple[str, str], list[Profile]] = field(default_factory=dict)
    unusable: list[Unusable] = field(default_factory=list)
    unreadable: int = 0
    problems: list[Finding] = field(default_factory=list)
    crashed: int = 0
    complete: bool = True
    passed: Passed = field(default_factory=Passed)

    def take(self, results: Iterable[Read | Crash]) -> Supply:
        """Take in the results of a run; Ctrl-C ends it, with what is known."""
        try:
            for one in results:
                if isinstance(one, Profile):
                    self.profiles.setdefault((one.school, one.year), []).append(one)
                elif isinstance(one, Unusable):
                    self.unusable.append(one)
                elif isinstance(one, Unreadable):
                    self.unreadable += 1
                    self.problems += one.findings
                elif isinstance(one, Crash):
                    self.crashed += 1
                    self.problems.append(one.finding)
                elif isinstance(one, Finding):
                    self.problems.append(one)
        except KeyboardInterrupt:
            self.complete = False
        return self

    @property
    def years(self) -> tuple[str, ...]:
        """The school years there are SOPs for, earliest first; without any SOP that is sound those of SOPs with mistakes."""
        sound = {year for _, year in self.profiles}
        return tuple(sorted(sound or {one.year for one in self.unusable if one.year and _is_year(one.year)}))

    def fuller(self, year: str) -> tuple[str, int] | None:
        """The school year with most SOPs and how many it has, where that is more than `year` has."""
        numbers = Counter(of for _, of in self.profiles)
        best = max(numbers, key=lambda one: (numbers[one], one), default=year)
        return (best, numbers[best]) if numbers[best] > numbers[year] else None

    def counting(self, year: str, region: Region) -> dict[str, Profile]:
        """The SOPs of a school year that count, by school: sound, filled in, the only one of its school, of a school of
        the region, and with its name."""
        return {
            school: held[0]
            for (school, of), held in sorted(self.profiles.items())
            if of == year and len(held) == 1 and region.has(school) and not held[0].empty and region.differing(held[0]) is None
        }

    def strangers(self, year: str, region: Region) -> tuple[Profile, ...]:
        """The SOPs of schools that are not of the region."""
        return tuple(
            one for (school, of), held in sorted(self.profiles.items()) if of == year and not region.has(school) for one in held
        )


@dataclass(slots=True)
class Region:
    """The samenwerkingsverband, where its file was found, and where each school and its catalogue stand in that file."""

    swv: Samenwerkingsverband | None = None
    places: dict[str, Place] = field(default_factory=dict)
    catalogue: Place | None = None
    _schools: dict[str, School] | None = None

    def has(self, school: str) -> bool:
        """Whether a school belongs to the region; without a list of schools every school does."""
        return not self.places or school in self.places

    def differing(self, profile: Profile) -> str | None:
        """What of a SOP plainly differs from the school with its code: `naam` or `bestuur`; None when nothing does."""
        if self._schools is None:
            self._schools = {one.vestiging: one for one in (self.swv.scholen if self.swv else ())}
        known = self._schools.get(profile.school)
        return differing(profile.name, profile.board or "", known.naam, known.bevoegd_gezag) if known is not None else None


def _is_year(text: str) -> bool:
    return re.fullmatch(r"[0-9]{4}-[0-9]{4}", text) is not None and school_year(text) is not None


def coverage_of(supply: Supply, region: Region, year: str) -> Coverage:
    """The coverage of a school year, compared with the last earlier year there are SOPs for."""
    counting = supply.counting(year, region)
    judged = list(counting.values())
    by_year = {one: supply.counting(one, region) for one in supply.years}
    codes = areas_of(region.swv, (one for held in by_year.values() for one in held.values()))
    schools = tuple(_schools(supply, region, year, codes, counting))
    return Coverage(
        region.swv.naam if region.swv else None,
        region.swv.streefniveau if region.swv else None,
        year,
        area_rows(codes, region.swv, schools),
        schools,
        board_rows(codes, schools),
        act_rows(judged),
        field_rows(judged),
        tuple(year_row(codes, one, held.values()) for one, held in by_year.items()),
        _changes(supply, by_year, year, {one.code: one.name for one in schools}),
        supply.strangers(year, region),
        supply.unreadable + sum(one.school is None for one in supply.unusable),
        supply.passed,
    )


def _changes(supply: Supply, by_year: dict[str, dict[str, Profile]], year: str, names: dict[str, str]) -> Changes | None:
    before = max((one for one in supply.years if one < year), default=None)
    return None if before is None else changes_between(before, year, by_year[before], by_year.get(year, {}), names)


def _schools(
    supply: Supply, region: Region, year: str, codes: tuple[str, ...], counting: dict[str, Profile]
) -> Iterable[SchoolRow]:
    """The schools of the region in the order of its file; without a file those there are SOPs of."""
    not_counted = _not_counted(supply, region, year)
    listed = region.swv.scholen if region.swv else []
    known = {one.vestiging: one for one in listed}
    for code in known or sorted({*counting, *not_counted}):
        school, profile = known.get(code), counting.get(code)
        held = supply.profiles.get((code, year), [])
        yield SchoolRow(
            code,
            school.naam if school else held[0].name if held else "",
            (school.bevoegd_gezag if school else None) or (profile.board if profile else None),
            school.plaats if school else None,
            SOP if profile else not_counted.get(code, NO_SOP),
            cells_of(codes, profile) if profile else (),
            profile,
        )


def _not_counted(supply: Supply, region: Region, year: str) -> dict[str, str]:
    """Why the SOP of a school does not count, for the schools that sent one that does not."""
    found = {one.school: BROKEN for one in supply.unusable if one.school and one.year in (year, None)}
    for (school, of), held in supply.profiles.items():
        if of != year:
            continue
        if len(held) > 1:
            found[school] = TWICE
        elif held[0].empty:
            found[school] = EMPTY
        elif region.differing(held[0]) is not None:
            found[school] = OTHER
    return found
