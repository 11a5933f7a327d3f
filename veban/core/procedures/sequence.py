"""In which order a family's procedures are offered (thứ tự thủ tục): first what the rest needs."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from veban.core.law.dated import Source


@dataclass(frozen=True, slots=True)
class SequenceStep:
    """One step.

    Args:
        procedures: Codes of which one is wanted.
        why: Why it stands here, in Vietnamese.
        source: Where that is written, and how far it was checked.
    """

    procedures: tuple[str, ...]
    why: str
    source: Source

    def is_done(self, taken: Collection[str]) -> bool:
        """Tell whether one of its procedures was taken in."""
        return not set(self.procedures).isdisjoint(taken)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Steps that belong together, the first one first."""

    code: str
    name: str
    steps: tuple[SequenceStep, ...]

    def before(self, procedure: str, taken: Collection[str]) -> tuple[SequenceStep, ...]:
        """Return the steps before a procedure that nobody took in or went past."""
        here = [n for n, step in enumerate(self.steps) if procedure in step.procedures]
        earlier = self.steps[: here[0]] if here else ()
        done = [n for n, step in enumerate(earlier) if step.is_done(taken)]
        return earlier[done[-1] + 1 :] if done else earlier

    def following(self, taken: Collection[str]) -> SequenceStep | None:
        """Return the step after the last one taken in; None where none was or none follows."""
        done = [n for n, step in enumerate(self.steps) if step.is_done(taken)]
        after = self.steps[done[-1] + 1 :] if done else ()
        return after[0] if after else None


def steps_before(
    sequences: Iterable[Sequence], procedure: str, taken: Collection[str]
) -> tuple[SequenceStep, ...]:
    """Return what is better done before a procedure, of all sequences.

    Args:
        sequences: All that are known.
        procedure: The procedure that is about to be taken in.
        taken: Procedures taken in at this sitting.
    """
    return tuple(step for one in sequences for step in one.before(procedure, taken))


def steps_following(
    sequences: Iterable[Sequence], taken: Collection[str]
) -> tuple[SequenceStep, ...]:
    """Return what comes next at a sitting, of all sequences that it has begun."""
    return tuple(step for one in sequences if (step := one.following(taken)))
