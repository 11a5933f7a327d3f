"""No query shows anything to a foreign scope, and each shows something to ours."""

import importlib
import inspect
import pkgutil

import pytest

from tests.store.conftest import DAY, INSTANT, OURS, STREAM, THEIRS
from veban.core.dossiers.wanted import Wanted
from veban.core.people.roles import Role
from veban.core.people.scope import NOTHING, Scope
from veban.store import queries
from veban.store.queries.dossiers import find_dossier
from veban.store.queries.messages import messages_about, messages_of
from veban.store.queries.queue import dossiers_named

# What a query may ask for beside the scope, by the name of the parameter; each finds a sample.
ARGUMENTS = {
    "agency": "agency",
    "asked": "code",
    "bag": "bag",
    "between": (INSTANT, INSTANT.replace(year=2027)),
    "centre": "node",
    "code": "code",
    "codes": ["officer"],
    "day": DAY,
    "dossier": STREAM,
    "first": DAY,
    "last": DAY,
    "limit": 5,
    "node": "node",
    "nodes": ["node"],
    "now": INSTANT.replace(year=2027),
    "part": 4,
    "round_id": "round",
    "rounds": ["round"],
    "sitting": "visit",
    "stream": STREAM,
    "streams": [STREAM],
    "text": "code",
    "tracking": "tracking",
    "unit": OURS,
    "visit": "1",
    "wanted": Wanted("code"),
    "writers": ["node"],
}


def public_functions(module):
    return [
        function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    ]


def all_queries():
    found = []
    for info in pkgutil.iter_modules(queries.__path__):
        module = importlib.import_module(f"{queries.__name__}.{info.name}")
        found += public_functions(module)
    return found


QUERIES = all_queries()


def call(query, alias, scope):
    names = list(inspect.signature(query).parameters.values())[2:]
    given = {p.name: ARGUMENTS[p.name] for p in names if p.default is p.empty}
    return query(alias, scope, **given)


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_takes_the_database_and_a_scope_first(query):
    parameters = list(inspect.signature(query).parameters.values())
    assert [p.name for p in parameters[:2]] == ["alias", "scope"]
    assert parameters[1].annotation is Scope


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("scope", [NOTHING, Scope(frozenset({THEIRS}), frozenset(Role))])
def test_a_foreign_scope_gets_nothing(filled, query, scope):
    found = call(query, filled, scope)
    if query.__name__ == "officer_names":
        assert found == {"officer": "officer"}, "a code that is not known stays a code"
    else:
        assert not found


# What the one sample cannot be at once: an entry beside its row (tests/web/test_laptops.py and
# tests/web/test_privacy.py), and a
# dossier that is finished (tests/web/test_bags.py), or in a bag (tests/web/test_underway.py).
ELSEWHERE = {
    "list_late",
    "results_for",
    "list_envelopes",
    "count_untold",
    "list_untold",
    "told_and_waiting",
    "private_naming",
    "private_of",
}


@pytest.mark.parametrize("query", [q for q in QUERIES if q.__name__ not in ELSEWHERE])
def test_our_own_scope_gets_something(filled, query):
    assert call(query, filled, Scope(frozenset({OURS}), frozenset(Role)))


@pytest.mark.parametrize("query", [find_dossier, dossiers_named, messages_about, messages_of])
def test_the_unit_that_decides_sees_the_dossier_and_what_is_told_about_it(filled, query):
    assert call(query, filled, Scope(frozenset({"competent_unit"}), frozenset(Role)))
