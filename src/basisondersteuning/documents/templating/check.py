"""Checks own templates before any document is made: names of files, syntax, names of data, and what a page does not allow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import TemplateError, meta, nodes

from ...findings.catalogue import document as codes
from ...findings.finding import Finding, Place
from ...records.nearmiss import nearest
from ...records.source import Source
from ..catalogue import DOCUMENTS
from .environment import SHARED, STYLE, Templates
from .files import OwnFile, known_names, looks_like_template, names_of, own_files
from .mistakes import mistake
from .names import unknown_names
from .outside import outside_blocks
from .page import Blocked, blocked_in_page, blocked_in_style
from .sample import samples


class Checked(NamedTuple):
    """What a check gave: the names of the own templates that are used, and everything that is wrong, by file and place.

    `unseen` says why templates of Word could not be tried; empty when they were, or when there are none.
    """

    names: list[str]
    findings: list[Finding]
    unseen: str


def check_templates(templates: Templates) -> Checked:
    """Check the folder with own templates; each mistake is told once.

    The folder can be read: `folder_mistake` says so. Names are held against the types of the views, and each template
    is tried with made-up data.
    """
    assert templates.own is not None
    files = list(own_files(templates.own))
    used = {*known_names(), *_referenced(files, templates)}
    found = [*_unused(files, used)]
    for file in files:
        found += _standing(file, templates)
    for document, form in _touched(files):
        found += _tried(document, form, templates)
    words, unseen = _words(files, templates)
    unique = {(one.code, str(one.place), one.message): one for one in [*found, *words]}
    findings = sorted(unique.values(), key=lambda one: one.sort_key)
    return Checked([one.name for one in files if one.name in used], findings, unseen)


def _unused(files: list[OwnFile], used: set[str]) -> Iterator[Finding]:
    there = {one.name for one in files}
    free = [one for one in known_names() if one not in there]
    for file in files:
        if file.name not in used and looks_like_template(file.name):
            yield codes.UNUSED.at(Place(file.path), suggestion=nearest(file.name, free))


def _referenced(files: list[OwnFile], templates: Templates) -> Iterator[str]:
    """The templates that those in the folder name."""
    for file in files:
        if file.name.endswith(".j2") and (tree := _tree(file.name, templates)) is not None:
            yield from (one for one in meta.find_referenced_templates(tree) if one)


def _standing(file: OwnFile, templates: Templates) -> Iterator[Finding]:
    """What is wrong in a file as it stands."""
    if file.name.endswith(".j2"):
        try:
            templates.environment_of(file.name).get_template(file.name)
        except Exception as error:
            found = mistake(error, templates)
            if found is None:
                raise
            yield found
            return
        yield from _lost(file, templates)
        yield from _names(file, templates)
    if file.name.endswith(".html.j2"):
        text = _text(file.path)
        yield from _blocked(file, text, blocked_in_page(text))
    elif file.name == STYLE:
        text = _text(file.path)
        yield from _blocked(file, text, blocked_in_style(text))


def _names(file: OwnFile, templates: Templates) -> list[Finding]:
    """Fields that the document does not have, also where the made-up data does not lead."""
    document, tree = file.name.split("/")[0], _tree(file.name, templates)
    known = document in DOCUMENTS and file.name in names_of(document)
    return unknown_names(tree, document, file.path) if known and tree is not None else []


def _blocked(file: OwnFile, text: str, found: list[Blocked] | Iterator[Blocked]) -> Iterator[Finding]:
    source = Source(file.path, text.encode())
    for one in found:
        yield codes.BLOCKED.at(source.at(one.line - 1, one.column - 1, len(one.word)), one.message, remedy=one.remedy)


def _lost(file: OwnFile, templates: Templates) -> Iterator[Finding]:
    """Blocks that the template underneath does not have: what stands in them would come nowhere."""
    tree = _tree(file.name, templates)
    if tree is None or next(tree.find_all(nodes.Extends), None) is None:
        return
    yield from outside_blocks(tree, file.path)
    below = _blocks_below(tree, templates, {file.name})
    if below is None:
        return
    source = Source(file.path, _text(file.path).encode())
    for block in (one for one in tree.body if isinstance(one, nodes.Block) and one.name not in below):
        line = source.lines[block.lineno - 1] if block.lineno <= len(source.lines) else ""
        near = nearest(block.name, below)
        yield codes.UNKNOWN_NAME.at(
            source.at(block.lineno - 1, max(line.find(block.name), 0), len(block.name)),
            "Het sjabloon waarop dit voortbouwt, heeft geen blok met deze naam. Wat erin staat, komt nergens.",
            remedy=f"Bedoelde u `{near}`?" if near else "Kijk in dat sjabloon hoe het blok heet.",
            suggestion=near,
        )


def _blocks_below(tree: nodes.Template, templates: Templates, met: set[str]) -> set[str] | None:
    """The blocks of the templates that this one builds on; None when which those are cannot be seen."""
    found: set[str] = set()
    for extends in tree.find_all(nodes.Extends):
        name = extends.template.value if isinstance(extends.template, nodes.Const) else None
        below = _tree(name, templates) if isinstance(name, str) and name not in met else None
        if below is None:
            return None
        deeper = _blocks_below(below, templates, {*met, str(name)})
        if deeper is None:
            return None
        found |= {*(one.name for one in below.find_all(nodes.Block)), *deeper}
    return found


def _touched(files: list[OwnFile]) -> list[tuple[str, str]]:
    """The documents, each with the form, that own templates change: theirs, or what all documents share."""
    return [
        (document, form)
        for document in DOCUMENTS
        for form in ("html", "md")
        if any(one.name.startswith((f"{document}/", f"{SHARED}/")) and one.name.endswith(f".{form}.j2") for one in files)
    ]


def _tried(document: str, form: str, templates: Templates) -> Iterator[Finding]:
    """What goes wrong when the document is made of made-up data."""
    for doc in samples(document):
        try:
            templates.render(f"{document}/{document}.{form}.j2", doc)
        except Exception as error:
            found = mistake(error, templates)
            if found is None:
                raise
            yield found


def _words(files: list[OwnFile], templates: Templates) -> tuple[list[Finding], str]:
    """What is wrong with templates of Word, or why they could not be tried."""
    found: list[Finding] = []
    for file in files:
        document = file.name.split("/")[0]
        if file.name != f"{document}/{document}.docx" or document not in DOCUMENTS:
            continue
        from ..output.missing import Missing
        from ..output.word import word

        for doc in samples(document):
            try:
                made = word(file.path, {"doc": doc, "huis": templates.house})
            except Missing as error:
                return found, error.message
            found += made if isinstance(made, list) else []
    return found, ""


def _tree(name: str, templates: Templates) -> nodes.Template | None:
    """A template as Jinja reads it; None when it cannot be read."""
    environment = templates.environment_of(name)
    assert environment.loader is not None
    try:
        return environment.parse(environment.loader.get_source(environment, name)[0])
    except (TemplateError, OSError, ValueError, RecursionError):
        return None


def _text(path: str) -> str:
    with open(path, encoding="utf-8", errors="replace", newline="") as file:
        return file.read()
