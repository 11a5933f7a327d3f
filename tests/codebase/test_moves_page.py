"""The page on moves says what the table says."""

from tools.moves_page import PAGE, moves_page


def test_the_page_on_moves_is_made_from_the_table():
    assert PAGE.read_text(encoding="utf-8") == moves_page()
