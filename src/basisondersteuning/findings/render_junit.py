"""Results as JUnit XML, which build servers read: a suite for each file, a case for each rule or code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr


class Case(NamedTuple):
    """One rule or code: `failure` says that it was not kept, `skipped` that nobody could tell, `said` is a remark."""

    name: str
    failure: str | None = None
    skipped: str | None = None
    said: str | None = None
    details: str = ""


class Suite(NamedTuple):
    """One file; `name` is the school where it is a SOP, else the file."""

    name: str
    file: str
    cases: tuple[Case, ...]


def junit(suites: Iterable[Suite], *, complete: bool = True) -> Iterator[str]:
    """The report in pieces of text."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="basisondersteuning">\n'
    for one in suites:
        yield "\n".join(_suite(one)) + "\n"
    if not complete:
        yield "\n".join(_suite(Suite("onderbroken", "", (Case("onderbroken", skipped=_BROKEN_OFF),)))) + "\n"
    yield "</testsuites>\n"


_BROKEN_OFF = "De controle is onderbroken: niet alle bestanden zijn gelezen."


def _suite(suite: Suite) -> Iterator[str]:
    cases = suite.cases
    failures, skipped = sum(one.failure is not None for one in cases), sum(one.skipped is not None for one in cases)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="{skipped}" time="0"'
    yield f"  <testsuite name={_attribute(suite.name)} {counts}>"
    for one in cases:
        head = f'    <testcase name={_attribute(one.name)} classname={_attribute(suite.file or suite.name)} time="0"'
        if one.failure is not None:
            yield f"{head}><failure message={_attribute(one.failure)}>{_text(one.details)}</failure></testcase>"
        elif one.skipped is not None:
            yield f"{head}><skipped message={_attribute(one.skipped)}/></testcase>"
        elif one.said is not None:
            yield f"{head}><system-out>{_text(f'{one.said} {one.details}')}</system-out></testcase>"
        else:
            yield f"{head}/>"
    yield "  </testsuite>"


def _text(text: str) -> str:
    return escape(_allowed(text))


@lru_cache(2048)  # the same rules come back for every school
def _attribute(text: str) -> str:
    return quoteattr(_allowed(text))


def _allowed(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)


_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
