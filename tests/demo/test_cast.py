"""Who works in the practice centre."""

from demo.cast import make_cast


def test_every_code_of_a_file_receives_once_and_nobody_of_them_signs():
    cast = make_cast(["ky", "xuly", "ky"])
    assert [officer.code for officer in cast.team] == ["ky", "xuly"]
    assert {cast.handler.code, cast.signer.code}.isdisjoint({"ky", "xuly"})


def test_what_can_be_no_officers_code_is_left_to_the_program_to_refuse():
    assert [officer.code for officer in make_cast(["-x", "a b", "a,b", "lan"]).team] == ["lan"]


def test_a_file_that_names_nobody_has_a_team_all_the_same():
    assert [officer.role for officer in make_cast([]).team] == ["receiver"]
