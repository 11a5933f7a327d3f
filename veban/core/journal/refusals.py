"""Why the journal says no (nhật ký từ chối)."""

from veban.core.shared.refused import Refused


class KeyReused(Refused):
    """The same key came with other content (khóa lệnh trùng, nội dung khác)."""

    code = "journal.key_reused"


class KeyTaken(Refused):
    """The key was written between asking and writing (lệnh vừa được ghi); ask for its answer."""

    code = "journal.key_taken"


class StreamMoved(Refused):
    """Somebody wrote to the stream between reading and writing (dữ liệu vừa thay đổi)."""

    code = "journal.stream_moved"


class ClockBehind(Refused):
    """The node's clock is behind its last entry (đồng hồ máy chạy lùi)."""

    code = "clock.behind_last_entry"
