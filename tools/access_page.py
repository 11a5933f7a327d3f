"""Write docs/access.md from the access rules of all addresses: python -m tools.access_page."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "veban.settings")

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from veban.core.people.roles import Role
from veban.store import ready  # noqa: F401
from veban.web.access import OfficersOnly

PAGE = Path(__file__).resolve().parents[1] / "docs" / "access.md"

HEAD = """# Who may open which page (quyền truy cập)

Made from the access rules of the views by `python -m tools.access_page`; a test holds the two
equal, another opens every address with every role. Which move of a dossier a role makes stands in
`docs/moves.md`. Pages of nodes and those that anybody may open have their own lists in
`tests/codebase/test_routes.py`. At a centre `jobs` is for administrators and managers.

| address | {roles} |
|---|{rules}|
"""


def routes(resolver: Any = None, above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield (address, view) of every route, included ones too."""
    for pattern in (resolver or get_resolver()).url_patterns:
        address = above + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, address)
        elif isinstance(pattern, URLPattern):
            yield address, pattern.callback


def access_page() -> str:
    """Return the page as it should be."""
    head = HEAD.format(roles=" | ".join(Role), rules="|".join("---" for _ in Role))
    rules = sorted(
        ((a, v.access) for a, v in routes() if isinstance(v.access, OfficersOnly)),
        key=lambda one: one[0],
    )
    return head + "".join(_row(address, rule) for address, rule in rules)


def _row(address: str, rule: OfficersOnly) -> str:
    named = rule.roles or frozenset(Role)
    return f"| `{address}` | {' | '.join('x' if role in named else '' for role in Role)} |\n"


if __name__ == "__main__":
    PAGE.write_text(access_page(), encoding="utf-8")
