"""`bo waive`: the team departs from a rule, with a reason and an end date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..model.spoken_dates import FORMS_AHEAD
from ..model.words import plain, short_date
from .app import USAGE
from .asking import Choice, Question, ask, can_ask
from .dutch import DutchCommand
from .options import DayOption, FrameOption, SwvOption

if TYPE_CHECKING:
    from ..casework.assess import Assessor
    from ..norms.verdict import Activation
    from ..records.load import Loaded
    from ..records.tree import Tree

app = typer.Typer(add_completion=False)


@app.command(cls=DutchCommand)
def waive(
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="Kenmerk van een leerling, of een bestand.")],
    regel: Annotated[str | None, typer.Argument(metavar="REGEL", help="Code van de regel, zoals KNH-1.4.")] = None,
    reden: Annotated[str | None, typer.Option("--reden", metavar="TEKST", help="Waarom het team van de regel afwijkt.")] = None,
    door: Annotated[str | None, typer.Option("--door", metavar="PERSOON", help="Wie dit besloot: kenmerk, naam of rol.")] = None,
    tot: Annotated[
        str | None, typer.Option("--tot", metavar="DATUM", help="Tot en met wanneer het geldt, zoals 31-1 of over 6 weken.")
    ] = None,
    betreft: Annotated[
        str | None, typer.Option("--betreft", metavar="KENMERK", help="Alleen voor deze gebeurtenis [anders: voor alle].")
    ] = None,
    datum: Annotated[
        str, typer.Option("--datum", metavar="DATUM", help="Wanneer dit besloten is, zoals gisteren of 3-11.")
    ] = "vandaag",
    toon: Annotated[bool, typer.Option("--toon", help="Laat alleen zien wat erbij zou komen.")] = False,
    ja: Annotated[bool, typer.Option("--ja", help="Leg het vast zonder te vragen.")] = False,
    peildatum: DayOption = None,
    kader: FrameOption = None,
    swv: SwvOption = None,
) -> int:
    """Leg vast dat het team bewust van een regel afwijkt.

    Een afwijking heeft een reden en een einddatum. De dag na de einddatum geldt de regel weer. bo vraagt wat u niet opgeeft,
    en noemt daarbij wat er voor deze leerling nu open staat. U ziet eerst wat erbij komt; pas na uw ja wordt het vastgelegd.

    Voorbeelden:

        bo waive L-0417
        bo waive L-0417 KNH-2.3 --door ib --tot 31-1 --reden "Wij wachten op ..."
    """
    from .log.showing import dossier_at, opened
    from .pupils import path_of

    path = path_of(dossier)
    assessor = opened("bo waive", [path], peildatum, kader, swv)
    if assessor is None:
        return USAGE
    loaded = dossier_at(path, assessor)
    if isinstance(loaded, int):
        return loaded
    said = {"regel": regel, "betreft": betreft, "reden": reden, "door": door, "datum": datum, "tot": tot}
    return _waived(loaded, said, assessor, ja=ja, toon=toon)


def _waived(loaded: Loaded, said: dict[str, str | None], assessor: Assessor, *, ja: bool, toon: bool) -> int:
    from ..casework.logging.waiver import waived
    from ..model.dossier import Dossier
    from .log.afresh import settle
    from .log.one import How

    code = _rule(loaded, said["regel"], assessor)
    made = _fields(loaded, {**said, "regel": code}, assessor)
    assert isinstance(loaded.record, Dossier)
    words = f"De afwijking is vastgelegd in het dossier van {loaded.record.leerling.id}."
    how = How((), editor=False, ja=ja, toon=toon)
    return settle(lambda there: waived(there, made, assessor), loaded, assessor, how, command="bo waive", said=words).code


def _rule(loaded: Loaded, given: str | None, assessor: Assessor) -> str:
    """The code of a rule that asks something of this pupil. Raises a usage error."""
    from ..casework.logging.waiver import open_rules
    from ..records.nearmiss import nearest

    verdict = assessor.judge(loaded).verdict
    assert verdict is not None and assessor.series is not None
    there = open_rules(verdict)
    if given is None:
        if not there:
            raise typer.BadParameter("voor deze leerling staat nu niets open waarvan u kunt afwijken.", param_hint="REGEL")
        if not can_ask():
            raise typer.BadParameter(f"is nodig. Nu staat open: {', '.join(there)}.", param_hint="REGEL")
        choices = tuple(Choice(code, _told(found[0])) for code, found in there.items())
        return ask(Question("REGEL", "Van welke regel wijkt het team af?", "Dit staat voor deze leerling open.", choices=choices))
    codes = {code.upper(): code for frame in assessor.series.versions for code in frame.by_code}
    code = codes.get(given.strip().upper())
    if code is None:
        meant = nearest(given, codes.values())
        raise typer.BadParameter(f"deze regel bestaat niet.{f' Bedoelde u {meant}?' if meant else ''}", param_hint="REGEL")
    if code in there:
        return code
    listed = f" Nu staat open: {', '.join(there)}." if there else " Er staat nu niets open."
    if any(one.rule.code == code for one in verdict.all_activations):
        raise typer.BadParameter(f"deze regel vraagt nu niets van deze leerling.{listed}", param_hint="REGEL")
    raise typer.BadParameter(f"deze regel geldt niet voor deze leerling.{listed}", param_hint="REGEL")


def _told(one: Activation) -> str:
    """What tells rules apart goes first: on a narrow screen the end is cut off."""
    due = f" {short_date(one.due_day)}" if one.due_day else ""
    area = f"{plain(one.strand)}: " if one.strand else ""
    return f"{area}{one.status.words}{due} · {one.rule.title}"


def _fields(loaded: Loaded, said: dict[str, str | None], assessor: Assessor) -> dict[str, Tree]:
    """The waiver as it will stand in the file; asks for what was not said. Raises a usage error."""
    from ..casework.logging.event import Writer, misfit
    from ..casework.logging.values import Unfit, read_day, read_field
    from ..model.dossier import Afwijking
    from ..model.reflect import fields_of

    writer = Writer(loaded, assessor.setup.peildatum)
    known, specs = writer.known(), fields_of(Afwijking)
    made: dict[str, Tree] = {}

    def read(name: str, text: str) -> Tree:
        value = read_field(Afwijking, name, [text], known)
        if (wrong := misfit(Afwijking, {name: value})) is not None:
            raise Unfit(wrong[1])
        if name == "tot" and read_day(specs[name], text, known) < known.start:
            raise Unfit("de einddatum ligt voor de dag waarop dit besloten is.")
        return value

    def complaint(name: str, text: str) -> str | None:
        try:
            read(name, text)
        except Unfit as error:
            return str(error)
        return None

    for name in ("regel", "datum", "reden", "door", "tot", "betreft"):
        text = said[name]
        if text is None and name != "betreft":
            people = tuple(Choice(one.id, f"{one.naam}, {' en '.join(map(plain, one.rol))}") for one in known.people)
            text = ask(
                Question(
                    f"--{name}",
                    _QUESTIONS[name],
                    _UNTIL if name == "tot" else "",
                    choices=people if name == "door" else (),
                    check=lambda given, name=name: complaint(name, given),  # type: ignore[misc]
                )
            )
        if text is None:
            continue
        try:
            made[name] = read(name, text)
            if name == "datum":
                known = writer.known(read_day(specs[name], text, known))
        except Unfit as error:
            raise typer.BadParameter(str(error), param_hint=f"--{name}") from None
    return {name: made[name] for name in specs if name in made}


_UNTIL = f"Bijvoorbeeld {FORMS_AHEAD}. De dag daarna geldt de regel weer."

_QUESTIONS = {
    "reden": "Waarom wijkt het team af?",
    "door": "Wie besloot dit?",
    "tot": "Tot en met wanneer geldt het?",
}
