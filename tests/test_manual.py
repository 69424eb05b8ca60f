"""The reference pages follow from the code; `BO_UPDATE=1 pytest tests/test_manual.py` (or `make manual`) writes them."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from basisondersteuning.findings.catalogue import all_codes
from basisondersteuning.model.facts import fact_kinds
from basisondersteuning.model.kinds import event_models, record_model
from basisondersteuning.model.reflect import fields_of
from basisondersteuning.records.load import load_text

sys.path.insert(0, str(Path(__file__).parents[1]))

from tools.write_manual import FOLDER, PAGES, example, page_text, write_manual


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_in_step_with_the_code(name: str) -> None:
    if os.environ.get("BO_UPDATE"):
        write_manual()
    assert (FOLDER / f"{name}.md").read_text(encoding="utf-8") == page_text(name)


def test_every_code_has_its_heading() -> None:
    page = page_text("bevindingen")
    for code in all_codes().values():
        assert f"\n### {code.code} {code.name}\n" in page


def test_every_field_of_every_event_is_there() -> None:
    page = page_text("gebeurtenissen")
    for kind, model in event_models().items():
        part = page.split(f"\n## {kind}\n")[1].split("\n## ")[0]
        for name, spec in fields_of(model).items():
            if name in ("soort", "datum", "notitie") or (name == "id" and not spec.required):
                continue
            assert f"| `{name}` | {'ja' if spec.required else 'nee'} | {spec.description} |" in part
            if spec.model is not None:
                assert all(f"| `{one}` |" in part for one in fields_of(spec.model))


@pytest.mark.parametrize("kind", ["sop", "kengetallen"])
def test_every_field_of_a_record_with_facts_is_there(kind: str) -> None:
    page = page_text(kind)
    for fact in fact_kinds(kind).values():
        assert f"het feit `{fact.kind}`." in page
        for name, spec in fields_of(fact.model).items():
            if name != "soort":
                assert f"| `{name}` | {'ja' if spec.required else 'nee'} | {spec.description} |" in page, f"{fact.kind}.{name}"
    model = record_model(kind)
    assert model is not None
    for name, spec in fields_of(model).items():
        if spec.model is not None:
            part = page.split(f"\n## {name}\n")[1].split("\n## ")[0]
            assert all(f"| `{one}` |" in part for one in fields_of(spec.model))


def test_the_examples_of_events_are_good() -> None:
    people = [
        ("lk", "groepsleerkracht"), ("ib", "intern_begeleider"), ("moeder", "ouder"), ("ortho", "orthopedagoog")
    ]  # fmt: skip
    lines = [
        "soort: dossier",
        "leerling: {id: L-0101, geboortedatum: 2017-03-14, groep: 5}",
        "school: 99XX00",
        "betrokkenen:",
        *(f"  - {{id: {name}, naam: Iemand, rol: {role}}}" for name, role in people),
        "tijdlijn:",
        *(f"  {example(kind)}" for kind in event_models()),
    ]
    loaded = load_text("voorbeelden.yaml", "\n".join(lines).encode(), today=date(2026, 9, 7))
    assert loaded.findings == []
    assert loaded.record is not None
