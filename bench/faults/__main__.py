"""Break laptop and centre for minutes or hours: ``python -m bench.faults --minutes 120``."""

import argparse
import json
import sys
import time
from dataclasses import asdict
from typing import Any

from bench.faults.killing import Plan, Schedule
from bench.folders import throw_away_folder


def main() -> int:
    """Play schedules until the time is over, one at least; 1 where anything was found."""
    told = _arguments()
    until, failed, kills, count = time.monotonic() + told.minutes * 60, [], 0, 0
    while count == 0 or time.monotonic() < until:
        with throw_away_folder() as folder:
            plan = Plan(told.seed + count, told.kills, told.dossiers)
            ran = Schedule(plan, folder).play()
        count += 1
        kills += sum(ran.kills.values())
        failed += [ran.seed] if ran.found else []
        _put(asdict(ran))
    _put({"schedules": count, "kills": kills, "failed_seeds": failed})
    return 1 if failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.faults")
    parser.add_argument("--minutes", type=float, default=0.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=25)
    parser.add_argument("--dossiers", type=int, default=30)
    return parser.parse_args()


def _put(answer: dict[str, Any]) -> None:
    print(json.dumps(answer, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    sys.exit(main())
