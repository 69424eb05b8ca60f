"""`bo waive`: the team departs from a rule, with a reason and an end date."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Bo
from test_log import DOSSIER

NOW = ["--peildatum", "2026-11-24"]
WHY = ["--reden", "Wij wachten op het nieuwe plan.", "--door", "intern begeleider"]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The dossier of one pupil, in a folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bo.yaml").write_text("soort: instellingen\n", encoding="utf-8")
    path = tmp_path / "dossiers" / "N-1.yaml"
    path.parent.mkdir()
    path.write_text(DOSSIER, encoding="utf-8")
    return path


def test_a_waiver_is_shown_with_its_effect_and_written(bo: Bo, file: Path) -> None:
    words = ["waive", "N-1", "knh-1.3", *WHY, "--tot", "31-1", *NOW]
    shown = bo(*words, "--toon")
    assert (shown.code, file.read_text(encoding="utf-8")) == (0, DOSSIER)
    assert "  Hiervan wordt afgeweken\n    KNH-1.3 De ondersteuning in de groep staat in het groepsplan · rekenen\n" in shown.out
    assert bo(*words).code == 2
    done = bo(*words, "--ja")
    assert (done.code, done.err) == (0, "")
    line = "  - {regel: KNH-1.3, reden: Wij wachten op het nieuwe plan., door: ib, datum: 2026-11-24, tot: 2027-01-31}\n"
    assert file.read_text(encoding="utf-8") == DOSSIER + "afwijkingen:\n" + line
    assert "KNH-1.3: deze regel vraagt" not in bo(*words, "--ja").err
    assert "deze regel vraagt nu niets van deze leerling" in bo(*words, "--ja").err
    assert bo("undo", "--ja").code == 0
    assert file.read_text(encoding="utf-8") == DOSSIER


def test_one_event_only_and_another_day(bo: Bo, file: Path) -> None:
    words = ["waive", "N-1", "KNH-1.3", *WHY, "--tot", "over 2 weken", "--datum", "20-11", *NOW, "--ja"]
    assert "[BO302]" in bo(*words, "--betreft", "o9").out
    assert file.read_text(encoding="utf-8") == DOSSIER
    assert bo(*words, "--betreft", "o2").code == 0
    assert "datum: 2026-11-20, tot: 2026-12-04, betreft: o2}" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "REGEL: is nodig."),
        (["KNH-1.33"], "REGEL: deze regel bestaat niet. Bedoelde u KNH-1.3?"),
        (["KNH-3.4"], "REGEL: deze regel geldt niet voor deze leerling. Nu staat open: KNH-1."),
        (["KNH-1.3"], "--reden: is nodig."),
        (["KNH-1.3", *WHY], "--tot: is nodig."),
        (["KNH-1.3", *WHY, "--tot", "23-11-2026"], "--tot: de einddatum ligt voor de dag waarop dit besloten is."),
        (["KNH-1.3", *WHY, "--tot", "ooit"], "--tot: schrijf een dag die bestaat, bijvoorbeeld over 6 weken"),
        (["KNH-1.3", *WHY, "--door", "piet", "--tot", "1-2"], "--door: kies uit ma, lk, ib."),
        (["KNH-1.3", *WHY, "--tot", "1-2", "--betreft", "o 2"], "--betreft: gebruik alleen letters"),
    ],
)
def test_wrong_use(bo: Bo, file: Path, words: list[str], said: str) -> None:
    done = bo("waive", "N-1", *words, *NOW)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert file.read_text(encoding="utf-8") == DOSSIER


def test_a_decision_of_tomorrow_and_a_broken_dossier_are_refused(bo: Bo, file: Path) -> None:
    words = ["waive", "N-1", "KNH-1.3", *WHY, "--tot", "31-1-2028", "--ja", *NOW]
    done = bo(*words, "--datum", "1-1-2028")
    assert (done.code, "fout[BO308]" in done.out) == (1, True)
    file.write_text(DOSSIER.replace("groep: 5", "groep: 9"), encoding="utf-8")
    assert (bo(*words).code, bo("waive", "weg.yaml", "KNH-1.3").code) == (1, 3)


def test_nothing_open_is_nothing_to_waive(bo: Bo, file: Path) -> None:
    file.write_text(DOSSIER[: DOSSIER.index("tijdlijn:")], encoding="utf-8")
    assert "staat nu niets open waarvan u kunt afwijken" in bo("waive", "N-1", *NOW).err
