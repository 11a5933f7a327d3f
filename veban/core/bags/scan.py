"""What a keyboard scanner types (quét mã): the QR of a receipt, of an envelope, or a code.

An envelope may carry an official code of whatever shape, so a short line is taken as it is; whether
a dossier has such a code is asked where the dossiers are.
"""

from veban.core.bags.refusals import ScanUnreadable
from veban.core.numbers.dossier_code import DossierCode
from veban.core.numbers.receipt_seal import ReceiptUnreadable, parse_receipt

LONGEST = 200
"""Characters of the longest code that is looked up; official systems' codes are far shorter."""


def read_scan(text: str) -> str:
    """Return the dossier's code that was scanned or typed.

    Args:
        text: One line as the scanner typed it.

    Raises:
        ScanUnreadable: it is no whole QR of a receipt, blank, too long, or not printable.

    Example:
        >>> read_scan(" h18.03.172-261123-0001 ")
        'H18.03.172-261123-0001'
    """
    typed = text.strip()
    if "?" in typed:
        try:
            return str(parse_receipt(typed).claim.code)
        except ReceiptUnreadable as problem:
            raise ScanUnreadable() from problem
    try:
        return str(DossierCode.from_text(typed.upper()))
    except ValueError:
        if not typed or len(typed) > LONGEST or not typed.isprintable():
            raise ScanUnreadable() from None
        return typed
