"""What a form sends lies nowhere in a browser: in no memory of fields, in no address."""

import re
from pathlib import Path

import pytest

import veban.web

FORM = re.compile(r"<form[^>]*>")
TEMPLATES = sorted(Path(veban.web.__path__[0], "templates").rglob("*.html"))
SENT = [
    (path.stem, form)
    for path in TEMPLATES
    for form in FORM.findall(path.read_text("utf-8"))
    if 'method="post"' in form
]


def test_forms_are_found():
    assert len(SENT) > 20


@pytest.mark.parametrize(("page", "form"), SENT)
def test_a_form_says_where_it_goes_and_asks_the_browser_to_keep_nothing(page, form):
    assert 'autocomplete="off"' in form
    assert 'action="/' in form
