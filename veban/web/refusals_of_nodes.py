"""Sentences for refusals between machines: numbers, journal, clock, exchange, joining."""

OF_NODES: dict[str, tuple[int, str]] = {
    "numbers.lane_not_for_day": (
        409,
        "Máy này chỉ được cấp số cho các ngày từ {first_day} đến {last_day}, không có ngày {day}. "
        "Kiểm tra ngày tiếp nhận và đồng hồ của máy; nếu đúng, kết nối với Trung tâm để gia "
        "hạn dải số.",
    ),
    "numbers.lane_used_up": (
        409,
        "Dải số {from_serial}–{to_serial} của máy này cho ngày {day} đã dùng hết; hồ sơ chưa được "
        "ghi. Tiếp nhận trên máy khác hoặc tại Trung tâm; ngày khác máy này vẫn còn số.",
    ),
    "numbers.no_lane_left": (
        409,
        "Không còn dải số {size} số nào dưới số {desk_from} để cấp cho máy mới. Dùng một máy đã "
        "kết nối, hoặc chờ dải số của máy không dùng nữa hết hạn; quầy vẫn tiếp nhận bình thường.",
    ),
    "numbers.receipt_unreadable": (
        422,
        "Mã QR này không phải Giấy tiếp nhận của hệ thống hoặc bị quét thiếu. Quét lại, hoặc tra "
        "cứu bằng mã hồ sơ in trên giấy.",
    ),
    "numbers.serial_not_of_lane": (
        422,
        "Số phiếu {serial} không thuộc dải số {from_serial}–{to_serial} của máy này. Kiểm tra số "
        "in trên phiếu, hoặc nhập phiếu trên máy đã in ra nó.",
    ),
    "numbers.serial_taken": (
        409,
        "Số {serial} của ngày {day} đã dùng hoặc đã đóng. Kiểm tra số in trên phiếu; nếu đúng, "
        "báo quản trị hệ thống của Trung tâm.",
    ),
    "journal.key_reused": (
        409,
        "Mã lệnh này đã dùng cho nội dung khác, nên lần này chưa ghi. Mở một trang nhập mới và "
        "nhập lại; hồ sơ ghi lần trước vẫn còn nguyên.",
    ),
    "journal.key_taken": (
        409,
        "Việc này vừa được ghi xong ở một lần gửi khác. Mở danh sách hồ sơ để xem kết quả.",
    ),
    "journal.stream_moved": (
        409,
        "Người khác vừa ghi vào hồ sơ này cùng lúc. Mở lại trang hồ sơ, xem diễn biến rồi làm lại.",
    ),
    "clock.behind_last_entry": (
        409,
        "Đồng hồ của máy chậm hơn việc ghi gần nhất, nên việc này chưa ghi được. Nếu đồng hồ sai, "
        "chỉnh cho đúng giờ Việt Nam rồi làm lại; nếu đồng hồ đúng, mở trang Đồng hồ của máy để "
        "xác nhận. Gửi về Trung tâm vẫn làm được.",
    ),
    "clock.behind_centre": (
        409,
        "Đồng hồ của máy đang chậm hơn giờ Trung tâm đã báo ở lần gặp gần nhất, nên chưa thể là "
        "đúng. So lại với điện thoại và chỉnh đồng hồ; nếu giờ của Trung tâm sai, trao đổi dữ liệu "
        "với Trung tâm một lần nữa rồi làm lại.",
    ),
    "clock.not_practice": (
        422,
        "Chỉ máy chạy thử mới đặt được đồng hồ riêng. Bỏ đồng hồ riêng rồi khởi động lại.",
    ),
    "clock.unreadable": (
        422,
        "Không đọc được tệp đồng hồ của máy chạy thử. Ghi vào tệp một thời điểm có múi giờ, ví dụ "
        "2026-01-05T09:30:00+07:00.",
    ),
    "folder.taken": (
        409,
        "Thư mục {folder} đã có tệp bên trong. Chọn thư mục mới cho máy này; phần mềm không ghi "
        "đè lên dữ liệu đang có.",
    ),
    "folder.phrase_too_short": (
        422,
        "Cụm từ mở máy cần ít nhất {least} ký tự. Chọn vài từ dễ nhớ mà người khác khó đoán.",
    ),
    "folder.phrase_wrong": (
        403,
        "Mã công chức hoặc cụm từ mở máy không đúng. Gõ lại; nếu quên, nhờ người khác trong tổ "
        "mở, hoặc mang máy về Trung tâm để quản trị hệ thống mở lại.",
    ),
    "folder.phrase_wait": (
        429,
        "Đã nhập sai cụm từ mở máy nhiều lần. Chờ {minutes} phút rồi thử lại, hoặc nhờ người khác "
        "trong tổ mở. Nếu đang vào từ máy hay điện thoại khác, mở ngay trên máy lưu động.",
    ),
    "exchange.refused_there": (
        502,
        "Máy bên kia từ chối ({why}). Thử lại sau; nếu vẫn vậy, báo quản trị hệ thống của Trung "
        "tâm kèm mã này.",
    ),
    "unit.agency_code_wrong": (
        422,
        "{agency} không có dạng mã định danh cơ quan, như H18.03.172. Kiểm tra lại, hoặc để trống "
        "khi chưa biết.",
    ),
    "node.damaged": (
        500,
        "Tệp {file} trong thư mục {folder} bị hỏng nên chưa mở được máy; dữ liệu chưa bị đụng "
        "đến. Khôi phục thư mục từ bản sao lưu, hoặc báo quản trị hệ thống.",
    ),
    "node.missing": (
        404,
        "Thư mục {folder} chưa có máy nào. Lập máy của Trung tâm bằng lệnh veban init, hoặc kết "
        "nối máy lưu động bằng lệnh veban field join.",
    ),
    "node.exists": (
        409,
        "Thư mục {folder} đã có một máy. Chọn thư mục khác; không bao giờ lập máy đè lên máy "
        "đang có.",
    ),
    "serve.port_taken": (
        409,
        "Không mở được cổng {port} tại {host}: một chương trình khác đang dùng, hoặc địa chỉ không "
        "phải của máy này. Dừng chương trình đó, hoặc chọn cổng khác bằng --port.",
    ),
    "database.address_wrong": (
        422,
        "Địa chỉ cơ sở dữ liệu chưa đúng. Viết theo dạng postgresql://user@host:5432/name, hoặc bỏ "
        "--database để dùng tệp trong thư mục dữ liệu.",
    ),
    "database.unreachable": (
        503,
        "Không mở được cơ sở dữ liệu ({engine}). Kiểm tra địa chỉ và máy chủ cơ sở dữ liệu rồi "
        "làm lại; nếu vẫn không được, báo quản trị hệ thống.",
    ),
    "database.not_empty": (
        409,
        "Cơ sở dữ liệu này đã thuộc về một máy khác. Dùng một cơ sở dữ liệu trống.",
    ),
    "node.unknown": (
        404,
        "Không có máy mang mã {node}. Xem lại danh sách máy của Trung tâm.",
    ),
    "node.locked": (
        423,
        "Máy đang khóa. Mở máy bằng cụm từ mở máy của công chức được giao, rồi làm lại.",
    ),
    "bundle.broken": (
        422,
        "Tệp bị cắt, bị sửa hoặc không phải tệp của Về Bản; chưa lấy gì từ tệp này. Chép lại từ "
        "máy đã tạo ra tệp rồi thử lại.",
    ),
    "bundle.not_for_us": (
        422,
        "Tệp này được niêm phong cho máy khác. Dùng đúng tệp của máy này, hoặc tạo lại tệp cho "
        "máy này.",
    ),
    "bundle.needs_update": (
        422,
        "Tệp do phiên bản mới hơn tạo ra. Cập nhật phần mềm trên máy này rồi lấy lại tệp.",
    ),
    "exchange.not_our_centre": (
        502,
        "Có máy trả lời nhưng không phải Trung tâm, thường là trang đăng nhập của mạng wifi. Đăng "
        "nhập mạng, hoặc đổi mạng rồi thử lại; dữ liệu vẫn còn trên máy này.",
    ),
    "exchange.revoked": (
        403,
        "Máy này đã bị thu hồi nên không trao đổi được nữa. Giao máy cho quản trị hệ thống của "
        "Trung tâm; dữ liệu trên máy vẫn còn và sẽ được xem lại.",
    ),
    "exchange.unknown_node": (
        403,
        "Trung tâm không nhận ra máy này, thường là vì Trung tâm vừa được khôi phục từ bản sao lưu "
        "cũ hơn. Tạo tệp niêm phong cho Trung tâm trên máy này và đưa cho lãnh đạo; ở Trung tâm mở "
        "“Máy lưu động”, rồi “Nhận lại máy”.",
    ),
    "exchange.not_proved": (
        403,
        "Tệp này không cho thấy máy từng được Trung tâm này kết nối. Cập nhật chương trình trên "
        "máy, tạo lại tệp niêm phong cho Trung tâm rồi thử lại; nếu vẫn vậy, quản trị hệ thống mời "
        "máy kết nối lại từ đầu.",
    ),
    "exchange.practice_mismatch": (
        409,
        "Máy chạy thử và máy thật không trao đổi với nhau. Kiểm tra địa chỉ Trung tâm đang dùng.",
    ),
    "exchange.needs_update": (
        409,
        "Hai máy dùng phiên bản quá khác nhau. Cập nhật phần mềm trên máy cũ hơn rồi thử lại.",
    ),
    "exchange.gap": (
        409,
        "Còn thiếu mục nhật ký đứng trước phần vừa gửi. Máy sẽ tự gửi lại từ chỗ thiếu; thử trao "
        "đổi lại.",
    ),
    "exchange.not_your_chain": (
        403,
        "Máy kia gửi mục nhật ký không phải của mình. Chưa lấy gì; báo quản trị hệ thống.",
    ),
    "exchange.unreachable": (
        503,
        "Chưa liên lạc được với Trung tâm. Kiểm tra mạng; dữ liệu vẫn an toàn trên máy này và sẽ "
        "gửi khi có mạng.",
    ),
    "exchange.file_unknown": (
        404,
        "Không có tệp này chờ máy vừa hỏi. Trao đổi lại từ đầu; nếu lặp lại, báo quản trị hệ "
        "thống.",
    ),
    "exchange.upload_moved": (
        409,
        "Phần gửi không khớp chỗ Trung tâm đang chờ. Máy sẽ hỏi lại và gửi tiếp.",
    ),
    "exchange.too_large": (
        413,
        "Phần gửi lớn hơn mức cho phép. Trao đổi lại; nếu lặp lại, báo quản trị hệ thống.",
    ),
    "join.token_wrong": (
        403,
        "Mã kết nối không đúng, đã dùng hoặc quá 24 giờ. Xin quản trị hệ thống một mã kết nối mới.",
    ),
}
