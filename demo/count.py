"""The closing count, from outside: an export, printed PDFs, public tracking, both journals.

Nothing here asks the steps what they did, but for the number of hand-backs they played.
"""

import json
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pypdf import PdfReader

from demo.browser import Browser
from demo.page_moves import sign_in_first
from demo.processes import DemoFailed, Node
from demo.stage import Stage

RETURNED = 10
"""The national record's state: the result was handed back."""
CODE = re.compile(r"\b[A-Z][0-9A-Z]*(?:\.[0-9A-Z]+)*-\d{6}-\d{4,}\b")
TOO_MANY = 429
NOBODYS = "H00-000101-9999"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the closing table; ``right`` is None where nothing is judged."""

    what: str
    count: object
    right: bool | None
    differences: tuple[str, ...] = ()


def count_from_outside(stage: Stage) -> bool:
    """Print the closing table; return whether everything adds up."""
    records = _export(stage)
    exported = {str(record["MaHoSo"]) for record in records}
    printed = {code for slip in stage.slips.values() for code in codes_in(slip)}
    tracking = Tracking(stage)
    asked = sorted(exported | printed | set(stage.received))
    tracked = {code for code in asked if tracking.knows(code)}
    rows = [
        _lines(stage),
        Row("Mã trong tệp xuất (dossiers export)", len(exported), None),
        _same("Mã đọc từ phiếu in (PDF)", printed, exported),
        _same("Mã tra cứu được qua HTTP", tracked, exported),
        _same("Mã đã cấp khi tiếp nhận", set(stage.received), exported),
        _same("Mã không có thật mà tra cứu được", {c for c in (NOBODYS,) if tracking.knows(c)}),
        _same("Mã trên phiếu 02, 03", {c for s in stage.table_slips for c in codes_in(s)}),
        _hand_backs(stage, records),
        _ways_home(stage),
        *_journals(stage),
        Row("Xong sau ngày hẹn", sum(map(_late, records)), None),
    ]
    stage.tell.table(
        "Đếm từ bên ngoài · Counted from outside",
        ("", ""),
        [(f"{_MARKS[row.right]} {row.what}", row.count) for row in rows],
    )
    for row in rows:
        for difference in row.differences:
            stage.tell.wrong(f"{row.what}: {difference}")
    return all(row.right is not False for row in rows)


def codes_in(slip: Path) -> set[str]:
    """Return the dossier codes that a reader of a printed slip finds."""
    text = "\n".join(page.extract_text() for page in PdfReader(slip).pages)
    return set(CODE.findall(text))


def _same(what: str, found: AbstractSet[str], wanted: AbstractSet[str] = frozenset()) -> Row:
    differences = (
        *(f"thiếu {code}" for code in sorted(wanted - found)),
        *(f"thừa {code}" for code in sorted(found - wanted)),
    )
    return Row(what, len(found), not differences, differences)


def _lines(stage: Stage) -> Row:
    """Every line of the file was received, refused, or the same as an earlier one."""
    lines, received = len(stage.source.lines), len(stage.received)
    refused, repeated = len(stage.refused), len(stage.repeated)
    count = f"{lines}: {received} nhận, {refused} từ chối"
    right = lines == received + refused + repeated
    return Row("Dòng trong tệp", count + (f", {repeated} lặp lại" if repeated else ""), right)


def _hand_backs(stage: Stage, records: Sequence[dict[str, Any]]) -> Row:
    """Every dossier ended handed back, as often as results were handed back."""
    returned = sum(record["TrangThaiHoSo"] == RETURNED for record in records)
    others = tuple(
        f"{record['MaHoSo']} ở trạng thái {record['TrangThaiHoSo']}"
        for record in records
        if record["TrangThaiHoSo"] != RETURNED
    )
    if returned != stage.hand_backs:
        others += (f"{returned} hồ sơ ở trạng thái {RETURNED}, {stage.hand_backs} lần trả",)
    count = f"{returned} / {stage.hand_backs}"
    return Row("Trạng thái 10 trong tệp xuất / lần trả kết quả", count, not others, others)


def _ways_home(stage: Stage) -> Row:
    """What the stick carried was missing before, and nothing was left for the line after it."""
    left, grown = stage.left_after_stick, stage.carried_by_stick
    wrong = tuple(
        f"{name} = {left.get(name)}"
        for name in ("entries_sent", "files_sent", "left", "reason")
        if left.get(name)
    )
    if not left or (stage.hand_backs and not grown):
        wrong += (f"USB đem về {grown} mục",)
    return Row("Mục về Trung tâm bằng USB, rồi qua sóng còn 0", grown, not wrong, wrong)


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


def _journal(name: str, node: Node) -> Row:
    answer = node.run("journal", "verify", "--json", ok=(0, 1)).answer
    wrong = tuple(str(one) for one in answer["broken"])
    if answer["missing_files"]:
        wrong += (f"thiếu {answer['missing_files']} tệp",)
    count = f"{answer['entries']} mục, {answer['files']} tệp"
    return Row(f"Nhật ký {name} nguyên vẹn", count, not wrong, wrong)


def _journals(stage: Stage) -> list[Row]:
    names, nodes = ("của Trung tâm", "của máy lưu động"), (stage.centre, stage.laptop)
    with ThreadPoolExecutor(len(nodes)) as hands:
        return list(hands.map(_journal, names, nodes))


def _late(record: dict[str, Any]) -> bool:
    due, ended = record.get("NgayHenTra"), record.get("NgayKetThucXuLy")
    return bool(due and ended and str(ended) > str(due))


_MARKS = {True: "✓", False: "✗", None: "·"}
