"""``veban rounds``: opened with its days and villages, closed once."""

import pytest

ROUND = [
    "rounds", "open", "--name", "Bản xa", "--days", "2026-11-24,2026-11-25",
    "--villages", "Na Pheo,Huổi Hạ", "--node", "may-1", "--officers", "lan", "--json",
]  # fmt: skip


def test_a_round_is_opened_and_closed(centre):
    opened = centre.run(*ROUND)
    assert (opened.code, set(opened.answer)) == (0, {"round"})
    for _ in range(2):
        closed = centre.run("rounds", "close", opened.answer["round"], "--json")
        assert (closed.code, closed.answer["closed"]) == (0, True)


@pytest.mark.parametrize(
    "wrong",
    [["--days", "2026-11-25,2026-11-24"], ["--villages", ","], ["--back-on", "2026-11-01"]],
)
def test_a_round_that_cannot_be_is_refused(centre, wrong):
    ran = centre.run(*ROUND, *wrong)
    assert (ran.code, ran.answer["refused"]) == (1, "round.wrong")


@pytest.mark.parametrize("wrong", [["--days", "monday"], ["--back-at", "noon"], ["--nope"]])
def test_wrong_usage_is_exit_two(centre, wrong):
    assert centre.run(*ROUND, *wrong).code == 2


def test_closing_an_unknown_round_is_refused(centre):
    ran = centre.run("rounds", "close", "none", "--json")
    assert (ran.code, ran.answer["refused"]) == (1, "round.unknown")
