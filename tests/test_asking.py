"""Questions at the keyboard: what is understood, the plain way, and a terminal with a cursor."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pexpect
import pyte
import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from asking_typed import Typing
from basisondersteuning.cli.asking import Choice, Question, ask, ask_many, confirm
from basisondersteuning.cli.asking.answer import fitting, understood
from basisondersteuning.cli.asking.plain import listed
from basisondersteuning.cli.asking.prompted import asked

AREAS = (
    Choice("rekenen", "rekenen en wiskunde"),
    Choice("technisch_lezen"),
    Choice("taal"),
    Choice("begrijpend_lezen", "lezen wat er staat"),
)
AREA = Question("--vakgebied", "Waar gaat het over?", "Kies het vak.", AREAS)


def _no_x(text: str) -> str | None:
    return "Er mag geen x in." if "x" in text else None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rekenen", "rekenen"),
        (" Technisch lezen ", "technisch_lezen"),
        ("2", "technisch_lezen"),
        ("ta", "taal"),
        ("wiskunde", "rekenen"),
        ("rekenen en wiskunde", "rekenen"),
        ("begr", "begrijpend_lezen"),
        ("lezen", "begrijpend_lezen"),
    ],
)
def test_a_choice_is_known_by_its_value_its_number_or_a_beginning(typed: str, meant: str) -> None:
    assert understood(AREA, typed) == (meant, "")


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("", "een antwoord nodig"),
        ("t", "meer dan één zijn: technisch_lezen, taal"),
        ("9", "niet in de lijst"),
        ("xyz", "Kies uit"),
    ],
)
def test_what_is_no_choice_is_said(typed: str, complaint: str) -> None:
    found = understood(AREA, typed)
    assert not found.value
    assert complaint in found.complaint


def test_a_value_that_is_a_number_goes_before_a_place_in_the_list() -> None:
    groups = Question("--groep", "Groep", choices=tuple(Choice(str(one)) for one in range(9)))
    assert understood(groups, "1").value == "1"
    assert understood(groups, "0").value == "0"


def test_others_may_be_typed_where_the_list_is_open() -> None:
    question = AREA._replace(open=True, check=_no_x)
    assert understood(question, "muziek") == ("muziek", "")
    assert understood(question, "3").value == "taal"
    assert understood(question, "xylofoon").complaint == "Er mag geen x in."


def test_an_answer_that_may_be_left_out() -> None:
    question = Question("--roepnaam", "Roepnaam", required=False)
    assert understood(question, " ") == ("", "")
    assert understood(question._replace(default="Sam"), "") == ("Sam", "")
    assert understood(question._replace(default="Sam"), "-") == ("", "")
    assert understood(question._replace(default="Sam", required=True), "-").value == "-"


def test_several_answers_stand_between_commas() -> None:
    question = AREA._replace(many=True)
    assert understood(question, "1, taal,ta") == ("rekenen, taal", "")
    assert "niet in de lijst" in understood(question, "1, 8").complaint


@given(
    st.lists(st.text("ab c_1", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=5, unique=True), st.text("ab c1?,-")
)
@settings(derandomize=True)
def test_an_answer_is_a_choice_or_a_complaint(values: list[str], typed: str) -> None:
    question = Question("--x", "X", choices=tuple(map(Choice, values)))
    value, complaint = understood(question, typed)
    assert (value in values) != bool(complaint)
    if not complaint and typed.strip():
        assert value in [one.value for _, one in fitting(question, typed)] or not typed.strip()


def test_without_a_terminal_nothing_waits() -> None:
    with pytest.raises(typer.BadParameter) as caught:
        ask(AREA)
    assert caught.value.param_hint == "--vakgebied"
    assert ask(AREA._replace(default="taal")) == "taal"
    assert ask(AREA._replace(required=False)) == ""
    assert ask_many(AREA._replace(default="taal, rekenen")) == ["taal", "rekenen"]
    assert confirm("Goed zo?") and not confirm("Goed zo?", default=False)


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Somebody who types lines."""
    return Typing(monkeypatch)


def test_the_plain_way_lists_explains_and_asks_again(
    typing: Typing, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    typing("?", "muziek", "4")
    assert ask(AREA) == "begrijpend_lezen"
    output = capsys.readouterr()
    assert output.out == ""
    assert "Waar gaat het over?\n  Kies het vak.\n   1  rekenen" in output.err
    assert "Stoppen: Ctrl-C. Er wordt dan niets geschreven." in output.err
    assert "! Dit staat niet in de lijst." in output.err
    assert max(map(len, output.err.splitlines())) <= 60


def test_several_are_asked_until_an_empty_line(typing: Typing) -> None:
    typing("rekenen", "1", "")
    assert ask_many(AREA) == ["rekenen", "technisch_lezen"]  # what was chosen is out of the list
    typing("1, 3")
    assert ask_many(AREA) == ["rekenen", "taal"]
    typing("Eerst dit, dan dat.", "En dan x.", "En dan klaar.", "")
    assert ask_many(Question("--stap", "Stap", check=_no_x)) == ["Eerst dit, dan dat.", "En dan klaar."]


def test_text_of_several_lines_ends_with_an_empty_one(typing: Typing) -> None:
    typing("een", "twee", "", "drie")
    assert ask(Question("--tekst", "Tekst", lines=True)) == "een\ntwee"


def test_yes_and_no(typing: Typing) -> None:
    typing("j", "n", "")
    assert [confirm("Goed?"), confirm("Goed?"), confirm("Goed?", default=False)] == [True, False, False]


def test_the_end_of_the_input_ends_everything(typing: Typing, capsys: pytest.CaptureFixture[str]) -> None:
    typing()
    with pytest.raises(KeyboardInterrupt):
        ask(AREA)
    assert "Er is niets geschreven." in capsys.readouterr().err


@pytest.fixture
def keys() -> Callable[[Question, str], str]:
    """Press keys at a question on a terminal with a cursor."""

    def press(question: Question, text: str) -> str:
        with create_pipe_input() as pipe:
            pipe.send_text(text)
            return asked(question, pipe, DummyOutput())

    return press


DOWN = "\x1b[B"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("taal\r", "taal"),
        ("2\r", "technisch_lezen"),
        ("muziek\r\x15ta\r", "taal"),  # refused; the line is wiped and another is typed
        ("?\rrek\r", "rekenen"),
        ("\r1\r", "rekenen"),
    ],
)
def test_keys_at_a_list(keys: Callable[[Question, str], str], typed: str, answer: str) -> None:
    assert keys(AREA, typed) == answer


def test_keys_at_other_questions(keys: Callable[[Question, str], str]) -> None:
    assert keys(AREA._replace(default="taal"), "\r") == "taal"
    assert keys(Question("--n", "Naam", required=False), "\r") == ""
    assert keys(Question("--n", "Naam", check=_no_x), "ax\r\x7fb\r") == "ab"
    assert keys(Question("--t", "Tekst", lines=True), "een\rtwee\r\r") == "een\ntwee"
    assert keys(Question("--t", "Tekst", lines=True), "een\rtwee\x1b\r") == "een\ntwee"
    assert keys(AREA._replace(many=True), "1, ta\r") == "rekenen, taal"
    assert keys(Question("--n", "Naam"), "\x1b[200~S.\nBakker\n\x1b[201~\r") == "S. Bakker"  # pasted


@pytest.mark.parametrize(("key", "error"), [("\x03", KeyboardInterrupt), ("\x04", EOFError)])
def test_keys_that_end(keys: Callable[[Question, str], str], key: str, error: type[BaseException]) -> None:
    with pytest.raises(error):
        keys(AREA, key)


SCRIPT = """
from basisondersteuning.cli.asking import Choice, Question, ask
area = tuple(Choice(one, f"woorden bij {one}") for one in ("rekenen", "technisch_lezen", "taal", "spelling"))
print("antwoord", ask(Question("--vakgebied", "Waar gaat het over?", "Kies het vak.", area)))
print("antwoord", ask(Question("--naam", "Naam", check=lambda text: "Geen x." if "x" in text else None)))
"""


class Screen:
    """A program on a screen of 60 by 24, with a keyboard."""

    def __init__(self, *arguments: str, **more: str) -> None:
        environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "60", "NO_COLOR": "1", **more}
        environment.pop("BO_EENVOUDIG", None)
        self.program = pexpect.spawn(sys.executable, list(arguments), env=environment, dimensions=(24, 60), timeout=20)
        self.screen = pyte.Screen(60, 24)
        self.screen.write_process_input = lambda data: self.program.send(data)
        self.stream = pyte.ByteStream(self.screen)

    def until(self, text: str) -> str:
        """What is on the screen as soon as `text` is."""
        while text not in (shown := "\n".join(line.rstrip() for line in self.screen.display)):
            self.stream.feed(self.program.read_nonblocking(4096, timeout=20))
        return shown


def test_a_real_terminal_shows_choices_and_complaints_below_the_line() -> None:
    screen = Screen("-c", SCRIPT)
    screen.until("Ctrl-C: stoppen")
    shown = screen.until("woorden bij spelling")
    assert "Waar gaat het over?" in shown and "Kies het vak." in shown
    screen.program.send("xyz")
    screen.until("! Dit staat niet in de lijst.")
    screen.program.send("\x15")  # what was typed is wiped: the list is there again
    screen.until("woorden bij spelling")
    screen.program.send(DOWN + DOWN)
    screen.until("> technisch_lezen")
    screen.program.send("\r")
    screen.until("antwoord technisch_lezen")
    screen.program.send("\r")
    lines = screen.until("! Hier is een antwoord nodig.").splitlines()
    complaint = next(at for at, line in enumerate(lines) if "! Hier is" in line)
    assert lines[complaint - 1] == "Naam:"  # right below it, not at the bottom of the window
    screen.program.send("?\r")
    screen.until("Er wordt dan niets geschreven.")
    screen.program.send("ax")
    screen.until("! Geen x.")
    screen.program.send("\x7fb\r")
    screen.until("antwoord ab")


def test_ctrl_c_on_a_real_terminal_says_that_nothing_was_written() -> None:
    screen = Screen("-c", SCRIPT)
    screen.until("Waar gaat het over?")
    screen.program.send("\x03")
    screen.until("Er is niets geschreven.")


def test_a_terminal_that_says_it_is_dumb_is_asked_line_by_line() -> None:
    screen = Screen("-c", SCRIPT, TERM="dumb")
    screen.until("4  spelling")
    screen.program.send("3\r")
    screen.until("antwoord taal")


def test_nothing_is_imported_before_somebody_is_asked() -> None:
    script = "import sys; from basisondersteuning.cli.asking import ask; print('prompt_toolkit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_words_of_choices_stand_in_their_own_column() -> None:
    long = Question("--x", "X", choices=(Choice("kort", "woorden " * 12), Choice("een_langere_waarde_dan_die", "uitleg " * 12)))
    wide, narrow = list(listed(long, 80)), list(listed(long, 60))
    assert wide[1].startswith(" " * 34 + "woorden") and narrow[1].startswith(" " * 6 + "woorden")
    assert max(map(len, wide)) <= 80 and max(map(len, narrow)) <= 60
