"""A norm frame with one change in it: only the part that was changed is compiled anew."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..model.base import Model
from ..model.reflect import FieldSpec
from ..records.load import Loaded
from ..records.tree import Path
from .compile import FrameCompiler
from .frame import Frame
from .mutate_changes import GONE, KEPT, Named, Steps
from .pattern import Test
from .pattern_compile import PatternCompiler
from .problems import Problems
from .reachable import terms, with_moved_term


def changed(frame: Frame, loaded: Loaded, named: Named) -> Frame | None:
    """The frame with this change; None for a change that cannot be made, since the frame would not be sound.

    The term of a change of days follows a `MovedCalendar` of that many days.
    """
    change = named.change
    kind, index = str(change.part[0]), int(change.part[1])
    if kind == "regels":
        return _with_rule(frame, loaded, named, index)
    problems = Problems(loaded)
    parts: list[Any] = list(getattr(frame.record, kind))
    if change.edit is GONE and not change.path:
        del parts[index]
    elif change.edit is not KEPT:
        parts[index] = _edited(parts[index], change.path, change.edit)
    compiler = _compiler(frame.record.model_copy(update={kind: parts}), problems, named)
    if kind == "niveaus":
        found = replace(frame, levels=tuple(compiler.level(number) for number in range(len(parts))))
    else:
        ends = [compiler.patterns.compile(raw, ("einde", number)) for number, raw in enumerate(parts)]
        found = replace(frame, ends=tuple(one for one in ends if one is not None))
    return None if problems.findings else found


def _with_rule(frame: Frame, loaded: Loaded, named: Named, index: int) -> Frame | None:
    change, raw = named.change, frame.record.regels[index]
    rule = frame.by_code[raw.code]
    if change.edit is GONE and not change.path:
        return replace(frame, rules=tuple(one for one in frame.rules if one is not rule))
    if change.days:
        return with_moved_term(frame, rule, next(one for one in terms(rule) if tuple(one.path) == change.path))
    problems = Problems(loaded)
    if change.edit is not KEPT:
        raw = _edited(raw, change.path, change.edit)
    compiled = _compiler(frame.record, problems, named).rule(raw, ("regels", index))
    if compiled is None or problems.findings:
        return None
    return replace(frame, rules=tuple(compiled if one is rule else one for one in frame.rules))


def _compiler(record: Any, problems: Problems, named: Named) -> FrameCompiler:
    compiler = FrameCompiler(record, problems)
    if named.change.negated:
        compiler.patterns = _Negating(problems, compiler.level_codes, named.place)
    return compiler


class _Negating(PatternCompiler):
    """Compiles one test, that at `negated`, to its opposite. What the record does not say it still does not say."""

    def __init__(self, problems: Problems, levels: tuple[str, ...], negated: Steps) -> None:
        super().__init__(problems, levels)
        self.negated = negated

    def tests(self, raw: dict[str, Any], fields: dict[str, FieldSpec], path: Path) -> tuple[Test, ...] | None:
        """The tests on the fields of one model; None after a mistake."""
        found = super().tests(raw, fields, path)
        if found is None or tuple(path) != self.negated[:-1]:
            return found
        return tuple(_opposite(one) if one.field == self.negated[-1] else one for one in found)


def _opposite(test: Test) -> Test:
    words = f"niet ({test.words})"  # the same words would mean the same test
    return test._replace(words=words, check=lambda value, timeline, anchor: not test.check(value, timeline, anchor), equals=None)


def _edited(node: Any, path: Steps, new: Any) -> Any:
    """A copy of a part of a record in which something else stands at `path`, or nothing."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    gone = not rest and new is GONE
    if isinstance(node, Model):
        name = str(step)
        default = type(node).model_fields[name].get_default(call_default_factory=True) if gone else None
        return node.model_copy(update={name: default if gone else _edited(getattr(node, name), rest, new)})
    copy = node.copy()
    if gone:
        del copy[step]
    else:
        copy[step] = _edited(copy[step], rest, new)
    return copy
