"""How long a device takes to seal a ballot: in this browser as it is, and slowed down six times.

    .venv/bin/python bench/booth.py

The browser slows down the page's own thread only, so the arithmetic is run there, where it counts; in the booth it runs
in a worker, beside the page. The last figure is the longest time the page answered nothing while the worker sealed.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from playwright.sync_api import Page, sync_playwright  # noqa: E402

from booth.conftest import serve  # noqa: E402
from booth.ward import CARD, Ward  # noqa: E402
from crypto.village import Village  # noqa: E402
from danchu.server import booth  # noqa: E402

TIMES = 7
MEASURE = """
    ([text, digits, uuid]) => {
      const now = performance.now();
      const credential = ballot.privateCredential(digits, uuid);
      const derived = performance.now();
      ballot.seal(ballot.readElection(text), credential, 1);
      return [derived - now, performance.now() - derived];
    }
"""
HEARTBEAT = """
    () => {
      let last = performance.now();
      window.longest = 0;
      setInterval(() => {
        window.longest = Math.max(window.longest, performance.now() - last);
        last = performance.now();
      }, 10);
    }
"""


def slowed(page: Page, rate: int) -> None:
    """As many times slower as asked."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})


def arithmetic(page: Page, village: Village, rate: int) -> list[float]:
    """Median milliseconds of the card's derivation and of sealing, each on a page that never computed before."""
    found = []
    for _ in range(TIMES):
        page.goto("about:blank")
        page.add_script_tag(content=bundle())
        slowed(page, rate)
        found.append(page.evaluate(MEASURE, [village.vote.text, village.cards[0], village.uuid]))
    return [statistics.median(one) for one in zip(*found, strict=True)]


def bundle() -> str:
    """The arithmetic alone, as the worker has it."""
    words = ["npx", "esbuild", "js/secret/ballot.mjs", "--bundle", "--minify", "--format=iife", "--global-name=ballot"]
    done = subprocess.run(words, cwd=ROOT / "frontend", capture_output=True, text=True, check=True)
    return done.stdout


def whole(page: Page, place: Any, rate: int) -> tuple[float, float]:
    """Milliseconds from *Xem lại* to the sealed ballot in the booth itself, and the page's longest silence."""
    page.goto("about:blank")
    page.goto(f"{place.url}/#{CARD}.{place.village.cards[0]}")
    page.locator("#y-1").wait_for()
    slowed(page, rate)
    page.locator("#y-1").check()
    page.evaluate(HEARTBEAT)
    begun = page.evaluate("performance.now()")
    page.get_by_role("button", name="Xem lại trước khi gửi").click()
    page.get_by_text("Phiếu đã khóa. Mã phiếu").wait_for()
    return page.evaluate("performance.now()") - begun, page.evaluate("window.longest")


def main() -> None:
    """Print one table."""
    village = Village(3)
    ward_server, ward_url = serve(Ward(village))
    booth_server, url = serve(booth.application(ward=ward_url))
    place = SimpleNamespace(village=village, url=url)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        print("| | 1 × | 6 × |\n|---|---|---|")
        alone = [arithmetic(browser.new_page(), village, rate) for rate in (1, 6)]
        for name, *values in zip(("card → credential", "sealing"), *alone, strict=True):
            print(f"| {name}, ms | " + " | ".join(f"{value:.0f}" for value in values) + " |")
        print("| together, ms | " + " | ".join(f"{sum(one):.0f}" for one in alone) + " |")
        flows = []
        for rate in (1, 6):
            page = browser.new_page()
            runs = [whole(page, place, rate) for _ in range(TIMES)]
            flows.append([statistics.median(one) for one in zip(*runs, strict=True)])
        for name, *values in zip(("in the booth, press to sealed", "longest silence"), *flows, strict=True):
            print(f"| {name}, ms | " + " | ".join(f"{value:.0f}" for value in values) + " |")
        browser.close()
    for server in (ward_server, booth_server):
        server.shutdown()


if __name__ == "__main__":
    main()
