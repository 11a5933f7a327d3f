"""Let go of the scans of closed rounds on a laptop (xóa ảnh giấy tờ sau đợt).

The files lie on the laptop, so the laptop writes the entry that erases them, on this device only:
at the centre they stay. It is written when days have passed since the closing, nothing of the round
is still worked on here, and the centre's last greeting says that a verified backup holds every
entry that names one of the files. A backup counts only where it holds every file that its entries
name, so the files are in it too.
"""

from collections.abc import Sequence

from veban.actions.exchange.confirmed import is_backed_up
from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.seal_scans import tell_of_scans, told_here
from veban.core.rounds.retention import DAYS_KEPT, is_due
from veban.core.rounds.round import RoundRow, round_stream
from veban.core.rounds.scans import ScansErased


def erase_scans(x: Exchanging, rounds: Sequence[RoundRow], days: int = DAYS_KEPT) -> int:
    """Erase the files of closed rounds that the centre's verified backup holds.

    The entry comes first. What the power kept from being forgotten after it is forgotten by the
    next call, and so is what has come since about dossiers of a round that was let go of.

    Args:
        x: This laptop.
        rounds: All closed rounds; those of this laptop count.
        days: How many days after the closing.

    Returns:
        How many files are to be removed from the folder.
    """
    told, now = told_here(x), x.world.clock.now()
    for row in rounds:
        mine = row.node == x.world.me.speaks_as and row.round not in told.erased
        history = x.world.journal.history(round_stream(row.round)) if mine else ()
        if history and is_due(history, now, days) and _is_safe(x, row.round):
            tell_of_scans(x, ScansErased(row.round))
    return sum(_forget(x, round_id) for round_id in told_here(x).erased)


def _is_safe(x: Exchanging, round_id: str) -> bool:
    """Tell whether a verified backup holds the files, and nobody works on the dossiers here."""
    streams = x.world.work.done_with(round_id)
    named = x.world.work.files_named(streams)
    if not named or set(streams) & set(x.world.work.held_by(x.world.me.speaks_as)):
        return False
    return all(is_backed_up(x, one.writer, one.seq) for one in named)


def _forget(x: Exchanging, round_id: str) -> int:
    streams = x.world.work.done_with(round_id)
    named = {one.stream for one in x.world.work.files_named(streams)}
    return x.world.journal.let_go_of_files(named) if named else 0
