"""Two laptops' own processes on one network: one carries the other's bundle, seen from outside."""

from tests.cli.running import Served, reception
from tests.cli.test_field import LAN, joined


def serve(owner):
    """Serve a laptop, or a centre, as a process of its own."""
    return Served(owner.data, **(LAN | {"VEBAN_CLOCK": str(owner.folder / "clock")}))


def test_one_laptop_hands_its_bundle_to_another_and_fetches_the_answer(centre):
    with serve(centre) as served:
        centre.url = served.url
        stuck, carrier = joined(centre, "may-7"), joined(centre, "may-8")
    code = stuck.play("receive", reception("f7")).answer["code"]
    with serve(carrier) as door:
        closed = stuck.run("bundle", "send", door.url, "--json")
        assert (closed.code, closed.answer["refused"]) == (1, "neighbour.closed")
        assert set(carrier.run("bundle", "accept", "--json").answer) == {"until"}
        sent = stuck.run("bundle", "send", door.url, "--json")
        assert sent.code == 0, sent.err
        assert (sent.answer["entries"], sent.answer["files"]) == (0, 0)
        [kept] = carrier.run("bundle", "carried", "--json").answers
        assert (kept["from"], kept["bytes"]) == (stuck.node, sent.answer["bytes"])
        with serve(centre) as served:
            carried = carrier.run("sync", "--to", served.url, "--json")
            assert carried.code == 0, carried.err
        assert centre.run("dossiers", "show", code, "--json").code == 0
        again = stuck.run("bundle", "send", door.url, "--json")
        assert again.answer["entries"] > 0
    [shown] = stuck.run("dossiers", "show", code, "--json").answers
    assert shown["holder"] != stuck.node
    assert centre.run("journal", "verify", "--json").answer["broken"] == []


def test_a_centre_needs_no_such_door_and_nobody_there_is_said(centre):
    assert centre.run("bundle", "accept").code == 2
    refused = centre.run("bundle", "send", "http://127.0.0.1:9", "--json")
    assert refused.code == 1
