"""How the page and the workbook show a status, a state and a weight: always in words, never by colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...norms.status import Status
from ...swv.desk.run import BROKEN, COMPLETE, EMPTY, FAILED, OTHER, TO_DO, TWICE, UNSURE


class Beeld(NamedTuple):
    """How something looks: its class in the stylesheet, its sign, its words, what they mean, and its fill in a workbook."""

    klasse: str
    teken: str
    woord: str
    uitleg: str
    vulling: str = ""


NO_OCCASION = Beeld(
    "no", "", "geen aanleiding", "Niets in de SOP geeft aanleiding tot deze regel. Dat is niet hetzelfde als goed."
)

STATUS: Mapping[Status, Beeld] = {
    one: Beeld(css, sign, one.words, meaning, fill)
    for one, css, sign, meaning, fill in (
        (Status.TE_LAAT, "la", "!", "De termijn is voorbij.", "#F6C9BB"),
        (Status.GESCHONDEN, "ge", "✗", "Het had er moeten zijn.", "#F6C9BB"),
        (Status.OPEN, "op", "○", "Het moet nog, en er is tijd.", "#FCE8B2"),
        (Status.ONBEKEND, "on", "?", "Er ontbreekt een gegeven. Onbekend is niet goed en niet fout.", "#DDE3F3"),
        (Status.OORDEEL_NODIG, "oo", "◇", "Mensen moeten eerst oordelen.", "#DDE3F3"),
        (Status.AFGEWEKEN, "af", "≈", "De school week bewust af, met een reden.", "#E8E4DA"),
        (Status.TE_LAAT_VOLDAAN, "vl", "(✓)", "Het is gebeurd, na de termijn.", "#DDEBD3"),
        (Status.VOLDAAN, "vo", "✓", "Het staat in de SOP, op tijd.", "#DDEBD3"),
        (Status.NIET_VAN_TOEPASSING, "nv", "–", "Een uitzondering geldt.", "#E8E4DA"),
    )
}
"""Every status, most urgent first."""

STATE: Mapping[str, Beeld] = {
    BROKEN: Beeld("ge", "✗", "niet te beoordelen", "In het bestand staan fouten; die moeten er eerst uit.", "#F6C9BB"),
    EMPTY: Beeld("on", "?", "leeg formulier", "Alleen de kop is ingevuld. Er valt nog niets te beoordelen.", "#DDE3F3"),
    FAILED: Beeld("ge", "✗", "niet op orde", "Ten minste één regel is niet nagekomen of te laat.", "#F6C9BB"),
    UNSURE: Beeld("on", "?", "niet te zeggen", "Er ontbreekt een gegeven, of mensen moeten eerst oordelen.", "#DDE3F3"),
    TO_DO: Beeld("op", "○", "nog te doen", "Er loopt een termijn.", "#FCE8B2"),
    COMPLETE: Beeld("vo", "✓", "compleet", "Elke regel die geldt, is afgedaan.", "#DDEBD3"),
}
"""What a SOP as a whole came to, worst first."""

SCHOOL_STATE: Mapping[str, tuple[str, str]] = {
    TWICE: ("dubbel", "De school stuurde voor dit schooljaar meer dan één SOP. Zij telt één keer, en nergens anders mee."),
    OTHER: ("naam van een andere school", "De code in de SOP hoort bij een school met een andere naam of een ander bestuur."),
    **{code: (look.woord, look.uitleg) for code, look in STATE.items()},
}
"""How a school stands, in words, and what that means."""


def look_of(status: Status | None) -> Beeld:
    """How a status looks; None is no occasion."""
    return NO_OCCASION if status is None else STATUS[status]
