"""What one norm frame changes to another, in words: from the records themselves, not from their text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from ..model.base import Model
from ..model.frame import Instelling, Normenkader, Regel
from ..model.nouns import ABOUT
from ..model.words import level_words, long_date, plain
from ..norms.frame import Frame
from ..norms.sentences import begins_with, ends_words, length_words, rule_text

M = TypeVar("M", bound=Model)


class Change(NamedTuple):
    """One difference. `kind` is nieuw, vervalt or gewijzigd; `what` the part of the frame; `code` names it.

    `lines` says it in words; for what changed, pairs of what it was and what it becomes.
    """

    kind: str
    what: str
    code: str
    title: str
    lines: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str, str], ...] = ()


@dataclass(slots=True)
class FrameDiff:
    """All differences between two frames, part by part."""

    old: Frame
    new: Frame
    changes: list[Change] = field(default_factory=list)

    def of(self, what: str) -> list[Change]:
        """The differences in one part."""
        return [one for one in self.changes if one.what == what]


PARTS = {
    "geldigheid": "Geldigheid",
    "instelling": "Instellingen",
    "regel": "Regels",
    "niveau": "Niveaus",
    "einde": "Einde van een dossier",
    "passage": "Passages van de bron",
    "onvertaald": "Onvertaald",
    "elders": "Elders vastgehouden",
}
"""The parts of a frame in the order of the report, with their heading."""


def frame_diff(old: Frame, new: Frame) -> FrameDiff:
    """Everything that `new` changes to `old`."""
    before, after = old.record, new.record
    found = FrameDiff(old, new)
    found.changes += _validity(old, new)
    found.changes += _settings(before, after)
    found.changes += _rules(before, after)
    found.changes += _levels(before, after)
    ends = (_joined(ends_words(before.einde)), _joined(ends_words(after.einde)))
    if before.einde != after.einde:
        found.changes.append(Change("gewijzigd", "einde", "", "Waarmee een dossier eindigt", pairs=(("einde", *ends),)))
    found.changes += _passages(before, after)
    for what, name in (("onvertaald", "onvertaald"), ("elders", "elders")):
        found.changes += _listed(what, getattr(before, name), getattr(after, name))
    return found


def _validity(old: Frame, new: Frame) -> Iterator[Change]:
    pairs = []
    if old.record.geldig != new.record.geldig:
        pairs.append(("geldig", _period(old), _period(new)))
    if old.series != new.series:
        pairs.append(("reeks", old.series, new.series))
    if pairs:
        yield Change("gewijzigd", "geldigheid", "", "Wanneer het kader geldt", pairs=tuple(pairs))


def _period(frame: Frame) -> str:
    until = frame.record.geldig.tot
    return f"vanaf {long_date(frame.start)}" + (f" tot en met {long_date(until)}" if until else "")


def _settings(before: Normenkader, after: Normenkader) -> Iterator[Change]:
    for kind, name, old, new in _matched(before.instellingen, after.instellingen, lambda one: one.naam):
        one = new or old
        assert one is not None
        users = sorted({rule.code for rule in after.regels if _uses(rule, name)}, key=_natural)
        lines = (f"Raakt {', '.join(users)}.",) if users else ()
        if old is None or new is None:
            yield Change(kind, "instelling", name, one.titel, (f"{_setting(one)}. {one.toelichting}", *lines))
        else:
            pairs = [("waarde", _setting(old), _setting(new))] if _setting(old) != _setting(new) else []
            pairs += [
                (key, getattr(old, key), getattr(new, key))
                for key in ("titel", "toelichting")
                if getattr(old, key) != getattr(new, key)
            ]
            yield Change(kind, "instelling", name, one.titel, lines, tuple(pairs))


def _setting(one: Instelling) -> str:
    return f"{length_words(one)} ({one.herkomst})"


def _uses(rule: Regel, setting: str) -> bool:
    """Whether a term of a rule has this setting."""

    def found(node: Any) -> bool:
        if isinstance(node, dict):
            return node.get("instelling") == setting or any(found(one) for one in node.values())
        return isinstance(node, list) and any(found(one) for one in node)

    return found(rule.model_dump(exclude_none=True))


def _rules(before: Normenkader, after: Normenkader) -> Iterator[Change]:
    for kind, code, old, new in _matched(before.regels, after.regels, lambda one: one.code):
        one = new or old
        assert one is not None
        if old is not None and new is not None:
            yield Change(kind, "regel", code, new.titel, pairs=tuple(_rule_pairs(old, before, new, after)))
        elif new is not None:
            about = [f"Gaat over {ABOUT[new.over]}."] if new.over != "dossier" else []
            lines = [*about, *rule_text(new, after).lines]
            lines += [f"Wie: {plain(new.wie)}. {new.doe}", f"Weegt als {new.ernst}. {_source(new)}"]
            yield Change(kind, "regel", code, new.titel, tuple(lines))
        else:
            yield Change(kind, "regel", code, one.titel)


def _rule_pairs(old: Regel, before: Normenkader, new: Regel, after: Normenkader) -> Iterator[tuple[str, str, str]]:
    sentences = (_joined(rule_text(old, before).lines), _joined(rule_text(new, after).lines))
    views: list[tuple[str, str, str]] = [
        ("titel", old.titel, new.titel),
        ("norm", *sentences),
        ("gaat over", ABOUT[old.over], ABOUT[new.over]),
        ("niveau", _level(old), _level(new)),
        ("ernst", old.ernst, new.ernst),
        ("wie", plain(old.wie), plain(new.wie)),
        ("doe", old.doe, new.doe),
        ("waarom", old.waarom, new.waarom),
        ("bron", _source(old), _source(new)),
        ("open punt", old.open_punt or "geen", new.open_punt or "geen"),
    ]
    yield from (one for one in views if one[1] != one[2])


def _level(rule: Regel) -> str:
    return level_words(rule.niveau) if rule.niveau is not None else "geen"


def _source(rule: Regel) -> str:
    if rule.bron is None:
        return f"Afspraak: {rule.afspraak}"
    return f"Bron: {rule.bron.document}, passage {' en '.join(str(one) for one in rule.bron.passage)}."


def _levels(before: Normenkader, after: Normenkader) -> Iterator[Change]:
    for kind, code, old, new in _matched(before.niveaus, after.niveaus, lambda one: one.niveau):
        one = new or old
        assert one is not None
        if old is None or new is None:
            yield Change(kind, "niveau", code, one.naam, tuple(begins_with(one)))
            continue
        views = [
            ("naam", old.naam, new.naam),
            ("begint met", _joined(begins_with(old)), _joined(begins_with(new))),
            ("lopende ondersteuning telt mee", _yes(old.lopende_ondersteuning), _yes(new.lopende_ondersteuning)),
            ("bron", str(old.bron.passage), str(new.bron.passage)),
        ]
        yield Change(kind, "niveau", code, new.naam, pairs=tuple(view for view in views if view[1] != view[2]))


def _passages(before: Normenkader, after: Normenkader) -> Iterator[Change]:
    def all_of(record: Normenkader) -> dict[str, tuple[str, str]]:
        return {
            f"{document.document}, passage {one.nummer}": (document.titel, one.inhoud)
            for document in record.bronnen
            for one in document.passages
        }

    old, new = all_of(before), all_of(after)
    for name in [*old, *(one for one in new if one not in old)]:
        if name not in new:
            yield Change("vervalt", "passage", name, old[name][0])
        elif name not in old:
            yield Change("nieuw", "passage", name, new[name][0], (new[name][1],))
        elif old[name][1] != new[name][1]:
            yield Change("gewijzigd", "passage", name, new[name][0], pairs=(("inhoud", old[name][1], new[name][1]),))


def _listed(what: str, before: Iterable[Any], after: Iterable[Any]) -> Iterator[Change]:
    old, new = list(before), list(after)
    for kind, many, others in (("nieuw", new, old), ("vervalt", old, new)):
        for one in many:
            if one not in others:
                code = f"{one.bron.document}, passage {' en '.join(map(str, one.bron.passage))}"
                text = one.reden if what == "onvertaald" else one.toelichting
                yield Change(kind, what, code, getattr(one, "deel", None) or "", (text,))


def _matched(before: list[M], after: list[M], key: Callable[[M], str]) -> Iterator[tuple[str, str, M | None, M | None]]:
    """What is new, gone or different, by name; what stayed the same is left out."""
    old, new = {key(one): one for one in before}, {key(one): one for one in after}
    for name in [*new, *(one for one in old if one not in new)]:
        was, now = old.get(name), new.get(name)
        if was != now:
            yield ("nieuw" if was is None else "vervalt" if now is None else "gewijzigd"), name, was, now


def _natural(code: str) -> list[Any]:
    import re

    return [int(one) if one.isdecimal() else one for one in re.split(r"(\d+)", code)]


def _joined(lines: Iterable[str]) -> str:
    return " ".join(one.strip() for one in lines)


def _yes(value: bool) -> str:
    return "ja" if value else "nee"
