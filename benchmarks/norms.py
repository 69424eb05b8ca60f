"""What the norms cost beside reading: `python -m benchmarks.norms FOLDER SERIES ROUNDS` prints figures as JSON.

Both are timed in one process, in turn, on the same dossiers in memory and on disk: microseconds a dossier, medians.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def main(folder: str, name: str, rounds: int) -> None:
    """Print what reading, judging and opening the frames cost."""
    from basisondersteuning.model.dossier import Dossier
    from basisondersteuning.model.swv import Samenwerkingsverband
    from basisondersteuning.norms.calendar import Calendar
    from basisondersteuning.norms.evaluate import evaluate
    from basisondersteuning.norms.library import open_library
    from basisondersteuning.records.load import load

    day = date(2026, 6, 1)
    swv = load(str(Path(folder).parent / "samenwerkingsverband.yaml"), today=day).record
    assert isinstance(swv, Samenwerkingsverband)
    calendar = Calendar.of_school(swv, "99XX00")
    series = open_library().series[name]
    frame = series.on(day)
    assert frame is not None
    paths = [str(one) for one in sorted(Path(folder).glob("*.yaml"))]
    loaded = [load(one, today=day) for one in paths]
    records = [one.record for one in loaded if isinstance(one.record, Dossier)]
    assert len(records) == len(paths)

    def read() -> None:
        for path in paths:
            load(path, today=day)

    def judge() -> None:
        for one, record in zip(loaded, records, strict=True):
            evaluate(record, series, frame, calendar, day, one)

    def open_all() -> None:
        open_library()

    def open_one() -> None:
        open_library(wanted="kop-van-noord-holland")

    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)  # as a batch does
    tasks = {"read": read, "judge": judge, "open_all": open_all, "open_one": open_one}
    took = {one: [timed(task)] for one, task in tasks.items()}  # the first is to warm up
    for _ in range(rounds):
        for one, task in tasks.items():
            took[one].append(timed(task))
    ratios = [judged / reading for judged, reading in zip(took["judge"][1:], took["read"][1:], strict=True)]
    print(
        json.dumps(
            {
                "rules": len(frame.rules),
                "events": round(sum(len(one.tijdlijn) for one in records) / len(records)),
                "activations": sum(len(evaluate(one, series, frame, calendar, day).all_activations) for one in records)
                / len(records),
                "read": 1e6 * median(took["read"][1:]) / len(paths),
                "judge": 1e6 * median(took["judge"][1:]) / len(paths),
                "ratio": median(ratios),
                "open_all": 1000 * median(took["open_all"][1:]),
                "open_one": 1000 * median(took["open_one"][1:]),
            }
        )
    )


def timed(task: Callable[[], None]) -> float:
    """Seconds of CPU that a task takes."""
    begin = time.process_time()
    task()
    return time.process_time() - begin


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
