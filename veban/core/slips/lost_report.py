"""The report on a lost laptop (báo cáo mất máy): whose data, of what kind, was on it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from veban.core.slips.heading import Heading, Marks, heading_data
from veban.core.slips.wording import day_text, instant_text

SENSITIVE = frozenset({"ethnicity", "reasons", "groups", "record", "scans"})
"""Kinds of data that the law calls sensitive.

Legal source:
    Law 91/2025/QH15 (ethnic origin, health, pictures of identity papers). Groups
    of a roster tell of disability and poverty, and a national record is kept word for word.
"""

KIND_NAMES = {
    "identity": "Họ tên, ngày sinh, giới tính, số định danh",
    "phone": "Số điện thoại",
    "address": "Nơi ở",
    "ethnicity": "Dân tộc",
    "relatives": "Người liên hệ, người nhận thay, người phiên dịch, người làm chứng",
    "declaration": "Nội dung tờ khai",
    "roster": "Danh sách nhân khẩu của đợt: họ tên, ngày sinh, giới tính, thôn, bản, số hộ",
    "groups": "Nhóm đối tượng ghi trong danh sách nhân khẩu",
    "record": "Toàn bộ bản ghi hồ sơ do hệ thống khác gửi đến",
    "reasons": "Lý do được miễn, giảm hoặc phục vụ tại nhà",
    "scans": "Ảnh, bản quét giấy tờ",
    "sealed_scans": "Ảnh, bản quét đã niêm phong, chỉ Trung tâm mở được",
}
"""What can have been on a laptop, in the order in which it is told."""

SHORT = {"roster": "Danh sách nhân khẩu", "groups": "Nhóm đối tượng"}
"""Kinds as they stand beside each of a whole commune's people: on one line."""


@dataclass(frozen=True, slots=True)
class Exposed:
    """A person whose data was on the laptop.

    Args:
        code: The dossier's code; empty for a person of a roster.
        full_name: Who it is; empty where a record names nobody.
        village: Where they live, to find them; None where unknown.
        kinds: Keys of ``KIND_NAMES``.
    """

    code: str
    full_name: str
    village: str | None
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class UnknownNumbers:
    """Numbers that the laptop may have given after it was last heard, on each of some days.

    Args:
        first_day: Local day.
        last_day: Local day, included.
        first: First number not known here.
        last: Last number of the lane.
    """

    first_day: date
    last_day: date
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class LostContent:
    """Everything the report says.

    Args:
        node: The laptop's id.
        name: What people call it.
        team: Names of the officers who could open it.
        reported_at: When the loss was recorded; None where it was not, as in a drill.
        heard_at: When the laptop last exchanged; None where it never did.
        erased: How many dossiers whose persons were erased had been on it.
        erased_of_rosters: How many people stood in rosters that were erased since.
        exposed: The people known to have been on it.
        unknown: Numbers that nobody here can account for.
    """

    heading: Heading
    marks: Marks
    node: str
    name: str
    team: tuple[str, ...]
    reported_at: datetime | None
    heard_at: datetime | None
    erased: int
    erased_of_rosters: int
    exposed: tuple[Exposed, ...]
    unknown: tuple[UnknownNumbers, ...]


def lost_data(content: LostContent) -> dict[str, object]:
    """Return the JSON-able data of the report's template."""
    counted = Counter(kind for person in content.exposed for kind in person.kinds)
    return {
        "heading": heading_data(content.heading, content.marks),
        "node": content.node,
        "name": content.name,
        "team": list(content.team),
        "reported": _instant(content.reported_at),
        "heard": _instant(content.heard_at),
        "erased": content.erased,
        "erased_of_rosters": content.erased_of_rosters,
        "kinds": [
            {"name": name, "count": counted[kind], "sensitive": kind in SENSITIVE}
            for kind, name in KIND_NAMES.items()
            if counted[kind]
        ],
        "people": [_person(person) for person in content.exposed],
        "unknown": [
            {
                "days": _days(numbers.first_day, numbers.last_day),
                "first": numbers.first,
                "last": numbers.last,
            }
            for numbers in content.unknown
        ],
    }


def _person(person: Exposed) -> dict[str, object]:
    return {
        "code": person.code,
        "name": person.full_name,
        "village": person.village,
        "kinds": [
            SHORT.get(kind, name) for kind, name in KIND_NAMES.items() if kind in person.kinds
        ],
    }


def _days(first: date, last: date) -> str:
    return day_text(first) if first == last else f"{day_text(first)} đến {day_text(last)}"


def _instant(at: datetime | None) -> str | None:
    return None if at is None else instant_text(at)
