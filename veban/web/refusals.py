"""What people read when the program says no (câu trả lời khi từ chối).

Each code has its HTTP status and a Vietnamese sentence: what happened, what to do, whom to ask.
``{name}`` stands for a detail of the refusal. Pages, doors and the command line read the same
table; a test fails where a code has no sentence.

Reason for its length: one table of sentences, looked up by code and never read through.
"""

from veban.web.refusals_of_backups import OF_BACKUPS
from veban.web.refusals_of_bags import OF_BAGS
from veban.web.refusals_of_centres import OF_CENTRES
from veban.web.refusals_of_disks import OF_DISKS
from veban.web.refusals_of_laptops import OF_LAPTOPS
from veban.web.refusals_of_nodes import OF_NODES
from veban.web.refusals_of_road import OF_ROAD
from veban.web.refusals_of_rounds import OF_ROUNDS
from veban.web.refusals_of_slips import OF_SLIPS

Sentence = tuple[int, str]

OF_DOSSIERS: dict[str, Sentence] = {
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
        "này để xem cả hai; lãnh đạo Trung tâm đổi mã một hồ sơ rồi làm lại.",
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
        "khác; nếu không có ai, báo lãnh đạo Trung tâm.",
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
    "visit.unknown": (
        404,
        "Không có phiếu này ở máy này. Mở lại từ danh sách, hoặc hỏi người đã lập phiếu.",
    ),
}

OF_THE_LAW: dict[str, Sentence] = {
    "procedure.unknown": (
        404,
        "Không có thủ tục mang mã {procedure} trong danh mục. Tìm lại theo tên, hoặc hỏi cán bộ "
        "quản trị danh mục.",
    ),
    "procedure.case_unknown": (
        422,
        "Thủ tục {procedure} không có trường hợp {case}. Chọn một trong các trường hợp: {cases}.",
    ),
    "procedure.paper_unknown": (
        422,
        "Giấy tờ {papers} không thuộc thành phần hồ sơ của thủ tục {procedure}. Chọn lại trong "
        "danh sách, hoặc ghi tên giấy tờ mà không ghi mã.",
    ),
    "law.unknown": (
        422,
        "Chưa có quy định về {what} cho ngày {day} trong bộ dữ liệu. Kiểm tra lại ngày tiếp nhận; "
        "nếu đúng, đề nghị quản trị hệ thống bổ sung văn bản.",
    ),
    "unit.unknown": (
        404,
        "Không có đơn vị mang mã {unit}. Dùng mã năm chữ số của xã, phường, hoặc mã hai chữ số "
        "của tỉnh.",
    ),
    "term.unknown": (
        422,
        "Bộ dữ liệu chưa có thời hạn của thủ tục {procedure}. Tra thời hạn trong văn bản và đề "
        "nghị quản trị hệ thống bổ sung.",
    ),
    "deadlines.calendar_unknown": (
        422,
        "Chưa có lịch làm việc của năm {year} nên không tính được ngày hẹn trả. Đề nghị quản trị "
        "hệ thống nhập ngày nghỉ của năm {year} rồi làm lại.",
    ),
    "deadlines.new_date_not_later": (
        422,
        "Ngày hẹn lại {new_due_at} không sau ngày hẹn đang có ({due_at}). Chọn một ngày muộn hơn.",
    ),
    "deadlines.new_date_outside_hours": (
        422,
        "Ngày hẹn lại {new_due_at} rơi vào ngày nghỉ hoặc ngoài giờ hành chính. Chọn một thời điểm "
        "trong giờ làm việc; nếu chưa rõ lịch, hỏi quản trị hệ thống.",
    ),
}

OF_PEOPLE: dict[str, Sentence] = {
    "officer.unknown": (
        404,
        "Không có công chức mang mã {officer} ở máy này. Kiểm tra lại mã, hoặc hỏi quản trị hệ "
        "thống của Trung tâm.",
    ),
    "officer.lacks_role": (
        403,
        "Vai trò của bạn không làm được việc này. Chuyển cho người có vai trò phù hợp, hoặc hỏi "
        "quản trị hệ thống của Trung tâm.",
    ),
    "officer.exists": (
        409,
        "Mã công chức {officer} đã có người khác dùng. Chọn một mã khác.",
    ),
    "sign_in.wrong": (
        403,
        "Mã công chức, mật khẩu hoặc mã PIN không đúng. Nhập lại; nếu quên, xin quản trị hệ thống "
        "một lời mời mới.",
    ),
    "sign_in.wait": (
        429,
        "Đã nhập sai nhiều lần. Chờ {minutes} phút rồi thử lại; nếu quên, xin quản trị hệ thống "
        "một lời mời mới.",
    ),
    "sign_in.invite_wrong": (
        403,
        "Lời mời này không đúng hoặc đã được dùng. Nhập lại cẩn thận; nếu vẫn không được, xin "
        "quản trị hệ thống một lời mời mới.",
    ),
    "sign_in.secret_too_weak": (
        422,
        "Mật khẩu hoặc mã PIN quá ngắn hoặc quá dễ đoán; cần ít nhất {least} ký tự. Chọn một câu "
        "dễ nhớ với riêng bạn.",
    ),
    "sign_in.needed": (
        401,
        "Cần đăng nhập trước. Gửi mã công chức và mật khẩu của Trung tâm, hoặc đăng nhập trên "
        "trang rồi làm lại.",
    ),
    "round.unknown": (
        404,
        "Không có đợt lưu động này ở máy này. Chọn lại trong danh sách; nếu đợt mới mở, trao đổi "
        "dữ liệu với Trung tâm trước.",
    ),
    "round.wrong": (
        422,
        "Đợt lưu động cần ít nhất một ngày và một bản, các ngày theo thứ tự, và ngày trở lại không "
        "trước ngày cuối. Sửa lại rồi mở đợt.",
    ),
}

OF_INPUT: dict[str, Sentence] = {
    "input.wrong": (
        422,
        "Mục {field} chưa đúng; cần: {expected}. Sửa lại rồi gửi.",
    ),
    "input.unknown_keys": (
        422,
        "Có mục lạ mà định dạng không biết: {keys}. Xem lại tên các mục trong tài liệu định dạng.",
    ),
    "input.not_json": (
        422,
        "Dòng {line} không phải JSON. Kiểm tra tệp được ghi bằng UTF-8, mỗi dòng một hồ sơ.",
    ),
    "door.not_json": (
        415,
        "Cửa này chỉ nhận một đối tượng JSON với Content-Type: application/json. Sửa phần gửi "
        "theo tài liệu định dạng.",
    ),
    "schema.unknown": (
        404,
        "Không có định dạng tên {name}. Chạy “veban schema” để xem các định dạng đã công bố.",
    ),
    "page.unknown": (
        404,
        "Không có trang này. Kiểm tra lại địa chỉ, hoặc bắt đầu lại từ trang đầu.",
    ),
    "page.form_stale": (
        403,
        "Trang đã mở quá lâu hoặc được gửi từ nơi khác nên chưa ghi gì. Mở lại trang rồi gửi lại.",
    ),
    "page.failed": (
        500,
        "Máy gặp lỗi và chưa ghi gì. Thử lại; nếu vẫn lỗi, báo quản trị hệ thống kèm giờ xảy ra.",
    ),
    "track.wait": (
        429,
        "Đang có quá nhiều lượt tra cứu. Chờ {seconds} giây rồi thử lại.",
    ),
}

SENTENCES: dict[str, Sentence] = {
    **OF_DOSSIERS,
    **OF_THE_LAW,
    **OF_PEOPLE,
    **OF_INPUT,
    **OF_BAGS,
    **OF_NODES,
    **OF_ROUNDS,
    **OF_LAPTOPS,
    **OF_CENTRES,
    **OF_BACKUPS,
    **OF_DISKS,
    **OF_ROAD,
    **OF_SLIPS,
}
"""Code → (HTTP status, Vietnamese sentence)."""
