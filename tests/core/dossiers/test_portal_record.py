"""Reading a national record: what may be missing, what is refused by name, never by value."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.worlds.records import BACK, record
from veban.core.dossiers.portal_names import RecordName
from veban.core.dossiers.portal_record import MAX_BYTES, RecordTooLarge, read_record
from veban.core.dossiers.ranking import life_rank
from veban.core.dossiers.seen import RecordFacts, RecordImported, RecordPerson, SupplementSeen
from veban.core.journal.event import split
from veban.core.shared.refused import Refused
from veban.core.shared.shape import InputWrong, read_shape, write_shape

LEAST = {"MaHoSo": "A-1", "MaTTHC": "1.004873", "DonViXuLy": "03172", "TrangThaiHoSo": 1}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def test_the_least_record_is_direct_and_says_nothing_more():
    facts = read_record(LEAST)
    assert facts == RecordFacts("A-1", "03172", "1.004873", channel=1, state=1)
    assert facts.as_of is None


def test_figures_are_read_and_no_person_is():
    supplements = [
        {"NgayBoSung": "2026-11-17T08:00:00+07:00", "NgayTiepNhanBoSung": "", "NoiDungBoSung": "x"}
    ]
    results = [{"TenGiayTo": "Giấy", "DuongDanTepTinKetQua": "https://x/1.pdf"}, {}]
    papers = [{"DuocTaiSuDung": 1}, {"DuocLayTuKhoDMQG": "1"}]
    lists = {
        "DanhSachHoSoBoSung": supplements,
        "DanhSachGiayToKetQua": results,
        "TaiLieuNop": papers,
    }
    facts = read_record(record(**BACK, **lists, DanhSachLePhi=[{"Gia": 8000}, {"Gia": "2000"}, {}]))
    assert facts.supplements == (SupplementSeen(datetime(2026, 11, 17, 1, tzinfo=UTC)),)
    assert (facts.results, facts.electronic_result) == (2, True)
    assert (facts.data_reused, facts.from_personal_store) == (True, True)
    assert (facts.fee_vnd, facts.payment, facts.digitised) == (10000, 1, True)
    assert facts.as_of == facts.returned_at
    event = RecordImported(False, facts, None, RecordPerson(record()))
    public, private = split(event)
    assert "Pâng" not in str(public) and "011090000123" not in str(public)
    assert private == {"record": record()}
    assert read_shape(RecordImported, write_shape(event)) == event


@pytest.mark.parametrize(
    ("state", "dates", "ended"),
    [
        (9, {"NgayKetThucXuLy": 18, "NgayTra": 20}, 18),
        (10, {"NgayKetThucXuLy": 18, "NgayTra": 20}, 18),
        (10, {"NgayTra": 20}, 20),
        (3, {"NgayTuChoi": 17, "NgayKetThucXuLy": 18}, 17),
        (8, {"NgayKetThucXuLy": 18}, 18),
        (4, {}, None),
    ],
)
def test_the_clock_ends_when_done_else_when_handed_back_or_refused(state, dates, ended):
    texts = {name: f"2026-11-{day}T08:00:00+07:00" for name, day in dates.items()}
    facts = read_record(LEAST | {"TrangThaiHoSo": state} | texts)
    assert (facts.clock_ended_at and facts.clock_ended_at.day) == ended


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MaHoSo", None),
        ("MaHoSo", " A"),
        ("MaHoSo", "A\n1"),
        ("MaHoSo", "A" * 201),
        ("MaHoSo", 7),
        ("MaTTHC", ""),
        ("DonViXuLy", None),
        ("TrangThaiHoSo", 0),
        ("TrangThaiHoSo", None),
        ("TrangThaiHoSo", True),
        ("KenhThucHien", 4),
        ("DuocThanhToanTrucTuyen", 3),
        ("HoSoCoThanhPhanSoHoa", "có"),
        ("NgayTra", "2026-11-20T08:00:00"),
        ("NgayTra", "20/11/2026"),
        ("NgayTra", 20261120),
        ("NgayTra", "0001-01-01T00:00:00+14:00"),
        ("DanhSachLePhi", "8000"),
        ("DanhSachLePhi", [8000]),
        ("DanhSachHoSoBoSung", {"NgayBoSung": None}),
        ("official_codes", "A"),
        ("official_codes", [1]),
        ("code", ""),
    ],
)
def test_a_wrong_field_is_refused_by_its_name(name, value):
    with pytest.raises(InputWrong) as refusal:
        read_record(LEAST | {name: value})
    assert refusal.value.details["field"] == name


def test_a_record_longer_than_an_entry_is_refused():
    with pytest.raises(RecordTooLarge):
        read_record(LEAST | {"GhiChu": "x" * MAX_BYTES})


@given(JSON, st.dictionaries(st.sampled_from([str(name) for name in RecordName]), JSON))
def test_whatever_comes_is_read_or_refused_with_a_code(anything, fields):
    for data in (anything, LEAST | fields):
        try:
            assert isinstance(read_record(data), RecordFacts)
        except Refused as refusal:
            assert refusal.code in ("input.wrong", "record.too_large")


def test_a_later_life_ranks_higher_than_a_later_state():
    early, late = datetime(2026, 1, 5, tzinfo=UTC), datetime(2026, 1, 6, tzinfo=UTC)
    assert life_rank(None, 10) < life_rank(early, 2) < life_rank(early, 4) < life_rank(late, 2)
