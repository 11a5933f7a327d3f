"""The shared clock goes forward only."""

from datetime import datetime, timedelta

from demo.practice_clock import LOCAL, PracticeClock

START = datetime(2026, 11, 10, 7, 45, tzinfo=LOCAL)


def test_the_clock_never_goes_back_and_its_file_always_holds_an_instant(tmp_path):
    clock = PracticeClock(tmp_path / "clock.txt", START)
    clock.move_to(START - timedelta(days=3))
    assert datetime.fromisoformat(clock.file.read_text(encoding="utf-8")) == START
    clock.move_on(30)
    assert datetime.fromisoformat(clock.file.read_text(encoding="utf-8")) == clock.now
    assert clock.now == START + timedelta(minutes=30)
