"""The roles an officer may have (vai trò)."""

from enum import StrEnum


class Role(StrEnum):
    """What an officer may do; names are those of ``veban officer add``."""

    ADMIN = "admin"
    RECEIVER = "receiver"
    HANDLER = "handler"
    SIGNER = "signer"
    MANAGER = "manager"
    SUPERVISOR = "supervisor"


ROLE_NAMES = {
    Role.ADMIN: "Quản trị",
    Role.RECEIVER: "Tiếp nhận và trả kết quả",
    Role.HANDLER: "Xử lý hồ sơ",
    Role.SIGNER: "Ký duyệt",
    Role.MANAGER: "Lãnh đạo Trung tâm",
    Role.SUPERVISOR: "Theo dõi, giám sát",
}
