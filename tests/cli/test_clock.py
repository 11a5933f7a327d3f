"""``veban clock``: tells what stops, and takes an officer's word that the clock is right."""

from tests.cli.running import Served, reception
from tests.cli.test_field import Laptop


def test_a_clock_that_ran_ahead_stops_until_an_officer_says_that_it_is_right(centre):
    told = centre.run("clock", "--json")
    assert (told.code, told.answer["stops"]) == (0, False)
    centre.set_clock("2026-11-27T09:00:00+07:00")
    assert centre.play("receive", reception("ahead")).code == 0
    centre.set_clock("2026-11-23T12:00:00+07:00")
    stopped = centre.run("clock", "--json")
    assert (stopped.code, stopped.answer["stops"]) == (1, True)
    assert stopped.answer["last_entry"] == "2026-11-27T09:00:00+07:00"
    nobody = centre.run("clock", "--right", "khong-co", "--json")
    assert (nobody.code, nobody.answer["refused"]) == (1, "officer.unknown")
    said = centre.run("clock", "--right", "lan", "--json")
    assert (said.code, said.answer["stops"]) == (0, False)
    assert centre.play("receive", reception("now")).answer["code"].startswith("H18.03.172-261123-")
    assert centre.run("journal", "verify").code == 0


def test_a_bundle_made_with_such_a_clock_says_what_could_not_be_written(centre):
    invited = centre.run("field", "add", "m1", "--officers", "lan", "--json")
    laptop = Laptop(centre, "m1")
    with Served(centre.data, VEBAN_CLOCK=str(centre.folder / "clock")) as served:
        assert laptop.run("field", "join", served.url, invited.answer["token"]).code == 0
    centre.set_clock("2026-11-27T09:00:00+07:00")
    assert laptop.play("receive", reception("ahead")).code == 0
    centre.set_clock("2026-11-23T12:00:00+07:00")
    made = laptop.run("bundle", "make", "-o", "up.bundle")
    assert made.code == 0
    assert "Đồng hồ của máy" in made.err
    taken = centre.run("bundle", "take", "up.bundle", "--json")
    assert taken.answer["entries"] == 1
