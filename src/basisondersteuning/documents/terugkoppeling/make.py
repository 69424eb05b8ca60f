"""Makes the letter to a school about its SOP."""

from __future__ import annotations

from collections.abc import Iterable

from ...casework.assess import Assessor
from ...findings.catalogue import desk
from ...findings.finding import Finding, Severity
from ...model.sop import Sop
from ...model.words import long_date
from ...records.load import Loaded
from ...swv.desk.form import is_empty_form
from ...swv.sops.assess import SopAssessment, assess_sop
from ..views import READER_WORDS, Kop, School
from ..work import Paper, Work
from .places import file_name, mistake_of
from .rules import Parts, Telling
from .views import Bekeken, Terugkoppeling
from .whose import Whose, whose

DOCUMENT = "terugkoppeling"

_NOTHING = Parts((), (), (), (), (), (), (), ())
_SHOWN = {
    one.code: (one, field, remedy)
    for one, field, remedy in (
        (desk.FORMAT_DIFFERS, "format", "Vraag ons om het format van dit schooljaar, of verbeter «format»."),
        (desk.FRAME_DIFFERS, "kader", "Kijk of u het goede format gebruikte, of verbeter «kader»."),
        (desk.SOP_UNCHANGED, "schooljaar", "Kijk of alles nog klopt, en laat het ons weten."),
    )
}
"""What only many files show: the field it stands at, and what the school itself can do."""


def make(work: Work, files: list[Loaded], shown: Iterable[tuple[str, str]] = ()) -> list[Paper]:
    """One letter about the SOP, or SOPs, of one school for one school year; none when nobody can say whose it is.

    `shown` has the codes of what only many files show, each with the path of the file.
    """
    sent = whose(files[0].document)
    if sent is None:
        return []
    held = list(shown)
    first = sent.doubt(work.assessor.swv)
    looked = tuple(
        _looked_at(one, work.assessor, [code for path, code in held if path == one.name], alone=len(files) == 1, sure=not first)
        for one in files
    )
    school = _school(work, sent)
    frame = work.assessor.frame
    given = work.settings.given.terugkoppeling
    before = work.before or given.voor_datum
    year = f" {sent.year}" if sent.year else ""
    doc = Terugkoppeling(
        Kop(
            "Terugkoppeling",
            f"Het SOP{year} van {school.naam}",
            (school.bestuur,) if school.bestuur else (),
            f"Stand op {long_date(work.peildatum)}",
            f"Terugkoppeling SOP{year} · {school.naam}",
            READER_WORDS[work.reader],
        ),
        school,
        sent.year,
        frame.title if frame is not None else "",
        _twice(len(files), sent),
        looked,
        long_date(before) if before is not None else "",
        given.contact or "",
        given.ondertekening or school.swv or "Het samenwerkingsverband",
        first,
    )
    return [Paper(sent.stem(DOCUMENT, work.assessor.swv), DOCUMENT, doc, sent.school)]


def _school(work: Work, sent: Whose) -> School:
    """The school as the samenwerkingsverband knows it; as it calls itself, where its code is not known or of another school."""
    found = work.school(sent.school)
    known = sent.known(work.assessor.swv)
    if known is not None and sent.differs(known) is None:
        return found
    return School(sent.name or f"School {sent.school}", sent.school, sent.board, "", found.swv)


def _twice(number: int, sent: Whose) -> str:
    if number == 1:
        return ""
    year = f" voor {sent.year}" if sent.year else ""
    return f"Wij kregen van uw school {number} bestanden{year}. Laat ons weten welk bestand geldt; hieronder staan ze na elkaar."


def _looked_at(loaded: Loaded, assessor: Assessor, shown: list[str], *, alone: bool, sure: bool) -> Bekeken:
    """What was found of one file; `sure` when the code is of this school."""
    record, series = loaded.record, assessor.series
    empty = loaded.sound and isinstance(record, Sop) and is_empty_form(record)
    one = SopAssessment(loaded) if empty else assess_sop(loaded, assessor)
    parts = _NOTHING
    findings = [*loaded.findings, *_together(loaded, shown)]
    if one.verdict is not None and isinstance(record, Sop) and series is not None:
        parts = Telling(one.verdict, one.loaded, record, series).parts()
        findings += one.verdict.findings
    findings.sort(key=lambda each: each.sort_key)
    mistakes = tuple(mistake_of(each) for each in findings if each.severity is Severity.FOUT)
    remarks = tuple(mistake_of(each) for each in findings if each.severity is not Severity.FOUT)
    quiet = sure and not (mistakes or remarks or parts.change or parts.better or parts.questions or parts.later)
    return Bekeken(
        "" if alone else file_name(loaded.name),
        one.verdict is not None,
        one.verdict is not None and quiet,
        parts.counted,
        mistakes,
        parts.change,
        parts.better,
        parts.questions,
        parts.later,
        remarks,
        parts.right,
        parts.departed,
        parts.no_occasion,
        empty,
    )


def _together(loaded: Loaded, shown: list[str]) -> Iterable[Finding]:
    for code, field, remedy in (_SHOWN[one] for one in shown):
        yield code.at(loaded.place((field,)), remedy=remedy)
