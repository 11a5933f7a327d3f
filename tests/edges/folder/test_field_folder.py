"""A data folder is made whole, and a field folder opens with a phrase only."""

import unicodedata

import pytest

from veban.edges.folder.centre_folder import NodeCard, NodeMissing
from veban.edges.folder.field_folder import FieldFolder, create_field, finish_field
from veban.edges.folder.refusals import FolderTaken, PhraseTooShort, PhraseWrong
from veban.edges.keys import wrapping
from veban.edges.keys.node_keys import NodeKeys

CENTRE_KEYS = NodeKeys.generate()
CARD = NodeCard(
    "may-1",
    "03172",
    "field",
    True,
    centre="centre",
    centre_url="http://127.0.0.1:8000",
    centre_recipient=CENTRE_KEYS.recipient,
)
PHRASE = "mùa xuân trên bản"


@pytest.fixture
def field(tmp_path):
    path = tmp_path / "Về Bản (máy 2)"
    made = create_field(path, CARD, NodeKeys.generate(), "lan", PHRASE)
    finish_field(made)
    return made


def test_a_field_folder_opens_with_its_officers_phrase(field):
    again = FieldFolder(field.path).open("lan", PHRASE)
    assert (again.node_key, again.keys.recipient) == (field.node_key, field.keys.recipient)


@pytest.mark.parametrize(
    ("officer", "phrase"), [("lan", "mùa xuân trên bảng"), ("pao", PHRASE), ("lan", "")]
)
def test_another_phrase_or_officer_does_not_open_it(field, officer, phrase):
    with pytest.raises(PhraseWrong):
        FieldFolder(field.path).open(officer, phrase)


def test_a_phrase_typed_on_another_keyboard_is_the_same_phrase(field):
    typed = unicodedata.normalize("NFD", PHRASE).replace(" ", "  ")
    assert FieldFolder(field.path).open("lan", typed).node_key == field.node_key


def test_a_second_officer_has_a_phrase_of_their_own(field):
    field.add_phrase("pao", "con suối sau nhà")
    folder = FieldFolder(field.path)
    assert folder.officers() == ["lan", "pao"]
    assert folder.open("pao", "con suối sau nhà").node_key == folder.open("lan", PHRASE).node_key


def test_a_short_phrase_is_refused_and_nothing_is_made(tmp_path):
    with pytest.raises(PhraseTooShort):
        create_field(tmp_path / "f", CARD, NodeKeys.generate(), "lan", "ngắn quá")
    with pytest.raises(NodeMissing):
        FieldFolder(tmp_path / "f")


def test_the_centre_can_recover_the_node_key(field):
    known = (field.path / "keys" / "phrases.json").read_text(encoding="utf-8")
    sealed = bytes.fromhex(known.split('"recovery": "')[1].split('"')[0])
    assert CENTRE_KEYS.open_sealed(sealed) == field.node_key


def test_no_key_lies_readable_in_a_field_folder(field):
    content = b"".join(path.read_bytes() for path in field.path.rglob("*") if path.is_file())
    secrets = [field.node_key, field.node_key.hex().encode(), field.keys.to_bytes()[:40]]
    assert [secret for secret in secrets if secret in content] == []


def test_a_folder_with_something_in_it_is_never_taken(field):
    with pytest.raises(FolderTaken):
        create_field(field.path, CARD, NodeKeys.generate(), "pao", PHRASE)


def test_a_folder_is_no_node_before_it_is_finished(tmp_path):
    create_field(tmp_path / "f", CARD, NodeKeys.generate(), "lan", PHRASE)
    with pytest.raises(NodeMissing):
        FieldFolder(tmp_path / "f")


def test_a_closed_key_opens_only_what_it_was_about():
    key = wrapping.new_node_key()
    closed = wrapping.encrypt(key, b"content", b"one")
    assert wrapping.decrypt(key, closed, b"one") == b"content"
    with pytest.raises(ValueError, match="not the key"):
        wrapping.decrypt(key, closed, b"two")
