"""Renumber one of two dossiers that share a code (đổi mã hồ sơ bị trùng)."""

from dataclasses import dataclass
from typing import Any

from veban.actions.dossiers.merge import may_write
from veban.actions.numbers.allot import get_lease
from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Step, World, Writing
from veban.core.dossiers.events import Words
from veban.core.dossiers.refusals import DossierUnknown, NotHolder
from veban.core.dossiers.renumber import CodeNotDoubled, DossierRenumbered
from veban.core.dossiers.state import Dossier, fold
from veban.core.dossiers.typed import check_key
from veban.core.numbers.allot import next_serial
from veban.core.numbers.dossier_code import DossierCode
from veban.core.people.officers import OfficerLacksRole
from veban.core.people.roles import Role
from veban.core.shared.local_time import local_day
from veban.core.shared.shape import InputWrong


@dataclass(frozen=True, slots=True)
class Renumber:
    """Who renumbers which of the two, and why.

    Args:
        key: Made where it was typed.
        stream: The dossier's stream, since its code does not tell it from the other.
        officer: Code of a manager.
        reason: Why this one.
    """

    key: str
    stream: str
    officer: str
    reason: str


def renumber(world: World, wanted: Renumber) -> dict[str, Any]:
    """Give a dossier a code of this node's lane on its day of reception.

    Returns:
        ``old`` and ``code``.

    Raises:
        DossierUnknown: there is no such dossier, or it was not received by us.
        CodeNotDoubled: nobody else carries its code.
        NotHolder: another node writes it.
        OfficerLacksRole: only a manager renumbers.
        LaneNotForDay, LaneUsedUp: there is no number on that day.
        InputWrong: the reason is blank.
    """
    check_key(wanted.key)
    if not wanted.reason.strip():
        raise InputWrong("text", "reason")

    def decide(writing: Writing) -> Decided:
        if not get_officer(writing, wanted.officer).has(Role.MANAGER):
            raise OfficerLacksRole(move="renumber", roles=[Role.MANAGER.value])
        dossier = fold(writing.history(wanted.stream))
        if dossier is None or dossier.received is None:
            raise DossierUnknown(code=wanted.stream)
        old = dossier.code
        if not _shared(world, writing, dossier):
            raise CodeNotDoubled(code=old)
        if not may_write(world, dossier):
            raise NotHolder(code=old)
        code = _new_code(world, writing, dossier)
        event = DossierRenumbered(code, old, Words(wanted.reason.strip()))
        now = world.clock.now()
        step = Step(dossier.stream, dossier.version, [event], now, wanted.officer)
        return Decided([step], {"old": old, "code": code})

    content = [wanted.stream, wanted.officer, wanted.reason]
    return once(world, wanted.key, content, decide)


def _shared(world: World, writing: Writing, dossier: Dossier) -> bool:
    """Tell whether another dossier carries the same code now.

    So the old number stays used up by that one, whatever happens to this one.
    """
    for streams in world.work.doubled():
        if dossier.stream in streams:
            others = (fold(writing.history(s)) for s in streams if s != dossier.stream)
            if any(o is not None and o.received and o.code == dossier.code for o in others):
                return True
    return False


def _new_code(world: World, writing: Writing, dossier: Dossier) -> str:
    received = dossier.received
    if received is None:
        raise ValueError(f"{dossier.stream} was not received by us")
    day = local_day(received.received_at)
    lease = get_lease(writing, world.me.node, received.unit, day)
    low, high = lease.from_serial, lease.highest_serial
    used = writing.used_serials(lease.agency, day, low, high)
    serial = next_serial(lease, day, used.highest, used.slips)
    return str(DossierCode(lease.agency, day, serial))
