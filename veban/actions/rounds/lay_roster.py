"""Lay people into a round's roster (lập danh sách nhân khẩu của đợt)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from veban.actions.once import Decided, once
from veban.actions.ports import Histories, Rules, Step, World, Writing
from veban.core.rounds.roster import RosterPerson, lay_roster, people_laid, roster_stream
from veban.core.rounds.roster_line import Wanted, check_groups
from veban.core.rounds.round import RoundRow, RoundUnknown, round_rows, round_stream
from veban.core.shared.fold_text import fold_text


@dataclass(frozen=True, slots=True)
class LayRoster:
    """Who is to be on a round's roster.

    Args:
        round: The round.
        people: All of them, in the order of the list.
        officer: Whose list it is; ``node`` for the program itself.
    """

    round: str
    people: Sequence[RosterPerson]
    officer: str = "node"


def get_round(histories: Histories, round_id: str) -> RoundRow:
    """Return a round.

    Raises:
        RoundUnknown: no round has this id here.
    """
    stream = round_stream(round_id)
    rows = round_rows(stream, histories.history(stream))
    if not rows:
        raise RoundUnknown(round=round_id)
    return rows[0]


def wanted_for(rules: Rules, row: RoundRow, groups: Sequence[str]) -> Wanted:
    """Return whom a round's roster takes: the people of its villages, and of these groups.

    Args:
        rules: The law; ages are those of the round's first day.
        row: The round.
        groups: Names of groups; empty takes everybody.

    Raises:
        RosterGroupUnknown: nobody knows one of the groups.
    """
    ages = rules.ages(row.first_day)
    check_groups(groups, ages)
    villages = frozenset(fold_text(village) for village in row.villages.split("\n"))
    return Wanted(row.unit, villages, tuple(groups), row.first_day, ages)


def lay_round_roster(world: World, command: LayRoster) -> dict[str, Any]:
    """Make these people the roster of a round; the same list again changes nothing.

    Returns:
        The round, how many people its roster has, and how many of each group.

    Raises:
        RoundUnknown: no round has this id here.
        RosterGone: the round is closed, or its roster was erased.
    """
    stream, people = roster_stream(command.round), tuple(command.people)
    counted = dict(Counter(sorted(group for one in people for group in one.groups)))
    body = {"round": command.round, "people": len(people), "groups": counted}

    def decide(writing: Writing) -> Decided:
        history = writing.history(stream)
        events = lay_roster(get_round(writing, command.round), history, people)
        if [event.person for event in events] == people_laid(history):
            return Decided([], body)
        step = Step(stream, len(history), events, world.clock.now(), command.officer)
        return Decided([step], body)

    key = f"roster:{world.random.token(8).hex()}"
    return once(world, key, command.round, decide)
