"""Whether the parts of a record `kengetallen` fit together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from ..findings.catalogue import coherence as codes
from ..findings.catalogue.desk import RATE_UNLIKELY
from ..findings.finding import Finding, Place, Related
from ..model.counts import Aantal
from ..model.kengetallen import EERSTE_TLV, CountKey, Deelnamecijfer, Kengetallen, Telling
from ..model.rates import UNLIKELY, as_published, ratio, total
from .source import Source
from .tree import Document, Path

_BELONGS = {
    "leerlingen": {"onderwijs", "cluster"},
    "arrangementen": set[str](),
    "tlv": {"onderwijs", "categorie"},
    "op_niveau": {"niveau"},
    "plichten_lopend": set[str](),
    "plichten_te_laat": set[str](),
    "overgangen": {"niveau", "van_niveau"},
}
"""The fields that say more of each thing that is counted."""

_NEEDED = {"leerlingen": "onderwijs", "op_niveau": "niveau", "overgangen": "niveau"}
_ON_A_DAY = ("leerlingen", "op_niveau", "plichten_lopend", "plichten_te_laat")
_PARTS = {"cluster": "leerlingen", "categorie": "tlv"}


def check(record: Kengetallen, document: Document, source: Source, today: date) -> list[Finding]:
    """All findings on how the parts of the record fit together; `today` is the day after which a date is in the future."""
    return _Check(record, document, source, today).findings()


class _Check:
    def __init__(self, record: Kengetallen, document: Document, source: Source, today: date) -> None:
        self.record = record
        self.document = document
        self.source = source
        self.today = today

    def findings(self) -> list[Finding]:
        found: list[Finding] = []
        for index, count in enumerate(self.record.tellingen):
            found += self._count(count, ("tellingen", index))
        for index, rate in enumerate(self.record.deelname):
            found += self._rate(rate, ("deelname", index))
        for index, judgement in enumerate(self.record.oordelen):
            if judgement.datum > self.today:
                found.append(codes.FUTURE.at(self._at(("oordelen", index, "datum"))))
        return [*found, *self._twice(), *self._parts(), *self._unlikely()]

    def _at(self, path: Path) -> Place:
        return self.source.place(self.document.mark(path)[0])

    def _count(self, one: Telling, path: Path) -> Iterator[Finding]:
        for name in ("onderwijs", "cluster", "categorie", "niveau", "van_niveau"):
            if getattr(one, name) is not None and name not in _BELONGS[one.wat]:
                yield codes.COUNT_FIELD.at(self._at((*path, name)))
        if one.cluster is not None and one.onderwijs not in (None, "so"):
            yield codes.COUNT_FIELD.at(self._at((*path, "cluster")), "Een cluster hoort alleen bij speciaal onderwijs.")
        if one.wat == "tlv" and one.onderwijs == "bao":
            yield codes.COUNT_FIELD.at(self._at((*path, "onderwijs")), "Een TLV is voor SBO of SO.")
        needed = _NEEDED.get(one.wat)
        if needed is not None and getattr(one, needed) is None:
            yield codes.COUNT_INCOMPLETE.at(self._at((*path, "wat")), f"Bij deze telling ontbreekt `{needed}`.")
        if one.van is not None and one.wat in _ON_A_DAY:
            yield codes.COUNT_PERIOD.at(self._at((*path, "van")), "Dit wordt op één dag geteld, niet over een periode.")
        elif one.van is not None and one.van > one.peildatum:
            yield codes.COUNT_PERIOD.at(self._at((*path, "van")), "Deze periode begint na haar laatste dag.")
        if one.wat == "tlv" and one.peildatum < EERSTE_TLV:
            yield codes.TLV_TOO_EARLY.at(self._at((*path, "peildatum")))
        yield from self._area(one, path)

    def _area(self, one: Telling | Deelnamecijfer, path: Path) -> Iterator[Finding]:
        if one.gebied in ("school", "schoolbestuur") and one.code is None:
            yield codes.COUNT_AREA.at(self._at((*path, "gebied")), "Bij een school of schoolbestuur ontbreekt `code`.")
        if one.gebied == "landelijk" and one.code is not None:
            yield codes.COUNT_AREA.at(self._at((*path, "code")), "Bij landelijk hoort geen `code`.")
        if one.peildatum > self.today:
            yield codes.FUTURE.at(
                self._at((*path, "peildatum")), remedy="Verbeter de datum: wat nog niet geteld is, hoort hier niet."
            )

    def _rate(self, one: Deelnamecijfer, path: Path) -> Iterator[Finding]:
        yield from self._area(one, path)
        if one.teller is None or one.noemer is None:
            if one.percentage is None:
                yield codes.RATE_EMPTY.at(self._at(path))
            return
        made = ratio(one.teller, one.noemer)
        if made is None:
            yield codes.RATE_WRONG.at(self._at((*path, "noemer")), "De noemer is 0, en daardoor is niet te delen.")
        elif made.low > 100:
            yield codes.RATE_WRONG.at(self._at((*path, "teller")), "De teller is groter dan de noemer.")
        elif one.percentage is not None and made.narrower(as_published(one.percentage)) is None:
            yield codes.RATE_WRONG.at(self._at((*path, "percentage")))

    def _twice(self) -> Iterator[Finding]:
        met: dict[CountKey, int] = {}
        for index, one in enumerate(self.record.tellingen):
            first = met.setdefault(one.key, index)
            other = self.record.tellingen[first]
            if one.aantal.meets(other.aantal) is None and one.stand == other.stand:
                earlier = Related(self._at(("tellingen", first, "aantal")), "hier is hetzelfde geteld")
                yield codes.SAME_COUNT.at(self._at(("tellingen", index, "aantal")), related=(earlier,))

    def _parts(self) -> Iterator[Finding]:
        """Clusters against special education, and categories against all TLVs of that education."""
        for name, what in _PARTS.items():
            parts: dict[CountKey, list[int]] = defaultdict(list)
            wholes: dict[CountKey, Aantal] = {}
            for index, one in enumerate(self.record.tellingen):
                if one.wat != what:
                    continue
                if getattr(one, name) is None:
                    wholes[one.key] = one.aantal
                else:
                    parts[one.key._replace(cluster=None, categorie=None)].append(index)
            for key, indexes in parts.items():
                whole = wholes.get(key)
                if whole is not None and whole.high is not None and self._sum(indexes).low > whole.high:
                    yield codes.PARTS_EXCEED.at(self._at(("tellingen", indexes[0], "aantal")))

    def _unlikely(self) -> Iterator[Finding]:
        """More pupils in SBO or SO than in regular schools, in a whole region; a school or a board may be like that."""
        regular: dict[CountKey, Aantal] = {}
        special: dict[CountKey, list[int]] = defaultdict(list)
        for index, one in enumerate(self.record.tellingen):
            if one.wat != "leerlingen" or one.gebied in ("school", "schoolbestuur"):
                continue
            if one.onderwijs == "bao":
                regular[one.key] = one.aantal
            elif one.onderwijs is not None:
                special[one.key._replace(cluster=None)].append(index)
        for key, indexes in special.items():
            whole = regular.get(key._replace(onderwijs="bao"))
            known = [index for index in indexes if self.record.tellingen[index].cluster is None] or indexes
            if whole is not None and whole.high is not None and self._sum(known).low > whole.high:
                yield RATE_UNLIKELY.at(self._at(("tellingen", known[0], "aantal")))
        for index, rate in enumerate(self.record.deelname):
            if rate.percentage is not None and rate.percentage > UNLIKELY and rate.gebied not in ("school", "schoolbestuur"):
                message = "Dit is meer dan de helft van de leerlingen: dat is onwaarschijnlijk."
                yield RATE_UNLIKELY.at(self._at(("deelname", index, "percentage")), message)

    def _sum(self, indexes: Sequence[int]) -> Aantal:
        """The sum of counts, each counted once."""
        each = {self.record.tellingen[index].key: self.record.tellingen[index].aantal for index in indexes}
        return total(each.values())
