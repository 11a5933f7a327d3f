"""Record who looks at whose data (ghi lượt xem dữ liệu cá nhân)."""

from veban.core.people.looks import Look, LookAt
from veban.store.looks.looks import record_look
from veban.web.serving import Node
from veban.web.visitor import Visitor, real_now


def note_look(node: Node, visitor: Visitor, what: LookAt, subject: str, count: int = 1) -> None:
    """Note the look before anything is shown; who sees no persons looks at nobody.

    Args:
        node: Where.
        visitor: Who looks.
        what: What kind of thing shows the persons.
        subject: A stream, a machine's code, or which list it is; never a name.
        count: How many persons are shown; where it is nobody, nothing is noted.
    """
    if visitor.scope.persons and count:
        record_look(node.alias, Look(real_now(), visitor.code, what, subject, count))
