"""`bo explain`: rules of any frame there is, and the arithmetic of a term with where its length comes from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from running import Bo

EXAMPLES = Path(__file__).parents[2] / "examples"
DOSSIER = """\
soort: dossier
leerling: {id: L-1, geboortedatum: 2017-02-11, groep: 5}
school: 99XX00
betrokkenen: [{id: ib, naam: T. de Wit, rol: intern_begeleider}]
tijdlijn:
  - {datum: 2025-10-01, soort: besluit, over: arrangement, uitkomst: toegekend, door: SWV}
  - {datum: 2025-11-10, soort: opp, actie: opgesteld, door: ib}
"""


@pytest.fixture
def bo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Bo:
    shutil.copytree(EXAMPLES, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return Bo(monkeypatch, capsys)


@pytest.mark.parametrize(
    ("code", "frame"),
    [
        ("KNH-1.4", "kop-van-noord-holland-2014"),
        ("lnd-6.1", "landelijk-2025"),
        ("NDK-1.1", "noorderkoog-2026"),
        ("KNH-S.15", "kop-van-noord-holland-2014"),
        ("knh-k.7", "kop-van-noord-holland-2014"),
        ("LND-S.1", "landelijk-2025"),
    ],
)
def test_a_rule_of_any_frame(bo: Bo, code: str, frame: str) -> None:
    done = bo("explain", code)
    assert done.code == 0
    assert done.out.startswith(code.upper())
    assert f"kader       {frame}, " in done.out


def test_a_code_that_is_nowhere_is_compared_with_all(bo: Bo) -> None:
    assert "Bedoelde u LND-7.3?" in bo("explain", "LND-7.33").err


def test_a_combination_leaves_the_provenance_to_its_parts(bo: Bo) -> None:
    Path("d.yaml").write_text(DOSSIER, encoding="utf-8")
    out = bo("explain", "d.yaml", "--regel", "LND-5.1", "--kader", "landelijk", "--peildatum", "2025-12-01").out
    terms = [line.split("termijn: ")[1].rstrip() for line in out.splitlines() if "termijn: " in line]
    assert terms == ["6 weken na 1-10-2025 is 12-11-2025", "6 weken na 1-10-2025 is 12-11-2025 (wet)"]
