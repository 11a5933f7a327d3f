"""Open invitations of laptops (lời mời máy lưu động) in a centre's database."""

from veban.actions.nodes.invite import Invitation
from veban.store.exchange.tables import InvitationRecord


class DjangoInvitations:
    """The invitations port on a database that ``databases.register`` knows."""

    def __init__(self, alias: str) -> None:
        self._alias = alias

    def keep(self, invitation: Invitation) -> None:
        InvitationRecord._default_manager.using(self._alias).update_or_create(
            mark=invitation.mark,
            defaults={
                "secret": invitation.secret.hex(),
                "node": invitation.node,
                "until": invitation.until,
                "used_by": invitation.used_by,
            },
        )

    def find(self, mark: str) -> Invitation | None:
        found = InvitationRecord._default_manager.using(self._alias).filter(mark=mark).first()
        if found is None:
            return None
        secret = bytes.fromhex(found.secret)
        return Invitation(found.mark, secret, found.node, found.until, found.used_by)
