"""Every page in a real browser: without JavaScript, on a phone, nothing for axe to find."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.web.desk import PASSWORD
from tests.web.forms import BIRTH, code_on

pytestmark = pytest.mark.needs("chromium")

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
RUN_AXE = """async () => {
  const found = await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',
    'wcag22aa', 'best-practice', 'wcag2aaa']});
  return found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '));
}"""
TOO_SMALL = """() => [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary')]
  .filter(e => e.type !== 'hidden' && e.checkVisibility() && !e.closest('label.choice'))
  .filter(e => !(e.matches('a') && getComputedStyle(e).display === 'inline'))
  .filter(e => !e.matches('.skip'))
  .filter(e => e.getBoundingClientRect().height < 43.5)
  .map(e => e.outerHTML)"""
HEAVIEST = 60_000

PUBLIC = [
    "/sign-in",
    "/first-use",
    "/t/",
    "/t/?c={done}",
    "/t/?c=H18.03.172-261123-9999",
    "/source",
    "/samples",
    "/samples/birth",
    "/samples/disability",
]
OF_LAN = [
    "/inbox",
    "/receive?q=khai+sinh",
    f"/receive/{BIRTH}?case=proxy",
    f"/receive/{BIRTH}/form?case=ordinary",
    "/receive/1.001699/form",
    f"/receive/{BIRTH}/sent-home/supplement",
    f"/receive/{BIRTH}/sent-home/refusal",
    "/dossiers",
    "/dossiers/{done}",
    "/dossiers/{paused}",
    "/dossiers/{done}/received",
    "/dossiers/{open}/papers",
    "/scans",
    "/dossiers/{done}/do/hand_back",
    "/dossiers/{done}/do/tell",
    "/dossiers/{open}/do/request_supplement",
    "/dossiers/{open}/do/seen",
    "/road",
    "/clock",
    "/road/queue",
    "/road/stick",
    "/road/lan",
    "/road/underway",
    "/road/to-tell",
    "/road/blanks",
    "/road/slip",
    "/khong-co",
]
OF_ADMIN = [
    "/law",
    "/law/choose/fees",
    "/law/enter/fees/1.004859",
    "/law/enter/day",
    "/law/enter/office_hours",
    "/law/agency",
]


@pytest.fixture
def codes(busy_centre):
    done, paused, still, _ = busy_centre[1]
    return {"done": done, "paused": paused, "open": still}


def sign_in(page: Page, address: str, officer: str = "lan") -> None:
    page.goto(f"{address}/sign-in")
    page.fill("#id_officer", officer)
    page.fill("#id_password", PASSWORD)
    press(page, "main form button")
    assert page.url == f"{address}/inbox"


def press(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.click(button)


def test_from_signing_in_to_the_receipt_without_javascript(plain: Page, address: str):
    sign_in(plain, address)
    press(plain, "text=Tiếp nhận hồ sơ")
    plain.fill("#q", "khai sinh")
    press(plain, "main form button")
    press(plain, f"a[href='/receive/{BIRTH}']")
    press(plain, "text=Đủ giấy tờ: nhập thông tin")
    plain.fill("#id_applicant-full_name", "Hạng Thị Sua")
    plain.fill("#id_applicant-birth_date", "1990")
    plain.check("#id_paper0-given")
    press(plain, "text=Xem lại trước khi ghi")
    assert "Hồ sơ chưa đủ giấy tờ" in plain.inner_text("main")
    plain.check("#id_paper1-given")
    plain.check("input[name=place-kind][value=village]")
    plain.fill("#id_place-village", "Na Pheo")
    plain.select_option("#id_place-round", label="Đợt Na Pheo")
    press(plain, "text=Xem lại trước khi ghi")
    assert "Nhận theo thủ tục lưu động" in plain.inner_text("main")
    plain.check("#explained")
    press(plain, "text=Ghi nhận và cấp mã hồ sơ")
    code = code_on(plain.inner_text("main"))
    receipt = plain.request.get(f"{address}/dossiers/{code}/receipt.pdf")
    assert receipt.body().startswith(b"%PDF")


def test_a_result_is_handed_back_without_javascript(plain: Page, address: str, codes):
    sign_in(plain, address)
    press(plain, f"a[href='/dossiers/{codes['done']}'] >> nth=0")
    press(plain, "main nav >> text=Trả kết quả")
    plain.check("input[name=proof][value=fingerprint]")
    press(plain, "main form button")
    assert "Đã trả kết quả" in plain.inner_text("main")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_is_in_order(page: Page, address: str, codes, width: int, language: str):
    page.set_viewport_size({"width": width, "height": 800})
    page.context.add_cookies([{"name": "language", "value": language, "url": address}])
    problems = [p for path in PUBLIC for p in look_at(page, address + path.format(**codes))]
    sign_in(page, address)
    problems += [p for path in OF_LAN for p in look_at(page, address + path.format(**codes))]
    page.goto(f"{address}/dossiers")
    page.fill("#id_q", "khong co")
    press(page, "main form button")
    problems += look(page)
    sign_in(page, address, "admin")
    problems += [p for path in OF_ADMIN for p in look_at(page, address + path)]
    sign_in(page, address, "vien")
    problems += look_at(page, f"{address}/inbox")
    assert not problems, "\n".join(problems)


def test_every_page_is_light(page: Page, address: str, codes):
    sign_in(page, address)
    style = len(gzip.compress(page.request.get(f"{address}/static/veban/pages.css").body()))
    heavy = {}
    for path in (*PUBLIC, *OF_LAN):
        body = page.request.get(address + path.format(**codes)).body()
        if (size := style + len(gzip.compress(body))) > HEAVIEST:
            heavy[path] = size
    assert heavy == {}


def look_at(page: Page, url: str) -> list[str]:
    """Return what is wrong with the page at an address, in words that name it."""
    page.goto(url)
    return look(page)


def look(page: Page) -> list[str]:
    """Return what is wrong with the page that is shown."""
    for summary in page.query_selector_all("details:not([open]) > summary"):
        summary.click()
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    found = ["wider than the window"] if wide else []
    page.evaluate(AXE)
    found += page.evaluate(RUN_AXE)
    found += [f"too small to touch: {html}" for html in page.evaluate(TOO_SMALL)]
    return [f"{page.url}: {problem}" for problem in found]
