"""A data folder is made whole, and a field folder opens with a phrase only."""

import unicodedata

import pytest

from veban.core.nodes.events import NodeKind
from veban.edges.folder.data_folder import DataFolder, create_centre, create_field
from veban.edges.folder.description import CentreAddress, Description
from veban.edges.folder.refusals import FolderMissing, FolderTaken, PhraseTooShort, PhraseWrong
from veban.edges.keys import wrapping
from veban.edges.keys.node_keys import NodeKeys

CENTRE_KEYS = NodeKeys.generate()
CENTRE = CentreAddress(
    "centre", "http://127.0.0.1:8000", CENTRE_KEYS.public_key, CENTRE_KEYS.recipient
)
FIELD = Description("may-1", "03172", NodeKind.FIELD, True, centre=CENTRE)
PHRASE = "mùa xuân trên bản"


@pytest.fixture
def field(tmp_path):
    path = tmp_path / "Về Bản (máy 2)"
    return create_field(path, FIELD, NodeKeys.generate(), "lan", PHRASE)


def test_a_centres_folder_opens_with_the_keys_it_was_made_with(tmp_path):
    made = create_centre(tmp_path / "c", Description("centre", "03172", NodeKind.CENTRE, False))
    again = DataFolder(tmp_path / "c").open()
    assert (again.keys.public_key, again.description) == (made.keys.public_key, made.description)


def test_a_field_folder_opens_with_its_officers_phrase(field):
    again = DataFolder(field.path).open("lan", PHRASE)
    assert (again.node_key, again.keys.recipient) == (field.node_key, field.keys.recipient)


@pytest.mark.parametrize(
    ("officer", "phrase"), [("lan", "mùa xuân trên bảng"), ("pao", PHRASE), ("lan", "")]
)
def test_another_phrase_or_officer_does_not_open_it(field, officer, phrase):
    with pytest.raises(PhraseWrong):
        DataFolder(field.path).open(officer, phrase)


def test_a_phrase_typed_on_another_keyboard_is_the_same_phrase(field):
    typed = unicodedata.normalize("NFD", PHRASE).replace(" ", "  ")
    assert DataFolder(field.path).open("lan", typed).node_key == field.node_key


def test_a_second_officer_has_a_phrase_of_their_own(field):
    field.add_phrase("pao", "con suối sau nhà")
    folder = DataFolder(field.path)
    assert folder.officers() == ["lan", "pao"]
    assert folder.open("pao", "con suối sau nhà").node_key == folder.open("lan", PHRASE).node_key


def test_a_short_phrase_is_refused_and_nothing_is_made(tmp_path):
    with pytest.raises(PhraseTooShort):
        create_field(tmp_path / "f", FIELD, NodeKeys.generate(), "lan", "ngắn quá")
    with pytest.raises(FolderMissing):
        DataFolder(tmp_path / "f")


def test_the_centre_can_recover_the_node_key(field):
    known = (field.path / "keys" / "phrases.json").read_text(encoding="utf-8")
    sealed = bytes.fromhex(known.split('"recovery": "')[1].split('"')[0])
    assert CENTRE_KEYS.open_sealed(sealed) == field.node_key


def test_no_key_lies_readable_in_a_field_folder(field):
    content = b"".join(path.read_bytes() for path in field.path.rglob("*") if path.is_file())
    secrets = [field.node_key, field.node_key.hex().encode(), field.keys.to_bytes()[:40]]
    assert [secret for secret in secrets if secret in content] == []


def test_a_folder_with_something_in_it_is_never_taken(tmp_path, field):
    with pytest.raises(FolderTaken):
        create_centre(field.path, Description("c", "03172", NodeKind.CENTRE, False))
    with pytest.raises(FolderMissing):
        DataFolder(tmp_path)


def test_a_closed_key_opens_only_what_it_was_about():
    key = wrapping.new_node_key()
    closed = wrapping.encrypt(key, b"content", b"one")
    assert wrapping.decrypt(key, closed, b"one") == b"content"
    with pytest.raises(ValueError, match="not the key"):
        wrapping.decrypt(key, closed, b"two")
