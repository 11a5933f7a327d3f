"""Invented people and papers that the slips' tests print."""

from dataclasses import replace
from datetime import UTC, date, datetime

from veban.core.dossiers.sitting import FeeSum
from veban.core.slips.apology import ApologyContent
from veban.core.slips.control import ControlContent, HandOverRow
from veban.core.slips.fee import Fee
from veban.core.slips.heading import Heading, Marks
from veban.core.slips.logbook import LogbookContent, LogbookRow
from veban.core.slips.lost_report import Exposed, LostContent, UnknownNumbers
from veban.core.slips.news_sheet import NewsLine, NewsSheet
from veban.core.slips.paper import PaperLine, ProcedureLine, Reason
from veban.core.slips.party import ComeBack, Contact, Party, Signer
from veban.core.slips.pictures import PicturesContent
from veban.core.slips.receipt import HandBackLine, NumberLine, ReceiptContent, TermLine
from veban.core.slips.refusal import RefusalContent
from veban.core.slips.sitting import SittingContent, SittingLine
from veban.core.slips.stop import StopContent
from veban.core.slips.supplement import Lacking, SupplementContent

CODE = "H18.03.172-261123-0001"
HEADING = Heading(
    superior="Ủy ban nhân dân xã Na Sang",
    centre="Trung tâm Phục vụ hành chính công",
    unit="xã Na Sang",
    place="Na Sang",
    issued_on=date(2026, 11, 23),
)
REAL = Marks(practice=False)
PRACTICE = Marks(practice=True)
SUNG = Party(
    full_name="Sùng Thị Thử Nghiệm",
    personal_id="011000000001",
    address="Bản Na Pheo, xã Na Sang, tỉnh Điện Biên",
    phone="0900 000 001",
)
TEAM = Contact("Lò Văn Mẫu", "0900 000 100")
BIRTH = ProcedureLine("Đăng ký khai sinh lưu động", "1.003583")
COME_BACK = ComeBack(date(2026, 12, 1), "Nhà văn hóa bản Na Pheo", TEAM)
RECEIVED_AT = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
DUE_AT = datetime(2026, 11, 30, 10, 0, tzinfo=UTC)
BIRTH_PAPERS = (
    PaperLine("Tờ khai đăng ký khai sinh", "original"),
    PaperLine("Giấy chứng sinh", "original"),
    PaperLine("Thẻ căn cước của người đi đăng ký", "data"),
)
# About as long as a signed QR: address, characters, code, due, fee, key and signature.
QR_TEXT = (
    "https://hoso.example.vn/t/H18.03.172-261123-0001?k=8F3K2M9Q&d=202611301700&f=0&n=4b1f"
    "&s=" + "Ab3_x-9Z" * 11
)

RECEIPT = ReceiptContent(
    heading=HEADING,
    marks=REAL,
    number=NumberLine(
        CODE, official=False, placeholder_agency=True, qr=QR_TEXT, tracking="8F3K2M9Q"
    ),
    party=SUNG,
    procedure=BIRTH,
    papers=BIRTH_PAPERS,
    sets=1,
    term=TermLine("05 ngày làm việc", RECEIVED_AT, DUE_AT),
    hand_back=HandBackLine(
        "village",
        "Nhà văn hóa bản Na Pheo",
        COME_BACK,
        told=Contact("Giàng A Ví Dụ", "0900 000 002", "cháu"),
    ),
    fee=Fee(0, "đăng ký khai sinh đúng hạn được miễn lệ phí"),
    officer="Lường Thị Minh Họa",
    received_place="bản Na Pheo",
    fingerprint=True,
    interpreter="Vàng A Giả Sử (tiếng Mông)",
)
TWELVE_PAPERS = tuple(
    PaperLine(
        f"Giấy tờ thứ {i} chứng minh quan hệ nhân thân, nơi cư trú của người được đăng ký",
        "certified_copy",
        2,
    )
    for i in range(1, 13)
)
UNKNOWN_RECEIPT = replace(
    RECEIPT,
    term=TermLine(None, RECEIVED_AT, None),
    fee=Fee(None),
    hand_back=replace(RECEIPT.hand_back, come_back=replace(COME_BACK, on=None)),
    procedure_unchecked=True,
)

SUPPLEMENT = SupplementContent(
    heading=HEADING,
    marks=REAL,
    code=None,
    party=SUNG,
    procedure=BIRTH,
    lacking=(
        Lacking(
            "Giấy chứng sinh (bản chính)",
            Reason("paper_missing", "Chưa có trong hồ sơ.", "Luật Hộ tịch, điều 16"),
        ),
        Lacking(
            "Tờ khai đăng ký khai sinh",
            Reason("paper_wrong", "Tên dân tộc của mẹ ghi khác với thẻ căn cước."),
        ),
    ),
    guidance=TEAM,
    officer="Lường Thị Minh Họa",
    come_back=COME_BACK,
)
REFUSAL = RefusalContent(
    heading=HEADING,
    marks=REAL,
    code=None,
    party=SUNG,
    procedure=ProcedureLine("Cấp thẻ căn cước", "1.000000"),
    reasons=(
        Reason(
            "no_authority",
            "Việc cấp thẻ căn cước thuộc thẩm quyền của cơ quan công an.",
            "Luật Căn cước, điều 27",
        ),
    ),
    guidance=TEAM,
    officer="Lường Thị Minh Họa",
    instead="Đến Công an xã Na Sang trong giờ làm việc, mang theo giấy khai sinh.",
    fingerprint=True,
)
APOLOGY = ApologyContent(
    heading=HEADING,
    marks=REAL,
    code=CODE,
    party=SUNG,
    procedure=BIRTH,
    received_at=RECEIVED_AT,
    due_at=DUE_AT,
    new_due_at=datetime(2026, 12, 3, 10, 0, tzinfo=UTC),
    reasons=(Reason("road", "Đường vào bản bị sạt lở, tổ lưu động chưa mang sổ gốc về ký được."),),
    guidance=TEAM,
    signer=Signer("Giám đốc Trung tâm", "Khoàng Thị Làm Mẫu"),
    come_back=replace(COME_BACK, on=date(2026, 12, 4)),
)
STOP = StopContent(
    heading=HEADING,
    marks=REAL,
    code=CODE,
    party=SUNG,
    procedure=BIRTH,
    requested_on=date(2026, 11, 24),
    reasons=(Reason("by_request", "Gia đình chuyển nơi cư trú và sẽ đăng ký tại nơi mới."),),
    reached="Đang thẩm tra, chưa có quyết định",
    papers_back=BIRTH_PAPERS,
    fee_handling="Không phát sinh",
    signer=Signer("Giám đốc Trung tâm", "Khoàng Thị Làm Mẫu"),
)
CONTROL = ControlContent(
    heading=HEADING,
    marks=REAL,
    code=CODE,
    procedure=BIRTH,
    handling_body="Ủy ban nhân dân xã Na Sang",
    due_at=DUE_AT,
    rows=(
        HandOverRow("Lường Thị Minh Họa", "Lò Văn Mẫu", RECEIVED_AT, note="túi số 7"),
        HandOverRow("Lò Văn Mẫu", "Khoàng Thị Làm Mẫu", DUE_AT, "on_time"),
    ),
)
LOGBOOK = LogbookContent(
    heading=HEADING,
    marks=REAL,
    day=date(2026, 11, 23),
    rows=tuple(
        LogbookRow(
            code=f"H18.03.172-261123-{serial:04d}",
            procedure_name=BIRTH.name,
            sets=1,
            full_name=SUNG.full_name,
            address=SUNG.address,
            phone=SUNG.phone,
            handling_body="UBND xã Na Sang",
            received_at=RECEIVED_AT,
            due_at=DUE_AT,
            sent_on=date(2026, 11, 24),
            handed_back_on=date(2026, 12, 1) if serial % 2 else None,
            how="village",
        )
        for serial in range(1, 31)
    ),
)

LOST = LostContent(
    heading=HEADING,
    marks=REAL,
    node="may-0123456789",
    name="Máy 2",
    team=("Lò Thị Lan", "Cà Thị Mai"),
    reported_at=RECEIVED_AT,
    heard_at=None,
    erased=2,
    erased_of_rosters=310,
    exposed=tuple(
        Exposed(
            f"H18.03.172-261123-{serial:04d}",
            SUNG.full_name,
            "Na Pheo",
            frozenset({"identity", "ethnicity", "scans"}),
        )
        for serial in range(1, 41)
    ),
    unknown=(UnknownNumbers(date(2026, 11, 23), date(2026, 11, 25), 41, 500),),
)

PICTURES = PicturesContent(
    heading=HEADING,
    marks=REAL,
    code=CODE,
    tracking="8F3K2M9Q",
    name=SUNG.full_name,
    procedure=BIRTH.name,
    field="civil_status",
    received_on=date(2026, 11, 23),
    come_on=date(2026, 12, 1),
    how="village",
    place="Nhà văn hóa bản Na Pheo",
    collector="Giàng A Ví Dụ",
    told=Contact("Giàng A Ví Dụ", "0900 000 002", "cháu"),
    fee_vnd=0,
)
FAMILY = SittingContent(
    heading=HEADING,
    marks=REAL,
    at=RECEIVED_AT,
    lines=(
        SittingLine(CODE, BIRTH.name, SUNG.full_name, DUE_AT, date(2026, 12, 1), 0),
        SittingLine(
            "H18.03.172-261123-0002", "Thủ tục đăng ký kết hôn", "Giàng A Ví Dụ", None, None, None
        ),
    ),
    fees=FeeSum(0, 1),
)
NEWS_SHEET = NewsSheet(
    heading=HEADING,
    marks=REAL,
    village="Na Pheo",
    at=RECEIVED_AT,
    contact="Trung tâm Phục vụ hành chính công",
    lines=(NewsLine(SUNG.full_name, date(2026, 12, 1)), NewsLine("Giàng A Ví Dụ", None)),
)
