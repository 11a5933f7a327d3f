"""National records with invented people, and files of them."""

import copy
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from veban.actions.dossiers.export_records import export_records
from veban.actions.dossiers.import_records import Imported, Problem, import_records
from veban.actions.ports import World

RECORD = {
    "MaHoSo": "000.19.29.H18-261116-0007",
    "MaTTHC": "1.004873",
    "TenTTHC": "Cấp Giấy xác nhận tình trạng hôn nhân",
    "KenhThucHien": 2,
    "ChuHoSo": "Lò Văn Pâng",
    "SoGiayToChuHoSo": "011090000123",
    "NgayNopHoSo": "2026-11-16T08:00:00+07:00",
    "NgayTiepNhan": "2026-11-16T09:00:00+07:00",
    "NgayHenTra": "2026-11-19T17:00:00+07:00",
    "TrangThaiHoSo": 4,
    "NgayKetThucXuLy": None,
    "NgayTra": None,
    "NgayTuChoi": None,
    "DonViXuLy": "03172",
    "HoSoCoThanhPhanSoHoa": 1,
    "TaiKhoanDuocXacThucVoiVNeID": 1,
    "DuocThanhToanTrucTuyen": 1,
    "DanhSachLePhi": [{"TenPhiLePhi": "Lệ phí", "MaPhiLePhi": "P1", "Gia": 8000}],
    "DanhSachHoSoBoSung": [],
    "DanhSachGiayToKetQua": [],
}

DONE = {"TrangThaiHoSo": 9, "NgayKetThucXuLy": "2026-11-18T15:00:00+07:00"}
BACK = DONE | {"TrangThaiHoSo": 10, "NgayTra": "2026-11-20T08:00:00+07:00"}


def record(**changes: Any) -> dict[str, Any]:
    """Return an online dossier of Na Sang in processing, or another one."""
    return copy.deepcopy(RECORD) | changes


@dataclass(frozen=True)
class Line:
    """A line that was read already."""

    number: int
    data: Any

    def read(self) -> Any:
        return self.data


def take(world: World, *records: Any) -> Imported:
    """Import records; none of them may be refused."""
    counts, problems = take_all(world, records)
    assert problems == []
    return counts


def take_all(world: World, records: Iterable[Any]) -> tuple[Imported, list[Problem]]:
    problems: list[Problem] = []
    lines = [Line(number, data) for number, data in enumerate(records, 1)]
    return import_records(world, lines, problems.append), problems


def exported(world: World) -> list[str]:
    """Return the lines of an export, as they are written."""
    return [json.dumps(line, ensure_ascii=False) for line in export_records(world)]


def the_one(world: World) -> dict[str, Any]:
    """Return the only record of a node."""
    [line] = export_records(world)
    return line
