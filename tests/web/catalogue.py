"""Read the message catalogue and find what pages say, without gettext's tools."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.codebase.source import PROGRAM
from veban.core.catalogue import EVENTS
from veban.core.dossiers.moves import MOVES
from veban.core.slips.return_list import HEAPS
from veban.web.refusals import SENTENCES
from veban.web.templatetags.writing import WEEKDAYS
from veban.wiring.jobs import JOBS

WEB = PROGRAM / "web"
PO = WEB / "locale" / "en" / "LC_MESSAGES" / "django.po"
CALLS = {"_", "noop", "gettext"}
TRANSLATE = re.compile(r"""\{% translate (["'])(.+?)\1 %\}""")
IN_FILTER = re.compile(r'_\("([^"]+)"\)')
BLOCK = re.compile(
    r"\{% blocktranslate[^%]*%\}(.*?)(?:\{% plural %\}.*?)?\{% endblocktranslate %\}", re.S
)
ENTRY = re.compile(
    r'^msgid "(.+)"\n(?:msgid_plural ".*"\n)?msgstr(?:\[0\])? "(.*)"(?:\nmsgstr\[1\] "(.*)")?$',
    re.M,
)


def catalogue() -> dict[str, tuple[str, str]]:
    """Return msgid → (English for one, English for many or nothing)."""
    text = PO.read_text(encoding="utf-8")
    return {_plain(v): (_plain(one), _plain(many)) for v, one, many in ENTRY.findall(text)}


def said_by_pages() -> set[str]:
    """Return every msgid that a page may show."""
    found = set(WEEKDAYS)
    found |= {kind.NAME for kind in EVENTS.types.values()}
    found |= {move.title for move in MOVES.values()}
    found |= {job.title for job in JOBS}
    found |= {text for texts in HEAPS.values() for text in texts}
    found |= {sentence for _, sentence in SENTENCES.values()}
    for module in WEB.rglob("*.py"):
        found |= set(_calls(module))
    for template in WEB.rglob("*.html"):
        found |= set(_tags(template))
    return found


def _calls(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def _tags(template: Path) -> Iterator[str]:
    text = template.read_text(encoding="utf-8")
    yield from (found[1] for found in TRANSLATE.findall(text))
    yield from IN_FILTER.findall(text)
    for body in BLOCK.findall(text):
        yield re.sub(r"\{\{ *(\w+) *\}\}", r"%(\1)s", body)


def _plain(text: str) -> str:
    return text.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")
