"""The register beside a frame: who read which rule beside which passage, and whether both still read the same.

A frame without a register was not read yet, which is no mistake. A rule whose passage, or which itself, changed after
it was read is *suspect* (verdacht) until someone reads it again. A version that builds on another inherits the reviews
of its base, as long as the passages that it puts in place of the base's read the same.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..findings.catalogue import review as codes
from ..findings.finding import Finding, Place
from ..model.frame import Normenkader
from ..model.frame_beside import Herziening, Kaderherzieningen
from ..records.load import Loaded, load
from .fingerprint import cites, of_holders, of_passage, of_rule
from .frame import Frame
from .library import Library

SUFFIX = "-herzieningen.yaml"
"""How the file with the reviews of a frame ends."""


class State(StrEnum):
    """Whether something was read beside its source; the values are the words that a reader sees."""

    READ = "nagelezen"
    SUSPECT = "verdacht"
    UNREAD = "nog niet nagelezen"


class Standing(NamedTuple):
    """How it stands with one rule, or with what else holds one passage.

    `code` is the code of the rule, or `DOCUMENT.NUMMER`. `review` is the last review, `changed` the passages that read
    otherwise since, `itself` whether the rule (or what else holds the passage) was changed since.
    """

    code: str
    state: State
    review: Herziening | None = None
    changed: tuple[str, ...] = ()
    itself: bool = False

    @property
    def words(self) -> str:
        """The standing in a few words."""
        if self.review is None:
            return self.state.value
        when = f"{self.review.op.day}-{self.review.op.month}-{self.review.op.year}"
        if self.state is State.READ:
            return f"nagelezen op {when} door {self.review.door}"
        passages = ["de passage"] if self.changed == (self.code,) else [f"passage {one}" for one in self.changed]
        what = passages + (["de tekst in het kader zelf"] if self.itself else [])
        return f"verdacht: {' en '.join(what)} veranderde na {when}, toen {self.review.door} dit las"


@dataclass(slots=True)
class Register:
    """The reviews that hold for one frame: its own and those of the frames that it builds on, newest last."""

    frame: Frame
    reviews: dict[str, Herziening] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def standings(self) -> dict[str, Standing]:
        """How it stands with each rule, and with each passage that something besides rules holds."""
        record = self.frame.record
        prints = {
            passage_code(document.document, one.nummer): of_passage(document.document, one)
            for document in record.bronnen
            for one in document.passages
        }
        found = {}
        for rule in record.regels:
            cited = [passage_code(rule.bron.document, number) for number in rule.bron.passage] if rule.bron else []
            found[rule.code] = self._standing(rule.code, {one: prints[one] for one in cited if one in prints}, of_rule(rule))
        for document in record.bronnen:
            for passage in document.passages:
                code = passage_code(document.document, passage.nummer)
                if held_besides(record, document.document, passage.nummer):
                    own = of_holders(record, document.document, passage.nummer)
                    found[code] = self._standing(code, {code: prints[code]}, own)
        return found

    def _standing(self, code: str, passages: dict[str, str], content: str) -> Standing:
        review = self.reviews.get(code)
        if review is None:
            return Standing(code, State.UNREAD)
        changed = tuple(one for one, print_ in passages.items() if review.passages.get(one) != print_)
        itself = review.inhoud != content
        state = State.SUSPECT if changed or itself else State.READ
        return Standing(code, state, review, changed, itself)


def passage_code(document: str, number: int) -> str:
    """What names a passage in a register: `basisondersteuning-2014.27`."""
    return f"{document}.{number}"


def held_besides(record: Normenkader, document: str, number: int) -> bool:
    """Whether a niveau, `onvertaald` or `elders` holds a passage."""
    niveaus, untranslated, elsewhere = record.niveaus, record.onvertaald, record.elders
    sources = [*(one.bron for one in niveaus), *(one.bron for one in untranslated), *(one.bron for one in elsewhere)]
    return any(cites(one, document, number) for one in sources)


def register_path(frame_path: str) -> str:
    """Where the register of a frame stands: beside it."""
    return os.path.splitext(frame_path)[0] + SUFFIX


def open_register(frame: Frame, library: Library) -> Register:
    """The reviews of a frame and of those it builds on; mistakes in the registers are findings."""
    register = Register(frame)
    for loaded in reversed(library.chain(frame.code)):
        path = register_path(loaded.name)
        if not os.path.isfile(path):
            continue
        found = load(path, today=date.max)
        own = loaded.name == frame.path
        register.findings += found.findings if own else []
        if not isinstance(found.record, Kaderherzieningen) or not isinstance(loaded.record, Normenkader):
            continue
        if found.record.kader != loaded.record.code:
            register.findings += [codes.REVIEW_ELSEWHERE.at(found.place(("kader",)))] if own else []
            continue
        for one in found.record.herzieningen:
            register.reviews[one.code] = one
        if own:
            register.findings += _unknown(frame, found, found.record)
    return register


def suspects(register: Register, loaded: Loaded) -> list[Finding]:
    """A finding for each suspect rule or passage, where it stands in the file of the frame."""
    return [
        codes.SUSPECT.at(_place(one, loaded), _message(one))
        for one in register.standings().values()
        if one.state is State.SUSPECT
    ]


def _message(one: Standing) -> str:
    return f"{one.code} is {one.words}."


def _unknown(frame: Frame, found: Loaded, record: Kaderherzieningen) -> list[Finding]:
    known = {rule.code for rule in frame.record.regels}
    known |= {passage_code(doc.document, one.nummer) for doc in frame.record.bronnen for one in doc.passages}
    return [
        codes.REVIEW_UNKNOWN.at(found.place(("herzieningen", index, "code")))
        for index, one in enumerate(record.herzieningen)
        if one.code not in known
    ]


def _place(one: Standing, loaded: Loaded) -> Place:
    """The rule in the file itself; else the passage that changed; else the frame as a whole."""
    record = loaded.record
    assert isinstance(record, Normenkader)
    for index, rule in enumerate(record.regels):
        if rule.code == one.code:
            return loaded.place(("regels", index, "code"))
    for index, document in enumerate(record.bronnen):
        for number, passage in enumerate(document.passages):
            if passage_code(document.document, passage.nummer) in (one.code, *one.changed):
                return loaded.place(("bronnen", index, "passages", number, "inhoud"))
    return loaded.place(("code",))
