"""The page on access says what the rules of the views say."""

from tools.access_page import PAGE, access_page


def test_the_page_on_access_is_made_from_the_rules():
    assert PAGE.read_text(encoding="utf-8") == access_page()
