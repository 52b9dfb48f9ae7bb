"""Run inside a phone's own network: votes with a card's link in Chromium, or without a browser; prints the receipt.

python -m robustness.lan_phone ADDRESS PORT TOKEN SLUG [CHROMIUM]
"""

from __future__ import annotations

import json
import sys
from typing import Any

from robustness.place import Home, Phone, receipt_code
from robustness.voters import ACCEPTED

ARGUMENTS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
MORE = "--disable-component-update --disable-sync"
ANSWER_WITHIN = 20_000


def without_a_browser(address: str, port: int, token: str, slug: str) -> dict[str, Any]:
    phone = Phone(port, host=address)
    phone.come_in(Home(0, "", token, ""))
    phone.open_ballot(slug)
    assert phone.send(slug, "yes").status == ACCEPTED
    return {"code": phone.receipt(slug)}


def in_chromium(address: str, port: int, token: str, chromium: str) -> dict[str, Any]:
    from playwright.sync_api import sync_playwright

    said: list[str] = []
    hosts: set[str] = set()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=[*ARGUMENTS.split(), *MORE.split()])
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.set_default_timeout(ANSWER_WITHIN)
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
        page.goto(f"http://{address}:{port}/the/{token}/")
        page.get_by_role("button", name="Vào").click()
        page.locator("input[name=choice][value=yes]").check(force=True)
        page.locator("#main-form, main form, form").filter(has=page.locator("input[name=choice]")).locator(
            "button[type=submit], button:not([type])"
        ).last.click()
        page.wait_for_url("**/xem-lai/")
        page.locator("form[action$='/gui/'] button").last.click()
        page.wait_for_url("**/bien-nhan/")
        text = page.content()
        width = page.evaluate("document.documentElement.scrollWidth")
        secure = page.evaluate("window.isSecureContext")
        browser.close()
    return {"code": receipt_code(text), "said": said, "hosts": sorted(hosts), "width": width, "secure": secure}


if __name__ == "__main__":
    where, at_port, card, vote, *programs = sys.argv[1:]
    answer = (
        in_chromium(where, int(at_port), card, programs[0])
        if programs
        else without_a_browser(where, int(at_port), card, vote)
    )
    sys.stdout.write(json.dumps(answer))
