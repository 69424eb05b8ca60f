"""The key figures of a samenwerkingsverband in one whole: series, counts, verdicts and what is wrong or missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from ...findings.finding import Finding
from ...norms.frame import Frame
from ...norms.frame import Series as NormSeries
from .amounts import Amounts, all_amounts
from .definitions import shown
from .facts import JudgedArea, judge
from .gathered import Area, Gathered
from .remarks import remarks
from .series import Series, all_series, leading
from .sums import Sums


class Report(NamedTuple):
    """What `bo kengetallen` shows. `leading` holds, per area and figure, the series that the norms are about.

    `judged` has an entry for each samenwerkingsverband; `made_up` says that figures are an example. `frame` is None when
    nothing was judged, `ruled` says whether it has rules about key figures; `schools` are the names of the schools by their
    code, empty when they are not known. `name` is that of the one samenwerkingsverband (`number`), None when there are
    several `numbers`; `names` has the names of all. `refused` files do not count: there are mistakes in them.
    """

    name: str | None
    number: str | None
    peildatum: date
    frame: str | None
    asked: str | None
    made_up: bool
    files: int
    refused: int
    ruled: bool
    numbers: tuple[str, ...]
    names: Mapping[str | None, str]
    schools: Mapping[str, str]
    series: tuple[Series, ...]
    leading: tuple[Series, ...]
    amounts: tuple[Amounts, ...]
    judged: tuple[JudgedArea, ...]
    findings: tuple[Finding, ...]

    @property
    def several(self) -> bool:
        """Whether the figures are of more than one samenwerkingsverband."""
        return len(self.numbers) > 1

    @property
    def areas(self) -> tuple[Area, ...]:
        """What there is something to show of, from large to small; the country comes last."""
        found = list(dict.fromkeys([*(one.area for one in self.series), *(one.area for one in self.amounts)]))
        return tuple(sorted(found, key=lambda one: one.gebied == "landelijk"))

    def verdict(self, area: Area) -> JudgedArea | None:
        """What the norms say of an area; None for all but a samenwerkingsverband."""
        return next((one for one in self.judged if one.area == area), None)

    def leads(self, series: Series) -> bool:
        """Whether this is the series that the norms are about."""
        return series in self.leading


def make_report(
    gathered: Gathered,
    *,
    norms: NormSeries | None,
    frame: Frame | None,
    schools: Mapping[str, str] = MappingProxyType({}),
    asked: str | None = None,
    name: str | None = None,
) -> Report:
    """Everything from what was gathered. `schools` are the names of all its schools, `asked` is the definition wanted."""
    sums = Sums(gathered.counts, tuple(schools))
    series = all_series(gathered, sums)
    leads = leading(series, asked)
    amounts = all_amounts(gathered, sums)
    own = _alliances(gathered)
    judged = []
    if norms is not None and frame is not None:
        judged = [judge(one, gathered, leads, amounts, norms, frame) for one in own]
    found = [*gathered.findings, *remarks(gathered, sums, series, leads, amounts, judged)]
    return Report(
        None if gathered.several else shown(name) if name else gathered.names.get(gathered.number),
        gathered.number,
        gathered.peildatum,
        frame.code if frame else None,
        asked,
        gathered.made_up,
        len(gathered.files),
        gathered.refused,
        frame is not None and any(one.over == "kengetallen" for one in frame.rules),
        gathered.numbers,
        gathered.names,
        {code: shown(school) for code, school in schools.items()},
        tuple(one for one in series if asked in (None, one.definitie) or one in leads or one.area.gebied == "landelijk"),
        tuple(leads),
        tuple(amounts),
        tuple(judged),
        tuple(sorted(found, key=lambda one: one.sort_key)),
    )


def _alliances(gathered: Gathered) -> list[Area]:
    """Every samenwerkingsverband that the files are about, also one of which there are no figures yet.

    Figures of which nobody knows to which of several they belong are not judged.
    """
    found = [one for one in gathered.all_areas() if one.gebied == "samenwerkingsverband"]
    found += [Area("samenwerkingsverband", one) for one in gathered.numbers]
    return [one for one in dict.fromkeys(found) if one.code is not None or not gathered.several]
