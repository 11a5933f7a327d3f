"""The numbering of excerpts (đánh số trích nhật ký): what goes down to which peer."""

from collections.abc import Iterator, Sequence

from django.db import transaction
from django.db.models import Q

from veban.core.bags.bag import BagRow
from veban.core.dossiers.messages import MessageRow
from veban.core.dossiers.rows import DossierRow
from veban.core.law.entered import LawRow
from veban.core.nodes.events import node_stream
from veban.core.nodes.leases import LeaseRow
from veban.core.nodes.points import PointRow
from veban.core.nodes.rows import NodeRow
from veban.core.people.officers import OfficerRow, officer_stream
from veban.core.rounds.round import RoundRow
from veban.exchange.excerpt import Mark
from veban.exchange.interest import Interest, interest_of, slips_streams
from veban.store.exchange.tables import ExcerptRecord
from veban.store.journal.reading import chunks, fetch, marks_for
from veban.store.rows.tables import find_rows, row_tables
from veban.store.rows.writers import of_peer

_UNNUMBERED = (
    "SELECT e.position, e.hash FROM journal_entry e WHERE e.stream IN ({marks}) AND e.node <> %s "
    "AND NOT EXISTS (SELECT 1 FROM exchange_excerpt x WHERE x.peer = %s AND x.hash = e.hash)"
)


def extend_excerpt(alias: str, peer: str) -> Mark:
    """Number what concerns a peer and has no number yet, in the order in which it came here.

    Raises:
        ValueError: the peer is no node known here.
    """
    with transaction.atomic(using=alias):
        interest = _interest(alias, peer)
        mark = excerpt_end(alias, peer)
        rows = []
        for entry_hash in _unnumbered(alias, interest):
            mark = mark.after([entry_hash])
            rows.append(
                ExcerptRecord(peer=peer, number=mark.count, hash=entry_hash, digest=mark.digest)
            )
        ExcerptRecord._default_manager.using(alias).bulk_create(rows)
        return mark


def excerpt_end(alias: str, peer: str) -> Mark:
    """Return the mark behind everything numbered for a peer."""
    found = _numbered(alias, peer).order_by("-number").values_list("number", "digest").first()
    return Mark(*found) if found else Mark()


def excerpt_after(alias: str, peer: str, mark: Mark) -> Sequence[str] | None:
    """Return the hashes numbered behind a mark; None where the mark is not of this numbering."""
    known = _numbered(alias, peer).filter(number=mark.count, digest=mark.digest)
    if mark != Mark() and not known.exists():
        return None
    further = _numbered(alias, peer).filter(number__gt=mark.count).order_by("number")
    return list(further.values_list("hash", flat=True))


def restart_excerpt(alias: str, peer: str) -> None:
    """Forget the numbering for a peer."""
    _numbered(alias, peer).delete()


def _interest(alias: str, peer: str) -> Interest:
    # The peer's row is the lock: two exchanges of one laptop number one after the other.
    known = row_tables()[NodeRow].model._default_manager.using(alias)
    list(known.select_for_update().filter(stream=node_stream(peer)))
    found = find_rows(NodeRow, alias, Q(stream=node_stream(peer)))
    if not found:
        raise ValueError(f"no node {peer} here")
    return interest_of(found[0], find_rows(RoundRow, alias, Q(node=peer)))


def _streams(alias: str, interest: Interest) -> Iterator[str]:
    """Yield what ``interest.streams_for`` returns, without reading whole tables."""
    peer = interest.peer
    covered = (
        of_peer("origin", peer)
        | of_peer("holder", peer)
        | Q(releasing_to=peer)
        | Q(round__in=interest.rounds)
        | Q(desk__in=interest.desks)
        | Q(unit__in=interest.units)
        | Q(competent_unit__in=interest.units)
    )
    told = of_peer("node", peer)
    yield from interest.streams
    devices = list(_column(alias, NodeRow, "stream", Q()))
    yield from devices
    yield from slips_streams(peer, devices)
    yield from _column(alias, DossierRow, "stream", covered)
    yield from _column(alias, MessageRow, "dossier", told)
    yield from _column(alias, LeaseRow, "stream", told)
    ends = Q(from_desk__in=interest.ends) | Q(to_desk__in=interest.ends)
    yield from _column(alias, BagRow, "stream", ends)
    yield from _column(alias, LawRow, "stream", Q(for_all=True) | Q(unit=interest.unit))
    if interest.units:
        yield from _streams_of_units(alias, interest, covered)


def _streams_of_units(alias: str, interest: Interest, covered: Q) -> Iterator[str]:
    theirs = Q(unit__in=interest.units)
    yield from _column(alias, OfficerRow, "stream", theirs)
    yield from _column(alias, LeaseRow, "stream", theirs)
    yield from _column(alias, PointRow, "stream", theirs)
    dossiers = row_tables()[DossierRow].model._default_manager.using(alias).filter(covered)
    told = Q(dossier__in=dossiers.values("stream"))
    yield from _column(alias, MessageRow, "stream", told)
    acting = {
        *_column(alias, DossierRow, "received_by", covered),
        *_column(alias, MessageRow, "officer", told),
    }
    yield from (officer_stream(code) for code in acting - {""})


def _column(alias: str, row: type, column: str, condition: Q) -> Iterator[str]:
    model = row_tables()[row].model
    found = model._default_manager.using(alias).filter(condition)
    yield from found.values_list(column, flat=True)


def _unnumbered(alias: str, interest: Interest) -> list[str]:
    found: list[tuple[int, str]] = []
    for part in chunks(sorted(set(_streams(alias, interest)))):
        sql = _UNNUMBERED.format(marks=marks_for(part))
        found += fetch(alias, sql, [*part, interest.writer, interest.peer])
    return [entry_hash for _, entry_hash in sorted(found)]


def _numbered(alias: str, peer: str):  # type: ignore[no-untyped-def]
    return ExcerptRecord._default_manager.using(alias).filter(peer=peer)
