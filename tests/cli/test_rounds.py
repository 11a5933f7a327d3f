"""``veban rounds``: opened with its days and villages, closed once."""

import pytest

ROUND = [
    "rounds", "open", "--name", "Bản xa", "--days", "2026-11-24,2026-11-25",
    "--villages", "Na Pheo,Huổi Hạ", "--officers", "lan", "--json",
]  # fmt: skip


@pytest.fixture
def laptop(centre):
    invited = centre.run("field", "add", "Máy 1", "--officers", "lan", "--json")
    return ["--node", invited.answer["node"]]


def test_a_round_is_opened_and_closed(centre, laptop):
    opened = centre.run(*ROUND, *laptop)
    assert (opened.code, set(opened.answer)) == (0, {"round"})
    for _ in range(2):
        closed = centre.run("rounds", "close", opened.answer["round"], "--json")
        assert (closed.code, closed.answer["closed"]) == (0, True)


@pytest.mark.parametrize(
    "wrong",
    [
        ["--days", "2026-11-25,2026-11-24"],
        ["--villages", ","],
        ["--back-on", "2026-11-01"],
        ["--back-at", "2026-11-23T17:00:00+07:00"],
    ],
)
def test_a_round_that_cannot_be_is_refused(centre, laptop, wrong):
    ran = centre.run(*ROUND, *laptop, *wrong)
    assert (ran.code, ran.answer["refused"]) == (1, "round.wrong")


@pytest.mark.parametrize("wrong", [["--days", "monday"], ["--back-at", "noon"], ["--nope"]])
def test_wrong_usage_is_exit_two(centre, laptop, wrong):
    assert centre.run(*ROUND, *laptop, *wrong).code == 2


@pytest.mark.parametrize(
    ("wrong", "code"),
    [(["--node", "Máy 1"], "node.unknown"), (["--officers", "lan,nobody"], "officer.unknown")],
)
def test_a_laptop_or_an_officer_that_nobody_knows_goes_on_no_round(centre, laptop, wrong, code):
    ran = centre.run(*ROUND, *laptop, *wrong)
    assert (ran.code, ran.answer["refused"]) == (1, code)


def test_closing_an_unknown_round_is_refused(centre):
    ran = centre.run("rounds", "close", "none", "--json")
    assert (ran.code, ran.answer["refused"]) == (1, "round.unknown")
