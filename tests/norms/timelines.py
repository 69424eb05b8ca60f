"""Made-up timelines for the laws, and everything that a verdict says of one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from basisondersteuning.norms.verdict import Verdict

from .build import support

FIRST = date(2026, 9, 7)
AREAS = ("rekenen", "taal")
SLOW = settings(deadline=None, derandomize=True, max_examples=120, suppress_health_check=[HealthCheck.too_slow])

OT = {"soort": "ot_bespreking", "voorzitter": "dir", "aanwezig": ["dir", "lk", "ib"]}
ADVICE = {"discipline": "orthopedagoog", "onafhankelijk": "ja", "advies_op": "2026-09-01"}
KINDS: list[dict[str, Any]] = [
    {"soort": "observatie", "door": "lk", "ondersteuning_gewenst": "ja"},
    {"soort": "observatie", "door": "ib", "ondersteuning_gewenst": "nee", "gedrag": "g", "resultaten": "r"},
    {"soort": "oudercontact", "met": "m", "over": ["zorg"]},
    {"soort": "oudercontact", "met": "m", "over": ["resultaten", "vervolg"]},
    {"soort": "consultatie", "met": "ib", "aard": "coachend", "vraag": "v"},
    {"soort": "groeidocument", "actie": "opgesteld", "door": "lk"},
    {"soort": "groeidocument", "actie": "bijgewerkt", "door": "lk", "vastgelegd": ["uitkomst_ot", "aanpak_niveau_2"]},
    {"soort": "aanmelding_ot", "door": "lk", "vraag": "v"},
    {**OT, "uitkomsten": [{"soort": "onderzoek", "omschrijving": "o"}]},
    {**OT, "uitkomsten": [{"soort": "aanvraag_arrangement", "omschrijving": "o"}], "bespreking": "b"},
    {"soort": "onderzoek", "aard": "psychologisch", "stand": "aangevraagd", "vraag": "v"},
    {"soort": "arrangementaanvraag", "door": "ib", "omschrijving": "o"},
    {"soort": "besluit", "over": "arrangement", "uitkomst": "toegekend", "door": "SWV"},
    {"soort": "besluit", "over": "tlv", "uitkomst": "afgewezen", "door": "SWV", "tot": "2026-12-18"},
    {"soort": "wijkteamcontact", "coordinatie": "ib", "met": "m", "vraag": "v"},
    {"soort": "opp", "actie": "opgesteld", "door": "ib"},
    {"soort": "opp", "actie": "bijgesteld", "door": "ib", "uitstroombestemming": "vmbo", "handelingsdeel": "h", "met": ["m"]},
    {"soort": "opp", "actie": "geevalueerd", "door": "ib", "met": ["m", "lk"]},
    {"soort": "verklaring", "aard": "instemming", "waarvoor": "handelingsdeel", "door": "m", "uitkomst": "gegeven"},
    {"soort": "verklaring", "aard": "toestemming", "waarvoor": "onderzoek", "door": "m", "uitkomst": "geweigerd"},
    {"soort": "leerlinggesprek", "door": "lk", "inbreng": "i"},
    {"soort": "leerlinggesprek", "door": "lk", "inbreng": "i", "waarvoor": ["opp"], "invloed": "v", "terugkoppeling": "t"},
    {"soort": "tlv", "stand": "aangevraagd", "bestemming": "sbo", "deskundigen": [ADVICE]},
    {"soort": "tlv", "stand": "afgegeven", "bestemming": "so", "deskundigen": [ADVICE, {**ADVICE, "discipline": "arts"}]},
    {"soort": "afschaling", "naar": "1", "door": "lk", "reden": "r"},
    {"soort": "afschaling", "naar": "geen", "door": "lk", "reden": "r"},
]
WITH_AREA = {"observatie", "oudercontact", "consultatie", "aanmelding_ot", "ot_bespreking", "afschaling"}
ENDS = {"soort": "afsluiting", "reden": "r"}
FORMS = ("nieuw", "geintensiveerd", "aangepast", "voortgezet")
DAYS = st.integers(0, 200).map(lambda days: FIRST + timedelta(days=days))


def _day(weeks: int) -> str:
    return (FIRST + timedelta(weeks=weeks)).isoformat()


WEEKS = st.integers(0, 12)
"""Few days, so that some events coincide."""


@st.composite
def of_kind(draw: st.DrawFn, kind: str, weeks: st.SearchStrategy[int] = WEEKS) -> dict[str, Any]:
    """An event of one kind; support and evaluations get their names when they come on a timeline."""
    day, area = _day(draw(weeks)), draw(st.sampled_from((*AREAS, None)))
    if kind == "ondersteuning":
        more = {"tot": "2026-10-30"} if draw(st.booleans()) else {}
        return support(day, "?", area or "rekenen", vorm=draw(st.sampled_from(FORMS)), **more)
    if kind == "evaluatie":
        effect = draw(st.sampled_from(("onvoldoende", "onvoldoende", "deels", None)))
        return {"datum": day, "soort": kind, "van": "?", **({"effect": effect} if effect else {})}
    event = {"datum": day, **draw(st.sampled_from([one for one in KINDS if one["soort"] == kind]))}
    return {**event, "vakgebied": area} if area is not None and kind in WITH_AREA else event


@st.composite
def a_judgement(draw: st.DrawFn, rules: list[str], weeks: st.SearchStrategy[int] = WEEKS) -> dict[str, Any]:
    """What people judged of one of these rules."""
    more = {"regel": draw(st.sampled_from(rules)), "voldoet": draw(st.sampled_from(("ja", "nee")))}
    return {"datum": _day(draw(weeks)), "soort": "oordeel", **more, "door": "dir", "reden": "r"}


@st.composite
def an_event(draw: st.DrawFn, judged: Iterable[str] = ()) -> dict[str, Any]:
    """Any event. `judged` are the rules on which people may have given a judgement."""
    rules = sorted(judged)
    often = [one["soort"] for one in KINDS] + ["ondersteuning"] * 4 + ["evaluatie"] * 4
    kind = draw(st.sampled_from([*often, "afsluiting", *(["oordeel"] if rules else [])]))
    if kind == "afsluiting":
        return {"datum": _day(draw(WEEKS)), **ENDS}
    if kind == "oordeel":
        return draw(a_judgement(rules))
    return draw(of_kind(kind))


@st.composite
def a_timeline(draw: st.DrawFn, judged: Iterable[str] = (), most: int = 12) -> list[dict[str, Any]]:
    """Events in any order; each support has a name, each evaluation is of a support that began before it."""
    first = [support(FIRST.isoformat(), "s0"), support(FIRST.isoformat(), "s1", "taal")][: draw(st.integers(0, 2))]
    return draw(joined(draw(st.lists(an_event(judged), max_size=most)), first))


@st.composite
def joined(draw: st.DrawFn, drawn: list[dict[str, Any]], first: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A timeline of these events, after the named ones in `first`."""
    timeline = [*first]
    for number, event in enumerate(drawn, 2):
        if event["soort"] == "ondersteuning":
            timeline.append({**event, "id": f"s{number}"})
        elif event["soort"] != "evaluatie":
            timeline.append(event)
    for event in drawn:
        if event["soort"] == "evaluatie":
            begun = [one["id"] for one in timeline if one["soort"] == "ondersteuning" and one["datum"] <= event["datum"]]
            if begun:
                timeline.append({**event, "van": draw(st.sampled_from(begun))})
    return timeline


def said(verdict: Verdict) -> tuple[list[Any], list[Any]]:
    """Everything a verdict says, apart from which of several events of one day is the evidence."""
    rules = [
        (
            one.rule.code,
            one.day,
            one.strand or "",
            one.status,
            one.due_day or date.max,
            -1 if one.waiver is None else one.waiver,
            one.exception or "",
            sorted(entry.day for entry in one.outcome.evidence),
        )
        for one in verdict.all_activations
    ]
    strands = [
        (one.strand.name, one.rank, one.supported, one.since, one.ready, [made.status for made in one.conditions])
        for one in verdict.strands
    ]
    return sorted(rules), sorted(strands)
