"""A process that dies inside its write transaction, without a word to the database."""

import json
import os
import sys

from tests.contracts.notes import MORNING, NEW, note
from tests.contracts.stores import KEY
from tests.worlds.memory import CountedBytes, SetClock
from veban.actions.ports import Answer, Step
from veban.store.databases.register import register
from veban.store.journal.journal import DjangoJournal


def run(config: dict) -> None:
    if "key" in config["OPTIONS"]:
        config["OPTIONS"]["key"] = KEY
    register("writer", config)
    journal = DjangoJournal("writer", "n1", SetClock(MORNING), CountedBytes("dying"), NEW)
    with journal.writing() as writing:
        step = Step("note/a", 1, [note(2, "Lò Văn Thử"), note(3)], MORNING, "lan")
        writing.write("k", [step], Answer("k", "d", {"n": 1}))
        sys.stdout.write("written")
        sys.stdout.flush()
        os._exit(9)


if __name__ == "__main__":
    run(json.loads(sys.argv[1]))
