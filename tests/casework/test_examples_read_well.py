"""Laws that hold for every example: what machine formats may show, what a trace must say, what fits a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from basisondersteuning.casework.assess import Assessment, Assessor, Setup
from basisondersteuning.casework.rows import Narrow, Row, row_of
from basisondersteuning.casework.trace_text import TraceTree
from basisondersteuning.casework.verdict_data import verdict_data
from basisondersteuning.casework.verdict_short import verdict_short
from basisondersteuning.casework.verdict_text import VerdictText
from basisondersteuning.model.dossier import Dossier
from basisondersteuning.norms.trace import trace

ROOT = Path(__file__).parents[2]
DOSSIERS = sorted((ROOT / "examples" / "dossiers").glob("*.yaml"))
DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def assessor() -> Assessor:
    return Assessor(Setup(DAY, DAY, swv=str(ROOT / "examples" / "samenwerkingsverband.yaml")))


@pytest.fixture(params=DOSSIERS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    return request.param  # type: ignore[no-any-return]


def free_text(node: Any) -> Iterator[str]:
    """Every text in a record that a person wrote in own words, and every name."""
    if isinstance(node, BaseModel):
        for name, value in node.__dict__.items():
            if name not in ("soort", "id", "school", "regel"):
                yield from free_text(value)
    elif isinstance(node, list):
        for one in node:
            yield from free_text(one)
    elif isinstance(node, str) and len(node) > 2 and (" " in node or node[:1].isupper()):
        yield node


def test_there_are_at_least_fourteen() -> None:
    assert len(DOSSIERS) >= 14


def test_machine_formats_hold_no_name_and_no_text_from_the_record(assessor: Assessor, path: Path) -> None:
    assessment = assessor.assess(str(path))
    assert isinstance(assessment.loaded.record, Dossier)
    data = verdict_data(assessment, Narrow())
    data.pop("bestand")
    written = json.dumps(data, ensure_ascii=False)
    assert [text for text in free_text(assessment.loaded.record) if text in written] == []


def test_short_lines_hold_no_name(assessor: Assessor, path: Path) -> None:
    assessment = assessor.assess(str(path))
    assert isinstance(assessment.loaded.record, Dossier)
    lines = [line.replace(str(path), "") for line in verdict_short(assessment, Narrow())]
    names = [assessment.loaded.record.leerling.roepnaam, *(one.naam for one in assessment.loaded.record.betrokkenen)]
    assert [line for line in lines for name in names if name and name in line] == []


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_text_fits_its_width(assessor: Assessor, path: Path, width: int) -> None:
    lines = "\n".join(VerdictText(assessor.assess(str(path)), width=width).lines()).split("\n")
    assert [line for line in lines if len(line) > width and str(path) not in line] == []


def test_every_task_names_its_source_and_every_line_exists(assessor: Assessor, path: Path) -> None:
    assessment = assessor.assess(str(path))
    last = len(path.read_text(encoding="utf-8").splitlines())
    text = "\n".join(VerdictText(assessment).lines())
    for task in assessment.tasks:
        assert 0 < task.line <= last
        assert task.card.code in text
        assert task.card.action.split()[0] in text


def test_a_trace_tells_the_story_of_the_verdict(assessor: Assessor, path: Path) -> None:
    assessment, evaluation = assessor.assess_with_evaluation(str(path))
    assert assessment.verdict is not None and evaluation is not None
    drawer = TraceTree(assessment.loaded, assessment.verdict)
    prospective = [one for strand in assessment.verdict.strands for one in strand.conditions]
    for one in [*assessment.verdict.all_activations, *prospective]:
        told = trace(one, evaluation)
        assert told.requirement.status is one.outcome.status
        for looked in told.requirement.looked:
            assert all(assessment.loaded.line(reading.path) > 0 for reading in looked.readings)
        proof = {id(entry) for entry in one.outcome.evidence}
        assert proof <= {
            id(looked.entry) for node in _nodes(told.requirement) for looked in node.looked if looked.answer != "nee"
        } or (one.outcome.status.failed)
        assert drawer.tree(told).label


def _nodes(node: Any) -> Iterator[Any]:
    yield node
    for part in node.parts:
        yield from _nodes(part)


def test_same_input_same_verdict(assessor: Assessor, path: Path) -> None:
    first, second = (json.dumps(verdict_data(assessor.assess(str(path)), Narrow())) for _ in range(2))
    assert first == second


def test_rows_are_narrowed_by_role_niveau_and_day(assessor: Assessor) -> None:
    found: list[Assessment] = [assessor.assess(str(one)) for one in DOSSIERS]

    def rows(narrow: Narrow) -> list[Row]:
        return [made[1] for one in found if (made := row_of(one, narrow)) is not None]

    assert len(rows(Narrow())) == len(DOSSIERS)
    teachers = rows(Narrow(role="groepsleerkracht"))
    assert teachers
    assert all(row.next is not None and row.next.role == "groepsleerkracht" for row in teachers)
    asked = [task for one in found for task in one.tasks if task.card.role == "groepsleerkracht"]
    assert sum(row.number for row in teachers) == len(asked)
    assert {row.level for row in rows(Narrow(level="3"))} == {"3"}
    soon = rows(Narrow(until=DAY))
    kept = [task for one in found for task in one.tasks if task.status.failed or (task.due and task.due <= DAY)]
    assert sum(row.number for row in soon) == len(kept)
    assert len(soon) < len(DOSSIERS)
