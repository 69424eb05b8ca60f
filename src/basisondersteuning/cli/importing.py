"""`bo import`: figures of others as our own records."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ..findings.finding import Severity, readable
from ..findings.paint import folded
from ..model.words import count, short_date
from .app import FINDINGS, FINE, USAGE
from .dutch import DutchCommand, DutchGroup
from .options import FailOn, FailOnOption, SwvOption, read_date
from .terminal import say, width
from .writing import ForceOption, put_figures

if TYPE_CHECKING:
    from ..exchange.duo.bringing import Brought
    from ..model.swv import Samenwerkingsverband

app = typer.Typer(add_completion=False, cls=DutchGroup, help="Haal cijfers van anderen binnen als kengetallen.")

MOST_ROWS = 12
"""How many counts the summary on the screen shows."""


class Stand(StrEnum):
    """Whether DUO calls the figures provisional or final; the files themselves do not say."""

    VOORLOPIG = "voorlopig"
    DEFINITIEF = "definitief"


@app.callback()
def _group() -> None:
    """One command today; a group, so that others can stand beside it."""


@app.command("duo", cls=DutchCommand)
def duo(
    paths: Annotated[list[str], typer.Argument(metavar="BESTAND", help="CSV-bestanden van DUO, zoals u ze daar binnenhaalde.")],
    out: Annotated[str, typer.Option("--out", metavar="BESTAND", help="Waar de kengetallen komen; - is het scherm.")] = "-",
    force: ForceOption = False,
    swv: SwvOption = None,
    peildatum: Annotated[
        date | None,
        typer.Option(
            "--peildatum", metavar="DATUM", parser=read_date, help="Dag van de telling, voor een bestand dat die niet noemt."
        ),
    ] = None,
    kolom: Annotated[
        list[str] | None,
        typer.Option("--kolom", metavar="WAT=NAAM", help="Onder welke naam iets in het bestand staat; mag vaker."),
    ] = None,
    stand: Annotated[
        Stand | None, typer.Option("--stand", metavar="STAND", help="Hoe DUO de cijfers noemt: voorlopig of definitief.")
    ] = None,
    leeg_is_nul: Annotated[bool, typer.Option("--leeg-is-nul", help="Een lege cel betekent hier nul leerlingen.")] = False,
    landelijk: Annotated[bool, typer.Option("--landelijk", help="Tel ook alle scholen in het bestand op.")] = False,
    verzonnen: Annotated[bool, typer.Option("--verzonnen", help="Zeg in het bestand dat de cijfers verzonnen zijn.")] = False,
    fail_on: FailOnOption = FailOn.FOUT,
) -> int:
    """Maak kengetallen van bestanden die u bij DUO binnenhaalde.

    Leest het bestand van leerlingen per vestiging, onderwijssoort, cluster en leeftijd, en dat van leerlingen in (v)so per
    betalend samenwerkingsverband. Van dat laatste zijn niet alle kolommen bekend: noem ze met --kolom. Kleine aantallen
    (<5) blijven een laagste en een hoogste aantal. bo haalt zelf niets van internet.

    Met samenwerkingsverband.yaml telt bo alleen de scholen daarin, en telt het ze ook op. Wat --kolom kan noemen: peildatum,
    instelling, vestiging, soort, cluster, swv en aantal.

    Voorbeelden:

        bo import duo leerlingen-po-2025.csv --out kengetallen/duo-2025.yaml
        bo import duo so.csv --kolom aantal=AANTAL --peildatum 2025-10-01
    """
    from ..exchange.duo.bringing import absent_columns, bring
    from ..exchange.duo.counting import Wanted
    from ..exchange.duo.record import About, record_text

    if "-" in paths:
        raise typer.BadParameter("lezen van de standaardinvoer kan hier niet.", param_hint="BESTAND")
    own = dict(_column(one) for one in kolom or [])
    today = date.today()
    if peildatum is not None and peildatum > today:
        raise typer.BadParameter("deze dag is nog niet geweest, dus daarop is niet geteld.", param_hint="--peildatum")
    alliance, problem = _alliance(swv, paths)
    if problem:
        return USAGE
    schools = frozenset(one.vestiging for one in alliance.scholen) if alliance is not None else frozenset()
    number, name = (alliance.nummer, alliance.naam) if alliance is not None else (None, None)
    wanted = Wanted(own, peildatum, schools or None, number, leeg_is_nul, landelijk, today)
    brought = bring(list(dict.fromkeys(paths)), wanted)
    if absent := absent_columns(brought, own):
        raise typer.BadParameter(_absent(brought, own[absent[0]]), param_hint="--kolom")
    _say_findings(brought)
    if not brought.counts:
        say("bo import duo: er is niets geschreven, want er is niets om te tellen.")
        return FINDINGS
    text = record_text(brought, About(number, name, verzonnen, stand.value if stand else None))
    problem = put_figures("import duo", out, text, force)
    if problem:
        return USAGE
    _summary(brought, number, out)
    return FINDINGS if any(one.severity.reaches(fail_on.severity) for one in brought.findings) else FINE


def _column(text: str) -> tuple[str, str]:
    from ..exchange.duo.layouts import ROLES
    from ..records.nearmiss import nearest

    role, equals, name = (part.strip() for part in text.partition("="))
    if not equals or not name:
        raise typer.BadParameter("schrijf WAT=NAAM, bijvoorbeeld aantal=AANTAL_LEERLINGEN.", param_hint="--kolom")
    if role not in ROLES:
        meant = nearest(role, ROLES)
        hint = f" Bedoelde u {meant}?" if meant else ""
        raise typer.BadParameter(f"dit kan geen kolom zijn.{hint} Kies uit {', '.join(ROLES)}.", param_hint="--kolom")
    return role, name


def _absent(brought: Brought, name: str) -> str:
    from ..records.nearmiss import nearest

    meant = nearest(name, [one for file in brought.files for one in file.names])
    hint = f" Bedoelde u {readable(meant)}?" if meant else ""
    return f"geen van deze bestanden heeft de kolom {readable(name)}.{hint}"


def _alliance(named: str | None, paths: list[str]) -> tuple[Samenwerkingsverband | None, bool]:
    """The samenwerkingsverband, where its file is found; whether a file that the user named cannot be used."""
    from ..casework.assess import find_swv
    from ..findings.catalogue import reading
    from ..findings.render_text import text
    from ..model.swv import Samenwerkingsverband
    from ..records.load import load

    path = named or find_swv(paths)
    if path is None:
        return None, False
    loaded = load(path, today=date.today())
    findings = list(loaded.findings)
    if loaded.record is not None and not isinstance(loaded.record, Samenwerkingsverband):
        findings.append(reading.WRONG_KIND.at(loaded.place(("soort",)), "Dit is geen samenwerkingsverband."))
    if findings:
        say("\n\n".join(text(one) for one in findings) + "\n")
    record = loaded.record if isinstance(loaded.record, Samenwerkingsverband) and loaded.sound else None
    return record, record is None and named is not None


def _say_findings(brought: Brought) -> None:
    from ..findings.render_text import text

    if brought.findings:
        say("\n\n".join(text(one, width=min(width(), 100)) for one in brought.findings) + "\n")
    wrong = {one.place.file for one in brought.findings if one.severity is Severity.FOUT}
    if wrong:
        say(f"Niet meegeteld: {count(len(wrong), 'bestand', 'bestanden')}; zie hierboven.\n")


def _summary(brought: Brought, number: str | None, out: str) -> None:
    """What was counted; on standard error when the record itself goes to the screen."""
    from ..exchange.duo.record import left_out

    lines = []
    for one in brought.files:
        if one.layout is not None and one.sound:
            lines.append(f"{one.layout.title}: {count(one.rows, 'rij', 'rijen')}".capitalize())
            lines += [f"  Niet meegeteld: {rows}" for rows in left_out(one, number)]
    sums = [one for one in brought.counts if one.area != "school" and one.group.cluster is None]
    for each in sums[:MOST_ROWS]:
        area = "Landelijk" if each.area == "landelijk" else "Samenwerkingsverband"
        lines.append(f"  {area}, {short_date(each.group.day)}, {each.group.education}: {each.number.words}")
    schools = {one.group.code for one in brought.counts if one.area == "school"}
    if schools:
        lines.append(f"  {count(len(schools), 'school', 'scholen')} apart geteld")
    if out != "-":
        lines.append(f"De kengetallen staan in {readable(out)}. Bekijk ze met: bo kengetallen {readable(out)}")
    first = [line[: len(line) - len(line.lstrip())] for line in lines]
    parts = [folded(line.strip(), width(), f"{start}  ", start) for line, start in zip(lines, first, strict=True)]
    shown = "".join(f"{part}\n" for some in parts for part in some)
    if out == "-":
        say(shown.rstrip("\n"))
    else:
        sys.stdout.write(shown)
