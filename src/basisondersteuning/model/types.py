"""Field types: exact forms only.

Every scalar arrives as text. Pydantic's own lax conversion takes too much (`86400` as a date, `y` as a boolean,
`1_000` as a number), so each type here checks its exact form itself and fails with an own error type, which
`records` turns into a finding.
"""

from __future__ import annotations

import re
from datetime import date, time
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, Field, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from .dates import FIRST_YEAR as FIRST_YEAR
from .dates import LAST_YEAR as LAST_YEAR
from .dates import parse_date as parse_date

_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)", re.ASCII)


def _date(value: object) -> date:
    if value.__class__ is str:
        try:
            return parse_date(value)
        except ValueError:
            pass
    raise PydanticCustomError("datum", "datum")


_YES_NO = {"ja": True, "nee": False, "Ja": True, "Nee": False}


def _yes_no(value: object) -> bool:
    if value.__class__ is str and value in _YES_NO:
        return _YES_NO[value]
    raise PydanticCustomError("ja_nee", "ja_nee")


def _number(value: object) -> int:
    if value.__class__ is str and _NUMBER.fullmatch(value):
        return int(value)
    raise PydanticCustomError("getal", "getal")


def _group(value: object) -> int:
    number = _number(value)
    if number > 8:
        raise PydanticCustomError("groep", "groep")
    return number


def _time(value: object) -> time:
    if value.__class__ is str and (found := _TIME.fullmatch(value)):
        return time(int(found[1]), int(found[2]))
    raise PydanticCustomError("tijd", "tijd")


def _one_or_more(value: Any) -> Any:
    return [value] if value.__class__ is str else value


Datum = Annotated[
    date,
    PlainValidator(_date),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^(\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4})$",
            "examples": ["2026-11-03", "3-11-2026"],
        }
    ),
]
"""A calendar day, written `2026-11-03` or `3-11-2026`."""

JaNee = Annotated[bool, PlainValidator(_yes_no), WithJsonSchema({"enum": ["ja", "nee"]})]
"""Written `ja` or `nee`."""

Tijd = Annotated[
    time,
    PlainValidator(_time),
    WithJsonSchema({"type": "string", "pattern": r"^([01]?\d|2[0-3])[:.][0-5]\d$", "examples": ["13:15"]}),
]
"""A time of the day, written `13:15` or `13.15`."""

Getal = Annotated[int, PlainValidator(_number), WithJsonSchema({"type": ["integer", "string"], "pattern": r"^\d{1,9}$"})]
"""A whole number, zero or more."""

Groep = Annotated[
    int, PlainValidator(_group), WithJsonSchema({"type": ["integer", "string"], "pattern": "^0{0,8}[0-8]$", "examples": [5]})
]
"""The group a pupil is in: 1 to 8, or 0 for a child that starts during the year."""

Tekst = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Text with something in it."""

Ident = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$")]
"""A short name that other places in the record refer to: letters, digits, `-`, `_` and `.`."""

Vestiging = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}[A-Z]{2}[0-9]{2}$"), Field(examples=["99XX00"])]
"""BRIN and vestigingsnummer of a school, six characters, such as `99XX00`."""

T = TypeVar("T")
EenOfMeer = Annotated[list[T], BeforeValidator(_one_or_more)]
"""A list, or one value that stands for a list of one."""
