"""A practice centre made once, copied for each test."""

import shutil

import pytest

from tests.cli.running import Centre, veban

NOON = "2026-11-23T12:00:00+07:00"
TEAM = {
    "lan": ("Lò Thị Lan", ["receiver"]),
    "minh": ("Quàng Văn Minh", ["handler"]),
    "sua": ("Giàng A Sua", ["signer"]),
    "hoa": ("Cà Thị Hoa", ["manager", "admin"]),
}


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """A practice centre of Na Sang with a team, as its commands made it."""
    folder = tmp_path_factory.mktemp("prepared")
    (folder / "clock").write_text(NOON, encoding="utf-8")
    centre = Centre(folder)
    begin = ["init", "--unit", "03172", "--kind", "centre", "--mode", "full", "--practice"]
    assert centre.run(*begin).code == 0
    for code, (name, roles) in TEAM.items():
        role = [part for role in roles for part in ("--role", role)]
        assert centre.run("officer", "add", code, "--name", name, *role).code == 0
    return folder


@pytest.fixture
def centre(prepared, tmp_path):
    """A copy of the practice centre; its clock stands at noon of a Monday."""
    folder = tmp_path / "work"
    shutil.copytree(prepared, folder)
    return Centre(folder)


@pytest.fixture
def empty(tmp_path):
    """Run ``veban`` in an empty folder."""
    return lambda *arguments, **variables: veban(*arguments, cwd=tmp_path, **variables)
