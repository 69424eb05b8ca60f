"""The layouts of DUO files that are known, as data: for each column its names over the years, and where they were read.

A name that no source gives is empty here: whoever has the file names that column (`--kolom`), and nothing is guessed.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["leerlingen_po", "so_vso", "scholen"]
"""The layouts: pupils of a school by kind of education; pupils in (v)so by paying samenwerkingsverband; which schools it has."""

PUPILS_PAGE = "https://duo.nl/open_onderwijsdata/databestanden/po/leerlingen-po/po-totaal/index.jsp"
SO_PAGE = "https://duo.nl/open_onderwijsdata/databestanden/po/leerlingen-po/so-vso/so-vso-1.jsp"
SO_PLACES_PAGE = "https://duo.nl/open_onderwijsdata/databestanden/po/leerlingen-po/so-vso/so-vso-5.jsp"
SO_COLUMN_PAGE = (
    "https://data.overheid.nl/en/dataset/leerlingen-voortgezet-speciaal-onderwijs-per-samenwerkingsverband-voortgezet-onderwijs"
)
SCHOOLS_PAGE = "https://www.duo.nl/open_onderwijsdata/databestanden/po/adressen/"
LOADER = "GitHub, project data-nl-scholen, importscript (kolommen van 2023-2024)"
OLD_LOADER = "GitHub, project accountabilityhack, processors (bestanden van 2015-2017)"
NOWHERE = "geen bron gevonden; de gebruiker noemt de kolom"


class Column(NamedTuple):
    """A column: what it holds, the names it had (newest first, folded), where those were read, and whether it is needed."""

    role: str
    names: tuple[str, ...]
    source: str
    needed: bool = True


class Layout(NamedTuple):
    """One kind of file: its title in words, the page of DUO it comes from, and its columns."""

    kind: Kind
    title: str
    page: str
    columns: tuple[Column, ...]


AGES = ("leeftijd_jonger", *(f"leeftijd_{age}" for age in range(4, 25)), "leeftijd_ouder")
"""The columns with a number of pupils by age; their sum is the number of pupils of the row."""

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "leerlingen_po",
        "leerlingen per vestiging, onderwijssoort, cluster en leeftijd",
        PUPILS_PAGE,
        (
            Column("peildatum", ("peildatum",), LOADER, needed=False),
            Column("instelling", ("instellingencode", "brin_nummer"), f"{LOADER}; {OLD_LOADER}"),
            Column("vestiging", ("vestigingscode",), LOADER),
            Column("soort", ("soort_po",), LOADER),
            Column("cluster", ("cluster",), LOADER),
            *(Column(age, (age,), LOADER) for age in AGES),
        ),
    ),
    Layout(
        "so_vso",
        "leerlingen in (v)so per betalend samenwerkingsverband",
        SO_PAGE,
        (
            Column("swv", ("swv_betalend",), SO_COLUMN_PAGE),
            Column("aantal", (), NOWHERE),
            Column("peildatum", (), NOWHERE, needed=False),
            Column("soort", (), NOWHERE, needed=False),
            Column("cluster", (), NOWHERE, needed=False),
        ),
    ),
    Layout(
        "scholen",
        "scholen per samenwerkingsverband",
        SCHOOLS_PAGE,
        (Column("swv", (), NOWHERE), Column("vestiging", (), NOWHERE)),
    ),
)
"""In the order in which a file is tried."""

ROLES = tuple(dict.fromkeys(column.role for layout in LAYOUTS for column in layout.columns if column.role not in AGES))
"""What `--kolom` can name."""

EDUCATION: dict[str, str | None] = {"bo": "bao", "sbo": "sbo", "so": "so", "vso": None}
"""The kinds of education in a file (the page of DUO), as our records call them; None is no primary education."""

NO_PAYER = ("cl1_brin", "cl2_brin", "gjijji_brin")
"""What stands in `SWV_BETALEND` where no samenwerkingsverband pays (the dataset's page at data.overheid.nl)."""


def folded(name: str) -> str:
    """A column name without what differs from year to year: capitals and spaces."""
    return "_".join(name.strip().lower().split())
