"""Typer in Dutch: help pages and usage errors."""

from __future__ import annotations

import inspect
from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup

from ..findings.paint import folded


class DutchCommand(TyperCommand):
    """A command whose help is Dutch, plain and narrow."""

    def get_help(self, ctx: Any) -> str:
        """The help page of this command."""
        arguments = [one for one in self.params if isinstance(one, TyperArgument)]
        options = [one for one in self.params if not isinstance(one, TyperArgument) and not getattr(one, "hidden", False)]
        words = " ".join(_metavar(one) for one in arguments)
        lines = [f"Gebruik: {ctx.command_path} [OPTIES] {words}".rstrip(), ""]
        for paragraph in inspect.cleandoc(self.help or "").split("\n\n"):
            if paragraph.startswith("    ") or "\n    " in paragraph:
                lines += [paragraph, ""]
            else:
                lines += [*folded(" ".join(paragraph.split()), 80, ""), ""]
        if arguments:
            lines += ["Argumenten:", *_rows([(_metavar(one), _help(one)) for one in arguments]), ""]
        lines += ["Opties:", *_rows([(_option_words(one), _help(one)) for one in options] + [("--help", "Deze hulp.")])]
        return "\n".join(lines)


class DutchGroup(TyperGroup):
    """A group of commands whose help is Dutch."""

    def get_help(self, ctx: Any) -> str:
        """The help page of this group."""
        rows = [
            (name, (command.help or "").split("\n")[0])
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name))
        ]
        head = [*folded(self.help or "", 80, ""), ""] if self.help else []
        return "\n".join([f"Gebruik: {ctx.command_path} OPDRACHT [OPTIES]", "", *head, "Opdrachten:", *_rows(rows)])


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


def _rows(rows: list[tuple[str, str]]) -> list[str]:
    size = min(max((len(name) for name, _ in rows), default=0), 26)
    lines = []
    for name, text in rows:
        first = f"  {name:<{size}}  "
        if len(name) > size:
            lines.append(f"  {name}")
            first = " " * (size + 4)
        lines += folded(text, 80, " " * (size + 4), first)
    return lines


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
