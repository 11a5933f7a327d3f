"""Record who looks at a dossier's people (ghi lượt xem dữ liệu cá nhân)."""

from veban.core.dossiers.rows import DossierRow
from veban.core.people.looks import Look, LookAt
from veban.store.looks.looks import record_look
from veban.web.serving import Node
from veban.web.visitor import Visitor, real_now


def note_look(node: Node, visitor: Visitor, row: DossierRow) -> None:
    """Note the look before anything is shown; who sees no persons looks at nobody."""
    if visitor.scope.persons:
        look = Look(real_now(), visitor.code, LookAt.DOSSIER, row.stream)
        record_look(node.alias, look)
