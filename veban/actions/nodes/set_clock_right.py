"""Say that the clock is right (xác nhận đồng hồ đã đúng), after it had run ahead."""

from datetime import datetime

from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Step, World, Writing
from veban.core.journal.clock import ClockBehindCentre, ClockSetRight, clock_stream, is_behind
from veban.core.people.officers import OfficerLacksRole
from veban.core.people.roles import Role
from veban.core.shared.local_time import format_instant

MAY_SAY = (Role.ADMIN, Role.MANAGER, Role.RECEIVER)
"""In a village there is often nobody but who receives; the entry names the officer."""


def set_clock_right(world: World, officer: str, centre_said: datetime | None = None) -> bool:
    """Write that an officer compared the clock and found it right; then writing goes on.

    Args:
        world: This node, whose last entry bears a time still to come.
        officer: Who compared.
        centre_said: The time in the centre's last greeting; a right clock is not behind it.

    Returns:
        Whether there was anything to say; False where the clock is not behind.

    Raises:
        OfficerLacksRole: only an administrator, a manager or a receiver says so.
        ClockBehindCentre: the centre has already seen a later time.
    """

    def decide(writing: Writing) -> Decided:
        if not get_officer(writing, officer).has(*MAY_SAY):
            raise OfficerLacksRole(move="set_clock_right", roles=[role.value for role in MAY_SAY])
        now, last = world.clock.now(), last_recorded_at(world)
        if last is None or not is_behind(now, last):
            return Decided([], {"written": False})
        if is_behind(now, centre_said):
            raise ClockBehindCentre(clock=format_instant(now))
        stream = clock_stream(world.me.node)
        version = len(writing.history(stream))
        step = Step(stream, version, [ClockSetRight(now, last)], now, officer)
        return Decided([step], {"written": True})

    key = f"clock:{world.me.node}:{world.random.token(8).hex()}"
    return bool(once(world, key, officer, decide)["written"])


def last_recorded_at(world: World) -> datetime | None:
    """Return the time that this node's last entry bears; None where it has written nothing."""
    _, last = world.journal.chains().get(world.me.node, (0, ""))
    entry = world.journal.entry(last) if last else None
    return entry.header.recorded_at if entry else None
