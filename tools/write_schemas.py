"""Write the JSON Schema of every kind of record to `schemas/`: `python -m tools.write_schemas`."""

from __future__ import annotations

from pathlib import Path

from basisondersteuning.model.kinds import RECORD_KINDS
from basisondersteuning.model.schema import schema_text

FOLDER = Path(__file__).parents[1] / "schemas"


def write_schemas() -> None:
    """Write every schema, and take away those of kinds that no longer exist."""
    for path in FOLDER.glob("*.schema.json"):
        if path.name.removesuffix(".schema.json") not in RECORD_KINDS:
            path.unlink()
    for kind in RECORD_KINDS:
        (FOLDER / f"{kind}.schema.json").write_text(schema_text(kind), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_schemas()
