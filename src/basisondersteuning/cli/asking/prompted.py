"""Ask on a terminal that can move its cursor: choices appear and shrink while a person types, a check speaks below the line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Always, Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.output import ColorDepth, Output, create_output
from prompt_toolkit.styles import Style

from ...findings.paint import folded
from .answer import BACK, HELP, fitting, understood
from .plain import columns, explained
from .question import Question

_ROWS = 9
"""Rows kept free for choices; a longer list scrolls."""

_KEPT = "\u00a0"
"""A space at which a line is not folded."""

_STYLE = Style.from_dict(
    {
        "question": "bold",
        "complaint": "bold ansired",
        "bottom-toolbar": "noreverse",
        "completion-menu": "noreverse bg:default fg:default",
        "completion-menu.completion": "noreverse bg:default fg:default",
        "completion-menu.completion.current": "reverse bg:default fg:default",
        "completion-menu.meta.completion": "noreverse bg:default fg:default",
        "completion-menu.meta.completion.current": "reverse bg:default fg:default",
    }
)


class NoScreen(Exception):
    """This terminal cannot be used so; ask line by line."""


def asked(question: Question, input: Input | None = None, output: Output | None = None) -> str:
    """The answer. EOFError for Ctrl-D, KeyboardInterrupt for Ctrl-C, NoScreen where this terminal cannot."""
    try:
        keys = input or create_input(sys.stdin)
        screen = output or create_output(stdout=sys.stderr)
    except Exception:  # a console that is none, as under some shells of Windows: each system has an error of its own
        raise NoScreen from None
    state = _State(question)
    session: PromptSession[str] = PromptSession(
        message=state.message,
        multiline=question.lines,
        completer=_Choices(question) if question.choices else None,
        complete_while_typing=bool(question.choices),
        reserve_space_for_menu=min(len(question.choices) + 1, _ROWS),
        bottom_toolbar=state.below,
        key_bindings=state.keys(),
        style=_STYLE,
        color_depth=ColorDepth.DEPTH_1_BIT if os.environ.get("NO_COLOR") else None,
        input=keys,
        output=screen,
    )
    _keep_together(session)
    return session.prompt(pre_run=_show_choices if question.choices else None, handle_sigint=True)


def _keep_together(session: PromptSession[str]) -> None:
    """What stands below the line stands right below it, also in a window with a lot of empty room under that."""
    for window in session.layout.find_all_windows():
        if isinstance(window.content, BufferControl) and window.content.buffer is session.default_buffer:
            window.dont_extend_height = Always()


def _no_list() -> bool:
    return get_app().current_buffer.complete_state is None


_WIPING: dict[str, Callable[[Buffer], object]] = {
    "backspace": lambda buffer: buffer.delete_before_cursor(1),
    "delete": lambda buffer: buffer.delete(1),
    "c-u": lambda buffer: buffer.delete_before_cursor(len(buffer.document.current_line_before_cursor)),
    "c-w": lambda buffer: buffer.delete_before_cursor(-(buffer.document.find_start_of_previous_word(WORD=True) or 0)),
}


def _show_choices() -> None:
    """The choices are there before anything is typed."""
    get_app().current_buffer.start_completion()


class _Choices(Completer):
    """The choices that can still be meant."""

    def __init__(self, question: Question) -> None:
        self.question = question

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:  # noqa: ARG002
        """Those that fit what is typed behind the last comma, for a question that takes several answers."""
        typed = document.text_before_cursor
        if self.question.many:
            typed = typed.rpartition(",")[2].lstrip()
        for number, one in fitting(self.question, typed):
            yield Completion(one.value, -len(typed), display=f"{number:>2} {one.value}", display_meta=one.words)


class _Told(NamedTuple):
    """What was said about the text that was there."""

    text: str
    lines: tuple[str, ...]


class _State:
    """One question while it is asked."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.told: _Told | None = None

    def message(self) -> StyleAndTextTuples:
        """The question, and behind it the answer that Enter gives; on a line of its own when that is long."""
        question = self.question
        default = f" [{question.default}]" if question.default else ""
        lines = folded(f"{question.words}{default}", columns(), "")
        line = "\n".join(lines)
        own = question.lines or bool(question.choices) or len(lines) > 1 or len(line) > columns() // 2
        return [("class:question", line), ("", "\n> " if own else (" " if line.endswith("?") else ": "))]

    def below(self) -> StyleAndTextTuples:
        """What stands below the line."""
        text = get_app().current_buffer.text
        if self.told is not None and self.told.text == text:
            return [("", "\n".join(self.told.lines))]
        if not text.strip():
            return [("", "\n".join(self._ways()))]
        found = understood(self.question, text)
        if found.complaint:
            return [("", "\n".join(folded(found.complaint, columns(), "  ", "! ")))]
        echo = self.question.echo(found.value) if self.question.echo is not None else ""
        shown = echo or (found.value if found.value != text.strip() else "")
        return [("", "\n".join(folded(f"= {shown}", columns(), "  ")) if shown else self._closing())]

    def _ways(self) -> Iterator[str]:
        """The explanation, and which keys do what."""
        question = self.question
        if question.help:
            yield from folded(question.help, columns(), "  ", "  ")
        keys = [f"Enter: {question.default}"] if question.default else []
        keys += ["Enter: overslaan"] if not question.required and not question.default else []
        keys += ["-: leeg laten"] if not question.required and question.default else []
        keys += ["pijltjes: kiezen"] if question.choices else []
        keys += [f"{BACK}: vorige"] if question.back else []
        keys += [self._closing()] if question.lines else []
        told = " · ".join(one.replace(" ", _KEPT) for one in [*keys, "?: uitleg", "Ctrl-C: stoppen"])
        yield from (one.replace(_KEPT, " ") for one in folded(told, columns(), "  ", "  "))

    def _closing(self) -> str:
        return "Klaar? Een lege regel, of Esc en dan Enter." if self.question.lines else ""

    def keys(self) -> KeyBindings:
        """What Enter does: answer, or say why that is no answer."""
        bindings = KeyBindings()

        @bindings.add("enter")
        def _(event: KeyPressEvent) -> None:
            buffer = event.current_buffer
            if self.question.lines and buffer.text.strip() not in ("", HELP) and buffer.document.current_line.strip():
                buffer.newline()
                return
            self._finish(event)

        @bindings.add("down", filter=Condition(lambda: bool(self.question.choices) and _no_list()))
        @bindings.add("up", filter=Condition(lambda: bool(self.question.choices) and _no_list()))
        def _(event: KeyPressEvent) -> None:
            event.current_buffer.start_completion(select_first=True)

        @bindings.add("escape", "enter")
        def _(event: KeyPressEvent) -> None:
            self._finish(event)

        for key, deletes in _WIPING.items():

            @bindings.add(key)
            def _(event: KeyPressEvent, deletes: Callable[[Buffer], object] = deletes) -> None:
                """Taking away text makes the list longer again."""
                deletes(event.current_buffer)
                self._list_again(event.current_buffer)

        return bindings

    def _list_again(self, buffer: Buffer) -> None:
        if self.question.choices:
            buffer.start_completion()

    def _finish(self, event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.text.strip() == HELP:
            buffer.reset()
            self._list_again(buffer)
            listed = self.question if len(self.question.choices) <= _ROWS else self.question._replace(choices=())
            self.told = _Told("", tuple(explained(listed, columns())))
            return
        found = understood(self.question, buffer.text)
        if found.complaint:
            self.told = _Told(buffer.text, tuple(folded(found.complaint, columns(), "  ", "! ")))
            event.app.output.bell()
            return
        buffer.cancel_completion()
        buffer.set_document(Document(found.value), bypass_readonly=True)
        event.app.exit(result=found.value)
