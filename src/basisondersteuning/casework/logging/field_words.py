"""What a field asks for, in words: for a question, a form and the help of one kind of event."""

from __future__ import annotations

from pydantic import BaseModel

from ...model.reflect import FieldSpec, fields_of
from ...model.spoken_dates import FORMS, FORMS_AHEAD
from ...model.words import plain
from .values import LOOKING_AHEAD, Known


def question(spec: FieldSpec) -> str:
    """A field as a question: what it means, without the stop at the end."""
    return spec.description.removesuffix(".") or plain(spec.name).capitalize()


def how(model: type[BaseModel], spec: FieldSpec) -> str:
    """How to answer, where the choices do not say so already."""
    if spec.kind in ("keuze", "ja_nee", "persoon", "gebeurtenis"):
        return ""
    return " ".join(one for one in (*_form(spec), _example(model, spec)) if one)


def meaning(model: type[BaseModel], spec: FieldSpec, known: Known | None = None) -> str:
    """What a field means, what may stand there, and whether it must be filled in; with `known`, who and what of one dossier."""
    parts = [spec.description, *_form(spec), _whom(spec, known), _example(model, spec)]
    if spec.required:
        parts.append("Verplicht.")
    return " ".join(one for one in parts if one)


def _form(spec: FieldSpec) -> list[str]:
    if spec.values:
        return [f"Kies {'een of meer' if spec.many else 'één'} van: {', '.join(spec.values)}."]
    if spec.kind == "ja_nee":
        return ["Schrijf ja of nee."]
    if spec.kind == "datum":
        return [f"Bijvoorbeeld {FORMS_AHEAD if spec.name in LOOKING_AHEAD else FORMS}."]
    if spec.model is not None:
        inner = (f"{name}{'' if one.required else ' (mag)'}" for name, one in fields_of(spec.model).items())
        return [f"Met: {', '.join(inner)}."]
    return []


def _whom(spec: FieldSpec, known: Known | None) -> str:
    if spec.kind == "persoon":
        if known is not None:
            ids = [one.id for one in known.people if not spec.roles or set(spec.roles) & set(one.rol)]
            return f"Kies uit: {', '.join(ids)}." if ids else ""
        roles = f" met de rol {' of '.join(plain(one) for one in spec.roles)}" if spec.roles else ""
        return f"Het kenmerk, de naam of de rol van iemand bij `betrokkenen`{roles}."
    if spec.kind == "gebeurtenis":
        kinds = f" van de soort {' of '.join(plain(one) for one in spec.kinds)}" if spec.kinds else ""
        return f"Het kenmerk van een gebeurtenis{kinds}."
    return ""


def _example(model: type[BaseModel], spec: FieldSpec) -> str:
    examples = model.model_fields[spec.name].examples
    return f"Bijvoorbeeld: {examples[0]}." if examples and spec.kind == "tekst" else ""


def is_prose(model: type[BaseModel], spec: FieldSpec) -> bool:
    """Whether a text may take several lines: one with an example is a name or a few words."""
    return spec.kind == "tekst" and spec.name != "id" and not model.model_fields[spec.name].examples
