"""Comply or explain: which waivers cover what.

A waiver touches only its own rule. For a duty that still runs it holds until its end date, and the duty is back the
day after. For something that was broken at one moment it holds when that moment lies on or before its end date.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from .status import Status
from .verdict import Activation


class Waiver(Protocol):
    """An `afwijking`, in whatever record it stands."""

    @property
    def regel(self) -> str:
        """The code of the rule."""
        ...

    @property
    def datum(self) -> date:
        """When it was decided."""
        ...

    @property
    def tot(self) -> date | None:
        """Its last day."""
        ...

    @property
    def betreft(self) -> str | None:
        """The event it is about; None for all."""
        ...


class Waivers:
    """The waivers of one record, as of a day; remembers which were used and which came too late."""

    def __init__(self, waivers: Sequence[Waiver], peildatum: date) -> None:
        self.all = waivers
        self.peildatum = peildatum
        self.used: set[int] = set()
        self.expired: set[int] = set()

    def apply(self, activation: Activation) -> None:
        """Mark an activation as waived where a waiver covers it."""
        if not self.all or activation.status.settled:
            return
        for index, waiver in enumerate(self.all):
            if waiver.regel != activation.rule.code or waiver.datum > self.peildatum or not _concerns(waiver, activation):
                continue
            if waiver.tot is None or self._moment(activation) <= waiver.tot:
                activation.status, activation.waiver = Status.AFGEWEKEN, index
                self.used.add(index)
                self.expired.discard(index)
                return
            if index not in self.used:
                self.expired.add(index)

    def _moment(self, activation: Activation) -> date:
        if activation.status is not Status.GESCHONDEN:
            return self.peildatum
        return activation.outcome.evidence[0].day if activation.outcome.evidence else activation.day


def _concerns(waiver: Waiver, activation: Activation) -> bool:
    if waiver.betreft is None:
        return True
    return activation.entry is not None and activation.entry.values.get("id") == waiver.betreft
