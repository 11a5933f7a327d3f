"""Files by the hash of their content."""

import hashlib
import os
from datetime import UTC, datetime, timedelta

import pytest

from veban.edges.blobs.blob_files import BlobFiles

CONTENT = "Giấy chứng sinh".encode() * 100
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(params=[None, bytes(range(32))], ids=["plain", "encrypted"])
def blobs(request, tmp_path):
    return BlobFiles(tmp_path, request.param)


def only_file(folder):
    (path,) = [path for path in folder.rglob("*") if path.is_file()]
    return path


def test_what_was_put_is_there_under_its_hash(blobs):
    assert not blobs.has(DIGEST)
    assert blobs.put(CONTENT) == blobs.put(CONTENT) == DIGEST
    assert blobs.has(DIGEST)
    assert blobs.get(DIGEST) == CONTENT


def test_a_damaged_file_is_no_file_and_is_replaced_by_the_next_put(blobs, tmp_path):
    blobs.put(CONTENT)
    only_file(tmp_path).write_bytes(b"damaged")
    with pytest.raises(KeyError):
        blobs.get(DIGEST)
    blobs.put(CONTENT)
    assert blobs.get(DIGEST) == CONTENT


def test_removing_twice_is_no_error(blobs):
    blobs.put(CONTENT)
    blobs.remove(DIGEST)
    blobs.remove(DIGEST)
    assert not blobs.has(DIGEST)


def test_a_name_that_is_no_hash_is_no_path(blobs):
    with pytest.raises(KeyError):
        blobs.get("../node.json")


def test_an_encrypted_file_shows_neither_its_content_nor_its_hash(tmp_path):
    BlobFiles(tmp_path, bytes(32)).put(CONTENT)
    path = only_file(tmp_path)
    assert CONTENT[:20] not in path.read_bytes()
    assert DIGEST[2:] != path.name
    with pytest.raises(KeyError):
        BlobFiles(tmp_path, bytes(range(32))).get(DIGEST)


def test_a_sealed_file_is_whole_and_here_but_is_not_read(blobs, tmp_path):
    blobs.put(CONTENT)
    blobs.put_sealed(DIGEST, b"for the centre")
    assert blobs.get(DIGEST) == CONTENT, "the readable form stays until it is dropped"
    blobs.drop_plain(DIGEST)
    with pytest.raises(KeyError):
        blobs.get(DIGEST)
    assert blobs.sealed(DIGEST) == b"for the centre"
    assert (blobs.has(DIGEST), blobs.is_whole(DIGEST), blobs.is_readable(DIGEST)) == (1, 1, 0)
    assert blobs.size(DIGEST) == len(b"for the centre")
    assert only_file(tmp_path) == tmp_path / blobs.name(DIGEST)
    blobs.put(CONTENT)
    assert not blobs.is_readable(DIGEST), "what is sealed is not laid open again"
    blobs.remove(DIGEST)
    assert not blobs.has(DIGEST)


def test_the_readable_form_is_never_dropped_before_there_is_a_sealed_one(blobs):
    blobs.put(CONTENT)
    blobs.drop_plain(DIGEST)
    assert blobs.get(DIGEST) == CONTENT
    blobs.drop_plain("ab" * 32)


def test_a_damaged_sealed_file_is_not_whole_and_neither_form_passes_for_the_other(tmp_path):
    blobs = BlobFiles(tmp_path, bytes(32))
    blobs.put(CONTENT)
    plain = only_file(tmp_path)
    plain.with_name(f"{plain.name}.sealed").write_bytes(plain.read_bytes())
    with pytest.raises(KeyError):
        blobs.sealed(DIGEST)
    blobs.put_sealed(DIGEST, CONTENT)
    blobs.drop_plain(DIGEST)
    only_file(tmp_path).write_bytes(b"damaged")
    assert not blobs.is_whole(DIGEST)


NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def age(folder, days):
    """Let every file look as if it had been written so many days before noon."""
    at = (NOON - timedelta(days=days)).timestamp()
    for path in (path for path in folder.rglob("*") if path.is_file()):
        os.utime(path, (at, at))


def test_a_sweep_takes_old_files_that_nobody_names_and_half_written_ones(blobs, tmp_path):
    named, sealed, draft = blobs.put(CONTENT), blobs.put(b"sealed"), blobs.put(b"draft")
    blobs.put_sealed(sealed, b"for the centre")
    half = tmp_path / "ab" / ".cd.0123.half"
    half.parent.mkdir(exist_ok=True)
    half.write_bytes(b"half")
    age(tmp_path, days=3)
    young = blobs.put(b"young")
    assert blobs.sweep([named, sealed], NOON - timedelta(days=2)) == 2
    assert not half.exists()
    assert [blobs.has(one) for one in (named, sealed, draft, young)] == [True, True, False, True]
    assert blobs.sweep([named, sealed], NOON - timedelta(days=2)) == 0


def test_what_was_chosen_again_is_young_again(blobs, tmp_path):
    draft = blobs.put(CONTENT)
    age(tmp_path, days=3)
    blobs.put(CONTENT)
    assert blobs.sweep([], NOON - timedelta(days=2)) == 0
    assert blobs.has(draft)


def test_a_sweep_of_a_folder_that_is_not_there_takes_nothing(tmp_path):
    assert BlobFiles(tmp_path / "none").sweep([], NOON) == 0
