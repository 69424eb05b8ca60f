"""What the user asked to see of a caseload: a group, a niveau, the duties of a role, and for whose eyes it is."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ..rows import in_time
from .card import Card


class Choice(NamedTuple):
    """What stays in view.

    `role` and `until` choose duties, as in `bo escalate`: pupils without one are left out, and so are closed dossiers, in which
    nothing is to be done. `audience` is the role for whom this is made: of a pupil only what that role has to do is left, with
    group and niveau: no history, no other duty, no remark. Other pupils are left out; with a group the pupils of that group
    stay, also those without a duty.
    """

    groups: tuple[int, ...] = ()
    level: str | None = None
    role: str | None = None
    until: date | None = None
    audience: str | None = None

    def narrowed(self, card: Card) -> Card | None:
        """The card with what stays in view; None when nothing does."""
        if self.groups and card.group not in self.groups:
            return None
        if card.closed is not None and (self.role, self.until, self.audience) != (None, None, None):
            return None
        if self.level is not None and card.level != self.level:
            return None
        roles = {one for one in (self.role, self.audience) if one is not None}
        duties = tuple(one for one in card.duties if roles <= {one.role} and in_time(one.status, one.due, self.until))
        if not duties and (self.role is not None or self.until is not None or (self.audience is not None and not self.groups)):
            return None
        if self.audience is None:
            return card._replace(duties=duties)
        lines = tuple(one._replace(level=one.supported, ready_for=None, turns=()) for one in card.lines)
        return card._replace(duties=duties, lines=lines, waivers=(), marks=(), ahead=(), last=None, remarks=0, weight=None)
