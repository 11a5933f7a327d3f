"""``veban clock``: tells what stops, and takes an officer's word that the clock is right."""

from tests.cli.running import reception


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
