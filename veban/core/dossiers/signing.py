"""Whoever received a dossier does not sign its result (người tiếp nhận không ký)."""

from veban.core.dossiers.commands import DoMove
from veban.core.dossiers.move_context import MoveContext
from veban.core.dossiers.refusals import SignerReceivedIt
from veban.core.dossiers.state import Dossier
from veban.core.people.roles import Role


def override_given(
    dossier: Dossier, command: DoMove, context: MoveContext, reason: str | None
) -> str | None:
    """Return the reason by which the receiver may sign after all; None where none is needed.

    Args:
        dossier: The dossier.
        command: The signature.
        context: Who signs, with roles.
        reason: Why nobody else can sign, as a manager wrote it.

    Raises:
        SignerReceivedIt: the signer received the dossier, and is no manager or gave no reason.
    """
    if dossier.received_by != command.officer:
        return None
    given = (reason or "").strip()
    if not given or not context.officer.has(Role.MANAGER):
        raise SignerReceivedIt()
    return given
