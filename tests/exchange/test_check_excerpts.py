"""What a laptop holds of foreign chains is checked against its centre's signed lists."""

from dataclasses import replace

import pytest

from tests.exchange.nodes import join, make_centre, sync
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.check_excerpts import check_excerpts
from veban.core.journal.chain import Broken


@pytest.fixture
def laptop(tmp_path):
    centre = make_centre(tmp_path)
    laptop = join(centre, tmp_path)
    assert sync(laptop, centre).done
    receive_dossier(laptop.world, receive_command())
    assert sync(laptop, centre).done
    return laptop


def entries(x):
    return list(x.world.journal._shelf.entries.values())


def foreign(x):
    return [entry for entry in entries(x) if entry.header.node == "centre"]


def test_everything_a_laptop_holds_of_its_centre_is_vouched_for(laptop):
    assert check_excerpts(laptop, entries(laptop)) == []


def test_a_foreign_entry_that_no_list_names_is_shown(laptop):
    strange = replace(foreign(laptop)[0], hash="ab" * 32)
    found = check_excerpts(laptop, [strange])
    assert found == [Broken("centre", strange.header.seq, "journal.not_vouched")]


def test_an_entry_that_a_list_names_and_that_is_gone_is_shown(laptop):
    gone = foreign(laptop)[-1]
    del laptop.world.journal._shelf.entries[gone.hash]
    assert [found.code for found in check_excerpts(laptop, [])] == ["journal.excerpt_gap"]


def test_a_list_that_the_centre_did_not_sign_vouches_for_nothing(laptop):
    book = laptop.book
    forged = [replace(one, signature="00" * 64) for one in book.vouched_by("centre")]
    book._vouchers["centre"] = forged
    codes = {found.code for found in check_excerpts(laptop, entries(laptop))}
    assert codes == {"journal.list_forged"}


def test_a_centre_has_no_excerpts_to_check(tmp_path):
    centre = make_centre(tmp_path / "c")
    assert check_excerpts(centre, entries(centre)) == []
