"""The parts of the reception form (các phần của biểu mẫu tiếp nhận).

They help to type and say at once what is missing; the one shape that decides is the command's,
read by the same function as the doors' and the command line's input.
"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from veban.core.dossiers.sitting import KnownScan
from veban.core.dossiers.waiting_scan import WaitingScan
from veban.core.procedures.papers import PaperForm as PaperKind
from veban.core.shared.typed_day import read_typed_day
from veban.web import words
from veban.web.counter.scan_choice import checked_file, choices_of, scan_choice

REQUIRED = {"required": _("Mục này cần có."), "invalid_choice": _("Chọn một mục trong danh sách.")}
OFF = {"autocomplete": "off"}


def text(label: Any, hint: Any = "", required: bool = False, **attrs: str) -> forms.CharField:
    """Return a field of one line."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=300,
        widget=forms.TextInput(attrs=OFF | attrs),
        error_messages=REQUIRED,
    )


def one_of(
    label: Any, table: dict[Any, Any], initial: Any = None, required: bool = True, hint: Any = ""
) -> forms.ChoiceField:
    """Return a field of radio buttons over a word table."""
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=list(table.items()),
        initial=initial,
        required=required,
        widget=forms.RadioSelect,
        error_messages=REQUIRED,
    )


def tick(label: Any) -> forms.BooleanField:
    """Return a field to tick."""
    return forms.BooleanField(label=label, required=False)


class ApplicantForm(forms.Form):
    """Whose dossier it is."""

    full_name = text(_("Họ và tên"), required=True)
    birth_date = text(
        _("Ngày sinh"),
        _("Biết đến đâu ghi đến đó: 1988, hoặc 05/1988, hoặc 04/05/1988."),
        inputmode="numeric",
    )
    sex = one_of(_("Giới tính"), words.SEXES, required=False)
    personal_id = text(_("Số định danh cá nhân"), inputmode="numeric")
    ethnicity = text(_("Dân tộc"))
    phone = text(_("Điện thoại"), inputmode="tel")
    village = text(_("Thôn, bản đang ở"), list="villages")

    def clean_birth_date(self) -> str:
        return read_typed_day(str(self.cleaned_data["birth_date"]))


class ContactForm(forms.Form):
    """Who can be reached for somebody without a phone."""

    full_name = text(_("Họ tên người liên hệ"), list="people")
    relation = text(_("Quan hệ"), _("Ví dụ: con, cháu, trưởng bản."))
    phone = text(_("Điện thoại"), inputmode="tel")
    may_be_told = tick(_("Người nộp đồng ý để người này được báo tin về hồ sơ"))


class CollectorForm(forms.Form):
    """Who may collect the result."""

    full_name = text(_("Họ tên người nhận thay"), list="people")
    personal_id = text(_("Số định danh của người nhận thay"), inputmode="numeric")


class InterpreterForm(forms.Form):
    """Who interprets at the table."""

    full_name = text(_("Họ tên người phiên dịch"), list="people")
    language = text(_("Tiếng"), _("Ví dụ: Mông, Thái, Khơ Mú."))


class WrittenForForm(forms.Form):
    """What is done for somebody who cannot write."""

    applies = tick(_("Người nộp không viết được: cán bộ viết hộ"))
    read_aloud = tick(_("Đã đọc lại cho người nộp nghe, người nộp nói đúng"))
    fingerprint = tick(_("Người nộp đã điểm chỉ trên giấy"))
    witness = text(_("Người làm chứng việc viết hộ"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("applies") and not given.get("witness"):
            self.add_error("witness", _("Ghi họ tên người làm chứng."))
        if given.get("applies") and not given.get("read_aloud"):
            self.add_error("read_aloud", _("Đọc lại cho người nộp nghe, rồi đánh dấu."))
        return given

    def given(self) -> dict[str, Any] | None:
        """Return it as the command has it; None where the applicant writes."""
        known = dict(self.cleaned_data)
        return known if known.pop("applies") else None


class PlaceForm(forms.Form):
    """Where and when the dossier is taken in."""

    kind = one_of(_("Nhận ở đâu?"), words.PLACES, "centre")
    village = text(_("Tên bản, điểm"), list="villages")
    witness = text(_("Người làm chứng"), _("Cần khi nhận ngoài trụ sở theo diện ngoại lệ."))
    round = forms.ChoiceField(label=_("Đợt lưu động"), required=False)
    received_on = forms.DateField(
        label=_("Ngày nhận"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=REQUIRED | {"invalid": _("Ghi ngày có thật.")},
    )
    received_time = forms.TimeField(
        label=_("Giờ nhận"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages=REQUIRED | {"invalid": _("Ghi giờ và phút, ví dụ 09:30.")},
    )
    channel = one_of(_("Hình thức nộp"), {1: words.CHANNELS[1], 3: words.CHANNELS[3]}, 1)
    paper_slip = text(
        _("Số phiếu trắng"),
        _("Chỉ khi đã viết tay Giấy tiếp nhận trên phiếu in sẵn."),
        inputmode="numeric",
    )

    def __init__(self, *args: Any, rounds: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["round"].choices = [("", _("Không thuộc đợt nào")), *rounds]  # type: ignore[attr-defined]


class MoreForm(forms.Form):
    """Copies, exemptions, the return of the result."""

    how = one_of(_("Nhận kết quả thế nào?"), words.RETURN_WAYS, "centre")
    place = text(_("Nơi nhận kết quả"), _("Ví dụ: nhà văn hóa bản Na Pheo."))
    copies = forms.IntegerField(
        label=_("Số bản cần cấp"),
        min_value=1,
        max_value=999,
        initial=1,
        error_messages=REQUIRED | {"invalid": _("Ghi một số."), "min_value": _("Ít nhất là 1.")},
    )
    reasons = forms.MultipleChoiceField(
        label=_("Diện miễn, giảm hoặc lý do phục vụ tại nhà"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=REQUIRED,
    )

    def __init__(self, *args: Any, reasons: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reasons"].choices = reasons  # type: ignore[attr-defined]


class PaperForm(forms.Form):
    """One paper of the checklist, or one more by name."""

    given = tick("")
    name = text(_("Tên giấy tờ"))
    form = forms.ChoiceField(label=_("Loại"), choices=list(words.PAPER_FORMS.items()))
    count = forms.IntegerField(
        label=_("Số lượng"),
        min_value=1,
        max_value=999,
        initial=1,
        required=False,
        error_messages={"invalid": _("Ghi một số."), "min_value": _("Ít nhất là 1.")},
    )
    file = forms.FileField(
        label=_("Ảnh hoặc bản quét"),
        required=False,
        widget=forms.FileInput(
            attrs={"accept": "image/jpeg,image/png,application/pdf", "capture": "environment"}
        ),
        error_messages={"empty": _("Tệp rỗng; chụp hoặc quét lại.")},
    )
    scan = scan_choice()
    reuse = forms.ChoiceField(label=_("Bản đã quét trong lượt này"), required=False)
    kept = forms.RegexField("^[0-9a-f]{64}$", required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        paper: str | None,
        named: str = "",
        scans: Sequence[WaitingScan] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scan"].choices = choices_of(scans)  # type: ignore[attr-defined]
        self.paper = paper
        self.named = named
        self.fields["form"].initial = PaperKind.ORIGINAL.value
        self.fields["given"].label = named

    def offer(self, scans: Sequence[KnownScan]) -> None:
        """Offer what was scanned at this sitting."""
        known = [(scan.file, f"{scan.owner.full_name}: {scan.name[:60]}") for scan in scans]
        self.fields["reuse"].choices = [("", _("Không dùng lại")), *known]  # type: ignore[attr-defined]

    @property
    def offers(self) -> bool:
        """Tell whether anything was scanned at this sitting."""
        return len(self.fields["reuse"].choices) > 1  # type: ignore[attr-defined]

    def clean_file(self) -> Any:
        return checked_file(self.cleaned_data["file"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("scan"):
            given["kept"] = given["scan"]
        return given

    @property
    def is_given(self) -> bool:
        """Tell whether the paper lies on the table."""
        given = self.cleaned_data
        return bool(given.get("given")) if self.paper else bool(given.get("name"))
