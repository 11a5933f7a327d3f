"""What a command says of a refusal is in words, whatever its details hold."""

from veban.cli.refusing import sentence_of
from veban.exchange.pack import PackIncomplete


def test_what_keeps_a_pack_from_being_made_is_said_in_words():
    said = sentence_of(PackIncomplete(what=["unplaced 1", "missing_files 2"]))
    assert "1 việc của máy này đang chờ lãnh đạo quyết định" in said
    assert "2 tệp chưa về tới Trung tâm" in said
    assert "unplaced" not in said
