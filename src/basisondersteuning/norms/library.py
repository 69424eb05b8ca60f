"""Find norm frames, let one build on another, and put the versions of a series in order."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from ..findings.catalogue import frame as codes
from ..findings.catalogue import reading
from ..findings.finding import Finding, Place, Related, Severity
from ..model.facts import EVERY_RECORD
from ..model.frame import Brondocument, Normenkader
from ..records.discover import Candidate, discover
from ..records.load import Loaded, load
from ..records.nearmiss import nearest
from .compile import FrameCompiler, uncovered
from .frame import Frame, Series
from .frame_heads import bases_beside, head_of, not_needed
from .problems import Problems

BUILT_IN = Path(__file__).parent / "frames"
"""The frames that come with the tool."""

CASES_SUFFIX = "-proeven.yaml"
"""How the file with the cases of a frame ends."""

BESIDE = (CASES_SUFFIX, "-herzieningen.yaml")
"""How files end that stand beside a frame and are read only when they are needed."""

_DIGITS = re.compile(r"\d+", re.ASCII)

DEFAULT_SERIES = "kop-van-noord-holland"


@dataclass(slots=True)
class Library:
    """The frames found, compiled, by series; `findings` holds what is wrong with them."""

    series: dict[str, Series] = field(default_factory=dict)
    loaded: dict[str, Loaded] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether the frames may be used."""
        return not any(one.severity is Severity.FOUT for one in self.findings)

    def find(self, name: str) -> Series | None:
        """A series by its name, or by the code of one of its versions."""
        if name in self.series:
            return self.series[name]
        return next((one for one in self.series.values() if any(frame.code == name for frame in one.versions)), None)

    def names(self) -> list[str]:
        """The names by which `find` knows series and versions."""
        return [*self.series, *(frame.code for one in self.series.values() for frame in one.versions)]

    def chain(self, code: str) -> list[Loaded]:
        """The files of a frame and of all it builds on, the frame itself first."""
        found: dict[str, Loaded] = {}
        current: str | None = code
        while current is not None and current in self.loaded and current not in found:
            found[current] = loaded = self.loaded[current]
            current = loaded.record.gebaseerd_op if isinstance(loaded.record, Normenkader) else None
        return list(found.values())

    def missing(self, name: str, place: Place | None = None) -> Finding:
        """The finding for a series that is not there; `place` is where it is named, when that is in a file."""
        meant = nearest(name, self.names())
        remedy = f"Bedoelde u `{meant}`?" if meant else ""
        return codes.NOT_FOUND.at(place or Place(name), remedy=remedy, suggestion=meant)


def open_library(
    paths: Iterable[str] = (),
    *,
    built_in: bool = True,
    wanted: str | None = None,
    today: date = date.max,
    over: Iterable[str] = EVERY_RECORD,
) -> Library:
    """Load and compile the built-in frames and those in `paths` (files or folders).

    Mistakes are findings. A frame with mistakes is left out of its series as far as it cannot be compiled. A file that
    the user named may build on one in its own folder. `wanted`, the name of a series or a version, leaves out the built-in
    frames that it does not need; with `paths` all are loaded, since any of them may be built on. `over` names the records
    whose rules are compiled: who judges dossiers need not wait for the models of a SOP.
    """
    library = Library()
    own = list(paths)
    unneeded = not_needed(str(BUILT_IN), wanted) if wanted is not None and not own else frozenset()
    for candidate in _frames([*([str(BUILT_IN)] if built_in else []), *own], library.findings):
        if candidate.path in unneeded:
            continue
        if not candidate.named and candidate.path.endswith(BESIDE):
            continue
        _take(candidate, today, library)
    for path in own:
        for base in bases_beside(path) if os.path.isfile(path) else ():
            head = head_of(base)
            if head is not None and head.code not in library.loaded:
                _take(Candidate(base, False), today, library)
    _compile_all(library, frozenset(over))
    return library


def _take(candidate: Candidate, today: date, library: Library) -> None:
    """Load one file into the library when it is a frame; a file that was named and is something else is a mistake."""
    loaded = load(candidate.path, today=today, named=candidate.named)
    if loaded.kind in ("kaderproeven", "kaderherzieningen") or (loaded.kind is None and not loaded.findings):
        return
    if loaded.kind not in (None, "normenkader"):
        if candidate.named:
            library.findings.append(reading.WRONG_KIND.at(loaded.place(("soort",)), "Dit is geen normenkader."))
        return
    library.findings += loaded.findings
    record = loaded.record
    if not isinstance(record, Normenkader):
        return
    if record.code not in library.loaded:
        library.loaded[record.code] = loaded
        return
    first = library.loaded[record.code].place(("code",))
    related = (Related(first, "hier staat dezelfde code al"),)
    message = "Een ander normenkader heeft dezelfde code."
    library.findings.append(codes.DUPLICATE.at(loaded.place(("code",)), message, related=related))


def newest(name: str, library: Library) -> Frame | None:
    """A frame by its own code, or the newest version of a series; None when there is none."""
    series = library.find(name)
    if series is None:
        return None
    return next((one for one in series.versions if one.code == name), series.versions[-1])


def series_of(frame: Frame, library: Library) -> Series:
    """The series that a frame is a version of."""
    return library.series[frame.series]


def check_one(loaded: Loaded) -> list[Finding]:
    """What is wrong with one frame as a frame: its rules, its base, its passages."""
    if loaded.record is None or loaded.kind != "normenkader":
        return []
    library = open_library([os.path.dirname(loaded.name) or "."])
    own = os.path.normpath(loaded.name)
    found = [one for one in library.findings if os.path.normpath(one.place.file) == own]
    known = {(one.code, one.place.line, one.place.column) for one in loaded.findings}
    return [one for one in found if (one.code, one.place.line, one.place.column) not in known]


def _frames(paths: Iterable[str], findings: list[Finding]) -> Iterator[Candidate]:
    for found in discover(paths):
        if isinstance(found, Finding):
            findings.append(found)
        else:
            yield found


def _compile_all(library: Library, over: frozenset[str]) -> None:
    versions: dict[str, list[Frame]] = {}
    for code, loaded in library.loaded.items():
        record = _inherit(code, library)
        if record is None:
            continue
        own = loaded.record
        assert isinstance(own, Normenkader)
        problems = Problems(loaded, None if own is record else _own_places(own, record))
        frame = FrameCompiler(record, problems).compile(
            tuple(one.source.data if one.source else b"" for one in library.chain(code)), loaded.name, over
        )
        if own is not record:
            _repeated(own, problems)
        _passages_twice(own, problems)
        library.findings += problems.findings
        missed = set(uncovered(record))
        for index, source in enumerate(own.bronnen):  # those of the base are reported with the base
            for number, passage in enumerate(source.passages):
                if (source.document, passage.nummer) in missed:
                    place = loaded.place(("bronnen", index, "passages", number))
                    message = f"Passage {passage.nummer} van {source.document} is nergens vastgehouden."
                    library.findings.append(codes.UNCOVERED.at(place, message))
        versions.setdefault(record.reeks, []).append(frame)
    for name, frames in versions.items():
        frames.sort(key=lambda one: one.start)
        _check_periods(frames, library)
        library.series[name] = Series(name, tuple(frames))


def _repeated(own: Normenkader, problems: Problems) -> None:
    """Codes that a frame itself gives twice: after merging with its base only the last would be seen."""
    problems.own = None  # from here on a path is one in the file itself
    for name, key in (("regels", "code"), ("instellingen", "naam")):
        words = [getattr(one, key) for one in getattr(own, name)]
        for index, word in enumerate(words):
            if word in words[:index]:
                problems.add(codes.DUPLICATE, (name, index, key))


def _passages_twice(own: Normenkader, problems: Problems) -> None:
    """Numbers of passages that a document gives twice: which of them a rule rests on could not be said."""
    problems.own = None
    for index, document in enumerate(own.bronnen):
        numbers = [one.nummer for one in document.passages]
        for number, one in enumerate(numbers):
            if one in numbers[:number]:
                message = "Dit nummer staat twee keer bij dit document."
                problems.add(codes.DUPLICATE, ("bronnen", index, "passages", number, "nummer"), message)


def _own_places(own: Normenkader, merged: Normenkader) -> dict[str, dict[int, int]]:
    """For each list of a merged frame: which item is the frame's own, and where it stands in its file."""
    places: dict[str, dict[int, int]] = {}
    for name in ("regels", "instellingen", "niveaus", "einde", "onvertaald", "elders"):
        mine = {id(one): index for index, one in enumerate(getattr(own, name))}
        places[name] = {index: mine[id(one)] for index, one in enumerate(getattr(merged, name)) if id(one) in mine}
    return places


def _inherit(code: str, library: Library) -> Normenkader | None:
    """The full record of a frame: its own parts over those of the frame it builds on."""
    chain: list[Normenkader] = []
    seen: list[str] = []
    current: str | None = code
    while current is not None:
        loaded = library.loaded.get(current)
        if loaded is None or not isinstance(loaded.record, Normenkader):
            top = library.loaded[seen[-1]]
            meant = _meant(current, [one for one in library.loaded if one not in seen])
            library.findings.append(codes.BASE.at(top.place(("gebaseerd_op",)), suggestion=meant))
            return None
        if current in seen:
            if code in seen[seen.index(current) :]:
                library.findings.append(codes.CYCLE.at(library.loaded[code].place(("gebaseerd_op",))))
            return None
        seen.append(current)
        chain.append(loaded.record)
        current = loaded.record.gebaseerd_op
    if len(chain) == 1:
        return chain[0]
    return _merge(chain, library)


def _meant(code: str, known: list[str]) -> str | None:
    """The frame that was probably meant; the same year alone makes no likeness."""
    found = nearest(code, known)
    return found if found is not None and nearest(_DIGITS.sub("", code), [_DIGITS.sub("", found)]) else None


def _merge(chain: list[Normenkader], library: Library) -> Normenkader:
    newest = chain[0]
    merged = chain[-1]
    for record in reversed(chain[:-1]):
        known = {rule.code for rule in merged.regels}
        kept = {rule.code for rule in record.regels}
        for index, code in enumerate(record.vervalt):
            place = library.loaded[record.code].place(("vervalt", index))
            if code not in known:
                library.findings.append(codes.UNKNOWN_RULE.at(place, suggestion=nearest(code, known)))
            elif code in kept:
                message = "Deze regel staat ook bij `regels`; hij kan niet tegelijk gewijzigd zijn en vervallen."
                library.findings.append(codes.DUPLICATE.at(place, message, remedy="Haal hem op een van de twee plaatsen weg."))
        gone = set(record.vervalt)
        rules = {rule.code: rule for rule in merged.regels if rule.code not in gone}
        rules.update({rule.code: rule for rule in record.regels})
        settings = {one.naam: one for one in merged.instellingen}
        settings.update({one.naam: one for one in record.instellingen})
        documents = {one.document: one for one in merged.bronnen}
        documents.update({one.document: _with_passages(one, documents.get(one.document)) for one in record.bronnen})
        merged = merged.model_copy(
            update={
                "regels": list(rules.values()),
                "instellingen": list(settings.values()),
                "bronnen": list(documents.values()),
                "niveaus": record.niveaus or merged.niveaus,
                "einde": record.einde or merged.einde,
                "onvertaald": [*merged.onvertaald, *record.onvertaald],
                "elders": [*merged.elders, *record.elders],
            }
        )
    own = {name: getattr(newest, name) for name in ("code", "reeks", "titel", "geldig", "geldigheid", "gebaseerd_op")}
    return merged.model_copy(update=own)


def _with_passages(own: Brondocument, base: Brondocument | None) -> Brondocument:
    """A document of which a version gives only the passages that changed: the others are those of its base."""
    if base is None:
        return own
    passages = {one.nummer: one for one in base.passages} | {one.nummer: one for one in own.passages}
    return own.model_copy(update={"passages": sorted(passages.values(), key=lambda one: one.nummer)})


def _check_periods(frames: list[Frame], library: Library) -> None:
    """A version without an end holds until the next begins; else versions must join without overlap or gap.

    All versions have the same niveaus, so that a history can run on from one to the next.
    """
    for earlier, later in pairwise(frames):
        place = library.loaded[later.code].place(("geldig",))
        related = (Related(library.loaded[earlier.code].place(("geldig",)), "de versie ervoor"),)
        if earlier.end is None and earlier.start < later.start:
            earlier.end = later.start - timedelta(days=1)
        elif earlier.end is None or earlier.end >= later.start:
            library.findings.append(codes.OVERLAP.at(place, related=related))
        elif earlier.end + timedelta(days=1) < later.start:
            library.findings.append(codes.GAP.at(place, related=related))
        if [one.code for one in earlier.levels] != [one.code for one in later.levels]:
            library.findings.append(codes.LEVELS_DIFFER.at(library.loaded[later.code].place(("niveaus",)), related=related))
