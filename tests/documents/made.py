"""Every document of the examples, made once for all tests that look at pages."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

from basisondersteuning.cli.app import run
from basisondersteuning.documents.catalogue import DOCUMENTS

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SENT = ROOT / "examples-ingezonden"
PEILDATUM = "2026-11-24"


class Ask(NamedTuple):
    """One run of `bo render` over the examples."""

    document: str
    paths: tuple[str, ...]
    options: tuple[str, ...] = ()
    name: str = ""

    @property
    def label(self) -> str:
        """A name for the folder it goes to."""
        return self.name or self.document


_SOPS = tuple(f"sops/2026-2027/{one}.yaml" for one in ("99XX00-de-wierhaven", "99YC00-de-lepelaar", "99YE00-de-lantaarn"))
_ON_PAPER = ("groeidocument-swv", "groeidocument-ouders")
_FEW = tuple(f"dossiers/{one}.yaml" for one in ("L-0352-arrangement-toegekend", "L-0388-ot-externe-deskundigen"))
"""What takes most time to set as pages is made of a few dossiers for readers who see less."""

ASKS = (
    Ask("groeidocument", ("dossiers",)),
    Ask("groeidocument", ("dossiers",), ("--voor", "swv"), "groeidocument-swv"),
    Ask("groeidocument", ("dossiers",), ("--voor", "ouders"), "groeidocument-ouders"),
    Ask("ot-inbreng", ("dossiers",)),
    Ask("ot-agenda", ("ot", "dossiers")),
    Ask("ot-agenda", ("ot", "dossiers"), ("--voor", "swv"), "ot-agenda-swv"),
    Ask("ot-uitnodiging", ("ot", "dossiers")),
    Ask("ot-verslag", ("ot", "dossiers")),
    Ask("ot-verslag", ("ot", "dossiers"), ("--voor", "ouders"), "ot-verslag-ouders"),
    Ask("groepsplan", ("dossiers",), ("--groep", "5")),
    Ask("sop", _SOPS),
    Ask("sop", _SOPS, ("--voor", "school"), "sop-school"),
    Ask("terugkoppeling", ("ingezonden",), ("--voor-datum", "2026-12-18")),
)
"""What is asked for: every document, and the readers for whom most is left out."""

assert {one.document for one in ASKS} == set(DOCUMENTS)


@cache
def made(form: str, *, own: bool = False) -> dict[str, Path]:
    """Every document of the examples in one form, by `LABEL/NAME`; `own` keeps the examples' own templates and look."""
    folder = Path(mkdtemp(prefix="documenten-"))
    shutil.copytree(EXAMPLES, folder / "examples")
    shutil.copytree(SENT, folder / "examples" / "ingezonden")
    (folder / "examples" / "ingezonden" / "99XZ00-de-zandplaat.yaml").unlink()  # nobody can read whose it is
    if not own:
        for settings in (folder / "examples").rglob("bo.yaml"):
            settings.unlink()
    found: dict[str, Path] = {}
    for ask in ASKS:
        if form not in DOCUMENTS[ask.document].formats:
            continue
        out = folder / ask.label
        few = form in ("docx", "pdf") and ask.label in _ON_PAPER
        paths = [str(folder / "examples" / one) for one in (_FEW if few else ask.paths)]
        options = ["--peildatum", PEILDATUM, "--format", form, "--out", str(out), "--jobs", "1", *ask.options]
        assert run(["render", ask.document, *paths, *options]) == 0, ask
        found |= {f"{ask.label}/{path.name}": path for path in sorted(out.iterdir()) if path.suffix == f".{form}"}
    return found
