"""The house style of documents: name, logo, colour and fixed texts of a school or samenwerkingsverband."""

from __future__ import annotations

import base64
import os
import re
from typing import Annotated, NamedTuple

from ...casework.settings import Settings
from ...findings.catalogue import document as codes
from ...findings.finding import Finding, Place
from ...model.settings import Teksten
from .colour import darker, lighter, readable_on

LIGHT_PAPER, DARK_PAPER = "#fbfaf7", "#14191c"
"""The ground of a page, by day and in the dark; the same as in the stylesheet."""

LARGEST_LOGO = 300_000
"""Bytes: every document carries the logo with it."""

_KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}

_COLOUR = re.compile(r"kleur:\s*#[0-9A-Fa-f]{3}")

_STARTS = {"image/png": b"\x89PNG\r\n", "image/jpeg": b"\xff\xd8\xff"}
"""How a picture of a kind begins; an SVG has its element somewhere near its start."""


class House(NamedTuple):
    """What a template sees as `huis`. An empty text means that there is none."""

    naam: Annotated[str, "Naam boven aan het document; leeg als de school zelf erboven staat."] = ""
    logo: Annotated[str, "Het logo, als adres dat in de bladzijde zelf past; leeg als er geen is."] = ""
    logo_tekst: Annotated[str, "Wat er op het logo staat, voor wie het niet ziet."] = ""
    voettekst: Annotated[str, "De regel onder aan elk document."] = ""
    teksten: Annotated[Teksten, "De vaste teksten."] = Teksten()
    stijl: Annotated[str, "De kleuren van het huis, als stijlregels."] = ""


def house_of(settings: Settings) -> tuple[House, list[Finding]]:
    """The house style that the settings ask for, and what is wrong with it; what cannot be used is left out."""
    look = settings.given.huisstijl
    findings: list[Finding] = []
    logo = _logo(settings, findings) if look.logo else ""
    if look.kleur is None and "huisstijl" in settings.given.model_fields_set:
        findings += _blank_colour(settings)
    return (
        House(
            look.naam or "",
            logo,
            look.logo_tekst or look.naam or "Logo",
            look.voettekst or "",
            settings.given.teksten,
            _colours(look.kleur, settings, findings) if look.kleur else "",
        ),
        findings,
    )


def _logo(settings: Settings, findings: list[Finding]) -> str:
    assert settings.given.huisstijl.logo is not None
    path = settings.beside(settings.given.huisstijl.logo)
    kind = _KINDS.get(os.path.splitext(path)[1].lower())
    message = ""
    data = b""
    if kind is None:
        message = "Een logo is een bestand dat op .png, .jpg of .svg eindigt."
    else:
        try:
            if not os.path.isfile(path):  # also a pipe or a device, which could be read for ever
                message = "Het bestand met het logo is er niet."
            elif os.path.getsize(path) > LARGEST_LOGO:
                message = f"Dit logo is te groot: elk document draagt het mee. Hooguit {LARGEST_LOGO // 1000} kB."
            else:
                with open(path, "rb") as file:
                    data = file.read(LARGEST_LOGO)
                if not _is_picture(data, kind):
                    message = "In dit bestand staat geen plaatje van de soort die de naam noemt."
        except OSError:
            message = "Het bestand met het logo is niet te lezen."
    if message:
        findings.append(codes.LOGO.at(_place(settings, "logo"), message))
        return ""
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _is_picture(data: bytes, kind: str) -> bool:
    """Whether the bytes begin as a picture of this kind does. What an SVG holds matters little: it becomes an `img`, in
    which no browser runs a script or loads anything.
    """
    return b"<svg" in data[:4096] if kind == "image/svg+xml" else data.startswith(_STARTS[kind])


def _colours(colour: str, settings: Settings, findings: list[Finding]) -> str:
    """Style rules for the colour of the house, dark enough on white and light enough in the dark."""
    accent = darker(colour, LIGHT_PAPER)
    if not readable_on(colour, LIGHT_PAPER):
        findings.append(codes.COLOUR.at(_place(settings, "kleur")))
    night = lighter(colour, DARK_PAPER)
    dark = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ --accent: {night}; }} }}"
    return f":root {{ --accent: {accent}; }}\n{dark}\n@media print {{ :root {{ --accent: {accent}; }} }}\n"


def _blank_colour(settings: Settings) -> list[Finding]:
    """A `kleur` with a colour behind it that nobody can see: without quotes it is a remark in YAML."""
    from datetime import date

    from ...records.load import load

    if settings.path is None:
        return []
    loaded = load(settings.path, today=date.today())
    look = loaded.document.root.get("huisstijl") if loaded.document is not None else None
    mark = loaded.document.blanks.get(id(look), {}).get("kleur") if loaded.document is not None else None
    if mark is None or loaded.source is None:
        return []
    meant = _COLOUR.search(loaded.source.lines[mark.line])
    return [codes.NO_COLOUR.at(loaded.source.place(mark))] if meant else []


def _place(settings: Settings, key: str) -> Place:
    from datetime import date

    from ...records.load import load

    assert settings.path is not None
    return load(settings.path, today=date.today()).place(("huisstijl", key))
