"""Read ``rules/sequences.yaml``: in which order a family's procedures are offered."""

from typing import Any

from veban.core.procedures.sequence import Sequence, SequenceStep
from veban.edges.rulebook.shapes import RulesBroken, keys, source, text, texts


def parse_sequences(where: str, given: Any) -> tuple[Sequence, ...]:
    """Read all sequences, in the order of the file.

    Raises:
        RulesBroken: one has not the shape, or no step.
    """
    found = []
    for code, entry in given.items():
        said = keys(f"{where} {code}", entry, ("name", "steps"))
        if not isinstance(said["steps"], list) or not said["steps"]:
            raise RulesBroken(f"{where} {code}: expected steps, got {said['steps']!r}")
        steps = tuple(_step(f"{where} {code}", step) for step in said["steps"])
        found.append(Sequence(text(where, code), text(where, said["name"]), steps))
    return tuple(found)


def _step(where: str, given: Any) -> SequenceStep:
    said = keys(where, given, ("procedures", "why", "source"))
    codes = texts(where, said["procedures"])
    return SequenceStep(codes, text(where, said["why"]), source(where, said["source"]))
