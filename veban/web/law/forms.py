"""The forms of the law desk (biểu mẫu nhập quy định): each says its value and what it is about."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from veban.core.law.dated import Confidence
from veban.core.law.entered import LawKind
from veban.core.procedures.fee_lines import FeePer
from veban.web.entrance.forms import REQUIRED
from veban.web.law.words import DAY_KINDS, FEE_PERS

DATE = {"type": "date"}
CLOCK = {"type": "time"}


def date_field(label: Any, hint: Any = "") -> forms.DateField:
    """Return a field for a day."""
    return forms.DateField(
        label=label,
        help_text=hint,
        widget=forms.DateInput(attrs=DATE, format="%Y-%m-%d"),
        error_messages=REQUIRED | {"invalid": _("Ghi ngày có thật.")},
    )


class SourceForm(forms.Form):
    """What every value needs: since when, and where it stands."""

    kind: ClassVar[LawKind]
    title: ClassVar[Any]

    since_on = date_field(_("Áp dụng từ ngày"))
    document = forms.CharField(
        label=_("Số văn bản"),
        help_text=_("Như ghi trên văn bản, ví dụ 12/2026/NQ-HĐND."),
        max_length=120,
        error_messages=REQUIRED,
    )
    article = forms.CharField(label=_("Điều, khoản"), required=False, max_length=60)
    heard = forms.BooleanField(label=_("Tôi chưa đọc văn bản, chỉ được nghe lại"), required=False)

    def about(self) -> str:
        """Return what the value is about; empty for what there is one of."""
        return ""

    def value(self) -> Mapping[str, object]:
        """Return the value in the shape that ``rules/`` has."""
        return {}

    @property
    def confidence(self) -> Confidence:
        """Return whether the text was read."""
        return Confidence.RECALLED if self.cleaned_data["heard"] else Confidence.CHECKED


def money_field(label: Any) -> forms.IntegerField:
    """Return a field for đồng; empty where the channel is not offered."""
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=100_000_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Chỉ ghi số tiền bằng chữ số, ví dụ 15000; 0 là không thu.")},
    )


class FeesForm(SourceForm):
    """What a procedure costs by channel."""

    kind = LawKind.FEES
    title = _("Nhập mức thu")

    direct = money_field(_("Nộp trực tiếp (đồng)"))
    online = money_field(_("Nộp trực tuyến (đồng)"))
    postal = money_field(_("Nộp qua bưu chính (đồng)"))
    per = forms.ChoiceField(
        label=_("Tính theo"), choices=FEE_PERS.items(), initial=FeePer.DOSSIER.value
    )

    field_order = ("direct", "online", "postal", "per", "since_on", "document", "article", "heard")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not self._amounts(given):
            raise forms.ValidationError(_("Ghi ít nhất một mức thu; không thu thì ghi 0."))
        return given

    def value(self) -> Mapping[str, object]:
        given = self.cleaned_data
        return {
            "lines": [
                {"channels": [channel], "per": given["per"], "vnd": vnd}
                for channel, vnd in self._amounts(given)
            ]
        }

    def _amounts(self, given: Mapping[str, Any]) -> list[tuple[int, int]]:
        named = ((1, "direct"), (2, "online"), (3, "postal"))
        return [(channel, given[name]) for channel, name in named if given.get(name) is not None]


class DayForm(SourceForm):
    """What a day of the calendar is."""

    kind = LawKind.DAY
    title = _("Nhập ngày nghỉ, ngày làm bù")

    on = date_field(_("Ngày"))
    what = forms.ChoiceField(label=_("Ngày đó là"), choices=DAY_KINDS.items())
    name = forms.CharField(
        label=_("Tên gọi"), help_text=_("Ví dụ: Nghỉ bù Tết Dương lịch."), required=False
    )

    field_order = ("on", "what", "name", "document", "article", "heard")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["since_on"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("on"):
            given["since_on"] = given["on"]
        if given.get("what") != "ordinary" and not given.get("name"):
            self.add_error("name", _("Ngày nghỉ hay làm bù cần có tên gọi."))
        return given

    def about(self) -> str:
        return str(self.cleaned_data["on"].isoformat())

    def value(self) -> Mapping[str, object]:
        given = self.cleaned_data
        if given["what"] == "ordinary":
            return {"kind": "ordinary"}
        return {"kind": given["what"], "name": given["name"]}


def clock_field(label: Any) -> forms.TimeField:
    """Return a field for an hour and minute."""
    return forms.TimeField(
        label=label,
        widget=forms.TimeInput(attrs=CLOCK, format="%H:%M"),
        error_messages=REQUIRED | {"invalid": _("Ghi giờ và phút, ví dụ 09:30.")},
    )


class HoursForm(SourceForm):
    """When the office is open."""

    kind = LawKind.OFFICE_HOURS
    title = _("Nhập giờ làm việc")

    morning_from = clock_field(_("Sáng, từ"))
    morning_to = clock_field(_("Sáng, đến"))
    afternoon_from = clock_field(_("Chiều, từ"))
    afternoon_to = clock_field(_("Chiều, đến"))
    same_day_cutoff = clock_field(_("Nhận trước giờ này thì trả trong ngày"))
    results_until = clock_field(_("Trả kết quả đến"))

    field_order = (
        "morning_from",
        "morning_to",
        "afternoon_from",
        "afternoon_to",
        "same_day_cutoff",
        "results_until",
    )

    def value(self) -> Mapping[str, object]:
        at = {name: f"{self.cleaned_data[name]:%H:%M}" for name in self.field_order}
        return {
            "sessions": [
                [at["morning_from"], at["morning_to"]],
                [at["afternoon_from"], at["afternoon_to"]],
            ],
            "same_day_cutoff": at["same_day_cutoff"],
            "results_until": at["results_until"],
        }


class YearForm(SourceForm):
    """The days of a year have been announced."""

    kind = LawKind.YEAR
    title = _("Lịch nghỉ của năm đã công bố")


class ConfirmForm(SourceForm):
    """A procedure known from memory stands in a document."""

    kind = LawKind.CONFIRMED
    title = _("Xác nhận thủ tục")


class LayoutForm(SourceForm):
    """The unit's printed layout of a slip is the right one."""

    kind = LawKind.LAYOUT
    title = _("Xác nhận mẫu in")


FORMS: Mapping[str, type[SourceForm]] = {
    form.kind.value: form
    for form in (FeesForm, DayForm, HoursForm, YearForm, ConfirmForm, LayoutForm)
}
"""Kind of value → its form; other kinds are entered on the command line."""
