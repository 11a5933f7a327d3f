"""What people read when the program says no (câu trả lời khi từ chối).

Each code has its HTTP status and a Vietnamese sentence: what happened, what to do, whom to ask.
``{name}`` stands for a detail of the refusal. Pages, doors and the command line read the same
table; a test fails where a code has no sentence.
"""

from veban.web.refusals_of_backups import OF_BACKUPS
from veban.web.refusals_of_bags import OF_BAGS
from veban.web.refusals_of_centres import OF_CENTRES
from veban.web.refusals_of_declarations import OF_DECLARATIONS
from veban.web.refusals_of_disks import OF_DISKS
from veban.web.refusals_of_dossiers import OF_DOSSIERS
from veban.web.refusals_of_laptops import OF_LAPTOPS
from veban.web.refusals_of_nodes import OF_NODES
from veban.web.refusals_of_papers import OF_PAPERS
from veban.web.refusals_of_road import OF_ROAD
from veban.web.refusals_of_rounds import OF_ROUNDS
from veban.web.refusals_of_slips import OF_SLIPS

Sentence = tuple[int, str]

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
    "law.value_wrong": (
        422,
        "Giá trị nhập cho {kind} chưa đúng: {problem}. Xem lại số văn bản và từng ô, rồi nhập lại; "
        "chưa rõ thì hỏi người quản trị của tỉnh.",
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
    "officer.gone": (
        403,
        "Công chức {officer} đã thôi việc ở đơn vị này nên không vào được nữa. Nếu nhầm, hỏi quản "
        "trị hệ thống của Trung tâm.",
    ),
    "officer.own_access": (
        422,
        "Không tự bỏ quyền quản trị của chính mình được: đơn vị phải còn người quản trị. Nhờ một "
        "người quản trị khác làm việc này.",
    ),
    "sign_in.wrong": (
        403,
        "Mã công chức, mật khẩu, mã PIN hoặc mã một lần không đúng. Nhập lại; nếu quên, xin "
        "quản trị hệ thống một lời mời mới.",
    ),
    "sign_in.code_wrong": (
        422,
        "Mã không đúng hoặc đã dùng. Xem lại giờ của điện thoại, chờ mã mới rồi nhập lại; nếu vẫn "
        "không được, xin quản trị hệ thống một lời mời mới.",
    ),
    "sign_in.wait": (
        429,
        "Đã nhập sai nhiều lần. Chờ {minutes} phút rồi thử lại; nếu quên, xin quản trị hệ thống "
        "một lời mời mới.",
    ),
    "sign_in.invite_wrong": (
        403,
        "Lời mời này không đúng, đã được dùng hoặc đã thay bằng lời mời mới. Nhập lại cẩn thận; "
        "trên máy lưu động, trao đổi dữ liệu với Trung tâm rồi thử lại; nếu vẫn không được, xin "
        "quản trị hệ thống một lời mời mới.",
    ),
    "sign_in.secret_too_weak": (
        422,
        "Mật khẩu quá ngắn; cần ít nhất {least} ký tự. Chọn một câu dễ nhớ với riêng bạn.",
    ),
    "sign_in.pin_not_digits": (
        422,
        "Mã PIN gồm đúng {digits} chữ số, không có chữ cái hay dấu. Nhập lại.",
    ),
    "sign_in.pin_too_plain": (
        422,
        "Mã PIN này dễ đoán: chữ số giống nhau, dãy liền nhau như 123456, hoặc nhóm lặp lại như "
        "121212. Chọn sáu chữ số khác.",
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
        "Đợt lưu động cần ít nhất một ngày và một bản, các ngày theo thứ tự; lúc về tới nơi ký "
        "và ngày trở lại bản không trước ngày cuối. Sửa lại rồi mở đợt.",
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
    "page.gone": (
        410,
        "Trang trả lời này không còn được giữ vì máy đã khóa, đã khởi động lại hoặc đã đổi người. "
        "Việc đã ghi thì vẫn còn. Tìm lại hồ sơ trong danh sách; nếu chưa có thì nhập lại.",
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
    **OF_PAPERS,
    **OF_ROAD,
    **OF_SLIPS,
    **OF_DECLARATIONS,
}
"""Code → (HTTP status, Vietnamese sentence)."""
