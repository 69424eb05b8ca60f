"""What `bo render` is asked for, checked before any record is read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ..casework.settings import find_settings
from .layout import rows
from .terminal import painter, width

if TYPE_CHECKING:
    from ..casework.assess import Setup
    from ..documents.catalogue import DocumentKind
    from ..documents.making import Order


def listing() -> Iterator[str]:
    """Every document, with what it is."""
    from ..documents.catalogue import DOCUMENTS

    paint, columns = painter(), width()
    yield "Welke documenten er zijn:"
    yield ""
    for one in DOCUMENTS.values():
        about = f"{one.about} Vormen: {', '.join(one.formats)}."
        first, *rest = rows([(one.name, about)], columns, max(map(len, DOCUMENTS)))
        yield first.replace(one.name, paint("bold", one.name), 1)
        yield from rest
    yield ""
    yield "Gebruik: bo render DOCUMENT PAD..."


def make_order(
    kind: DocumentKind,
    setup: Setup,
    paths: list[str],
    formats: list[str] | None,
    out: str | None,
    reader: str | None,
    names: bool,
    templates: str | None,
    group: int | None,
    pupil: str | None,
    before: date | None,
) -> Order | str:
    """The order, or in a sentence why it cannot be."""
    from ..documents.making import Order

    forms = tuple(dict.fromkeys(formats or [form_of(out) or "md"]))
    wrong = next((one for one in forms if one not in kind.formats), None)
    if wrong is not None:
        return f"{kind.name} is er in {', '.join(kind.formats)}."
    reader = reader or kind.reader
    if reader not in ("ouders", "ot", "swv", "school"):
        return "kies bij --voor uit ouders, ot, swv of school."
    if reader not in kind.readers:
        return _not_for(kind, reader)
    if names and reader != "swv":
        return "--met-namen hoort bij --voor swv; andere lezers zien namen altijd."
    if kind.of == "dossiers" and group is None:
        return f"noem bij {kind.name} de groep, bijvoorbeeld `--groep 5`."
    if kind.of == "sop" and (group is not None or pupil is not None):
        return f"--groep en --leerling horen niet bij {kind.name}: een SOP gaat over een school."
    if before is not None and kind.name != "terugkoppeling":
        return "--voor-datum hoort bij terugkoppeling."
    settings = find_settings(paths, today=setup.today)
    if kind.name == "terugkoppeling":
        last = before or settings.given.terugkoppeling.voor_datum
        if last is not None and last < setup.peildatum:
            where = "--voor-datum" if before else "voor_datum in bo.yaml"
            return f"{where} ligt voor de dag van de brief. Noem een dag die nog komt."
    folder = templates
    if folder is None and settings.given.sjablonen is not None:
        folder = settings.beside(settings.given.sjablonen)
    shown = names or reader != "swv"
    return Order(kind.name, forms, setup, settings, reader, shown, folder, group, pupil, before=before)


def without_meetings(paths: list[str], *, today: date) -> tuple[list[str], frozenset[str] | None]:
    """For documents of a dossier: the paths without the meetings named in them, and the pupils on their agendas.

    Without any dossier named, those are taken that stand in a folder beside the first meeting.
    """
    from ..casework.caseload import dossiers_beside
    from ..model.ot import Ot
    from ..records.load import load

    found: dict[str, Ot] = {}
    for path in paths:
        if os.path.isfile(path) and isinstance(record := load(path, today=today).record, Ot):
            found[path] = record
    if not found:
        return paths, None
    rest = [one for one in paths if one not in found]
    beside = dossiers_beside(next(iter(found))) if not rest else None
    return rest or ([beside] if beside else paths), frozenset(item.leerling for one in found.values() for item in one.agenda)


def form_of(out: str | None) -> str | None:
    """The form that the name of a file asks for; None when it names a folder."""
    from ..documents.catalogue import PAPER

    suffix = os.path.splitext(out or "")[1].lower().lstrip(".")
    return suffix if suffix in (*PAPER, "ics") and not os.path.isdir(out or "") else None


def _not_for(kind: DocumentKind, reader: str) -> str:
    if reader == "ouders" and kind.of != "sop":
        return (
            f"{kind.name} is niet voor ouders: er staan ook andere kinderen in. Voor ouders zijn er ot-uitnodiging en ot-verslag."
        )
    return f"{kind.name} is er alleen voor {' of '.join(kind.readers)}."
