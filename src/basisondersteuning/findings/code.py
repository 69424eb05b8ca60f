"""What a finding code is; the codes themselves stand in `catalogue`."""

from __future__ import annotations

from dataclasses import dataclass

from .finding import Finding, Place, Related, Severity


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of mistake: the manual page of one finding code.

    `title` says in a few words what is wrong, `why` why the tool minds, `remedy` what to do. `remedy` is also
    the default remedy of a finding with this code.
    """

    code: str
    name: str
    severity: Severity
    title: str
    why: str
    remedy: str

    def at(
        self,
        place: Place,
        message: str = "",
        *,
        remedy: str = "",
        related: tuple[Related, ...] = (),
        subject: str | None = None,
        suggestion: str | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """Make a finding of this code; without `message` or `remedy` the code's own words are used."""
        if suggestion is not None and not remedy:
            remedy = f"Bedoelde u `{suggestion}`? {self.remedy}"
        return Finding(
            self.code,
            severity or self.severity,
            place,
            message or self.title + ".",
            remedy or self.remedy,
            related,
            subject,
            suggestion,
        )


FOUT, WAARSCHUWING, ADVIES = Severity.FOUT, Severity.WAARSCHUWING, Severity.ADVIES
