"""What is going to be written, planned again when the file changes meanwhile: nobody has to type an answer twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ...findings.catalogue import editing
from ...findings.finding import Finding, Severity
from ..app import FINE
from .showing import agreed, put, refused, say_folded, shown, tell_meanwhile, told

if TYPE_CHECKING:
    from ...casework.assess import Assessor
    from ...casework.logging.addition import Addition
    from ...records.load import Loaded
    from .one import How

_TURNS = 3
"""So often a file may change under the hands of somebody who says yes."""


class Settled(NamedTuple):
    """How it ended: the exit code, and whether it stands in the dossier."""

    code: int
    written: bool = False


def settle(
    plan: Callable[[Loaded], Addition], loaded: Loaded, assessor: Assessor, how: How, *, command: str, said: str
) -> Settled:
    """Show what is added, ask, and write it; again on what the file became, when somebody changes it meanwhile."""
    for turn in range(_TURNS):
        done = planned(plan, loaded, assessor)
        shown(done)
        if done.new is None:
            return Settled(refused(done))
        doubtful = bool(done.findings)
        words = "Toch zo vastleggen?" if doubtful else "Zo vastleggen?"
        if not agreed(ja=how.ja, toon=how.toon, words=words, default=not doubtful):
            return Settled(FINE)
        wrong = put([done], command)
        if changed_meanwhile(wrong) and turn + 1 < _TURNS and read_afresh(loaded, assessor) is not None:
            tell_meanwhile([done], wrong)
            continue
        return Settled(told([done], wrong, said), not any(one.severity is Severity.FOUT for one in wrong))
    raise AssertionError("unreachable")


def planned(plan: Callable[[Loaded], Addition], loaded: Loaded, assessor: Assessor) -> Addition:
    """What is added to the dossier as it is now, which may be other than when the first question was asked."""
    done = plan(loaded)
    if done.new is None and changed_meanwhile(done.findings) and (again := read_afresh(loaded, assessor)) is not None:
        say_folded("Dit dossier is intussen veranderd; bo las het opnieuw.")
        done = plan(again)
    return done


def changed_meanwhile(findings: Sequence[Finding]) -> bool:
    """Whether nothing can be written since the file is no longer what it was."""
    return any(one.code == editing.CHANGED_MEANWHILE.code for one in findings)


def read_afresh(loaded: Loaded, assessor: Assessor) -> Loaded | None:
    """The dossier as it is now; None when it has mistakes."""
    from ...model.dossier import Dossier
    from ...records.load import load

    again = load(loaded.name, today=assessor.setup.today)
    return again if isinstance(again.record, Dossier) and again.sound else None
