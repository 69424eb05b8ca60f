"""The yearly version of a norm frame: a file that holds only what changes, for a person to edit."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from datetime import date
from typing import NamedTuple

from ..model.frame import Instelling, Regel
from ..model.types import FIRST_YEAR, LAST_YEAR
from ..model.words import long_date
from ..norms.calendar import UNITS
from ..norms.compile import LONGEST
from ..norms.frame import Frame, Series
from ..records.tree import Tree
from ..records.write import dump, on_one_line


class Impossible(Exception):
    """No version can be made of what was asked; the words say why, in Dutch."""


class Wanted(NamedTuple):
    """What a person asked for. `settings` pairs the name of a setting with its new length, as `3` or `3 schoolweken`;
    `rules` are copied to be changed, `lapsed` no longer hold.
    """

    school_year: str
    code: str | None = None
    title: str | None = None
    settings: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()
    lapsed: tuple[str, ...] = ()


def first_day(school_year: str) -> date:
    """1 August of the school year `2026-2027`; Impossible for another form."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{4}", school_year) or int(school_year[5:]) != int(school_year[:4]) + 1:
        raise Impossible("schrijf het schooljaar als 2026-2027.")
    if not FIRST_YEAR <= int(school_year[:4]) < LAST_YEAR:
        raise Impossible("dit schooljaar kan niet kloppen.")
    return date(int(school_year[:4]), 8, 1)


def new_version(old: Frame, series: Series, wanted: Wanted, taken: Container[str] = ()) -> tuple[str, str]:
    """The code and the text of the new version; Impossible when it cannot follow on `old`. `taken` are codes in use."""
    start = first_day(wanted.school_year)
    _follows(old, series, start)
    code = wanted.code or f"{series.name}-{start.year}"
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}", code):
        raise Impossible(
            "een code bestaat uit letters, cijfers, `-`, `_` en `.`, zonder spaties, en is ten hoogste 40 tekens lang."
        )
    if wanted.title is not None and not wanted.title.isprintable():
        raise Impossible("schrijf de titel op één regel, in gewone tekens.")
    if both := {one.upper() for one in wanted.rules} & {one.upper() for one in wanted.lapsed}:
        raise Impossible(f"{min(both)} kan niet tegelijk wijzigen en vervallen.")
    if code in taken:
        raise Impossible(f"{code} bestaat al; kies met --code een andere code.")
    head: dict[str, Tree] = {
        "soort": "normenkader",
        "code": code,
        "reeks": series.name,
        "titel": wanted.title or f"{_without_year(old.title)}, {wanted.school_year}",
        "geldig": {"van": start.isoformat()},
        "gebaseerd_op": old.code,
    }
    parts = [_INTRODUCTION.format(old=old.code, start=long_date(start)), dump(head)]
    parts.append(_settings(old, wanted.settings))
    parts.append(_rules(old, wanted.rules))
    parts.append(_lapsed(old, wanted.lapsed))
    return code, "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _follows(old: Frame, series: Series, start: date) -> None:
    if start <= old.start:
        raise Impossible(f"{old.code} geldt zelf pas vanaf {long_date(old.start)}; een nieuwe versie begint daarna.")
    later = [one for one in series.versions if one.start > old.start]
    if later:
        raise Impossible(f"na {old.code} komt al {later[0].code}, vanaf {long_date(later[0].start)}; ga daarvan uit.")
    end = old.record.geldig.tot
    if end is not None and (start - end).days != 1:
        raise Impossible(f"{old.code} geldt tot en met {long_date(end)}, en {long_date(start)} sluit daar niet op aan.")


def _without_year(title: str) -> str:
    return re.sub(r",? \d{4}-\d{4}$", "", title)


def _settings(old: Frame, changed: Iterable[tuple[str, str]]) -> str:
    known = {one.naam: one for one in old.record.instellingen}
    if not changed:
        first = next(iter(known.values()), None)
        example = f"#   - {_one(first, first)}" if first is not None else "#   - {naam: …}"
        return f"# Een termijn wijzigen: haal de # weg en verander het getal.\n# instellingen:\n{example}"
    lines = ["instellingen:"]
    for name, length in changed:
        setting = known.get(name)
        if setting is None:
            raise Impossible(f"de instelling {name} bestaat niet. Kies uit {', '.join(known)}.")
        lines.append(f"  - {_one(setting, _with_length(setting, length))}")
    return "\n".join(lines)


def _with_length(setting: Instelling, length: str) -> Instelling:
    number, _, unit = length.strip().partition(" ")
    old_unit = next(one for one in UNITS if getattr(setting, one) is not None)
    unit = {**_SINGULAR, **{one: one for one in UNITS}}.get(unit.strip() or old_unit, "")
    if not number.isdecimal() or len(number) > 4 or not unit or int(number) > LONGEST[unit]:
        raise Impossible(
            f"schrijf een lengte van ten hoogste tien jaar, als `3` of `3 schoolweken`, met een van {', '.join(UNITS)}."
        )
    empty: dict[str, object] = dict.fromkeys(UNITS)
    return setting.model_copy(update=empty | {unit: int(number), "herkomst": "afspraak"})


_SINGULAR = {
    "dag": "dagen",
    "week": "weken",
    "schooldag": "schooldagen",
    "schoolweek": "schoolweken",
    "maand": "maanden",
    "schooljaar": "schooljaren",
}


def _one(old: Instelling, new: Instelling) -> str:
    data = {key: str(value) for key, value in new.model_dump(exclude_none=True).items()}
    if old is not new:
        data["toelichting"] = f"Was {_length(old)}. Waarom het verandert: vul in."
    return on_one_line({**{key: data[key] for key in ("naam", "titel")}, **data})


def _length(setting: Instelling) -> str:
    unit = next(one for one in UNITS if getattr(setting, one) is not None)
    return f"{getattr(setting, unit)} {unit}"


def _rules(old: Frame, codes: Iterable[str]) -> str:
    rules = {one.code: one for one in old.record.regels}
    chosen = [_known(rules, code) for code in codes]
    if not chosen:
        code = next(iter(rules), "CODE")
        how = f"# Een regel wijzigen: maak dit bestand met --regel {code}; de hele regel komt dan hieronder te staan."
        return f"{how}\n# regels:\n#   - code: …"
    return dump({"regels": [_plain(one) for one in chosen]})


def _known(rules: dict[str, Regel], code: str) -> Regel:
    found = rules.get(code) or rules.get(code.upper())
    if found is None:
        raise Impossible(f"de regel {code} bestaat niet. Zie `bo kader show`.")
    return found


def _plain(rule: Regel) -> dict[str, Tree]:
    """A rule as it is written in a file: what was left out stays out, numbers and yes or no are words again."""

    def text(value: object) -> Tree:
        if isinstance(value, dict):
            return {str(key): text(one) for key, one in value.items()}
        if isinstance(value, list):
            return [text(one) for one in value]
        return ("ja" if value else "nee") if isinstance(value, bool) else str(value)

    data = rule.model_dump(exclude_defaults=True)
    if isinstance(data.get("als"), list) and len(data["als"]) == 1:
        data["als"] = data["als"][0]
    if isinstance(data.get("bron"), dict) and len(data["bron"]["passage"]) == 1:
        data["bron"]["passage"] = data["bron"]["passage"][0]
    order = [*_BEFORE, *(one for one in data if one not in (*_BEFORE, *_AFTER)), *_AFTER]
    return {key: text(data[key]) for key in order if key in data}


_BEFORE = (
    "code", "titel", "bron", "afspraak", "over", "niveau", "ernst", "geldig", "open_punt", "als", "voorwaarde_voor", "eerste",
)  # fmt: skip
_AFTER = ("sinds", "binnen", "tenzij", "wie", "doe", "kort", "waarom")
"""How a rule is written: where it comes from and when it plays, what it asks, and from whom."""


def _lapsed(old: Frame, codes: Iterable[str]) -> str:
    rules = {one.code: one for one in old.record.regels}
    chosen = [_known(rules, code).code for code in codes]
    if not chosen:
        return "# Een regel laten vervallen:\n# vervalt: [CODE]"
    return dump({"vervalt": list(chosen)})


_INTRODUCTION = """\
# Een nieuwe versie van {old}, geldig vanaf {start}.
# Hier staat alleen wat verandert; al het andere blijft zoals in {old}.
# Bekijk wat de wijziging doet:  bo kader diff {old} DIT-BESTAND
# en voor welke leerlingen:      bo kader diff {old} DIT-BESTAND MAP-MET-DOSSIERS
"""
