"""What a form sends lies nowhere in a browser: in no memory of fields, in no address."""

import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest
from django.forms import BaseForm

import veban.web
from veban.store import ready  # noqa: F401

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


OWN_SECRETS = {
    "CodeForm": "/me/second-factor",
    "FirstPhraseForm": "/first-phrase",
    "FirstUseForm": "/first-use",
    "InviteForm": "what the two above begin with",
    "NewPinForm": "/pin",
    "PasswordForm": "/sign-in",
    "PhraseForm": "/open",
    "PinForm": "/switch",
}
"""The officers' own sign-in, each form with its page; a secret is typed nowhere else."""

SECRET = re.compile(r"password|secret|one-time|otp|invite|phrase|^pin$|mật khẩu|mã một lần", re.I)


def forms_of_pages():
    """Yield every form class of the pages."""
    for found in pkgutil.walk_packages(veban.web.__path__, "veban.web."):
        if found.name == "veban.web.wsgi":
            continue  # It serves a folder as it is imported.
        for _name, one in inspect.getmembers(importlib.import_module(found.name), inspect.isclass):
            if issubclass(one, BaseForm) and one.__module__ == found.name:
                yield one


def asks_for_secret(field, name):
    """Tell whether a field asks for a password, a phrase, a PIN, an invite or a one-time code."""
    told = (name, str(field.label), str(field.widget.attrs.get("autocomplete", "")))
    hidden = getattr(field.widget, "input_type", "") == "password"
    return hidden or any(SECRET.search(word) for word in told)


def test_no_form_asks_for_a_secret_but_the_officers_own_sign_in():
    asking = {
        one.__name__
        for one in forms_of_pages()
        for name, field in one.base_fields.items()
        if asks_for_secret(field, name)
    }
    assert asking == set(OWN_SECRETS)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_page_has_a_field_for_a_secret_of_its_own_making(path):
    fields = re.findall(r"<(?:input|textarea)[^>]*>", path.read_text("utf-8"))
    shown = [one for one in fields if 'type="hidden"' not in one]
    assert [one for one in shown if SECRET.search(one)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_page_carries_script_or_style_inside(path):
    text = path.read_text("utf-8")
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)
    assert all(" src=" in one for one in re.findall(r"<script[^>]*>", text))
