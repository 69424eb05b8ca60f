"""The questions of `bo log`: first what has to be there, then which of the rest, then those."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import get_args

from pydantic import BaseModel

from ...casework.logging.event import Writer, complaint_about, day_of, empty, misfit, told
from ...casework.logging.field_words import how, is_prose
from ...casework.logging.field_words import question as question_of
from ...casework.logging.kinds import Kind, optional_first
from ...casework.logging.values import Known, Unfit, fitting_first, read_day, read_field
from ...model.base import Rol
from ...model.dossier import Betrokkene
from ...model.reflect import FieldSpec, fields_of
from ...model.words import full_date, plain
from ...records.tree import Tree
from ..asking import BACK, Choice, Question, ask, ask_many, confirm
from ..terminal import say

SOMEONE_NEW = "+"
"""What a person types for somebody who is not in the dossier yet."""


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
        order = sorted(names, key=lambda one: one == "id")
        people: list[int] = []
        while len(people) < len(order):
            name = order[len(people)]
            before = len(self.writer.added)
            answers = self._answers(
                self.kind.model, name, self._again(name) or self._default(name), required=True, back=bool(people)
            )
            if answers == [BACK]:
                before = people.pop()
                if len(self.writer.added) > before:  # who came along with the answer that is given anew
                    del self.writer.added[before:]
                    del self.said[order[len(people)]]
                continue
            self.said[name] = answers
            people.append(before)
            self.answered = True

    def looked_at(self) -> None:
        """Ask for what may be left out, but makes a rule unsure when it is: a choice, so a number is enough."""
        for name in self.asked:
            spec = self.kind.fields.get(name)
            if spec is None or spec.kind != "keuze" or not spec.optional or spec.required or name in self.said:
                continue
            if answers := self._answers(self.kind.model, name, "", required=False):
                self.said[name] = answers

    def mend(self) -> bool:
        """Ask for one of the answers again; False when the person rather stops."""
        given = tuple(Choice(one, self._shown(one)) for one in self.kind.fields if one in self.said)
        words = "Welk antwoord wilt u verbeteren? Enter als u wilt stoppen"
        name = ask(Question("--toon", words, choices=given, required=False))
        if not name:
            return False
        spec, default = self.kind.fields[name], self._again(name)
        del self.said[name]
        if answers := self._answers(self.kind.model, name, default, required=spec.required):
            self.said[name] = answers
        return True

    def _again(self, name: str) -> str:
        """What was answered before, as the default of the same question; not of a text that is longer than a line."""
        typed = [one for one in self.said.get(name, ()) if isinstance(one, str)]
        many = self.kind.fields[name].kind in ("keuze", "persoon", "gebeurtenis")
        return ", ".join(typed) if many else "".join(typed) if len(typed) == 1 and "\n" not in typed[0] else ""

    def _shown(self, name: str) -> str:
        return ", ".join(" ".join(str(one).split()) for one in self.said[name])

    def optional(self) -> None:
        """Ask which other fields there are to fill in, and then those; again where nothing would be said otherwise."""
        self._more()
        while empty(self.kind, self.said):
            say("Er staat nog niets in: vul minstens één ding in.")
            self._more()

    def _more(self) -> None:
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
        self,
        model: type[BaseModel],
        name: str,
        default: str,
        *,
        required: bool,
        head: str = "",
        option: str = "",
        back: bool = False,
    ) -> list[Tree]:
        spec = fields_of(model)[name]
        if spec.model is not None:
            return self._blocks(spec)
        question = self._question(model, spec, default, required, head, option or f"--{name}")._replace(back=back)
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
            return full_date(day)

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
            as_ = f", als {plain(spec.roles[0])}" if len(spec.roles) == 1 else ""
            people = fitting_first(self._known(), self.kind.name, spec)
            known = (Choice(one.id, f"{one.naam}, {' en '.join(plain(each) for each in one.rol)}") for one in people)
            return (*known, Choice(SOMEONE_NEW, f"iemand die nog niet in het dossier staat{as_}"))
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
        if model is self.kind.model:
            wrong = complaint_about(self.kind, self.said, spec.name, text, self.writer)
            return _sentence(wrong) if wrong is not None else None
        try:
            value = read_field(model, spec.name, [text], self._known())
        except Unfit as error:
            return _sentence(str(error))
        unfit = misfit(model, {spec.name: value})
        return _sentence(unfit[1]) if unfit is not None else None

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
        more: dict[str, Tree] = self._parent() if role == "ouder" else {}
        return self.writer.add_person({"naam": name, "rol": role, **more})

    def _parent(self) -> dict[str, Tree]:
        """How a parent is called in the dossier, and whether this parent has gezag."""
        taken = [one.id for one in self._known().people]

        def check(text: str) -> str | None:
            unfit = misfit(Betrokkene, {"id": text})
            return "Zo heet al iemand in dit dossier." if text in taken else _sentence(unfit[1]) if unfit is not None else None

        free = [one for one in ("ma", "pa") if one not in taken] or ["ouder"]
        help = "Met dit woord wijst u deze ouder later aan."
        choices = tuple(map(Choice, free))
        ident = ask(Question("--betrokkene", "Hoe heet deze ouder in het dossier?", help, choices, check=check, open=True))
        yes_no = (Choice("ja"), Choice("nee"))
        help = "Weet u het niet, laat het dan leeg."
        gezag = ask(Question("--betrokkene", "Heeft deze ouder gezag?", help, yes_no, required=False))
        return {"id": ident, **({"gezag": gezag} if gezag else {})}

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
