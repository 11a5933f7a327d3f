"""A field laptop's server starts lean: none of the heavy libraries is imported by it."""

import json
import subprocess
import sys

import pytest

from tests.codebase.source import PROGRAM, ROOT, dotted, imported, modules

HEAVY = {"duckdb", "pyarrow", "pandas", "numpy", "splink", "pyvrp", "openfisca_core", "openfisca"}
ENTRIES = [
    entry
    for entry in ("veban.cli.app", "veban.cli.serve", "veban.wiring")
    if (PROGRAM.parent / (entry.replace(".", "/") + ".py")).exists()
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_importing_it_imports_nothing_heavy(entry):
    code = f"import {entry}, json, sys; print(json.dumps(sorted(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    loaded = {module.partition(".")[0] for module in json.loads(run.stdout.splitlines()[-1])}
    assert loaded & HEAVY == set()


def test_pages_import_nothing_heavy():
    heavy = [
        f"{dotted(m)}: {target}"
        for m in modules(PROGRAM / "web")
        for target in imported(m)
        if target.partition(".")[0] in HEAVY
    ]
    assert heavy == []


def test_pages_read_through_queries_and_never_import_models():
    models = [
        f"{dotted(m)}: {target}"
        for m in modules(PROGRAM / "web")
        for target in imported(m)
        if target.startswith(("veban.store.rows", "veban.store.models"))
    ]
    assert models == []
