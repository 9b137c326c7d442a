"""Pictures of what does not depend on the machine, compared with the ones that were looked at; --write takes new ones."""

import base64
import os
import sys

from browser import check, page_of, run, simulated
from playwright.sync_api import Error

WRITE = "--write" in sys.argv
if WRITE:
    sys.argv.remove("--write")
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pictures")

# Share of points that may differ: fonts are drawn a little differently from one machine to another.
TOLERATED = 0.02


def differing(page, before, after):
    """Share of points of two pictures that differ by more than a shade, found in the browser's own canvas."""
    texts = ["data:image/png;base64," + base64.b64encode(picture).decode() for picture in (before, after)]
    return page.evaluate(
        """async (texts) => {
            const read = async (text) => {
                const image = new Image()
                image.src = text
                await image.decode()
                const canvas = document.createElement('canvas')
                canvas.width = image.width
                canvas.height = image.height
                const context = canvas.getContext('2d')
                context.drawImage(image, 0, 0)
                return context.getImageData(0, 0, image.width, image.height)
            }
            const [one, other] = await Promise.all(texts.map(read))
            if (one.width !== other.width || Math.abs(one.height - other.height) > 2) return 1
            let count = 0
            const size = Math.min(one.data.length, other.data.length)
            for (let at = 0; at < size; at += 4) if (Math.abs(one.data[at] - other.data[at]) + Math.abs(one.data[at + 1] - other.data[at + 1]) + Math.abs(one.data[at + 2] - other.data[at + 2]) > 60) count += 1
            return count / (size / 4)
        }""", texts)


def drawn(locator):
    """The picture once it stands still: when bands arrive, it is drawn anew."""
    for _ in range(10):
        try:
            return locator.screenshot(animations="disabled", timeout=5_000)
        except Error:
            continue
    raise AssertionError("the picture does not stand still")


def compare(page, name, locator):
    picture = drawn(locator)
    path = os.path.join(FOLDER, f"{name}.png")
    if WRITE:
        os.makedirs(FOLDER, exist_ok=True)
        open(path, "wb").write(picture)
        return
    share = differing(page, open(path, "rb").read(), picture)
    assert share < TOLERATED, f"{name} differs in {100 * share:.1f} % of its points"


@check
def site(browser):
    """the remodelling site looks as it did when it was looked at, in light and dark"""
    for scheme in ("light", "dark"):
        with page_of(browser, color_scheme=scheme, reduced_motion="reduce") as page:
            simulated(page)
            page.locator("svg.site").scroll_into_view_if_needed()
            compare(page, f"site-{scheme}", page.locator("svg.site"))


@check
def metaphors(browser):
    """the pictures for the mind look as they did when they were looked at"""
    with page_of(browser, "/#/pictures") as page:
        page.wait_for_selector(".metaphor")
        for index, name in enumerate(("crew", "brake", "thermostat", "symphony", "path")):
            compare(page, name, page.locator(".metaphor").nth(index))


if __name__ == "__main__":
    run()
