"""What stands for an agency code that nobody knows."""

from veban.core.procedures.units import Unit, UnitKind, agency_placeholder


def test_a_commune_takes_the_code_of_the_province_and_its_own_digits():
    unit = Unit("03001", "Mẫu", UnitKind.COMMUNE, "Xã Mẫu", "11")
    assert agency_placeholder(unit, "H18") == "H18.03.001"


def test_the_provincial_centre_has_the_code_of_the_province():
    unit = Unit("11", "Mẫu", UnitKind.PROVINCE, "Tỉnh Mẫu", "11")
    assert agency_placeholder(unit, "H18") == "H18"
