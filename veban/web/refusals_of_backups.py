"""Sentences for refusals about backups and folders that were restored or copied."""

OF_BACKUPS: dict[str, tuple[int, str]] = {
    "folder.restored": (
        409,
        "Thư mục {folder} được khôi phục từ lúc trước, còn thiếu việc máy đã ghi sau đó, nên chưa "
        "ghi tiếp được để không cấp trùng số. Chạy veban backup renew, rồi trao đổi dữ liệu.",
    ),
    "folder.copied": (
        409,
        "Thư mục {folder} là bản sao của thư mục khác hoặc chuyển từ máy tính khác sang, nên chưa "
        "ghi được để không cấp trùng số. Nếu đây là bản sẽ dùng, chạy veban backup renew.",
    ),
    "numbers.no_lane_yet": (
        409,
        "Máy này chưa có dải số để cấp mã hồ sơ. Trao đổi dữ liệu với Trung tâm một lần; trong lúc "
        "chờ, tiếp nhận trên máy khác hoặc viết phiếu giấy.",
    ),
    "backup.missing": (
        404,
        "Thư mục {folder} không có bản sao lưu nào làm xong. Kiểm tra lại đường dẫn; nếu lần sao "
        "lưu bị đứt giữa chừng, sao lưu lại.",
    ),
    "backup.broken": (
        422,
        "Bản sao lưu bị thiếu hoặc bị sửa ở tệp {what}, nên không dùng được. Dùng bản sao lưu "
        "khác, hoặc chép lại từ nơi đã lưu.",
    ),
    "backup.taken": (
        409,
        "Thư mục {folder} đang chứa dữ liệu khác hoặc bản sao lưu của máy khác. Chọn một thư mục "
        "mới; phần mềm không ghi đè.",
    ),
    "backup.needs_update": (
        422,
        "Bản sao lưu do phiên bản mới hơn tạo ra. Cập nhật phần mềm rồi làm lại.",
    ),
    "backup.not_whole": (
        409,
        "Nhật ký có {broken} chỗ hỏng và thiếu {missing} tệp, nên bản sao lưu này không được tính. "
        "Chạy veban journal verify để xem chỗ hỏng, rồi báo quản trị hệ thống.",
    ),
}
