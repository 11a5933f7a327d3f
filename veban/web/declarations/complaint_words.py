"""The one table of what is wrong with a declaration, for the server and for the browser.

A page writes the sentences of a field beside it; the module in the browser chooses among them and
has no words of its own, so both sides say the same.
"""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as noop

from veban.core.declarations.complaints import Complaint, Wrong

WORDS: dict[Wrong, str] = {
    Wrong.MISSING: noop("Mục này cần có."),
    Wrong.NOT_LISTED: noop("Chọn một mục trong danh sách."),
    Wrong.NO_DATE: noop("Ghi ngày có thật, biết đến đâu ghi đến đó: 1988, 05/1988, 04/05/1988."),
    Wrong.NO_DAY: noop("Ghi đủ ngày, tháng, năm có thật, ví dụ 04/05/2026."),
    Wrong.NO_TIME: noop("Ghi giờ và phút, ví dụ 09:30."),
    Wrong.NO_NUMBER: noop("Chỉ ghi chữ số."),
    Wrong.NO_PERSONAL_ID: noop(
        "Ghi 12 chữ số (hoặc 9 chữ số của giấy cũ). Không có số thì để trống."
    ),
    Wrong.NO_PHONE: noop("Ghi số điện thoại bằng chữ số, ví dụ 0900 000 100."),
    Wrong.NO_EMAIL: noop("Ghi địa chỉ thư có dấu @, hoặc để trống."),
    Wrong.TOO_SMALL: noop("Ít nhất là %(bound)s."),
    Wrong.TOO_LARGE: noop("Nhiều nhất là %(bound)s."),
    Wrong.TOO_LONG: noop("Viết ngắn lại: nhiều nhất %(bound)s ký tự."),
    Wrong.STRANGE: noop("Mẫu tờ khai không có mục này. Báo quản trị hệ thống."),
}


def say(complaint: Complaint) -> str:
    """Return a complaint in the words of the page's language."""
    bound = "" if complaint.bound is None else f"{complaint.bound:,}".replace(",", ".")
    return gettext(WORDS[complaint.wrong]) % {"bound": bound}
