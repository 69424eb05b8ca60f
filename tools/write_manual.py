"""Write the reference pages that follow from the code, `docs/naslag/`: `python -m tools.write_manual`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from basisondersteuning.findings.catalogue import all_codes
from basisondersteuning.findings.gallery import case
from basisondersteuning.model.base import Gebeurtenis, Vakgebied
from basisondersteuning.model.kinds import event_models
from basisondersteuning.model.reflect import FieldSpec, fields_of
from basisondersteuning.records.remedies.table import MAKERS, mends
from tools.write_readers import readers_data
from tools.write_records import record_data
from tools.write_views import templates_data

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "naslag"
PAGES = ("bevindingen", "gebeurtenissen", "kengetallen", "sjablonen", "sop", "voor-wie")

SUBJECTS: tuple[str, ...] = get_args(Vakgebied)

CHAPTERS = {
    "BO0": "Niets gevonden",
    "BO1": "Het bestand lezen",
    "BO2": "De vorm van een record",
    "BO3": "De samenhang van een record",
    "BO4": "Normenkaders",
    "BO5": "Afwijkingen en oordelen in een dossier",
    "BO6": "Het ondersteuningsteam",
    "BO7": "Documenten, sjablonen en instellingen",
    "BO8": "Het samenwerkingsverband: SOP's, dekking, kengetallen en bestanden van DUO",
    "BO9": "Vastleggen, terugnemen, herstellen, en `bo` zelf",
}


def page_text(name: str) -> str:
    """A page as it stands in its file."""
    # autoescape is off: the pages are Markdown, made of texts of this repository only
    environment = Environment(
        loader=FileSystemLoader(ROOT / "templates" / "naslag"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["one_line"] = lambda text: " ".join(text.split()).replace("|", r"\|")
    data = {
        "bevindingen": findings_data,
        "gebeurtenissen": events_data,
        "kengetallen": lambda: {**record_data("kengetallen"), "form": form},
        "sop": lambda: {**record_data("sop"), "form": form},
        "sjablonen": templates_data,
        "voor-wie": readers_data,
    }[name]()
    return environment.get_template(f"{name}.md.j2").render(data)


def findings_data() -> dict[str, Any]:
    """What the page on findings shows: each code with its case, by chapter."""
    chapters = [
        (title, [(code, case(code.code)) for code in all_codes().values() if code.code.startswith(start)])
        for start, title in CHAPTERS.items()
    ]
    return {"chapters": chapters, "number": len(all_codes()), "mends": {one: mends(one) for one in MAKERS}}


@dataclass(frozen=True, slots=True)
class EventKind:
    """One kind of event: its own fields, with those of the blocks inside them, and the shortest example."""

    name: str
    fields: list[FieldSpec]
    blocks: dict[str, list[FieldSpec]]
    example: str


def events_data() -> dict[str, Any]:
    """What the page on events shows."""
    common = fields_of(Gebeurtenis)
    kinds = []
    for name, model in event_models().items():
        fields = [one for one in fields_of(model).values() if one.name != "soort" and one != common.get(one.name)]
        blocks = {one.name: list(fields_of(one.model).values()) for one in fields if one.model is not None}
        kinds.append(EventKind(name, fields, blocks, example(name)))
    return {"kinds": kinds, "common": list(common.values()), "form": form, "subjects": _choice(SUBJECTS)}


def form(spec: FieldSpec) -> str:
    """What may be filled in, in Dutch."""
    what = {
        "tekst": "tekst",
        "datum": "datum",
        "ja_nee": "`ja` of `nee`",
        "getal": "getal",
        "aantal": "aantal, zoals `312`, `<5` of `afgeschermd`",
        "procent": "percentage, zoals `2,5`",
        "tijd": "tijd, zoals `13:15`",
        "persoon": "kenmerk van een betrokkene",
        "gebeurtenis": "kenmerk van een gebeurtenis",
        "record": "blok, zie hieronder",
        "keuze": "[vakgebied](#vakgebieden)" if spec.values == SUBJECTS else _choice(spec.values or ("",)),
    }[spec.kind]
    if spec.roles:
        what += f" met de rol {_choice(spec.roles)}"
    if spec.kinds:
        what += f" van de soort {_choice(spec.kinds)}"
    if spec.many:
        what += "; meer dan één mag, tussen `[` en `]`" if spec.kind != "record" else "; een lijst"
    return what


def _choice(words: tuple[str, ...]) -> str:
    quoted = [f"`{one}`" for one in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} of {quoted[-1]}"


_PEOPLE = {"ouder": "moeder", "intern_begeleider": "ib", "orthopedagoog": "ortho"}


def example(kind: str) -> str:
    """The shortest event of a kind: only what is required."""
    values = {"datum": "2026-09-07", "soort": kind}
    for spec in fields_of(event_models()[kind]).values():
        if spec.required and spec.name not in values:
            values[spec.name] = _sample(kind, spec)
    return "- {" + ", ".join(f"{name}: {value}" for name, value in values.items()) + "}"


def _sample(kind: str, spec: FieldSpec) -> str:
    if spec.name == "id":
        return "o1"
    if spec.kind == "persoon":
        return _PEOPLE[spec.roles[0]] if spec.roles else "ib" if kind in _BY_IB else "lk"
    return _SAMPLES.get((kind, spec.name)) or {
        "keuze": (*spec.values, "")[0],
        "ja_nee": "ja",
        "datum": "2026-09-07",
        "gebeurtenis": "o1",
    }.get(spec.kind, "…")


_BY_IB = ("consultatie", "groeidocument", "wijkteamcontact", "arrangementaanvraag", "opp", "oordeel", "afschaling")
_SAMPLES = {
    ("afschaling", "naar"): "geen",
    ("oordeel", "regel"): "KNH-1.4",
    ("toets", "waarde"): "45",
    ("toets", "vakgebied"): "rekenen",
}


def write_manual() -> None:
    """Write every page."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in PAGES:
        (FOLDER / f"{name}.md").write_text(page_text(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_manual()
