"""``veban dossiers underway``: what lies nowhere, from the command line."""

from tests.cli.running import write_lines
from tests.worlds.lines import receive_line


def test_a_paper_is_packed_then_on_the_road(centre, tmp_path):
    node = centre.run("field", "add", "Máy 1", "--officers", "lan", "--json").answer["node"]
    lines = write_lines(tmp_path / "in.jsonl", receive_line("one"), receive_line("two"))
    one, _two = (line["code"] for line in centre.run("dossiers", "receive", lines).answers)
    asked = ["dossiers", "underway", "--json"]
    assert centre.run(*asked).answers == []
    opened = centre.run("bag", "open", "--to", node, "--officer", "lan", "--json").answer
    centre.run("bag", "add", opened["bag"], one, "--officer", "lan")
    [packed] = centre.run(*asked).answers
    assert (packed["code"], packed["what"], packed["to"]) == (one, "packing", node)
    assert packed["bag"] == opened["number"]
    centre.run("bag", "close", opened["bag"], "--officer", "lan")
    [gone] = centre.run(*asked).answers
    assert (gone["code"], gone["what"], gone["since"] >= packed["since"]) == (one, "on_road", True)
    assert set(gone) == {"code", "what", "since", "from", "to", "bag"}
    assert centre.run(*asked, "--round", "none").answers == []
    assert centre.run(*asked, "--unit", "03166").answers == []
