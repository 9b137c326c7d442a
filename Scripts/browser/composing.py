"""Composing, dragging, comparing, exporting, reloading and wrong input, as a user does them."""

import json
import re
import xml.etree.ElementTree as tree

from browser import check, expect, page_of, run, simulated


def spine(page, arm):
    """The regimen's value beneath the chart of the spine, in per cent."""
    text = page.locator(f'[data-output="density.lumbarSpine"] .readout .arm{arm} .number').inner_text()
    return float(text.replace("\u2212", "-").replace("%", "").strip())


@check
def composes(browser):
    """a woman who takes nothing loses bone at the spine, and a patch keeps it"""
    with page_of(browser) as page:
        simulated(page)
        assert spine(page, 0) < -3, spine(page, 0)
        assert spine(page, 1) > spine(page, 0) + 3


@check
def drags(browser):
    """dragging the end of a patch to earlier lets the spine fall while the hand still holds it"""
    with page_of(browser) as page:
        simulated(page)
        before = spine(page, 1)
        edge = page.locator(".lane.arm1 .edge.end").first
        box = edge.bounding_box()
        page.mouse.move(box["x"] + 4, box["y"] + 8)
        page.mouse.down()
        for step in range(1, 21):
            page.mouse.move(box["x"] + 4 - 22 * step, box["y"] + 8)
        page.wait_for_function("before => Math.abs(parseFloat(document.querySelector('[data-output=\"density.lumbarSpine\"] .readout .arm1 .number').textContent.replace('\\u2212', '-')) - before) > 1", arg=before)
        held = spine(page, 1)
        page.mouse.up()
        assert held < before - 1, (before, held)
        assert 0 < int(edge.get_attribute("aria-valuenow")) < 120


@check
def keyboard(browser):
    """a bar is moved, stretched and deleted by keys alone, and the focus stays with it"""
    with page_of(browser) as page:
        simulated(page)
        bar = page.locator(".lane.arm1 .bar .body").first
        bar.focus()
        page.keyboard.press("Shift+ArrowRight")
        start = page.locator(".lane.arm1 .edge.start").first
        assert start.get_attribute("aria-valuenow") == "12"
        expect(bar).to_be_focused()
        end = page.locator(".lane.arm1 .edge.end").first
        end.focus()
        for _ in range(3):
            page.keyboard.press("ArrowLeft")
        assert end.get_attribute("aria-valuenow") == "117", end.get_attribute("aria-valuenow")
        bar.focus()
        page.keyboard.press("Delete")
        expect(page.locator(".lane.arm1 .bar")).to_have_count(1)


@check
def reads_a_chart(browser):
    """arrow keys read a chart from month to month, and its words carry time, regimen and value"""
    with page_of(browser) as page:
        simulated(page)
        plot = page.locator('[data-output="density.lumbarSpine"] .plot')
        plot.focus()
        page.keyboard.press("Home")
        assert plot.get_attribute("aria-valuetext").startswith("month 0")
        page.keyboard.press("PageUp")
        text = plot.get_attribute("aria-valuetext")
        assert text.startswith("year 1") and "A, Nothing taken" in text and "%" in text, text


@check
def adds_a_medicine(browser):
    """a medicine is added from the list by keyboard, and a fourth regimen is the last"""
    with page_of(browser) as page:
        simulated(page)
        page.get_by_role("button", name="Regimen from scratch").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("What").select_option("denosumab")
        dialog.get_by_role("button", name="Add").click()
        expect(page.locator(".lane.arm2 .bar")).to_contain_text("Denosumab")
        page.wait_for_function("() => { const value = arm => parseFloat(document.querySelector(`[data-output=\"density.lumbarSpine\"] .readout .arm${arm} .number`)?.textContent.replace('\u2212', '-')); return value(2) > value(0) + 3 }")
        page.get_by_role("button", name="Copy regimen A").click()
        expect(page.locator(".lane")).to_have_count(4)
        expect(page.get_by_role("button", name="Regimen from scratch")).to_be_disabled()


@check
def warns_of_hypotheses(browser):
    """an idea without support is off, says so before it is switched on, and stays flagged while it is on"""
    with page_of(browser) as page:
        simulated(page)
        page.get_by_role("button", name="Add a medicine or circumstance to regimen B").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("What").select_option("progesteroneOnOPG")
        expect(dialog.locator(".flag")).to_contain_text("hypothesis, not supported")
        dialog.get_by_role("button", name="Add").click()
        expect(page.locator(".lane.arm1 .flag")).to_contain_text("progesterone on OPG")
        page.get_by_role("button", name="Switch progesterone on OPG off").click()
        expect(page.locator(".lane .flag")).to_have_count(0)


@check
def opens_a_trial(browser):
    """a published trial opens with its arms, and its measured points stand in the chart with their citation"""
    with page_of(browser) as page:
        simulated(page)
        page.get_by_role("button", name="Presets and trials").click()
        page.get_by_role("searchbox", name="Search presets").fill("Arrenbrecht")
        page.get_by_role("button", name="Open Arrenbrecht").click()
        expect(page.locator(".lane")).to_have_count(3)
        page.wait_for_function("() => document.querySelectorAll('[data-output=\"density.lumbarSpine\"] path.point').length >= 2")
        title = page.locator('[data-output="density.lumbarSpine"] .published title').first.text_content()
        assert re.search(r"O\d{4}", title) and "PMID" in title, title


@check
def differences_between_arms(browser):
    """differences between arms that a trial published stand beside what the lines of the two arms differ by"""
    with page_of(browser) as page:
        simulated(page)
        expect(page.locator("#published")).to_be_hidden()
        page.get_by_role("button", name="Presets and trials").click()
        page.get_by_role("searchbox", name="Search presets").fill("Cooper")
        page.get_by_role("button", name="Open Cooper").click()
        row = page.locator(".published-rows tbody tr", has_text="O0145")
        expect(row).to_contain_text("B against A", timeout=180_000)
        expect(row).to_contain_text("Osteoporos Int")
        found = float(row.locator("td.number").nth(1).inner_text().replace("\u2212", "-").replace("%", "").strip())
        assert found > 1 and abs(found - (spine(page, 1) - spine(page, 0))) < 0.11, found
        page.get_by_role("button", name="Take regimen A away").click()
        expect(page.locator("#published")).to_be_hidden()


@check
def survives_reload(browser):
    """the address holds the whole study, also in another browser, and a file does too"""
    with page_of(browser) as page:
        simulated(page)
        page.get_by_label("Age", exact=True).fill("60")
        page.get_by_label("Age", exact=True).blur()
        page.wait_for_function("() => location.hash.length > 20")
        page.wait_for_timeout(600)
        address = page.evaluate("location.hash")
        page.reload()
        expect(page.get_by_label("Age", exact=True)).to_have_value("60")
        with page.expect_download() as saved:
            page.get_by_role("button", name="Save file").click()
        path = saved.value.path()
        assert json.load(open(path))["women"][0]["age"] == "60 years"
        with page_of(browser, "/" + address) as other:
            expect(other.get_by_label("Age", exact=True)).to_have_value("60")
        page.get_by_role("button", name="New").click()
        expect(page.get_by_label("Age", exact=True)).to_have_value("52")
        page.locator("input[type=file]").set_input_files(path)
        expect(page.get_by_label("Age", exact=True)).to_have_value("60")


@check
def several_women(browser):
    """a second woman has traits and a regimen of her own, is kept by the address, and goes with her last regimen"""
    with page_of(browser) as page:
        simulated(page)
        page.get_by_role("button", name="Another woman beside her").click()
        expect(page.locator(".lane")).to_have_count(3)
        age = page.get_by_label("Age", exact=True)
        age.fill("70")
        age.blur()
        page.wait_for_function("() => { const value = arm => parseFloat(document.querySelector(`[data-output=\"density.lumbarSpine\"] .readout .arm${arm} .number`)?.textContent.replace('\u2212', '-')); return Math.abs(value(2) - value(1)) > 0.2 }")
        page.get_by_label("Woman 1", exact=False).first.check(force=True)
        expect(age).to_have_value("52")
        expect(page.get_by_label("Woman of regimen C").locator("option:checked")).to_have_text("Woman 2, 70 years")
        expect(page.locator('[data-output="density.lumbarSpine"] .plot')).to_have_attribute("aria-valuetext", re.compile("woman 2, 70 years: "))
        page.wait_for_timeout(600)
        with page_of(browser, "/" + page.evaluate("location.hash")) as other:
            expect(other.get_by_label("Woman of regimen C").locator("option:checked")).to_have_text("Woman 2, 70 years")
        age.fill("520")
        age.blur()
        expect(page.locator(".field .wrong")).to_contain_text("expected an age between")
        page.get_by_label("Woman 2", exact=False).first.check(force=True)
        expect(page.locator(".field .wrong")).to_have_count(0)
        page.get_by_role("button", name="Take regimen C away").click()
        expect(page.get_by_role("radiogroup", name="Which woman")).to_have_count(0)


@check
def old_studies(browser):
    """a study that was saved when there was one woman only opens with her"""
    study = {"woman": {"age": "61 years", "menopause": {"age": "51 years"}}, "years": 5, "arms": [{"title": "Old", "items": []}]}
    with page_of(browser) as page:
        simulated(page)
        page.locator("input[type=file]").set_input_files({"name": "old.json", "mimeType": "application/json", "buffer": json.dumps(study).encode()})
        expect(page.get_by_label("Age", exact=True)).to_have_value("61")
        expect(page.locator(".lane")).to_have_count(1)


@check
def scenario_file(browser):
    """a regimen is saved as a scenario file of the command line, and opens again"""
    with page_of(browser) as page:
        simulated(page)
        with page.expect_download() as saved:
            page.get_by_role("button", name="Save regimen B as a scenario file").click()
        path = saved.value.path()
        scenario = json.load(open(path))
        assert scenario["simulate"] == {"years": 10, "report": "1 month"} and len(scenario["therapy"]) == 2, scenario
        page.locator("input[type=file]").set_input_files(path)
        expect(page.locator(".lane")).to_have_count(1)
        expect(page.locator(".bar")).to_have_count(2)


@check
def density_scales(browser):
    """density is told as change, in g/cm2 or as T-score, with the same turn of the lines"""
    with page_of(browser) as page:
        simulated(page)
        page.get_by_role("radio", name="T-score").check(force=True)
        expect(page.locator('[data-output="density.lumbarSpine"] .unit').first).to_have_text("T-score")
        worse, better = spine(page, 0), spine(page, 1)
        assert -4 < worse < better < 2, (worse, better)
        page.get_by_role("radio", name="g/cm²").check(force=True)
        page.wait_for_timeout(500)
        assert 0.4 < spine(page, 0) < spine(page, 1) < 1.4


@check
def refuses(browser):
    """wrong input gets the command line's sentence beside its field, and the right one takes it away"""
    with page_of(browser) as page:
        simulated(page)
        age = page.get_by_label("Age", exact=True)
        age.fill("520")
        age.blur()
        expect(page.locator(".field .wrong")).to_contain_text("expected an age between")
        expect(age).to_have_attribute("aria-invalid", "true")
        age.fill("55")
        age.blur()
        expect(page.locator(".field .wrong")).to_have_count(0)
        page.locator("input[type=file]").set_input_files({"name": "wrong.json", "mimeType": "application/json", "buffer": b"{]"})
        expect(page.get_by_role("alert").filter(has_text="wrong.json")).to_contain_text("is not JSON")


@check
def exports(browser):
    """a chart is saved as SVG with its styles, as PNG, and as CSV with every month"""
    with page_of(browser) as page:
        simulated(page)
        chart = page.locator('[data-output="density.lumbarSpine"]')

        def saved(kind):
            chart.locator(".menu > summary").click()
            with page.expect_download() as download:
                chart.get_by_role("button", name=kind).click()
            return open(download.value.path(), "rb").read()

        drawing = tree.fromstring(saved("SVG"))
        lines = [path for path in drawing.iter("{http://www.w3.org/2000/svg}path") if path.get("fill") == "none" and path.get("stroke", "").startswith("rgb")]
        assert len(lines) == 2, len(lines)
        assert saved("PNG").startswith(b"\x89PNG")
        rows = saved("CSV").decode().split("\r\n")
        assert rows[0].startswith("time [years],") and len([row for row in rows if row]) >= 122, (rows[0], len(rows))


@check
def table(browser):
    """every chart has its numbers as a table"""
    with page_of(browser) as page:
        simulated(page)
        chart = page.locator('[data-output="density.lumbarSpine"]')
        chart.get_by_text("Table", exact=True).click()
        expect(chart.locator("tbody tr")).to_have_count(41)


@check
def bands_follow(browser):
    """bands follow when hands rest, in every chart, beside harms, in words, in the table and in the export"""
    with page_of(browser) as page:
        simulated(page)
        page.get_by_label("Academic").check(force=True)
        expect(page.locator(".state")).to_contain_text("95 % bands", timeout=180_000)
        page.wait_for_function("() => document.querySelectorAll('.balance .forest circle').length > 5", timeout=180_000)
        page.locator("#zoom").scroll_into_view_if_needed()
        page.locator("#zoom path.band").first.wait_for(state="attached", timeout=180_000)
        bands_everywhere(page, 45)
        chart = page.locator('[data-output="serum.estradiol"]')
        assert "95 % of women like her between" in chart.locator(".plot").get_attribute("aria-valuetext")
        chart.get_by_text("Table", exact=True).click()
        expect(chart.locator("caption")).to_contain_text("95 % of women like her")
        chart.locator(".menu > summary").click()
        with page.expect_download() as download:
            chart.get_by_role("button", name="CSV").click()
        head = open(download.value.path()).readline()
        assert head.count("95 % of women like her, low") == 2 and head.count(", high") == 2, head


@check
def question_bands(browser):
    """the charts beside an answer have bands too, and say of what"""
    for question in ("why-the-route-matters", "what-aromatase-inhibitors-do", "why-no-progesterone-fracture-trials"):
        with page_of(browser, f"/#/questions/{question}") as page:
            page.wait_for_selector(".charts path.line", timeout=180_000)
            page.wait_for_selector(".band-text", timeout=180_000)
            bands_everywhere(page, 4)


def bands_everywhere(page, least):
    """Looks at every chart, one after another because those out of sight are not drawn; a line that is nothing throughout,
    as of a medicine that is not taken, needs no width."""
    charts = page.locator("figure.chart")
    assert charts.count() >= least, charts.count()
    for chart in charts.all():
        if not chart.is_visible():
            continue
        chart.scroll_into_view_if_needed()
        chart.locator("path.line").first.wait_for(state="attached")
        bare = chart.evaluate("""(chart) => {
            const ends = (path) => path.getAttribute('d') ? path.getBBox().height : -1
            const lines = [...chart.querySelectorAll('path.line')], bands = [...chart.querySelectorAll('path.band')]
            return lines.length !== bands.length || bands.some((band, index) => ends(band) < 0 || ends(band) < 0.5 && lines[index].getBBox().height < 0.5 && !chart.matches('[data-output="serum.medroxyprogesterone"]'))
        }""")
        assert not bare, chart.locator(".name").inner_text()


@check
def living_picture(browser):
    """the remodelling site shows more osteoclasts in a woman who takes nothing than on estrogen"""
    with page_of(browser) as page:
        simulated(page)
        page.locator("#site").scroll_into_view_if_needed()
        counts = []
        for arm in ("0", "1"):
            page.get_by_label("Regimen of the picture").select_option(arm)
            counts.append(page.evaluate("() => [...document.querySelectorAll('.site .clast')].reduce((sum, cell) => sum + Number(cell.parentElement.getAttribute('opacity') ?? 1), 0)"))
        assert counts[0] > counts[1] > 0, counts


@check
def frequencies(browser):
    """a thousand women are drawn, and their three numbers make a thousand"""
    with page_of(browser) as page:
        simulated(page)
        page.wait_for_selector(".array b")
        for array in page.locator("figure.array").all():
            assert sum(int(text) for text in array.locator("b").all_inner_texts()) == 1000


if __name__ == "__main__":
    run()
