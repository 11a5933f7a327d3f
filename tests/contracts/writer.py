"""Another process that writes into a journal: ``python -m tests.contracts.writer SPEC``.

SPEC is JSON: the database's configuration (a SQLCipher key in hex), the node, a name, how many.
"""

import json
import sys

from tests.contracts.notes import MORNING, NEW, note
from tests.contracts.stores import KEY
from tests.worlds.memory import CountedBytes, SetClock
from veban.actions.ports import Answer, Step
from veban.core.journal.refusals import KeyTaken, StreamMoved
from veban.store.databases.register import register
from veban.store.journal.journal import DjangoJournal


def run(spec: dict) -> None:
    config = spec["config"]
    if "key" in config["OPTIONS"]:
        config["OPTIONS"]["key"] = KEY
    register("writer", config)
    name = spec["name"]
    journal = DjangoJournal("writer", spec["node"], SetClock(MORNING), CountedBytes(name), NEW)
    for n in range(spec["count"]):
        take_note(journal, spec["stream"], f"{name}:{n}" if spec["own_keys"] else f"k{n}", n)
    journal.close()


def take_note(journal: DjangoJournal, stream: str, key: str, number: int) -> bool:
    """Write as the use cases do: again where somebody was faster; True if it was us."""
    while True:
        try:
            with journal.writing() as writing:
                if writing.answer(key) is not None:
                    return False
                version = len(writing.history(stream))
                step = Step(stream, version, [note(number, "Lò Văn Thử")], MORNING, "lan")
                writing.write(key, [step], Answer(key, "d", {"n": number}))
            return True
        except (KeyTaken, StreamMoved):
            continue


if __name__ == "__main__":
    run(json.loads(sys.argv[1]))
