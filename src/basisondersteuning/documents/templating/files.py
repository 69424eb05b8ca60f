"""The files of a folder with own templates: which there are, which of them are used, and what keeps one from being read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from ...findings.catalogue import document as codes
from ...findings.finding import Finding, Place
from ...records.nearmiss import nearest
from ...records.write import reason
from ..catalogue import DOCUMENTS
from .environment import SHARED, STYLE, folder

MOST_FILES = 500
"""A folder with more files than this is no folder with templates."""

_TEMPLATES = (".j2", ".css", ".docx", ".html", ".htm", ".jinja", ".jinja2")
"""Endings of what was meant to be a template, whatever its folder."""


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
    return name.lower().endswith(_TEMPLATES) or (name.endswith(".md") and name.split("/")[0] in DOCUMENTS)


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
    style = os.path.join(own, *STYLE.split("/"))  # every page needs it, so it is read before any template
    try:
        with open(style, encoding="utf-8") as file:
            file.read()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeError) as error:
        return codes.SYNTAX.at(Place(style), f"Dit bestand is niet te lezen: {reason(error)}.", remedy="Bewaar het als UTF-8.")
    return None


def _beside(own: str) -> str | None:
    """The folder beside the one that is not there, with a name like it."""
    above, name = os.path.split(os.path.normpath(own))
    try:
        with os.scandir(above or ".") as entries:
            return nearest(name, [one.name for one in entries if one.is_dir() and not one.name.startswith(".")])
    except OSError:
        return None
