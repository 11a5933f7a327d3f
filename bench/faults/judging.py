"""What must hold after any faults (điều phải đúng): nothing lost, doubled or broken."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.faults.machines import Machine
from veban.actions.journal.verify import verify_node
from veban.core.dossiers.rows import DossierRow
from veban.store.rows.tables import find_rows
from veban.wiring.node import Node
from veban.wiring.opening import OFFICER, PHRASE, Opening, open_node


@dataclass(frozen=True, slots=True)
class Expected:
    """What was promised.

    Args:
        codes: Key of each reception → the code that was answered.
        scans: The files handed in, one a dossier.
    """

    codes: Mapping[str, str]
    scans: Sequence[Path]


def judge(centre: Machine, laptop: Machine, expected: Expected) -> list[str]:
    """Return what is wrong, in words; empty where all holds."""
    found, holders = [], []
    if doubled := [code for code, n in Counter(expected.codes.values()).items() if n > 1]:
        found.append(f"one code for several receptions: {doubled}")
    if len(expected.codes) != len(expected.scans):
        found.append(f"{len(expected.scans)} receptions, answered {len(expected.codes)}")
    for name, machine in (("centre", centre), ("laptop", laptop)):
        node = open_node(machine.folder, _opening(machine))
        found += [f"{name}: {what}" for what in _judge_one(node, expected)]
        holders.append({row.code: row.holder for row in _dossiers(node)})
        node.close()
    found += [f"centre: {scan.name} is not whole" for scan in _damaged(centre, expected)]
    if holders[0] != holders[1] or None in holders[0].values():
        found.append(f"holders at the centre {holders[0]} and at the laptop {holders[1]}")
    return found


def _opening(machine: Machine) -> Opening | None:
    told = machine.variables
    return Opening(told[OFFICER], told[PHRASE]) if told else None


def _judge_one(node: Node, expected: Expected) -> list[str]:
    found = []
    held, promised = (
        Counter(row.code for row in _dossiers(node)),
        Counter(expected.codes.values()),
    )
    if held != promised:
        lost, more = promised - held, held - promised
        found.append(f"lost {sorted(lost)}, doubled or strange {sorted(more)}")
    entries = [entry for _, entry in node.journal.arrived_after()]
    verified = verify_node(node.exchange.x, entries, node.journal.files())
    if verified["broken"] or verified["missing_files"]:
        found.append(f"verify says {verified}")
    if verified["files"] != len(expected.scans):
        found.append(f"{verified['files']} files for {len(expected.scans)} scans")
    if unplaced := node.journal.unplaced():
        found.append(f"{len(unplaced)} entries wait for their place")
    if not node.journal.rebuild()[1]:
        found.append("a rebuild gives other rows")
    return found


def _dossiers(node: Node) -> Sequence[DossierRow]:
    return list(find_rows(DossierRow, node.alias))


def _damaged(centre: Machine, expected: Expected) -> list[Path]:
    found = []
    for scan in expected.scans:
        digest = hashlib.sha256(scan.read_bytes()).hexdigest()
        kept = centre.folder / "blobs" / digest[:2] / digest[2:]
        if not kept.is_file() or kept.read_bytes() != scan.read_bytes():
            found.append(scan)
    return found
