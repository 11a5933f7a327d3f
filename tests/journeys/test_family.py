"""A family at one table, in a real browser: every key and every click of the officer is counted.

A letter with its tone mark is typed as on a Vietnamese keyboard (Telex): the bare letter, one key
for the hat or horn, one for the tone; a capital is two keys. What a scanner types is the press of
its trigger.
"""

import re
import unicodedata

import pytest
from playwright.sync_api import Page

from tests.journeys.test_pages import look, sign_in
from tests.web.forms import code_on

pytestmark = pytest.mark.needs("chromium")

MOTHER = "011188990001||Lò Thị Thử|04051988|Nữ|Bản Mẫu, xã Na Sang, Điện Biên|01022022"
FATHER = "011086990002||Lò Văn Mẫu|03021986|Nam|Bản Mẫu, xã Na Sang, Điện Biên|01022022"
MARRIAGE, BIRTH, RECOGNITION, CORRECTION = "1.000894", "1.001193", "1.001022", "1.004859"


def keys_of(text: str) -> int:
    """Return the presses that typing a text takes."""
    letters = unicodedata.normalize("NFD", text)
    return sum(1 + letter.isupper() + (letter in "đĐ") for letter in letters)


class Hands:
    """An officer at the keyboard and the mouse, counted."""

    def __init__(self, page: Page):
        self.page = page
        self.presses = 0

    def type(self, field: str, text: str) -> None:
        self.click(field)
        self.page.keyboard.insert_text(text)
        self.presses += keys_of(text)

    def enter(self) -> None:
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.presses += 1

    def scan(self, card: str) -> None:
        """Pull the scanner's trigger; it types the card and ends with Enter."""
        self.page.wait_for_selector("#card:focus")
        self.page.keyboard.insert_text(card)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.presses += 1

    def click(self, what: str) -> None:
        self.page.click(what)
        self.presses += 1

    def go(self, what: str) -> None:
        with self.page.expect_navigation():
            self.page.click(what)
        self.presses += 1

    def tick_required(self) -> None:
        """Tick the papers that the law asks for: the one there is, or all at once."""
        papers = self.page.locator(".paper", has=self.page.locator("strong"))
        if papers.count() == 1:
            self.click(".paper:has(strong) input[type=checkbox]")
        else:
            self.go("text=Đánh dấu mọi giấy bắt buộc")

    def finish(self) -> str:
        """Look it through, explain it, write it down; return the code."""
        self.go("text=Xem lại trước khi ghi")
        self.click("#explained")
        self.go("text=Ghi nhận và cấp mã hồ sơ")
        return code_on(self.page.inner_text("main"))

    def open_form(self, words: str, procedure: str) -> None:
        """Come from the menu to the form of a procedure."""
        self.go(".menu >> text=Tiếp nhận")
        self.page.keyboard.insert_text(words)  # The field has the focus.
        self.presses += keys_of(words)
        self.enter()
        self.go(f"main a[href^='/receive/{procedure}']")
        self.go("text=Đủ giấy tờ: nhập thông tin")

    def follow(self, procedure: str) -> None:
        """Go to the form of what is offered next."""
        self.go(f"main a[href^='/receive/{procedure}']")
        self.go("text=Đủ giấy tờ: nhập thông tin")


def type_mother(hands: Hands) -> None:
    """Type everything about somebody who has no card and no phone."""
    hands.type("#id_applicant-full_name", "Lò Thị Thử")
    hands.type("#id_applicant-birth_date", "04/05/1988")
    hands.click("input[name=applicant-sex][value=F]")
    hands.type("#id_applicant-personal_id", "011188990001")
    hands.type("#id_applicant-ethnicity", "Thái")
    hands.type("#id_applicant-village", "Bản Mẫu")
    hands.click("text=Người liên hệ khi không có điện thoại")
    hands.type("#id_contact-full_name", "Lò Văn Ví Dụ")
    hands.type("#id_contact-relation", "con")
    hands.type("#id_contact-phone", "0900000002")
    hands.click("#id_contact-may_be_told")


def type_it(hands: Hands) -> None:
    """Type the mother; the father's card is read with the second dossier."""
    type_mother(hands)


def scan_it(hands: Hands) -> None:
    """Read both cards, and type nothing."""
    open_scanner(hands)
    hands.scan(MOTHER)
    hands.scan(FATHER)


def open_scanner(hands: Hands) -> None:
    hands.click("text=Đọc từ thẻ căn cước")
    hands.click("#card")


@pytest.mark.parametrize("begin", [type_it, scan_it])
def test_four_dossiers_of_a_family_take_less_than_twice_the_presses_of_one(
    page: Page, address: str, begin
):
    sign_in(page, address)
    hands = Hands(page)
    hands.open_form("cai chinh", CORRECTION)
    begin(hands)
    hands.tick_required()
    codes = [hands.finish()]
    one = hands.presses
    for procedure in (MARRIAGE, BIRTH, RECOGNITION):
        hands.follow(procedure)
        if procedure == MARRIAGE and begin is type_it:
            open_scanner(hands)
            hands.scan(FATHER)
            assert page.input_value("#id_applicant-full_name") == "Lò Thị Thử"
            hands.go("button:has-text('Lò Văn Mẫu')")
        hands.tick_required()
        codes.append(hands.finish())
    assert len(set(codes)) == 4
    assert hands.presses < 2 * one, f"one took {one}, four took {hands.presses}"
    page.click("text=Xem tóm tắt lượt này")
    shown = page.inner_text("main")
    assert [code for code in codes if code not in shown] == []
    assert "Lò Văn Mẫu" in shown
    printed = page.request.get(f"{page.url}/summary.pdf")
    assert printed.body().startswith(b"%PDF")


def test_a_birth_with_both_cards_takes_under_forty_presses_without_javascript(
    plain: Page, address: str
):
    sign_in(plain, address)
    hands = Hands(plain)
    hands.open_form("khai sinh", BIRTH)
    scan_it(hands)
    assert plain.input_value("#id_applicant-full_name") == "Lò Thị Thử"
    assert "Lò Văn Mẫu" in plain.inner_text("main")
    hands.tick_required()
    hands.finish()
    assert hands.presses < 40, hands.presses


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_pages_of_a_sitting_are_in_order(page: Page, address: str, width: int, language: str):
    sign_in(page, address)
    hands = Hands(page)
    hands.open_form("khai sinh", BIRTH)
    hands.type("#id_applicant-full_name", "Vàng Thị Dua")
    hands.tick_required()
    hands.finish()
    page.context.add_cookies([{"name": "language", "value": language, "url": address}])
    page.set_viewport_size({"width": width, "height": 800})
    page.reload()
    found = look(page)
    following = page.get_attribute(f"main a[href^='/receive/{RECOGNITION}']", "href")
    sitting = re.search(r"sitting=(\w+)", following)[1]
    procedure, _, query = following.removeprefix("/receive/").partition("?")
    for way in (
        f"/receive?{query}",
        following,
        f"/receive/{procedure}/form?{query}",
        f"/sittings/{sitting}",
        "/road/to-tell",
    ):
        page.goto(address + way)
        found += look(page)
    assert not found, "\n".join(found)
