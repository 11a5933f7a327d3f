"""Rows by the peer for whom they were written, whatever its writer was called (người ghi)."""

from django.db.models import Q


def of_peer(field: str, peer: str) -> Q:
    """Return the condition that a field names a peer or one of its writers.

    Args:
        field: A column that holds a writer's name.
        peer: The peer; see ``veban.core.nodes.writers``.
    """
    return Q(**{field: peer}) | Q(**{f"{field}__startswith": f"{peer}-r"})
