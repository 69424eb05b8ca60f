"""JSON Schema of the patterns in a norm frame: per kind of event or fact its own fields, and per field its own tests.

`norms.pattern_compile` is what decides; a test holds the two together. What only a frame as a whole can say (which
niveaus there are, of which event `moet` speaks) is not seen here.
"""

from __future__ import annotations

from typing import get_args

from .base import Rol
from .facts import FACT_RECORDS, kinds_over
from .nouns import ABOUT
from .pattern_words import ANCHOR, LEVEL, LEVEL_KINDS, OPTIONS, TRANSITION, TRANSITION_FIELDS
from .reflect import FieldSpec, fields_of
from .schema_values import DAY, DAY_EXAMPLES, NOTHING, NUMBER, SCALARS, Schema, choice, one_of, or_nothing, title

_YES_NO: Schema = {"enum": ["ja", "nee"]}
_TEXT: Schema = {"type": SCALARS}
_OPTION_WORDS = {
    "lijn": "`elke`: ook een gebeurtenis over een ander vakgebied telt.",
    "laatste": "`ja`: alleen de laatste gebeurtenis van deze soort telt.",
}
_WORDS = {
    "alle": "Voor elk hiervan is er iemand.",
    "een_van": "Eén van deze waarden.",
    "bevat": "De lijst bevat dit.",
    "minstens": "Dit of meer; bij een datum deze dag of later.",
    "hoogstens": "Dit of minder; bij een datum deze dag of eerder.",
    "aanwezig": "Is het veld ingevuld?",
    "rol": "De rol die iemand heeft.",
    "is": "`aanleiding`: het veld verwijst naar de gebeurtenis waarvoor de regel geldt.",
    "genoemd_in": "Het veld van de aanleiding waarin deze gebeurtenis genoemd wordt.",
}


def pattern_definitions() -> dict[str, Schema]:
    """The definitions `patroon` and `toetsen`, and those for rules about another record, with all that they refer to."""
    made = _Maker()
    kinds = {kind: fields_of(model) for kind, model in kinds_over("dossier").items()} | {TRANSITION: TRANSITION_FIELDS}
    patterns = {f"patroon_{kind}": made.pattern(kind, fields) for kind, fields in kinds.items()}
    head = {
        "patroon": {
            "title": "Patroon",
            "description": "Een soort gebeurtenis, met toetsen op haar velden.",
            **choice("soort", {kind: {"$ref": f"#/$defs/patroon_{kind}"} for kind in kinds}),
        },
        "toetsen": made.any_event(kinds),
    }
    for over in FACT_RECORDS:
        head |= made.of_facts(over)
    return head | patterns | dict(sorted(made.shared.items()))


class _Maker:
    """Makes schemas of tests; `shared` holds those of a field by name, because many fields are alike."""

    def __init__(self) -> None:
        self.shared: dict[str, Schema] = {}

    def of_facts(self, over: str) -> dict[str, Schema]:
        """The definitions for rules about a record that is no dossier."""
        kinds = {kind: fields_of(model) for kind, model in kinds_over(over).items()}
        about = ABOUT[over]
        found = {
            f"patroon_{over}": {
                "title": f"Patroon over {about}",
                "description": "Een soort feit, met toetsen op zijn velden.",
                **choice("soort", {kind: {"$ref": f"#/$defs/patroon_{over}_{kind}"} for kind in kinds}, "Soort feit."),
            },
            f"toetsen_{over}": {
                **self.any_event(kinds),
                "title": f"Toetsen op de aanleiding in {about}",
                "description": "Toetsen op velden van het feit waarvoor de regel geldt.",
            },
        }
        for kind, fields in kinds.items():
            # `niveau` in a pattern is the niveau at which support ran; a fact has none
            made = self.pattern(kind, {name: spec for name, spec in fields.items() if name != LEVEL})
            words = f"Toetsen op een feit van de soort {kind}."
            found[f"patroon_{over}_{kind}"] = {**made, "title": f"Patroon {kind} over {about}", "description": words}
        return found

    def pattern(self, kind: str, fields: dict[str, FieldSpec]) -> Schema:
        """What may stand in a pattern for one kind of event."""
        keys = {"soort": {"const": kind, "title": "Soort", "description": f"Soort gebeurtenis: {kind}."}}
        keys |= {name: self.field(spec) for name, spec in fields.items() if name != "soort"}
        keys |= {
            name: or_nothing({"enum": [value], "title": title(name), "description": _OPTION_WORDS[name]})
            for name, value in OPTIONS.items()
        }
        if kind in LEVEL_KINDS:
            words = "Het niveau waarop de ondersteuning liep."
            keys[LEVEL] = or_nothing({**_TEXT, "title": title(LEVEL), "description": words, "examples": [1]})
        return {
            "title": f"Patroon {kind}",
            "description": f"Toetsen op een gebeurtenis van de soort {kind}.",
            "type": "object",
            "required": ["soort"],
            "properties": keys,
            "additionalProperties": False,
        }

    def any_event(self, kinds: dict[str, dict[str, FieldSpec]]) -> Schema:
        """Tests on the fields of an event whose kind stands elsewhere: any field of any event."""
        found: dict[str, list[FieldSpec]] = {}
        for kind, fields in kinds.items():
            for name, spec in fields.items():
                if name != "soort" and kind != TRANSITION:
                    found.setdefault(name, []).append(spec)
        keys: dict[str, Schema] = {"soort": or_nothing({**_soort(kinds), "title": "Soort", "description": "Soort gebeurtenis."})}
        for name, specs in sorted(found.items()):
            refs = {one["$ref"]: one for one in map(self.field, specs)}
            words = next(iter(refs.values()))["description"] if len(refs) == 1 else f"Toets op `{name}`."
            either: Schema = {"anyOf": [{"$ref": one} for one in refs]} if len(refs) > 1 else {"$ref": next(iter(refs))}
            keys[name] = {"title": title(name), "description": words, **either}
        return {
            "title": "Toetsen op de aanleiding",
            "description": "Toetsen op velden van de gebeurtenis waarvoor de regel geldt.",
            "type": "object",
            "properties": keys,
            "additionalProperties": False,
        }

    def field(self, spec: FieldSpec) -> Schema:
        """A test on one field."""
        name = self._share(spec)
        return {
            "title": title(spec.name),
            "description": spec.description or f"Toets op `{spec.name}`.",
            "$ref": f"#/$defs/{name}",
        }

    def _share(self, spec: FieldSpec) -> str:
        words, schema = self._test(spec)
        base = f"toets_{words}"
        name, number = base, 1
        while self.shared.get(name, schema) != schema:
            number += 1
            name = f"{base}_{number}"
        self.shared[name] = schema
        return name

    def _test(self, spec: FieldSpec) -> tuple[str, Schema]:
        """The name of a test and its schema: a value, or one word with what must hold."""
        value = _value(spec)
        tests = self._words(spec, value)
        described = {word: _described(word, one) for word, one in tests.items()}
        one_word = {
            "title": "blok met één toets",
            "type": "object",
            "properties": described,
            "minProperties": 1,
            "not": {"minProperties": 2},  # with `maxProperties: 1` an editor offers no word at all
            "additionalProperties": False,
        }
        options = [value] if value is not None and not spec.many else []
        head = {"title": f"Toets: {_NAMES[spec.kind]}", "description": "Een waarde, of één woord met wat er moet gelden."}
        if not options:
            head["description"] = "Eén woord met wat er moet gelden."
        name = spec.name if spec.kind == "keuze" or spec.model is not None or spec.name == "id" else spec.kind
        return name + ("_lijst" if spec.many else ""), {**head, "anyOf": [*options, one_word, NOTHING]}

    def _words(self, spec: FieldSpec, value: Schema | None) -> dict[str, Schema]:
        tests: dict[str, Schema] = {}
        if value is not None:
            several = {"type": "array", "items": value, "minItems": 1}
            if spec.many:
                tests["bevat"] = {"anyOf": [value, several, _only("een_van", several)]}
            else:
                tests["een_van"] = several
                if spec.kind in ("getal", "datum"):
                    tests |= {"minstens": value, "hoogstens": value}
        if spec.many:
            amount = NUMBER
            if spec.model is not None:
                inner = self._part(spec)
                tests["bevat"] = inner
                counted: Schema = {
                    "type": "object",
                    "required": ["aantal", "met"],
                    "properties": {
                        "aantal": {"title": "Aantal", "description": "Hoeveel onderdelen van de lijst.", **NUMBER},
                        "met": {"title": "Met", **inner, "minProperties": 1},
                    },
                    "additionalProperties": False,
                }
                amount = {"anyOf": [NUMBER, counted]}
            tests |= {"minstens": amount, "hoogstens": amount}
        tests["aanwezig"] = _YES_NO
        if spec.kind == "persoon":
            role: Schema = {"enum": list(get_args(Rol))}
            roles = {"type": "array", "items": role, "minItems": 1}
            tests["rol"] = {"anyOf": [role, _only("een_van", roles), _only("alle", roles)]}
        if spec.kind == "gebeurtenis":
            tests["is"] = {"const": ANCHOR}
        if spec.name == "id":
            tests["genoemd_in"] = {**_TEXT, "examples": ["van"]}
        return tests

    def _part(self, spec: FieldSpec) -> Schema:
        assert spec.model is not None
        return {
            "description": "Toetsen op één onderdeel van de lijst.",
            "type": "object",
            "properties": {name: self.field(one) for name, one in fields_of(spec.model).items()},
            "additionalProperties": False,
        }


_NAMES = {
    "tekst": "tekst", "keuze": "keuze uit een lijst", "datum": "datum", "ja_nee": "ja of nee", "getal": "getal",
    "persoon": "persoon", "gebeurtenis": "verwijzing", "record": "blok", "aantal": "aantal", "procent": "percentage",
}  # fmt: skip


def _value(spec: FieldSpec) -> Schema | None:
    """What may stand where a value of this field is wanted; None where a field is never compared with a value."""
    return {
        "keuze": {"enum": one_of(spec.values)},
        "tekst": _TEXT,
        "ja_nee": _YES_NO,
        "getal": NUMBER,
        "datum": {**DAY, "examples": DAY_EXAMPLES},
    }.get(spec.kind)


def _only(word: str, schema: Schema) -> Schema:
    keys = {word: _described(word, schema)}
    return {"type": "object", "required": [word], "properties": keys, "additionalProperties": False}


def _described(word: str, schema: Schema) -> Schema:
    return {"title": title(word), "description": _WORDS[word], **schema}


def _soort(kinds: dict[str, dict[str, FieldSpec]]) -> Schema:
    return {"enum": [kind for kind in kinds if kind != TRANSITION]}
