"""``veban rounds retain``: rosters and scans go by entries, never before a verified backup."""

import hashlib
import random
from contextlib import suppress

import pytest

from tests.cli.running import Served, reception
from tests.cli.test_field import PHRASE, joined
from tests.cli.test_pack import GOOD
from tests.cli.test_roster import lay, opened_round
from veban.edges.folder.field_folder import FieldFolder
from veban.edges.transport.packing import AgePacking

AFTER = "2026-11-28T12:00:00+07:00"
SCAN = b"\xff\xd8\xff\xe0" + random.Random(11).randbytes(40_000)
DIGEST = hashlib.sha256(SCAN).hexdigest()


def erased(node, what="rosters_erased"):
    ran = node.run("rounds", "retain", "--json")
    assert ran.code == 0, ran.err
    return ran.answer[what]


def scanned(node, round_id, key="r1"):
    """Receive a dossier of the round with a scan."""
    (node.folder / "scan.jpg").write_bytes(SCAN)
    papers = [{"paper": "declaration", "file": "scan.jpg"}, {"paper": "birth-notice"}]
    line = reception(key, round=round_id, papers=[*papers, {"paper": "identity"}])
    assert node.play("receive", line).code == 0


def opened_by_a_thief(node):
    """Return all that somebody with the laptop and its phrase can read of its files."""
    field = FieldFolder(node.data).open("lan", PHRASE)
    files = [path for path in node.data.rglob("*") if path.is_file()]
    found = [path.read_bytes() for path in files]
    for read in (field.blobs().get, field.blobs().sealed):
        with suppress(KeyError):
            found.append(read(DIGEST))
    for content in list(found):
        with suppress(ValueError):
            found.append(field.keys.open_sealed(content))
    return b"".join(found)


def whole(node):
    """Check journal, files and a backup of a node."""
    checked = node.run("journal", "verify", "--json")
    assert (checked.code, checked.answer["missing_files"]) == (0, 0)
    made = node.run("backup", "make", "-o", f"backup-{node.data.name}")
    assert made.code == 0, made.err
    return checked.answer["files"]


def knows_the_people(node):
    """Tell whether the file of the centre's database holds a name of the roster."""
    files = [path for path in node.data.iterdir() if path.name.startswith("veban.sqlite3")]
    assert files
    return any("Mùa Thị Dợ".encode() in path.read_bytes() for path in files)


def test_a_roster_waits_for_days_greeting_and_backup_and_then_goes_everywhere(centre):
    with Served(centre.data, VEBAN_CLOCK=str(centre.folder / "clock")) as served:
        centre.url = served.url
        laptop = joined(centre, "may-r")
        round_id = opened_round(centre, laptop.node)
        assert lay(centre, round_id, text=GOOD).code == 0
        assert laptop.run("sync").code == 0
        assert laptop.play("receive", reception("r1", round=round_id)).code == 0
        assert centre.run("rounds", "close", round_id).code == 0
        assert erased(centre) == 0
        centre.set_clock(AFTER)
        assert erased(centre) == 0
        assert centre.run("backup", "make", "-o", "b").code == 0
        assert erased(centre) == 0, "the laptop has not greeted since"
        assert laptop.run("sync").code == 0
        assert erased(centre) == 0, "the backup is older than what the laptop brought"
        assert centre.run("backup", "make", "-o", "b").code == 0
        assert (erased(centre), erased(centre)) == (1, 0)
        assert erased(laptop) == 0
        assert laptop.run("sync").code == 0
    for node in (centre, laptop):
        assert node.run("journal", "verify").code == 0
        assert node.run("journal", "rebuild", "--json").answer["identical"] is True
    assert not knows_the_people(centre)
    again = lay(centre, round_id, text=GOOD)
    assert again.answer["refused"] == "roster.gone"


@pytest.fixture
def away(centre):
    """A laptop on its round, whose centre is not served just now."""
    with Served(centre.data, VEBAN_CLOCK=str(centre.folder / "clock")) as served:
        centre.url = served.url
        laptop = joined(centre, "may-s")
        laptop.round = opened_round(centre, laptop.node)
        assert laptop.run("sync").code == 0
    return laptop


def ticked(node):
    """Tick once, away from the centre; return what each job dealt with."""
    return {run["job"]: run["count"] for run in node.run("tick", "--json").answers}


def test_a_tick_away_from_the_centre_finishes_what_the_power_cut_short(away):
    scanned(away, away.round)
    field = FieldFolder(away.data).open("lan", PHRASE)
    readable = away.data / "blobs" / field.blobs().name(DIGEST)
    field.blobs().put_sealed(DIGEST, AgePacking().seal(SCAN, field.card.centre_recipient))
    assert SCAN in opened_by_a_thief(away)
    assert ticked(away)["seal_scans"] == 1
    assert not readable.exists()
    assert SCAN[:40] not in opened_by_a_thief(away)
    assert whole(away) == 1


def test_the_scans_of_a_round_go_from_its_laptop_once_the_centres_backup_holds_them(away, centre):
    scanned(away, away.round)
    with Served(centre.data, VEBAN_CLOCK=str(centre.folder / "clock")) as served:
        to = ("--to", served.url)
        assert away.run("sync", *to).code == 0
        assert centre.run("rounds", "close", away.round).code == 0
        centre.set_clock(AFTER)
        assert away.run("sync", *to).code == 0
        assert erased(away, "scans_erased") == 0, "no backup of the centre holds them"
        assert centre.run("backup", "make", "-o", "b").code == 0
        assert erased(away, "scans_erased") == 0, "the laptop has not heard of it"
        assert whole(away) == 1
        assert away.run("sync", *to).code == 0
        assert (erased(away, "scans_erased"), erased(away, "scans_erased")) == (1, 0)
        synced = away.run("sync", *to, "--json")
        assert (synced.code, synced.answer["files_received"]) == (0, 0)
    assert not any(path.is_file() for path in (away.data / "blobs").rglob("*"))
    assert (whole(away), whole(centre)) == (0, 1)
    papers = [path.read_bytes() for path in (centre.data / "blobs").rglob("*") if path.is_file()]
    assert papers == [SCAN]
