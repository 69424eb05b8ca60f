"""`bo new kader`, which `bo kader new` is too: the yearly version of a norm frame."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from ...records.above import typed_path
from ..app import USAGE
from ..asking import Choice, Question, answered
from .making import Made, is_there, put, tell
from .questions import YesOption, year_complaint

VanOption = Annotated[
    str | None, typer.Option("--van", metavar="KADER", help="Het kader dat verandert: een naam of een bestand.")
]
YearOption = Annotated[
    str | None, typer.Option("--schooljaar", metavar="JAAR", help="Vanaf welk schooljaar, bijvoorbeeld 2027-2028.")
]
LengthsOption = Annotated[
    list[str] | None,
    typer.Option("--instelling", metavar="NAAM=LENGTE", help="Een termijn met haar nieuwe lengte; mag vaker."),
]
RulesOption = Annotated[
    list[str] | None, typer.Option("--regel", metavar="CODE", help="Een regel die u gaat wijzigen; mag vaker.")
]
LapsedOption = Annotated[
    list[str] | None, typer.Option("--vervalt", metavar="CODE", help="Een regel die niet meer geldt; mag vaker.")
]
CodeOption = Annotated[str | None, typer.Option("--code", metavar="CODE", help="Code [anders: de reeks en het jaar].")]
TitleOption = Annotated[str | None, typer.Option("--titel", metavar="TEKST", help="Titel.")]
FrameOutOption = Annotated[
    str | None,
    typer.Option("--out", metavar="BESTAND", help="Waar het nieuwe kader komt [anders: in kaders, of hier]."),
]


def kader(
    van: VanOption = None,
    schooljaar: YearOption = None,
    instelling: LengthsOption = None,
    regel: RulesOption = None,
    vervalt: LapsedOption = None,
    code: CodeOption = None,
    titel: TitleOption = None,
    ja: YesOption = False,
    out: FrameOutOption = None,
) -> int:
    """Maak een nieuwe versie van een normenkader, met alleen wat verandert.

    Dit is hetzelfde als `bo kader new`. Al het andere blijft zoals in het kader waarvan u uitgaat. De nieuwe versie geldt
    vanaf 1 augustus; wat voor die dag begon, blijft onder de oude.

    Voorbeelden:

        bo new kader
        bo new kader --van kop-van-noord-holland --schooljaar 2027-2028
    """
    asked = Asked(instelling or [], regel or [], vervalt or [])
    return new_frame("new kader", van, schooljaar, asked, code, titel, out, ja)


class Asked:
    """What should change in a frame, as options give it: lengths, rules to change, rules that lapse."""

    def __init__(self, lengths: list[str], rules: list[str], lapsed: list[str]) -> None:
        self.settings = tuple(_setting(one) for one in lengths)
        self.rules = tuple(rules)
        self.lapsed = tuple(lapsed)


def new_frame(
    command: str,
    van: str | None,
    schooljaar: str | None,
    asked: Asked,
    code: str | None,
    titel: str | None,
    out: str | None,
    quiet: bool,
) -> int:
    """Make the new version of a frame for `command`, and ask for what the options leave open."""
    from ...norms.library import series_of
    from ...swv.new_version import Impossible, Wanted, new_version
    from ..kader.common import Two, say_findings

    if is_there(command, out):
        return USAGE
    source = van if van is not None else answered(_source(), None, quiet=quiet)
    year = schooljaar if schooljaar is not None else answered(_YEAR, None)
    found = Two([source])
    if found.problems:
        say_findings(found.problems)
        return USAGE
    old = found.frames[0]
    wanted = Wanted(year, code, titel, asked.settings, asked.rules, asked.lapsed)
    try:
        made, text = new_version(old, series_of(old, found.library), wanted, found.library.loaded)
    except Impossible as error:
        tell([f"bo {command}: {error}"])
        return USAGE
    own = "kaders" if os.path.isdir("kaders") else ""
    folder = os.path.dirname(old.path) if os.path.isfile(source) else own
    path = out or os.path.join(folder, f"{made}.yaml")
    after = (
        f"Het is een versie van {old.code} met alleen wat verandert.",
        "Vul het aan, en bekijk daarna wat het doet:",
        f"  bo kader check {typed_path(path)}",
        f"  bo kader diff {source} {typed_path(path)}",
    )
    return put(command, Made(path, text, False, after), quiet=quiet)


def _source() -> Question:
    """The frames that can be changed: the series that `bo` brings, and the files in `kaders`."""
    from ...casework.named_frame import frames_of

    found = list(frames_of("."))
    choices = [Choice(one, "hoort bij bo") for one in dict.fromkeys(head.series for _, head, ours in found if ours)]
    choices += [Choice(os.path.normpath(path), f"versie {head.code}") for path, head, ours in found if not ours]
    return Question("--van", "Van welk kader gaat u uit?", "Een naam of een bestand.", tuple(choices), open=True)


_YEAR = Question("--schooljaar", "Vanaf welk schooljaar?", "Bijvoorbeeld 2027-2028.", check=year_complaint)


def _setting(text: str) -> tuple[str, str]:
    name, equals, length = text.partition("=")
    if not equals or not name.strip() or not length.strip():
        raise typer.BadParameter("schrijf NAAM=LENGTE, bijvoorbeeld ouders_betrekken=3.", param_hint="--instelling")
    return name.strip(), length.strip()
