"""The throw-away servers themselves."""

import psycopg
import pytest


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
