"""A file of rules that does not have its shape is refused with its name, never half read."""

from datetime import date
from pathlib import Path

import pytest

from veban.edges.rulebook.calendar import parse_hours, parse_year
from veban.edges.rulebook.procedures import parse_procedure
from veban.edges.rulebook.shapes import RulesBroken, dated, read, text
from veban.edges.rulebook.shipped import RULES, ShippedRules
from veban.edges.rulebook.tables import parse_ages

TABLES = {"fields": {"civil_status": "Hộ tịch"}, "bodies": {"commune": "Ủy ban nhân dân cấp xã"}}
SOURCE = {"document": "1/2026/NĐ-CP", "article": None, "confidence": "checked"}
BIRTH = RULES / "procedures" / "1.001193.yaml"


@pytest.fixture
def written():
    return read(BIRTH)


def refused(given):
    with pytest.raises(RulesBroken) as broken:
        parse_procedure("birth", given, TABLES)
    return str(broken.value)


def test_the_shipped_file_is_read(written):
    assert parse_procedure("birth", written, TABLES).name == "Thủ tục đăng ký khai sinh"


def test_a_key_that_nobody_reads_is_refused_by_name(written):
    assert "feees" in refused(written | {"feees": []})


def test_a_value_without_a_source_is_refused(written):
    (entry,) = written["term"].values()
    del entry["source"]
    assert "source" in refused(written)


def test_an_unquoted_yes_is_not_taken_for_a_place_rule(written):
    (entry,) = written["place"].values()
    entry["value"]["village"] = True
    assert "quoted" in refused(written)


def test_a_case_cannot_ask_for_a_paper_that_is_not_described(written):
    written["cases"][0]["papers"].append({"paper": "passport", "required": True})
    assert "passport" in refused(written)


def test_a_channel_has_one_fee(written):
    (entry,) = written["fees"].values()
    entry["value"] *= 2
    assert "two fees" in refused(written)


def test_a_term_without_its_number_is_refused(written):
    (entry,) = written["term"].values()
    entry["value"] = {"rule": "working_days"}
    assert "term" in refused(written)


def test_a_field_of_law_must_be_in_the_shared_table(written):
    assert "tables.yaml" in refused(written | {"field": "magic"})


def test_a_date_that_is_no_date_is_refused():
    with pytest.raises(RulesBroken, match="no day"):
        dated("rate", {"soon": {"value": 1, "source": SOURCE}}, text)


def test_two_values_for_one_day_are_refused(tmp_path: Path):
    file = tmp_path / "twice.yaml"
    file.write_text("2026-01-01: {value: 1}\n2026-01-01: {value: 2}\n", encoding="utf-8")
    with pytest.raises(RulesBroken, match=r"twice\.yaml"):
        read(file)


def test_a_missing_folder_is_said_by_the_file_that_is_missing(tmp_path: Path):
    with pytest.raises(RulesBroken, match=r"reasons\.yaml"):
        ShippedRules(tmp_path).reasons()


def test_a_day_of_another_year_is_refused():
    days = {date(2027, 1, 1): {}}
    with pytest.raises(RulesBroken, match="no day of 2026"):
        parse_year("2026", {"year": 2026, "state": "announced", "days": days})


def test_office_hours_out_of_order_are_refused():
    hours = {"sessions": [["12:00", "08:00"]], "same_day_cutoff": "10:00", "results_until": "11:00"}
    with pytest.raises(RulesBroken, match="office-hours"):
        parse_hours("office-hours", hours)


def test_the_rules_are_read_from_the_folder_that_is_named(tmp_path: Path):
    (tmp_path / "slips.yaml").write_text(
        'receipt: {number: "09", name: Phiếu mẫu, paper: A5, source: '
        "{document: null, article: null, confidence: unsure}}\n",
        encoding="utf-8",
    )
    assert ShippedRules(tmp_path).slips()["receipt"].number == "09"


@pytest.mark.parametrize("value", [{}, {"at_least": "60"}, {"from": 60}, {"below": 0}])
def test_an_age_that_is_no_number_of_years_is_refused(value):
    with pytest.raises(RulesBroken):
        parse_ages("ages", {"aged_60": {date(2026, 1, 1): {"value": value, "source": SOURCE}}})
