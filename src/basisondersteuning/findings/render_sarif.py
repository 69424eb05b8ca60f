"""Findings in SARIF 2.1.0, the exchange format for such reports; written piece by piece, without values from the record."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from .catalogue import all_codes, name_of
from .finding import Finding, Place, Severity

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""Where the format is described."""

PRINT = "boVingerafdruk/v1"
"""The name of our fingerprint; it gets another number when fingerprints are made otherwise."""

_LEVELS = {Severity.FOUT: "error", Severity.WAARSCHUWING: "warning", Severity.ADVIES: "note"}


class RuleText(NamedTuple):
    """What a report tells of a kind of finding."""

    code: str
    name: str
    severity: Severity
    title: str
    help: str


def code_rules() -> list[RuleText]:
    """All our own codes."""
    return [
        RuleText(one.code, one.name, one.severity, f"{one.title}.", f"{one.why} {one.remedy}") for one in all_codes().values()
    ]


def sarif(
    findings: Iterable[tuple[Finding, str]],
    rules: Iterable[RuleText],
    version: str,
    *,
    excerpts: bool = False,
    complete: bool = True,
) -> Iterator[str]:
    """The report in pieces of text. `findings` come with their fingerprints; `rules` are those of the norm frame."""
    texts = [*code_rules(), *rules]
    index = {one.code: number for number, one in enumerate(texts)}
    driver = {"name": "basisondersteuning", "version": version, "language": "nl", "rules": [_rule(one) for one in texts]}
    invocation: dict[str, Any] = {"executionSuccessful": complete}
    if not complete:
        words = "De controle is onderbroken: niet alle bestanden zijn gelezen."
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": words}}]
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "language": "nl",
        "results": [],
    }
    whole = json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False)
    head, tail = whole.rsplit("[]", 1)
    yield head + "["
    for number, (finding, print) in enumerate(findings):
        result = _result(finding, print, index.get(finding.code), excerpts)
        yield (",\n" if number else "\n") + json.dumps(result, ensure_ascii=False)
    yield f"\n]{tail}\n"


def _rule(one: RuleText) -> dict[str, Any]:
    return {
        "id": one.code,
        "name": one.name,
        "shortDescription": {"text": one.title},
        "fullDescription": {"text": one.title},
        "help": {"text": one.help},
        "defaultConfiguration": {"level": _LEVELS[one.severity]},
    }


def _result(finding: Finding, print: str, index: int | None, excerpts: bool) -> dict[str, Any]:
    result: dict[str, Any] = {"ruleId": finding.code}
    if index is not None:
        result["ruleIndex"] = index
    result |= {
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.remedy}"},
        "locations": [{"physicalLocation": _place(finding.place, excerpts)}],
        "partialFingerprints": {PRINT: print},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _place(one.place, excerpts), "message": {"text": one.label}}
            for number, one in enumerate(finding.related)
        ]
    told: dict[str, Any] = {"naam": name_of(finding)}
    if finding.subject is not None:
        told["betreft"] = finding.subject
    if finding.norm is not None:
        norm = finding.norm
        told |= {"bron": norm.source, "wie": norm.role, "toestand": norm.status}
        if norm.due is not None:
            told["uiterlijk"] = norm.due.isoformat()
    result["properties"] = told
    return result


def _place(place: Place, excerpts: bool) -> dict[str, Any]:
    found: dict[str, Any] = {"artifactLocation": {"uri": uri(place.file)}}
    if place.line:
        region: dict[str, Any] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + max(place.length, 1),
        }
        if excerpts and place.text is not None:
            region["snippet"] = {"text": place.text}
        found["region"] = region
    return found


def uri(path: str) -> str:
    """A path as a URI: relative as it was given, or with `file:` when it is absolute; any byte of a name survives."""
    given = path.replace(os.sep, "/")
    if not os.path.isabs(path):
        return _encoded(given, "/")
    drive = "" if given.startswith("/") else "/"
    return f"file://{drive}{_encoded(given, '/:' if drive else '/')}"


def _encoded(path: str, also: str) -> str:
    """Every byte that has a meaning of its own in a URI as `%..`, but for the characters of `also`."""
    safe = frozenset((_UNRESERVED + also).encode())
    return "".join(chr(one) if one in safe else f"%{one:02X}" for one in os.fsencode(path))


_UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
