"""The closing count, from outside: an export, printed PDFs, public tracking, both journals.

Nothing here asks the steps what they did, but for the number of hand-backs they played.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pypdf import PdfReader

from demo.browser import Browser
from demo.page_moves import sign_in_first
from demo.processes import DemoFailed
from demo.stage import Stage

RETURNED = 10
"""The national record's state: the result was handed back."""
CODE = re.compile(r"\b[A-Z][0-9A-Z]*(?:\.[0-9A-Z]+)*-\d{6}-\d{4,}\b")
TOO_MANY = 429
NOBODYS = "H00-000101-9999"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the closing table."""

    what: str
    count: object
    right: bool
    difference: str = ""


def count_from_outside(stage: Stage) -> bool:
    """Print the closing table; return whether everything adds up."""
    records = _export(stage)
    exported = {record["MaHoSo"] for record in records}
    printed = {code for slip in stage.slips.values() for code in codes_in(slip)}
    candidates = exported | printed | set(stage.received)
    tracking = Tracking(stage)
    tracked = {code for code in candidates if tracking.knows(code)}
    returned = sum(record["TrangThaiHoSo"] == RETURNED for record in records)
    late = [record["MaHoSo"] for record in records if _late(record)]
    rows = [
        Row("Mã trong tệp xuất (dossiers export)", len(exported), True),
        _same("Mã đọc từ phiếu in (PDF)", printed, exported),
        _same("Mã tra cứu được qua HTTP", tracked, exported),
        _same("Mã đã cấp khi tiếp nhận", set(stage.received), exported),
        Row("Một mã không có thật tra cứu được", "không", not tracking.knows(NOBODYS)),
        _same("Mã trên phiếu 02, 03", {c for s in stage.table_slips for c in codes_in(s)}, set()),
        Row(
            "Đã trả kết quả: trạng thái 10 / lần trả",
            f"{returned} / {stage.hand_backs}",
            returned == stage.hand_backs == len(records),
            "" if returned == stage.hand_backs == len(records) else f"{len(records)} hồ sơ",
        ),
        *(_journal(name, node) for name, node in _nodes(stage)),
        Row("Xong sau ngày hẹn", len(late), True, ", ".join(late[:5])),
    ]
    stage.tell.table(
        "Đếm từ bên ngoài · Counted from outside",
        ("", "", ""),
        [(("✓ " if row.right else "✗ ") + row.what, row.count, row.difference) for row in rows],
    )
    return all(row.right for row in rows)


def codes_in(slip: Path) -> set[str]:
    """Return the dossier codes that a reader of a printed slip finds."""
    text = "\n".join(page.extract_text() for page in PdfReader(slip).pages)
    return set(CODE.findall(text))


def _same(what: str, found: set[str], wanted: set[str]) -> Row:
    difference = [
        *(f"thiếu {code}" for code in sorted(wanted - found)),
        *(f"thừa {code}" for code in sorted(found - wanted)),
    ]
    return Row(what, len(found), not difference, ", ".join(difference))


def _export(stage: Stage) -> list[dict[str, Any]]:
    file = stage.folder / "xuất.jsonl"
    stage.centre.run("dossiers", "export", "--format", "portal", "-o", file)
    stage.tell.look("Tệp xuất theo định dạng quốc gia", file)
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]


class Tracking:
    """Asks the centre for codes as anybody may; officers are asked for no patience."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._browser = Browser(stage.centre_server.url)

    def knows(self, code: str) -> bool:
        """Tell whether public tracking finds a code.

        Raises:
            DemoFailed: it answers with something else.
        """
        page = self._browser.visit(_door(code))
        if page.status == TOO_MANY:
            self._browser = sign_in_first(self._stage, self._stage.cast.team[0])
            page = self._browser.visit(_door(code))
        if page.status != 200:
            raise DemoFailed(f"{page.url}: {page.status}")
        return bool(json.loads(page.body)["found"])


def _door(code: str) -> str:
    return f"/doors/track/{quote(code)}"


def _journal(name: str, node: Any) -> Row:
    answer = node.run("journal", "verify", "--json", ok=(0, 1)).answer
    wrong = [str(one) for one in answer["broken"]]
    if answer["missing_files"]:
        wrong.append(f"thiếu {answer['missing_files']} tệp")
    count = f"{answer['entries']} mục, {answer['files']} tệp"
    return Row(f"Nhật ký {name} nguyên vẹn", count, not wrong, ", ".join(wrong))


def _nodes(stage: Stage) -> Iterable[tuple[str, Any]]:
    return (("của Trung tâm", stage.centre), ("của máy lưu động", stage.laptop))


def _late(record: dict[str, Any]) -> bool:
    due, ended = record.get("NgayHenTra"), record.get("NgayKetThucXuLy")
    return bool(due and ended and str(ended) > str(due))
