"""The results of `bo validate` as a person reads them: file by file, and at the end what it all comes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

from ..findings.catalogue import all_codes
from ..findings.finding import Finding, Severity, readable
from ..findings.paint import Paint, folded, no_paint
from ..findings.render_text import text
from ..model.words import count, long_date
from ..swv.desk.run import BROKEN, COMPLETE, EMPTY, FAILED, OTHER, TO_DO, TWICE, UNSURE, Checked, Run, SchoolYear
from ..swv.desk.words import doubts, held_to, strangers, year_head
from .terminal import PIPE_WIDTH
from .validate_formats import shown

MOST_CODES = 8
"""How many codes the summary names; a report has them all."""


class TextWriter:
    """Writes a run as text; `listing` False leaves out the findings themselves."""

    def __init__(self, paint: Paint = no_paint, columns: int = PIPE_WIDTH, *, listing: bool = True) -> None:
        self.paint = paint
        self.columns = columns
        self.listing = listing
        self._head: str | None = None
        self._names: dict[str, str] = {}

    def write(self, run: Run, stream: BinaryIO) -> None:
        """Write the findings as they come, and then the summary. Without a listing all files must have been read before."""
        for one in run.results() if self.listing else ():
            if one.findings:
                stream.write(_bytes(self._block(self._title(one, run), one.findings)))
        if self.listing and run.across:
            stream.write(_bytes(self._block(_TOGETHER if self._head is not None or run.tally.kinds["sop"] else None, run.across)))
        stream.write(_bytes("".join(f"{line}\n" for line in self.summary(run))))

    def _block(self, title: str | None, findings: Iterable[Finding]) -> str:
        """Findings under the school they are about; other files have no heading until a school had one."""
        head = ""
        if title is None and self._head is not None:
            title = _OTHERS
        if title is not None and title != self._head:
            self._head = title
            line = f"── {title} ".ljust(min(self.columns, 80), "─")
            head = self.paint("bold", line[: self.columns]) + "\n\n"
        return head + "".join(text(one, self.paint, self.columns) + "\n\n" for one in shown(findings))

    def _title(self, one: Checked, run: Run) -> str | None:
        """The heading of a SOP: whose it is, as the samenwerkingsverband knows her; None for what is no SOP, or nobody's."""
        if one.sent is None:
            return None
        if len(self._names) != len(run.schools):
            self._names = {each.code: each.name for each in run.schools}
        name = readable(self._names.get(one.sent.school) or one.sent.name)
        return f"{one.sent.school}{' ' if name else ''}{name}, {one.sent.year}"

    def summary(self, run: Run) -> Iterator[str]:
        """What was read, what was found, and how the schools stand."""
        if not run.complete:
            yield "De controle is onderbroken: niet alle bestanden zijn gelezen."
        yield from folded(" ".join(_counts(run)), self.columns, "")
        if run.tally.kinds["sop"]:
            yield ""
            yield from self._schools(run)
            yield from self._doubts(run)
            yield from self._codes(run)
        elif words := run.passed.sentence():
            yield from folded(words, self.columns, "")

    def _schools(self, run: Run) -> Iterator[str]:
        if not run.judged:
            words = "De SOP's zijn niet aan de normen gehouden: het normenkader of het samenwerkingsverband klopt niet."
            yield from folded(words, self.columns, "")
        elif not run.rules:
            words = f"Het normenkader {run.frame} heeft geen regels over SOP's: alleen de vorm is bekeken."
            yield from folded(words, self.columns, "")
        else:
            yield from folded(f"De SOP's op {long_date(run.peildatum)}. {held_to(run)}", self.columns, "")
            size = max((len(str(number)) for one in run.years for number in one.states.values()), default=1)
            for year in run.years:
                yield from self._year(run, year, size)

    def _year(self, run: Run, year: SchoolYear, size: int) -> Iterator[str]:
        """How many schools came to what; each school counts once."""
        yield ""
        yield from folded(f"{year_head(run, year)}{':' if year.states else '.'}", self.columns, "  ", "")
        for state, one, more in _STATES:
            if number := year.states.get(state, 0):
                words = one if number == 1 else more
                yield from folded(words, self.columns, " " * (size + 4), f"  {number:>{size}}  ")
        if run.missing and year.year == run.year:
            words = count(len(run.missing), "school heeft", "scholen hebben")
            yield from folded(f"Nog {words} geen SOP voor {run.year}.", self.columns, "")
        if words := strangers(year):
            yield from folded(words, self.columns, "")

    def _doubts(self, run: Run) -> Iterator[str]:
        told = list(doubts(run))
        if told:
            yield ""
        for one in told:
            yield from folded(one, self.columns, "")

    def _codes(self, run: Run) -> Iterator[str]:
        """The codes that were found in several files, with the number of files; those found most come first."""
        several = [one for one in run.tally.codes.items() if one[1] > 1]
        found = sorted(several, key=lambda one: (-one[1], one[0]))
        if not found:
            return
        titles = {one.code: one.title for one in run.rules}
        titles |= {code: one.title for code, one in all_codes().items()}
        yield ""
        yield "Het vaakst gevonden:"
        size = max(len(code) for code, _ in found[:MOST_CODES])
        for code, number in found[:MOST_CODES]:
            first = f"  {number:>4} bestanden  {code:<{size}}  "
            yield from folded(titles.get(code, ""), self.columns, " " * len(first), first)
        if len(found) > MOST_CODES:
            yield f"  … en nog {count(len(found) - MOST_CODES, 'code', 'codes')}"


_TOGETHER, _OTHERS = "Alle bestanden samen", "Andere bestanden"
_STATES = (
    (COMPLETE, "is compleet: elke regel waarvoor een aanleiding is, is nagekomen",
     "zijn compleet: elke regel waarvoor een aanleiding is, is nagekomen"),
    (TO_DO, "heeft niets achterstallig; er loopt nog een termijn", "hebben niets achterstallig; er loopt nog een termijn"),
    (UNSURE, "is niet te beoordelen zonder antwoord van de school", "zijn niet te beoordelen zonder antwoord van de school"),
    (FAILED, "houdt zich niet aan een of meer regels", "houden zich niet aan een of meer regels"),
    (EMPTY, "stuurde een leeg formulier; dat is niet beoordeeld", "stuurden een leeg formulier; dat is niet beoordeeld"),
    (BROKEN, "is niet beoordeeld, door fouten in het bestand", "zijn niet beoordeeld, door fouten in het bestand"),
    (OTHER, "heeft een SOP met de naam van een andere school", "hebben een SOP met de naam van een andere school"),
    (TWICE, "is dubbel: er is meer dan één SOP", "zijn dubbel: er is meer dan één SOP"),
)  # fmt: skip


def _counts(run: Run) -> Iterator[str]:
    tally = run.tally
    total = sum(tally.kinds.values())
    words = [(number, _ONE.get(one, one), _MORE.get(one, one + "s")) for one, number in sorted(tally.kinds.items())]
    kinds = ", ".join(count(*one) for one in words)
    yield f"{kinds or 'Geen records'} gelezen."
    if tally.weights:
        numbers = [(tally.weights[one], one.value, _MORE[one.value]) for one in Severity if tally.weights[one]]
        yield f"{', '.join(count(*one) for one in numbers)} gevonden."
    elif tally.known or tally.left_out:
        yield "Verder niets gevonden."
    elif tally.kinds["sop"]:
        yield "Geen fouten gevonden."
        if tally.kinds["dossier"]:
            yield "Of de dossiers aan de normen voldoen, zegt `bo escalate`."
    elif total:
        yield " ".join(("Geen fouten gevonden.", *_next(run)))
    if tally.known:
        yield f"{count(tally.known, 'bekende bevinding', 'bekende bevindingen')} niet getoond."
    if tally.left_out:
        yield f"{count(tally.left_out, 'bevinding', 'bevindingen')} weggelaten door --select of --ignore."
    if tally.skipped:
        yield f"{count(tally.skipped, 'YAML-bestand', 'YAML-bestanden')} zonder `soort` overgeslagen."


def _next(run: Run) -> Iterator[str]:
    """Which command says more: one, of the first kind of record that there is."""
    found = (words for kinds, words in _NEXT if any(run.tally.kinds[one] for one in kinds))
    yield from islice(found, 1)


_NEXT = (
    (("dossier",), "Of de inhoud aan de normen voldoet, zegt `bo escalate`."),
    (("ot",), "Of de inhoud aan de normen voldoet, zegt `bo ot check`."),
    (("kengetallen",), "Wat de cijfers samen zeggen, laat `bo kengetallen` zien."),
    (("normenkader", "kaderproeven", "kaderherzieningen"), "Of het normenkader klopt, zegt `bo kader check`."),
)

_ONE = {
    "ot": "bijeenkomst van het OT",
    "instellingen": "bestand met instellingen",
    "sop": "SOP",
    "kengetallen": "bestand met kengetallen",
}
_MORE = {
    "ot": "bijeenkomsten van het OT",
    "instellingen": "bestanden met instellingen",
    "sop": "SOP's",
    "kengetallen": "bestanden met kengetallen",
    "samenwerkingsverband": "samenwerkingsverbanden",
    "kaderproeven": "bestanden met kaderproeven",
    "kaderherzieningen": "registers van herzieningen",
    "fout": "fouten",
    "waarschuwing": "waarschuwingen",
    "advies": "adviezen",
}


def _bytes(words: str) -> bytes:
    return words.encode("utf-8", "backslashreplace")
