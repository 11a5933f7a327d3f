"""The law desk: a value holds from its day, in its units, and moves no dossier received before."""

from datetime import date

import pytest

from tests.worlds.lines import receive_command
from tests.worlds.memory import NA_SANG, carry, memory_world, staffed_centre
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.law.enter_value import EnterLawValue, enter_value
from veban.actions.ports import Step
from veban.core.law.dated import Confidence
from veban.core.law.entered import LawKind, LawValueEntered, LawValueWrong, law_stream
from veban.core.people.officers import OfficerLacksRole
from veban.core.procedures.procedure import ProcedureUnknown

CORRECTION = "1.004859"
FEE = {"lines": [{"channels": [1, 2, 3], "per": "dossier", "vnd": 15000}]}
SINCE = date(2026, 11, 1)
RESOLUTION = "12/2026/NQ-HĐND"


@pytest.fixture
def centre():
    return staffed_centre()


def entry(kind, value, about="", since="2026-11-01", **more):
    return EnterLawValue(
        key=more.pop("key", f"k-{kind}-{about}-{since}"),
        officer=more.pop("officer", "admin"),
        kind=kind,
        since_on=date.fromisoformat(since),
        value=value,
        document=more.pop("document", RESOLUTION),
        about=about,
        **more,
    )


def test_a_provincial_fee_is_charged_from_its_day_on(centre):
    enter_value(centre, entry(LawKind.FEES, FEE, CORRECTION))
    law = centre.rules.procedure(CORRECTION)
    assert law.on(date(2026, 10, 31)).fees[0].vnd is None
    assert law.on(date(2026, 11, 1)).fees[0].vnd == 15000
    source = law.fees.entry_at(date(2026, 11, 1)).source
    assert (source.document, source.confidence) == (RESOLUTION, Confidence.CHECKED)


def test_a_dossier_received_before_keeps_what_it_was_received_under(centre):
    receive_dossier(centre, receive_command())
    stream = next(s for s in centre.journal.streams() if s.startswith("dossier/"))
    before = centre.journal.history(stream)[0].event
    term = {"rule": "working_days", "amount": 30}
    enter_value(centre, entry(LawKind.TERM, term, before.procedure))
    assert centre.journal.history(stream)[0].event == before
    assert centre.journal.rows(stream)[0].due_at == before.due_at


def test_what_one_commune_enters_does_not_hold_in_another(centre):
    enter_value(centre, entry(LawKind.FEES, FEE, CORRECTION))
    elsewhere = centre.law.for_unit("03160").procedure(CORRECTION)
    assert elsewhere.on(date(2026, 11, 1)).fees[0].vnd is None


def test_entered_law_travels_with_the_journal(centre):
    enter_value(centre, entry(LawKind.FEES, FEE, CORRECTION))
    other = memory_world("other")
    assert other.rules.procedure(CORRECTION).on(date(2026, 11, 1)).fees[0].vnd is None
    carry(centre, other)
    assert other.rules.procedure(CORRECTION).on(date(2026, 11, 1)).fees[0].vnd == 15000


def test_the_later_of_two_entries_of_one_day_holds(centre):
    enter_value(centre, entry(LawKind.FEES, FEE, CORRECTION))
    dearer = {"lines": [{"channels": [1], "per": "dossier", "vnd": 20000}]}
    enter_value(centre, entry(LawKind.FEES, dearer, CORRECTION, key="again"))
    fees = centre.rules.procedure(CORRECTION).on(date(2026, 11, 1)).fees
    assert [line.vnd for line in fees] == [20000]


def test_a_swapped_day_moves_the_count_of_working_days(centre):
    swap = {"kind": "swapped_off", "name": "Nghỉ hoán đổi"}
    enter_value(centre, entry(LawKind.DAY, swap, "2026-12-01", "2026-12-01"))
    assert not centre.rules.calendar().is_working(date(2026, 12, 1))
    enter_value(
        centre, entry(LawKind.DAY, {"kind": "ordinary"}, "2026-12-01", "2026-12-01", key="no")
    )
    assert centre.rules.calendar().is_working(date(2026, 12, 1))


def test_a_procedure_added_by_hand_is_found_and_its_fee_can_follow(centre):
    enter_value(centre, entry(LawKind.PROCEDURE, by_hand("9.000001"), "9.000001"))
    enter_value(centre, entry(LawKind.FEES, FEE, "9.000001"))
    law = centre.rules.procedure("9.000001")
    assert law.on(date(2026, 11, 2)).fees[0].vnd == 15000
    assert "9.000001" in [one.code for one in centre.rules.find_procedures("xac nhan thu")]


def test_what_this_program_cannot_read_is_passed_over_and_breaks_nothing(centre):
    newer = by_hand("9.000002") | {"term": {"2026-01-01": {"moons": 3}}}
    fee = FEE["lines"]
    for n, (kind, value) in enumerate(
        [(LawKind.PROCEDURE, newer), (LawKind.FEES, {"lines": fee}), (LawKind.YEAR, {})]
    ):
        about = "9.000002" if n < 2 else "MMXXVI"
        arrived(centre, LawValueEntered(NA_SANG, False, kind, about, SINCE, value, RESOLUTION))
    enter_value(centre, entry(LawKind.FEES, FEE, CORRECTION))
    assert centre.rules.procedure(CORRECTION).on(SINCE).fees[0].vnd == 15000
    with pytest.raises(ProcedureUnknown):
        centre.rules.procedure("9.000002")
    assert len(centre.rules.entered()) == 1


def arrived(centre, event):
    """Write a value as it comes from elsewhere: nobody checked it here."""
    stream = law_stream(NA_SANG)
    with centre.journal.writing() as writing:
        version = len(writing.history(stream))
        step = Step(stream, version, [event], centre.clock.now(), "admin")
        writing.write(f"arrived-{version}", [step])


def test_a_procedure_known_from_memory_is_confirmed_by_its_document(centre):
    recalled = next(p for p in centre.rules.procedures() if p.source.confidence == "recalled")
    enter_value(centre, entry(LawKind.CONFIRMED, {}, recalled.code, document="90/QĐ-UBND"))
    source = centre.rules.procedure(recalled.code).source
    assert (source.document, source.confidence) == ("90/QĐ-UBND", Confidence.CHECKED)


def test_a_slip_names_who_confirmed_its_layout(centre):
    enter_value(centre, entry(LawKind.LAYOUT, {}, "receipt"))
    assert centre.rules.slips()["receipt"].confirmed_by == "admin"
    assert centre.rules.slips()["apology"].confirmed_by is None


@pytest.mark.parametrize(
    ("kind", "value", "about"),
    [
        (LawKind.FEES, {"lines": [{"channels": [1], "per": "dossier", "vnd": -1}]}, CORRECTION),
        (LawKind.FEES, {"lines": "dear"}, CORRECTION),
        (LawKind.FEES, FEE, "9.999999"),
        (LawKind.TERM, {"rule": "moons"}, CORRECTION),
        (LawKind.DAY, {"kind": "holiday", "name": "Tết"}, "2026-13-01"),
        (LawKind.DAY, {"kind": "holiday"}, "2026-12-01"),
        (LawKind.YEAR, {}, "MMXXVI"),
        (LawKind.LAYOUT, {}, "postcard"),
        (LawKind.PROCEDURE, {"code": "9.000001"}, "9.000001"),
        (LawKind.OFFICE_HOURS, {"sessions": [["17:00", "07:00"]]}, ""),
    ],
)
def test_a_value_without_the_shape_of_its_kind_is_refused(centre, kind, value, about):
    with pytest.raises(LawValueWrong):
        enter_value(centre, entry(kind, value, about))
    assert centre.law.for_unit(NA_SANG).entered() == ()


def test_a_value_needs_a_document(centre):
    with pytest.raises(LawValueWrong):
        enter_value(centre, entry(LawKind.FEES, FEE, CORRECTION, document="  "))


def test_only_an_administrator_enters_law(centre):
    with pytest.raises(OfficerLacksRole):
        enter_value(centre, entry(LawKind.FEES, FEE, CORRECTION, officer="minh"))


def test_a_repeated_key_writes_once(centre):
    for _ in range(2):
        enter_value(centre, entry(LawKind.FEES, FEE, CORRECTION, key="once"))
    assert len(centre.law.for_unit(NA_SANG).entered()) == 1


def by_hand(code):
    source = {"document": "77/QĐ-UBND", "article": None, "confidence": "checked"}

    def since(value):
        return {"2026-01-01": {"value": value, "source": source}}

    return {
        "code": code,
        "name": "Xác nhận thử nghiệm",
        "name_en": "Test confirmation",
        "field": "civil_status",
        "decided_by": "commune",
        "state": "unchecked",
        "source": source,
        "term": since({"rule": "working_days", "amount": 3}),
        "fees": since([]),
        "exemptions": since([]),
        "place": since({"village": "yes", "home": "yes"}),
        "results": [{"name": "Giấy xác nhận", "code": None}],
        "legal_basis": ["77/QĐ-UBND"],
        "papers": [],
        "cases": [],
    }
