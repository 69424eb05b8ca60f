"""From records to documents in the forms that were asked for. Nothing is written here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from typing import Any, NamedTuple

from ..casework.assess import Assessor, Setup
from ..casework.caseload import Caseload
from ..casework.ot.identity import other_pupil
from ..casework.ot.outcome import points
from ..casework.settings import Settings
from ..findings.catalogue import meeting, reading
from ..findings.finding import Finding
from ..model.dossier import Dossier
from ..model.ot import Ot
from ..records.discover import Candidate
from ..records.load import Loaded, load
from .audience.see import Reader
from .catalogue import DOCUMENTS
from .templating.environment import Templates
from .templating.files import folder_mistake
from .templating.house import house_of
from .templating.mistakes import mistake
from .terugkoppeling.together import Together
from .work import Paper, Work


class Order(NamedTuple):
    """What is asked for; small and picklable, so that each process can open its own.

    `templates` is a folder with own templates; None for those that the settings name, or ours. `pupils` are those on
    the agendas of meetings that were named; None where none was. `before` is the day before which a school is asked to
    answer.
    """

    document: str
    formats: tuple[str, ...]
    setup: Setup
    settings: Settings
    reader: str
    names: bool
    templates: str | None = None
    group: int | None = None
    pupil: str | None = None
    pupils: frozenset[str] | None = None
    before: date | None = None

    def open(self) -> Callable[[Candidate], Batch]:
        """What makes the documents of one file."""
        return Maker(self).of_file


class Form(NamedTuple):
    """One document in one form: the name of its file, what stands in it, and whose it is."""

    name: str
    data: bytes
    subject: str | None


class Batch(NamedTuple):
    """What one file gave; `is_record` when it is what the document is made of. `without` says why a SOP gave no document."""

    path: str
    is_record: bool
    forms: list[Form]
    findings: list[Finding]
    without: str = ""


class Maker:
    """Makes documents under one order. `problems` is what is wrong with norms, settings and house style."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.kind = DOCUMENTS[order.document]
        self.assessor = Assessor(order.setup, over=("dossier", "sop"))
        house, wrong = house_of(order.settings)
        self._unusable = folder_mistake(order.templates) if order.templates is not None else None
        self.problems = [*self.assessor.problems, *order.settings.findings, *wrong]
        if self._unusable is not None:
            self.problems.append(self._unusable)
        self.templates = Templates(order.templates if self._unusable is None else None, house)
        self.work = Work(self.assessor, order.settings, Reader(order.reader), order.names, order.group, order.pupil, order.before)
        with_names = order.names and order.reader == "swv"
        self._for_whom = "" if order.reader == self.kind.reader else f"-{order.reader}{'-met-namen' if with_names else ''}"
        self._make: Callable[..., Any] = import_module(f"{__package__}.{self.kind.module}").make

    @property
    def sound(self) -> bool:
        """Whether documents can be made at all."""
        return self.assessor.sound and self._unusable is None

    def of_file(self, candidate: Candidate) -> Batch:
        """The documents of one file."""
        return self.of_sop(candidate) if self.kind.of == "sop" else self.of_dossier(candidate)

    def of_sop(self, candidate: Candidate) -> Batch:
        """The documents of one SOP, with the others of its school and school year; none of a file that is no SOP.

        What is wrong with it comes back only where no document tells it.
        """
        today = self.order.setup.today
        loaded = load(candidate.path, today=today, named=candidate.named)
        if loaded.kind != "sop":
            if candidate.named and loaded.record is not None:
                loaded.findings.append(reading.WRONG_KIND.at(loaded.place(("soort",)), "Dit is geen SOP."))
            return Batch(candidate.path, bool(loaded.findings), [], loaded.findings, _no_sop(loaded, named=candidate.named))
        if isinstance(candidate, Together):
            files = [loaded, *(load(one, today=today) for one in candidate.others)]
            papers: list[Paper] = self._make(self.work, files, candidate.shown)
        else:
            papers = self._make(self.work, [loaded])
        if not papers:
            return Batch(candidate.path, True, [], loaded.findings, "van welke school het is, is niet te lezen")
        forms, findings = self.forms(papers)
        return Batch(candidate.path, True, forms, findings, "" if forms else "het sjabloon klopt niet")

    def of_dossier(self, candidate: Candidate) -> Batch:
        """The documents of one dossier; none of a file that is no dossier, or not in the group that was asked for."""
        assessment = self.assessor.assess(candidate.path, named=candidate.named)
        loaded, record = assessment.loaded, assessment.loaded.record
        is_record = loaded.kind == "dossier" or bool(loaded.findings)
        if assessment.verdict is None or not isinstance(record, Dossier):
            return Batch(candidate.path, is_record, [], loaded.findings)
        if self.work.group not in (None, record.leerling.groep) or self.work.pupil not in (None, record.leerling.id):
            return Batch(candidate.path, True, [], [])
        if self.order.pupils is not None and record.leerling.id not in self.order.pupils:
            return Batch(candidate.path, True, [], [])
        paper: Paper = self._make(self.work, assessment)
        forms, findings = self.forms([paper])
        return Batch(candidate.path, True, forms, findings)

    def paper(self, path: str) -> object:
        """The view of the document of one dossier, before it takes a form."""
        paper: Paper = self._make(self.work, self.assessor.assess(path))
        return paper.doc

    def of_meetings(self, caseload: Caseload) -> Iterator[Batch]:
        """The documents of each meeting."""
        for loaded in caseload.meetings:
            assert isinstance(loaded.record, Ot)
            known, findings = self._own_dossiers(loaded, caseload)
            forms, wrong = self.forms(self._make(self.work, loaded.record, known))
            yield Batch(loaded.name, True, forms, [*loaded.findings, *findings, *wrong])

    def _own_dossiers(self, loaded: Loaded, caseload: Caseload) -> tuple[Caseload, list[Finding]]:
        """The caseload without dossiers that are of another child than the agenda says, and what is wrong with items."""
        findings: list[Finding] = []
        strangers = set()
        for point in points([loaded]):
            key = (point.ot.school, point.item.leerling)
            dossier = caseload.of(*key)
            other = other_pupil(point, dossier) if dossier is not None else None
            if other is not None:
                strangers.add(key)
                findings.append(other)
            if self.kind.name == "ot-verslag" and not point.held and self.work.pupil in (None, point.item.leerling):
                findings.append(point.finding(meeting.NOT_HELD_YET))
        kept = {key: one for key, one in caseload.dossiers.items() if key not in strangers}
        return Caseload(kept, caseload.meetings, caseload.findings), findings

    def of_dossiers(self, caseload: Caseload) -> Iterator[Batch]:
        """The documents of all dossiers together."""
        assessments = [self.assessor.judge(one) for one in caseload.dossiers.values()]
        judged = [one for one in assessments if one.verdict is not None]
        forms, findings = self.forms(self._make(self.work, judged))
        yield Batch(judged[0].loaded.name if judged else "", True, forms, findings)

    def forms(self, papers: list[Paper]) -> tuple[list[Form], list[Finding]]:
        """Each document in each form. A form that cannot be made gives a finding, and the others go on."""
        made: list[Form] = []
        findings: list[Finding] = []
        for paper in papers:
            page: list[str] = []  # the HTML page, made once for all forms that rest on it
            for form in self.order.formats:
                got = self._form(paper, form, page)
                if isinstance(got, bytes):
                    made.append(Form(f"{paper.stem}{self._for_whom}.{form}", got, paper.subject))
                else:
                    findings += got
        return made, findings

    def _form(self, paper: Paper, form: str, page: list[str]) -> bytes | list[Finding]:
        if form == "ics":
            from .output.ics import ics

            return ics(paper.doc)
        if form == "docx" and (own := self._own_word(paper.document)) is not None:
            from .output.word import word

            return word(own, {"doc": paper.doc, "huis": self.templates.house})
        text = "md" if form == "md" else "html"
        try:
            if text == "md" or not page:
                name = f"{paper.document}/{paper.document}.{text}.j2"
                made = self.templates.render(name, paper.doc)
                if text == "html":
                    page.append(made)
        except Exception as error:
            found = mistake(error, self.templates)
            if found is None:
                raise
            return [found]
        if form == "md":
            return made.encode()
        if form == "html":
            return page[0].encode()
        if form == "pdf":
            from .output.pdf import pdf

            return pdf(page[0])
        from .output.docx import docx

        return docx(page[0])

    def _own_word(self, document: str) -> str | None:
        """The Word template of the samenwerkingsverband for this document, where there is one."""
        own = self.templates.own
        path = os.path.join(own, document, f"{document}.docx") if own else ""
        return path if path and os.path.isfile(path) else None


def _no_sop(loaded: Loaded, *, named: bool) -> str:
    """Why a file that is no SOP gave none; empty for one that nobody expected to be a SOP."""
    if loaded.kind is None:
        return "het bestand is niet te lezen" if loaded.findings else ""
    return "het is geen SOP" if named else ""
