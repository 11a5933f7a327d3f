"""The throw-away servers themselves."""

import psycopg
import pytest

from tests.servers.axe import complaints


@pytest.mark.needs("postgres")
def test_each_test_gets_an_empty_postgres_database(postgres_url):
    with psycopg.connect(postgres_url) as connection:
        tables = connection.execute(
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"
        ).fetchone()
    assert tables == (0,)


def test_the_browser_shows_vietnamese_letters(page):
    page.set_content("<h1>Về bản</h1>")
    assert page.locator("h1").inner_text() == "Về bản"


def test_axe_complains_about_a_picture_without_words_and_not_about_a_plain_page(page):
    plain = "<html lang='vi'><title>Bản</title><main><h1>Bản</h1>{}</main></html>"
    page.set_content(plain.format("<p>Chào</p>"))
    assert complaints(page) == []
    page.set_content(plain.format("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>"))
    assert [line.partition(":")[0] for line in complaints(page)] == ["image-alt"]
