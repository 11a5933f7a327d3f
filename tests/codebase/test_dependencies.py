"""Locks name no host and pin by hash; the page of dependencies tells the truth."""

import hashlib
import re

from tests.codebase.source import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
HOST = re.compile(
    r"https?:|--(extra-)?index-url|--find-links|--trusted-host|file:|[a-z]+\.(org|io|com)\b"
)


def requirements(file):
    """Return the package names that a requirements file asks for itself, folded as pip does."""
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    names = (re.match(r"[A-Za-z0-9._-]+", line) for line in lines if not line.startswith("-"))
    return {fold(match.group()) for match in names if match}


def pinned(file):
    text = (ROOT / file).read_text(encoding="utf-8")
    return {fold(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", text, re.MULTILINE)}


def fold(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def test_locks_name_no_registry_host():
    for file in LOCKS:
        lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if HOST.search(line)] == []


def test_every_pinned_package_has_hashes():
    for file in LOCKS:
        text = (ROOT / file).read_text(encoding="utf-8")
        blocks = re.split(r"^(?=\S+==)", text, flags=re.MULTILINE)[1:]
        assert blocks
        assert [b.splitlines()[0] for b in blocks if "--hash=sha256:" not in b] == []


def test_locks_hold_all_that_is_asked_for():
    assert requirements("requirements.in") - pinned("requirements.lock") == set()
    assert requirements("requirements-dev.in") - pinned("requirements-dev.lock") == set()


def test_the_two_locks_agree_where_they_overlap():
    both = pinned("requirements.lock") & pinned("requirements-dev.lock")
    assert both
    assert {name: versions for name in both if len(versions := _versions(name)) > 1} == {}


def test_the_page_of_dependencies_gives_each_one_a_reason_and_a_licence():
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    section = page.partition("## Run time")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines()
            if line.startswith("| ") and not line.startswith("| package")]  # fmt: skip
    assert {fold(package) for package, _, _ in rows} == requirements("requirements.in")
    assert [package for package, reason, licence in rows if not reason or not licence] == []


def test_the_recorded_check_of_wheels_is_of_this_lock():
    digest = hashlib.sha256((ROOT / "requirements.lock").read_bytes()).hexdigest()[:12]
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    assert f"| `{digest}` |" in page, "run bin/wheels and write its answer into the page"


def _versions(name):
    return {
        version
        for file in LOCKS
        for found, version in re.findall(
            r"^([A-Za-z0-9._-]+)==(\S+)", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE
        )
        if fold(found) == name
    }
