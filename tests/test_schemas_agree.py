"""Two validators that are not ours give the verdict of `bo` on every record, but for the gaps in `schemas/README.md`.

The records are the examples, the frames and their tests, the gallery, mistakes written down here, and records made up
from the models, right ones and ones with a mistake put in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from basisondersteuning.findings.catalogue import all_codes
from basisondersteuning.findings.finding import Finding
from basisondersteuning.findings.gallery import FOLDER as GALLERY
from basisondersteuning.model.kinds import RECORD_KINDS
from basisondersteuning.norms.library import BUILT_IN
from basisondersteuning.records.write import dump
from schema_checks import (
    accepts,
    errors,
    findings,
    gaps,
    loaded,
    pointed_at,
    read_otherwise,
    refused_elsewhere,
    reversed_gaps,
)
from schema_made import records, with_mistake
from schema_mistakes import GOOD, SEEN, UNSEEN

ROOT = Path(__file__).parent.parent
FILES = [*sorted((ROOT / "examples").rglob("*.yaml")), *sorted(BUILT_IN.glob("*.yaml")), *sorted(GALLERY.rglob("*.yaml"))]


class Subject(NamedTuple):
    """One file, what `bo` says of it, and whether each validator accepts it."""

    path: Path
    kind: str
    findings: list[Finding]
    text: Any
    jsonschema_rs: bool
    check_jsonschema: bool


class Corpus(NamedTuple):
    """Every file that the validators are asked about."""

    standing: list[Subject]
    written: dict[tuple[str, str, str, str], Subject]
    right: list[Subject]
    wrong: list[Subject]

    def subjects(self) -> Iterator[Subject]:
        yield from (*self.standing, *self.written.values(), *self.right, *self.wrong)


def made(strategy: Callable[[str], st.SearchStrategy[Any]], kind: str, number: int) -> list[Any]:
    """What a strategy gives, always the same."""
    found: list[Any] = []

    @settings(max_examples=number, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(strategy(kind))
    def gather(tree: Any) -> None:
        found.append(tree)

    gather()
    return found


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    root = tmp_path_factory.mktemp("schemas")
    written = {}
    for number, case in enumerate((*UNSEEN, *SEEN)):
        kind, old, new, _ = case
        folder = root / "geschreven" / str(number)
        if kind == "kaderproeven":
            _put(folder / "kader.yaml", GOOD["normenkader"])
        assert old in GOOD[kind], old
        written[case] = _put(folder / "record.yaml", GOOD[kind].replace(old, new, 1))
    right, wrong = {}, {}
    for kind in RECORD_KINDS:
        for number, tree in enumerate(made(records, kind, 30)):
            right[_put(root / "goed" / kind / f"{number}.yaml", dump(tree))] = kind
        for number, tree in enumerate(made(with_mistake, kind, 70)):
            wrong[_put(root / "fout" / kind / f"{number}.yaml", dump(tree))] = kind
    paths = [*FILES, *written.values(), *right, *wrong]
    kinds = {path: _kind(path) for path in paths}
    refused = {
        path
        for kind in RECORD_KINDS
        for path in refused_elsewhere(kind, (one for one in paths if kinds[one] == kind), Path(ROOT.anchor))
    }
    standing = [_subject(path, kinds[path], refused) for path in FILES]
    return Corpus(
        [one for one in standing if one.text is not None or one.findings],  # a file with only remarks is no record
        {case: _subject(path, kinds[path], refused) for case, path in written.items()},
        [_subject(path, kind, refused, alone=True) for path, kind in right.items()],
        [_subject(path, kind, refused, alone=True) for path, kind in wrong.items()],
    )


def _put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _kind(path: Path) -> str:
    """The kind of record whose schema a file is put to: its own, or that of a dossier where it has none."""
    found = re.search(rb"^soort: *(\w+)", path.read_bytes(), re.MULTILINE)
    kind = found[1].decode() if found else ""
    return kind if kind in RECORD_KINDS else "dossier"


def _subject(path: Path, kind: str, refused: set[Path], *, alone: bool = False) -> Subject:
    got = loaded(path)
    tree = read_otherwise(path.read_bytes()) if path.stat().st_size < 20_000_000 else None
    text = got.document.root if got.document is not None else None
    return Subject(path, kind, findings(got, alone=alone), text, tree is not None and accepts(kind, tree), path not in refused)


GAPS = gaps()


def disagreement(one: Subject) -> str:
    """How a validator and `bo` disagree on a file where no row of the table says so; empty when they do not."""
    wrong = [finding.code for finding in errors(one.findings)]
    seen = [
        f"{finding.code} {pointed_at(finding)!r}"
        for finding in errors(one.findings)
        if not any(gap.covers(finding) for gap in GAPS)
    ]
    for name, accepted in (("jsonschema-rs", one.jsonschema_rs), ("check-jsonschema", one.check_jsonschema)):
        if accepted and seen:
            return f"{name} accepts {one.path}, `bo` does not: {seen}"
        if not accepted and not wrong:
            return f"{name} refuses {one.path}, `bo` does not"
    return ""


def test_on_examples_frames_and_the_gallery(corpus: Corpus) -> None:
    assert {one.kind for one in corpus.standing} >= {"dossier", "normenkader", "kaderproeven", "samenwerkingsverband"}
    assert [found for one in corpus.standing if (found := disagreement(one))] == []


def test_on_mistakes_written_down(corpus: Corpus) -> None:
    for case, one in corpus.written.items():
        _, _, new, code = case
        assert [finding.code for finding in errors(one.findings)] == [code], new[:80]
        assert disagreement(one) == "", new[:80]
        assert one.jsonschema_rs is (case in UNSEEN), new[:80]
        assert one.check_jsonschema is (case in UNSEEN and code != "BO114"), new[:80]  # ruamel sees a key that comes again


def test_on_made_up_records_that_are_right(corpus: Corpus) -> None:
    form = [one for one in corpus.right if any(finding.code.startswith(("BO1", "BO2")) for finding in one.findings)]
    assert form == [], "these should be right"
    assert [found for one in corpus.right if (found := disagreement(one))] == []


def test_on_made_up_records_with_a_mistake(corpus: Corpus) -> None:
    assert [found for one in corpus.wrong if (found := disagreement(one))] == []
    for kind in RECORD_KINDS:
        verdicts = [one.jsonschema_rs for one in corpus.wrong if one.kind == kind]
        assert verdicts.count(False) > 10, "the mistakes are too mild"  # settings are mostly free text
    assert any(one.jsonschema_rs for one in corpus.wrong), "what changed is always a mistake"


def test_the_schema_accepts_a_record_as_bo_reads_it(corpus: Corpus) -> None:
    """Everything text: what a reader without types would give."""
    for one in corpus.subjects():
        if not errors(one.findings) and one.text is not None:
            assert accepts(one.kind, one.text), one.path


def test_every_form_finding_of_the_gallery_is_seen_by_a_schema(corpus: Corpus) -> None:
    whole = {gap.code for gap in GAPS if not gap.sometimes}
    seen = {finding.code for one in corpus.standing if not one.jsonschema_rs for finding in one.findings}
    form = {code for code in all_codes() if code.startswith("BO2")}
    assert not form & whole
    assert form <= seen


@pytest.mark.parametrize("gap", GAPS, ids=lambda one: f"{one.code}-{one.reason}" if one.reason else one.code)
def test_no_gap_in_the_table_is_stale(gap: Any, corpus: Corpus) -> None:
    """Both validators accept a file of which `bo` says just this; where the gap is partial, they refuse another one."""
    assert gap.code in all_codes()
    alone = [
        one
        for one in (*corpus.standing, *corpus.written.values())
        if gap.code in {finding.code for finding in one.findings}
        and all(
            any(other.code == finding.code and (other.code == gap.code or not other.sometimes) for other in GAPS)
            for finding in one.findings
        )
    ]
    others = [other for other in GAPS if other != gap and other.reason]
    covered = [
        one
        for one in alone
        if any(gap.covers(finding) and not any(other.covers(finding) for other in others) for finding in one.findings)
    ]
    assert [one for one in covered if one.jsonschema_rs and (one.check_jsonschema or gap.code == "BO114")], "a stale row"
    refused = [one for one in alone if not one.jsonschema_rs and not one.check_jsonschema]
    assert bool(refused) is gap.sometimes, "the table says wrongly whether a schema sees some of these"


def test_what_a_schema_refuses_and_bo_does_not(tmp_path: Path) -> None:
    examples = reversed_gaps()
    assert examples
    for number, example in enumerate(examples):
        key = example.split(":")[0]
        path = _put(tmp_path / f"{number}.yaml", re.sub(rf"\b{key}: [^,}}\n]+", example, GOOD["dossier"], count=1))
        assert example in path.read_text(encoding="utf-8")
        assert errors(findings(loaded(path))) == []
        assert not accepts("dossier", read_otherwise(path.read_bytes()))
        assert refused_elsewhere("dossier", [path], tmp_path) == {path}


def test_other_readers_differ_from_bo() -> None:
    """So that the comparison is one: these texts are no text to them."""
    assert read_otherwise(b"{a: on, b: 0x5, c: 5, 1: ~, d: 2026-11-03}") == {
        "a": True,
        "b": 5,
        "c": 5,
        "1": None,
        "d": "2026-11-03",
    }
    assert read_otherwise(b"a: [") is None
    assert yaml.safe_load("d: 2026-11-03")["d"] != "2026-11-03"
