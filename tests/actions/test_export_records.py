"""What is exported imports into an empty node and is exported there again, byte for byte."""

import json
from datetime import UTC, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds.lines import APPLICANT, move_command, receive_command
from tests.worlds.memory import memory_world, staffed_centre
from tests.worlds.records import BACK, DONE, exported, record, take, the_one
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.erase import erase_dossier
from veban.actions.dossiers.import_records import Imported
from veban.actions.dossiers.link_code import link_code
from veban.actions.dossiers.receive import receive_dossier
from veban.core.dossiers.rows import DossierRow
from veban.core.shared.refused import Refused

CODE = record()["MaHoSo"]
REQUIRED = {
    "MaHoSo", "MaTTHC", "KenhThucHien", "NgayNopHoSo", "NgayTiepNhan", "NgayHenTra",
    "TrangThaiHoSo", "NgayKetThucXuLy", "NgayTra", "NgayTuChoi", "DonViXuLy", "ChuHoSo",
    "SoGiayToChuHoSo", "HoSoCoThanhPhanSoHoa", "TaiKhoanDuocXacThucVoiVNeID",
    "DuocThanhToanTrucTuyen", "DanhSachLePhi", "DanhSachHoSoBoSung", "DanhSachGiayToKetQua",
    "official_codes",
}  # fmt: skip


@pytest.fixture
def centre():
    return staffed_centre()


def received(world, key="k1", **changes) -> str:
    return receive_dossier(world, receive_command(key, **changes))["code"]


def do(world, code, move, officer, **details):
    world.clock.move_by(timedelta(minutes=10))
    return do_move(world, move_command(code, move, officer, world.clock.at.isoformat(), **details))


def again(world) -> list[str]:
    """Export, import into an empty node, export there."""
    empty = memory_world("empty")
    lines = [json.loads(line) for line in exported(world)]
    take(empty, *lines)
    assert take(empty, *lines) == Imported(same=len(lines))
    assert figures(empty) == figures(world)
    return exported(empty)


def _utc(instant):
    return instant and instant.astimezone(UTC)


def figures(world) -> list[str]:
    return sorted(
        str((r.unit, r.procedure, r.channel, r.state, r.supplements, *map(_utc, (
            r.received_at, r.due_at, r.ended_at, r.returned_at))))
        for rows in world.journal._shelf.rows.values()
        for r in rows if isinstance(r, DossierRow)
    )  # fmt: skip


def test_a_dossier_of_ours_has_every_field(centre):
    code = received(centre, applicant=APPLICANT | {"personal_id": "011088000321"})
    line = the_one(centre)
    assert line.keys() >= REQUIRED
    assert line["MaHoSo"] == line["code"] == code
    assert (line["ChuHoSo"], line["SoGiayToChuHoSo"]) == ("Vàng Thị Dua", "011088000321")
    assert line["NgayHenTra"] == "2026-11-27T17:00:00+07:00"
    assert (line["TrangThaiHoSo"], line["KenhThucHien"], line["official_codes"]) == (2, 1, [])


def test_the_life_of_a_dossier_is_written_from_its_events(centre):
    papers = [{"name": "Tờ khai", "file": "0" * 64}]
    code = received(centre, procedure="1.001193", papers=papers)
    do(centre, code, "transfer", "lan")
    do(centre, code, "request_supplement", "pao", papers=["Giấy chứng sinh"], reason="Chưa có")
    do(centre, code, "take_supplement", "lan", papers=[{"name": "Giấy chứng sinh"}])
    do(centre, code, "sign", "hoa", result="Giấy khai sinh", number="12/2026", file="1" * 64)
    do(centre, code, "hand_back", "lan", to="Vàng Thị Dua")
    line = the_one(centre)
    assert line["TrangThaiHoSo"] == 10
    assert line["NgayKetThucXuLy"] == "2026-11-23T09:40:00+07:00"
    assert line["NgayTra"] == "2026-11-23T09:50:00+07:00"
    assert line["HoSoCoThanhPhanSoHoa"] == 1
    [supplement] = line["DanhSachHoSoBoSung"]
    assert supplement["NgayBoSung"] == "2026-11-23T09:20:00+07:00"
    assert supplement["NgayTiepNhanBoSung"] == "2026-11-23T09:30:00+07:00"
    assert supplement["NoiDungBoSung"] == "Chưa có"
    assert line["DanhSachGiayToKetQua"] == [
        {
            "DuongDanTepTinKetQua": "1" * 64,
            "MaGiayToKetQua": "12/2026",
            "TenGiayTo": "Giấy khai sinh",
        }
    ]
    assert again(centre) == exported(centre)


def test_a_refusal_has_its_own_date(centre):
    code = received(centre)
    do(centre, code, "not_accept", "lan", reason="Không thuộc thẩm quyền")
    line = the_one(centre)
    assert (line["NgayTuChoi"], line["NgayKetThucXuLy"]) == ("2026-11-23T09:10:00+07:00", None)
    assert again(centre) == exported(centre)


def test_money_is_null_where_the_fee_is_unknown_and_paid_online_where_confirmed(centre):
    code = received(centre)
    fee = the_one(centre)
    assert (fee["DuocThanhToanTrucTuyen"] is None) == (fee["DanhSachLePhi"] == [])
    do(centre, code, "transfer", "lan")
    do(centre, code, "request_payment", "pao", amount_vnd=50000, reason="Thuế")
    assert the_one(centre)["DuocThanhToanTrucTuyen"] == 2
    do(centre, code, "confirm_payment", "lan", receipt_number="BL1", online=True)
    line = the_one(centre)
    assert line["DuocThanhToanTrucTuyen"] == 1
    assert line["DanhSachLePhi"][-1] == {"Gia": 50000, "TenPhiLePhi": "Nghĩa vụ tài chính"}
    assert again(centre) == exported(centre)


def test_lines_are_sorted_by_the_code_they_show(centre):
    first, second = received(centre), received(centre, "k2")
    link_code(centre, first, "dvcqg", "Z-1")
    take(centre, record(), record(MaHoSo="M-1"))
    codes = [json.loads(line)["MaHoSo"] for line in exported(centre)]
    assert codes == [CODE, second, "M-1", "Z-1"] == sorted(codes)
    assert again(centre) == exported(centre)


def test_a_record_is_exported_word_for_word(centre):
    given_again = record(KhoaLa={"y": [1.5, None], "x": "đ"}, NgayNopHoSo="2026-11-16T01:00:00Z")
    take(centre, given_again)
    line = the_one(centre)
    assert line.pop("official_codes") == [CODE]
    assert line == given_again


def test_what_was_decided_here_stands_over_the_record(centre):
    asked = {"HoSoBoSungId": "1", "NgayBoSung": "2026-11-17T08:00:00+07:00"}
    take(centre, record(TrangThaiHoSo=5, DanhSachHoSoBoSung=[asked], TenLa="giữ"))
    do(centre, CODE, "take_supplement", "lan", papers=[{"name": "Bản sao"}])
    do(centre, CODE, "request_supplement", "minh", papers=["Ảnh"], reason="Mờ")
    line = the_one(centre)
    assert [s.get("NgayBoSung") for s in line["DanhSachHoSoBoSung"]] == [
        "2026-11-17T08:00:00+07:00",
        "2026-11-23T09:20:00+07:00",
    ]
    assert line["NgayHenTra"] != record()["NgayHenTra"]
    assert (line["TrangThaiHoSo"], line["TenLa"]) == (5, "giữ")
    assert again(centre) == exported(centre)


def test_an_erased_dossier_is_exported_without_persons_and_moves_no_figure(centre):
    code = received(centre, papers=[{"name": "Tờ khai", "file": "0" * 64}])
    do(centre, code, "transfer", "lan")
    do(centre, code, "request_supplement", "pao", papers=["A"], reason="Thiếu giấy")
    do(centre, code, "take_supplement", "lan", papers=[{"name": "A"}])
    do(centre, code, "sign", "hoa", result="Giấy xác nhận", file="1" * 64)
    files = [{"DuongDanTepTinKetQua": "https://x/1.pdf", "TenGiayTo": "Giấy"}]
    take(centre, record(DanhSachGiayToKetQua=files, **BACK))
    for each in (code, CODE):
        erase_dossier(centre, each, "minh", "Luật 91/2025/QH15")
    lines = [json.loads(line) for line in exported(centre)]
    for line in lines:
        assert (line["ChuHoSo"], line["SoGiayToChuHoSo"]) == (None, None)
        assert [bool(r["DuongDanTepTinKetQua"]) for r in line["DanhSachGiayToKetQua"]] == [True]
        assert line["HoSoCoThanhPhanSoHoa"] == 1
    assert "Thiếu giấy" not in "".join(exported(centre))
    assert again(centre) == exported(centre)


MOVES = {
    "transfer": ("lan", {}),
    "request_supplement": ("minh", {"papers": ["A"], "reason": "Thiếu"}),
    "take_supplement": ("lan", {"papers": [{"name": "A"}]}),
    "request_payment": ("pao", {"amount_vnd": 1000, "reason": "Thuế"}),
    "confirm_payment": ("lan", {"receipt_number": "B1"}),
    "not_accept": ("lan", {"reason": "Sai"}),
    "withdraw": ("lan", {"reason": "Không cần"}),
    "discontinue": ("pao", {"reason": "Dừng"}),
    "sign": ("hoa", {"result": "Giấy"}),
    "hand_back": ("lan", {"to": "Vàng Thị Dua"}),
    "accept": ("lan", {}),
}
ACTS = st.tuples(
    st.sampled_from(["ours", "theirs"]),
    st.sampled_from([*MOVES, *MOVES, "link", "seen", "erase"]),
)
SEEN = st.sampled_from([record(TrangThaiHoSo=1), record(), record(**DONE), record(**BACK, La=1)])


@given(st.lists(ACTS, max_size=12), SEEN, SEEN)
@settings(max_examples=100)
def test_every_export_imports_into_an_empty_node_and_is_the_same(acts, begun, later):
    world = staffed_centre()
    codes = {"ours": received(world), "theirs": CODE}
    take(world, begun)
    for n, (whose, act) in enumerate(acts):
        code = codes[whose]
        try:
            if act == "link":
                link_code(world, code, "mc", f"mc-{n}")
            elif act == "seen":
                take(world, later | {"MaHoSo": code})
            elif act == "erase":
                erase_dossier(world, code, "minh", "Luật 91/2025/QH15")
            else:
                do(world, code, act, MOVES[act][0], **MOVES[act][1])
        except Refused as refusal:
            assert act not in ("link", "seen"), refusal.code
    lines = exported(world)
    assert len(lines) == 2
    assert again(world) == lines
    assert take(world, *map(json.loads, lines)) == Imported(same=2)
    assert world.journal.rebuild()[1]
