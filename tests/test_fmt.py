"""`bo fmt`: days in one form, the timeline in order, nothing lost; and a file that is not sound stays as it is."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bad_files import FILES, GOOD, HEAD, PEOPLE
from basisondersteuning.casework.assess import Assessor, Setup
from basisondersteuning.findings.finding import Finding
from basisondersteuning.records.editing import Order, edited
from basisondersteuning.records.load import load_text
from basisondersteuning.records.ordering import DateForm, ordered
from running import Bo

TODAY = date(2026, 11, 24)
EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("**/*.yaml"))
DOSSIERS = [path for path in EXAMPLES if path.parent.name == "dossiers"]

MESSY = (
    HEAD.replace("2016-03-14", "14-3-2016")
    + PEOPLE
    + """tijdlijn:  # van boven naar beneden
  # over oktober
  # (twee regels)
  - datum: 9-10-2024   # dinsdag
    soort: observatie
    door: lk
    ondersteuning_gewenst: ja

  # over september
  - {datum: "2024-09-09", soort: observatie, door: lk, ondersteuning_gewenst: nee}
  - {datum: 9-9-2024, soort: observatie, door: lk, ondersteuning_gewenst: ja}
# einde
"""
)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    found = tmp_path / "L-0101.yaml"
    found.write_bytes(MESSY.encode())
    return found


def _ordered(text: str, form: DateForm = DateForm.ISO) -> str:
    done = ordered(text.encode(), form, today=TODAY)
    assert isinstance(done, bytes), done
    return done.decode()


def test_events_go_by_day_with_their_comments_and_keep_their_order_within_a_day() -> None:
    text = _ordered(MESSY)
    assert "geboortedatum: 2016-03-14" in text
    first, second, third = (text.index(one) for one in ("over september", "gewenst: nee", "over oktober"))
    assert first < second < third
    assert text.index("gewenst: nee") < text.index("gewenst: ja")
    assert '{datum: "2024-09-09",' in text and "{datum: 2024-09-09," in text
    assert "  # over oktober\n  # (twee regels)\n  - datum: 2024-10-09   # dinsdag\n" in text
    assert "tijdlijn:  # van boven naar beneden\n" in text and "# einde" in text


def test_the_dutch_form() -> None:
    text = _ordered(MESSY, DateForm.NL)
    assert "geboortedatum: 14-3-2016" in text and '{datum: "9-9-2024",' in text and "datum: 9-10-2024   # dinsdag" in text


def test_a_file_in_order_keeps_every_byte() -> None:
    for text in (GOOD, GOOD.replace("\n", "\r\n"), "\ufeff" + GOOD, GOOD.rstrip("\n")):
        assert _ordered(text) == text


@pytest.mark.parametrize("form", DateForm)
def test_examples_say_the_same_and_lose_no_comment(form: DateForm) -> None:
    for example in EXAMPLES:
        text = example.read_text("utf-8")
        hold_the_laws(text, form)


def hold_the_laws(text: str, form: DateForm) -> str:
    """Put a sound record in order, and hold that to what always holds."""
    done = _ordered(text, form)
    assert _ordered(done, form) == done
    before, after = load_text("", text.encode(), today=TODAY), load_text("", done.encode(), today=TODAY)
    assert Counter(_comments(text)) == Counter(_comments(done))
    first, second = before.record.model_dump(), after.record.model_dump()  # type: ignore[union-attr]
    if "tijdlijn" in first:
        assert [one["datum"] for one in second["tijdlijn"]] == sorted(one["datum"] for one in first["tijdlijn"])
        first["tijdlijn"].sort(key=lambda one: one["datum"])
    assert first == second
    return done


def _comments(text: str) -> list[str]:
    return [line[line.index("#") :].strip() for line in text.splitlines() if line.strip().startswith("#") or " # " in line]


def test_the_verdict_is_the_same(tmp_path: Path) -> None:
    swv = str(EXAMPLES[0].parent / "samenwerkingsverband.yaml")
    assessor = Assessor(Setup(TODAY, TODAY, None, swv, True))
    for example in DOSSIERS:
        text = example.read_text("utf-8")
        events = len(load_text("", text.encode(), today=TODAY).document.root["tijdlijn"])  # type: ignore[union-attr]
        turned = edited(text.encode(), [Order(("tijdlijn",), tuple(reversed(range(events))))])
        assert isinstance(turned, bytes)
        here = tmp_path / example.name
        for one in (text, turned.decode()):
            made = ordered(one.encode(), DateForm.NL, today=TODAY)
            assert isinstance(made, bytes)
            here.write_bytes(one.encode())
            before = assessor.assess(str(here)).verdict
            here.write_bytes(made)
            after = assessor.assess(str(here)).verdict
            assert before is not None and after is not None
            assert _told(before) == _told(after), example.name


def _told(verdict: object) -> Counter[tuple[str, str, object]]:
    found = verdict.all_activations  # type: ignore[attr-defined]
    return Counter((one.rule.code, str(one.status), one.due_day) for one in found)


events = st.lists(
    st.tuples(
        st.integers(1, 28), st.integers(1, 12), st.booleans(), st.booleans(), st.sampled_from(["", "  # er bij", "# ver", "\n"])
    ),
    max_size=8,
)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(events, st.sampled_from(["\n", "\r\n"]), st.sampled_from(list(DateForm)), st.booleans())
def test_laws_for_any_timeline(made: list[tuple[int, int, bool, bool, str]], line_end: str, form: DateForm, last: bool) -> None:
    text = HEAD + PEOPLE + "tijdlijn:\n"
    for number, (day, month, dutch, flow, above) in enumerate(made):
        when = f"{day}-{month}-2024" if dutch else f"2024-{month:02}-{day:02}"
        text += f"{above} {number}\n" if "#" in above else above
        if flow:
            text += f"  - {{datum: {when}, soort: observatie, door: lk, ondersteuning_gewenst: ja, notitie: nr {number}}}\n"
        else:
            text += f"  - soort: observatie\n    datum: {when}  # dag {number}\n    door: lk\n    ondersteuning_gewenst: ja\n"
    text = text.replace("\n", line_end)
    hold_the_laws(text if last else text.rstrip("\r\n"), form)


def test_a_file_with_mistakes_stays_as_it_is() -> None:
    for data, codes in FILES.values():
        if codes and len(data) < 50_000:
            done = ordered(data, DateForm.ISO, today=TODAY)
            assert isinstance(done, Finding) or done == data


def test_it_shows_and_does_not_write_without_somebody_to_ask(path: Path, bo: Bo) -> None:
    done = bo("fmt", "L-0101.yaml")
    assert done.code == 1
    assert path.read_text("utf-8") == MESSY
    assert "+   - datum: 2024-10-09   # dinsdag" in done.out and "--ja" in done.err


def test_with_ja_it_writes(path: Path, bo: Bo) -> None:
    assert bo("fmt", ".", "--ja").code == 0
    assert path.read_text("utf-8") == _ordered(MESSY)
    done = bo("fmt", ".", "--ja")
    assert done == (0, "1 bestand staat al netjes.\n", "")


@pytest.mark.parametrize(("option", "shows"), [("--controle", False), ("--toon", True)])
def test_only_saying_writes_nothing(path: Path, bo: Bo, option: str, shows: bool) -> None:
    done = bo("fmt", ".", option, "--ja")
    assert done.code == 1 and done.err == ""
    assert "1 bestand staat niet netjes, 0 al wel." in done.out
    assert ("datum: 2024-10-09" in done.out) is shows
    assert path.read_text("utf-8") == MESSY
    bo("fmt", ".", "--ja")
    assert bo("fmt", ".", option).code == 0


def test_of_many_files_the_first_are_shown_and_the_rest_is_counted(path: Path, bo: Bo) -> None:
    for number in range(11):
        path.with_name(f"L-02{number:02}.yaml").write_text(MESSY.replace("L-0101", f"L-02{number:02}"), "utf-8")
    done = bo("fmt", ".")
    assert done.out.count("+ leerling:") == 8 and "… en nog 4 bestanden; `bo fmt --toon`" in done.out
    assert bo("fmt", ".", "--toon").out.count("+ leerling:") == 12


def test_the_form_can_be_chosen(path: Path, bo: Bo) -> None:
    assert bo("fmt", ".", "--datums", "nl", "--ja").code == 0
    assert "14-3-2016" in path.read_text("utf-8")
    assert bo("fmt", ".", "--datums", "us").code == 2


def test_a_file_with_mistakes_is_named_and_stops_nothing(path: Path, bo: Bo) -> None:
    other = path.parent / "L-0100.yaml"
    other.write_text(MESSY.replace("ondersteuning_gewenst: nee", "ondersteuning_gewenst: soms"), "utf-8")
    path.with_name("ander.yaml").write_text("kleur: rood\n", "utf-8")
    text = other.read_text("utf-8")
    done = bo("fmt", ".", "--ja")
    assert done.code == 1 and "BO931" in done.err and "L-0100.yaml" in done.err
    assert other.read_text("utf-8") == text
    assert path.read_text("utf-8") == _ordered(MESSY)


def test_nothing_there_and_standard_input(path: Path, bo: Bo) -> None:
    path.unlink()
    assert bo("fmt", ".").code == 3
    assert bo("fmt", "-").code == 2
    assert bo("fmt", "weg.yaml").code == 1
