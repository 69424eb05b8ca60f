"""From a card to everything the page says of one pupil."""

from __future__ import annotations

from collections.abc import Iterator

from ...casework.overview.board import Board, When, when_of, when_on
from ...casework.overview.card import Card, Duty, Line
from ...casework.overview.words import ahead_words, column_words, weekday
from ...findings.finding import readable
from ...model.words import count, level_words, long_date, plain, short_date, with_article
from ...norms.status import Status
from ..views import Feit
from .picture import picture
from .views import Leerling, Lijn, Merk, Taak


class PupilMaker:
    """Makes what is shown of a pupil."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.strict = board.choice.audience is not None

    def marks(self, card: Card) -> tuple[Merk, ...]:
        """What is pressing: how much is late, how much is due this week, whether more is given than the record supports, and
        what the pupil is ready for.
        """
        whens = [when_on(card, one, self.board.peildatum) for one in card.duties]
        late, week = whens.count(When.LATE), whens.count(When.WEEK)
        found = [Merk("la", f"{late} te laat")] if late else []
        found += [Merk("op", f"{week} deze week")] if week else []
        found += [Merk("me", "meer dan onderbouwd")] if card.above and not self.strict else []
        found += [Merk("vo", f"gereed voor {with_article(one)}") for one in dict.fromkeys(_steps(card))]
        return tuple(found)

    def pupil(self, card: Card, key: str, name: str) -> Leerling:
        """Everything about a pupil; for a certain role only what is theirs."""
        board = self.board
        areas = ", ".join(plain(one.name) for one in card.lines)
        return Leerling(
            key,
            name or card.pupil,
            card.pupil,
            card.group,
            column_words(card.level),
            self.marks(card),
            areas,
            tuple(_line(one) for one in card.lines),
            None if self.strict else picture(card, board.levels, board.peildatum, f"t-{key}"),
            tuple(self._task(one) for one in card.duties),
            tuple(Feit(weekday(one.day), ahead_words(one)) for one in card.ahead),
            tuple(_waivers(card)),
            () if self.strict else tuple(_facts(card)),
        )

    def _task(self, one: Duty) -> Taak:
        when = when_of(one, self.board.peildatum)
        area = f" ({plain(one.strand)})" if one.strand else ""
        times = f", {one.times} keer" if one.times > 1 else ""
        return Taak(
            _look(one, when),
            f"{one.short[:1].upper()}{one.short[1:]}{area}{times}",
            plain(one.role),
            weekday(one.due) if one.due else "",
            one.action,
            one.rule,
            anchor(one.rule),
            one.title,
        )


def anchor(code: str) -> str:
    """The anchor of a rule on the page."""
    return "r-" + "".join(one if one.isalnum() or one in "-." else "-" for one in code)


def _steps(card: Card) -> Iterator[str]:
    for one in card.ready:
        if one.ready_for is not None:
            yield one.ready_for


def _look(duty: Duty, when: When) -> Merk:
    if duty.status.failed:
        return Merk("la", duty.status.words)
    if duty.status in (Status.ONBEKEND, Status.OORDEEL_NODIG):
        return Merk("on", duty.status.words)
    return Merk("op", "deze week") if when is When.WEEK else Merk("nv", duty.status.words)


def _line(one: Line) -> Lijn:
    name = plain(one.name)
    since = f" sinds {long_date(one.since)}" if one.since else ""
    told = f"{level_words(one.supported)}{since}"
    if one.level != one.supported:
        told += f"; de school geeft {with_article(one.level)}, maar het dossier onderbouwt dat niet"
    if one.ready_for:
        told += f"; gereed voor {with_article(one.ready_for)}"
    course = tuple(
        f"{short_date(turn.day)}: van {level_words(turn.before)} naar {level_words(turn.after)}"
        + ("" if turn.sound else " (niet onderbouwd in het dossier)")
        for turn in one.turns
    )
    return Lijn(f"{name[:1].upper()}{name[1:]}", told, course)


def _waivers(card: Card) -> Iterator[str]:
    for one in card.waivers:
        until = f"tot en met {long_date(one.until)}" if one.until else "zonder einddatum"
        yield f"{one.rule} {one.title}: {until}"


def _facts(card: Card) -> Iterator[Feit]:
    if card.marks:
        last = card.marks[-1]
        yield Feit("Laatste gebeurtenis", f"{plain(last.kind)} op {long_date(last.day)}")
    if card.closed is not None:
        yield Feit("Afgesloten", long_date(card.closed))
    if card.remarks:
        said = count(card.remarks, "bevinding", "bevindingen")
        yield Feit("Bevindingen", f"{said}; bo escalate {card.pupil} toont ze")
    yield Feit("Bestand", readable(card.path))
