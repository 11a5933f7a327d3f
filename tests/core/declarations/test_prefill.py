"""What is known is not asked again."""

from veban.core.declarations.prefill import (
    applicant_known,
    begin_section,
    card_known,
    earlier_known,
)
from veban.core.people.identity import read_card

DUA = applicant_known(
    {"full_name": "Vàng Thị Dua", "birth_date": "1988-05", "sex": "F", "village": "Na Pheo"},
    "xã Na Sang",
)


def test_the_requester_begins_with_the_applicant(birth):
    begin = begin_section(birth.section("requester"), {"applicant": DUA}, {})
    assert begin == {"full_name": "Vàng Thị Dua", "residence": "Na Pheo, xã Na Sang"}


def test_the_mother_begins_with_the_applicant_only_where_the_applicant_is_the_mother(birth):
    for relation, expected in (("mother", "Vàng Thị Dua"), ("father", None)):
        said = {"requester": {"relation": relation}}
        begin = begin_section(birth.section("mother"), {"applicant": DUA}, said)
        assert begin.get("full_name") == expected


def test_an_earlier_marriage_tells_both_parents(birth):
    wed = {"wife": {"full_name": "Lò Thị Mẫu"}, "husband": {"full_name": "Vàng A Mẫu"}}
    people = earlier_known({"form": "marriage", "since": "", "digest": "", "data": wed})
    assert begin_section(birth.section("mother"), people, {})["full_name"] == "Lò Thị Mẫu"
    assert begin_section(birth.section("father"), people, {})["full_name"] == "Vàng A Mẫu"


def test_a_declaration_of_another_system_tells_nothing():
    assert earlier_known({"child": "Sùng A Thử"}) == {}
    assert earlier_known({"form": "x", "since": "", "digest": "", "data": ["wife"]}) == {}


def test_defaults_stand_where_nobody_is_known(birth):
    assert begin_section(birth.section("father"), {}, {}) == {"nationality": "Việt Nam"}


def test_a_card_tells_what_is_printed_on_it():
    card = read_card("000088990001||Lò Thị Thử|04051988|Nữ|Bản Mẫu, Na Sang|01022022")
    assert card_known(card)["identity_paper"].endswith("cấp ngày 01/02/2022")
    assert card_known(card)["birth_date"] == "1988-05-04"
