"""``veban procedures show`` says what the shipped law says, and what it does not know."""

from tests.cli.running import veban


def test_a_checked_procedure_shows_its_cases_and_papers(tmp_path):
    ran = veban("procedures", "show", "1.001193", "--on", "2026-11-23", "--json", cwd=tmp_path)
    assert ran.code == 0
    shown = ran.answer
    assert (shown["code"], shown["confidence"]) == ("1.001193", "checked")
    assert shown["term"] == {"rule": "same_day", "amount": 0}
    papers = shown["cases"][0]["papers"]
    assert {"paper", "name", "required"} <= set(papers[0])
    assert any(paper["required"] for paper in papers)


def test_a_fee_without_a_figure_is_null_and_says_why(tmp_path):
    fees = veban("procedures", "show", "1.004859", "--json", cwd=tmp_path).answer["fees"]
    assert [fee["reason"] for fee in fees if fee["vnd"] is None]


def test_an_unknown_procedure_is_refused(tmp_path):
    ran = veban("procedures", "show", "9.999999", "--json", cwd=tmp_path)
    assert (ran.code, ran.answer["refused"]) == (1, "procedure.unknown")
