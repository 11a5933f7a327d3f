"""Sealing entries and finding what is wrong in a chain."""

from dataclasses import replace

import pytest

from veban.core.journal.chain import is_unchanged, verify_chain
from veban.core.journal.entry import (
    GENESIS,
    Entry,
    Header,
    header_from_json,
    header_json,
    seal,
)
from veban.core.shared.local_time import parse_instant

AT = parse_instant("2026-11-23T08:30:00+07:00")
SALT = "00" * 16


def sealed(seq: int, prev: str, person: dict | None = None) -> Entry:
    header = Header("n", seq, "note/1", seq, "Noted", 1, AT, AT, "lan", f"k{seq}", 0)
    return seal(header, {"text": f"{seq}"}, person, SALT, prev)


@pytest.fixture
def chain() -> list[Entry]:
    entries: list[Entry] = []
    for seq in (1, 2, 3):
        prev = entries[-1].hash if entries else GENESIS
        entries.append(sealed(seq, prev, {"name": "Vàng Thị Dua"}))
    return entries


def codes(entries: list[Entry]) -> list[tuple[int, str]]:
    return [(broken.seq, broken.code) for broken in verify_chain("n", entries)]


def test_a_whole_chain_verifies(chain):
    assert codes(chain) == []


def test_a_chain_verifies_after_the_person_is_erased(chain):
    assert codes([entry.without_person() for entry in chain]) == []


def test_a_changed_fact_is_found(chain):
    chain[1] = replace(chain[1], facts={"text": "other"})
    assert codes(chain) == [(2, "journal.changed")]


def test_a_changed_name_is_found(chain):
    chain[1] = replace(chain[1], person={"name": "Khác"})
    assert codes(chain) == [(2, "journal.changed")]


def test_a_person_without_its_salt_is_a_change(chain):
    assert not is_unchanged(replace(chain[0], salt=None))


def test_a_missing_entry_is_a_gap(chain):
    assert codes([chain[0], chain[2]]) == [(3, "journal.gap")]


def test_an_entry_that_follows_another_history_is_unlinked(chain):
    chain[2] = sealed(3, "ab" * 32)
    assert codes(chain) == [(3, "journal.unlinked")]


def test_two_entries_with_one_number_are_a_fork_and_both_may_go_on(chain):
    other = sealed(2, chain[0].hash, {"name": "Lò Văn Sơn"})
    after = sealed(3, other.hash)
    assert codes([chain[0], chain[1], other, after]) == [(2, "journal.forked")]


def test_the_same_name_has_another_digest_under_another_salt(chain):
    header, person = chain[0].header, chain[0].person
    other = seal(header, chain[0].facts, person, "11" * 16, GENESIS)
    assert other.person_digest != chain[0].person_digest


def test_a_header_is_read_as_it_was_written(chain):
    again = header_from_json(header_json(chain[0].header))
    assert header_json(again) == header_json(chain[0].header)
