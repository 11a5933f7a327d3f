"""A round pack (gói của đợt): how large for a commune, how long to make and to open."""

import random
import time
from datetime import timedelta
from typing import Any

from bench.folders import throw_away_folder
from bench.laptop import join_laptop
from bench.lives import do_not_wait_for_the_disk, receive_many, wait_for_the_disk
from bench.office import make_centre, served
from bench.people import make_name
from veban.actions.rounds.lay_roster import LayRoster, lay_round_roster
from veban.actions.rounds.open_round import RoundPlan, open_round
from veban.core.rounds.roster import RosterPerson
from veban.core.shared.local_time import local_day
from veban.wiring.node import Node
from veban.wiring.packs import read_pack, write_pack

VILLAGES = tuple(f"Bản {n}" for n in range(1, 16))


def measure(people: int) -> dict[str, Any]:
    """Lay a whole commune into one round's roster, pack it and open it on the laptop.

    Args:
        people: How many stand on the roster; the centre holds five dossiers for four of them.
    """
    with throw_away_folder() as folder:
        centre = make_centre(folder / "centre")
        with served(centre.folder) as server:
            laptop = join_laptop(centre, server.port, folder / "laptop")
        tomorrow = local_day(centre.world.clock.now()) + timedelta(days=1)
        plan = RoundPlan("Đo", [tomorrow], VILLAGES, laptop.world.me.node, [])
        round_id = open_round(centre.world, centre.world.me.unit, plan)
        chance = random.Random(7)
        roster = [make_person(chance, n) for n in range(people)]
        lay_round_roster(centre.world, LayRoster(round_id, roster))
        do_not_wait_for_the_disk(centre)
        dossiers = len(receive_many(centre, people * 5 // 4, random.Random(766)))
        wait_for_the_disk(centre)
        proof = _time_the_proof(centre)
        begin = time.perf_counter()
        head, size = write_pack(centre, round_id, folder / "r.pack")
        made = time.perf_counter()
        with (folder / "r.pack").open("rb") as file:
            opened = read_pack(laptop, file)
        done = time.perf_counter()
        laptop.close()
        centre.close()
    return {
        "people": head.people,
        "dossiers_at_the_centre": dossiers,
        **proof,
        "bytes": size,
        "bytes_a_person": round(size / people, 1),
        "entries_taken": opened.taken.entries,
        "make_s": round(made - begin, 2),
        "open_s": round(done - made, 2),
    }


def _time_the_proof(centre: Node) -> dict[str, Any]:
    """Measure what making a pack asks first: whole chains, and rows as a rebuild makes them."""
    begin = time.perf_counter()
    entries, broken = centre.journal.verify()
    verified = time.perf_counter()
    differing = centre.journal.differing_rows()
    compared = time.perf_counter()
    return {
        "entries": entries,
        "complete": not broken and not differing,
        "verify_s": round(verified - begin, 2),
        "compare_s": round(compared - verified, 2),
    }


def make_person(chance: random.Random, n: int) -> RosterPerson:
    """Return an invented person whose birth date and household cannot be guessed."""
    year, month, day = (
        chance.randrange(1930, 2027),
        chance.randrange(1, 13),
        chance.randrange(1, 29),
    )
    return RosterPerson(
        number=f"{chance.randrange(10**9):012}",
        full_name=make_name(chance),
        birth_date=f"{year}-{month:02}-{day:02}",
        sex=chance.choice("MF"),
        village=chance.choice(VILLAGES),
        household=str(n // 5),
        groups=tuple(group for group in ("poor", "aged_60") if chance.random() < 0.2),
    )
