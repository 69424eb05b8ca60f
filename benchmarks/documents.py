"""What a Groeidocument costs beside its template: `python -m benchmarks.documents FOLDER ROUNDS` prints figures as JSON.

Reading, the whole way from file to bytes, and the bare render of the same template with the data in memory are timed in
one process, in turn, on the same dossiers: microseconds a document, medians.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median

from .norms import timed

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def main(folder: str, rounds: int) -> None:
    """Print what a Groeidocument costs, in Markdown and in HTML."""
    from basisondersteuning.casework.assess import Setup, find_swv
    from basisondersteuning.casework.settings import find_settings
    from basisondersteuning.documents.making import Maker, Order
    from basisondersteuning.documents.outbox import Outbox
    from basisondersteuning.records.discover import Candidate
    from basisondersteuning.records.load import load

    day = date(2026, 6, 1)
    setup = Setup(day, day, None, find_swv([folder]))
    paths = [str(one) for one in sorted(Path(folder).glob("*.yaml"))]
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as out:
        for form in ("md", "html"):
            maker = Maker(Order("groeidocument", (form,), setup, find_settings([folder]), "school", True))
            papers = [maker.paper(path) for path in paths]
            template = f"groeidocument/groeidocument.{form}.j2"

            def read() -> None:
                for path in paths:
                    load(path, today=day)

            def whole(maker: Maker = maker) -> None:
                box = Outbox(tempfile.mkdtemp(dir=out))
                for path in paths:
                    for made in maker.of_dossier(Candidate(path, True)).forms:
                        box.put(made.name, made.data, source=path)

            def bare(maker: Maker = maker, template: str = template, papers: list[object] = papers) -> None:
                for doc in papers:
                    maker.templates.render(template, doc)

            gc.collect()
            gc.freeze()
            gc.set_threshold(50_000, 20, 100)  # as a batch does
            tasks = {"read": read, "whole": whole, "bare": bare}
            took = {one: [timed(task)] for one, task in tasks.items()}  # the first is to warm up
            for _ in range(rounds):
                for one, task in tasks.items():
                    took[one].append(timed(task))
            each = zip(took["whole"][1:], took["read"][1:], took["bare"][1:], strict=True)
            found[f"{form} ratio"] = median((all_ - reading) / render for all_, reading, render in each)
            for one in tasks:
                found[f"{form} {one}"] = 1e6 * median(took[one][1:]) / len(paths)
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
