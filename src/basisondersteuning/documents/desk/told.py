"""A finding as the page and the workbook tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...findings.catalogue import all_codes
from ...findings.finding import Finding, Place
from ...model.words import plain, short_date
from ...norms.status import Status
from ...records.excerpts import with_text
from ...swv.desk.run import Run
from .views import Melding
from .words import STATUS


class Teller:
    """Tells the findings of one run."""

    def __init__(self, run: Run) -> None:
        self.excerpts = run.excerpts
        self.rules = {one.code: one for one in run.rules}

    def told(self, findings: Iterable[Finding]) -> Iterator[Melding]:
        """The findings in words, in the order given."""
        for one in with_text(findings) if self.excerpts else findings:
            yield self._one(one)

    def why(self, one: Finding) -> str:
        """Why the rule behind a finding is there; of a finding without a rule, why `bo` minds."""
        if one.norm is not None:
            rule = self.rules.get(one.code)
            return rule.why if rule is not None else ""
        code = all_codes().get(one.code)
        return code.why if code is not None else ""

    def _one(self, one: Finding) -> Melding:
        norm = one.norm
        return Melding(
            one.code,
            anchor(one.code) if norm is not None and one.code in self.rules else "",
            one.severity.value,
            STATUS[Status(norm.status)] if norm is not None else None,
            one.message,
            one.remedy,
            self.why(one),
            norm.source if norm is not None else "",
            plain(norm.role) if norm is not None else "",
            short_date(norm.due) if norm is not None and norm.due is not None else "",
            place_words(one.place),
            (one.place.text or "").strip() if self.excerpts else "",
            also(one),
        )


def anchor(code: str) -> str:
    """The anchor of a rule on the page."""
    return "r-" + "".join(one if one.isalnum() or one in "-." else "-" for one in code)


def also(one: Finding) -> tuple[str, ...]:
    """The other places that explain a finding, each with what stands there."""
    return tuple(f"{each.label}: {place_words(each.place)}" for each in one.related)


def place_words(place: Place) -> str:
    """`sops/99XX00.yaml, regel 12`."""
    return f"{place.shown_file}, regel {place.line}" if place.line else place.shown_file
