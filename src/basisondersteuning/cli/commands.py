"""Which commands there are. Nothing here imports anything, so that `bo --help` is instant."""

from __future__ import annotations

COMMANDS: dict[str, tuple[str, str]] = {
    "escalate": (
        "escalate",
        "Per leerling: welk niveau het dossier onderbouwt, wat ontbreekt en wie wat wanneer doet.",
    ),
    "validate": ("validate", "Controleer dossiers en andere bestanden op vorm en samenhang."),
    "explain": ("explain", "Leg een regel, een bevinding of een uitkomst in een dossier uit."),
    "render": ("render", "Maak een document: Groeidocument, agenda, uitnodiging of verslag van het OT, groepsplan."),
    "ot": ("ot", "Een bijeenkomst van het ondersteuningsteam: plannen, controleren en verwerken."),
    "sjabloon": ("sjabloon", "Sjablonen van documenten: bekijken, overnemen en controleren."),
    "kader": ("kader", "Normenkaders: bekijken, controleren en testen."),
    "schema": ("schema", "Geef het schema van een soort bestand, voor hulp bij het typen in een editor."),
}
"""Name, module in this package, and one line of help."""


def overview(version: str) -> str:
    """What `bo` and `bo --help` show."""
    width = max(len(name) for name in COMMANDS)
    lines = [f"  {name:<{width}}  {text}" for name, (_, text) in COMMANDS.items()]
    return "\n".join(
        [
            f"bo {version}: van leerlingdossier naar onderbouwd oordeel. Mensen beslissen; bo laat zien wat er staat.",
            "",
            "Gebruik: bo OPDRACHT [OPTIES] PAD...",
            "",
            "Opdrachten:",
            *lines,
            "",
            "Opties:",
            "  --help     Deze hulp; na een opdracht de hulp bij die opdracht.",
            "  --version  De versie van bo.",
            "",
            "Beginnen: bo escalate MAP-MET-DOSSIERS",
        ]
    )
