"""A file as the overview sees it: the card of a dossier, the agenda of a meeting, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ...findings.finding import Finding
from ...records.discover import Candidate
from ...records.same_pupil import Pupil, pupil_of
from ...records.seen import Seen
from ..judged_pack import NameAt, name_at
from ..setup import Setup
from .card import Agenda, Card

if TYPE_CHECKING:
    from ...records.load import Loaded


@dataclass(slots=True)
class Looked:
    """What one file gave.

    `findings` are those on a file that could not be judged. A file with neither card nor agenda nor findings is something
    else, such as settings. `name` says where in the file the name of the pupil stands, since that is not kept.
    """

    path: str
    card: Card | None = None
    agenda: Agenda | None = None
    findings: list[Finding] = field(default_factory=list)
    pupil: Pupil | None = None
    seen: Seen | None = None
    name: NameAt | None = None


class OverviewJob(NamedTuple):
    """Makes cards under one set-up."""

    setup: Setup

    def open(self) -> Callable[[Candidate], Looked]:
        """What handles one file."""
        from ...records.load import load
        from ..assess import Assessor
        from .made import card_of

        assessor = Assessor(self.setup)

        def handle(candidate: Candidate) -> Looked:
            loaded = load(candidate.path, today=self.setup.today, named=candidate.named)
            if loaded.kind == "ot":
                return _meeting(loaded)
            assessment = assessor.judge(loaded, named=candidate.named)
            card = card_of(assessment)
            missed = card is None and (loaded.kind in (None, "dossier") or candidate.named)
            findings = loaded.findings if missed else []
            return Looked(candidate.path, card, None, findings, pupil_of(loaded), _seen(loaded), _name_at(card, loaded))

        return handle

    def stamp(self) -> str:
        """What answers depend on besides the file."""
        from ..cache_stamp import setup_stamp

        return setup_stamp("overview", self.setup)

    def seen(self, answer: Looked) -> Seen | None:
        """How the file was when it was read."""
        return answer.seen

    def pack(self, answer: Looked) -> bytes | None:
        """The answer without path, name or text."""
        from .pack import pack

        return pack(answer)

    def unpack(self, path: str, named: bool, data: bytes) -> Looked:  # noqa: ARG002
        """The same answer."""
        from .pack import unpack

        return unpack(path, data)


def _meeting(loaded: Loaded) -> Looked:
    from .made import agenda_of

    agenda = agenda_of(loaded)
    return Looked(loaded.name, None, agenda, loaded.findings if agenda is None else [], None, _seen(loaded))


def _seen(loaded: Loaded) -> Seen | None:
    return loaded.source.seen if loaded.source is not None else None


def _name_at(card: Card | None, loaded: Loaded) -> NameAt | None:
    if card is None or not isinstance(card.name, str) or loaded.source is None:
        return None
    return name_at(card.name, loaded.source.data, loaded.source.seen.content) if loaded.source.seen is not None else None
