"""The battery as Linux lists it; a machine that does not tell is asked about."""

from veban.core.rounds.readiness import Power
from veban.edges.machine.power import linux_power


def supply(folder, name, **values):
    place = folder / name
    place.mkdir()
    for key, value in values.items():
        (place / key).write_text(f"{value}\n", encoding="utf-8")


def test_charge_and_mains_are_read(tmp_path):
    supply(tmp_path, "BAT0", type="Battery", capacity="64", status="Discharging")
    supply(tmp_path, "AC", type="Mains", online="1")
    assert linux_power(tmp_path) == Power(64, plugged=True)


def test_the_battery_of_a_mouse_is_not_the_laptops(tmp_path):
    supply(tmp_path, "mouse", type="Battery", scope="Device", capacity="7", status="Discharging")
    assert linux_power(tmp_path) is None


def test_a_battery_that_does_not_tell_its_charge_is_unknown(tmp_path):
    supply(tmp_path, "BAT0", type="Battery", status="Unknown")
    assert linux_power(tmp_path) is None
    assert linux_power(tmp_path / "nowhere") is None
