"""The forms of the administration (biểu mẫu quản trị): an officer, the unit."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode, NumberStanding
from veban.web import words
from veban.web.entrance.forms import REQUIRED

CODE = re.compile(r"[a-z0-9][a-z0-9.-]{1,30}")


class OfficerForm(forms.Form):
    """Who it is and what they do."""

    officer = forms.CharField(
        label=_("Mã công chức"),
        help_text=_("Chữ thường không dấu và số, như lan hay lan-03172; sau này không đổi được."),
        max_length=31,
        widget=forms.TextInput(attrs={"autocapitalize": "none"}),
        error_messages=REQUIRED,
    )
    name = forms.CharField(label=_("Họ và tên"), max_length=120, error_messages=REQUIRED)
    roles = forms.MultipleChoiceField(
        label=_("Vai trò"),
        help_text=_("Chọn ít nhất một. Người tiếp nhận và người ký một hồ sơ là hai người."),
        choices=[(role.value, words.ROLES[role]) for role in Role],
        widget=forms.CheckboxSelectMultiple,
        error_messages=REQUIRED,
    )

    def __init__(self, *args: Any, known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:
            del self.fields["officer"]

    def clean_officer(self) -> str:
        code = str(self.cleaned_data["officer"]).strip()
        if not CODE.fullmatch(code):
            raise forms.ValidationError(
                _("Chỉ dùng chữ thường không dấu, số, dấu chấm và gạch nối.")
            )
        return code

    def wanted_roles(self) -> list[Role]:
        """Return the roles that were ticked."""
        return [Role(role) for role in self.cleaned_data["roles"]]


class UnitForm(forms.Form):
    """How the unit works."""

    mode = forms.ChoiceField(
        label=_("Giải quyết hồ sơ ở đâu?"),
        choices=[
            (
                Mode.COMPANION.value,
                _("Đi kèm: giải quyết trên hệ thống chính thức, ở đây tiếp nhận, mang về, trả"),
            ),
            (Mode.FULL.value, _("Trọn vẹn: giải quyết, trình ký và trả kết quả ở đây")),
        ],
        widget=forms.RadioSelect,
        error_messages=REQUIRED,
    )
    numbers = forms.ChoiceField(
        label=_("Mã hồ sơ cấp ở bản có giá trị gì?"),
        choices=[
            (
                NumberStanding.PROVISIONAL.value,
                _("Tạm: mã này vẫn tra được mãi, mã chính thức có sau"),
            ),
            (
                NumberStanding.RESERVED.value,
                _("Chính thức: tỉnh đã dành riêng dải số cho tổ lưu động"),
            ),
        ],
        widget=forms.RadioSelect,
        error_messages=REQUIRED,
    )
