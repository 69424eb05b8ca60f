"""From a board to the view of its page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...casework.overview.board import Board, Tally, When
from ...casework.overview.words import ahead_words, column_words, weekday, when_words
from ...casework.rows import CLOSED
from ...findings.finding import readable
from ...model.words import count, long_date, plain, short_date
from ..output.report import Kolom as TabelKolom
from ..output.report import Tabel
from ..views import Feit, Kop
from .parts import Parts, piece
from .pupil import anchor
from .views import Delen, Keuze, Kolom, Lijst, Merk, Norm, Overzicht, Rij

MOST_UNFOLDED = 60
"""Up to so many things to do all lists stand unfolded; of more only what is late or due this week. A setting of `bo`."""

MOST_COMING = 60
"""Up to so many dates ahead are listed; each also stands with its pupil. A setting of `bo`."""

MOST_NAMED = 30
"""Up to so many pupils are named where something is remarkable; all stand on the board. A setting of `bo`."""

SORT = "Overzicht van de ondersteuning"


def overview_of(board: Board, parts: Parts | None = None) -> Overzicht:
    """The view of a board. `parts` are the pieces of its pupils, where they are there already."""
    return _Maker(board, parts or Parts(board)).view()


class _Maker:
    """Makes the view."""

    def __init__(self, board: Board, parts: Parts) -> None:
        self.board = board
        self.parts = parts
        self.strict = board.choice.audience is not None

    def view(self) -> Overzicht:
        return Overzicht(
            self._head(),
            self._chosen(),
            tuple(self._columns()),
            tuple(self._lists()),
            tuple(self.parts.of(one) for one in self.board.cards),
            self._regions(),
            not self.strict,
            _LEGEND[:2] if self.strict else _LEGEND,
        )

    def _regions(self) -> Delen:
        board = self.board
        coming = self._coming()
        return Delen(
            piece("let_op", self._warned()),
            piece("cijfers", tuple(self._figures())),
            piece("wegwijzer", coming is not None, not self.strict and bool(board.refused)),
            piece("keuzen", "alle", tuple(Keuze(one.name, f"groep {one.name}") for one in board.groups())),
            piece("keuzen", "alle", tuple(Keuze(code, column_words(code)) for code, cards in board.columns.items() if cards)),
            piece("keuzen", "iedereen", tuple(Keuze(one.name, plain(one.name)) for one in board.roles())),
            piece("keuzen", "altijd", tuple(Keuze(when, _PERIODS[when]) for when in When if board.due[when])),
            piece("komend", coming),
            piece("tellingen", tuple(self._counts()), tuple(self._remarkable())),
            piece("regels", tuple(self._rules())),
            piece("niet_beoordeeld", tuple(self._refused())),
        )

    def _head(self) -> Kop:
        board = self.board
        stand = f"Stand op {weekday(board.peildatum)}"
        audience = board.choice.audience
        meant = f"voor de {plain(audience)}" if audience else ""
        running = " · ".join((SORT, self._title(), f"stand op {short_date(board.peildatum)}", "vertrouwelijk"))
        return Kop(SORT, self._title(), (), stand, running, meant)

    def _warned(self) -> str:
        files = len(self.board.missed)
        where = "" if self.strict else "; onderaan staat welke"
        missed = f"{count(files, 'bestand kon', 'bestanden konden')} niet worden beoordeeld{where}." if files else ""
        return " ".join(filter(None, (self.board.warning, missed)))

    def _title(self) -> str:
        if groups := self.board.choice.groups:
            return f"{'Groep' if len(groups) == 1 else 'Groepen'} {', '.join(map(str, groups))}"
        return "Leerlingen" if any(self.board.choice) else "Alle leerlingen"

    def _chosen(self) -> str:
        choice = self.board.choice
        words = [
            f"groep {', '.join(map(str, choice.groups))}" if choice.groups else "",
            column_words(choice.level).lower() if choice.level else "",
            f"te doen door: {plain(choice.role)}" if choice.role else "",
            f"uiterlijk {long_date(choice.until)}" if choice.until else "",
        ]
        told = ", ".join(filter(None, words))
        return f"Deze bladzijde toont een keuze: {told}." if told else ""

    def _figures(self) -> Iterator[Feit]:
        board = self.board
        yield Feit("leerlingen", str(len(board.cards)))
        yield Feit("te laat of niet nagekomen", str(len(board.due[When.LATE])))
        yield Feit("te doen deze week", str(len(board.due[When.WEEK])))
        yield Feit("te doen volgende week", str(len(board.due[When.NEXT])))
        if not self.strict:
            yield Feit("gereed voor een volgend niveau", str(len(board.ready)))

    def _columns(self) -> Iterator[Kolom]:
        for code, cards in self.board.columns.items():
            shown = tuple(self.parts.of(one).kaart for one in cards)
            yield Kolom(code, column_words(code), shown, code == CLOSED)

    def _lists(self) -> Iterator[Lijst]:
        total = sum(map(len, self.board.due.values()))
        for when, found in self.board.due.items():
            pressing = when in (When.LATE, When.WEEK)
            rows = tuple(Rij(self.parts.of(one.card).sleutel, self.parts.row(one)) for one in found)
            words = when_words(when, self.board.peildatum)
            yield Lijst(when, words, rows, total <= MOST_UNFOLDED or pressing, not pressing)

    def _coming(self) -> Tabel | None:
        found = self.board.coming
        if not found:
            return None
        rows = [(weekday(one.ahead.day), self.parts.name(one.card), ahead_words(one.ahead)) for one in found[:MOST_COMING]]
        more = f" (de eerste {MOST_COMING} van {len(found)})" if len(found) > MOST_COMING else ""
        return Tabel(f"Datums die eraan komen{more}", (TabelKolom("Dag"), TabelKolom("Leerling"), TabelKolom("Wat")), rows)

    def _counts(self) -> Iterator[Tabel]:
        roles, groups = self.board.roles(), self.board.groups()
        if roles:
            yield _table("Per rol", "Wie", "Te doen", ((plain(one.name), one.duties, one) for one in roles))
        if groups:
            yield _table("Per groep", "Groep", "Leerlingen", ((f"groep {one.name}", one.pupils, one) for one in groups))

    def _remarkable(self) -> Iterator[Feit]:
        board = self.board
        for words, cards in (
            ("Gereed voor een volgend niveau", board.ready),
            ("Meer ondersteuning gegeven dan het dossier onderbouwt", [] if self.strict else board.above),
            ("Twaalf weken of langer niets vastgelegd", board.quiet),
            ("Wel ondersteuning, niets te doen", board.idle),
        ):
            if cards:
                more = f" … en nog {len(cards) - MOST_NAMED}" if len(cards) > MOST_NAMED else ""
                yield Feit(words, ", ".join(self.parts.name(one) for one in cards[:MOST_NAMED]) + more)

    def _rules(self) -> Iterator[Norm]:
        found = {one.rule: one for card in self.board.cards for one in card.duties}
        yield from (Norm(code, anchor(code), found[code].title, found[code].why) for code in sorted(found, key=_by_number))

    def _refused(self) -> Iterator[Feit]:
        if not self.strict:
            yield from (Feit(readable(str(one.place)), one.message) for one in self.board.refused)


_PERIODS = {
    When.LATE: "te laat",
    When.WEEK: "deze week",
    When.NEXT: "volgende week",
    When.LATER: "later",
    When.UNDATED: "zonder datum",
    When.CLOSED: "afgesloten",
}


_LEGEND = (
    Merk("la", "iets is te laat"),
    Merk("op", "iets moet deze week"),
    Merk("me", "meer dan onderbouwd"),
    Merk("vo", "gereed"),
)

_NUMBER = re.compile(r"[0-9]+")


def _by_number(code: str) -> str:
    """So that S.2 comes before S.12."""
    return _NUMBER.sub(lambda one: one[0].zfill(4), code)


def _table(title: str, first: str, second: str, rows: Iterable[tuple[str, int, Tally]]) -> Tabel:
    columns = (TabelKolom(first), TabelKolom(second, True), TabelKolom("Te laat", True), TabelKolom("Deze week", True))
    return Tabel(title, columns, [(name, str(number), str(one.late), str(one.week)) for name, number, one in rows])
