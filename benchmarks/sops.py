"""Made-up SOPs: the example of this repository with its own words and numbers varied; the same for the same seed."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

EXAMPLE = Path(__file__).parents[1] / "examples" / "sops" / "2026-2027" / "99XX00-de-wierhaven.yaml"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SCORES = ("volledig", "grotendeels", "gedeeltelijk", "nog_niet")
NAMES = ("De Proef", "Het Voorbeeld", "De Schijn", "Het Verzinsel", "De Bedachte School", "Het Model", "De Maquette")

_SCORE = re.compile(r"score: \w+")
_DAY = re.compile(r"202[56]-0[1-6]-\d\d")
_NUMBER = re.compile(r"((?:uren_per_schooljaar|keren_per_schooljaar|aantal): )\d+")
_ONE_OF_MANY = re.compile(r"  - \{(ijkpunt|kenmerk|gebied|naam|onderwerp|aspect):")
_LEFT_OUT = 0.04
"""Share of the lines with one ijkpunt, expertise or facility that a school left out."""


def school_of(number: int) -> str:
    """The code of a school: as many as 67,600, each of a made-up board (99)."""
    letters, branch = divmod(number, 100)
    return f"99{LETTERS[letters // 26]}{LETTERS[letters % 26]}{branch:02}"


def sop_text(seed: int, number: int) -> str:
    """One SOP, as a school would hand it in."""
    rng = Random(f"sop {seed}/{number}")
    code, lines = school_of(number), []
    for line in EXAMPLE.read_text("utf-8").splitlines():
        if _ONE_OF_MANY.match(line) and rng.random() < _LEFT_OUT:
            continue
        line = _SCORE.sub(lambda _: f"score: {rng.choices(SCORES, (5, 5, 2, 1))[0]}", line)
        line = _NUMBER.sub(lambda found: f"{found[1]}{rng.randint(5, 40)}", line)
        line = _DAY.sub(lambda _: f"{rng.choice((2025, 2026))}-0{rng.randint(1, 6)}-{rng.randint(10, 28)}", line)
        lines.append(line)
    text = "\n".join(lines) + "\n"
    name = f"{rng.choice(NAMES)} {number}"
    return text.replace("school: 99XX00", f"school: {code}", 1).replace("naam: Basisschool De Wierhaven", f"naam: {name}", 1)


def write_sops(folder: Path, amount: int, seed: int = 2014) -> None:
    """`amount` SOPs in a folder, a folder for each hundred schools."""
    for number in range(amount):
        code = school_of(number)
        place = folder / code[:4]
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{code}.yaml").write_text(sop_text(seed, number), encoding="utf-8", newline="\n")
