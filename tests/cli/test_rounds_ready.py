"""``veban rounds ready``: the list before leaving, for scripts."""

from tests.cli.running import veban
from tests.web.laptop import PHRASE, pair
from veban.edges.clocks import VARIABLE


def test_a_fresh_laptop_tells_each_line_and_where_it_stands(tmp_path, monkeypatch):
    clock = tmp_path / "clock.txt"
    clock.write_text("2026-11-23T09:00:00+07:00", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(clock))
    with pair(tmp_path) as made:
        folder = made.folder
    opening = {"VEBAN_OFFICER": "lan", "VEBAN_PHRASE": PHRASE}
    ran = veban("rounds", "ready", "--data", folder, "--json", cwd=tmp_path, **opening)
    lines = {line["line"]: line for line in ran.answers}
    assert lines["numbers"]["details"]["days"] == {"2026-11-23": 500, "2026-11-24": 500}
    assert lines["heard"]["details"]["at"] == "2026-11-23T09:00:00+07:00"
    assert lines["wifi"]["level"] == "warn"
    assert ran.code == (1 if any(line["level"] == "stop" for line in ran.answers) else 0)

    clock.write_text("2026-11-26T09:00:00+07:00", encoding="utf-8")
    late = veban("rounds", "ready", "--data", folder, "--json", cwd=tmp_path, **opening)
    assert late.code == 1
    assert {line["line"]: line["level"] for line in late.answers}["heard"] == "stop"
