"""What five hundred dossiers cost on the line."""

import random

import zstandard

from tests.exchange.nodes import join, make_centre, sync
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.peers import get_peer
from veban.actions.exchange.up import parts_going_up
from veban.exchange.run import pack_run
from veban.exchange.wire import MAX_ENTRY_BYTES, pack_entry

BUDGET = 1.15
SURNAMES = ("Vàng", "Giàng", "Lò", "Sùng", "Thào", "Mùa", "Quàng", "Cà", "Hạng", "Lầu")
MIDDLE = ("A", "Thị", "Văn")
NAMES = ("Páo", "Dua", "Chía", "Mỷ", "Tủa", "Dợ", "Súa", "Lử", "Sình", "Pàng", "Lan", "Cở")
VILLAGES = ("Na Pheo", "Na Sang", "Huổi Hạ", "Co Đứa", "Tin Tốc", "Huổi Chua")


def digits(chance, count):
    return "".join(chance.choice("0123456789") for _ in range(count))


def receive_one(laptop, chance):
    """Receive a dossier with as much in it that cannot be guessed as a real one has."""

    def name():
        return " ".join(chance.choice(words) for words in (SURNAMES, MIDDLE, NAMES))

    year, month = chance.randrange(1950, 2008), chance.randrange(1, 13)
    applicant = {
        "full_name": name(),
        "personal_id": f"011{digits(chance, 9)}",
        "birth_date": f"{year}-{month:02}-1{digits(chance, 1)}",
        "sex": chance.choice("MF"),
        "phone": f"09{digits(chance, 8)}",
        "unit": "03172",
        "village": chance.choice(VILLAGES),
    }
    command = receive_command(
        chance.randbytes(16).hex(),
        received_at=f"2026-11-23T08:{chance.randrange(60):02}:{chance.randrange(60):02}+07:00",
        applicant=applicant,
        contact={"full_name": name(), "phone": f"09{digits(chance, 8)}"},
    )
    receive_dossier(laptop.world, command)


def test_five_hundred_dossiers_cost_little_more_than_in_one_frame(tmp_path):
    chance = random.Random(766)
    centre = make_centre(tmp_path)
    laptop = join(centre, tmp_path)
    assert sync(laptop, centre).done
    for _ in range(500):
        receive_one(laptop, chance)
    node, heard = laptop.world.me.node, laptop.book.heard("centre")
    entries = list(laptop.world.journal.chain(node, heard.position(node)[0]))
    parts = list(parts_going_up(laptop, get_peer(laptop.world, "centre"), heard))
    wire = sum(part.path.stat().st_size for part in parts)
    rows = pack_run([(entry, pack_entry(entry)) for entry in entries])
    one_frame = len(zstandard.ZstdCompressor(level=10).compress(rows))
    assert len(entries) >= 500
    assert len(parts) == -(-len(rows) // MAX_ENTRY_BYTES)
    assert wire <= BUDGET * one_frame
