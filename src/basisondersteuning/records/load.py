"""From a path to a typed record: always a partial result, never an exception for a user's mistake."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from pydantic import ValidationError

from ..findings.catalogue import reading
from ..findings.finding import Finding, Place, Severity
from ..model.base import Model
from ..model.kinds import RECORD_KINDS, record_model
from .nearmiss import nearest
from .parse import parse
from .source import Source, accept, read, read_stdin
from .tree import Document, Path


@dataclass(slots=True)
class Loaded:
    """What one file gave.

    `kind` is None when the file has no `soort` (or could not be read so far); `record` is None when there were
    mistakes of form. `findings` holds every mistake, in the order of the file.
    """

    name: str
    kind: str | None = None
    record: Model | None = None
    document: Document | None = None
    source: Source | None = None
    findings: list[Finding] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether there is a record without mistakes (remarks may stand)."""
        return self.record is not None and not any(one.severity is Severity.FOUT for one in self.findings)

    def place(self, path: Path) -> Place:
        """The place of the value at `path` in this file."""
        if self.document is None or self.source is None:
            return Place(self.name)
        return self.source.place(self.document.mark(path)[0])

    def event_line(self, index: int) -> int:
        """The line on which an event of the timeline begins, from 1."""
        if self.document is None:
            return 0
        marks = self.document.marks.get(id(self.document.root.get("tijdlijn")))
        return marks[index].line + 1 if marks is not None and 0 <= index < len(marks) else 0

    def line(self, path: Path) -> int:
        """The line number of the value at `path`, from 1; cheaper than `place`."""
        mark = self.document.mark(path)[0] if self.document is not None else None
        return 0 if mark is None else mark.line + 1


def load(path: str, *, today: date, named: bool = True) -> Loaded:
    """Read one file, `-` for standard input.

    `named` says that the user named this very file; then a file without `soort` is a mistake, while in a folder
    it is simply not a record. `today` is the day after which an event lies in the future.
    """
    got = read_stdin() if path == "-" else read(path)
    if isinstance(got, Finding):
        if not named and got.code == reading.NOT_FOUND.code:  # it was there when the folder was walked
            got = reading.VANISHED.at(got.place)
        return Loaded(path, findings=[got])
    return load_source(got, today=today, named=named)


def load_text(name: str, data: bytes, *, today: date) -> Loaded:
    """Read a record that is already in memory."""
    got = accept(name, data)
    return Loaded(name, findings=[got]) if isinstance(got, Finding) else load_source(got, today=today, named=True)


def load_source(source: Source, *, today: date, named: bool) -> Loaded:
    """Parse, type and check the bytes of one file."""
    loaded = Loaded(source.name, source=source)
    document = loaded.document = parse(source, loaded.findings)
    if document is None:
        return loaded
    kind = document.root.get("soort")
    model = record_model(kind) if isinstance(kind, str) else None
    if model is None:
        loaded.findings += _without_kind(loaded, document, named)
        return loaded
    loaded.kind = str(kind)
    try:
        loaded.record = model.model_validate(document.root)
    except ValidationError as error:
        from .shape import shape_findings

        loaded.findings += shape_findings(error, model, document, source)
    else:
        loaded.findings += _coherence(loaded, today)
    if document.blanks:
        from .blanks import blank_findings

        loaded.findings += blank_findings(model, document, source)
    if len(loaded.findings) > 1:
        loaded.findings.sort(key=lambda one: one.sort_key)
    return loaded


def _without_kind(loaded: Loaded, document: Document, named: bool) -> list[Finding]:
    """What to say of a file whose `soort` is missing or unknown: in a folder nothing, unless it looks like a record."""
    kind = document.root.get("soort")
    if isinstance(kind, str):
        meant = nearest(kind, RECORD_KINDS)
        remedy = f"Bedoelde u `{meant}`?" if meant else ""
        return [reading.UNKNOWN_KIND.at(loaded.place(("soort",)), remedy=remedy, suggestion=meant)]
    if kind is not None:
        return [reading.UNKNOWN_KIND.at(loaded.place(("soort",)), "Bij `soort` hoort één woord, geen lijst of blok.")]
    blank = document.mark(("soort",))[0]
    if blank is not None:
        return [reading.NO_KIND.at(loaded.place(("soort",)), "Achter `soort:` staat niets.")]
    likely = next((one for one in islice(document.root, 20) if nearest(one, ("soort",))), None)
    if likely is not None:
        place = loaded.source.place(document.mark((likely,), key=True)[0]) if loaded.source else loaded.place(())
        return [reading.NO_KIND.at(place, remedy="Bedoelde u `soort`?", suggestion="soort")]
    if named or not _OWN_KEYS.isdisjoint(document.root):
        return [reading.NO_KIND.at(loaded.source.at(0, 0) if loaded.source else loaded.place(()))]
    return []


_OWN_KEYS = {
    "leerling",
    "tijdlijn",
    "betrokkenen",
    "regels",
    "proeven",
    "scholen",
    "roosters",
    "agenda",
    "ijkpunten",
    "tellingen",
}
"""Keys by which a record is known even where `soort` was forgotten."""


def _coherence(loaded: Loaded, today: date) -> list[Finding]:
    assert loaded.record is not None and loaded.document is not None and loaded.source is not None
    if loaded.kind == "dossier":
        from .coherence import check

        return check(loaded.record, loaded.document, loaded.source, today)  # type: ignore[arg-type]
    if loaded.kind == "ot":
        from .coherence_ot import check as check_ot

        return check_ot(loaded.record, loaded.document, loaded.source, today)  # type: ignore[arg-type]
    if loaded.kind == "sop":
        from .coherence_sop import check as check_sop

        return check_sop(loaded.record, loaded.document, loaded.source, today)  # type: ignore[arg-type]
    if loaded.kind == "kengetallen":
        from .coherence_kengetallen import check as check_figures

        return check_figures(loaded.record, loaded.document, loaded.source, today)  # type: ignore[arg-type]
    if loaded.kind == "instellingen":
        from .coherence_settings import check as check_settings

        return check_settings(loaded.record, loaded.document, loaded.source)  # type: ignore[arg-type]
    if loaded.kind == "samenwerkingsverband":
        from .coherence_swv import check as check_swv

        return check_swv(loaded.record, loaded.document, loaded.source)  # type: ignore[arg-type]
    return []
