"""Sentences for refusals about dossiers: reception, moves, codes."""

OF_DOSSIERS: dict[str, tuple[int, str]] = {
    "record.too_large": (
        422,
        "Bản ghi hồ sơ dài {bytes} byte, quá mức {at_most} byte nên không nhập được. Bỏ nội dung "
        "tệp đính kèm khỏi bản ghi, chỉ để đường dẫn; nếu không được, báo quản trị hệ thống.",
    ),
    "dossier.unknown": (
        404,
        "Không có hồ sơ mang mã {code} ở máy này. Kiểm tra lại mã trên Giấy tiếp nhận; nếu hồ sơ "
        "nhận ở máy khác, chờ máy đó trao đổi dữ liệu rồi tìm lại.",
    ),
    "dossier.code_doubled": (
        409,
        "Có hai hồ sơ cùng mang mã {code}, nên chưa làm gì với hồ sơ nào. Mở trang hồ sơ theo mã "
        "này để xem và in từng hồ sơ; lãnh đạo Trung tâm đổi mã một hồ sơ rồi làm lại.",
    ),
    "dossier.code_not_doubled": (
        409,
        "Mã {code} chỉ có một hồ sơ mang nên không đổi. Mở lại trang hồ sơ; có thể người khác vừa "
        "đổi mã hồ sơ kia.",
    ),
    "dossier.already_there": (
        409,
        "Hồ sơ đang ở đơn vị {unit} rồi. Kiểm tra lại mã đơn vị nhận.",
    ),
    "dossier.online_only_at_portal": (
        422,
        "Hồ sơ trực tuyến chỉ nộp trên Cổng Dịch vụ công quốc gia, bằng tài khoản của người dân. "
        "Hướng dẫn người dân tự nộp trên Cổng, hoặc nhận hồ sơ giấy tại bàn.",
    ),
    "dossier.channel_unknown": (
        422,
        "Không có hình thức nộp số {channel}. Chọn nộp trực tiếp (1) hoặc qua bưu chính (3).",
    ),
    "dossier.no_papers": (
        422,
        "Chưa ghi giấy tờ nào. Đánh dấu các giấy tờ đã nhận; nếu người dân chưa mang theo, lập "
        "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.",
    ),
    "dossier.papers_missing": (
        422,
        "Hồ sơ chưa đủ giấy tờ: {names}. Đánh dấu nếu đã nhận; nếu chưa có, lập Phiếu yêu cầu bổ "
        "sung, hoàn thiện hồ sơ để người dân biết cần mang gì.",
    ),
    "dossier.received_in_future": (
        422,
        "Thời điểm ghi nhận muộn hơn đồng hồ của máy ({now}). Sửa lại ngày giờ; nếu đồng hồ sai, "
        "báo quản trị hệ thống.",
    ),
    "dossier.received_too_long_ago": (
        422,
        "Ngày tiếp nhận lùi quá {days} ngày nên không ghi được. Kiểm tra lại ngày; nếu đã viết "
        "Giấy tiếp nhận trên phiếu trắng, nhập số của phiếu đó.",
    ),
    "dossier.only_at_centre": (
        422,
        "Thủ tục {procedure} chỉ được nhận tại Trung tâm. Hướng dẫn người dân đến Trung tâm, hoặc "
        "hỏi lãnh đạo Trung tâm về cách hỗ trợ khác.",
    ),
    "dossier.witness_missing": (
        422,
        "Nhận thủ tục {procedure} ngoài trụ sở là trường hợp ngoại lệ và cần người làm chứng. Ghi "
        "họ tên người làm chứng; nếu không có, hướng dẫn người dân đến Trung tâm.",
    ),
    "dossier.reason_unknown": (
        422,
        "Không có lý do mang mã {reasons} trong danh mục. Chọn lại trong danh sách.",
    ),
    "dossier.move_unknown": (
        404,
        "Không có thao tác “{move}”. Mở lại trang hồ sơ và chọn một thao tác đang có.",
    ),
    "dossier.move_not_allowed": (
        409,
        "Hồ sơ không còn ở trạng thái làm được thao tác này; có thể người khác vừa xử lý. Mở lại "
        "trang hồ sơ để xem trạng thái và các thao tác đang có.",
    ),
    "dossier.before_last_step": (
        422,
        "Thời điểm này sớm hơn bước trước của hồ sơ. Xem lại diễn biến và sửa ngày giờ.",
    ),
    "dossier.move_in_future": (
        422,
        "Thời điểm này muộn hơn đồng hồ của máy. Sửa lại ngày giờ; nếu đồng hồ sai, báo quản trị "
        "hệ thống.",
    ),
    "dossier.second_supplement": (
        422,
        "Hồ sơ đã được yêu cầu bổ sung một lần. Lần thứ hai phải do lãnh đạo Trung tâm quyết định "
        "và sẽ bị tính là chậm; báo lãnh đạo Trung tâm.",
    ),
    "dossier.second_reappointment": (
        422,
        "Hồ sơ đã được hẹn lại một lần; mỗi hồ sơ chỉ hẹn lại một lần. Báo lãnh đạo Trung tâm.",
    ),
    "dossier.reappointed_too_late": (
        422,
        "Đã quá ngày hẹn trả nên không hẹn lại được nữa. Báo lãnh đạo Trung tâm để xử lý quá hạn.",
    ),
    "dossier.signer_received_it": (
        422,
        "Người đã tiếp nhận hồ sơ không được ký kết quả của chính hồ sơ đó. Chuyển cho người ký "
        "khác. Không có ai khác thì chỉ lãnh đạo Trung tâm có quyền ký được ký, và ghi rõ lý do.",
    ),
    "dossier.not_holder": (
        409,
        "Hồ sơ {code} đang do máy khác xử lý. Việc làm ở đây được gửi thành tin báo; muốn xử lý "
        "tại đây, đề nghị lãnh đạo Trung tâm thu hồi.",
    ),
    "dossier.in_transit": (
        409,
        "Hồ sơ đang trên đường chuyển sang máy khác. Chờ máy kia nhận; nếu quá lâu, lãnh đạo "
        "Trung tâm có thể thu hồi.",
    ),
    "dossier.paper_slip_unknown": (
        422,
        "Số phiếu trắng {paper_slip} không đọc được. Nhập đúng số in trên phiếu, chỉ gồm chữ số.",
    ),
    "dossier.file_missing": (
        422,
        "Không tìm thấy tệp {file}. Chọn lại tệp, hoặc nhận hồ sơ không kèm bản quét.",
    ),
    "dossier.result_faulty": (
        409,
        "Kết quả đang được sửa lại vì có sai sót, hẹn trả ngày {promised_on}. Đợi kết quả đúng rồi "
        "trả; nếu đã có, người ký ghi “Đã có kết quả sửa lại” trước.",
    ),
    "dossier.result_not_faulty": (
        409,
        "Chưa ai báo kết quả này có sai sót nên không có gì để sửa. Nếu người dân vừa chỉ ra chỗ "
        "sai, ghi “Kết quả có sai sót” trước.",
    ),
    "dossier.promise_too_early": (
        422,
        "Ngày hẹn trả kết quả đúng ({promised_on}) đã qua. Chọn hôm nay hoặc một ngày sau.",
    ),
    "dossier.no_draft": (
        409,
        "Chưa có dự thảo nào chờ ký. Người xử lý ghi “Trình ký dự thảo kết quả” trước; dự thảo đã "
        "bị trả lại thì trình bản mới.",
    ),
    "dossier.draft_not_signed": (
        409,
        "Kết quả chưa được ký nên chưa phát hành được. Chờ người ký ghi “Ký duyệt dự thảo”, hoặc "
        "hỏi người ký.",
    ),
    "dossier.issued_outside": (
        422,
        "Kết quả không thể có trước lúc tiếp nhận hồ sơ hoặc sau lúc ghi việc này. Xem lại ngày "
        "trên kết quả.",
    ),
    "dossier.opinion_not_asked": (
        409,
        "Không còn chờ ý kiến số {ordinal}: chưa ai hỏi, hoặc đã có trả lời. Mở lại trang hồ sơ để "
        "xem các ý kiến đang chờ.",
    ),
    "dossier.opinion_due_past": (
        422,
        "Hạn trả lời ý kiến ({due_on}) đã qua. Chọn hôm nay hoặc một ngày sau.",
    ),
    "dossier.fee_unknown": (
        409,
        "Chưa có mức thu theo quy định cho hồ sơ này nên chưa được thu tiền. Nhờ người quản trị "
        "nhập mức thu của tỉnh kèm văn bản ở trang Quy định, rồi làm lại.",
    ),
    "dossier.fee_not_lawful": (
        422,
        "Mức thu theo quy định là {fee_vnd} đồng. Ghi đúng số đó; thu ít hơn thì chọn lý do miễn, "
        "giảm. Không được thu nhiều hơn.",
    ),
    "dossier.fee_taken": (
        409,
        "Hồ sơ này đã thu phí, lệ phí và có biên lai. Xem biên lai ở trang hồ sơ; nếu thu nhầm, "
        "hỏi lãnh đạo Trung tâm.",
    ),
    "dossier.supplement_empty": (
        422,
        "Chưa ghi giấy tờ nào cần bổ sung. Ghi đủ mọi giấy tờ còn thiếu, mỗi dòng một giấy tờ, vì "
        "chỉ được yêu cầu một lần.",
    ),
    "slip.nothing_to_print": (
        404,
        "Hồ sơ này chưa có việc để in phiếu đã chọn. Mở trang hồ sơ để xem các phiếu in được.",
    ),
    "slip.erased": (
        410,
        "Dữ liệu cá nhân của hồ sơ đã được xóa nên không in phiếu được nữa. Hỏi lãnh đạo Trung "
        "tâm nếu cần biết thêm.",
    ),
    "sitting.unknown": (
        404,
        "Không có lượt đến này ở máy này. Mở từ trang của một hồ sơ trong lượt, hoặc bắt đầu tiếp "
        "nhận lượt mới.",
    ),
    "visit.unknown": (
        404,
        "Không có phiếu này ở máy này. Mở lại từ danh sách, hoặc hỏi người đã lập phiếu.",
    ),
}
