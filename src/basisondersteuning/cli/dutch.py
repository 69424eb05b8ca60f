"""Typer in Dutch: help pages and usage errors."""

from __future__ import annotations

import inspect
from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup

from ..findings.paint import folded
from .layout import help_width, paragraph, rows


class DutchCommand(TyperCommand):
    """A command whose help is Dutch, plain and narrow."""

    def get_help(self, ctx: Any) -> str:
        """The help page of this command."""
        columns = help_width()
        arguments = [one for one in self.params if isinstance(one, TyperArgument)]
        options = [one for one in self.params if not isinstance(one, TyperArgument) and not getattr(one, "hidden", False)]
        usage = f"Gebruik: {ctx.command_path} [OPTIES] {' '.join(map(_metavar, arguments))}".rstrip()
        lines = [*folded(usage, columns, "    ", ""), ""]
        for part in inspect.cleandoc(self.help or "").split("\n\n"):
            example = part.startswith("    ") or "\n    " in part
            # a command stays on its line, since it is there to be copied
            lines += [part, ""] if example else [*paragraph(part, columns), ""]
        if arguments:
            lines += ["Argumenten:", *rows([(_metavar(one), _help(one)) for one in arguments], columns), ""]
        listed = [*((_option_words(one), _help(one)) for one in options), ("--help", "Deze hulp.")]
        return "\n".join([*lines, "Opties:", *rows(listed, columns)])


class DutchGroup(TyperGroup):
    """A group of commands whose help is Dutch, with the first example of each command."""

    def get_help(self, ctx: Any) -> str:
        """The help page of this group."""
        columns = help_width()
        commands = [(name, one) for name in self.list_commands(ctx) if (one := self.get_command(ctx, name))]
        lines = [f"Gebruik: {ctx.command_path} OPDRACHT [OPTIES]", ""]
        if self.help:
            lines += [*paragraph(self.help, columns), ""]
        lines += ["Opdrachten:", *rows(((name, (one.help or "").split("\n")[0]) for name, one in commands), columns)]
        examples = [first[0] for _, one in commands if (first := examples_in(one.help or ""))]
        if examples:
            lines += ["", "Voorbeelden:", "", *(f"    {one}" for one in examples)]
        return "\n".join(
            [*lines, "", "Opties:", *rows([("--help", "Deze hulp; na een opdracht de hulp bij die opdracht.")], columns)]
        )


def examples_in(text: str) -> list[str]:
    """The command lines under `Voorbeelden:` in the help of a command."""
    _, found, after = inspect.cleandoc(text).partition("Voorbeelden:\n\n")
    return [line.strip() for line in after.split("\n\n")[0].split("\n")] if found else []


def _metavar(parameter: Any) -> str:
    name = (parameter.metavar or parameter.name or "").upper()
    name = name if parameter.nargs != -1 else f"{name}..."
    return name if parameter.required else f"[{name}]"


def _option_words(parameter: Any) -> str:
    names = ", ".join(parameter.opts)
    return names if parameter.is_flag else f"{names} {parameter.metavar or 'TEKST'}"


def _help(parameter: Any) -> str:
    text = getattr(parameter, "help", "") or ""
    default = parameter.default
    shown = getattr(parameter, "show_default", False)
    if shown and default not in (None, False, ()) and not callable(default):
        text += f" [anders: {getattr(default, 'value', default)}]"
    return text


def usage_message(error: Any) -> str:
    """A usage error in Dutch."""
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = f" Bedoelde u {', '.join(error.possibilities)}?" if error.possibilities else ""
        return f"De optie {error.option_name} bestaat niet.{near}"
    if kind == "MissingParameter":
        name = _metavar(error.param) if isinstance(error.param, TyperArgument) else (error.param.opts[0] if error.param else "")
        return "Geef een bestand of map op." if name.startswith("PAD") else f"Er ontbreekt iets: {name.strip('[].')}."
    if kind == "BadParameter" and error.param is not None:
        choices = getattr(error.param.type, "choices", None)
        name = error.param.opts[0] if error.param.opts and error.param.opts[0].startswith("-") else _metavar(error.param)
        if choices:
            return f"{name}: kies uit {', '.join(str(getattr(one, 'value', one)) for one in choices)}."
        if "valid int" in error.message or "in the range" in error.message:
            return f"{name}: schrijf een getal, nul of meer."
        return f"{name}: {error.message}"
    if kind == "BadParameter":
        hint = f"{error.param_hint}: " if getattr(error, "param_hint", None) else ""
        return f"{hint}{error.message}"
    if kind == "BadOptionUsage":
        return f"De optie {error.option_name} is niet goed gebruikt; er ontbreekt een waarde, of er staat er een te veel."
    message: str = error.format_message()
    if message.startswith("No such command"):
        return f"Deze opdracht bestaat niet: {message.split(chr(39))[1] if chr(39) in message else ''}."
    if message.startswith("Missing command"):
        return "Er ontbreekt een opdracht."
    if message.startswith("Got unexpected extra argument"):
        return "Er staat een woord te veel achter de opdracht."
    return message
