"""What the coverage of a region needs of one SOP: a small value per file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeAlias

from ...findings.catalogue import reading
from ...findings.finding import Finding, Place
from ...model.sop import Sop
from ...records.discover import Candidate
from ...records.load import Loaded, load
from ..desk.form import is_empty_form


class Expert(NamedTuple):
    """Expertise of a school: its area, where it is, and who offers it."""

    area: str
    place: str
    who: str | None


class Act(NamedTuple):
    """An intervention of a school: its name, `preventief` or `licht_curatief`, and its area where it is given."""

    name: str
    kind: str
    area: str | None


class Facility(NamedTuple):
    """A facility of a school, with its field where it is given."""

    name: str
    field: str | None


class Profile(NamedTuple):
    """One sound SOP. `at` is the place of its school, `spot` that of its list of expertise, or of the record without one.

    `empty`: it is a form of which only the head was filled in.
    """

    path: str
    school: str
    year: str
    name: str
    board: str | None
    experts: tuple[Expert, ...]
    acts: tuple[Act, ...]
    facilities: tuple[Facility, ...]
    at: Place
    spot: Place
    empty: bool = False


class Unusable(NamedTuple):
    """A SOP with mistakes: it counts for nothing. School and year are None when not known."""

    place: Place
    school: str | None
    year: str | None


class Unreadable(NamedTuple):
    """A file of which not even the kind is known, and why."""

    findings: tuple[Finding, ...]


Read: TypeAlias = Profile | Unusable | Unreadable | Finding | None
"""What one file gave; None when it is no SOP, a finding where the user named that very file."""


class ProfileJob(NamedTuple):
    """Reads SOPs; small and picklable, so that each process can open its own."""

    today: date

    def open(self) -> Callable[[Candidate], Read]:
        """What handles one file."""
        today = self.today

        def handle(candidate: Candidate) -> Read:
            loaded = load(candidate.path, today=today, named=candidate.named)
            if loaded.kind not in (None, "sop"):
                wrong = reading.WRONG_KIND.at(loaded.place(("soort",)), "Dit is geen SOP.")
                return wrong if candidate.named else None
            if loaded.kind is None:
                return Unreadable(tuple(loaded.findings)) if loaded.findings else None
            if isinstance(loaded.record, Sop) and loaded.sound:
                return profile_of(loaded.record, loaded)
            return unusable(loaded)

        return handle


def profile_of(record: Sop, loaded: Loaded) -> Profile:
    """What counts of a sound SOP."""
    spot = ("deskundigheid",) if record.deskundigheid else ("soort",)
    return Profile(
        loaded.name,
        record.school,
        record.schooljaar,
        record.naam,
        record.bestuur.naam if record.bestuur else None,
        tuple(Expert(one.gebied, one.plaats, one.wie) for one in record.deskundigheid),
        tuple(Act(one.naam, one.aard, one.gebied) for one in record.interventies),
        tuple(Facility(one.naam, one.veld) for one in record.voorzieningen),
        loaded.place(("school",)),
        loaded.place(spot),
        is_empty_form(record),
    )


def unusable(loaded: Loaded) -> Unusable:
    """Whose SOP a file with mistakes seems to be; its first mistake is its place."""
    root = loaded.document.root if loaded.document is not None else {}
    school, year = root.get("school"), root.get("schooljaar")
    return Unusable(
        loaded.findings[0].place if loaded.findings else Place(loaded.name),
        school if isinstance(school, str) else None,
        year if isinstance(year, str) else None,
    )
