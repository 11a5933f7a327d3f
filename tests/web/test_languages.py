"""Vietnamese first; English complete; the compiled catalogue current."""

import gettext
import re

from tests.web.catalogue import PO, catalogue, said_by_pages
from tests.web.desk import browser

FIELDS = re.compile(r"%\(\w+\)s|\{\w+\}")


def test_everything_that_pages_say_is_there_in_english():
    known = catalogue()
    assert {text for text in said_by_pages() if not known.get(text, ("",))[0]} == set()


def test_the_catalogue_holds_nothing_that_no_page_says():
    assert set(catalogue()) - said_by_pages() == set()


def test_translations_keep_the_fields_of_their_sentence():
    wrong = {
        text: english
        for text, (english, _) in catalogue().items()
        if set(FIELDS.findall(text)) != set(FIELDS.findall(english))
    }
    assert wrong == {}


def test_the_compiled_catalogue_is_current():
    # Made by ``msgfmt -o django.mo django.po``; users' machines have no msgfmt.
    with PO.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    single = {text: one for text, (one, many) in catalogue().items() if not many}
    assert {text: compiled.gettext(text) for text in single} == single


def test_a_reader_changes_the_language_and_comes_back(centre):
    client = browser(centre)
    answer = client.post("/language", {"language": "en", "back": "/t/?c=x"})
    assert answer.headers["Location"] == "/t/?c=x"
    page = client.get("/t/")
    assert "Track a dossier" in page.content.decode()
    assert '<html lang="en">' in page.content.decode()
    client.post("/language", {"language": "vi", "back": "//example.org/"})
    assert "Tra cứu hồ sơ" in client.get("/t/").content.decode()


def test_a_browser_installed_in_english_reads_vietnamese(centre):
    page = browser(centre, headers={"Accept-Language": "en"}).get("/sign-in").content.decode()
    assert "Đăng nhập" in page
