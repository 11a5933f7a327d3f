"""The demo's reader of pages sends what a form offers and nothing else."""

import pytest

from demo.browser import Browser, _page
from demo.processes import DemoFailed

PAGE = b"""<form action="/search"><input name="q"></form>
<form method="post" action="/receive?step=2" enctype="multipart/form-data">
<input type="hidden" name="token" value="t1">
<input name="full_name" value="L&ograve; V&#259;n Inh">
<input type="radio" name="kind" value="centre"><input type="radio" name="kind" value="home" checked>
<input type="checkbox" name="told"><input type="checkbox" name="reasons" value="poor" checked>
<select name="round"><option value="">-</option><option value="r1" selected>R</option></select>
<select name="case"><option value="first">1</option><option value="second">2</option></select>
<textarea name="note">
a &lt; b</textarea><input type="file" name="scan"><input name="off" value="1" disabled>
<button name="do" value="save">Save</button></form>"""


def test_a_form_is_read_with_what_stands_in_its_fields():
    form = _page("http://a/receive", 200, PAGE).form("/receive")
    assert form.values == {
        "token": ["t1"],
        "full_name": ["Lò Văn Inh"],
        "kind": ["home"],
        "reasons": ["poor"],
        "round": ["r1"],
        "case": ["first"],
        "note": ["\na < b"],
    }
    assert (form.method, form.multipart, form.buttons) == ("post", True, [("do", "save")])
    assert {"told", "scan"} <= form.names
    assert "off" not in form.names


def test_typing_into_a_field_that_the_page_does_not_have_is_an_error():
    page = _page("http://a/receive", 200, PAGE)
    with pytest.raises(DemoFailed, match="nowhere"):
        Browser("http://a").submit(page, page.form("/receive"), {"nowhere": 1})


def test_a_missing_form_is_told_with_those_that_are_there():
    with pytest.raises(DemoFailed, match="/search"):
        _page("http://a/receive", 200, PAGE).form("/other")
