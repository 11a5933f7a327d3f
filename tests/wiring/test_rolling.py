"""Backups in turn: the oldest gives way, the others stay whole."""

import pytest

from veban.store import ready  # isort: skip  # noqa: F401  # Django is set up first.

from veban.actions.nodes.found import Founding
from veban.core.nodes.events import NodeKind
from veban.core.people.unit_settings import Mode
from veban.edges.backups.backup_folder import read_manifest
from veban.edges.clocks import VARIABLE
from veban.wiring.backups import check_backup
from veban.wiring.founding import NewCentre, found_node
from veban.wiring.rolling import roll_snapshot


def test_the_oldest_of_the_kept_backups_gives_way(tmp_path, monkeypatch):
    clock = tmp_path / "clock"
    clock.write_text("2026-11-23T09:00:00+07:00", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(clock))
    new = NewCentre("03172", NodeKind.CENTRE, Founding(Mode.FULL), practice=True)
    node = found_node(tmp_path / "centre", new)
    stick = tmp_path / "stick"
    stick.mkdir()
    for hour in (9, 10, 11):
        clock.write_text(f"2026-11-23T{hour:02}:00:00+07:00", encoding="utf-8")
        roll_snapshot(node, stick, keep=2)
    hours = [read_manifest(stick / name).made_at[11:13] for name in ("1", "2")]
    assert sorted(path.name for path in stick.iterdir()) == ["1", "2"]
    assert sorted(hours) == ["10", "11"]
    assert all(check_backup(stick / name, None).opened for name in ("1", "2"))
    (stick / "2" / "backup.json").unlink()
    roll_snapshot(node, stick, keep=2)
    assert check_backup(stick / "2", None).opened
    assert len(list((stick / "2" / "database").iterdir())) == 1, "no database is left of before"
    with pytest.raises(ValueError, match="at least 1"):
        roll_snapshot(node, stick, keep=0)
    node.close()
