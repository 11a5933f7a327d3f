"""The frame of the command line: exit codes, help, what is loaded."""

import json
import subprocess
import sys

import pytest

from tests.cli.running import environment, veban, veban_from_nothing
from tests.codebase.source import ROOT
from veban.cli.loading import COMMANDS

LOADED = """
import atexit, json, sys
atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))
from veban.cli.app import main
main()
"""


def test_help_lists_every_command(tmp_path):
    ran = veban("--help", cwd=tmp_path)
    assert ran.code == 0
    for name, listed in COMMANDS.items():
        assert f"  {name} " in ran.out
        assert listed.help in ran.out


@pytest.mark.parametrize("wrong", [["nothing"], ["--nope"]])
def test_an_unknown_command_or_option_is_exit_two(tmp_path, wrong):
    ran = veban(*wrong, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["schema"],
        ["due", "1.001193", "2026-01-05T09:30:00+07:00"],
        ["procedures", "show", "1.001193"],
    ],
)
def test_what_needs_no_node_loads_no_database(tmp_path, arguments):
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0
    loaded = {name.partition(".")[0] for name in json.loads(ran.stderr.splitlines()[-1])}
    assert loaded.isdisjoint({"django", "sqlite3", "cryptography", "typst", "granian"})


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_of_the_table_is_there_and_explains_itself(tmp_path, name):
    module = ROOT.joinpath(*COMMANDS[name].module.split(".")).with_suffix(".py")
    assert module.exists()
    ran = veban_from_nothing(name, "--help", cwd=tmp_path)
    assert ran.code == 0, ran.err
