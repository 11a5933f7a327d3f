"""How far a dossier on a laptop has come (hồ sơ đã đến đâu), in words."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.utils.translation import gettext as _

from veban.core.dossiers.rows import DossierRow
from veban.core.journal.history import Placed
from veban.exchange.whereabouts import Whereabouts, whereabouts
from veban.store.queries.messages import MessageSeen
from veban.web.serving import Node, serving_of


def tell_where(
    request: HttpRequest,
    node: Node,
    row: DossierRow,
    history: Sequence[Placed],
    messages: Sequence[MessageSeen],
) -> list[tuple[str, bool]]:
    """Return the three honest states of a dossier on a laptop, each with whether it is reached."""
    me = node.world.me
    if not serving_of(request).is_field:
        return []
    sent = [node.world.journal.entry(message.row.hash) for message in messages]
    headers = [step.header for step in history] + [entry.header for entry in sent if entry]
    written = [header.seq for header in headers if header.node == me.node]
    where = whereabouts(written, node.centre_has(), row.holder, me.centre or "")
    return [
        (_("Có trên máy này"), True),
        (_("Trung tâm đã nhận"), where is not Whereabouts.ON_DEVICE),
        (_("Trung tâm đã xử lý tiếp"), where is Whereabouts.APPLIED),
    ]
