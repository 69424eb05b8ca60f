"""What is kept of a finding holds no word of the record, and with its file it is the same finding again."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bad_files import FILES
from basisondersteuning.findings.finding import Finding, Norm, Place, Related, Severity
from basisondersteuning.findings.gallery import FOLDER
from basisondersteuning.findings.packed import TO_READ, pack_findings, unpack_findings
from basisondersteuning.records.excerpts import with_text
from basisondersteuning.records.load import load

CASES = {f"gallery {one.parent.name}": one.read_bytes() for one in sorted(FOLDER.glob("*/fout.yaml"))}
ALL = CASES | {name: data for name, (data, _) in FILES.items()}


@pytest.mark.parametrize("name", ALL)
def test_packed_and_read_again_it_is_the_same(name: str, tmp_path: Path) -> None:
    path = tmp_path / "L-0101.yaml"
    path.write_bytes(ALL[name])
    loaded = load(str(path), today=date(2026, 11, 24), named=False)
    packed = json.dumps(pack_findings(loaded.findings, str(path)))
    assert str(tmp_path) not in packed
    found = unpack_findings(json.loads(packed), str(path))
    assert all(one.place.text in (None, TO_READ) for one in found)
    if loaded.source is not None:
        assert with_text(found) == loaded.findings
    moved = unpack_findings(json.loads(packed), "elders.yaml")
    assert {one.place.file for one in moved} <= {"elders.yaml"}
    assert all(one.place.text is None for one in with_text(moved))


def test_everything_a_finding_holds_comes_back_but_the_text() -> None:
    norm = Norm("titel", "bron", "directeur", "open", date(2026, 12, 1))
    related = (Related(Place("b.yaml", 3, 1), "daar"), Related(Place("a.yaml", 2, 2, 4, "naam: Noor"), "hier"))
    one = Finding("X-1", Severity.ADVIES, Place("a.yaml", 9, 8, 7, "naam: Noor", 6), "wat", "doe", related, "L-1", "woord", norm)
    packed = json.dumps(pack_findings([one], "a.yaml"))
    assert "Noor" not in packed and "a.yaml" not in packed
    (again,) = unpack_findings(json.loads(packed), "c.yaml")
    assert (again.code, again.severity, again.message, again.remedy) == ("X-1", Severity.ADVIES, "wat", "doe")
    assert again.norm == norm and again.subject == "L-1" and again.suggestion == "woord"
    assert again.place == Place("c.yaml", 9, 8, 7, TO_READ, 6)
    assert again.related[0] == related[0] and again.related[1].place == Place("c.yaml", 2, 2, 4, TO_READ)
    assert with_text([one]) == [one]
