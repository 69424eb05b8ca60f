"""`bo log`: put something in a dossier, or in those of a whole group."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from ..app import USAGE
from ..options import DayOption, FrameOption, SwvOption
from .kind_help import LogCommand

app = typer.Typer(add_completion=False)


@app.command(cls=LogCommand, context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
def log(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="DOSSIER",
            help="Kenmerk van een leerling, een bestand of een map met dossiers; daarachter de soort: oudercontact, toets, ...",
        ),
    ] = None,
    betrokkene: Annotated[
        list[str] | None,
        typer.Option(
            "--betrokkene",
            metavar="WIE",
            help='Iemand die er nog niet in staat: "naam=S. Bakker; rol=ouder". Mag vaker.',
        ),
    ] = None,
    groep: Annotated[
        int | None, typer.Option("--groep", metavar="N", min=0, max=8, help="Alleen leerlingen in deze groep.")
    ] = None,
    per_leerling: Annotated[
        list[str] | None,
        typer.Option(
            "--per-leerling", metavar="VELD", help="Vraag dit veld per leerling [anders: bij een toets de waarde]. Mag vaker."
        ),
    ] = None,
    csv: Annotated[
        str | None,
        typer.Option(
            "--csv", metavar="BESTAND", help="Lees per leerling uit een lijst: een kolom leerling, en een kolom per veld."
        ),
    ] = None,
    goede_wel: Annotated[
        bool, typer.Option("--goede-wel", help="Klopt er van een groep iets niet, leg dan vast wat wel klopt.")
    ] = False,
    editor: Annotated[bool, typer.Option("--editor", help="Vul een formulier in, in het programma waarmee u schrijft.")] = False,
    toon: Annotated[bool, typer.Option("--toon", help="Laat alleen zien wat erbij zou komen.")] = False,
    ja: Annotated[bool, typer.Option("--ja", help="Leg het vast zonder te vragen.")] = False,
    peildatum: DayOption = None,
    kader: FrameOption = None,
    swv: SwvOption = None,
) -> int:
    """Leg iets vast in een dossier: een gesprek, een toets, een evaluatie.

    bo vraagt wat nodig is, of u geeft elk veld als optie: --datum, --door en wat er verder bij de soort hoort. U ziet eerst
    welke regels erbij komen en wat dat doet met het niveau en met wat er te doen is. Pas na uw ja wordt het vastgelegd.

    Datums mag u schrijven zoals u ze zegt: vandaag, ma, 3-11, over 6 weken. Mensen noemt u met hun kenmerk, naam of rol.

    Voor een groep tegelijk: noem een map of meer leerlingen. Wat per leerling verschilt, vraagt bo of leest het uit een lijst.

    De velden van een soort: bo log DOSSIER SOORT --help

    Voorbeelden:

        bo log L-0417
        bo log L-0417 oudercontact --datum gisteren --met moeder --over zorg
        bo log dossiers toets --groep 5
        bo log dossiers toets --groep 5 --csv bloktoets-3.csv
        bo log L-0417 evaluatie --editor
    """
    from ..pupils import paths_of
    from .arguments import kind_among, sorted_words
    from .one import How, log_one
    from .showing import dossier_at, opened

    sorted_ = sorted_words(words or [])
    places, kind = kind_among(sorted_.places)
    several = len(places) > 1 or os.path.isdir(places[0])
    if not several and (csv or per_leerling or groep is not None or goede_wel):
        option = "--csv" if csv else "--per-leerling" if per_leerling else "--groep" if groep is not None else "--goede-wel"
        raise typer.BadParameter("kan alleen bij een map, of bij meer leerlingen.", param_hint=option)
    paths = paths_of(places)
    if not several and len(paths) > 1:
        from ..pupils import path_of

        path_of(places[0])
    assessor = opened("bo log", paths, peildatum, kader, swv)
    if assessor is None:
        return USAGE
    how = How(betrokkene or [], editor, ja, toon)
    if several:
        from .several import Group, log_several

        group = Group(groep, [one.replace("-", "_") for one in per_leerling or ()], csv, goede_wel)
        return log_several(paths, kind, sorted_.fields, group, how, assessor)
    loaded = dossier_at(paths[0], assessor)
    return loaded if isinstance(loaded, int) else log_one(loaded, kind, sorted_.fields, how, assessor)
