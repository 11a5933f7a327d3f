"""What was found out about the signatures of a PDF (chữ ký số trên kết quả)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What a signature is worth, as far as can be told without network."""

    TRUSTED = "trusted"
    SIGNER_UNKNOWN = "signer_unknown"
    BROKEN = "broken"
    UNREADABLE = "unreadable"


class Changed(StrEnum):
    """What became of the document after it was signed."""

    NO = "no"
    SIGNED_AGAIN = "signed_again"
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature (chữ ký số).

    Args:
        signer: Name in the signer's certificate (người ký); empty where it cannot be read.
        organisation: Agency in the certificate, where it names one.
        issuer: Who issued the certificate (tổ chức chứng thực chữ ký số).
        signed_at: When, as the signer's machine or a time stamp says.
        stamped: A time stamp by a trusted authority says so (dấu thời gian).
    """

    verdict: Verdict
    changed: Changed
    signer: str = ""
    organisation: str = ""
    issuer: str = ""
    signed_at: datetime | None = None
    stamped: bool = False


@dataclass(frozen=True, slots=True)
class CheckedPdf:
    """What was found in a file.

    Args:
        signatures: In the order in which they were made; empty for an unsigned one.
        readable: Whether it could be looked through; False for a torn file.
    """

    signatures: tuple[Signature, ...] = ()
    readable: bool = True
