"""What the questions about one frame share: its rooms, where its parts stand, and how a finding is noted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ...findings.catalogue import explore as codes
from ...findings.code import Code
from ...findings.finding import Place, Related
from ...model.frame import Normenkader
from ...records.load import Loaded
from ..calendar import Calendar, Term
from ..frame import Frame, Rule
from .judge import View
from .report import Exploration, Witness
from .room import House, Room
from .search import Found
from .words import timeline_words


class About:
    """One frame while it is explored."""

    def __init__(self, frame: Frame, loaded: Loaded, house: House, report: Exploration) -> None:
        self.frame = frame
        self.loaded = loaded
        self.house = house
        self.report = report

    def of_rule(self, rule: Rule, *path: str | int) -> Place:
        """Where a rule stands; a rule of the frame below has no place here, then that of this frame as a whole."""
        record = self.loaded.record
        own = record.regels if isinstance(record, Normenkader) else []
        index = next((index for index, one in enumerate(own) if one is rule.raw), None)
        return self.loaded.place(("code",) if index is None else ("regels", index, *(path or ("code",))))

    def of_level(self, rank: int) -> Place:
        """Where a niveau stands."""
        record = self.loaded.record
        own = record.niveaus if isinstance(record, Normenkader) else []
        return self.loaded.place(("niveaus", rank - 1, "niveau") if own else ("code",))

    def note(
        self,
        code: Code,
        place: Place,
        message: str,
        room: Room | None = None,
        view: View | None = None,
        *,
        name: str = "",
        label: str = "Kortste voorbeeld",
        related: tuple[Related, ...] = (),
        at_end: bool = False,
    ) -> None:
        """A finding, with the timeline that shows it, as of its last day or (`at_end`) of that of the school year."""
        if room is None or view is None or not view.plan.events:
            self.report.findings.append(code.at(place, message, related=related))
            return
        finding = code.at(place, f"{message} {label}: {timeline_words(view, room.judge)}.", related=related)
        day = self.end_of(view) if at_end else view.days[-1]
        self.report.findings.append(finding)
        self.report.witnesses.append(Witness(f"getuige-{code.code}-{name}", message, room, view, day, finding))

    def end_of(self, view: View) -> date:
        """The last day of the school year in which a timeline ends, as far as the frame holds."""
        return min(end_of_school_year(view.days[-1]), self.frame.end or date.max)

    def undecided(self, place: Place, question: str) -> None:
        """A question for which the bound on timelines was met."""
        self.report.undecided += 1
        message = f"Niet beantwoord: {question}. Het grootste aantal tijdlijnen was bereikt."
        self.report.findings.append(codes.UNDECIDED.at(place, message))


def span(found: Found) -> str:
    """Of which timelines it is said, where that is less than all within the bounds."""
    return "" if found.within is None else f" van ten hoogste {found.within} gebeurtenissen"


def listed(words: Iterable[str]) -> str:
    """`a`, `a en b`, `a, b en c`."""
    *most, last = dict.fromkeys(words)
    return f"{', '.join(most)} en {last}" if most else last


def end_of_school_year(day: date) -> date:
    """31 July of the school year of a day."""
    last: date = Calendar().due(day, Term("schooljaren", 1)).day
    return last
