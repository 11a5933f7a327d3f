"""Who sits at the table, what was scanned there, and what it costs together."""

from dataclasses import replace

import pytest

from tests.worlds.lines import APPLICANT, receive_command
from tests.worlds.memory import staffed_centre
from veban.actions.dossiers.receive import receive_dossier
from veban.core.dossiers.commands import Applicant, BirthDate
from veban.core.dossiers.received import DossierReceived
from veban.core.dossiers.sitting import FeeSum, people_at, scan_for, scans_at, sum_fees

SCAN = "a" * 64
MOTHER = Applicant("Lò Thị Thử", "011188990001", BirthDate("1988-05-04"))
PAPER = {"paper": "identity", "name": "Giấy tờ tùy thân", "file": SCAN}


@pytest.fixture
def received():
    """The reception of somebody who brought a scanned paper and named a contact."""
    world = staffed_centre()
    line = {"papers": [{"paper": "declaration"}, PAPER], "contact": {"full_name": "Vàng A Ví Dụ"}}
    receive_dossier(world, receive_command(**line))
    stream = next(one for one in world.journal.streams() if one.startswith("dossier/"))
    entries = world.journal.history(stream)
    return next(s.event for s in entries if isinstance(s.event, DossierReceived))


def test_everybody_is_known_once_applicants_before_cards_before_contacts(received):
    again = Applicant(APPLICANT["full_name"].upper())
    names = [one.full_name for one in people_at([received, received], [MOTHER, again])]
    assert names == [APPLICANT["full_name"], "Lò Thị Thử", "Vàng A Ví Dụ"]


def test_two_people_of_one_name_and_another_birth_are_two(received):
    daughter = Applicant(APPLICANT["full_name"], birth_date=BirthDate("2012"))
    assert daughter in people_at([received], [daughter])


def test_a_scan_is_offered_for_the_same_paper_of_the_same_person(received):
    scans = scans_at([received])
    owner = received.person.applicant
    assert [scan.file for scan in scans] == [SCAN]
    assert scan_for("identity", owner, scans) == SCAN
    assert scan_for("identity", MOTHER, scans) == ""
    assert scan_for("residence", owner, scans) == ""
    assert scan_for(None, owner, scans) == ""


def test_erased_people_leave_neither_names_nor_scans(received):
    erased = replace(received, person=None)
    assert people_at([erased], []) == []
    assert scans_at([erased]) == []


def test_a_fee_without_a_figure_is_counted_and_not_added(received):
    priced = [replace(received, fee_vnd=fee) for fee in (8000, None, 0, None)]
    assert sum_fees(priced) == FeeSum(8000, 2)
