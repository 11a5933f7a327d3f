"""Erase everything about people in a visit (xóa dữ liệu cá nhân của lượt đến bàn)."""

from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Step, World, Writing
from veban.actions.slips.visit import VisitUnknown
from veban.core.people.officers import OfficerLacksRole
from veban.core.people.roles import Role
from veban.core.visits.table import VisitErased, visit_rows


def erase_visit(world: World, visit: str, officer: str, legal_basis: str) -> None:
    """Write the erasure into the visit; it travels, and no figure moves.

    Raises:
        VisitUnknown: there is no such visit here.
        OfficerLacksRole: only an administrator or a manager erases.
    """
    stream = f"visit/{visit}"

    def decide(writing: Writing) -> Decided:
        history = writing.history(stream)
        if not visit_rows(stream, history):
            raise VisitUnknown(visit=visit)
        if not get_officer(writing, officer).has(Role.ADMIN, Role.MANAGER):
            raise OfficerLacksRole(move="erase", roles=[Role.ADMIN.value, Role.MANAGER.value])
        step = Step(stream, len(history), [VisitErased(legal_basis)], world.clock.now(), officer)
        return Decided([step], {"visit": visit})

    once(world, f"erase:{world.random.token(8).hex()}", visit, decide)
