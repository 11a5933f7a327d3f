"""Dossiers' lives played by the program's own use cases (vòng đời hồ sơ)."""

import random
from datetime import UTC, datetime

from django.db import connections

from bench.people import make_reception
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.core.dossiers.commands import DoMove, ReceiveDossier
from veban.core.shared.shape import read_shape
from veban.wiring.node import Node

LIFE = (
    ("hand_over", "lan", {"to": "minh"}),
    ("transfer", "minh", {}),
    ("sign", "sua", {"result": "Giấy xác nhận"}),
    ("hand_back", "lan", {"to": "Vàng Thị Dua"}),
)
"""Move, officer and details, after the reception."""


def receive_many(node: Node, count: int, chance: random.Random) -> list[str]:
    """Receive that many invented dossiers and return their codes."""
    return [_receive(node, chance) for _ in range(count)]


def live_through(node: Node, code: str) -> None:
    """Play a received dossier to its end."""
    for move, officer, details in LIFE:
        line = {
            "key": f"{code}:{move}",
            "code": code,
            "move": move,
            "officer": officer,
            "at": datetime.now(UTC).isoformat(),
            "with": details,
        }
        do_move(node.world, read_shape(DoMove, line))


def do_not_wait_for_the_disk(node: Node) -> None:
    """Let this process fill a throw-away SQLite faster; what is measured never runs so."""
    with connections[node.alias].cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")


def wait_for_the_disk(node: Node) -> None:
    """Be durable again."""
    with connections[node.alias].cursor() as cursor:
        cursor.execute("PRAGMA synchronous=FULL")


def _receive(node: Node, chance: random.Random) -> str:
    line = make_reception(chance, datetime.now(UTC))
    return str(receive_dossier(node.world, read_shape(ReceiveDossier, line))["code"])
