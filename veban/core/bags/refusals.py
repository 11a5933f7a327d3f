"""Why an act with a bag is refused (từ chối có mã)."""

from veban.core.shared.refused import Refused


class BagUnknown(Refused):
    """No bag has this number or id here."""

    code = "bag.unknown"


class BagClosed(Refused):
    """The bag has left or was received; nothing is laid in or taken out."""

    code = "bag.closed"


class BagNotSent(Refused):
    """The bag is still being packed; it cannot be received."""

    code = "bag.not_sent"


class BagEmpty(Refused):
    """A bag without an envelope is not sent."""

    code = "bag.empty"


class BagNotForHere(Refused):
    """The bag is packed, or received, at another machine."""

    code = "bag.not_for_here"


class BagDiffers(Refused):
    """List and reality differ, so a word about it is needed."""

    code = "bag.needs_note"


class BagTakerUnfit(Refused):
    """The bag was to go to a machine that is revoked, or to the one that packs it."""

    code = "bag.taker_unfit"


class EnvelopeElsewhere(Refused):
    """The envelope is in another bag by the records, or the paper is with the citizen."""

    code = "bag.envelope_elsewhere"


class ScanUnreadable(Refused):
    """What was scanned is neither a code nor the QR of a receipt or an envelope."""

    code = "bag.scan_unreadable"
