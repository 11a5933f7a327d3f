"""Parts arrive piece by piece; what is stored outlives the process."""

import pytest

from veban.edges.transport.uploads import OPEN_AT_ONCE, FileUploads
from veban.exchange.refusals import FileUnknown, UploadMoved, UploadTooLarge

DIGEST = "ab" * 32


@pytest.fixture
def uploads(tmp_path):
    return FileUploads(tmp_path)


def test_the_offset_is_what_is_stored_also_after_a_restart(uploads, tmp_path):
    begun = uploads.begin("may-1", DIGEST, 10)
    uploads.append(begun, 0, b"1234")
    again = FileUploads(tmp_path).find("may-1", DIGEST)
    assert (again.offset, again.length) == (4, 10)
    assert FileUploads(tmp_path).begin("may-1", DIGEST, 10) == again


def test_a_piece_for_another_offset_is_refused_with_the_right_one(uploads):
    begun = uploads.begin("may-1", DIGEST, 10)
    uploads.append(begun, 0, b"1234")
    for offset in (0, 3, 5):
        with pytest.raises(UploadMoved) as refused:
            uploads.append(begun, offset, b"5678")
        assert refused.value.details == {"offset": 4}
    with uploads.opened(uploads.find("may-1", DIGEST)) as stored:
        assert stored.read() == b"1234"


def test_nothing_goes_beyond_the_announced_length(uploads):
    begun = uploads.begin("may-1", DIGEST, 3)
    with pytest.raises(UploadTooLarge):
        uploads.append(begun, 0, b"1234")
    assert uploads.find("may-1", DIGEST).offset == 0


def test_a_dropped_upload_is_gone_and_dropping_again_is_no_error(uploads):
    begun = uploads.begin("may-1", DIGEST, 3)
    uploads.drop(begun)
    uploads.drop(begun)
    assert uploads.find("may-1", DIGEST) is None
    with pytest.raises(FileUnknown):
        uploads.append(begun, 0, b"1")


def test_one_peers_uploads_are_not_anothers(uploads):
    uploads.begin("may-1", DIGEST, 3)
    assert uploads.find("may-2", DIGEST) is None


def test_what_is_no_digest_is_no_path(uploads):
    for name in ("../../node.json", "AB" * 32, "*", ""):
        assert uploads.find("may-1", name) is None
        with pytest.raises(FileUnknown):
            uploads.begin("may-1", name, 3)


def test_broken_tries_do_not_fill_the_disk(uploads, tmp_path):
    for n in range(OPEN_AT_ONCE + 5):
        uploads.begin("may-1", f"{n:064x}", 3)
    assert len(list(tmp_path.rglob("*.upload"))) == OPEN_AT_ONCE
