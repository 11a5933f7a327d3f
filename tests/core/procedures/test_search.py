"""Procedures are found by words, with or without tone marks."""

from dataclasses import replace

import pytest

from tests.core.procedures.made import MADE
from veban.core.procedures.search import find
from veban.core.shared.fold_text import fold_text

BIRTH = replace(MADE, code="b", name="Thủ tục đăng ký khai sinh", aliases=("làm giấy khai sinh",))
AGAIN = replace(MADE, code="a", name="Thủ tục đăng ký lại khai sinh")
MOBILE = replace(MADE, code="m", name="Thủ tục đăng ký khai sinh lưu động", variant_of="b")
DEATH = replace(MADE, code="d", name="Thủ tục đăng ký khai tử")
ALL = (MOBILE, AGAIN, DEATH, BIRTH)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Đăng ký", "dang ky"), ("  HOÀ   hòa ", "hoa hoa"), ("Khơ-mú", "kho mu"), ("Y\u0301", "y")],
)
def test_folding_takes_marks_case_and_hyphens_away(text, folded):
    assert fold_text(text) == folded


@pytest.mark.parametrize("text", ["đăng ký khai sinh", "dang ky khai sinh", "KHAI SINH"])
def test_the_ordinary_form_comes_first(text):
    assert find(ALL, text)[0] == BIRTH


def test_the_mobile_form_comes_after_all_others_that_fit():
    assert find(ALL, "khai sinh")[-1] == MOBILE


def test_the_mobile_form_comes_first_when_the_words_ask_for_it():
    assert find(ALL, "khai sinh luu dong")[0] == MOBILE


def test_everyday_names_find_too():
    assert find(ALL, "lam giay khai sinh")[0] == BIRTH


def test_a_code_finds_its_procedure_alone():
    assert find(ALL, " d ") == (DEATH,)


def test_other_words_find_nothing():
    assert find(ALL, "ô tô") == ()


def test_no_words_list_the_catalogue_up_to_the_limit():
    assert len(find(ALL, "", limit=3)) == 3


def test_the_order_given_does_not_matter():
    assert find(ALL, "khai") == find(tuple(reversed(ALL)), "khai")
