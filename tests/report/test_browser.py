"""The page in a browser: no request, no error, a phone's width, dark and light, print, keyboard and screen reader."""

import shutil
from dataclasses import replace

import pytest

from discrepancy import Report
from tests.report.stories import ARTICLES, FINDINGS, HERALD, finding, levels, report

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no browser is installed")

PHONE, DESK = {"width": 400, "height": 800}, {"width": 1200, "height": 900}


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def show(browser, tmp_path):
    """Open a report from a file, without a network, and watch what it does."""
    contexts = []

    def open_page(made: Report, size=DESK, **more):
        path = tmp_path / "report.html"
        path.write_text(made.to_html(), encoding="utf-8")
        context = browser.new_context(viewport=size, offline=True, **more)
        contexts.append(context)
        page = context.new_page()
        page.seen = []
        page.on("request", lambda request: page.seen.append(request.url))
        page.on("console", lambda message: page.seen.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: page.seen.append(f"error: {error}"))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


def unfold(page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")


def long_words() -> Report:
    """A report whose words never end: an address, a source, a label, a sentence, all without a blank."""
    word = "x" * 300
    article = HERALD.model_copy(update={"source": word, "title": word, "url": f"https://herald.example/{word}"})
    claims = tuple(
        replace(c, source=word, attribution=word, quantity=replace(c.quantity, unit=word[:60]))
        for c in FINDINGS[0].group.claims
    )
    made = finding(word, claims, FINDINGS[0].verdict, word, "same_date", flip=word, id=word)
    return Report((article, *ARTICLES[1:]), claims, (made, *FINDINGS[1:]), compare=levels)


def test_it_asks_for_nothing_and_complains_of_nothing(show):
    page = show(report())
    unfold(page)
    assert [line for line in page.seen if not line.startswith(("file:", "data:"))] == []
    assert any(line.startswith("file:") for line in page.seen)


def test_as_many_marks_as_figures_shown(show):
    page = show(report())
    unfold(page)
    copies = 2  # of the 14 claims stand in a copy
    assert page.locator("mark:visible").count() == page.locator(".claims > li").count() == 14 - copies


@pytest.mark.parametrize("made", [report(), long_words()], ids=["story", "long words"])
@pytest.mark.parametrize("size", [PHONE, {"width": 320, "height": 800}, DESK], ids=["400", "320", "1200"])
def test_nothing_scrolls_sideways(show, made, size):
    page = show(made, size)
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_the_words_of_the_charts_stay_on_the_page(show):
    page = show(report(), PHONE)
    unfold(page)
    boxes = [text.bounding_box() for text in page.locator("figure text").all()]
    assert len(boxes) > 20
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"] for box in boxes)


def test_light_and_dark(show, tmp_path):
    pictures = []
    for scheme in ("light", "dark"):
        page = show(report(), color_scheme=scheme)
        pictures.append(page.screenshot(path=tmp_path / f"{scheme}.png", full_page=True))
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(22, 23, 26)"}[scheme]
    assert pictures[0] != pictures[1]
    assert all(len(picture) > 50_000 for picture in pictures)


def test_in_print_the_folded_findings_are_open_and_the_paper_is_white(show):
    page = show(report(), color_scheme="dark")
    folded = page.locator("details.finding mark").first
    assert not folded.is_visible()
    page.emulate_media(media="print")
    assert folded.bounding_box()["height"] > 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf().startswith(b"%PDF")


def test_the_keyboard_reaches_everything(show):
    page = show(report())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.wait_for_url("**#findings")
    fold = page.locator("details.finding > summary")
    fold.focus()
    page.keyboard.press("Enter")
    page.locator("details.finding mark").first.wait_for(state="visible")


def test_what_a_screen_reader_hears(show):
    heard = show(report()).locator("body").aria_snapshot()
    for words in (
        'banner:', 'heading "Figures compared" [level=1]', 'navigation "Findings":', "main:", 'region "Conflicts 1":',
        'article "Injured: 60 and 85"', 'heading "Injured: 60 and 85" [level=3]',
        'img "Timeline of injured: 60, as of 10 Mar 2026', "blockquote:", 'mark: "60"', "contentinfo:",
    ):  # fmt: skip
        assert words in heard


def test_a_chart_alone_is_a_picture(show, browser, tmp_path):
    (tmp_path / "chart.svg").write_text(report().timeline(FINDINGS[2]).to_svg(), encoding="utf-8")
    (tmp_path / "page.html").write_text('<img src="chart.svg">', encoding="utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    assert page.evaluate("[document.images[0].naturalWidth, document.images[0].naturalHeight]") == [640, 202]
    page.close()


def test_a_full_page_opens(show):
    found = tuple(replace(f, group=replace(f.group, id=f"{f.group.id}-{n}")) for f in FINDINGS for n in range(1000))
    page = show(replace(report(), findings=found), PHONE)
    assert page.locator(".limit").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
