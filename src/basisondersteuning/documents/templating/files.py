"""The files of a folder with own templates: which there are, which of them are used, and what keeps one from being read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from ...findings.catalogue import document as codes
from ...findings.finding import Finding, Place
from ...records.nearmiss import nearest
from ...records.source import Source
from ...records.write import reason
from ..catalogue import DOCUMENTS
from .environment import SHARED, STYLE, folder, lies_within
from .page import STYLE_ENDS

MOST_FILES = 500
"""A folder with more files than this is no folder with templates."""

_TEMPLATES = (".j2", ".css", ".docx", ".html", ".htm", ".jinja", ".jinja2", ".doc", ".dotx", ".docm")
"""Endings of what was meant to be a template, whatever its folder."""

_STYLE_END = re.compile(r"</\s*style", re.IGNORECASE)


class OwnFile(NamedTuple):
    """A file with its name as templates name it, such as `ot-agenda/ot-agenda.html.j2`, and its path on disk."""

    name: str
    path: str


def own_files(own: str) -> Iterator[OwnFile]:
    """The files in a folder with templates, by name; without hidden files and those that Word keeps beside its own."""
    for place, folders, files in os.walk(own):
        folders[:] = sorted(one for one in folders if not one.startswith((".", "__")))
        for name in sorted(files):
            if name.startswith((".", "~")) or name.endswith("~"):
                continue
            path = os.path.join(place, name)
            if os.path.isfile(path):
                yield OwnFile(os.path.relpath(path, own).replace(os.sep, "/"), path)


def known_names() -> list[str]:
    """Every name under which a template is used: those of documents, and what they share."""
    documents = [name for one in DOCUMENTS for name in names_of(one)]
    return [*documents, *shared_names()]


def names_of(document: str) -> list[str]:
    """The names of the templates of a document; `docx` is a template of Word, of which there is none of ours."""
    return [f"{document}/{document}.{ending}" for ending in ("html.j2", "md.j2", "docx")]


def shared_names() -> list[str]:
    """The names of what our templates share and a samenwerkingsverband can replace."""
    files = (one.name for one in sorted((folder() / SHARED).iterdir()))
    return [f"{SHARED}/{one}" for one in files if one.endswith(".j2") or f"{SHARED}/{one}" == STYLE]


def looks_like_template(name: str) -> bool:
    """Whether a file with an unknown name was meant to be a template."""
    low, top = name.lower(), name.split("/")[0]
    if low.endswith(".txt"):  # as a text editor adds it
        return low.removesuffix(".txt").endswith(_TEMPLATES) or top in DOCUMENTS or top == SHARED
    return low.endswith(_TEMPLATES) or (name.endswith(".md") and top in DOCUMENTS)


def folder_mistake(own: str, place: Place | None = None) -> Finding | None:
    """Why a folder with templates cannot be used at all; None when it can. `place` is where its name was written.

    Ask this before a `Templates` is made of it: that reads the stylesheet at once, and raises when it cannot.
    """
    where = place or Place(own)
    if not os.path.isdir(own):
        message = "Dit is geen map." if os.path.lexists(own) else ""
        return codes.NO_FOLDER.at(where, message, suggestion=_beside(own))
    try:
        os.listdir(own)
    except OSError as error:
        return codes.NO_FOLDER.at(where, f"De map met sjablonen is niet te lezen: {reason(error)}.")
    if len(list(islice(own_files(own), MOST_FILES + 1))) > MOST_FILES:
        message = f"In deze map staan meer dan {MOST_FILES} bestanden; dat is geen map met sjablonen."
        return codes.NO_FOLDER.at(where, message, remedy="Noem de map waarin alleen uw sjablonen staan.")
    return _elsewhere(own) or _style_mistake(os.path.join(own, *STYLE.split("/")))


def _elsewhere(own: str) -> Finding | None:
    """A template that is no regular file, or that lies elsewhere: a link leads there."""
    there = {one for one in known_names() if os.path.lexists(os.path.join(own, *one.split("/")))}
    there |= {one.name for one in own_files(own) if looks_like_template(one.name)}
    for name in sorted(there):
        if not lies_within(own, name):
            return codes.NOT_OWN_FILE.at(Place(os.path.join(own, *name.split("/"))))
    return None


def _style_mistake(style: str) -> Finding | None:
    """What keeps the stylesheet from being used: every page needs it, so it is read before any template."""
    try:
        with open(style, "rb") as file:
            source = Source(style, file.read())
        end = _STYLE_END.search(source.data.decode())
    except FileNotFoundError:
        return None
    except (OSError, UnicodeError) as error:
        return codes.SYNTAX.at(Place(style), f"Dit bestand is niet te lezen: {reason(error)}.", remedy="Bewaar het als UTF-8.")
    if end is None:
        return None
    lines = re.split(r"\r\n|\r|\n", end.string[: end.start()])
    return codes.BLOCKED.at(source.at(len(lines) - 1, len(lines[-1]), len(end[0])), STYLE_ENDS)


def _beside(own: str) -> str | None:
    """The folder beside the one that is not there, with a name like it."""
    above, name = os.path.split(os.path.normpath(own))
    try:
        with os.scandir(above or ".") as entries:
            return nearest(name, [one.name for one in entries if one.is_dir() and not one.name.startswith(".")])
    except OSError:
        return None
