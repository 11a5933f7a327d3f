"""Is this receipt ours? (kiểm tra Giấy tiếp nhận) Answered without network, and honestly."""

from collections.abc import Callable, Collection, Iterable
from enum import StrEnum

from veban.core.numbers.lane import Lease
from veban.core.numbers.receipt_seal import SealedReceipt, key_id

Verify = Callable[[str, bytes, bytes], bool]
"""Tells whether (public key in hex, content, signature) belong together."""


class Verdict(StrEnum):
    """What a node can say about a receipt."""

    GENUINE = "genuine"
    FALSE = "false"
    CANNOT_TELL = "cannot_tell"


def judge_receipt(
    receipt: SealedReceipt,
    leases: Iterable[Lease],
    revoked: Collection[str],
    verify: Verify,
    known_code: bool | None = None,
) -> Verdict:
    """Say whether a receipt is genuine, false, or cannot be told here.

    The lease is the certificate: a receipt is genuine when the key of a lease signed it and
    the lease covers its code. A key this node has never heard of, or a day that no lease it
    knows reaches, may belong to a lease that has not arrived: that cannot be told here.

    Args:
        receipt: The scanned receipt.
        leases: Leases this node knows, whose own signatures have been checked.
        revoked: Public keys revoked, hex.
        verify: Checks a signature.
        known_code: For a revoked key: whether this very receipt had reached the centre before
            the revocation. None where this node cannot know.
    """
    claim = receipt.claim
    of_key = [lease for lease in leases if key_id(lease.node_key) == claim.key_id]
    if not of_key:
        return Verdict.CANNOT_TELL
    signers = {
        key
        for key in {lease.node_key for lease in of_key}
        if verify(key, claim.payload(), receipt.signature)
    }
    if not signers:
        return Verdict.FALSE
    of_day = [
        lease for lease in of_key if lease.node_key in signers and lease.covers_day(claim.code.day)
    ]
    if not of_day:
        return Verdict.CANNOT_TELL
    if not any(lease.covers_code(claim.code) for lease in of_day):
        return Verdict.FALSE
    return _after_revocation(known_code) if signers <= set(revoked) else Verdict.GENUINE


def _after_revocation(known_code: bool | None) -> Verdict:
    if known_code is None:
        return Verdict.CANNOT_TELL
    return Verdict.GENUINE if known_code else Verdict.FALSE
