"""The closing count, from outside: an export, printed PDFs, public tracking, both journals.

Nothing here asks the steps what they did, but for the number of hand-backs they played.
"""

import json
import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from pypdf import PdfReader

from demo.stage import Stage

RETURNED = 10
"""The national record's state: the result was handed back."""
CODE = re.compile(r"\b[A-Z][0-9A-Z]*(?:\.[0-9A-Z]+)*-\d{6}-\d{4,}\b")
PATIENCE_S = 90
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
    tracked = {code for code in candidates if _tracked(stage, code)}
    returned = sum(record["TrangThaiHoSo"] == RETURNED for record in records)
    late = [record["MaHoSo"] for record in records if _late(record)]
    rows = [
        Row("Mã trong tệp xuất (dossiers export)", len(exported), True),
        _same("Mã đọc từ phiếu in (PDF)", printed, exported),
        _same("Mã tra cứu được qua HTTP", tracked, exported),
        _same("Mã đã cấp khi tiếp nhận", set(stage.received), exported),
        Row("Một mã không có thật tra cứu được", "không", not _tracked(stage, NOBODYS)),
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


def _tracked(stage: Stage, code: str) -> bool:
    """Ask the centre as anybody may; wait where it asks for patience."""
    url = f"{stage.centre_server.url}/doors/track/{quote(code)}"
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            with urlopen(Request(url, headers={"Accept": "application/json"}), timeout=10) as got:
                return bool(json.load(got).get("state") is not None)
        except HTTPError as refused:
            wait = float(refused.headers.get("Retry-After") or 0)
            if refused.code != 429 or time.monotonic() + wait > end:
                return False
            time.sleep(wait)


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
