"""Passage by passage of the sources: what in the frame holds it, and whether someone read that beside the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..findings.paint import Paint, folded, no_paint
from ..model.frame import Brondocument, Passage
from ..model.words import count, level_words, plain
from ..norms.fingerprint import cites, of_passage
from ..norms.frame import Frame, Rule
from ..norms.pattern import Pattern
from ..norms.pattern_compile import TRANSITION
from ..norms.requirement import Combination, Must, Requirement
from ..norms.review import Register, Standing, State, passage_code


class Elsewhere(NamedTuple):
    """A passage that belongs to another kind of record."""

    record: str
    note: str


class PassageView(NamedTuple):
    """One passage with everything that holds it.

    `fields` are the fields of events that its rules look at, as `observatie.gedrag`. `untranslated` pairs each part
    that has no rule with the nature and the reason. `standings` is how it stands with each rule, and with the passage
    itself where something besides rules holds it.
    """

    document: str
    passage: Passage
    fingerprint: str
    rules: tuple[Rule, ...]
    levels: tuple[str, ...]
    fields: tuple[str, ...]
    untranslated: tuple[tuple[str, str, str], ...]
    elsewhere: tuple[Elsewhere, ...]
    standings: tuple[Standing, ...]

    @property
    def accounted(self) -> bool:
        """Whether anything holds the passage."""
        return bool(self.rules or self.levels or self.untranslated or self.elsewhere)


def passage_views(register: Register) -> list[PassageView]:
    """Every passage of a frame, in the order of its sources."""
    frame, standings = register.frame, register.standings()
    return [_view(frame, document, one, standings) for document in frame.record.bronnen for one in document.passages]


def _view(frame: Frame, document: Brondocument, passage: Passage, standings: dict[str, Standing]) -> PassageView:
    name, number = document.document, passage.nummer
    record = frame.record
    rules = tuple(one for one in frame.rules if cites(one.raw.bron, name, number))
    fields = dict.fromkeys(field for rule in rules for field in _fields(rule))
    levels = tuple(one.niveau for one in record.niveaus if cites(one.bron, name, number))
    untranslated = tuple((one.deel or "", one.aard, one.reden) for one in record.onvertaald if cites(one.bron, name, number))
    elsewhere = tuple(Elsewhere(one.record, one.toelichting) for one in record.elders if cites(one.bron, name, number))
    codes = [*(one.code for one in rules), passage_code(name, number)]
    found = tuple(standings[one] for one in codes if one in standings)
    return PassageView(name, passage, of_passage(name, passage), rules, levels, tuple(fields), untranslated, elsewhere, found)


def _fields(rule: Rule) -> Iterator[str]:
    """The fields of events that a rule looks at."""
    for pattern in rule.triggers:
        if pattern.kind != TRANSITION:
            yield from _of(pattern, pattern.kind)
    kinds = [one.kind for one in rule.triggers]
    for requirement in (rule.requirement, *(one.requirement for one in rule.exceptions)):
        yield from _of_requirement(requirement, kinds)


def _of_requirement(requirement: Requirement, kinds: list[str]) -> Iterator[str]:
    if isinstance(requirement, Combination):
        for part in requirement.parts:
            yield from _of_requirement(part, kinds)
    elif isinstance(requirement, Must):
        for kind in kinds:
            yield from _of(requirement.pattern, kind)
    else:
        for pattern in requirement.patterns():
            yield from _of(pattern, pattern.kind)


def _of(pattern: Pattern, kind: str) -> Iterator[str]:
    yield from (f"{kind}.{test.field}" for test in pattern.tests)
    if not pattern.tests:
        yield kind


def summary(views: list[PassageView]) -> str:
    """How many passages are accounted for, and which rules are suspect."""
    held = sum(one.accounted for one in views)
    text = f"{held} van {count(len(views), 'passage', 'passages')} verantwoord"
    suspect = dict.fromkeys(one.code for view in views for one in view.standings if one.state is State.SUSPECT)
    unread = dict.fromkeys(one.code for view in views for one in view.standings if one.state is State.UNREAD)
    text += f"; verdacht: {', '.join(suspect)}" if suspect else "; niets is verdacht"
    if unread:
        text += f"; nog niet nagelezen: {len(unread)}"
    return text + "."


def source_lines(register: Register, paint: Paint = no_paint, width: int = 80) -> Iterator[str]:
    """The sources of a frame as a person reads them."""
    record = register.frame.record
    views = passage_views(register)
    for document in record.bronnen:
        yield from folded(paint("bold", f"{document.titel}, {document.uitgever}, {document.datum}"), width + 8, "")
        yield f"{document.document}"
        for view in views:
            if view.document == document.document:
                yield ""
                yield from _passage_lines(view, paint, width)
        yield ""
    yield from folded(f"{register.frame.code}: {summary(views)}", width, "  ", "")


def _passage_lines(view: PassageView, paint: Paint, width: int) -> Iterator[str]:
    yield paint("bold", f"  Passage {view.passage.nummer}") + f"  (vingerafdruk {view.fingerprint})"
    yield from folded(view.passage.inhoud, width, "    ")
    for place in view.passage.vindplaats:
        yield f"    te lezen: {place}"
    read = {one.code: one for one in view.standings}
    for level in view.levels:
        yield f"    ✓ {level_words(level)}"
    for rule in view.rules:
        standing = read.get(rule.code)
        mark = "!" if standing is not None and standing.state is State.SUSPECT else "✓"
        yield from folded(f"{mark} {rule.code} {rule.title}", width, "      ", "    ")
        if standing is not None and standing.state is State.SUSPECT:
            yield from (paint("yellow", line) for line in folded(f"{standing.words}.", width, "      "))
    if view.fields:
        yield from folded(f"velden: {', '.join(view.fields)}", width, "        ", "      ")
    for part, nature, reason in view.untranslated:
        about = f" ({part})" if part else ""
        yield from folded(f"- onvertaald{about}, {plain(nature)}: {reason}", width, "      ", "    ")
    for one in view.elsewhere:
        yield from folded(f"✓ record {one.record}: {one.note}", width, "      ", "    ")
    own = read.get(passage_code(view.document, view.passage.nummer))
    if own is not None and own.state is State.SUSPECT:
        yield from (paint("yellow", line) for line in folded(f"! {own.words}.", width, "      ", "    "))
    if not view.accounted:
        yield paint("red", "    ! niets in het kader houdt deze passage vast")


def source_data(register: Register) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "kader": register.frame.code,
        "passages": [
            {
                "document": one.document,
                "passage": one.passage.nummer,
                "inhoud": one.passage.inhoud,
                "vindplaats": one.passage.vindplaats,
                "vingerafdruk": one.fingerprint,
                "niveaus": list(one.levels),
                "regels": [rule.code for rule in one.rules],
                "velden": list(one.fields),
                "onvertaald": [{"deel": part or None, "aard": nature, "reden": why} for part, nature, why in one.untranslated],
                "elders": [{"record": where.record, "toelichting": where.note} for where in one.elsewhere],
                "verantwoord": one.accounted,
                "herzien": {standing.code: standing.state.value for standing in one.standings},
            }
            for one in passage_views(register)
        ],
    }
