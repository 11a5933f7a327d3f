"""Sentences for refusals about rosters, round packs and retention (đợt lưu động)."""

OF_ROUNDS: dict[str, tuple[int, str]] = {
    "roster.gone": (
        409,
        "Đợt này đã đóng hoặc danh sách nhân khẩu của đợt đã được xóa, nên không lập lại được. Mở "
        "một đợt mới nếu cần đi tiếp.",
    ),
    "roster.unreadable": (
        422,
        "Không đọc được tệp danh sách. Lưu lại tệp dạng CSV, mã UTF-8, rồi chọn lại.",
    ),
    "roster.columns_missing": (
        422,
        "Danh sách thiếu cột {columns}. Thêm các cột đó vào dòng tiêu đề rồi làm lại.",
    ),
    "roster.field_missing": (
        422,
        "Dòng chưa ghi {column}. Ghi thêm rồi lập lại danh sách; các dòng khác đã được nhận.",
    ),
    "roster.value_wrong": (
        422,
        "Giá trị ở cột {column} không đọc được. Sửa lại theo định dạng đã công bố rồi lập lại.",
    ),
    "roster.repeated": (
        422,
        "Số của người này đã có ở dòng trước. Kiểm tra, xóa dòng thừa rồi lập lại danh sách.",
    ),
    "roster.group_unknown": (
        422,
        "Không có nhóm {groups}. Chọn trong các nhóm: {known}.",
    ),
    "pack.incomplete": (
        409,
        "Chưa lập được gói của đợt, vì dữ liệu của máy này chưa đủ: {what}. Bổ sung hoặc kiểm tra "
        "nhật ký rồi lập lại; nếu không được, báo quản trị hệ thống.",
    ),
    "pack.needs_update": (
        409,
        "Gói này do bản phần mềm mới hơn lập ra. Cập nhật phần mềm trên máy này rồi mở lại; chưa "
        "có gì của gói được nhận.",
    ),
    "pack.none": (
        422,
        "Tệp này là gói trao đổi thường, không phải gói của đợt. Chọn tệp gói của đợt, hoặc nhận "
        "tệp này bằng chức năng nhận gói.",
    ),
}
