"""Sentences for refusals about disks, damaged databases and clocks."""

OF_DISKS: dict[str, tuple[int, str]] = {
    "disk.full": (
        507,
        "Đĩa hoặc USB đã đầy nên chưa ghi gì. Xóa bớt tệp khác hoặc chọn đĩa khác rồi làm lại; nếu "
        "là đĩa của máy đang tiếp nhận, trong lúc chờ hãy nhận trên máy khác hoặc viết phiếu giấy.",
    ),
    "disk.nearly_full": (
        507,
        "Đĩa chỉ còn {free_mb} MB, cần ít nhất {least_mb} MB để tiếp nhận. Xóa bớt tệp khác trên "
        "máy rồi mở lại trang này; trong lúc chờ, tiếp nhận trên máy khác hoặc viết phiếu giấy.",
    ),
    "disk.read_only": (
        507,
        "Đĩa, USB hoặc thư mục chỉ đọc được nên chưa ghi gì. Gạt khóa ghi của thẻ nhớ hoặc "
        "USB, kiểm tra quyền ghi của thư mục, rồi làm lại; nếu vẫn vậy, báo quản trị hệ thống.",
    ),
    "disk.fails": (
        507,
        "Đĩa báo lỗi hoặc đã bị rút ra nên chưa ghi gì. Cắm lại đĩa; nếu vẫn lỗi, dừng tiếp nhận "
        "trên máy này, sao lưu ngay nếu còn đọc được, rồi báo quản trị hệ thống.",
    ),
    "file.folder_missing": (
        422,
        "Không có thư mục {folder} nên chưa ghi gì. Nếu là USB, kiểm tra USB đã cắm và mở được; "
        "nếu là thư mục mới, tạo thư mục rồi chạy lại lệnh.",
    ),
    "file.is_folder": (
        422,
        "{file} là một thư mục nên chưa ghi gì. Ghi thêm tên tệp sau tên thư mục rồi chạy lại.",
    ),
    "database.damaged": (
        500,
        "Tệp cơ sở dữ liệu của máy bị hỏng, nên máy dừng ghi để không mất thêm. Giữ nguyên thư "
        "mục. Quản trị hệ thống chạy veban journal recover để cứu dữ liệu sang thư mục mới; cứu "
        "không đủ thì veban backup restore từ bản sao lưu. Trong lúc chờ, viết phiếu giấy.",
    ),
    "recover.files_only": (
        409,
        "Cơ sở dữ liệu của máy này nằm trên máy chủ PostgreSQL. Khôi phục bằng công cụ của máy "
        "chủ, hoặc chạy veban backup restore từ bản sao lưu gần nhất.",
    ),
    "recover.nothing_readable": (
        422,
        "Không còn đọc được mục nhật ký nào trong thư mục hỏng. Chạy lại với --backup và bản sao "
        "lưu gần nhất; nếu không có, báo quản trị hệ thống.",
    ),
}
