"""The shipped form of a birth, as the tests of the room read it."""

import pytest

from veban.core.declarations.form import get_form
from veban.edges.rulebook.shipped import ShippedRules


@pytest.fixture(scope="session")
def birth():
    return get_form(ShippedRules().declarations(), "birth")
