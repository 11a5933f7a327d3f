"""Why an exchange or a file of it is refused (trao đổi bị từ chối)."""

from veban.core.shared.refused import Refused


class BundleBroken(Refused):
    """The file is cut, altered or none of ours; nothing of it was taken."""

    code = "bundle.broken"


class BundleNotForUs(Refused):
    """The file is sealed to another node."""

    code = "bundle.not_for_us"


class BundleNeedsUpdate(Refused):
    """The file was made by a newer program than this one."""

    code = "bundle.needs_update"


class NotOurCentre(Refused):
    """Something answered, but not our centre: often a page of the network that wants a login."""

    code = "exchange.not_our_centre"


class PeerRevoked(Refused):
    """The other node may not speak to us any more (máy đã bị thu hồi)."""

    code = "exchange.revoked"


class PeerUnknown(Refused):
    """The other node never joined, or the signature is not its own."""

    code = "exchange.unknown_node"


class NodeUnproved(Refused):
    """A file does not show that this centre ever let its sender in."""

    code = "exchange.not_proved"


class PracticeMismatch(Refused):
    """A practice node and a real one never exchange."""

    code = "exchange.practice_mismatch"


class PeerTooOld(Refused):
    """The two programs have no version of the exchange in common."""

    code = "exchange.needs_update"


class ChainGap(Refused):
    """Entries before these are missing here; the sender begins again where we stand."""

    code = "exchange.gap"


class NotYourChain(Refused):
    """A node sent entries of a node that does not stand behind it."""

    code = "exchange.not_your_chain"


class CentreUnreachable(Refused):
    """No answer from the centre within the tries of one call."""

    code = "exchange.unreachable"


class FileUnknown(Refused):
    """Nothing of this name waits here for the node that asked."""

    code = "exchange.file_unknown"


class UploadMoved(Refused):
    """A part came for another offset than the one stored; ask again where to go on."""

    code = "exchange.upload_moved"


class UploadTooLarge(Refused):
    """An announced file, or one part of it, is larger than an exchange takes."""

    code = "exchange.too_large"


class PieceDamaged(Refused):
    """A piece does not have the checksum sent with it; nothing of it was stored."""

    code = "exchange.piece_damaged"


class ChecksumUnknown(Refused):
    """A piece came with a checksum that is none, or of a kind not known here."""

    code = "exchange.checksum_unknown"


class PieceKindWrong(Refused):
    """A piece came with another content type than tus asks for."""

    code = "exchange.piece_kind"


class TusVersionUnknown(Refused):
    """The caller speaks another version of the upload protocol (tus)."""

    code = "exchange.tus_version"


class TokenWrong(Refused):
    """The word to join is misspelt, used up, older than a day, or of another centre."""

    code = "join.token_wrong"


class CentreRefused(Refused):
    """The other node said no for a reason of its own; ``why`` is its code."""

    code = "exchange.refused_there"


class NeighbourClosed(Refused):
    """The other laptop takes nothing for others just now: its officer lets nobody in."""

    code = "neighbour.closed"


class NeighbourFull(Refused):
    """The other laptop carries as many files for others as it may."""

    code = "neighbour.full"


class NeighbourKnowsUsNot(Refused):
    """The other laptop has not heard of this one yet, so it takes nothing from it."""

    code = "neighbour.knows_us_not"


class NeighbourUnreachable(Refused):
    """No laptop of ours answers at the address, or the line to it broke too often."""

    code = "neighbour.unreachable"


SAID_NO = frozenset({PeerRevoked.code, PeerUnknown.code, PracticeMismatch.code, PeerTooOld.code})
"""What a centre answers that will not exchange with a node at all, until it greets again."""
