"""Markdown for an editor: codes explained, fields explained, and text of a record that stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..casework.rule_text import source_lines
from ..findings.code import Code
from ..model.reflect import FieldSpec
from ..model.words import plain
from ..norms.sentences import rule_text
from .desk import FoundRule

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~&-])")
_WIDE = 100_000


def literal(text: str) -> str:
    """Text of a record on one line, in which nothing is Markdown or HTML."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def explained_code(code: Code) -> str:
    """A finding code: what it says, why, and what to do; as `bo explain` gives it."""
    return "\n\n".join(
        [
            f"**{code.code} {code.name}** ({code.severity.value})",
            f"{code.title}. {code.why}",
            f"**Wat u doet:** {code.remedy}",
        ]
    )


def explained_rule(found: FoundRule) -> str:
    """A rule of a norm frame: what it asks, of whom, why, and on what it rests; as `bo explain` gives it."""
    return "\n\n".join(_rule(found))


def _rule(found: FoundRule) -> Iterator[str]:
    rule, frame = found
    yield f"**{rule.code} {rule.title}**"
    yield "\n".join(_listed(rule_text(rule.raw, frame.record).lines))
    yield f"**Wie:** {plain(rule.role)}"
    yield f"**Wat:** {rule.action}"
    yield f"**Waarom:** {rule.raw.waarom}"
    if rule.raw.open_punt:
        yield f"**Open punt:** {rule.raw.open_punt}"
    yield from (line.strip() for line in source_lines(rule.raw, frame, _WIDE))
    for term in rule_text(rule.raw, frame.record).terms:
        given = f"instelling `{term.setting.naam}`, " if term.setting is not None else ""
        yield f"**Termijn:** {given}{term.words}"


def _listed(lines: list[str]) -> Iterator[str]:
    """Lines of a rule; its parts are items of a list."""
    for number, line in enumerate(lines):
        if number and not line.lstrip().startswith("- "):
            yield ""
        yield line


def explained_field(name: str, spec: FieldSpec) -> str:
    """A field: what it means, what may stand there, and whether it must be filled in."""
    parts = [f"**{name}**", spec.description]
    if spec.values and name != "soort":
        parts.append(f"Kies {'een of meer' if spec.many else 'één'} van: " + ", ".join(f"`{one}`" for one in spec.values) + ".")
    if (more := _FORMS.get(spec.kind)) is not None:
        parts.append(more)
    if spec.roles:
        parts.append("Iemand met de rol " + " of ".join(f"`{one}`" for one in spec.roles) + ".")
    if spec.kinds:
        parts.append("Een gebeurtenis van de soort " + " of ".join(f"`{one}`" for one in spec.kinds) + ".")
    if spec.required:
        parts.append("Verplicht.")
    return "\n\n".join(one for one in parts if one)


_FORMS = {
    "ja_nee": "Schrijf `ja` of `nee`.",
    "datum": "Een datum, zoals `2026-11-03` of `3-11-2026`.",
    "tijd": "Een tijd, zoals `13:15`.",
    "persoon": "Het kenmerk (`id`) van iemand in dit bestand.",
    "gebeurtenis": "Het kenmerk (`id`) van een gebeurtenis op de tijdlijn.",
}
