"""`bo tel`: counts from dossiers that may leave the school."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ..casework.batch import run
from ..casework.setup import Setup, find_swv
from ..findings.catalogue import desk, reading
from ..findings.finding import Finding, Place, Severity, readable
from ..model.words import count, long_date
from ..records.discover import discover
from ..records.same_pupil import own_first, stems_of
from .app import FINDINGS, FINE, INTERNAL, INTERRUPTED, NO_RECORDS, USAGE
from .dutch import DutchCommand
from .kader.common import ListFormat, ListFormatOption, say_findings, write_json
from .options import DayOption, FailOn, FailOnOption, FrameOption, JobsOption, SwvOption, read_date
from .progress import watched
from .terminal import painter, say, width
from .writing import put_figures

if TYPE_CHECKING:
    from ..casework.assess import Assessor
    from ..swv.counting.gather import Counting
    from ..swv.counting.record import About
    from ..swv.counting.tally import Published, Tally

app = typer.Typer(add_completion=False)


@app.command(cls=DutchCommand)
def tel(
    paths: Annotated[list[str], typer.Argument(metavar="PAD", help="Bestanden of mappen met dossiers.")],
    out: Annotated[
        str | None, typer.Option("--out", metavar="BESTAND", help="Schrijf de aantallen als kengetallen; - is het scherm.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Overschrijf een telling die er al is, en schrijf ook wat samen met --eerder onthult.")
    ] = False,
    peildatum: DayOption = None,
    van: Annotated[
        date | None,
        typer.Option(
            "--van", metavar="DATUM", parser=read_date, help="Eerste dag voor de overgangen [anders: begin van het schooljaar]."
        ),
    ] = None,
    tot: Annotated[
        date | None,
        typer.Option("--tot", metavar="DATUM", parser=read_date, help="Laatste dag, ook de peildatum [anders: vandaag]."),
    ] = None,
    drempel: Annotated[
        int, typer.Option("--drempel", metavar="N", min=0, help="Vanaf welk aantal leerlingen een aantal te zien is; minstens 3.")
    ] = 5,
    eerder: Annotated[
        str | None,
        typer.Option("--eerder", metavar="BESTAND", help="Een eerdere telling: onthult zij samen met deze iets?"),
    ] = None,
    format: ListFormatOption = ListFormat.TEXT,
    kader: FrameOption = None,
    swv: SwvOption = None,
    jobs: JobsOption = 0,
    fail_on: FailOnOption = FailOn.FOUT,
) -> int:
    """Tel leerlingen per niveau, wat er te doen is en overgangen, zonder iets van een leerling te laten zien.

    Het niveau is dat wat het dossier onderbouwt. Geteld worden leerlingen: bij wie nog iets te doen is, bij wie een termijn
    voorbij is, en wie in de periode van niveau veranderde. De drempel is een instelling, geen regel. bo kengetallen leest wat
    hier met --out geschreven wordt; daar staat hetzelfde in als op het scherm.

    Wat vaststaat: een aantal onder de drempel is niet te zien en niet uit te rekenen uit de rest van deze telling. Wie de
    telling kent en weet hoe bo afschermt, houdt bij elk afgeschermd aantal minstens drempel min 1 mogelijkheden over. Een nul
    is wel te zien. Een totaal per school staat er niet bij; een som over scholen alleen als elk deel te zien is. Weet iemand
    van elders hoeveel dossiers een school heeft, dan geldt dit niet.

    Geeft u vaker een telling, geef dan de vorige mee met --eerder: twee tellingen samen kunnen meer laten zien dan elk apart.
    Onthullen zij samen iets, of is dat niet na te gaan, dan schrijft bo niets, tenzij u --force geeft.

    Voorbeelden:

        bo tel dossiers
        bo tel dossiers --van 2026-08-01 --tot 2026-12-31 --out eigen-2026.yaml
    """
    from ..swv.counting.suppress import LOWEST_THRESHOLD

    if "-" in paths:
        raise typer.BadParameter("lezen van de standaardinvoer kan hier niet.", param_hint="PAD")
    if drempel < LOWEST_THRESHOLD:
        raise typer.BadParameter(f"kies {LOWEST_THRESHOLD} of meer.", param_hint="--drempel")
    if out == "-" and format is ListFormat.JSON:
        raise typer.BadParameter("met --format json kunnen de kengetallen niet ook naar het scherm.", param_hint="--out")
    if peildatum is not None and tot is not None and peildatum != tot:
        raise typer.BadParameter("de laatste dag is ook de peildatum; geef er één op.", param_hint="--tot")
    today = date.today()
    day = tot or peildatum or today
    first = van or date(day.year if day.month >= 8 else day.year - 1, 8, 1)
    if first > day:
        raise typer.BadParameter("kies een dag voor het einde van de periode.", param_hint="--van")
    from ..casework.assess import Assessor
    from ..swv.counting.gather import Counting
    from ..swv.counting.pupil import Period, TellJob
    from ..swv.counting.tally import Tally, publish

    setup = Setup(day, max(today, day), kader, swv or find_swv(paths), swv is not None)
    assessor = Assessor(setup)
    if not assessor.sound or assessor.frame is None:
        say_findings([one for one in assessor.problems if one.severity is Severity.FOUT])
        return USAGE
    if assessor.problems:
        say_findings(assessor.problems)
    if assessor.asked_for_another:
        say(f"bo tel: op {long_date(day)} geldt {assessor.asked_for_another}.")
    period = Period(first, day)
    counting = Counting(Tally(("geen", *(one.code for one in assessor.frame.levels))))
    try:
        listed = list(discover(paths))
        told = watched(run(TellJob(setup, period), iter(listed), jobs), "Tellen", paths, False)
        counting.add(own_first(told, stems_of(listed)))
    except KeyboardInterrupt:
        say("bo: onderbroken; er is niets geteld of geschreven.")
        return INTERRUPTED
    _say_left_out(counting)
    if not counting.tally.pupils:
        if not counting.left_out:
            say_findings([reading.NO_RECORDS.at(Place(paths[0]), "Hier staan geen dossiers.")])
            return NO_RECORDS
        return INTERNAL if counting.crashed else FINDINGS
    about = _about(assessor, counting.tally, period, drempel, counting.left_out)
    published = publish(counting.tally, drempel, about.whole)
    found = _earlier(eerder, published, about, setup.today)
    stopping = (desk.TALLY_REVEALS.code, desk.TALLY_DRAFT.code)  # what could not be compared is not safe either
    if not force and any(one.code in stopping for one in found):
        say("bo tel: er is niets geschreven. Wilt u deze telling toch, geef dan --force.")
        return FINDINGS
    if out is not None:
        from ..swv.counting.record import record_text

        if put_figures("tel", out, record_text(published, about), force):
            return USAGE
    _write(published, about, format, out)
    if counting.crashed:
        return INTERNAL
    weights = [*counting.weights, *(one.severity for one in found)]
    return FINDINGS if any(one.reaches(fail_on.severity) for one in weights) else FINE


def _say_left_out(counting: Counting) -> None:
    """Name every file that does not count."""
    if counting.left_out:
        more = counting.left_out - len(counting.reasons)
        rest = [f"… en nog {count(more, 'bestand', 'bestanden')}; `bo validate` toont ze alle"] if more else []
        head = f"Niet meegeteld: {count(counting.left_out, 'bestand', 'bestanden')}."
        say("\n".join([head, *(f"  {one}" for one in (*counting.reasons, *rest))]) + "\n")


def _about(assessor: Assessor, tally: Tally, period: tuple[date, date], threshold: int, left_out: int) -> About:
    """How was counted. Only with the dossiers of all its schools is a sum one of the samenwerkingsverband."""
    from ..swv.counting.pupil import Period
    from ..swv.counting.record import About

    swv = assessor.swv
    listed = {one.vestiging for one in swv.scholen} if swv is not None else set()
    absent = listed - tally.schools
    if absent and len(tally.schools) > 1:
        some = f"{len(absent)} van de {len(listed)} scholen"
        say(f"Van {some} zijn er geen dossiers, dus er komt geen som voor het samenwerkingsverband.\n")
    whole = bool(listed) and listed == tally.schools
    assert assessor.frame is not None
    number, name = (swv.nummer, swv.naam) if swv is not None else (None, None)
    return About(Period(*period), threshold, assessor.frame.code, number, name, whole, left_out)


def _earlier(path: str | None, published: Published, about: About, today: date) -> list[Finding]:
    if path is None:
        return []
    from ..records.load import load
    from ..swv.counting.earlier import compare

    loaded = load(path, today=today)
    found = [*loaded.findings, *compare(loaded, published, about)]
    if found:
        say_findings(found)
        say("")
    return found


def _write(published: Published, about: About, format: ListFormat, out: str | None) -> None:
    if format is ListFormat.JSON:
        from ..swv.counting.record import tally_data

        write_json(tally_data(published, about))
        return
    from ..swv.counting.text import tally_text

    lines = list(tally_text(published, about, painter(), width()))
    if out == "-":
        say("\n".join(lines))
        return
    if out is not None:
        lines += ["", f"De kengetallen staan in {readable(out)}. Bekijk ze met: bo kengetallen {readable(out)}"]
    sys.stdout.write("\n".join(lines) + "\n")
