"""A laptop carries the sealed file of another one to the centre, and the answer back."""

from tests.cli.running import Served, reception
from tests.cli.test_field import joined


def test_one_laptop_carries_anothers_bundle_to_the_centre_and_the_answer_back(centre):
    with Served(centre.data, VEBAN_CLOCK=str(centre.folder / "clock")) as served:
        centre.url = served.url
        _carry(centre)


def _carry(centre):
    stuck, carrier = joined(centre, "may-5"), joined(centre, "may-6")
    answer = stuck.play("receive", reception("f5")).answer
    stuck.run("bundle", "make", "-o", "up.bundle")
    kept = carrier.run("bundle", "carry", "up.bundle", "--json").answer
    assert (kept["from"], kept["refused"]) == (stuck.node, False)
    assert centre.run("dossiers", "show", answer["code"], "--json").code == 1
    assert carrier.run("sync", "--json").code == 0
    assert centre.run("dossiers", "show", answer["code"], "--json").code == 0
    [back] = carrier.run("bundle", "carried", "--json").answers
    assert back["for"] == stuck.node
    assert carrier.run("bundle", "hand", back["name"], "-o", "down.bundle").code == 0
    assert stuck.run("bundle", "take", "down.bundle").code == 0
    synced = stuck.run("sync", "--json")
    assert (synced.code, synced.answer["entries_sent"]) == (0, 0)
    assert carrier.run("bundle", "hand", "khong-co", "-o", "x", "--json").code == 1
