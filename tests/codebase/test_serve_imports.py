"""A field laptop's server starts lean: none of the heavy libraries is imported by it."""

import json
import os
import subprocess
import sys

import pytest

from tests.codebase.source import PROGRAM, ROOT, dotted, imported, modules
from veban.cli import serve

HEAVY = {"duckdb", "pyarrow", "pandas", "numpy", "splink", "pyvrp", "openfisca_core", "openfisca"}
HEAVY |= {"pyhanko", "aiohttp", "lxml"}
CODE = """
import importlib, json, sys
for module in sys.argv[1:]:
    importlib.import_module(module)
print(json.dumps(sorted(sys.modules)))
"""


@pytest.fixture
def node(tmp_path):
    """A practice node's folder, as the server finds it."""
    folder = tmp_path / "node"
    words = ["init", "--data", str(folder), "--unit", "03172", "--kind", "centre", "--practice"]
    subprocess.run([sys.executable, "-m", "veban", *words], cwd=ROOT, check=True)
    return folder


def test_a_served_node_with_all_its_pages_imports_nothing_heavy(node):
    pages = [dotted(module) for module in modules(PROGRAM / "web")]
    run = subprocess.run(
        [sys.executable, "-c", CODE, serve.__name__, serve.APPLICATION.partition(":")[0], *pages],
        cwd=ROOT,
        env=os.environ | {serve.FOLDER: str(node)},
        capture_output=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    packages = {module.partition(".")[0] for module in json.loads(run.stdout)}
    assert {"django", "granian", "typst", "veban"} <= packages
    assert packages & HEAVY == set()


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
