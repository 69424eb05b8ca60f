"""Made-up SOPs for the coverage of a region, and files of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from basisondersteuning.findings.finding import Place
from basisondersteuning.model.swv import Samenwerkingsverband
from basisondersteuning.swv.dekking.gather import Region, Supply
from basisondersteuning.swv.dekking.profile import Act, Expert, Facility, Profile

SIX = (
    "schoolmaatschappelijk_werk",
    "gedrag",
    "leermoeilijkheden",
    "fysieke_problematiek",
    "speciaal_basisonderwijs",
    "hoogbegaafdheid",
)


def profile(
    school: str = "99XX00",
    year: str = "2026-2027",
    experts: Iterable[tuple[str, str]] = tuple((one, "extern") for one in SIX),
    acts: Iterable[tuple[str, str, str | None]] = (),
    facilities: Iterable[tuple[str, str | None]] = (),
    name: str = "School",
    board: str | None = "Bestuur A",
    *,
    empty: bool = False,
) -> Profile:
    """The SOP of a school, as the coverage sees it."""
    place = Place(f"{school}-{year}.yaml", 5, 1)
    return Profile(
        place.file,
        school,
        year,
        name,
        board,
        tuple(Expert(area, where, "Iemand") for area, where in experts),
        tuple(Act(*one) for one in acts),
        tuple(Facility(*one) for one in facilities),
        place,
        place,
        empty,
    )


def region(*schools: str, catalogue: Iterable[str] = SIX, names: Sequence[str] = ("", "Bestuur A")) -> Region:
    """A samenwerkingsverband with these schools, that offers these areas; `names` are those of the first school and her board."""
    data = {
        "soort": "samenwerkingsverband",
        "naam": "SWV Voorbeeld",
        "scholen": [
            {
                "vestiging": one,
                "naam": names[0] if names[0] and not number else f"School {one}",
                "bevoegd_gezag": "Bestuur A" if number else names[1],
            }
            for number, one in enumerate(schools)
        ],
        "expertise": [{"gebied": one, "aanbieder": f"Dienst {one}"} for one in catalogue],
    }
    record = Samenwerkingsverband.model_validate(data)
    return Region(
        record, {one: Place("samenwerkingsverband.yaml", 4) for one in schools}, Place("samenwerkingsverband.yaml", 9, 1)
    )


def supply(*profiles: Profile) -> Supply:
    """What was read."""
    return Supply().take(profiles)


def sop(school: str = "99XX00", year: str = "2026-2027", areas: Iterable[str] = SIX, more: str = "") -> str:
    """A SOP that names these areas, as a file."""
    listed = "".join(f"  - {{gebied: {one}, plaats: extern}}\n" for one in areas)
    return (
        f"soort: sop\nschool: {school}\nnaam: School {school}\nschooljaar: {year}\n"
        + (f"deskundigheid:\n{listed}" if listed else "")
        + more
    )


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files into a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
