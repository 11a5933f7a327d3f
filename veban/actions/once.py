"""Do a command once (một lần duy nhất): a repeat of its key gets the first answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from veban.actions.ports import Answer, Step, World, Writing
from veban.core.journal.refusals import KeyReused, KeyTaken, StreamMoved
from veban.core.shared.canonical import digest

TRIES = 5
"""How often a decision is made anew when somebody else wrote in between."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What a command does and what it is answered."""

    steps: Sequence[Step]
    body: dict[str, Any]


def once(
    world: World, key: str, content: object, decide: Callable[[Writing], Decided]
) -> dict[str, Any]:
    """Run a decision in one write transaction, unless its key was answered before.

    Args:
        world: The node.
        key: The command's key, made where it was typed.
        content: The command as JSON, to tell a repeat from another command.
        decide: Reads through the transaction and decides; may run again after a clash.

    Returns:
        The answer, the first one where the key was known.

    Raises:
        KeyReused: the key was used for other content.
        Refused: what ``decide`` refuses; nothing is written.
    """
    mark = digest(content)
    for attempt in range(TRIES):
        try:
            with world.journal.writing() as writing:
                earlier = writing.answer(key)
                if earlier is None:
                    decided = decide(writing)
                    writing.write(key, decided.steps, Answer(key, mark, decided.body))
                    return decided.body
        except (StreamMoved, KeyTaken):
            if attempt == TRIES - 1:
                raise
            continue
        if earlier.digest != mark:
            raise KeyReused(key=key)
        return earlier.body
    raise StreamMoved()
