"""A samenwerkingsverband's own Word template: a .docx with Jinja tags, on the same view as every other form."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from types import TracebackType
from typing import Any

from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError

from ...findings.catalogue import document as codes
from ...findings.code import Code
from ...findings.finding import Finding, Place
from ...records.nearmiss import nearest
from ..templating.mistakes import NO_MARKUP, NO_MARKUP_REMEDY, SHORT_LIST, SHORT_LIST_REMEDY
from ..templating.sandbox import UNSAFE, Misuse, Refused
from ..templating.syntax import syntax_words
from .missing import extra
from .wordjinja import Note, WordEnvironment
from .wordpicture import WordPictures
from .wordplaces import Line, lines_of, origin, part_name
from .zipped import LARGEST, still, too_large

_ROW_ALONE = "Zet `{%tr ... %}` alleen in een rij, en de tekst in de rij eronder."
_WHOLE = re.compile(r"\{[%#](p|tr|tc)\s.*?[%#]\}")
"""A tag that takes the whole paragraph, row or cell that it stands in."""


def word(template: str, context: Mapping[str, object]) -> bytes | list[Finding]:
    """The template at this path, filled in; or what is wrong with it, each with the paragraph where.

    Text of the context comes out as text, with its line ends. A picture of the view, or an address of one that stands in
    the text itself (`data:`), becomes a picture. Raises `Missing` when docxtpl is not there.
    """
    try:
        from docxtpl import DocxTemplate
    except ImportError as error:
        raise extra("Word", "docx") from error
    if too_large(template):
        message = f"Dit Word-bestand is uitgepakt groter dan {LARGEST // 1_000_000} MB."
        return [codes.WORD_UNREADABLE.at(Place(template), message, remedy="Haal grote plaatjes eruit, of maak ze kleiner.")]
    try:
        file = DocxTemplate(template)
        lines = lines_of(file.get_docx())
    except Exception as error:  # whatever stands there, it is no file that we can read
        return [codes.WORD_UNREADABLE.at(Place(template), _unread(error))]
    if wrong := [*_loose(lines, template), *_lost(lines, template)]:
        return wrong
    return _Filling(template, file, lines).filled(context)


class _Filling:
    """Fills in one template."""

    def __init__(self, template: str, file: Any, lines: list[Line]) -> None:
        self.template = template
        self.file = file
        self.lines = lines

    def filled(self, context: Mapping[str, object]) -> bytes | list[Finding]:
        """The file, or the findings."""
        known = dict(context)
        environment = WordEnvironment(self._part, WordPictures(self.file).xml, known)
        titles = self._properties()
        try:
            self.file.render(known, jinja_env=environment)
        except Exception as error:  # a template can fail in any way; what it holds is never shown, only where
            return [*self._noted(environment.notes), self._failed(error, environment)]
        if environment.notes:
            return self._noted(environment.notes)
        for name in titles:  # these are no XML, so the escapes that Jinja set stand in them
            setattr(self.file.core_properties, name, html.unescape(getattr(self.file.core_properties, name)))
        made = BytesIO()
        self.file.save(made)
        return still(made.getvalue())

    def _part(self) -> str:
        return part_name(self.file.current_rendering_part)

    def _properties(self) -> list[str]:
        names = ("author", "comments", "identifier", "language", "subject", "title")
        return [one for one in names if "{" in getattr(self.file.core_properties, one)]

    def _noted(self, notes: list[Note]) -> list[Finding]:
        found = [
            self._at(
                codes.WORD_FORBIDDEN if one.forbidden else codes.WORD_NAME,
                origin(self.lines, one.part, one.source, one.line, one.word),
                one.word,
                SHORT_LIST if one.short else "",
                SHORT_LIST_REMEDY if one.short else "",
                None if one.forbidden else one.near,
            )
            for one in dict.fromkeys(notes)
        ]
        return sorted(dict.fromkeys(found), key=lambda one: one.sort_key)

    def _failed(self, error: Exception, environment: WordEnvironment) -> Finding:
        part, source = self._part(), environment.source
        if found := re.match(r"No (filter|test) named '(.*?)'", str(error)):
            kind = "deze bewerking achter `|`" if found[1] == "filter" else "dit woord achter `is`"
            near = nearest(found[2], environment.filters if found[1] == "filter" else environment.tests)
            line = origin(self.lines, part, source, getattr(error, "lineno", 0) or _line_of(error.__traceback__), found[2])
            if found[2] in UNSAFE:
                return self._at(codes.WORD_NAME, line, found[2], NO_MARKUP, NO_MARKUP_REMEDY)
            return self._at(codes.WORD_NAME, line, found[2], f"{kind} bestaat niet.", suggestion=near)
        if isinstance(error, Refused):
            line = origin(self.lines, part, source, error.lineno, error.message or "")
            return self._at(codes.WORD_FORBIDDEN, line, error.message or "")
        if isinstance(error, TemplateSyntaxError):
            words = syntax_words(error, source)
            line = origin(self.lines, part, source, words.line, words.word)
            return self._at(codes.WORD_SYNTAX, line, words.word, words.message, words.remedy, words.suggestion)
        number = _line_of(error.__traceback__)
        line = origin(self.lines, part, source, number, "") if number else None
        if isinstance(error, SecurityError):
            return self._at(codes.WORD_FORBIDDEN, line)
        if isinstance(error, Misuse):
            return self._at(codes.WORD_STUCK, line, "", error.words, error.remedy)
        if isinstance(error, UndefinedError):
            return self._at(codes.WORD_NAME, line)
        if number:
            return self._at(codes.WORD_STUCK, line)
        return self._at(codes.WORD_BROKEN, _cut(self.lines))

    def _at(
        self, code: Code, line: Line | None, word: str = "", message: str = "", remedy: str = "", suggestion: str | None = None
    ) -> Finding:
        told = message or f"{code.title}."
        if line is None:
            return code.at(Place(self.template), told, remedy=remedy, suggestion=suggestion)
        told = f"{line.words()}: {told[:1].lower()}{told[1:]}"
        return code.at(line.place(self.template, word), told, remedy=remedy, suggestion=suggestion)


def _unread(error: Exception) -> str:
    return "Dit bestand mag u niet lezen." if isinstance(error, PermissionError) else ""


def _loose(lines: list[Line], template: str) -> list[Finding]:
    """What would spoil the whole template before Jinja sees it: a tag that is not closed in its own paragraph, or a value
    written with a letter that takes some of Word along, for which only `{% %}` has use."""
    found = []
    for line in lines:
        for tag in re.findall(r"\{\{(?:p|r|tr|tc)\s.*?\}\}", line.text):
            message = f"{line.words()}: bij een waarde hoort geen letter achter de haakjes."
            remedy = "Schrijf `{{ ... }}`; een letter, zoals in `{%p ... %}`, hoort alleen bij `if` en `for`."
            found.append(codes.WORD_SYNTAX.at(line.place(template, tag), message, remedy=remedy))
        for opened, closing in (("{{", "}}"), ("{%", "%}")):
            before, _, after = line.text.rpartition(opened)
            if (before or after != line.text) and closing not in after:
                message = f"{line.words()}: een invulveld gaat met `{opened}` open en niet met `{closing}` dicht."
                remedy = f"Zet er `{closing}` achter, in dezelfde alinea."
                found.append(codes.WORD_SYNTAX.at(line.place(template, opened + after, last=True), message, remedy=remedy))
    return found


def _lost(lines: list[Line], template: str) -> Iterator[Finding]:
    """Words beside a tag that stands for its whole paragraph, row or cell: only the tag would be left of it."""
    for line in lines:
        tag = _WHOLE.search(line.text)
        if tag is None:
            continue
        beside = [(line, (line.text[: tag.start()] + line.text[tag.end() :]).strip())]
        if tag[1] == "tr" and line.row:
            row = (one for one in lines if (one.part, one.row) == (line.part, line.row) and one is not line)
            beside += [(one, one.text.strip()) for one in row]
        for one, rest in beside:
            if rest:
                told = f"{one.words()}: {codes.WORD_LOST.title[:1].lower()}{codes.WORD_LOST.title[1:]}."
                remedy = _ROW_ALONE if tag[1] == "tr" else ""
                yield codes.WORD_LOST.at(one.place(template, rest), told, remedy=remedy)


def _cut(lines: list[Line]) -> Line | None:
    """The first paragraph with an `if` or `for` that does not end in it and takes no paragraph, row or cell along."""
    for line in lines:
        begun = re.findall(r"\{%-?\s+(if|for)\b", line.text)
        ended = re.findall(r"\{%-?\s+end(if|for)\b", line.text)
        if len(begun) != len(ended):
            return line
    return None


def _line_of(traceback: TracebackType | None) -> int:
    """The innermost line of a template that an error went through; 0 when there is none."""
    number = 0
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            number = traceback.tb_lineno
        traceback = traceback.tb_next
    return number
