"""A node's keys sign and open, and come back from the bytes they are kept as."""

import pytest

from veban.edges.keys.node_keys import NodeKeys
from veban.edges.transport.packing import AgePacking

PACKING = AgePacking()


def test_kept_keys_are_the_same_keys():
    keys = NodeKeys.generate()
    again = NodeKeys.from_bytes(keys.to_bytes())
    assert (again.public_key, again.recipient) == (keys.public_key, keys.recipient)


def test_a_signature_is_genuine_for_its_key_and_message_only():
    keys, other = NodeKeys.generate(), NodeKeys.generate()
    signature = keys.sign(b"message")
    assert PACKING.genuine(keys.public_key, b"message", signature)
    assert not PACKING.genuine(keys.public_key, b"another", signature)
    assert not PACKING.genuine(other.public_key, b"message", signature)
    assert not PACKING.genuine("no key", b"message", signature)


def test_what_is_sealed_to_a_node_only_that_node_opens():
    keys, other = NodeKeys.generate(), NodeKeys.generate()
    sealed = PACKING.seal(b"content" * 1000, keys.recipient)
    assert PACKING.unpack(keys.open_sealed(sealed), 7000) == b"content" * 1000
    with pytest.raises(ValueError, match="not sealed"):
        other.open_sealed(sealed)


def test_a_small_part_cannot_fill_the_memory():
    keys = NodeKeys.generate()
    opened = keys.open_sealed(PACKING.seal(bytes(10_000_000), keys.recipient))
    with pytest.raises(ValueError, match="longer"):
        PACKING.unpack(opened, 1_000_000)
    with pytest.raises(ValueError, match="zstd"):
        PACKING.unpack(b"no frame", 1_000_000)


def test_damaged_keys_are_no_keys():
    with pytest.raises(ValueError, match="keys"):
        NodeKeys.from_bytes(b'{"sign": "00"}')
