"""The form of a move (biểu mẫu thao tác), made from the fields its details have."""

import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime, time
from enum import StrEnum
from types import NoneType
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from veban.core.dossiers.commands import PaperHandedIn
from veban.core.dossiers.move import Move
from veban.core.procedures.units import Unit
from veban.core.shared.local_time import LOCAL
from veban.web import words

REQUIRED = {"required": _("Mục này cần có."), "invalid": _("Chưa đọc được; xem lại cách ghi.")}

LABELS: dict[str, Any] = {
    "note": _("Ghi chú"),
    "reason": _("Lý do, bằng lời người dân hiểu được"),
    "legal_basis": _("Căn cứ pháp lý (văn bản, điều khoản)"),
    "papers": _("Giấy tờ, mỗi dòng một loại"),
    "amount_vnd": _("Số tiền (đồng)"),
    "receipt_number": _("Số biên lai"),
    "online": _("Đã nộp trực tuyến"),
    "due_at": _("Ngày hẹn trả"),
    "result": _("Tên kết quả"),
    "number": _("Số, ký hiệu của kết quả"),
    "file": _("Bản quét kết quả"),
    "to": _("Người nhận"),
    "to_unit": _("Đơn vị nhận hồ sơ"),
    "relation": _("Quan hệ với người nộp hồ sơ"),
    "proof": _("Xác nhận đã nhận"),
    "read_aloud": _("Đã đọc lại nội dung cho người nhận nghe, người nhận nói đúng"),
    "promised_on": _("Hẹn trả kết quả đúng vào ngày"),
    "why": _("Vì sao chưa trả được?"),
    "through": _("Báo tin bằng cách nào?"),
    "override_reason": _("Lý do người đã tiếp nhận vẫn ký (lãnh đạo quyết định)"),
    "issued_at": _("Hệ thống kia có kết quả ngày"),
    "of": _("Hỏi ý kiến cơ quan, phòng nào?"),
    "question": _("Nội dung cần cho ý kiến"),
    "due_on": _("Hạn trả lời"),
    "ordinal": _("Trả lời cho ý kiến nào?"),
    "answer": _("Trả lời thế nào?"),
    "opinion": _("Nội dung trả lời"),
    "exemption": _("Lý do miễn, giảm (chỉ khi thu ít hơn mức quy định)"),
    "system": _("Hệ thống"),
    "official": _("Mã hồ sơ chính thức"),
    "state": _("Trạng thái đã thấy"),
    "seen_at": _("Thấy lúc"),
    "source": _("Thấy ở đâu"),
    "ended_at": _("Xử lý xong lúc"),
    "returned_at": _("Trả kết quả lúc"),
}
LABELS_OF_MOVES: dict[tuple[str, str], Any] = {
    ("hand_over", "to"): _("Nơi nhận hồ sơ giấy (người, phòng, túi)"),
    ("hand_back", "to"): _("Ai nhận kết quả?"),
    ("tell", "to"): _("Đã nói với ai?"),
    ("find_fault", "reason"): _("Sai ở chỗ nào, theo lời người nhận và giấy tờ gốc"),
    ("reappoint", "due_at"): _("Hẹn lại đến ngày"),
    ("request_supplement", "papers"): _("Giấy tờ còn thiếu, mỗi dòng một loại; ghi hết một lần"),
    ("take_supplement", "papers"): _("Giấy tờ người dân mang đến, mỗi dòng một loại"),
    ("draft", "file"): _("Tệp dự thảo"),
    ("sign_draft", "file"): _("Tệp đã ký"),
    ("send_draft_back", "reason"): _("Cần sửa chỗ nào?"),
    ("collect_fee", "amount_vnd"): _("Số tiền đã thu (đồng)"),
}
HINTS: dict[str, Any] = {
    "relation": _("Để trống nếu chính người nộp hồ sơ nhận. Ví dụ: con, vợ, trưởng bản."),
    "system": _("Ví dụ: Cổng Dịch vụ công quốc gia, phần mềm hộ tịch."),
    "source": _("Ví dụ: màn hình tra cứu, báo cáo buổi sáng."),
    "number": _("Như ghi trên giấy kết quả."),
    "issued_at": _("Thời hạn kết thúc vào ngày này. Để trống nếu không rõ."),
}
HINTS_OF_MOVES: dict[tuple[str, str], Any] = {
    ("draft", "number"): _("Để trống nếu số được cấp khi phát hành."),
    ("issue", "number"): _("Để trống nếu giữ số của dự thảo."),
    ("issue", "file"): _("Để trống nếu giữ tệp đã ký."),
    ("take_supplement", "papers"): _("Bỏ dòng nào người dân chưa mang đến."),
}
LONG = {"reason", "note", "question", "opinion", "override_reason"}
NOT_TYPED = {"record"}


class MoveForm(forms.Form):
    """When, and the details of one move.

    Args:
        move: A row of ``MOVES``.
        now: The node's clock, with which the form begins.
        suggested: What else it begins with.
    """

    def __init__(
        self, move: Move, now: datetime, suggested: Mapping[str, Any], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.move = move
        hints = typing.get_type_hints(move.details)
        self._made: dict[str, _Made] = {}
        for field in fields(move.details):
            if field.name in NOT_TYPED:
                continue
            made = _field_of(move.name, field.name, hints[field.name])
            made.form_field.required = field.default is MISSING and not made.is_tick
            hint = HINTS_OF_MOVES.get((move.name, field.name)) or HINTS.get(field.name, "")
            made.form_field.help_text = hint
            made.form_field.initial = suggested.get(field.name)
            if made.form_field.initial is None and field.default is not MISSING:
                made.form_field.initial = getattr(field.default, "value", field.default)
            self.fields[field.name] = made.form_field
            self._made[field.name] = made
        local = now.astimezone(LOCAL)
        self.fields["at_day"] = _day(_("Ngày làm"), initial=local.date())
        self.fields["at_time"] = _clock_time(_("Giờ làm"), initial=local.time())

    def details(self, end_of_day: Callable[[date], datetime]) -> dict[str, Any]:
        """Return ``with`` as the public format has it, files aside.

        Args:
            end_of_day: When the hand-back of results ends on a day; a date alone means that.
        """
        found = {}
        for name, made in self._made.items():
            value = self.cleaned_data.get(name)
            if value not in ("", None, []):
                is_due = isinstance(value, date) and name == "due_at"
                is_today = name == "issued_at" and value == self.cleaned_data.get("at_day")
                if is_due:
                    found[name] = end_of_day(value).isoformat()
                else:
                    found[name] = self.at().isoformat() if is_today else made.write(value)
        return found

    def at(self) -> datetime:
        """Return when the officer says it happened, to the minute."""
        given = self.cleaned_data
        return datetime.combine(given["at_day"], given["at_time"], LOCAL)

    def own_fields(self) -> list[Any]:
        """Return the move's own fields in the order of its details."""
        return [self[name] for name in self._made]

    def leave_out(self, name: str) -> None:
        """Do not ask for a detail that does not matter now."""
        if self._made.pop(name, None):
            del self.fields[name]


def offer_choices(form: MoveForm, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
    """Let a detail be chosen from a list; where it may be left open, nothing is chosen first."""
    if name in form.fields:
        before = form.fields[name]
        first = [] if before.required else [("", _("Không"))]
        form.fields[name] = forms.ChoiceField(
            label=before.label,
            help_text=before.help_text,
            required=before.required,
            choices=[*first, *choices],
            initial=before.initial,
            error_messages=REQUIRED,
        )


def offer_units(form: MoveForm, units: Iterable[Unit], not_to: str) -> None:
    """Let the unit of a move be chosen by its name; the one where the dossier is stands out."""
    if "to_unit" in form.fields:
        found = [(unit.code, unit.full_name) for unit in units if unit.code != not_to]
        named = forms.ChoiceField(
            label=LABELS["to_unit"],
            choices=[("", _("Chọn đơn vị…")), *found],
            initial=form.fields["to_unit"].initial,
            error_messages=REQUIRED,
        )
        form.fields["to_unit"] = named


class _Made(typing.NamedTuple):
    form_field: forms.Field
    write: Callable[[Any], Any]
    is_tick: bool = False


def _field_of(move: str, name: str, hint: Any) -> _Made:
    label = LABELS_OF_MOVES.get((move, name)) or LABELS.get(name, name)
    kinds = [kind for kind in (typing.get_args(hint) or (hint,)) if kind is not NoneType]
    kind = kinds[0]
    if name == "file":
        accept = {"accept": "image/*,application/pdf"}
        return _Made(forms.FileField(label=label, widget=forms.FileInput(attrs=accept)), str)
    if name == "state":
        choices: list[Any] = [(int(state), text) for state, text in words.STATES.items()]
        return _Made(forms.TypedChoiceField(label=label, choices=choices, coerce=int), int)
    if typing.get_origin(hint) is tuple:
        return _lines(label, named=kind is PaperHandedIn)
    if kind is bool:
        return _Made(forms.BooleanField(label=label), bool, is_tick=True)
    if kind is int:
        return _Made(forms.IntegerField(label=label, min_value=0, error_messages=REQUIRED), int)
    if kind is datetime:
        return _Made(_day(label), _noon)
    if kind is date:
        return _Made(_day(label), date.isoformat)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        choices = [(item.value, words.MOVE_CHOICES.get(item.value, item.value)) for item in kind]
        return _Made(forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect), str)
    widget = forms.Textarea(attrs={"rows": 4}) if name in LONG else forms.TextInput()
    return _Made(forms.CharField(label=label, widget=widget, error_messages=REQUIRED), str)


def _lines(label: Any, named: bool) -> _Made:
    field = forms.CharField(
        label=label, widget=forms.Textarea(attrs={"rows": 4}), error_messages=REQUIRED
    )

    def write(value: str) -> list[Any]:
        typed = [line.strip() for line in value.splitlines() if line.strip()]
        return [{"name": line} for line in typed] if named else list(typed)

    return _Made(field, write)


def _day(label: Any, **options: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, error_messages=REQUIRED, **options)


def _clock_time(label: Any, **options: Any) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, widget=widget, error_messages=REQUIRED, **options)


def _noon(day: date) -> str:
    return datetime.combine(day, time(12), LOCAL).isoformat()
