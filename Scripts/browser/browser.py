"""What all browser tests share: a page of the server under test, and one sentence a check."""

import contextlib
import os
import sys
import traceback

from playwright.sync_api import Page, expect, sync_playwright

BASE = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8377"
# The browser of the system where there is one, so that nothing is downloaded beside the packages.
CHROMIUM = next((path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome") if os.path.exists(path)), None)

# Bands of a debug build on a busy machine take many seconds.
PATIENCE = 60_000
expect.set_options(timeout=20_000)

checks = []


def check(function):
    """Registers a test; its docstring is the sentence that is printed."""
    checks.append(function)
    return function


@contextlib.contextmanager
def page_of(browser, path="/", width=1300, height=900, **options):
    """A page in a context of its own; whatever it says on the console as an error fails the check."""
    context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True, **options)
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    # A refused scenario is an answer with a 4xx status, which the browser notes too.
    page.on("console", lambda message: message.type == "error" and "status of 4" not in message.text and errors.append(message.text))
    outside = []
    page.on("request", lambda request: outside.append(request.url) if not request.url.startswith((BASE, "data:", "blob:")) else None)
    page.set_default_timeout(PATIENCE)
    page.goto(BASE + path)
    yield page
    assert not errors, f"errors on the console: {errors}"
    assert not outside, f"requests left the machine: {outside}"
    context.close()


def simulated(page: Page):
    """Waits until charts show what is composed."""
    expect(page.locator(".state")).to_contain_text("ms", timeout=PATIENCE)
    page.wait_for_selector('[data-output="density.lumbarSpine"] .plot[aria-valuemax]')


def run():
    chosen = sys.argv[2:]
    failed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for function in checks:
            if chosen and function.__name__ not in chosen:
                continue
            try:
                function(browser)
                print(f"passed: {function.__doc__}", flush=True)
            except Exception:
                failed += 1
                print(f"FAILED: {function.__doc__}\n{traceback.format_exc(limit=4)}", flush=True)
        browser.close()
    sys.exit(1 if failed else 0)
