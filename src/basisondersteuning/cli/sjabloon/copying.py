"""`bo sjabloon copy`: templates of ours into one's own folder, to change them there."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from typing import Annotated

import typer

from ...findings.finding import Severity
from ...findings.paint import folded
from ..app import FINE, USAGE
from ..terminal import say, width
from .common import DEFAULT_FOLDER, own


class Part(StrEnum):
    """Which templates to copy."""

    HTML = "html"
    MD = "md"
    GEDEELD = "gedeeld"
    ALLES = "alles"


def copy(
    document: Annotated[
        str | None, typer.Argument(metavar="DOCUMENT", help="Welk document; `bo sjabloon list` noemt ze allemaal.")
    ] = None,
    naar: Annotated[
        str | None,
        typer.Option("--naar", metavar="MAP", help="Eigen map [anders: die van bo.yaml, of sjablonen]."),
    ] = None,
    vorm: Annotated[
        Part,
        typer.Option("--vorm", metavar="VORM", help="html (ook voor pdf en docx), md, gedeeld (voor alle documenten) of alles."),
    ] = Part.HTML,
) -> int:
    """Zet een sjabloon van bo in uw eigen map, om het daar te veranderen.

    Wat er al staat, blijft staan. Voor een logo, een kleur of een andere vaste tekst hebt u geen sjabloon nodig: die staan
    in bo.yaml.

    Voorbeelden:

        bo sjabloon copy ot-uitnodiging
        bo sjabloon copy groeidocument --vorm md --naar sjablonen
        bo sjabloon copy --vorm gedeeld
    """
    names = _names(document, vorm)
    chosen = own(None)
    if any(one.severity is Severity.FOUT for one in chosen.settings.findings):
        chosen.refused()
        return USAGE
    folder = naar or chosen.folder or DEFAULT_FOLDER
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise typer.BadParameter("dit is geen map.", param_hint="--naar")
    if (linked := _linked(names, folder)) is not None:
        return _said(f"{linked} verwijst naar een andere plaats. Er is niets overgenomen.")
    there = [name for name in names if os.path.lexists(os.path.join(folder, *name.split("/")))]
    kept = [f"{os.path.join(folder, *one.split('/'))} is er al en blijft zoals het is." for one in there]
    if len(there) == len(names):
        return _said(f"{kept[0]} Er is niets overgenomen.")
    written = _write([one for one in names if one not in there], folder)
    if isinstance(written, str):
        return _said(written)
    named = chosen.folder is not None and os.path.abspath(chosen.folder) == os.path.abspath(folder)
    told = [*kept, *_next(written, folder, named)]
    sys.stdout.write("\n".join(line for one in told for line in folded(one, width(), "  ", "")) + "\n")
    return FINE


def _said(why: str) -> int:
    say("\n".join(folded(f"bo sjabloon copy: {why}", width(), "  ", "")))
    return USAGE


def _names(document: str | None, part: Part) -> list[str]:
    from ...documents.catalogue import DOCUMENTS
    from ...documents.templating.files import names_of, shared_names
    from ...records.nearmiss import nearest

    if document is None:
        if part is not Part.GEDEELD:
            raise typer.BadParameter(f"noem het document: {', '.join(DOCUMENTS)}.", param_hint="DOCUMENT")
        return shared_names()
    if document not in DOCUMENTS:
        meant = nearest(document, DOCUMENTS)
        hint = f"Bedoelde u {meant}?" if meant else f"Kies uit {', '.join(DOCUMENTS)}."
        raise typer.BadParameter(f"dit document bestaat niet. {hint}", param_hint="DOCUMENT")
    html, markdown, _ = names_of(document)
    return {
        Part.HTML: [html],
        Part.MD: [markdown],
        Part.GEDEELD: shared_names(),
        Part.ALLES: [html, markdown, *shared_names()],
    }[part]


def _linked(names: list[str], folder: str) -> str | None:
    """A folder within the own one that is a link: what is written there would come to stand elsewhere."""
    places = dict.fromkeys(os.path.join(folder, name.split("/")[0]) for name in names)
    return next((one for one in places if os.path.islink(one)), None)


def _write(names: list[str], folder: str) -> list[str] | str:
    """Write our templates; the paths, or in a sentence why that failed. Nothing that is there is touched."""
    from ...documents.templating.environment import folder as ours
    from ...records.write import reason, write_new

    texts = {name: _head(name) + (ours() / name).read_text(encoding="utf-8") for name in names}
    written = []
    for name, text in texts.items():
        path = os.path.join(folder, *name.split("/"))
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            write_new(path, text, private=False)
        except FileExistsError:
            return f"{path} is er al en blijft zoals het is."
        except OSError as error:
            return f"{path} is niet te schrijven: {reason(error)}."
        written.append(path)
    return written


def _head(name: str) -> str:
    """The remark at the top of a copy."""
    from ... import __version__

    if name.endswith(".css"):
        return f"/* Overgenomen uit bo {__version__}. Dit bestand komt in de plaats van de hele stijl van bo. */\n"
    whole = f"Overgenomen uit bo {__version__}. Dit bestand komt in de plaats van dat van bo; verander wat u wilt."
    extends = '{% extends "bo/' + name + '" %}'
    less = f"Verandert u maar een blok? Bewaar alleen dat blok, met als eerste regel: {extends}"
    return f"{{# {whole}\n   {less} #}}\n"


def _next(written: list[str], folder: str, named: bool) -> list[str]:
    """What was done, and what to do now."""
    lines = [f"Overgenomen: {one}" for one in written]
    if not named:
        lines.append(f"Zet in bo.yaml `sjablonen: {folder}`, of noem de map bij het maken: `bo render … --templates {folder}`.")
    lines.append(f"Verander wat u wilt en kijk dan of het klopt: bo sjabloon check {folder}")
    return lines
