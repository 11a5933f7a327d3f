"""What lies ready for the program itself to do (việc đang chờ), read from the rows."""

from collections.abc import Collection, Mapping, Sequence

from django.db.models import Count, Q, QuerySet

from veban.actions.ports_work import NamedFile
from veban.core.bags.bag import BagRow, BagState
from veban.core.dossiers.codes import CLOSED, DossierState
from veban.core.dossiers.messages import MessageRow
from veban.core.dossiers.rows import CodeRow, DossierRow, SettledRow, portal_codes
from veban.core.nodes.events import NodeKind
from veban.core.nodes.leases import LeaseRow
from veban.core.nodes.rows import NodeRow
from veban.core.nodes.writers import peer_of
from veban.core.numbers.lane import Lease
from veban.core.rounds.round import RoundRow
from veban.store.journal.named import files_named, files_written
from veban.store.journal.reading import chunks
from veban.store.rows.tables import find_rows, row_tables
from veban.store.rows.writers import of_peer


class DjangoWork:
    """The work port on a database that ``databases.register`` knows.

    Args:
        alias: The database's alias.
        me: This node's id.
    """

    def __init__(self, alias: str, me: str) -> None:
        self._alias = alias
        self._me = me
        self._peer = peer_of(me)

    def ready_to_release(self) -> Sequence[str]:
        closed = [int(state) for state in CLOSED]
        over = self._table(RoundRow).filter(closed=True).values("round")
        let_go = Q(kept=False) | Q(round__in=over)
        mine = Q(holder=self._me, erased=False) & let_go
        return self._dossiers(mine & ~Q(state__in=closed))

    def released_here(self) -> Sequence[str]:
        return self._dossiers(Q(holder=None, releasing_to__in=[self._me, self._peer]))

    def held_by(self, node: str) -> Sequence[str]:
        closed = [int(state) for state in CLOSED]
        theirs = of_peer("holder", node) | Q(holder=None, releasing_to=node)
        return self._dossiers(theirs & Q(erased=False) & ~Q(state__in=closed))

    def open_bags(self, desk: str) -> Sequence[str]:
        mine = Q(state=BagState.OPEN.value, from_desk=desk)
        found = self._table(BagRow).filter(mine).order_by("stream")
        return list(found.values_list("stream", flat=True))

    def passed_on(self, units: Collection[str] | None) -> Sequence[tuple[str, str]]:
        closed = [int(state) for state in CLOSED]
        mine = Q(holder=self._me, at_unit__isnull=False, erased=False) & ~Q(state__in=closed)
        wanted = mine if units is None else mine & Q(at_unit__in=sorted(units))
        found = self._table(DossierRow).filter(wanted).order_by("stream")
        return list(found.values_list("stream", "at_unit"))

    def centres(self) -> Mapping[str, str]:
        joined = Q(kind=NodeKind.CENTRE.value, state="joined")
        found = self._table(NodeRow).filter(joined).order_by("stream")
        return dict(found.values_list("unit", "node"))

    def leases(self, agency: str) -> Sequence[Lease]:
        rows = find_rows(LeaseRow, self._alias, Q(agency=agency), order=("given_at", "stream"))
        return [row.lease() for row in rows]

    def messages_about(self, dossier: str) -> Sequence[str]:
        rows = find_rows(MessageRow, self._alias, Q(dossier=dossier))
        return [row.stream for row in rows]

    def files_written(self, writer: str, after: int) -> Sequence[NamedFile]:
        return files_written(self._alias, writer, after)

    def files_named(self, streams: Collection[str]) -> Sequence[NamedFile]:
        return files_named(self._alias, streams)

    def done_with(self, round_id: str) -> Sequence[str]:
        going_on = find_rows(RoundRow, self._alias, Q(node=self._peer, closed=False))
        desks = [f"node:{self._peer}", *(f"round:{row.round}" for row in going_on)]
        carried = Q(state=int(DossierState.DONE), desk__in=desks)
        dossiers = self._dossiers(Q(round=round_id) & ~carried)
        told = [
            row.stream
            for part in chunks(dossiers)
            for row in find_rows(MessageRow, self._alias, Q(dossier__in=part))
        ]
        return [*dossiers, *told]

    def unsettled_messages(self) -> Sequence[str]:
        ours = Q(holder=self._me) | Q(holder=None, releasing_to=None)
        dossiers = self._table(DossierRow).filter(ours).values("stream")
        settled = self._table(SettledRow).values("message")
        wanted = Q(dossier__in=dossiers) & ~Q(hash__in=settled)
        found = find_rows(MessageRow, self._alias, wanted, order=("at", "stream"))
        return [row.stream for row in found]

    def doubled(self) -> Sequence[tuple[str, ...]]:
        often = self._table(CodeRow).values("code").annotate(streams=Count("stream", distinct=True))
        shared = often.filter(streams__gt=1).values("code")
        together: dict[str, list[str]] = {}
        for row in find_rows(CodeRow, self._alias, Q(code__in=shared), order=("code", "stream")):
            together.setdefault(row.code, []).append(row.stream)
        return [tuple(dict.fromkeys(streams)) for streams in together.values()]

    def portal_codes(self) -> Sequence[tuple[str, str]]:
        named = dict(self._table(DossierRow).values_list("stream", "code"))
        found = self._table(CodeRow).values_list("stream", "part", "code", "system")
        return portal_codes(named, found.iterator())

    def _table(self, row_type: type) -> QuerySet:
        return row_tables()[row_type].model._default_manager.using(self._alias)

    def _dossiers(self, condition: Q) -> list[str]:
        return [row.stream for row in find_rows(DossierRow, self._alias, condition)]
