"""``veban bench`` runs small and answers in the published form; how fast is nobody's test."""

from functools import cache

import pytest

from tests.cli.running import Ran, veban

SMALL = {
    "reception": ["--count", 5, "--database", "sqlite"],
    "receipt": ["--count", 3],
    "rebuild": ["--count", 3, "--database", "sqlite"],
    "start": ["--count", 5],
    "pack": ["--count", 20],
    "exchange": ["--count", 5],
    "phones": ["--count", 30],
}


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """Run a bench by its name, once for all tests."""

    @cache
    def run(name: str) -> Ran:
        return veban("bench", name, *SMALL[name], "--json", cwd=tmp_path_factory.mktemp(name))

    return run


def test_without_a_name_the_benches_are_listed(empty):
    assert empty("bench").out.split() == list(SMALL)


def test_an_unknown_name_is_wrong_usage(empty):
    assert empty("bench", "everything").code == 2


@pytest.mark.parametrize("name", SMALL)
def test_a_bench_answers_with_its_figures_and_what_they_were_taken_on(measured, name):
    ran = measured(name)
    assert ran.code == 0, ran.err
    assert list(ran.answer) == ["name", "figures", "cores", "database", "commit"]
    assert ran.answer["name"] == name
    assert ran.answer["cores"] >= 1


def test_a_rebuild_is_identical_to_what_the_use_cases_wrote(measured):
    figures = measured("rebuild").answer["figures"]["sqlite"]
    assert figures["identical"]
    assert figures["broken"] == 0
    assert figures["entries"] > 3 * 5


def test_five_dossiers_arrive_once(measured):
    figures = measured("exchange").answer["figures"]
    assert (figures["arrived"], figures["left"], figures["sent_again"]) == (5, 0, 0)


def test_ten_phones_are_answered_while_a_photo_comes_slowly(measured):
    figures = measured("phones").answer["figures"]
    assert figures["answers"] == {"200": 20, "201": 10}
    assert figures["photo_still_coming"]


def test_every_reception_answered_is_in_the_journal(measured):
    figures = measured("reception").answer["figures"]["sqlite"]
    # A warm-up, four rounds without uploads and three with them.
    assert figures["dossiers"] == 5 * 8
    assert figures["broken"] == 0
