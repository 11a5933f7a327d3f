"""Check the signatures of a PDF without network (kiểm tra chữ ký số PAdES ngoại tuyến).

Run as a process of its own: what reads PDFs is large, and a file from outside may be made to
hang or to fall over whoever reads it. The file comes on stdin; the arguments are the folder of
trusted certificates and the time; the answer is JSON on stdout.
"""

import asyncio
import io
import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pyhanko.keys.pemder import load_certs_from_pemder_data
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation.pdf_embedded import (
    EmbeddedPdfSignature,
    async_validate_pdf_signature,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from veban.core.shared.shape import write_shape
from veban.edges.signatures.found import Changed, CheckedPdf, Signature, Verdict

USAGES = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})
"""Certificates of officials carry the one or the other."""

MALFORMED = (PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What reading a damaged or malicious file raises."""


def check_pdf(pdf: bytes, trusted: Iterable[Any], now: datetime) -> CheckedPdf:
    """Return what can be told about a PDF's signatures; nothing is fetched.

    A certificate is judged as of the time of signing, since results are kept for decades and
    certificates run out. Whether it was revoked meanwhile cannot be told here.

    Args:
        pdf: The file.
        trusted: Certificates that the unit trusts: of roots, or of authorities under them.
        now: The node's clock; no signature counts as made later.
    """
    try:
        embedded = PdfFileReader(io.BytesIO(pdf), strict=False).embedded_regular_signatures
    except MALFORMED:
        return CheckedPdf(readable=False)
    anchors = list(trusted)
    return CheckedPdf(tuple(_checked(one, anchors, now) for one in embedded))


def load_trusted(folder: Path) -> list[Any]:
    """Return the certificates in a folder; what is none is passed over."""
    found: list[Any] = []
    for path in sorted(folder.glob("*")) if folder.is_dir() else []:
        if path.suffix.lower() not in (".pem", ".crt", ".cer", ".der"):
            continue
        try:
            found += [one for one in load_certs_from_pemder_data(path.read_bytes()) if one.subject]
        except (OSError, *MALFORMED):
            continue
    return found


def _checked(one: EmbeddedPdfSignature, anchors: list[Any], now: datetime) -> Signature:
    try:
        claimed = one.self_reported_timestamp
        if claimed is not None and claimed.tzinfo is None:
            claimed = claimed.replace(tzinfo=UTC)
        context = ValidationContext(
            trust_roots=anchors,
            moment=min(claimed or now, now),
            allow_fetching=False,
            revocation_mode="soft-fail",
        )
        # Not the library's own blocking call: that one would add the machine's trust list.
        checking = async_validate_pdf_signature(
            one, signer_validation_context=context, key_usage_settings=USAGES
        )
        return _told(asyncio.run(checking), claimed)
    except MALFORMED:
        return Signature(Verdict.UNREADABLE, Changed.YES)


def _told(status: PdfSignatureStatus, claimed: datetime | None) -> Signature:
    stamp = status.timestamp_validity
    stamped = stamp is not None and stamp.intact and stamp.valid and stamp.trusted
    names, issuer = status.signing_cert.subject.native, status.signing_cert.issuer.native
    return Signature(
        _verdict(status),
        _changed(status),
        signer=_text(names, "common_name"),
        organisation=_text(names, "organization_name"),
        issuer=_text(issuer, "common_name") or _text(issuer, "organization_name"),
        signed_at=stamp.timestamp if stamp is not None and stamped else claimed,
        stamped=stamped,
    )


def _verdict(status: PdfSignatureStatus) -> Verdict:
    if not (status.intact and status.valid):
        return Verdict.BROKEN
    return Verdict.TRUSTED if status.trusted else Verdict.SIGNER_UNKNOWN


def _changed(status: PdfSignatureStatus) -> Changed:
    if not status.intact:
        return Changed.YES
    if status.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return Changed.NO
    allowed = (ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING)
    by_signing = status.docmdp_ok and status.modification_level in allowed
    return Changed.SIGNED_AGAIN if by_signing else Changed.YES


def _text(names: Any, part: str) -> str:
    found = names.get(part, "")
    return found if isinstance(found, str) else ", ".join(map(str, found))


def main() -> None:
    """Answer the process that asked."""
    folder, now = Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2])
    checked = check_pdf(sys.stdin.buffer.read(), load_trusted(folder), now)
    sys.stdout.write(json.dumps(write_shape(checked)))


if __name__ == "__main__":
    main()
