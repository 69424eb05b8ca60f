"""A proposed meeting as a person reads it in the terminal, and as plain data. Pupils are named by id only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...findings.paint import Paint, folded, no_paint
from ...model.ot import OPEN_QUESTION
from ...model.words import count, long_date, plain, short_date
from .due import Reason, Waiting
from .plan import LeftOut, Proposal, Slot

_LONGEST_ID = 16
MOST = 20
"""How many pupils who are not on the agenda are named in the terminal."""


class PlanText:
    """Writes one proposal; `width` in columns. `experts` says by area who in the samenwerkingsverband has that expertise."""

    def __init__(self, proposal: Proposal, experts: Mapping[str, str], paint: Paint = no_paint, width: int = 80) -> None:
        self.proposal = proposal
        self.experts = experts
        self.paint = paint
        self.width = max(width, 40)
        ids = [one.waiting.pupil for one in proposal.slots]
        ids += [one.waiting.pupil for one in proposal.left_out] + [one.pupil for one in proposal.nearly]
        self.size = min(max([len("leerling"), *map(len, ids)]), _LONGEST_ID)

    def lines(self) -> Iterator[str]:
        """The whole proposal, line by line."""
        yield from self._head()
        if self.proposal.slots:
            yield ""
            yield from self._agenda()
        yield from self._left_out()
        yield from self._nearly()
        yield from self._remarks()

    def _head(self) -> Iterator[str]:
        proposal = self.proposal
        yield self.paint("bold", f"OT van {long_date(proposal.wanted.day)} · school {proposal.wanted.school}")
        yield from folded(f"Stand op {long_date(proposal.peildatum)} · normenkader {proposal.frame}", self.width, "")
        if not proposal.slots and not proposal.left_out:
            yield from folded("Niemand is aan de beurt.", self.width, "")

    def _agenda(self) -> Iterator[str]:
        proposal, size = self.proposal, self.size
        yield self.paint("bold", f"van    tot    min  {'leerling':<{size}}  gr  waarom")
        indent = 25 + size
        yield f"{'─' * 5}  {'─' * 5}  {'─' * 3}  {'─' * size}  ──  {'─' * max(self.width - indent, 16)}"
        for slot in proposal.slots:
            yield from self._slot(slot)
        used = f"Samen {proposal.used} van de {count(proposal.wanted.length, 'minuut', 'minuten')}"
        yield from folded(f"{used}, tot {proposal.wanted.clock(proposal.used)}.", self.width, "")

    def _slot(self, slot: Slot) -> Iterator[str]:
        clock, one = self.proposal.wanted.clock, slot.waiting
        start, end = clock(slot.start), clock(slot.start + slot.minutes)
        first = f"{start}  {end}  {slot.minutes:>3}  {one.pupil:<{self.size}}  {one.dossier.leerling.groep:>2}  "
        told = [self._reason(each) for each in one.reasons] + self._to_do(slot)
        indent = " " * min(len(first), max(self.width - 30, 8))
        for number, text in enumerate(told):
            lines = folded(text, self.width, indent, None if number else first)
            yield self.paint("red", lines[0]) if not number and one.late(self.proposal.wanted.day) else lines[0]
            yield from lines[1:]

    def _reason(self, one: Reason) -> str:
        """Why; late is what has passed already, and what passes before the meeting will be late then."""
        if one.until is None or one.until >= self.proposal.wanted.day:
            return one.words
        return f"{'te laat' if one.until < self.proposal.peildatum else 'dan te laat'}: {one.words}"

    def _to_do(self, slot: Slot) -> list[str]:
        """What must still be done beforehand."""
        found = [f"eerst nog: {card.short} ({card.code}, {plain(card.role)})" for card in slot.waiting.first_do]
        if slot.expertise:
            wished = ", ".join(
                f"{plain(one)} ({self.experts[one]})" if one in self.experts else plain(one) for one in slot.expertise
            )
            found.append(f"vraag een deskundige: {wished}")
        if slot.question.text == OPEN_QUESTION:
            found.append("schrijf nog: de vraag aan het OT")
        elif slot.question.kind == "consultatie" and slot.question.day is not None:
            found.append(f"kijk na: de vraag is die uit de consultatie van {short_date(slot.question.day)}")
        return found

    def _left_out(self) -> Iterator[str]:
        if not self.proposal.left_out:
            return
        yield ""
        found = self.proposal.left_out
        yield self.paint("bold", f"Ook aan de beurt, maar niet op deze agenda ({len(found)})")
        for one in found[:MOST]:
            yield from self._row(one.waiting.pupil, f"{one.words}.")
            for reason in one.waiting.reasons:
                yield from folded(self._reason(reason), self.width, " " * (self.size + 4))
        yield from self._more(len(found))

    def _nearly(self) -> Iterator[str]:
        if not self.proposal.nearly:
            return
        yield ""
        found = self.proposal.nearly
        yield self.paint("bold", f"Nog niet aan de beurt ({len(found)})")
        for one in found[:MOST]:
            yield from self._row(one.pupil, one.words)
        yield from self._more(len(found))

    def _more(self, number: int) -> Iterator[str]:
        if number > MOST:
            yield from folded(f"… en nog {number - MOST}; `--format json` noemt iedereen", self.width, "  ")

    def _row(self, pupil: str, text: str) -> list[str]:
        return folded(text, self.width, " " * (self.size + 4), f"  {pupil:<{self.size}}  ")

    def _remarks(self) -> Iterator[str]:
        if not self.proposal.slots:
            return
        remarks = [*self.proposal.remarks, *self.proposal.members.notes]
        if remarks:
            yield ""
            yield self.paint("bold", "Let op")
        for one in remarks:
            yield from folded(one, self.width, "    ", "  - ")


def plan_data(proposal: Proposal) -> dict[str, Any]:
    """A proposal as plain data."""
    wanted = proposal.wanted
    return {
        "school": wanted.school,
        "datum": wanted.day.isoformat(),
        "begin": wanted.clock(0),
        "duur": wanted.length,
        "peildatum": proposal.peildatum.isoformat(),
        "normenkader": proposal.frame,
        "agenda": [_slot_data(one, proposal) for one in proposal.slots],
        "volgende_keer": [_left_out_data(one, proposal) for one in proposal.left_out],
        "nog_niet": [{"leerling": one.pupil, "waarom": one.words} for one in proposal.nearly],
        "let_op": [*proposal.remarks, *proposal.members.notes],
    }


def _slot_data(slot: Slot, proposal: Proposal) -> dict[str, Any]:
    clock = proposal.wanted.clock
    return {
        **_waiting_data(slot.waiting, proposal),
        "van": clock(slot.start),
        "tot": clock(slot.start + slot.minutes),
        "minuten": slot.minutes,
        "vervolg": slot.waiting.before,
        "vraag_uit": slot.question.kind,
        "gewenste_expertise": list(slot.expertise),
        "eerst_nog": [{"regel": card.code, "wie": card.role, "doe": card.action} for card in slot.waiting.first_do],
    }


def _left_out_data(one: LeftOut, proposal: Proposal) -> dict[str, Any]:
    return {**_waiting_data(one.waiting, proposal), "waarom_niet": one.words}


def _waiting_data(one: Waiting, proposal: Proposal) -> dict[str, Any]:
    return {
        "leerling": one.pupil,
        "te_laat": one.late(proposal.wanted.day),
        "redenen": [
            {
                "aard": each.why.value,
                "tekst": each.words,
                "sinds": each.since.isoformat(),
                "uiterlijk": each.until.isoformat() if each.until else None,
            }
            for each in one.reasons
        ],
    }
