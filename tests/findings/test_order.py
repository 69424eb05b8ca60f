"""The order of a list of findings."""

from __future__ import annotations

from basisondersteuning.findings.finding import Finding, Norm, Place, Severity


def test_rules_at_one_place_go_by_number() -> None:
    norm = Norm("norm", "bron", "directeur", "geschonden")
    codes = ["KNH-S.12", "KNH-S.2", "KNH-K.10", "KNH-S.1"]
    found = [Finding(code, Severity.FOUT, Place("a.yaml", 1, 1), "", "", norm=norm) for code in codes]
    assert [one.code for one in sorted(found, key=lambda one: one.sort_key)] == ["KNH-K.10", "KNH-S.1", "KNH-S.2", "KNH-S.12"]
