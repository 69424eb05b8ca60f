"""Made-up events of every kind, each fitting the people and the earlier events of its dossier."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from . import words

Event = dict[str, Any]

PEOPLE: tuple[tuple[str, str | list[str]], ...] = (
    ("leerkracht", "groepsleerkracht"),
    ("moeder", "ouder"),
    ("vader", "ouder"),
    ("ib", "intern_begeleider"),
    ("directie", "directeur"),
    ("ortho", "orthopedagoog"),
    ("smw", "schoolmaatschappelijk_werker"),
    ("wijkteam", ["wijkteammedewerker", "externe_deskundige"]),
    ("assistent", "onderwijsassistent"),
    ("kind", "leerling"),
)
"""Who are around each pupil: id and role."""


class Story:
    """One dossier in the making: where in time it is, and what happened so far."""

    def __init__(self, rng: Random, start: date, *, brief: bool = False) -> None:
        self.rng = rng
        self.brief = brief
        self.day = start
        self.areas = rng.sample(words.AREAS, rng.choice((1, 1, 1, 2, 2, 3)))
        self.events: list[Event] = []
        self.supports: list[str] = []
        self.requests: list[str] = []
        self.named = 0

    def add(self, kind: str) -> None:
        """One event of a kind, some days after the last."""
        self.day += timedelta(days=self.rng.choice((0, 1, 3, 5, 7, 9, 14)))
        day = self.day if self.rng.random() > 0.06 else f"{self.day.day}-{self.day.month}-{self.day.year}"
        event = {"soort": kind, "datum": str(day), **MAKERS[kind](self)}
        if self.rng.random() < 0.08:
            event["notitie"] = self.pick(words.SEEN)
        self.events.append(event)

    def pick(self, options: tuple[str, ...]) -> str:
        """One of some texts, now and then two."""
        return " ".join(self.rng.sample(options, 2 if self.rng.random() < 0.15 else 1))

    def area(self) -> str:
        """One of the vakgebieden of this pupil."""
        return self.rng.choice(self.areas)

    def name(self, letter: str) -> str:
        """A fresh id."""
        self.named += 1
        return f"{letter}{self.named}"

    def later(self, weeks: int) -> str:
        """A day some weeks on."""
        return (self.day + timedelta(weeks=weeks)).isoformat()

    def yes_no(self) -> str:
        """`ja` or `nee`."""
        return self.rng.choice(("ja", "nee"))


def _observatie(s: Story) -> Event:
    event = {"door": "leerkracht", "vakgebied": [s.area()], "gedrag": s.pick(words.SEEN)}
    if s.rng.random() < 0.5:
        event["resultaten"] = s.pick(words.RESULTS)
    return event | {"ondersteuning_gewenst": s.yes_no()}


_RESULTS = {"percentage": ("62", "48", "81"), "cijfer": ("7.5", "6", "5,5"), "I-V": ("IV", "II", "V")}


def _toets(s: Story) -> Event:
    scale = s.rng.choice(tuple(_RESULTS))
    return {
        "naam": s.rng.choice(("Methodetoets blok 3", "Tempotoets hoofdrekenen", "Woorddictee week 12", "Leestoets kaart 2")),
        "vakgebied": s.area(), "methodegebonden": s.yes_no(), "schaal": scale,
        "waarde": s.rng.choice(_RESULTS[scale]),
    } | ({"toelichting": s.pick(words.RESULTS)} if s.rng.random() < 0.4 and not s.brief else {})  # fmt: skip


def _behoeften(s: Story) -> Event:
    return {
        "door": "leerkracht", "bevorderend": s.rng.sample(words.NEEDS, 2), "belemmerend": ["drukte om zich heen"],
        "leerling": s.rng.sample(words.NEEDS, 3),
    }  # fmt: skip


def _oudercontact(s: Story) -> Event:
    about = s.rng.choice((["zorg"], ["resultaten"], ["vervolg"], ["zorg", "vervolg"], ["resultaten", "vervolg"]))
    return {
        "met": s.rng.choice((["moeder"], ["moeder", "vader"])), "door": "leerkracht", "over": about,
        "vakgebied": [s.area()], "samenvatting": s.pick(words.TALKS),
    }  # fmt: skip


def _leerlinggesprek(s: Story) -> Event:
    return {"door": "leerkracht", "over": "hoe het gaat in de groep", "inbreng": s.pick(words.VOICES)}


def _verklaring(s: Story) -> Event:
    return {
        "aard": "toestemming", "waarvoor": s.rng.choice(("ot", "onderzoek", "delen_gegevens")), "door": "moeder",
        "uitkomst": "gegeven",
    }  # fmt: skip


def _ondersteuning(s: Story) -> Event:
    event = {
        "id": s.name("o"), "vakgebied": s.area(), "vorm": s.rng.choice(("nieuw", "geintensiveerd", "aangepast")),
        "doel": s.pick(words.GOALS), "aanpak": s.pick(words.APPROACHES), "door": ["leerkracht"],
        "frequentie": s.rng.choice(("drie keer per week 15 minuten", "elke dag 10 minuten")), "tot": s.later(8),
    }  # fmt: skip
    if s.rng.random() < 0.7:
        event["groepsplan"] = "Groepsplan periode 2"
    s.supports.append(event["id"])
    return event


def _evaluatie(s: Story) -> Event:
    return {
        "van": s.rng.choice(s.supports), "effect": s.rng.choice(("doel_bereikt", "deels", "onvoldoende", "onvoldoende")),
        "door": ["leerkracht", "ib"], "toelichting": s.pick(words.EFFECTS),
    }  # fmt: skip


def _consultatie(s: Story) -> Event:
    return {
        "met": "ib", "door": "leerkracht", "aard": "consultatief", "vakgebied": s.area(), "vraag": s.pick(words.QUESTIONS),
        "uitkomst": s.pick(words.OUTCOMES),
    }  # fmt: skip


def _afschaling(s: Story) -> Event:
    return {"vakgebied": [s.area()], "naar": "1", "door": "ib", "reden": s.pick(words.EFFECTS)}


def _groeidocument(s: Story) -> Event:
    return {"actie": "bijgewerkt", "door": "leerkracht", "vastgelegd": [s.rng.choice(("aanpak_niveau_2", "uitkomst_ot"))]}


def _aanmelding_ot(s: Story) -> Event:
    return {"door": "leerkracht", "vakgebied": [s.area()], "vraag": s.pick(words.QUESTIONS), "gewenste_expertise": ["gedrag"]}


def _ot_bespreking(s: Story) -> Event:
    return {
        "voorzitter": "directie", "aanwezig": ["directie", "leerkracht", "ib", "ortho", "moeder"],
        "externe_deskundigheid": "niet_nodig", "vakgebied": [s.area()], "inbreng": s.pick(words.QUESTIONS),
        "bespreking": s.pick(words.TALKS),
        "uitkomsten": [{"soort": "aanpassing_groepsniveau", "omschrijving": s.pick(words.OUTCOMES), "buiten_groep": "nee"}],
        "afspraken": [
            {"wie": "leerkracht", "wat": s.pick(words.OUTCOMES), "wanneer": s.later(3)},
            {"wie": "ib", "wat": s.pick(words.OUTCOMES), "wanneer": s.later(4)},
        ],
        "evaluatiedatum": s.later(8),
    }  # fmt: skip


def _onderzoek(s: Story) -> Event:
    return {"aard": "handelingsgericht", "stand": "uitgevoerd", "vraag": s.pick(words.QUESTIONS), "door": "ortho",
            "uitkomst": s.pick(words.OUTCOMES)}  # fmt: skip


def _wijkteamcontact(s: Story) -> Event:
    return {"coordinatie": "ib", "met": ["wijkteam", "smw"], "vraag": s.pick(words.QUESTIONS)}


def _arrangementaanvraag(s: Story) -> Event:
    name = s.name("a")
    s.requests.append(name)
    return {"id": name, "door": "ib", "orthopedagoog": "ortho", "advies_orthopedagoog": s.pick(words.OUTCOMES),
            "ouders": ["moeder"], "omschrijving": s.pick(words.APPROACHES)}  # fmt: skip


def _besluit(s: Story) -> Event:
    return {"over": "arrangement", "uitkomst": s.rng.choice(("toegekend", "afgewezen")), "door": "samenwerkingsverband",
            "op": s.requests[-1], "tot": s.later(40)}  # fmt: skip


def _opp(s: Story) -> Event:
    return {"actie": s.rng.choice(("opgesteld", "bijgesteld")), "door": "ib", "uitstroombestemming": "vmbo-t",
            "onderbouwing": s.pick(words.RESULTS), "handelingsdeel": s.pick(words.APPROACHES)}  # fmt: skip


def _tlv(s: Story) -> Event:
    return {"stand": "aangevraagd", "bestemming": "sbo", "tot": s.later(52), "deskundigen": [
        {"wie": "ortho", "discipline": "orthopedagoog", "onafhankelijk": "ja", "advies_op": s.day.isoformat()},
        {"discipline": "kinderpsycholoog", "onafhankelijk": "ja", "advies_op": s.day.isoformat()},
    ]}  # fmt: skip


def _oordeel(s: Story) -> Event:
    return {"regel": "KNH-1.2", "voldoet": s.yes_no(), "door": "ib", "reden": s.pick(words.EFFECTS)}


def _overdracht(_: Story) -> Event:
    return {"naar": "groep 6", "door": "leerkracht", "van_school": "nee"}


def _afsluiting(s: Story) -> Event:
    return {"reden": s.pick(words.EFFECTS), "door": "ib"}


MAKERS: dict[str, Callable[[Story], Event]] = {
    "observatie": _observatie,
    "toets": _toets,
    "behoeften": _behoeften,
    "oudercontact": _oudercontact,
    "leerlinggesprek": _leerlinggesprek,
    "verklaring": _verklaring,
    "ondersteuning": _ondersteuning,
    "evaluatie": _evaluatie,
    "consultatie": _consultatie,
    "afschaling": _afschaling,
    "groeidocument": _groeidocument,
    "aanmelding_ot": _aanmelding_ot,
    "ot_bespreking": _ot_bespreking,
    "onderzoek": _onderzoek,
    "wijkteamcontact": _wijkteamcontact,
    "arrangementaanvraag": _arrangementaanvraag,
    "besluit": _besluit,
    "opp": _opp,
    "tlv": _tlv,
    "oordeel": _oordeel,
    "overdracht": _overdracht,
    "afsluiting": _afsluiting,
}

WEIGHTS = {
    "observatie": 16, "toets": 22, "behoeften": 3, "oudercontact": 18, "leerlinggesprek": 5, "verklaring": 3,
    "ondersteuning": 10, "evaluatie": 9, "consultatie": 5, "afschaling": 1, "groeidocument": 5, "aanmelding_ot": 2,
    "ot_bespreking": 3, "onderzoek": 1, "wijkteamcontact": 1, "arrangementaanvraag": 1, "besluit": 2, "opp": 1, "tlv": 0.5,
    "oordeel": 1.5, "overdracht": 1,
}  # fmt: skip
"""How often each kind of event comes about; `afsluiting` only comes last."""
