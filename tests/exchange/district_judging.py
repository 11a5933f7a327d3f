"""What must hold in a district once all have exchanged in peace (điều phải đúng).

Every accepted dossier exists exactly once, with its code, under one holder; each chain verifies;
every file is whole; nobody's act vanished.
"""

from collections import defaultdict

from tests.exchange.centres import B
from tests.exchange.district import TODAYS, District, dossiers, sync
from tests.exchange.nodes import entries_by
from veban.actions.exchange.sync import Synced
from veban.core.dossiers.codes import CLOSED
from veban.core.dossiers.received import DossierReceived
from veban.core.journal.files import files_of

FORKED = "journal.forked"
MOST_TURNS = 5


def exchange_in_peace(here: District) -> list[Synced]:
    """Let everybody exchange until nothing moves; return what is not done then.

    Two copies of a laptop may be never done, nor a commune before the scans of a lost laptop, of
    which it knows the entries, have turned up.
    """
    for _ in range(MOST_TURNS):
        turn = [
            (behind, sync(behind, front))
            for behind, front in here.roads()
            if not here.is_lost(behind)
        ]
        if not any(_moved(synced) for _, synced in turn):
            break
    return [one for behind, one in turn if not (one.done or _is_copied(here, behind))]


def check_chains(here: District) -> None:
    """A copied folder shows as a fork of that one chain; nothing else is ever wrong."""
    copied = {here.laptops[n].world.me.node for n in here.forked}
    for node in here.nodes():
        found = {(one.node, one.code) for one in node.world.journal.verify()[1]}
        assert found <= {(one, FORKED) for one in copied}, found


def check_all(here: District) -> None:
    check_chains(here)
    for node in here.nodes():
        assert node.world.journal.rebuild()[1]
    _every_dossier_exists_once(here)
    _no_act_vanished(here)
    _every_file_is_whole(here)
    _chains_arrived(here)


def _every_dossier_exists_once(here: District) -> None:
    received = _streams_received(here.centre)
    rows = {row.stream: row for row in dossiers(here.centre)}
    assert sorted(rows) == sorted(stream for found in received.values() for stream in found)
    assert sorted(received) == sorted(here.accepted)
    for key, known in here.accepted.items():
        (stream,) = received[key]
        row = rows[stream]
        assert row.code == known.code
        _check_holder(here, known.n, row)


def _check_holder(here: District, n: int, row) -> None:
    laptop, centre = here.laptops[n], here.centre.world.me.node
    node = laptop.world.me.node
    closed = row.state in CLOSED
    if here.other and row.at_unit and not closed:
        home = here.other if row.at_unit == B else here.centre
        assert row.holder == home.world.me.node, row
    lost, copied = here.is_lost(laptop), n in here.forked
    may_hold = {x.world.me.node for x in (here.centre, here.other) if x}
    if closed or ((row.kept or copied) and not lost):
        may_hold.add(node)
    assert row.holder in may_hold, row
    if lost or copied:
        return
    assert row in dossiers(laptop)
    if here.province:
        assert row in dossiers(here.province)
        if row.holder not in (node, centre):
            assert row in dossiers(here.other)


def _no_act_vanished(here: District) -> None:
    """Each act is an entry at the top: accepted, or kept for a person to see."""
    held = _entries(here.province or here.centre)
    by_key = {(e.header.node, e.header.key.split("#")[0]) for e in held}
    for act in here.acts:
        assert act in by_key, act


def _every_file_is_whole(here: District) -> None:
    kept = {known.file for known in here.accepted.values() if known.file}
    for node in filter(None, (here.centre, here.province)):
        named = {file for entry in _entries(node) for file in files_of(entry.person)}
        assert len(named) == len(kept)
        assert {node.world.blobs.get(file) for file in named} == kept


def _chains_arrived(here: District) -> None:
    for laptop in here.laptops:
        node = laptop.world.me.node
        ours = entries_by(laptop, node)
        if _is_copied(here, laptop):
            assert set(ours) <= set(entries_by(here.centre, node))
            continue
        for front in filter(None, (here.centre, here.province)):
            assert entries_by(front, node) == ours


def _streams_received(x) -> dict[str, set[str]]:
    """Return the streams in which each reception, by its key, was written."""
    found = defaultdict(set)
    for entry in _entries(x):
        if isinstance(TODAYS.event(entry), DossierReceived):
            found[entry.header.key.split("#")[0]].add(entry.header.stream)
    return found


def _entries(x):
    return x.world.journal._shelf.entries.values()


def _moved(synced: Synced) -> int:
    entries = synced.entries_sent + synced.entries_received
    return entries + synced.files_sent + synced.files_received


def _is_copied(here: District, x) -> bool:
    return x.world.me.node in {here.laptops[n].world.me.node for n in here.forked}
