"""The national record's names (tên trường của Cổng Dịch vụ công quốc gia), in one table.

The only place where they are spelt. Names come from the DTO that provincial systems send to
the portal; instants are ISO 8601 with offset here.
"""

from enum import StrEnum


class RecordName(StrEnum):
    """Fields of a record, in the order in which they are written."""

    CODE = "MaHoSo"
    PROCEDURE = "MaTTHC"
    CHANNEL = "KenhThucHien"
    OWNER_ID = "SoGiayToChuHoSo"
    OWNER = "ChuHoSo"
    PHONE = "SoDienThoai"
    SUBMITTED = "NgayNopHoSo"
    RECEIVED = "NgayTiepNhan"
    DUE = "NgayHenTra"
    STATE = "TrangThaiHoSo"
    ENDED = "NgayKetThucXuLy"
    RETURNED = "NgayTra"
    REFUSED = "NgayTuChoi"
    UNIT = "DonViXuLy"
    DIGITISED = "HoSoCoThanhPhanSoHoa"
    VNEID = "TaiKhoanDuocXacThucVoiVNeID"
    PAYMENT = "DuocThanhToanTrucTuyen"
    FEES = "DanhSachLePhi"
    SUPPLEMENTS = "DanhSachHoSoBoSung"
    RESULTS = "DanhSachGiayToKetQua"
    PAPERS = "TaiLieuNop"
    OFFICIAL_CODES = "official_codes"
    OUR_CODE = "code"


class FeeName(StrEnum):
    """Fields of a fee in ``DanhSachLePhi``."""

    NAME = "TenPhiLePhi"
    AMOUNT = "Gia"


class SupplementName(StrEnum):
    """Fields of a supplement in ``DanhSachHoSoBoSung``."""

    ID = "HoSoBoSungId"
    ASKED_BY = "NguoiYeuCauBoSung"
    WORDS = "NoiDungBoSung"
    ASKED = "NgayBoSung"
    TAKEN_BY = "NguoiTiepNhanBoSung"
    TAKEN = "NgayTiepNhanBoSung"
    PAPERS = "DanhSachGiayToBoSung"
    DUE_BEFORE = "NgayHenTraTruoc"
    DUE_AFTER = "NgayHenTraMoi"


class ResultName(StrEnum):
    """Fields of a result in ``DanhSachGiayToKetQua``."""

    NAME = "TenGiayTo"
    NUMBER = "MaGiayToKetQua"
    FILE = "DuongDanTepTinKetQua"


class PaperName(StrEnum):
    """Fields of a paper in ``TaiLieuNop``."""

    REUSED = "DuocTaiSuDung"
    FROM_STORE = "DuocLayTuKhoDMQG"


FEE = "Phí, lệ phí"
"""What our own fee is called; the record has one sum for a dossier."""

OBLIGATION = "Nghĩa vụ tài chính"
"""What a payment asked for later is called."""

FILE_ERASED = "đã xóa"
"""Stands for the link of a result whose file was erased: that there was one stays a fact."""
