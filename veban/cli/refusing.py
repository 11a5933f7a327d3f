"""Say a refusal to people on stderr, and to programs on stdout (báo từ chối)."""

from typing import Any

from veban.cli.answers import put, say
from veban.cli.loading import find_sentence
from veban.core.shared.refused import Refused

EXPECTED = {
    "present": "phải có",
    "object": "một nhóm mục {…}",
    "array": "một danh sách […]",
    "array of objects": "một danh sách các nhóm mục",
    "text": "chữ, không để trống",
    "text of 1 to 200 characters": "từ 1 đến 200 ký tự",
    "text of 1 to 200 characters without blanks around it": "từ 1 đến 200 ký tự, không có dấu "
    "cách ở hai đầu",
    "number": "số",
    "whole number": "số nguyên",
    "ISO 8601 with offset": "thời điểm kèm múi giờ, như 2026-01-05T09:30:00+07:00",
    "JSON in UTF-8": "JSON ghi bằng UTF-8",
    "(line)": "(cả dòng)",
}
"""What a field should have been, as people read it; programs get the detail as it is."""

LACKING = {
    "broken": "chỗ hỏng trong nhật ký",
    "rows_differ": "dòng trong bảng không khớp với nhật ký",
    "unplaced": "việc của máy này đang chờ lãnh đạo quyết định ở trang Việc đến muộn",
    "missing_files": "tệp chưa về tới Trung tâm",
    "lane_too_short": "dải số không đủ đến ngày cuối của đợt",
    "round_closed": "đợt đã đóng",
}
"""What keeps a pack from being made, as ``pack.incomplete`` counts it."""


class _Shown(dict[str, object]):
    """Details as a sentence shows them; one that is missing shows its name."""

    def __missing__(self, key: str) -> str:
        return f"({key})"


def sentence_of(refusal: Refused) -> str:
    """Return what happened and what to do, with the code at the end for whoever is asked."""
    shown = _Shown({name: _words(value) for name, value in refusal.details.items()})
    text = find_sentence(refusal.code) or "Không thực hiện được."
    return f"{text.format_map(shown)} [{refusal.code}]"


def answer_of(refusal: Refused) -> dict[str, Any]:
    """Return a refusal as the public formats write it."""
    return {"refused": refusal.code, "details": refusal.details}


def report(refusal: Refused, *, as_json: bool) -> None:
    """Tell a command's refusal."""
    if as_json:
        put(answer_of(refusal))
    say(sentence_of(refusal))


def _words(value: object) -> object:
    if isinstance(value, list | tuple):
        return ", ".join(map(_counted, value))
    return EXPECTED.get(value, value) if isinstance(value, str) else value


def _counted(item: object) -> str:
    name, _, count = str(item).partition(" ")
    return f"{count} {LACKING[name]}" if count.isdecimal() and name in LACKING else str(item)
