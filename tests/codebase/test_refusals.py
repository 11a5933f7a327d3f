"""Every refusal has a code of its own and a sentence for people."""

import ast
import re

from tests.codebase.source import modules, name, tree
from veban.web.refusals import SENTENCES

CODE = re.compile(r"[a-z]+(_[a-z]+)*\.[a-z0-9]+(_[a-z0-9]+)*")


def refusals() -> dict[str, str | None]:
    """Return where each subclass of ``Refused`` stands and the code it sets; read, not imported."""
    classes = [
        (f"{name(m)}:{node.name}", node)
        for m in modules()
        for node in ast.walk(tree(m))
        if isinstance(node, ast.ClassDef)
    ]
    family, found, grown = {"Refused"}, {}, True
    while grown:
        new = {p: n for p, n in classes if p not in found and family & set(_bases(n))}
        found |= {place: _code(node) for place, node in new.items()}
        family |= {node.name for node in new.values()}
        grown = bool(new)
    return found


def test_refusals_are_found():
    assert refusals()


def test_every_refusal_sets_a_code_of_the_form_room_what():
    wrong = {place: code for place, code in refusals().items() if not code or not _is_code(code)}
    assert wrong == {}


def test_no_two_refusals_share_a_code():
    places: dict[str | None, list[str]] = {}
    for place, code in refusals().items():
        places.setdefault(code, []).append(place)
    assert {code: where for code, where in places.items() if len(where) > 1} == {}


def test_every_code_has_a_vietnamese_sentence():
    assert set(refusals().values()) - set(SENTENCES) == set()


def _bases(node):
    return [base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "")
            for base in node.bases]  # fmt: skip


def _code(node):
    for statement in node.body:
        targets = getattr(statement, "targets", None) or [getattr(statement, "target", None)]
        if any(getattr(target, "id", "") == "code" for target in targets):
            return getattr(statement.value, "value", None)
    return None


def _is_code(text):
    return CODE.fullmatch(text) is not None
