"""What is not taken as a scan of a paper, and why (bản quét không nhận)."""

from veban.core.shared.refused import Refused


class PaperTypeUnknown(Refused):
    """By its content the file is no JPEG, PNG or PDF, whatever its name says."""

    code = "paper.type_unknown"


class PaperTooLarge(Refused):
    """The file has more bytes than the exchange of a village carries."""

    code = "paper.too_large"


class PaperTorn(Refused):
    """The file breaks off or is damaged: it was saved by half."""

    code = "paper.torn"


class PictureTooLarge(Refused):
    """A small file that opens to an absurd number of pixels."""

    code = "paper.picture_too_large"


class PaperTooLong(Refused):
    """A PDF of more pages than a paper has."""

    code = "paper.too_long"


class PaperLocked(Refused):
    """A PDF that asks for a password: nobody could read it later."""

    code = "paper.locked"


class PaperActive(Refused):
    """A PDF that runs a script, starts a program or carries other files."""

    code = "paper.active"


class PaperNotThere(Refused):
    """The dossier has no such paper, or the paper no such scan."""

    code = "paper.not_there"


class ScanNotWaiting(Refused):
    """The scan does not wait for this officer: it was put to a paper, taken away or is old."""

    code = "paper.scan_not_waiting"


class NoPageLeft(Refused):
    """Nothing was chosen, or every page was taken out."""

    code = "paper.no_page_left"


class ScansFolderNotOurs(Refused):
    """The folder holds files and was never given to the scanner: reading would empty it."""

    code = "paper.scans_folder_not_ours"
