"""`bo schema`: the JSON Schemas of records, for editors and other programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from ..findings.paint import folded
from ..model.kinds import RECORD_KINDS
from .app import FINE, USAGE
from .dutch import DutchCommand
from .terminal import painter, say, width

app = typer.Typer(add_completion=False)


@app.command(cls=DutchCommand)
def schema(
    soort: Annotated[
        str | None,
        typer.Argument(metavar="SOORT", help="De soort waarvan u het schema wilt zien, zoals dossier [anders: een lijst]."),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option("--out", metavar="MAP", help="Schrijf naar deze map: elke soort een bestand, of alleen de gevraagde."),
    ] = None,
) -> int:
    """Geef het schema van een soort bestand, waarmee een editor velden aanvult en fouten meteen laat zien.

    Het is een JSON Schema. Zet in een editor die zulke schema's kent bovenaan uw bestand een regel die het schema
    noemt; zonder SOORT laat `bo schema` die regel zien. Wat een schema niet kan zien, zoals een dag die niet bestaat
    of een verwijzing naar niemand, ziet `bo validate`.

    Voorbeelden:

        bo schema
        bo schema dossier
        bo schema --out schemas
    """
    if soort is not None and soort not in RECORD_KINDS:
        from ..records.nearmiss import nearest

        meant = nearest(soort, RECORD_KINDS)
        say(f"bo schema: deze soort bestaat niet: {soort}. {f'Bedoelde u {meant}?' if meant else 'Zie `bo schema`.'}")
        return USAGE
    if out is not None:
        return _write([soort] if soort is not None else list(RECORD_KINDS), out)
    if soort is None:
        sys.stdout.write("\n".join(_overview()) + "\n")
    else:
        from ..model.schema import schema_text

        sys.stdout.write(schema_text(soort))
    return FINE


def _overview() -> Iterator[str]:
    from ..model.schema import description_of

    columns, paint = width(), painter()
    size = max(map(len, RECORD_KINDS))
    for kind in RECORD_KINDS:
        yield from folded(description_of(kind), columns, " " * (size + 4), f"  {kind:<{size}}  ")
    yield ""
    yield paint("bold", "In een editor")
    yield ""
    yield from folded(
        "`bo schema --out schemas` schrijft de schema's naar de map `schemas`. Zet daarna bovenaan een bestand:", columns, ""
    )
    yield ""
    yield f"    {MODELINE}schemas/{file_name('dossier')}"
    yield ""
    yield from folded(
        "Het pad telt vanaf de map waar het bestand zelf staat. De editor vult dan de velden aan die bij een gebeurtenis horen, "
        "legt ze uit en onderstreept wat niet klopt. Dat werkt in editors met de YAML Language Server, zoals VS Code met "
        "de uitbreiding YAML. `bo validate` ziet meer dan een schema kan zien.",
        columns,
        "",
    )


MODELINE = "# yaml-language-server: $schema="
"""What stands before the path of a schema, on a line of its own in a YAML file."""


def file_name(kind: str) -> str:
    """The file in which the schema of a kind of record stands."""
    return f"{kind}.schema.json"


def _write(kinds: list[str], folder: str) -> int:
    """Write schemas, and say of each what became of its file."""
    from ..model.schema import schema_text

    try:
        os.makedirs(folder, exist_ok=True)
        for kind in kinds:
            path = os.path.join(folder, file_name(kind))
            print(f"{path}: {_put(path, schema_text(kind))}", flush=True)
    except OSError:
        say("bo schema: schrijven naar deze map lukt niet. Controleer of het een map is en of u er mag schrijven.")
        return USAGE
    return FINE


def _put(path: str, text: str) -> str:
    """Write a file and give the word for what that changed."""
    from ..records.write import replace, write_new

    if not os.path.lexists(path):
        write_new(path, text, private=False)
        return "nieuw"
    with open(path, "rb") as file:
        same = file.read() == text.encode()
    if same:
        return "ongewijzigd"
    replace(path, text, private=False)
    return "vervangen; de inhoud was anders"
