"""A session at the terminal, as it stands in the docs: a real `bo` in a real terminal, in the folder of a made-up school.

`BO_UPDATE=1 pytest tests/test_session.py` writes the page anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

from at_terminal import Terminal

PAGE = Path(__file__).parents[1] / "docs" / "handleiding" / "een-sessie.md"
DAY = ("--peildatum", "2026-11-24")

HEAD = """# Een sessie, van begin tot eind

Zo ziet een eerste half uur met `bo` eruit. Alles hieronder is echt gebeurd: een test van `bo` typt deze opdrachten en
antwoorden, en controleert of het scherm nog zo is. De school en de leerling zijn verzonnen.

Achter `school>` staat wat u typt. Waar `bo` iets vraagt, staat het antwoord achter of onder de vraag; is er alleen op
Enter gedrukt, dan staat daar wat `bo` voorstelde. `--peildatum` staat er alleen bij omdat deze bladzijde anders elke dag
anders zou zijn: u laat het weg.
"""


class Step(NamedTuple):
    """Some lines for the reader, the command, and what is typed when something is asked."""

    words: str
    command: tuple[str, ...]
    typing: tuple[tuple[str, str], ...] = ()


STEPS = (
    Step("## Beginnen\n\nIn een nieuwe, lege map. `bo` zonder iets erachter zegt wat u nu kunt doen.", ()),
    Step(
        "",
        ("init",),
        (
            ("Welke school?", "99XX00\r"),
            ("Hoe heet de school?", "De Zonnewijzer\r"),
            ("intern begeleider?", "T. de Wit\r"),
            ("directeur?", "H. Brouwer\r"),
            ("orthopedagoog", "\r"),
            ("Zo inrichten?", "ja\r"),
        ),
    ),
    Step(
        "## Een dossier\n\nHet kenmerk stelt `bo` zelf voor. De vaste mensen van de school staan er met Enter in.",
        ("new", "dossier"),
        (
            ("Kenmerk van de leerling", "\r"),
            ("Roepnaam", "Sam\r"),
            ("Achternaam", "\r"),
            ("Geboortedatum", "14-3-2017\r"),
            ("In welke groep", "5\r"),
            ("Wie van de school", "\r"),
            ("de leerkracht van groep 5", "M. Visser\r"),
            ("Naam van een ouder", "S. Jansen\r"),
            ("in het dossier?", "\r"),
            ("gezag?", "ja\r"),
            ("nog een ouder", "\r"),
            ("Zo maken?", "ja\r"),
        ),
    ),
    Step(
        "## Iets vastleggen\n\n"
        "De leerkracht zag iets. `bo` vraagt eerst wat nodig is, en laat dan zien wat erbij komt en wat het doet.",
        ("log", "L-0001", *DAY),
        (
            ("Wat wilt u vastleggen?", "observatie\r"),
            ("Dag waarop het gebeurde", "7-9-2026\r"),
            ("Wie observeerde", "lk\r"),
            ("gewenst is?", "ja\r"),
            ("Wilt u nog meer vastleggen?", "gedrag, resultaten, vakgebied\r"),
            ("Beschrijving van het gedrag", "Sam telt op de vingers, ook bij sommen tot 20.\r\r"),
            ("Beschrijving van de resultaten", "Bloktoets 2: 9 van de 20 sommen goed.\r\r"),
            ("Waarover de observatie gaat", "rekenen\r"),
            ("Nog een?", "\r"),
            ("o vastleggen?", "ja\r"),
        ),
    ),
    Step("## Wie moet wat doen?", ("overview", *DAY)),
    Step(
        "## Het gesprek met de ouders\n\nWie liever niet gevraagd wordt, geeft alles als optie.",
        (
            *("log", "L-0001", "oudercontact", "--datum", "10-9-2026", "--met", "moeder", "--door", "lk", "--over", "zorg"),
            *("--samenvatting", "Thuis is het ook zo.", *DAY),
        ),
        (("o vastleggen?", "ja\r"),),
    ),
    Step("Een leerling noemt u met het kenmerk:", ("escalate", "L-0001", *DAY)),
    Step("## Een document", ("render", "groeidocument", "L-0001", "--format", "html", "--out", "documenten", *DAY)),
    Step(
        "## Toch niet\n\nVergist? `bo undo` neemt terug wat `bo` het laatst schreef, nadat u hebt gezien wat dat was.",
        ("undo",),
        (("Dit terugnemen?", "ja\r"),),
    ),
    Step("En alleen `bo` zegt weer wat u nu kunt doen:", ()),
)


def test_the_session_in_the_docs_is_what_happens(tmp_path: Path) -> None:
    folder = tmp_path / "school"
    folder.mkdir()
    terminal = Terminal(folder)
    parts = [HEAD]
    for step in STEPS:
        seen = terminal.bo(*step.command, typing=list(step.typing))
        assert seen.code in (0, 1), "\n".join(seen.lines)
        typed = " ".join(["school> bo", *(f'"{one}"' if " " in one else one for one in step.command)])
        parts.append("\n\n".join([*([step.words] if step.words else []), _block([typed, *map(_fixed, seen.lines)])]) + "\n")
    page = "\n".join(parts)
    assert (folder / "dossiers" / "L-0001.yaml").is_file()
    assert "Traceback" not in page and "\x1b" not in page
    if os.environ.get("BO_UPDATE") == "1":
        PAGE.write_text(page, encoding="utf-8")
    assert page == PAGE.read_text(encoding="utf-8")


def _block(lines: list[str]) -> str:
    return "\n".join(f"    {line}".rstrip() for line in lines)


def _fixed(line: str) -> str:
    """A line without the moment at which the test ran."""
    return re.sub(r"\d{1,2} [a-z]+ \d{4} om \d{1,2}:\d{2}", "24 november 2026 om 9:12", line)
