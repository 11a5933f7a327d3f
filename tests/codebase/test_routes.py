"""Every address has an access rule, and the rule holds."""

from tools.access_page import routes
from veban.web.access import ANYBODY, OfficersOnly

NODES = "nodes"
PUBLIC = {
    "",
    "health",
    "language",
    "source",
    "source.zip",
    "sign-in",
    "sign-out",
    "first-use",
    "open",
    "first-phrase",
    "switch",
    "t/",
    "t/<str:tracking>",
    "doors/track/<str:code>",
    "samples",
    "samples/<str:form>",
    "samples/<str:form>/sample.pdf",
    "samples/<str:form>/empty.pdf",
}


def test_every_address_has_an_access_rule():
    assert [address for address, view in routes() if not hasattr(view, "access")] == []


def test_every_rule_is_one_that_the_program_knows():
    rules = {address: view.access for address, view in routes()}
    known = {a for a, rule in rules.items() if rule in (ANYBODY, NODES)}
    assert {a for a in rules if not isinstance(rules[a], OfficersOnly)} == known


def test_what_anybody_may_open_is_a_short_list_known_by_name():
    assert {address for address, view in routes() if view.access == ANYBODY} == PUBLIC


def test_nodes_have_their_own_doors_and_no_other():
    of_nodes = [address for address, view in routes() if view.access == NODES]
    assert of_nodes
    assert all(address.startswith("doors/exchange/") for address in of_nodes)
