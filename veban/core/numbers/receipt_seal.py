"""The signed QR of a receipt (mã QR trên Giấy tiếp nhận): an address that a phone opens.

It is about 200 bytes long. The standard library's URL parser is not needed: every field is
written in letters that an address holds as they are, and a text that is not exactly ours is
refused.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import ClassVar

from veban.core.numbers.dossier_code import DossierCode
from veban.core.numbers.tracking import TRACKING_PATTERN
from veban.core.shared.canonical import canonical
from veban.core.shared.local_time import LOCAL
from veban.core.shared.refused import Refused

MINUTE = "%y%m%d%H%M"

_TEXT = re.compile(
    rf".*/t/(?P<t>{TRACKING_PATTERN})\?c=(?P<c>[^&]+)(?:&d=(?P<d>[0-9]{{10}}))?"
    r"(?:&f=(?P<f>0|[1-9][0-9]{0,11}))?&k=(?P<k>[0-9a-f]{8})&s=(?P<s>[A-Za-z0-9_-]{85}[AQgw])"
)


class ReceiptUnreadable(Refused):
    """The scanned text is no receipt of this program, or was cut off."""

    code: ClassVar[str] = "numbers.receipt_unreadable"


@dataclass(frozen=True, slots=True)
class ReceiptClaim:
    """What the QR of a receipt says.

    Args:
        tracking: The receipt's 8 random characters.
        code: The dossier's code.
        due_at: The due instant, written to the minute; None where the law shipped knows none.
        fee_vnd: The fee in đồng; None where it is not known.
        key_id: Which key signed, see :func:`key_id`.
    """

    tracking: str
    code: DossierCode
    due_at: datetime | None
    fee_vnd: int | None
    key_id: str

    def payload(self) -> bytes:
        """Return the canonical bytes a node signs; the public address is no part of them."""
        return canonical(
            {
                "what": "veban.receipt.1",
                "tracking": self.tracking,
                "code": str(self.code),
                "due": _minute(self.due_at),
                "fee_vnd": self.fee_vnd,
                "key_id": self.key_id,
            }
        )


@dataclass(frozen=True, slots=True)
class SealedReceipt:
    """A claim and the signature on it, not yet checked.

    Args:
        claim: What the QR says.
        signature: Ed25519, 64 bytes.
    """

    claim: ReceiptClaim
    signature: bytes


def key_id(public_key: str) -> str:
    """Return the short name of a key: the first 8 hex digits of the SHA-256 of its bytes.

    Args:
        public_key: Ed25519 public key, hex.

    Raises:
        ValueError: the text is not hex.
    """
    return sha256(bytes.fromhex(public_key)).hexdigest()[:8]


def seal_receipt(claim: ReceiptClaim, address: str, sign: Callable[[bytes], bytes]) -> str:
    """Return the text of the QR.

    Args:
        claim: What the receipt says.
        address: Public address of tracking, without a slash at its end.
        sign: Signs bytes with the node's key and returns 64 bytes.

    Raises:
        ValueError: the claim cannot be read back, for example for its tracking characters.
    """
    signature = urlsafe_b64encode(sign(claim.payload())).rstrip(b"=").decode()
    due = "" if claim.due_at is None else f"&d={_minute(claim.due_at)}"
    fee = "" if claim.fee_vnd is None else f"&f={claim.fee_vnd}"
    text = f"{address}/t/{claim.tracking}?c={claim.code}{due}{fee}&k={claim.key_id}&s={signature}"
    if not _TEXT.fullmatch(text):
        raise ValueError(f"a receipt that nobody could read: {text}")
    return text


def parse_receipt(text: str) -> SealedReceipt:
    """Read the text of a QR, whatever address it was printed with.

    Raises:
        ReceiptUnreadable: it is not the text of a receipt.
    """
    found = _TEXT.fullmatch(text.strip())
    if not found:
        raise ReceiptUnreadable()
    try:
        claim = ReceiptClaim(
            found["t"],
            DossierCode.from_text(found["c"]),
            _instant(found["d"]),
            None if found["f"] is None else int(found["f"]),
            found["k"],
        )
    except ValueError as problem:
        raise ReceiptUnreadable() from problem
    return SealedReceipt(claim, urlsafe_b64decode(found["s"] + "=="))


def _minute(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(LOCAL).strftime(MINUTE)


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.strptime(text, MINUTE).replace(tzinfo=LOCAL)
