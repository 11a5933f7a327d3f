"""Sentences for refusals about lost laptops and what comes too late."""

OF_LAPTOPS: dict[str, tuple[int, str]] = {
    "node.not_a_laptop": (
        422,
        "{node} không phải máy lưu động đã kết nối, hoặc chưa bị báo mất. Xem lại trong danh sách "
        "máy; nếu cần, báo mất máy trước rồi mới nhận dữ liệu đến muộn.",
    ),
    "point.name_wrong": (
        422,
        "Tên điểm tiếp nhận, tên bản hay xã cũ cần có chữ và không quá {longest} ký tự. Ghi lại "
        "ngắn hơn, ví dụ: Hừa Ngài.",
    ),
    "point.not_here": (
        409,
        "{node} không lập được thành điểm tiếp nhận ở đây: phải là máy lưu động chưa bị thu hồi, "
        "và lập ở Trung tâm đã mời máy. Xem lại trong danh sách máy.",
    ),
    "bundle.not_chosen": (
        422,
        "Chưa chọn tệp niêm phong. Bấm vào ô chọn tệp, chọn tệp trên USB rồi bấm lại.",
    ),
    "late.unknown": (
        404,
        "Việc này không còn chờ quyết định: đã có người quyết định, hoặc chưa về tới đây. Mở lại "
        "danh sách việc đến muộn.",
    ),
    "late.reason_missing": (
        422,
        "Chưa ghi lý do không nhận việc này. Ghi vài lời để người sau hiểu, rồi bấm lại.",
    ),
    "late.not_repeatable": (
        409,
        "Việc này không ghi lại được vào hồ sơ. Ghi lý do rồi chọn không nhận; nếu cần, làm việc "
        "đó từ trang hồ sơ.",
    ),
}
