"""Why a data folder cannot be made or opened (thư mục dữ liệu)."""

from veban.core.shared.refused import Refused


class FolderTaken(Refused):
    """There is something in the folder already; a node is never made over another one."""

    code = "folder.taken"


class FolderLocked(Refused):
    """The laptop's folder is locked; somebody has to open it first."""

    code = "node.locked"


class FolderRestored(Refused):
    """More was written under this folder's name than the folder holds: it was restored."""

    code = "folder.restored"


class FolderCopied(Refused):
    """The folder is a copy, or came from another machine."""

    code = "folder.copied"


class PhraseTooShort(Refused):
    """An opening phrase has at least ``least`` characters."""

    code = "folder.phrase_too_short"


class PhraseWrong(Refused):
    """Officer and opening phrase do not open this folder; which of them is wrong is not said."""

    code = "folder.phrase_wrong"


class PhraseWait(Refused):
    """Too many wrong opening phrases; ``minutes`` says how long to wait."""

    code = "folder.phrase_wait"
