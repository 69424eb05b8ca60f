"""The house style: a logo within the page, and a colour that can be read by day and in the dark."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.casework.settings import find_settings
from basisondersteuning.documents.templating.colour import contrast, darker, lighter, readable_on
from basisondersteuning.documents.templating.environment import Templates
from basisondersteuning.documents.templating.house import DARK_PAPER, LARGEST_LOGO, LIGHT_PAPER, House, house_of
from basisondersteuning.findings.finding import Finding


def of(folder: Path, look: str) -> tuple[House, list[Finding]]:
    (folder / "bo.yaml").write_text(f"soort: instellingen\nhuisstijl: {look}\n", encoding="utf-8")
    found = find_settings([str(folder)])
    assert found.findings == ()
    return house_of(found)


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == pytest.approx(1)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # the known grey that just fails


@given(st.integers(0, 0xFFFFFF))
@settings(derandomize=True, deadline=None)
def test_every_colour_becomes_one_that_can_be_read(number: int) -> None:
    colour = f"#{number:06x}"
    assert readable_on(darker(colour, LIGHT_PAPER), LIGHT_PAPER)
    assert readable_on(lighter(colour, DARK_PAPER), DARK_PAPER)
    if readable_on(colour, LIGHT_PAPER):
        assert darker(colour, LIGHT_PAPER) == colour


def test_a_colour_that_is_too_light_is_made_darker_and_said(tmp_path: Path) -> None:
    house, findings = of(tmp_path, "{kleur: '#ffcc00'}")
    assert [one.code for one in findings] == ["BO707"]
    assert findings[0].place.line == 2
    assert "#ffcc00" not in house.stijl.split("dark")[0]


def test_the_grounds_are_those_of_the_stylesheet() -> None:
    style = str(Templates().environment.globals["style"])
    assert f"--paper: {LIGHT_PAPER};" in style
    assert f"--paper: {DARK_PAPER};" in style


def test_the_logo_travels_within_the_page(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    house, findings = of(tmp_path, "{naam: De Voorbeeldschool, logo: logo.svg}")
    assert findings == []
    assert house.logo == "data:image/svg+xml;base64," + base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg'/>").decode()
    assert house.logo_tekst == "De Voorbeeldschool"


@pytest.mark.parametrize("name", ["er-niet.png", "logo.txt", "map.png", "groot.png"])
def test_a_logo_that_cannot_be_used_is_a_finding_and_left_out(tmp_path: Path, name: str) -> None:
    (tmp_path / "logo.txt").write_bytes(b"x")
    (tmp_path / "map.png").mkdir()
    (tmp_path / "groot.png").write_bytes(b"x" * (LARGEST_LOGO + 1))
    house, findings = of(tmp_path, f"{{logo: {name}}}")
    assert [one.code for one in findings] == ["BO706"]
    assert house.logo == ""


def test_a_colour_cannot_carry_anything_else(tmp_path: Path) -> None:
    (tmp_path / "bo.yaml").write_text(
        "soort: instellingen\nhuisstijl: {kleur: 'red; } body { display: none'}\n", encoding="utf-8"
    )
    found = find_settings([str(tmp_path)])
    assert [one.code for one in found.findings] == ["BO215"]
    assert house_of(found)[0].stijl == ""
