"""The questions of `bo log`: first what has to be there, then which of the rest, then those."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import get_args

from pydantic import BaseModel

from ...casework.logging.event import Writer, day_of, misfit, told
from ...casework.logging.field_words import how, is_prose
from ...casework.logging.field_words import question as question_of
from ...casework.logging.kinds import Kind, optional_first
from ...casework.logging.values import Known, Unfit, fitting_first, read_day, read_field
from ...model.base import Rol
from ...model.dossier import Betrokkene
from ...model.reflect import FieldSpec, fields_of
from ...model.words import long_date, plain
from ...records.tree import Tree
from ..asking import Choice, Question, ask, ask_many, confirm

SOMEONE_NEW = "+"
"""What a person types for somebody who is not in the dossier yet."""

_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


@dataclass(slots=True)
class Asking:
    """Asks for the fields of one event in one dossier; the answers come in `said`.

    `asked` are the fields at which rules look. `who` gives the choices for a person instead of those of the dossier, and
    `fits` a further complaint about an answer: for an event in several dossiers.
    """

    writer: Writer
    kind: Kind
    said: dict[str, list[Tree]]
    asked: Sequence[str] = ()
    who: Callable[[FieldSpec], tuple[Choice, ...]] | None = None
    fits: Callable[[str, str], str | None] | None = None
    answered: bool = field(default=False, init=False)

    def required(self, names: Sequence[str]) -> None:
        """Ask for these fields; the id last, since it depends on the others."""
        for name in sorted(names, key=lambda one: one == "id"):
            self.said[name] = self._answers(self.kind.model, name, self._default(name), required=True)
            self.answered = True

    def optional(self) -> None:
        """Ask which other fields there are to fill in, and then those."""
        free = [one for one in optional_first(self.kind, self.asked) if one not in self.said]
        choices = tuple(Choice(one, self._why(one)) for one in free)
        if not choices:
            return
        words = "Wilt u nog meer vastleggen? Enter als dit alles is"
        for name in ask_many(Question("--ja", words, choices=choices, required=False)):
            if name not in self.said and (answers := self._answers(self.kind.model, name, "", required=False)):
                self.said[name] = answers

    def _why(self, name: str) -> str:
        words = self.kind.fields[name].description
        return f"{words} Een regel kijkt hiernaar." if name in self.asked else words

    def _default(self, name: str) -> str:
        if name == "datum":
            return "vandaag"
        if name != "id":
            return ""
        area = next(iter(self.said.get("vakgebied", ())), None)
        return self.writer.next_id(self.kind, area if isinstance(area, str) else None)

    def _answers(
        self, model: type[BaseModel], name: str, default: str, *, required: bool, head: str = "", option: str = ""
    ) -> list[Tree]:
        spec = fields_of(model)[name]
        if spec.model is not None:
            return self._blocks(spec)
        question = self._question(model, spec, default, required, head, option or f"--{name}")
        answers = ask_many(question) if spec.many else [ask(question)]
        return [self._someone(spec) if one == SOMEONE_NEW and spec.kind == "persoon" else one for one in answers if one]

    def _question(
        self, model: type[BaseModel], spec: FieldSpec, default: str, required: bool, head: str, option: str
    ) -> Question:
        known = self._known()

        def check(text: str) -> str | None:
            return self._complaint(model, spec, text)

        def echo(text: str) -> str:
            try:
                day = read_day(spec, text, known)
            except Unfit:
                return ""
            return f"{_DAYS[day.weekday()]} {long_date(day)}"

        return Question(
            option,
            f"{head}{question_of(spec)}",
            how(model, spec),
            choices=self._choices(spec),
            default=default,
            required=required,
            check=check,
            open=spec.kind == "persoon" and self.who is not None,
            lines=is_prose(model, spec) and not spec.many,
            echo=echo if spec.kind == "datum" else None,
        )

    def _choices(self, spec: FieldSpec) -> tuple[Choice, ...]:
        if spec.values:
            return tuple(Choice(one, plain(one)) for one in spec.values)
        if spec.kind == "ja_nee":
            return (Choice("ja"), Choice("nee"))
        if spec.kind == "persoon":
            if self.who is not None:
                return self.who(spec)
            people = fitting_first(self._known(), self.kind.name, spec)
            known = (Choice(one.id, f"{one.naam}, {' en '.join(plain(each) for each in one.rol)}") for one in people)
            return (*known, Choice(SOMEONE_NEW, "iemand die nog niet in het dossier staat"))
        if spec.kind == "gebeurtenis":
            events = reversed(self._known().events)
            fitting = (one for one in events if one.id and (not spec.kinds or getattr(one, "soort", "") in spec.kinds))
            return tuple(Choice(str(one.id), told(one)) for one in fitting)
        return ()

    def _complaint(self, model: type[BaseModel], spec: FieldSpec, text: str) -> str | None:
        if text == SOMEONE_NEW and spec.kind == "persoon" and self.who is None:
            return None
        if self.fits is not None:
            return self.fits(spec.name, text)
        try:
            value = read_field(model, spec.name, [text], self._known())
        except Unfit as error:
            return _sentence(str(error))
        made = {spec.name: value, **({"soort": self.kind.name} if model is self.kind.model else {})}
        wrong = misfit(model, made)
        return _sentence(wrong[1]) if wrong is not None else None

    def _known(self) -> Known:
        return self.writer.known(day_of(self.kind, self.said, self.writer))

    def _someone(self, spec: FieldSpec) -> str:
        """Ask who it is, and add that person."""
        roles = spec.roles or get_args(Rol)
        name = ask(Question("--betrokkene", "Naam", "De naam van wie erbij komt."))
        role = roles[0] if len(roles) == 1 else ""
        if not role:
            choices = tuple(Choice(one, plain(one)) for one in roles)
            role = ask(Question("--betrokkene", "Rol", fields_of(Betrokkene)["rol"].description, choices=choices))
        return self.writer.add_person({"naam": name, "rol": role})

    def _blocks(self, spec: FieldSpec) -> list[Tree]:
        """Blocks, one after the other, each field by field."""
        assert spec.model is not None
        found: list[Tree] = []
        while True:
            block: dict[str, Tree] = {}
            for name, one in fields_of(spec.model).items():
                head = f"{plain(spec.name).capitalize()} {len(found) + 1}: "
                answers = self._answers(spec.model, name, "", required=one.required, head=head, option=f"--{spec.name}")
                if answers:
                    block[name] = answers if one.many else answers[0]
            found.append(block)
            if not spec.many or not confirm("Nog een?", default=False):
                return found


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
