"""Made-up files in the shape of those of DUO."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from basisondersteuning.exchange.duo.layouts import AGES

HEAD = ["peildatum", "instellingencode", "vestigingscode", "soort_po", "cluster", *AGES]


def row(school: str = "99XX00", kind: str = "bo", cluster: str = "", day: str = "2025-10-01", **ages: str) -> list[str]:
    """A row with these numbers per age and zeros elsewhere."""
    return [day, school[:4], school, kind, cluster, *(ages.get(age, "0") for age in AGES)]


def csv(*rows: Iterable[str], head: Iterable[str] = HEAD) -> str:
    """The text of a file."""
    return "".join(";".join(one) + "\r\n" for one in (head, *rows))


def file(folder: Path, text: str, name: str = "leerlingen-po.csv") -> str:
    """A file with this text, as DUO writes it."""
    path = folder / name
    path.write_bytes(text.encode("cp1252"))
    return str(path)


def swv(folder: Path, *schools: str) -> None:
    """A samenwerkingsverband beside the files."""
    listed = "".join(f"  - {{vestiging: {one}, naam: School}}\n" for one in schools)
    head = "soort: samenwerkingsverband\nnaam: SWV Voorbeeld\nnummer: PO9999\nscholen:\n"
    (folder / "samenwerkingsverband.yaml").write_text(head + listed, encoding="utf-8")
