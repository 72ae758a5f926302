"""The page in a real browser: offline, by key alone, narrow and wide.

Needs Debian's chromium and chromium-driver; where they are not, it says so.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import time
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.documents.dashboard import as_html
from tests.documents.test_dashboard_page import SHEET, board

if TYPE_CHECKING:
    from collections.abc import Iterator

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        not (CHROMIUM and DRIVER),
        reason="needs chromium and chromedriver: apt-get install chromium-driver",
    ),
]
PORT = 9517
WORDS = "return document.documentElement.innerText"
WIDE = """
const room = document.documentElement.clientWidth + 1;
return [...document.querySelectorAll('body *')]
  .filter(e => !e.closest('.wide') && !e.classList.contains('skip'))
  .filter(e => e.getBoundingClientRect().right > room).map(e => e.tagName)
"""
FETCHED = "return performance.getEntriesByType('resource').map(e => e.name)"
FOCUSED = (
    "const e = document.activeElement; const b = e.getBoundingClientRect();"
    "return [e.tagName, e.getAttribute('href') || e.getAttribute('aria-label') || '', "
    "b.top >= 0, getComputedStyle(e).outlineStyle]"
)
CONTRAST = """
const light = c => {const p = c.match(/\\d+(\\.\\d+)?/g).slice(0,3).map(Number).map(v =>
  (v/=255) <= 0.03928 ? v/12.92 : ((v+0.055)/1.055)**2.4);
  return 0.2126*p[0]+0.7152*p[1]+0.0722*p[2]};
const back = light(getComputedStyle(document.body).backgroundColor);
const said = 'p,li,td,th,dt,dd,h1,h2,caption,figcaption,a,span';
return [...document.querySelectorAll(said)]
  .map(e => {const own = light(getComputedStyle(e).color);
    const [a,b] = own > back ? [own,back] : [back,own]; return (a+0.05)/(b+0.05)})
  .reduce((a,b) => Math.min(a,b), 99)
"""


class Browser:
    """A browser without a window, spoken to as WebDriver says."""

    def __init__(self, session: str) -> None:
        self._at = f"http://127.0.0.1:{PORT}/session/{session}"

    def post(self, path: str, **told: Any) -> Any:
        """Send a command; return its value."""
        return _call(f"{self._at}/{path}", told)

    def run(self, script: str) -> Any:
        """Run a script of the test's own; return what it returns."""
        return self.post("execute/sync", script=script, args=[])

    def tab(self) -> Any:
        """Press Tab; return what has the focus."""
        keys = [
            {"type": "keyDown", "value": "\ue004"},
            {"type": "keyUp", "value": "\ue004"},
        ]
        self.post("actions", actions=[{"type": "key", "id": "k", "actions": keys}])
        return self.run(FOCUSED)

    def dark(self, scheme: str) -> None:
        """Let the browser like light or dark pages."""
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.post(
            "goog/cdp/execute",
            cmd="Emulation.setEmulatedMedia",
            params={"features": [feature]},
        )

    def width(self, pixels: int) -> None:
        """Let the window be so wide."""
        self.post(
            "goog/cdp/execute",
            cmd="Emulation.setDeviceMetricsOverride",
            params={
                "width": pixels,
                "height": 900,
                "deviceScaleFactor": 1,
                "mobile": False,
            },
        )

    def close(self) -> None:
        """Close it."""
        request = urllib.request.Request(self._at, method="DELETE")  # noqa: S310
        urllib.request.urlopen(request, timeout=60).close()  # noqa: S310


def _call(url: str, told: Any) -> Any:
    body = json.dumps(told).encode()
    request = urllib.request.Request(url, body)  # noqa: S310 - our own machine
    with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310
        return json.load(answer)["value"]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Return a browser that has the page of a dashboard open, from a file."""
    page = tmp_path_factory.mktemp("page") / "dashboard.html"
    page.write_bytes(as_html(board(), SHEET))
    assert DRIVER
    driver = subprocess.Popen(
        [DRIVER, f"--port={PORT}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        opened = Browser(_session())
        opened.post("url", url=page.as_uri())
        yield opened
        opened.close()
    finally:
        driver.terminate()
        driver.wait(30)


def _session() -> str:
    arguments = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--force-color-profile=srgb",
    ]
    options = {"args": arguments, "binary": CHROMIUM}
    told = {
        "capabilities": {
            "alwaysMatch": {
                "goog:chromeOptions": options,
                "goog:loggingPrefs": {"browser": "ALL"},
            }
        }
    }
    for _try in range(60):
        try:
            found = _call(f"http://127.0.0.1:{PORT}/session", told)
        except OSError:
            time.sleep(0.5)
        else:
            return str(found["sessionId"])
    raise TimeoutError("the browser did not start")


def test_it_opens_from_a_file_and_fetches_nothing(browser: Browser) -> None:
    """All is there, nothing came from anywhere, and nothing was complained of."""
    assert "Keeping safe" in browser.run(WORDS)
    assert browser.run(FETCHED) == []
    log = browser.post("se/log", type="browser")
    assert [line["message"] for line in log] == []


@pytest.mark.parametrize("pixels", [320, 400, 1280])
def test_nothing_runs_off_the_side(browser: Browser, pixels: int) -> None:
    """Tables and charts scroll in a box of their own; the page itself never does."""
    browser.width(pixels)

    assert browser.run(WIDE) == []


@pytest.mark.parametrize(("pixels", "shown"), [(390, True), (1280, False)])
def test_a_narrow_screen_says_that_a_chart_goes_on(
    browser: Browser, pixels: int, *, shown: bool
) -> None:
    """The newest weeks stand on the right: nobody takes the first ones for all."""
    browser.width(pixels)

    said = browser.run(
        "return [...document.querySelectorAll('figure .narrow')]"
        ".map(p => p.offsetHeight > 0)"
    )

    assert said
    assert set(said) == {shown}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_page(browser: Browser, scheme: str) -> None:
    """The least contrast of any words is 4.5 to 1 (WCAG 2.2, 1.4.3)."""
    browser.dark(scheme)

    assert browser.run(CONTRAST) >= 4.5


def test_the_keyboard_goes_from_the_skip_link_through_the_page(
    browser: Browser,
) -> None:
    """Tab meets the skip link first, then the contents, then each box that scrolls."""
    browser.width(400)
    browser.run("document.activeElement.blur(); window.scrollTo(0, 0)")

    met = [browser.tab() for _press in range(14)]

    assert met[0][:2] == ["A", "#numbers"]
    assert [one[0] for one in met[1:9]] == ["A"] * 8
    assert met[9][0] == "DIV"
    assert all(one[2] and one[3] == "solid" for one in met)


def test_the_drawings_have_their_names_for_those_who_hear_them(
    browser: Browser,
) -> None:
    """The browser's own tree of names calls each chart what it shows."""
    named = browser.run(
        "return [...document.querySelectorAll('svg')].map(s => s.getAttribute("
        "'aria-labelledby').split(' ').map(i => document.getElementById(i).textContent)"
        ".join(' ').length)"
    )
    assert len(named) == 3
    assert all(length > 60 for length in named)
