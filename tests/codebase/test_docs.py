"""The pages of docs/ say what is there."""

import re

from tests.codebase.source import PROGRAM, ROOT, modules, tracked
from veban.cli.loading import COMMANDS

PAGES = [ROOT / path for path in tracked() if path.endswith(".md")]
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def words():
    """Yield the code word, the official term and the mark of each line of the glossary."""
    for line in (ROOT / "docs/words.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("| ") and cells[0] != "code":
            yield cells[0], cells[1], cells[-1]


def test_every_link_between_pages_leads_somewhere():
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in PAGES
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_every_script_that_a_page_names_exists():
    named = {
        script
        for page in PAGES
        for script in re.findall(r"(?<![\w/.])bin/(\w+)", page.read_text(encoding="utf-8"))
    }
    assert named
    assert sorted(script for script in named if not (ROOT / "bin" / script).exists()) == []


def test_the_page_of_interfaces_and_the_command_line_name_the_same_commands():
    page = (ROOT / "docs/interfaces.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`veban ([a-z]+)", page))
    assert sorted(named ^ set(COMMANDS)) == []


def test_each_glossary_word_has_its_term_and_occurs_in_the_code_or_is_for_later():
    identifiers = " ".join(_spread(m.read_text(encoding="utf-8")) for m in modules())
    listed = list(words())
    assert listed
    assert [word for word, term, _ in listed if not term] == []
    assert [word for word, _, mark in listed if mark not in {"now", "later"}] == []
    unused = [
        word
        for word, _, mark in listed
        if mark == "now" and not re.search(rf"(?<![a-z]){_spread(word)}", identifiers)
    ]
    assert unused == []


def test_no_glossary_word_stands_twice():
    listed = [word for word, _, _ in words()]
    assert sorted(listed) == sorted(set(listed))


def test_every_folder_has_its_line_in_where_things_live():
    page = (ROOT / "docs/where-things-live.md").read_text(encoding="utf-8")
    top = {f"{path.split('/')[0]}/" for path in tracked() if "/" in path} - {"veban/"}
    layers = {f"veban/{folder.name}/" for folder in _folders(PROGRAM)}
    assert sorted(folder for folder in top | layers if f"| `{folder}" not in page) == []
    rooms = {folder.name for folder in _folders(PROGRAM / "core")}
    assert sorted(room for room in rooms if f"| `{room}` |" not in page) == []


def _folders(folder):
    return [path for path in folder.iterdir() if path.is_dir() and path.name != "__pycache__"]


def _spread(text):
    """Write camel case, underscores and hyphens as lower-case words."""
    return re.sub(r"[_\s-]+", " ", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", text)).lower()
