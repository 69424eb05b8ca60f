"""What several records say of the same thing together: equal counts count once, and contradictions are findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from ...findings.catalogue import desk
from ...findings.code import Code
from ...findings.finding import Finding, Related
from ...model.counts import Aantal
from ...model.kengetallen import CountKey, Deelnamecijfer, Kengetallen, Telling
from ...model.rates import Rate, as_published, ratio
from .definitions import shown
from .gathered import Area, Counted, Gathered, Published, RateKey, Written, record_of
from .origin import Origin, together

T = TypeVar("T", Aantal, Rate)
K = TypeVar("K", Telling, Deelnamecijfer)


def merge(gathered: Gathered, number: str | None) -> None:
    """Fill in the counts and rates of all files. `number` is that of the samenwerkingsverband, where no file says it."""
    known = sorted({one for loaded in gathered.files for one in numbers(record_of(loaded))})
    home = known[0] if len(known) == 1 else number if not known else None
    gathered.number = home
    gathered.numbers = tuple(known)
    for loaded in gathered.files:
        record = record_of(loaded)
        if record.naam:
            gathered.names.setdefault(record.samenwerkingsverband or home, shown(record.naam))
    counts: dict[CountKey, list[tuple[Telling, Written]]] = defaultdict(list)
    rates: dict[RateKey, list[tuple[Deelnamecijfer, Written]]] = defaultdict(list)
    for loaded in gathered.files:
        record = record_of(loaded)
        own = record.samenwerkingsverband or home
        for index, count in enumerate(record.tellingen):
            if count.peildatum <= gathered.peildatum:
                key = count.key._replace(code=_code(count, own))
                counts[key].append((count, Written(loaded, ("tellingen", index))))
        for index, rate in enumerate(record.deelname):
            if rate.peildatum <= gathered.peildatum:
                source = rate.bron if rate.definitie == "eigen" else None
                area = Area(rate.gebied, _code(rate, own))
                key_ = RateKey(area, rate.wat, rate.definitie, source, rate.peildatum)
                rates[key_].append((rate, Written(loaded, ("deelname", index))))
    for key, some in counts.items():
        amount, origin, where = _one(some, _amount, Aantal.meets, gathered.findings, desk.COUNT_CONFLICT, "aantal")
        gathered.counts[key] = Counted(amount, origin, where)
    for key_, several in rates.items():
        rate_, origin, where = _one(several, _given, Rate.narrower, gathered.findings, desk.RATE_CONFLICT, "definitie")
        gathered.published[key_] = Published(rate_, origin, where)
    gathered.findings += _mixed(gathered)
    gathered.findings += _nobodys(gathered)


def numbers(record: Kengetallen) -> Iterator[str]:
    """The samenwerkingsverbanden that a record names."""
    if record.samenwerkingsverband:
        yield record.samenwerkingsverband
    each: Iterable[Telling | Deelnamecijfer] = (*record.tellingen, *record.deelname)
    yield from (one.code for one in each if one.gebied == "samenwerkingsverband" and one.code)


def _code(one: Telling | Deelnamecijfer, own: str | None) -> str | None:
    return one.code or (own if one.gebied == "samenwerkingsverband" else None)


def _one(
    some: list[tuple[K, Written]],
    value: Callable[[K], T],
    meet: Callable[[T, T], T | None],
    findings: list[Finding],
    code: Code,
    name: str,
) -> tuple[T | None, Origin, Written]:
    """What several files say of the same thing together. What is final goes before what is provisional."""
    final = [one for one in some if one[0].stand == "definitief"]
    if final:
        some = [one for one in some if one[0].stand != "voorlopig"]
    first = some[0]
    held: T | None = value(first[0])
    for other in some[1:]:
        if held is not None:
            held = meet(held, value(other[0]))
        if held is None:
            related = (Related(first[1].place(name), "hier staat het ook"),)
            findings.append(code.at(other[1].place(name), related=related))
            break
    origin = together(Origin((one.bron,), one.stand) for one, _ in some)
    return held, origin._replace(stand="definitief") if final else origin, first[1]


def _amount(one: Telling) -> Aantal:
    return one.aantal


def _given(one: Deelnamecijfer) -> Rate:
    """A published rate: from its numerator and denominator where those are given, else as it was rounded."""
    made = ratio(one.teller, one.noemer) if one.teller is not None and one.noemer is not None else None
    if one.percentage is None:
        assert made is not None, "coherence has seen to it"
        return made
    rounded = as_published(one.percentage)
    return rounded if made is None else made.narrower(rounded) or rounded


def _mixed(gathered: Gathered) -> Iterator[Finding]:
    """Made-up and real figures of a samenwerkingsverband side by side; national ones may be real beside an example."""
    own = [one for one in gathered.files if about_itself(record_of(one))]
    if len({record_of(one).verzonnen for one in own}) == 2:
        real = next(one for one in own if not record_of(one).verzonnen)
        made_up = next(one for one in own if record_of(one).verzonnen)
        related = (Related(made_up.place(("verzonnen",)), "deze cijfers zijn verzonnen"),)
        yield desk.MADE_UP_MIXED.at(real.place(("soort",)), related=related)


def _nobodys(gathered: Gathered) -> Iterator[Finding]:
    """Files that say something of a samenwerkingsverband without its number, where the others are about several."""
    for loaded in gathered.files if gathered.several else ():
        record = record_of(loaded)
        each: Iterable[Telling | Deelnamecijfer] = (*record.tellingen, *record.deelname)
        own = any(one.gebied == "samenwerkingsverband" and one.code is None for one in each)
        if record.samenwerkingsverband is None and (own or record.oordelen or record.afwijkingen):
            yield desk.NO_NUMBER.at(loaded.place(("soort",)))


def about_itself(record: Kengetallen) -> bool:
    """Whether a record holds figures of a samenwerkingsverband, its boards or its schools."""
    each: Iterable[Telling | Deelnamecijfer] = (*record.tellingen, *record.deelname)
    return any(one.gebied != "landelijk" for one in each)
