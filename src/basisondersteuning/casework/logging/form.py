"""One event as a form to fill in with an editor, and what was filled in."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from ...findings.finding import Finding
from ...model.reflect import FieldSpec, fields_of
from ...records.parse import parse
from ...records.source import Source, accept
from ...records.tree import Tree
from ...records.write import dump
from .event import Writer, near_field
from .field_words import meaning
from .kinds import Kind

WIDTH = 100
"""Columns to which a comment is folded."""

_COMPLAINT = "# !! "


def form(kind: Kind, said: Mapping[str, Sequence[Tree]], writer: Writer, complaints: Sequence[str] = ()) -> str:
    """The text of a form: each field with what it means, and what is known of it already."""
    lines = [*_complaints(complaints), *_head(kind, writer)]
    known = writer.known()
    for name, spec in kind.fields.items():
        lines += ["", *_comment(meaning(kind.model, spec, known))]
        lines += _filled(name, spec, said.get(name, ()))
    return "\n".join(lines) + "\n"


def with_complaints(text: str, complaints: Sequence[str]) -> str:
    """A form that was filled in, with what is wrong with it above it instead of what was wrong before."""
    return "\n".join([*_complaints(complaints), *without_complaints(text)]) + "\n"


def without_complaints(text: str) -> list[str]:
    """The lines of a form, without what was wrong with it before and without spaces at the end."""
    return [one.rstrip() for one in text.splitlines() if not one.startswith(_COMPLAINT.rstrip())]


def own_comments(made: str) -> frozenset[str]:
    """The lines of explanation of a form as it was made. Another line with `#` before it is what somebody wrote."""
    return frozenset(one.rstrip() for one in made.splitlines() if one.startswith("#"))


def read_form(text: str, kind: Kind, own: Collection[str]) -> tuple[dict[str, list[Tree]], list[str]]:
    """The fields that were filled in, and what is wrong with the form itself, each with its line.

    `own` are the lines of explanation, which are no part of what was filled in. No YAML is asked of who fills it in: behind the
    name of a field, and on the lines below it, stands what was meant.
    """
    said: dict[str, list[Tree]] = {}
    wrong: list[str] = []
    for one in _parts(text, kind, own, wrong):
        spec = kind.fields[one.name]
        value = _blocks(one) if spec.kind == "record" else _texts(one) if spec.many and spec.kind == "tekst" else _text(one, spec)
        if value is None:
            wrong.append(f"Regel {one.line}: dit is niet te lezen. Schrijf `{one.name}` zoals het voorbeeld eronder.")
        elif one.name in said and value:
            wrong.append(f"Regel {one.line}: `{one.name}` staat er twee keer.")
        elif value:
            said[one.name] = [value]
    return said, wrong


class _Part(NamedTuple):
    """What was written behind one field, and the line of its name."""

    name: str
    line: int
    lines: list[str]


_FIELD = re.compile(r"([A-Za-z_]+):(?:\s+(.*))?")
_STYLE = re.compile(r"[|>][+-]?")


def _parts(text: str, kind: Kind, own: Collection[str], wrong: list[str]) -> list[_Part]:
    found: list[_Part] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.rstrip() in own or line.startswith(_COMPLAINT.rstrip()):
            continue
        field = _FIELD.fullmatch(line.rstrip())
        if field is not None and field[1] in kind.fields:
            found.append(_Part(field[1], number, [field[2] or ""]))
        elif field is not None and get_close_matches(field[1], kind.fields, n=1, cutoff=0.8):
            wrong.append(f"Regel {number}: dit veld bestaat niet. Bedoelde u `{near_field(kind, field[1])}`?")
        elif found:
            found[-1].lines.append(line)
        elif line.strip():
            wrong.append(f"Regel {number}: zet dit achter de naam van een veld.")
    return found


def _text(part: _Part, spec: FieldSpec) -> str:
    """Words as they were typed: quotes are what somebody said. Only a sign of YAML for several lines is no part of them."""
    if _STYLE.fullmatch(part.lines[0].strip()):
        return textwrap.dedent("\n".join(part.lines[1:])).strip()
    text = _joined(part.lines)
    return text if spec.kind == "tekst" else text.strip("\"'")


def _joined(lines: Sequence[str]) -> str:
    """The words behind the name, and the lines below those."""
    return "\n".join([lines[0].strip(), *textwrap.dedent("\n".join(lines[1:])).split("\n")]).strip()


def _texts(part: _Part) -> list[Tree]:
    """Several texts: a list with dashes or brackets, or each on a line of its own."""
    text = _joined(part.lines)
    read = _read(text) if text[:1] == "[" else ""
    return list(read) if isinstance(read, list) else [one.strip().removeprefix("- ") for one in text.split("\n") if one.strip()]


def _blocks(part: _Part) -> Tree | None:
    """Blocks, as YAML or as `wie=...; wat=...` on a line each; None when they cannot be read."""
    text = _joined(part.lines)
    if text[:1] in ("-", "[", "{"):
        return _read(text) or None
    return [one.strip() for one in text.split("\n") if one.strip()]


def _read(text: str) -> Tree:
    """A value as YAML; empty text when it is none."""
    findings: list[Finding] = []
    source = accept("formulier", f"waarde:\n{textwrap.indent(text, '  ')}\n".encode())
    document = parse(source, findings) if isinstance(source, Source) else None
    return document.root.get("waarde", "") if document is not None and not findings else ""


def _complaints(complaints: Sequence[str]) -> Iterator[str]:
    for one in complaints:
        yield from textwrap.wrap(one, WIDTH, initial_indent=_COMPLAINT, subsequent_indent=_COMPLAINT)


def _head(kind: Kind, writer: Writer) -> Iterator[str]:
    pupil = writer.dossier.leerling.id
    yield from _comment(
        f"{kind.description} Voor leerling {pupil}. Vul in achter de dubbele punt, bewaar het bestand en sluit het. "
        "Een tekst mag meer regels zijn. Wat leeg blijft, komt niet in het dossier. Regels met # ervoor zijn uitleg. "
        "Maak alles leeg om te stoppen."
    )


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(text, WIDTH - 2)]


def _filled(name: str, spec: FieldSpec, said: Sequence[Tree]) -> Iterator[str]:
    if said and not all(isinstance(one, str) for one in said):
        yield from dump({name: list(said)}).rstrip("\n").split("\n")
        return
    words = [str(one) for one in said]
    if words and (len(words) == 1 or spec.kind in ("keuze", "persoon", "gebeurtenis")):
        first, *rest = ", ".join(words).split("\n")
        yield from (f"{name}: {first}", *(f"  {one}".rstrip() for one in rest))
        return
    if words:
        yield from (f"{name}:", *(f"  {one}" for one in words))
        return
    yield f"{name}:"
    if spec.model is not None:
        inner = ", ".join(f"{one}: " for one in fields_of(spec.model))
        yield f"#  - {{{inner}}}"
