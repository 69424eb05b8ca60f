"""What a rule book shows, as plain typed values: the only thing that templates and the terminal get to see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...norms.sentences import Line

WEIGHT: Mapping[str, str] = {
    "fout": "zwaar (fout)",
    "waarschuwing": "minder zwaar (waarschuwing)",
    "advies": "licht (advies)",
}
"""How heavily a rule weighs, in words."""

READING = (
    "Een regel noemt eerst de aanleiding en zegt dan wat er nodig is. Staat er «binnen 2 schoolweken», dan telt de dag "
    "van de aanleiding niet mee en de laatste dag wel. Een week zonder schooldag is geen schoolweek.",
    "Vraagt een regel naar iets anders in het dossier, dan gaat het over hetzelfde vakgebied.",
    "Bij elke regel staat hoe zwaar hij weegt. Zwaar: dit hoort er te zijn. Minder zwaar: ontbreekt dit, dan vraagt het "
    "uw blik. Licht: een herinnering.",
    "Wat de bron niet zegt, zoals een termijn, is een afspraak. Dat staat er altijd bij.",
    "Het programma bo beslist niet over een kind. Het laat zien wat een dossier onderbouwt; mensen beslissen.",
)
"""How to read a rule book."""

NATURE: Mapping[str, str] = {
    "open_norm": "open norm: alleen mensen kunnen dit beoordelen",
    "beleid": "beleid: dit blijkt niet uit een dossier",
    "mogelijkheid": "mogelijkheid: dit mag, maar hoeft niet",
    "feit": "feit: dit zegt niet wat er moet",
    "open_punt": "open punt: dit is nog niet uitgezocht",
}
"""What sort of statement is not translated, in words."""

RECORD: Mapping[str, str] = {
    "sop": "het schoolondersteuningsprofiel (SOP)",
    "kengetallen": "de kengetallen",
    "samenwerkingsverband": "de gegevens van het samenwerkingsverband",
    "normenkader": "het normenkader zelf",
}
"""The other records that passages belong to, in words."""


RECORD_CHAPTERS: Mapping[str, tuple[str, str]] = {
    "sop": (
        "Het SOP",
        "Deze regels gaan over het schoolondersteuningsprofiel (SOP) van een school, niet over een leerling. Wat in een SOP geen "
        "datum heeft, geldt op de dag waarop u kijkt: de peildatum.",
    ),
    "kengetallen": (
        "Kengetallen",
        "Deze regels gaan over de kengetallen van het samenwerkingsverband. Een kengetal geldt op zijn eigen dag, en wordt "
        "alleen vergeleken met een cijfer van dezelfde definitie.",
    ),
}
"""The chapters of rules that are not about a dossier: a heading, and how to read them."""


class PassageView(NamedTuple):
    """A passage of a source, in own words; `places` says where to read it, the web addresses among them in `links`."""

    label: str
    content: str
    places: tuple[str, ...] = ()
    links: tuple[str, ...] = ()

    @property
    def sites(self) -> tuple[tuple[str, str], ...]:
        """The web addresses, each with the name of its site, for where the whole address is too long."""
        return tuple((one, one.split("/")[2].removeprefix("www.")) for one in self.links)


class SourceView(NamedTuple):
    """A document that rules rest on; `passages` are those of which it is known where to read them."""

    title: str
    publisher: str
    date: str
    passages: tuple[PassageView, ...]


class RuleView(NamedTuple):
    """One rule. `marks` are short words that set it apart; `agreement` stands in place of a source."""

    code: str
    title: str
    marks: tuple[str, ...]
    norm: Line
    exceptions: tuple[Line, ...]
    period: str
    facts: tuple[tuple[str, str], ...]
    passages: tuple[PassageView, ...]
    agreement: str
    open_point: str
    origin: str
    remark: str


class LevelView(NamedTuple):
    """One niveau: what it begins with, the codes of the rules that are conditions for it, and its rules.

    `described` names the passages that describe it; `passages` are those of them that no rule here shows.
    """

    anchor: str
    title: str
    name: str
    begins: str
    conditions: tuple[str, ...]
    described: str
    passages: tuple[PassageView, ...]
    rules: tuple[RuleView, ...]


class RecordView(NamedTuple):
    """The rules about another record than a dossier."""

    anchor: str
    title: str
    intro: str
    rules: tuple[RuleView, ...]


class SettingView(NamedTuple):
    """A value that the source does not give; `rules` are the codes of those that use it."""

    title: str
    value: str
    provenance: str
    why: str
    rules: tuple[str, ...]
    origin: str


class UntranslatedView(NamedTuple):
    """A passage, or a part of it, that no rule was made of."""

    passages: tuple[PassageView, ...]
    part: str
    nature: str
    reason: str
    unsettled: bool


class ElsewhereView(NamedTuple):
    """Passages that belong to another record."""

    passages: tuple[PassageView, ...]
    record: str
    note: str

    @property
    def record_title(self) -> str:
        """The record, as a heading."""
        return f"In {self.record}"


class RuleBook(NamedTuple):
    """A whole frame, or one rule of it (`single`)."""

    title: str
    code: str
    series: str
    validity: str
    validity_reason: str
    base: str
    gone: tuple[tuple[str, str], ...]
    sources: tuple[SourceView, ...]
    reading: tuple[str, ...]
    levels: tuple[LevelView, ...]
    steps: tuple[str, ...]
    records: tuple[RecordView, ...]
    settings: tuple[SettingView, ...]
    untranslated: tuple[UntranslatedView, ...]
    elsewhere: tuple[ElsewhereView, ...]
    single: bool = False

    @property
    def places(self) -> tuple[SourceView, ...]:
        """The sources of which it is known where passages can be read."""
        return () if self.single else tuple(one for one in self.sources if one.passages)

    @property
    def rules(self) -> tuple[RuleView, ...]:
        """All rules, in the order of the niveaus, and then those about other records."""
        return tuple(rule for part in (*self.levels, *self.records) for rule in part.rules)
