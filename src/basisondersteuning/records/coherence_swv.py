"""Whether the parts of a record `samenwerkingsverband` fit together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..findings.catalogue import coherence as codes
from ..findings.finding import Finding, Related
from ..model.swv import Samenwerkingsverband
from .source import Source
from .tree import Document


def check(record: Samenwerkingsverband, document: Document, source: Source) -> list[Finding]:
    """All findings on how the parts of the record fit together."""
    return [*_schools(record, document, source), *_calendars(record, document, source)]


def _schools(record: Samenwerkingsverband, document: Document, source: Source) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, school in enumerate(record.scholen):
        if school.vestiging in first:
            mark, _ = document.mark(("scholen", index, "vestiging"))
            earlier, _ = document.mark(("scholen", first[school.vestiging], "vestiging"))
            related = (Related(source.place(earlier), "hier staat dezelfde school al"),)
            yield codes.DUPLICATE_ID.at(source.place(mark), "Deze school staat er twee keer in.", related=related)
        first.setdefault(school.vestiging, index)


def _calendars(record: Samenwerkingsverband, document: Document, source: Source) -> Iterator[Finding]:
    known = {school.vestiging for school in record.scholen}
    for index, rooster in enumerate(record.roosters):
        start, end = (int(year) for year in rooster.schooljaar.split("-"))
        if end != start + 1 or not 1900 <= start <= 2200:
            yield codes.SCHOOL_YEAR.at(
                source.place(document.mark(("roosters", index, "schooljaar"))[0]),
                "Een schooljaar loopt over twee jaren die op elkaar volgen, zoals 2026-2027.",
            )
            continue
        if (rooster.regio is None) == (rooster.school is None):
            yield codes.SCHOOL_YEAR.at(
                source.place(document.mark(("roosters", index))[0]),
                "Een rooster is voor precies één regio of voor precies één school.",
                remedy="Vul `regio` of `school` in, niet allebei.",
            )
        elif rooster.school is not None and rooster.school not in known:
            yield codes.SCHOOL_YEAR.at(
                source.place(document.mark(("roosters", index, "school"))[0]),
                "Deze school staat niet bij `scholen`.",
                remedy="Voeg de school toe, of verbeter de code.",
            )
        for number, holiday in enumerate(rooster.vakanties):
            path = ("roosters", index, "vakanties", number)
            if holiday.tot < holiday.van:
                yield codes.ORDER.at(source.place(document.mark((*path, "tot"))[0]), "De vakantie eindigt voor zij begint.")
            elif not date(start, 7, 1) <= holiday.van <= holiday.tot <= date(end, 9, 15):
                yield codes.SCHOOL_YEAR.at(
                    source.place(document.mark((*path, "van"))[0]),
                    "Deze vakantie valt buiten het schooljaar van dit rooster.",
                )
