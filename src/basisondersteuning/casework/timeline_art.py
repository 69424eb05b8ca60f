"""The niveau history of one strand as a small drawing for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ..model.words import month_short


def draw(steps: Sequence[tuple[date, int]], codes: Sequence[str], until: date, width: int = 64) -> list[str]:
    """Draw ranks over time: one row per rank that occurs or lies below, highest first, then an axis.

    `steps` are the days on which the rank changed and the rank from then on; `codes` names the ranks from 0; `until`
    is the last day drawn; `width` the number of columns of the drawing itself.
    """
    if not steps:
        return []
    first = min(day for day, _ in steps)
    span = max((until - first).days, 1)
    start = first - timedelta(days=max(span // 12, 2))
    total = max((until - start).days, 1)
    days = [start + timedelta(days=round(column * total / (width - 1))) for column in range(width)]
    ranks = [_rank(steps, day) for day in days]
    top = max(rank for _, rank in steps)
    label = max(len(_label(codes[rank])) for rank in range(top + 1))
    rows = []
    for rank in range(top, -1, -1):
        line = "".join(_cell(ranks, column, rank) for column in range(width))
        rows.append(f"{_label(codes[rank]):>{label}} ┤{line}".rstrip())
    axis, ticks = _axis(days)
    rows.append(f"{'':>{label}} └{ticks}")
    rows.append(f"{'':>{label}}  {axis}".rstrip())
    return rows


def _label(code: str) -> str:
    return "geen" if code == "geen" else code


def _rank(steps: Sequence[tuple[date, int]], day: date) -> int:
    rank = 0
    for changed, after in steps:
        if changed <= day:
            rank = after
    return rank


def _cell(ranks: list[int], column: int, rank: int) -> str:
    now = ranks[column]
    before = ranks[column - 1] if column else now
    if now == before:
        return "─" if now == rank else " "
    up = now > before
    if rank == now:
        return "┌" if up else "└"
    if rank == before:
        return "┘" if up else "┐"
    return "│" if min(now, before) < rank < max(now, before) else " "


def _axis(days: list[date]) -> tuple[str, str]:
    """Labels at the start of months (or of quarters and years in a long history), never overlapping."""
    months = (days[-1] - days[0]).days / 30.4
    every = 1 if months <= 10 else 3 if months <= 30 else 12
    labels = [" "] * len(days)
    ticks = ["─"] * len(days)
    free = 0
    for column in range(1, len(days)):
        day = days[column]
        if day.month == days[column - 1].month or (day.month - 1) % every:
            continue
        month = month_short(day.month)
        text = f"{month} {day.year}" if every == 12 or day.month == 1 or free == 0 else month
        if column < free or column + len(text) > len(days):
            continue
        ticks[column] = "┴"
        labels[column : column + len(text)] = text
        free = column + len(text) + 1
    if not free:  # too short for a month to begin in it: the first and the last day then
        first, last = (f"{day.day} {month_short(day.month)}" for day in (days[0], days[-1]))
        labels[: len(first)] = first
        labels[len(days) - len(last) :] = last
    return "".join(labels), "".join(ticks)
