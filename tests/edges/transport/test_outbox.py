"""Sealed parts wait as files until they have arrived."""

import pytest

from veban.edges.transport.downloads import Downloads
from veban.edges.transport.outbox import FileOutbox
from veban.exchange.refusals import FileUnknown


def test_a_part_waits_for_its_peer_until_it_is_dropped(tmp_path):
    outbox = FileOutbox(tmp_path)
    assert outbox.names("centre") == []
    path = outbox.put("centre", "run.1.part", b"sealed")
    assert path.read_bytes() == b"sealed"
    assert FileOutbox(tmp_path).find("centre", "run.1.part") == path
    assert outbox.names("may-1") == []
    outbox.drop("centre", "run.1.part")
    outbox.drop("centre", "run.1.part")
    assert outbox.find("centre", "run.1.part") is None


def test_half_a_part_is_no_part(tmp_path):
    outbox = FileOutbox(tmp_path)
    outbox.put("centre", "run.1.part", b"sealed")
    (tmp_path / "centre" / ".run.2.part.abcd.half").write_bytes(b"sea")
    assert outbox.names("centre") == ["run.1.part"]


def test_what_came_of_a_download_is_there_the_next_time(tmp_path):
    name = "ab" * 32
    downloads = Downloads(tmp_path / "downloads")
    assert downloads.so_far(name) == b""
    downloads.begin(name)
    downloads.add(name, b"ha")
    downloads.add(name, b"lf")
    assert Downloads(tmp_path / "downloads").so_far(name) == b"half"
    downloads.drop(name)
    downloads.drop(name)
    assert downloads.so_far(name) == b""


@pytest.mark.parametrize("name", ["ab", "../" * 10, "AB" * 32, ""])
def test_a_name_that_no_part_has_leads_to_no_file(tmp_path, name):
    with pytest.raises(FileUnknown):
        Downloads(tmp_path / "downloads").so_far(name)
