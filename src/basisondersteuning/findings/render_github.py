"""Findings as commands of GitHub Actions, which shows them beside the lines of a change; no values from the record."""

from __future__ import annotations

import os

from .catalogue import name_of
from .finding import Finding, Severity

_LEVELS = {Severity.FOUT: "error", Severity.WAARSCHUWING: "warning", Severity.ADVIES: "notice"}


def github(finding: Finding) -> str:
    """`::error file=...,line=...,title=...::message`, on one line."""
    place = finding.place
    properties = {"file": place.shown_file.replace(os.sep, "/")}
    if place.line:
        properties |= {"line": str(place.line), "col": str(place.column), "endColumn": str(place.column + max(place.length, 1))}
    properties["title"] = f"{finding.code} {name_of(finding)}"
    words = ",".join(f"{name}={_property(one)}" for name, one in properties.items())
    return f"::{_LEVELS[finding.severity]} {words}::{_data(f'{finding.message} {finding.remedy}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
