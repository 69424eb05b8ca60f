"""The step to the niveau that begins with a discussion in the ondersteuningsteam, as the verdict gives it."""

from __future__ import annotations

from ...model.words import count, plain, with_article
from ...norms.verdict import Activation, StrandVerdict, Verdict
from .facts import level_now
from .views import Stap, Voorwaarde

DISCUSSION = "ot_bespreking"


def steps(verdict: Verdict) -> tuple[Stap, ...]:
    """One for each strand; conditions only where the next niveau begins with a discussion in the ondersteuningsteam."""
    return tuple(_step(verdict, one) for one in verdict.strands)


def _step(verdict: Verdict, one: StrandVerdict) -> Stap:
    name, now = plain(one.strand.name), level_now(verdict, one)
    following = one.next_level
    if verdict.ended is not None or following is None:
        return Stap(name, now, "", ())
    if DISCUSSION not in following.kinds:
        starts = [level for level in verdict.frame.levels if DISCUSSION in level.kinds]
        reached = bool(starts) and one.rank >= starts[0].rank
        words = "" if reached else f"De eerstvolgende stap is {with_article(following.code)}, en die begint niet in het OT."
        return Stap(name, now, words, ())
    met = sum(item.status.settled for item in one.conditions)
    target = with_article(following.code)
    if one.ready:
        words = f"Alle voorwaarden voor {target} zijn vervuld. Of de stap er komt, beslissen mensen."
    elif one.conditions:
        words = f"Van de {count(len(one.conditions), 'voorwaarde', 'voorwaarden')} voor {target} {_are(met)} vervuld."
    else:
        words = ""
    return Stap(name, now, words, tuple(_condition(item) for item in one.conditions))


def _are(met: int) -> str:
    return f"{'is' if met == 1 else 'zijn'} er {met or 'nog geen'}"


def _condition(one: Activation) -> Voorwaarde:
    settled = one.status.settled
    return Voorwaarde(one.rule.title, one.status.words, settled, "" if settled else one.rule.action)
