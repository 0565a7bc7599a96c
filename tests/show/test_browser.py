"""The examples' report in a real browser, cut off from the network: complete, and with nothing to complain of."""

import os
import re
import shutil
import signal
import subprocess
from pathlib import Path
from typing import NamedTuple

import lxml.html
import pytest

from sayso import api
from sayso.show import report

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LONGEST = 60
"""Seconds: a browser that has not written the page by then has not started."""
CONSOLE = re.compile(r":CONSOLE[:(]\d+\)?\] ?(.*)")
REQUEST = re.compile(r'"initiator":"(?!not an origin").*?"url":"((?!file:|data:)[^"]*)"')
"""A request in the browser's log that a page made: those of the browser itself have no origin for their initiator."""
PROBE = "<script>console.error('probe')</script><img src='http://probe.invalid/picture.png'>"


class Visit(NamedTuple):
    """What came of opening a page: the page as the browser made it, its console, and what it asked the network for."""

    page: lxml.html.HtmlElement
    console: list[str]
    asked: list[str]


@pytest.fixture(scope="module")
def browser() -> str:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("needs Chromium, which is not on PATH")
    return found


def visit(browser: str, html: str, folder: Path) -> Visit:
    """Open the page from a file. Skips the test where the browser does not start, as in some sandboxes."""
    (folder / "report.html").write_text(html, encoding="utf-8")
    log = folder / "net.json"
    command = [
        browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={folder / 'profile'}", f"--log-net-log={log}",
        "--enable-logging=stderr", "--virtual-time-budget=2000", "--dump-dom", (folder / "report.html").as_uri(),
    ]  # fmt: skip
    out, err = _run(command)
    if "</html>" not in out:
        pytest.skip(f"Chromium did not open a page here: {err[-300:]}")
    console = [match[1] for match in CONSOLE.finditer(err)]
    asked = REQUEST.findall(log.read_text(encoding="utf-8", errors="replace")) if log.exists() else []
    return Visit(lxml.html.document_fromstring(out), console, asked)


def _run(command: list[str]) -> tuple[str, str]:
    """Standard output and error. The browser's helper processes end with it, even where it hangs."""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", errors="replace",
        start_new_session=True,
    ) as process:  # fmt: skip
        try:
            return process.communicate(timeout=LONGEST)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            pytest.skip(f"Chromium gave no page in {LONGEST} seconds")


@pytest.fixture(scope="module")
def html() -> str:
    records = list(api.read_many(sorted(EXAMPLES.glob("karabakh-*"))))
    return report.render(api.compare(records), records)


@pytest.fixture(scope="module")
def opened(browser: str, html: str, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    return visit(browser, html, tmp_path_factory.mktemp("report"))


def test_the_probe_is_noticed(browser: str, tmp_path: Path) -> None:
    """Without this the two tests below could pass because nothing is ever logged."""
    seen = visit(browser, f"<!DOCTYPE html><html><body>{PROBE}</body></html>", tmp_path)
    assert any("probe" in line for line in seen.console)
    assert any("probe.invalid" in address for address in seen.asked)


def test_the_console_stays_empty(opened: Visit) -> None:
    assert opened.console == []


def test_the_network_is_never_asked(opened: Visit) -> None:
    assert opened.asked == []


def test_the_page_is_complete(opened: Visit, html: str) -> None:
    sent = lxml.html.document_fromstring(html)
    for part in ("main", "h2", "mark", "a"):
        assert len(opened.page.findall(f".//{part}")) >= len(sent.findall(f".//{part}")) > 0
    assert opened.page.xpath("//footer//text()")


def test_the_skip_link_and_the_evidence_lead_somewhere(opened: Visit) -> None:
    ids = set(opened.page.xpath("//@id"))
    (skip,) = opened.page.xpath("//a[@class='skip']/@href")
    cited = [href for href in opened.page.xpath("//main//a/@href") if re.fullmatch(r"#[A-Z]+-\d+-\d+", href)]
    assert skip[1:] in ids
    assert cited
    assert {href[1:] for href in cited} <= ids
