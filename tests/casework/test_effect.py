"""What an addition does: the difference of two verdicts, also where the event came in between."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from basisondersteuning.casework.assess import Assessor, Setup
from basisondersteuning.casework.effect import Effect, effect
from basisondersteuning.casework.effect_text import effect_lines
from basisondersteuning.casework.logging.addition import Addition, with_event
from basisondersteuning.findings.paint import no_paint
from basisondersteuning.norms.verdict import Activation
from basisondersteuning.records.load import load
from basisondersteuning.records.tree import Tree

DAY = date(2026, 11, 24)
DOSSIER = """\
soort: dossier
leerling: {id: N-1, geboortedatum: 2017-02-11, groep: 5}
school: 99XX00
betrokkenen:
  - {id: ma, naam: S. Voorbeeld, rol: ouder}
  - {id: lk, naam: M. Visser, rol: groepsleerkracht}
tijdlijn:
  - {datum: 2026-09-07, soort: observatie, door: lk, vakgebied: rekenen, ondersteuning_gewenst: ja}
  - {datum: 2026-09-14, soort: ondersteuning, id: o2, vakgebied: rekenen, doel: Delen, aanpak: Groepje, door: lk}
"""


@pytest.fixture(scope="module")
def assessor() -> Assessor:
    return Assessor(Setup(DAY, DAY))


def added(folder: Path, event: dict[str, Tree], assessor: Assessor, text: str = DOSSIER) -> Addition:
    path = folder / "N-1.yaml"
    path.write_text(text, encoding="utf-8")
    return with_event(load(str(path), today=DAY), event, (), assessor)


TALK: dict[str, Tree] = {"datum": "2026-09-09", "soort": "oudercontact", "met": "ma", "over": "zorg"}
SUPPORT: dict[str, Tree] = {
    "datum": "2026-09-10", "soort": "ondersteuning", "id": "s1", "vakgebied": "spelling", "doel": "x", "aanpak": "y", "door": "lk"
}  # fmt: skip


def codes(found: tuple[Activation, ...]) -> list[str]:
    return [one.rule.code for one in found]


def test_an_event_in_between_is_no_news_of_those_behind_it(tmp_path: Path, assessor: Assessor) -> None:
    done = added(tmp_path, TALK, assessor)
    assert done.at == 1
    assert done.before is not None and done.after is not None
    assert done.before.verdict is not None and done.after.verdict is not None
    found = done.effect
    assert found is not None
    assert (set(codes(found.met)), found.lapsed, found.born, found.waived) == ({"KNH-1.4"}, (), (), ())
    unaware = effect(done.before.verdict, done.after.verdict)
    assert unaware.lapsed and unaware.born  # that is what it looks like when places are not counted on


def test_a_new_strand_begins_at_nothing(tmp_path: Path, assessor: Assessor) -> None:
    found = added(tmp_path, SUPPORT, assessor).effect
    assert found is not None
    assert [(one.strand, one.before.given) for one in found.levels if one.strand == "spelling"] == [("spelling", "geen")]
    assert "KNH-1.3" in codes(found.born)
    failed = [one.status.failed for one in found.born]
    assert failed == sorted(failed, reverse=True)  # what is too late comes first


def test_where_a_timeline_has_no_order_the_event_comes_at_its_end(tmp_path: Path, assessor: Assessor) -> None:
    *lines, first, second = DOSSIER.splitlines()
    turned = "\n".join([*lines, second, first, ""])
    done = added(tmp_path, TALK, assessor, turned)
    assert (done.at, done.new is not None and done.new.decode().splitlines()[-1][:22]) == (None, "  - {datum: 2026-09-09")


def told(found: Effect | None) -> list[str]:
    assert found is not None
    return list(effect_lines(found, DAY, no_paint, 60))


def test_it_reads_well_in_sixty_columns(tmp_path: Path, assessor: Assessor) -> None:
    lines = told(added(tmp_path, SUPPORT, assessor).effect)
    assert all(len(line) <= 60 for line in lines)
    assert "  Hieruit volgt" in lines and any(line.startswith("    te laat: uiterste datum was ") for line in lines)
    assert "  Hiermee is gedaan" in told(added(tmp_path, TALK, assessor).effect)
