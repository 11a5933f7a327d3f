"""Erase everything about people in a dossier (xóa dữ liệu cá nhân), here and on every node."""

from veban.actions.dossiers.do import get_dossier
from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Step, World, Writing
from veban.core.dossiers.events import DossierErased
from veban.core.dossiers.refusals import NotHolder
from veban.core.people.officers import OfficerLacksRole
from veban.core.people.roles import Role


def erase_dossier(world: World, code: str, officer: str, legal_basis: str) -> None:
    """Write the erasure into the dossier and into every message about it.

    The chain still verifies and no figure moves; the entries travel, so that other nodes
    erase as well.

    Raises:
        DossierUnknown: no dossier has this code.
        NotHolder: another node holds it.
        OfficerLacksRole: only an administrator or a manager erases.
    """

    def decide(writing: Writing) -> Decided:
        dossier = get_dossier(writing, code)
        if not get_officer(writing, officer).has(Role.ADMIN, Role.MANAGER):
            raise OfficerLacksRole(move="erase", roles=[Role.ADMIN.value, Role.MANAGER.value])
        if dossier.holder not in (world.me.node, None):
            raise NotHolder(code=code)
        now, event = world.clock.now(), DossierErased(legal_basis)
        steps = [Step(dossier.stream, dossier.version, [event], now, officer)]
        for stream in (*dossier.absorbed, *world.work.messages_about(dossier.stream)):
            steps.append(Step(stream, len(writing.history(stream)), [event], now, officer))
        return Decided(steps, {"code": code})

    once(world, f"erase:{world.random.token(8).hex()}", code, decide)
