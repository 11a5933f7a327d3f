"""Which files an entry names."""

import json

import pytest

from veban.core.journal.files import files_named, files_of

SCAN, OTHER = "ab" * 32, "cd" * 32


def test_an_entry_of_any_type_names_its_files():
    assert files_of({"deep": [{"file": SCAN}], "text": "Đơn"}) == {SCAN}


@pytest.mark.parametrize("part", ["record", "declaration"])
def test_what_others_wrote_word_for_word_names_no_file_of_ours(part):
    person = {"papers": [{"file": SCAN}], "details": {part: {"DuongDan": OTHER, "x": [OTHER]}}}
    assert files_of(person) == {SCAN}
    assert files_named(json.dumps(person)) == {SCAN}
