"""What a team brings home and hands over (bảng bàn giao khi về)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from veban.core.numbers.gaps import Gap
from veban.core.slips.gap_lines import gap_lines
from veban.core.slips.heading import Heading, Marks, heading_data
from veban.core.slips.wording import day_text, instant_text


class Heap(StrEnum):
    """The parts of the list."""

    PAPERS = "papers"
    RESULTS = "results"
    HANDED_BACK = "handed_back"
    MESSAGES = "messages"


HEAPS = {
    Heap.PAPERS: (
        "Hồ sơ đã nhận, giấy đang giữ",
        "Giao giấy cho Trung tâm, hai bên ký; ghi bàn giao trên máy.",
    ),
    Heap.RESULTS: (
        "Kết quả mang đi, chưa trả",
        "Giao lại cho Trung tâm; hẹn lại với người dân.",
    ),
    Heap.HANDED_BACK: (
        "Kết quả đã trả tại bản",
        "Nộp phiếu ký nhận. Dòng chờ xác nhận: đồng bộ rồi xem lại.",
    ),
    Heap.MESSAGES: (
        "Việc đã làm, chờ Trung tâm xác nhận",
        "Đồng bộ rồi xem lại; dòng bị từ chối thì hỏi lãnh đạo.",
    ),
}
"""Heap → title and what to do with its lines."""


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """One dossier of a heap; ``note`` says how it stands."""

    heap: Heap
    code: str
    name: str | None
    note: str


@dataclass(frozen=True, slots=True)
class DayNumbers:
    """The numbers of one day: how many were used, and every one that was not."""

    day: date
    used: int
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class ReturnList:
    """Everything the team hands over or tells.

    Args:
        at: Aware instant of the list.
        unsent_entries: Entries that the centre does not hold.
        unsent_files: Files that it misses.
    """

    heading: Heading
    marks: Marks
    node: str
    at: datetime
    lines: tuple[ReturnLine, ...]
    numbers: tuple[DayNumbers, ...]
    unsent_entries: int
    unsent_files: int

    def heap(self, heap: Heap) -> tuple[ReturnLine, ...]:
        """Return the lines of one heap."""
        return tuple(line for line in self.lines if line.heap is heap)


def return_list_data(content: ReturnList) -> dict[str, object]:
    """Return the JSON-able data of the template."""
    return {
        "heading": heading_data(content.heading, content.marks),
        "node": content.node,
        "at": instant_text(content.at),
        "unsent_entries": content.unsent_entries,
        "unsent_files": content.unsent_files,
        "heaps": [
            {
                "title": title,
                "todo": todo,
                "lines": [
                    {"code": line.code, "name": line.name, "note": line.note}
                    for line in content.heap(heap)
                ],
            }
            for heap, (title, todo) in HEAPS.items()
        ],
        "numbers": [
            {"day": day_text(one.day), "used": one.used, "gaps": gap_lines(one.gaps)}
            for one in content.numbers
        ],
    }
