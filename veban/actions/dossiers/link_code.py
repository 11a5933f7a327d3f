"""Link an official code to a dossier (gắn mã hồ sơ chính thức)."""

from typing import Any

from veban.actions.dossiers.do import decide_move, get_dossier
from veban.actions.dossiers.merge import merge_doubled
from veban.actions.once import Decided, once
from veban.actions.ports import World, Writing
from veban.core.dossiers.commands import DoMove
from veban.core.dossiers.portal_line import portal_line
from veban.core.dossiers.portal_names import RecordName
from veban.core.dossiers.standing import standing
from veban.core.people.officers import PROGRAM

MOVE = "link_code"


def link_code(
    world: World, code: str, system: str, official: str, officer: str = PROGRAM
) -> dict[str, Any]:
    """Note that another system gave a dossier a code; saying it again changes nothing.

    A record imported under that code before goes into this dossier. Where another node holds
    the dossier the fact becomes a message.

    Args:
        world: The node.
        code: Any code of the dossier.
        system: The system that gave the official code.
        official: The official code.
        officer: Who says so; the program itself where nobody is named.

    Returns:
        ``code``, ``official_codes`` and ``state``, which is ``sent`` for a message.

    Raises:
        Refused: no such dossier or officer, not the officer's role, or no code at all.
    """
    key = f"entered:{world.random.token(8).hex()}"
    now = world.clock.now()
    command = DoMove(key, code, MOVE, officer, now, {"system": system, "official": official})

    def decide(writing: Writing) -> Decided:
        decided = decide_move(world, writing, command)
        is_known = writing.find_stream(official) == writing.find_stream(code)
        return Decided([] if is_known else decided.steps, decided.body)

    answer = once(world, key, [code, system, official, officer], decide)
    merge_doubled(world)
    codes, state = _as_it_stands(world, code)
    sent = answer["state"] if isinstance(answer["state"], str) else None
    return {"code": code, "official_codes": codes, "state": sent or state}


def _as_it_stands(world: World, code: str) -> tuple[list[str], int]:
    with world.journal.writing() as writing:
        dossier = get_dossier(writing, code)
        line = portal_line(writing.history(dossier.stream)) or {}
    return list(line.get(RecordName.OFFICIAL_CODES, ())), int(standing(dossier).state)
