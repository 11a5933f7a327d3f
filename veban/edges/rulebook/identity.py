"""Read ``rules/identity.yaml``: how personal identification numbers are made."""

from typing import Any

from veban.core.people.identity import Century, Numbering
from veban.edges.rulebook.shapes import keys, source, text


def parse_numbering(where: str, given: Any) -> Numbering:
    """Read provinces by code and centuries by digit.

    Raises:
        RulesBroken: the file has another shape or no source.
    """
    said = keys(where, given, ("source", "provinces", "digits"))
    source(where, said["source"])
    provinces = {text(where, code): text(where, name) for code, name in said["provinces"].items()}
    centuries = {}
    for digit, entry in said["digits"].items():
        has = keys(f"{where} {digit}", entry, ("first_year", "sex"))
        centuries[text(where, digit)] = Century(has["first_year"], text(where, has["sex"]))
    return Numbering(provinces, centuries)
