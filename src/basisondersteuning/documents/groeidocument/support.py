"""What was done: for each lijn, and within it for each niveau, the rounds of support with their effect; and the tests."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from ...casework.running import RunningSupport
from ...model.events_support import Consultatie, Evaluatie, Ondersteuning, Schaal, Toets
from ...model.words import level_words, long_date, plain, short_date
from ...norms.levels import Transition
from ...norms.verdict import StrandVerdict, Verdict
from ..ot.facts import EFFECT_WORDS
from ..ot.meeting import areas
from ..pictures.results import Result, results
from ..pictures.scales import SCALES
from .story import Story, capital
from .views_support import (
    Consultatieregel,
    Evaluatieregel,
    Lijn,
    LosseZorg,
    Niveaudeel,
    Ronde,
    Toetsgroep,
    Toetsregel,
)

NO_EFFECT = "Het effect is nog niet ingevuld."

_OTHER_SCALES = {"anders": "andere schaal"}


class Support:
    """The support of one pupil; `codes` are those of the niveaus, from `geen` up."""

    def __init__(self, story: Story, verdict: Verdict, running: list[RunningSupport]) -> None:
        self.story = story
        self.strands = {one.strand.name: one for one in verdict.strands}
        self.codes = verdict.frame.ladder.codes
        self.running = {one.event.id: one for one in running}
        self.rounds = {one.id: one for one in story.of(Ondersteuning)}
        self.judged: dict[str, list[Evaluatie]] = defaultdict(list)
        for one in story.of(Evaluatie):
            self.judged[one.van].append(one)
        self.talks: dict[str, list[Consultatie]] = defaultdict(list)
        for talk in story.of(Consultatie):
            self.talks[self._lijn_of(talk)].append(talk)

    def _lijn_of(self, talk: Consultatie) -> str:
        """The lijn of a consultation; empty when it is about several, or when that cannot be said."""
        named: list[str] = [*(talk.vakgebied or (self.strands if len(self.strands) == 1 else ()))]
        return named[0] if len(named) == 1 and named[0] in self.strands else ""

    def lines(self) -> tuple[Lijn, ...]:
        """One for each lijn in which something was done."""
        made = (Lijn(f"lijn-{name}", capital(plain(name)), self._parts(one)) for name, one in self.strands.items())
        return tuple(one for one in made if one.delen)

    def loose(self) -> LosseZorg:
        """What belongs to no single lijn."""
        lost = [one for van, some in self.judged.items() if van not in self.rounds for one in some]
        return LosseZorg(tuple(map(self._evaluation, lost)), tuple(map(self._talk, self.talks[""])))

    def _parts(self, strand: StrandVerdict) -> tuple[Niveaudeel, ...]:
        """Niveau by niveau, oldest first: each round builds on the one before. A niveau without support falls away here;
        the course of the niveaus has it.
        """
        name, steps = strand.strand.name, strand.strand.steps
        rounds = [one for one in self.rounds.values() if one.vakgebied == name]
        talks = self.talks[name]
        made = []
        for index in range(len(steps) + 1):
            mine = tuple(self._round(one) for one in rounds if _part(steps, one.datum) == index)
            spoken = tuple(self._talk(one) for one in talks if _part(steps, one.datum) == index)
            if mine or spoken:
                made.append(Niveaudeel(self._title(steps, index), mine, spoken))
        return tuple(made)

    def _title(self, steps: list[Transition], index: int) -> str:
        if not index:
            return "Voor de eerste stap"
        step = steps[index - 1]
        return f"{capital(level_words(self.codes[step.after]))}, vanaf {long_date(step.day)}"

    def _round(self, one: Ondersteuning) -> Ronde:
        runs = self.running.get(one.id)
        earlier = self.rounds.get(one.vervolg_op or "")
        form = plain(one.vorm) if "vorm" in one.model_fields_set else ""
        return Ronde(
            f"{long_date(one.datum)} tot {long_date(one.tot)}" if one.tot else f"Vanaf {long_date(one.datum)}",
            ", ".join(filter(None, (form, f"vervolg op de ondersteuning van {long_date(earlier.datum)}" if earlier else ""))),
            one.doel,
            one.aanpak,
            self.story.names(one.door),
            one.frequentie or "",
            _WHERE[one.plaats] if "plaats" in one.model_fields_set else "",
            one.groepsplan or "",
            runs is not None,
            runs is not None and runs.overdue,
            tuple(map(self._evaluation, self.judged.get(one.id, ()))),
            one.notitie or "",
        )

    def _evaluation(self, one: Evaluatie) -> Evaluatieregel:
        return Evaluatieregel(
            long_date(one.datum),
            capital(EFFECT_WORDS[one.effect]) if one.effect else NO_EFFECT,
            self.story.names(one.door),
            one.toelichting or "",
            one.notitie or "",
        )

    def _talk(self, one: Consultatie) -> Consultatieregel:
        name = self.story.name
        who = f"{name(one.door)} met {name(one.met)}" if one.door else f"met {name(one.met)}"
        subject = ", ".join(filter(None, (one.onderwerp, areas(one.vakgebied))))
        return Consultatieregel(long_date(one.datum), one.aard, who, subject, one.vraag, one.uitkomst or "", one.notitie or "")


_WHERE = {"in_groep": "in de groep", "deels_buiten_groep": "gedeeltelijk buiten de groep"}


def _part(steps: list[Transition], day: date) -> int:
    """How many steps were taken at the end of a day."""
    return sum(1 for one in steps if one.day <= day)


def tests(story: Story) -> tuple[Toetsgroep, ...]:
    """The tests by vakgebied and scale, oldest first, so that one reads along with the picture. One picture has one scale:
    what is measured in another way cannot be compared.
    """
    groups: dict[tuple[str, Schaal], list[Toets]] = {}
    for one in story.of(Toets):
        groups.setdefault((one.vakgebied, one.schaal), []).append(one)
    return tuple(
        _group(story, area, scale, some, f"toetsen-{number}") for number, ((area, scale), some) in enumerate(groups.items(), 1)
    )


def _group(story: Story, area: str, scale: Schaal, some: list[Toets], prefix: str) -> Toetsgroep:
    known = SCALES.get(scale)
    words = known.name if known else _OTHER_SCALES.get(scale, plain(scale))
    picture = None
    if len(some) > 1:
        picture = results(area, scale, [Result(one.datum, one.naam, one.waarde, one.methodegebonden) for one in some], prefix)
    rows = tuple(
        Toetsregel(
            short_date(one.datum),
            one.naam,
            "hoort bij de lesmethode" if one.methodegebonden else "hoort niet bij de lesmethode",
            one.waarde,
            story.name(one.door),
            one.toelichting or "",
            one.notitie or "",
        )
        for one in some
    )
    return Toetsgroep(f"{capital(plain(area))}: {words}", picture, rows)
