"""What the folder in which somebody works already tells, so that nobody has to type it again."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from ...model.dossier import Dossier
from ...model.people import Betrokkene
from ...model.swv import Samenwerkingsverband
from ...records.load import load
from ..caseload import DOSSIERS
from ..pupil_files import files_of
from ..pupil_heads import pupils
from ..settings import Settings, find_settings
from ..setup import find_swv


class Known:
    """A folder, with its settings, its samenwerkingsverband and the dossiers that are there; each read when it is asked for."""

    def __init__(self, folder: str, today: date) -> None:
        self.start = folder
        self.today = today
        self.settings: Settings = find_settings([folder], today=today)

    @property
    def base(self) -> str:
        """The folder of the school: that of `bo.yaml`, else the folder itself."""
        return os.path.dirname(self.settings.path) or "." if self.settings.path is not None else self.start

    @property
    def dossiers(self) -> str:
        """The folder for dossiers: `dossiers` beside `bo.yaml`, or in the folder itself where it is there; else the folder."""
        folder = os.path.join(self.base, DOSSIERS)
        return os.path.normpath(folder if self.settings.path is not None or os.path.isdir(folder) else self.start)

    @cached_property
    def idents(self) -> dict[str, str]:
        """The ids of pupils that are taken, each with a file."""
        return dict(pupils(self.base))

    def file_of(self, ident: str) -> str | None:
        """A file of the pupil with this id, small and capital letters alike; None when the id is free."""
        found = files_of(ident, self.base)
        return found[0] if found != [ident] else None

    @cached_property
    def earlier(self) -> list[Dossier]:
        """The dossiers that can be read."""
        found = (load(path, today=self.today).record for path in self.idents.values())
        return [one for one in found if isinstance(one, Dossier)]

    @cached_property
    def region(self) -> Samenwerkingsverband | None:
        """The samenwerkingsverband of this folder, when it can be read."""
        path = find_swv([self.start])
        record = load(path, today=date.max).record if path is not None else None
        return record if isinstance(record, Samenwerkingsverband) else None

    @cached_property
    def school(self) -> str | None:
        """The school: of the settings, else the only one of the earlier dossiers, else the only one of the region."""
        if self.settings.given.school is not None:
            return self.settings.given.school
        found = {one.school for one in self.earlier} or {one for one, _ in self.schools}
        return found.pop() if len(found) == 1 else None

    @property
    def told(self) -> bool:
        """Whether the settings name the school, so that nobody need be asked."""
        return self.settings.given.school is not None

    @property
    def schools(self) -> list[tuple[str, str]]:
        """The schools of the samenwerkingsverband, each with its name."""
        return [(one.vestiging, one.naam) for one in self.region.scholen] if self.region is not None else []

    def teachers(self, group: int) -> list[Betrokkene]:
        """Who taught this group, as the dossier of it with the newest event has it."""
        from ..ot.members import teachers

        same = [one for one in self.earlier if one.leerling.groep == group]
        for one in sorted(same, key=_newest, reverse=True):
            if found := teachers(one, self.today):
                return found
        return []


def _newest(dossier: Dossier) -> date:
    return max((one.datum for one in dossier.tijdlijn), default=date.min)


def with_free_ids(people: Iterable[Betrokkene]) -> list[Betrokkene]:
    """The people, each once by name and roles; whose id is taken by one before gets another."""
    found: list[Betrokkene] = []
    for person in people:
        if any(one.naam.casefold() == person.naam.casefold() and set(one.rol) == set(person.rol) for one in found):
            continue
        taken = {one.id for one in found}
        found.append(person if person.id not in taken else person.model_copy(update={"id": free_ident(person.id, taken)}))
    return found


def free_ident(wanted: str, taken: Iterable[str]) -> str:
    """This id, or with a number behind it the first that is free."""
    ident, number, known = wanted, 1, set(taken)
    while ident in known:
        number += 1
        ident = f"{wanted[:36]}-{number}"
    return ident
