"""Everything `bo` says of one text: what it is, what is wrong with it, and for a dossier or SOP what the norms say."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ..casework.assess import Assessment
from ..findings.catalogue import reading
from ..findings.finding import Finding
from ..records.above import head
from ..records.load import Loaded, load_source
from ..records.source import MAX_BYTES, Source, accept
from ..records.tree import Path, Tree
from .desk import Desk
from .standing import step_into
from .texts import Text

_OURS = re.compile(rb"^soort[ \t]*:", re.MULTILINE)
_FORGOTTEN = {reading.NO_KIND.code, reading.UNKNOWN_KIND.code}


@dataclass(slots=True)
class Examined:
    """One version of a text, read and judged. `uri` is what the editor calls the file at `path`.

    `assessment` is there for a dossier; `findings` are of file and norms.
    """

    path: str
    uri: str
    text: Text
    loaded: Loaded
    findings: list[Finding] = field(default_factory=list)
    assessment: Assessment | None = None

    @property
    def root(self) -> dict[str, Tree]:
        """The record as it was read; empty when it could not be."""
        return self.loaded.document.root if self.loaded.document is not None else {}


def examine(path: str, uri: str, text: Text, desk: Desk, today: date) -> Examined:
    """Read and judge a text that stands for the file at `path`. A text that is no record has no findings."""
    got = accept(path, text.data)
    if isinstance(got, Finding):
        return Examined(path, uri, text, Loaded(path, findings=[got]), [got] if _OURS.search(text.data) else [])
    loaded = load_source(got, today=today, named=False)
    done = Examined(path, uri, text, loaded, loaded.findings)
    if loaded.kind is None and not _OURS.search(got.data) and not any(one.code in _FORGOTTEN for one in loaded.findings):
        done.findings = []
    elif loaded.kind == "dossier":
        done.assessment = desk.assessor(path, today).judge(loaded, named=False)
        done.findings = done.assessment.findings
    elif loaded.kind == "sop":
        from ..swv.sops.assess import assess_sop

        assessor = desk.assessor(path, today)
        done.findings = assess_sop(loaded, assessor).findings if assessor.sound else loaded.findings
    elif loaded.kind == "normenkader" and _is_saved(path, got):
        from ..norms.library import check_one

        done.findings = [*loaded.findings, *check_one(loaded)]
    elif loaded.kind == "samenwerkingsverband":
        from ..casework.named_frame import check_named_frame

        done.findings = [*loaded.findings, *check_named_frame(loaded)]
    return done


def _is_saved(path: str, source: Source) -> bool:
    """Whether the file holds this very text: a frame is checked together with those beside it, from disk."""
    return (head(path, MAX_BYTES) or b"").removeprefix(BOM_UTF8) == source.data


def named_things(root: Tree, path: Path, mark: str) -> Iterator[tuple[Path, dict[str, Tree]]]:
    """The blocks with an `id` and a `mark` (`rol` for people, `soort` for events) that a place in the record can name.

    They stand in a list of the record, or of a block around the place; the nearest come first.
    """
    around: list[tuple[tuple[str | int, ...], Tree]] = [((), root)]
    for step in path:
        node = around[-1][1]
        inside = step_into(node, step)
        if inside is None:
            break
        around.append(((*around[-1][0], step), inside))
    for where, node in reversed(around):
        for name, items in node.items() if isinstance(node, dict) else ():
            for index, one in enumerate(items if isinstance(items, list) else ()):
                if isinstance(one, dict) and isinstance(one.get("id"), str) and mark in one:
                    yield (*where, name, index), one


def find_named(root: Tree, path: Path, mark: str, ident: str) -> tuple[Path, dict[str, Tree]] | None:
    """The block with this `id`."""
    return next((one for one in named_things(root, path, mark) if one[1]["id"] == ident), None)
