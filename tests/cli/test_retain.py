"""``veban rounds retain``: a roster goes by an entry, never before a verified backup."""

from tests.cli.running import Served, reception
from tests.cli.test_field import joined
from tests.cli.test_pack import GOOD
from tests.cli.test_roster import lay, opened_round

AFTER = "2026-11-28T12:00:00+07:00"


def erased(node, **variables):
    ran = node.run("rounds", "retain", "--json", **variables)
    assert ran.code == 0, ran.err
    return ran.answer["rosters_erased"]


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
