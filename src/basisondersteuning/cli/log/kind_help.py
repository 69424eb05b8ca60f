"""Help of `bo log`; behind a kind of event also the options of that kind, made from its model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..dutch import DutchCommand
from ..layout import help_width, paragraph, rows

if TYPE_CHECKING:
    from ...model.reflect import FieldSpec

_VALUES = {"datum": "DATUM", "persoon": "PERSOON", "gebeurtenis": "KENMERK", "ja_nee": "ja|nee", "keuze": "KEUZE"}


_EXAMPLE = 68
"""Columns after which an example gets no more options."""


class LogCommand(DutchCommand):
    """A command that knows the kind of event for which help was asked."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Keep the words for the help page."""
        ctx.meta["bo.words"] = list(args)
        return super().parse_args(ctx, args)

    def get_help(self, ctx: Any) -> str:
        """The help page; of the kind that is named, before the general one."""
        words = [one for one in ctx.meta.get("bo.words", ()) if not one.startswith("-")]
        if not words:
            return super().get_help(ctx)
        from ...casework.logging.kinds import kind_of

        kind = kind_of(words[-1])
        if kind is None:
            return super().get_help(ctx)
        columns = help_width()
        required = [(_option(name, one), _meaning(kind.model, one)) for name, one in kind.fields.items() if one.required]
        free = [(_option(name, one), _meaning(kind.model, one)) for name, one in kind.fields.items() if not one.required]
        example = f"bo log DOSSIER {kind.name} --datum vandaag"
        for name, one in kind.fields.items():
            if one.required and name not in ("datum", "id") and len(example) + len(name) < _EXAMPLE:
                example += f" --{name} ..."
        lines = [f"Gebruik: bo log DOSSIER {kind.name} [OPTIES]", "", *paragraph(kind.description, columns), ""]
        lines += ["Dit is nodig; wat u weglaat, vraagt bo:", *rows(required, columns), ""]
        lines += ["Dit mag erbij:", *rows(free, columns), ""]
        lines += [
            *paragraph(
                "Meer waarden: herhaal de optie. Keuzes, mensen en gebeurtenissen mogen ook met komma's ertussen. De andere "
                "opties: bo log --help",
                columns,
            ),
            "",
        ]
        return "\n".join([*lines, "Voorbeeld:", "", f"    {example}"])


def _option(name: str, spec: FieldSpec) -> str:
    return f"--{name} {_VALUES.get(spec.kind, 'BLOK' if spec.model is not None else 'TEKST')}"


def _meaning(model: Any, spec: FieldSpec) -> str:
    from ...casework.logging.field_words import meaning
    from ...casework.logging.values import example_of

    words = meaning(model, spec).removesuffix(" Verplicht.")
    return f"{words} Schrijf het als {example_of(spec.model)}." if spec.model is not None else words
