"""What the makers of documents get, and what they give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ..casework.assess import Assessor
from ..casework.settings import Settings
from .views import School

if TYPE_CHECKING:
    from .audience.see import Reader


class Paper(NamedTuple):
    """One document, ready to be written in any form.

    `stem` is the name of its file without an ending: letters, digits, `-`, `_` and `.`, never a name of a pupil.
    `document` names its template, `doc` is its view. `subject` is the id of the pupil it is about, where it is about one.
    """

    stem: str
    document: str
    doc: object
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """What holds for every document of a run.

    `names` is False where pupils and people go by a pseudonym. `group` and `pupil` narrow what is made, where asked for.
    `before` is the day before which a school is asked to answer, where one was named.
    """

    assessor: Assessor
    settings: Settings
    reader: Reader
    names: bool
    group: int | None = None
    pupil: str | None = None
    before: date | None = None

    @property
    def peildatum(self) -> date:
        """The day as of which documents are made."""
        return self.assessor.setup.peildatum

    def school(self, code: str) -> School:
        """The school with this BRIN and vestigingsnummer: as the samenwerkingsverband names it, else `bo.yaml`, else its code."""
        swv = self.assessor.swv
        found = next((one for one in swv.scholen if one.vestiging == code), None) if swv else None
        if found is None:
            given = self.settings.given
            own = given.huisstijl.naam if given.school == code else None
            return School(own or f"School {code}", code, "", "", swv.naam if swv else "")
        return School(found.naam, code, found.bevoegd_gezag or "", found.plaats or "", swv.naam if swv else "")
