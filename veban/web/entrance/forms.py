"""The forms at the entrance (biểu mẫu đăng nhập)."""

import unicodedata
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from veban.edges.folder.field_folder import checked_phrase
from veban.edges.folder.refusals import PhraseTooShort
from veban.web.refusal_pages import sentence_of

REQUIRED = {"required": _("Mục này cần có.")}


def officer_field() -> forms.CharField:
    """Return the field for an officer's code."""
    widget = forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"})
    return forms.CharField(label=_("Mã công chức"), widget=widget, error_messages=REQUIRED)


def secret_field(label: Any, hint: Any = "", new: bool = False) -> forms.CharField:
    """Return a field for a password, phrase or PIN; what is typed is never sent back."""
    complete = "new-password" if new else "current-password"
    widget = forms.PasswordInput(attrs={"autocomplete": complete})
    return forms.CharField(
        label=label, help_text=hint, widget=widget, strip=False, error_messages=REQUIRED
    )


def code_field(label: Any, hint: Any = "", required: bool = False) -> forms.CharField:
    """Return the field for an officer's own one-time code."""
    attrs = {"autocomplete": "one-time-code", "inputmode": "text", "autocapitalize": "characters"}
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=20,
        widget=forms.TextInput(attrs=attrs),
        error_messages=REQUIRED,
    )


class PasswordForm(forms.Form):
    """Sign in at the centre."""

    officer = officer_field()
    password = secret_field(_("Mật khẩu"))
    code = code_field(
        _("Mã một lần"),
        _("Chỉ khi bạn đã bật xác thực hai lớp: mã trong ứng dụng, hoặc một mã dự phòng."),
    )


class PhraseForm(forms.Form):
    """Open a laptop."""

    officer = officer_field()
    phrase = secret_field(_("Cụm từ mở máy"), _("Ít nhất 12 ký tự, do bạn đặt khi nhận máy."))


class PinForm(forms.Form):
    """Switch people on an open laptop."""

    officer = forms.ChoiceField(
        label=_("Bạn là ai?"), widget=forms.RadioSelect, error_messages=REQUIRED
    )
    pin = secret_field(_("Mã PIN (6 chữ số)"))

    def __init__(self, *args: object, officers: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["officer"].choices = officers  # type: ignore[attr-defined]
        self.fields["pin"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}


class NewPinForm(forms.Form):
    """Set the own PIN."""

    pin = secret_field(
        _("Mã PIN mới (6 chữ số)"),
        _("Không dùng chữ số giống nhau, dãy liền nhau hay nhóm lặp lại."),
        new=True,
    )
    again = secret_field(_("Nhập lại mã PIN"), new=True)

    def clean(self) -> dict[str, object]:
        given = self.cleaned_data
        if given.get("pin") != given.get("again"):
            self.add_error("again", _("Hai lần nhập không giống nhau."))
        return given


class InviteForm(forms.Form):
    """Who was invited, and the invite."""

    officer = officer_field()
    invite = forms.CharField(
        label=_("Lời mời"),
        help_text=_("Dãy chữ và số được quản trị hệ thống trao, chỉ dùng được một lần."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        error_messages=REQUIRED,
    )


class FirstUseForm(InviteForm):
    """Set a password with an invite."""

    password = secret_field(
        _("Mật khẩu mới"), _("Ít nhất 10 ký tự. Một câu ngắn dễ nhớ là tốt nhất."), new=True
    )
    again = secret_field(_("Nhập lại mật khẩu"), new=True)

    def clean(self) -> dict[str, object]:
        given = self.cleaned_data
        if given.get("password") != given.get("again"):
            self.add_error("again", _("Hai lần nhập không giống nhau."))
        return given


class FirstPhraseForm(InviteForm):
    """Set an opening phrase on a laptop with an invite, while a colleague has it open."""

    phrase = secret_field(
        _("Cụm từ mở máy mới"),
        _("Ít nhất 12 ký tự. Một câu của riêng bạn, dễ nhớ với bạn và khó đoán với người khác."),
        new=True,
    )
    again = secret_field(_("Nhập lại cụm từ mở máy"), new=True)

    def clean_phrase(self) -> str:
        try:
            return checked_phrase(str(self.cleaned_data["phrase"]))
        except PhraseTooShort as refusal:
            raise forms.ValidationError(sentence_of(refusal)) from refusal

    def clean(self) -> dict[str, object]:
        given = self.cleaned_data
        again = " ".join(str(given.get("again")).split())
        if "phrase" in given and given["phrase"] != unicodedata.normalize("NFC", again):
            self.add_error("again", _("Hai lần nhập không giống nhau."))
        return given
