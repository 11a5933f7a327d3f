"""Scans wait for their officer until an entry names them or two days have passed."""

from datetime import timedelta

from tests.web.desk import make_centre
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.core.dossiers.waiting_scan import WaitingScan
from veban.store.scans.scans import add_scan, drop_scans, is_known, list_waiting, replace_scans
from veban.wiring.jobs import DRAFTS_KEPT, sweep_drafts
from veban.wiring.ticking import real_now


def test_scans_wait_come_together_are_named_and_are_swept(tmp_path):
    node = make_centre(tmp_path / "centre").node
    alias, now = node.alias, real_now()

    def scan(content, officer="lan"):
        made = WaitingScan(node.blobs.put(content), now, officer, "image/jpeg", 1)
        add_scan(alias, made)
        return made

    def waiting(officer="lan"):
        return [one.digest for one in list_waiting(alias, officer)]

    first, second, other = scan(b"1"), scan(b"2"), scan(b"1", "pao")
    add_scan(alias, first)
    assert waiting() == [second.digest, first.digest]
    assert waiting("pao") == [other.digest]

    joined = WaitingScan(node.blobs.put(b"12"), now, "lan", "application/pdf", 2)
    replace_scans(alias, [first.digest, second.digest], joined)
    assert (waiting(), waiting("pao")) == ([joined.digest], [other.digest])

    papers = [{"name": "Tờ khai", "file": joined.digest}]
    receive_dossier(node.world, receive_command(papers=papers))
    assert waiting() == []
    assert is_known(alias, joined.digest)

    drop_scans(alias, "pao", [other.digest])
    assert not is_known(alias, other.digest)
    late = scan(b"3")
    sweep_drafts(node, now + DRAFTS_KEPT - timedelta(minutes=1))
    assert waiting() == [late.digest]
    sweep_drafts(node, now + DRAFTS_KEPT + timedelta(minutes=1))
    assert waiting() == []
    assert not node.blobs.has(late.digest)
    assert node.blobs.has(joined.digest)
    node.close()
