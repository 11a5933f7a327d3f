"""The three honest states of a dossier on a device (hồ sơ đang ở đâu)."""

from collections.abc import Iterable
from enum import StrEnum

from veban.core.nodes.writers import peer_of
from veban.exchange.run import Position


class Whereabouts(StrEnum):
    """How far the centre has come with what was written here."""

    ON_DEVICE = "on_device"
    RECEIVED = "received"
    APPLIED = "applied"


def whereabouts(
    written: Iterable[int], confirmed: Position | None, holder: str | None, centre: str
) -> Whereabouts:
    """Tell how far the centre has come with a dossier.

    Args:
        written: Numbers of the entries this node wrote into the dossier's stream or as
            messages about it.
        confirmed: This node's chain as the centre's last greeting held it.
        holder: Who holds the dossier, by the entries that are here.
        centre: The centre's node.

    Example:
        >>> whereabouts([4, 9], (7, "…"), None, "centre").value
        'on_device'
        >>> whereabouts([4, 7], (7, "…"), None, "centre").value
        'received'
        >>> whereabouts([4, 7], (7, "…"), "centre", "centre").value
        'applied'
    """
    if max(written, default=0) > (confirmed[0] if confirmed else 0):
        return Whereabouts.ON_DEVICE
    return Whereabouts.APPLIED if holder and peer_of(holder) == centre else Whereabouts.RECEIVED
