"""Whether the dossier found by the id of a pupil is that of the child on the agenda, and whether its parents are the same.

An id with one digit wrong would put the discussion of one child in the dossier of another.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ...findings.catalogue import meeting as codes
from ...findings.finding import Finding, Related
from ...model.dossier import Betrokkene, Dossier
from ...records.load import Loaded
from .outcome import Point


def other_pupil(point: Point, dossier: Loaded) -> Finding | None:
    """The finding when the name on the agenda is not one of the pupil of this dossier; None without a name to compare."""
    item, record = point.item, dossier.record
    assert isinstance(record, Dossier)
    pupil = record.leerling
    known = _words(" ".join(one for one in (pupil.roepnaam, pupil.tussenvoegsel, pupil.achternaam) if one))
    said = _words(item.naam or "")
    if not known or not said or said <= known:
        return None
    place = point.meeting.place(("agenda", point.number, "naam"))
    related = (Related(dossier.place(("leerling",)), "het dossier met dit kenmerk"),)
    return codes.OTHER_PUPIL.at(place, related=related, subject=item.leerling)


def parents_left_out(point: Point, dossier: Loaded) -> Iterator[Finding]:
    """A finding for each parent with gezag in the dossier who is not on the list; none when no parent is."""
    record = dossier.record
    assert isinstance(record, Dossier)
    listed = [_words(one.naam) for one in (*point.item.genodigden, *point.ot.leden) if "ouder" in one.rol]
    if not listed:
        return
    for number, one in enumerate(record.betrokkenen):
        if _is_guardian(one) and _words(one.naam) not in listed:
            related = (Related(dossier.place(("betrokkenen", number)), "deze ouder, in het dossier"),)
            yield point.finding(codes.PARENT_LEFT_OUT, related=related)


def _is_guardian(one: Betrokkene) -> bool:
    return "ouder" in one.rol and one.gezag is True


def _words(name: str) -> frozenset[str]:
    """The words of a name, without accents and capitals."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    return frozenset(plain.casefold().replace(".", " ").replace("-", " ").split())
