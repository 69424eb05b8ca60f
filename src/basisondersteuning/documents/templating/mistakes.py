"""What a template does wrong, as findings: Jinja raises it, and here it gets a place, Dutch words and a remedy.

The line of the template is shown: it holds no pupil data. What Jinja says is not, since it can hold some.
"""

from __future__ import annotations

import os
import re
import sys
from types import TracebackType
from typing import NamedTuple

from jinja2 import TemplateNotFound, TemplateRuntimeError, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError

from ...findings.catalogue import document as codes
from ...findings.finding import Finding, Place
from ...records.nearmiss import nearest
from ...records.source import Source
from .environment import OURS, Empty, Templates
from .sandbox import UNSAFE, Misuse, Refused
from .syntax import syntax_words

_OURS = os.path.dirname(os.path.dirname(__file__))
_CALLED = ("environment.py", "markdown.py", "sandbox.py")
"""Modules of ours that a template calls: what fails in their filters was given to them by the template."""

NO_FIELD = "Dit veld is er niet in dit onderdeel van het document."
"""What is said of a field that a view does not have."""

NO_MARKUP = "Deze bewerking achter `|` heeft een sjabloon niet: gegevens blijven altijd tekst."
NO_MARKUP_REMEDY = "Haal haar weg. Opmaak schrijft u in het sjabloon zelf."
SHORT_LIST = "De lijst kan korter zijn: dan is dit onderdeel er niet."
SHORT_LIST_REMEDY = "Vraag eerst met `if` of de lijst zo lang is, of herhaal haar met `for`."

_LOADING = ("get_source", "_parse", "_generate", "_compile")
"""Functions of Jinja that read one template, whose name is in their variable `filename`."""


class _Spot(NamedTuple):
    """Where a template was when something went wrong; line 0 is the file as a whole. `names` are those it could use."""

    file: str
    line: int
    names: dict[str, object]


def mistake(error: Exception, templates: Templates) -> Finding | None:
    """The finding for what loading or rendering a template raised; None when that was no template's doing."""
    if isinstance(error, TemplateSyntaxError):
        return _syntax(error, templates)
    if isinstance(error, Empty):
        return codes.EMPTY.at(Place(error.file))
    spot = _spot(error.__traceback__)
    if spot is None:
        return None
    if spot.line == 0:
        return codes.SYNTAX.at(Place(spot.file), _unread(error), remedy=_UNREAD_REMEDY.get(type(error), ""))
    if isinstance(error, TemplateNotFound):
        return _not_found(error, spot, templates)
    if isinstance(error, SecurityError):
        return codes.FORBIDDEN.at(place_of(spot.file, spot.line))
    if isinstance(error, UndefinedError):
        return _undefined(error, spot, templates)
    if isinstance(error, Misuse):
        return codes.STUCK.at(place_of(spot.file, spot.line), error.words, remedy=error.remedy)
    if isinstance(error, TemplateRuntimeError) and (found := _no_filter(str(error), spot.file, spot.line, templates)):
        return found
    message, remedy = next((words for kind, words in _STUCK.items() if isinstance(error, kind)), ("", ""))
    return codes.STUCK.at(place_of(spot.file, spot.line), message, remedy=remedy)


_STUCK: dict[type[Exception], tuple[str, str]] = {
    RecursionError: (
        "Dit sjabloon roept steeds zichzelf aan.",
        "Bedoelt u het sjabloon van bo? Schrijf dan `bo/` voor de naam.",
    ),
    OverflowError: ("Deze reeks of dit getal is te groot voor een sjabloon.", ""),
    MemoryError: ("Deze reeks of tekst is te groot voor een sjabloon.", ""),
    ZeroDivisionError: ("Hier wordt door nul gedeeld.", "Vraag eerst met `if` of het getal geen nul is."),
    TypeError: (
        "Deze gegevens passen hier niet, zoals een tekst waar een getal of een lijst moet staan.",
        "De naslag over sjablonen noemt van elk veld wat het is.",
    ),
}

_UNREAD_REMEDY: dict[type[Exception], str] = {
    UnicodeDecodeError: "Bewaar het bestand opnieuw, als UTF-8.",
    PermissionError: "Zorg dat u het bestand mag lezen.",
}


def _unread(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "Dit bestand is niet als UTF-8 opgeslagen."
    if isinstance(error, OSError):
        return "Dit bestand is niet te openen."
    return "Dit sjabloon is te diep genest of te groot om te lezen."


def _spot(traceback: TracebackType | None) -> _Spot | None:
    """The innermost place in a template; None when there is none, or when code of ours that it reached failed."""
    found: _Spot | None = None
    while traceback is not None:
        frame, code = traceback.tb_frame, traceback.tb_frame.f_code
        if code.co_filename.endswith(".j2"):  # Jinja makes frames for the lines of a template
            found = _Spot(code.co_filename, traceback.tb_lineno, dict(frame.f_locals))
        elif code.co_name in _LOADING and str(frame.f_locals.get("filename", "")).endswith(".j2"):
            found = _Spot(str(frame.f_locals["filename"]), 0, {})
        elif code.co_filename.startswith(_OURS) and os.path.basename(code.co_filename) not in _CALLED:
            found = None
        traceback = traceback.tb_next
    return found


def _syntax(error: TemplateSyntaxError, templates: Templates) -> Finding | None:
    file = error.filename or error.name  # of an open remark Jinja gives the file as the name
    if not file or not file.endswith(".j2"):
        return None
    if isinstance(error, Refused):
        return codes.FORBIDDEN.at(
            place_of(file, error.lineno, error.message or ""), remedy="Haal het weg: gegevens blijven altijd tekst."
        )
    found = _no_filter(error.message or "", file, error.lineno, templates)
    if found is not None:
        return found
    words = syntax_words(error, "\n".join(_lines(file)))
    where = place_of(file, words.line, words.word)
    return codes.SYNTAX.at(where, words.message, remedy=words.remedy, suggestion=words.suggestion)


def _no_filter(told: str, file: str, line: int, templates: Templates) -> Finding | None:
    """The finding for a filter (`| naam`) or test (`is naam`) that is not there; None for another mistake."""
    found = re.match(r"No (filter|test) named '(.*?)'", told)
    if found is None:
        return None
    if found[2] in UNSAFE:
        return codes.UNKNOWN_NAME.at(place_of(file, line, found[2]), NO_MARKUP, remedy=NO_MARKUP_REMEDY)
    kind = "Deze bewerking achter `|`" if found[1] == "filter" else "Dit woord achter `is`"
    environment = templates.environment_of(file)
    made = environment.filters if found[1] == "filter" else environment.tests
    near = nearest(found[2], made)
    return codes.UNKNOWN_NAME.at(place_of(file, line, found[2]), f"{kind} bestaat niet.", suggestion=near)


def _not_found(error: TemplateNotFound, spot: _Spot, templates: Templates) -> Finding:
    names = [str(one) for one in getattr(error, "templates", [])] or [str(error.name)]
    near = nearest(names[-1], templates.environment.list_templates())
    if near is not None and templates.own is not None and os.path.join(templates.own, *near.split("/")) == spot.file:
        near = f"{OURS}/{near}"  # or it would build on itself
    return codes.NO_TEMPLATE.at(place_of(spot.file, spot.line, names[-1]), suggestion=near)


def _undefined(error: UndefinedError, spot: _Spot, templates: Templates) -> Finding:
    told = str(error)
    if found := re.match(r"'(.+)' is undefined$", told):
        word, message, near = found[1], "Deze naam kent het sjabloon niet.", _nearest_name(found[1], spot)
    elif found := re.match(r"'(.+) object' has no (?:attribute|element) '?(.+?)'?$", told, re.DOTALL):
        word, near = found[2], nearest(found[2], _fields(found[1]))
        message = _NO_FIELDS.get(found[1], NO_FIELD)
    elif (found := re.match(r".+ object has no element (-?\d+)$", told)) or told.startswith(("No first item", "No last item")):
        word = f"[{found[1]}]" if found else told.split()[1]
        return codes.UNKNOWN_NAME.at(place_of(spot.file, spot.line, word), SHORT_LIST, remedy=SHORT_LIST_REMEDY)
    elif found := re.match(r"the template '(.+?)' .* does not export the requested name '(.+)'$", told):
        word, message, near = (
            found[2],
            "Dit bestand heeft geen macro met deze naam.",
            _nearest_macro(found[1], found[2], templates),
        )
    elif found := re.match(r"there is no parent block called '(.+)'", told):
        return codes.UNKNOWN_NAME.at(
            place_of(spot.file, spot.line, "super"),
            "Het sjabloon waarop dit voortbouwt, heeft geen blok met deze naam.",
            remedy="Kijk in dat sjabloon hoe het blok heet.",
        )
    else:
        word, message, near = "", "Dit is er niet.", None
    return codes.UNKNOWN_NAME.at(place_of(spot.file, spot.line, word), message, suggestion=near)


_NO_FIELDS = {
    "str": "Dit is een tekst; die heeft zelf geen velden.",
    "tuple": "Dit is een lijst; haal er met `for` eerst een onderdeel uit.",
    "bool": "Dit is ja of nee; dat heeft zelf geen velden.",
}


def _nearest_name(word: str, spot: _Spot) -> str | None:
    """What was meant by a name that stands alone: one that is there, or a field of the document."""
    doc = spot.names.get("doc")
    fields = [f"doc.{one}" for one in getattr(type(doc), "_fields", ())]
    if f"doc.{word}" in fields:
        return f"doc.{word}"
    return nearest(word, [one for one in spot.names if not one.startswith("_")]) or nearest(f"doc.{word}", fields)


def _fields(path: str) -> list[str]:
    """The fields of a view, by the full name of its class; none of what is no view."""
    module, _, name = path.rpartition(".")
    view = getattr(sys.modules.get(module), name, None)
    names = [*getattr(view, "model_fields", ()), *(vars(view) if isinstance(view, type) else ())]
    return [one for one in names if not one.startswith(("_", "model_"))]


def _nearest_macro(template: str, word: str, templates: Templates) -> str | None:
    environment = templates.environment_of(template)
    assert environment.loader is not None
    source = environment.loader.get_source(environment, template)[0]
    return nearest(word, [one.name for one in environment.parse(source).find_all(nodes.Macro)])


def place_of(file: str, line: int, word: str = "") -> Place:
    """The place of a word on a line of a template, or of the first tag on it."""
    lines = _lines(file)
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)" if word[:1] != "[" else re.escape(word), text) if word else None
    found = found or re.search(r"\{[{%#].*?[}%#]\}", text) or re.search(r"\S(?:.*\S)?", text)
    if found is None:
        return Place(file, line, 1, 1, text)
    return Source(file, b"", lines).at(line - 1, found.start(), found.end() - found.start())


def _lines(file: str) -> list[str]:
    """The lines of a template, as Jinja counts them; none when it cannot be read any more."""
    try:
        with open(file, encoding="utf-8", errors="replace", newline="") as opened:
            return re.split(r"\r\n|\r|\n", opened.read())
    except OSError:
        return []
