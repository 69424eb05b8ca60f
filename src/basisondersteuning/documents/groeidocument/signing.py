"""What people may sign, each with its own word. The words are never mixed: each says something else.

- *gezien*, of the Groeidocument, always: parents may say that they read it.
- *instemming*, with the handelingsdeel, once there is an OPP.
- *toestemming*, only where the record shows that something was wanted for which parents say yes beforehand, and none is
  recorded: an assessment, or people from outside who look along.

Parents with gezag sign. Who answered already, yes or no, is named with that answer and is not asked again. Nobody signs
under a pseudonym, nor in a dossier that is closed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...model.events_support import Verklaring
from ...model.events_team import (
    AanmeldingOt,
    Onderzoek,
    Opp,
    OtBespreking,
    Wijkteamcontact,
)
from ...model.words import long_date
from .account import PURPOSES
from .story import Story
from .views_account import Tekenblok

_SEEN = "Voor gezien tekenen is zeggen dat u dit document hebt gelezen. Het is niet zeggen dat u het eens bent met wat er staat."
_AGREED = "Instemming is zeggen dat u het eens bent met het handelingsdeel: de ondersteuning en begeleiding die in het OPP staat."
_ALLOWED = "Toestemming is vooraf ja zeggen: dit mag."


def blocks(story: Story, *, closed: bool) -> tuple[Tekenblok, ...]:
    """What may be signed, in the order in which it is asked; nothing under pseudonyms or once the dossier is closed."""
    return tuple(_blocks(story)) if story.seen.names and not closed else ()


def _blocks(story: Story) -> Iterator[Tekenblok]:
    parents = _parents(story)
    for purpose in ("onderzoek", "delen_gegevens"):
        if _wanted(story, purpose) and not _answers(story, "toestemming", (purpose,), date.min):
            yield Tekenblok("toestemming", PURPOSES[purpose], _ALLOWED, (), _names(story, parents))
    versions = [one.datum for one in story.of(Opp) if one.actie != "geevalueerd"]
    if story.of(Opp):
        since = versions[-1] if len(versions) > 1 else date.min  # who agreed to an earlier version is asked anew
        given = _answers(story, "instemming", ("handelingsdeel", "opp"), since)
        already = tuple(
            f"instemming {answer.uitkomst} door {story.name(one)} op {long_date(answer.datum)}" for one, answer in given.items()
        )
        left = [one for one in parents if one not in given]
        names = () if parents and not left else _names(story, left)
        yield Tekenblok("instemming", PURPOSES["handelingsdeel"], _AGREED, already, names)
    yield Tekenblok("gezien", PURPOSES["groeidocument"], _SEEN, (), _names(story, parents))


def _parents(story: Story) -> list[str]:
    """Parents with gezag; where the record says of nobody who has it, all parents of whom it does not say no."""
    parents = [one for one in story.dossier.betrokkenen if "ouder" in one.rol]
    sure = [one.id for one in parents if one.gezag]
    return sure or [one.id for one in parents if one.gezag is None]


def _names(story: Story, parents: list[str]) -> tuple[str, ...]:
    """The names under the lines; one open line when nobody is recorded."""
    return tuple(story.name(one) for one in parents) or ("Ouder of verzorger met gezag",)


def _answers(story: Story, nature: str, purposes: tuple[str, ...], since: date) -> dict[str, Verklaring]:
    """The last answer of each person from a day on."""
    return {
        person: one
        for one in story.of(Verklaring)
        if one.aard == nature and one.waarvoor in purposes and one.datum >= since
        for person in one.door
    }


def _wanted(story: Story, purpose: str) -> bool:
    """Whether the record shows that something was wanted for which parents say yes beforehand."""
    talks = story.of(OtBespreking)
    if purpose == "onderzoek":
        planned = any(outcome.soort == "onderzoek" for one in talks for outcome in one.uitkomsten)
        return planned or bool(story.of(Onderzoek))
    return bool(
        story.of(Wijkteamcontact)
        or any(one.gewenste_expertise for one in story.of(AanmeldingOt))
        or any(one.externe_deskundigheid == "nodig" for one in talks)
    )
