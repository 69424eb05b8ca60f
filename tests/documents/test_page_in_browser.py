"""The page in a real browser: it shows, it fits, it asks for nothing, it prints."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from basisondersteuning.documents.rulebook.make import rule_book
from basisondersteuning.documents.templating.environment import render
from basisondersteuning.norms.library import open_library
from conftest import program

pytestmark = pytest.mark.needs("chromium")

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars")


def opened(folder: Path, page: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """What Chromium says of this page."""
    browser = program("chromium")
    assert browser is not None
    command = [browser, *FLAGS, f"--user-data-dir={folder / 'profiel'}", *options, page.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", timeout=120, check=True)


def chromium(folder: Path, page: Path, *options: str) -> str:
    """What Chromium writes on standard output for this page."""
    return opened(folder, page, *options).stdout


def made(series: str) -> str:
    found = open_library(wanted=series)
    return render("regelboek/regelboek.html.j2", rule_book(found.series[series].versions[0], found))


@pytest.fixture(scope="module")
def page() -> str:
    return made("kop-van-noord-holland")


def saved(folder: Path, text: str) -> Path:
    path = folder / "regelboek.html"
    path.write_text(text, encoding="utf-8")
    return path


MEASURE = """
<script>
addEventListener("load", () => {
  const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5);
  const style = getComputedStyle(document.body);
  document.documentElement.dataset.measured = JSON.stringify({
    inner: innerWidth, scroll: document.documentElement.scrollWidth,
    wide: wide.map((one) => one.tagName + " " + one.className), ground: style.backgroundColor,
  });
});
</script>
"""


def measured(folder: Path, page: str, width: int) -> str:
    """What a copy of the page, in a frame of this width, says of itself."""
    copy = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page).replace("</head>", MEASURE + "</head>")
    (folder / "kopie.html").write_text(copy, encoding="utf-8")
    frame = f"""<!doctype html><iframe src="kopie.html" style="border:0" width="{width}" height="900"></iframe>
<script>
addEventListener("load", () => setTimeout(() => {{
  document.body.dataset.inner = document.querySelector("iframe").contentDocument.documentElement.dataset.measured;
}}, 0));
</script>"""
    dom = chromium(folder, saved(folder, frame), "--allow-file-access-from-files", "--dump-dom", "--virtual-time-budget=4000")
    found = re.search(r'data-inner="([^"]*)"', dom)
    assert found, dom[-500:]
    return found[1].replace("&quot;", '"')


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_sticks_out_at_any_width(page: str, tmp_path: Path, width: int) -> None:
    assert f'"inner":{width},"scroll":{width},"wide":[]' in measured(tmp_path, page, width)


def test_a_word_that_does_not_fit_is_broken(page: str, tmp_path: Path) -> None:
    long = page.replace("Bespreek de zorg", "Bespreek" * 30)
    assert '"scroll":320,' in measured(tmp_path, long, 320)


def test_the_measure_sees_what_sticks_out(page: str, tmp_path: Path) -> None:
    broken = page.replace("overflow-wrap: break-word", "overflow-wrap: normal").replace("Bespreek de zorg", "Bespreek" * 30)
    assert '"scroll":320,' not in measured(tmp_path, broken, 320)


def test_the_style_passes_the_policy_of_the_page(page: str, tmp_path: Path) -> None:
    """A script may not run under the policy, so the look is read off the picture: the ground is not white."""
    path = saved(tmp_path, page)
    picture = tmp_path / "beeld.png"
    chromium(tmp_path, path, "--window-size=500,400", f"--screenshot={picture}")
    blocked = saved(tmp_path, page.replace("sha256-", "sha256-A"))
    chromium(tmp_path, blocked, "--window-size=500,400", f"--screenshot={tmp_path / 'zonder.png'}")
    assert picture.read_bytes() != (tmp_path / "zonder.png").read_bytes()


def test_the_browser_has_nothing_to_complain_of(page: str, tmp_path: Path) -> None:
    done = opened(tmp_path, saved(tmp_path, page), "--enable-logging=stderr", "--v=0", "--dump-dom")
    assert [line for line in done.stderr.splitlines() if "CONSOLE" in line] == []
    assert done.stdout.count("<article") == page.count("<article")


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("series", ["kop-van-noord-holland", "landelijk"])
def test_in_print_a_heading_never_ends_a_page(series: str, tmp_path: Path) -> None:
    page = made(series)
    paper = tmp_path / "regelboek.pdf"
    chromium(tmp_path, saved(tmp_path, page), "--no-pdf-header-footer", f"--print-to-pdf={paper}")
    reader = program("pdftotext")
    assert reader is not None
    text = subprocess.run([reader, "-layout", str(paper), "-"], capture_output=True, text=True, check=True).stdout
    pages = [one for one in text.split("\f") if one.strip()]
    assert len(pages) > 5
    found = re.findall(r"<h[23][^>]*>(?:<span[^>]*><a[^>]*>[^<]*</a></span>)?\s*([^<:]+)(?:<span class=\"name\">([^<]+))?", page)
    headings = {part.strip() for one in found for part in one if part.strip()}
    assert len(headings) > 40
    for one in pages[1:]:  # the first ends with the contents
        body = [line.strip() for line in one.splitlines() if line.strip() and not re.fullmatch(r"\s*\d+ / \d+", line)]
        assert body[-1] not in headings
    assert re.search(r"1 / \d+", pages[0])
