"""What lies ready for the program itself to do, read from the rows (việc đang chờ)."""

from collections.abc import Sequence

from django.db.models import Q

from veban.core.dossiers.codes import CLOSED
from veban.core.dossiers.messages import MessageRow
from veban.core.dossiers.rows import DossierRow, SettledRow
from veban.core.nodes.leases import LeaseRow
from veban.core.numbers.lane import Lease
from veban.store.rows.tables import find_rows


class DjangoWork:
    """The work port on a database.

    Args:
        alias: The database's alias.
        me: This node's id.
    """

    def __init__(self, alias: str, me: str) -> None:
        self._alias = alias
        self._me = me

    def ready_to_release(self) -> Sequence[str]:
        return self._dossiers(
            Q(holder=self._me, releasing_to=None, kept=False) & ~Q(state__in=CLOSED)
        )

    def released_here(self) -> Sequence[str]:
        return self._dossiers(Q(releasing_to=self._me))

    def leases(self, agency: str) -> Sequence[Lease]:
        order = ("given_at", "stream", "part")
        found = find_rows(LeaseRow, self._alias, Q(agency=agency), order=order)
        return [row.lease() for row in found]

    def messages_about(self, dossier: str) -> Sequence[str]:
        return [row.stream for row in find_rows(MessageRow, self._alias, Q(dossier=dossier))]

    def unsettled_messages(self) -> Sequence[str]:
        held = self._dossiers(Q(holder=self._me))
        settled = {row.message for row in find_rows(SettledRow, self._alias)}
        found = find_rows(MessageRow, self._alias, order=("at", "stream"))
        return [row.stream for row in found if row.dossier in held and row.hash not in settled]

    def _dossiers(self, condition: Q) -> list[str]:
        return [row.stream for row in find_rows(DossierRow, self._alias, condition)]
