"""Check one file: form and coherence of any record, and for a SOP the norms about SOPs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ...casework.setup import Setup
from ...findings.finding import Finding
from ...records.discover import Candidate
from .run import SPOTS, Checked, Sent, Spot
from .spool import pack, unpack

if TYPE_CHECKING:
    from ...casework.assess import Assessor
    from ...records.load import Loaded
    from ...records.seen import Seen

_NEIGHBOURS = ("normenkader", "kaderproeven", "kaderherzieningen", "samenwerkingsverband")
"""Kinds of which the findings depend on the files beside them, so that they are never kept."""


class ValidateJob(NamedTuple):
    """Reads and checks files under one set-up, which is opened when the first SOP is met."""

    setup: Setup

    def open(self) -> Callable[[Candidate], Checked]:
        """What handles one file."""
        return _Checker(self.setup).check

    def stamp(self) -> str:
        """A digest of all that the answers depend on besides the file."""
        from ...casework.cache_stamp import setup_stamp

        return setup_stamp("validate", self.setup)

    def pack(self, result: Checked) -> bytes | None:
        """An answer to keep; None for one that depends on more than its file."""
        return None if result.kind in _NEIGHBOURS else pack(result)

    def unpack(self, path: str, named: bool, data: bytes) -> Checked:  # noqa: ARG002
        """The same answer again."""
        return unpack(path, data)

    def seen(self, result: Checked) -> Seen | None:
        """How the file was when it was read."""
        return result.seen


class _Checker:
    """Checks file by file."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self._assessor: Assessor | None = None

    def check(self, candidate: Candidate) -> Checked:
        from ...records.load import load
        from ...records.same_pupil import pupil_of

        loaded = load(candidate.path, today=self.setup.today, named=candidate.named)
        if loaded.kind == "sop":
            return self._sop(loaded)
        findings = loaded.findings
        if loaded.kind in ("normenkader", "kaderproeven"):
            from ...norms.library import check_one

            findings = [*findings, *check_one(loaded)]
        elif loaded.kind == "samenwerkingsverband":
            from ...casework.named_frame import check_named_frame

            findings = [*findings, *check_named_frame(loaded)]
        pupil = pupil_of(loaded)
        return _checked(loaded, findings, pupil[1] if pupil is not None else None)._replace(pupil=pupil)

    def _sop(self, loaded: Loaded) -> Checked:
        from ...findings.catalogue import desk
        from ...model.sop import Sop
        from ..sops.assess import assess_sop, content_of
        from .form import is_empty_form

        assessor = self._open()
        empty = loaded.sound and isinstance(loaded.record, Sop) and is_empty_form(loaded.record)
        judged = assess_sop(loaded, assessor) if assessor.sound and not empty else None
        sent = _sent(loaded, content_of(loaded) if loaded.sound and not empty else "", empty=empty)
        school = sent.school if sent is not None else None
        findings = [replace(one, subject=one.subject or school) for one in (judged or loaded).findings]
        if empty:
            findings = [desk.EMPTY_FORM.at(loaded.place(("school",)), subject=school), *findings]
        return _checked(loaded, findings, school)._replace(sop=judged.row if judged is not None else None, sent=sent)

    def _open(self) -> Assessor:
        if self._assessor is None:
            from ...casework.assess import Assessor

            self._assessor = Assessor(self.setup, over=("sop",))
        return self._assessor


def _checked(loaded: Loaded, findings: list[Finding], owner: str | None) -> Checked:
    prints: tuple[str, ...] = ()
    if findings:
        from .fingerprint import fingerprint

        prints = tuple(fingerprint(one, loaded.kind, owner) for one in findings)
    seen = loaded.source.seen if loaded.source is not None else None
    hint = _hint(loaded) if loaded.kind in (None, "sop") and findings else None
    return Checked(loaded.name, loaded.kind, tuple(findings), prints=prints, seen=seen, hint=hint)


def _hint(loaded: Loaded) -> str | None:
    """What stands behind `school:`, where it looks like a code; also where the file cannot be read as YAML."""
    data = loaded.source.data if loaded.source is not None else b""
    found = _WRITTEN.search(data)
    return found.group(1).decode("ascii").upper() if found is not None else None


def _sent(loaded: Loaded, content: str, *, empty: bool) -> Sent | None:
    """Whose SOP it is, from the text itself: a mistake elsewhere in the file does not make it nobody's."""
    root = loaded.document.root if loaded.document is not None else {}
    school, year, frame, format, name = (_text(root.get(key)) for key in SPOTS[:5])
    if not _SCHOOL.fullmatch(school) or not _YEAR.fullmatch(year):
        return None
    board = root.get("bestuur")
    held = _text(board.get("naam")) if isinstance(board, dict) else ""
    spots = tuple(_spot(loaded, key) for key in SPOTS)
    return Sent(school, year, frame or None, format or None, content, spots, name, held, loaded.sound, empty)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


_SCHOOL, _YEAR = re.compile(r"[0-9]{2}[A-Z]{2}[0-9]{2}"), re.compile(r"[0-9]{4}-[0-9]{4}")
_WRITTEN = re.compile(rb"^school[ \t]*:[ \t]*[\"']?([0-9]{2}[A-Za-z]{2}[0-9]{0,2})(?![0-9A-Za-z])", re.MULTILINE)


def _spot(loaded: Loaded, key: str) -> Spot:
    place = loaded.place((key,))
    return Spot(place.line, place.column, place.length)
