"""One line for each thing that needs doing, for lists and for programs that jump to a place."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings.finding import readable
from ..findings.render_short import short as short_finding
from ..model.words import level_words, plain, short_date, with_article
from .assess import Assessment
from .rows import Narrow


def verdict_short(assessment: Assessment, narrow: Narrow) -> Iterator[str]:
    """Per dossier its niveau, then its tasks and its findings, each as `file:line: …`."""
    verdict, name = assessment.verdict, readable(assessment.loaded.name)
    if verdict is not None:
        codes = ("geen", *(level.code for level in verdict.frame.levels))
        levels = ", ".join(f"{plain(one.strand.name)} {level_words(codes[one.supported])}" for one in verdict.strands)
        ready = [f"gereed voor {with_article(one.next_level.code)}" for one in verdict.strands if one.ready and one.next_level]
        closed = [f"afgesloten op {short_date(verdict.ended)}"] if verdict.ended else []
        yield f"{name}: {verdict.pupil}: {'; '.join([levels or 'geen ondersteuning', *ready, *closed])}"
        for task in assessment.tasks:
            if narrow.keeps_task(task):
                until = f", uiterlijk {short_date(task.due)}" if task.due else ""
                where = f"{name}:{task.line}" if task.line else name
                yield f"{where}: {task.card.code} {task.status.words}{until}: {plain(task.card.role)}: {task.card.action}"
    for finding in assessment.findings:
        yield short_finding(finding)
