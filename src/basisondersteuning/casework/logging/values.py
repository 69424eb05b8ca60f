"""From what a person says of one field to the value as it will stand in the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, get_args

from pydantic import BaseModel, BeforeValidator

from ...findings.finding import Finding
from ...model.base import Gebeurtenis
from ...model.dossier import Betrokkene
from ...model.reflect import FieldSpec, fields_of
from ...model.spoken_dates import FORMS, FORMS_AHEAD, spoken_date
from ...model.words import short_date
from ...records.nearmiss import nearest
from ...records.parse import parse
from ...records.source import Source
from ...records.tree import Tree
from .persons import found_by

LOOKING_AHEAD = frozenset({"tot", "evaluatiedatum", "wanneer"})
"""Days to come: there `3-11` is the next one. Of every other field it is the last one."""

_LISTED = ("keuze", "persoon", "gebeurtenis")
"""What may stand several on one line with commas; a text may hold commas of its own."""

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that come along with pasting and that YAML does not take."""

_YES_NO = {"ja": "ja", "j": "ja", "nee": "nee", "n": "nee"}


class Unfit(ValueError):
    """What somebody said cannot stand in this field; the text says why, in Dutch, without repeating it.

    `person` is set where it is about who: those are other people in every dossier.
    """

    def __init__(self, words: str, *, person: bool = False) -> None:
        super().__init__(words)
        self.person = person


class Known(NamedTuple):
    """What the answers may refer to. `start` is the day of the event itself, `today` that on which it is written down.

    `dutch`: dates stand in the file as `3-11-2026`.
    """

    people: tuple[Betrokkene, ...]
    events: tuple[Gebeurtenis, ...]
    today: date
    start: date
    dutch: bool = False

    def written(self, day: date) -> str:
        """A day as this file writes it."""
        return short_date(day) if self.dutch else day.isoformat()


def read_field(model: type[BaseModel], name: str, said: Sequence[Tree], known: Known) -> Tree:
    """The value of a field of a model. Raises `Unfit`."""
    spec = fields_of(model)[name]
    answers = [part for one in said for part in _parts(spec, one)]
    if not answers:
        raise Unfit("hier hoort iets te staan.")
    if not spec.many:
        if len(answers) > 1:
            raise Unfit("hier hoort één waarde, en er staan er meer.")
        return read_one(spec, answers[0], known)
    values: list[Tree] = []
    for one in answers:
        values += [each for each in _several(spec, one, known) if each not in values]
    return values[0] if len(values) == 1 and isinstance(values[0], str) and _takes_one(model, name) else values


def read_one(spec: FieldSpec, said: Tree, known: Known) -> Tree:
    """One value. Raises `Unfit`."""
    if spec.kind == "record":
        return _block(spec, said, known)
    if not isinstance(said, str):
        raise Unfit("hier hoort gewone tekst.")
    text = "\n".join(said.split("\r\n")).replace("\r", "\n").strip()
    if not text:
        raise Unfit("hier hoort iets te staan.")
    if _UNSEEN.search(text):
        raise Unfit("hierin staat een teken dat niet te zien is en dat een dossier niet kan hebben; typ deze tekst over.")
    if spec.kind == "datum":
        return known.written(read_day(spec, text, known))
    if spec.kind == "ja_nee":
        if text.lower() not in _YES_NO:
            raise Unfit("schrijf ja of nee.")
        return _YES_NO[text.lower()]
    if spec.kind == "keuze":
        return _chosen(text, spec.values)
    if spec.kind == "persoon":
        return _person(spec, text, known)[0]
    return _event(spec, text, known) if spec.kind == "gebeurtenis" else text


def read_day(spec: FieldSpec, text: str, known: Known) -> date:
    """A day as people say it. Raises `Unfit`."""
    ahead = spec.name in LOOKING_AHEAD
    try:
        return spoken_date(text, known.start if ahead else known.today, ahead=ahead)
    except (ValueError, OverflowError):
        raise Unfit(f"schrijf een dag die bestaat, bijvoorbeeld {FORMS_AHEAD if ahead else FORMS}.") from None


def _parts(spec: FieldSpec, said: Tree) -> list[Tree]:
    """An answer taken apart: a list, or several words with commas between."""
    if isinstance(said, list):
        return [part for one in said for part in _parts(spec, one)]
    if isinstance(said, str) and spec.many and spec.kind in _LISTED:
        return [one.strip() for one in said.strip().strip("[]").split(",") if one.strip()]
    return [said] if said else []


def _several(spec: FieldSpec, said: Tree, known: Known) -> list[Tree]:
    if spec.kind == "persoon" and isinstance(said, str):
        return list(_person(spec, said.strip(), known))
    return [read_one(spec, said, known)]


def _takes_one(model: type[BaseModel], name: str) -> bool:
    """Whether one value may stand there without a list around it."""
    info = model.model_fields[name]
    pending = [info.annotation, *info.metadata]
    while pending:
        one = pending.pop()
        if isinstance(one, BeforeValidator):
            return True
        pending += [*get_args(one), *getattr(one, "__metadata__", ())]
    return False


def _chosen(text: str, values: Sequence[str]) -> str:
    folded = {_folded(one): one for one in values}
    if (found := folded.get(_folded(text))) is not None:
        return found
    raise Unfit(f"{_meant(text, values)}kies uit {', '.join(values)}.")


def _folded(text: str) -> str:
    return text.strip().lower().replace("-", "_").replace(" ", "_")


def _meant(text: str, options: Iterable[str]) -> str:
    meant = nearest(text, options)
    return f"bedoelde u `{meant}`? Of " if meant else ""


def _person(spec: FieldSpec, text: str, known: Known) -> list[str]:
    found = found_by(text, known.people, spec.roles)
    fitting = [one.id for one in known.people if not spec.roles or set(spec.roles) & set(one.rol)]
    if not found:
        who = f"kies uit {', '.join(fitting)}." if fitting else "er staat hier nog niemand die past bij `betrokkenen`."
        raise Unfit(f"{_meant(text, fitting) if fitting else ''}{who}", person=True)
    if len(found.ids) > 1 and not (spec.many and found.all):
        raise Unfit(f"dat kan meer dan één persoon zijn: {', '.join(found.ids)}.", person=True)
    return list(found.ids)


def fitting_first(known: Known, kind: str, spec: FieldSpec) -> list[Betrokkene]:
    """Who may stand in a field, first those who stand there most often in this kind of event, then those who do in another."""
    fitting = [one for one in known.people if not spec.roles or set(spec.roles) & set(one.rol)]
    same, other = Counter[str](), Counter[str]()
    for event in known.events:
        values = getattr(event, spec.name, None)
        named = [values] if isinstance(values, str) else [one for one in values or () if isinstance(one, str)]
        (same if getattr(event, "soort", "") == kind else other).update(named)
    return sorted(fitting, key=lambda one: (-same[one.id], -other[one.id]))


def _event(spec: FieldSpec, text: str, known: Known) -> str:
    fitting = [one.id for one in known.events if one.id is not None and (not spec.kinds or one.soort in spec.kinds)]  # type: ignore[attr-defined]
    if text in fitting:
        return text
    if not fitting:
        raise Unfit("in dit dossier staat nog geen gebeurtenis met een kenmerk waarnaar dit kan verwijzen.", person=True)
    raise Unfit(f"{_meant(text, fitting)}kies uit {', '.join(fitting)}.", person=True)


def _block(spec: FieldSpec, said: Tree, known: Known) -> Tree:
    """A block: `wie=ib; wat=...`, or YAML between braces."""
    if spec.model is None:
        raise Unfit("dit kan alleen in het bestand zelf.")
    found = pairs(said) if isinstance(said, str) else said
    if not isinstance(found, dict):
        raise Unfit(f"schrijf het als {example_of(spec.model)}.")
    return read_block(spec.model, found, known)


def read_block(model: type[BaseModel], found: dict[str, Tree], known: Known) -> dict[str, Tree]:
    """A block with the fields of a model. Raises `Unfit`."""
    fields, made = fields_of(model), dict[str, Tree]()
    for key, value in found.items():
        if key not in fields:
            meant = nearest(key, fields)
            near = f" Bedoelde u `{meant}`?" if meant else ""
            raise Unfit(f"`{key}` hoort hier niet.{near} Er kan staan: {', '.join(fields)}.")
        try:
            made[key] = read_field(model, key, [value], known)
        except Unfit as error:
            raise Unfit(f"bij `{key}`: {error}", person=error.person) from None
    missing = [name for name, one in fields.items() if one.required and name not in made]
    if missing:
        raise Unfit(f"hier ontbreekt {' en '.join(f'`{one}`' for one in missing)}. Schrijf het als {example_of(model)}.")
    return {name: made[name] for name in fields if name in made}


def example_of(model: type[BaseModel]) -> str:
    """How a block is written in an option."""
    return f'"{"; ".join(f"{name}=..." for name, one in fields_of(model).items() if one.required)}"'


def pairs(text: str) -> Tree:
    """A block as it is typed on one line, with its parts as text; empty text for what is none."""
    text = text.strip()
    if text.startswith("{"):
        mistakes: list[Finding] = []
        document = parse(Source("", f"waarde: {text}\n".encode()), mistakes)
        return document.root.get("waarde", "") if document is not None and not mistakes else ""
    pairs = [one.partition("=") for one in text.split(";") if one.strip()]
    if not all(sign for _, sign, _ in pairs):
        return ""
    return {key.strip(): value.strip() for key, _, value in pairs}
