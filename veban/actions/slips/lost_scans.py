"""Which scans a lost laptop could still show (ảnh giấy tờ trên máy mất): by what it told itself."""

from veban.actions.ports import World
from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.state import Dossier
from veban.core.journal.entry import Entry
from veban.core.journal.files import files_of
from veban.core.nodes.writers import peer_of
from veban.core.rounds.scans import ScansTold

READABLE, SEALED = "scans", "sealed_scans"
"""Kinds of data of the report."""


def scans_on(world: World, told: ScansTold, laptop: str, dossier: Dossier) -> frozenset[str]:
    """Return in which forms a dossier's scans were on a laptop, as far as it had told.

    What it erased is not among them. What it sealed after it was last heard counts as readable:
    nobody here can know.

    Args:
        world: The centre.
        told: What the laptop's present writer told of its scans.
        laptop: The laptop's id.
        dossier: The dossier.
    """
    streams = [dossier.stream, *world.work.messages_about(dossier.stream)]
    return frozenset(
        SEALED if _is_sealed(told, laptop, entry) else READABLE
        for entry in world.journal.entries_of(streams)
        if files_of(entry.person) and not _is_erased(told, dossier, entry)
    )


def _is_sealed(told: ScansTold, laptop: str, entry: Entry) -> bool:
    header = entry.header
    own = peer_of(header.node) == laptop
    return own and told.is_sealed(header.node, header.seq, header.stream)


def _is_erased(told: ScansTold, dossier: Dossier, entry: Entry) -> bool:
    """Tell whether the laptop let go of a file; not while it may carry the result out again."""
    erased_at = told.erased.get(dossier.received.round or "") if dossier.received else None
    carried = dossier.state is DossierState.DONE and dossier.desk.startswith(("node:", "round:"))
    if erased_at is None or carried:
        return False
    return entry.header.recorded_at <= erased_at
