"""Reading levels, definitions, questions, evidence, what is kept; on a phone, by keyboard, and before an accessibility checker."""

import re

from axe_playwright_python.sync_playwright import Axe
from browser import check, expect, page_of, run, simulated

PLACES = ["compose", "questions", "questions/why-density-falls-after-menopause", "pictures", "map", "map/skeleton.rankl", "evidence/claims", "evidence/scoreboard",
          "evidence/references", "evidence/gaps", "evidence/matrix", "evidence/glossary", "kept", "together"]
LEVELS = ["Fundamentals", "Intermediate", "Academic"]


def settled(page, place):
    """Waits until a place has what it asked the server for."""
    page.wait_for_function("() => document.querySelector('main h1')")
    page.wait_for_timeout(300)
    if place == "compose":
        simulated(page)
    page.wait_for_function("() => !/Loading …|Simulating /.test(document.querySelector('main').innerText)")


@check
def levels_keep_numbers(browser):
    """the reading level changes words and never numbers, in the answers and on a question's page"""
    for place, numbers in [("compose", ".readout .number"), ("questions/how-low-a-dose-is-enough", ".statement > p")]:
        with page_of(browser, f"/#/{place}") as page:
            settled(page, place)
            seen, words = [], []
            for level in LEVELS:
                page.get_by_label(level).check(force=True)
                page.wait_for_timeout(1500)
                settled(page, place)
                if place == "compose":
                    expect(page.locator(".state")).to_contain_text("95 % bands", timeout=180_000)
                page.wait_for_selector(numbers)
                texts = page.locator(numbers).all_inner_texts()
                if place == "compose":
                    seen.append(dict(page.evaluate("() => [...document.querySelectorAll('[data-output]')].filter(chart => chart.querySelector('.readout .number')).map(chart => [chart.dataset.output, chart.querySelector('.readout').innerText])")))
                else:
                    seen.append([sorted(set(re.findall(r"[+\u2212-]?\d+\.\d+", text))) for text in texts])
                words.append(page.locator("main .said").all_inner_texts())
            if place == "compose":
                for output, text in seen[0].items():
                    assert all(text == other[output] for other in seen[1:] if output in other), output
            else:
                assert seen[0] == seen[1] == seen[2], seen
            assert words[0] != words[1] != words[2]


@check
def labels_are_defined(browser):
    """every label that names a quantity has its definition, on hover, focus and tap"""
    with page_of(browser) as page:
        simulated(page)
        page.get_by_label("Academic").check(force=True)
        assert page.locator("[data-undefined]").count() == 0, page.locator("[data-undefined]").all_inner_texts()
        assert page.locator(".chart figcaption .name").count() == page.locator(".chart figcaption .term").count()
        mark = page.locator('[data-output="density.femoralNeck"] .term')
        for show in (mark.hover, mark.focus, mark.click):
            page.keyboard.press("Escape")
            page.mouse.move(2, 2)
            page.evaluate("() => document.activeElement.blur()")
            show()
            expect(page.get_by_role("tooltip")).to_contain_text("DXA region")
        page.get_by_role("button", name="Add a medicine or circumstance to regimen A").click()
        dialog = page.get_by_role("dialog")
        for medicine in ("estradiol", "progesterone", "levonorgestrel"):
            dialog.get_by_label("What").select_option(medicine)
            assert dialog.locator("[data-undefined]").count() == 0, dialog.locator("[data-undefined]").all_inner_texts()


@check
def statements_have_evidence(browser):
    """every statement of every question page carries a grade or a citation"""
    with page_of(browser, "/#/questions") as page:
        page.wait_for_selector(".questions li a")
        addresses = [link.get_attribute("href") for link in page.locator(".questions li a").all()]
        assert len(addresses) >= 12, len(addresses)
        for address in addresses:
            page.goto(page.url.split("#")[0] + address)
            page.wait_for_selector(".statement")
            bare = page.evaluate("() => [...document.querySelectorAll('.statement')].filter(one => !one.querySelector('.citation, .evidence a')).map(one => one.innerText)")
            assert not bare, (address, bare)
            assert "{" not in page.locator(".statements").inner_text(), address


@check
def question_runs(browser):
    """a question's example opens among the regimens and is simulated there"""
    with page_of(browser, "/#/questions/why-the-route-matters") as page:
        page.get_by_role("button", name="Open these runs").click()
        expect(page.locator(".lane")).to_have_count(2)
        simulated(page)
        expect(page.get_by_role("radiogroup", name="Which woman")).to_have_count(0)
        page.goto(page.url.split("#")[0] + "#/questions/what-happens-on-stopping")
        page.get_by_role("button", name="Open these runs").click()
        expect(page.get_by_role("radiogroup", name="Which woman").get_by_role("radio")).to_have_count(2)


@check
def contradicted_is_struck(browser):
    """a contradicted claim is struck through, never told as fact"""
    with page_of(browser, "/#/evidence/claims") as page:
        page.get_by_label("Any verdict").select_option("contradicted")
        page.wait_for_function("() => document.querySelectorAll('.claim').length > 5 && [...document.querySelectorAll('.claim')].every(claim => claim.querySelector('.verdict').textContent === 'contradicted')")
        assert page.locator(".claim").count() == page.locator(".claim s").count()


@check
def fabricated_is_flagged(browser):
    """references that are wrong or cannot be found are flagged"""
    with page_of(browser, "/#/evidence/references") as page:
        page.get_by_label("Any status").select_option("wrong")
        page.wait_for_function("() => document.querySelectorAll('.claim').length > 3")
        expect(page.locator(".claim .verdict").first).to_have_text("wrong")


@check
def extrapolated_is_said(browser):
    """progesterone alone on fractures is told as extrapolated"""
    with page_of(browser, "/#/evidence/gaps") as page:
        page.wait_for_selector(".gap")
        text = page.locator(".gap").first.inner_text().lower()
        assert "progesterone" in text and "fracture" in text, text[:400]


@check
def accelerator_is_unproven(browser):
    """the progesterone accelerator is tagged as not proven, and pictures follow the time"""
    with page_of(browser, "/#/pictures") as page:
        page.wait_for_selector(".metaphor")
        expect(page.locator(".metaphor .tagged")).to_have_text("not proven")
        before = page.locator(".metaphor").first.get_attribute("aria-label")
        page.get_by_role("slider", name="Time").fill("0")
        page.wait_for_function("before => document.querySelector('.metaphor').getAttribute('aria-label') !== before", arg=before)


@check
def map_opens_parts(browser):
    """Enter on a part of the map shows its inputs, outputs and sources"""
    with page_of(browser, "/#/map") as page:
        node = page.get_by_role("button", name="Osteoclasts", exact=True)
        node.focus()
        page.keyboard.press("Enter")
        panel = page.locator(".part")
        expect(panel.locator("h2")).to_have_text("Osteoclasts")
        expect(panel).to_contain_text("What goes in")
        assert panel.locator("tbody tr").count() > 0


@check
def keeps(browser):
    """a study is kept, found after a reload, opened, and wiped with everything else"""
    with page_of(browser) as page:
        simulated(page)
        page.get_by_role("button", name="Another woman beside her").click()
        page.get_by_label("Age", exact=True).fill("64")
        page.get_by_label("Age", exact=True).blur()
        page.get_by_role("button", name="Keep here").click()
        page.get_by_role("dialog").get_by_label("Name").fill("Kept by a test")
        page.get_by_role("dialog").get_by_role("button", name="Keep").click()
        expect(page.get_by_role("status").filter(has_text="Kept by a test is kept.")).to_be_visible()
        page.goto(page.url.split("#")[0] + "#/kept")
        page.reload()
        expect(page.get_by_role("button", name="Open Kept by a test")).to_be_visible()
        page.get_by_role("button", name="Open Kept by a test").click()
        expect(page.get_by_label("Woman of regimen C").locator("option:checked")).to_have_text("Woman 2, 64 years")
        page.goto(page.url.split("#")[0] + "#/kept")
        with page.expect_download() as download:
            page.get_by_role("button", name="Export everything").click()
        assert "Kept by a test" in open(download.value.path()).read()
        page.get_by_role("button", name="Delete everything").click()
        page.get_by_role("dialog").get_by_role("button", name="Delete everything").click()
        expect(page.get_by_role("button", name="Open Kept by a test")).to_have_count(0)


@check
def simulates_the_evidence(browser):
    """claims and scoreboard are simulated by one button, which shows how far that is and stops it, also after a reload"""
    for part in ("claims", "scoreboard"):
        with page_of(browser, f"/#/evidence/{part}") as page:
            page.get_by_role("button", name="Simulate them all").click(timeout=180_000)
            page.wait_for_function("() => document.querySelector('.simulate-all progress')?.value > 0", timeout=180_000)
            page.reload()
            page.wait_for_selector(".simulate-all progress")
            page.locator(".simulate-all").get_by_role("button", name="Stop").click()
            expect(page.get_by_role("button", name="Simulate them all")).to_be_visible()


@check
def long_run(browser):
    """a long run shows its progress, survives a reload and can be stopped"""
    with page_of(browser, "/#/kept") as page:
        page.wait_for_selector(".runs li")
        page.wait_for_function("() => document.querySelectorAll('.runs-form option').length > 5")
        page.get_by_role("spinbutton", name="Women").fill("10000")
        page.get_by_role("button", name="Run", exact=True).click()
        page.wait_for_selector(".runs progress")
        page.reload()
        page.wait_for_selector(".runs progress")
        page.get_by_role("button", name=re.compile("^Stop")).first.click()
        expect(page.locator(".runs")).to_contain_text("stopped")


@check
def trial_result(browser):
    """a finished trial shows its estimates beside the published ones"""
    with page_of(browser, "/#/kept") as page:
        page.wait_for_function("() => document.querySelectorAll('.runs-form option').length > 5")
        page.get_by_label("Trial", exact=True).select_option("ultra")
        page.get_by_role("spinbutton", name="Women").fill("40")
        page.get_by_role("button", name="Run", exact=True).click()
        page.get_by_text("Result").first.click(timeout=180_000)
        row = page.locator(".runs tbody tr").first
        expect(row).to_contain_text("Lumbar spine")
        expect(row.locator(".verdict")).not_to_have_count(0)


@check
def has_sources(browser):
    """every row of the study table has its source, its grade and what it was used for"""
    with page_of(browser, "/#/evidence/scoreboard") as page:
        page.wait_for_selector(".broad-table tbody tr")
        bare = page.evaluate("() => [...document.querySelectorAll('.broad-table tbody tr')].filter(row => !row.querySelector('.citation')?.textContent.trim() || !row.querySelector('.grade') || !row.querySelector('th .block')?.textContent.trim()).map(row => row.innerText)")
        assert not bare, bare[:3]


@check
def matrix_is_computed(browser):
    """the matrix of hormones and cells shows estradiol lowering RANKL and progesterone doing nothing there"""
    with page_of(browser, "/#/evidence/matrix") as page:
        page.wait_for_selector(".matrix tbody tr", timeout=120_000)
        row = page.locator(".matrix").first.locator("tbody tr", has=page.get_by_role("rowheader", name="Estradiol"))
        assert row.locator("td").nth(1).inner_text().startswith("\u2212"), row.inner_text()
        row = page.locator(".matrix").first.locator("tbody tr", has=page.get_by_role("rowheader", name="Progesterone"))
        assert row.locator("td").nth(1).inner_text() == "0", row.inner_text()


@check
def no_medical_device(browser):
    """every place says once that this is not a medical device"""
    for place in PLACES:
        with page_of(browser, f"/#/{place}") as page:
            settled(page, place)
            assert page.locator("body").inner_text().count("not a medical device") == 1, place


@check
def narrow(browser):
    """nothing is wider than a phone of 360 pixels, in any place"""
    for place in PLACES:
        with page_of(browser, f"/#/{place}", width=360, height=740) as page:
            settled(page, place)
            width = page.evaluate("() => document.documentElement.scrollWidth")
            assert width <= 361, (place, width, page.evaluate("() => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 361 && !e.closest('.scroll, .net, .chips, .places, .equations')).slice(0, 5).map(e => e.outerHTML.slice(0, 120))"))


@check
def accessible(browser):
    """the accessibility checker finds nothing serious in any place, in light and dark"""
    for place in PLACES:
        for scheme in ("light", "dark"):
            with page_of(browser, f"/#/{place}", color_scheme=scheme) as page:
                settled(page, place)
                result = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
                found = [(one["id"], one["impact"], [node["html"][:140] for node in one["nodes"][:3]]) for one in result.response["violations"]]
                assert not found, (place, scheme, found)


@check
def keyboard_only(browser):
    """the tab key reaches the woman, a bar and a chart, the first stop skips to the content, and dialogs give the focus back"""
    with page_of(browser) as page:
        simulated(page)
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("() => document.activeElement.id") == "view"
        reached = set()
        for _ in range(90):
            page.keyboard.press("Tab")
            reached.add(page.evaluate("() => document.activeElement.className.split(' ')[0] || document.activeElement.tagName"))
            if {"body", "edge", "plot", "term"} <= reached:
                break
        assert {"body", "edge", "plot"} <= reached, reached
        button = page.get_by_role("button", name="Presets and trials")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        expect(button).to_be_focused()


@check
def still(browser):
    """who asks for less motion gets a picture that does not move"""
    with page_of(browser, reduced_motion="reduce") as page:
        simulated(page)
        assert page.evaluate("() => document.getAnimations().length") == 0


if __name__ == "__main__":
    run()
