"""Who sat at the table, as the dossier knows them: each person of a meeting gets an id of the dossier."""

from __future__ import annotations

from collections.abc import Iterable

from ...model.dossier import Betrokkene
from ...model.ot import Agendapunt, Ot

LONGEST = 40
"""Characters in an id."""


def at_the_table(meeting: Ot, item: Agendapunt) -> dict[str, Betrokkene]:
    """Everyone whom a meeting knows for one pupil, by id: members, experts, and who is invited for this pupil only."""
    return {one.id: one for one in (*meeting.externe_deskundigen, *meeting.leden, *item.genodigden)}


class People:
    """The people of one dossier, to which those of a meeting are matched.

    By the same role and the same name; else by the same role and the same id; else the person is new, and gets an id that
    is still free. `added` holds who is new, `renamed` the ids under which the dossier has another name.
    """

    def __init__(self, known: Iterable[Betrokkene]) -> None:
        self.known = list(known)
        self.added: list[Betrokkene] = []
        self.renamed: set[str] = set()

    def id_of(self, person: Betrokkene) -> str:
        """The id in the dossier."""
        everyone = [*self.known, *self.added]
        alike = [one for one in everyone if set(one.rol) & set(person.rol)]
        for one in alike:
            if _same(one.naam, person.naam):
                return one.id
        for one in alike:
            if one.id == person.id:
                self.renamed.add(one.id)
                return one.id
        free = _free(person.id, {one.id for one in everyone})
        self.added.append(person.model_copy(update={"id": free}))
        return free


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def _free(wanted: str, taken: set[str]) -> str:
    number, found = 1, wanted
    while found in taken:
        number += 1
        end = f"-{number}"
        found = wanted[: LONGEST - len(end)] + end
    return found
