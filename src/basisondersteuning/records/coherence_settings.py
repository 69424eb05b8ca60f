"""Whether the parts of the settings of a school fit together."""

from __future__ import annotations

from ..findings.catalogue import coherence as codes
from ..findings.finding import Finding, Related
from ..model.settings import Instellingen
from .source import Source
from .tree import Document


def check(settings: Instellingen, document: Document, source: Source) -> list[Finding]:
    """The people of the school each have an id of their own."""
    found: list[Finding] = []
    first: dict[str, int] = {}
    for index, person in enumerate(settings.betrokkenen):
        if person.id in first:
            before = document.mark(("betrokkenen", first[person.id], "id"))[0]
            related = (Related(source.place(before), "hier staat hetzelfde kenmerk al"),)
            place = source.place(document.mark(("betrokkenen", index, "id"))[0])
            found.append(codes.DUPLICATE_ID.at(place, related=related))
        first.setdefault(person.id, index)
    return found
