"""Why a disk takes nothing (đĩa không ghi được): the same refusals from database and files."""

from veban.core.shared.refused import Refused


class DiskFull(Refused):
    """The disk is full (đĩa đầy); what was being written is not there, not even in part."""

    code = "disk.full"


class DiskNearlyFull(Refused):
    """Less is free than a day of reception may need; ``free_mb`` says how much, in megabytes."""

    code = "disk.nearly_full"


class DiskReadOnly(Refused):
    """The disk or folder can only be read (chỉ đọc được)."""

    code = "disk.read_only"


class DiskFails(Refused):
    """The disk answers with errors, or was pulled out (đĩa báo lỗi)."""

    code = "disk.fails"


class DatabaseDamaged(Refused):
    """The database file is damaged (cơ sở dữ liệu hỏng); nothing in it is touched."""

    code = "database.damaged"
